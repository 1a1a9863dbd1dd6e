//! What a reader does with the page and sees of it.

use std::time::{Duration, Instant};

use fantoccini::{
    Client, Locator,
    actions::{InputSource, KeyAction, KeyActions},
    error::CmdError,
    wd::{PrintConfiguration, PrintSize, WebDriverCompatibleCommand, WindowHandle},
};
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::{
    engine::{Engine, Scripts},
    host::Host,
};

/// How long something may take before it counts as not coming.
pub const PATIENCE: Duration = Duration::from_secs(20);

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

    /// Has Chromium show it in a window of this size and in light or dark, which none of the others can
    /// on demand.
    pub async fn show_in(&self, (width, height): (u32, u32), scheme: &str) {
        let size =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.devtools("Emulation.setDeviceMetricsOverride", size)
            .await;
        let features = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.devtools("Emulation.setEmulatedMedia", features).await;
    }

    /// Undoes that.
    pub async fn show_as_usual(&self) {
        self.devtools("Emulation.clearDeviceMetricsOverride", json!({}))
            .await;
        let features = json!({"features": [{"name": "prefers-color-scheme", "value": ""}]});
        self.devtools("Emulation.setEmulatedMedia", features).await;
    }

    /// Gives the window another size, as far as the engine's windows go; answers with the one before.
    pub async fn resize(&self, (width, height): (u32, u32)) -> (u32, u32) {
        let before = self.client.get_window_size().await.expect("a size");
        let resized = self.client.set_window_size(width, height).await;
        resized.expect("a size");
        (before.0 as u32, before.1 as u32)
    }

    /// Has Chromium say that the reader wants little motion, or no longer.
    pub async fn reduce_motion(&self, is_wanted: bool) {
        let value = if is_wanted { "reduce" } else { "" };
        let features = json!({"features": [{"name": "prefers-reduced-motion", "value": value}]});
        self.devtools("Emulation.setEmulatedMedia", features).await;
    }

    async fn devtools(&self, cmd: &'static str, params: Value) {
        let done = self.client.issue_cmd(DevTools { cmd, params }).await;
        done.expect(cmd);
    }

    /// Goes to the page.
    pub async fn open(&self, host: &Host, rest: &str) {
        self.client
            .goto(&host.url(rest))
            .await
            .expect("the page answers");
    }

    /// Goes to a page that only its worker has. WebKit asks the network where the worker is not up in time, and is asked again.
    pub async fn open_kept(&self, url: &str) {
        let start = Instant::now();
        loop {
            self.client.goto(url).await.expect("an answer");
            if self.run("return location.href").await == json!(url) {
                break;
            }
            assert!(start.elapsed() < PATIENCE, "{url} is not kept");
        }
        self.wait_for("html[data-state=live]").await;
    }

    /// Goes to the page, but does not wait until all is loaded, as a script that is held may be a part of that.
    pub async fn open_in_part(&self, host: &Host, rest: &str) {
        let url = host.url(rest);
        self.run(&format!("location.assign('{url}')")).await;
        let is_read =
            format!("return location.href === '{url}' && document.readyState !== 'loading'");
        self.until(&is_read).await;
    }

    /// Goes to the page and waits until the app has taken over.
    pub async fn open_live(&self, host: &Host, rest: &str) {
        self.open(host, rest).await;
        self.wait_for("html[data-state=live]").await;
    }

    /// Closes the page, so that no history has it either, and goes to an address in a window of its own.
    pub async fn leave_for(&self, url: &str) {
        let left = self.leave_window().await;
        self.close_window(left).await;
        self.client.goto(url).await.expect("an answer");
    }

    /// Goes on in a window of its own, in which no history has the page; answers with the one before.
    pub async fn leave_window(&self) -> WindowHandle {
        let before = self.client.window().await.expect("a window");
        let new = self.client.new_window(false).await.expect("a window");
        let switched = self.client.switch_to_window(new.handle).await;
        switched.expect("it is there");
        before
    }

    /// Closes another window.
    pub async fn close_window(&self, other: WindowHandle) {
        let here = self.client.window().await.expect("a window");
        let switched = self.client.switch_to_window(other).await;
        switched.expect("it is there");
        self.client.close_window().await.expect("it closes");
        let switched = self.client.switch_to_window(here).await;
        switched.expect("it is there");
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
            self.still().await;
        }
        element.click().await.expect(selector);
    }

    /// Presses keys, one after the other, without the Tab's direction changed.
    pub async fn press<K: Into<char> + Copy>(&self, keys: &[K]) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for key in keys {
            let value = (*key).into();
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

    /// Waits until a script, which may wait itself, gives true.
    pub async fn until(&self, script: &str) {
        let start = Instant::now();
        let asked = format!(
            "const done = arguments[arguments.length - 1]; (async () => {{ {script} }})().then(done, error => done(String(error)))"
        );
        loop {
            let answer = self.client.execute_async(&asked, Vec::new()).await;
            match answer {
                Ok(Value::Bool(true)) => return,
                _ if start.elapsed() < PATIENCE => {}
                answer => panic!("{script} gives {answer:?}: {}", self.state().await),
            }
        }
    }

    /// Waits until the browser has kept the page, and what it has accepted, for when there is no network.
    pub async fn kept(&self) {
        self.until("return !!(await navigator.serviceWorker.getRegistration())?.active")
            .await;
    }

    /// Asserts that a script's value is so.
    pub async fn assert_script(&self, script: &str, expected: Value) {
        assert_eq!(self.run(script).await, expected, "{script}");
    }

    /// Waits until a jump has come to rest.
    pub async fn landed(&self) {
        for _ in 0..5 {
            self.painted().await;
        }
    }

    /// Waits until the browser has painted what has changed, in the page's own fonts.
    pub async fn painted(&self) {
        let script = "const done = arguments[0]; document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done())))";
        self.run_until_done(script).await;
    }

    /// Waits until nothing moves any more.
    pub async fn still(&self) {
        self.painted().await;
        let script = "const done = arguments[0]; Promise.allSettled(document.getAnimations().map(({ finished }) => finished)).then(() => done())";
        self.run_until_done(script).await;
    }

    /// Runs a script in the page that calls its last argument when it is done, with a value or without.
    pub async fn run_until_done(&self, script: &str) -> Value {
        let result: Result<Value, CmdError> = self.client.execute_async(script, Vec::new()).await;
        result.expect(script)
    }
}

/// A command of Chromium's own, which its driver hands on.
#[derive(Debug)]
struct DevTools {
    cmd: &'static str,
    params: Value,
}

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let session = session.unwrap_or_default();
        base.join(&format!("session/{session}/goog/cdp/execute"))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        let body = json!({"cmd": self.cmd, "params": self.params});
        (Method::POST, Some(body.to_string()))
    }
}
