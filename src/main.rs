//! The page in the browser.

#![forbid(unsafe_code)]

/// 1.5 kB less in what a reader loads than the standard one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    vitae::browser::report_panics();
    vitae::app::start();
}
