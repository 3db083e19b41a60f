//! What other tabs do to the store.

use super::Effects;
use crate::app::sheet::Sheet;
use crate::app::storing::Unread;
use crate::app::{LookCause, Model, Screen};
use crate::lists::AddEach as _;
use crate::persist::{Journey, Owner, Record, Subject};

impl Model {
    pub(super) fn see_record(&mut self, key: &str, text: String, effects: &mut Effects) {
        if !self.has_store() {
            return;
        }
        let Some(subject) = self.storing.keys().subject(key, &self.questionnaire) else { return };
        match self.decode(subject, &text) {
            Some(record) => self.hear(subject, record, effects),
            None => {
                self.storing.found_unread(Unread { key: key.into(), text, owner: Owner::Ours(subject) });
                self.miss_record(key);
            }
        }
    }

    fn hear(&mut self, subject: Subject, record: Record, effects: &mut Effects) {
        self.storing.has_header |= subject == Subject::Header;
        if record.stamp.epoch > self.kept().epoch() {
            self.forget_what_was_deleted(subject, record, effects);
        } else if record.stamp < self.kept().stamp(subject) || self.is_saved_elsewhere(subject, &record) {
            // The notice may be older than what the store holds by now, so that is looked at first.
            effects.add_each(self.storing.look(subject, LookCause::Retry, &self.questionnaire));
        } else if self.kept_mut().merge(subject, record) {
            self.storing.settle(subject);
            self.end_error_if_answered(effects);
            self.end_preview(effects);
        }
    }

    /// Whether another tab stored what was missing, as it stands here.
    fn is_saved_elsewhere(&self, subject: Subject, record: &Record) -> bool {
        record.stamp == self.kept().stamp(subject) && !self.storing.is_settled(subject)
    }

    /// Another tab or program removed a record that should be there, or wrote something else over it.
    pub(super) fn miss_record(&mut self, key: &str) {
        let Some(subject) = self.storing.keys().subject(key, &self.questionnaire) else { return };
        if self.kept().is_put_in(subject) && self.storing.is_settled(subject) {
            self.storing.miss(subject, true);
        }
    }

    /// Another tab deleted everything: this one forgets it too and never writes it again. `record`
    /// is the first that was seen of what came after.
    pub(super) fn forget_what_was_deleted(
        &mut self,
        subject: Subject,
        record: Record,
        effects: &mut Effects,
    ) {
        self.begin_epoch(record.stamp.epoch, effects);
        self.kept_mut().merge(subject, record);
        // Of what else came after, the notices may have been missed.
        self.read_again(effects);
    }

    pub(super) fn begin_epoch(&mut self, epoch: u64, effects: &mut Effects) {
        *self.kept_mut() = Sheet::of_epoch(epoch, &self.questionnaire);
        self.storing.forget();
        // What is answered without keeping was never part of it and stays on the screen.
        if self.set_aside.is_none() {
            self.journey = Journey::All;
            self.is_deleted = true;
            self.go(Screen::Start, effects);
        }
    }
}
