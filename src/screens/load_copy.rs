use super::your_data;
use crate::app::Dispatch;
use crate::components::{
    HeadingSize, Look, back_link, button, button_row, disclosure, link_button, paragraph_of, screen,
    screen_heading, section_heading,
};
use crate::markup::{Markup, list, nothing, paragraph, strong, strong_paragraph, tag, words};
use crate::words::{count, fill, text};
use assessment::app::view::{self, ChangeView, ChangesView, LoadCopyView};
use assessment::app::{Loading, Message, Screen};
use assessment::lists::{AddEach as _, Listed as _};
use assessment::text::Key;
use leptos::prelude::*;

/// What loading the chosen copy would change, and the choice how to load it.
pub(super) fn load_copy() -> Markup {
    let dispatch: Dispatch = expect_context();
    // It ends when another tab changes what is here, so it stays the same while it is shown.
    let copy = dispatch.read(view::load_copy);
    screen([
        back_link(Key::Back, Message::BackAsked),
        screen_heading(HeadingSize::Large, text(Key::CopyHeading)),
        copy.map_or_else(nothing, ways),
        tag("p", "", [link_button(text(Key::CopyCancel), Message::ScreenAsked(Screen::YourData))]),
    ])
}

fn ways(copy: LoadCopyView) -> Markup {
    let LoadCopyView { file, left_out, left_out_keys, may_replace, adding, replacing } = copy;
    let mut children = vec![paragraph(fill(Key::CopyFile, &[("file", &file)]))];
    if left_out > 0 {
        children.push(folded(count(Key::CopyLeftOut, left_out), your_data::keys(left_out_keys)));
    }
    if adding.changes.is_empty() && replacing.changes.is_empty() {
        children.push(strong_paragraph(text(Key::CopyNoChange)));
        return tag("div", "", children);
    }
    let add = button(Look::Primary, text(Key::CopyAdding), Message::CopyAccepted(Loading::Adding));
    children.push(way(Key::CopyAddingHeading, Key::CopyAddingHint, adding, vec![add]));
    if may_replace {
        let accepted = Message::CopyAccepted(Loading::Replacing);
        let replace = button(Look::Warning, text(Key::CopyReplacing), accepted);
        let buttons = vec![your_data::download(), replace];
        children.push(way(Key::CopyReplacingHeading, Key::CopyReplacingHint, replacing, buttons));
    }
    tag("div", "", children)
}

fn way(title: Key, hint: Key, view: ChangesView, buttons: Vec<Markup>) -> Markup {
    let mut children = vec![section_heading(title), paragraph_of(hint)];
    if view.changes.is_empty() {
        children.push(strong_paragraph(text(Key::CopyNoChange)));
    } else {
        let changes = list("your-data__list", view.changes.into_iter().map(change).listed());
        children.add_each([
            strong_paragraph(view.summary),
            folded(text(Key::CopyChanges), changes),
            button_row(buttons),
        ]);
    }
    tag("section", "", children)
}

fn change(change: ChangeView) -> Markup {
    tag("div", "", [strong(change.title), tag("p", "", [words(change.change)])])
}

fn folded(summary: String, content: Markup) -> Markup {
    let summary = tag("span", "nhsuk-details__summary-text", [words(summary)]);
    disclosure("nhsuk-details", summary, vec![content])
}
