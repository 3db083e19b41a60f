use crate::app::Dispatch;
use crate::words::text;
use assessment::app::view::{self, Notice};
use assessment::text::Key;
use leptos::prelude::*;

/// What has to stay on screen until it is no longer true. Its place is always there, so that a
/// screen reader announces what appears in it.
#[component]
pub(crate) fn NoticeBanner() -> impl IntoView {
    let dispatch: Dispatch = expect_context();
    let notice = dispatch.project(view::notice);
    view! { <div role="status">{move || notice.get().map(draw)}</div> }
}

fn draw(notice: Notice) -> impl IntoView {
    let (heading, words) = match notice {
        Notice::StoreBlocked => (Some(Key::NoticeBlockedHeading), Key::NoticeBlocked),
        Notice::StoreFailing => (Some(Key::NoticeFailingHeading), Key::NoticeFailing),
        Notice::NotKept => (None, Key::NoticeNotKept),
    };
    view! {
        <div class="notice" class:notice--quiet=heading.is_none()>
            {heading.map(|heading| view! { <p class="notice__heading">{text(heading)}</p> })}
            <p class="notice__text">{text(words)}</p>
        </div>
    }
}
