//! The core of the digital leadership check: the questionnaire, one member's answers and score,
//! the records that are kept, and the whole behaviour as a pure function.
//!
//! Nothing here knows a browser. Time and randomness arrive in messages, and everything that has
//! to happen outside leaves as an [`app::Effect`], so that every behaviour can be tested on the host.
//!
//! ```
//! use assessment::questionnaire::Questionnaire;
//!
//! let definition = r#"{"format":1,"id":"tiny","version":1,"levels":3,
//!     "elements":[{"id":"learning","indicators":["reading"]}]}"#;
//! let texts = r#"{"language":"en","title":"Tiny","levels":["Never","Often","Always"],
//!     "elements":{"learning":{"title":"Learning","indicators":{
//!       "reading":{"title":"Reading","question":"How often does the board read?",
//!                  "levels":["It never reads.","It often reads.","It always reads."]}}}}}"#;
//! let questionnaire = Questionnaire::parse(definition, texts).expect("a valid questionnaire");
//! assert_eq!(questionnaire.indicators().len(), 1);
//! ```

pub mod answers;
pub mod app;
pub mod board;
pub mod board_app;
pub mod chart;
pub mod document;
pub mod export;
mod hexadecimal;
pub mod lists;
pub mod persist;
pub mod questionnaire;
pub mod results;
pub mod scoring;
pub mod text;
