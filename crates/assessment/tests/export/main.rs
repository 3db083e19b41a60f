//! What is written of a document, through the public interface alone.

mod any_document;
mod html;
mod html_reader;
mod text;
mod texts;
