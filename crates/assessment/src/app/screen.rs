//! Where a person can be.

use crate::questionnaire::{ElementPosition, IndicatorPosition, Questionnaire};

/// One screen. Exactly one is shown at any time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// What this is, and the ways in.
    Start,
    /// Where the eight elements come from, and what this tool is not.
    About,
    /// Every element with its state.
    Tasks,
    /// One question.
    Question(IndicatorPosition),
    /// Every answer, with a way to change it.
    Check,
    /// What the answers say.
    Results,
    /// What the answers to one element say.
    ElementResults(ElementPosition),
    /// What is stored and where, with a copy to download or load.
    YourData,
    /// What loading the chosen copy would change.
    LoadCopy,
    /// Asks once before everything is deleted.
    Delete,
    /// Sets or changes a passphrase.
    Passphrase,
    /// The board's part, where a member passes on answers.
    Share,
    /// The board's part, where somebody combines a board's answers.
    Combine,
    /// The door in front of what is sealed. It stands in the place of any other, so nothing leads to it by name.
    Locked,
}

/// The screens that are about no question and no element in particular.
const PLAIN: [Screen; 11] = [
    Screen::Start,
    Screen::About,
    Screen::Tasks,
    Screen::Check,
    Screen::Results,
    Screen::YourData,
    Screen::LoadCopy,
    Screen::Delete,
    Screen::Passphrase,
    Screen::Share,
    Screen::Combine,
];

const QUESTION: &str = "question-";
const ELEMENT_RESULTS: &str = "results-";

impl Screen {
    /// The name kept in the history and in the saved place: never a word of a question or an answer.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Screen::Start => "start".into(),
            Screen::About => "about".into(),
            Screen::Tasks => "elements".into(),
            Screen::Question(indicator) => [QUESTION, &indicator.number().to_string()].concat(),
            Screen::Check => "check".into(),
            Screen::Results => "results".into(),
            Screen::ElementResults(element) => [ELEMENT_RESULTS, &element.number().to_string()].concat(),
            Screen::YourData => "your-data".into(),
            Screen::LoadCopy => "load-copy".into(),
            Screen::Delete => "delete".into(),
            Screen::Passphrase => "passphrase".into(),
            Screen::Share => "share".into(),
            Screen::Combine => "combine".into(),
            Screen::Locked => "locked".into(),
        }
    }

    /// The screen of that name, if this questionnaire has it.
    #[must_use]
    pub fn named(name: &str, questionnaire: &Questionnaire) -> Option<Self> {
        let number = |rest: &str| rest.parse::<usize>().ok()?.checked_sub(1);
        if let Some(rest) = name.strip_prefix(QUESTION) {
            return questionnaire.indicator_at(number(rest)?).map(Screen::Question);
        }
        if let Some(rest) = name.strip_prefix(ELEMENT_RESULTS) {
            return questionnaire.element_at(number(rest)?).map(Screen::ElementResults);
        }
        PLAIN.into_iter().find(|screen| screen.name() == name)
    }

    /// Whether it belongs to one's own data, takes the place of that in the history, and leads back to it.
    pub(crate) fn is_part_of_another(self) -> bool {
        matches!(self, Screen::LoadCopy | Screen::Passphrase)
    }

    /// Whether a person who comes back another day wants to find themselves here.
    #[must_use]
    pub fn is_worth_resuming(self) -> bool {
        matches!(
            self,
            Screen::Tasks | Screen::Question(_) | Screen::Check | Screen::Results | Screen::ElementResults(_)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::questionnaire;
    use super::*;

    #[test]
    fn every_name_leads_back_to_its_screen() {
        let questionnaire = questionnaire(2, 2);
        let questions = questionnaire.indicator_positions().map(Screen::Question);
        let elements = questionnaire.element_positions().map(Screen::ElementResults);
        for screen in PLAIN.into_iter().chain(questions).chain(elements) {
            assert_eq!(Screen::named(&screen.name(), &questionnaire), Some(screen));
        }
    }

    #[test]
    fn a_name_that_this_questionnaire_lacks_leads_nowhere() {
        let questionnaire = questionnaire(2, 2);
        for name in ["question-5", "question-0", "question-", "results-3", "", "nonsense"] {
            assert_eq!(Screen::named(name, &questionnaire), None, "{name}");
        }
    }
}
