//! Everything about one element: the score with its working, next steps, questions and guidance.

use crate::components::{BoardToggle, Heading};
use crate::words::{fill, text};
use assessment::app::view::{ElementResultsView, NextStep, QuestionToAsk, WorkingLine};
use assessment::questionnaire::{GoodPractice, Guidance, TradeOff};
use assessment::text::Key;
use leptos::prelude::*;

const HEADING: &str = "nhsuk-heading-s";

/// The findings of one element. Its headings begin at `first_rank`.
#[component]
pub(super) fn ElementFindings(element: ElementResultsView, first_rank: u8) -> impl IntoView {
    let heading = move |key| view! { <Heading rank=first_rank class=HEADING>{text(key)}</Heading> };
    let definition = element.guidance.as_ref().map(|guidance| guidance.definition.clone());
    view! {
        {definition.map(|definition| view! { <p class="nhsuk-body">{definition}</p> })}
        <p class="element__score">{element.score}</p>
        {element.range.map(|range| view! { <p class="nhsuk-body">{range}</p> })}
        {heading(Key::NextHeading)}
        <ul class="next-steps">{element.next_steps.into_iter().map(next_step).collect_view()}</ul>
        {(!element.questions.is_empty()).then(|| view! {
            {heading(Key::QuestionsHeading)}
            <ul class="next-steps">{element.questions.into_iter().map(difficult_question).collect_view()}</ul>
        })}
        {element.guidance.map(|guidance| view! { <ElementGuidance guidance first_rank /> })}
        {heading(Key::WorkingHeading)}
        {working(element.working)}
        <p class="nhsuk-body">{element.working_sum}</p>
    }
}

fn next_step(step: NextStep) -> impl IntoView {
    view! {
        <li>
            <strong>{step.title.clone()}</strong>
            <p>{step.lead} " " {step.text}</p>
            <BoardToggle item=step.item title=step.title />
        </li>
    }
}

fn difficult_question(question: QuestionToAsk) -> impl IntoView {
    view! {
        <li>
            <strong>{question.asker}</strong>
            <p>{question.question.clone()}</p>
            <BoardToggle item=question.item title=question.question />
        </li>
    }
}

#[component]
fn ElementGuidance(guidance: Guidance, first_rank: u8) -> impl IntoView {
    let heading = move |key| view! { <Heading rank=first_rank class=HEADING>{text(key)}</Heading> };
    let practice = (!guidance.good_practice.is_empty()).then(|| {
        view! {
            {heading(Key::PracticeHeading)}
            {guidance.good_practice.into_iter().map(good_practice).collect_view()}
        }
    });
    view! {
        {heading(Key::WhyHeading)}
        <p class="nhsuk-body">{guidance.why_strategic}</p>
        <p class="nhsuk-body">{guidance.why_operational}</p>
        {heading(Key::TradeOffsHeading)}
        {guidance.trade_offs.into_iter().map(trade_off).collect_view()}
        {practice}
    }
}

fn trade_off(trade_off: TradeOff) -> impl IntoView {
    view! {
        <div class="trade-off">
            <p><strong>{text(Key::TradeOffGained)}</strong> " " {trade_off.gained}</p>
            <p><strong>{text(Key::TradeOffGivenUp)}</strong> " " {trade_off.given_up}</p>
            <p>{trade_off.when_right}</p>
        </div>
    }
}

fn good_practice(practice: GoodPractice) -> impl IntoView {
    let year = practice.year.to_string();
    let source = fill(Key::PracticeSource, &[("publisher", &practice.publisher), ("year", &year)]);
    view! {
        <div class="good-practice">
            <p>{practice.example}</p>
            <p class="good-practice__source">
                {source}
                " "
                <a class="nhsuk-link" href=practice.address target="_blank" rel="noopener noreferrer">
                    {practice.source_title}
                    " "
                    {text(Key::PracticeNewTab)}
                </a>
            </p>
        </div>
    }
}

fn working(lines: Vec<WorkingLine>) -> impl IntoView {
    view! {
        <table class="nhsuk-table working">
            <thead class="nhsuk-table__head">
                <tr class="nhsuk-table__row">
                    <th scope="col" class="nhsuk-table__header">{text(Key::WorkingIndicator)}</th>
                    <th scope="col" class="nhsuk-table__header">{text(Key::WorkingAnswer)}</th>
                    <th scope="col" class="nhsuk-table__header working__counts">{text(Key::WorkingCounts)}</th>
                </tr>
            </thead>
            <tbody class="nhsuk-table__body">{lines.into_iter().map(working_line).collect_view()}</tbody>
        </table>
    }
}

fn working_line(line: WorkingLine) -> impl IntoView {
    let counts = line.counts.map_or_else(|| text(Key::WorkingNothing), |level| level.to_string());
    view! {
        <tr class="nhsuk-table__row">
            <th scope="row" class="nhsuk-table__header">{line.title}</th>
            <td class="nhsuk-table__cell">{line.answer}</td>
            <td class="nhsuk-table__cell working__counts">{counts}</td>
        </tr>
    }
}
