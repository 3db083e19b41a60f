use assessment::questionnaire::{ElementPosition, IndicatorPosition};
use assessment::text::Key;
use maud::{Markup, html};

use super::{Headings, NOT_KNOWN};
use crate::content::Content;

/// Every element with its questions.
pub(super) fn questions(content: &Content, headings: Headings) -> Markup {
    html! {
        div.paper__questions {
            @for element in content.questionnaire.element_positions() {
                (element_questions(content, headings, element))
            }
        }
    }
}

fn element_questions(content: &Content, headings: Headings, element: ElementPosition) -> Markup {
    let questionnaire = &content.questionnaire;
    html! {
        section {
            (headings.heading(2, &questionnaire.element(element).title))
            ol.paper__list {
                @for indicator in questionnaire.indicators_of(element) {
                    li.paper__question value=(indicator.number()) { (question(content, headings, indicator)) }
                }
            }
        }
    }
}

/// The question, a box for each level and for not knowing, and a line for a note.
fn question(content: &Content, headings: Headings, position: IndicatorPosition) -> Markup {
    let Content { questionnaire, catalogue, paper: words, .. } = content;
    let indicator = questionnaire.indicator(position);
    html! {
        (headings.heading(3, &format!("{}. {}", position.number(), indicator.question)))
        ul.paper__levels {
            @for (number, description) in indicator.descriptions.iter().enumerate() {
                li { (tick_box(&number.to_string())) (description) }
            }
            li { (tick_box(NOT_KNOWN)) (catalogue.text(Key::DontKnow)) }
        }
        p.paper__blank { (words.note) }
    }
}

/// A box with its mark in it.
fn tick_box(mark: &str) -> Markup {
    html! { span.paper__box { (mark) } " " }
}
