//! The words of the interface, by typed key.

mod board_keys;
mod catalogue;
mod keys;
mod text_key;

pub use board_keys::BoardKey;
pub use catalogue::{BoardCatalogue, Catalogue, CatalogueProblem, Texts, fill};
pub use keys::Key;
pub use text_key::TextKey;
