//! A passphrase for what is kept: standing at the door, and setting, changing and removing one.

use super::Effects;
use crate::app::sealing::{Door, Sealing};
use crate::app::storing::Storing;
use crate::app::{
    AtWork, Effect, FocusTarget, HistoryStep, Keeping, Message, Model, Passphrase, Reading, Refusal, Screen,
    SealingDone, SealingProblem, StoragePlace, StoreFailure,
};

impl Message {
    /// Whether it tells that what is stored is sealed, and not open here.
    fn tells_of_a_seal(&self) -> bool {
        let failure = match self {
            Message::Opened { records, .. } | Message::StoreRead { records, .. } => records.as_ref().err(),
            Message::Looked { found, .. } => found.as_ref().err(),
            Message::Written { outcome, .. }
            | Message::SetAside { outcome, .. }
            | Message::Removed(outcome) => outcome.as_ref().err(),
            _ => None,
        };
        failure == Some(&StoreFailure::Sealed)
    }
}

impl Model {
    /// Closes the door if the message tells so, and does what is done in front of a closed one. Answers
    /// the message if it is for what is behind it.
    pub(super) fn pass_door(&mut self, message: Message, effects: &mut Effects) -> Option<Message> {
        if message.tells_of_a_seal() {
            // What somebody does elsewhere moves nobody's focus here.
            let is_news = matches!(message, Message::StoreRead { reading: Reading::Again, .. });
            self.close_door(!is_news || self.sealing.is_lock_asked, effects);
            return None;
        }
        let Some(door) = self.door else { return Some(message) };
        match message {
            // There is nothing sealed any more, or it is open now.
            Message::Opened { records, is_sealed, writer, history } => {
                self.door = None;
                self.is_deleted = door.is_deleted;
                self.sealing.is_sealed = is_sealed;
                self.open(records, writer, history, effects);
                // The title is no longer that of the door.
                self.show_place(HistoryStep::Keep, effects);
                if door.at_work.is_some() {
                    effects.push(Effect::MoveFocus(FocusTarget::Heading));
                }
            }
            Message::LanguageCame(_) | Message::LanguageMissing(_) => return Some(message),
            Message::LanguageChosen(tag) => self.ask_for_language(tag, effects),
            Message::Returned | Message::StoreCleared => effects.push(Effect::Open),
            Message::Unsealed(outcome) | Message::SealDeleted(outcome) => {
                self.end_work_at_door(outcome, effects);
            }
            message if door.at_work.is_none() => self.ask_at_door(message, effects),
            _ => {}
        }
        None
    }

    fn ask_at_door(&mut self, message: Message, effects: &mut Effects) {
        match message {
            Message::PassphraseEntered(passphrase) if passphrase.is_missing() => {
                self.refuse(Refusal::Missing, effects);
            }
            Message::PassphraseEntered(passphrase) => {
                self.work_at_door(AtWork::Opening);
                effects.push(Effect::Unseal(passphrase));
            }
            Message::DeleteConfirmed => {
                self.work_at_door(AtWork::Deleting);
                effects.push(Effect::DeleteSealed);
            }
            Message::ScreenAsked(Screen::Delete) => self.ask_about_deleting(true, effects),
            Message::BackAsked => self.ask_about_deleting(false, effects),
            Message::DownloadAsked(_) => {
                effects.push(Effect::DownloadSealed);
            }
            Message::KeepingChanged(false) => self.go_on_without(effects),
            Message::ErrorFollowed => effects.push(Effect::MoveFocus(FocusTarget::Field)),
            // All else is about what is behind the door.
            _ => {}
        }
    }

    fn work_at_door(&mut self, at_work: AtWork) {
        let is_deleting_asked = at_work == AtWork::Deleting;
        self.door = Some(Door { at_work: Some(at_work), is_deleting_asked, ..Door::default() });
    }

    fn end_work_at_door(&mut self, outcome: Result<(), Refusal>, effects: &mut Effects) {
        match outcome {
            Ok(()) => {
                if let Some(door) = &mut self.door {
                    door.is_deleted = door.at_work == Some(AtWork::Deleting);
                }
                effects.push(Effect::Open);
            }
            Err(refusal) => self.refuse(refusal, effects),
        }
    }

    /// Forgets all that is kept and open here. It is stored, and nobody sees it without the passphrase.
    fn close_door(&mut self, takes_focus: bool, effects: &mut Effects) {
        if self.door.is_some() || !self.has_store() {
            return;
        }
        // What is not stored yet is held outside until the door is opened, and stored then.
        for subject in self.storing.not_stored() {
            effects.push(self.storing.write(subject, self.kept(), &self.questionnaire));
        }
        if self.set_aside.is_some() {
            // What is answered without keeping was never part of it, and is nowhere else.
            return self.keep_nowhere(effects);
        }
        // On a page that just opens, nobody's focus is moved.
        let takes_focus = takes_focus && self.is_opened;
        let (fresh, _) = Self::new(self.questionnaire.clone(), self.catalogue.clone(), self.settings());
        let (told, depth, is_warning, is_held_here) =
            (self.told, self.depth, self.is_warning, self.is_held_here);
        let door = Some(Door::default());
        *self = Self { door, told, depth, is_warning, is_held_here, ..fresh };
        self.show_place(HistoryStep::Keep, effects);
        if takes_focus {
            effects.push(Effect::MoveFocus(FocusTarget::Heading));
        }
    }

    fn refuse(&mut self, refusal: Refusal, effects: &mut Effects) {
        self.door = Some(Door { refusal: Some(refusal), ..Door::default() });
        self.show_place(HistoryStep::Keep, effects);
        effects.push(Effect::MoveFocus(FocusTarget::ErrorSummary));
    }

    fn ask_about_deleting(&mut self, is_deleting_asked: bool, effects: &mut Effects) {
        if let Some(door) = &mut self.door {
            door.is_deleting_asked = is_deleting_asked;
        }
        self.show_place(HistoryStep::Keep, effects);
        effects.push(Effect::MoveFocus(FocusTarget::Heading));
    }

    /// What is sealed stays as it is.
    fn go_on_without(&mut self, effects: &mut Effects) {
        self.door = None;
        self.keep_nowhere(effects);
        effects.push(Effect::MoveFocus(FocusTarget::Heading));
    }

    /// What is put in from here on is kept nowhere.
    fn keep_nowhere(&mut self, effects: &mut Effects) {
        self.set_aside = None;
        self.storage = StoragePlace::Nowhere;
        self.sealing = Sealing::default();
        self.storing = Storing::new(self.storing.keys().clone(), Keeping::MemoryByPage);
        self.show_place(HistoryStep::Keep, effects);
    }

    /// Whether what is open here may be closed: nothing may be lost by it.
    pub(crate) fn may_lock(&self) -> bool {
        self.sealing.is_sealed && self.storing.keeping().is_stored() && !self.storing.is_failing()
    }

    pub(super) fn lock(&mut self, effects: &mut Effects) {
        if self.may_lock() {
            self.sealing.is_lock_asked = true;
            effects.push(Effect::Lock);
        }
    }

    /// What another copy could not store keeps it open.
    pub(super) fn locked(&mut self, outcome: Result<(), SealingProblem>, effects: &mut Effects) {
        if let Err(problem) = outcome {
            self.sealing.is_lock_asked = false;
            self.end_sealing(Err(problem), effects);
        }
    }

    pub(super) fn choose_passphrase(&mut self, passphrase: Passphrase, effects: &mut Effects) {
        if self.sealing.under_way.is_some() {
            return;
        }
        if passphrase.is_too_short() {
            return self.end_sealing(Err(SealingProblem::TooShort), effects);
        }
        let done = if self.sealing.is_sealed { SealingDone::Changed } else { SealingDone::Set };
        self.begin_sealing(done, Effect::Seal(passphrase), effects);
    }

    pub(super) fn remove_passphrase(&mut self, effects: &mut Effects) {
        if self.sealing.is_sealed && self.sealing.under_way.is_none() {
            self.begin_sealing(SealingDone::Removed, Effect::RemoveSeal, effects);
        }
    }

    fn begin_sealing(&mut self, done: SealingDone, effect: Effect, effects: &mut Effects) {
        self.sealing.under_way = Some(done);
        self.sealing.ended = None;
        effects.push(effect);
    }

    pub(super) fn sealed(&mut self, outcome: Result<(), SealingProblem>, effects: &mut Effects) {
        let done = self.sealing.under_way.unwrap_or(SealingDone::Set);
        self.sealing.is_sealed |= outcome.is_ok();
        self.end_sealing(outcome.map(|()| done), effects);
    }

    pub(super) fn seal_removed(&mut self, outcome: Result<(), SealingProblem>, effects: &mut Effects) {
        self.sealing.is_sealed &= outcome.is_err();
        self.end_sealing(outcome.map(|()| SealingDone::Removed), effects);
    }

    /// Tells how it ended where it was asked for. Whoever has gone elsewhere is told when they come back.
    fn end_sealing(&mut self, ended: Result<SealingDone, SealingProblem>, effects: &mut Effects) {
        self.sealing.under_way = None;
        match (self.screen, ended) {
            (Screen::Passphrase, Ok(_)) => self.go(Screen::YourData, effects),
            // The button that was pressed is gone.
            (Screen::YourData, Ok(_)) => effects.push(Effect::MoveFocus(FocusTarget::Heading)),
            (Screen::Passphrase | Screen::YourData, Err(_)) => {
                effects.push(Effect::MoveFocus(FocusTarget::ErrorSummary));
            }
            _ => {}
        }
        self.sealing.ended = Some(ended);
        self.show_place(HistoryStep::Keep, effects);
    }
}
