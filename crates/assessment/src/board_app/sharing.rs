//! What a member passes on.

use crate::answers::Answer;
use crate::board::{Invitation, Response, ResponseId, Role, RoundCode};
use crate::questionnaire::Questionnaire;
use serde_json::{Map, Value};

/// The member's side of a round.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    /// The answers as they stand in the check.
    pub(crate) answers: Vec<Option<Answer>>,
    /// The round that the response is for.
    pub(crate) invitation: Option<Invitation>,
    /// The round code as it is being typed.
    pub(crate) typed: String,
    pub(crate) role: Option<Role>,
    /// Of the response to that round.
    pub(crate) id: Option<ResponseId>,
    /// The ids of the responses that were passed on from here.
    pub(crate) ids: ResponseIds,
    /// What stands of them in the store, as far as is known.
    pub(crate) stored_ids: Option<String>,
    pub(crate) passed_on: Option<PassedOn>,
    /// How it is about to be passed on, once its id is stored.
    pub(crate) way: Option<Way>,
}

/// A way to pass a response on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    File,
    Code,
    Slip,
}

/// How a response was passed on last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassedOn {
    /// As a file.
    Downloaded,
    /// Its code is on the clipboard.
    Copied,
    /// The browser would not put its code on the clipboard.
    NotCopied,
    /// Its slip was printed.
    Printed,
}

impl Member {
    pub(crate) fn new(answers: Vec<Option<Answer>>, invitation: Option<Invitation>) -> Self {
        let (typed, ids) = (String::new(), ResponseIds::default());
        let (role, id, stored_ids, passed_on, way) = (None, None, None, None, None);
        Self { answers, invitation, typed, role, id, ids, stored_ids, passed_on, way }
    }

    /// What would be passed on now, if everything is chosen that the round asks for.
    pub(crate) fn response(&self, questionnaire: &Questionnaire) -> Option<Response> {
        let (invitation, id) = (self.invitation?, self.id?);
        let role = if invitation.asks_role { Some(self.role?) } else { None };
        Response::new(questionnaire, invitation.round, id, role, self.answers.clone())
    }

    pub(crate) fn answered(&self) -> usize {
        self.answers.iter().flatten().count()
    }
}

/// One random id for each round to which this device has passed on a response, so that passing on twice
/// counts once.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct ResponseIds(Map<String, Value>);

impl ResponseIds {
    /// Those that were stored. What cannot be read counts as none: a response would then count twice, which
    /// whoever combines can tell from their number.
    pub(crate) fn read(text: &str) -> Self {
        match serde_json::from_str(text) {
            Ok(Value::Object(ids)) => Self(ids),
            _ => Self::default(),
        }
    }

    pub(crate) fn write(&self) -> String {
        Value::Object(self.0.clone()).to_string()
    }

    pub(crate) fn of(&self, round: RoundCode) -> Option<ResponseId> {
        self.0.get(&round.to_string())?.as_str().and_then(ResponseId::parse)
    }

    pub(crate) fn put(&mut self, round: RoundCode, id: ResponseId) {
        self.0.insert(round.to_string(), id.to_string().into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_comes_back_for_its_round_alone() {
        let mut ids = ResponseIds::default();
        let (round, other) = (RoundCode::from_random(1), RoundCode::from_random(2));
        ids.put(round, ResponseId::from_random(77));
        let read = ResponseIds::read(&ids.write());
        assert_eq!(read.of(round), Some(ResponseId::from_random(77)));
        assert_eq!(read.of(other), None);
    }

    #[test]
    fn what_cannot_be_read_counts_as_none() {
        for text in ["", "[]", "{", r#"{"000-001":7}"#, r#"{"000-001":"x"}"#] {
            assert_eq!(ResponseIds::read(text).of(RoundCode::from_random(1)), None, "{text}");
        }
    }
}
