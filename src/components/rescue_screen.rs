use super::button::button_row;
use super::heading::{HeadingSize, heading};
use super::phrase::{paragraph_of, say};
use crate::app::Dispatch;
use crate::markup::{Markup, live, nothing, paragraph, tag};
use crate::words::text;
use assessment::app::Keeping;
use assessment::app::view::{self, Notice};
use assessment::text::Key;
use leptos::prelude::*;

/// Drawn from the start and hidden, because nothing can be drawn any more when it is needed.
///
/// What it offers works without the program: a plain link to the page itself, and a button that
/// `src/element/rescue.js` listens to.
pub(crate) fn rescue_screen() -> Markup {
    let dispatch: Dispatch = expect_context();
    let notice = dispatch.project(view::notice);
    tag(
        "div",
        "digital-leadership-check__rescue nhsuk-width-container",
        [
            heading(1, HeadingSize::Large, text(Key::RescueHeading)),
            live(move || match notice.get() {
                None | Some(Notice::Unreadable) => what_is_left(Key::RescueSafe, copy_button()),
                Some(Notice::StoreFailing | Notice::StoreWiped | Notice::DeleteFailing) => {
                    what_is_left(Key::RescueFailing, copy_button())
                }
                Some(Notice::StoreBlocked | Notice::NotKept) => what_is_left(Key::RescueNotKept, nothing()),
            }),
            paragraph_of(Key::RescueCopyFailed).with("data-copy-failed", "").with("hidden", ""),
        ],
    )
    .with("role", "alert")
    .with("data-rescue", "")
    .with("hidden", "")
}

fn what_is_left(safety: Key, copy: Markup) -> Markup {
    let reload = tag("a", "nhsuk-button", [say(Key::RescueReload)]).with("href", "");
    tag("div", "", [paragraph(text(safety)), button_row([reload, copy])])
}

/// It names the store, which the script cannot ask the program for any more.
fn copy_button() -> Markup {
    let dispatch: Dispatch = expect_context();
    let (store, keeping) = dispatch.read(|model| (model.store().to_owned(), model.keeping()));
    let kept = if keeping == Keeping::Tab { "session" } else { "device" };
    tag("button", "nhsuk-button nhsuk-button--secondary", [say(Key::RescueCopy)])
        .with("type", "button")
        .with("data-copy", &store)
        .with("data-kept", kept)
}
