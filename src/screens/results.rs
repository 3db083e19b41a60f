use super::guidance::ElementFindings;
use super::take_to_board::TakeToBoard;
use crate::app::Dispatch;
use crate::charts::ProfileChart;
use crate::components::{BackLink, Button, Heading, LinkButton, Look, ScreenHeading};
use crate::words::text;
use assessment::app::view::{self, ElementResultsView, Finding, NotKnown, ResultsView};
use assessment::app::{Message, Screen};
use assessment::text::Key;
use leptos::prelude::*;

/// What the answers say: one page first, and each element in full below it.
#[component]
pub(crate) fn Results() -> impl IntoView {
    let dispatch: Dispatch = expect_context();
    let results = dispatch.read(view::results);
    let progress = results.progress.clone();
    let body = if results.has_levels || !results.not_known.is_empty() {
        findings(results).into_any()
    } else {
        nothing_yet().into_any()
    };
    view! {
        <div class="screen results">
            <BackLink />
            <ScreenHeading>{text(Key::ResultsHeading)}</ScreenHeading>
            <p class="nhsuk-body">{text(Key::ResultsLead)}</p>
            <p class="nhsuk-body"><strong>{progress}</strong></p>
            {body}
        </div>
    }
}

fn nothing_yet() -> impl IntoView {
    view! {
        <p class="nhsuk-body">{text(Key::ResultsNone)}</p>
        <Button label=text(Key::ResultsAnswer) message=Message::AllElementsChosen />
    }
}

fn findings(results: ResultsView) -> impl IntoView {
    let elements = results.elements.into_iter().map(disclosure).collect_view();
    view! {
        <ProfileChart profile=results.profile overall=results.overall />
        <div class="results__findings">
            {found(Key::StrengthsHeading, Key::StrengthsNone, results.strengths)}
            {found(Key::GapsHeading, Key::GapsNone, results.gaps)}
        </div>
        {not_known(results.not_known)}
        {unanswered(results.unanswered)}
        <TakeToBoard />
        <section class="results__elements">
            <Heading rank=2 class="nhsuk-heading-l">{text(Key::ElementsHeading)}</Heading>
            {elements}
            <div class="button-row">
                <Button label=text(Key::Print) look=Look::Secondary message=Message::PrintAsked />
                <LinkButton label=text(Key::StartDelete) message=Message::ScreenAsked(Screen::Delete) />
            </div>
        </section>
    }
}

fn found(heading: Key, none: Key, findings: Vec<Finding>) -> impl IntoView {
    let list = if findings.is_empty() {
        view! { <p class="nhsuk-body">{text(none)}</p> }.into_any()
    } else {
        view! { <ul class="findings">{findings.into_iter().map(finding).collect_view()}</ul> }.into_any()
    };
    view! {
        <section>
            <Heading rank=2 class="nhsuk-heading-m">{text(heading)}</Heading>
            {list}
        </section>
    }
}

fn finding(finding: Finding) -> impl IntoView {
    view! {
        <li>
            <strong>{finding.title}</strong>
            " "
            <span class="findings__level">{finding.level}</span>
            <p>{finding.description}</p>
        </li>
    }
}

fn not_known(questions: Vec<NotKnown>) -> impl IntoView {
    let list = if questions.is_empty() {
        view! { <p class="nhsuk-body">{text(Key::NotKnownNone)}</p> }.into_any()
    } else {
        view! {
            <p class="nhsuk-body">{text(Key::NotKnownLead)}</p>
            {titles(questions)}
        }
        .into_any()
    };
    view! {
        <section>
            <Heading rank=2 class="nhsuk-heading-m">{text(Key::NotKnownHeading)}</Heading>
            {list}
        </section>
    }
}

fn unanswered(questions: Vec<NotKnown>) -> impl IntoView {
    (!questions.is_empty()).then(|| {
        view! {
            <section>
                <Heading rank=2 class="nhsuk-heading-m">{text(Key::UnansweredHeading)}</Heading>
                {titles(questions)}
            </section>
        }
    })
}

fn titles(questions: Vec<NotKnown>) -> impl IntoView {
    let titles = questions.into_iter().map(|question| view! { <li>{question.title}</li> }).collect_view();
    view! { <ul class="nhsuk-list nhsuk-list--bullet results__titles">{titles}</ul> }
}

fn disclosure(element: ElementResultsView) -> impl IntoView {
    let title = element.title.clone();
    view! {
        <details class="nhsuk-details nhsuk-expander" data-open-in-print="">
            <summary class="nhsuk-details__summary">
                <Heading rank=3 class="nhsuk-details__summary-text">{title}</Heading>
            </summary>
            <div class="nhsuk-details__text">
                <ElementFindings element first_rank=4 />
            </div>
        </details>
    }
}
