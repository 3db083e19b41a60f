use std::collections::BTreeSet;

use assessment::answers::{Answer, Answers};
use assessment::questionnaire::{Level, Questionnaire, Scale};
use assessment::scoring::{Score, is_gap, is_strength};
use assessment::text::fill;
use maud::{Markup, html};

use super::{Headings, NOT_KNOWN};
use crate::content::Content;

/// How many things may be taken to the board.
const TO_THE_BOARD: usize = 3;

/// How the score comes about, step by step, with room to work it out.
pub(super) fn scores(content: &Content, headings: Headings) -> Markup {
    let words = &content.paper;
    html! {
        section.paper__scores {
            (headings.heading(2, &words.scores_heading))
            (headings.heading(3, &words.copy_heading))
            p { (words.copy) }
            (grid(content))
            div.paper__columns {
                section {
                    (headings.heading(3, &words.look_up_heading))
                    p { (words.look_up) }
                    (look_up(content))
                }
                div {
                    (example(content, headings))
                    (overall(content, headings))
                    (board(content, headings))
                }
            }
        }
    }
}

/// A line for each element, with a numbered box for each of its marks.
fn grid(content: &Content) -> Markup {
    let Content { questionnaire, paper: words, .. } = content;
    html! {
        table.paper__grid aria-label=(words.copy_heading) {
            thead {
                tr {
                    th scope="col" { (words.element) }
                    th scope="col" { (words.marks) }
                    @for blank in [&words.sum, &words.count, &words.score] { th scope="col" { (blank) } }
                }
            }
            tbody {
                @for element in questionnaire.element_positions() {
                    tr {
                        th scope="row" { (questionnaire.element(element).title) }
                        td {
                            @for indicator in questionnaire.indicators_of(element) {
                                span.paper__mark { (indicator.number()) } " "
                            }
                        }
                        td {} td {} td {}
                    }
                }
            }
        }
    }
}

/// The score for every sum, by how many numbers made it up.
fn look_up(content: &Content) -> Markup {
    let Content { questionnaire, paper: words, .. } = content;
    let top = u32::from(questionnaire.scale().top().number());
    let counts: Vec<u32> = scored_counts(questionnaire).into_iter().collect();
    let column = |count: &u32| fill(&words.look_up_column, &[("count", &count.to_string())]);
    let largest = counts.iter().max().map_or(0, |count| count * top);
    html! {
        table.paper__look-up aria-label=(words.look_up_heading) {
            thead {
                tr {
                    th scope="col" { (words.sum) }
                    @for count in &counts { th scope="col" { (column(count)) } }
                }
            }
            tbody {
                @for sum in 0..=largest {
                    tr {
                        th scope="row" { (sum) }
                        @for most in counts.iter().map(|count| count * top) {
                            td { @if sum <= most { (Score { sum, most }.rounded()) } @else { "–" } }
                        }
                    }
                }
            }
        }
    }
}

/// How many known answers give an element a score, over all elements.
fn scored_counts(questionnaire: &Questionnaire) -> BTreeSet<u32> {
    let mut counts = BTreeSet::new();
    for element in questionnaire.element_positions() {
        let mut answers = Answers::none(questionnaire);
        for indicator in questionnaire.indicators_of(element) {
            answers.set(indicator, Some(Answer::Level(questionnaire.scale().top())));
            let tally = answers.tally(element);
            counts.extend(tally.score().map(|_| tally.known()));
        }
    }
    counts
}

/// An element with one answer that is not known, as the program scores it.
fn example(content: &Content, headings: Headings) -> Markup {
    let Content { questionnaire, paper: words, .. } = content;
    let scale = questionnaire.scale();
    let example = Example::of(questionnaire);
    let [count, sum, score] =
        [example.known, example.score.sum, example.score.rounded()].map(|it| it.to_string());
    let values = [("marks", example.marks.as_str()), ("count", &count), ("sum", &sum), ("score", &score)];
    let meaning = |level: Level| {
        let (sum, most) = (u32::from(level.number()), u32::from(scale.top().number()));
        let score = Score { sum, most }.rounded().to_string();
        fill(&words.level, &[("score", &score), ("level", scale.name(level))])
    };
    html! {
        section {
            (headings.heading(3, &words.example_heading))
            p { (fill(&words.example, &values)) }
            (headings.heading(3, &words.level_heading))
            ul.paper__meanings { @for level in scale.levels() { li { (meaning(level)) } } }
        }
    }
}

struct Example {
    marks: String,
    known: u32,
    score: Score,
}

impl Example {
    /// The first element: the highest level but one, and then ever lower, with one answer not known.
    fn of(questionnaire: &Questionnaire) -> Example {
        let element = questionnaire.element_at(0).expect("a questionnaire has an element");
        let mut answers = Answers::none(questionnaire);
        let mut marks = Vec::new();
        let falling: Vec<Level> = questionnaire.scale().levels().rev().skip(1).collect();
        let last = questionnaire.indicators_of(element).next_back();
        for (indicator, level) in questionnaire.indicators_of(element).zip(falling.into_iter().cycle()) {
            let is_known = Some(indicator) != last;
            answers.set(indicator, Some(if is_known { Answer::Level(level) } else { Answer::DontKnow }));
            marks.push(if is_known { level.number().to_string() } else { NOT_KNOWN.to_owned() });
        }
        let tally = answers.tally(element);
        let score = tally.score().expect("three quarters of the first element are known");
        Example { marks: marks.join(", "), known: tally.known(), score }
    }
}

fn overall(content: &Content, headings: Headings) -> Markup {
    let Content { questionnaire, paper: words, .. } = content;
    let count = questionnaire.elements().len();
    // The rule of `scoring::overall`: at least three quarters.
    let enough = (count * 3).div_ceil(4);
    let text = fill(&words.overall, &[("enough", &enough.to_string()), ("count", &count.to_string())]);
    html! {
        section {
            (headings.heading(3, &words.overall_heading))
            p { (text) }
            p.paper__blank { (words.overall_blank) }
            p.paper__blank { (words.lowest_blank) }
        }
    }
}

fn board(content: &Content, headings: Headings) -> Markup {
    let Content { questionnaire, paper: words, .. } = content;
    let scale = questionnaire.scale();
    let strengths = marks_that(content, |level| is_strength(level, scale));
    let gaps = marks_that(content, |level| is_gap(level, scale));
    html! {
        section {
            (headings.heading(3, &words.board_heading))
            p { (fill(&words.strengths, &[("levels", &strengths), ("gaps", &gaps)])) }
            p { (words.board) }
            ol.paper__board { @for _ in 0..TO_THE_BOARD { li.paper__blank {} } }
        }
    }
}

/// "3 or 4"
fn marks_that(content: &Content, is_one: impl Fn(Level) -> bool) -> String {
    let scale: &Scale = content.questionnaire.scale();
    let marks = scale.levels().filter(|level| is_one(*level)).map(|level| level.number().to_string());
    let join =
        |first: String, second: String| fill(&content.paper.or, &[("first", &first), ("second", &second)]);
    marks.reduce(join).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_worked_out_as_the_program_does() {
        let Example { marks, known, score } = Example::of(&Content::published().questionnaire);
        assert_eq!((marks.as_str(), known, score.sum, score.rounded()), ("3, 2, 1, ?", 3, 6, 50));
    }

    #[test]
    fn the_table_has_a_column_for_each_count_that_gives_a_score_and_a_line_for_each_sum() {
        let table = look_up(&Content::published()).into_string();
        assert_eq!(table.matches("<th scope=\"col\">").count(), 3, "sum, 3 numbers and 4 numbers");
        for (sum, of_three, of_four) in
            [("0", "0", "0"), ("7", "58", "44"), ("12", "100", "75"), ("16", "–", "100")]
        {
            let line = format!("<tr><th scope=\"row\">{sum}</th><td>{of_three}</td><td>{of_four}</td></tr>");
            assert!(table.contains(&line), "{line}");
        }
    }

    #[test]
    fn strengths_and_gaps_are_told_by_their_marks() {
        let content = Content::published();
        let scale = content.questionnaire.scale();
        assert_eq!(marks_that(&content, |level| is_strength(level, scale)), "3 or 4");
        assert_eq!(marks_that(&content, |level| is_gap(level, scale)), "0 or 1");
    }
}
