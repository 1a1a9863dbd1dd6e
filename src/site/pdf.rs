//! The page as a PDF for readers to download, printed by headless Chromium.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use url::Url;

use super::{Error, INDEX, read, worker};

/// The name of its file, which the page links to.
pub const FILE: &str = "resume.pdf";

/// Stands in the place of the page's policy. Without scripts of its own, Chromium would not print.
const PRINTED: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\">\
    <style>@page { size: A4 }</style>";

/// What Chromium is called.
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

const OPTIONS: [&str; 8] = [
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
];

/// Prints the site in a folder to a PDF beside the page, and has the page offer it. Without Chromium there is none, and the
/// page offers printing alone.
///
/// # Errors
///
/// When Chromium cannot print the page, or the folder has none.
pub fn print(folder: &Path) -> Result<Option<PathBuf>, Error> {
    let Some(chromium) = NAMES.into_iter().find(|name| is_there(name)) else {
        return Ok(None);
    };
    let page = read(&folder.join(INDEX))?;
    let folder = fs::canonicalize(folder).map_err(|error| Error::of_file(folder, &error))?;
    // Beside the page's other files, which it asks for.
    let copy = folder.join("print.html");
    fs::write(&copy, printable(&page)).map_err(|error| Error::of_file(&copy, &error))?;
    let pdf = folder.join(FILE);
    let printed = run(chromium, &copy, &pdf);
    fs::remove_file(&copy).map_err(|error| Error::of_file(&copy, &error))?;
    printed?;
    super::write(&folder, INDEX, &offering(&page))?;
    worker::write(&folder)?;
    Ok(Some(pdf))
}

fn is_there(program: &str) -> bool {
    let mut command = Command::new(program);
    let command = command
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// The page as it is printed: on the paper of most of the world, without its scripts, and with no links to its other states,
/// which would lead nowhere from a file of its own.
fn printable(page: &str) -> String {
    let mut html = String::new();
    let mut rest = page;
    while let Some((before, behind)) = rest.split_once(" href=\"?") {
        html.push_str(before);
        rest = behind.split_once('"').map_or("", |(_, rest)| rest);
    }
    html.push_str(rest);
    let policy = html.find("Content-Security-Policy");
    let start = policy.and_then(|at| html[..at].rfind("<meta"));
    let end = policy.and_then(|at| Some(at + html[at..].find('>')? + 1));
    if let (Some(start), Some(end)) = (start, end) {
        html.replace_range(start..end, PRINTED);
    }
    html
}

/// The page with a link to the PDF, which `style/page.css` shows.
fn offering(page: &str) -> String {
    if page.contains("<html data-pdf ") {
        page.to_owned()
    } else {
        page.replacen("<html ", "<html data-pdf ", 1)
    }
}

/// Has Chromium print a page: tagged, with its title and language.
fn run(chromium: &str, page: &Path, pdf: &Path) -> Result<(), Error> {
    let address = Url::from_file_path(page).map_err(|()| Error::new(page, "it has no address"))?;
    let profile = std::env::temp_dir().join(format!("vitae-{}", std::process::id()));
    let mut command = Command::new(chromium);
    command.args(OPTIONS);
    command.arg(format!("--user-data-dir={}", profile.display()));
    command.arg(format!("--print-to-pdf={}", pdf.display()));
    if is_root() {
        // Chromium's sandbox does not start then.
        command.arg("--no-sandbox");
    }
    _ = fs::remove_file(pdf);
    let output = command.arg(address.as_str()).output();
    _ = fs::remove_dir_all(profile);
    let output = output.map_err(|error| Error::of_file(Path::new(chromium), &error))?;
    // It ends well without having printed, too.
    if output.status.success() && pdf.exists() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    Err(Error::new(
        pdf,
        format!("{chromium} could not print the page:\n{said}"),
    ))
}

fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output();
    output.is_ok_and(|output| output.stdout == b"0\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><html data-look=margin><meta charset=utf-8>\
        <meta content=\"default-src 'none'\" http-equiv=Content-Security-Policy><meta name=viewport>\
        <a class=chip href=\"?tag=rust\" data-tag=rust>Rust</a> <a href=\"https://a.example/?b\">A</a>";

    #[test]
    fn what_is_printed_has_its_paper_and_no_links_to_other_states() {
        let html = printable(PAGE);
        assert_eq!(
            html.replace(PRINTED, "…"),
            "<!doctype html><html data-look=margin><meta charset=utf-8>…<meta name=viewport>\
             <a class=chip data-tag=rust>Rust</a> <a href=\"https://a.example/?b\">A</a>"
        );
        assert!(html.contains(PRINTED), "{html}");
    }

    #[test]
    fn the_page_offers_it_once() {
        let offered = offering(PAGE);
        assert!(
            offered.starts_with("<!doctype html><html data-pdf data-look=margin>"),
            "{offered}"
        );
        assert_eq!(offering(&offered), offered);
    }
}
