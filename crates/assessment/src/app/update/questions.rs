//! Answering, and going from one question to the next.

use super::{Effects, shortened};
use crate::answers::Answer;
use crate::app::{Effect, FocusTarget, HistoryStep, Model, Screen};
use crate::persist::{Journey, LONGEST_NOTE, Stored, Subject};
use crate::questionnaire::IndicatorPosition;

impl Model {
    pub(super) fn answer(&mut self, indicator: IndicatorPosition, answer: Answer, effects: &mut Effects) {
        self.put(Subject::Answer(indicator), Stored::Answer(Some(answer)), effects);
        self.end_error_if_answered(effects);
    }

    pub(super) fn note(&mut self, indicator: IndicatorPosition, note: String, effects: &mut Effects) {
        let note = Stored::Note(shortened(note, LONGEST_NOTE));
        self.put(Subject::Note(indicator), note, effects);
    }

    pub(super) fn continue_from_question(&mut self, effects: &mut Effects) {
        let Screen::Question(indicator) = self.screen else { return };
        if self.sheet.answers.get(indicator).is_some() {
            return self.leave_question(effects);
        }
        self.is_answer_missing = true;
        self.show_place(HistoryStep::Keep, effects);
        effects.push(Effect::MoveFocus(FocusTarget::ErrorSummary));
    }

    /// Takes the error back, from the title too, once the question on the screen has an answer.
    pub(super) fn end_error_if_answered(&mut self, effects: &mut Effects) {
        let Screen::Question(indicator) = self.screen else { return };
        if self.is_answer_missing && self.sheet.answers.get(indicator).is_some() {
            self.is_answer_missing = false;
            self.show_place(HistoryStep::Keep, effects);
        }
    }

    pub(super) fn leave_question(&mut self, effects: &mut Effects) {
        let Screen::Question(indicator) = self.screen else { return };
        // A change is a look aside, after which the list is where it was. In a frame that may store nothing, some
        // browsers do not step back.
        if self.is_changing && self.keeping().is_stored() {
            return self.go_back(effects);
        }
        let screen = self.after(indicator);
        self.go(screen, effects);
    }

    pub(super) fn after(&self, indicator: IndicatorPosition) -> Screen {
        if self.is_changing {
            return Screen::Check;
        }
        let next = self.questionnaire.indicator_at(indicator.index() + 1);
        match self.journey {
            Journey::All => next.map_or(Screen::Check, Screen::Question),
            Journey::Element(_) => {
                let element = self.questionnaire.indicator(indicator).element;
                next.filter(|next| self.questionnaire.indicator(*next).element == element)
                    .map_or(Screen::ElementResults(element), Screen::Question)
            }
        }
    }
}
