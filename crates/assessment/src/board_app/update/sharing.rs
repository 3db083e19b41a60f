//! A member passes on a response.

use super::Effects;
use crate::board::{Invitation, Response, ResponseId, Role, write_code, write_response};
use crate::board_app::sharing::{PassedOn, ResponseIds, Way};
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

    /// Remembers the id first, so that passing on again counts once, from this tab or another.
    pub(super) fn pass_on(&mut self, way: Way, effects: &mut Effects) {
        if self.response_or_refusal(effects).is_some() {
            self.member.way = Some(way);
            self.remember_id(effects);
        }
    }

    fn remember_id(&mut self, effects: &mut Effects) {
        let (Some(invitation), Some(id)) = (self.member.invitation, self.member.id) else { return };
        self.member.ids.put(invitation.round, id);
        let text = self.member.ids.write();
        if self.keeping.is_stored() && self.member.stored_ids.as_ref() != Some(&text) {
            let (key, expected) =
                (self.keys.board_responses(), Expected::Text(self.member.stored_ids.clone()));
            effects.push(Effect::Write { part: Part::Responses, key, expected, text });
        } else {
            self.hand_over(effects);
        }
    }

    pub(super) fn ids_written(&mut self, outcome: Result<(), WriteFailure>, effects: &mut Effects) {
        match outcome {
            Ok(()) => {
                self.member.stored_ids = Some(self.member.ids.write());
                self.hand_over(effects);
            }
            // It is tried again when something is passed on again.
            Err(WriteFailure::Store(_)) => self.hand_over(effects),
            // Another tab has passed on a response, or deleted everything: to that only this one is added.
            Err(WriteFailure::ChangedElsewhere(text)) => {
                self.take_up_ids(text);
                let known = self.member.invitation.and_then(|round| self.member.ids.of(round.round));
                self.member.id = known.or(self.member.id);
                self.remember_id(effects);
            }
        }
    }

    /// Hands the response over in the way that was asked for.
    fn hand_over(&mut self, effects: &mut Effects) {
        let (Some(way), Some(response)) = (self.member.way.take(), self.member.response(&self.questionnaire))
        else {
            return;
        };
        match way {
            Way::File => {
                effects.push(Effect::Download { kind: FileKind::Response, text: write_response(&response) });
                self.member.passed_on = Some(PassedOn::Downloaded);
            }
            Way::Code => {
                let code = write_code(&response, &self.questionnaire);
                effects.extend(code.map(|text| Effect::Copy { what: Copied::Code, text }));
            }
            Way::Slip => {
                effects.push(Effect::Print(PrintPart::Slip));
                self.member.passed_on = Some(PassedOn::Printed);
            }
        }
    }

    pub(super) fn code_copied(&mut self, is_copied: bool) {
        self.member.passed_on = Some(if is_copied { PassedOn::Copied } else { PassedOn::NotCopied });
    }

    fn response_or_refusal(&mut self, effects: &mut Effects) -> Option<Response> {
        let response = self.member.response(&self.questionnaire);
        if response.is_none() && self.member.invitation.is_some() {
            self.refuse(vec![Problem::RoleMissing], effects);
        }
        response
    }

    pub(super) fn take_up_ids(&mut self, text: Option<String>) {
        self.member.ids = text.as_deref().map(ResponseIds::read).unwrap_or_default();
        self.member.stored_ids = text;
    }
}
