//! A device with its store, and the tabs that are opened on it.

use crate::documents::write_documents;
use assessment::answers::Answer;
use assessment::app::view::Notice;
use assessment::app::{
    Effect, FocusTarget, HistoryStep, Loading, MemoryStore, Message, Model, Navigation, Offered, Progress,
    Screen, Settings, StoragePlace, StoreFailure, Words, update, view,
};
use assessment::persist::{Header, Keys, Record, Stamp, Stored, Subject, WriterId};
use assessment::questionnaire::{ElementPosition, IndicatorPosition, Questionnaire};
use assessment::text::{Catalogue, Key, TextKey as _, Writing};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::{Arc, LazyLock};

/// Four elements of two questions with five levels.
static SAMPLE: LazyLock<Arc<Questionnaire>> = LazyLock::new(|| {
    let (definition, texts) = write_documents(&[2, 2, 2, 2], 5);
    Questionnaire::parse(&definition.to_string(), &texts.to_string()).expect("the sample is valid").into()
});

/// Every text is its own name, and tells what it counts or where in a file something is.
static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| {
    let text = |key: Key| match key {
        Key::CopySummary | Key::DataLoaded => format!("{}: {{added}}, {{changed}}, {{removed}}", key.name()),
        Key::CopyChange => "{before} → {after}".into(),
        Key::CopyDamaged => format!("{}: {{file}}, {{line}}, {{column}}", key.name()),
        _ if key.name().starts_with("copy.") => format!("{}: {{file}}", key.name()),
        _ => key.name().to_owned(),
    };
    let texts: Value = Key::ALL.iter().map(|key| (key.name(), text(*key))).collect();
    Catalogue::parse(&texts.to_string()).expect("the sample is valid").into()
});

pub(crate) fn indicator(index: usize) -> IndicatorPosition {
    SAMPLE.indicator_at(index).expect("the sample has it")
}

pub(crate) fn element(index: usize) -> ElementPosition {
    SAMPLE.element_at(index).expect("the sample has it")
}

pub(crate) fn question(index: usize) -> Screen {
    Screen::Question(indicator(index))
}

pub(crate) fn level(number: u64) -> Answer {
    Answer::Level(SAMPLE.scale().level(number).expect("the sample has it"))
}

pub(crate) fn key(subject: Subject) -> String {
    Keys::new("answers", SAMPLE.fingerprint()).key(subject, &SAMPLE)
}

pub(crate) fn encode(stored: Stored, stamp: Stamp) -> String {
    Record { stored, stamp }.encode(&SAMPLE)
}

pub(crate) fn stamp(epoch: u64, counter: u64, writer: u64) -> Stamp {
    Stamp { epoch, counter, writer: WriterId(writer) }
}

/// What is wrong with the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It gives no access at all.
    Blocked,
    /// What is in it is sealed, and not open in this tab.
    Sealed,
    /// It takes nothing more.
    Full,
    /// No room for a text of more bytes than this.
    NoRoomFor(usize),
    /// It removes nothing.
    Sticking,
    /// The call of that number from now on fails, and no other.
    AtCall(usize),
    /// The call of that number and all later ones fail.
    FromCall(usize),
}

/// The number of no tab.
const NOBODY: u64 = 0;

/// A browser's store, which every tab opened on it shares.
#[derive(Clone, Default)]
pub(crate) struct Device(Rc<RefCell<Store>>);

#[derive(Default)]
struct Store {
    memory: MemoryStore,
    fault: Option<Fault>,
    /// How often it was called since it was broken.
    calls: usize,
    /// What every tab is told of what another wrote or removed, with that tab's number.
    notices: Vec<(u64, Message)>,
    opened: u64,
}

fn words_of(sizes: &[usize], tag: &str) -> Words {
    let (definition, mut texts) = write_documents(sizes, 5);
    texts["language"] = tag.into();
    texts["title"] = format!("Sample ({tag})").into();
    let questionnaire = Questionnaire::parse(&definition.to_string(), &texts.to_string());
    let writing = Writing::like_english(tag, false);
    Words {
        questionnaire: questionnaire.expect("the sample is valid").into(),
        catalogue: Catalogue::clone(&CATALOGUE).written(writing.into()).into(),
    }
}

impl Device {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn break_with(&self, fault: Fault) {
        let mut store = self.0.borrow_mut();
        (store.fault, store.calls) = (Some(fault), 0);
    }

    /// What is in it is sealed from now on, and open, or no longer sealed.
    pub(crate) fn seal(&self, is_sealed: bool) {
        self.0.borrow_mut().memory.is_sealed = is_sealed;
    }

    /// How often it was called since it was broken.
    pub(crate) fn calls(&self) -> usize {
        self.0.borrow().calls
    }

    pub(crate) fn mend(&self) {
        self.0.borrow_mut().fault = None;
    }

    pub(crate) fn keys(&self) -> Vec<String> {
        self.0.borrow().memory.texts.keys().cloned().collect()
    }

    pub(crate) fn text(&self, subject: Subject) -> Option<String> {
        self.text_at(&key(subject))
    }

    pub(crate) fn text_at(&self, key: &str) -> Option<String> {
        self.0.borrow().memory.texts.get(key).cloned()
    }

    pub(crate) fn record(&self, subject: Subject) -> Option<Record> {
        self.text(subject).map(|text| Record::decode(&text, subject, &SAMPLE).expect("a readable record"))
    }

    pub(crate) fn header(&self) -> Option<Header> {
        match self.record(Subject::Header)?.stored {
            Stored::Header(header) => Some(header),
            other => panic!("no header: {other:?}"),
        }
    }

    /// The stored answer, if there is one.
    pub(crate) fn answer(&self, index: usize) -> Option<Answer> {
        match self.record(Subject::Answer(indicator(index)))?.stored {
            Stored::Answer(answer) => answer,
            other => panic!("no answer: {other:?}"),
        }
    }

    /// Puts a text into the store without any tab's doing.
    pub(crate) fn plant(&self, subject: Subject, text: impl Into<String>) {
        self.plant_at(&key(subject), text);
    }

    pub(crate) fn plant_at(&self, key: &str, text: impl Into<String>) {
        self.0.borrow_mut().memory.texts.insert(key.to_owned(), text.into());
    }

    /// Removes everything without any tab's doing, and tells nobody.
    pub(crate) fn wipe(&self) {
        self.0.borrow_mut().memory.texts.clear();
    }

    /// Removes everything without any tab's doing, and tells them all.
    pub(crate) fn wipe_and_tell(&self) {
        self.wipe();
        self.0.borrow_mut().notices.push((NOBODY, Message::StoreCleared));
    }

    /// Removes one text without any tab's doing, and tells them all.
    pub(crate) fn remove_and_tell(&self, subject: Subject) {
        let mut store = self.0.borrow_mut();
        store.memory.texts.remove(&key(subject));
        store.notices.push((NOBODY, Message::RecordGone { key: key(subject) }));
    }

    /// A sound device with the same texts in its store.
    pub(crate) fn twin(&self) -> Self {
        let twin = Self::new();
        twin.0.borrow_mut().memory.texts = self.texts();
        twin
    }

    /// Everything that is stored, by key.
    pub(crate) fn texts(&self) -> BTreeMap<String, String> {
        self.0.borrow().memory.texts.clone()
    }

    fn open(&self) -> Result<Vec<(String, String)>, StoreFailure> {
        let mut store = self.0.borrow_mut();
        match store.failure(&Effect::Open) {
            Some(failure) => Err(failure),
            None => Ok(store.memory.records()),
        }
    }

    /// Does what an effect of a tab asks of the store, or fails to.
    fn perform(&self, tab: u64, effect: &Effect) -> Option<Message> {
        let mut store = self.0.borrow_mut();
        if let Some(failure) = store.failure(effect) {
            return failed(effect, failure);
        }
        let before = store.memory.texts.clone();
        let outcome = store.memory.perform(effect);
        let after = &store.memory.texts;
        let written = after.iter().filter(|(key, text)| before.get(*key) != Some(text));
        let written = written.map(|(key, text)| Message::RecordSeen { key: key.clone(), text: text.clone() });
        let removed = before.keys().filter(|key| !after.contains_key(*key));
        let removed = removed.map(|key| Message::RecordGone { key: key.clone() });
        let notices: Vec<_> = written.chain(removed).map(|notice| (tab, notice)).collect();
        store.notices.extend(notices);
        outcome
    }
}

impl Store {
    /// How the call that an effect makes fails, if it does.
    fn failure(&mut self, effect: &Effect) -> Option<StoreFailure> {
        self.calls += usize::from(calls_the_store(effect));
        let is_failing = match self.fault? {
            Fault::Blocked => return Some(StoreFailure::Blocked),
            Fault::Sealed => return Some(StoreFailure::Sealed),
            Fault::Full => matches!(effect, Effect::Write { .. } | Effect::SetAside { .. }),
            Fault::NoRoomFor(bytes) => match effect {
                Effect::Write { text, .. } | Effect::SetAside { text, .. } => text.len() > bytes,
                _ => false,
            },
            Fault::Sticking => matches!(effect, Effect::Remove { .. }),
            Fault::AtCall(number) => calls_the_store(effect) && self.calls == number,
            Fault::FromCall(number) => calls_the_store(effect) && self.calls >= number,
        };
        is_failing.then_some(StoreFailure::Full)
    }
}

/// What a tab hears of a call that failed.
fn failed(effect: &Effect, failure: StoreFailure) -> Option<Message> {
    Some(match effect {
        Effect::ReadStore(reading) => {
            Message::StoreRead { reading: *reading, records: Err(failure), is_sealed: false }
        }
        Effect::Look { subject, cause, .. } => {
            Message::Looked { subject: *subject, cause: *cause, found: Err(failure) }
        }
        Effect::Write { subject, stamp, .. } => {
            Message::Written { subject: *subject, stamp: *stamp, outcome: Err(failure) }
        }
        Effect::SetAside { subject, key, .. } => {
            Message::SetAside { subject: *subject, key: key.clone(), outcome: Err(failure) }
        }
        Effect::Remove { .. } => Message::Removed(Err(failure)),
        _ => return None,
    })
}

fn calls_the_store(effect: &Effect) -> bool {
    let changes = matches!(effect, Effect::Write { .. } | Effect::SetAside { .. } | Effect::Remove { .. });
    changes || only_reads(effect) || *effect == Effect::Open
}

/// Whether an effect asks something of the store that changes nothing in it.
fn only_reads(effect: &Effect) -> bool {
    matches!(effect, Effect::ReadStore(_) | Effect::Look { .. })
}

/// One opened copy, with its effects performed as the shell performs them.
pub(crate) struct Tab {
    pub(crate) model: Model,
    device: Device,
    /// Counts the tabs of the device, and is this one's writer.
    number: u64,
    /// How many of the notices it has been given.
    heard: usize,
    /// What the page was told: how many questions are answered, of how many.
    pub(crate) told: Vec<(usize, usize)>,
    /// Whether it holds what a fresh copy would not have.
    pub(crate) is_held_here: bool,
}

impl Tab {
    /// Inside somebody else's page.
    pub(crate) fn open(device: &Device) -> Self {
        Self::open_with(device, Navigation::Contained, None).0
    }

    /// Inside somebody else's page, which wants answers kept there.
    pub(crate) fn open_kept_in(device: &Device, storage: StoragePlace) -> Self {
        let settings = Settings { storage, ..Settings::new("answers", Navigation::Contained) };
        Self::open_by(device, settings, None).0
    }

    /// On a page of its own, in a browser that can seal what is stored.
    pub(crate) fn open_where_it_can_seal(device: &Device) -> Self {
        let settings = Settings { can_seal: true, ..Settings::new("answers", Navigation::Page) };
        Self::open_by(device, settings, None).0
    }

    /// Where three languages can be chosen from, with what is to be done then.
    pub(crate) fn open_telling_in_languages(device: &Device) -> (Self, Vec<Effect>) {
        let offered = |tag: &str| Offered { tag: tag.into(), name: tag.to_uppercase() };
        let languages = ["en-GB", "cy", "pl"].map(offered).into();
        let settings = Settings { languages, ..Settings::new("answers", Navigation::Contained) };
        Self::open_by(device, settings, None)
    }

    /// The same without it.
    pub(crate) fn open_in_languages(device: &Device) -> Self {
        Self::open_telling_in_languages(device).0
    }

    /// The words of the sample in that language.
    pub(crate) fn words(tag: &str) -> Words {
        words_of(&[2, 2, 2, 2], tag)
    }

    /// The words of a questionnaire of another shape.
    pub(crate) fn words_of_other_questions(tag: &str) -> Words {
        words_of(&[2, 2], tag)
    }

    /// On a page of its own that wants nothing kept.
    pub(crate) fn open_page_kept_nowhere(device: &Device) -> Self {
        let storage = StoragePlace::Nowhere;
        let settings = Settings { storage, ..Settings::new("answers", Navigation::Page) };
        Self::open_by(device, settings, None).0
    }

    /// On a page of its own, at a fresh history entry.
    pub(crate) fn open_page(device: &Device) -> Self {
        Self::open_with(device, Navigation::Page, None).0
    }

    /// On a page of its own, at a history entry of ours.
    pub(crate) fn open_page_at(device: &Device, name: &str, depth: usize) -> (Self, Vec<Effect>) {
        Self::open_with(device, Navigation::Page, Some((name.to_owned(), depth)))
    }

    fn open_with(
        device: &Device,
        navigation: Navigation,
        history: Option<(String, usize)>,
    ) -> (Self, Vec<Effect>) {
        Self::open_by(device, Settings::new("answers", navigation), history)
    }

    fn open_by(device: &Device, settings: Settings, history: Option<(String, usize)>) -> (Self, Vec<Effect>) {
        // Where nothing is to be kept, the shell does not even read.
        let is_blocked = settings.storage == StoragePlace::Nowhere;
        let (model, effects) = Model::new(SAMPLE.clone(), CATALOGUE.clone(), settings);
        assert_eq!(effects, [Effect::Open]);
        let records = if is_blocked { Err(StoreFailure::Blocked) } else { device.open() };
        let (number, heard) = {
            let mut store = device.0.borrow_mut();
            store.opened += 1;
            (store.opened, store.notices.len())
        };
        let mut tab =
            Self { model, device: device.clone(), number, heard, told: Vec::new(), is_held_here: false };
        let effects =
            tab.send(Message::Opened { records, is_sealed: false, writer: WriterId(number), history });
        (tab, effects)
    }

    /// Reads the store once more from the beginning, as after what is sealed was opened.
    pub(crate) fn read_from_the_beginning(&mut self) -> Vec<Effect> {
        let records = self.device.open();
        let is_sealed = self.device.0.borrow().memory.is_sealed;
        self.send(Message::Opened { records, is_sealed, writer: WriterId(self.number), history: None })
    }

    /// Sends a message and performs nothing.
    pub(crate) fn tell(&mut self, message: Message) -> Vec<Effect> {
        update(&mut self.model, message)
    }

    /// Sends a message, performs what comes of it and of the outcomes, and answers all the effects but
    /// those that only read or tell the page.
    pub(crate) fn send(&mut self, message: Message) -> Vec<Effect> {
        let mut effects = update(&mut self.model, message);
        let mut performed = 0;
        while let Some(effect) = effects.get(performed) {
            performed += 1;
            assert!(performed < 10_000, "it goes on for ever: {effect:?}");
            if let Some(outcome) = self.device.perform(self.number, effect) {
                effects.extend(update(&mut self.model, outcome));
            }
        }
        effects.retain(|effect| {
            match effect {
                Effect::TellPage(Progress { answered, questions }) => self.told.push((*answered, *questions)),
                Effect::HoldHere(is_held) => self.is_held_here = *is_held,
                _ => {}
            }
            !only_reads(effect) && !matches!(effect, Effect::TellPage(_) | Effect::HoldHere(_))
        });
        effects
    }

    /// Is told of everything that other tabs did since it last was.
    pub(crate) fn hear(&mut self) -> Vec<Effect> {
        let notices: Vec<_> = self.device.0.borrow().notices[self.heard..].to_vec();
        self.heard += notices.len();
        let mut effects = Vec::new();
        for (tab, notice) in notices {
            if tab != self.number {
                effects.extend(self.send(notice));
            }
        }
        effects
    }

    /// Never hears of anything that other tabs have done until now.
    pub(crate) fn miss_notices(&mut self) {
        self.heard = self.device.0.borrow().notices.len();
    }

    pub(crate) fn screen(&self) -> Screen {
        self.model.screen()
    }

    pub(crate) fn ask(&mut self, screen: Screen) -> Vec<Effect> {
        self.send(Message::ScreenAsked(screen))
    }

    /// Opens the question and chooses the answer.
    pub(crate) fn answer(&mut self, index: usize, answer: Answer) -> Vec<Effect> {
        self.ask(question(index));
        self.send(Message::AnswerChosen(indicator(index), answer))
    }

    pub(crate) fn answer_all(&mut self, answers: &[Answer]) {
        for (index, answer) in answers.iter().enumerate() {
            self.answer(index, *answer);
        }
    }

    pub(crate) fn note(&mut self, index: usize, note: &str) -> Vec<Effect> {
        self.send(Message::NoteChanged(indicator(index), note.to_owned()))
    }

    pub(crate) fn keep(&mut self, keep: bool) -> Vec<Effect> {
        self.send(Message::KeepingChanged(keep))
    }

    pub(crate) fn delete(&mut self) -> Vec<Effect> {
        self.ask(Screen::Delete);
        self.send(Message::DeleteConfirmed)
    }

    /// Downloads a copy from the screen that offers it, and answers its text.
    pub(crate) fn download(&mut self) -> String {
        self.ask(Screen::YourData);
        let effects = self.send(Message::DownloadAsked(1_764_000_000_000));
        let text = effects.into_iter().find_map(|effect| match effect {
            Effect::Download { text, .. } => Some(text),
            _ => None,
        });
        text.expect("a download")
    }

    /// Chooses a copy on the screen that asks for it.
    pub(crate) fn choose_copy(&mut self, text: &str) -> Vec<Effect> {
        self.ask(Screen::YourData);
        self.send(Message::CopyChosen { file: "copy.json".into(), text: Ok(text.to_owned()) })
    }

    /// Chooses a copy and loads it.
    pub(crate) fn load(&mut self, text: &str, loading: Loading) {
        self.choose_copy(text);
        self.send(Message::CopyAccepted(loading));
    }

    /// The answer that the question shows.
    pub(crate) fn shown(&self, index: usize) -> Option<Answer> {
        view::question_state(&self.model, indicator(index)).answer
    }

    pub(crate) fn shown_note(&self, index: usize) -> String {
        view::note(&self.model, indicator(index))
    }

    pub(crate) fn notice(&self) -> Option<Notice> {
        view::notice(&self.model)
    }

    /// Whether the question says that it is saved.
    pub(crate) fn says_saved(&self, index: usize) -> bool {
        view::question_state(&self.model, indicator(index)).is_saved
    }
}

// What to look for among effects

pub(crate) fn written_keys(effects: &[Effect]) -> Vec<&str> {
    let mut keys = Vec::new();
    for effect in effects {
        if let Effect::Write { key, .. } = effect {
            keys.push(key.as_str());
        }
    }
    keys
}

/// Each change of title or history: the screen's name, the depth and the step.
pub(crate) fn places(effects: &[Effect]) -> Vec<(&str, usize, HistoryStep)> {
    let mut places = Vec::new();
    for effect in effects {
        if let Effect::ShowPlace { name, depth, step, .. } = effect {
            places.push((name.as_str(), *depth, *step));
        }
    }
    places
}

/// The last title that was set.
pub(crate) fn title(effects: &[Effect]) -> Option<&str> {
    effects.iter().rev().find_map(|effect| match effect {
        Effect::ShowPlace { title, .. } => Some(title.as_str()),
        _ => None,
    })
}

/// Where the focus goes in the end.
pub(crate) fn focus(effects: &[Effect]) -> Option<FocusTarget> {
    effects.iter().rev().find_map(|effect| match effect {
        Effect::MoveFocus(target) => Some(*target),
        _ => None,
    })
}

/// Whether the page asks before it is left from now on, if that changes.
pub(crate) fn warning(effects: &[Effect]) -> Option<bool> {
    effects.iter().rev().find_map(|effect| match effect {
        Effect::WarnBeforeLeaving(is_asking) => Some(*is_asking),
        _ => None,
    })
}
