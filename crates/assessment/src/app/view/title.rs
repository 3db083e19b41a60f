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
    let screen = match model.screen() {
        Screen::Question(indicator) => super::question(model, indicator).progress,
        Screen::Locked => text(super::sealing::door_heading(model)).to_owned(),
        screen => match heading(screen) {
            Some(heading) => text(heading).to_owned(),
            None => return product.to_owned(),
        },
    };
    let is_refused = model.door.is_some_and(|door| door.refusal.is_some() && !door.is_deleting_asked);
    let has_error = model.is_answer_missing
        || model.copy_problem.is_some()
        || is_refused
        || (matches!(model.screen, Screen::Passphrase | Screen::YourData)
            && matches!(model.sealing.ended, Some(Err(_))));
    let error = if has_error { text(Key::ErrorTitlePrefix) } else { "" };
    [error, &screen, " – ", product].concat()
}

/// The heading of the screen, if it is the same for every questionnaire.
fn heading(screen: Screen) -> Option<Key> {
    Some(match screen {
        Screen::Start | Screen::Question(_) | Screen::Locked => return None,
        Screen::About => Key::AboutHeading,
        Screen::Tasks => Key::TasksHeading,
        Screen::Check => Key::CheckHeading,
        Screen::Results => Key::ResultsHeading,
        Screen::ElementResults(_) => Key::ElementResultsHeading,
        Screen::YourData => Key::DataHeading,
        Screen::LoadCopy => Key::CopyHeading,
        Screen::Delete => Key::DeleteHeading,
        Screen::Passphrase => Key::PassphraseHeading,
        Screen::Share => Key::ShareHeading,
        Screen::Combine => Key::CombineHeading,
    })
}
