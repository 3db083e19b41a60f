//! The ways into the questions, and whether answers are kept.

use super::Effects;
use crate::app::sheet::Sheet;
use crate::app::{Keeping, Model, Screen};
use crate::persist::Journey;
use crate::questionnaire::ElementPosition;

impl Model {
    pub(super) fn change_keeping(&mut self, keep: bool, effects: &mut Effects) {
        match (self.storing.keeping(), keep) {
            (Keeping::Device | Keeping::Tab, false) => {
                let empty = Sheet::empty(&self.questionnaire);
                self.set_aside = Some(std::mem::replace(&mut self.sheet, empty));
                self.storing.set_keeping(Keeping::MemoryByChoice);
            }
            // Once there are answers that were not to be kept, they never will be.
            (Keeping::MemoryByChoice, true) if self.sheet.is_empty() => {
                if let Some(sheet) = self.set_aside.take() {
                    self.sheet = sheet;
                }
                self.take_up_journey();
                self.storing.set_keeping(self.storage.keeping());
                // What was not to be written in the meantime may be now.
                self.save_again(effects);
            }
            _ => {}
        }
    }

    pub(super) fn start_all(&mut self, effects: &mut Effects) {
        self.journey = Journey::All;
        let screen = self.sheet.answers.first_unanswered().map_or(Screen::Check, Screen::Question);
        self.go(screen, effects);
    }

    pub(super) fn start_element(&mut self, element: ElementPosition, effects: &mut Effects) {
        self.journey = Journey::Element(element);
        let indicators = || self.questionnaire.indicators_of(element);
        let unanswered = indicators().find(|indicator| self.sheet.answers.get(*indicator).is_none());
        let screen = unanswered.or_else(|| indicators().next()).map_or(Screen::Tasks, Screen::Question);
        self.go(screen, effects);
    }

    pub(super) fn resume(&mut self, effects: &mut Effects) {
        let place = self.sheet.header().map(|header| header.place.clone());
        let screen = place.and_then(|place| Screen::named(&place, &self.questionnaire));
        match screen.filter(|screen| screen.is_worth_resuming()) {
            Some(screen) => {
                self.take_up_journey();
                self.go(screen, effects);
            }
            None => self.start_all(effects),
        }
    }
}
