//! What needs Unicode's tables: lower case, and letters apart from their accents.
//!
//! This is all that differs between the browser and native programs in what the page computes: the browser
//! brings tables of its own, so WebAssembly need not contain them.

/// A text in lower case.
pub(crate) fn lower_case(text: &str) -> String {
    // A call of JavaScript takes longer than most names.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    #[cfg(target_arch = "wasm32")]
    return js_sys::JsString::from(text).to_lower_case().into();
    #[cfg(not(target_arch = "wasm32"))]
    return text.to_lowercase();
}

/// A text in Unicode's normalization form D: an accent is a character of its own.
pub(crate) fn decomposed(text: &str) -> String {
    #[cfg(target_arch = "wasm32")]
    return js_sys::JsString::from(text).normalize("NFD").into();
    #[cfg(not(target_arch = "wasm32"))]
    return unicode_normalization::UnicodeNormalization::nfd(text).collect();
}
