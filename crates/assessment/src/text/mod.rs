//! The words of the interface, by typed key.

mod board_keys;
mod catalogue;
mod interface;
mod keys;
mod text_key;
mod writing;

pub use board_keys::BoardKey;
pub use catalogue::{BoardCatalogue, Catalogue, CatalogueProblem, Texts, fill};
pub use interface::Interface;
pub use keys::Key;
pub use text_key::TextKey;
pub use writing::{PluralForm, Writing};
