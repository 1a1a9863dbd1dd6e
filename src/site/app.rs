//! The app's files, and what the page says of them so that nothing else is run in their place.

use std::{fs, path::Path};

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

use super::{Error, worker};

const MANIFEST: &str = "manifest.webmanifest";

/// What the names of the app's files begin with, and what they end with.
const START: &str = "page-";
const GLUE: &str = ".js";
const BINARY: &str = "_bg.wasm";

/// What the page knows of the app.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct App {
    /// The file of its JavaScript, which wasm-bindgen has made.
    pub glue: String,
    /// The file of its WebAssembly.
    pub binary: String,
    /// The integrity of the JavaScript. Empty in a draft, as is all that follows.
    pub glue_integrity: String,
    /// The integrity of the WebAssembly.
    pub binary_integrity: String,
    /// The worker's file, if the page is kept for when there is no network.
    pub worker: &'static str,
    /// The manifest's file, if there is one.
    pub manifest: &'static str,
}

impl App {
    /// The app that Trunk has built into a folder, under the names that Trunk gives it.
    ///
    /// # Errors
    ///
    /// When there is none, or several.
    pub fn draft(folder: &Path) -> Result<Self, Error> {
        Ok(Self {
            glue: only(folder, GLUE)?,
            binary: only(folder, BINARY)?,
            ..Self::default()
        })
    }

    /// The app that Trunk has built into a folder, under names that change with the content. Hosts may say that such a
    /// file never changes; Trunk's names do not tell what `wasm-opt` has made of it.
    ///
    /// # Errors
    ///
    /// When there is none, or several, or a file cannot be renamed.
    pub fn built(folder: &Path, is_kept: bool) -> Result<Self, Error> {
        let (glue, glue_integrity) = renamed(folder, GLUE)?;
        let (binary, binary_integrity) = renamed(folder, BINARY)?;
        Ok(Self {
            glue,
            binary,
            glue_integrity,
            binary_integrity,
            worker: if is_kept { worker::FILE } else { "" },
            manifest: if folder.join(MANIFEST).exists() {
                MANIFEST
            } else {
                ""
            },
        })
    }
}

/// Names the app's only file that ends so by its content. Its name, and its integrity.
fn renamed(folder: &Path, end: &str) -> Result<(String, String), Error> {
    let path = folder.join(only(folder, end)?);
    let content = fs::read(&path).map_err(|error| Error::of_file(&path, &error))?;
    let hash: String = Sha256::digest(&content)[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let name = format!("{START}{hash}{end}");
    fs::rename(&path, folder.join(&name)).map_err(|error| Error::of_file(&path, &error))?;
    Ok((name, integrity(&content)))
}

/// What browsers compare a content to: <https://www.w3.org/TR/SRI/#integrity-metadata>.
pub fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(content)))
}

/// The names of the app's files in a folder, in order.
pub(super) fn files(folder: &Path) -> Result<Vec<String>, Error> {
    let entries = fs::read_dir(folder).and_then(|entries| entries.collect::<Result<Vec<_>, _>>());
    let entries = entries.map_err(|error| Error::of_file(folder, &error))?;
    let names = entries.iter().map(|entry| entry.file_name());
    let names = names.filter_map(|name| name.into_string().ok());
    let mut names: Vec<_> = names.filter(|name| name.starts_with(START)).collect();
    names.sort();
    Ok(names)
}

/// The only one that ends so.
fn only(folder: &Path, end: &str) -> Result<String, Error> {
    let mut names = files(folder)?;
    names.retain(|name| name.ends_with(end));
    match names.len() {
        1 => Ok(names.remove(0)),
        0 => Err(Error::new(
            folder,
            format!("there is no app in it, no page-…{end}: `make build` has Trunk put one there"),
        )),
        _ => Err(Error::new(
            folder,
            format!(
                "{} are all the app’s, which has one: only Trunk may put page-… there",
                names.join(", ")
            ),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::tests::folder;

    #[test]
    fn the_page_knows_the_content_of_the_apps_files_which_are_named_by_it() {
        let folder = folder("app", &[("page-1.js", "glue"), ("page-1_bg.wasm", "code")]);
        let app = App::built(&folder, true).expect("an app");
        // `printf code | sha256sum`, `printf glue | sha256sum`
        let (glue, binary) = ("page-99552de9998a2b82.js", "page-5694d08a2e53ffca_bg.wasm");
        assert_eq!(
            app,
            App {
                glue: glue.to_owned(),
                binary: binary.to_owned(),
                glue_integrity: integrity(b"glue"),
                binary_integrity: integrity(b"code"),
                worker: "sw.js",
                manifest: "",
            }
        );
        assert_eq!(files(&folder), Ok(vec![binary.to_owned(), glue.to_owned()]));
        // `printf code | openssl dgst -sha256 -binary | base64`
        assert_eq!(
            app.binary_integrity,
            "sha256-VpTQii5T/8rgwxA+Wtb2B2q9lg6x+KVldwQLwQKPcCs="
        );
        assert_eq!(App::built(&folder, true), Ok(app));
    }

    #[test]
    fn a_draft_is_of_the_files_as_trunk_names_them() {
        let files = [("page-1.js", "glue"), ("page-1_bg.wasm", "code")];
        let app = App::draft(&folder("app-draft", &files)).expect("an app");
        assert_eq!((&*app.glue, &*app.binary), ("page-1.js", "page-1_bg.wasm"));
        assert_eq!((&*app.glue_integrity, &*app.binary_integrity), ("", ""));
    }

    #[test]
    fn a_page_that_is_not_kept_names_no_worker_and_one_with_a_manifest_names_that() {
        let files = [("page-1.js", ""), ("page-1_bg.wasm", ""), (MANIFEST, "{}")];
        let app = App::built(&folder("app-manifest", &files), false).expect("an app");
        assert_eq!((app.worker, app.manifest), ("", MANIFEST));
    }

    #[test]
    fn a_folder_has_one_app() {
        let none = App::built(&folder("app-none", &[("page-1.js", "")]), true);
        let none = none.expect_err("no WebAssembly").to_string();
        assert!(
            none.contains("app-none: there is no app in it, no page-…_bg.wasm"),
            "{none}"
        );
        let two = App::built(
            &folder("app-two", &[("page-1.js", ""), ("page-2.js", "")]),
            true,
        );
        let two = two.expect_err("two").to_string();
        assert!(
            two.contains("page-1.js, page-2.js are all the app’s"),
            "{two}"
        );
    }
}
