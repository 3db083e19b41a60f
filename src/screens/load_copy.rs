use super::your_data;
use crate::app::Dispatch;
use crate::components::{
    HeadingSize, Look, back_link, button, button_row, cell, disclosure, header_cell, heading, link_button,
    screen, screen_heading, scrolling_table, table_line,
};
use crate::markup::{Markup, nothing, paragraph, strong_paragraph, tag, words};
use crate::words::{count, fill, text};
use assessment::app::view::{self, ChangeView, ChangesView, LoadCopyView};
use assessment::app::{Loading, Message, Screen};
use assessment::text::Key;
use leptos::prelude::*;

/// What loading the chosen copy would change, and the choice how to load it.
pub(super) fn load_copy() -> Markup {
    let dispatch: Dispatch = expect_context();
    let Some(copy) = dispatch.read(view::load_copy) else { return nothing() };
    let LoadCopyView { file, left_out, adding, replacing } = copy;
    screen(vec![
        back_link(),
        screen_heading(HeadingSize::Large, text(Key::CopyHeading)),
        paragraph(fill(Key::CopyFile, &[("file", &file)])),
        if left_out.is_empty() { nothing() } else { what_is_left_out(left_out) },
        way(Loading::Adding, [Key::CopyAddingHeading, Key::CopyAddingHint, Key::CopyAdding], adding),
        way(
            Loading::Replacing,
            [Key::CopyReplacingHeading, Key::CopyReplacingHint, Key::CopyReplacing],
            replacing,
        ),
        tag("p", "", vec![link_button(text(Key::CopyCancel), Message::ScreenAsked(Screen::YourData))]),
    ])
}

fn what_is_left_out(keys: Vec<String>) -> Markup {
    let summary = count(Key::CopyLeftOut, keys.len());
    folded(summary, your_data::keys(keys))
}

fn way(loading: Loading, [title, hint, label]: [Key; 3], view: ChangesView) -> Markup {
    let mut children = vec![heading(2, HeadingSize::Medium, text(title)), paragraph(text(hint))];
    if view.changes.is_empty() {
        children.push(strong_paragraph(text(Key::CopyNoChange)));
    } else {
        children
            .extend([strong_paragraph(view.summary), folded(text(Key::CopyChanges), changes(view.changes))]);
        let (look, before) = match loading {
            Loading::Adding => (Look::Secondary, nothing()),
            Loading::Replacing => (Look::Warning, your_data::download()),
        };
        children.push(button_row(vec![button(look, text(label), Message::CopyAccepted(loading)), before]));
    }
    tag("section", "", children)
}

fn folded(summary: String, content: Markup) -> Markup {
    let summary = tag("span", "nhsuk-details__summary-text", vec![words(summary)]);
    disclosure("nhsuk-details", summary, vec![content])
}

fn changes(changes: Vec<ChangeView>) -> Markup {
    let head = [Key::CopyColumnWhat, Key::CopyColumnBefore, Key::CopyColumnAfter];
    let head = head.map(|key| header_cell("col", text(key))).into();
    let lines = changes.into_iter().map(change).collect();
    scrolling_table(&text(Key::CopyChanges), head, lines)
}

fn change(change: ChangeView) -> Markup {
    table_line(vec![header_cell("row", change.title), cell(change.before), cell(change.after)])
}
