//! What stands beside the page for search engines, home screens, address books and who shares it.

use std::{fs, path::Path};

use super::Error;
use crate::{
    labels::Labels,
    language::{labelled, language},
    metadata::{address::Address, colours::Colours, site},
    resume::{Resume, date::Date},
    theme::look,
};
#[cfg(feature = "publish")]
use crate::{
    metadata::{head::PICTURE, picture},
    tags::Index,
};

/// Writes these files into a folder, but for those that are there already, from `public/`: they are meant. Answers with
/// what the owner should know of it.
///
/// # Errors
///
/// When one cannot be written.
pub fn write(
    folder: &Path,
    resume: &Resume,
    today: Date,
    address: Option<&Address>,
) -> Result<Vec<String>, Error> {
    let mut notes = Vec::new();
    let lang = language(resume);
    let labels = Labels::of(labelled(&lang));
    let colours = Colours::of_look(look(&resume.settings.theme)).unwrap_or_else(|reason| {
        notes.push(format!(
            "style/tokens.css: {reason}, so manifest and picture are black on white"
        ));
        Colours::default()
    });
    let colours = colours.accented(&resume.settings.theme.accent);
    for (name, text) in site::files(resume, &labels, &lang, today, address, &colours) {
        write_new(&folder.join(name), text.as_bytes())?;
    }
    // The picture has a use where the page's address is known.
    #[cfg(feature = "publish")]
    if address.is_some() {
        match picture::png(resume, &Index::new(resume), &labels, &lang, &colours) {
            Ok(picture) => write_new(&folder.join(PICTURE), &picture)?,
            Err(reason) => notes.push(format!("there is no picture for shared links: {reason}")),
        }
    }
    Ok(notes)
}

fn write_new(path: &Path, content: &[u8]) -> Result<(), Error> {
    if path.exists() {
        return Ok(());
    }
    fs::write(path, content).map_err(|error| Error::of_file(path, &error))
}
