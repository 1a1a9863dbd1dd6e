//! What machines are told of the person, in whatever format.

use std::{cmp::Reverse, collections::HashSet};

use crate::{
    resume::{
        Resume, Work,
        date::{Date, Last},
        href, mail_address, phone_address, without_scheme,
    },
    tags::{Index, Tag},
};

/// An address that leads to a page.
pub(super) fn web(url: &str) -> Option<String> {
    let href = href(url)?;
    let is_page = |scheme: &str| {
        href.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    (is_page("http://") || is_page("https://")).then(|| href.into_owned())
}

/// The e-mail address, without a scheme; empty where what the file has is none.
pub(super) fn email(resume: &Resume) -> &str {
    let email = resume.basics.email.as_str();
    mail_address(email).map_or("", |_| without_scheme("mailto:", email))
}

/// The telephone number as it is written, without a scheme; empty where what the file has is none.
pub(super) fn phone(resume: &Resume) -> &str {
    let phone = resume.basics.phone.as_str();
    phone_address(phone).map_or("", |_| without_scheme("tel:", phone))
}

/// What the person works with, what most entries have first: the skills, where there are any.
pub(super) fn technologies(index: &Index) -> Vec<&str> {
    let mut tags: Vec<_> = index
        .tags()
        .iter()
        .filter(|tag| tag.is_technology)
        .collect();
    let strength = |tag: &Tag| (tag.entries.count_ones(..), tag.mentions.count_ones(..));
    tags.sort_by_key(|tag| Reverse(strength(tag)));
    let (skills, others): (Vec<&Tag>, Vec<&Tag>) = tags.into_iter().partition(|tag| tag.is_skill);
    let tags = if skills.is_empty() { others } else { skills };
    tags.into_iter().map(|tag| tag.name.as_str()).collect()
}

/// Who the person works and has worked for: a job for each employer.
#[derive(Default)]
pub(super) struct Employers<'a> {
    /// Those of today.
    pub present: Vec<&'a Work>,
    /// Those before.
    pub former: Vec<&'a Work>,
    /// Those of whom nobody knows when.
    pub other: Vec<&'a Work>,
}

/// The employers that have a name, each once.
pub(super) fn employers(resume: &Resume, today: Date) -> Employers<'_> {
    let mut employers = Employers::default();
    let jobs = resume.work.iter().filter(|job| !job.name.is_empty());
    let mut jobs: Vec<_> = jobs.map(|job| (job.period.last(today), job)).collect();
    // An employer that the person works for today is not a former one as well.
    jobs.sort_by_key(|(last, _)| match last {
        Some(Last::Now) => 0,
        Some(Last::On(_)) => 1,
        None => 2,
    });
    let mut known = HashSet::new();
    for (last, job) in jobs {
        if known.insert(&job.name) {
            let of_its_time = match last {
                Some(Last::Now) => &mut employers.present,
                Some(Last::On(_)) => &mut employers.former,
                None => &mut employers.other,
            };
            of_its_time.push(job);
        }
    }
    employers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_employer_is_named_once_and_todays_first() {
        let (resume, _) = Resume::read(
            r#"{"work": [{"name": "Back", "startDate": "2020"}, {"name": "Left", "startDate": "2010", "endDate": "2012"},
                {"name": "Back", "startDate": "2005", "endDate": "2009"}, {"name": "Sometime"},
                {"name": "Leaving", "startDate": "2020", "endDate": "2030"}, {"name": "Coming", "startDate": "2030"},
                {"position": "On my own", "startDate": "2020"}]}"#,
        )
        .expect("a résumé");
        let found = employers(&resume, Date::parse("2026-11-22").expect("a date"));
        let names = |jobs: Vec<&Work>| jobs.iter().map(|job| job.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(found.present), ["Back", "Leaving"]);
        assert_eq!(names(found.former), ["Left"]);
        assert_eq!(names(found.other), ["Sometime", "Coming"]);
    }
}
