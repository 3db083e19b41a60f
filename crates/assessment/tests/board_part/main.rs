//! What a member who passes on a response notices, and whoever combines a board's answers: messages in,
//! effects and views out, and a store behind them that may be shared, blocked or full.

mod device;
#[path = "../documents/mod.rs"]
mod documents;

mod collecting;
mod rounds;
mod sharing;
