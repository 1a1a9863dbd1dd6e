//! Words as a reader compares them.
//!
//! A search finds words that begin with its own, case and accents aside ([`folded`], [`occurrences`]). The name of
//! a technology is found as whole words only ([`Phrases`]): “Go” is neither in “Google” nor in “go to”.

use std::{collections::HashMap, ops::Range};

use crate::unicode::{decomposed, lower_case};

/// A text with one space where it has any, and none around it.
pub fn spaced(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ")
}

/// A text with case and accents set aside.
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|sign| fold(sign, &mut folded));
    folded
}

fn fold(sign: char, folded: &mut String) {
    if sign.is_ascii() {
        return folded.push(sign.to_ascii_lowercase());
    }
    let mut buffer = [0; 4];
    let plain = decomposed(&lower_case(sign.encode_utf8(&mut buffer)));
    folded.extend(plain.chars().filter(|sign| !is_accent(*sign)));
}

fn is_accent(sign: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&sign)
}

/// Where a text has a word that begins so, both [`folded`]; in bytes of the text. In scripts that write no spaces between words,
/// or tie particles to them, anywhere.
pub fn beginnings<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let is_free = !word.starts_with(is_spaced);
    let places = text.match_indices(word).map(|(at, _)| at);
    places.filter(move |&at| is_free || !text[..at].ends_with(is_spaced))
}

/// Whether words of the letter's script have spaces around them and nothing else.
fn is_spaced(letter: char) -> bool {
    let ties_particles = ('\u{590}'..='\u{8ff}').contains(&letter);
    matches!(kind(letter), Kind::Letter | Kind::OtherLetter) && !ties_particles
}

/// Whether words are enough to search for: two letters, or one of a script in which that may be a word.
pub fn is_enough(words: &str) -> bool {
    words
        .chars()
        .filter(|sign| kind(*sign) != Kind::Space)
        .count()
        > 1
        || words.contains(|sign| kind(sign) == Kind::Syllable)
}

/// Where a text has words that begin with any of these, which are [`folded`]; in bytes of the text, in no order.
pub fn occurrences(text: &str, words: &[String]) -> Vec<Range<usize>> {
    let mut plain = String::with_capacity(text.len());
    // For each byte of it, the character of the text that it comes from.
    let mut origins: Vec<Range<usize>> = Vec::with_capacity(text.len());
    for (start, sign) in text.char_indices() {
        let end = start + sign.len_utf8();
        fold(sign, &mut plain);
        match origins.last_mut() {
            Some(last) if is_accent(sign) => last.end = end,
            _ => origins.resize(plain.len(), start..end),
        }
    }
    let mut found = Vec::new();
    for word in words.iter().filter(|word| !word.is_empty()) {
        for at in beginnings(&plain, word) {
            found.push(origins[at].start..origins[at + word.len() - 1].end);
        }
    }
    found
}

/// Whether two words differ by one typing error: a letter more, less or another, or two of them in each other's place.
pub fn is_one_off(one: &str, other: &str) -> bool {
    // At most four bytes are a letter.
    if one.len().abs_diff(other.len()) > 4 {
        return false;
    }
    let (one, other): (Vec<_>, Vec<_>) = (one.chars().collect(), other.chars().collect());
    let (mut one, mut other) = (one.as_slice(), other.as_slice());
    while let ([first, one_rest @ ..], [same, other_rest @ ..]) = (one, other)
        && first == same
    {
        (one, other) = (one_rest, other_rest);
    }
    while let ([one_rest @ .., last], [other_rest @ .., same]) = (one, other)
        && last == same
    {
        (one, other) = (one_rest, other_rest);
    }
    match (one, other) {
        ([], [_]) | ([_], []) | ([_], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

/// The sentences of a text, as far as its signs tell: none ends behind a short word, which may be abbreviated, or before a small
/// letter or a digit.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut from = 0;
    for (at, sign) in text.char_indices() {
        let end = at + sign.len_utf8();
        let ends = match sign {
            '\n' | '。' | '！' | '？' | '।' | '؟' | '۔' => true,
            '.' | '!' | '?' => {
                let word = text[from..at].rsplit(char::is_whitespace).next();
                let next = text[end..].trim_start().chars().next();
                let goes_on = |next: char| next.is_ascii_lowercase() || next.is_ascii_digit();
                text[end..].starts_with(' ')
                    && word.is_some_and(|word| word.chars().count() > 3)
                    && !next.is_some_and(goes_on)
            }
            _ => false,
        };
        if ends {
            sentences.push(text[from..end].trim());
            from = end;
        }
    }
    sentences.push(text[from..].trim());
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// Names to look for in texts, by the [`Token::stem`] of their first word.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phrases(HashMap<String, Vec<Phrase>>);

#[derive(Clone, Debug, PartialEq)]
struct Phrase {
    words: Vec<String>,
    /// Whether case matters, as it does for names so short that they are also something else.
    as_written: bool,
    /// What it is the name of.
    of: usize,
}

impl Phrases {
    /// Names, and the number of what each is the name of.
    pub fn new<'a>(names: impl Iterator<Item = (&'a str, usize)>) -> Self {
        let mut phrases: HashMap<_, Vec<_>> = HashMap::new();
        for (name, of) in names {
            let tokens = tokens(name);
            let letters = name.chars().filter(|sign| kind(*sign) != Kind::Space);
            let is_word = letters.clone().all(|sign| kind(sign) == Kind::Letter);
            let as_written = is_word && letters.count() <= 3;
            let word = |token: &Token| {
                if as_written {
                    token.text.to_owned()
                } else {
                    lower_case(token.text)
                }
            };
            // A name of punctuation alone would be found everywhere.
            if tokens.iter().any(Token::is_word) {
                phrases.entry(tokens[0].stem()).or_default().push(Phrase {
                    words: tokens.iter().map(word).collect(),
                    as_written,
                    of,
                });
            }
        }
        Self(phrases)
    }

    /// What a text names, and where; in bytes of the text.
    pub fn find(&self, text: &str) -> Vec<(usize, Range<usize>)> {
        let tokens = tokens(text);
        let mut found = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            for phrase in self.0.get(&token.stem()).into_iter().flatten() {
                if phrase.begins(&tokens[at..]) && !is_verb(&tokens, at) {
                    let last = &tokens[at + phrase.words.len() - 1];
                    found.push((phrase.of, token.start..last.start + last.text.len()));
                }
            }
        }
        found
    }
}

/// Whether a word is no name but begins an English sentence: “Go to market”.
fn is_verb(tokens: &[Token], at: usize) -> bool {
    let is_first = at == 0 || tokens[at - 1].ends_sentence() || tokens[at].is_joined;
    let next = tokens.get(at + 1);
    is_first && tokens[at].text == "Go" && next.is_some_and(|next| next.text == "to")
}

impl Phrase {
    fn begins(&self, tokens: &[Token]) -> bool {
        let Some((last, others)) = self.words.split_last() else {
            return false;
        };
        if tokens.len() < self.words.len() {
            return false;
        }
        // “R&D” does not mention the language R, and “C-level” not C.
        if others.is_empty() && last.chars().count() == 1 && tokens[0].is_joined {
            return false;
        }
        let same = |word: &str, token: &Token| {
            if self.as_written {
                token.text == word
            } else {
                token.is(word)
            }
        };
        let mut pairs = others.iter().zip(tokens);
        pairs.all(|(word, token)| same(word, token))
            && (same(last, &tokens[others.len()]) || self.inflects(last, tokens[others.len()].text))
    }

    /// Whether the two are singular and plural of one word: “webhook” and “webhooks”, “library” and
    /// “libraries”, “process” and “processes”.
    fn inflects(&self, word: &str, text: &str) -> bool {
        let text = if self.as_written {
            text.to_owned()
        } else {
            lower_case(text)
        };
        let (one, many) = if word.len() < text.len() {
            (word, text.as_str())
        } else {
            (text.as_str(), word)
        };
        let is_word = one.len() > 1 && one.ends_with(|sign| kind(sign) == Kind::Letter);
        let hisses = ["s", "x", "z", "ch", "sh"]
            .iter()
            .any(|end| one.ends_with(end));
        let is_plural = match many.strip_prefix(one) {
            Some("s") => true,
            Some("es") => hisses,
            Some(_) => false,
            None => one
                .strip_suffix('y')
                .is_some_and(|stem| many.strip_prefix(stem) == Some("ies")),
        };
        is_word && is_plural
    }
}

/// A word of a text, or a sign between words.
struct Token<'a> {
    text: &'a str,
    start: usize,
    /// Whether a hyphen or the like ties it to another word.
    is_joined: bool,
}

impl Token<'_> {
    fn is_word(&self) -> bool {
        self.text.chars().any(|sign| kind(sign) != Kind::Sign)
    }

    fn ends_sentence(&self) -> bool {
        matches!(
            self.text,
            "." | "!" | "?" | ":" | ";" | "…" | "–" | "—" | "•"
        )
    }

    /// In lower case, without what may differ between singular and plural.
    fn stem(&self) -> String {
        let mut stem = lower_case(self.text);
        stem.truncate(stem.trim_end_matches(['s', 'e', 'i', 'y']).len());
        stem
    }

    fn is(&self, lower: &str) -> bool {
        if self.text.is_ascii() {
            self.text.eq_ignore_ascii_case(lower)
        } else {
            lower_case(self.text) == lower
        }
    }
}

/// Whether a text has these words, and not as parts of others.
pub fn has_words(text: &str, words: &str) -> bool {
    let is_letter = |sign: char| !matches!(kind(sign), Kind::Space | Kind::Sign);
    let mut places = text.match_indices(words);
    places.any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + words.len()..]);
        !before.ends_with(is_letter) && !after.starts_with(is_letter)
    })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Space,
    Sign,
    /// Of the Latin script, or a digit.
    Letter,
    /// Of a script that writes spaces between words: Cyrillic, Arabic, Devanagari …
    OtherLetter,
    /// Of a script that does not, or that ties particles to words: Han, Kana, Hangul, Thai …
    Syllable,
}

/// What a character is to the words around it, told by ranges of Unicode's blocks. Unicode's own tables of
/// properties are far larger, and these ranges suffice to tell words apart.
pub(crate) fn kind(sign: char) -> Kind {
    match sign {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '_' => Kind::Letter,
        _ if sign.is_whitespace() => Kind::Space,
        '\0'..='©' | '«'..='´' | '¶'..='¹' | '»'..='¿' | '×' | '÷' => Kind::Sign,
        '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{fe00}'..='\u{fe6f}' => Kind::Sign,
        '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' => Kind::Sign,
        '\u{ff5b}'..='\u{ff65}' | '\u{1f000}'..='\u{1ffff}' => Kind::Sign,
        '\u{5be}' | '\u{60c}' | '\u{61b}' | '\u{61f}' | '\u{66a}'..='\u{66d}' => Kind::Sign,
        '\u{6d4}' | '\u{964}' | '\u{965}' => Kind::Sign,
        ..='\u{36f}' | '\u{1e00}'..='\u{1eff}' => Kind::Letter,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{11ff}' | '\u{1780}'..='\u{17ff}' => Kind::Syllable,
        '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'.. => Kind::Syllable,
        _ => Kind::OtherLetter,
    }
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut before = ' ';
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = token_length(first, rest, before);
        let (token, after) = rest.split_at(length);
        let is_hyphen = matches!(first, '-' | '\u{2010}' | '\u{2011}');
        if kind(first) != Kind::Space && !is_hyphen {
            tokens.push(Token {
                text: token,
                start: text.len() - rest.len(),
                is_joined: ties(before) || after.chars().next().is_some_and(ties),
            });
        }
        before = token.chars().next_back().unwrap_or(first);
        rest = after;
    }
    tokens
}

fn ties(sign: char) -> bool {
    matches!(sign, '-' | '\u{2010}' | '\u{2011}' | '&' | '\'' | '’' | '@')
}

fn token_length(first: char, rest: &str, before: char) -> usize {
    let run = |from: usize, of: Kind| {
        let mut signs = rest[from..].char_indices();
        let end = signs.find(|(_, sign)| kind(*sign) != of);
        end.map_or(rest.len(), |(end, _)| from + end)
    };
    let alone = first.len_utf8();
    match kind(first) {
        Kind::Letter => {
            let mut end = run(0, Kind::Letter);
            // A full stop between letters, as in “Node.js”, is part of the word.
            while rest[end..].starts_with('.') && run(end + 1, Kind::Letter) > end + 1 {
                end = run(end + 1, Kind::Letter);
            }
            // “+” and “#” after it are part of the word in “C++”, “C#” and “C++17”, but not in “Kafka+Redis”.
            let signs = rest[end..].trim_start_matches(['+', '#']);
            let ends_there = !signs.starts_with(|sign: char| sign.is_ascii_alphabetic());
            if ends_there {
                rest.len() - signs.len()
            } else {
                end
            }
        }
        // A full stop begins a word in “.NET”; after a letter or another full stop it ends a sentence.
        Kind::Sign if first == '.' && before != '.' && kind(before) != Kind::Letter => {
            run(alone, Kind::Letter)
        }
        Kind::OtherLetter => run(0, Kind::OtherLetter),
        _ => alone,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn assert_named(name: &str, text: &str, expected: &[&str]) {
        let found = Phrases::new([(name, 7)].into_iter()).find(text);
        let found: Vec<_> = found.into_iter().map(|(_, place)| &text[place]).collect();
        assert_eq!(found, expected, "{name} in “{text}”");
    }

    #[test]
    fn one_typing_error_is_told_from_two() {
        for (one, other, is_one) in [
            ("kafka", "kafak", true),
            ("kafka", "kfka", true),
            ("kafka", "kafkaa", true),
            ("kafka", "kavka", true),
            ("kafka", "kafka", false),
            ("kafka", "fakka", false),
            ("kafka", "kakfaa", false),
            ("", "a", true),
            ("größe", "grösse", false),
        ] {
            assert_eq!(is_one_off(one, other), is_one, "{one} {other}");
            assert_eq!(is_one_off(other, one), is_one, "{other} {one}");
        }
    }

    #[test]
    fn a_text_is_cut_into_its_sentences() {
        for (text, expected) in [
            ("", &[] as &[_]),
            ("One only", &["One only"]),
            ("Built it. Ran it!  Why?", &["Built it. Ran it!  Why?"]),
            (
                "Built queues. Wrote Node.js servers! More",
                &["Built queues.", "Wrote Node.js servers!", "More"],
            ),
            (
                "Tools, e.g. Kafka, etc. and Acme Inc. too",
                &["Tools, e.g. Kafka, etc. and Acme Inc. too"],
            ),
            (
                "Cut costs by approx. 40 % and others. too",
                &["Cut costs by approx. 40 % and others. too"],
            ),
            ("यह पहला है। दूसरा", &["यह पहला है।", "दूसरा"]),
            (
                "第一句。第二句！third\nfourth",
                &["第一句。", "第二句！", "third", "fourth"],
            ),
        ] {
            assert_eq!(sentences(text), expected, "{text}");
        }
    }

    #[test]
    fn words_are_found_by_their_beginnings_where_they_have_one() {
        for (text, word, found) in [
            ("a stream, streams, mainstream", "stream", &[2, 10][..]),
            ("pre-stream/stream2", "stream", &[4, 11]),
            ("c++ and c", "+", &[1, 2]),
            ("поток, исток", "ток", &[]),
            ("東京都港区", "港区", &[9]),
            ("データベース", "ベース", &[9]),
            ("والواجهة", "واجهة", &[6]),
            ("v2.10", "10", &[3]),
        ] {
            let places: Vec<_> = beginnings(text, word).collect();
            assert_eq!(places, found, "{word} in “{text}”");
        }
        for (words, enough) in [
            ("a", false),
            (" a ", false),
            ("go", true),
            ("a b", true),
            ("港", true),
            ("", false),
        ] {
            assert_eq!(is_enough(words), enough, "“{words}”");
        }
    }

    #[test]
    fn names_are_found_as_whole_words() {
        for (name, text, found) in [
            (
                "Go",
                "Go consumers; in Go, (Go) Go. Go-based Go/Rust",
                &["Go"; 6][..],
            ),
            (
                "Go",
                "Go to market, Go-to-market, Google, go to, Goal, go-to, MongoDB, GO, Goes, golang",
                &[],
            ),
            (
                "Go",
                "Used Go to build it. Go to market: Go to, moved Go to Rust",
                &["Go"; 2],
            ),
            ("AWS", "AWS to GCP, from AWS to GCP", &["AWS"; 2]),
            ("River", "Set up River for async tasks", &["River"]),
            ("River", "a driver, riverside, Rivera", &[]),
            ("Java", "JavaScript, java and Java 17", &["java", "Java"]),
            ("R", "R, in R. (R) R/Python", &["R"; 4]),
            ("R", "R&D, Rs 500, r, R-squared, O'R, R++", &[]),
            ("C", "C, C/C++ and C.", &["C"; 3]),
            ("C", "C++, C#, Objective-C, C-level, c, ABC", &[]),
            (
                "C++",
                "C++, C++17, (c++) C/C++",
                &["C++", "C++", "c++", "C++"],
            ),
            ("C++", "C, C+, C+++", &[]),
            ("C#", "C#, C#.", &["C#", "C#"]),
            ("C#", "C, C##", &[]),
            (".NET", ".NET, on .NET. (.net)", &[".NET", ".NET", ".net"]),
            (".NET", "ASP.NET, net, Internet", &[]),
            ("Node.js", "Node.js, node.js.", &["Node.js", "node.js"]),
            ("Node.js", "Node, Nodejs, Node. js", &[]),
            ("Node", "Node.js", &[]),
            ("SQL", "SQL, MySQL, sql, NoSQL, SQL-like", &["SQL", "SQL"]),
            ("Redis", "Redis' and Redis's, pre-Redis", &["Redis"; 3]),
        ] {
            assert_named(name, text, found);
        }
    }

    #[test]
    fn names_of_several_words_and_signs_are_found() {
        for (name, text, found) in [
            (
                "SNS & SQS",
                "via SNS & SQS, SNS&SQS",
                &["SNS & SQS", "SNS&SQS"][..],
            ),
            ("SNS & SQS", "SNS and SQS, SNS, SQS", &[]),
            (
                "CI/CD",
                "CI/CD and CI / CD, ci/cd",
                &["CI/CD", "CI / CD", "ci/cd"],
            ),
            ("CI/CD", "CI, CD", &[]),
            (
                "Open Source",
                "Open source, open-source, open\n source",
                &["Open source", "open-source", "open\n source"],
            ),
            ("Open Source", "opensource, open, source", &[]),
            ("Event-Driven", "event driven", &["event driven"]),
            (
                "Distributed Systems",
                "a distributed system, Distributed Systems",
                &["distributed system", "Distributed Systems"],
            ),
        ] {
            assert_named(name, text, found);
        }
    }

    #[test]
    fn one_and_many_are_the_same_word() {
        for (name, text, found) in [
            (
                "Webhooks",
                "a webhook, webhooks, Webhook's",
                &["webhook", "webhooks", "Webhook"][..],
            ),
            ("Webhook", "webhooks", &["webhooks"]),
            ("API", "APIs, API", &["APIs", "API"]),
            ("Library", "libraries", &["libraries"]),
            ("Process", "processes", &["processes"]),
            ("Kubernetes", "Kubernetes", &["Kubernetes"]),
            ("AWS", "AW", &[]),
            ("CSS", "CS", &[]),
            (
                "Microservices",
                "microservice architecture",
                &["microservice"],
            ),
        ] {
            assert_named(name, text, found);
        }
    }

    #[test]
    fn other_scripts_have_their_own_words() {
        for (name, text, found) in [
            (
                "Kafka",
                "Kafkaを使った、日本語Kafka",
                &["Kafka", "Kafka"][..],
            ),
            ("Kafka", "Кafka kafkaesque", &[]),
            (
                "分散システム",
                "大規模分散システムを構築",
                &["分散システム"],
            ),
            ("카프카", "카프카를 사용", &["카프카"]),
            ("База данных", "база данных", &["база данных"]),
            ("База", "базами, Базальт", &[]),
            ("Élan", "élan, Élan", &["élan", "Élan"]),
            ("کافکا", "از کافکا، ", &["کافکا"]),
            ("🚀", "🚀", &[]),
            ("Kafka", "🚀Kafka🚀", &["Kafka"]),
        ] {
            assert_named(name, text, found);
        }
    }

    #[test]
    fn a_search_sets_case_and_accents_aside() {
        for (text, query, found) in [
            ("My Résumé", "resume", &["Résumé"][..]),
            ("resume", "RÉSUMÉ", &["resume"]),
            ("Re\u{301}sume\u{301}", "resume", &["Re\u{301}sume\u{301}"]),
            ("ΟΔΥΣΣΕΥΣ", "οδυσ", &["ΟΔΥΣ"]),
            ("Straße İstanbul", "istanbul", &["İstanbul"]),
            ("日本語の履歴書", "履歴", &["履歴"]),
            ("bcd abc, bc", "bc", &["bc", "bc"]),
            ("anything", "", &[]),
        ] {
            let places = occurrences(text, &[folded(query)]);
            let places: Vec<_> = places.into_iter().map(|place| &text[place]).collect();
            assert_eq!(places, found, "{query} in {text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_found_is_a_piece_of_the_text(text in "\\PC*", name in "\\PC{0,8}", word in "\\PC{0,3}") {
            for (_, place) in Phrases::new([(name.as_str(), 0)].into_iter()).find(&text) {
                prop_assert!(text.get(place).is_some_and(|piece| !piece.is_empty()));
            }
            for place in occurrences(&text, &[folded(&word)]) {
                prop_assert!(text.get(place).is_some_and(|piece| folded(piece).contains(&folded(&word))));
            }
        }

        #[test]
        fn a_name_is_found_in_itself(name in "[A-Za-z]{2}[A-Za-z0-9+# .&/日本éж-]{0,12}") {
            let found = Phrases::new([(name.as_str(), 0)].into_iter()).find(&name);
            prop_assert_eq!(found.len(), 1);
        }
    }
}
