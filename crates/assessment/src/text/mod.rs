//! The words of the interface, by typed key.

mod catalogue;
mod keys;

pub use catalogue::{Catalogue, CatalogueProblem, fill};
pub use keys::Key;
