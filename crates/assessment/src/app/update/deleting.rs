//! Deleting everything, for good and in every tab.

use super::Effects;
use crate::app::sheet::Sheet;
use crate::app::{Effect, Keeping, Model, Reading, Screen};
use crate::lists::Listed as _;
use crate::persist::{Journey, Keys, Stored, Subject};

impl Model {
    pub(super) fn delete(&mut self, effects: &mut Effects) {
        match self.storing.keeping() {
            // What others have deleted or written by now decides what there is to delete.
            Keeping::Device | Keeping::Tab => effects.push(Effect::ReadStore(Reading::ToDelete)),
            // What is kept is out of sight, and may be somebody else's.
            Keeping::MemoryByPage | Keeping::MemoryByChoice | Keeping::MemoryByForce => {
                self.sheet = Sheet::empty(&self.questionnaire);
                self.end_deleting(effects);
            }
        }
    }

    pub(super) fn delete_what_is_kept(&mut self, is_read: bool, effects: &mut Effects) {
        self.sheet = self.sheet.emptied(&self.questionnaire);
        let keys = self.keys_to_delete();
        self.storing.forget();
        // What stays is a header that holds nothing but the new epoch, so that a tab that still has
        // the old answers cannot bring them back. It comes first: from then on all else is void.
        self.sheet.set(Subject::Header, Stored::nothing(Subject::Header), self.writer);
        effects.push(self.storing.write(Subject::Header, &self.sheet, &self.questionnaire));
        effects.push(Effect::Remove { keys });
        if !is_read {
            // Something may be left that was not known of.
            self.read_again(effects);
        }
        self.end_deleting(effects);
    }

    /// Every key that this check could have written, and what it found under its own name besides.
    fn keys_to_delete(&self) -> Vec<String> {
        let unread = self.storing.unread().iter().map(|unread| unread.key.clone());
        Keys::subjects(&self.questionnaire)
            .filter(|subject| *subject != Subject::Header)
            .map(|subject| self.storing.keys().key(subject, &self.questionnaire))
            .chain(self.storing.keys_of_board())
            .chain(unread)
            .chain(self.storing.mirrored_unread.iter().cloned())
            .filter(|key| key != self.storing.keys().prefix())
            .listed()
    }

    fn end_deleting(&mut self, effects: &mut Effects) {
        self.journey = Journey::All;
        self.is_deleted = true;
        self.go(Screen::Start, effects);
    }
}
