use crate::components::Heading;
use crate::words::{fill, text};
use assessment::chart::{Axis, Profile, ProfileRow, Reach};
use assessment::text::Key;
use leptos::prelude::*;

/// Each element on the line from the lowest level to the highest, and the same as a table.
///
/// Places along the line are given in percent, so that the line stretches with the page while text
/// and strokes keep their size.
#[component]
pub(crate) fn ProfileChart(profile: Profile, overall: String) -> impl IntoView {
    let Profile { axis, rows } = profile;
    let names: Vec<String> = axis.ticks.iter().map(|(_, name)| name.clone()).collect();
    let lines = rows.iter().map(|row| line(&axis, &names, row)).collect_view();
    view! {
        <section class="profile">
            <Heading rank=2 class="nhsuk-heading-m">{text(Key::ProfileHeading)}</Heading>
            <p class="nhsuk-body">{overall}</p>
            <p class="nhsuk-body-s">{text(Key::ProfileSentence)}</p>
            <div class="profile__chart" role="img" aria-label=text(Key::ProfileHeading) aria-describedby="profile-table">
                {axis_names(&axis)}
                {lines}
            </div>
            <details class="nhsuk-details" data-open-in-print="">
                <summary class="nhsuk-details__summary">
                    <span class="nhsuk-details__summary-text">{text(Key::ProfileTable)}</span>
                </summary>
                <div class="nhsuk-details__text">{table(&names, rows)}</div>
            </details>
        </section>
    }
}

fn axis_names(axis: &Axis) -> impl IntoView + use<> {
    let last = axis.ticks.len() - 1;
    let names = axis.ticks.iter().enumerate().map(|(number, (_, name))| {
        let end = if number == 0 {
            "profile__name profile__name--first"
        } else if number == last {
            "profile__name profile__name--last"
        } else {
            "profile__name"
        };
        view! { <li class=end>{name.clone()}</li> }
    });
    view! { <ul class="profile__names">{names.collect_view()}</ul> }
}

fn line(axis: &Axis, names: &[String], row: &ProfileRow) -> impl IntoView + use<> {
    let ticks = axis.ticks.iter().map(|(place, _)| {
        view! { <line class="profile__tick" x1=percent(*place) x2=percent(*place) y1="4" y2="24" /> }
    });
    let reach = row.not_known.map(draw_reach);
    let point = row.score.map(|score| view! { <circle class="profile__point" cx=percent(score) cy="14" r="8" /> });
    view! {
        <div class="profile__row">
            <p class="profile__title">
                <span>{row.title.clone()}</span>
                <span class="profile__value">{in_words(names, row)}</span>
            </p>
            <svg class="profile__line" width="100%" height="28" focusable="false" aria-hidden="true">
                <line class="profile__axis" x1="0" x2="100%" y1="14" y2="14" />
                {ticks.collect_view()}
                {reach}
                {point}
            </svg>
        </div>
    }
}

fn draw_reach(reach: Reach) -> impl IntoView {
    view! {
        <rect
            class="profile__reach"
            x=percent(reach.from)
            width=percent(reach.to - reach.from)
            y="8"
            height="12"
        />
    }
}

fn in_words(names: &[String], row: &ProfileRow) -> String {
    match (row.level, row.rounded) {
        (Some(level), Some(score)) => fill(
            Key::ProfileRowPoint,
            &[("level", &names[usize::from(level.number())]), ("score", &score.to_string())],
        ),
        _ => text(Key::NotEnoughKnown),
    }
}

fn table(names: &[String], rows: Vec<ProfileRow>) -> impl IntoView + use<> {
    let head = |key| view! { <th scope="col" class="nhsuk-table__header">{text(key)}</th> };
    view! {
        <div class="scrolls" tabindex="0" role="region" aria-label=text(Key::ProfileHeading)>
            <table class="nhsuk-table" id="profile-table">
                <thead class="nhsuk-table__head">
                    <tr class="nhsuk-table__row">
                        {head(Key::ProfileElement)}
                        {head(Key::ProfileLevel)}
                        {head(Key::ProfileScore)}
                        {head(Key::ProfileReach)}
                        {head(Key::ProfileNotKnown)}
                    </tr>
                </thead>
                <tbody class="nhsuk-table__body">
                    {rows.into_iter().map(|row| table_row(names, row)).collect_view()}
                </tbody>
            </table>
        </div>
    }
}

fn table_row(names: &[String], row: ProfileRow) -> impl IntoView + use<> {
    let level = row.level.map_or_else(|| text(Key::NotEnoughKnown), |l| names[usize::from(l.number())].clone());
    let score = row.rounded.map_or_else(|| "–".to_owned(), |score| score.to_string());
    let reach = row.not_known.map_or_else(|| text(Key::ProfileAllKnown), reach_in_words);
    let not_known = fill(
        Key::ProfileNotKnownOf,
        &[("count", &(row.dont_know + row.unanswered).to_string()), ("total", &row.total.to_string())],
    );
    let cell = |words: String| view! { <td class="nhsuk-table__cell">{words}</td> };
    view! {
        <tr class="nhsuk-table__row">
            <th scope="row" class="nhsuk-table__header">{row.title}</th>
            {cell(level)}
            {cell(score)}
            {cell(reach)}
            {cell(not_known)}
        </tr>
    }
}

fn reach_in_words(reach: Reach) -> String {
    fill(Key::ProfileReachOf, &[("from", &whole(reach.from)), ("to", &whole(reach.to))])
}

/// A place along the line. SVG attributes take it as it is; no style is needed.
///
/// Written with whole numbers, because formatting a fraction brings 10 KB of code for nothing else.
fn percent(place: f64) -> String {
    let hundredths = to_whole(place * 100.0);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

fn whole(place: f64) -> String {
    to_whole(place).to_string()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 10,000")]
fn to_whole(number: f64) -> u32 {
    (number + 0.5).floor() as u32
}
