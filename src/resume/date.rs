//! Dates as a résumé has them: a year, a month or a day, and periods between two of them.

use std::{fmt, ops::Range};

use fixedbitset::FixedBitSet;

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

    /// Its month, or its year's first, counted from the year 0.
    pub fn first_month(self) -> u32 {
        u32::from(self.year) * 12 + u32::from(self.month.unwrap_or(1)) - 1
    }

    fn first_day(self) -> (u16, u8, u8) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    fn last_day(self) -> (u16, u8, u8) {
        (self.year, self.month.unwrap_or(12), self.day.unwrap_or(31))
    }

    /// The same to the month.
    pub fn to_month(self) -> Self {
        Self { day: None, ..self }
    }

    /// The same to the year.
    pub fn to_year(self) -> Self {
        Self {
            month: None,
            ..self.to_month()
        }
    }

    pub(super) fn exists(self) -> bool {
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
}

impl fmt::Display for Date {
    /// As ISO 8601 writes it.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

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
    /// Still going on.
    Now,
    /// Anything else, which the page shows as it was written.
    Text(String),
}

impl When {
    /// The date, where there is one.
    pub fn date(&self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(*date),
            Self::Now | Self::Text(_) => None,
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
    /// What happened once.
    pub fn at(when: &When) -> Self {
        Self {
            start: None,
            end: Some(when.clone()),
        }
    }

    /// Takes the end that is missing, if one is, from a longer period around it, as far as that makes
    /// sense.
    pub(super) fn complete(&mut self, around: &Self) {
        let mut complete = self.clone();
        match (&self.start, &self.end) {
            (Some(_), None) => complete.end = around.end.clone(),
            (None, Some(_)) => complete.start = around.start.clone(),
            _ => {}
        }
        if !complete.is_backwards() {
            *self = complete;
        }
    }

    /// Whether it has begun, and nothing says that it has ended.
    pub fn is_ongoing(&self) -> bool {
        match &self.end {
            Some(end) => *end == When::Now,
            // A start that is free text, such as “2015 to about 2017”, may include the end.
            None => matches!(self.start, Some(When::Date(_))),
        }
    }

    /// Its last date, which is `today` while it is ongoing.
    fn end_date(&self, today: Date) -> Option<Date> {
        if self.is_ongoing() {
            Some(today)
        } else {
            self.end.as_ref()?.date()
        }
    }

    /// Whether it ends before it starts, whatever the parts that are not known.
    pub(super) fn is_backwards(&self) -> bool {
        let date = |when: &Option<When>| when.as_ref().and_then(When::date);
        match (date(&self.start), date(&self.end)) {
            (Some(start), Some(end)) => end.last_day() < start.first_day(),
            _ => false,
        }
    }

    /// Whether a date is known of it.
    pub fn has_date(&self) -> bool {
        let is_date = |when: &Option<When>| when.as_ref().is_some_and(|when| when.date().is_some());
        is_date(&self.start) || is_date(&self.end)
    }

    /// From when to when, up to `today` while it is ongoing: months where both ends name one, counted
    /// as they are on calendars (October to October is 1 month, to November 2); else whole years
    /// between the two. `None` where that is unknown, or where the end comes first.
    pub fn span(&self, today: Date) -> Option<Span> {
        let start = self.start.as_ref()?.date()?;
        let end = self.end_date(today)?;
        let from = start.first_month();
        let to = match (start.month, end.month) {
            (Some(_), Some(_)) => end.first_month() + 1,
            _ => from + u32::from(end.year.checked_sub(start.year)?) * 12,
        };
        (from < to).then_some(Span { from, to })
    }

    /// How long it lasts.
    pub fn length(&self, today: Date) -> Option<Length> {
        let months = self.span(today)?.months();
        Some(Length { months })
    }

    /// As much of its span as is over, this month included.
    pub fn past(&self, today: Date) -> Option<Span> {
        let Span { from, to } = self.span(today)?;
        let to = to.min(today.first_month() + 1);
        (from < to).then_some(Span { from, to })
    }

    /// Where to draw it: from its first date to its last, up to `today` while it is ongoing. Of what
    /// has one date only, that month or year. `None` without any date.
    pub fn extent(&self, today: Date) -> Option<Span> {
        let start = self.start.as_ref().and_then(When::date);
        let known = start.or(self.end.as_ref().and_then(When::date))?;
        let from = known.first_month();
        let end = self.end_date(today);
        let to = match end.map(|end| end.first_month() + 1) {
            Some(to) if from + 1 < to => to,
            _ if known.month.is_some() => from + 1,
            _ => from + 12,
        };
        Some(Span { from, to })
    }

    /// When it ends, be that still to come. `None` where that is unknown.
    pub fn until(&self) -> Option<Last> {
        match &self.end {
            Some(When::Date(end)) => Some(Last::On(*end)),
            _ => self.is_ongoing().then_some(Last::Now),
        }
    }

    /// When it ended. `None` where that is unknown, or still to come.
    pub fn last(&self, today: Date) -> Option<Last> {
        let begun = match &self.start {
            Some(When::Date(start)) => start.first_month() <= today.first_month(),
            _ => true,
        };
        match &self.end {
            Some(When::Date(end)) if end.first_month() <= today.first_month() => {
                Some(Last::On(*end))
            }
            Some(When::Text(_)) => None,
            None if !self.is_ongoing() => None,
            _ => begun.then_some(Last::Now),
        }
    }
}

/// When something was last so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Last {
    /// It ended then.
    On(Date),
    /// It has not ended.
    Now,
}

/// A stretch of whole months, counted from the year 0; `to` is the first that is no part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The first month.
    pub from: u32,
    /// The month after the last, later than `from`.
    pub to: u32,
}

impl Span {
    /// How many months it has.
    pub fn months(self) -> u32 {
        self.to - self.from
    }
}

/// The stretches that some spans cover together, each month once, in order and apart from each other.
pub fn union(spans: &mut dyn Iterator<Item = Span>) -> Vec<Span> {
    let mut months = FixedBitSet::new();
    for span in spans {
        months.grow(span.to as usize);
        months.insert_range(span.from as usize..span.to as usize);
    }
    let stretch = |run: Range<usize>| Span {
        from: run.start as u32,
        to: run.end as u32,
    };
    runs(&months).into_iter().map(stretch).collect()
}

/// Where the set's members follow each other without a gap, from the least up.
pub fn runs(set: &FixedBitSet) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for member in set.ones() {
        match runs.last_mut() {
            Some(run) if run.end == member => run.end += 1,
            _ => runs.push(member..member + 1),
        }
    }
    runs
}

/// A length of time in whole months, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Length {
    /// In all: 26 for two years and two months.
    pub months: u32,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn period(start: &str, end: &str) -> Period {
        let when = |text: &str| {
            let date = Date::parse(text).map(When::Date);
            (!text.is_empty()).then(|| date.unwrap_or_else(|| When::Text(text.to_owned())))
        };
        Period {
            start: when(start),
            end: when(end),
        }
    }

    fn length(start: &str, end: &str) -> String {
        let today = Date::parse("2026-11-22").expect("a date");
        period(start, end)
            .length(today)
            .map_or("unknown".to_owned(), |length| {
                crate::labels::Labels::english().length(length)
            })
    }

    #[test]
    fn dates_are_read_to_the_precision_they_are_written_in() {
        for text in ["2020", "2020-03", "2020-03-04", "2024-02-29"] {
            let date = Date::parse(text).expect(text);
            assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
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
            assert_eq!(Date::parse(text), None, "{text}");
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
    fn what_is_drawn_is_what_is_known() {
        let today = Date::parse("2026-11-22").expect("a date");
        let year = |year: u32| year * 12;
        for (start, end, from, to) in [
            ("2020-03", "2020-05", year(2020) + 2, year(2020) + 5),
            ("2026-10", "", year(2026) + 9, year(2026) + 11),
            ("2014", "2016", year(2014), year(2016) + 1),
            ("2014", "2015-06", year(2014), year(2015) + 6),
            ("2024", "", year(2024), year(2026) + 11),
            ("2026", "", year(2026), year(2026) + 11),
            ("2014", "2014", year(2014), year(2015)),
            ("2014", "soon", year(2014), year(2015)),
            ("2014-02", "soon", year(2014) + 1, year(2014) + 2),
            ("", "2020-05", year(2020) + 4, year(2020) + 5),
            ("2030-01", "", year(2030), year(2030) + 1),
            ("2020-05", "2019-01", year(2020) + 4, year(2020) + 5),
        ] {
            let extent = period(start, end).extent(today);
            assert_eq!(extent, Some(Span { from, to }), "{start}–{end}");
        }
        assert_eq!(period("", "").extent(today), None);
        assert_eq!(period("spring", "").extent(today), None);
    }

    #[test]
    fn what_is_to_come_proves_nothing_yet() {
        let today = Date::parse("2026-11-22").expect("a date");
        for (start, end, months) in [
            ("2025-01", "2029-12", Some(23)),
            ("2028-01", "2029-12", None),
            ("2020-01", "2020-03", Some(3)),
            ("2026-11", "", Some(1)),
            ("2020", "2030", Some(6 * 12 + 11)),
        ] {
            let past = period(start, end).past(today).map(Span::months);
            assert_eq!(past, months, "{start}–{end}");
        }
    }

    #[test]
    fn the_last_time_is_the_end_or_now() {
        let today = Date::parse("2026-11-22").expect("a date");
        let on = |text| Date::parse(text).map(Last::On);
        for (start, end, last) in [
            ("2020", "2022-03", on("2022-03")),
            ("2020", "", Some(Last::Now)),
            ("2020", "2027", Some(Last::Now)),
            ("", "2021", on("2021")),
            ("spring", "", None),
            ("2020", "soon", None),
            ("2027-01", "", None),
            ("2027-01", "2028", None),
            ("", "", None),
        ] {
            assert_eq!(period(start, end).last(today), last, "{start}–{end}");
        }
        assert!(on("2026-11") < Some(Last::Now));
    }

    proptest! {
        #[test]
        fn a_union_is_no_longer_than_its_span_and_no_shorter_than_its_longest_part(parts in proptest::collection::vec((0..600_u32, 1..200_u32), 1..9)) {
            let spans = || parts.iter().map(|&(from, months)| Span { from, to: from + months });
            let union = union(&mut spans());
            let months: u32 = union.iter().map(|span| span.months()).sum();
            let from = spans().map(|span| span.from).min().unwrap_or_default();
            let to = spans().map(|span| span.to).max().unwrap_or_default();
            prop_assert!(months <= to - from);
            prop_assert!(spans().all(|span| span.months() <= months));
            prop_assert!(union.windows(2).all(|pair| pair[0].to < pair[1].from));
            for month in from..to {
                let within = |span: &Span| (span.from..span.to).contains(&month);
                prop_assert_eq!(union.iter().any(within), spans().any(|span| within(&span)));
            }
        }
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
