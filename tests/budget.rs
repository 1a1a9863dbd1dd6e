//! How many bytes a reader's browser loads of the built page, in brotli as hosts send them, and whether that is
//! within the budget.
//!
//! `PAGE` names the folder of the built page; without it there is nothing to weigh.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// What is weighed together, which files that is, and what they may weigh.
type Part = (&'static str, fn(&str) -> bool, usize);

const PARTS: [Part; 2] = [
    ("HTML with styles", |name| name == "index.html", 20_000),
    ("WebAssembly and JavaScript", is_code, 212_500),
];

fn is_code(name: &str) -> bool {
    name.ends_with(".js") || name.ends_with(".wasm")
}

fn main() -> ExitCode {
    let Some(page) = env::var_os("PAGE").map(PathBuf::from) else {
        println!("skipped: the budget wants a built page; `make test` builds one");
        return ExitCode::SUCCESS;
    };
    let mut status = ExitCode::SUCCESS;
    for (what, is_of_it, budget) in PARTS {
        let bytes = weigh(&page, is_of_it);
        println!("{what}: {bytes} of {budget} bytes");
        if !(1..=budget).contains(&bytes) {
            println!(
                "{what}: not within the budget. docs/performance.md says how to find out what the bytes are."
            );
            status = ExitCode::FAILURE;
        }
    }
    status
}

fn weigh(page: &Path, is_of_it: fn(&str) -> bool) -> usize {
    let files = fs::read_dir(page).expect("PAGE names a folder").flatten();
    let files = files.filter(|file| is_of_it(&file.file_name().to_string_lossy()));
    files
        .map(|file| in_brotli(&fs::read(file.path()).expect("a file")))
        .sum()
}

fn in_brotli(mut content: &[u8]) -> usize {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut content, &mut compressed, &parameters)
        .expect("no input or output fails");
    compressed.len()
}
