//! One file for each screen.

mod about;
mod check;
mod delete;
mod element_results;
mod guidance;
mod question;
mod results;
mod start;
mod take_to_board;
mod tasks;

pub(crate) use about::About;
pub(crate) use check::Check;
pub(crate) use delete::Delete;
pub(crate) use element_results::ElementResults;
pub(crate) use question::Question;
pub(crate) use results::Results;
pub(crate) use start::Start;
pub(crate) use tasks::Tasks;
