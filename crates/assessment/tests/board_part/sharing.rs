//! A member passes on a response.

use crate::device::{
    Device, Fault, Part, SAMPLE, answers, copied, downloaded, focus, invitation, questionnaire, round_code,
    said, settings,
};
use assessment::answers::Answer;
use assessment::app::Keeping;
use assessment::board::{Invitation, Response, Role, RoundCode, read_code, read_response};
use assessment::board_app::view::{self, ShareView, SharedView};
use assessment::board_app::{
    Copied, Door, Effect, FileKind, FocusTarget, Message, PassedOn, PrintPart, Problem, Screen, Settings,
};
use assessment::text::BoardKey;
use proptest::prelude::*;
use serde_json::Value;

fn shared(part: &Part) -> SharedView {
    match view::share(&part.model) {
        ShareView::Ready(shared) => shared,
        other => panic!("it is not ready: {other:?}"),
    }
}

/// The response that is passed on as a file.
fn file(part: &mut Part) -> String {
    let effects = part.send(Message::ResponseFileAsked);
    downloaded(&effects, FileKind::Response).expect("a download")
}

fn passed_on(part: &mut Part) -> Response {
    read_response(&file(part), &SAMPLE).expect("it can be read again")
}

fn type_code(part: &mut Part, code: &str) -> Vec<Effect> {
    part.send(Message::RoundCodeTyped(code.into()));
    part.send(Message::RoundCodeGiven { random: 5 })
}

fn other_round() -> Invitation {
    Invitation { round: RoundCode::from_random(78), asks_role: false }
}

// Which round

#[test]
fn that_nothing_is_answered_is_said() {
    let part = Part::share(&Device::new(), "----", Some(invitation(false)));
    assert_eq!(view::share(&part.model), ShareView::NothingAnswered);
}

#[test]
fn without_an_invitation_the_round_code_is_asked_for() {
    let part = Part::share(&Device::new(), "01?-", None);
    assert_eq!(view::share(&part.model), ShareView::RoundCode { typed: String::new() });
}

#[test]
fn a_wrong_round_code_is_told_and_kept_as_typed() {
    for wrong in ["", "K7M-2Q", "K7M-2QXX", "K7M-2QU", "role"] {
        let mut part = Part::share(&Device::new(), "01?-", None);
        let effects = type_code(&mut part, wrong);
        assert_eq!(part.model.problems(), [Problem::NoRoundCode], "{wrong}");
        assert_eq!(focus(&effects), Some(FocusTarget::ErrorSummary), "{wrong}");
        assert_eq!(view::share(&part.model), ShareView::RoundCode { typed: wrong.into() });
    }
}

#[test]
fn a_right_round_code_makes_the_response_ready() {
    let mut part = Part::share(&Device::new(), "01?-", None);
    type_code(&mut part, "wrong");
    let effects = type_code(&mut part, &round_code().to_string().to_lowercase());
    assert!(part.model.problems().is_empty());
    assert_eq!(focus(&effects), Some(FocusTarget::Heading));
    assert!(!shared(&part).asks_role);
    assert_eq!(passed_on(&mut part).round(), round_code());
}

#[test]
fn a_typed_invitation_that_asks_for_the_role_does_so() {
    let mut part = Part::share(&Device::new(), "01?-", None);
    type_code(&mut part, &invitation(true).to_string());
    assert!(shared(&part).asks_role);
}

#[test]
fn the_round_can_be_changed_from_the_one_of_the_link() {
    let mut part = Part::share(&Device::new(), "01?-", Some(invitation(true)));
    part.send(Message::RoleChosen(Role::Executive));
    part.send(Message::OtherRoundAsked);
    let typed = invitation(true).to_string();
    assert_eq!(view::share(&part.model), ShareView::RoundCode { typed });
    type_code(&mut part, &other_round().to_string());
    let response = passed_on(&mut part);
    assert_eq!((response.round(), response.role()), (other_round().round, None));
}

// The role

#[test]
fn where_the_round_asks_for_the_role_nothing_is_passed_on_without_it() {
    for ask in [Message::ResponseFileAsked, Message::ResponseCodeAsked, Message::SlipAsked] {
        let device = Device::new();
        let mut part = Part::share(&device, "01?-", Some(invitation(true)));
        let effects = part.send(ask.clone());
        assert_eq!(effects, [Effect::MoveFocus(FocusTarget::ErrorSummary)], "{ask:?}");
        assert_eq!(part.model.problems(), [Problem::RoleMissing], "{ask:?}");
        assert_eq!(shared(&part).code, None, "{ask:?}");
        assert!(device.is_empty(), "{ask:?}");
    }
}

#[test]
fn once_the_role_is_chosen_it_is_passed_on() {
    for role in [Role::Executive, Role::NonExecutive] {
        let mut part = Part::share(&Device::new(), "01?-", Some(invitation(true)));
        part.send(Message::SlipAsked);
        part.send(Message::RoleChosen(role));
        assert!(part.model.problems().is_empty());
        assert_eq!(passed_on(&mut part).role(), Some(role));
    }
}

#[test]
fn a_round_that_does_not_ask_gets_no_role() {
    let mut part = Part::share(&Device::new(), "01?-", Some(invitation(false)));
    part.send(Message::RoleChosen(Role::Executive));
    assert_eq!(passed_on(&mut part).role(), None);
}

// What is passed on

#[test]
fn what_is_shown_is_all_that_the_file_holds() {
    for role in [None, Some(Role::Executive), Some(Role::NonExecutive)] {
        let mut part = Part::share(&Device::new(), "04?-", Some(invitation(role.is_some())));
        part.send(Message::RoleChosen(role.unwrap_or(Role::Executive)));
        let shown = shared(&part);
        let Value::Object(mut file) = serde_json::from_str(&file(&mut part)).expect("JSON") else {
            panic!("an object");
        };
        let product = file.remove("product").expect("the kind of the file");
        assert_eq!(product, "digital-leadership-check");
        let mut facts = vec![
            (BoardKey::ShareFactRound, "round", None),
            (BoardKey::ShareFactId, "id", None),
            (BoardKey::ShareFactQuestions, "questionnaire", None),
            (BoardKey::ShareFactFormat, "response", None),
        ];
        facts.extend(role.map(|role| match role {
            Role::Executive => {
                (BoardKey::ShareFactRole, "role", Some((BoardKey::RoleExecutive, "executive")))
            }
            Role::NonExecutive => {
                (BoardKey::ShareFactRole, "role", Some((BoardKey::RoleNonExecutive, "non_executive")))
            }
        }));
        let expected: Vec<(String, String)> = facts
            .into_iter()
            .map(|(key, field, in_words)| {
                let value = file.remove(field).expect("a field");
                let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                let told = match in_words {
                    Some((words, written)) => {
                        assert_eq!(value, written);
                        said(words, &[])
                    }
                    None => value,
                };
                (said(key, &[]), told)
            })
            .collect();
        assert_eq!(shown.facts, expected);
        assert_eq!(shown.round, invitation(role.is_some()).to_string(), "the slip has what members type");
        let told = ["0 Level 0", "4 Level 4", "do_not_know", "not_answered"];
        let titles = ["Title 0 0", "Title 0 1", "Title 1 0", "Title 1 1"];
        let expected = titles.iter().zip(told).map(|(title, told)| ((*title).to_owned(), told.to_owned()));
        assert_eq!(shown.answers, expected.collect::<Vec<_>>());
        let answers = file.remove("answers").expect("answers");
        assert_eq!(answers, serde_json::json!([0, 4, "dont_know", null]));
        assert!(file.is_empty(), "nothing else is in the file: {file:?}");
        assert_eq!(shown.progress, said(BoardKey::ShareAnswered, &["3", "4"]));
    }
}

fn some_answers() -> impl Strategy<Value = Vec<Option<Answer>>> {
    let answer = prop_oneof![
        5 => (0..5u64).prop_map(|number| SAMPLE.scale().level(number).map(Answer::Level)),
        1 => Just(Some(Answer::DontKnow)),
        1 => Just(None),
    ];
    prop::collection::vec(answer, 4)
        .prop_filter("something is answered", |answers| answers.iter().any(Option::is_some))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn file_and_code_read_back_to_the_same_answers_round_and_role(
        answers in some_answers(),
        round in any::<u64>(),
        is_executive in any::<bool>(),
        asks_role in any::<bool>(),
    ) {
        let round = RoundCode::from_random(round);
        let invitation = Some(Invitation { round, asks_role });
        let settings = Settings { invitation, ..settings(Door::Share(answers.clone())) };
        let mut part = Part::open(&Device::new(), settings);
        let role = if is_executive { Role::Executive } else { Role::NonExecutive };
        part.send(Message::RoleChosen(role));
        let shown = shared(&part).code.expect("it fits");
        let of_file = passed_on(&mut part);
        prop_assert_eq!(of_file.answers(), &answers[..]);
        prop_assert_eq!(of_file.round(), round);
        prop_assert_eq!(of_file.role(), asks_role.then_some(role));
        let effects = part.send(Message::ResponseCodeAsked);
        let code = copied(&effects).expect("a code");
        prop_assert_eq!(code, &shown);
        prop_assert_eq!(read_code(code, &SAMPLE), Ok(of_file));
    }
}

#[test]
fn too_many_questions_for_a_code_are_told_and_the_file_is_passed_on() {
    let many = questionnaire(&[50]);
    let answers = vec![Some(Answer::DontKnow); 50];
    let settings = Settings { invitation: Some(invitation(false)), ..settings(Door::Share(answers.clone())) };
    let mut part = Part::open_of(&many, &Device::new(), settings);
    assert!(shared(&part).is_too_long);
    assert_eq!(shared(&part).code, None);
    assert_eq!(copied(&part.send(Message::ResponseCodeAsked)), None);
    let response = read_response(&file(&mut part), &many).expect("it can be read again");
    assert_eq!(response.answers(), answers);
}

#[test]
fn how_it_was_passed_on_is_told() {
    let mut part = Part::share(&Device::new(), "01?-", Some(invitation(false)));
    assert_eq!(shared(&part).passed_on, None);
    part.send(Message::ResponseFileAsked);
    assert_eq!(shared(&part).passed_on, Some(PassedOn::Downloaded));
    part.send(Message::ResponseCodeAsked);
    for (is_copied, told) in [(true, PassedOn::Copied), (false, PassedOn::NotCopied)] {
        part.send(Message::CopyEnded { what: Copied::Code, is_copied });
        assert_eq!(shared(&part).passed_on, Some(told));
    }
    let effects = part.send(Message::SlipAsked);
    assert_eq!(shared(&part).passed_on, Some(PassedOn::Printed));
    assert_eq!(effects, [Effect::Print(PrintPart::Slip)]);
}

#[test]
fn answers_to_other_questions_are_not_passed_on() {
    let settings = Settings {
        invitation: Some(invitation(false)),
        ..settings(Door::Share(answers("01?-")[..2].to_vec()))
    };
    let mut part = Part::open(&Device::new(), settings);
    let effects = part.send(Message::ResponseFileAsked);
    assert_eq!(downloaded(&effects, FileKind::Response), None);
}

// The id

#[test]
fn passed_on_twice_it_has_the_same_id() {
    let mut part = Part::share(&Device::new(), "01?-", Some(invitation(false)));
    let first = passed_on(&mut part).id();
    assert_eq!(passed_on(&mut part).id(), first);
}

#[test]
fn passed_on_again_after_reopening_it_has_the_same_id() {
    type Way = fn(&mut Part);
    let ways: [Way; 3] = [
        |part| drop(part.send(Message::ResponseFileAsked)),
        |part| drop(part.send(Message::SlipAsked)),
        |part| drop(part.send(Message::ResponseCodeAsked)),
    ];
    for way in ways {
        let device = Device::new();
        let mut part = Part::share(&device, "01?-", Some(invitation(false)));
        let shown = shared(&part).facts[1].clone();
        way(&mut part);
        let mut again = Part::share(&device, "4444", None);
        type_code(&mut again, &round_code().to_string());
        assert_eq!(shared(&again).facts[1], shown);
    }
}

#[test]
fn each_round_has_another_id() {
    let device = Device::new();
    let id_in = |invitation| passed_on(&mut Part::share(&device, "01?-", Some(invitation))).id();
    let (first, other) = (id_in(invitation(false)), id_in(other_round()));
    assert_ne!(first, other);
    assert_eq!([id_in(invitation(false)), id_in(other_round())], [first, other]);
}

#[test]
fn two_tabs_that_pass_on_to_two_rounds_keep_both_ids() {
    let device = Device::new();
    let mut one = Part::share(&device, "01?-", Some(invitation(false)));
    let mut other = Part::share(&device, "01?-", Some(other_round()));
    let ids = [passed_on(&mut one).id(), passed_on(&mut other).id()];
    let again = [invitation(false), other_round()]
        .map(|invitation| passed_on(&mut Part::share(&device, "01?-", Some(invitation))).id());
    assert_eq!(again, ids);
}

#[test]
fn two_tabs_that_pass_on_to_one_round_pass_on_one_id() {
    let device = Device::new();
    let mut one = Part::share(&device, "01?-", Some(invitation(false)));
    let mut other = Part::share(&device, "4444", Some(invitation(false)));
    assert_ne!(shared(&one).facts[1], shared(&other).facts[1], "neither has passed on anything");
    let first = passed_on(&mut one).id();
    assert_eq!(passed_on(&mut other).id(), first);
    assert_eq!(shared(&other).facts[1], shared(&one).facts[1], "and that is what is shown");
}

#[test]
fn an_id_that_found_no_room_is_stored_when_it_is_passed_on_again() {
    let device = Device::new();
    device.break_with(Fault::Full);
    let mut part = Part::share(&device, "01?-", Some(invitation(false)));
    let first = passed_on(&mut part).id();
    device.mend();
    assert_eq!(passed_on(&mut part).id(), first);
    assert_eq!(passed_on(&mut Part::share(&device, "01?-", Some(invitation(false)))).id(), first);
}

// What is stored

#[test]
fn nothing_is_stored_before_something_is_passed_on() {
    let device = Device::new();
    let mut part = Part::share(&device, "01?-", None);
    type_code(&mut part, &invitation(true).to_string());
    part.send(Message::RoleChosen(Role::Executive));
    assert!(device.is_empty());
}

#[test]
fn only_rounds_and_ids_are_stored() {
    let device = Device::new();
    let mut part = Part::share(&device, "01?-", Some(invitation(false)));
    let id = passed_on(&mut part).id();
    let texts: Vec<String> = device.texts().into_values().collect();
    assert_eq!(texts, [format!("{{\"{}\":\"{id}\"}}", round_code())]);
}

#[test]
fn where_nothing_is_kept_nothing_is_stored() {
    for keeping in [Keeping::MemoryByPage, Keeping::MemoryByChoice] {
        let device = Device::new();
        let door = Door::Share(answers("01?-"));
        let invitation = Some(invitation(false));
        let mut part = Part::open(&device, Settings { keeping, invitation, ..settings(door) });
        let first = passed_on(&mut part).id();
        assert_eq!(passed_on(&mut part).id(), first, "it is remembered while the page is open");
        assert!(device.is_empty());
        assert_eq!(device.writes(), 0);
    }
}

#[test]
fn a_blocked_store_keeps_nobody_from_passing_on() {
    let device = Device::new();
    device.break_with(Fault::Blocked);
    let mut part = Part::share(&device, "01?-", Some(invitation(false)));
    assert_eq!(passed_on(&mut part).answers(), answers("01?-"));
}

#[test]
fn a_member_is_told_nothing_of_a_round_that_is_combined_on_the_device() {
    let device = Device::new();
    Part::combine(&device).send(Message::RehearsalAsked);
    let part = Part::share(&device, "01?-", Some(invitation(false)));
    assert!(!part.model.is_rehearsal());
    device.plant_round("{");
    let mut part = Part::share(&device, "01?-", Some(invitation(false)));
    assert_eq!(part.model.notice(), None);
    part.send(Message::RoundSeen(Some("[".into())));
    assert_eq!((part.model.notice(), part.model.screen()), (None, Screen::Share));
}

#[test]
fn the_back_link_leaves() {
    let mut part = Part::share(&Device::new(), "01?-", Some(invitation(false)));
    assert_eq!(part.send(Message::BackAsked), [Effect::Leave]);
    assert!(!part.is_warning);
}
