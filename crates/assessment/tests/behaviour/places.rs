//! Back, history and titles.

use crate::tab::{Device, Fault, Tab, element, focus, indicator, level, places, question, title};
use assessment::app::{Effect, FocusTarget, HistoryStep, Message, Screen, view};

#[test]
fn back_without_a_history_follows_the_order_of_the_screens() {
    let all = |tab: &mut Tab| drop(tab.send(Message::AllElementsChosen));
    let one = |tab: &mut Tab| drop(tab.send(Message::ElementChosen(element(1))));
    /// How to begin, where to be, and where Back then leads.
    type Way = (fn(&mut Tab), Screen, Screen);
    let ways: [Way; 12] = [
        (all, question(3), question(2)),
        (all, question(2), question(1)),
        (all, question(0), Screen::Tasks),
        (one, question(3), question(2)),
        (one, question(2), Screen::Tasks),
        (all, Screen::Check, Screen::Tasks),
        (all, Screen::Results, Screen::Check),
        (one, Screen::ElementResults(element(1)), Screen::Tasks),
        (all, Screen::Tasks, Screen::Start),
        (all, Screen::About, Screen::Start),
        (all, Screen::Delete, question(0)),
        (all, Screen::Start, Screen::Start),
    ];
    for (begin, from, expected) in ways {
        let mut tab = Tab::open(&Device::new());
        begin(&mut tab);
        tab.ask(from);
        let effects = tab.send(Message::BackAsked);
        assert_eq!(tab.screen(), expected, "from {from:?}");
        assert_eq!(focus(&effects), Some(FocusTarget::Heading));
    }
}

#[test]
fn somebody_elses_page_keeps_its_title_and_history() {
    let mut tab = Tab::open(&Device::new());
    let mut effects = tab.send(Message::AllElementsChosen);
    effects.extend(tab.send(Message::ContinueAsked));
    effects.extend(tab.answer(0, level(1)));
    effects.extend(tab.send(Message::ContinueAsked));
    effects.extend(tab.send(Message::BackAsked));
    effects.extend(tab.delete());
    assert!(places(&effects).is_empty(), "{effects:?}");
    assert!(!effects.contains(&Effect::GoBack));
}

#[test]
fn each_new_screen_is_one_history_entry_deeper() {
    let mut tab = Tab::open_page(&Device::new());
    assert_eq!(places(&tab.ask(Screen::Tasks)), [("elements", 1, HistoryStep::Push)]);
    assert_eq!(places(&tab.send(Message::ElementChosen(element(1)))), [("question-3", 2, HistoryStep::Push)]);
    assert_eq!(places(&tab.send(Message::SkipAsked)), [("question-4", 3, HistoryStep::Push)]);
    assert_eq!(places(&tab.send(Message::SkipAsked)), [("results-2", 4, HistoryStep::Push)]);
}

#[test]
fn a_double_click_makes_one_history_entry() {
    let mut tab = Tab::open_page(&Device::new());
    tab.send(Message::AllElementsChosen);
    assert_eq!(places(&tab.send(Message::AllElementsChosen)), [("question-1", 1, HistoryStep::Keep)]);
    tab.ask(Screen::About);
    assert_eq!(places(&tab.ask(Screen::About)), [("about", 2, HistoryStep::Keep)]);
}

#[test]
fn back_follows_the_browser_while_entries_of_ours_lie_before() {
    let mut tab = Tab::open_page(&Device::new());
    tab.send(Message::AllElementsChosen);
    tab.send(Message::SkipAsked);
    assert_eq!(tab.send(Message::BackAsked), [Effect::GoBack]);
    assert_eq!(tab.screen(), question(1), "nothing moves until the browser has moved");

    let effects = tab.send(Message::HistoryMoved { name: "question-1".into(), depth: 1 });
    assert_eq!(tab.screen(), question(0));
    assert_eq!(places(&effects), [("question-1", 1, HistoryStep::Keep)]);
    assert_eq!(tab.send(Message::BackAsked), [Effect::GoBack]);
}

#[test]
fn whoever_asks_twice_before_the_browser_has_moved_goes_one_step() {
    let mut tab = Tab::open_page(&Device::new());
    tab.send(Message::AllElementsChosen);
    tab.send(Message::SkipAsked);
    assert_eq!(tab.send(Message::BackAsked), [Effect::GoBack]);
    assert_eq!(tab.send(Message::BackAsked), []);
    tab.send(Message::HistoryMoved { name: "question-1".into(), depth: 1 });
    assert_eq!(tab.send(Message::BackAsked), [Effect::GoBack]);
}

#[test]
fn whoever_does_not_delete_is_where_they_were() {
    for from in [Screen::Results, Screen::YourData, Screen::Start] {
        let mut tab = Tab::open(&Device::new());
        tab.send(Message::AllElementsChosen);
        tab.ask(from);
        tab.ask(Screen::Delete);
        tab.ask(Screen::Delete);
        tab.send(Message::BackAsked);
        assert_eq!(tab.screen(), from);
    }
}

#[test]
fn back_at_the_first_entry_takes_its_place() {
    let (mut tab, _) = Tab::open_page_at(&Device::new(), "check", 0);
    let effects = tab.send(Message::BackAsked);
    assert_eq!(tab.screen(), Screen::Tasks);
    assert_eq!(places(&effects), [("elements", 0, HistoryStep::Replace)]);
}

#[test]
fn going_on_after_going_back_counts_from_there() {
    let mut tab = Tab::open_page(&Device::new());
    tab.send(Message::AllElementsChosen);
    tab.send(Message::SkipAsked);
    tab.send(Message::SkipAsked);
    tab.send(Message::HistoryMoved { name: "question-1".into(), depth: 1 });
    assert_eq!(places(&tab.ask(Screen::Tasks)), [("elements", 2, HistoryStep::Push)]);
}

#[test]
fn back_and_forward_of_the_browser_lead_to_the_screen_of_the_entry() {
    let mut tab = Tab::open_page(&Device::new());
    for (name, screen) in [
        ("check", Screen::Check),
        ("results-3", Screen::ElementResults(element(2))),
        ("start", Screen::Start),
    ] {
        let effects = tab.send(Message::HistoryMoved { name: name.into(), depth: 1 });
        assert_eq!(tab.screen(), screen);
        assert_eq!(places(&effects), [(name, 1, HistoryStep::Keep)]);
        assert_eq!(focus(&effects), Some(FocusTarget::Heading));
    }
}

#[test]
fn an_entry_that_names_no_screen_of_ours_is_the_start() {
    for name in ["question-9", "question-0", "results-5", "another-program", ""] {
        let mut tab = Tab::open_page(&Device::new());
        tab.send(Message::AllElementsChosen);
        tab.send(Message::HistoryMoved { name: name.into(), depth: 0 });
        assert_eq!(tab.screen(), Screen::Start, "{name}");
    }
}

#[test]
fn going_back_out_of_a_change_ends_it() {
    let mut tab = Tab::open_page(&Device::new());
    tab.ask(Screen::Check);
    tab.send(Message::ChangeAsked(indicator(2)));
    tab.send(Message::HistoryMoved { name: "check".into(), depth: 1 });
    assert_eq!(tab.screen(), Screen::Check);
    tab.send(Message::HistoryMoved { name: "question-3".into(), depth: 2 });
    tab.send(Message::SkipAsked);
    assert_eq!(tab.screen(), question(3));
}

#[test]
fn loading_the_page_again_stays_at_its_place() {
    let device = Device::new();
    let mut before = Tab::open_page(&device);
    before.answer(4, level(2));
    let (mut after, effects) = Tab::open_page_at(&device, "question-5", 3);
    assert_eq!(after.screen(), question(4));
    assert_eq!(after.shown(4), Some(level(2)));
    assert_eq!(places(&effects), [("question-5", 3, HistoryStep::Replace)]);
    assert_eq!(after.send(Message::BackAsked), [Effect::GoBack]);
}

#[test]
fn loading_the_page_again_begins_at_the_start_where_nothing_could_be_kept() {
    let device = Device::new();
    device.break_with(Fault::Blocked);
    let (tab, effects) = Tab::open_page_at(&device, "question-5", 3);
    assert_eq!(tab.screen(), Screen::Start);
    assert_eq!(places(&effects), [("start", 3, HistoryStep::Replace)]);
}

#[test]
fn loading_the_page_again_at_a_place_that_is_gone_begins_at_the_start() {
    let (tab, _) = Tab::open_page_at(&Device::new(), "question-900", 3);
    assert_eq!(tab.screen(), Screen::Start);
}

#[test]
fn opening_takes_no_focus() {
    let (_, effects) = Tab::open_page_at(&Device::new(), "question-5", 3);
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::MoveFocus(_))), "{effects:?}");
}

#[test]
fn neither_title_nor_history_says_what_is_asked_or_answered() {
    let mut tab = Tab::open_page(&Device::new());
    tab.answer(0, level(3));
    tab.note(0, "A secret");
    let screens = [
        Screen::Start,
        Screen::About,
        Screen::Tasks,
        question(0),
        Screen::Check,
        Screen::Results,
        Screen::ElementResults(element(0)),
        Screen::Delete,
    ];
    for screen in screens {
        let effects = tab.ask(screen);
        let [(name, _, _)] = places(&effects)[..] else { panic!("{effects:?}") };
        let said = format!("{name} {}", title(&effects).expect("a title"));
        for word in ["Title", "Question ", "Description", "Level", "Element ", "secret"] {
            assert!(!said.contains(word), "{said}");
        }
        assert!(title(&effects).is_some_and(|title| title.ends_with(view::page_title(&tab.model).as_str())));
    }
}
