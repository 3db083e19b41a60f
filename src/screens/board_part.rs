use crate::app::Dispatch;
use crate::components::{
    HeadingSize, HighestHeading, Look, back_link, button_doing, paragraph_of, say, screen, screen_heading,
};
use crate::markup::{Markup, tag};
use crate::platform::board_part;
use crate::words::text;
use assessment::app::{Message, view};
use assessment::text::Key;
use leptos::prelude::*;

/// The place of the board's part, with what stands there until it is brought, or why it is not. `board-part.js`
/// uncovers what is so, and takes it away when the board's part is drawn.
pub(super) fn board_part(heading: Key) -> Markup {
    let dispatch: Dispatch = expect_context();
    let HighestHeading(level) = expect_context();
    let opening = dispatch.read(view::board_part_opening);
    let waiting = screen([
        back_link(Key::Back, Message::BackAsked),
        screen_heading(HeadingSize::Large, text(heading)),
        // It is there before something is said in it, so that a screen reader hears that.
        tag("p", "nhsuk-body", [hidden(tag("span", "", [say(Key::BoardPartLoading)]), "data-loading")])
            .with("role", "status"),
        hidden(paragraph_of(Key::BoardPartFailed), "data-failed").with("role", "alert"),
        hidden(button_doing(Look::Primary, text(Key::BoardPartAgain), || {}), "data-again"),
    ]);
    let room = tag("div", "", []).with("data-room", "").on("left", move |_| {
        dispatch.send(Message::BackAsked);
    });
    tag("div", "", [waiting.with("data-waiting", ""), room])
        .when_drawn(move |place| board_part::open(place, level, opening))
}

fn hidden(markup: Markup, name: &'static str) -> Markup {
    markup.with(name, "").with("hidden", "")
}
