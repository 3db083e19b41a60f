use super::phrase::say;
use crate::markup::{Markup, tag};
use crate::platform::focus;
use assessment::text::TextKey;

const TITLE: &str = "error-summary-title";
const WHAT: &str = "error-summary-text";

/// Says at the top of a screen what is wrong, and takes the focus when that is new.
pub(crate) fn error_summary(title: impl TextKey, what: Markup) -> Markup {
    let title = tag("p", "nhsuk-error-summary__title", [say(title)]).with("id", TITLE);
    let what = tag("div", "", [what]).with("id", WHAT);
    // It is read out because it takes the focus, by its name and description. An alert would say it again.
    tag("div", "nhsuk-error-summary", [title, what])
        .with("role", "group")
        .with("aria-labelledby", TITLE)
        .with("aria-describedby", WHAT)
        .with("tabindex", "-1")
        .with("data-focus", focus::ERROR_SUMMARY)
}
