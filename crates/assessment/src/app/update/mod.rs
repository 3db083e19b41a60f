//! The one function that changes a model. What it does for each kind of message stands in a file of
//! its own.

mod board;
mod copying;
mod deleting;
mod language;
mod opening;
mod places;
mod questions;
mod saving;
mod sealing;
mod tabs;
mod ways_in;

use super::{Effect, FocusTarget, Message, Model, PrintPart, Progress, Screen};

/// Changes the model as the message says and answers what then has to happen outside, in order.
///
/// ```
/// # use assessment::{app::{update, Message, Model, Navigation, Screen, Settings}, text::{Catalogue, Key}};
/// # use assessment::{questionnaire::Questionnaire, persist::WriterId};
/// # fn example(questionnaire: Questionnaire, catalogue: Catalogue) {
/// let settings = Settings::new("answers", Navigation::Contained);
/// let (mut model, _read_the_store) = Model::new(questionnaire.into(), catalogue.into(), settings);
/// update(&mut model, Message::Opened { records: Ok(vec![]), is_sealed: false, writer: WriterId(1), history: None });
/// update(&mut model, Message::AllElementsChosen);
/// assert!(matches!(model.screen(), Screen::Question(_)));
/// # }
/// ```
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    let mut effects = Vec::new();
    model.handle(message, &mut effects);
    model.follow_warning(&mut effects);
    model.follow_holding(&mut effects);
    model.follow_progress(&mut effects);
    effects
}

type Effects = Vec<Effect>;

impl Model {
    fn handle(&mut self, message: Message, effects: &mut Effects) {
        let Some(message) = self.pass_door(message, effects) else { return };
        match message {
            Message::Opened { records, is_sealed, writer, history } => {
                self.sealing.is_sealed = is_sealed;
                self.open(records, writer, history, effects);
            }
            Message::StoreRead { reading, records, is_sealed } => {
                self.sealing.is_sealed = is_sealed;
                self.read(reading, records, effects);
            }
            Message::MirrorRead { records } => self.recover(records, effects),
            Message::Looked { subject, cause, found } => self.looked(subject, cause, found, effects),
            Message::Written { subject, stamp, outcome } => self.written(subject, stamp, outcome, effects),
            Message::SetAside { subject, key, outcome } => self.was_set_aside(subject, key, outcome, effects),
            Message::Removed(outcome) => self.removed(outcome, effects),
            Message::RecordSeen { key, text } => self.see_record(&key, text, effects),
            Message::RecordGone { key } => self.miss_record(&key),
            Message::StoreCleared | Message::Returned => self.read_again(effects),
            Message::HistoryMoved { name, depth } => self.follow_history(&name, depth, effects),
            Message::LanguageChosen(tag) => self.choose_language(tag, effects),
            Message::LanguageCame(words) => self.speak(words, effects),
            Message::LanguageMissing(tag) => self.miss_language(&tag),
            Message::KeepingChanged(keep) => self.change_keeping(keep, effects),
            Message::AllElementsChosen => self.start_all(effects),
            Message::ElementChosen(element) => self.start_element(element, effects),
            Message::ResumeAsked => self.resume(effects),
            Message::ScreenAsked(screen) => self.go(screen, effects),
            Message::BackAsked => self.go_back(effects),
            Message::AnswerChosen(indicator, answer) => self.answer(indicator, answer, effects),
            Message::NoteChanged(indicator, note) => self.note(indicator, note, effects),
            Message::ContinueAsked => self.continue_from_question(effects),
            Message::SkipAsked => self.leave_question(effects),
            Message::ChangeAsked(indicator) => {
                self.go(Screen::Question(indicator), effects);
                self.is_changing = true;
            }
            Message::ErrorFollowed => effects.push(Effect::MoveFocus(FocusTarget::Field)),
            Message::BoardItemAdded(item) => self.add_to_board(item, effects),
            Message::BoardItemRemoved(item) => self.remove_from_board(item, effects),
            Message::BoardLineRemoved(item) => {
                self.remove_from_board(item, effects);
                effects.push(Effect::MoveFocus(FocusTarget::TakeToBoard));
            }
            Message::OwnLineChanged(line) => self.change_own_line(line, effects),
            Message::PrintAsked => effects.push(Effect::Print(PrintPart::Everything)),
            Message::PrintBoardAsked => effects.push(Effect::Print(PrintPart::TakeToBoard)),
            Message::SaveAgainAsked => self.save_again(effects),
            Message::DownloadAsked(milliseconds) => self.download(milliseconds, effects),
            Message::CopyChosen { file, text } => self.choose_copy(file, text, effects),
            Message::CopyAccepted(loading) => self.load_copy(loading, effects),
            Message::DeleteConfirmed => self.delete(effects),
            Message::PassphraseChosen(passphrase) => self.choose_passphrase(passphrase, effects),
            Message::Sealed(outcome) => self.sealed(outcome, effects),
            Message::PassphraseRemoved => self.remove_passphrase(effects),
            Message::SealRemoved(outcome) => self.seal_removed(outcome, effects),
            Message::LockAsked => self.lock(effects),
            Message::Locked(outcome) => self.locked(outcome, effects),
            // They are about a door, and it was opened some other way.
            Message::PassphraseEntered(_) | Message::Unsealed(_) | Message::SealDeleted(_) => {}
        }
    }
}

impl Model {
    /// Tells the page how many questions are answered whenever that changes.
    fn follow_progress(&mut self, effects: &mut Effects) {
        let answered = self.sheet.answers.answered();
        if answered != self.told {
            self.told = answered;
            let progress = Progress { answered, questions: self.sheet.answers.total() };
            effects.push(Effect::TellPage(progress));
        }
    }
}

fn shortened(text: String, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((end, _)) => text[..end].to_owned(),
        None => text,
    }
}
