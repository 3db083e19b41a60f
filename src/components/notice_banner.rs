use crate::app::Dispatch;
use crate::markup::{Markup, live, nothing, tag, words};
use crate::words::text;
use assessment::app::view::{self, Notice};
use assessment::text::Key;
use leptos::prelude::*;

/// What has to stay on screen until it is no longer true. Its place is always there, so that a
/// screen reader announces what appears in it.
pub(crate) fn notice_banner() -> Markup {
    let dispatch: Dispatch = expect_context();
    let notice = dispatch.project(view::notice);
    let shown = live(move || notice.get().map_or_else(nothing, draw));
    tag("div", "", vec![shown]).with("role", "status")
}

fn draw(notice: Notice) -> Markup {
    let warning = |heading, words| {
        let heading = tag("p", "notice__heading", vec![self::words(text(heading))]);
        tag("div", "notice", vec![heading, explanation(words)])
    };
    match notice {
        Notice::StoreBlocked => warning(Key::NoticeBlockedHeading, Key::NoticeBlocked),
        Notice::StoreFailing => warning(Key::NoticeFailingHeading, Key::NoticeFailing),
        Notice::NotKept => tag("div", "notice notice--quiet", vec![explanation(Key::NoticeNotKept)]),
    }
}

fn explanation(key: Key) -> Markup {
    tag("p", "notice__text", vec![words(text(key))])
}
