use super::heading::{HeadingSize, heading};
use crate::app::Dispatch;
use crate::markup::{Markup, live, tag, words};
use crate::words::text;
use assessment::app::view::{self, Notice};
use assessment::text::Key;
use leptos::prelude::*;

/// Drawn from the start and hidden, because nothing can be drawn any more when it is needed.
///
/// Its way on is a plain link to the page itself, which works without the program.
pub(crate) fn rescue_screen() -> Markup {
    let dispatch: Dispatch = expect_context();
    let notice = dispatch.project(view::notice);
    let safety = live(move || {
        words(text(match notice.get() {
            None | Some(Notice::Unreadable | Notice::DeleteFailing) => Key::RescueSafe,
            Some(Notice::StoreFailing | Notice::StoreWiped) => Key::RescueFailing,
            Some(Notice::StoreBlocked | Notice::NotKept) => Key::RescueNotKept,
        }))
    });
    let reload = tag("a", "nhsuk-button", vec![words(text(Key::RescueReload))]).with("href", "");
    tag(
        "div",
        "digital-leadership-check__rescue nhsuk-width-container",
        vec![
            heading(1, HeadingSize::Large, text(Key::RescueHeading)),
            tag("p", "nhsuk-body", vec![safety]),
            reload,
        ],
    )
    .with("role", "alert")
}
