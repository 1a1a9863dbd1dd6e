//! A static host like those that people use, with the faults that they can have.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
    sync::{Arc, Condvar, Mutex},
    thread,
};

use tiny_http::{Header, Response, Server};

/// What a host does instead of sending a file as it is.
#[derive(Clone, Debug)]
pub enum Fault {
    /// It answers with this status.
    Status(u16),
    /// It sends this in place of the file.
    Content(String),
    /// It sends only the first half.
    Truncated,
    /// It adds a header.
    Header(&'static str, &'static str),
    /// It sends the file when the test says so.
    Held,
}

/// A host, serving until it is dropped.
pub struct Host {
    server: Arc<Server>,
    base: &'static str,
    requested: Arc<Mutex<Vec<String>>>,
    released: Arc<(Mutex<bool>, Condvar)>,
}

impl Host {
    /// Serves the built page below `base` (such as `/a/b`), with faults for the files whose names
    /// end in what stands before them.
    pub fn start(base: &'static str, faults: &[(&'static str, Fault)]) -> Self {
        let root = PathBuf::from(std::env::var_os("PAGE").expect("PAGE names the built page"));
        let server = Arc::new(Server::http("127.0.0.1:0").expect("a free port"));
        let requested = Arc::new(Mutex::new(Vec::new()));
        let host = Self {
            server: server.clone(),
            base,
            requested: requested.clone(),
            released: Arc::default(),
        };
        let released = host.released.clone();
        let faults = faults.to_vec();
        thread::spawn(move || {
            for request in server.incoming_requests() {
                let path = request
                    .url()
                    .split('?')
                    .next()
                    .unwrap_or_default()
                    .to_owned();
                requested.lock().expect("no other panic").push(path.clone());
                let answer = answer(&root, &path, base, &faults);
                let is_held = |(end, fault): &(&str, Fault)| {
                    path.ends_with(end) && matches!(fault, Fault::Held)
                };
                let released = faults.iter().any(is_held).then(|| released.clone());
                thread::spawn(move || {
                    if let Some((is_released, change)) = released.as_deref() {
                        let now = is_released.lock().expect("no other panic");
                        drop(change.wait_while(now, |released| !*released));
                    }
                    // A browser that has gone away needs no answer.
                    _ = request.respond(answer);
                });
            }
        });
        host
    }

    /// The address of the page.
    pub fn url(&self, rest: &str) -> String {
        let port = self
            .server
            .server_addr()
            .to_ip()
            .expect("an IP address")
            .port();
        format!("http://127.0.0.1:{port}{}/{rest}", self.base)
    }

    /// Sends what is held.
    pub fn release(&self) {
        let (is_released, change) = &*self.released;
        *is_released.lock().expect("no other panic") = true;
        change.notify_all();
    }

    /// How often a file whose name ends so was asked for.
    pub fn requests(&self, end: &str) -> usize {
        let requested = self.requested.lock().expect("no other panic");
        requested.iter().filter(|path| path.ends_with(end)).count()
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.server.unblock();
    }
}

fn answer(
    root: &Path,
    path: &str,
    base: &str,
    faults: &[(&str, Fault)],
) -> Response<std::io::Cursor<Vec<u8>>> {
    let file = path
        .strip_prefix(base)
        .and_then(|path| path.strip_prefix('/'));
    let file = file.map(|file| if file.is_empty() { "index.html" } else { file });
    let content = file.and_then(|file| fs::read(root.join(file)).ok());
    let (Some(file), Some(mut content)) = (file, content) else {
        return Response::from_data(Vec::new()).with_status_code(404);
    };
    let mut status = 200;
    let mut headers = vec![
        header("Content-Type", content_type(file)),
        header("Cache-Control", "no-cache"),
    ];
    for (_, fault) in faults.iter().filter(|(end, _)| file.ends_with(end)) {
        match fault {
            Fault::Status(code) => status = *code,
            Fault::Content(text) => content = text.clone().into_bytes(),
            Fault::Truncated => content.truncate(content.len() / 2),
            Fault::Header(name, value) => headers.push(header(name, value)),
            Fault::Held => {}
        }
    }
    let response = Response::from_data(content).with_status_code(status);
    headers.into_iter().fold(response, Response::with_header)
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("a valid header")
}

fn content_type(file: &str) -> &'static str {
    match Path::new(file)
        .extension()
        .and_then(|extension| extension.to_str())
    {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

/// The text of a file of the built page.
pub fn built(file: &str) -> String {
    let root = PathBuf::from(std::env::var_os("PAGE").expect("PAGE names the built page"));
    let mut text = String::new();
    let mut file = fs::File::open(root.join(file)).expect(file);
    file.read_to_string(&mut text).expect("text");
    text
}
