//! What hosts send with the files: `_headers`, which Netlify and Cloudflare Pages read.

/// The name of the file.
pub const FILE: &str = "_headers";

/// The rules for a page with this policy. A host joins what several rules say of one header, so each file has one rule for
/// each. The policy is the page's alone, not that of what browsers show in viewers of their own, such as the PDF.
pub fn headers(policy: &str) -> String {
    let rule = |path: &str, headers: &[&str]| {
        let headers = headers.iter().map(|header| format!("  {header}\n"));
        format!("{path}\n{}", headers.collect::<String>())
    };
    let everywhere = [
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: no-referrer",
        "Permissions-Policy: camera=(), geolocation=(), microphone=()",
    ];
    // That nobody may frame the page works in headers only.
    let policy = format!("Content-Security-Policy: {policy};frame-ancestors 'none'");
    let is_asked_for_again = "Cache-Control: no-cache";
    let mut rules = vec![rule("/*", &everywhere)];
    rules.extend(["/", "/index.html"].map(|page| rule(page, &[&policy, is_asked_for_again])));
    // Its name has a hash of it.
    rules.push(rule(
        "/page-*",
        &["Cache-Control: public, max-age=31536000, immutable"],
    ));
    let others = ["/resume.json", "/sw.js", "/locales/*"];
    rules.extend(others.map(|file| rule(file, &[is_asked_for_again])));
    rules.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_has_one_rule_for_each_header() {
        assert_eq!(
            headers("default-src 'none'"),
            "/*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n  \
             Permissions-Policy: camera=(), geolocation=(), microphone=()\n\
             /\n  Content-Security-Policy: default-src 'none';frame-ancestors 'none'\n  Cache-Control: no-cache\n\
             /index.html\n  Content-Security-Policy: default-src 'none';frame-ancestors 'none'\n  Cache-Control: no-cache\n\
             /page-*\n  Cache-Control: public, max-age=31536000, immutable\n\
             /resume.json\n  Cache-Control: no-cache\n\
             /sw.js\n  Cache-Control: no-cache\n\
             /locales/*\n  Cache-Control: no-cache\n"
        );
    }
}
