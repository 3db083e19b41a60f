use super::phrase::say;
use crate::markup::{Markup, tag};
use crate::platform::focus;
use assessment::text::TextKey;

const TITLE: &str = "error-summary-title";

/// Says at the top of a screen what is wrong, and takes the focus when that is new.
pub(crate) fn error_summary(title: impl TextKey, what: Markup) -> Markup {
    let title = tag("p", "nhsuk-error-summary__title", [say(title)]).with("id", TITLE);
    // Without a role and a name of its own, what takes the focus is passed over by some screen readers.
    tag("div", "nhsuk-error-summary", [tag("div", "", [title, what]).with("role", "alert")])
        .with("role", "group")
        .with("aria-labelledby", TITLE)
        .with("tabindex", "-1")
        .with("data-focus", focus::ERROR_SUMMARY)
}
