//! Keeping what was put in: look at what is stored, then write.
//!
//! Another tab may have changed a record or deleted everything, and its notice may be late or lost.
//! So a record is looked at before it is written over, and nothing newer or unreadable is lost.

use super::Effects;
use crate::app::{Effect, Keeping, LookCause, LookedAt, Model, Reading, StoreFailure};
use crate::lists::AddEach as _;
use crate::persist::{Keys, Record, Stamp, Stored, Subject};

impl Model {
    /// Takes what a person put in and begins to store it.
    pub(super) fn put(&mut self, subject: Subject, stored: Stored, effects: &mut Effects) {
        self.sheet.set(subject, stored, self.writer);
        effects.add_each(self.storing.change(subject, &self.sheet, &self.questionnaire));
    }

    pub(super) fn looked(
        &mut self,
        subject: Subject,
        cause: LookCause,
        found: Result<LookedAt, StoreFailure>,
        effects: &mut Effects,
    ) {
        let found = match found {
            Ok(found) if self.storing.keeping().is_stored() => found,
            // It is made up for when answers are kept again, or the store is there again.
            _ if self.kept().is_put_in(subject) => return self.storing.not_saved(subject),
            // It is from before a delete.
            _ => return self.storing.is_delete_failing = true,
        };
        let header = found.header.as_deref().and_then(|text| self.decode(Subject::Header, text));
        if let Some(header) = header.filter(|header| header.stamp.epoch > self.kept().epoch()) {
            return self.forget_what_was_deleted(Subject::Header, header, effects);
        }
        let is_wiped = self.storing.notice_header(found.header.is_some());
        match found.text {
            None => self.write(subject, effects),
            Some(text) => match self.decode(subject, &text) {
                Some(record) => self.write_over(subject, record, cause, effects),
                None => self.set_aside(subject, text, cause, effects),
            },
        }
        if is_wiped {
            // After what is written here, which is then not missing. Whoever goes on answering wants the
            // rest kept too.
            effects.push(Effect::ReadStore(Reading::ToSaveAgain));
        }
    }

    /// Writes a subject in the place of `record`, unless that is to stay.
    fn write_over(&mut self, subject: Subject, record: Record, cause: LookCause, effects: &mut Effects) {
        if record.stamp.epoch > self.kept().epoch() {
            return self.forget_what_was_deleted(subject, record, effects);
        }
        let is_later = record.stamp > self.kept().stamp(subject);
        match cause {
            // Whoever changes something now is later than whatever is stored.
            LookCause::Change if is_later => {
                let writer = self.writer;
                self.kept_mut().make_later_than(record.stamp, subject, writer);
                self.storing.changed(subject, self.set_aside.as_ref().unwrap_or(&self.sheet));
                self.write(subject, effects);
            }
            LookCause::Retry if record.stamp >= self.kept().stamp(subject) => {
                self.kept_mut().merge(subject, record);
                self.storing.settle(subject);
                self.retry(effects);
            }
            _ if self.kept().is_put_in(subject) => self.write(subject, effects),
            // It is from before a delete.
            _ => {
                self.storing.settle(subject);
                let key = self.storing.keys().key(subject, &self.questionnaire);
                effects.push(Effect::Remove { keys: vec![key] });
            }
        }
    }

    fn write(&self, subject: Subject, effects: &mut Effects) {
        if self.kept().is_put_in(subject) {
            effects.push(self.storing.write(subject, self.kept(), &self.questionnaire));
        }
    }

    /// Moves a text that cannot be read out of the way first. It is never written over.
    fn set_aside(&mut self, subject: Subject, text: String, cause: LookCause, effects: &mut Effects) {
        let key = self.storing.keys().key(subject, &self.questionnaire);
        if !self.storing.knows_unread(&key, &text) {
            // Others may have set something aside since the store was read, which must not be lost.
            return effects.push(Effect::ReadStore(Reading::ToSetAside(subject, cause)));
        }
        if self.storing.is_aside(&key, &text) {
            self.storing.forget_unread(&key);
            return self.write(subject, effects);
        }
        let aside = Keys::aside(&key, |aside| self.storing.unread().iter().all(|unread| unread.key != aside));
        effects.push(Effect::SetAside { subject, key: aside, text });
    }

    pub(super) fn was_set_aside(
        &mut self,
        subject: Subject,
        key: String,
        outcome: Result<(), StoreFailure>,
        effects: &mut Effects,
    ) {
        if outcome.is_ok() {
            self.storing.moved_unread(subject, key);
        }
        if outcome.is_ok() && self.storing.keeping().is_stored() {
            self.write(subject, effects);
        } else {
            self.storing.not_saved(subject);
        }
    }

    /// Notes how a write ended. After one that went well, the one that failed longest ago is tried
    /// again, so that a store that recovers catches up, one message never costs more than one write,
    /// and one record that is too large for the store does not keep the others out of it.
    pub(super) fn written(
        &mut self,
        subject: Subject,
        stamp: Stamp,
        outcome: Result<(), StoreFailure>,
        effects: &mut Effects,
    ) {
        let is_current = self.kept().stamp(subject) == stamp;
        match outcome {
            Ok(()) => {
                if is_current {
                    self.storing.saved(subject, stamp);
                }
                self.retry(effects);
                self.retry_deleting(effects);
            }
            Err(_) if is_current => self.storing.not_saved(subject),
            Err(_) => {}
        }
    }

    /// Tries again what the store did not do, the oldest first.
    pub(super) fn retry(&self, effects: &mut Effects) {
        if let Some(oldest) = self.storing.oldest_unsaved() {
            effects.add_each(self.storing.look(oldest, LookCause::Retry, &self.questionnaire));
        }
    }

    /// Tries all of it, because the first of it may be what the store has no room for.
    pub(super) fn save_again(&self, effects: &mut Effects) {
        for subject in self.storing.unsaved() {
            effects.add_each(self.storing.look(*subject, LookCause::Retry, &self.questionnaire));
        }
        self.retry_deleting(effects);
    }

    /// Reads the store, which removes what is left in it from before a delete.
    fn retry_deleting(&self, effects: &mut Effects) {
        if self.storing.is_delete_failing {
            self.read_again(effects);
        }
    }

    pub(super) fn removed(&mut self, outcome: Result<(), StoreFailure>, effects: &mut Effects) {
        if outcome.is_err() {
            self.storing.is_delete_failing = true;
            return;
        }
        // There may be room now for what there was none for, and nothing left of what stayed before.
        self.retry(effects);
        self.retry_deleting(effects);
    }

    pub(super) fn follow_warning(&mut self, effects: &mut Effects) {
        // Only sealing takes a moment; all else is stored before anybody can leave.
        let is_saving = self.sealing.is_sealed && self.storing.is_saving();
        let is_at_risk = !self.storing.keeping().is_stored() || self.storing.is_failing() || is_saving;
        let should_warn = is_at_risk && !self.sheet.is_empty();
        if should_warn != self.is_warning {
            self.is_warning = should_warn;
            effects.push(Effect::WarnBeforeLeaving(should_warn));
        }
    }

    /// A fresh copy would lose what leaving loses, and keep again what the member does not want kept.
    pub(super) fn follow_holding(&mut self, effects: &mut Effects) {
        let is_held_here = self.is_warning || self.storing.keeping() == Keeping::MemoryByChoice;
        if is_held_here != self.is_held_here {
            self.is_held_here = is_held_here;
            effects.push(Effect::HoldHere(is_held_here));
        }
    }
}
