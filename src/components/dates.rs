use leptos::{either::Either, prelude::*};

use crate::{
    labels::Label,
    resume::date::{Date, Period, When},
    state::State,
};

/// When and how long, if anything is known of it: months are enough for that, unless all was in one.
#[component]
pub fn Dates(
    /// The time that it says.
    period: Period,
    /// Whether it says when an `h-event` was.
    #[prop(optional)]
    is_event: bool,
) -> impl IntoView {
    let site = State::expect().site();
    let length = period.length(site.today);
    let is_ongoing = period.is_ongoing();
    let (start, end) = match (period.start, period.end) {
        (None, None) => return None,
        (Some(start), None) if is_ongoing => (Some(start), Some(When::Now)),
        ends => ends,
    };
    let month = |when: &Option<When>| when.as_ref()?.date().map(Date::to_month);
    let is_rough = month(&start) != month(&end);
    let [from, to] = ["dt-start", "dt-end"].map(|class| is_event.then_some(class));
    let dash = (start.is_some() && end.is_some()).then_some(" – ");
    let length = length.map(|length| {
        view! {
            // A line may end behind the dot, not before it.
            <span class="dot">"\u{a0}·"</span>
            " "
            <span class="length">{site.labels.length(length)}</span>
        }
    });
    Some(view! {
        <p class="dates">
            {start.map(|when| view! { <Moment when class=from is_rough/> })}
            {dash}
            {end.map(|when| view! { <Moment when class=to is_rough/> })}
            {length}
        </p>
    })
}

/// A point in time: a date, or what stands in its place.
#[component]
pub fn Moment(
    /// The point in time.
    when: When,
    /// The classes of a date.
    #[prop(optional_no_strip)]
    class: Option<&'static str>,
    /// Whether its month is enough.
    #[prop(optional)]
    is_rough: bool,
) -> impl IntoView {
    let site = State::expect().site();
    match when {
        When::Date(date) => {
            let shown = if is_rough { date.to_month() } else { date };
            Either::Left(view! {
                <time class=class datetime=date.to_string()>
                    {site.labels.date(shown)}
                </time>
            })
        }
        When::Now => Either::Right(site.labels.word(Label::Present).to_owned()),
        When::Text(words) => Either::Right(words),
    }
}
