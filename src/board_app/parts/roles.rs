use super::super::{Dispatch, field_name};
use super::field::{description, field_error, form_group, wrong};
use crate::markup::{Markup, nothing, tag, words};
use crate::words::text;
use assessment::board::Role;
use assessment::board_app::{Field, Message, Model};
use assessment::lists::Listed as _;
use assessment::text::BoardKey;
use leptos::prelude::*;

/// Executive or non-executive; neither is chosen before.
pub(in crate::board_app) fn role_radios(
    field: Field,
    legend: BoardKey,
    hint: Option<BoardKey>,
    chosen: fn(&Model) -> Option<Role>,
    choose: fn(Role) -> Message,
) -> Markup {
    let name = field_name(field);
    let roles =
        [(Role::Executive, BoardKey::RoleExecutive), (Role::NonExecutive, BoardKey::RoleNonExecutive)];
    let radios = roles
        .into_iter()
        .enumerate()
        .map(|(number, (role, label))| {
            radio(name, number, label, move |model| chosen(model) == Some(role), choose(role))
        })
        .listed();
    let (has_hint, has_error) = (hint.is_some(), wrong(Some(field)));
    let hint = hint.map_or_else(nothing, |key| {
        tag("div", "nhsuk-hint", [words(text(key))]).with("id", &format!("{name}-hint"))
    });
    let legend = tag("legend", "nhsuk-fieldset__legend nhsuk-fieldset__legend--s", [words(text(legend))]);
    let error = field_error(name, Some(field));
    let radios = tag("div", "nhsuk-radios nhsuk-radios--inline", radios);
    let fieldset = tag("fieldset", "nhsuk-fieldset", [legend, hint, error, radios])
        .with_live("aria-describedby", move || description(name, has_hint, has_error()));
    form_group(Some(field), vec![fieldset])
}

/// One radio of a group; the first is where the focus goes.
pub(in crate::board_app) fn radio(
    name: &'static str,
    number: usize,
    label: BoardKey,
    is_chosen: impl Fn(&Model) -> bool + Send + Sync + 'static,
    message: Message,
) -> Markup {
    let dispatch: Dispatch = expect_context();
    let is_chosen = dispatch.project(is_chosen);
    let id = format!("{name}-{number}");
    let mut radio = tag("input", "nhsuk-radios__input", [])
        .with("type", "radio")
        .with("name", name)
        .with("id", &id)
        .with_checked(move || is_chosen.get())
        .on("change", move |_| dispatch.send(message.clone()));
    if number == 0 {
        radio = radio.with("data-focus", name);
    }
    let label = tag("label", "nhsuk-label nhsuk-radios__label", [words(text(label))]).with("for", &id);
    tag("div", "nhsuk-radios__item", [radio, label])
}
