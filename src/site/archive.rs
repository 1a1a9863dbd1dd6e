//! The site without a résumé as an archive, for owners without Rust.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use zip::{DateTime, ZipWriter, result::ZipError, write::SimpleFileOptions};

use super::{Error, INDEX, app, headers, worker};

/// Packs the site in a folder, which was made without a résumé, as `vitae-VERSION.zip` into another folder. What else Trunk
/// has copied from `public/` belongs to the résumé that was left out.
///
/// # Errors
///
/// When a file of the site is missing, or the archive cannot be written.
pub fn pack(site: &Path, into: &Path) -> Result<PathBuf, Error> {
    let mut names = app::files(site)?;
    names.extend(locales(site)?);
    let others = [INDEX, worker::FILE, headers::FILE, "resume.schema.json"];
    names.extend(others.map(str::to_owned));
    names.sort();
    let mut files = vec![
        (
            "LICENSE".to_owned(),
            include_bytes!("../../LICENSE").to_vec(),
        ),
        (
            "README.txt".to_owned(),
            include_bytes!("../../docs/archive.txt").to_vec(),
        ),
    ];
    for name in names {
        let path = site.join(&name);
        let content = fs::read(&path).map_err(|error| Error::of_file(&path, &error))?;
        files.push((name, content));
    }
    let folder = concat!("vitae-", env!("CARGO_PKG_VERSION"));
    let path = into.join(format!("{folder}.zip"));
    let failed = |error: io::Error| Error::of_file(&path, &error);
    fs::create_dir_all(into).map_err(failed)?;
    let file = File::create(&path).map_err(failed)?;
    write(file, folder, &files).map_err(|error| failed(error.into()))?;
    Ok(path)
}

fn locales(site: &Path) -> Result<Vec<String>, Error> {
    let folder = site.join("locales");
    let entries = fs::read_dir(&folder).and_then(|entries| entries.collect::<Result<Vec<_>, _>>());
    let entries = entries.map_err(|error| Error::of_file(&folder, &error))?;
    let names = entries.iter().map(|entry| entry.file_name());
    Ok(names
        .map(|name| format!("locales/{}", name.display()))
        .collect())
}

fn write(file: File, folder: &str, files: &[(String, Vec<u8>)]) -> Result<(), ZipError> {
    // The earliest time that there is in this format, so that the same site is the same archive.
    let options = SimpleFileOptions::default()
        .last_modified_time(DateTime::default())
        .compression_level(Some(9));
    let mut archive = ZipWriter::new(file);
    for (name, content) in files {
        archive.start_file(format!("{folder}/{name}"), options)?;
        archive.write_all(content)?;
    }
    archive.finish()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use zip::ZipArchive;

    use super::*;
    use crate::site::tests::folder;

    #[test]
    fn it_has_the_site_and_nothing_of_a_resume() {
        let files = [
            ("index.html", ""),
            ("sw.js", ""),
            ("_headers", ""),
            ("resume.schema.json", "{}"),
            ("page-1.js", "glue"),
            ("page-1_bg.wasm", ""),
            ("icon-192.png", "of someone"),
        ];
        let site = folder("archive", &files);
        fs::create_dir_all(site.join("locales")).expect("a folder");
        fs::write(site.join("locales/de.json"), "{}").expect("written");
        let path = pack(&site, &folder("packed", &[])).expect("an archive");
        let bytes = fs::read(&path).expect("it");
        let mut archive = ZipArchive::new(io::Cursor::new(&bytes)).expect("a zip file");
        let names: BTreeSet<_> = archive.file_names().map(str::to_owned).collect();
        let version = env!("CARGO_PKG_VERSION");
        let expected = [
            "LICENSE",
            "README.txt",
            "_headers",
            "index.html",
            "locales/de.json",
            "page-1.js",
            "page-1_bg.wasm",
            "resume.schema.json",
            "sw.js",
        ];
        assert_eq!(
            names,
            expected
                .map(|name| format!("vitae-{version}/{name}"))
                .into()
        );
        let glue = archive
            .by_name(&format!("vitae-{version}/page-1.js"))
            .expect("a file");
        assert_eq!(io::read_to_string(glue).expect("text"), "glue");
        pack(&site, path.parent().expect("a folder")).expect("an archive");
        assert_eq!(
            fs::read(&path).expect("it"),
            bytes,
            "the same site is the same archive"
        );
    }

    #[test]
    fn a_file_that_is_missing_is_told() {
        let site = folder("archive-half", &[("page-1.js", "")]);
        fs::create_dir_all(site.join("locales")).expect("a folder");
        let error = pack(&site, &site).expect_err("no page").to_string();
        assert!(
            error.contains("archive-half/_headers: No such file"),
            "{error}"
        );
    }
}
