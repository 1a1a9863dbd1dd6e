//! What a reader does with the page and sees of it.

use std::time::{Duration, Instant};

use fantoccini::{
    Client, Locator,
    actions::{InputSource, KeyAction, KeyActions},
    error::CmdError,
    key::Key,
    wd::{PrintConfiguration, PrintSize},
};
use serde_json::{Value, json};

use crate::{
    engine::{Engine, Scripts},
    host::Host,
};

/// How long something may take before it counts as not coming.
const PATIENCE: Duration = Duration::from_secs(20);

/// A window with the page in it.
pub struct Page {
    pub client: Client,
    pub engine: Engine,
    scripts: Scripts,
}

impl Page {
    pub fn new(client: Client, engine: Engine, scripts: Scripts) -> Self {
        Self {
            client,
            engine,
            scripts,
        }
    }

    /// Goes to the page.
    pub async fn open(&self, host: &Host, rest: &str) {
        self.client
            .goto(&host.url(rest))
            .await
            .expect("the page answers");
    }

    /// Goes to the page and waits until the app has taken over.
    pub async fn open_live(&self, host: &Host, rest: &str) {
        self.open(host, rest).await;
        self.wait_for("html[data-state=live]").await;
    }

    /// Waits until there is such an element.
    pub async fn wait_for(&self, selector: &str) {
        self.wait(Locator::Css(selector), &format!("{selector} does not come"))
            .await;
    }

    /// Waits until there is such an element. While a page gives way to another, a driver may answer that
    /// there is no page at all: that is no answer yet.
    async fn wait(&self, what: Locator<'_>, otherwise: &str) {
        let start = Instant::now();
        loop {
            let left = PATIENCE.saturating_sub(start.elapsed());
            let wait = self.client.wait().at_most(left);
            match wait.for_element(what).await {
                Ok(_) => return,
                Err(_) if start.elapsed() < PATIENCE => {}
                Err(error) => panic!("{otherwise}: {}, {error}", self.state().await),
            }
        }
    }

    /// Waits until the status says so.
    pub async fn wait_for_status(&self, status: &str) {
        self.wait_for_words("@role='status'", status).await;
    }

    /// Waits until the elements of a class say so.
    pub async fn wait_for_class(&self, class: &str, words: &str) {
        let of_class = format!("contains(concat(' ', @class, ' '), ' {class} ')");
        self.wait_for_words(&of_class, words).await;
    }

    async fn wait_for_words(&self, which: &str, words: &str) {
        let path = format!("//*[{which}][normalize-space()='{words}']");
        self.wait(
            Locator::XPath(&path),
            &format!("{which} does not say “{words}”"),
        )
        .await;
    }

    async fn state(&self) -> String {
        let state = "return document.documentElement.dataset.state + ', ' + document.querySelector('[role=status]')?.textContent + ', ' + location.href";
        self.run(state).await.to_string()
    }

    /// Clicks on an element.
    pub async fn click(&self, selector: &str) {
        let element = self
            .client
            .find(Locator::Css(selector))
            .await
            .expect(selector);
        // A reader clicks on what is in view, not on what is under a bar at the edge.
        let centre = "arguments[0].scrollIntoView({block: 'center'})";
        let argument = serde_json::to_value(&element).expect("a reference");
        let scrolled = self.client.execute(centre, vec![argument]).await;
        scrolled.expect(selector);
        // A driver clicks on where the element was when it looked: what still moves is missed.
        if self.scripts == Scripts::On {
            self.painted().await;
        }
        element.click().await.expect(selector);
    }

    /// Presses keys, one after the other, without the Tab's direction changed.
    pub async fn press(&self, keys: &[Key]) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for key in keys {
            let value = char::from(*key);
            actions = actions
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
        }
        self.client.perform_actions(actions).await.expect("keys");
    }

    /// Types into whatever has the focus.
    pub async fn type_in(&self, text: &str) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for value in text.chars() {
            actions = actions
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
        }
        self.client.perform_actions(actions).await.expect("keys");
    }

    /// Waits until there is no such element any more.
    pub async fn gone(&self, selector: &str) {
        let gone = format!("//html[not(.//{selector})]");
        self.wait(Locator::XPath(&gone), &format!("{selector} stays"))
            .await;
    }

    /// On how many pages it is printed, on paper of this size in centimetres.
    pub async fn printed_pages(&self, width: f64, height: f64) -> usize {
        let paper = PrintConfiguration::builder()
            .size(PrintSize { width, height })
            .build()
            .expect("a size");
        let pdf = self.client.print(paper).await.expect("a PDF");
        let starts = pdf.windows(11).enumerate();
        starts
            .filter(|(at, start)| *start == b"/Type /Page" && pdf.get(at + 11) != Some(&b's'))
            .count()
    }

    /// Runs a script in the page.
    pub async fn run(&self, script: &str) -> Value {
        let result: Result<Value, CmdError> = self.client.execute(script, Vec::new()).await;
        result.expect(script)
    }

    /// How many such elements there are.
    pub async fn count(&self, selector: &str) -> usize {
        self.client
            .find_all(Locator::Css(selector))
            .await
            .expect(selector)
            .len()
    }

    /// How many such elements can be seen.
    pub async fn visible(&self, selector: &str) -> usize {
        let mut visible = 0;
        for element in self
            .client
            .find_all(Locator::Css(selector))
            .await
            .expect(selector)
        {
            visible += usize::from(element.is_displayed().await.expect(selector));
        }
        visible
    }

    /// The address' query.
    pub async fn query(&self) -> String {
        let url = self.client.current_url().await.expect("an address");
        url.query().unwrap_or_default().to_owned()
    }

    /// Asserts how many entries a filter has matched and has not.
    pub async fn assert_matches(&self, yes: usize, no: usize) {
        let found = (
            self.count("[data-match=yes]").await,
            self.count("[data-match=no]").await,
        );
        assert_eq!(found, (yes, no), "{}", self.state().await);
    }

    /// Asserts that a script's value is so.
    pub async fn assert_script(&self, script: &str, expected: Value) {
        assert_eq!(self.run(script).await, expected, "{script}");
    }

    /// Waits until the browser has painted what has changed, in the page's own fonts.
    pub async fn painted(&self) {
        let script = "const done = arguments[0]; document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done())))";
        let result: Result<Value, CmdError> = self
            .client
            .execute_async(script, vec![json!(null)][..0].to_vec())
            .await;
        result.expect("frames");
    }
}
