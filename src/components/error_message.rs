use crate::markup::{Markup, heard, tag, words};
use crate::words::text;
use assessment::text::TextKey;

/// What is wrong with a field, beside it. The field names it by this id.
pub(crate) fn error_message(prefix: impl TextKey, problem: String, id: &str) -> Markup {
    let problem = words([" ", &problem].concat());
    tag("span", "nhsuk-error-message", [heard(text(prefix)), problem]).with("id", id)
}
