//! The one function that changes a model. What it does for each kind of message stands in a file of its own.

mod agenda;
mod closing;
mod collecting;
mod opening;
mod paper;
mod places;
mod rounds;
mod sharing;
mod storing;

use super::sharing::Way;
use super::{Copied, Effect, FileKind, FocusTarget, Message, Model, PrintPart};
use crate::questionnaire::Questionnaire;
use crate::text::BoardCatalogue;
use std::sync::Arc;

type Effects = Vec<Effect>;

/// Changes the model as the message says and answers what then has to happen outside, in order.
pub fn update(model: &mut Model, message: Message) -> Effects {
    let mut effects = Vec::new();
    model.handle(message, &mut effects);
    model.follow_warning(&mut effects);
    effects
}

impl Model {
    fn handle(&mut self, message: Message, effects: &mut Effects) {
        match message {
            Message::Opened { stored, random } => self.open(stored, random, effects),
            Message::Written { part, outcome } => self.written(part, outcome, effects),
            Message::Removed(outcome) => self.removed(outcome, effects),
            Message::RoundSeen(text) => self.see_round(text, effects),
            Message::LanguageCame { questionnaire, catalogue } => self.speak(questionnaire, catalogue),
            Message::ScreenAsked(screen) => self.go(screen, effects),
            Message::BackAsked => self.go_back(effects),
            Message::LeaveConfirmed => effects.push(Effect::Leave),
            Message::ErrorFollowed(field) => effects.push(Effect::MoveFocus(FocusTarget::Field(field))),
            Message::CopyEnded { what, is_copied } => self.copied(what, is_copied),
            Message::PrintAsked => effects.push(Effect::Print(PrintPart::Document)),
            message => self.handle_by_role(message, effects),
        }
    }

    /// What only a member or only whoever combines asks for.
    fn handle_by_role(&mut self, message: Message, effects: &mut Effects) {
        match message {
            Message::RoundCodeTyped(code) => self.member.typed = code,
            Message::RoundCodeGiven { random } => self.take_round_code(random, effects),
            Message::OtherRoundAsked => self.ask_for_round_code(effects),
            Message::RoleChosen(role) => self.choose_role(role),
            Message::ResponseFileAsked => self.pass_on(Way::File, effects),
            Message::ResponseCodeAsked => self.pass_on(Way::Code, effects),
            Message::SlipAsked => self.pass_on(Way::Slip, effects),
            Message::NameTyped(name) => self.set_up.name = name,
            Message::BoardSizeTyped(size) => self.set_up.board_size = size,
            Message::AsksRoleChosen(asks_role) => self.set_up.asks_role = asks_role,
            Message::ThresholdTyped(threshold) => self.set_up.threshold = threshold,
            Message::RoundSetUp { random } => self.set_round_up(random, effects),
            Message::RehearsalAsked => self.rehearse(effects),
            Message::RoundFileChosen { file, text } => self.open_round_file(file, text, effects),
            Message::RoundDownloadAsked => self.download_round(effects),
            Message::UnreadableDownloadAsked => self.download_unreadable(effects),
            Message::DiscardConfirmed => self.discard(effects),
            Message::TextCopyAsked(what) => self.copy_text(what, effects),
            Message::ReadingBegun { files } => self.begin_reading(files),
            Message::SliceRead { file, first_line, text, is_last } => {
                self.read_slice(file, first_line, text.as_deref(), is_last);
            }
            Message::ReadingEnded => self.end_reading(effects),
            Message::CancelAsked => self.cancel_reading(effects),
            Message::PastedTyped(pasted) => self.collecting.pasted = pasted,
            Message::PastedAdded => self.add_pasted(effects),
            Message::MarksTyped(marks) => self.collecting.marks = marks,
            Message::MarksRoleChosen(role) => self.collecting.marks_role = Some(role),
            Message::MarksAdded { random } => self.add_marks(random, effects),
            Message::VersionDecided { source, takes_later } => {
                self.decide_version(source, takes_later, effects);
            }
            Message::ResponseRemoved(id) => self.remove_response(id, effects),
            Message::RemovalUndone => self.undo_removal(effects),
            Message::CloseConfirmed => self.close(effects),
            Message::AgendaMoved { line, is_up } => self.move_line(line, is_up, effects),
            Message::AgendaDropped(line) => self.drop_line(line, effects),
            Message::AgendaUndone => self.undo_agenda(effects),
            Message::AgendaLineTyped(line) => self.agenda_line = line,
            Message::AgendaLineAdded => self.add_line(effects),
            Message::AgendaRestored => self.restore_agenda(effects),
            message => self.handle_paper(message, effects),
        }
    }

    fn handle_paper(&mut self, message: Message, effects: &mut Effects) {
        match message {
            Message::PaperTitleTyped(title) => self.change_paper(|paper| &mut paper.title, title, effects),
            Message::MeetingTyped(meeting) => self.change_paper(|paper| &mut paper.meeting, meeting, effects),
            Message::PurposeTyped(purpose) => self.change_paper(|paper| &mut paper.purpose, purpose, effects),
            Message::RecommendationTyped(text) => {
                self.change_paper(|paper| &mut paper.recommendation, text, effects);
            }
            Message::PaperDownloadAsked => self.download_paper(FileKind::Paper, effects),
            Message::TextDownloadAsked => self.download_paper(FileKind::Text, effects),
            Message::TableDownloadAsked => self.download_paper(FileKind::Table, effects),
            _ => {}
        }
    }

    /// Nothing but words changes; those of other questions are left alone.
    fn speak(&mut self, questionnaire: Arc<Questionnaire>, catalogue: Arc<BoardCatalogue>) {
        if questionnaire.fingerprint() == self.questionnaire.fingerprint() {
            (self.questionnaire, self.catalogue) = (questionnaire, catalogue);
        }
    }

    fn copied(&mut self, what: Copied, is_copied: bool) {
        match what {
            Copied::Code => self.code_copied(is_copied),
            _ => self.copied = Some((what, is_copied)),
        }
    }

    /// The page asks before it is left exactly while something would be lost by it.
    fn follow_warning(&mut self, effects: &mut Effects) {
        let is_warning = self.would_lose_round() || self.has_unfinished();
        if is_warning != self.is_warning {
            self.is_warning = is_warning;
            effects.push(Effect::WarnBeforeLeaving(is_warning));
        }
    }
}
