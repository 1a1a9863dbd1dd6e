//! The native tool: checks, mends and exports résumés, and puts one into the built page.

#![forbid(unsafe_code)]

use std::{
    fs,
    io::{self, BufRead, IsTerminal, Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{
    ArgAction, Args, Parser, Subcommand, ValueEnum,
    builder::{BoolishValueParser, FalseyValueParser},
};
use serde_json::{Value, json};
use similar::TextDiff;
use vitae::{
    check::{Checked, Colours, Diagnostic, Severity, Source, check, export, fix, render},
    metadata::{address::Address, head::PICTURE},
    resume::{Resume, date::Date},
    site::{self, beside, draft::Draft, empty::empty, pdf, prerender::prerender},
};

/// Checks, mends and exports JSON Resumes, and makes pages of them.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Says what in résumés is wrong or odd, where, what the page shows instead, and how to mend it.
    ///
    /// Ends with 0 where there are no errors, with 1 where there are, with 2 where a page cannot be
    /// made from a file.
    Check {
        /// The files; `-` is standard input.
        #[arg(env = "RESUME", default_value = "public/resume.json")]
        resumes: Vec<PathBuf>,
        /// How to say it.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        /// Ends with 1 where there are warnings, too.
        #[arg(long)]
        deny_warnings: bool,
    },
    /// Mends what needs no decision: earlier names of fields, dates, aliases. Shows the changes, and
    /// asks before it writes them, if there is someone to ask.
    Fix {
        /// The file; `-` takes standard input and writes to standard output.
        #[arg(env = "RESUME", default_value = "public/resume.json")]
        resume: PathBuf,
    },
    /// Writes a résumé to standard output as other tools read it: plain JSON Resume v1.
    Export {
        /// The file; `-` is standard input.
        #[arg(env = "RESUME", default_value = "public/resume.json")]
        resume: PathBuf,
    },
    /// Makes a site of what Trunk has built, which calls this at its end: puts the résumé into the page, as HTML and as the
    /// file that the app loads, and beside it what search engines, hosts and browsers ask for.
    Prerender(Site),
    /// Prints a site to a PDF beside the page, for readers to download, with headless Chromium.
    Pdf {
        /// The folder of the site.
        #[arg(default_value = "dist")]
        site: PathBuf,
    },
    /// Serves a site on this machine as hosts do: compressed, with the headers that it brings, below a path.
    #[cfg(feature = "publish")]
    Preview {
        /// The folder of the site.
        #[arg(default_value = "dist")]
        site: PathBuf,
        /// The path, such as `/me/`.
        #[arg(long, default_value = "/")]
        base: String,
        /// The port; 0 is any that is free.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Packs a site without a résumé for owners without Rust, who put a resume.json beside it.
    #[cfg(feature = "publish")]
    Pack {
        /// The folder of the site, which was built with `EMPTY=yes`.
        site: PathBuf,
        /// The folder for the archive.
        #[arg(long, default_value = "target")]
        into: PathBuf,
    },
}

#[derive(Args)]
struct Site {
    /// The file.
    #[arg(env = "RESUME", default_value = "public/resume.json")]
    resume: PathBuf,
    /// The folder of what Trunk has built.
    #[arg(long, env = "TRUNK_STAGING_DIR", default_value = "dist")]
    into: PathBuf,
    /// Who it is for.
    #[arg(long, env = "TRUNK_PROFILE", value_enum, default_value_t = Profile::Release)]
    profile: Profile,
    /// Where the last page is, for who is writing the résumé: a file that cannot be used leaves that one's.
    #[arg(long, env = "TRUNK_DIST_DIR", default_value = "dist")]
    last: PathBuf,
    /// The address that the page will have on the web; else it is the résumé's `basics.url`.
    #[arg(long, env = "SITE_URL", value_name = "ADDRESS")]
    site_url: Option<String>,
    /// Whether browsers keep the page for when there is no network.
    #[arg(long, env = "OFFLINE", value_name = "yes|no", default_value = "yes", action = ArgAction::Set,
        value_parser = BoolishValueParser::new())]
    offline: bool,
    /// With no résumé: the page shows the one that is put beside it.
    #[arg(long, env = "EMPTY", value_parser = FalseyValueParser::new())]
    empty: bool,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Profile {
    /// For readers.
    Release,
    /// For who is writing the résumé: what is wrong with it stands beside the page.
    Debug,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// As compilers print it.
    Text,
    /// A JSON array with an object for each diagnostic.
    Json,
}

/// A failure's words, and the status to end with.
type Failure = (String, u8);

const ERRORS: u8 = 1;
const UNUSABLE: u8 = 2;

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Check {
            resumes,
            format,
            deny_warnings,
        } => check_all(&resumes, format, deny_warnings),
        Command::Fix { resume } => mend(&resume),
        Command::Export { resume } => {
            usable(&File::read(&resume)).map(|resume| say(&export(&resume)))
        }
        Command::Prerender(site) => match (site.empty, site.profile) {
            (true, _) => publish_empty(&site),
            (false, Profile::Release) => publish(&site),
            (false, Profile::Debug) => draft(&site),
        },
        Command::Pdf { site } => print(&site),
        #[cfg(feature = "publish")]
        Command::Preview { site, base, port } => preview(&site, &base, port),
        #[cfg(feature = "publish")]
        Command::Pack { site, into } => pack(&site, &into),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err((message, status)) => {
            if !message.is_empty() {
                anstream::eprintln!("{}", message.trim_end());
            }
            ExitCode::from(status)
        }
    }
}

/// A file that has been read and checked.
struct File {
    name: String,
    text: String,
    checked: Checked,
}

impl File {
    fn read(path: &Path) -> Self {
        let is_input = path == Path::new("-");
        let name = match is_input {
            true => "<stdin>".to_owned(),
            false => path.display().to_string(),
        };
        let bytes = match is_input {
            true => {
                let mut bytes = Vec::new();
                io::stdin().read_to_end(&mut bytes).map(|_| bytes)
            }
            false => fs::read(path),
        };
        let text = bytes
            .map_err(|error| error.to_string())
            .and_then(|bytes| String::from_utf8(bytes).map_err(|error| not_utf8(&error)));
        match text {
            Ok(text) => {
                // A byte order mark is no part of the text.
                let text = match text.strip_prefix('\u{feff}') {
                    Some(rest) => rest.to_owned(),
                    None => text,
                };
                let checked = check(&text);
                Self {
                    name,
                    text,
                    checked,
                }
            }
            Err(reason) => Self {
                name,
                text: String::new(),
                checked: Checked::unusable(reason),
            },
        }
    }

    /// All there is to say.
    fn report(&self, colours: Colours) -> String {
        let source = Source::new(&self.name, &self.text);
        let all = self.checked.diagnostics.iter();
        all.map(|it| render(it, &source, colours) + "\n").collect()
    }

    fn as_json(&self) -> Vec<Value> {
        let source = Source::new(&self.name, &self.text);
        let all = self.checked.diagnostics.iter();
        all.map(|it| as_json(it, &source, &self.name)).collect()
    }
}

fn as_json(diagnostic: &Diagnostic, source: &Source, name: &str) -> Value {
    let position = source.position(diagnostic);
    json!({
        "file": name,
        "severity": diagnostic.severity.name(),
        "path": diagnostic.path.to_string(),
        "line": position.map(|(line, _)| line),
        "column": position.map(|(_, column)| column),
        "message": diagnostic.message,
        "shown": diagnostic.shown,
        "help": diagnostic.help,
    })
}

fn not_utf8(error: &std::string::FromUtf8Error) -> String {
    let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
    let line = 1 + valid.iter().filter(|&&byte| byte == b'\n').count();
    format!("line {line} is not UTF-8, the only encoding of JSON: save the file as UTF-8")
}

fn check_all(paths: &[PathBuf], format: Format, deny_warnings: bool) -> Result<(), Failure> {
    let mut objects = Vec::new();
    let (mut errors, mut warnings, mut notes, mut unusable) = (0, 0, 0, 0);
    let mut out = anstream::stdout().lock();
    for path in paths {
        let file = File::read(path);
        let count = |severity| file.checked.count(severity);
        errors += count(Severity::Error);
        warnings += count(Severity::Warning);
        notes += count(Severity::Note);
        unusable += usize::from(file.checked.resume.is_none());
        match format {
            // Who has closed the pipe wants to hear no more.
            Format::Text => _ = write!(out, "{}", file.report(Colours::Styled)),
            Format::Json => objects.extend(file.as_json()),
        }
    }
    match format {
        Format::Json => _ = writeln!(out, "{:#}", Value::Array(objects)),
        Format::Text => {
            let sum = sum(&[(errors, "error"), (warnings, "warning"), (notes, "note")]);
            let files = sum_of(paths.len(), "file");
            eprintln!("checked {files}: {sum}");
        }
    }
    match (unusable, errors, warnings) {
        (1.., ..) => Err((String::new(), UNUSABLE)),
        (0, 1.., _) => Err((String::new(), ERRORS)),
        (0, 0, 1..) if deny_warnings => Err((String::new(), ERRORS)),
        _ => Ok(()),
    }
}

/// “2 errors, 1 note”, or that there is nothing.
fn sum(counts: &[(usize, &str)]) -> String {
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    let counts: Vec<_> = counts.map(|&(count, what)| sum_of(count, what)).collect();
    match counts.is_empty() {
        true => "nothing to mend".to_owned(),
        false => counts.join(", "),
    }
}

fn sum_of(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}

/// The résumé, or why there is none.
fn usable(file: &File) -> Result<Resume, Failure> {
    let resume = file.checked.resume.clone();
    resume.ok_or_else(|| (file.report(Colours::Styled), UNUSABLE))
}

fn mend(path: &Path) -> Result<(), Failure> {
    let file = File::read(path);
    usable(&file)?;
    let failed = |reason: String| (format!("error: {}: {reason}", file.name), UNUSABLE);
    let mended =
        fix(&file.text, &file.checked.diagnostics).map_err(|error| failed(error.to_string()))?;
    if file.name == "<stdin>" {
        say(&mended);
        return Ok(());
    }
    if mended == file.text {
        eprintln!(
            "{}: there is nothing to mend without a decision of yours",
            file.name
        );
        return Ok(());
    }
    let diff = TextDiff::from_lines(&file.text, &mended);
    say(&diff
        .unified_diff()
        .header(&file.name, &file.name)
        .to_string());
    if io::stdin().is_terminal() && io::stdout().is_terminal() {
        say("Write this? [y/N] ");
        let mut answer = String::new();
        let asked = io::stdout().flush();
        let asked = asked.and_then(|()| io::stdin().lock().read_line(&mut answer));
        asked.map_err(|error| failed(error.to_string()))?;
        if !answer.trim().eq_ignore_ascii_case("y") {
            eprintln!("{} is as it was", file.name);
            return Ok(());
        }
    }
    replace(path, &mended).map_err(|error| failed(error.to_string()))?;
    let rest = check(&mended);
    let counts = [Severity::Error, Severity::Warning].map(|it| (rest.count(it), it.name()));
    eprintln!(
        "{} is mended; what is left for you: {}",
        file.name,
        sum(&counts)
    );
    Ok(())
}

/// Prints; who has closed the pipe wants to hear no more.
fn say(text: &str) {
    _ = io::stdout().write_all(text.as_bytes());
}

/// Writes a file anew, so that it is never there by half.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let path = fs::canonicalize(path)?;
    let mut partial = path.clone().into_os_string();
    partial.push(".partial");
    fs::write(&partial, text)?;
    fs::set_permissions(&partial, fs::metadata(&path)?.permissions())?;
    fs::rename(&partial, path)
}

/// Makes a site of a résumé.
fn publish(site: &Site) -> Result<(), Failure> {
    let file = File::read(&site.resume);
    let resume = usable(&file)?;
    let address = address(&resume, site.site_url.as_deref())?;
    put_beside(&site.into, &resume, address.as_ref())?;
    let has_picture = site.into.join(PICTURE).exists();
    let page = prerender(resume, today(), address.as_ref(), has_picture);
    put(&site.into, &file.text)?;
    site::publish(&site.into, &page, site.offline).map_err(|error| failed(&error))
}

/// Makes the page for who is writing the résumé. It stands on the writer's machine, so it has no address.
fn draft(site: &Site) -> Result<(), Failure> {
    let file = File::read(&site.resume);
    anstream::eprint!("{}", file.report(Colours::Styled));
    let (resume, text) = match &file.checked.resume {
        Some(resume) => (resume.clone(), file.text.clone()),
        None => {
            let last = File::read(&site.last.join(site::RESUME));
            (last.checked.resume.unwrap_or_default(), last.text)
        }
    };
    let draft = Draft {
        title: format!("{}: {}", file.name, summary(&file.checked)),
        diagnostics: file.report(Colours::Plain),
        is_urgent: file.checked.count(Severity::Error) > 0,
    };
    put_beside(&site.into, &resume, None)?;
    let page = prerender(resume, today(), None, false);
    put(&site.into, &text)?;
    site::draft(&site.into, &page, &draft).map_err(|error| failed(&error))
}

/// Makes a site without a résumé.
fn publish_empty(site: &Site) -> Result<(), Failure> {
    let copy = site.into.join(site::RESUME);
    match fs::remove_file(&copy) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(failed(&site::Error::of_file(&copy, &error)));
        }
        _ => {}
    }
    site::publish(&site.into, &empty(), site.offline).map_err(|error| failed(&error))
}

fn put_beside(folder: &Path, resume: &Resume, address: Option<&Address>) -> Result<(), Failure> {
    let notes = beside::write(folder, resume, today(), address).map_err(|error| failed(&error))?;
    for note in notes {
        eprintln!("note: {note}");
    }
    Ok(())
}

/// Puts the résumé where the app finds it.
fn put(folder: &Path, text: &str) -> Result<(), Failure> {
    let copy = folder.join(site::RESUME);
    fs::write(&copy, text).map_err(|error| failed(&site::Error::of_file(&copy, &error)))
}

fn print(site: &Path) -> Result<(), Failure> {
    match pdf::print(site).map_err(|error| failed(&error))? {
        Some(path) => eprintln!("pdf: {}", path.display()),
        None => eprintln!(
            "pdf: there is no Chromium here, so no {} is made; the page offers printing alone",
            pdf::FILE
        ),
    }
    Ok(())
}

#[cfg(feature = "publish")]
fn preview(site: &Path, base: &str, port: u16) -> Result<(), Failure> {
    let host = site::host::host(site, base).map_err(|error| failed(&error))?;
    let serve = async {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
        let address = listener.local_addr()?;
        let base = site::host::base(base);
        eprintln!("preview: {} is at http://{address}{base}", site.display());
        axum::serve(listener, host).await
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build();
    let served = runtime.and_then(|runtime| runtime.block_on(serve));
    served.map_err(|error| {
        (
            format!("error: port {port}: {error}: --port takes another one"),
            UNUSABLE,
        )
    })
}

#[cfg(feature = "publish")]
fn pack(site: &Path, into: &Path) -> Result<(), Failure> {
    let path = site::archive::pack(site, into).map_err(|error| failed(&error))?;
    eprintln!("archive: {}", path.display());
    Ok(())
}

fn failed(error: &site::Error) -> Failure {
    (format!("error: {error}"), UNUSABLE)
}

/// The address that the page will have, as far as anyone has said it; what follows from that is said.
fn address(resume: &Resume, site_url: Option<&str>) -> Result<Option<Address>, Failure> {
    // An empty variable is one that is not set.
    if let Some(text) = site_url.filter(|text| !text.is_empty()) {
        let address = Address::parse(text);
        let address = address.map_err(|reason| (format!("error: SITE_URL: {reason}"), UNUSABLE));
        return address.map(Some);
    }
    let address = Address::of(resume);
    match &address {
        Some(address) => eprintln!(
            "note: the page is taken to be at {address}, the résumé's `basics.url`: if it will be elsewhere, \
             say where with SITE_URL=https://…"
        ),
        None => eprintln!(
            "note: neither SITE_URL nor `basics.url` is the page's address, so the page has no canonical \
             address, no picture for shared links and no sitemap.xml: SITE_URL=https://example.com/me/ says it"
        ),
    }
    Ok(address)
}

fn summary(checked: &Checked) -> String {
    let severities = [Severity::Error, Severity::Warning, Severity::Note];
    sum(&severities.map(|it| (checked.count(it), it.name())))
}

fn today() -> Date {
    let now = jiff::Zoned::now();
    Date {
        year: now.year().unsigned_abs(),
        month: now.month().try_into().ok(),
        day: now.day().try_into().ok(),
    }
}
