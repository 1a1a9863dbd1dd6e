//! The app's files, and what the page says of them so that nothing else is run in their place.

use std::{fs, path::Path};

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{Error, worker};

const MANIFEST: &str = "manifest.webmanifest";

/// What the page knows of the app beyond the names that Trunk writes. All of it is empty in a draft.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct App {
    /// The content of the import map: the integrity of the JavaScript, as an import has none by itself.
    pub imports: String,
    /// The integrity of the WebAssembly.
    pub wasm: String,
    /// The worker's file, if the page is kept for when there is no network.
    pub worker: &'static str,
    /// The manifest's file, if there is one.
    pub manifest: &'static str,
}

impl App {
    /// The app that Trunk has built into a folder.
    ///
    /// # Errors
    ///
    /// When there is none, or several.
    pub fn built(folder: &Path, is_kept: bool) -> Result<Self, Error> {
        let glue = only(folder, ".js")?;
        let wasm = only(folder, "_bg.wasm")?;
        let integrity_of = |name: &str| {
            let path = folder.join(name);
            let content = fs::read(&path).map_err(|error| Error::of_file(&path, &error))?;
            Ok(integrity(&content))
        };
        let imports = json!({ "integrity": { (format!("./{glue}")): integrity_of(&glue)? } });
        Ok(Self {
            imports: imports.to_string(),
            wasm: integrity_of(&wasm)?,
            worker: if is_kept { worker::FILE } else { "" },
            manifest: if folder.join(MANIFEST).exists() {
                MANIFEST
            } else {
                ""
            },
        })
    }
}

/// What browsers compare a content to: <https://www.w3.org/TR/SRI/#integrity-metadata>.
pub fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(content)))
}

/// The names of the app's files in a folder, which Trunk gives them, in order.
pub(super) fn files(folder: &Path) -> Result<Vec<String>, Error> {
    let entries = fs::read_dir(folder).and_then(|entries| entries.collect::<Result<Vec<_>, _>>());
    let entries = entries.map_err(|error| Error::of_file(folder, &error))?;
    let names = entries.iter().map(|entry| entry.file_name());
    let names = names.filter_map(|name| name.into_string().ok());
    let mut names: Vec<_> = names.filter(|name| name.starts_with("page-")).collect();
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
    fn the_page_knows_the_content_of_the_apps_files() {
        let folder = folder("app", &[("page-1.js", "glue"), ("page-1_bg.wasm", "code")]);
        let app = App::built(&folder, true).expect("an app");
        assert_eq!(
            app,
            App {
                imports: format!(
                    r#"{{"integrity":{{"./page-1.js":"{}"}}}}"#,
                    integrity(b"glue")
                ),
                wasm: integrity(b"code"),
                worker: "sw.js",
                manifest: "",
            }
        );
        // `printf code | openssl dgst -sha256 -binary | base64`
        assert_eq!(
            app.wasm,
            "sha256-VpTQii5T/8rgwxA+Wtb2B2q9lg6x+KVldwQLwQKPcCs="
        );
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
