//! A static host like those that people use, with the faults that they can have.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::{self, BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc, Condvar, Mutex,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
    thread,
};

use crate::engine::Engine;

/// What a host does instead of sending a file as it is.
#[derive(Clone, Debug)]
pub enum Fault {
    /// It answers with this status.
    Status(u16),
    /// It sends this in place of the file.
    Content(String),
    /// It sends only the first half.
    Truncated,
    /// It adds a header, or sends it in the place of its own of that name.
    Header(&'static str, &'static str),
    /// It cannot be reached: nothing comes of the request.
    Unreachable,
    /// It sends the file when the test says so.
    Held,
}

/// A host, serving until it is dropped.
pub struct Host {
    address: SocketAddr,
    is_gone: Arc<AtomicBool>,
    root: Arc<Mutex<PathBuf>>,
    base: &'static str,
    requested: Arc<Mutex<Vec<String>>>,
    released: Arc<(Mutex<bool>, Condvar)>,
    is_silent: Arc<AtomicBool>,
}

impl Host {
    /// Serves the built page below `base` (such as `/a/b`), with faults for the files whose names
    /// end in what stands before them.
    pub fn start(base: &'static str, faults: &[(&'static str, Fault)]) -> Self {
        Self::of(page(), base, faults)
    }

    /// Serves another folder than that of the built page.
    pub fn of(root: PathBuf, base: &'static str, faults: &[(&'static str, Fault)]) -> Self {
        let listener = own_origin();
        let host = Self {
            address: listener.local_addr().expect("an address"),
            is_gone: Arc::default(),
            root: Arc::new(Mutex::new(root)),
            base,
            requested: Arc::default(),
            released: Arc::default(),
            is_silent: Arc::default(),
        };
        let is_gone = host.is_gone.clone();
        let serving = Serving {
            root: host.root.clone(),
            base,
            faults: faults.to_vec(),
            requested: host.requested.clone(),
            released: host.released.clone(),
            is_silent: host.is_silent.clone(),
            is_gone: is_gone.clone(),
        };
        let serving = Arc::new(serving);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if is_gone.load(Relaxed) {
                    return;
                }
                let serving = serving.clone();
                // A browser that has gone away needs no answer.
                thread::spawn(move || _ = serving.answer(stream));
            }
        });
        host
    }

    /// The address of the page.
    pub fn url(&self, rest: &str) -> String {
        format!("http://{}{}/{rest}", self.address, self.base)
    }

    /// An address on the host that is not below the page's.
    pub fn elsewhere(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Serves another folder from now on.
    pub fn publish(&self, root: PathBuf) {
        *self.root.lock().expect("no other panic") = root;
    }

    /// Holds whatever is asked for from now on.
    pub fn fall_silent(&self) {
        self.is_silent.store(true, Relaxed);
    }

    /// Holds again what was held before it was released.
    pub fn hold_again(&self) {
        *self.released.0.lock().expect("no other panic") = false;
    }

    /// Sends what is held, and all that is asked for from now on.
    pub fn release(&self) {
        self.is_silent.store(false, Relaxed);
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
        self.is_gone.store(true, Relaxed);
        // So that it looks.
        _ = TcpStream::connect(self.address);
    }
}

/// A port that no host had before: what a worker has kept of an address would answer in the place of its next host.
fn own_origin() -> TcpListener {
    static GIVEN: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        if GIVEN.lock().expect("no other panic").insert(port) {
            return listener;
        }
    }
}

/// What browsers take for a broken connection, and do not try again.
const NO_ANSWER: &[u8] = b"HTTP/1.1 nothing\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n";

/// What a host's connections share.
struct Serving {
    root: Arc<Mutex<PathBuf>>,
    base: &'static str,
    faults: Vec<(&'static str, Fault)>,
    requested: Arc<Mutex<Vec<String>>>,
    released: Arc<(Mutex<bool>, Condvar)>,
    is_silent: Arc<AtomicBool>,
    is_gone: Arc<AtomicBool>,
}

impl Serving {
    /// Answers the one request of a connection.
    fn answer(&self, mut stream: TcpStream) -> io::Result<()> {
        let mut lines = BufReader::new(stream.try_clone()?).lines();
        let request = lines.next().transpose()?.unwrap_or_default();
        // Its headers do not matter.
        for line in lines {
            if line?.is_empty() {
                break;
            }
        }
        let path = request.split(' ').nth(1).unwrap_or_default();
        let path = path.split('?').next().unwrap_or_default();
        // Browsers open connections before they have a use for them: a host that is gone by then answers none.
        if path.is_empty() || self.is_gone.load(Relaxed) {
            return Ok(());
        }
        let mut requested = self.requested.lock().expect("no other panic");
        requested.push(path.to_owned());
        drop(requested);
        let (head, content) = self.file(path);
        self.wait(path);
        if self.has(path, |fault| matches!(fault, Fault::Unreachable)) {
            return stream.write_all(NO_ANSWER);
        }
        stream.write_all(head.as_bytes())?;
        stream.write_all(&content)
    }

    /// Waits until what is held is released.
    fn wait(&self, path: &str) {
        if self.is_silent.load(Relaxed) || self.has(path, |fault| matches!(fault, Fault::Held)) {
            let (is_released, change) = &*self.released;
            let now = is_released.lock().expect("no other panic");
            drop(change.wait_while(now, |released| !*released));
        }
    }

    fn has(&self, path: &str, is_it: impl Fn(&Fault) -> bool) -> bool {
        let mut faults = self.faults.iter();
        faults.any(|(end, fault)| path.ends_with(end) && is_it(fault))
    }

    /// What it sends: status and headers, and what follows them.
    fn file(&self, path: &str) -> (String, Vec<u8>) {
        let root = self.root.lock().expect("no other panic").clone();
        let file = path.strip_prefix(self.base);
        let file = file.and_then(|path| path.strip_prefix('/'));
        let file = file.map(|file| if file.is_empty() { "index.html" } else { file });
        let content = file.and_then(|file| fs::read(root.join(file)).ok());
        let is_there = content.is_some();
        let file = file.unwrap_or_default();
        let mut content = content.unwrap_or_else(|| b"not found".to_vec());
        let mut status = if is_there { 200 } else { 404 };
        let mut headers = BTreeMap::from([
            ("Content-Type", content_type(file)),
            ("Cache-Control", "no-cache"),
            ("Connection", "close"),
        ]);
        for (_, fault) in self
            .faults
            .iter()
            .filter(|(end, _)| is_there && file.ends_with(end))
        {
            match fault {
                Fault::Status(code) => status = *code,
                Fault::Content(text) => content = text.clone().into_bytes(),
                Fault::Truncated => content.truncate(content.len() / 2),
                Fault::Header(name, value) => _ = headers.insert(name, value),
                Fault::Held | Fault::Unreachable => {}
            }
        }
        let headers = headers
            .iter()
            .map(|(name, value)| format!("{name}: {value}\r\n"));
        let headers: String = headers.collect();
        let length = content.len();
        let head = format!("HTTP/1.1 {status} \r\nContent-Length: {length}\r\n{headers}\r\n");
        (head, content)
    }
}

fn content_type(file: &str) -> &'static str {
    match Path::new(file)
        .extension()
        .and_then(|extension| extension.to_str())
    {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("webmanifest") => "application/manifest+json",
        None => "text/plain",
        _ => "application/octet-stream",
    }
}

/// The folder of the built page.
pub fn page() -> PathBuf {
    PathBuf::from(std::env::var_os("PAGE").expect("PAGE names the built page"))
}

/// The text of a file of the built page.
pub fn built(file: &str) -> String {
    let mut text = String::new();
    let mut file = fs::File::open(page().join(file)).expect(file);
    file.read_to_string(&mut text).expect("text");
    text
}

/// The name of the only file of the built page that ends so and has a hash.
pub fn named(end: &str) -> String {
    let names = fs::read_dir(page()).expect("a folder").flatten();
    let mut names = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names
        .find(|name| name.starts_with("page-") && name.ends_with(end))
        .expect(end)
}

/// A folder of the test's own, with the built page in it.
pub fn copied(engine: Engine, name: &str) -> PathBuf {
    let copy = own_folder(engine, name);
    copy_into(&page(), &copy);
    copy
}

/// A folder of the test's own, which is not there yet.
pub fn own_folder(engine: Engine, name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{engine}-{name}"));
    _ = fs::remove_dir_all(&folder);
    folder
}

fn copy_into(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let copy = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy_into(&entry.path(), &copy),
            false => _ = fs::copy(entry.path(), copy).expect("copied"),
        }
    }
}
