//! The paper version: every question with its levels to tick, and how the score comes about. It needs no
//! script, and it prints on A4.

mod questions;
mod scores;
mod words;

use assessment::text::{Key, fill};
use maud::{Markup, html};

use crate::content::Content;
use crate::{scriptless, styles};

pub(crate) use words::PaperWords;

/// The mark for "I do not know", in a box and in a row of marks.
const NOT_KNOWN: &str = "?";

/// The page of the paper version.
pub(crate) fn page(content: &Content) -> Markup {
    let body = html! { main { (paper(content, Headings { highest: 1 })) } };
    scriptless::page(content, &title(content), styles::PAPER_SHEET, &body)
}

/// The paper version itself, with headings from that level on.
pub(crate) fn paper(content: &Content, headings: Headings) -> Markup {
    let Content { questionnaire, catalogue, paper: words, .. } = content;
    let say = |key| catalogue.text(key);
    let time = catalogue.count(Key::StartTime, questionnaire.minutes(), &[]);
    html! {
        div.paper {
            (headings.heading(1, &title(content)))
            p.paper__lead { (say(Key::StartLead)) " " (time) "." }
            div.paper__opening {
                section {
                    (headings.heading(2, &words.how_heading))
                    ol {
                        @for step in
                            [&words.how_order, &words.how_level, &words.how_not_known, &words.how_note, &words.how_scores]
                        { li { (step) } }
                    }
                }
                section {
                    (headings.heading(2, &words.private_heading))
                    p { (words.private) }
                    (headings.heading(2, say(Key::StartNotHeading)))
                    @for key in [Key::StartNotTest, Key::StartNotCure] { p { (say(key)) } }
                }
            }
            p.paper__version { (version(content)) }
            (questions::questions(content, headings))
            (scores::scores(content, headings))
        }
    }
}

/// What it is called.
pub(crate) fn title(content: &Content) -> String {
    fill(&content.paper.title, &[("title", content.questionnaire.title())])
}

/// What tells later which questions the marks answer.
fn version(content: &Content) -> String {
    let questionnaire = &content.questionnaire;
    let values = [
        ("id", questionnaire.id()),
        ("fingerprint", &questionnaire.fingerprint().to_string()),
        ("first", "1"),
        ("last", &questionnaire.indicators().len().to_string()),
    ];
    fill(&content.paper.version, &values)
}

/// The level at which headings begin.
#[derive(Clone, Copy)]
pub(crate) struct Headings {
    pub(crate) highest: u8,
}

impl Headings {
    /// A heading of that rank; the highest is 1.
    fn heading(self, rank: u8, text: &str) -> Markup {
        match self.highest + rank - 1 {
            1 => html! { h1 { (text) } },
            2 => html! { h2 { (text) } },
            3 => html! { h3 { (text) } },
            _ => html! { h4 { (text) } },
        }
    }
}
