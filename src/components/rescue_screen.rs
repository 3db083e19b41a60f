use crate::app::Dispatch;
use crate::words::text;
use assessment::app::Keeping;
use assessment::app::Model;
use assessment::text::Key;
use leptos::prelude::*;

/// Drawn from the start and hidden, because nothing can be drawn any more when it is needed.
///
/// Its way on is a plain link to the page itself, which works without the program.
#[component]
pub(crate) fn RescueScreen() -> impl IntoView {
    let dispatch: Dispatch = expect_context();
    let keeping = dispatch.project(Model::keeping);
    let words = move || match keeping.get() {
        Keeping::Device => text(Key::RescueSafe),
        Keeping::MemoryByChoice | Keeping::MemoryByForce => text(Key::RescueNotKept),
    };
    view! {
        <div class="digital-leadership-check__rescue nhsuk-width-container" role="alert">
            <p class="nhsuk-heading-l">{text(Key::RescueHeading)}</p>
            <p class="nhsuk-body">{words}</p>
            <a class="nhsuk-button" href="">
                {text(Key::RescueReload)}
            </a>
        </div>
    }
}
