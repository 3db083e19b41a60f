//! The whole behaviour: what a person may do, what that changes, and what then has to happen outside.
//!
//! [`update`] is the only thing that changes a [`Model`], and it reaches nothing outside: it returns
//! [`Effect`]s, the shell performs them, and their outcomes come back as messages.

mod copying;
#[cfg(test)]
mod cost;
mod effect;
mod language;
mod memory_store;
mod message;
mod model;
#[cfg(test)]
mod properties;
#[cfg(test)]
pub(crate) mod samples;
mod screen;
mod sealing;
mod sheet;
mod storing;
mod update;
pub mod view;

pub use copying::{Loaded, Loading};
pub use effect::{Effect, FocusTarget, HistoryStep, LookCause, PrintPart, Progress, Reading};
pub use language::{Offered, Words};
pub use memory_store::MemoryStore;
pub use message::{LookedAt, Message, StoreFailure};
pub use model::{Keeping, Model, Navigation, Settings, StoragePlace};
pub use screen::Screen;
pub use sealing::{AtWork, Passphrase, Refusal, SHORTEST_PASSPHRASE, SealingDone, SealingProblem};
pub use update::update;
