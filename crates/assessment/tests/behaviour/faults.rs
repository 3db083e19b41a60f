//! A store that fails at every possible call in turn, throughout one visit that does everything.

use crate::tab::{Device, Fault, Tab, encode, indicator, key, level, stamp};
use assessment::answers::Answer;
use assessment::app::view::{self, Notice};
use assessment::app::{Keeping, Loading, Message, Screen};
use assessment::persist::{Stored, Subject, write_copy};

/// What one member has put in, or sees.
#[derive(Clone, Debug, Default, PartialEq)]
struct Content {
    answers: [Option<Answer>; 8],
    notes: [String; 8],
    line: String,
}

impl Content {
    fn shown(tab: &Tab) -> Self {
        Self {
            answers: std::array::from_fn(|index| tab.shown(index)),
            notes: std::array::from_fn(|index| tab.shown_note(index)),
            line: view::board(&tab.model).own_line,
        }
    }

    /// What comes back from the store as it is.
    fn stored(device: &Device) -> Self {
        Self::shown(&Tab::open(&device.twin()))
    }
}

/// A visit under way.
struct Visit {
    device: Device,
    tab: Tab,
    other: Tab,
    /// What should be on the screen.
    put_in: Content,
    /// Whether everything was just deleted.
    is_deleted: bool,
}

/// What a visit does, in order.
const STEPS: [fn(&mut Visit); 12] = [
    |visit| visit.answer(0, level(3)),
    |visit| visit.note(0, "Seen in May"),
    |visit| visit.answer(1, Answer::DontKnow),
    |visit| visit.answer(0, level(1)),
    |visit| {
        visit.put_in.line = "Mine".into();
        visit.tab.send(Message::OwnLineChanged("Mine".into()));
    },
    |visit| {
        visit.tab.send(Message::ContinueAsked);
        visit.tab.ask(Screen::Check);
        visit.tab.ask(Screen::Results);
    },
    Visit::let_the_other_tab_change_something,
    |visit| drop(visit.tab.download()),
    Visit::load_a_copy,
    Visit::delete,
    |visit| {
        visit.answer(0, level(4));
        visit.note(2, "Afterwards");
    },
    Visit::reopen,
];

/// How many of the steps come before everything is deleted.
const BEFORE_THE_DELETE: usize = 9;

impl Visit {
    fn begin(fault: Fault) -> Self {
        let device = Device::new();
        let other = Tab::open(&device);
        device.break_with(fault);
        let tab = Tab::open(&device);
        Self { device, tab, other, put_in: Content::default(), is_deleted: false }
    }

    fn answer(&mut self, index: usize, answer: Answer) {
        self.put_in.answers[index] = Some(answer);
        self.is_deleted = false;
        self.tab.answer(index, answer);
    }

    fn note(&mut self, index: usize, note: &str) {
        self.put_in.notes[index] = note.to_owned();
        self.tab.note(index, note);
    }

    fn let_the_other_tab_change_something(&mut self) {
        self.other.hear();
        self.other.answer(4, level(2));
        self.other.note(5, "From the other tab");
        self.tab.hear();
        if self.tab.model.keeping() == Keeping::Device {
            // What did not get into the store cannot be known here.
            let stored = Content::stored(&self.device);
            self.put_in.answers[4] = stored.answers[4];
            self.put_in.notes[5].clone_from(&stored.notes[5]);
        }
    }

    fn load_a_copy(&mut self) {
        let text = encode(Stored::Answer(Some(level(4))), stamp(0, 900, 9));
        self.tab.load(&write_copy(&[(key(Subject::Answer(indicator(6))), text)]), Loading::Adding);
        self.put_in.answers[6] = Some(level(4));
    }

    fn delete(&mut self) {
        self.tab.delete();
        self.put_in = Content::default();
        self.is_deleted = true;
    }

    fn reopen(&mut self) {
        self.tab = Tab::open(&self.device);
        self.put_in = match self.tab.model.keeping() {
            Keeping::Device => Content::stored(&self.device),
            _ => Content::default(),
        };
    }
}

/// How often the whole visit calls the store.
fn calls_of_the_visit() -> usize {
    let mut visit = Visit::begin(Fault::AtCall(usize::MAX));
    for step in STEPS {
        step(&mut visit);
    }
    visit.device.calls()
}

/// Every fault at every call, and those that last.
fn faults() -> impl Iterator<Item = Fault> {
    let calls = 1..=calls_of_the_visit();
    let at_calls = calls.flat_map(|call| [Fault::AtCall(call), Fault::FromCall(call)]);
    at_calls.chain([Fault::Blocked, Fault::Full, Fault::Sticking, Fault::NoRoomFor(75)])
}

/// Plays the visit with every fault and looks after each step, which is told with its number.
fn after_each_step(mut look: impl FnMut(&mut Visit, &str)) {
    for fault in faults() {
        let mut visit = Visit::begin(fault);
        for (number, step) in STEPS.iter().enumerate() {
            step(&mut visit);
            look(&mut visit, &format!("{fault:?}, after step {number}"));
        }
    }
}

/// Plays the visit with every fault up to every step, and ends it with a store that works again.
fn mended_after_each_step(mut look: impl FnMut(&mut Visit, &str)) {
    for fault in faults() {
        for steps in 1..=STEPS.len() {
            let mut visit = Visit::begin(fault);
            STEPS[..steps].iter().for_each(|step| step(&mut visit));
            visit.device.mend();
            // Whoever opened the page without a store goes on without one.
            if visit.tab.model.keeping() == Keeping::Device {
                look(&mut visit, &format!("{fault:?}, mended after step {}", steps - 1));
            }
        }
    }
}

#[test]
fn the_visit_calls_the_store_often() {
    assert!(calls_of_the_visit() > 40, "{}", calls_of_the_visit());
}

#[test]
fn what_is_on_the_screen_is_what_was_put_in_whichever_call_fails() {
    after_each_step(|visit, when| assert_eq!(Content::shown(&visit.tab), visit.put_in, "{when}"));
}

#[test]
fn what_is_called_saved_is_stored_and_comes_back_whichever_call_fails() {
    after_each_step(|visit, when| {
        let stored = Content::stored(&visit.device);
        for index in (0..8).filter(|index| visit.tab.says_saved(*index)) {
            let shown = (visit.tab.shown(index), visit.tab.shown_note(index));
            assert_eq!((stored.answers[index], stored.notes[index].clone()), shown, "{when}");
        }
    });
}

#[test]
fn a_notice_is_shown_whenever_the_screen_is_not_what_is_stored_whichever_call_fails() {
    after_each_step(|visit, when| {
        if visit.tab.notice().is_none() {
            assert_eq!(Content::shown(&visit.tab), Content::stored(&visit.device), "{when}");
        }
    });
}

#[test]
fn a_delete_that_failed_is_said_whichever_call_fails() {
    after_each_step(|visit, when| {
        let is_left = Content::stored(&visit.device) != Content::default();
        if visit.is_deleted && is_left && visit.tab.model.keeping() == Keeping::Device {
            assert_eq!(visit.tab.notice(), Some(Notice::DeleteFailing), "{when}");
        }
    });
}

#[test]
fn a_text_that_cannot_be_read_is_never_lost_whichever_call_fails() {
    for fault in faults() {
        let mut visit = Visit::begin(fault);
        visit.device.plant(Subject::Note(indicator(0)), "{");
        for (number, step) in STEPS[..BEFORE_THE_DELETE].iter().enumerate() {
            step(&mut visit);
            let mut texts = visit.device.texts().into_values();
            assert!(texts.any(|text| text == "{"), "{fault:?}, after step {number}");
        }
    }
}

#[test]
fn one_more_answer_stores_everything_once_the_store_works_again() {
    mended_after_each_step(|visit, when| {
        visit.answer(7, level(0));
        assert_eq!(visit.tab.notice(), None, "{when}");
        assert_eq!(Content::stored(&visit.device), visit.put_in, "{when}");
    });
}

#[test]
fn saving_again_stores_everything_once_the_store_works_again() {
    mended_after_each_step(|visit, when| {
        visit.tab.send(Message::SaveAgainAsked);
        assert_eq!(visit.tab.notice(), None, "{when}");
        assert_eq!(Content::stored(&visit.device), visit.put_in, "{when}");
    });
}

#[test]
fn what_was_deleted_is_off_the_device_after_one_more_answer_once_the_store_works_again() {
    mended_after_each_step(|visit, when| {
        let was_deleted = visit.is_deleted;
        visit.answer(7, level(0));
        let is_left = |index| visit.device.text(Subject::Answer(indicator(index))).is_some();
        assert!(!was_deleted || !is_left(0) && !is_left(1), "{when}: {:?}", visit.device.keys());
    });
}
