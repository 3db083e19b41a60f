//! The profile of one member's answers.

use crate::components::{cell, disclosure, header_cell, say, scrolling_table, section_heading, table_line};
use crate::markup::{Markup, list, paragraph, svg_tag, tag, words};
use crate::words::{fill, number, text};
use assessment::chart::{Profile, ProfileRow, Reach, place_of_level};
use assessment::document::ProfileLine;
use assessment::lists::{AddEach as _, Listed as _};
use assessment::text::Key;

/// How many characters of a level's name have room above its tick, between its neighbours.
const LONGEST_ABOVE_TICK: usize = 10;

/// Each element on the line from the lowest level to the highest, and the same as a table.
///
/// Places along the line are given in percent, so that the line stretches with the page while text
/// and strokes keep their size.
pub(crate) fn profile_chart(profile: Profile, overall: String) -> Markup {
    let Profile { axis, rows } = profile;
    let names: Vec<String> = axis.ticks.iter().map(|(_, name)| name.clone()).listed();
    let lines = rows.iter().map(|row| profile_line(&names, row)).listed();
    let chart = profile_lines(&names, lines);
    let summary = tag("span", "nhsuk-details__summary-text", [say(Key::ProfileTable)]);
    let as_table =
        disclosure("nhsuk-details", summary, vec![table(&names, rows)]).with("data-open-in-print", "");
    tag(
        "section",
        "",
        [
            section_heading(Key::ProfileHeading),
            paragraph(overall),
            tag("p", "nhsuk-body-s", [say(Key::ProfileSentence)]),
            chart,
            as_table,
        ],
    )
}

/// Lines from the lowest level to the highest, with the levels' names above them.
pub(crate) fn profile_lines(names: &[String], lines: Vec<ProfileLine>) -> Markup {
    let mut chart = vec![axis_names(names)];
    chart.add_each(lines.into_iter().map(|shown| line(names.len(), shown)));
    tag("div", "profile__chart", chart)
}

fn profile_line(names: &[String], row: &ProfileRow) -> ProfileLine {
    ProfileLine {
        title: row.title.clone(),
        words: in_words(names, row),
        score: row.score,
        reach: row.not_known.map(|reach| (reach.from, reach.to)),
    }
}

fn axis_names(names: &[String]) -> Markup {
    let is_long = names.iter().any(|name| name.chars().count() > LONGEST_ABOVE_TICK);
    let class = if is_long { "profile__names profile__names--long" } else { "profile__names" };
    list(class, names.iter().map(|name| words(name.clone())).listed())
}

fn line(levels: usize, shown: ProfileLine) -> Markup {
    let marks = marks(levels, &shown);
    let title =
        vec![tag("span", "", [words(shown.title)]), tag("span", "profile__value", [words(shown.words)])];
    tag("div", "profile__row", [tag("p", "profile__title", title), marks])
}

/// The marks only repeat what the words beside them say, so they are not read out.
fn marks(levels: usize, shown: &ProfileLine) -> Markup {
    let axis_line = line_from_to("profile__axis", ["0", "100%"], ["14", "14"]);
    let mut marks = vec![axis_line];
    marks.add_each((0..levels).map(|level| {
        let place = percent(place_of_level(level, levels));
        line_from_to("profile__tick", [&place, &place], ["4", "24"])
    }));
    marks.add_each(shown.reach.map(reach));
    marks.add_each(shown.score.map(point));
    svg_tag("svg", "profile__line", marks)
        .with("width", "100%")
        .with("height", "28")
        .with("focusable", "false")
        .with("aria-hidden", "true")
}

fn line_from_to(class: &'static str, [x1, x2]: [&str; 2], [y1, y2]: [&str; 2]) -> Markup {
    svg_tag("line", class, []).with("x1", x1).with("x2", x2).with("y1", y1).with("y2", y2)
}

fn reach((from, to): (f64, f64)) -> Markup {
    svg_tag("rect", "profile__reach", [])
        .with("x", &percent(from))
        .with("width", &percent(to - from))
        .with("y", "8")
        .with("height", "12")
}

fn point(score: f64) -> Markup {
    svg_tag("circle", "profile__point", []).with("cx", &percent(score)).with("cy", "14").with("r", "8")
}

fn in_words(names: &[String], row: &ProfileRow) -> String {
    match (row.level, row.rounded) {
        (Some(level), Some(score)) => fill(
            Key::ProfileRowPoint,
            &[("level", &names[usize::from(level.number())]), ("score", &number::<Key>(score))],
        ),
        _ => text(Key::NotEnoughKnown),
    }
}

fn table(names: &[String], rows: Vec<ProfileRow>) -> Markup {
    let head =
        [Key::ProfileElement, Key::ProfileLevel, Key::ProfileScore, Key::ProfileReach, Key::ProfileNotKnown];
    let head = head.into_iter().map(|key| header_cell("col", text(key))).listed();
    let rows = rows.into_iter().map(|row| table_row(names, row)).listed();
    scrolling_table(&text(Key::ProfileTable), head, rows)
}

fn table_row(names: &[String], row: ProfileRow) -> Markup {
    let level =
        row.level.map_or_else(|| text(Key::NotEnoughKnown), |l| names[usize::from(l.number())].clone());
    let score = row.rounded.map_or_else(|| "–".to_owned(), number::<Key>);
    let reach = row.not_known.map_or_else(|| text(Key::ProfileAllKnown), reach_in_words);
    let not_known = fill(
        Key::ProfileNotKnownOf,
        &[("count", &number::<Key>(row.dont_know + row.unanswered)), ("total", &number::<Key>(row.total))],
    );
    let mut cells = vec![header_cell("row", row.title)];
    cells.add_each([level, score, reach, not_known].into_iter().map(cell));
    table_line(cells)
}

fn reach_in_words(reach: Reach) -> String {
    fill(Key::ProfileReachOf, &[("from", &whole(reach.from)), ("to", &whole(reach.to))])
}

/// A place along the line. SVG attributes take it as it is; no style is needed.
///
/// Written with whole numbers, because formatting a fraction brings 10 KB of code for nothing else.
pub(crate) fn percent(place: f64) -> String {
    let hundredths = to_whole(place * 100.0);
    let [whole, tenths, rest] =
        [hundredths / 100, hundredths / 10 % 10, hundredths % 10].map(|part| part.to_string());
    [&whole, ".", &tenths, &rest, "%"].concat()
}

fn whole(place: f64) -> String {
    number::<Key>(to_whole(place))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 10,000")]
fn to_whole(number: f64) -> u32 {
    (number + 0.5).floor() as u32
}
