//! The page in the browser.

fn main() {
    vitae::browser::report_panics();
    vitae::app::start();
}
