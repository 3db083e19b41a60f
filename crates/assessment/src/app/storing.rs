//! What is known about the store: what it lacks, and what is in it that cannot be read.

use super::sheet::Sheet;
use super::{Effect, Keeping, LookCause};
use crate::lists::Listed as _;
use crate::persist::{Keys, Owner, Stamp, Subject};
use crate::questionnaire::Questionnaire;

/// A stored text that this copy does not read. It stays as it is until everything is deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unread {
    pub(crate) key: String,
    pub(crate) text: String,
    /// Whose it is. [`Owner::Ours`] means that it should be readable and is not.
    pub(crate) owner: Owner,
}

/// What is known about the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Storing {
    keys: Keys,
    keeping: Keeping,
    /// What is not stored as it stands, the one that was tried longest ago first.
    unsaved: Vec<Subject>,
    /// Whether something of that was stored and is gone.
    is_wiped: bool,
    /// Whether the store held a header when it was last seen. Where there was one, its absence means
    /// that everything was removed.
    pub(crate) has_header: bool,
    /// Whether something that was to be deleted is still there.
    pub(crate) is_delete_failing: bool,
    unread: Vec<Unread>,
    /// The keys of what the mirror holds and is not read.
    pub(crate) mirrored_unread: Vec<String>,
    /// The keys of what is kept of a board's round. It is not this copy's to read.
    of_board: Vec<String>,
    /// The last change made here, and whether it is stored for certain.
    last_change: Option<Change>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    subject: Subject,
    stamp: Stamp,
    is_saved: bool,
}

impl Storing {
    pub(crate) fn new(keys: Keys, keeping: Keeping) -> Self {
        Self {
            keys,
            keeping,
            unsaved: Vec::new(),
            is_wiped: false,
            has_header: false,
            is_delete_failing: false,
            unread: Vec::new(),
            mirrored_unread: Vec::new(),
            of_board: Vec::new(),
            last_change: None,
        }
    }

    pub(crate) fn keys(&self) -> &Keys {
        &self.keys
    }

    pub(crate) fn keeping(&self) -> Keeping {
        self.keeping
    }

    pub(crate) fn set_keeping(&mut self, keeping: Keeping) {
        self.keeping = keeping;
        self.last_change = None;
    }

    /// Forgets everything that was about what is now deleted.
    pub(crate) fn forget(&mut self) {
        self.unsaved.clear();
        self.is_wiped = false;
        self.unread.clear();
        self.of_board.clear();
        self.last_change = None;
    }

    // What the store lacks

    /// Whether something that should be stored is not.
    pub(crate) fn is_failing(&self) -> bool {
        !self.unsaved.is_empty()
    }

    /// Whether that is because somebody else removed it.
    pub(crate) fn is_wiped(&self) -> bool {
        self.is_wiped
    }

    /// Whether the store holds the subject as it stands, as far as is known here.
    pub(crate) fn is_settled(&self, subject: Subject) -> bool {
        !self.unsaved.contains(&subject)
    }

    pub(crate) fn unsaved(&self) -> &[Subject] {
        &self.unsaved
    }

    pub(crate) fn oldest_unsaved(&self) -> Option<Subject> {
        self.unsaved.first().copied()
    }

    /// Whether the last change made here was to one of these subjects and is stored for certain, and
    /// nothing of the others is waiting.
    pub(crate) fn is_saved(&self, subjects: &[Subject]) -> bool {
        let is_last = |change: &Change| change.is_saved && subjects.contains(&change.subject);
        self.keeping.is_stored()
            && !self.is_wiped
            && self.last_change.as_ref().is_some_and(is_last)
            && subjects.iter().all(|subject| self.is_settled(*subject))
    }

    /// What the store is not known to hold as it stands.
    pub(crate) fn not_stored(&self) -> Vec<Subject> {
        let last = self.last_change.as_ref().filter(|change| !change.is_saved).map(|change| change.subject);
        let last = last.filter(|subject| self.is_settled(*subject));
        self.unsaved.iter().copied().chain(last).listed()
    }

    /// Whether the last change made here is on its way into the store.
    pub(crate) fn is_saving(&self) -> bool {
        let is_waiting = |change: &Change| !change.is_saved && self.is_settled(change.subject);
        self.keeping.is_stored() && self.last_change.as_ref().is_some_and(is_waiting)
    }

    /// Whether that is to one of these subjects.
    pub(crate) fn is_saving_any(&self, subjects: &[Subject]) -> bool {
        let is_of = |change: &Change| subjects.contains(&change.subject);
        self.is_saving() && self.last_change.as_ref().is_some_and(is_of)
    }

    /// Whether the last change was to a note.
    pub(crate) fn is_note_changed(&self) -> bool {
        self.last_change.as_ref().is_some_and(|change| matches!(change.subject, Subject::Note(_)))
    }

    /// Notes that the store holds a subject as it stands.
    pub(crate) fn settle(&mut self, subject: Subject) {
        self.unsaved.retain(|unsaved| *unsaved != subject);
        self.is_wiped &= self.is_failing();
    }

    /// Notes that this version of a subject was written.
    pub(crate) fn saved(&mut self, subject: Subject, stamp: Stamp) {
        self.settle(subject);
        self.has_header |= subject == Subject::Header;
        if let Some(change) = &mut self.last_change {
            change.is_saved |= (change.subject, change.stamp) == (subject, stamp);
        }
    }

    /// Notes that a subject could not be written.
    pub(crate) fn not_saved(&mut self, subject: Subject) {
        self.settle(subject);
        self.unsaved.push(subject);
    }

    /// Notes that the store does not hold a subject that it did hold, or holds an older version.
    pub(crate) fn miss(&mut self, subject: Subject, is_gone: bool) {
        self.unsaved.push(subject);
        self.is_wiped |= is_gone;
        self.has_header &= !(is_gone && subject == Subject::Header);
        if self.last_change.as_ref().is_some_and(|change| change.subject == subject) {
            self.last_change = None;
        }
    }

    /// Notes whether there is a header, and answers whether it is gone since.
    pub(crate) fn notice_header(&mut self, is_there: bool) -> bool {
        std::mem::replace(&mut self.has_header, is_there) && !is_there
    }

    // What is the board's

    /// Whether anything was kept of a board's round when the store was last read.
    pub(crate) fn has_board(&self) -> bool {
        !self.of_board.is_empty()
    }

    pub(crate) fn set_of_board(&mut self, keys: Vec<String>) {
        self.of_board = keys;
    }

    /// Every key under which something of a board's round is kept or could be.
    pub(crate) fn keys_of_board(&self) -> impl Iterator<Item = String> + '_ {
        [self.keys.board_round(), self.keys.board_responses()]
            .into_iter()
            .chain(self.of_board.iter().cloned())
    }

    // What cannot be read

    pub(crate) fn unread(&self) -> &[Unread] {
        &self.unread
    }

    pub(crate) fn set_unread(&mut self, unread: Vec<Unread>) {
        self.unread = unread;
    }

    pub(crate) fn found_unread(&mut self, found: Unread) {
        self.forget_unread(&found.key);
        self.unread.push(found);
    }

    /// Whether it is known that this text stands under that key.
    pub(crate) fn knows_unread(&self, key: &str, text: &str) -> bool {
        self.unread.iter().any(|unread| unread.key == key && unread.text == text)
    }

    /// Whether the text that stands under the key was set aside already.
    pub(crate) fn is_aside(&self, key: &str, text: &str) -> bool {
        self.unread.iter().any(|unread| Keys::is_aside(&unread.key, key) && unread.text == text)
    }

    pub(crate) fn forget_unread(&mut self, key: &str) {
        self.unread.retain(|unread| unread.key != key);
    }

    /// Notes that the text which stood in a subject's place is set aside under that key.
    pub(crate) fn moved_unread(&mut self, subject: Subject, aside: String) {
        if let Some(moved) = self.unread.iter_mut().find(|unread| unread.owner == Owner::Ours(subject)) {
            moved.key = aside;
            moved.owner = Owner::SetAside;
        }
    }

    // What to ask of the store

    /// The effect that begins to store a subject that was changed here; none where nothing is kept.
    pub(crate) fn change(
        &mut self,
        subject: Subject,
        sheet: &Sheet,
        questionnaire: &Questionnaire,
    ) -> Option<Effect> {
        self.changed(subject, sheet);
        self.look(subject, LookCause::Change, questionnaire)
    }

    /// Notes the last change made here.
    pub(crate) fn changed(&mut self, subject: Subject, sheet: &Sheet) {
        self.last_change = Some(Change { subject, stamp: sheet.stamp(subject), is_saved: false });
    }

    /// The effect that looks at what is stored of a subject; none where nothing is kept.
    pub(crate) fn look(
        &self,
        subject: Subject,
        cause: LookCause,
        questionnaire: &Questionnaire,
    ) -> Option<Effect> {
        self.keeping.is_stored().then(|| Effect::Look {
            subject,
            cause,
            header: self.keys.prefix().into(),
            key: self.keys.key(subject, questionnaire),
        })
    }

    /// The effect that stores a subject as it stands, whatever is stored.
    pub(crate) fn write(&self, subject: Subject, sheet: &Sheet, questionnaire: &Questionnaire) -> Effect {
        let record = sheet.record(subject);
        Effect::Write {
            subject,
            stamp: record.stamp,
            key: self.keys.key(subject, questionnaire),
            text: record.encode(questionnaire),
        }
    }
}
