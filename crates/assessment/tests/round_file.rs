//! The file of a round: whatever was done before, another device goes on from it as if nothing had happened.

mod documents;

use assessment::answers::Answer;
use assessment::board::{
    AgendaLine, AnonymityThreshold, Closing, Draft, LARGEST_BOARD, LARGEST_ROUND, LONGEST_AGENDA_LINE,
    LONGEST_RECOMMENDATION, LONGEST_ROUND_NAME, Loaded, MOST_KEPT_WHOLE, PaperWords, Response, ResponseId,
    Role, Round, RoundCode, RoundFile, RoundFileProblem, RoundPart, read_round, write_response, write_round,
};
use assessment::questionnaire::Questionnaire;
use documents::write_documents;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use std::sync::{Arc, LazyLock};

static QUESTIONS: LazyLock<Arc<Questionnaire>> = LazyLock::new(|| questionnaire(5));

fn questionnaire(levels: usize) -> Arc<Questionnaire> {
    let (definition, texts) = write_documents(&[2, 1], levels);
    Questionnaire::parse(&definition.to_string(), &texts.to_string()).expect("the sample is valid").into()
}

fn code() -> RoundCode {
    RoundCode::parse("K7M-2QX").expect("a round code")
}

fn draft(asks_role: bool) -> Draft {
    let round = Round { code: code(), asks_role, threshold: AnonymityThreshold::LOWEST };
    Draft::new(QUESTIONS.clone(), round)
}

fn response(id: u64, role: Option<Role>, answers: [Option<u64>; 3]) -> Response {
    let answer = |number| match number {
        9 => Answer::DontKnow,
        number => Answer::Level(QUESTIONS.scale().level(number).expect("a level")),
    };
    let answers = answers.map(|number| number.map(answer)).to_vec();
    Response::new(&QUESTIONS, code(), ResponseId::from_random(id), role, answers).expect("an answer to each")
}

/// A response that differs by its number, without a role or with the one that the number gives.
fn numbered(id: u64, asks_role: bool) -> Response {
    let role = if id.is_multiple_of(2) { Role::Executive } else { Role::NonExecutive };
    response(id, asks_role.then_some(role), [Some(id % 5), Some(9), (!id.is_multiple_of(3)).then_some(4)])
}

fn load(draft: &mut Draft, ids: std::ops::Range<u64>) {
    for id in ids {
        let response = numbered(id, draft.round().asks_role);
        assert_eq!(draft.add(response), Loaded::Added);
    }
}

fn file(draft: Draft) -> RoundFile {
    RoundFile {
        name: "Board of spring\n\"two\" </script> 🙂".to_owned(),
        board_size: Some(14),
        is_rehearsal: false,
        draft,
        agenda: Some(vec![
            AgendaLine::Indicator(QUESTIONS.indicator_at(2).expect("it is there")),
            AgendaLine::Own("What to do first".to_owned()),
            AgendaLine::Indicator(QUESTIONS.indicator_at(0).expect("it is there")),
        ]),
        paper: PaperWords {
            title: "Title".to_owned(),
            meeting: "Meeting".to_owned(),
            purpose: "Purpose".to_owned(),
            recommendation: "Line one\nline two".to_owned(),
        },
    }
}

/// Twelve counted, and three late, with roles.
fn by_role() -> RoundFile {
    let mut draft = draft(true);
    load(&mut draft, 0..12);
    assert_eq!(draft.close(), Closing::Shown);
    load(&mut draft, 12..15);
    file(draft)
}

/// Nine counted, and so many late that only their sums are kept, without roles.
fn summed() -> RoundFile {
    let mut draft = draft(false);
    load(&mut draft, 0..9);
    assert_eq!(draft.close(), Closing::Shown);
    load(&mut draft, 9..10 + 9 + MOST_KEPT_WHOLE as u64);
    assert!(!draft.keeps_whole());
    file(draft)
}

fn read(text: &str) -> Result<RoundFile, RoundFileProblem> {
    read_round(text, &QUESTIONS)
}

fn write(file: &RoundFile) -> String {
    write_round(file, &QUESTIONS)
}

// What comes back

#[track_caller]
fn assert_comes_back(file: &RoundFile) {
    let text = write(file);
    assert!(!text.contains('\n'), "one line");
    let again = read(&text).expect("it was written");
    assert!(again == *file, "{text}");
    assert_eq!(write(&again), text);
    assert_eq!(again.draft.picture(), file.draft.picture());
    assert_eq!(again.draft.responses(), file.draft.responses());
    assert_eq!(again.draft.counted_responses(), file.draft.counted_responses());
    assert_eq!(again.draft.late_responses(), file.draft.late_responses());
    assert_eq!(again.draft.keeps_whole(), file.draft.keeps_whole());
    assert!(again.draft.removable_ids().eq(file.draft.removable_ids()));
    let (mut going_on, mut on_the_other) = (file.draft.clone(), again.draft);
    for id in 0..240 {
        let response = numbered(id, going_on.round().asks_role);
        assert_eq!(on_the_other.add(response.clone()), going_on.add(response), "{id}");
    }
    assert_eq!(on_the_other.close(), going_on.close());
    assert!(on_the_other == going_on);
}

#[test]
fn a_file_can_be_read_by_a_person() {
    let mut draft = draft(true);
    draft.add(response(1, Some(Role::Executive), [Some(3), Some(9), None]));
    let file = RoundFile {
        name: "Spring".to_owned(),
        board_size: None,
        is_rehearsal: true,
        draft,
        agenda: Some(vec![AgendaLine::Own("First".to_owned())]),
        paper: PaperWords::default(),
    };
    let expected = format!(
        concat!(
            r#"{{"product":"digital-leadership-check","round-file":1,"questionnaire":"{0}","name":"Spring","#,
            r#""board_size":null,"rehearsal":true,"round":"K7M-2QX","asks_role":true,"threshold":5,"#,
            r#""counted":null,"late":{{"responses":[{{"product":"digital-leadership-check","response":1,"#,
            r#""questionnaire":"{0}","round":"K7M-2QX","id":"000000000001","role":"executive","#,
            r#""answers":[3,"dont_know",null]}}]}},"agenda":[{{"own":"First"}}],"#,
            r#""paper":{{"title":"","meeting":"","purpose":"","recommendation":""}}}}"#
        ),
        QUESTIONS.fingerprint()
    );
    assert_eq!(write(&file), expected);
}

#[test]
fn the_samples_come_back() {
    assert_comes_back(&by_role());
    assert_comes_back(&summed());
    assert_comes_back(&RoundFile { agenda: None, board_size: Some(LARGEST_BOARD), ..by_role() });
}

#[test]
fn many_with_roles_come_back_whether_anything_was_counted_before_or_not() {
    let mut draft = draft(true);
    load(&mut draft, 0..230);
    assert_comes_back(&file(draft.clone()));
    assert_eq!(draft.close(), Closing::Shown);
    assert_comes_back(&file(draft.clone()));
    load(&mut draft, 1_000..1_230);
    assert_comes_back(&file(draft));
}

#[test]
fn a_large_board_fits() {
    let mut draft = draft(false);
    load(&mut draft, 0..u64::from(LARGEST_BOARD));
    let text = write(&file(draft));
    assert!(text.len() * 5 < LARGEST_ROUND, "{}", text.len());
    assert!(read(&text).is_ok());
}

#[test]
fn what_does_not_fit_into_a_text_is_left_out_when_it_is_written() {
    let name = "é".repeat(LONGEST_ROUND_NAME + 1);
    let mut file = RoundFile { name, ..by_role() };
    file.agenda = Some(vec![AgendaLine::Own("a\tb\r\nc\u{0}".to_owned())]);
    let again = read(&write(&file)).expect("it was written");
    assert_eq!(again.name, "é".repeat(LONGEST_ROUND_NAME));
    assert_eq!(again.agenda, Some(vec![AgendaLine::Own("a b\nc".to_owned())]));
}

#[test]
fn what_is_made_for_messages_has_no_answers() {
    let file = by_role();
    let told = format!("{file:?} {:?} {:?}", file.draft, numbered(1, true));
    for word in ["Level", "DontKnow", "levels", "dont_know", "answers", "xecutive", "Board of"] {
        assert!(!told.contains(word), "{word}: {told}");
    }
}

#[derive(Clone, Debug)]
enum Event {
    Add(u64, Role, [Option<u64>; 3]),
    Replace(u64, Role, [Option<u64>; 3]),
    Remove(u64),
    Close,
}

fn some_event() -> impl Strategy<Value = Event> {
    let answers = || {
        let answer = prop_oneof![6 => (0..5u64).prop_map(Some), 1 => Just(Some(9)), 1 => Just(None)];
        prop::array::uniform3(answer)
    };
    let role = || select(vec![Role::Executive, Role::NonExecutive]);
    prop_oneof![
        12 => (0..60u64, role(), answers()).prop_map(|(id, role, answers)| Event::Add(id, role, answers)),
        1 => (0..60u64, role(), answers()).prop_map(|(id, role, answers)| Event::Replace(id, role, answers)),
        1 => (0..60u64).prop_map(Event::Remove),
        2 => Just(Event::Close),
    ]
}

fn happen(draft: &mut Draft, event: Event) {
    match event {
        Event::Add(id, role, answers) => drop(draft.add(response(id, Some(role), answers))),
        Event::Replace(id, role, answers) => drop(draft.replace(response(id, Some(role), answers))),
        Event::Remove(id) => drop(draft.remove(ResponseId::from_random(id))),
        Event::Close => drop(draft.close()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_done_comes_back(
        asks_role in any::<bool>(),
        events in prop::collection::vec(some_event(), 0..120),
    ) {
        let mut draft = draft(asks_role);
        events.into_iter().for_each(|event| happen(&mut draft, event));
        assert_comes_back(&file(draft));
    }
}

// What is refused

#[test]
fn what_breaks_off_is_refused_wherever() {
    let text = write(&by_role());
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        let problem = read(&text[..end]).expect_err("it breaks off");
        assert!(matches!(problem, RoundFileProblem::NotJson { line: 0..=1, .. }), "{end}: {problem:?}");
    }
}

#[test]
fn what_is_no_round_is_refused_with_its_reason_and_place() {
    let text = write(&by_role());
    let problem = |before: &str, after: &str| {
        assert!(text.contains(before), "{before}");
        read(&text.replacen(before, after, 1)).expect_err("no round")
    };
    let column = text.find(r#""name""#).expect("it has a name") + 7;
    assert_eq!(problem(r#""name":"#, r#""name""#), RoundFileProblem::NotJson { line: 1, column });
    assert_eq!(problem("digital-leadership-check", "other"), RoundFileProblem::NotARound);
    assert_eq!(problem(r#""round-file":1"#, r#""round-file":2"#), RoundFileProblem::Newer);
    assert_eq!(problem(r#""round-file":1"#, r#""round-file":0"#), RoundFileProblem::NotARound);
    assert_eq!(problem(r#""round-file":1"#, r#""response":1"#), RoundFileProblem::NotARound);
    assert_eq!(problem(r#""name":"#, r#""name":"","name":"#), RoundFileProblem::NotARound, "a name twice");
    assert_eq!(read_round(&text, &questionnaire(6)).err(), Some(RoundFileProblem::OtherQuestions));
    assert_eq!(read("[]").err(), Some(RoundFileProblem::NotARound));
    assert_eq!(read(&write_response(&numbered(1, false))).err(), Some(RoundFileProblem::NotARound));
    assert_eq!(read(&(text + &" ".repeat(LARGEST_ROUND))).err(), Some(RoundFileProblem::TooLarge));
}

/// The file with one value changed; `place` is a JSON pointer.
fn with(file: &RoundFile, place: &str, value: Value) -> String {
    let mut document = document(file);
    *document.pointer_mut(place).unwrap_or_else(|| panic!("{place} is not there")) = value;
    document.to_string()
}

fn document(file: &RoundFile) -> Value {
    serde_json::from_str(&write(file)).expect("it was written")
}

#[track_caller]
fn assert_damaged(file: &RoundFile, part: RoundPart, changes: &[(&str, Value)]) {
    for (place, value) in changes {
        let problem = read(&with(file, place, value.clone())).err();
        assert_eq!(problem, Some(RoundFileProblem::Damaged { part }), "{place} {value}");
    }
}

#[test]
fn texts_and_settings_that_cannot_be_are_damaged() {
    let file = by_role();
    let long = |longest: usize| json!("x".repeat(longest + 1));
    let texts = [json!(3), json!("a\tb"), json!("a\u{0}"), json!("\r\n"), json!("\u{85}")];
    assert_damaged(&file, RoundPart::Name, &texts.clone().map(|text| ("/name", text)));
    assert_damaged(&file, RoundPart::Name, &[("/name", long(LONGEST_ROUND_NAME))]);
    let sizes = [json!(0), json!(LARGEST_BOARD + 1), json!(-1), json!(14.5), json!("14")];
    assert_damaged(&file, RoundPart::BoardSize, &sizes.map(|size| ("/board_size", size)));
    assert_damaged(&file, RoundPart::Rehearsal, &[("/rehearsal", json!(1))]);
    assert_damaged(&file, RoundPart::Roles, &[("/asks_role", json!("true"))]);
    assert_damaged(
        &file,
        RoundPart::Code,
        &["K7M-2Q", "k7m-2qx", "K7M2QX"].map(|code| ("/round", code.into())),
    );
    let thresholds = [json!(4), json!(0), json!(null), json!(u64::MAX)];
    assert_damaged(&file, RoundPart::Threshold, &thresholds.map(|threshold| ("/threshold", threshold)));
    let lines = [long(LONGEST_AGENDA_LINE), json!("\u{7f}"), json!(null)];
    assert_damaged(&file, RoundPart::Agenda, &lines.map(|line| ("/agenda/1/own", line)));
    assert_damaged(
        &file,
        RoundPart::Agenda,
        &[
            ("/agenda/2/indicator", json!("indicator-1-0")),
            ("/agenda/2/indicator", json!("indicator-9-9")),
            ("/agenda/2", json!({})),
            ("/agenda/2", json!({ "own": "x", "indicator": "indicator-0-1" })),
            ("/agenda/2", json!({ "own": "x", "other": "y" })),
            ("/agenda", json!("none")),
        ],
    );
    let recommendation = "/paper/recommendation";
    assert_damaged(&file, RoundPart::Paper, &[(recommendation, long(LONGEST_RECOMMENDATION))]);
    assert_damaged(&file, RoundPart::Paper, &[(recommendation, json!("\t")), ("/paper", json!({}))]);
}

fn ids(sums: &Value) -> String {
    sums["ids"].as_str().expect("a text").to_owned()
}

/// The same ids with another first one.
fn with_first(ids: &str, first: &str) -> Value {
    json!(first.to_owned() + &ids[12..])
}

#[test]
fn counts_that_contradict_anything_are_damaged() {
    let file = by_role();
    let ids = ids(&document(&file)["counted"]);
    let levels = "/counted/counts/executive/0/levels";
    assert_damaged(
        &file,
        RoundPart::Counted,
        &[
            (levels, json!([6, 0, 0, 0])),
            (levels, json!([6, 0, 0, 0, 0, 0])),
            (levels, json!([7, 0, 0, 0, 0])),
            (levels, json!([-1, 7, 0, 0, 0])),
            (levels, json!([u32::MAX, u32::MAX, 8, 0, 0])),
            ("/counted/counts/executive/1/dont_know", json!(5)),
            ("/counted/counts/executive/2/unanswered", json!(99)),
            ("/counted/counts/executive/0/indicator", json!("indicator-0-1")),
            ("/counted/counts/executive", json!([])),
            ("/counted/counts/non_executive", json!(null)),
            ("/counted/ids", with_first(&ids, "000000000001")),
            ("/counted/ids", with_first(&ids, "00000000000A")),
            ("/counted/ids", with_first(&ids, "7")),
            ("/counted/ids", with_first(&ids, "")),
            ("/counted/ids", json!("")),
            ("/counted/ids", json!([])),
            ("/counted", json!({})),
        ],
    );
    // As many in each indicator, but with another number of executives in one of them.
    let mut moved = document(&file);
    moved["counted"]["counts"]["executive"][1]["dont_know"] = json!(7);
    moved["counted"]["counts"]["non_executive"][1]["dont_know"] = json!(5);
    let problem = Some(RoundFileProblem::Damaged { part: RoundPart::Counted });
    assert_eq!(read(&moved.to_string()).err(), problem);
    // Roles in a round that does not ask, and none in one that does.
    assert_eq!(read(&with(&file, "/asks_role", json!(false))).err(), problem);
    assert_eq!(read(&with(&summed(), "/asks_role", json!(true))).err(), problem);
    // Fewer than would have been shown.
    assert_eq!(read(&with(&file, "/threshold", json!(13))).err(), problem);
}

#[test]
fn late_responses_that_contradict_anything_are_damaged() {
    let file = by_role();
    let another = document(&file)["late"]["responses"][0].clone();
    assert_damaged(
        &file,
        RoundPart::Late,
        &[
            ("/late/responses/0/round", json!("K7M-2QY")),
            ("/late/responses/0/role", json!("chair")),
            ("/late/responses/0/questionnaire", json!("0000000000000000")),
            ("/late/responses/0/answers", json!([5, null, null])),
            ("/late/responses/0/answers", json!([null, null])),
            ("/late/responses/1", another),
            ("/late/responses/1/id", json!("000000000003")),
            ("/late/responses", json!({})),
            ("/late", json!({})),
            ("/late", json!(null)),
            ("/late", json!([])),
        ],
    );
    let problem = Some(RoundFileProblem::Damaged { part: RoundPart::Late });
    let mut without_role = document(&file);
    without_role["late"]["responses"][0].as_object_mut().expect("a response").remove("role");
    assert_eq!(read(&without_role.to_string()).err(), problem);
    let mut roleless = draft(false);
    load(&mut roleless, 0..3);
    let roleless = self::file(roleless);
    let mut with_role = document(&roleless)["late"]["responses"][0].clone();
    with_role["role"] = json!("executive");
    assert_damaged(&roleless, RoundPart::Late, &[("/late/responses/0", with_role)]);
    let mut many = document(&file);
    let of_id = |id: u64| serde_json::from_str::<Value>(&write_response(&numbered(id, true))).expect("JSON");
    many["late"]["responses"] = (1_000..1_001 + MOST_KEPT_WHOLE as u64).map(of_id).collect();
    assert_eq!(read(&many.to_string()).err(), problem);
}

#[test]
fn sums_that_contradict_anything_are_damaged() {
    let file = summed();
    let late = document(&file)["late"].clone();
    let counted = document(&file)["counted"].clone();
    let levels = |late: &Value| late["counts"]["everybody"][0]["levels"].clone();
    // As many answers, but fewer of one level than were counted.
    let mut fewer = levels(&late);
    let moved = fewer[0].as_u64().expect("a count");
    fewer[1] = json!(fewer[1].as_u64().expect("a count") + moved);
    fewer[0] = json!(0);
    let first_counted = ids(&counted)[..12].to_owned();
    let counted_too = with_first(&ids(&late), &first_counted);
    let twice = with_first(&ids(&late), &ids(&late)[13..25]);
    assert_damaged(
        &file,
        RoundPart::Late,
        &[
            ("/late/counts/everybody/0/levels", fewer),
            ("/late/counts/everybody/0/levels/0", json!(moved + 1)),
            ("/late/ids", counted_too),
            ("/late/ids", twice),
            ("/late/counts", counted["counts"].clone()),
            ("/late", json!({ "ids": "", "counts": counted["counts"] })),
            ("/counted", json!(null)),
        ],
    );
}

#[test]
fn what_no_round_has_is_refused_wherever_it_stands() {
    let places = [
        ("", RoundPart::Unknown),
        ("/counted", RoundPart::Counted),
        ("/counted/counts", RoundPart::Counted),
        ("/counted/counts/executive/1", RoundPart::Counted),
        ("/late", RoundPart::Late),
        ("/late/responses/0", RoundPart::Late),
        ("/agenda/0", RoundPart::Agenda),
        ("/paper", RoundPart::Paper),
    ];
    for (place, part) in places {
        let mut document = document(&by_role());
        let object = document.pointer_mut(place).and_then(Value::as_object_mut);
        object.unwrap_or_else(|| panic!("{place} is not there")).insert("note".to_owned(), json!(""));
        assert_eq!(read(&document.to_string()).err(), Some(RoundFileProblem::Damaged { part }), "{place}");
    }
}

#[test]
fn nothing_may_be_missing() {
    let document = document(&by_role());
    for name in document.as_object().expect("an object").keys() {
        let mut without = document.clone();
        without.as_object_mut().expect("an object").remove(name);
        let problem = read(&without.to_string()).expect_err("something is missing");
        let is_kind = name == "product" || name == "round-file";
        assert_eq!(problem == RoundFileProblem::NotARound, is_kind, "{name}: {problem:?}");
    }
}
