//! The built page in real browsers. Each test runs in each engine; those of one engine share a
//! window and come one after the other, engines run side by side.
//!
//! `PAGE` names the folder of the built page; without it there is nothing to test.

mod access;
mod engine;
mod faults;
mod host;
mod links;
mod looks;
mod page;
mod published;
mod scenarios;

use std::{collections::BTreeMap, env, pin::Pin, process::ExitCode, sync::Arc};

use engine::{Engine, Scripts, Session};
use libtest_mimic::{Arguments, Failed, Trial};
use tokio::{runtime::Runtime, sync::Mutex};

type Scenario = fn(page::Page) -> Pin<Box<dyn Future<Output = ()> + Send>>;

/// Lists a file's scenarios, each with whether the browser runs scripts.
macro_rules! list {
    ($($scripts:ident $name:ident),* $(,)?) => {
        /// All of them, with their names.
        pub fn all() -> Vec<(&'static str, $crate::engine::Scripts, $crate::Scenario)> {
            vec![$((stringify!($name), $crate::engine::Scripts::$scripts, |page| Box::pin($name(page)))),*]
        }
    };
}
use list;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads = Some(Engine::ALL.len());
    if env::var_os("PAGE").is_none() {
        println!("skipped: the tests in browsers want a built page; `make test` builds one");
        return ExitCode::SUCCESS;
    }
    let runtime = Arc::new(Runtime::new().expect("a runtime"));
    let sessions: Arc<Sessions> = Arc::default();
    let mut trials = Vec::new();
    let all = [
        scenarios::all(),
        links::all(),
        faults::all(),
        access::all(),
        looks::all(),
        published::all(),
    ]
    .concat();
    for (name, scripts, scenario) in all {
        for engine in Engine::ALL {
            let missing = engine.missing();
            let must = env::var("CI").is_ok_and(|ci| ci == "true");
            if !missing.is_empty() && !must {
                println!(
                    "skipped: {engine}::{name}, without {}",
                    missing.join(" and ")
                );
                continue;
            }
            let runtime = runtime.clone();
            let sessions = sessions.clone();
            trials.push(Trial::test(format!("{engine}::{name}"), move || {
                if !missing.is_empty() {
                    return Err(Failed::from(format!("missing: {}", missing.join(" and "))));
                }
                runtime.block_on(async {
                    let slot = sessions.slot(engine, scripts).await;
                    let mut slot = slot.lock().await;
                    if slot.is_none() {
                        *slot = Some(Session::start(engine, scripts).await);
                    }
                    let session = slot.as_ref().expect("just started");
                    let page = page::Page::new(session.client.clone(), engine, scripts);
                    let run = tokio::spawn(scenario(page));
                    run.await
                        .map_err(|error| Failed::from(panic_message(error)))
                })
            }));
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    runtime.block_on(sessions.close());
    conclusion.exit_code()
}

fn panic_message(error: tokio::task::JoinError) -> String {
    let panic = error.into_panic();
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string))
        .unwrap_or_default()
}

type Slot = Arc<Mutex<Option<Session>>>;

/// The running browsers, started when they are first asked for.
#[derive(Default)]
struct Sessions(Mutex<BTreeMap<String, Slot>>);

impl Sessions {
    async fn slot(&self, engine: Engine, scripts: Scripts) -> Slot {
        let mut slots = self.0.lock().await;
        slots
            .entry(format!("{engine} {scripts:?}"))
            .or_default()
            .clone()
    }

    async fn close(&self) {
        for slot in self.0.lock().await.values() {
            if let Some(session) = slot.lock().await.take() {
                session.close().await;
            }
        }
    }
}
