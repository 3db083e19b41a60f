//! Responses come in.

use crate::device::{
    Device, Part, SAMPLE, answers, code, focus, lines_of, questionnaire, response, response_of, round_code,
    said,
};
use assessment::board::{
    MOST_KEPT_WHOLE, MarksProblem, Response, ResponseId, Role, RoundCode, read_round, write_code,
    write_response,
};
use assessment::board_app::view::{self, LogGroup};
use assessment::board_app::{Effect, FocusTarget, Message, Problem, Screen, Source};
use assessment::text::BoardKey;
use proptest::prelude::*;

fn with_round(device: &Device, asks_role: bool) -> Part {
    let mut part = Part::combine(device);
    part.set_up(asks_role);
    part
}

fn part() -> Part {
    with_round(&Device::new(), false)
}

fn of_other_round(id: u64) -> Response {
    let round = RoundCode::from_random(78);
    Response::new(&SAMPLE, round, ResponseId::from_random(id), None, answers("0123")).expect("an answer each")
}

/// What was not taken and what was: where it came from and what became of it.
fn log(part: &Part) -> [Vec<(String, String)>; 2] {
    let groups = part.groups();
    let lines = |is_wrong: bool| {
        let groups = groups.iter().filter(move |group| group.is_wrong == is_wrong);
        let lines = groups.flat_map(|group| group.lines.iter());
        lines.map(|line| (line.source.clone(), line.outcome.clone())).collect()
    };
    [lines(true), lines(false)]
}

fn pasted_line(line: usize) -> String {
    said(BoardKey::SourcePasted, &[&line.to_string()])
}

fn in_file(file: usize, line: usize) -> String {
    match line {
        1 => said(BoardKey::SourceFile, &[&file.to_string()]),
        _ => said(BoardKey::SourceFileLine, &[&file.to_string(), &line.to_string()]),
    }
}

fn slice(file: usize, first_line: usize, text: &str, is_last: bool) -> Message {
    Message::SliceRead { file, first_line, text: Some(text.to_owned()), is_last }
}

// The ways in

#[test]
fn files_lines_codes_and_paper_rows_all_come_in() {
    let device = Device::new();
    let mut part = with_round(&device, false);
    part.read_files(&[&write_response(&response(1, "0123")), &lines_of(2..5, "4444")]);
    assert_eq!(part.responses(), 4);
    part.paste(&format!("{}\n\n{}\n", code(&response(5, "?---")), code(&response(6, "0123"))));
    assert_eq!(part.responses(), 6);
    part.send(Message::MarksTyped(" 01 ?- ".into()));
    part.send(Message::MarksAdded { random: 7 });
    assert_eq!(part.responses(), 7);
    let ids: Vec<ResponseId> = part.collect().removable.iter().map(|line| line.id).collect();
    assert_eq!(ids, (1..8).map(ResponseId::from_random).collect::<Vec<_>>());
    assert_eq!(Part::combine(&device).shown(), part.shown());
}

#[test]
fn a_response_may_be_pasted_as_the_text_of_its_file() {
    let mut part = part();
    let file = write_response(&response(1, "0123")).replace(',', ",\r\n  ");
    let effects = part.paste(&format!("\n{file}\n"));
    assert_eq!((part.responses(), part.pasted()), (1, String::new()));
    assert_eq!(focus(&effects), Some(FocusTarget::Log));
}

#[test]
fn what_became_of_each_is_told_in_groups_those_first_that_were_not_taken() {
    let mut part = part();
    part.load(0..5, "0123");
    part.close();
    part.load(10..11, "0123");
    let five_levels = questionnaire(&[3]);
    let answers = answers("012-")[..3].to_vec();
    let other_questions =
        Response::new(&five_levels, round_code(), ResponseId::from_random(1), None, answers).expect("three");
    let damaged = write_response(&response(12, "0123")).replace("[0,1,2,3]", "[0,1,2]");
    let newer = write_response(&response(12, "0123")).replace("\"response\":1", "\"response\":2");
    let mistyped = {
        let right = code(&response(12, "0123"));
        let symbol = if right.starts_with('0') { "1" } else { "0" };
        format!("{symbol}{}", &right[1..])
    };
    let pasted = [
        code(&response(11, "0123")),
        code(&response(10, "0123")),
        code(&response(10, "4444")),
        code(&response(3, "0123")),
        code(&of_other_round(1)),
        write_response(&other_questions),
        damaged,
        newer,
        "{\"answers\":".to_owned(),
        mistyped,
        "no code".to_owned(),
        code(&response(12, "0123"))[..20].to_owned(),
    ];
    part.paste(&pasted.join("\n"));
    let said = |line: usize, key, values: &[&str]| (pasted_line(line), said(key, values));
    let [wrong, settled] = log(&part);
    assert_eq!(
        settled,
        [said(1, BoardKey::OutcomeLate, &[]), said(2, BoardKey::OutcomeAlreadyIn, &[])],
        "those that were taken"
    );
    let other = RoundCode::from_random(78).to_string();
    assert_eq!(wrong[0], said(4, BoardKey::OutcomeCounted, &[]));
    assert_eq!(wrong[1], said(5, BoardKey::OutcomeOtherRound, &[&other]));
    assert_eq!(wrong[2], said(6, BoardKey::OutcomeOtherQuestions, &[]));
    assert_eq!(wrong[3], said(7, BoardKey::FileDamaged, &["answers"]));
    assert_eq!(wrong[4], said(8, BoardKey::FileNewer, &[]));
    assert_eq!(wrong[5], said(9, BoardKey::FileNotJson, &["9", "11"]));
    assert_eq!(wrong[6].0, pasted_line(10));
    assert!(wrong[6].1.starts_with("code.mistyped"), "{}", wrong[6].1);
    assert!(wrong[7].1.starts_with("code."), "{}", wrong[7].1);
    assert!(wrong[8].1.starts_with("code.length"), "{}", wrong[8].1);
    assert_eq!(wrong.len(), 9);
    let headings: Vec<(String, bool)> =
        part.groups().into_iter().map(|group| (group.heading, group.is_wrong)).collect();
    let heading = |key, count| crate::device::said(key, &[count]);
    assert_eq!(
        headings,
        [
            (heading(BoardKey::LogWrong, "9"), true),
            (heading(BoardKey::RoundLate, "1"), false),
            (heading(BoardKey::LogAlreadyIn, "1"), false),
        ]
    );
    assert_eq!(part.versions().len(), 1);
}

#[test]
fn of_more_than_a_thousand_each_kind_is_counted() {
    let mut part = part();
    let all = lines_of(0..1_100, "0123") + &lines_of(0..1_050, "0123") + &"no code\n".repeat(30);
    part.read_files(&[&all]);
    let headings: Vec<String> = part.groups().into_iter().map(|group| group.heading).collect();
    let heading = |key, count| said(key, &[count]);
    let expected = [
        heading(BoardKey::LogWrong, "30"),
        heading(BoardKey::LogAdded, "1,100"),
        heading(BoardKey::LogAlreadyIn, "1,050"),
    ];
    assert_eq!(headings, expected);
}

#[test]
fn without_the_role_that_the_round_asks_for_nothing_is_taken() {
    let mut part = with_round(&Device::new(), true);
    part.paste(&code(&response(1, "0123")));
    let [wrong, _] = log(&part);
    assert_eq!(wrong, [(pasted_line(1), said(BoardKey::OutcomeRoleMissing, &[]))]);
    part.paste(&code(&response_of(1, Some(Role::Executive), "0123")));
    assert_eq!(part.responses(), 1);
}

#[test]
fn an_empty_file_and_an_unreadable_one_are_told() {
    let mut part = part();
    part.ask(Screen::Collect);
    part.send(Message::ReadingBegun { files: 3 });
    part.send(slice(1, 1, " \n\n", true));
    part.send(Message::SliceRead { file: 2, first_line: 1, text: None, is_last: true });
    part.send(slice(3, 1, &write_response(&response(1, "0123")), true));
    part.send(Message::ReadingEnded);
    let [wrong, settled] = log(&part);
    let outcome = |file, key| (in_file(file, 1), said(key, &[]));
    assert_eq!(wrong, [outcome(1, BoardKey::OutcomeEmpty), outcome(2, BoardKey::OutcomeUnreadable)]);
    assert_eq!(settled, [outcome(3, BoardKey::OutcomeAdded)]);
}

#[test]
fn a_file_that_is_no_response_at_all_is_told_once_and_what_to_do() {
    let prose = "Dear colleague, thank you for your answers.\n\nSee you on Monday\nThanks\n";
    let pdf = "%PDF-1.4\n%\u{fffd}\u{fffd}\n[0 0 612 792]\n{\u{fffd}x\n\"endobj\n";
    let other = "{\"product\":\"something-else\"}";
    let csv = "\"Name\",\"Code\"\n\"Ada\",\"none\"\n";
    for text in [prose, pdf, other, csv, "{\\rtf1\\ansi Dear colleague}", "no code"] {
        let mut part = part();
        part.read_files(&[&lines_of(0..1, "0123"), text]);
        let [wrong, added] = log(&part);
        assert_eq!(wrong, [(in_file(2, 1), said(BoardKey::OutcomeNotAResponse, &[]))], "{text}");
        assert_eq!(added.len(), 1);
    }
}

#[test]
fn a_foreign_file_that_comes_in_slices_is_told_once() {
    let mut part = part();
    part.ask(Screen::Collect);
    part.send(Message::ReadingBegun { files: 2 });
    part.send(slice(1, 1, "\n", false));
    part.send(slice(1, 2, "Dear colleague,\n", false));
    part.send(slice(1, 3, "Thanks\n", false));
    part.send(slice(1, 4, "", true));
    part.send(slice(2, 1, "Thanks\n", false));
    part.send(slice(2, 2, &lines_of(0..2, "0123"), false));
    part.send(slice(2, 4, "no code\n", true));
    part.send(Message::ReadingEnded);
    let [wrong, added] = log(&part);
    let foreign = |file| (in_file(file, 1), said(BoardKey::OutcomeNotAResponse, &[]));
    assert_eq!(wrong[0], foreign(1));
    assert_eq!(
        (wrong.len(), wrong[1].0.clone()),
        (2, in_file(2, 4)),
        "a greeting above responses is no fault"
    );
    assert!(wrong[1].1.starts_with("code."), "it stands below responses: {}", wrong[1].1);
    assert_eq!(added.len(), 2);
}

#[test]
fn a_damaged_code_is_told_as_one_wherever_it_comes_from() {
    let code = code(&response(1, "0123"));
    let with_comma = code.replacen('-', ",-", 1);
    let without_second = format!("{}{}", &code[..1], &code[2..]);
    let cut_off = &code[..20];
    for damaged in [with_comma.as_str(), &without_second, cut_off] {
        let mut part = part();
        part.read_files(&[damaged]);
        let in_file = log(&part)[0].clone();
        part.paste(damaged);
        let pasted = log(&part)[0].clone();
        assert!(in_file[0].1.starts_with("code."), "{damaged}: {}", in_file[0].1);
        assert_eq!(in_file[0].1, pasted[0].1);
    }
}

#[test]
fn what_is_pasted_and_no_code_is_told_symbol_by_symbol() {
    let mut part = part();
    part.paste("Dear colleague,");
    let [wrong, _] = log(&part);
    assert_eq!(wrong, [(pasted_line(1), said(BoardKey::CodeNoSymbol, &["u", "3"]))]);
}

#[test]
fn no_file_name_and_no_answer_is_told_in_the_log() {
    let mut part = part();
    part.load(1..2, "0123");
    part.paste(&format!("{}\n{}", code(&response(1, "4321")), code(&response(2, "0123"))));
    let told = format!("{:?}", part.collect());
    assert!(!told.contains("Level") && !told.contains("0123") && !told.contains("4321"), "{told}");
}

// Paper

#[test]
fn a_wrong_row_is_told_and_kept_as_typed() {
    for (marks, problem) in [
        ("01?", MarksProblem::WrongNumber { found: 3, expected: 4 }),
        ("", MarksProblem::WrongNumber { found: 0, expected: 4 }),
        ("0159", MarksProblem::NoMark { question: 3, found: '5' }),
    ] {
        let mut part = part();
        part.send(Message::MarksTyped(marks.into()));
        let effects = part.send(Message::MarksAdded { random: 1 });
        assert_eq!(part.model.problems(), [Problem::Marks(problem)]);
        assert_eq!(focus(&effects), Some(FocusTarget::ErrorSummary));
        assert_eq!((part.marks().as_str(), part.responses()), (marks, 0));
    }
}

#[test]
fn a_row_needs_the_role_where_the_round_asks_for_it() {
    let mut part = with_round(&Device::new(), true);
    part.send(Message::MarksTyped("0123".into()));
    part.send(Message::MarksAdded { random: 1 });
    assert_eq!(part.model.problems(), [Problem::MarksRoleMissing]);
    part.send(Message::MarksRoleChosen(Role::NonExecutive));
    part.send(Message::MarksAdded { random: 1 });
    assert!(part.model.problems().is_empty());
    assert_eq!(part.responses(), 1);
    assert_eq!(
        (part.marks().as_str(), view::marks_role(&part.model)),
        ("", None),
        "the next row begins afresh"
    );
}

#[test]
fn paper_rows_are_counted() {
    let mut part = part();
    for row in 1..=3u64 {
        part.send(Message::MarksTyped("0123".into()));
        part.send(Message::MarksAdded { random: row });
        let source = said(BoardKey::SourcePaper, &[&row.to_string()]);
        assert_eq!(log(&part)[1], [(source, said(BoardKey::OutcomeAdded, &[]))]);
    }
}

// What was pasted and not taken

#[test]
fn that_nothing_was_pasted_is_told() {
    for nothing in ["", " \n\t"] {
        let mut part = part();
        part.paste(nothing);
        assert_eq!(part.model.problems(), [Problem::NothingPasted]);
    }
}

#[test]
fn what_was_pasted_and_taken_leaves_the_box() {
    let mut part = part();
    part.paste(&lines_of(0..3, "0123"));
    assert_eq!(part.pasted(), "");
    assert!(!part.is_warning);
    part.paste(&lines_of(0..3, "0123"));
    assert_eq!(part.pasted(), "", "those that were in need nothing more");
}

#[test]
fn lines_that_were_not_taken_stay_in_the_box_in_their_order() {
    let mut part = part();
    let wrong = ["no code", "{\"broken\":", &code(&of_other_round(1)), "  K7M2-QX "];
    let [one, two, three] = [1, 2, 3].map(|id| code(&response(id, "0123")));
    let pasted =
        format!("\n{one}\r\n{}\n{}\n\n{two}\n{}\r\n{three}\n\n{}\n", wrong[0], wrong[1], wrong[2], wrong[3]);
    part.paste(&pasted);
    assert_eq!((part.responses(), part.pasted()), (3, wrong.join("\n")));
    assert!(part.is_warning, "they would be lost");
    part.send(Message::PastedAdded);
    assert_eq!(part.pasted(), wrong.join("\n"), "nothing is lost by trying again");
}

#[test]
fn of_a_code_over_several_lines_all_stay_or_none() {
    let broken = |code: &str| format!("{}\n{}", &code[..20], &code[20..]);
    let mut part = part();
    let taken = broken(&code(&response(1, "0123")));
    let other = broken(&code(&of_other_round(1)));
    part.paste(&format!("{taken}\n{other}\n{}", code(&response(2, "0123"))));
    assert_eq!((part.responses(), part.pasted()), (2, other));
}

#[test]
fn of_a_damaged_file_all_lines_stay() {
    let file =
        write_response(&response(1, "0123")).replace(',', ",\n").replacen("\"response\":", "\"response\"", 1);
    let mut part = part();
    part.paste(&format!("\n\n{file}\n"));
    assert_eq!((part.responses(), part.pasted()), (0, file));
}

#[test]
fn a_pasted_version_stays_in_the_box_until_it_is_decided_which_counts() {
    for takes_later in [false, true] {
        let mut part = part();
        part.load(1..2, "0123");
        let later = code(&response(1, "4321"));
        part.paste(&format!("no code\n{later}"));
        assert_eq!(part.pasted(), format!("no code\n{later}"));
        part.send(Message::VersionDecided { source: Source::Pasted { line: 2 }, takes_later });
        assert_eq!(part.pasted(), "no code", "{takes_later}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_pasted_is_in_or_still_in_the_box(
        kinds in prop::collection::vec(0..7u8, 1..20),
        seed in 0..1_000u64,
    ) {
        let mut part = part();
        let mut expected = Vec::new();
        let mut lines = Vec::new();
        let mut added = 0;
        for (id, kind) in (seed..).zip(kinds) {
            let (line, is_taken) = match kind {
                0 | 1 => (code(&response(id, "0123")), true),
                2 => (write_response(&response(id, "0123")), true),
                3 => (code(&of_other_round(id)), false),
                4 => (format!("no code {id}"), false),
                5 => ("{".to_owned(), false),
                _ => (String::new(), true),
            };
            added += u64::from(is_taken && !line.is_empty());
            if !is_taken {
                expected.push(line.clone());
            }
            lines.push(line);
        }
        let pasted = lines.join("\n");
        prop_assume!(!pasted.trim().is_empty());
        part.paste(&pasted);
        prop_assert_eq!(part.responses(), added);
        prop_assert_eq!(part.pasted(), expected.join("\n"));
    }
}

// Two versions

fn two_versions() -> (Device, Part) {
    let device = Device::new();
    let mut part = with_round(&device, false);
    part.load(1..2, "0123");
    part.read_files(&["", &write_response(&response(1, "4321"))]);
    (device, part)
}

/// The only response that is in, as it is stored.
fn stored_answers(device: &Device) -> String {
    let text = device.round().expect("it is stored");
    let answers = text.split_once("\"answers\":[").expect("it is whole").1;
    answers.split(']').next().expect("it ends").to_owned()
}

#[test]
fn of_two_versions_neither_is_shown_and_somebody_decides() {
    let (device, part) = two_versions();
    let versions = part.versions();
    assert_eq!(versions.len(), 1);
    assert_eq!(versions[0].source, Source::File { file: 2, line: 1 });
    assert_eq!(versions[0].source_in_words, in_file(2, 1));
    assert_eq!(stored_answers(&device), "0,1,2,3", "until then the one that was in stays");
    assert_eq!(part.responses(), 1);
}

#[test]
fn the_version_that_is_chosen_counts() {
    for (takes_later, answers, key) in
        [(true, "4,3,2,1", BoardKey::OutcomeTookLater), (false, "0,1,2,3", BoardKey::OutcomeKeptEarlier)]
    {
        let (device, mut part) = two_versions();
        let source = Source::File { file: 2, line: 1 };
        let effects = part.send(Message::VersionDecided { source, takes_later });
        assert_eq!(focus(&effects), Some(FocusTarget::Log));
        assert_eq!(stored_answers(&device), answers);
        assert!(part.versions().is_empty());
        assert_eq!(log(&part)[1], [(in_file(2, 1), said(key, &[]))]);
        let decided = part.groups().pop().map(|group| group.heading);
        assert_eq!(decided, Some(said(BoardKey::LogDecided, &["1"])));
        part.send(Message::VersionDecided { source, takes_later: !takes_later });
        assert_eq!(stored_answers(&device), answers, "it is decided once");
    }
}

#[test]
fn a_version_that_waits_when_the_round_is_closed_cannot_be_taken_any_more() {
    let mut part = part();
    part.load(1..7, "0123");
    part.read_files(&[&write_response(&response(1, "4321"))]);
    part.close();
    let picture = part.shown();
    part.send(Message::VersionDecided { source: Source::File { file: 1, line: 1 }, takes_later: true });
    assert_eq!(part.shown(), picture);
    assert_eq!(log(&part)[0], [(in_file(1, 1), said(BoardKey::OutcomeCounted, &[]))]);
}

#[test]
fn a_choice_between_versions_is_never_left_out_however_long_the_log_is() {
    let mut part = part();
    part.load(1..2, "0123");
    let many = "no code\n".repeat(1_100);
    part.paste(&format!("{many}{}", code(&response(1, "4321"))));
    assert_eq!(part.versions().len(), 1);
    let [wrong, _] = log(&part);
    let (more, lines) = wrong.split_last().expect("they are told");
    assert_eq!((lines.len(), more.0.as_str()), (1_000, &said(BoardKey::LogMore, &["100"])[..]));
}

// Taking out

#[test]
fn a_response_that_is_taken_out_can_be_put_back() {
    let device = Device::new();
    let mut part = with_round(&device, false);
    part.load(1..4, "0123");
    let before = device.texts();
    let id = ResponseId::from_random(2);
    let effects = part.send(Message::ResponseRemoved(id));
    assert_eq!(focus(&effects), Some(FocusTarget::Responses));
    assert_eq!(part.responses(), 2);
    assert_eq!(part.collect().taken_out, Some(id.to_string()));
    assert_eq!(Part::combine(&device).responses(), 2, "it is off the device");
    part.send(Message::RemovalUndone);
    assert_eq!((part.responses(), part.collect().taken_out), (3, None));
    assert_eq!(device.texts(), before);
    part.send(Message::RemovalUndone);
    assert_eq!(part.responses(), 3, "once");
}

#[test]
fn taking_out_cannot_be_undone_once_something_else_is_done() {
    let mut part = part();
    part.load(1..4, "0123");
    part.send(Message::ResponseRemoved(ResponseId::from_random(2)));
    part.ask(Screen::Round);
    assert_eq!(part.collect().taken_out, None);
    part.send(Message::RemovalUndone);
    assert_eq!(part.responses(), 2);
}

#[test]
fn who_was_counted_cannot_be_taken_out() {
    let mut part = part();
    part.load(0..6, "0123");
    part.close();
    let before = part.shown();
    part.send(Message::ResponseRemoved(ResponseId::from_random(2)));
    assert_eq!((part.shown(), part.collect().taken_out), (before, None));
}

#[test]
fn of_more_than_two_hundred_only_the_sum_is_kept_and_that_is_told() {
    let device = Device::new();
    let mut part = with_round(&device, false);
    let most = MOST_KEPT_WHOLE as u64;
    part.load(0..most, "0123");
    assert!(!part.collect().is_summed);
    assert_eq!(part.collect().removable.len(), MOST_KEPT_WHOLE);
    part.load(most..most + 1, "0123");
    assert!(part.collect().is_summed);
    assert!(part.collect().removable.is_empty());
    part.send(Message::ResponseRemoved(ResponseId::from_random(3)));
    assert_eq!(part.responses(), most + 1);
    assert!(!device.round().expect("stored").contains("answers"));
    assert_eq!(Part::combine(&device).responses(), most + 1);
}

// Many files

#[test]
fn a_thousand_files_are_read_and_stored_once_at_the_end() {
    let device = Device::new();
    let mut part = with_round(&device, false);
    let writes = device.writes();
    part.ask(Screen::Collect);
    part.send(Message::ReadingBegun { files: 1_000 });
    for file in 1..=1_000 {
        assert_eq!(part.collect().reading, Some((file - 1, 1_000)));
        let id = file as u64;
        part.send(slice(file, 1, &write_response(&response(id, "0123")), true));
    }
    assert_eq!(device.writes(), writes, "nothing is stored while they are read");
    let effects = part.send(Message::ReadingEnded);
    assert_eq!(focus(&effects), Some(FocusTarget::Log));
    assert_eq!(device.writes(), writes + 1);
    assert_eq!((part.responses(), part.collect().reading), (1_000, None));
    assert_eq!(Part::combine(&device).responses(), 1_000);
    assert_eq!(part.groups()[0].heading, said(BoardKey::LogAdded, &["1,000"]));
}

#[test]
fn while_files_are_read_only_the_progress_is_shown() {
    let mut part = part();
    part.ask(Screen::Collect);
    part.send(Message::ReadingBegun { files: 2 });
    part.send(slice(1, 1, &lines_of(0..3, "0123"), true));
    let collect = part.collect();
    assert_eq!(collect.reading, Some((1, 2)));
    assert_eq!((collect.told, collect.removable.len()), (None, 0));
    assert!(part.is_warning, "what is being read would be lost");
}

#[test]
fn stopping_keeps_what_was_read_and_says_so() {
    let device = Device::new();
    let mut part = with_round(&device, false);
    part.ask(Screen::Collect);
    part.send(Message::ReadingBegun { files: 3 });
    part.send(slice(1, 1, &lines_of(0..3, "0123"), true));
    part.send(slice(2, 1, &lines_of(3..5, "0123"), false));
    let effects = part.send(Message::CancelAsked);
    assert!(effects.contains(&Effect::StopReading));
    assert_eq!(part.told().map(|told| told.is_cancelled), Some(true));
    assert_eq!(part.groups()[0].heading, said(BoardKey::LogAdded, &["5"]));
    // What was on its way when it was stopped comes too late.
    part.send(slice(2, 3, &lines_of(5..9, "0123"), true));
    part.send(Message::ReadingEnded);
    assert_eq!((part.responses(), Part::combine(&device).responses()), (5, 5));
}

#[test]
fn the_lines_of_a_slice_are_those_of_the_whole_file() {
    let mut part = part();
    part.ask(Screen::Collect);
    part.send(Message::ReadingBegun { files: 1 });
    part.send(slice(1, 1, &lines_of(0..3, "0123"), false));
    part.send(slice(1, 4, &format!("{}{{\"product\":\n", lines_of(3..4, "0123")), false));
    part.send(slice(1, 6, "\n{x\n", true));
    part.send(Message::ReadingEnded);
    let [wrong, settled] = log(&part);
    let sources: Vec<String> = settled.into_iter().map(|(source, _)| source).collect();
    assert_eq!(sources, [1, 2, 3, 4].map(|line| in_file(1, line)));
    let not_json = |line: &str, column| said(BoardKey::FileNotJson, &[line, column]);
    assert_eq!(wrong[0], (in_file(1, 5), not_json("5", "11")));
    assert_eq!(wrong[1].0, in_file(1, 7));
    assert!(wrong[1].1.starts_with("file.not_json<7>"), "{}", wrong[1].1);
}

#[test]
fn the_log_is_of_what_was_loaded_last() {
    let mut part = part();
    part.paste("no code");
    part.paste(&code(&response(1, "0123")));
    let groups: Vec<LogGroup> = part.groups();
    assert_eq!(groups.len(), 1);
    assert!(!groups[0].is_wrong);
}

#[test]
fn without_a_round_nothing_comes_in_and_nothing_that_was_pasted_is_lost() {
    let device = Device::new();
    let mut part = Part::combine(&device);
    part.paste(&code(&response(1, "0123")));
    part.read_files(&[&lines_of(0..3, "0123")]);
    part.send(Message::MarksTyped("0123".into()));
    part.send(Message::MarksAdded { random: 1 });
    assert!(view::collect(&part.model).is_none() && device.is_empty());
    part.set_up(false);
    assert_eq!(part.pasted(), code(&response(1, "0123")));
}

#[test]
fn what_is_in_is_stored_as_it_is() {
    let device = Device::new();
    let mut part = with_round(&device, false);
    let of_random = |id| Response::new(&SAMPLE, round_code(), id, None, answers("01?-")).expect("four");
    let id = ResponseId::from_random(u64::MAX);
    part.paste(&write_code(&of_random(id), &SAMPLE).expect("it fits"));
    let stored = read_round(&device.round().expect("stored"), &SAMPLE).expect("a round");
    assert!(stored.draft.removable_ids().eq([id]));
    assert_eq!(stored_answers(&device), "0,1,\"dont_know\",null");
}
