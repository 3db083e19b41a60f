//! A round that is made up, to try out what a board would see.

use super::cell::AnonymityThreshold;
use super::draft::{Draft, Round};
use super::response::{Response, ResponseId, RoundCode};
use super::roles::Role;
use super::round_file::{PaperWords, RoundFile};
use crate::answers::Answer;
use crate::questionnaire::{Level, Questionnaire, Scale};
use std::sync::Arc;

const BOARD_SIZE: u32 = 14;
const EXECUTIVES: usize = 5;
const NON_EXECUTIVES: usize = 7;

/// What the members say of an indicator: first the executives, then the others. A digit is a level of five,
/// `?` is "I do not know", and `-` no answer.
type Marks = [&'static str; 2];

// Where each executive knows it, the roles are shown, and so the whole is collapsed.
const STRENGTH: Marks = ["43434", "3434433"];
const GAP: Marks = ["10211", "0110201"];
const ROLES_DIFFER: Marks = ["43343", "1012010"];
const MIXED: Marks = ["32223", "12?3213"];
// Where one does not, the roles are not shown, and so every level is.
const FULL_STRENGTH: Marks = ["4343?", "3334433"];
const FULL_GAP: Marks = ["1011?", "1012110"];
const FULL_SPLIT: Marks = ["4404-", "0040404"];
const FULL_MIXED: Marks = ["32?23", "2312213"];
const FULL_NOT_KNOWN: Marks = ["23?2?", "?22?323"];
const TOO_FEW: Marks = ["2?3??", "??1??-2"];

/// What the members say of four indicators after another; after the last the first come again.
const ANSWERS: [[Marks; 4]; 8] = [
    [FULL_GAP, FULL_MIXED, FULL_SPLIT, ROLES_DIFFER],
    [STRENGTH, MIXED, STRENGTH, FULL_STRENGTH],
    [FULL_MIXED, FULL_NOT_KNOWN, FULL_GAP, GAP],
    [FULL_STRENGTH, FULL_STRENGTH, FULL_MIXED, STRENGTH],
    [ROLES_DIFFER, GAP, MIXED, TOO_FEW],
    [FULL_MIXED, FULL_SPLIT, FULL_STRENGTH, MIXED],
    [GAP, ROLES_DIFFER, STRENGTH, FULL_NOT_KNOWN],
    [FULL_STRENGTH, FULL_GAP, FULL_MIXED, ROLES_DIFFER],
];

/// A round of made-up responses, ready to be closed: twelve of a board of fourteen answered, and said whether
/// they are executives. It is always the same.
///
/// # Panics
///
/// Never: the code and the marks are right.
#[must_use]
pub fn rehearse(questionnaire: &Arc<Questionnaire>, name: String) -> RoundFile {
    let code = RoundCode::parse("REHEAR").expect("six symbols");
    let round = Round { code, asks_role: true, threshold: AnonymityThreshold::LOWEST };
    let mut draft = Draft::new(questionnaire.clone(), round);
    for member in 0..EXECUTIVES + NON_EXECUTIVES {
        draft.add(response(member, code, questionnaire));
    }
    RoundFile {
        name,
        board_size: Some(BOARD_SIZE),
        is_rehearsal: true,
        draft,
        agenda: None,
        paper: PaperWords::default(),
    }
}

fn response(member: usize, round: RoundCode, questionnaire: &Questionnaire) -> Response {
    let (role, place) = match member.checked_sub(EXECUTIVES) {
        None => (Role::Executive, member),
        Some(place) => (Role::NonExecutive, place),
    };
    let answer = |indicator: usize| {
        let [executives, non_executives] = ANSWERS[indicator / 4 % ANSWERS.len()][indicator % 4];
        let marks = if role == Role::Executive { executives } else { non_executives };
        // Each time other members do not know, so that it is not always the same one.
        let mark = marks.as_bytes()[(place + indicator) % marks.len()];
        answer_of(mark, questionnaire.scale())
    };
    let answers = (0..questionnaire.indicators().len()).map(answer).collect();
    Response::new(questionnaire, round, id(member), Some(role), answers).expect("an answer to each")
}

/// An id as it may come, without order.
fn id(member: usize) -> ResponseId {
    let number = u64::try_from(member).unwrap_or_default() + 1;
    ResponseId::from_random(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 16)
}

/// A mark stands for the level that is as far up the scale as it is among five, rounded half up.
fn answer_of(mark: u8, scale: &Scale) -> Option<Answer> {
    const TOP: u8 = 4;
    match mark {
        b'?' => Some(Answer::DontKnow),
        b'0'..=b'4' => {
            let doubled = 2 * (mark - b'0') * scale.top().number() + TOP;
            Some(Answer::Level(Level(doubled / (2 * TOP))))
        }
        _ => None,
    }
}
