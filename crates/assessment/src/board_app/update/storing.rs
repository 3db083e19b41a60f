//! The round is stored whole after each step, unless another tab has stored it meanwhile.

use super::Effects;
use crate::board::write_round;
use crate::board_app::{Effect, Expected, FocusTarget, Model, Part, Screen, WriteFailure};

impl Model {
    /// Stores the round as it now is.
    pub(super) fn keep_round(&mut self, effects: &mut Effects) {
        self.storing.is_downloaded = false;
        self.storing.is_changed_elsewhere = false;
        let Some(round) = &self.round else { return };
        if !self.keeping.is_stored() {
            return;
        }
        // One after another: what a later one should find is what an earlier one has stored.
        if self.storing.writing.is_some() {
            self.storing.is_outdated = true;
            return;
        }
        let text = write_round(round, &self.questionnaire);
        let expected = Expected::Text(self.storing.stored.clone());
        self.storing.writing = Some(text.clone());
        effects.push(Effect::Write { part: Part::Round, key: self.keys.board_round(), expected, text });
    }

    pub(super) fn written(&mut self, part: Part, outcome: Result<(), WriteFailure>, effects: &mut Effects) {
        if part == Part::Responses {
            return self.ids_written(outcome, effects);
        }
        let writing = self.storing.writing.take();
        let is_outdated = std::mem::take(&mut self.storing.is_outdated);
        match outcome {
            Ok(()) => {
                self.storing.stored = writing;
                self.storing.is_failing = false;
                self.storing.is_remove_failing = false;
            }
            Err(WriteFailure::Store(_)) => self.storing.is_failing = true,
            Err(WriteFailure::ChangedElsewhere(text)) => return self.yield_to(text, effects),
        }
        if is_outdated {
            self.keep_round(effects);
        }
    }

    pub(super) fn removed(&mut self, outcome: Result<(), WriteFailure>, effects: &mut Effects) {
        self.storing.is_remove_failing = matches!(outcome, Err(WriteFailure::Store(_)));
        self.is_discarded &= outcome.is_ok();
        match outcome {
            Ok(()) => self.storing.stored = None,
            Err(WriteFailure::Store(_)) => {}
            Err(WriteFailure::ChangedElsewhere(text)) => self.yield_to(text, effects),
        }
    }

    pub(super) fn see_round(&mut self, text: Option<String>, effects: &mut Effects) {
        // What is being read here is stored at its end, and is compared with what stands there then.
        if self.keeping.is_stored() && self.collecting.reading.is_none() && text != self.storing.stored {
            self.yield_to(text, effects);
        }
    }

    /// Two tabs work on one round: what was stored first counts, and here it is said so.
    fn yield_to(&mut self, text: Option<String>, effects: &mut Effects) {
        if self.door != Screen::Round {
            return;
        }
        self.take_up(text);
        let screen = self.screen;
        self.arrive(screen);
        // Where the screen stays, so does the focus.
        if self.screen != screen {
            effects.push(Effect::MoveFocus(FocusTarget::Heading));
        }
        self.storing.is_changed_elsewhere = true;
    }
}
