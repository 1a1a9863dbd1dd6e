//! The worker that keeps the page for when there is no network.

use std::{fs, path::Path};

use serde_json::json;
use sha2::{Digest, Sha256};

use super::{Error, INDEX, app, read};

/// The name of its file.
pub const FILE: &str = "sw.js";

/// Writes the worker for the site in a folder: `src/worker.js`, which is told the files of this build and the hash of what
/// is in them. A page that names no worker gets `src/no-worker.js`, which removes what earlier builds have left.
///
/// Whoever changes one of these files afterwards, such as the page, has to write the worker again.
///
/// # Errors
///
/// When the folder has no page, or cannot be written.
pub fn write(folder: &Path) -> Result<(), Error> {
    let page = read(&folder.join(INDEX))?;
    if !page.contains(&format!(" data-worker=\"{FILE}\"")) {
        return super::write(folder, FILE, include_str!("../no-worker.js"));
    }
    let mut files = vec![INDEX.to_owned()];
    files.extend(app::files(folder)?);
    let mut hasher = Sha256::new();
    for name in &files {
        let path = folder.join(name);
        hasher.update(fs::read(&path).map_err(|error| Error::of_file(&path, &error))?);
    }
    // As the worker itself has it: a typed array's first bytes, as text.
    let bytes = hasher.finalize();
    let hash: Vec<_> = bytes.iter().take(8).map(ToString::to_string).collect();
    let (files, hash) = (json!(files), json!(hash.join(",")));
    let build = format!("const FILES = {files}, HASH = {hash};\n");
    super::write(folder, FILE, &(build + include_str!("../worker.js")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::tests::folder;

    const PAGE: &str = "<script data-worker=\"sw.js\"></script>";

    fn worker(name: &str, page: &str) -> String {
        let files = [
            ("index.html", page),
            ("page-1_bg.wasm", "code"),
            ("page-1.js", "glue"),
            ("resume.json", "{}"),
        ];
        let folder = folder(name, &files);
        write(&folder).expect("written");
        read(&folder.join(FILE)).expect("a worker")
    }

    #[test]
    fn it_knows_the_page_and_the_app_and_what_is_in_them() {
        let worker = worker("worker", PAGE);
        let (build, rest) = worker.split_once('\n').expect("lines");
        // `printf '%s' '<script data-worker="sw.js"></script>' glue code | sha256sum`: 5f 1f 14 4a …
        assert_eq!(
            build,
            r#"const FILES = ["index.html","page-1.js","page-1_bg.wasm"], HASH = "95,31,20,74,224,208,73,58";"#
        );
        assert_eq!(rest, include_str!("../worker.js"));
    }

    #[test]
    fn another_page_is_another_build() {
        let newer = PAGE.replace("<script", "<script data-newer");
        assert_ne!(worker("worker-old", PAGE), worker("worker-newer", &newer));
    }

    #[test]
    fn a_page_without_one_gets_one_that_removes_itself() {
        let page = PAGE.replace("sw.js", "");
        assert_eq!(worker("no-worker", &page), include_str!("../no-worker.js"));
    }
}
