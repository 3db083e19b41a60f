//! What is kept on the device: one small record for each answer and note, and one header.
//!
//! Local storage has no transactions, so a single snapshot would be a race between two tabs and
//! would make one answer cost as much as the whole questionnaire. One record for each thing that
//! can change needs neither: two copies are merged record by record, the later stamp wins, and
//! "later" is a Lamport counter and never the clock.

mod copy;
mod json;
mod keys;
mod record;
mod stamp;

pub(crate) use copy::NAME;
pub use copy::{CopyProblem, LARGEST_COPY, SavedCopy, write_copy};
pub use keys::{Keys, Owner, PRODUCT, SEALED, Subject};
pub use record::{
    BoardItem, Header, Journey, LONGEST_NOTE, LONGEST_OWN_LINE, Record, Stored, TakeToBoard, Unreadable,
};
pub use stamp::{Stamp, WriterId};
