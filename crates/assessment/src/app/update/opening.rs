//! Reading the whole store: when a copy opens, and again whenever something may have been missed.

use super::Effects;
use crate::app::sheet::Sheet;
use crate::app::storing::Unread;
use crate::app::{Effect, HistoryStep, Keeping, LookCause, Model, Reading, Screen, StoreFailure};
use crate::lists::{AddEach as _, Listed as _};
use crate::persist::{Owner, Record, Stamp, Subject, WriterId};

/// The stored texts by key, or why there are none.
type Records = Result<Vec<(String, String)>, StoreFailure>;

/// What was found in the store under this store's name.
struct Found {
    ours: Vec<(Subject, Record)>,
    unread: Vec<Unread>,
    /// The keys of what is kept of a board's round.
    of_board: Vec<String>,
    /// The latest epoch of ours.
    epoch: u64,
}

impl Model {
    pub(super) fn open(
        &mut self,
        records: Records,
        writer: WriterId,
        history: Option<(String, usize)>,
        effects: &mut Effects,
    ) {
        (self.writer, self.is_opened) = (writer, true);
        match records {
            Ok(records) => {
                let found = self.sort(records);
                self.sheet = Sheet::of_epoch(found.epoch, &self.questionnaire);
                self.take_in(found, effects);
                self.take_up_journey();
                self.take_up_language(effects);
                effects.push(Effect::ReadMirror);
            }
            Err(_) if self.storing.keeping().is_stored() => self.storing.set_keeping(Keeping::MemoryByForce),
            Err(_) => {}
        }
        let Some((name, depth)) = history else { return };
        self.depth = depth;
        if self.is_deleted {
            // What the place belongs to is gone.
            return self.show_place(HistoryStep::Replace, effects);
        }
        // Without a store, the answers that the place belongs to are gone, so it leads nowhere.
        if self.storing.keeping().is_stored() {
            let named = Screen::named(&name, &self.questionnaire).unwrap_or(Screen::Start);
            self.screen = self.reachable(named);
        }
        self.show_place(HistoryStep::Replace, effects);
    }

    /// Whether there is a store, even if nothing is to be written into it for now.
    pub(super) fn has_store(&self) -> bool {
        !matches!(self.storing.keeping(), Keeping::MemoryByForce | Keeping::MemoryByPage)
    }

    /// Asks for the whole store, since notices of what changed in it may have been missed.
    pub(super) fn read_again(&self, effects: &mut Effects) {
        if self.has_store() {
            effects.push(Effect::ReadStore(Reading::Again));
        }
    }

    pub(super) fn read(&mut self, reading: Reading, records: Records, effects: &mut Effects) {
        let is_read = records.is_ok();
        if let Ok(records) = records {
            let found = self.sort(records);
            if found.epoch > self.kept().epoch() {
                self.begin_epoch(found.epoch, effects);
            }
            let before = self.kept().latest();
            self.take_in(found, effects);
            if self.kept().latest() != before {
                self.end_error_if_answered(effects);
                self.end_preview(effects);
            }
        }
        match reading {
            Reading::Again => {}
            Reading::ToSaveAgain => self.retry(effects),
            Reading::ToDelete => self.delete_what_is_kept(is_read, effects),
            Reading::ToSetAside(subject, cause) if is_read => {
                effects.add_each(self.storing.look(subject, cause, &self.questionnaire));
            }
            Reading::ToSetAside(subject, _) => self.storing.not_saved(subject),
        }
    }

    /// Takes over what a killed browser had not put on the disk, deletes included, and stores it again.
    pub(super) fn recover(&mut self, records: Vec<(String, String)>, effects: &mut Effects) {
        let found = self.sort(records);
        if found.epoch > self.kept().epoch() {
            self.begin_epoch(found.epoch, effects);
            self.read_again(effects);
        }
        let mut deleted = Vec::new();
        for (subject, record) in found.ours {
            if record.stamp.epoch < self.kept().epoch() {
                deleted.push(self.storing.keys().key(subject, &self.questionnaire));
            } else if record.stamp > self.kept().stamp(subject) {
                self.take_over(subject, record);
            }
        }
        // A delete may have ended before it reached the mirror.
        if !deleted.is_empty() {
            effects.push(Effect::ForgetMirrored { keys: deleted });
        }
        self.storing.mirrored_unread = found.unread.into_iter().map(|unread| unread.key).listed();
        if self.screen == Screen::Start {
            self.take_up_journey();
        }
        self.end_error_if_answered(effects);
        self.retry(effects);
    }

    /// Takes a record that local storage has lost, unless something was put in here in the meantime.
    fn take_over(&mut self, subject: Subject, record: Record) {
        if self.kept().is_put_in(subject) && self.kept().stamp(subject).writer == self.writer {
            let writer = self.writer;
            self.kept_mut().make_later_than(record.stamp, subject, writer);
        } else {
            self.kept_mut().merge(subject, record);
        }
        self.storing.not_saved(subject);
    }

    fn sort(&self, records: Vec<(String, String)>) -> Found {
        let mut found = Found { ours: Vec::new(), unread: Vec::new(), of_board: Vec::new(), epoch: 0 };
        for (key, text) in records {
            let owner = self.storing.keys().owner(&key, &self.questionnaire);
            let Some(owner) = owner.filter(|owner| *owner != Owner::OtherStore) else { continue };
            if owner == Owner::Board {
                found.of_board.push(key);
                continue;
            }
            match self.decode_if_ours(owner, &text) {
                Some((subject, record)) => {
                    found.epoch = found.epoch.max(record.stamp.epoch);
                    found.ours.push((subject, record));
                }
                None => found.unread.push(Unread { key, text, owner }),
            }
        }
        found
    }

    /// Takes over what is later than what stands here, and notes what the store lacks.
    fn take_in(&mut self, found: Found, effects: &mut Effects) {
        let epoch = self.kept().epoch();
        // Whatever an older tab wrote after the last delete stays deleted and leaves the device too. It
        // is looked at once more, because what was read may have been written over since.
        let (deleted, standing): (Vec<_>, Vec<_>) =
            found.ours.into_iter().partition(|(_, record)| record.stamp.epoch < epoch);
        self.storing.is_delete_failing &= !deleted.is_empty();
        for (subject, _) in deleted {
            effects.add_each(self.storing.look(subject, LookCause::Retry, &self.questionnaire));
        }
        let mut held = Vec::with_capacity(standing.len());
        for (subject, record) in standing {
            held.push((subject, record.stamp));
            self.kept_mut().merge(subject, record);
        }
        self.storing.set_unread(found.unread);
        self.storing.set_of_board(found.of_board);
        self.note_what_is_missing(&held);
    }

    fn note_what_is_missing(&mut self, held: &[(Subject, Stamp)]) {
        let is_held = |subject| held.iter().any(|(held, _)| *held == subject);
        self.storing.has_header = is_held(Subject::Header);
        let kept = self.set_aside.as_ref().unwrap_or(&self.sheet);
        let mut current = 0;
        for (subject, _) in held.iter().filter(|(subject, stamp)| kept.stamp(*subject) == *stamp) {
            self.storing.settle(*subject);
            current += 1;
        }
        if current == kept.put_in() {
            return;
        }
        let missing = |(subject, stamp): (Subject, Stamp)| !held.contains(&(subject, stamp));
        for subject in kept.subjects_put_in(&self.questionnaire) {
            if missing((subject, kept.stamp(subject))) && self.storing.is_settled(subject) {
                self.storing.miss(subject, !is_held(subject));
            }
        }
    }

    /// Goes on the way that the header names, which is not always the last one chosen here.
    pub(super) fn take_up_journey(&mut self) {
        if let Some(header) = self.sheet.header() {
            self.journey = header.journey;
        }
    }

    fn decode_if_ours(&self, owner: Owner, text: &str) -> Option<(Subject, Record)> {
        let Owner::Ours(subject) = owner else { return None };
        Some((subject, self.decode(subject, text)?))
    }

    pub(super) fn decode(&self, subject: Subject, text: &str) -> Option<Record> {
        Record::decode(text, subject, &self.questionnaire).ok()
    }
}
