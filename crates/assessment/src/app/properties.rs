//! What holds after every message, whatever was done before and whatever the store did.

use super::samples::{catalogue, questionnaire_of};
use super::sheet::Sheet;
use super::{
    Effect, HistoryStep, Loading, MemoryStore, Message, Model, Navigation, Screen, Settings, StoragePlace,
    StoreFailure, Words, update, view,
};
use crate::answers::{Answer, Answers};
use crate::persist::{
    BoardItem, Header, Journey, Keys, Record, Stamp, Stored, Subject, TakeToBoard, WriterId, write_copy,
};
use crate::questionnaire::{Asker, ElementPosition, IndicatorPosition, Level, Questionnaire};
use crate::text::{Catalogue, Writing};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::{Arc, LazyLock};

const SIZES: [usize; 3] = [2, 1, 4];
const INDICATORS: usize = 7;

static QUESTIONNAIRE: LazyLock<Arc<Questionnaire>> = LazyLock::new(|| questionnaire_of(&SIZES, 5).into());
static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| catalogue().into());
static KEYS: LazyLock<Keys> = LazyLock::new(|| Keys::new("answers", QUESTIONNAIRE.fingerprint()));

fn key(subject: Subject) -> String {
    KEYS.key(subject, &QUESTIONNAIRE)
}

/// A copy that has read the store, and what it wants done first.
fn open(
    store: Option<&MemoryStore>,
    navigation: Navigation,
    storage: StoragePlace,
    writer: u64,
    history: Option<(String, usize)>,
) -> (Model, Vec<Effect>) {
    let settings = Settings { storage, ..Settings::new("answers", navigation) };
    let (mut model, _) = Model::new(QUESTIONNAIRE.clone(), CATALOGUE.clone(), settings);
    let records = store.map(MemoryStore::records).ok_or(StoreFailure::Blocked);
    let effects =
        update(&mut model, Message::Opened { records, is_sealed: false, writer: WriterId(writer), history });
    (model, effects)
}

// One tab

/// What happens to one tab and around it.
#[derive(Clone, Debug)]
enum Event {
    Send(Message),
    /// Back (-1) or Forward (1) of the browser.
    Move(isize),
    Reload,
    /// Something removes all that the website has stored, with a notice or without.
    Wipe {
        is_told: bool,
    },
    /// Another tab writes a record; its epoch is that of this tab, one less or one more.
    OtherWrites {
        subject: Subject,
        epoch: i8,
        counter: u64,
        level: u8,
    },
}

/// What the store does with the writes of one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mood {
    Takes,
    Refuses,
    /// Takes it, and the answer is never heard.
    TakesInSilence,
    /// Takes nothing, and the answer is never heard.
    Drops,
}

/// One tab in its browser, with what the browser knows.
struct Browser {
    model: Model,
    navigation: Navigation,
    storage: StoragePlace,
    /// `None` where it is blocked.
    store: Option<MemoryStore>,
    /// The versions that the store said it holds, since nobody has overwritten them.
    acknowledged: HashMap<Subject, Stamp>,
    /// What the store may not hold as it stands without the tab's knowing: it dropped it without a
    /// word, or another tab has just written over it.
    unsure: HashSet<Subject>,
    /// The history: a screen's name, unless the entry is not ours yet, and a depth.
    entries: Vec<(Option<String>, usize)>,
    entry: usize,
    is_asking_before_leaving: bool,
    /// Whether this copy was ever without keeping, so that the history did not follow.
    has_strayed: bool,
    opened: u64,
}

impl Browser {
    fn open(navigation: Navigation, storage: StoragePlace, is_blocked: bool) -> Self {
        let store = (!is_blocked).then(MemoryStore::default);
        let (model, effects) = open(store.as_ref(), navigation, storage, 1, None);
        assert!(effects.iter().all(|effect| *effect == Effect::ReadMirror), "{effects:?}");
        Self {
            model,
            navigation,
            storage,
            store,
            acknowledged: HashMap::new(),
            unsure: HashSet::new(),
            entries: vec![(None, 0)],
            entry: 0,
            is_asking_before_leaving: false,
            has_strayed: false,
            opened: 1,
        }
    }

    fn happen(&mut self, event: Event, mood: Mood) {
        match event {
            Event::Send(message) => self.send(message, mood),
            Event::Move(by) => self.go_in_history(by, mood),
            Event::Reload => self.reload(mood),
            Event::Wipe { is_told } => self.wipe(is_told, mood),
            Event::OtherWrites { subject, epoch, counter, level } => {
                let epoch = self.model.kept().epoch().saturating_add_signed(epoch.into());
                let stamp = Stamp { epoch, counter, writer: WriterId(1_000) };
                self.see(subject, &Record { stored: some_content(subject, level), stamp }, mood);
            }
        }
    }

    /// Sends a message and then whatever the browser answers, in its order.
    fn send(&mut self, message: Message, mood: Mood) {
        let mut waiting = VecDeque::from([message]);
        let mut sent = 0;
        while let Some(message) = waiting.pop_front() {
            sent += 1;
            assert!(sent < 1_000, "it goes on for ever: {message:?}");
            let effects = update(&mut self.model, message);
            self.check_traces(&effects);
            // Places first, as the browser is there at once; what the store says comes afterwards.
            for effect in &effects {
                self.note_place(effect);
            }
            self.check();
            waiting.extend(effects.into_iter().filter_map(|effect| self.perform(effect, mood)));
        }
    }

    /// Whoever wants nothing kept leaves nothing anywhere.
    fn check_traces(&mut self, effects: &[Effect]) {
        if !self.model.keeping().leaves_no_trace() {
            return;
        }
        self.has_strayed = true;
        let leaves_a_trace = |effect: &Effect| match effect {
            Effect::Write { .. } | Effect::SetAside { .. } | Effect::GoBack => true,
            Effect::ShowPlace { step, title, .. } => *step != HistoryStep::Keep || title != "Sample",
            _ => false,
        };
        assert!(!effects.iter().any(leaves_a_trace), "{effects:?}");
    }

    fn note_place(&mut self, effect: &Effect) {
        match effect {
            Effect::ShowPlace { name, depth, step, .. } => {
                assert_eq!(self.navigation, Navigation::Page);
                match step {
                    HistoryStep::Push => {
                        self.entries.truncate(self.entry + 1);
                        self.entries.push((Some(name.clone()), *depth));
                        self.entry += 1;
                    }
                    HistoryStep::Replace => self.entries[self.entry] = (Some(name.clone()), *depth),
                    HistoryStep::Keep => {}
                }
            }
            Effect::WarnBeforeLeaving(is_asking) => {
                assert_ne!(self.is_asking_before_leaving, *is_asking, "said only when it changes");
                self.is_asking_before_leaving = *is_asking;
            }
            _ => {}
        }
    }

    fn perform(&mut self, effect: Effect, mood: Mood) -> Option<Message> {
        match effect {
            Effect::Write { subject, stamp, .. } => {
                let store = self.store.as_mut().expect("nothing is written to a blocked store");
                self.acknowledged.remove(&subject);
                if matches!(mood, Mood::Takes | Mood::TakesInSilence) {
                    let _ = store.perform(&effect);
                    self.unsure.remove(&subject);
                }
                match mood {
                    Mood::Takes => {
                        self.acknowledged.insert(subject, stamp);
                        return Some(Message::Written { subject, stamp, outcome: Ok(()) });
                    }
                    Mood::Refuses => {
                        let outcome = Err(StoreFailure::Full);
                        return Some(Message::Written { subject, stamp, outcome });
                    }
                    Mood::TakesInSilence => {}
                    Mood::Drops => {
                        self.unsure.insert(subject);
                    }
                }
                None
            }
            Effect::Remove { ref keys } => {
                let store = self.store.as_mut().expect("nothing is removed from a blocked store");
                let answer = store.perform(&effect);
                for subject in Keys::subjects(&QUESTIONNAIRE).filter(|subject| keys.contains(&key(*subject)))
                {
                    let removed = self.acknowledged.remove(&subject);
                    assert_ne!(removed, Some(self.model.kept().stamp(subject)), "{subject:?} stands");
                }
                answer
            }
            Effect::GoBack => {
                assert!(self.entry > 0, "Back leads to an entry of ours");
                self.move_in_history(-1)
            }
            _ => self.store.as_mut().and_then(|store| store.perform(&effect)),
        }
    }

    fn go_in_history(&mut self, by: isize, mood: Mood) {
        if let Some(message) = self.move_in_history(by) {
            self.send(message, mood);
        }
    }

    fn move_in_history(&mut self, by: isize) -> Option<Message> {
        self.entry = self.entry.checked_add_signed(by).filter(|entry| *entry < self.entries.len())?;
        let (name, depth) = self.entries[self.entry].clone();
        let name = name.unwrap_or_else(|| Screen::Start.name());
        (self.navigation == Navigation::Page).then_some(Message::HistoryMoved { name, depth })
    }

    fn wipe(&mut self, is_told: bool, mood: Mood) {
        let Some(store) = &mut self.store else { return };
        store.texts.clear();
        self.acknowledged.clear();
        self.unsure.extend(Keys::subjects(&QUESTIONNAIRE));
        if is_told {
            self.send(Message::StoreCleared, mood);
        }
    }

    fn reload(&mut self, mood: Mood) {
        self.opened += 1;
        let (name, depth) = self.entries[self.entry].clone();
        let (model, effects) = open(
            self.store.as_ref(),
            self.navigation,
            self.storage,
            self.opened,
            name.map(|name| (name, depth)).filter(|_| self.navigation == Navigation::Page),
        );
        self.model = model;
        self.has_strayed = false;
        self.is_asking_before_leaving = false;
        for effect in &effects {
            self.note_place(effect);
        }
        self.check();
        for effect in effects {
            if let Some(outcome) = self.perform(effect, mood) {
                self.send(outcome, mood);
            }
        }
    }

    fn see(&mut self, subject: Subject, record: &Record, mood: Mood) {
        let text = record.encode(&QUESTIONNAIRE);
        if let Some(store) = &mut self.store {
            if record.stamp.epoch > self.model.kept().epoch() {
                store.texts.clear();
            }
            store.texts.insert(key(subject), text.clone());
            self.acknowledged.remove(&subject);
            self.unsure.insert(subject);
        }
        self.send(Message::RecordSeen { key: key(subject), text }, mood);
    }

    // What holds at any time

    fn check(&self) {
        self.check_acknowledged();
        self.check_saved();
        self.check_sums();
        self.check_history();
        self.check_way_on();
        let is_at_risk = !self.model.keeping().is_stored()
            || matches!(
                view::notice(&self.model),
                Some(view::Notice::StoreFailing | view::Notice::StoreWiped)
            );
        assert_eq!(self.is_asking_before_leaving, is_at_risk && !self.model.sheet.is_empty());
    }

    /// Whatever the store said it holds is in it, and comes back.
    fn check_acknowledged(&self) {
        let Some(store) = &self.store else { return };
        let (reopened, _) = open(Some(store), self.navigation, self.storage, 999, None);
        for (subject, stamp) in &self.acknowledged {
            let record = self.model.kept().record(*subject);
            if record.stamp == *stamp {
                assert_eq!(
                    store.texts.get(&key(*subject)),
                    Some(&record.encode(&QUESTIONNAIRE)),
                    "{subject:?}"
                );
                assert_eq!(reopened.sheet.record(*subject), record);
            }
        }
    }

    /// "Saved" is said of a question only if its answer and its note are in the store.
    fn check_saved(&self) {
        for position in QUESTIONNAIRE.indicator_positions() {
            if !view::question_state(&self.model, position).is_saved {
                continue;
            }
            let store = self.store.as_ref().expect("nothing is saved in a blocked store");
            for subject in [Subject::Answer(position), Subject::Note(position)] {
                let record = self.model.sheet.record(subject);
                let is_put_in = record.stamp > Stamp::first_of(record.stamp.epoch);
                if is_put_in && !self.unsure.contains(&subject) {
                    assert_eq!(
                        store.texts.get(&key(subject)),
                        Some(&record.encode(&QUESTIONNAIRE)),
                        "{subject:?}"
                    );
                }
            }
        }
    }

    /// The sums kept on the way are those of counting afresh.
    fn check_sums(&self) {
        let answers = &self.model.sheet.answers;
        let mut fresh = Answers::none(&QUESTIONNAIRE);
        let mut answered = 0;
        for element in QUESTIONNAIRE.element_positions() {
            let given: Vec<_> = QUESTIONNAIRE.indicators_of(element).map(|one| answers.get(one)).collect();
            let levels: Vec<u32> = given.iter().filter_map(|answer| level_of(*answer)).collect();
            let (known, total) = (levels.len(), given.len());
            answered += given.iter().flatten().count();

            let tally = answers.tally(element);
            assert_eq!((tally.known() as usize, tally.total() as usize), (known, total));
            assert_eq!(tally.unanswered() as usize, given.iter().filter(|answer| answer.is_none()).count());
            let mean = f64::from(levels.iter().sum::<u32>()) / f64::from(tally.known());
            let expected = (known > 0 && known * 4 >= total * 3).then_some(mean * 25.0);
            let is_close = match (tally.score(), expected) {
                (Some(score), Some(expected)) => (score.percent() - expected).abs() < 1e-9,
                (score, expected) => score.is_none() && expected.is_none(),
            };
            assert!(is_close, "{:?} is not {expected:?}", tally.score());
        }
        for position in QUESTIONNAIRE.indicator_positions() {
            fresh.set(position, answers.get(position));
        }
        assert_eq!(answers, &fresh);
        assert_eq!(answers.answered(), answered);
    }

    /// Our place in the history is counted right, and the entry is that of the screen.
    fn check_history(&self) {
        let (name, depth) = &self.entries[self.entry];
        assert_eq!((self.model.depth, *depth), (self.entry, self.entry));
        if self.navigation == Navigation::Page && !self.has_strayed {
            let screen = self.model.screen().name();
            assert_eq!(name.clone().unwrap_or_else(|| Screen::Start.name()), screen);
        }
    }

    /// Every screen can be drawn, and there is a way to leave it.
    fn check_way_on(&self) {
        let screen = self.model.screen();
        draw(&self.model);
        let leads_on = |message| {
            let mut model = self.model.clone();
            let effects = update(&mut model, message);
            draw(&model);
            model.screen() != screen || effects.contains(&Effect::GoBack)
        };
        // Until the browser has stepped back it is on its way already.
        let is_leaving = self.model.is_going_back;
        let can_leave = is_leaving || leads_on(Message::BackAsked) || leads_on(Message::AllElementsChosen);
        assert!(can_leave, "{screen:?}");
    }
}

fn level_of(answer: Option<Answer>) -> Option<u32> {
    match answer {
        Some(Answer::Level(level)) => Some(level.number().into()),
        _ => None,
    }
}

/// Builds everything that the present screen shows.
fn draw(model: &Model) {
    let _ = view::notice(model);
    assert!(view::page_title(model).ends_with("Sample"));
    match model.screen() {
        Screen::Start => drop(view::start(model)),
        Screen::About | Screen::Delete => {}
        Screen::Share | Screen::Combine => drop(view::board_part_opening(model)),
        Screen::YourData => drop(view::your_data(model)),
        Screen::LoadCopy => assert!(view::load_copy(model).is_some()),
        Screen::Tasks => drop(view::tasks(model)),
        Screen::Question(indicator) => {
            assert_eq!(view::question(model, indicator).options.len(), 5);
            let _ = view::question_state(model, indicator);
        }
        Screen::Check => drop(view::check(model)),
        Screen::Results => {
            drop(view::results(model));
            let board = view::board(model);
            assert!(board.lines.len() <= 3 && (!board.is_full || board.lines.len() == 3));
        }
        Screen::ElementResults(element) => drop(view::element_results(model, element)),
        Screen::Passphrase => drop(view::passphrase(model)),
        Screen::Locked => assert!(view::door(model).is_some()),
    }
}

fn some_content(subject: Subject, level: u8) -> Stored {
    match subject {
        Subject::Header => Stored::Header(Header {
            place: Screen::Question(IndicatorPosition(level.into())).name(),
            journey: Journey::Element(ElementPosition(1)),
        }),
        Subject::Answer(_) => Stored::Answer(Some(Answer::Level(Level(level)))),
        Subject::Note(_) => Stored::Note(format!("note {level}")),
        Subject::TakeToBoard => {
            let chosen = vec![BoardItem::NextStep(IndicatorPosition(level.into()))];
            Stored::TakeToBoard(TakeToBoard {
                chosen,
                is_filled_up: level.is_multiple_of(2),
                own_line: String::new(),
            })
        }
        Subject::LastDownload => Stored::LastDownload(level.into()),
        Subject::Language => Stored::Language(format!("x-{level}")),
    }
}

fn some_indicator() -> impl Strategy<Value = IndicatorPosition> {
    (0..INDICATORS).prop_map(IndicatorPosition)
}

fn some_element() -> impl Strategy<Value = ElementPosition> {
    (0..SIZES.len()).prop_map(ElementPosition)
}

fn some_subject() -> impl Strategy<Value = Subject> {
    select(Keys::subjects(&QUESTIONNAIRE).collect::<Vec<_>>())
}

fn some_screen() -> impl Strategy<Value = Screen> {
    prop_oneof![
        3 => select(vec![Screen::Start, Screen::Tasks, Screen::Check, Screen::Results]),
        1 => select(vec![Screen::About, Screen::YourData, Screen::LoadCopy, Screen::Delete]),
        1 => select(vec![Screen::Share, Screen::Combine]),
        2 => some_indicator().prop_map(Screen::Question),
        1 => some_element().prop_map(Screen::ElementResults),
    ]
}

fn some_board_item() -> impl Strategy<Value = BoardItem> {
    prop_oneof![
        some_indicator().prop_map(BoardItem::NextStep),
        (some_element(), select(&Asker::ALL[..]))
            .prop_map(|(element, asker)| BoardItem::Question(element, asker)),
    ]
}

/// What a member puts in.
fn some_input() -> impl Strategy<Value = Message> {
    let answer =
        prop_oneof![4 => (0..5u8).prop_map(|level| Answer::Level(Level(level))), 1 => Just(Answer::DontKnow)];
    prop_oneof![
        6 => (some_indicator(), answer).prop_map(|(indicator, answer)| Message::AnswerChosen(indicator, answer)),
        3 => (some_indicator(), "[a-z]{0,3}").prop_map(|(indicator, note)| Message::NoteChanged(indicator, note)),
        1 => some_board_item().prop_map(Message::BoardItemAdded),
        1 => prop_oneof![
            some_board_item().prop_map(Message::BoardItemRemoved),
            some_board_item().prop_map(Message::BoardLineRemoved),
        ],
        1 => "[a-z]{0,3}".prop_map(Message::OwnLineChanged),
    ]
}

/// Where a member goes.
fn some_move() -> impl Strategy<Value = Message> {
    prop_oneof![
        4 => Just(Message::ContinueAsked),
        3 => Just(Message::BackAsked),
        2 => Just(Message::SkipAsked),
        2 => Just(Message::AllElementsChosen),
        2 => some_element().prop_map(Message::ElementChosen),
        1 => Just(Message::ResumeAsked),
        4 => some_screen().prop_map(Message::ScreenAsked),
        2 => some_indicator().prop_map(Message::ChangeAsked),
        1 => select(vec![Message::ErrorFollowed, Message::PrintAsked, Message::PrintBoardAsked]),
        2 => some_use_of_copies(),
        1 => some_change_of_language(),
    ]
}

fn some_change_of_language() -> impl Strategy<Value = Message> {
    let words = |tag: &str| {
        let writing = Writing::like_english(tag, false);
        let catalogue = Catalogue::clone(&CATALOGUE).written(writing.into()).into();
        Words { questionnaire: QUESTIONNAIRE.clone(), catalogue }
    };
    (select(vec!["en-GB", "cy", "pl"]), 0..3u8).prop_map(move |(tag, step)| match step {
        0 => Message::LanguageChosen(tag.into()),
        1 => Message::LanguageCame(words(tag)),
        _ => Message::LanguageMissing(tag.into()),
    })
}

fn some_use_of_copies() -> impl Strategy<Value = Message> {
    let copy = |counter: u64| {
        let stamp = Stamp { epoch: 0, counter, writer: WriterId(2_000) };
        let subjects = Keys::subjects(&QUESTIONNAIRE).filter(|subject| *subject != Subject::Header);
        let texts = subjects.map(|subject| {
            (key(subject), Record { stored: some_content(subject, 2), stamp }.encode(&QUESTIONNAIRE))
        });
        write_copy(&texts.collect::<Vec<_>>())
    };
    let chosen = |text: String| Message::CopyChosen { file: "copy.json".into(), text: Ok(text) };
    prop_oneof![
        1 => Just(Message::DownloadAsked(1_764_000_000_000)),
        2 => (0..60u64).prop_map(move |counter| chosen(copy(counter))),
        1 => Just(chosen("no copy".into())),
        3 => select(vec![Loading::Adding, Loading::Replacing]).prop_map(Message::CopyAccepted),
        1 => select(vec![Message::SaveAgainAsked, Message::Returned]),
    ]
}

fn some_event() -> impl Strategy<Value = Event> {
    let other = (some_subject(), prop_oneof![8 => Just(0i8), 3 => Just(-1), 1 => Just(1)], 0..30u64, 0..5u8);
    prop_oneof![
        8 => some_input().prop_map(Event::Send),
        8 => some_move().prop_map(Event::Send),
        1 => Just(Event::Send(Message::DeleteConfirmed)),
        1 => any::<bool>().prop_map(|keep| Event::Send(Message::KeepingChanged(keep))),
        2 => select(vec![-1, 1]).prop_map(Event::Move),
        1 => Just(Event::Reload),
        1 => any::<bool>().prop_map(|is_told| Event::Wipe { is_told }),
        3 => other.prop_map(|(subject, epoch, counter, level)| Event::OtherWrites { subject, epoch, counter, level }),
    ]
}

fn some_mood() -> impl Strategy<Value = Mood> {
    prop_oneof![
        6 => Just(Mood::Takes),
        2 => Just(Mood::Refuses),
        1 => Just(Mood::TakesInSilence),
        1 => Just(Mood::Drops),
    ]
}

// Several tabs

/// Tabs of one store. What one writes or removes the others are told some time later, or never.
struct Tabs {
    store: MemoryStore,
    models: Vec<Model>,
    notices: Vec<VecDeque<Message>>,
    opened: u64,
    /// What was put in last for each subject since everything was last deleted, whichever tab it was in.
    latest: HashMap<Subject, Stored>,
}

#[derive(Clone, Debug)]
enum TabEvent {
    Send(Message),
    /// Is told what comes next.
    Hear,
    /// What comes next is lost.
    Miss,
    /// Is shown again after having been hidden.
    Return,
    /// Is closed and opened again.
    Reopen,
}

impl Tabs {
    fn open(tabs: usize) -> Self {
        let store = MemoryStore::default();
        let models = (1..=tabs as u64)
            .map(|writer| open(Some(&store), Navigation::Contained, StoragePlace::Device, writer, None).0);
        Self {
            models: models.collect(),
            notices: vec![VecDeque::new(); tabs],
            opened: tabs as u64,
            latest: HashMap::new(),
            store,
        }
    }

    fn happen(&mut self, tab: usize, event: TabEvent) {
        match event {
            TabEvent::Hear => self.hear(tab),
            TabEvent::Miss => drop(self.notices[tab].pop_front()),
            TabEvent::Return => self.send(tab, Message::Returned),
            TabEvent::Reopen => self.reopen(tab),
            TabEvent::Send(message) => {
                let before = records_of(&self.models[tab].sheet);
                let epoch = self.models[tab].kept().epoch();
                let is_delete = message == Message::DeleteConfirmed;
                self.send(tab, message);
                if is_delete {
                    self.latest.clear();
                } else if self.models[tab].kept().epoch() == epoch {
                    self.note_what_was_put_in(tab, &before);
                }
                self.check_store();
            }
        }
    }

    /// What a tab changed and did not take over from the store.
    fn note_what_was_put_in(&mut self, tab: usize, before: &[Record]) {
        let writer = self.models[tab].writer;
        let after = records_of(&self.models[tab].sheet);
        for ((subject, before), after) in Keys::subjects(&QUESTIONNAIRE).zip(before).zip(after) {
            if after.stamp != before.stamp && after.stamp.writer == writer {
                self.latest.insert(subject, after.stored);
            }
        }
    }

    /// The store holds exactly what was put in last, whatever any tab has or has not heard.
    fn check_store(&self) {
        let (reopened, _) = open(Some(&self.store), Navigation::Contained, StoragePlace::Device, 999, None);
        for subject in Keys::subjects(&QUESTIONNAIRE) {
            let expected = self.latest.get(&subject).cloned().unwrap_or(Stored::nothing(subject));
            assert_eq!(reopened.sheet.record(subject).stored, expected, "{subject:?}");
        }
    }

    fn hear(&mut self, tab: usize) {
        if let Some(notice) = self.notices[tab].pop_front() {
            self.send(tab, notice);
        }
    }

    fn reopen(&mut self, tab: usize) {
        self.opened += 1;
        self.notices[tab].clear();
        let (model, effects) =
            open(Some(&self.store), Navigation::Contained, StoragePlace::Device, self.opened, None);
        self.models[tab] = model;
        self.perform_all(tab, effects);
    }

    fn send(&mut self, tab: usize, message: Message) {
        let effects = update(&mut self.models[tab], message);
        self.perform_all(tab, effects);
    }

    fn perform_all(&mut self, tab: usize, effects: Vec<Effect>) {
        let mut waiting = VecDeque::from(effects);
        while let Some(effect) = waiting.pop_front() {
            let before = self.store.clone();
            let outcome = self.store.perform(&effect);
            self.tell_the_others(tab, &before);
            if let Some(outcome) = outcome {
                waiting.extend(update(&mut self.models[tab], outcome));
            }
        }
    }

    fn tell_the_others(&mut self, tab: usize, before: &MemoryStore) {
        let written = self.store.texts.iter().filter(|(key, text)| before.texts.get(*key) != Some(text));
        let written = written.map(|(key, text)| Message::RecordSeen { key: key.clone(), text: text.clone() });
        let removed = before.texts.keys().filter(|key| !self.store.texts.contains_key(*key));
        let removed = removed.map(|key| Message::RecordGone { key: key.clone() });
        for notice in written.chain(removed) {
            for (other, notices) in self.notices.iter_mut().enumerate() {
                if other != tab {
                    notices.push_back(notice.clone());
                }
            }
        }
    }

    fn hear_everything(&mut self) {
        for _ in 0..2_000 {
            if self.notices.iter().all(VecDeque::is_empty) {
                return;
            }
            for tab in 0..self.models.len() {
                self.hear(tab);
            }
        }
        panic!("the tabs go on answering each other");
    }
}

fn records_of(sheet: &Sheet) -> Vec<Record> {
    Keys::subjects(&QUESTIONNAIRE).map(|subject| sheet.record(subject)).collect()
}

fn some_tab_event() -> impl Strategy<Value = TabEvent> {
    prop_oneof![
        6 => some_input().prop_map(TabEvent::Send),
        2 => some_move().prop_map(TabEvent::Send),
        1 => Just(TabEvent::Send(Message::DeleteConfirmed)),
        6 => Just(TabEvent::Hear),
        2 => Just(TabEvent::Miss),
        1 => Just(TabEvent::Return),
        1 => Just(TabEvent::Reopen),
    ]
}

/// 150 cases, unless `PROPTEST_CASES` asks for more.
fn cases() -> ProptestConfig {
    let asked = ProptestConfig::default().cases;
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { asked } else { 150 };
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn nothing_that_was_saved_is_lost_and_no_screen_is_a_dead_end(
        navigation in select(vec![Navigation::Page, Navigation::Contained]),
        storage in select(vec![StoragePlace::Device, StoragePlace::Tab, StoragePlace::Nowhere]),
        is_blocked in prop_oneof![5 => Just(false), 1 => Just(true)],
        events in prop::collection::vec((some_event(), some_mood()), 1..80),
    ) {
        let mut browser = Browser::open(navigation, storage, is_blocked);
        for (event, mood) in events {
            browser.happen(event, mood);
        }
    }

    #[test]
    fn of_several_tabs_the_last_change_to_each_thing_is_kept_though_notices_are_late_or_lost(
        tabs in 2..=3usize,
        events in prop::collection::vec((0..3usize, some_tab_event()), 1..80),
    ) {
        let mut tabs = Tabs::open(tabs);
        for (tab, event) in events {
            tabs.happen(tab % tabs.models.len(), event);
        }
        tabs.hear_everything();
        for tab in 0..tabs.models.len() {
            tabs.happen(tab, TabEvent::Return);
        }
        tabs.hear_everything();
        tabs.check_store();
        let (reopened, _) = open(Some(&tabs.store), Navigation::Contained, StoragePlace::Device, 999, None);
        for model in &tabs.models {
            prop_assert_eq!(records_of(&model.sheet), records_of(&reopened.sheet));
        }
    }
}
