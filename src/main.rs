//! The page in the browser.

#![forbid(unsafe_code)]

fn main() {
    vitae::browser::report_panics();
    vitae::app::start();
}
