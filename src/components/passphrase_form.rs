use super::button::{button_row, link_button};
use super::error_message::error_message;
use super::error_summary::error_summary;
use super::phrase::say;
use crate::app::Dispatch;
use crate::markup::{Markup, live, nothing, tag, words};
use crate::platform::{focus, passphrase_field};
use crate::projection::Projection;
use crate::words::text;
use assessment::app::view::is_about_passphrase;
use assessment::app::{FocusTarget, Message, Passphrase};
use assessment::text::Key;
use leptos::prelude::*;

/// What a form for a passphrase says, and what it does.
pub(crate) struct PassphraseForm {
    pub(crate) label: Key,
    /// What is said below the label.
    pub(crate) hint: Option<Key>,
    /// What the browser may fill in, as `autocomplete` has it.
    pub(crate) kind: &'static str,
    pub(crate) button: Key,
    /// What is said while it is at work.
    pub(crate) at_work: Key,
    pub(crate) entered: fn(Passphrase) -> Message,
}

/// The field with its button. It stays as it is while it is at work, so that the focus has a place.
pub(crate) fn passphrase_form(
    form: PassphraseForm,
    problem: Projection<Option<Key>>,
    is_at_work: Projection<bool>,
) -> Markup {
    let dispatch: Dispatch = expect_context();
    let entered = form.entered;
    let status = live(move || if is_at_work.get() { say(form.at_work) } else { nothing() });
    let button = tag("button", "nhsuk-button", [say(form.button)])
        .with("type", "submit")
        .with("part", "button")
        .with_live("aria-disabled", move || is_at_work.get().to_string());
    let children = vec![
        field(&form, problem),
        button_row([button]),
        tag("p", "nhsuk-body", [status]).with("role", "status"),
    ];
    tag("form", "", children).with("novalidate", "").with("autocomplete", "off").on("submit", move |event| {
        event.prevent_default();
        dispatch.send(entered(Passphrase::typed(&passphrase_field::take(&event))));
    })
}

fn field(form: &PassphraseForm, problem: Projection<Option<Key>>) -> Markup {
    let of_field = move || problem.get().filter(|problem| is_about_passphrase(*problem));
    let hint = form
        .hint
        .map_or_else(nothing, |hint| tag("div", "nhsuk-hint", [say(hint)]).with("id", "passphrase-hint"));
    let error = live(move || {
        of_field().map_or_else(nothing, |problem| {
            error_message(Key::ErrorPrefix, text(problem), "passphrase-error")
        })
    });
    // Whichever of the two are there.
    let input = tag("input", "nhsuk-input", [])
        .with("id", "passphrase")
        .with("type", "password")
        .with("data-focus", focus::name(FocusTarget::Field))
        .with("autocomplete", form.kind)
        .with("autocapitalize", "none")
        .with("spellcheck", "false")
        .with("aria-describedby", "passphrase-hint passphrase-error");
    let label = tag("label", "nhsuk-label", [say(form.label)]).with("for", "passphrase");
    tag("div", "", [label, hint, error, input, show()]).with_live("class", move || {
        let is_wrong = of_field().is_some();
        if is_wrong { "nhsuk-form-group nhsuk-form-group--error" } else { "nhsuk-form-group" }.into()
    })
}

/// Whether what is typed can be read.
fn show() -> Markup {
    let checkbox = tag("input", "nhsuk-checkboxes__input", [])
        .with("type", "checkbox")
        .with("id", "show-passphrase")
        .on("change", |event| passphrase_field::show(&event, event_target_checked(&event)));
    let label = tag("label", "nhsuk-label nhsuk-checkboxes__label", [say(Key::PassphraseShow)]);
    let item = tag("div", "nhsuk-checkboxes__item", [checkbox, label.with("for", "show-passphrase")]);
    tag("div", "nhsuk-checkboxes nhsuk-checkboxes--small", [item])
}

/// Says at the top what was not done, with the way to the field if it is about that.
pub(crate) fn passphrase_problem(problem: Key) -> Markup {
    let said = text(problem);
    let said =
        if is_about_passphrase(problem) { link_button(said, Message::ErrorFollowed) } else { words(said) };
    error_summary(Key::ErrorHeading, said)
}
