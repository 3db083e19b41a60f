//! What a member who passes on a response notices, and whoever combines a board's answers: messages in,
//! effects and views out, and a store behind them that may be shared, blocked or full.

mod agenda;
mod anonymity;
mod closing;
mod collecting;
mod device;
#[path = "../documents/mod.rs"]
mod documents;
mod leaving;
mod paper;
mod rounds;
mod sharing;
mod tabs;
