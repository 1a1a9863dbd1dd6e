//! The native tool: checks, mends and exports résumés, and puts one into the built page.

#![forbid(unsafe_code)]

use std::{
    fs,
    io::{self, BufRead, IsTerminal, Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Parser, Subcommand, ValueEnum};
use serde_json::{Value, json};
use similar::TextDiff;
use vitae::{
    check::{Checked, Colours, Diagnostic, Severity, Source, check, export, fix, render},
    labels::Labels,
    language::{labelled, language},
    metadata::{address::Address, colours, picture, site},
    prerender::{Draft, Prerendered, empty, fill, prerender},
    resume::{Resume, date::Date},
    tags::Index,
    theme::look,
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
    /// Puts a résumé into a built page, as HTML and as the file that the page loads, and beside it what
    /// search engines and others ask for.
    Prerender {
        /// The file.
        #[arg(env = "RESUME", default_value = "public/resume.json")]
        resume: PathBuf,
        /// The folder of the built page.
        #[arg(long, env = "TRUNK_STAGING_DIR", default_value = "dist")]
        into: PathBuf,
        /// The address that the page will have on the web; else it is the résumé's `basics.url`.
        #[arg(long, env = "SITE_URL", value_name = "ADDRESS")]
        site_url: Option<String>,
        /// For who is writing it: what is wrong stands beside the page, and a file that cannot be used
        /// leaves the last one that could, in this folder.
        #[arg(long, value_name = "FOLDER")]
        draft: Option<PathBuf>,
        /// With no résumé: the page shows the one that is put beside it.
        #[arg(long, conflicts_with = "draft")]
        empty: bool,
    },
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
        Command::Prerender {
            resume,
            into,
            site_url,
            draft,
            empty,
        } => match empty {
            true => put_none(&into),
            false => put(&resume, &into, site_url.as_deref(), draft.as_deref()),
        },
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

/// Fills the built page's template, and puts the résumé and what machines ask for beside it.
fn put(
    path: &Path,
    folder: &Path,
    site_url: Option<&str>,
    draft: Option<&Path>,
) -> Result<(), Failure> {
    let file = File::read(path);
    let (resume, text) = match (&file.checked.resume, draft) {
        (Some(resume), _) => (resume.clone(), file.text.clone()),
        (None, None) => return Err((file.report(Colours::Styled), UNUSABLE)),
        (None, Some(last)) => {
            let last = File::read(&last.join("resume.json"));
            let resume = last.checked.resume.unwrap_or_default();
            (resume, last.text)
        }
    };
    let beside = draft.map(|_| {
        anstream::eprint!("{}", file.report(Colours::Styled));
        Draft {
            title: format!("{}: {}", file.name, summary(&file.checked)),
            diagnostics: file.report(Colours::Plain),
            is_urgent: file.checked.count(Severity::Error) > 0,
        }
    });
    let address = match draft {
        // It stands on the writer's machine.
        Some(_) => None,
        None => address(&resume, site_url).map_err(|message| (message, UNUSABLE))?,
    };
    for (name, content) in files(&resume, address.as_ref()) {
        let path = folder.join(name);
        // One that comes from `public/` is meant.
        if !path.exists() {
            fs::write(&path, content).map_err(|error| unusable_file(&path, &error))?;
        }
    }
    let has_picture = folder.join(picture::FILE).exists();
    let parts = prerender(resume, today(), address.as_ref(), has_picture);
    fill_in(folder, &parts, beside.as_ref())?;
    let copy = folder.join("resume.json");
    fs::write(&copy, text).map_err(|error| unusable_file(&copy, &error))
}

/// Fills the built page's template without a résumé, and leaves none beside the page.
fn put_none(folder: &Path) -> Result<(), Failure> {
    fill_in(folder, &empty(), None)?;
    let copy = folder.join("resume.json");
    match fs::remove_file(&copy) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(unusable_file(&copy, &error)),
        _ => Ok(()),
    }
}

fn fill_in(folder: &Path, parts: &Prerendered, draft: Option<&Draft>) -> Result<(), Failure> {
    let index = folder.join("index.html");
    let template = fs::read_to_string(&index).map_err(|error| unusable_file(&index, &error))?;
    let html =
        fill(&template, parts, draft).map_err(|message| (format!("error: {message}"), UNUSABLE))?;
    fs::write(&index, html).map_err(|error| unusable_file(&index, &error))
}

fn unusable_file(path: &Path, error: &io::Error) -> Failure {
    (format!("error: {}: {error}", path.display()), UNUSABLE)
}

/// The address that the page will have, as far as anyone has said it; what follows from that is said.
fn address(resume: &Resume, site_url: Option<&str>) -> Result<Option<Address>, String> {
    // An empty variable is one that is not set.
    if let Some(text) = site_url.filter(|text| !text.is_empty()) {
        let address =
            Address::parse(text).map_err(|reason| format!("error: SITE_URL: {reason}"))?;
        return Ok(Some(address));
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

/// What stands beside the page for machines. The picture has a use where the page's address is known.
fn files(resume: &Resume, address: Option<&Address>) -> Vec<(&'static str, Vec<u8>)> {
    let lang = language(resume);
    let labels = Labels::of(labelled(&lang));
    let colours =
        colours::Colours::of_look(look(&resume.settings.theme)).unwrap_or_else(|reason| {
            eprintln!(
                "note: style/tokens.css: {reason}, so manifest and picture are black on white"
            );
            colours::Colours::default()
        });
    let colours = colours.accented(&resume.settings.theme.accent);
    let texts = site::files(resume, &labels, &lang, today(), address, &colours).into_iter();
    let mut files: Vec<_> = texts
        .map(|(name, text)| (name, text.into_bytes()))
        .collect();
    if address.is_some() {
        match picture::png(resume, &Index::new(resume), &labels, &lang, &colours) {
            Ok(picture) => files.push((picture::FILE, picture)),
            Err(reason) => eprintln!("note: there is no picture for shared links: {reason}"),
        }
    }
    files
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
