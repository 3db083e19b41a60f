//! Fields with their label, hint and error.

use super::super::{Dispatch, field_name};
use crate::components::error_message;
use crate::markup::{Markup, live, nothing, tag, words};
use crate::words::text;
use assessment::board_app::{Field, Message, Model, view};
use assessment::text::BoardKey;
use leptos::prelude::*;

/// A field for text.
pub(in crate::board_app) struct TextField {
    /// What its `id` is, and where the focus finds it.
    pub(in crate::board_app) name: &'static str,
    /// Which field of those that can be wrong it is.
    pub(in crate::board_app) field: Option<Field>,
    pub(in crate::board_app) label: BoardKey,
    /// What is said below the label; may be empty.
    pub(in crate::board_app) hint: String,
    /// How many lines it shows; with one, no more can be typed.
    pub(in crate::board_app) lines: u8,
    /// Its class besides that of all fields.
    pub(in crate::board_app) class: &'static str,
    pub(in crate::board_app) value: fn(&Model) -> String,
    pub(in crate::board_app) typed: fn(String) -> Message,
    /// How many characters it takes; 0 for any number.
    pub(in crate::board_app) longest: usize,
}

impl TextField {
    /// A field of one line that can be wrong.
    pub(in crate::board_app) fn new(
        field: Field,
        label: BoardKey,
        value: fn(&Model) -> String,
        typed: fn(String) -> Message,
    ) -> Self {
        let (hint, lines, class, longest) = (String::new(), 1, "nhsuk-input", 0);
        Self { name: field_name(field), field: Some(field), label, hint, lines, class, value, typed, longest }
    }

    /// Draws it.
    pub(in crate::board_app) fn draw(self) -> Markup {
        let dispatch: Dispatch = expect_context();
        let value = dispatch.project(self.value);
        let typed = self.typed;
        let field = if self.lines > 1 {
            tag("textarea", "nhsuk-textarea", []).with("rows", &self.lines.to_string())
        } else {
            tag("input", self.class, []).with("type", "text")
        };
        let mut field = field
            .with("id", self.name)
            .with("data-focus", self.name)
            .with("autocomplete", "off")
            .with("spellcheck", "false")
            .with_value(move || value.get())
            .on("input", move |event| dispatch.send(typed(event_target_value(&event))));
        if self.longest > 0 {
            field = field.with("maxlength", &self.longest.to_string());
        }
        labelled(self.name, self.field, text(self.label), self.hint, field)
    }
}

/// A field to choose a file with.
pub(in crate::board_app) fn file_field(field: Field, label: BoardKey, hint: String, input: Markup) -> Markup {
    let name = field_name(field);
    let input = input.with("id", name).with("type", "file").with("data-focus", name);
    labelled(name, Some(field), text(label), hint, input)
}

fn labelled(name: &'static str, field: Option<Field>, label: String, hint: String, input: Markup) -> Markup {
    let hint_id = format!("{name}-hint");
    let has_hint = !hint.is_empty();
    let hint =
        if has_hint { tag("div", "nhsuk-hint", [words(hint)]).with("id", &hint_id) } else { nothing() };
    let label = tag("label", "nhsuk-label", [words(label)]).with("for", name);
    let input = described(input, name, field, has_hint);
    form_group(field, vec![label, hint, field_error(name, field), input])
}

/// Ties a field to its hint, and to its error while it has one.
fn described(input: Markup, name: &'static str, field: Option<Field>, has_hint: bool) -> Markup {
    let has_error = wrong(field);
    if !has_hint && field.is_none() {
        return input;
    }
    input.with_live("aria-describedby", move || description(name, has_hint, has_error()))
}

/// The ids of what describes a field now.
pub(super) fn description(name: &str, has_hint: bool, has_error: bool) -> String {
    let parts = [(has_hint, "hint"), (has_error, "error")].into_iter().filter(|(is_there, _)| *is_there);
    parts.map(|(_, part)| format!("{name}-{part}")).collect::<Vec<_>>().join(" ")
}

/// What is wrong with a field, beside it.
pub(super) fn field_error(name: &'static str, field: Option<Field>) -> Markup {
    let Some(field) = field else { return nothing() };
    let dispatch: Dispatch = expect_context();
    let problem =
        dispatch.project(move |model| model.problem_of(field).map(|problem| view::explain(model, problem)));
    live(move || {
        problem.get().map_or_else(nothing, |problem| {
            error_message(BoardKey::ErrorPrefix, problem, &format!("{name}-error"))
        })
    })
}

/// The room of a field, marked while it is wrong.
pub(super) fn form_group(field: Option<Field>, children: Vec<Markup>) -> Markup {
    let has_error = wrong(field);
    tag("div", "", children).with_live("class", move || {
        let class = if has_error() { "nhsuk-form-group nhsuk-form-group--error" } else { "nhsuk-form-group" };
        class.to_owned()
    })
}

/// Whether that is so of a field.
pub(super) fn wrong(field: Option<Field>) -> impl Fn() -> bool + Send + Clone + 'static {
    let dispatch: Dispatch = expect_context();
    let is_wrong =
        dispatch.project(move |model| field.is_some_and(|field| model.problem_of(field).is_some()));
    move || is_wrong.get()
}

/// A form that sends one message. Browsers store what stands in a form unless they are told not to.
pub(in crate::board_app) fn form(
    children: Vec<Markup>,
    message: impl Fn() -> Message + Send + 'static,
) -> Markup {
    let dispatch: Dispatch = expect_context();
    tag("form", "board__form", children).with("novalidate", "").with("autocomplete", "off").on(
        "submit",
        move |event| {
            event.prevent_default();
            dispatch.send(message());
        },
    )
}
