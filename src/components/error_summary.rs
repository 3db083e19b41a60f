use super::phrase::say;
use crate::markup::{Markup, tag};
use crate::platform::focus;
use assessment::app::FocusTarget;
use assessment::text::Key;

/// Says at the top of a screen what is wrong, and takes the focus when that is new.
pub(crate) fn error_summary(what: Markup) -> Markup {
    let title = tag("p", "nhsuk-error-summary__title", vec![say(Key::ErrorHeading)]);
    tag("div", "nhsuk-error-summary", vec![tag("div", "", vec![title, what]).with("role", "alert")])
        .with("tabindex", "-1")
        .with("data-focus", focus::name(FocusTarget::ErrorSummary))
}
