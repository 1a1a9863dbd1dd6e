//! The person as an entry for an address book: a vCard 3.0, which all of them read.

use crate::resume::{Resume, date::Date};

use super::person::{email, employers, phone, web};

/// The card, if the file has an address to put into it: e-mail, telephone, a page or a street.
pub fn vcard(resume: &Resume, today: Date) -> Option<String> {
    let basics = &resume.basics;
    let place = &basics.location;
    let email = email(resume);
    let profiles = basics.profiles.iter().map(|profile| profile.url.as_str());
    let pages = [basics.url.as_str()].into_iter().chain(profiles);
    let pages: Vec<_> = pages.filter_map(web).collect();
    let has_address = !(email.is_empty()
        && basics.phone.is_empty()
        && pages.is_empty()
        && place.address.is_empty());
    if !has_address {
        return None;
    }
    // vCard requires FN, so if there is no name something else has to serve as one.
    let names = [&basics.name, &basics.label, &basics.email, &basics.phone];
    let name = names.into_iter().find(|name| !name.is_empty());
    let name = name.map_or_else(|| pages.concat(), String::clone);
    let mut card = String::new();
    let mut add = |field: &str, values: &[&str]| {
        if values.iter().any(|value| !value.is_empty()) {
            let values: Vec<_> = values.iter().map(|value| escaped(value)).collect();
            write_line(&mut card, &format!("{field}:{}", values.join(";")));
        }
    };
    add("BEGIN", &["VCARD"]);
    add("VERSION", &["3.0"]);
    add("FN", &[&name]);
    // JSON Resume does not say which part of a name is the family name.
    add("N", &["", &name, "", "", ""]);
    add("TITLE", &[&basics.label]);
    if let Some(employer) = employers(resume, today).present.first() {
        add("ORG", &[&employer.name]);
    }
    add("EMAIL;TYPE=INTERNET", &[email]);
    add("TEL", &[phone(resume)]);
    let street = place.address.as_str();
    let (city, region) = (&place.city, &place.region);
    let (code, country) = (&place.postal_code, &place.country_code);
    add("ADR", &["", "", street, city, region, code, country]);
    for page in &pages {
        add("URL", &[page]);
    }
    add("END", &["VCARD"]);
    Some(card)
}

/// A text with the signs that mean something in a card spelt out.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for sign in text.replace("\r\n", "\n").chars() {
        match sign {
            '\\' | ';' | ',' => escaped.extend(['\\', sign]),
            '\n' | '\r' => escaped.push_str("\\n"),
            sign if sign.is_control() => escaped.push(' '),
            sign => escaped.push(sign),
        }
    }
    escaped
}

/// Adds a line, folded where it is longer than 75 bytes, between two letters.
fn write_line(card: &mut String, line: &str) {
    let mut length = 0;
    for sign in line.chars() {
        if length + sign.len_utf8() > 75 {
            card.push_str("\r\n ");
            length = 1;
        }
        card.push(sign);
        length += sign.len_utf8();
    }
    card.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(basics: &str) -> Option<String> {
        let json = format!(
            r#"{{"basics": {basics}, "work": [{{"name": "Here; there", "startDate": "2020"}}]}}"#
        );
        let (resume, _) = Resume::read(&json).expect("a résumé");
        vcard(&resume, Date::parse("2026-11-22").expect("a date"))
    }

    #[test]
    fn there_is_a_card_where_there_is_an_address() {
        for (basics, lines) in [
            (
                r#"{"name": "A", "email": "mailto:a@example.com"}"#,
                "FN:A\r\nN:;A;;;\r\nORG:Here\\; there\r\nEMAIL;TYPE=INTERNET:a@example.com\r\n",
            ),
            (
                r#"{"name": "A", "label": "B", "phone": "+1 (2) 3"}"#,
                "FN:A\r\nN:;A;;;\r\nTITLE:B\r\nORG:Here\\; there\r\nTEL:+1 (2) 3\r\n",
            ),
            (
                r#"{"url": "example.com"}"#,
                "FN:https://example.com\r\nN:;https://example.com;;;\r\nORG:Here\\; there\r\nURL:https://example.com\r\n",
            ),
            (
                r#"{"name": "A", "location": {"address": "1 Street\nBack", "city": "C", "countryCode": "IN"}}"#,
                "FN:A\r\nN:;A;;;\r\nORG:Here\\; there\r\nADR:;;1 Street\\nBack;C;;;IN\r\n",
            ),
        ] {
            let expected = format!("BEGIN:VCARD\r\nVERSION:3.0\r\n{lines}END:VCARD\r\n");
            assert_eq!(card(basics), Some(expected));
        }
        for basics in [
            r#"{"name": "A", "label": "B", "location": {"city": "C"}}"#,
            r#"{"name": "A", "email": "ask me", "url": "javascript:alert(1)"}"#,
        ] {
            assert_eq!(card(basics), None, "{basics}");
        }
    }

    #[test]
    fn no_text_ends_its_line_or_its_field() {
        let name = r"A, B; C\\D\r\nEND:VCARD\nBEGIN:VCARD\tE";
        let card = card(&format!(r#"{{"name": "{name}", "phone": "1\r\nNOTE:x"}}"#));
        let card = card.expect("there is a phone");
        assert!(
            card.contains("FN:A\\, B\\; C\\\\D\\nEND:VCARD\\nBEGIN:VCARD E\r\n"),
            "{card}"
        );
        assert_eq!(card.matches("END:VCARD\r\n").count(), 1);
        assert!(!card.contains("\nNOTE"), "{card}");
    }

    #[test]
    fn a_long_line_is_folded_between_letters() {
        let name = "日本語".repeat(30);
        let card =
            card(&format!(r#"{{"name": "{name}", "phone": "1"}}"#)).expect("there is a phone");
        assert!(card.lines().all(|line| line.len() <= 75), "{card}");
        assert!(
            card.replace("\r\n ", "")
                .contains(&format!("FN:{name}\r\n")),
            "{card}"
        );
    }
}
