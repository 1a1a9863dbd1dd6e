//! The three browser engines, each behind its WebDriver.

use std::{
    env, fmt,
    net::TcpListener,
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU16, Ordering},
};

use fantoccini::{Client, ClientBuilder, wd::Capabilities};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

/// Whether the browser runs pages' scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scripts {
    On,
    Off,
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// What of this engine is missing on this machine.
    pub fn missing(self) -> Vec<&'static str> {
        let programs: &[&[&'static str]] = match self {
            Self::Chromium => &[&["chromium", "google-chrome"], &["chromedriver"]],
            Self::Firefox => &[&["firefox-esr", "firefox"], &["geckodriver"]],
            Self::WebKit => &[&["WebKitWebDriver"], &["xvfb-run"]],
        };
        let mut missing: Vec<_> = programs
            .iter()
            .filter(|names| names.iter().all(|name| find(name).is_none()))
            .map(|names| names[0])
            .collect();
        if self == Self::WebKit && minibrowser().is_none() {
            missing.push("MiniBrowser");
        }
        missing
    }

    fn driver(self, port: u16) -> Command {
        let mut command = match self {
            Self::Chromium => Command::new("chromedriver"),
            Self::Firefox => Command::new("geckodriver"),
            Self::WebKit => Command::new("xvfb-run"),
        };
        match self {
            Self::Chromium => command.arg(format!("--port={port}")),
            Self::Firefox => command.arg(format!("--port={port}")),
            Self::WebKit => command.args(["-a", "WebKitWebDriver", &format!("--port={port}")]),
        };
        command
    }

    fn capabilities(self, scripts: Scripts) -> Value {
        match self {
            Self::Chromium => {
                let setting = if scripts == Scripts::On { 1 } else { 2 };
                json!({"goog:chromeOptions": {
                    "binary": find("chromium").or_else(|| find("google-chrome")),
                    "args": ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--window-size=1280,900",
                             "--disable-background-networking", "--disable-component-update", "--disable-sync"],
                    "prefs": {"profile.managed_default_content_settings.javascript": setting},
                }})
            }
            Self::Firefox => json!({"moz:firefoxOptions": {
                "binary": find("firefox-esr").or_else(|| find("firefox")),
                "args": ["-headless", "--width=1280", "--height=900"],
                "prefs": {
                    "javascript.enabled": scripts == Scripts::On,
                    "app.update.disabledForTesting": true,
                    "network.captive-portal-service.enabled": false,
                    "network.connectivity-service.enabled": false,
                },
            }}),
            Self::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": {"binary": minibrowser(), "args": ["--automation"]},
            }),
        }
    }
}

fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

fn minibrowser() -> Option<PathBuf> {
    let folders = std::fs::read_dir("/usr/lib")
        .ok()?
        .flatten()
        .map(|entry| entry.path());
    let folders = folders.chain([PathBuf::from("/usr/lib"), PathBuf::from("/usr/libexec")]);
    let mut files = folders.flat_map(|folder| {
        ["webkit2gtk-4.1", "webkitgtk-6.0"].map(|version| folder.join(version).join("MiniBrowser"))
    });
    files.find(|file| file.is_file())
}

/// A port for a driver. No two drivers get the same one, and they are below those that systems give to
/// the hosts: a test that meets another's driver fails for no reason of its own.
fn free_port() -> u16 {
    static GIVEN: AtomicU16 = AtomicU16::new(0);
    // Of several runs on one machine, each has its own hundred.
    let first = 20_000 + u16::try_from(std::process::id() % 100).unwrap_or_default() * 100;
    loop {
        let port = first + GIVEN.fetch_add(1, Ordering::Relaxed);
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

/// A running browser. Both it and its driver end when this is closed.
pub struct Session {
    pub client: Client,
    driver: Child,
}

impl Session {
    pub async fn start(engine: Engine, scripts: Scripts) -> Self {
        let port = free_port();
        let mut command = engine.driver(port);
        let quiet = command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0);
        let driver = quiet.spawn().expect("the driver starts");
        let Value::Object(capabilities) = engine.capabilities(scripts) else {
            unreachable!("capabilities are objects");
        };
        let url = format!("http://127.0.0.1:{port}");
        let mut tries = 0;
        let client = loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(Capabilities::from_iter(capabilities.clone()));
            match builder.connect(&url).await {
                Ok(client) => break client,
                // The driver takes a moment until it listens.
                Err(error) if tries > 200 => panic!("{engine}: {error}"),
                Err(_) => tries += 1,
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        };
        Self { client, driver }
    }

    pub async fn close(mut self) {
        _ = self.client.close().await;
        // The driver is the leader of a group in which all that it started is.
        let group = format!("-{}", self.driver.id());
        _ = Command::new("kill").args(["--", &group]).status();
        _ = self.driver.wait();
    }
}
