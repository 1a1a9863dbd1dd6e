//! Any file is read or refused, with a reason; and what can be mended, can be.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vitae::check::{Colours, Source, check, export, fix, render};

fuzz_target!(|text: &str| {
    let checked = check(text);
    let source = Source::new("resume.json", text);
    for diagnostic in &checked.diagnostics {
        render(diagnostic, &source, Colours::Plain);
    }
    match checked.resume {
        Some(resume) => {
            let mended = fix(text, &checked.diagnostics).expect("JSON");
            assert!(check(&mended).resume.is_some(), "{mended}");
            assert!(check(&export(&resume)).resume.is_some());
        }
        None => assert!(!checked.diagnostics.is_empty()),
    }
});
