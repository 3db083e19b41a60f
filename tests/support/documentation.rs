//! What the documentation shows, so that a test runs it as it stands there.

use std::fs;
use std::path::Path;

/// The first piece of code below that heading of `docs/embedding.md`.
#[must_use]
pub fn code_below(heading: &str) -> String {
    let document = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/embedding.md");
    let document = fs::read_to_string(document).expect("the document can be read");
    let (_, section) = document.split_once(&format!("# {heading}\n")).expect("the heading is there");
    let (_, code) = section.split_once("\n```html\n").expect("there is code below the heading");
    code.split_once("\n```\n").expect("the code has an end").0.to_owned()
}
