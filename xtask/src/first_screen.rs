//! The first screen as static text: what a page shows before the program draws the same, and for good
//! where it cannot.
//!
//! The markup is that of `src/screens/start.rs`, so that nothing moves when the program takes over.
//! `tests/no_program.rs` holds both to the same words in the same places.

use assessment::text::Key;
use maud::{Markup, html};
use serde::Deserialize;

use crate::content::Content;

/// What the screen says while there is no program, and why.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FirstScreenWords {
    /// While the files are under way.
    loading: String,
    /// When they have been for long.
    late: String,
    /// Why nothing can run: no script.
    no_script: String,
    /// Why nothing can run: no WebAssembly.
    no_webassembly: String,
    /// Why nothing can run: a browser without what the program is drawn with.
    too_old: String,
    /// Why nothing can run: a file is missing.
    not_loaded: String,
    /// The link to the paper version.
    paper: String,
}

/// The first screen, with links to the paper version at that address.
pub(crate) fn first_screen(content: &Content, paper: &str) -> Markup {
    let Content { questionnaire, catalogue, .. } = content;
    let say = |key| catalogue.text(key);
    html! {
        div.digital-leadership-check {
            div.nhsuk-width-container {
                // It is `offered` once a script remembers what is pressed (`src/element/first-choices.js`).
                div.screen data-first-screen {
                    h1.nhsuk-heading-xl { (questionnaire.title()) }
                    p.nhsuk-body-l { (say(Key::StartLead)) }
                    ul.start__facts {
                        li { (catalogue.count(Key::StartTime, questionnaire.minutes(), &[])) }
                        li { (say(Key::StartPrivate)) }
                    }
                    div.start__room {
                        (choices(content))
                        (state(&content.first_screen, paper))
                    }
                    h2.nhsuk-heading-m { (say(Key::StartWhatHeading)) }
                    ul.nhsuk-list {
                        @for key in [Key::StartWhat1, Key::StartWhat2, Key::StartWhat3] { li { (say(key)) } }
                    }
                    h2.nhsuk-heading-m { (say(Key::StartNotHeading)) }
                    @for key in [Key::StartNotTest, Key::StartNotCure] { p.nhsuk-body { (say(key)) } }
                    ul.link-list {
                        @for (choice, key) in
                            [("data", Key::StartData), ("about", Key::StartAbout), ("combine", Key::StartCombine)]
                        { li { button.link-button type="button" data-choice=(choice) { (say(key)) } } }
                    }
                }
            }
        }
    }
}

/// The ways in. Until they are offered, they keep the room that those of the program will take.
fn choices(content: &Content) -> Markup {
    let Content { questionnaire, catalogue, .. } = content;
    let say = |key| catalogue.text(key);
    let minutes = questionnaire.minutes_for_one_element();
    html! {
        div.start__choices {
            div.button-row {
                button.nhsuk-button type="button" data-choice="all" { (say(Key::StartAll)) }
                button."nhsuk-button nhsuk-button--secondary" type="button" data-choice="one" { (say(Key::StartOne)) }
            }
            p."nhsuk-body-s start__one" { (catalogue.count(Key::StartTimeForOne, minutes, &[])) }
            div.nhsuk-form-group {
                div."nhsuk-checkboxes nhsuk-checkboxes--small" {
                    div.nhsuk-checkboxes__item {
                        input.nhsuk-checkboxes__input type="checkbox" id="do-not-keep"
                            aria-describedby="do-not-keep-hint" data-choice="do-not-keep";
                        label."nhsuk-label nhsuk-checkboxes__label" for="do-not-keep" { (say(Key::StartDoNotKeep)) }
                        div."nhsuk-hint nhsuk-checkboxes__hint" id="do-not-keep-hint" {
                            (say(Key::StartDoNotKeepHint))
                        }
                    }
                }
            }
        }
    }
}

/// That the check is loading, and each reason why it does not. `src/element/element.js` uncovers those
/// that a script can tell.
fn state(words: &FirstScreenWords, paper: &str) -> Markup {
    let way_on = html! { " " a.nhsuk-link href=(paper) { (words.paper) } };
    let reason = |reason: &str| html! { p.notice__text { (reason) (way_on) } };
    html! {
        div role="status" {
            noscript { div.notice { (reason(&words.no_script)) } }
            div data-while-starting {
                p.nhsuk-body { (words.loading) }
                p."nhsuk-body start__late" { (words.late) (way_on) }
            }
            div.notice data-when-not-started="no-webassembly" hidden { (reason(&words.no_webassembly)) }
            div.notice data-when-not-started="too-old" hidden { (reason(&words.too_old)) }
            div.notice data-when-not-started="not-loaded" hidden { (reason(&words.not_loaded)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_leads_to_the_paper_version() {
        let content = Content::published();
        let screen = first_screen(&content, "on-paper.html").into_string();
        let words = &content.first_screen;
        let reasons =
            [&words.late, &words.no_script, &words.no_webassembly, &words.too_old, &words.not_loaded];
        for reason in reasons {
            let (_, after) = screen.split_once(reason.as_str()).expect("the reason is there");
            assert!(after.starts_with(" <a class=\"nhsuk-link\" href=\"on-paper.html\">"), "{reason}");
        }
    }

    #[test]
    fn nothing_is_offered_before_a_script_is_there() {
        let screen = first_screen(&Content::published(), "on-paper.html").into_string();
        assert!(screen.contains("<div class=\"screen\" data-first-screen>"), "{screen}");
        for control in ["<button", "<input"] {
            assert!(screen.split(control).skip(1).all(|after| {
                let (tag, _) = after.split_once('>').expect("the tag ends");
                tag.contains("data-choice=")
            }));
        }
    }
}
