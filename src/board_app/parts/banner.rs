use super::super::Dispatch;
use crate::components::link_button;
use crate::markup::{Markup, live, nothing, tag, words};
use crate::words::text;
use assessment::board_app::view::{self, NoticeView};
use assessment::board_app::{Message, Model};
use assessment::text::BoardKey;
use leptos::prelude::*;

/// What has to stay on every screen until it is no longer true. Its place is always there, so that a screen
/// reader announces what appears in it.
pub(in crate::board_app) fn banner() -> Markup {
    let dispatch: Dispatch = expect_context();
    let notice = dispatch.project(view::notice);
    let is_rehearsal = dispatch.project(Model::is_rehearsal);
    let shown = live(move || notice.get().map_or_else(nothing, draw));
    let rehearsal = live(move || if is_rehearsal.get() { rehearsal() } else { nothing() });
    tag("div", "", [rehearsal, shown]).with("role", "status")
}

fn draw(notice: NoticeView) -> Markup {
    let mut lines = vec![
        tag("p", "notice__heading", [words(notice.heading)]),
        tag("p", "notice__text", [words(notice.text)]),
    ];
    if notice.offers_download {
        let download = link_button(text(BoardKey::NoticeDownload), Message::RoundDownloadAsked);
        lines.push(tag("p", "notice__way-on", [download]));
    }
    tag("div", "notice", lines)
}

fn rehearsal() -> Markup {
    let line = tag("p", "notice__heading", [words(text(BoardKey::RehearsalNotice))]);
    tag("div", "notice board__rehearsal", [line])
}
