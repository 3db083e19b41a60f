//! Two tabs work on one round.

use crate::device::{Device, Fault, Part, ROUND, code, focus, lines_of, response};
use assessment::board::{ResponseId, read_round};
use assessment::board_app::view::{self, RoundView};
use assessment::board_app::{Effect, Expected, FocusTarget, Message, Notice, Screen, update};
use proptest::prelude::*;

/// Two tabs that show the same open round with six responses.
fn two(device: &Device) -> [Part; 2] {
    let mut one = Part::combine(device);
    one.set_up(false);
    one.load(0..6, "0123");
    let other = Part::combine(device);
    assert_eq!(one.shown(), other.shown());
    [one, other]
}

#[test]
fn a_round_that_changes_in_another_tab_is_shown_here_and_that_is_said() {
    type Step = fn(&mut Part);
    let steps: [Step; 4] = [
        |part| part.load(6..7, "0123"),
        |part| drop(part.send(Message::ResponseRemoved(ResponseId::from_random(2)))),
        |part| drop(part.close()),
        |part| drop(part.send(Message::MeetingTyped("In May".into()))),
    ];
    let device = Device::new();
    let [mut one, mut other] = two(&device);
    for step in steps {
        step(&mut one);
        other.hear();
        assert_eq!(other.model.notice(), Some(Notice::ChangedElsewhere));
        assert_eq!(other.shown(), one.shown());
        assert!(!other.is_warning, "nothing is lost");
        other.ask(Screen::Round);
        assert_eq!(other.model.notice(), None, "until something else is done");
    }
}

#[test]
fn a_round_that_is_set_up_in_another_tab_is_shown_here() {
    let device = Device::new();
    let mut other = Part::combine(&device);
    other.ask(Screen::SetUp);
    other.send(Message::NameTyped("Typed".into()));
    let mut one = Part::combine(&device);
    one.set_up(false);
    other.hear();
    assert_eq!(other.shown(), one.shown());
    assert_eq!(other.model.notice(), Some(Notice::ChangedElsewhere));
}

#[test]
fn what_meets_the_round_of_another_tab_is_not_stored_and_the_others_round_is_shown() {
    type Step = fn(&mut Part);
    let steps: [Step; 7] = [
        |part| {
            part.read_files(&[&lines_of(20..24, "4444")]);
        },
        |part| drop(part.paste(&code(&response(30, "4444")))),
        |part| drop(part.send(Message::ResponseRemoved(ResponseId::from_random(2)))),
        |part| drop(part.close()),
        |part| {
            part.ask(Screen::SetUp);
            part.send(Message::NameTyped("Mine".into()));
            part.send(Message::RoundSetUp { random: 1 });
        },
        |part| drop(part.send(Message::PaperTitleTyped("Mine".into()))),
        |part| {
            part.send(Message::MarksTyped("0123".into()));
            part.send(Message::MarksAdded { random: 40 });
        },
    ];
    for step in steps {
        let device = Device::new();
        let [mut one, mut other] = two(&device);
        one.load(6..7, "0123");
        let stored = device.texts();
        step(&mut other);
        assert_eq!(device.texts(), stored, "nothing of the other is overwritten");
        assert_eq!(other.shown(), one.shown());
        assert_eq!(other.model.notice(), Some(Notice::ChangedElsewhere));
        assert!(!other.open_round().is_downloaded);
    }
}

#[test]
fn a_round_that_is_begun_in_two_tabs_is_that_of_the_first() {
    let device = Device::new();
    let [mut one, mut other] = [Part::combine(&device), Part::combine(&device)];
    one.set_up(false);
    let stored = device.texts();
    other.fill_in("Mine", "", true, "9");
    other.send(Message::RoundSetUp { random: 5 });
    assert_eq!((device.texts(), other.shown()), (stored.clone(), one.shown()));
    let mut third = Part::combine(&Device::new());
    third.send(Message::RehearsalAsked);
    let mut late = Part::combine(&Device::new());
    late.open_file(&third.download());
    assert_eq!(device.texts(), stored);
}

#[test]
fn what_was_done_can_be_done_again_on_the_others_round() {
    let device = Device::new();
    let [mut one, mut other] = two(&device);
    one.load(6..7, "0123");
    other.read_files(&[&lines_of(20..24, "4444")]);
    other.read_files(&[&lines_of(20..24, "4444")]);
    assert_eq!(other.responses(), 11);
    one.hear();
    assert_eq!(one.shown(), other.shown());
    assert_eq!(Part::combine(&device).shown(), other.shown());
}

#[test]
fn a_round_that_is_deleted_in_another_tab_is_gone_here_and_that_is_said() {
    for is_heard in [true, false] {
        let device = Device::new();
        let [mut one, mut other] = two(&device);
        one.send(Message::DiscardConfirmed);
        if is_heard {
            other.hear();
        } else {
            other.load_and_forget();
        }
        assert_eq!(view::round(&other.model), RoundView::None { is_discarded: false });
        assert_eq!(other.model.notice(), Some(Notice::ChangedElsewhere));
        assert_eq!(other.model.screen(), Screen::Round);
        assert!(device.is_empty(), "it does not come back");
    }
}

#[test]
fn a_round_that_another_tab_has_changed_is_not_deleted_unseen() {
    let device = Device::new();
    let [mut one, mut other] = two(&device);
    one.load(6..7, "0123");
    other.ask(Screen::Discard);
    other.send(Message::DiscardConfirmed);
    assert_eq!(other.model.notice(), Some(Notice::ChangedElsewhere));
    assert_eq!(other.shown(), one.shown());
    assert_eq!(Part::combine(&device).shown(), one.shown(), "it is still stored");
    assert!(!matches!(view::round(&other.model), RoundView::None { .. }));
}

#[test]
fn a_screen_that_has_nothing_to_show_any_more_leads_to_the_round() {
    let device = Device::new();
    let [mut one, mut other] = two(&device);
    other.close();
    one.hear();
    one.ask(Screen::Paper);
    other.send(Message::DiscardConfirmed);
    one.hear();
    assert_eq!(one.model.screen(), Screen::Round);
}

#[test]
fn the_focus_stays_where_it_is_when_the_screen_stays() {
    let device = Device::new();
    let [mut one, mut other] = two(&device);
    other.ask(Screen::Collect);
    one.load(6..7, "0123");
    let effects = other.send(Message::RoundSeen(device.round()));
    assert_eq!((other.model.screen(), focus(&effects)), (Screen::Collect, None));
    one.send(Message::DiscardConfirmed);
    let effects = other.send(Message::RoundSeen(device.round()));
    assert_eq!(focus(&effects), Some(FocusTarget::Heading));
}

#[test]
fn what_another_tab_stores_while_files_are_read_is_found_at_their_end() {
    let device = Device::new();
    let [mut one, mut other] = two(&device);
    other.ask(Screen::Collect);
    other.send(Message::ReadingBegun { files: 1 });
    one.load(6..7, "0123");
    other.hear();
    assert_eq!(other.collect().reading, Some((0, 1)), "the reading goes on");
    let text = Some(lines_of(20..22, "0123"));
    other.send(Message::SliceRead { file: 1, first_line: 1, text, is_last: true });
    other.send(Message::ReadingEnded);
    assert_eq!(other.shown(), one.shown());
    assert_eq!(other.model.notice(), Some(Notice::ChangedElsewhere));
}

#[test]
fn what_could_not_be_stored_here_is_not_said_to_be_at_risk_once_the_others_round_is_shown() {
    let device = Device::new();
    let [mut one, mut other] = two(&device);
    device.break_with(Fault::Full);
    other.read_files(&[&lines_of(20..21, "0123")]);
    assert!(other.is_warning);
    device.mend();
    one.load(6..7, "0123");
    other.hear();
    assert_eq!(other.model.notice(), Some(Notice::ChangedElsewhere));
    other.ask(Screen::Round);
    assert_eq!((other.model.notice(), other.is_warning), (None, false));
}

#[test]
fn a_round_of_another_tab_is_not_said_to_be_downloaded_here() {
    let device = Device::new();
    let [mut one, mut other] = two(&device);
    other.download();
    one.load(6..7, "0123");
    other.hear();
    assert!(!other.open_round().is_downloaded);
}

#[test]
fn what_a_tab_cannot_read_it_does_not_overwrite() {
    let device = Device::new();
    let [_, mut other] = two(&device);
    device.plant_round("{\"round-file\":2}");
    other.load_and_forget();
    assert_eq!(device.round().as_deref(), Some("{\"round-file\":2}"));
    assert_eq!(view::round(&other.model), RoundView::Unreadable);
}

impl Part {
    /// Adds a response, whatever comes of it.
    fn load_and_forget(&mut self) {
        self.ask(Screen::Collect);
        self.send(Message::MarksTyped("0123".into()));
        self.send(Message::MarksAdded { random: 1_000 });
    }
}

// Whatever two tabs do

#[derive(Clone, Debug)]
enum Step {
    SetUp,
    Rehearse,
    Load(u64),
    Paste(u64),
    Remove(u64),
    Undo,
    Close,
    Drop,
    Type(String),
    Rename(String),
    Discard,
    Reopen,
    Hear,
    Break(Option<Fault>),
}

fn some_step() -> impl Strategy<Value = Step> {
    let fault = prop::sample::select(vec![None, None, Some(Fault::Full)]);
    prop_oneof![
        2 => Just(Step::SetUp),
        1 => Just(Step::Rehearse),
        6 => (0..30u64).prop_map(Step::Load),
        2 => (0..30u64).prop_map(Step::Paste),
        2 => (0..30u64).prop_map(Step::Remove),
        1 => Just(Step::Undo),
        3 => Just(Step::Close),
        1 => Just(Step::Drop),
        2 => ".{0,5}".prop_map(Step::Type),
        1 => ".{0,5}".prop_map(Step::Rename),
        1 => Just(Step::Discard),
        1 => Just(Step::Reopen),
        4 => Just(Step::Hear),
        1 => fault.prop_map(Step::Break),
    ]
}

fn perform(part: &mut Part, device: &Device, step: Step) {
    match step {
        Step::SetUp => {
            part.fill_in("Spring", "", false, "5");
            part.send(Message::RoundSetUp { random: ROUND });
        }
        Step::Rehearse => drop(part.send(Message::RehearsalAsked)),
        Step::Load(from) => drop(part.read_files(&[&lines_of(from..from + 3, "0123")])),
        Step::Paste(id) => drop(part.paste(&code(&response(id, "4321")))),
        Step::Remove(id) => drop(part.send(Message::ResponseRemoved(ResponseId::from_random(id)))),
        Step::Undo => drop(part.send(Message::RemovalUndone)),
        Step::Close => drop(part.close()),
        Step::Drop => drop(part.send(Message::AgendaDropped(0))),
        Step::Type(text) => drop(part.send(Message::PurposeTyped(text))),
        Step::Rename(name) => {
            part.ask(Screen::SetUp);
            part.send(Message::NameTyped(name));
            part.send(Message::RoundSetUp { random: ROUND });
        }
        Step::Discard => drop(part.send(Message::DiscardConfirmed)),
        Step::Reopen => *part = Part::combine(device),
        Step::Hear => part.hear(),
        Step::Break(None) => device.mend(),
        Step::Break(Some(fault)) => device.break_with(fault),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn the_stored_round_can_be_read_and_is_what_one_of_the_tabs_shows(
        steps in prop::collection::vec((0..2usize, some_step()), 1..60),
    ) {
        let device = Device::new();
        let mut tabs = [Part::combine(&device), Part::combine(&device)];
        for (tab, step) in steps {
            perform(&mut tabs[tab], &device, step.clone());
            let stored = Part::combine(&device);
            prop_assert!(!matches!(view::round(&stored.model), RoundView::Unreadable));
            if let Some(text) = device.round() {
                prop_assert!(read_round(&text, stored.model.questionnaire()).is_ok());
            }
            // A store that takes nothing more may be behind what both show; then that is said.
            let is_shown = tabs.iter().any(|tab| tab.shown() == stored.shown());
            let is_told = tabs.iter().any(|tab| tab.model.notice() == Some(Notice::Failing));
            prop_assert!(is_shown || is_told, "after {step:?} by {tab}");
            let acting = &tabs[tab];
            if acting.model.notice().is_none() && !matches!(step, Step::Break(_)) {
                let is_behind = acting.shown() != stored.shown();
                // Only what another tab has done since it last heard.
                let mut heard = acting.shown();
                if is_behind {
                    tabs[tab].hear();
                    heard = tabs[tab].shown();
                }
                prop_assert_eq!(heard, stored.shown());
            }
        }
    }
}

#[test]
fn steps_that_are_taken_while_the_round_is_being_stored_are_stored_after_it() {
    let device = Device::new();
    let [mut part, _] = two(&device);
    part.close();
    let tell = |part: &mut Part, message| update(&mut part.model, message);
    let typed = |words: &str| Message::MeetingTyped(words.into());
    let first = tell(&mut part, typed("In May"));
    assert!(tell(&mut part, typed("In Jun")).iter().all(|effect| !matches!(effect, Effect::Write { .. })));
    tell(&mut part, typed("In June"));
    let [Effect::Write { part: what, .. }] = &first[..] else { panic!("one write: {first:?}") };
    let next = tell(&mut part, Message::Written { part: *what, outcome: Ok(()) });
    let [Effect::Write { text, expected: Expected::Text(Some(before)), .. }] = &next[..] else {
        panic!("one more write: {next:?}")
    };
    assert!(before.contains("In May") && text.contains("In June"));
    assert_eq!(tell(&mut part, Message::Written { part: *what, outcome: Ok(()) }), []);
}
