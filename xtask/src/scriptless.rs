//! A page that needs no script.

use maud::{DOCTYPE, Markup, html};

use crate::content::Content;

/// What such a page may do, which is nothing but bring its sheet.
const POLICY: &str = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";

/// The page of that title, with its sheet and what stands in its body.
pub(crate) fn page(content: &Content, title: &str, sheet: &str, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(content.questionnaire.language()) {
            head {
                meta charset="utf-8";
                // The build says of which release it is.
                meta name="release" content="";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="referrer" content="no-referrer";
                title { (title) }
                link rel="stylesheet" href=(sheet);
            }
            body { (body) }
        }
    }
}
