//! What is stored is taken up, when the board's part opens and when another tab changes it.

use super::Effects;
use crate::app::{Keeping, StoreFailure};
use crate::board::{RoundFile, read_round};
use crate::board_app::model::Storing;
use crate::board_app::{Model, Screen, StoredTexts};

impl Model {
    pub(super) fn open(
        &mut self,
        stored: Result<StoredTexts, StoreFailure>,
        random: u64,
        effects: &mut Effects,
    ) {
        match stored {
            Ok(texts) => {
                self.take_up_ids(texts.responses);
                self.take_up(texts.round);
            }
            Err(_) if self.keeping.is_stored() => self.keeping = Keeping::MemoryByForce,
            Err(_) => {}
        }
        self.draw_id(random);
        if self.screen != Screen::Share && self.is_closed() {
            self.go(Screen::Round, effects);
        }
    }

    /// Takes the stored round in the place of what is here.
    pub(super) fn take_up(&mut self, text: Option<String>) {
        // A member who passes on a response has nothing to do with a round that is combined here.
        if self.door == Screen::Share {
            return;
        }
        // Whatever was said of another round's being stored or downloaded is not true of this one.
        self.storing = Storing { stored: text, ..Storing::default() };
        let read = self.storing.stored.as_deref().map(|text| read_round(text, &self.questionnaire));
        let (round, unreadable) = match read {
            Some(Ok(round)) => (Some(round), None),
            Some(Err(_)) => (None, self.storing.stored.clone()),
            None => (None, None),
        };
        self.unreadable = unreadable;
        self.set_round(round);
    }

    /// Puts that round in the place of what is here, with its picture.
    pub(super) fn set_round(&mut self, round: Option<RoundFile>) {
        self.picture = round.as_ref().and_then(|round| round.draft.picture());
        self.round = round;
        self.collecting.log = Default::default();
        self.collecting.taken_out = None;
        self.agenda_undo = None;
    }
}
