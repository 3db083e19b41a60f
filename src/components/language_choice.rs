use crate::app::Dispatch;
use crate::markup::{Markup, live, nothing, tag, words};
use crate::words::text;
use assessment::app::view;
use assessment::app::{Message, Offered};
use assessment::lists::Listed as _;
use assessment::text::Key;
use leptos::prelude::*;

/// The choice between languages, above every screen; nothing where there is one language, or the page chooses.
///
/// The buttons stay when a language is chosen, so that the focus has a place.
pub(crate) fn language_choice() -> Markup {
    let dispatch: Dispatch = expect_context();
    let languages = dispatch.project(view::languages);
    let offered = languages.with_untracked(|languages| languages.offered.clone());
    if offered.is_empty() {
        return nothing();
    }
    let choice = |Offered { tag: language, name }: Offered| {
        let chosen = Message::LanguageChosen(language.clone());
        let (this, attribute) = (language.clone(), language);
        tag("button", "link-button languages__language", [words(name)])
            .with("type", "button")
            .with("lang", &attribute)
            .with_live("aria-pressed", move || {
                let is_shown = languages.with(|languages| languages.shown == this);
                if is_shown { "true" } else { "false" }.into()
            })
            .on("click", move |_| dispatch.send(chosen.clone()))
    };
    let label = move || {
        languages.with(|_| ());
        text(Key::LanguageLabel)
    };
    let missing = live(move || match languages.with(|languages| languages.is_missing) {
        true => tag("p", "languages__missing", [words(text(Key::LanguageMissing))]),
        false => nothing(),
    });
    let choices = tag("div", "languages__choices", offered.into_iter().map(choice).listed())
        .with("role", "group")
        .with_live("aria-label", label);
    tag("div", "languages nhsuk-width-container", [choices, tag("div", "", [missing]).with("role", "status")])
}
