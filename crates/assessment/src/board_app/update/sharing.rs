//! A member passes on a response.

use super::Effects;
use crate::board::{Invitation, Response, ResponseId, Role, write_code, write_response};
use crate::board_app::sharing::{PassedOn, ResponseIds};
use crate::board_app::{
    Copied, Effect, Expected, FileKind, Model, Part, PrintPart, Problem, Screen, WriteFailure,
};

impl Model {
    /// The id of the response to the round: the one that was passed on from here before, or a new one.
    pub(super) fn draw_id(&mut self, random: u64) {
        let known = self.member.invitation.and_then(|invitation| self.member.ids.of(invitation.round));
        self.member.id = Some(known.unwrap_or(ResponseId::from_random(random)));
    }

    pub(super) fn take_round_code(&mut self, random: u64, effects: &mut Effects) {
        let Some(invitation) = Invitation::parse(&self.member.typed) else {
            return self.refuse(vec![Problem::NoRoundCode], effects);
        };
        self.member.invitation = Some(invitation);
        self.draw_id(random);
        self.go(Screen::Share, effects);
    }

    pub(super) fn ask_for_round_code(&mut self, effects: &mut Effects) {
        self.member.typed = self.member.invitation.take().map(|round| round.to_string()).unwrap_or_default();
        self.member.role = None;
        self.member.passed_on = None;
        self.go(Screen::Share, effects);
    }

    pub(super) fn choose_role(&mut self, role: Role) {
        self.member.role = Some(role);
        self.member.passed_on = None;
        self.problems.retain(|problem| *problem != Problem::RoleMissing);
    }

    pub(super) fn download_response(&mut self, effects: &mut Effects) {
        let Some(response) = self.response_or_refusal(effects) else { return };
        effects.push(Effect::Download { kind: FileKind::Response, text: write_response(&response) });
        self.passed_on(PassedOn::Downloaded, effects);
    }

    pub(super) fn copy_code(&mut self, effects: &mut Effects) {
        let Some(response) = self.response_or_refusal(effects) else { return };
        if let Some(text) = write_code(&response, &self.questionnaire) {
            effects.push(Effect::Copy { what: Copied::Code, text });
        }
    }

    pub(super) fn code_copied(&mut self, is_copied: bool, effects: &mut Effects) {
        let how = if is_copied { PassedOn::Copied } else { PassedOn::NotCopied };
        self.passed_on(how, effects);
    }

    pub(super) fn print_slip(&mut self, effects: &mut Effects) {
        if self.response_or_refusal(effects).is_some() {
            self.passed_on(PassedOn::Printed, effects);
            effects.push(Effect::Print(PrintPart::Slip));
        }
    }

    fn response_or_refusal(&mut self, effects: &mut Effects) -> Option<Response> {
        let response = self.member.response(&self.questionnaire);
        if response.is_none() && self.member.invitation.is_some() {
            self.refuse(vec![Problem::RoleMissing], effects);
        }
        response
    }

    /// Remembers the id, so that passing on again counts once.
    fn passed_on(&mut self, how: PassedOn, effects: &mut Effects) {
        self.member.passed_on = Some(how);
        let (Some(invitation), Some(id)) = (self.member.invitation, self.member.id) else { return };
        self.member.ids.put(invitation.round, id);
        self.keep_ids(effects);
    }

    fn keep_ids(&self, effects: &mut Effects) {
        let text = self.member.ids.write();
        if self.keeping.is_stored() && self.member.stored_ids.as_ref() != Some(&text) {
            let (key, expected) =
                (self.keys.board_responses(), Expected::Text(self.member.stored_ids.clone()));
            effects.push(Effect::Write { part: Part::Responses, key, expected, text });
        }
    }

    pub(super) fn ids_written(&mut self, outcome: Result<(), WriteFailure>, effects: &mut Effects) {
        match outcome {
            Ok(()) => self.member.stored_ids = Some(self.member.ids.write()),
            // It is tried again when something is passed on again.
            Err(WriteFailure::Store(_)) => {}
            // Another tab has passed on a response, or deleted everything: to that only this one is added.
            Err(WriteFailure::ChangedElsewhere(text)) => {
                self.take_up_ids(text);
                let (Some(invitation), Some(id)) = (self.member.invitation, self.member.id) else { return };
                let id = self.member.ids.of(invitation.round).unwrap_or(id);
                self.member.id = Some(id);
                self.member.ids.put(invitation.round, id);
                self.keep_ids(effects);
            }
        }
    }

    pub(super) fn take_up_ids(&mut self, text: Option<String>) {
        self.member.ids = text.as_deref().map(ResponseIds::read).unwrap_or_default();
        self.member.stored_ids = text;
    }
}
