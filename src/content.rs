//! The questionnaire and the interface texts that ship with the program, as `build.rs` packed them.

use assessment::questionnaire::Questionnaire;
use assessment::text::{BoardCatalogue, Catalogue};
use std::sync::Arc;

/// The questionnaire that ships with the program, as it was packed.
pub(crate) const PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/questionnaire.en.packed"));
const INTERFACE: &str = include_str!(concat!(env!("OUT_DIR"), "/interface.en.packed"));
const BOARD: &str = include_str!(concat!(env!("OUT_DIR"), "/board.en.packed"));

/// The questionnaire that ships with the program.
pub(crate) fn questionnaire() -> Arc<Questionnaire> {
    Arc::new(Questionnaire::unpack(PACKED))
}

/// The English interface texts.
pub(crate) fn catalogue() -> Arc<Catalogue> {
    Arc::new(Catalogue::unpack(INTERFACE))
}

/// The English texts of the board's part.
pub(crate) fn board_texts() -> Arc<BoardCatalogue> {
    Arc::new(BoardCatalogue::unpack(BOARD))
}
