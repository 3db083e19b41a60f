//! The plain text export.

use crate::any_document::any_document;
use crate::texts::{assert_in_order, texts};
use assessment::export::text;
use proptest::prelude::*;

proptest! {
    #[test]
    fn every_text_is_in_it_in_its_order(document in any_document()) {
        assert_in_order(&text::write(&document), &texts(&document));
    }

    #[test]
    fn no_line_ends_in_blanks_and_nothing_hidden_is_in_it(document in any_document()) {
        let written = text::write(&document);
        prop_assert!(written.ends_with('\n') && !written.ends_with("\n\n"));
        for line in written.split('\n') {
            prop_assert_eq!(line, line.trim_end());
            prop_assert!(!line.contains(char::is_control));
        }
    }
}
