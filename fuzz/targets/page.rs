//! Whatever a file says, its page is made of what pages are made of.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vitae::resume::Resume;

#[path = "../../tests/safety/mod.rs"]
mod safety;

fuzz_target!(|text: &str| {
    if let Ok((resume, _)) = Resume::read(text) {
        safety::assert_safe(&safety::page_of(resume));
    }
});
