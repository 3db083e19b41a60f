//! A board's answers put together: how far members agree, and what may be shown of it.
//!
//! Boards are small, so what is shown of a question depends on how many answered it, and on nothing else. A
//! [`Cell`] holds the counts that may be shown and nothing more. Whatever else is said of a question
//! (agreement, median, tags) is worked out from its cell, so that it cannot say more than the cell does.

mod agreement;
mod cell;
mod counts;
mod element;
mod fraction;
mod roles;

pub use agreement::{Agreement, AgreementWord};
pub use cell::{AnonymityThreshold, Cell, Collapsed, Full, Tag};
pub use counts::Counts;
pub use element::{GroupScore, group_score};
pub use roles::{Role, RoleCells, release_by_role};
