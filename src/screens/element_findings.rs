//! Everything about one element: the score with its working, next steps, questions and guidance.

use crate::components::{
    HeadingSize, asked, board_fullness, board_toggle, cell, header_cell, heading, named_table, table_line,
};
use crate::markup::{Markup, list, paragraph, strong, tag, words};
use crate::projection::Projection;
use crate::words::{fill, number, text};
use assessment::app::view::{BoardView, ElementResultsView, NextStep, QuestionToAsk, WorkingLine};
use assessment::lists::{AddEach as _, Listed as _};
use assessment::questionnaire::{GoodPractice, Guidance, TradeOff};
use assessment::text::Key;

/// The findings of one element. Their headings begin at `rank`.
pub(super) fn element_findings(
    element: ElementResultsView,
    rank: u8,
    board: Projection<BoardView>,
) -> Vec<Markup> {
    let title = |key| heading(rank, HeadingSize::Small, text(key));
    let mut children = Vec::new();
    if let Some(guidance) = &element.guidance {
        children.push(asked(paragraph(guidance.definition.clone())));
    }
    children.push(tag("p", "element__score", [words(element.score)]));
    children.add_each(element.range.map(paragraph));
    if !element.next_steps.is_empty() {
        let steps = element.next_steps.into_iter().map(|step| next_step(step, board)).listed();
        children.add_each([title(Key::NextHeading), board_fullness(board), list("next-steps", steps)]);
    }
    if !element.questions.is_empty() {
        let questions =
            element.questions.into_iter().map(|question| difficult_question(question, board)).listed();
        children.add_each([title(Key::QuestionsHeading), list("next-steps", questions)]);
    }
    if let Some(guidance) = element.guidance {
        children.add_each(about_element(guidance, &title));
    }
    children.add_each([title(Key::WorkingHeading), working(element.working), paragraph(element.working_sum)]);
    children
}

fn next_step(step: NextStep, board: Projection<BoardView>) -> Markup {
    let toggle = board_toggle(board, step.item, step.title.clone());
    let lead = words([&step.lead, " "].concat());
    item(asked(strong(step.title)), vec![lead, asked(tag("span", "", [words(step.text)]))], toggle)
}

fn difficult_question(question: QuestionToAsk, board: Projection<BoardView>) -> Markup {
    let toggle = board_toggle(board, question.item, question.question.clone());
    item(strong(question.asker), vec![asked(tag("span", "", [words(question.question)]))], toggle)
}

fn item(title: Markup, text: Vec<Markup>, toggle: Markup) -> Markup {
    tag("div", "", [title, tag("p", "", text), toggle])
}

fn about_element(guidance: Guidance, title: &dyn Fn(Key) -> Markup) -> Vec<Markup> {
    let mut children = vec![
        title(Key::WhyHeading),
        asked(paragraph(guidance.why_strategic)),
        asked(paragraph(guidance.why_operational)),
        title(Key::TradeOffsHeading),
    ];
    children.add_each(guidance.trade_offs.into_iter().map(trade_off));
    if !guidance.good_practice.is_empty() {
        children.push(title(Key::PracticeHeading));
        children.add_each(guidance.good_practice.into_iter().map(good_practice));
    }
    children
}

fn trade_off(trade_off: TradeOff) -> Markup {
    let side = |key, side: String| {
        tag("p", "", [strong(text(key)), words(" ".into()), asked(tag("span", "", [words(side)]))])
    };
    tag(
        "div",
        "trade-off",
        [
            side(Key::TradeOffGained, trade_off.gained),
            side(Key::TradeOffGivenUp, trade_off.given_up),
            asked(tag("p", "", [words(trade_off.when_right)])),
        ],
    )
}

fn good_practice(practice: GoodPractice) -> Markup {
    let year = practice.year.to_string();
    let source = fill(Key::PracticeSource, &[("publisher", &practice.publisher), ("year", &year)]);
    let title = words([&practice.source_title, " ", &text(Key::PracticeNewTab)].concat());
    let link = tag("a", "nhsuk-link", [title])
        .with("href", &practice.address)
        .with("target", "_blank")
        .with("rel", "noopener noreferrer");
    tag(
        "div",
        "good-practice",
        [
            asked(tag("p", "", [words(practice.example)])),
            tag("p", "good-practice__source", [words([&source, " "].concat()), link]),
        ],
    )
}

fn working(lines: Vec<WorkingLine>) -> Markup {
    let head = [Key::WorkingIndicator, Key::WorkingAnswer, Key::WorkingCounts];
    let head = head.into_iter().map(|key| header_cell("col", text(key))).listed();
    named_table(&text(Key::WorkingHeading), head, lines.into_iter().map(working_line).listed())
}

fn working_line(line: WorkingLine) -> Markup {
    let counts = line.counts.map_or_else(|| text(Key::WorkingNothing), number::<Key>);
    table_line([header_cell("row", line.title), cell(line.answer), cell(counts)])
}
