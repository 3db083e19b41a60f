//! The questionnaire and the interface texts that ship with the program, as `build.rs` packed them.

use crate::session::PackedWords;
use assessment::questionnaire::Questionnaire;
use assessment::text::{BoardCatalogue, Catalogue, TextKey, Texts, Writing};
use std::sync::Arc;

/// The questionnaire that ships with the program, as it was packed.
pub(crate) const PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/questionnaire.en.packed"));
const INTERFACE: &str = include_str!(concat!(env!("OUT_DIR"), "/interface.en.packed"));
const BOARD: &str = include_str!(concat!(env!("OUT_DIR"), "/board.en.packed"));

/// The questionnaire that ships with the program.
pub(crate) fn questionnaire() -> Arc<Questionnaire> {
    questionnaire_or(None)
}

/// A packed questionnaire; without it, the one that ships with the program.
pub(crate) fn questionnaire_or(packed: Option<&str>) -> Arc<Questionnaire> {
    Arc::new(Questionnaire::unpack(packed.unwrap_or(PACKED)))
}

/// The texts of a language; without them, those that ship with the program.
pub(crate) fn texts_or<K: TextKey>(
    words: Option<PackedWords>,
    shipped: fn() -> Arc<Texts<K>>,
) -> Arc<Texts<K>> {
    words.map_or_else(shipped, |PackedWords { writing, texts }| {
        Arc::new(Texts::unpack(&texts).written(Arc::new(Writing::unpack(&writing))))
    })
}

/// The English interface texts.
pub(crate) fn catalogue() -> Arc<Catalogue> {
    Arc::new(Catalogue::unpack(INTERFACE))
}

/// The English texts of the board's part.
pub(crate) fn board_texts() -> Arc<BoardCatalogue> {
    Arc::new(BoardCatalogue::unpack(BOARD))
}
