//! What is written of a document and of a board's answers, through the public interface alone.

mod any_document;
mod board_table;
mod csv;
#[path = "../documents/mod.rs"]
mod documents;
mod html;
mod html_reader;
mod text;
mod texts;
