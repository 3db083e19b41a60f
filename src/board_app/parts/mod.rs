//! What the screens of the board's part are built from, besides the components that both programs share.

mod banner;
mod document;
mod field;
mod problems;
mod roles;
mod spread;

pub(super) use banner::banner;
pub(super) use document::{blocks, blocks_at};
pub(super) use field::{TextField, file_field, form};
pub(super) use problems::problems;
pub(super) use roles::{radio, role_radios};
pub(super) use spread::patterns;

use super::Dispatch;
use crate::components;
use crate::markup::{Children, Markup, live, nothing, paragraph, tag, words};
use crate::words::text;
use assessment::board_app::Message;
use assessment::board_app::view::{self, OpenRound, RoundView};
use assessment::lists::Listed as _;
use assessment::text::BoardKey;
use leptos::prelude::*;

/// The way back.
pub(super) fn back_link() -> Markup {
    components::back_link(BoardKey::Back, Message::BackAsked)
}

/// A place in which a screen reader announces what appears.
pub(super) fn announced(said: impl Fn() -> Option<String> + Send + 'static) -> Markup {
    let said = live(move || said().map_or_else(nothing, components::done_notice));
    tag("div", "", [said]).with("role", "status")
}

/// Says that the round was downloaded as it is.
pub(super) fn downloaded() -> Markup {
    let dispatch: Dispatch = expect_context();
    let is_downloaded = dispatch.project(|model| {
        matches!(view::round(model), RoundView::Open(OpenRound { is_downloaded: true, .. }))
    });
    announced(move || is_downloaded.get().then(|| text(BoardKey::RoundDownloaded)))
}

/// Whose board it is, above a heading.
pub(super) fn trust_name() -> Markup {
    let dispatch: Dispatch = expect_context();
    components::trust_caption(dispatch.read(|model| model.trust_name().to_owned()))
}

/// Facts, each with its name.
pub(super) fn facts(facts: Vec<(String, String)>) -> Markup {
    let fact = |(name, fact)| {
        let parts =
            vec![tag("dt", "board__fact-name", [words(name)]), tag("dd", "board__fact", [words(fact)])];
        tag("div", "board__fact-line", parts)
    };
    tag("dl", "board__facts", facts.into_iter().map(fact).listed())
}

/// What everything that is told of a board begins with.
pub(super) fn first_lines(lines: Vec<String>) -> Markup {
    tag("div", "nhsuk-inset-text", lines.into_iter().map(paragraph).listed())
}

/// Something that is of use on the screen alone.
pub(super) fn not_printed(children: impl Children) -> Markup {
    tag("div", "board__not-printed", children)
}

/// The same, drawn only when it is opened first, for what is long and seldom wanted.
pub(super) fn unfolding(summary: String, draw: impl Fn() -> Markup + Send + 'static) -> Markup {
    let was_opened = RwSignal::new(false);
    let content = live(move || if was_opened.get() { draw() } else { nothing() });
    folded(summary, vec![content]).on("toggle", move |_| was_opened.set(true))
}

/// A disclosure with that summary.
pub(super) fn folded(summary: String, content: Vec<Markup>) -> Markup {
    let summary = tag("span", "nhsuk-details__summary-text", [words(summary)]);
    components::disclosure("nhsuk-details", summary, content)
}
