//! The round is closed, and what may be shown of it is shown.

use super::Effects;
use crate::board::Closing;
use crate::board_app::{Model, Screen};

impl Model {
    pub(super) fn close(&mut self, effects: &mut Effects) {
        let Some(round) = self.round.as_mut().filter(|_| self.collecting.reading.is_none()) else { return };
        match round.draft.close() {
            Closing::Shown => {
                self.picture = round.draft.picture();
                // What came late does not wait any more. What has to be decided still has.
                self.collecting.log.keep_undecided();
                self.keep_round(effects);
                self.go(Screen::Picture, effects);
            }
            // The screen says why.
            Closing::TooFew { .. } | Closing::Waiting { .. } => self.go(Screen::Close, effects),
        }
    }
}
