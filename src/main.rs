//! The page in the browser.

#![forbid(unsafe_code)]

fn main() {
    console_error_panic_hook::set_once();
    vitae::app::start();
}
