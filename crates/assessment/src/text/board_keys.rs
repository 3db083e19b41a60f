//! Every text of the board's part by name.

use super::text_key::keys;

keys! {
    /// The name of one text of the board's part. What it says stands in the language's file.
    BoardKey

    NotAnAudit = "not_an_audit",
}
