use super::super::{Model, Screen};
use crate::text::Key;

/// The title of the page: a screen's name, never a word of a question or an answer.
///
/// Where nothing is to be kept it is the same throughout, because browsers store titles.
#[must_use]
pub fn page_title(model: &Model) -> String {
    let text = |key| model.catalogue.text(key);
    let product = model.questionnaire.title();
    if model.keeping().leaves_no_trace() {
        return product.to_owned();
    }
    let screen = match model.screen {
        Screen::Start => return product.to_owned(),
        Screen::About => text(Key::AboutHeading).to_owned(),
        Screen::Tasks => text(Key::TasksHeading).to_owned(),
        Screen::Question(indicator) => super::question(model, indicator).progress,
        Screen::Check => text(Key::CheckHeading).to_owned(),
        Screen::Results => text(Key::ResultsHeading).to_owned(),
        Screen::ElementResults(_) => text(Key::ElementResultsHeading).to_owned(),
        Screen::YourData => text(Key::DataHeading).to_owned(),
        Screen::LoadCopy => text(Key::CopyHeading).to_owned(),
        Screen::Delete => text(Key::DeleteHeading).to_owned(),
        Screen::Share => text(Key::ShareHeading).to_owned(),
        Screen::Combine => text(Key::CombineHeading).to_owned(),
    };
    let has_error = model.is_answer_missing || model.copy_problem.is_some();
    let error = if has_error { text(Key::ErrorTitlePrefix) } else { "" };
    format!("{error}{screen} – {product}")
}
