//! Dates as a résumé has them: a year, a month or a day, and periods between two of them.

use std::fmt;

/// A date of ISO 8601 whose parts after the year may be missing: `2020`, `2020-03`, `2020-03-14`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year, 0 to 9999.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month, from 1.
    pub day: Option<u8>,
}

impl Date {
    /// Reads `2020`, `2020-03` or `2020-03-14`; `None` for anything else, and for days that no
    /// calendar has.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map(|part| digits(part, 2));
        let day = parts.next().map(|part| digits(part, 2));
        if parts.next().is_some() {
            return None;
        }
        let date = Self {
            year,
            month: lift(month)?,
            day: lift(day)?,
        };
        date.exists().then_some(date)
    }

    fn exists(self) -> bool {
        let leap = self.year.is_multiple_of(4)
            && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        let days = match self.month {
            None => return true,
            Some(2) => 28 + u8::from(leap),
            Some(4 | 6 | 9 | 11) => 30,
            Some(1..=12) => 31,
            Some(_) => return false,
        };
        self.day.is_none_or(|day| (1..=days).contains(&day))
    }

    /// As a reader sees it: `2020`, `Mar 2020`, `14 Mar 2020`.
    pub fn label(self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => {
                format!("{day} {} {}", MONTHS[usize::from(month) - 1], self.year)
            }
            (Some(month), None) => format!("{} {}", MONTHS[usize::from(month) - 1], self.year),
            (None, _) => self.year.to_string(),
        }
    }
}

impl fmt::Display for Date {
    /// As ISO 8601 writes it, for `<time datetime>`.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

fn digits<T: std::str::FromStr>(text: &str, length: usize) -> Option<T> {
    let all_digits = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    all_digits.then(|| text.parse().ok()).flatten()
}

/// A part that is absent is fine, one that does not parse is not.
fn lift(part: Option<Option<u8>>) -> Option<Option<u8>> {
    match part {
        None => Some(None),
        Some(None) => None,
        Some(some) => Some(some),
    }
}

/// What stands where a date belongs.
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    /// A date.
    Date(Date),
    /// Anything else, which the page shows as it was written.
    Text(String),
}

impl When {
    /// The date, or the text as it stands.
    pub fn read(text: String) -> Self {
        match Date::parse(&text) {
            Some(date) => Self::Date(date),
            None => Self::Text(text),
        }
    }

    /// The date, where there is one.
    pub fn date(&self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(*date),
            Self::Text(_) => None,
        }
    }
}

/// A time from a start to an end; with a start and no end it is ongoing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Period {
    /// `startDate`
    pub start: Option<When>,
    /// `endDate`
    pub end: Option<When>,
}

impl Period {
    /// How long it lasts up to `today` while it is ongoing: months where both ends name one,
    /// counted as they are on calendars (October to October is 1 month, to November 2); else whole
    /// years between the two. `None` where that is unknown, or where the end comes first.
    pub fn length(&self, today: Date) -> Option<Length> {
        let start = self.start.as_ref()?.date()?;
        let end = match &self.end {
            Some(end) => end.date()?,
            None => today,
        };
        let months = match (start.month, end.month) {
            (Some(from), Some(to)) => {
                months_of(end.year, to).checked_sub(months_of(start.year, from))? + 1
            }
            _ => u32::from(end.year.checked_sub(start.year)?) * 12,
        };
        (months > 0).then_some(Length { months })
    }
}

fn months_of(year: u16, month: u8) -> u32 {
    u32::from(year) * 12 + u32::from(month)
}

/// A length of time in whole months, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Length {
    /// In all: 26 for two years and two months.
    pub months: u32,
}

impl fmt::Display for Length {
    /// `2 yrs 2 mos`, `1 yr`, `8 mos`.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let parts = [
            (self.months / 12, "yr", "yrs"),
            (self.months % 12, "mo", "mos"),
        ];
        let words: Vec<_> = parts
            .into_iter()
            .filter(|(count, ..)| *count > 0)
            .map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }))
            .collect();
        f.write_str(&words.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn length(start: &str, end: &str) -> String {
        let today = Date::parse("2026-11-22").expect("a date");
        let when = |text: &str| (!text.is_empty()).then(|| When::read(text.to_owned()));
        let period = Period {
            start: when(start),
            end: when(end),
        };
        period
            .length(today)
            .map_or("unknown".to_owned(), |length| length.to_string())
    }

    #[test]
    fn dates_are_read_to_the_precision_they_are_written_in() {
        for (text, iso, label) in [
            ("2020", "2020", "2020"),
            ("2020-03", "2020-03", "Mar 2020"),
            ("2020-03-04", "2020-03-04", "4 Mar 2020"),
            ("2024-02-29", "2024-02-29", "29 Feb 2024"),
        ] {
            let date = Date::parse(text).expect(text);
            assert_eq!(
                (date.to_string().as_str(), date.label().as_str()),
                (iso, label)
            );
        }
    }

    #[test]
    fn what_is_no_date_is_kept_as_written() {
        for text in [
            "",
            "Present",
            "20",
            "2020-13",
            "2020-00",
            "2023-02-29",
            "2020-3",
            "2020-03-04-05",
            "2020-",
            "+020",
            "२०२०",
            "2020/03",
        ] {
            assert_eq!(
                When::read(text.to_owned()),
                When::Text(text.to_owned()),
                "{text}"
            );
        }
    }

    #[test]
    fn both_end_months_count() {
        assert_eq!(length("2022-05", "2024-10"), "2 yrs 6 mos");
        assert_eq!(length("2024-10", ""), "2 yrs 2 mos");
        assert_eq!(length("2024-10", "2024-10"), "1 mo");
        assert_eq!(length("2024-01-31", "2024-12-01"), "1 yr");
        assert_eq!(length("2026-11", ""), "1 mo");
    }

    #[test]
    fn years_alone_give_the_years_between() {
        assert_eq!(length("2014", "2016"), "2 yrs");
        assert_eq!(length("2014", "2015-06"), "1 yr");
        assert_eq!(length("2014", "2014"), "unknown");
    }

    #[test]
    fn a_length_that_cannot_be_known_is_not_made_up() {
        assert_eq!(length("", "2020"), "unknown");
        assert_eq!(length("spring", "2020"), "unknown");
        assert_eq!(length("2020", "soon"), "unknown");
        assert_eq!(length("2024-05", "2024-01"), "unknown");
        assert_eq!(length("2030-01", ""), "unknown");
    }
}
