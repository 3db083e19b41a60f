//! A board's round as the core makes it: what is stored of one, and what its screens then tell.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use assessment::answers::Answer;
use assessment::app::Keeping;
use assessment::board::{
    AnonymityThreshold, Closing, Draft, PaperWords, Response, ResponseId, Role, Round, RoundCode, RoundFile,
    write_code, write_response, write_round,
};
use assessment::board_app::{Door, Message, Model, Settings, StoredTexts, update};
use assessment::text::BoardCatalogue;

use crate::content::{Given, STORE, interface, keys, level, questionnaire};

/// How many members answer.
pub const MEMBERS: usize = 12;
/// How many members the board has.
pub const BOARD_SIZE: u32 = 13;
/// What whoever combines calls the round.
pub const NAME: &str = "Spring away day";

/// The texts that the site shows in the board's part.
pub fn board_catalogue() -> &'static Arc<BoardCatalogue> {
    static READ: OnceLock<Arc<BoardCatalogue>> = OnceLock::new();
    READ.get_or_init(|| interface().board.clone().into())
}

/// The code of every round that is not set up on the screen.
#[must_use]
pub fn code() -> RoundCode {
    RoundCode::parse("K7M-2QX").expect("six symbols")
}

/// A round to which nobody has answered yet.
#[must_use]
pub fn round(asks_role: bool) -> RoundFile {
    let laid_down = Round { code: code(), asks_role, threshold: AnonymityThreshold::LOWEST };
    RoundFile {
        name: NAME.to_owned(),
        board_size: Some(BOARD_SIZE),
        is_rehearsal: false,
        draft: Draft::new(questionnaire().clone(), laid_down),
        agenda: None,
        paper: PaperWords::default(),
    }
}

/// What that member answers to each question. Taken together they are low, high, split, not known, or known to
/// so few that their levels are put together or not shown at all. The second answers everything.
#[must_use]
pub fn answers_of_member(member: usize) -> Vec<Option<Answer>> {
    let number = |number: usize| u64::try_from(number).expect("a small number");
    let answer = |index: usize| match index % 8 {
        0 => Some(level(number((member + index) % 2))),
        1 => Some(level(number(3 + member % 2))),
        2 => Some(level(if member.is_multiple_of(2) { 0 } else { 4 })),
        4 if member >= 6 => (member < 10).then_some(Answer::DontKnow),
        5 if member >= 3 => Some(Answer::DontKnow),
        6 if member.is_multiple_of(3) => Some(Answer::DontKnow),
        7 if member == MEMBERS - 1 => None,
        _ => Some(level(number((member * 7 + index) % 5))),
    };
    (0..questionnaire().indicators().len()).map(answer).collect()
}

/// The questions that the member answers, with the answers.
#[must_use]
pub fn given_by_member(member: usize) -> Vec<Given> {
    let answers = questionnaire().indicator_positions().zip(answers_of_member(member));
    answers.filter_map(|(position, answer)| Some((position, answer?))).collect()
}

/// What a member passes on to such a round, who is an executive for every other number.
#[must_use]
pub fn response_of_member(member: usize) -> Response {
    response(code(), member, answers_of_member(member))
}

/// A response of that member with other answers, or to another round.
#[must_use]
pub fn response(round: RoundCode, member: usize, answers: Vec<Option<Answer>>) -> Response {
    let role = if member.is_multiple_of(2) { Role::Executive } else { Role::NonExecutive };
    let number = u64::try_from(member).expect("a small number") + 1;
    let id = ResponseId::from_random(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 16);
    Response::new(questionnaire(), round, id, Some(role), answers).expect("an answer to each question")
}

/// Somebody who knows nothing.
#[must_use]
pub fn knowing_nothing(member: usize) -> Response {
    let mut answers = vec![Some(Answer::DontKnow); questionnaire().indicators().len()];
    answers[0] = Some(level(1));
    response(code(), member, answers)
}

/// The code of a response.
#[must_use]
pub fn code_of(response: &Response) -> String {
    write_code(response, questionnaire()).expect("the questions fit into a code")
}

/// The file of a response.
#[must_use]
pub fn file_of(response: &Response) -> String {
    write_response(response)
}

/// That round with responses in it.
#[must_use]
pub fn with(mut round: RoundFile, responses: impl IntoIterator<Item = Response>) -> RoundFile {
    for response in responses {
        round.draft.add(response);
    }
    round
}

/// An open round with the responses of these members in it.
#[must_use]
pub fn open_with(members: Range<usize>) -> RoundFile {
    with(round(false), members.map(response_of_member))
}

/// That round, closed.
#[must_use]
pub fn closed(mut round: RoundFile) -> RoundFile {
    assert_eq!(round.draft.close(), Closing::Shown);
    round
}

/// The key of the stored round.
#[must_use]
pub fn round_key() -> String {
    keys().board_round()
}

/// What is stored where that round is combined.
#[must_use]
pub fn stored(round: &RoundFile) -> BTreeMap<String, String> {
    [(round_key(), write_round(round, questionnaire()))].into()
}

/// The round as the core goes on from what is stored of it.
#[must_use]
pub fn combining(stored: &str, trust_name: &str) -> Model {
    let settings = Settings {
        store: STORE.to_owned(),
        keeping: Keeping::Device,
        trust_name: trust_name.to_owned(),
        address: String::new(),
        invitation: None,
        door: Door::Combine,
    };
    let (mut model, _) = Model::new(questionnaire().clone(), board_catalogue().clone(), settings);
    let stored = StoredTexts { round: Some(stored.to_owned()), responses: None };
    update(&mut model, Message::Opened { stored: Ok(stored), random: 0 });
    model
}
