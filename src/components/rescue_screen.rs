use crate::app::Dispatch;
use crate::markup::{Markup, live, tag, words};
use crate::words::text;
use assessment::app::Keeping;
use assessment::app::Model;
use assessment::text::Key;
use leptos::prelude::*;

/// Drawn from the start and hidden, because nothing can be drawn any more when it is needed.
///
/// Its way on is a plain link to the page itself, which works without the program.
pub(crate) fn rescue_screen() -> Markup {
    let dispatch: Dispatch = expect_context();
    let keeping = dispatch.project(Model::keeping);
    let safety = live(move || {
        words(text(match keeping.get() {
            Keeping::Device => Key::RescueSafe,
            Keeping::MemoryByChoice | Keeping::MemoryByForce => Key::RescueNotKept,
        }))
    });
    let reload = tag("a", "nhsuk-button", vec![words(text(Key::RescueReload))]).with("href", "");
    tag(
        "div",
        "digital-leadership-check__rescue nhsuk-width-container",
        vec![
            tag("p", "nhsuk-heading-l", vec![words(text(Key::RescueHeading))]),
            tag("p", "nhsuk-body", vec![safety]),
            reload,
        ],
    )
    .with("role", "alert")
}
