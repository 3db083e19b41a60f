//! Charts as values: where each mark lies, and the table that says the same in words.

mod profile;

pub use profile::{Axis, Profile, ProfileRow, Reach, place_of_level};
