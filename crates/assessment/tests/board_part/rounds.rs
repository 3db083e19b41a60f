//! A round is set up, resumed, handed on and deleted.

use crate::device::{
    Device, Fault, Part, SAMPLE, code, downloaded, focus, questionnaire, response, round_code, said, settings,
};
use assessment::app::Keeping;
use assessment::board::{
    LONGEST_AGENDA_LINE, LONGEST_MEETING, LONGEST_PAPER_TITLE, LONGEST_PURPOSE, LONGEST_RECOMMENDATION,
    LONGEST_ROUND_NAME, RoundFileProblem, read_round,
};
use assessment::board_app::view::{self, LineView, RoundView};
use assessment::board_app::{
    Copied, Door, Effect, Field, FileKind, FocusTarget, Message, Notice, Problem, Screen, Settings,
};
use assessment::text::BoardKey;
use proptest::prelude::*;

fn set_up(part: &mut Part) -> Vec<Effect> {
    part.send(Message::RoundSetUp { random: crate::device::ROUND })
}

// Setting up

#[test]
fn at_first_there_is_no_round() {
    let part = Part::combine(&Device::new());
    assert_eq!(view::round(&part.model), RoundView::None { is_discarded: false });
    assert_eq!(part.model.notice(), None);
}

#[test]
fn everything_that_is_wrong_in_the_form_is_told_at_once_and_kept_as_typed() {
    let device = Device::new();
    let mut part = Part::combine(&device);
    part.fill_in("  ", "many", true, "4");
    let effects = set_up(&mut part);
    let problems = [Problem::NameMissing, Problem::BoardSizeWrong, Problem::ThresholdWrong];
    assert_eq!(part.model.problems(), problems);
    assert_eq!(focus(&effects), Some(FocusTarget::ErrorSummary));
    let form = view::set_up(&part.model);
    assert_eq!((form.name.as_str(), form.board_size.as_str(), form.threshold.as_str()), ("  ", "many", "4"));
    assert!(form.asks_role && !form.is_told);
    assert!(device.is_empty());
    assert!(!part.has_round());
}

#[test]
fn each_field_that_is_wrong_is_told() {
    for (name, size, threshold, problem) in [
        ("", "14", "5", Problem::NameMissing),
        ("\u{0}\t", "14", "5", Problem::NameMissing),
        ("Spring", "0", "5", Problem::BoardSizeWrong),
        ("Spring", "-3", "5", Problem::BoardSizeWrong),
        ("Spring", "100001", "5", Problem::BoardSizeWrong),
        ("Spring", "99999999999", "5", Problem::BoardSizeWrong),
        ("Spring", "14", "", Problem::ThresholdWrong),
        ("Spring", "14", "five", Problem::ThresholdWrong),
        ("Spring", "", "100001", Problem::ThresholdWrong),
        ("Spring", "14", "15", Problem::ThresholdAboveBoard),
        ("Spring", "4", "5", Problem::ThresholdAboveBoard),
    ] {
        let mut part = Part::combine(&Device::new());
        part.fill_in(name, size, false, threshold);
        set_up(&mut part);
        assert_eq!(part.model.problems(), [problem], "{name:?} {size:?} {threshold:?}");
        assert!(!part.has_round());
    }
}

#[test]
fn every_problem_has_words_of_its_own_and_leads_to_its_field() {
    let mut part = Part::combine(&Device::new());
    part.fill_in("", "x", false, "x");
    set_up(&mut part);
    for (field, key) in [
        (Field::Name, BoardKey::ErrorName),
        (Field::BoardSize, BoardKey::ErrorBoardSize),
        (Field::Threshold, BoardKey::ErrorThreshold),
    ] {
        let problem = part.model.problem_of(field).expect("it is wrong").clone();
        assert_eq!(view::explain(&part.model, &problem), said(key, &[]));
        let effects = part.send(Message::ErrorFollowed(field));
        assert_eq!(focus(&effects), Some(FocusTarget::Field(field)));
    }
}

#[test]
fn a_round_that_is_set_up_is_stored_and_leads_to_the_invitation() {
    let device = Device::new();
    let mut part = Part::combine(&device);
    part.fill_in(" Spring ", " 14 ", false, " 6 ");
    set_up(&mut part);
    assert_eq!(part.model.screen(), Screen::Invite);
    let stored = read_round(&device.round().expect("it is stored"), &SAMPLE).expect("it is a round");
    assert_eq!((stored.name.as_str(), stored.board_size), ("Spring", Some(14)));
    assert_eq!(stored.draft.round().threshold.responses(), 6);
    assert_eq!((stored.draft.round().code, stored.draft.round().asks_role), (round_code(), false));
}

#[test]
fn a_board_may_be_set_up_without_its_size() {
    let mut part = Part::combine(&Device::new());
    part.fill_in("Spring", " ", false, "5");
    set_up(&mut part);
    assert_eq!(part.open_round().responses, said(BoardKey::Responses, &["0"]));
}

#[test]
fn the_ready_texts_bring_the_code_and_the_link() {
    for asks_role in [false, true] {
        let mut part = Part::combine(&Device::new());
        part.set_up(asks_role);
        let invite = view::invite(&part.model).expect("there is a round");
        let code = if asks_role { format!("role:{}", round_code()) } else { round_code().to_string() };
        assert_eq!(invite.code, code);
        assert_eq!(part.open_round().code, code, "whoever reads it out says what members type");
        let link = format!("https://intranet.example/check#round={code}");
        assert_eq!(invite.link.as_ref(), Some(&link));
        let texts: Vec<Copied> = invite.texts.iter().map(|text| text.what).collect();
        assert_eq!(texts, [Copied::Invitation, Copied::Reminder, Copied::ClosingNote]);
        let invitation = &invite.texts[0].text;
        assert!(invitation.contains(&link) && invitation.contains(&code), "{invitation}");
        assert_eq!(invitation.contains("text.role"), asks_role);
        for ready in &invite.texts {
            let effects = part.send(Message::TextCopyAsked(ready.what));
            assert_eq!(crate::device::copied(&effects), Some(ready.text.as_str()));
        }
        part.send(Message::CopyEnded { what: Copied::Reminder, is_copied: false });
        let copied = view::invite(&part.model).and_then(|invite| invite.copied);
        assert_eq!(copied, Some((Copied::Reminder, false)));
    }
}

#[test]
fn without_an_address_members_get_no_link() {
    let settings = Settings { address: String::new(), ..settings(Door::Combine) };
    let mut part = Part::open(&Device::new(), settings);
    part.set_up(false);
    let invite = view::invite(&part.model).expect("there is a round");
    assert_eq!(invite.link, None);
    assert!(invite.texts[0].text.contains("text.no_link"));
}

// Resuming and changing

#[test]
fn a_round_is_resumed_when_the_part_is_opened_again() {
    let device = Device::new();
    let mut part = Part::combine(&device);
    part.set_up(false);
    part.load(0..6, "0123");
    assert_eq!(Part::combine(&device).shown(), part.shown());
    part.close();
    part.load(6..9, "0123");
    let again = Part::combine(&device);
    assert_eq!((again.shown(), again.model.screen()), (part.shown(), Screen::Round));
}

#[test]
fn name_and_size_may_change_until_the_round_is_closed_and_then_only_the_name() {
    let device = Device::new();
    let mut part = Part::combine(&device);
    part.set_up(true);
    for (is_closed, told) in [(false, ["0", "12"]), (true, ["6", "12"])] {
        if is_closed {
            for id in 0..6 {
                part.send(Message::MarksRoleChosen(assessment::board::Role::Executive));
                part.send(Message::MarksTyped("0123".into()));
                part.send(Message::MarksAdded { random: id });
            }
            part.close();
        }
        part.ask(Screen::SetUp);
        assert!(view::set_up(&part.model).is_told);
        assert_eq!(view::set_up(&part.model).is_closed, is_closed);
        let (name, size) = if is_closed { ("Autumn", "13") } else { ("Summer", "12") };
        part.send(Message::NameTyped(name.into()));
        part.send(Message::BoardSizeTyped(size.into()));
        // What members were told cannot change, whatever is sent.
        part.send(Message::AsksRoleChosen(false));
        part.send(Message::ThresholdTyped("7".into()));
        set_up(&mut part);
        assert_eq!(part.model.screen(), Screen::Round);
        let round = part.open_round();
        assert_eq!((round.name.as_str(), round.responses), (name, said(BoardKey::ResponsesOf, &told)));
        let stored = read_round(&device.round().expect("stored"), &SAMPLE).expect("a round");
        assert!(stored.draft.round().asks_role);
        assert_eq!(stored.draft.round().threshold.responses(), 5);
        assert_eq!(Part::combine(&device).shown(), part.shown());
    }
}

#[test]
fn the_board_cannot_become_smaller_than_the_responses_that_are_in() {
    let mut part = Part::combine(&Device::new());
    part.set_up(false);
    part.load(0..7, "0123");
    for (size, problem) in [("6", Some(Problem::BoardBelowResponses(7))), ("7", None)] {
        part.ask(Screen::SetUp);
        part.send(Message::BoardSizeTyped(size.into()));
        set_up(&mut part);
        assert_eq!(part.model.problem_of(Field::BoardSize).cloned(), problem);
    }
    assert_eq!(part.open_round().responses, said(BoardKey::ResponsesOf, &["7", "7"]));
}

#[test]
fn a_size_that_no_closing_could_reach_is_told_at_the_field_that_is_there() {
    let mut part = Part::combine(&Device::new());
    part.set_up(false);
    part.ask(Screen::SetUp);
    part.send(Message::BoardSizeTyped("3".into()));
    set_up(&mut part);
    let fields: Vec<Field> = part.model.problems().iter().map(Problem::field).collect();
    assert_eq!(fields, [Field::BoardSize]);
}

#[test]
fn another_round_cannot_be_begun_while_there_is_one() {
    let device = Device::new();
    let mut other = Part::combine(&Device::new());
    other.set_up(true);
    let file = other.download();
    let mut part = Part::combine(&device);
    part.set_up(false);
    let before = (part.shown(), device.texts());
    part.send(Message::RehearsalAsked);
    part.open_file(&file);
    assert_eq!((part.shown(), device.texts()), before);
}

// Handing on

#[test]
fn a_downloaded_round_goes_on_identically_on_another_device() {
    type Step = fn(&mut Part);
    let steps: [Step; 6] = [
        |part| part.set_up(false),
        |part| part.load(0..8, "0123"),
        |part| drop(part.close()),
        |part| part.load(8..10, "4321"),
        |part| {
            part.send(Message::AgendaDropped(0));
            part.send(Message::AgendaLineTyped("Mine".into()));
            part.send(Message::AgendaLineAdded);
        },
        |part| drop(part.send(Message::MeetingTyped("In May".into()))),
    ];
    for before in 1..=steps.len() {
        let mut part = Part::combine(&Device::new());
        steps[..before].iter().for_each(|step| step(&mut part));
        let device = Device::new();
        let mut other = Part::combine(&device);
        other.open_file(&part.download());
        assert!(other.open_round().is_downloaded, "the file is still there");
        for step in &steps[before..] {
            assert_eq!(other.shown(), part.shown(), "before step {before}");
            step(&mut part);
            step(&mut other);
        }
        assert_eq!(other.shown(), part.shown());
        assert_eq!(other.download(), part.download());
        assert_eq!(Part::combine(&device).shown(), part.shown(), "and it is stored there");
    }
}

#[test]
fn a_round_is_told_to_be_downloaded_until_it_changes() {
    let mut part = Part::combine(&Device::new());
    part.set_up(false);
    assert!(!part.open_round().is_downloaded);
    part.download();
    assert!(part.open_round().is_downloaded);
    part.load(0..1, "0123");
    assert!(!part.open_round().is_downloaded);
}

#[test]
fn a_file_that_is_no_round_is_told_and_changes_nothing() {
    let mut source = Part::combine(&Device::new());
    source.set_up(false);
    source.load(0..6, "0123");
    let file = source.download();
    let device = Device::new();
    let mut part = Part::combine(&device);
    for end in (0..file.len()).filter(|end| file.is_char_boundary(*end)) {
        let effects = part.open_file(&file[..end]);
        let told = matches!(
            part.model.problems(),
            [Problem::RoundFile { file, problem: RoundFileProblem::NotJson { .. } }] if file == "round.json"
        );
        assert!(told, "{:?}", part.model.problems());
        assert_eq!(focus(&effects), Some(FocusTarget::ErrorSummary));
        assert!(device.is_empty() && !part.has_round());
    }
    part.open_file(&file);
    assert!(part.model.problems().is_empty() && part.has_round());
}

#[test]
fn each_kind_of_wrong_file_is_told_in_its_own_words() {
    let mut source = Part::combine(&Device::new());
    source.set_up(false);
    let file = source.download();
    let damaged = file.replacen("\"threshold\":5", "\"threshold\":4", 1);
    let newer = file.replacen("\"round-file\":1", "\"round-file\":2", 1);
    let many = questionnaire(&[3]);
    let mut other = Part::open_of(&many, &Device::new(), settings(Door::Combine));
    other.set_up(false);
    let other_questions = other.download();
    let response = assessment::board::write_response(&response(1, "0123"));
    let cases = [
        (Ok("{".to_owned()), said(BoardKey::ErrorFileDamagedAt, &["a.json", "1", "1"])),
        (Ok(damaged), said(BoardKey::ErrorFileDamaged, &["a.json", "threshold"])),
        (Ok(newer), said(BoardKey::ErrorFileNewer, &["a.json"])),
        (Ok(other_questions), said(BoardKey::ErrorFileOtherQuestions, &["a.json"])),
        (Ok(response), said(BoardKey::ErrorFileOther, &["a.json"])),
        (Ok(" ".repeat(10_000_001)), said(BoardKey::ErrorFileTooLarge, &["a.json"])),
        (Err(RoundFileProblem::TooLarge), said(BoardKey::ErrorFileTooLarge, &["a.json"])),
        (Err(RoundFileProblem::Unreadable), said(BoardKey::ErrorFileUnreadable, &["a.json"])),
    ];
    for (text, told) in cases {
        let mut part = Part::combine(&Device::new());
        part.send(Message::RoundFileChosen { file: "a.json".into(), text });
        let problem = part.model.problem_of(Field::RoundFile).expect("it is told").clone();
        assert_eq!(view::explain(&part.model, &problem), told);
        assert!(!part.has_round());
    }
}

// A stored round that cannot be read

const UNREADABLE: &str = "{\"product\":\"digital-leadership-check\",\"round-file\":99}\r\n\u{0}é";

fn unreadable() -> (Device, Part) {
    let device = Device::new();
    device.plant_round(UNREADABLE);
    let part = Part::combine(&device);
    (device, part)
}

#[test]
fn that_a_stored_round_cannot_be_read_is_told() {
    let (_, part) = unreadable();
    assert_eq!(view::round(&part.model), RoundView::Unreadable);
    assert_eq!(part.model.notice(), Some(Notice::Unreadable));
}

#[test]
fn a_stored_round_that_cannot_be_read_is_never_overwritten() {
    let mut source = Part::combine(&Device::new());
    source.set_up(false);
    let file = source.download();
    type Step = Box<dyn Fn(&mut Part)>;
    let steps: [Step; 5] = [
        Box::new(|part| {
            part.fill_in("Spring", "14", false, "5");
            set_up(part);
        }),
        Box::new(|part| drop(part.send(Message::RehearsalAsked))),
        Box::new(move |part| drop(part.open_file(&file))),
        Box::new(|part| drop(part.read_files(&[&code(&response(1, "0123"))]))),
        Box::new(|part| drop(part.close())),
    ];
    for step in steps {
        let (device, mut part) = unreadable();
        step(&mut part);
        assert_eq!(device.round().as_deref(), Some(UNREADABLE));
        assert_eq!(view::round(&part.model), RoundView::Unreadable);
    }
}

#[test]
fn a_stored_round_that_cannot_be_read_can_be_downloaded_byte_for_byte() {
    let (_, mut part) = unreadable();
    let effects = part.send(Message::UnreadableDownloadAsked);
    assert_eq!(downloaded(&effects, FileKind::Unreadable).as_deref(), Some(UNREADABLE));
}

#[test]
fn once_it_is_deleted_another_round_can_be_begun() {
    let (device, mut part) = unreadable();
    part.ask(Screen::Discard);
    assert_eq!(part.model.screen(), Screen::Discard);
    part.send(Message::DiscardConfirmed);
    assert!(device.is_empty());
    assert_eq!(part.model.notice(), None);
    part.set_up(false);
    assert_eq!(Part::combine(&device).shown(), part.shown());
}

// Deleting

#[test]
fn a_deleted_round_is_off_the_device_and_that_is_said_until_something_else_is_done() {
    let device = Device::new();
    let mut part = Part::combine(&device);
    part.set_up(false);
    part.load(0..6, "0123");
    part.ask(Screen::Discard);
    part.send(Message::DiscardConfirmed);
    assert!(device.is_empty());
    assert_eq!(view::round(&part.model), RoundView::None { is_discarded: true });
    assert_eq!(part.model.screen(), Screen::Round);
    part.ask(Screen::SetUp);
    assert_eq!(view::set_up(&part.model).name, "", "nothing of it is left in the form");
    part.ask(Screen::Round);
    assert_eq!(view::round(&part.model), RoundView::None { is_discarded: false });
}

#[test]
fn a_round_that_could_not_be_removed_is_not_said_to_be_deleted() {
    let device = Device::new();
    let mut part = Part::combine(&device);
    part.set_up(false);
    device.break_with(Fault::Sticking);
    part.send(Message::DiscardConfirmed);
    assert_eq!(part.model.notice(), Some(Notice::RemoveFailing));
    assert_eq!(view::round(&part.model), RoundView::None { is_discarded: false });
}

#[test]
fn that_a_round_could_not_be_removed_is_told_only_while_it_is_still_there() {
    let device = Device::new();
    let mut part = Part::combine(&device);
    part.set_up(false);
    device.break_with(Fault::Sticking);
    part.send(Message::DiscardConfirmed);
    part.set_up(true);
    assert_eq!(part.model.notice(), None, "the new round stands in its place");
    part.send(Message::DiscardConfirmed);
    assert_eq!(part.model.notice(), Some(Notice::RemoveFailing));
    device.mend();
    part.set_up(false);
    part.send(Message::DiscardConfirmed);
    assert_eq!(part.model.notice(), None);
    assert!(device.is_empty());
}

#[test]
fn a_round_from_the_store_is_removed_from_it_by_whoever_keeps_nothing() {
    let device = Device::new();
    Part::combine(&device).set_up(false);
    let keeping = Keeping::MemoryByChoice;
    let mut part = Part::open(&device, Settings { keeping, ..settings(Door::Combine) });
    part.send(Message::DiscardConfirmed);
    assert!(device.is_empty());
}

// The rehearsal

#[test]
fn a_rehearsal_is_closed_and_shown_at_once_and_stored_as_one() {
    let device = Device::new();
    let mut part = Part::combine(&device);
    part.send(Message::RehearsalAsked);
    assert_eq!(part.model.screen(), Screen::Picture);
    assert!(part.open_round().is_rehearsal && part.open_round().is_closed);
    assert_eq!(part.open_round().name, said(BoardKey::RehearsalName, &[]));
    let again = Part::combine(&device);
    assert!(again.model.is_rehearsal());
    assert_eq!(again.shown(), part.shown());
}

// Whatever is typed

/// What was typed, from the round as it is open.
fn typed(part: &Part) -> [String; 6] {
    let paper = view::paper_words(&part.model);
    let agenda = view::conversation(&part.model).map(|agenda| agenda.lines).unwrap_or_default();
    let own: Vec<LineView> = agenda.into_iter().filter(|line| line.reason.is_none()).collect();
    let own = own.into_iter().map(|line| line.title).collect::<Vec<_>>().join("|");
    [part.open_round().name, own, paper.title, paper.meeting, paper.purpose, paper.recommendation]
}

fn type_all(part: &mut Part, texts: &[String; 6]) {
    let [name, line, title, meeting, purpose, recommendation] = texts.clone();
    part.ask(Screen::SetUp);
    part.send(Message::NameTyped(name));
    set_up(part);
    part.ask(Screen::Conversation);
    part.send(Message::AgendaLineTyped(line));
    part.send(Message::AgendaLineAdded);
    part.ask(Screen::Paper);
    part.send(Message::PaperTitleTyped(title));
    part.send(Message::MeetingTyped(meeting));
    part.send(Message::PurposeTyped(purpose));
    part.send(Message::RecommendationTyped(recommendation));
}

/// A closed round of which nothing stands out, so that the agenda is what is typed.
fn closed(device: &Device) -> Part {
    let mut part = Part::combine(device);
    part.set_up(false);
    part.load(0..8, "2222");
    part.close();
    part
}

#[test]
fn what_is_typed_comes_back_after_reopening_as_far_as_a_file_can_hold_it() {
    let device = Device::new();
    let mut part = closed(&device);
    let text = |beginning: &str| format!("{beginning}\tone\r\ntwo\u{0} \u{1f} \"three\" </script> 🙂 é");
    let texts = ["a", "b", "c", "d", "e", "f"].map(text);
    type_all(&mut part, &texts);
    let expected = ["a", "b", "c", "d", "e", "f"]
        .map(|beginning| format!("{beginning} one\ntwo  \"three\" </script> 🙂 é"));
    assert_eq!(typed(&part), expected);
    assert_eq!(typed(&Part::combine(&device)), expected);
}

#[test]
fn what_is_too_long_is_cut_where_it_is_typed_and_not_only_where_it_is_stored() {
    let device = Device::new();
    let mut part = closed(&device);
    type_all(&mut part, &std::array::from_fn(|_| "🙂".repeat(5_000)));
    let longest = [
        LONGEST_ROUND_NAME,
        LONGEST_AGENDA_LINE,
        LONGEST_PAPER_TITLE,
        LONGEST_MEETING,
        LONGEST_PURPOSE,
        LONGEST_RECOMMENDATION,
    ];
    assert_eq!(typed(&part).map(|text| text.chars().count()), longest);
    assert_eq!(typed(&Part::combine(&device)), typed(&part));
}

/// Any text, and often one that is hard to keep.
fn some_text() -> impl Strategy<Value = String> {
    let hard = prop::sample::select(vec![
        '\t',
        '\r',
        '\n',
        '\u{0}',
        '\u{1b}',
        '\u{7f}',
        '\u{85}',
        '\u{2028}',
        '\u{feff}',
        '\u{202e}',
        '"',
        '\\',
        ' ',
        '🙂',
        '\u{10ffff}',
        '{',
        '<',
    ]);
    let character = prop_oneof![1 => any::<char>(), 1 => hard];
    prop_oneof![
        6 => prop::collection::vec(character.clone(), 0..20),
        1 => prop::collection::vec(character, 0..2_500),
    ]
    .prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_is_typed_makes_the_stored_round_unreadable(
        texts in prop::collection::vec(some_text(), 6),
    ) {
        let device = Device::new();
        let mut part = closed(&device);
        let texts: [String; 6] = texts.try_into().expect("six");
        type_all(&mut part, &texts);
        let again = Part::combine(&device);
        prop_assert!(again.has_round());
        prop_assert_eq!(typed(&again), typed(&part));
        prop_assert_eq!(again.shown(), part.shown());
        let mut elsewhere = Part::combine(&Device::new());
        elsewhere.open_file(&part.download());
        prop_assert_eq!(elsewhere.shown(), part.shown());
    }
}
