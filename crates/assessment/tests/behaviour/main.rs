//! What a member notices, through the public interface of the core: messages in, effects and views
//! out, and a store behind it that may be shared, blocked or full.

mod board;
mod board_part;
mod copies;
mod deleting;
#[path = "../documents/mod.rs"]
mod documents;
mod embedding;
mod faults;
mod keeping;
mod language;
mod mirror;
mod places;
mod questions;
mod results;
mod sealing;
mod storing;
mod tab;
mod tabs;
mod unreadable;
mod ways_in;
