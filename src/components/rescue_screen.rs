use crate::app::Dispatch;
use crate::markup::{Markup, live, tag, tag_with, view, words};
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
    let reload = view! {
        <a class="nhsuk-button" href="">
            {text(Key::RescueReload)}
        </a>
    };
    tag_with(
        "div",
        vec![
            ("class", "digital-leadership-check__rescue nhsuk-width-container".into()),
            ("role", "alert".into()),
        ],
        vec![
            tag("p", "nhsuk-heading-l", vec![words(text(Key::RescueHeading))]),
            tag("p", "nhsuk-body", vec![safety]),
            view(reload.into_any()),
        ],
    )
}
