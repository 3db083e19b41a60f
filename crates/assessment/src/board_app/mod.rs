//! The board's part as a pure function: a member passes on a response, and whoever combines makes a picture of
//! the board from many.
//!
//! It works like [`app`](crate::app): [`update`] changes the [`Model`] as a [`Message`] says and answers with
//! [`Effect`]s, and `view` tells what a screen shows.

mod collecting;
mod effect;
mod message;
mod model;
mod problem;
mod screen;
mod set_up;
mod sharing;
mod update;
pub mod view;

pub use collecting::{Outcome, OutcomeKind, Source};
pub use effect::{Copied, Effect, Expected, FileKind, FocusTarget, Part, PrintPart};
pub use message::{Message, StoredTexts, WriteFailure};
pub use model::{Door, Model, Notice, Settings};
pub use problem::{Field, Problem};
pub use screen::Screen;
pub use sharing::PassedOn;
pub use update::update;
