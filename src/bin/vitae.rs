//! The native tool: checks a résumé and puts it into the built page.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Parser, Subcommand};
use vitae::{
    prerender::{fill, prerender},
    resume::{self, Problem, Resume, Severity, date::Date},
};

/// Checks a JSON Resume and makes a page of it.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Says what in a résumé is wrong or odd, and where.
    Check {
        /// The file.
        #[arg(env = "RESUME", default_value = "public/resume.json")]
        resume: PathBuf,
    },
    /// Puts a résumé into a built page, as HTML and as the file that the page loads.
    Prerender {
        /// The file.
        #[arg(env = "RESUME", default_value = "public/resume.json")]
        resume: PathBuf,
        /// The folder of the built page.
        #[arg(long, env = "TRUNK_STAGING_DIR", default_value = "dist")]
        into: PathBuf,
    },
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Check { resume } => read(&resume).map(|(_, _, warnings)| eprint!("{warnings}")),
        Command::Prerender { resume, into } => put(&resume, &into),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{}", message.trim_end());
            ExitCode::from(2)
        }
    }
}

/// The résumé, its text, and what is odd about it; else why it cannot be used.
fn read(path: &Path) -> Result<(Resume, String, String), String> {
    let name = path.display();
    let bytes = fs::read(path).map_err(|error| format!("error: {name}: {error}"))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let line = 1 + error.as_bytes()[..error.utf8_error().valid_up_to()]
            .iter()
            .filter(|&&byte| byte == b'\n')
            .count();
        format!(
            "error: {name}:{line}: not UTF-8, the only encoding of JSON; save the file as UTF-8"
        )
    })?;
    // A byte order mark is no part of the text.
    let text = text
        .strip_prefix('\u{feff}')
        .map(str::to_owned)
        .unwrap_or(text);
    if text.trim().is_empty() {
        return Err(format!("error: {name}: the file is empty"));
    }
    match Resume::read(&text) {
        Ok((resume, problems)) => {
            let mut warnings = report(path, &text, &problems);
            if !resume.basics.image.is_empty() && resume.basics.own_image().is_none() {
                warnings += &format!(
                    "warning: {name}: basics.image is on another host and is not shown; put it into public/\n"
                );
            }
            Ok((resume, text, warnings))
        }
        Err(unusable) => match unusable.position {
            Some((line, column)) => Err(unusable
                .problems
                .iter()
                .map(|problem| message(path, Some((line, column)), &text, problem))
                .collect()),
            None => Err(report(path, &text, &unusable.problems)),
        },
    }
}

fn report(path: &Path, text: &str, problems: &[Problem]) -> String {
    let place = |problem: &Problem| {
        (!problem.path.0.is_empty()).then(|| resume::locate(text, &problem.path))
    };
    problems
        .iter()
        .map(|problem| message(path, place(problem).flatten(), text, problem))
        .collect()
}

/// Severity, place, source line and what is wrong, as a compiler prints them.
fn message(path: &Path, place: Option<(usize, usize)>, text: &str, problem: &Problem) -> String {
    let severity = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let name = path.display();
    let what = format!("{} {}", problem.path, problem.message);
    let what = what.trim_start();
    let Some((line, column)) = place else {
        return format!("{severity}: {name}: {what}\n");
    };
    // A file may be one long line: what is around the place will do.
    let start = column.saturating_sub(60);
    let line_of_text = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let source: String = line_of_text.chars().skip(start).take(100).collect();
    let before = source.chars().take(column.saturating_sub(start + 1));
    let before: String = before
        .map(|sign| if sign == '\t' { '\t' } else { ' ' })
        .collect();
    let indent = " ".repeat(line.to_string().len());
    format!(
        "{severity}: {what}\n{indent}--> {name}:{line}:{column}\n{indent} |\n{line} | {source}\n{indent} | {before}^\n"
    )
}

/// Fills the built page's template, and puts the résumé beside it.
fn put(resume: &Path, folder: &Path) -> Result<(), String> {
    let (parsed, text, _) = read(resume)?;
    let index = folder.join("index.html");
    let failed = |path: &Path, error: std::io::Error| format!("error: {}: {error}", path.display());
    let template = fs::read_to_string(&index).map_err(|error| failed(&index, error))?;
    let html = fill(&template, &prerender(parsed, today()))
        .map_err(|message| format!("error: {message}"))?;
    fs::write(&index, html).map_err(|error| failed(&index, error))?;
    let copy = folder.join("resume.json");
    fs::write(&copy, text).map_err(|error| failed(&copy, error))
}

fn today() -> Date {
    let now = jiff::Zoned::now();
    Date {
        year: now.year().unsigned_abs(),
        month: now.month().try_into().ok(),
        day: now.day().try_into().ok(),
    }
}
