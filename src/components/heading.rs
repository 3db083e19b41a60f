//! Headings, at the level that the place of mounting leaves to us.

use crate::app::HighestHeading;
use crate::platform::focus;
use assessment::app::FocusTarget;
use leptos::prelude::*;

/// The heading of a screen, which takes the focus whenever the screen changes.
#[component]
pub(crate) fn ScreenHeading(
    #[prop(default = "nhsuk-heading-l")] class: &'static str,
    children: ChildrenFn,
) -> impl IntoView {
    view! { <Heading rank=1 class takes_focus=FocusTarget::Heading>{children()}</Heading> }
}

/// A heading of that rank below the screen's own, which is 1.
#[component]
pub(crate) fn Heading(
    rank: u8,
    class: &'static str,
    #[prop(optional)] takes_focus: Option<FocusTarget>,
    children: Children,
) -> impl IntoView {
    let HighestHeading(highest) = expect_context();
    let focus = takes_focus.map(focus::name);
    let tabindex = takes_focus.map(|_| "-1");
    let children = children();
    match highest + rank - 1 {
        1 => view! { <h1 class=class tabindex=tabindex data-focus=focus>{children}</h1> }.into_any(),
        2 => view! { <h2 class=class tabindex=tabindex data-focus=focus>{children}</h2> }.into_any(),
        3 => view! { <h3 class=class tabindex=tabindex data-focus=focus>{children}</h3> }.into_any(),
        4 => view! { <h4 class=class tabindex=tabindex data-focus=focus>{children}</h4> }.into_any(),
        5 => view! { <h5 class=class tabindex=tabindex data-focus=focus>{children}</h5> }.into_any(),
        _ => view! { <h6 class=class tabindex=tabindex data-focus=focus>{children}</h6> }.into_any(),
    }
}
