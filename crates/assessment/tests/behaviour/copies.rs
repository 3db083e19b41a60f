//! A person's own copy: downloading one and loading one.

use crate::tab::{
    Device, Fault, Tab, element, encode, focus, indicator, key, level, places, question, stamp,
};
use assessment::app::view::{self, ChangesView, Notice};
use assessment::app::{Effect, FocusTarget, HistoryStep, Loading, Message, Screen};
use assessment::persist::{BoardItem, CopyProblem, Stored, Subject, write_copy};

const BOTH: [Loading; 2] = [Loading::Adding, Loading::Replacing];

/// A tab with three answers, two notes, a choice and a line for the board, at the third question.
fn filled(device: &Device) -> Tab {
    let mut tab = Tab::open(device);
    tab.send(Message::ElementChosen(element(0)));
    tab.answer_all(&[level(1), level(2), level(3)]);
    tab.note(0, "Seen in May\n\"twice\" 🙂");
    tab.note(1, "Ask the auditors");
    tab.send(Message::BoardItemAdded(BoardItem::NextStep(indicator(5))));
    tab.send(Message::OwnLineChanged("Mine".into()));
    tab
}

/// A copy of what that tab has.
fn copy() -> String {
    filled(&Device::new()).download()
}

/// Everything that a person sees of their own.
#[derive(Debug, PartialEq)]
struct Shown {
    answers: Vec<String>,
    notes: Vec<String>,
    board: String,
}

fn shown(tab: &Tab) -> Shown {
    Shown {
        answers: (0..8).map(|index| format!("{:?}", tab.shown(index))).collect(),
        notes: (0..8).map(|index| tab.shown_note(index)).collect(),
        board: format!("{:?}", view::board(&tab.model)),
    }
}

fn preview(tab: &Tab, loading: Loading) -> ChangesView {
    let view = view::load_copy(&tab.model).expect("a chosen copy");
    match loading {
        Loading::Adding => view.adding,
        Loading::Replacing => view.replacing,
    }
}

fn download_at(tab: &mut Tab, milliseconds: u64) -> Vec<Effect> {
    tab.ask(Screen::YourData);
    tab.send(Message::DownloadAsked(milliseconds))
}

/// The copy of a device whose answers to the first question are of that stamp.
fn copy_of_answer(answer: u64, epoch: u64, counter: u64) -> String {
    let text = encode(Stored::Answer(Some(level(answer))), stamp(epoch, counter, 9));
    write_copy(&[(key(Subject::Answer(indicator(0))), text)])
}

// Downloading

#[test]
fn the_last_download_shows_here_and_in_every_other_tab_and_visit() {
    let device = Device::new();
    let (mut tab, mut other) = (filled(&device), Tab::open(&device));
    assert_eq!(view::your_data(&tab.model).last_download, None);
    download_at(&mut tab, 1_764_000_000_000);
    other.hear();
    for tab in [tab, other, Tab::open(&device)] {
        assert_eq!(view::your_data(&tab.model).last_download, Some(1_764_000_000_000));
    }
}

#[test]
fn something_has_changed_since_the_download_once_something_was_changed() {
    /// What was changed, and how.
    type Change = (&'static str, fn(&mut Tab));
    let changes: [Change; 4] = [
        ("an answer", |tab| drop(tab.answer(0, level(4)))),
        ("a note", |tab| drop(tab.note(3, "New"))),
        ("the board", |tab| drop(tab.send(Message::OwnLineChanged("New".into())))),
        ("a loaded copy", |tab| tab.load(&copy_of_answer(4, 0, 90), Loading::Adding)),
    ];
    for (what, change) in changes {
        let device = Device::new();
        let mut tab = filled(&device);
        download_at(&mut tab, 7);
        tab.ask(Screen::Check);
        let has_changed = |tab: &Tab| view::your_data(&tab.model).has_changed;
        assert!(!has_changed(&tab), "moving is no change");
        change(&mut tab);
        assert!(has_changed(&tab) && has_changed(&Tab::open(&device)), "{what}");
        download_at(&mut tab, 8);
        assert!(!has_changed(&tab) && !has_changed(&Tab::open(&device)), "{what}");
    }
}

// Loading

#[test]
fn a_copy_brings_everything_to_an_empty_device() {
    for loading in BOTH {
        let source = Device::new();
        let mut from = filled(&source);
        let copy = from.download();
        let device = Device::new();
        let mut tab = Tab::open(&device);
        tab.load(&copy, loading);
        assert_eq!(shown(&tab), shown(&from), "{loading:?}");
        assert_eq!(shown(&Tab::open(&device)), shown(&from), "{loading:?}");
        assert_eq!((tab.screen(), tab.notice()), (Screen::YourData, None), "{loading:?}");
    }
}

#[test]
fn when_a_copy_was_downloaded_is_not_loaded() {
    for loading in BOTH {
        let mut from = filled(&Device::new());
        from.download();
        let copy = from.download();
        let mut tab = Tab::open(&Device::new());
        tab.load(&copy, loading);
        assert_eq!(view::your_data(&tab.model).last_download, None, "{loading:?}");
    }
}

#[test]
fn replacing_does_not_forget_when_a_copy_was_downloaded() {
    let mut tab = Tab::open(&Device::new());
    download_at(&mut tab, 7);
    tab.load(&copy(), Loading::Replacing);
    assert_eq!(view::your_data(&tab.model).last_download, Some(7));
}

#[test]
fn a_loaded_copy_leads_on_from_its_place() {
    for loading in BOTH {
        let copy = copy();
        let mut tab = Tab::open(&Device::new());
        tab.load(&copy, loading);
        tab.send(Message::ResumeAsked);
        assert_eq!(tab.screen(), question(2), "{loading:?}");
    }
}

#[test]
fn a_loaded_copy_is_gone_on_with_on_its_way_without_resuming_too() {
    for loading in BOTH {
        let mut tab = Tab::open(&Device::new());
        tab.load(&copy(), loading);
        tab.ask(question(1));
        tab.send(Message::ContinueAsked);
        assert_eq!(tab.screen(), Screen::ElementResults(element(0)), "one element was being answered");
    }
}

#[test]
fn a_copy_without_a_place_leaves_the_place_as_it_is() {
    for loading in BOTH {
        let mut tab = Tab::open(&Device::new());
        tab.ask(question(3));
        tab.load(&copy_of_answer(4, 0, 90), loading);
        tab.send(Message::ResumeAsked);
        assert_eq!(tab.screen(), question(3), "{loading:?}");
    }
}

#[test]
fn the_counts_of_the_preview_are_those_of_what_is_then_done() {
    for loading in BOTH {
        let mut tab = Tab::open(&Device::new());
        tab.answer_all(&[level(0), level(2)]);
        tab.answer(6, level(4));
        tab.note(0, "Mine");
        tab.note(4, "Mine alone");
        tab.choose_copy(&copy());
        let preview = preview(&tab, loading);
        let before = shown(&tab);
        tab.send(Message::CopyAccepted(loading));
        let differ = |before: &[String], after: &[String]| {
            before.iter().zip(after).filter(|(before, after)| before != after).count()
        };
        let after = shown(&tab);
        let changed = differ(&before.answers, &after.answers)
            + differ(&before.notes, &after.notes)
            + usize::from(before.board != after.board);
        assert_eq!(preview.changes.len(), changed, "{loading:?}");
        let loaded = view::your_data(&tab.model).loaded.expect("what was loaded");
        assert_eq!(loaded, preview.summary.replace("copy.summary", "data.loaded"), "{loading:?}");
    }
}

#[test]
fn what_is_added_changed_and_removed_is_counted_apart() {
    // The copy has an answer, a note and a board more, and another first answer and first note, which
    // were changed later here. It lacks an answer and a note.
    for (loading, expected) in
        [(Loading::Adding, "copy.summary: 3, 0, 0"), (Loading::Replacing, "copy.summary: 3, 2, 2")]
    {
        let copy = copy();
        let mut tab = Tab::open(&Device::new());
        tab.answer_all(&[level(4), level(2)]);
        tab.answer(0, level(0));
        tab.answer(6, level(4));
        tab.note(0, "Mine");
        tab.note(4, "Mine alone");
        tab.choose_copy(&copy);
        assert_eq!(preview(&tab, loading).summary, expected);
    }
}

#[test]
fn the_preview_tells_each_change_and_what_stands_here() {
    let mut tab = Tab::open(&Device::new());
    tab.answer(0, level(0));
    tab.note(4, "Mine alone");
    tab.choose_copy(&copy());
    let rows = |loading| {
        let changes = preview(&tab, loading).changes.into_iter();
        changes.map(|change| [change.title, change.change]).collect::<Vec<_>>()
    };
    let row = |title: &str, change: &str| [title.into(), change.into()];
    let replacing = rows(Loading::Replacing);
    assert!(replacing.contains(&row("Title 0 0", "Level 0 → Level 1")), "{replacing:?}");
    assert!(replacing.contains(&row("Title 0 1", "not_answered → Level 2")), "{replacing:?}");
    let removed = row("copy.note_of: {file}", "Mine alone → copy.nothing: {file}");
    assert!(replacing.contains(&removed), "{replacing:?}");
    assert!(rows(Loading::Adding).iter().all(|[_, change]| !change.contains("→ copy.nothing")));
}

#[test]
fn the_preview_tells_no_more_of_a_note_than_its_beginning() {
    let mut tab = Tab::open(&Device::new());
    tab.note(4, &"é".repeat(500));
    tab.choose_copy(&copy());
    let change =
        preview(&tab, Loading::Replacing).changes.into_iter().find(|change| change.change.contains('é'));
    assert_eq!(change.expect("the note goes").change.matches('é').count(), 80);
}

#[test]
fn what_another_tab_changes_ends_the_preview() {
    let device = Device::new();
    for is_heard in [true, false] {
        let mut tab = Tab::open(&device);
        tab.choose_copy(&copy());
        let mut other = Tab::open(&device);
        other.answer(7, level(4));
        if is_heard {
            tab.hear();
        } else {
            tab.miss_notices();
            tab.send(Message::Returned);
        }
        assert_eq!(tab.screen(), Screen::YourData, "heard: {is_heard}");
    }
}

#[test]
fn the_preview_takes_the_place_of_where_the_copy_was_chosen_and_gives_it_back() {
    let mut tab = Tab::open_page(&Device::new());
    tab.ask(Screen::YourData);
    let chosen = tab.choose_copy(&copy());
    assert_eq!(places(&chosen).last(), Some(&("load-copy", 1, HistoryStep::Replace)));
    let back = tab.send(Message::BackAsked);
    assert_eq!(places(&back), [("your-data", 1, HistoryStep::Replace)]);
}

#[test]
fn adding_removes_nothing_and_fills_in_what_is_missing() {
    let mut tab = Tab::open(&Device::new());
    tab.answer(6, level(4));
    tab.note(4, "Mine alone");
    tab.load(&copy(), Loading::Adding);
    assert_eq!([tab.shown(0), tab.shown(6)], [Some(level(1)), Some(level(4))]);
    assert_eq!([tab.shown_note(1), tab.shown_note(4)], ["Ask the auditors", "Mine alone"]);
}

#[test]
fn replacing_leaves_exactly_what_the_copy_holds() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.answer_all(&[level(4); 8]);
    tab.note(4, "Mine alone");
    tab.load(&copy(), Loading::Replacing);
    let expected = shown(&filled(&Device::new()));
    assert_eq!(shown(&tab), expected);
    assert_eq!(shown(&Tab::open(&device)), expected);
}

#[test]
fn of_what_both_have_adding_takes_the_later_change() {
    for (counter, expected) in [(1, level(2)), (90, level(4))] {
        let mut tab = Tab::open(&Device::new());
        tab.answer(0, level(2));
        tab.load(&copy_of_answer(4, 0, counter), Loading::Adding);
        assert_eq!(tab.shown(0), Some(expected), "count {counter}");
    }
}

#[test]
fn replacing_takes_an_older_change_too() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.answer(0, level(2));
    tab.load(&copy_of_answer(4, 0, 1), Loading::Replacing);
    assert_eq!((tab.shown(0), Tab::open(&device).shown(0)), (Some(level(4)), Some(level(4))));
}

#[test]
fn a_copy_from_before_a_delete_can_be_loaded_afterwards() {
    for loading in BOTH {
        let device = Device::new();
        let mut tab = filled(&device);
        let before = shown(&tab);
        let copy = tab.download();
        tab.delete();
        tab.load(&copy, loading);
        assert_eq!(shown(&tab), before, "{loading:?}");
        assert_eq!(shown(&Tab::open(&device)), before, "{loading:?}");
    }
}

#[test]
fn loading_a_copy_again_brings_no_older_answer_back() {
    // From a device where everything was deleted more often, as often, and less often than here.
    for epoch in 0..3 {
        let device = Device::new();
        let mut tab = Tab::open(&device);
        tab.answer(7, level(0));
        tab.delete();
        let copy = copy_of_answer(4, epoch, 90);
        tab.load(&copy, Loading::Adding);
        tab.answer(0, level(1));
        tab.load(&copy, Loading::Adding);
        assert_eq!(tab.shown(0), Some(level(1)), "deleted {epoch} times there");
        assert_eq!(Tab::open(&device).shown(0), Some(level(1)));
    }
}

#[test]
fn loading_a_copy_again_after_reopening_brings_no_older_answer_back() {
    let device = Device::new();
    let copy = copy_of_answer(4, 2, 90);
    let mut tab = Tab::open(&device);
    tab.load(&copy, Loading::Adding);
    tab.answer(0, level(1));
    let mut next = Tab::open(&device);
    next.load(&copy, Loading::Adding);
    assert_eq!(next.shown(0), Some(level(1)));
}

#[test]
fn a_loaded_answer_reaches_another_tab_and_stays() {
    let device = Device::new();
    let (mut tab, mut other) = (Tab::open(&device), Tab::open(&device));
    other.answer(0, level(0));
    tab.load(&copy(), Loading::Replacing);
    other.hear();
    assert_eq!((other.shown(0), other.shown_note(1)), (Some(level(1)), "Ask the auditors".to_owned()));
    tab.hear();
    other.send(Message::Returned);
    assert_eq!([tab.shown(0), other.shown(0), Tab::open(&device).shown(0)], [Some(level(1)); 3]);
}

#[test]
fn a_loaded_answer_wins_over_an_older_one_in_a_tab_that_did_not_hear_of_it() {
    let device = Device::new();
    let (mut tab, mut other) = (Tab::open(&device), Tab::open(&device));
    other.answer(0, level(0));
    tab.load(&copy(), Loading::Replacing);
    other.miss_notices();
    other.answer(7, level(4));
    other.send(Message::Returned);
    assert_eq!([other.shown(0), Tab::open(&device).shown(0)], [Some(level(1)); 2]);
}

#[test]
fn a_copy_that_the_store_has_no_room_for_is_shown_and_said() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    device.break_with(Fault::Full);
    tab.load(&copy(), Loading::Adding);
    assert_eq!((tab.shown(0), tab.notice()), (Some(level(1)), Some(Notice::StoreFailing)));
    device.mend();
    tab.send(Message::SaveAgainAsked);
    assert_eq!((tab.notice(), shown(&Tab::open(&device))), (None, shown(&tab)));
}

#[test]
fn leaving_the_preview_changes_nothing_and_forgets_the_copy() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.answer(0, level(4));
    let before = (shown(&tab), device.texts());
    tab.choose_copy(&copy());
    tab.send(Message::BackAsked);
    assert_eq!(tab.screen(), Screen::YourData);
    tab.send(Message::CopyAccepted(Loading::Replacing));
    assert_eq!((shown(&tab), device.texts()), before);
}

#[test]
fn choosing_a_copy_changes_nothing_yet() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.answer(0, level(4));
    let before = (shown(&tab), device.texts());
    tab.choose_copy(&copy());
    assert_eq!(tab.screen(), Screen::LoadCopy);
    assert_eq!((shown(&tab), device.texts()), before);
}

#[test]
fn a_copy_is_loaded_once_however_often_it_is_accepted() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.load(&copy(), Loading::Adding);
    let before = device.texts();
    tab.send(Message::CopyAccepted(Loading::Replacing));
    assert_eq!(device.texts(), before);
}

#[test]
fn loading_where_nothing_is_kept_writes_nothing() {
    for loading in BOTH {
        let device = Device::new();
        let mut tab = filled(&device);
        let copy = tab.download();
        tab.ask(Screen::Start);
        tab.keep(false);
        let before = device.texts();
        tab.load(&copy, loading);
        assert_eq!((tab.shown(0), device.texts()), (Some(level(1)), before), "{loading:?}");
        assert_eq!(tab.notice(), Some(Notice::NotKept));
    }
}

#[test]
fn what_a_copy_holds_and_cannot_be_read_is_named() {
    let note = (key(Subject::Note(indicator(1))), "{".to_owned());
    let text = encode(Stored::Answer(Some(level(4))), stamp(0, 3, 9));
    let mut tab = Tab::open(&Device::new());
    tab.choose_copy(&write_copy(&[note.clone(), (key(Subject::Answer(indicator(0))), text)]));
    let view = view::load_copy(&tab.model).expect("a chosen copy");
    assert_eq!((view.file.as_str(), view.left_out_keys), ("copy.json", vec![note.0]));
    assert_eq!(view.adding.changes.len(), 1);
}

// What is no copy

/// Every reason why a file cannot be loaded, and the message for it.
fn problems() -> [(CopyProblem, &'static str); 7] {
    [
        (CopyProblem::TooLarge, "copy.too_large: holiday.txt"),
        (CopyProblem::Unreadable, "copy.unreadable: holiday.txt"),
        (CopyProblem::NotJson { line: 3, column: 14 }, "copy.damaged: holiday.txt, 3, 14"),
        (CopyProblem::NotACopy, "copy.other: holiday.txt"),
        (CopyProblem::Newer, "copy.newer: holiday.txt"),
        (CopyProblem::OtherQuestions, "copy.other_questions: holiday.txt"),
        (CopyProblem::Empty, "copy.empty: holiday.txt"),
    ]
}

fn choose_what_is_no_copy(tab: &mut Tab, problem: CopyProblem) -> Vec<Effect> {
    tab.send(Message::CopyChosen { file: "holiday.txt".into(), text: Err(problem) })
}

#[test]
fn what_is_no_copy_is_said_with_its_file_and_place_and_the_focus_goes_there() {
    for (problem, message) in problems() {
        let mut tab = Tab::open(&Device::new());
        tab.ask(Screen::YourData);
        let effects = choose_what_is_no_copy(&mut tab, problem);
        assert_eq!(view::your_data(&tab.model).problem.as_deref(), Some(message));
        assert_eq!((tab.screen(), focus(&effects)), (Screen::YourData, Some(FocusTarget::ErrorSummary)));
    }
}

#[test]
fn what_is_no_copy_changes_neither_what_is_shown_nor_what_is_stored() {
    for (problem, message) in problems() {
        let device = Device::new();
        let mut tab = filled(&device);
        tab.ask(Screen::YourData);
        let before = (shown(&tab), device.texts());
        choose_what_is_no_copy(&mut tab, problem);
        tab.send(Message::CopyAccepted(Loading::Replacing));
        assert_eq!((shown(&tab), device.texts()), before, "{message}");
    }
}

#[test]
fn the_message_goes_when_a_copy_is_chosen_or_the_screen_is_left() {
    let leaving: [fn(&mut Tab); 2] =
        [|tab| drop(tab.choose_copy(&copy())), |tab| drop(tab.ask(Screen::Start))];
    for leave in leaving {
        let mut tab = Tab::open(&Device::new());
        tab.ask(Screen::YourData);
        choose_what_is_no_copy(&mut tab, CopyProblem::Empty);
        leave(&mut tab);
        assert_eq!(view::your_data(&tab.model).problem, None);
    }
}

#[test]
fn a_note_that_was_emptied_in_the_copy_stays_here_when_it_is_added() {
    let device = Device::new();
    let mut there = Tab::open(&device);
    there.answer(0, level(1));
    for _ in 0..30 {
        there.note(0, "Long thought about");
    }
    there.note(0, "");
    let copy = there.download();
    let mut tab = Tab::open(&Device::new());
    tab.note(0, "Kept");
    tab.load(&copy, Loading::Adding);
    assert_eq!(tab.shown_note(0), "Kept");
}

#[test]
fn a_file_that_is_read_when_the_person_has_gone_on_leads_nowhere() {
    let mut tab = Tab::open(&Device::new());
    tab.ask(Screen::YourData);
    tab.ask(question(2));
    for text in [copy(), "no copy".to_owned()] {
        tab.send(Message::CopyChosen { file: "copy.json".into(), text: Ok(text) });
        assert_eq!(tab.screen(), question(2));
    }
}
