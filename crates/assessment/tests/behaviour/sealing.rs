//! A passphrase for what is kept: the door in front of it, and setting, changing and removing one.

use crate::tab::{Device, Fault, Tab, element, indicator, level, question};
use assessment::app::view::{self, DoorView, Notice, SealingView};
use assessment::app::{
    AtWork, Effect, FocusTarget, HistoryStep, Keeping, LookCause, LookedAt, Message, Passphrase, Reading,
    Refusal, Screen, SealingProblem, StoragePlace, StoreFailure,
};
use assessment::persist::{Stamp, Subject};
use assessment::text::{Key, TextKey as _};

fn passphrase() -> Passphrase {
    Passphrase::typed("correct horse battery")
}

fn unseal(passphrase: Passphrase) -> Effect {
    Effect::Unseal(passphrase)
}

/// A device with an answer and a note, and a tab that has found them sealed.
fn locked() -> (Device, Tab) {
    let device = Device::new();
    let mut before = Tab::open(&device);
    before.answer(0, level(2));
    before.note(0, "A secret");
    device.break_with(Fault::Sealed);
    let tab = Tab::open_where_it_can_seal(&device);
    (device, tab)
}

/// The same, opened with its passphrase.
fn opened() -> (Device, Tab) {
    let (device, mut tab) = locked();
    device.mend();
    device.seal(true);
    tab.send(Message::PassphraseEntered(passphrase()));
    tab.send(Message::Unsealed(Ok(())));
    tab.read_from_the_beginning();
    (device, tab)
}

fn door(tab: &Tab) -> DoorView {
    view::door(&tab.model).expect("a door")
}

/// What the door says is wrong.
fn problem(tab: &Tab) -> Option<Key> {
    door(tab).problem
}

fn is_sealed(tab: &Tab) -> bool {
    sealing(tab).state == Key::DataPassphraseSealed
}

fn sealing(tab: &Tab) -> SealingView {
    view::your_data(&tab.model).sealing.expect("something is kept on the device")
}

#[test]
fn what_is_sealed_is_behind_a_door_and_nothing_of_it_is_known() {
    let (_, tab) = locked();
    assert_eq!(tab.screen(), Screen::Locked);
    assert_eq!(view::door(&tab.model).map(|door| (door.may_open, problem(&tab))), Some((true, None)));
    assert_eq!((tab.shown(0), tab.shown_note(0)), (None, String::new()));
    assert_eq!(view::page_title(&tab.model), format!("{} – Sample", Key::DoorHeading.name()));
}

#[test]
fn a_page_that_opens_at_the_door_moves_nobodys_focus() {
    let device = Device::new();
    device.break_with(Fault::Sealed);
    let (tab, effects) = Tab::open_page_at(&device, "question-3", 2);
    assert_eq!(tab.screen(), Screen::Locked);
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::MoveFocus(_))), "{effects:?}");
}

#[test]
fn behind_the_door_nothing_is_written_whatever_happens() {
    let (device, mut tab) = locked();
    let before = device.texts();
    // Even if the store would take it.
    device.mend();
    for message in [
        Message::AllElementsChosen,
        Message::ElementChosen(element(1)),
        Message::ScreenAsked(question(1)),
        Message::AnswerChosen(indicator(1), level(1)),
        Message::NoteChanged(indicator(1), "New".into()),
        Message::OwnLineChanged("Mine".into()),
        Message::HistoryMoved { name: "question-2".into(), depth: 1 },
        Message::MirrorRead { records: device.texts().into_iter().collect() },
        Message::SaveAgainAsked,
        Message::LanguageCame(Tab::words("cy")),
    ] {
        tab.send(message.clone());
        assert_eq!(tab.screen(), Screen::Locked, "{message:?}");
        assert_eq!(device.texts(), before, "{message:?}");
    }
}

#[test]
fn the_right_passphrase_opens_it_where_the_member_was() {
    let (device, mut tab) = locked();
    let effects = tab.send(Message::PassphraseEntered(passphrase()));
    assert_eq!(effects, [unseal(passphrase())]);
    assert_eq!(door(&tab).at_work, Some(AtWork::Opening));
    // Nothing else can be asked for while it is tried.
    for message in [
        Message::PassphraseEntered(passphrase()),
        Message::ScreenAsked(Screen::Delete),
        Message::BackAsked,
        Message::KeepingChanged(false),
    ] {
        assert_eq!(tab.send(message.clone()), [], "{message:?}");
    }
    device.mend();
    device.seal(true);
    assert_eq!(tab.send(Message::Unsealed(Ok(()))), [Effect::Open]);
    let effects = tab.read_from_the_beginning();
    assert!(effects.contains(&Effect::MoveFocus(FocusTarget::Heading)), "{effects:?}");
    let title = |effect: &Effect| matches!(effect, Effect::ShowPlace { title, .. } if title == "Sample");
    assert!(effects.iter().any(title), "{effects:?}");
    assert_eq!(tab.screen(), Screen::Start);
    assert_eq!((tab.shown(0), tab.shown_note(0)), (Some(level(2)), "A secret".to_owned()));
    assert!(is_sealed(&tab));
}

#[test]
fn what_does_not_open_it_is_told_and_changes_nothing() {
    for (refusal, told, may_open) in [
        (Refusal::Wrong, Key::DoorWrong, true),
        (Refusal::Damaged, Key::DoorDamaged, false),
        (Refusal::OpenElsewhere, Key::DoorOpenElsewhere, true),
        (Refusal::Failed, Key::DoorFailed, true),
    ] {
        let (device, mut tab) = locked();
        let before = device.texts();
        tab.send(Message::PassphraseEntered(passphrase()));
        let effects = tab.send(Message::Unsealed(Err(refusal)));
        assert!(effects.contains(&Effect::MoveFocus(FocusTarget::ErrorSummary)), "{effects:?}");
        let door = door(&tab);
        assert_eq!((problem(&tab), door.may_open, door.at_work), (Some(told), may_open, None));
        assert!(view::page_title(&tab.model).starts_with(Key::ErrorTitlePrefix.name()));
        assert_eq!(device.texts(), before);
    }
}

#[test]
fn no_passphrase_at_all_is_told_without_trying_it() {
    let (_, mut tab) = locked();
    let effects = tab.send(Message::PassphraseEntered(Passphrase::typed("   ")));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Unseal(_))), "{effects:?}");
    assert_eq!(problem(&tab), Some(Key::DoorMissing));
}

#[test]
fn what_is_sealed_is_deleted_only_after_asking() {
    let (_, mut tab) = locked();
    tab.ask(Screen::Delete);
    assert!(door(&tab).is_deleting_asked);
    tab.send(Message::BackAsked);
    assert!(!door(&tab).is_deleting_asked);
    tab.ask(Screen::Delete);
    assert_eq!(tab.send(Message::DeleteConfirmed), [Effect::DeleteSealed]);
    assert_eq!(door(&tab).at_work, Some(AtWork::Deleting));
    tab.send(Message::SealDeleted(Err(Refusal::OpenElsewhere)));
    assert_eq!(problem(&tab), Some(Key::DoorOpenElsewhere));
}

#[test]
fn after_deleting_what_is_sealed_the_start_says_so() {
    let (device, mut tab) = locked();
    tab.ask(Screen::Delete);
    tab.send(Message::DeleteConfirmed);
    device.wipe();
    device.mend();
    assert_eq!(tab.send(Message::SealDeleted(Ok(()))), [Effect::Open]);
    tab.read_from_the_beginning();
    assert_eq!(tab.screen(), Screen::Start);
    assert!(view::start(&tab.model).is_deleted && !is_sealed(&tab));
}

#[test]
fn what_is_sealed_and_damaged_has_a_heading_of_its_own_until_it_is_deleted() {
    let (_, mut tab) = locked();
    tab.send(Message::PassphraseEntered(passphrase()));
    tab.send(Message::Unsealed(Err(Refusal::Damaged)));
    assert_eq!(door(&tab).heading, Key::DoorDamagedHeading);
    tab.ask(Screen::Delete);
    assert_eq!(door(&tab).heading, Key::DoorDeleteHeading);
    assert_eq!(view::page_title(&tab.model), format!("{} – Sample", Key::DoorDeleteHeading.name()));
    tab.send(Message::BackAsked);
    assert_eq!((door(&tab).heading, problem(&tab)), (Key::DoorDamagedHeading, Some(Key::DoorDamaged)));
}

#[test]
fn what_is_sealed_can_be_downloaded_as_it_is() {
    let (_, mut tab) = locked();
    assert_eq!(tab.send(Message::DownloadAsked(1)), [Effect::DownloadSealed]);
}

#[test]
fn whoever_goes_on_without_it_leaves_it_as_it_is() {
    let (device, mut tab) = locked();
    let before = device.texts();
    device.mend();
    tab.keep(false);
    assert_eq!(tab.screen(), Screen::Start);
    assert_eq!(tab.model.keeping(), Keeping::MemoryByPage);
    tab.answer(1, level(3));
    tab.hear();
    tab.send(Message::Returned);
    assert_eq!((tab.shown(0), tab.shown(1)), (None, Some(level(3))));
    assert_eq!(device.texts(), before);
}

#[test]
fn a_door_behind_which_nothing_is_left_opens_by_itself() {
    let (device, mut tab) = locked();
    device.mend();
    assert_eq!(tab.send(Message::Returned), [Effect::Open]);
    tab.read_from_the_beginning();
    assert_eq!((tab.screen(), tab.shown(0)), (Screen::Start, Some(level(2))));
}

#[test]
fn another_tab_that_seals_closes_this_one_whatever_it_does_next() {
    for act in [
        (|tab| drop(tab.send(Message::Returned))) as fn(&mut Tab),
        |tab| drop(tab.send(Message::AnswerChosen(indicator(3), level(1)))),
        |tab| drop(tab.note(3, "New")),
        |tab| drop(tab.ask(Screen::YourData)),
        |tab| drop(tab.delete()),
    ] {
        let device = Device::new();
        let mut tab = Tab::open_where_it_can_seal(&device);
        tab.answer(0, level(2));
        tab.ask(question(3));
        device.break_with(Fault::Sealed);
        act(&mut tab);
        assert_eq!((tab.screen(), tab.shown(0)), (Screen::Locked, None));
        assert_eq!(tab.told.last(), Some(&(0, 8)), "the page is not told what is locked");
    }
}

#[test]
fn what_another_tab_that_seals_finds_not_stored_is_handed_on_to_be_held() {
    let device = Device::new();
    let mut tab = Tab::open_where_it_can_seal(&device);
    tab.ask(question(3));
    device.break_with(Fault::Full);
    tab.send(Message::NoteChanged(indicator(3), "First".into()));
    device.break_with(Fault::Sealed);
    let effects = tab.send(Message::AnswerChosen(indicator(3), level(1)));
    let written: Vec<Subject> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Write { subject, .. } => Some(*subject),
            _ => None,
        })
        .collect();
    assert_eq!(written, [Subject::Note(indicator(3)), Subject::Answer(indicator(3))]);
}

#[test]
fn what_is_answered_without_keeping_stays_when_another_tab_seals() {
    let device = Device::new();
    let mut tab = Tab::open_where_it_can_seal(&device);
    tab.answer(0, level(2));
    tab.keep(false);
    tab.answer(1, level(3));
    device.break_with(Fault::Sealed);
    tab.send(Message::Returned);
    tab.answer(2, level(1));
    assert_eq!([0, 1, 2].map(|index| tab.shown(index)), [None, Some(level(3)), Some(level(1))]);
    assert_eq!(tab.model.keeping(), Keeping::MemoryByPage);
    assert_eq!(tab.notice(), Some(Notice::NotKept));
}

#[test]
fn every_way_in_which_the_store_says_sealed_closes_the_door() {
    let sealed = StoreFailure::Sealed;
    let subject = Subject::Answer(indicator(0));
    let stamp = Stamp::default();
    for message in [
        Message::StoreRead { reading: Reading::Again, records: Err(sealed), is_sealed: false },
        Message::Looked { subject, cause: LookCause::Change, found: Err(sealed) },
        Message::Written { subject, stamp, outcome: Err(sealed) },
        Message::SetAside { subject, key: String::new(), outcome: Err(sealed) },
        Message::Removed(Err(sealed)),
    ] {
        let (_, mut tab) = opened();
        tab.send(message.clone());
        assert_eq!(tab.screen(), Screen::Locked, "{message:?}");
    }
}

#[test]
fn a_short_passphrase_is_told_and_sets_none() {
    let device = Device::new();
    let mut tab = Tab::open_where_it_can_seal(&device);
    tab.ask(Screen::Passphrase);
    let effects = tab.send(Message::PassphraseChosen(Passphrase::typed("elevenchars")));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Seal(_))), "{effects:?}");
    assert!(effects.contains(&Effect::MoveFocus(FocusTarget::ErrorSummary)), "{effects:?}");
    assert_eq!(view::passphrase(&tab.model).problem, Some(Key::PassphraseTooShort));
    assert!(view::page_title(&tab.model).starts_with(Key::ErrorTitlePrefix.name()));
    tab.send(Message::BackAsked);
    tab.ask(Screen::Passphrase);
    assert_eq!(view::passphrase(&tab.model).problem, None);
}

#[test]
fn setting_changing_and_removing_a_passphrase_are_each_told() {
    let device = Device::new();
    let mut tab = Tab::open_where_it_can_seal(&device);
    for done in [Key::PassphraseWasSet, Key::PassphraseWasChanged] {
        tab.ask(Screen::YourData);
        tab.ask(Screen::Passphrase);
        let effects = tab.send(Message::PassphraseChosen(passphrase()));
        assert_eq!(effects, [Effect::Seal(passphrase())]);
        assert!(view::passphrase(&tab.model).is_under_way);
        assert_eq!(tab.send(Message::PassphraseChosen(passphrase())), []);
        device.seal(true);
        let effects = tab.send(Message::Sealed(Ok(())));
        // Back leads to where the member came from, and not to the form.
        let is_push = |effect: &Effect| matches!(effect, Effect::ShowPlace { step: HistoryStep::Push, .. });
        assert!(!effects.iter().any(is_push), "{effects:?}");
        assert_eq!(tab.screen(), Screen::YourData);
        assert_eq!((sealing(&tab).done, is_sealed(&tab)), (Some(done), true));
    }
    assert_eq!(tab.send(Message::PassphraseRemoved), [Effect::RemoveSeal]);
    device.seal(false);
    let effects = tab.send(Message::SealRemoved(Ok(())));
    assert!(effects.contains(&Effect::MoveFocus(FocusTarget::Heading)), "{effects:?}");
    assert_eq!((sealing(&tab).done, is_sealed(&tab)), (Some(Key::PassphraseWasRemoved), false));
    tab.ask(Screen::Start);
    tab.ask(Screen::YourData);
    assert_eq!(sealing(&tab).done, None);
}

#[test]
fn what_was_not_done_about_a_passphrase_is_told_and_leaves_it_as_it_was() {
    for (problem, told) in [
        (SealingProblem::SetElsewhere, Key::PassphraseSetElsewhere),
        (SealingProblem::Full, Key::PassphraseFull),
        (SealingProblem::Failed, Key::PassphraseFailed),
    ] {
        let mut tab = Tab::open_where_it_can_seal(&Device::new());
        tab.ask(Screen::Passphrase);
        tab.send(Message::PassphraseChosen(passphrase()));
        tab.send(Message::Sealed(Err(problem)));
        assert_eq!(tab.screen(), Screen::Passphrase);
        let view = view::passphrase(&tab.model);
        assert_eq!((view.problem, view.is_sealed, view.is_under_way), (Some(told), false, false));

        let (_, mut tab) = opened();
        tab.ask(Screen::YourData);
        tab.send(Message::PassphraseRemoved);
        tab.send(Message::SealRemoved(Err(problem)));
        assert_eq!((sealing(&tab).problem, is_sealed(&tab)), (Some(told), true));
    }
}

#[test]
fn whoever_leaves_before_a_passphrase_is_set_is_told_when_they_come_back() {
    let device = Device::new();
    let mut tab = Tab::open_where_it_can_seal(&device);
    tab.ask(Screen::Passphrase);
    tab.send(Message::PassphraseChosen(passphrase()));
    tab.ask(Screen::Start);
    device.seal(true);
    assert_eq!(tab.send(Message::Sealed(Ok(()))).len(), 1, "the title alone");
    assert_eq!(tab.screen(), Screen::Start);
    tab.ask(Screen::YourData);
    assert_eq!(sealing(&tab).done, Some(Key::PassphraseWasSet));
}

#[test]
fn what_is_sealed_says_saving_until_it_is_stored() {
    let (device, mut tab) = opened();
    tab.ask(question(1));
    let subject = Subject::Answer(indicator(1));
    let state = |tab: &Tab| {
        let state = view::question_state(&tab.model, indicator(1));
        (state.is_saving, state.is_saved)
    };
    tab.tell(Message::AnswerChosen(indicator(1), level(4)));
    assert_eq!(state(&tab), (true, false));
    let found = Ok(LookedAt { header: device.text(Subject::Header), text: None });
    let effects = tab.tell(Message::Looked { subject, cause: LookCause::Change, found });
    let stamp = effects.iter().find_map(|effect| match effect {
        Effect::Write { stamp, .. } => Some(*stamp),
        _ => None,
    });
    assert_eq!(state(&tab), (true, false));
    let effects = tab.tell(Message::Written { subject, stamp: stamp.expect("a write"), outcome: Ok(()) });
    assert_eq!(state(&tab), (false, true));
    assert!(effects.contains(&Effect::WarnBeforeLeaving(false)), "{effects:?}");
}

#[test]
fn with_each_letter_of_a_note_nothing_is_read_out() {
    let (_, mut tab) = opened();
    let is_told = |tab: &Tab| view::question_state(&tab.model, indicator(1)).is_saving_told;
    tab.answer(1, level(4));
    assert!(is_told(&tab));
    tab.note(1, "N");
    assert!(!is_told(&tab));
    let mut unsealed = Tab::open(&Device::new());
    unsealed.note(1, "N");
    assert!(is_told(&unsealed));
}

#[test]
fn what_is_not_stored_yet_is_warned_of_and_not_locked_away() {
    let (device, mut tab) = opened();
    assert!(sealing(&tab).may_lock);
    assert_eq!(tab.send(Message::LockAsked), [Effect::Lock]);
    tab.ask(question(1));
    device.break_with(Fault::Full);
    let effects = tab.send(Message::AnswerChosen(indicator(1), level(1)));
    assert!(effects.contains(&Effect::WarnBeforeLeaving(true)), "{effects:?}");
    assert!(!sealing(&tab).may_lock);
    assert_eq!(tab.send(Message::LockAsked), []);
}

#[test]
fn a_passphrase_is_offered_only_for_what_is_kept_on_the_device() {
    let device = Device::new();
    assert_eq!(sealing(&Tab::open(&device)).state, Key::DataPassphraseImpossible);
    assert_eq!(sealing(&Tab::open_where_it_can_seal(&device)).state, Key::DataPassphraseNone);
    for storage in [StoragePlace::Tab, StoragePlace::Nowhere] {
        let tab = Tab::open_kept_in(&device, storage);
        assert_eq!(view::your_data(&tab.model).sealing, None);
    }
}

#[test]
fn deleting_everything_leaves_the_passphrase() {
    let (_, mut tab) = opened();
    tab.delete();
    assert!(is_sealed(&tab) && view::start(&tab.model).is_deleted);
}
