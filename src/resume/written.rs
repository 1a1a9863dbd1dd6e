//! Dates as people write them: `March 2020`, `14.03.2020`, `2020年3月`, “present”.
//!
//! A text is first made plain (case, accents and other scripts' digits aside), then told by its form:
//! `14. März 2020` is a number, a month and a year. What can be read in two ways is not guessed at.

use super::date::Date;
use crate::words::{folded, spaced};

/// What someone wrote where a date belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// A date, to the precision it is written in, of the years 1900 to 2100.
    Date(Date),
    /// “present” or the like: until now.
    Now,
    /// A date of which two readings are equally usual, such as 03/04/2020.
    Ambiguous,
    /// It has the form of a date, and no calendar has that day: 2023-19-39, 2020-13, 31 Feb 2020.
    Impossible,
    /// Anything else.
    Text,
}

/// Reads a date in any usual form of ten languages and some of their neighbours. A time of day may
/// follow; it does not move the date, in whatever zone it is.
pub fn read(text: &str) -> Written {
    let plain = plain(text);
    let mut word = plain.clone();
    word.retain(|sign| !" -~'.,()[]".contains(sign));
    if has(NOW, &word) {
        return Written::Now;
    }
    let Some((before, after)) = plain.split_once(':') else {
        return read_date(&plain);
    };
    let hours = |sign: char| sign.is_ascii_digit();
    let date = before.trim_end_matches(hours).strip_suffix(['t', ' ']);
    match date.map(read_date) {
        Some(Written::Date(Date { day: None, .. })) => Written::Text,
        Some(written) if ends_time(after) => written,
        _ => Written::Text,
    }
}

/// Whether it can be what follows the hours of a time: `30:00.000Z`, `00 pm`, `30+05:30`.
fn ends_time(text: &str) -> bool {
    let in_time = |sign: char| sign.is_ascii_digit() || ":.,".contains(sign);
    let zone = text.trim_start_matches(in_time).trim_start();
    let offset = zone.strip_prefix(['+', '-']).unwrap_or_default();
    let is_offset =
        offset.len() <= 5 && offset.starts_with(['0', '1']) && offset.chars().all(in_time);
    is_offset || matches!(zone, "" | "z" | "utc" | "gmt" | "am" | "pm")
}

/// Reads a plain text that has no time.
fn read_date(plain: &str) -> Written {
    let Some((form, numbers)) = form(plain) else {
        return Written::Text;
    };
    match (form.as_str(), numbers.as_slice()) {
        // `2015-17` is 2015 to 2017.
        ("Y-n" | "Y/n", &[year, to]) if to > 12 && to > year % 100 => Written::Text,
        ("n/n/Y" | "n-n-Y" | "n.n.Y", &[one, two, year]) => {
            let day_first = date(year, Some(two), Some(one));
            let month_first = date(year, Some(one), Some(two));
            match (day_first, month_first) {
                (Written::Impossible, other) => other,
                (Written::Date(_), Written::Date(_)) if one != two && form != "n.n.Y" => {
                    Written::Ambiguous
                }
                _ => day_first,
            }
        }
        ("C", &[all]) => match date(all / 10_000, Some(all / 100 % 100), Some(all % 100)) {
            // Eight digits that are no date are some other number, not a mistaken date.
            Written::Impossible => Written::Text,
            written => written,
        },
        _ => {
            let order = ORDERS.iter().find(|(_, forms)| has(forms, &form));
            let order = order.map_or("", |(order, _)| order);
            let part = |sign| numbers.get(order.find(sign)?).copied();
            part('y').map_or(Written::Text, |year| date(year, part('m'), part('d')))
        }
    }
}

/// In which order the numbers of a form are year, month and day, for those that say so.
const ORDERS: [(&str, &str); 6] = [
    ("y", "Y Yy"),
    ("ym", "Y-n Y/n Y.n Yynm YM"),
    ("my", "n-Y n/Y n.Y MY"),
    ("ymd", "Y-n-n Y/n/n Y.n.n Yynmnd YMn"),
    ("mdy", "MnY"),
    ("dmy", "nMY"),
];

/// A text's form, with a sign for each part: `Y` for four digits, `n` for one or two, `C` for eight, `M`
/// for a month's name; and the numbers of these parts. `None` if anything else is in it.
fn form(plain: &str) -> Option<(String, Vec<u32>)> {
    let mut form = String::new();
    let mut numbers = Vec::new();
    let mut rest = plain.trim_matches(|sign| " .,()[]".contains(sign));
    let is_digit = |sign: char| sign.is_ascii_digit();
    let is_separator = |sign| " -/.,".contains(sign);
    while let Some(first) = rest.chars().next() {
        let unit = match first {
            '年' | '년' => Some('y'),
            '月' | '월' => Some('m'),
            '日' | '号' | '號' | '일' => Some('d'),
            _ => is_separator(first).then_some(first),
        };
        let end = match unit {
            Some(_) => Some(first.len_utf8()),
            None if is_digit(first) => rest.find(|sign| !is_digit(sign)),
            None => rest.find(|sign| is_digit(sign) || is_separator(sign)),
        };
        let (part, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        form.push(match (unit, part.len()) {
            (Some(unit), _) => unit,
            (None, 1 | 2) if is_digit(first) => 'n',
            (None, 4) if is_digit(first) => 'Y',
            (None, 8) if is_digit(first) => 'C',
            _ if has(LINKS, part) => '_',
            _ => {
                numbers.push(1 + MONTHS.iter().position(|names| has(names, part))? as u32);
                'M'
            }
        });
        numbers.extend(part.parse::<u32>());
    }
    // A hyphen at either end is that of an open range (“March 2020 –”), which is no date.
    if form.contains('M') && !form.starts_with('-') && !form.ends_with('-') {
        form.retain(|sign| "YMn".contains(sign));
    } else if form != "Y - n" {
        form.retain(|sign| sign != ' ');
    }
    Some((form, numbers))
}

fn date(year: u32, month: Option<u32>, day: Option<u32>) -> Written {
    if [Some(year), month, day].contains(&Some(0)) {
        return Written::Impossible;
    }
    // Other calendars have other years: 1399 and 2563 are in 2020.
    if !(1900..=2100).contains(&year) {
        return Written::Text;
    }
    // Months and days have two digits at most, so the casts lose nothing.
    let part = |part: Option<u32>| part.map(|part| part as u8);
    let date = Date {
        year: year as u16,
        month: part(month),
        day: part(day),
    };
    if date.exists() {
        Written::Date(date)
    } else {
        Written::Impossible
    }
}

fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|item| item == word)
}

/// A text as the tables have it: in lower case, without accents, with the digits and signs of ASCII and
/// one space between words.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            // Normalization would take a Hangul syllable apart into its letters.
            '가'..='힣' => plain.push(sign),
            _ => {
                let folded = folded(sign.encode_utf8(&mut [0; 4]));
                plain.extend(folded.chars().filter_map(simple));
            }
        }
    }
    // Arabic names of months in two words have the article in the second; the tables have them as one word.
    spaced(&plain).replace(" ال", "ال")
}

/// The sign that stands for all its kind; `None` for what is not seen, and for vowels and hamzas that
/// some write and some do not.
fn simple(sign: char) -> Option<char> {
    let less = |by: u32| char::from_u32(u32::from(sign) - by);
    match sign {
        '\u{660}'..='\u{669}' => less(0x630),
        '\u{6f0}'..='\u{6f9}' => less(0x6c0),
        '\u{966}'..='\u{96f}' => less(0x936),
        '\u{ff01}'..='\u{ff5e}' => less(0xfee0),
        '\u{ad}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{93c}' | '\u{feff}' => None,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        '\u{60d}' | '\u{2044}' | '\u{2215}' => Some('/'),
        '\u{60c}' | '\u{3001}' => Some(','),
        '\u{6d4}' | '\u{964}' | '\u{970}' | '\u{3002}' => Some('.'),
        '’' => Some('\''),
        // Persian and Arabic keyboards have different characters for these letters.
        'ی' | 'ى' => Some('ي'),
        'ک' => Some('ك'),
        _ => Some(sign),
    }
}

/// Each month's names, long and short: English, German, French, Spanish, Italian, Portuguese, Dutch;
/// Hindi; Arabic, with the Levant's and the Maghreb's; Persian, with Afghanistan's; Chinese. All are
/// [`plain`], and none is another month's.
const MONTHS: [&str; 12] = [
    "jan january januar janner jaenner janvier janv enero ene gennaio gen janeiro januari \
     जनवरी जन يناير كانونالثاني جانفي ژانويه جنوري جنو 一月",
    "feb february februar feber fevrier fevr fev febrero febbraio fevereiro februari \
     फरवरी फर فبراير شباط فيفري فوريه فبروري 二月",
    "mar march marz maerz mrz mars marzo marco maart mrt मार्च مارس اذار مارچ 三月",
    "apr april avril avr abril abr aprile अप्रैल ابريل نيسان افريل اوريل اپريل 四月",
    "may mai mayo maggio mag maio mei मई مايو ايار ماي مه مي 五月",
    "jun june juni juin junio giugno giu junho जून يونيو حزيران يونيه جوان ژوين جون 六月",
    "jul july juli juillet juill juil julio luglio lug julho जुलाई जुल \
     يوليو تموز يوليه جويليه جويلية يوليوز ژوييه جولاي جول 七月",
    "aug august aout agosto ago augustus अगस्त अग اغسطس اب اوت غشت اگوست اگست 八月",
    "sep sept september septembre septiembre setiembre settembre sett set setembro \
     सितंबर सितम्बर सित سبتمبر ايلول شتنبر سپتامبر سپتمبر 九月",
    "oct october oktober okt octobre octubre ottobre ott outubro out \
     अक्टूबर अक्तूबर अक्टू اكتوبر تشرينالاول اكتبر 十月",
    "nov november novembre noviembre novembro नवंबर नवम्बर नव \
     نوفمبر تشرينالثاني نونبر نوامبر نومبر 十一月",
    "dec december dezember dez decembre diciembre dic dicembre dezembro \
     दिसंबर दिसम्बर दिस ديسمبر كانونالاول دجنبر دسامبر دسمبر دسم 十二月",
];

/// What stands between the parts of a date and says nothing, in a date that names its month.
const LINKS: &str = "the of st nd rd th de del el le er º ° ª";

/// “Until now” in the same languages and in Japanese and Korean, [`plain`] and without spaces.
const NOW: &str = "present presently now current currently today ongoing inprogress todate tilldate \
    tilltoday tillnow untilnow uptonow tillpresent untilpresent uptopresent topresent tothepresent \
    atpresent presentday \
    heute bisheute aktuell jetzt bisjetzt derzeit gegenwartig laufend andauernd \
    aujourdhui jusquaaujourdhui jusquaujourdhui actuel actuellement acejour jusquacejour encours \
    maintenant apresent jusquapresent \
    actualidad laactualidad hastalaactualidad presente alpresente hastaelpresente actual actualmente \
    hoy hastahoy ahora hastaahora alafecha hastalafecha encurso \
    attuale attualmente oggi adoggi adesso incorso \
    atual atualmente atualidade hoje atehoje agora omomento ateomomento emandamento \
    heden totheden nu totnu huidig vandaag lopend \
    वर्तमान वर्तमानमें अब अबतक अभी अभीतक आज आजतक जारी \
    至今 迄今 今 现在 現在 至现在 至現在 目前 至目前 当前 當前 在职 在職 在读 在讀 \
    在職中 在学中 現職 継続中 現在に至る 현재 현재까지 지금 재직중 재학중 진행중 \
    الان حتيالان حاليا الحاضر حتيالحاضر الوقتالحاضر حتيالوقتالحاضر اليوم حتياليوم مستمر \
    اكنون تاكنون هماكنون حالحاضر درحالحاضر امروز تاامروز";

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn said(text: &str) -> String {
        match read(text) {
            Written::Date(date) => date.to_string(),
            Written::Now => "now".to_owned(),
            Written::Ambiguous => "ambiguous".to_owned(),
            Written::Impossible => "impossible".to_owned(),
            Written::Text => "text".to_owned(),
        }
    }

    /// Each line has what is read, and the texts that are read so.
    #[track_caller]
    fn assert_read(lines: &str) {
        for line in lines.lines().filter(|line| !line.trim().is_empty()) {
            let (expected, texts) = line.trim().split_once(": ").expect(line);
            for text in texts.split(" | ") {
                assert_eq!(said(text), expected, "{text}");
            }
        }
    }

    #[test]
    fn numbers_are_read_where_they_can_be_one_date_only() {
        assert_read(
            "
            2020: 2020 | (2020) | 2020.
            1900: 1900
            2100: 2100
            2020-03: 2020-03 | 2020-3 | 2020/03 | 2020.03 | 03/2020 | 3-2020 | 03 - 2020 | 03.2020
            2020-03: 2020–03 | 2020 / 3 | 3⁄2020
            2020-03-14: 2020-03-14 | 2020 - 03 - 14 | 2020/03/14 | 2020/3/14 | 2020.03.14
            2020-03-14: 2020. 3. 14. | 20200314 | 2020−03−14 | 03/14/2020 | 14/03/2020 | 14-3-2020
            2020-03-14: 3-14-2020 | 14.03.2020 | 14. 3. 2020 | 03.14.2020
            2020-03-04: 04.03.2020 | 4.3.2020 | 2020/03/04 | 2020.3.4
            2020-05-05: 05/05/2020 | 5-5-2020
            2010-12: 2010-12 | 12/2010
            ambiguous: 03/04/2020 | 3/4/2020 | 03-04-2020 | 03 / 04 / 2020 | ０３／０４／２０２０
            ambiguous: 12/11/2020
            ",
        );
    }

    #[test]
    fn a_time_of_day_never_moves_the_date() {
        assert_read(
            "
            2020-03-14: 2020-03-14T23:30:00.000Z | 2020-03-14T00:00:00+05:30 | 2020-03-14T23:59-1200
            2020-03-14: 2020-03-14 12:00:00 | 2020-03-14 9:30 | 2020-03-14t09:30z
            2020-03-14: 2020-03-14 00:00:00 UTC | 2020-03-14 00:00:00,5 +01 | 3/14/2020, 12:00:00 AM
            2020-03-14: 14.03.2020 12:00 | 14 March 2020 00:00 | ٢٠٢٠-٠٣-١٤T٠٠:٠٠
            ambiguous: 03/04/2020 00:00
            impossible: 2020-02-30T00:00:00Z
            text: 12:00 | 2020 12:00 | March 2020 12:00 | 2020:03:14 | 2020-03-14T | 2020-03-14:00
            text: 2020-03-14 noon | 2020-03-14 12:00 -2021 | 2020-03-14 12:00 – 14:00
            text: 2020-03-14T12:00 sharp | 2020-03-14 12:00 + 1
            ",
        );
    }

    #[test]
    fn months_are_read_by_their_names() {
        assert_read(
            "
            2020-03: Mar 2020 | March 2020 | Mar. 2020 | march, 2020 | MARCH 2020 | 2020 March
            2020-03: Mar-2020 | March of 2020 | Mar2020
            2020-03-14: March 14, 2020 | 14 March 2020 | 14th of March 2020 | March 14th, 2020
            2020-03-14: the 14th of March, 2020 | 2020-Mar-14 | 14-Mar-2020 | 14–Mar–2020
            2020-03-14: 14/Mar/2020 | Mar.14,2020 | 2020 Mar 14
            2020-03-01: 1st Mar 2020 | 1er mars 2020 | 1º de marzo de 2020 | 1° marzo 2020
            2019-09: Sept 2019 | sept. 2019 | septiembre de 2019 | setiembre 2019 | set. 2019
            2020-01: enero de 2020 | Jänner 2020 | janvier 2020 | gennaio 2020 | janeiro de 2020
            2020-01: ene. 2020
            2020-02: févr. 2020 | fevrier 2020 | FÉVRIER 2020 | fe\u{301}vrier 2020 | Feber 2020
            2020-03: mar. 2020 | März 2020 | MÄRZ 2020 | Marz 2020 | Maerz 2020 | mrt 2020
            2020-03: março de 2020
            2020-03-14: 14 de marzo de 2020 | 14 de marzo del 2020 | 14. März 2020 | 14.März.2020
            2020-03-14: le 14 mars 2020
            2020-05: May 2020 | Mai 2020 | mayo de 2020 | maggio 2020 | mei 2020
            2020-08: août 2020 | aout 2020 | agosto de 2020 | augustus 2020
            2020-12: Dez. 2020 | déc. 2020 | dic. 2020 | diciembre 2020
            ",
        );
    }

    #[test]
    fn other_scripts_are_read() {
        assert_read(
            "
            2020: ２０２０ | ٢٠٢٠ | ۲۰۲۰ | २०२० | 2020年 | 2020 年 | 2020년
            2020-03: 2020年3月 | ２０２０年３月 | 2020 年 03 月 | 2020年三月 | 三月 2020
            2020-03: 2020년 3월 | 2020년3월
            2020-03-14: 2020年3月14日 | 2020年03月14号 | 2020년 3월 14일 | 14/٣/2020
            2020-11: 2020年十一月 | 2020年11月
            2020-03: मार्च 2020 | मार्च २०२० | مارس 2020 | مارس ٢٠٢٠ | مارس ۲۰۲۰ | آذار 2020 | اذار 2020
            2020-03: \u{200f}آذار 2020
            2020-02: फ़रवरी 2020 | फरवरी 2020 | \u{92b}\u{93c}रवरी 2020 | फर॰ 2020 | شباط 2020
            2020-02: فوریه ۲۰۲۰
            2020-01: ژانویه ۲۰۲۰ | ژانويه 2020 | كانون الثاني 2020 | كانون  الثاني 2020 | يناير 2020
            2020-12-14: 14 كانون الأول 2020 | ١٤ ديسمبر ٢٠٢٠ | 14 دجنبر، 2020
            2020-10: تشرين الأول 2020 | أكتوبر 2020 | اكتوبر 2020 | اکتبر ۲۰۲۰
            2020-07: ژوئیه ۲۰۲۰ | يوليو 2020 | जुलाई 2020 | 七月 2020
            ",
        );
    }

    #[test]
    fn a_day_that_no_calendar_has_is_said_to_be_one() {
        assert_read(
            "
            impossible: 2020-13 | 2023-19-39 | 2020-02-30 | 2023-02-29 | 13/13/2020 | 13/2020
            impossible: 30/02/2020 | 31 Feb 2020 | February 30, 2020 | 2020年13月 | 31.04.2020
            impossible: Mar 32 2020 | 2020-00 | 2020-00-00 | 00/2020 | 00/05/2020 | 0000-00-00
            impossible: 0 March 2020
            2024-02-29: 29/02/2024 | Feb 29, 2024
            ",
        );
    }

    #[test]
    fn what_is_not_one_date_of_this_calendar_is_a_text() {
        assert_read(
            "
            text: 1399 | 2563 | 1899 | 2101 | 1399-03 | 03/04/1399 | مارس ۱۳۹۹ | 14 March 2563
            text: 1399-02-31 | Jan '20 | 03/20 | Mar 14 | 12-Mar-20 | 20 | 202 | 20201 | 202003
            text: 12345678 | 20201399 | 15630314 | 99999999999 | 2015 - 2017 | 2015-2017 | 2015–17 | 2019/20
            text: 2020 - 03 | Mar - May 2020 | Mar 2020 - May 2020 | 3-5 March 2020 | Mar/Apr 2020
            text: – March 2020 | March 2020 – | -2020 | 2020- | 2020年3月〜 | 2020年-2021年 | May
            text: March | Spring 2020 | Q1 2020 | 2020-Q1 | 2020-W10 | 2020-073 | early 2020
            text: circa 2014 | mid-2020 | 2020s | 2020+ | ~2020 | since March 2020 | 2020 03
            text: 2020-03/14 | 2020-03-14-15 | of 2020 | 1st 2020 | Marchy 2020 | Presently unknown
            text: 令和2年3月 | 民國109年 | مهر 1399 | تشرين 2020 | . | - | 🚀 | 2020🚀
            ",
        );
        assert_eq!(said(""), "text");
        assert_eq!(said(" "), "text");
    }

    #[test]
    fn until_now_is_said_in_many_ways() {
        assert_read(
            "
            now: Present | present. | PRESENT | (present) | [Present] | – Present | - present -
            now: Now | current | Currently | today | ongoing | On-going | to date | till date
            now: Till  Date | till now | until now | till present | to present | at present
            now: actualidad | la actualidad | presente | actual | hoy | heute | aktuell | jetzt
            now: laufend | bis heute | présent | Present | aujourd'hui | aujourd’hui | Aujourd'hui.
            now: actuel | à ce jour | À CE JOUR | en cours | वर्तमान | अब तक | अभी | 至今 | 现在 | 目前
            now: 迄今 | （至今） | 今 | 現在 | 在職中 | 현재 | 재직중 | 재직 중 | الآن | الان
            now: حتى الآن | حالياً | حاليًا | حاليا | الحاضر | اکنون | تاکنون | هم\u{200c}اکنون
            now: حال حاضر | در حال حاضر
            text: present day company | presents | not now | 2020 present | 2015 - present
            ",
        );
    }

    #[test]
    fn the_tables_are_as_they_are_looked_up_and_no_name_is_two_months() {
        let mut all = Vec::new();
        for (names, month) in MONTHS.iter().zip(1..) {
            for name in names.split(' ') {
                assert_eq!(plain(name), name);
                assert_eq!(
                    said(&format!("{name} 2020")),
                    format!("2020-{month:02}"),
                    "{name}"
                );
                assert!(!all.contains(&name), "{name}");
                all.push(name);
            }
        }
        for word in NOW.split(' ') {
            assert_eq!((said(word).as_str(), plain(word).as_str()), ("now", word));
        }
        for link in LINKS.split(' ') {
            assert_eq!(plain(link), link);
        }
    }

    fn dates() -> impl Strategy<Value = Date> {
        let day = (1900..=2100_u16, 1..=12_u8, 1..=31_u8);
        let day = day.prop_map(|(year, month, day)| Date {
            year,
            month: Some(month),
            day: Some(day),
        });
        let day = day.prop_filter("no such day", |date| date.exists());
        (day, 1..=3).prop_map(|(date, parts)| Date {
            month: date.month.filter(|_| parts > 1),
            day: date.day.filter(|_| parts > 2),
            ..date
        })
    }

    /// A date in every form that its precision has.
    fn forms(date: Date) -> Vec<String> {
        let Date {
            year: y,
            month,
            day,
        } = date;
        let Some(m) = month else {
            return vec![format!("{y}"), format!("{y}年"), format!("{y}년")];
        };
        let names = MONTHS[usize::from(m) - 1].split(' ');
        let Some(d) = day else {
            let mut forms = vec![format!("{y}年{m}月"), format!("{y}년 {m}월")];
            for sign in ["-", "/", ".", "–"] {
                forms.push(format!("{y}{sign}{m}"));
                forms.push(format!("{y}{sign}{m:02}"));
                forms.push(format!("{m:02}{sign}{y}"));
            }
            for name in names {
                forms.push(format!("{name} {y}"));
                forms.push(format!("{} de {y}", name.to_uppercase()));
                forms.push(format!("{y}-{name}"));
            }
            return forms;
        };
        let mut forms = vec![
            format!("{y}{m:02}{d:02}"),
            format!("{d}.{m}.{y}"),
            format!("{y}年{m}月{d}日"),
            format!("{y}년 {m}월 {d}일"),
            format!("{date}T23:59:59.999-12:00"),
            format!("{date} 00:00"),
        ];
        for sign in ["-", "/", ".", "–"] {
            forms.push(format!("{y}{sign}{m:02}{sign}{d:02}"));
            if d > 12 || d == m {
                forms.push(format!("{m:02}{sign}{d:02}{sign}{y}"));
                forms.push(format!("{d}{sign}{m}{sign}{y}"));
            }
        }
        for name in names {
            forms.push(format!("{name} {d}, {y}"));
            forms.push(format!("{d}. {name}. {y}"));
            forms.push(format!("{d}th of {name} {y}"));
            forms.push(format!("{y}-{name}-{d:02}"));
        }
        forms
    }

    proptest! {
        #[test]
        fn a_date_reads_back_as_itself_in_every_form(date in dates(), zero in proptest::sample::select(vec!['0', '٠', '۰', '०', '０'])) {
            for form in forms(date) {
                prop_assert_eq!(read(&form), Written::Date(date), "{}", &form);
                let digit = |sign: char| match sign.to_digit(10) {
                    Some(digit) => char::from_u32(zero as u32 + digit).unwrap_or(sign),
                    None => sign,
                };
                let form: String = form.chars().map(digit).collect();
                prop_assert_eq!(read(&form), Written::Date(date), "{}", &form);
            }
        }

        #[test]
        fn a_day_and_a_month_that_could_be_each_other_are_not_guessed(year in 1900..=2100, one in 1..=12, two in 1..=12, sign in "[-/–]") {
            prop_assume!(one != two);
            let text = format!("{one:02}{sign}{two}{sign}{year}");
            prop_assert_eq!(read(&text), Written::Ambiguous);
        }

        #[test]
        fn whatever_is_written_is_read_in_the_years_of_a_life_and_without_the_space_around(
            text in prop_oneof![
                "\\PC*",
                "[12][0-9]{3}([-/.][01]?[0-9]){0,2}",
                "([0-3]?[0-9][-/.]){1,2}[12][0-9]{3}",
                "([0-9]{1,4}|[0-9０-９٠-٩:tzT+ /.,'年月日—-]|mars|May|आज|now|كانون|الثاني){0,9}",
            ],
            before in "[ \t\u{a0}\u{3000}\u{202f}]{0,3}",
            after in "[ \n\u{a0}\u{3000}]{0,3}",
        ) {
            let written = read(&text);
            if let Written::Date(date) = written {
                prop_assert!((1900..=2100).contains(&date.year) && date.exists());
            }
            prop_assert_eq!(read(&format!("{before}{text}{after}")), written);
        }
    }
}
