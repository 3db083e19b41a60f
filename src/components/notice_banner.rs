use super::button::link_button;
use super::notice::notice;
use crate::app::Dispatch;
use crate::markup::{Markup, live, nothing, tag};
use crate::words::text;
use assessment::app::view::{self, Notice};
use assessment::app::{Message, Screen};
use assessment::text::Key;
use leptos::prelude::*;

/// What has to stay on screen until it is no longer true. Its place is always there, so that a
/// screen reader announces what appears in it.
pub(crate) fn notice_banner() -> Markup {
    let dispatch: Dispatch = expect_context();
    let notice = dispatch.project(view::notice);
    let shown = live(move || notice.get().map_or_else(nothing, draw));
    tag("div", "", [shown]).with("role", "status")
}

fn draw(shown: Notice) -> Markup {
    match shown {
        Notice::StoreBlocked => notice("notice", Some(Key::NoticeBlockedHeading), Key::NoticeBlocked),
        Notice::StoreFailing => with_way_on(
            notice("notice", Some(Key::NoticeFailingHeading), Key::NoticeFailing),
            Key::NoticeSaveAgain,
            Message::SaveAgainAsked,
        ),
        Notice::StoreWiped => with_way_on(
            notice("notice", Some(Key::NoticeWipedHeading), Key::NoticeWiped),
            Key::NoticeSaveAgain,
            Message::SaveAgainAsked,
        ),
        Notice::DeleteFailing => {
            notice("notice", Some(Key::NoticeDeleteFailingHeading), Key::NoticeDeleteFailing)
        }
        Notice::Unreadable => with_way_on(
            notice("notice", Some(Key::NoticeUnreadableHeading), Key::NoticeUnreadable),
            Key::StartData,
            Message::ScreenAsked(Screen::YourData),
        ),
        Notice::NotKept => notice("notice notice--quiet", None, Key::NoticeNotKept),
    }
}

fn with_way_on(notice: Markup, label: Key, message: Message) -> Markup {
    notice.holding(tag("p", "notice__way-on", [link_button(text(label), message)]))
}
