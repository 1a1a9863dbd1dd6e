//! From the built app and a résumé to a site that any host can serve.
//!
//! Trunk leaves the app, its styles and scripts in a folder, and `index.html` as a [`template`] with places such as
//! `{{page}}`. [`publish`] fills them with what [`prerender`] makes of a résumé, with the integrity of the [`app`]'s files
//! and with the [`policy`], and adds the [`worker`] and the host's [`headers`]. [`draft`](draft()) does less, for who is
//! writing the résumé, and [`beside`] is what search engines and others ask for. [`pdf`] prints a site, `archive` packs
//! one, and `host` serves one on this machine.

use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
};

pub mod app;
#[cfg(feature = "publish")]
pub mod archive;
pub mod beside;
pub mod draft;
pub mod empty;
pub mod headers;
#[cfg(feature = "publish")]
pub mod host;
pub mod pdf;
pub mod policy;
pub mod prerender;
pub mod template;
pub mod worker;

use app::App;
use draft::Draft;
use prerender::Prerendered;
use template::Filled;

/// The page's file.
pub const INDEX: &str = "index.html";

/// The résumé's file, which the app loads.
pub const RESUME: &str = "resume.json";

/// Makes a site of the built app in a folder: names the app's files by their content, fills the page's template, and writes
/// `sw.js` and `_headers`.
///
/// If `is_kept`, browsers keep the page for when there is no network; else they forget what they have kept.
///
/// # Errors
///
/// When the folder does not have what Trunk leaves in it, or cannot be written.
pub fn publish(folder: &Path, page: &Prerendered, is_kept: bool) -> Result<(), Error> {
    let app = App::built(folder, is_kept)?;
    let template = read(&folder.join(INDEX))?;
    let filled = filled(&template, page, &app)?;
    let policy = policy::policy(&filled.scripts(), &filled.styles());
    write(folder, INDEX, &filled.html(&policy))?;
    write(folder, headers::FILE, &headers::headers(&policy))?;
    worker::write(folder)
}

/// Fills the template in a folder for who is writing the résumé: with what there is to say beside the page, and with no
/// policy, integrity or worker, as Trunk adds a script that loads the page again whenever it has changed.
///
/// # Errors
///
/// When the folder does not have what Trunk leaves in it, or cannot be written.
pub fn draft(folder: &Path, page: &Prerendered, draft: &Draft) -> Result<(), Error> {
    let template = read(&folder.join(INDEX))?;
    let page = filled(&template, page, &App::draft(folder)?)?.html("");
    write(folder, INDEX, &(page + &draft.html()))
}

fn filled<'a>(template: &'a str, page: &'a Prerendered, app: &App) -> Result<Filled<'a>, Error> {
    // Not the copy in the folder, which is not where to mend it.
    Filled::new(template, page, app).map_err(|reason| Error::new(Path::new(INDEX), reason))
}

fn read(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(|error| Error::of_file(path, &error))
}

fn write(folder: &Path, name: &str, content: &str) -> Result<(), Error> {
    let path = folder.join(name);
    fs::write(&path, content).map_err(|error| Error::of_file(&path, &error))
}

/// Why there is no site: which file it is about, what is wrong with it and, where it is not plain, what to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Error {
    path: PathBuf,
    reason: String,
}

impl Error {
    /// What is wrong with a file or a folder.
    pub fn new(path: &Path, reason: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            reason: reason.into(),
        }
    }

    /// A file that could not be read or written.
    pub fn of_file(path: &Path, error: &io::Error) -> Self {
        Self::new(path, error.to_string())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.path.display(), self.reason)
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of a test's own, with files in it.
    pub fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tmp/site");
        let folder = folder.join(name);
        _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        for (file, content) in files {
            fs::write(folder.join(file), content).expect("written");
        }
        folder
    }
}
