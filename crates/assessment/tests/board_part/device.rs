//! A device with its store, and the parts for a board that are opened on it.

use crate::documents::write_documents;
use assessment::answers::Answer;
use assessment::app::{Keeping, StoreFailure};
use assessment::board::{
    Invitation, Response, ResponseId, Role, RoundCode, read_marks, write_code, write_response,
};
use assessment::board_app::view::{self, CollectView, LogGroup, OpenRound, RoundView, ToldView, VersionLine};
use assessment::board_app::{
    Door, Effect, Expected, FileKind, FocusTarget, Message, Model, Screen, Settings, StoredTexts,
    WriteFailure, update,
};
use assessment::persist::Keys;
use assessment::questionnaire::Questionnaire;
use assessment::text::{BoardCatalogue, BoardKey, TextKey as _};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::{Arc, LazyLock};

/// Two elements of two questions with five levels.
pub(crate) static SAMPLE: LazyLock<Arc<Questionnaire>> = LazyLock::new(|| questionnaire(&[2, 2]));

/// Every text is its own name, and tells whatever it is given.
pub(crate) static CATALOGUE: LazyLock<Arc<BoardCatalogue>> = LazyLock::new(|| {
    let published: Value = serde_json::from_str(include_str!("../../../../content/interface.en.json"))
        .expect("the content is JSON");
    let published = &published["board"];
    let text = |key: &BoardKey| {
        let published = &published[key.name()];
        let longest = published.as_str().or(published["other"].as_str()).unwrap_or_default();
        let values = longest.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
        let values: Vec<String> = values.map(|(name, _)| format!("<{{{name}}}>")).collect();
        format!("{}{}", key.name(), values.concat())
    };
    let texts: Value = BoardKey::ALL.iter().map(|key| (key.name(), text(key))).collect();
    BoardCatalogue::parse(&texts.to_string()).expect("the sample is valid").into()
});

pub(crate) fn questionnaire(sizes: &[usize]) -> Arc<Questionnaire> {
    let (definition, texts) = write_documents(sizes, 5);
    Questionnaire::parse(&definition.to_string(), &texts.to_string()).expect("the sample is valid").into()
}

/// The number that every round is made from here.
pub(crate) const ROUND: u64 = 77;

pub(crate) fn round_code() -> RoundCode {
    RoundCode::from_random(ROUND)
}

pub(crate) fn invitation(asks_role: bool) -> Invitation {
    Invitation { round: round_code(), asks_role }
}

pub(crate) fn answers(marks: &str) -> Vec<Option<Answer>> {
    read_marks(marks, &SAMPLE).expect("a mark for each question")
}

/// A response to the round.
pub(crate) fn response(id: u64, marks: &str) -> Response {
    response_of(id, None, marks)
}

pub(crate) fn response_of(id: u64, role: Option<Role>, marks: &str) -> Response {
    let id = ResponseId::from_random(id);
    Response::new(&SAMPLE, round_code(), id, role, answers(marks)).expect("an answer to each question")
}

pub(crate) fn code(response: &Response) -> String {
    write_code(response, &SAMPLE).expect("four answers fit")
}

/// So many responses as a file of lines, from that id on.
pub(crate) fn lines_of(ids: std::ops::Range<u64>, marks: &str) -> String {
    ids.map(|id| write_response(&response(id, marks)) + "\n").collect()
}

/// The name of a text, and whatever it tells.
pub(crate) fn said(key: BoardKey, values: &[&str]) -> String {
    let values: Vec<String> = values.iter().map(|value| format!("<{value}>")).collect();
    format!("{}{}", key.name(), values.concat())
}

/// What is wrong with the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It gives no access at all.
    Blocked,
    /// It takes nothing more.
    Full,
    /// It removes nothing.
    Sticking,
}

/// A browser's store, which every part opened on it shares.
#[derive(Clone, Default)]
pub(crate) struct Device(Rc<RefCell<Store>>);

#[derive(Default)]
struct Store {
    texts: BTreeMap<String, String>,
    fault: Option<Fault>,
    /// How often something was to be stored.
    writes: usize,
    /// Which part changed what stands there, in order.
    changes: Vec<u64>,
    opened: u64,
}

impl Device {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn break_with(&self, fault: Fault) {
        self.0.borrow_mut().fault = Some(fault);
    }

    pub(crate) fn mend(&self) {
        self.0.borrow_mut().fault = None;
    }

    /// How often something was to be stored.
    pub(crate) fn writes(&self) -> usize {
        self.0.borrow().writes
    }

    pub(crate) fn texts(&self) -> BTreeMap<String, String> {
        self.0.borrow().texts.clone()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.borrow().texts.is_empty()
    }

    /// The stored round.
    pub(crate) fn round(&self) -> Option<String> {
        self.0.borrow().texts.get(&keys().board_round()).cloned()
    }

    /// Puts the text of a round there without any part's doing.
    pub(crate) fn plant_round(&self, text: &str) {
        self.0.borrow_mut().texts.insert(keys().board_round(), text.to_owned());
    }

    fn open(&self, round: &str, responses: &str) -> Result<StoredTexts, StoreFailure> {
        let store = self.0.borrow();
        if store.fault == Some(Fault::Blocked) {
            return Err(StoreFailure::Blocked);
        }
        let text = |key: &str| store.texts.get(key).cloned();
        Ok(StoredTexts { round: text(round), responses: text(responses) })
    }

    fn write(&self, part: u64, key: &str, expected: &Expected, text: &str) -> Result<(), WriteFailure> {
        let mut store = self.0.borrow_mut();
        store.writes += 1;
        if store.fault == Some(Fault::Blocked) {
            return Err(WriteFailure::Store(StoreFailure::Blocked));
        }
        let found = store.texts.get(key).cloned();
        if let Expected::Text(expected) = expected
            && *expected != found
        {
            return Err(WriteFailure::ChangedElsewhere(found));
        }
        if store.fault == Some(Fault::Full) {
            return Err(WriteFailure::Store(StoreFailure::Full));
        }
        if found.as_deref() != Some(text) {
            store.changes.push(part);
        }
        store.texts.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, part: u64, key: &str, expected: &Expected) -> Result<(), WriteFailure> {
        let mut store = self.0.borrow_mut();
        if matches!(store.fault, Some(Fault::Blocked | Fault::Sticking)) {
            return Err(WriteFailure::Store(StoreFailure::Blocked));
        }
        let found = store.texts.get(key).cloned();
        if let Expected::Text(expected) = expected
            && *expected != found
        {
            return Err(WriteFailure::ChangedElsewhere(found));
        }
        if store.texts.remove(key).is_some() {
            store.changes.push(part);
        }
        Ok(())
    }

    fn perform(&self, part: u64, effect: &Effect) -> Option<Message> {
        match effect {
            Effect::Write { part: what, key, expected, text } => {
                Some(Message::Written { part: *what, outcome: self.write(part, key, expected, text) })
            }
            Effect::Remove { key, expected } => Some(Message::Removed(self.remove(part, key, expected))),
            _ => None,
        }
    }
}

fn keys() -> Keys {
    Keys::new("answers", SAMPLE.fingerprint())
}

/// One opened part, with its effects performed as the shell performs them.
pub(crate) struct Part {
    pub(crate) model: Model,
    device: Device,
    /// Counts the parts of the device.
    number: u64,
    /// How many of the changes of the store it has been told of.
    heard: usize,
    /// Whether the page asks before it is left.
    pub(crate) is_warning: bool,
}

pub(crate) fn settings(door: Door) -> Settings {
    Settings {
        store: "answers".into(),
        keeping: Keeping::Device,
        trust_name: "Sample trust".into(),
        address: "https://intranet.example/check".into(),
        invitation: None,
        door,
    }
}

impl Part {
    /// For whoever combines.
    pub(crate) fn combine(device: &Device) -> Self {
        Self::open(device, settings(Door::Combine))
    }

    /// For whoever combines, where nothing is kept.
    pub(crate) fn combine_kept_nowhere(device: &Device) -> Self {
        Self::open(device, Settings { keeping: Keeping::MemoryByPage, ..settings(Door::Combine) })
    }

    /// For a member with these answers, who was invited so.
    pub(crate) fn share(device: &Device, marks: &str, invitation: Option<Invitation>) -> Self {
        Self::open(device, Settings { invitation, ..settings(Door::Share(answers(marks))) })
    }

    pub(crate) fn open(device: &Device, settings: Settings) -> Self {
        Self::open_of(&SAMPLE, device, settings)
    }

    pub(crate) fn open_of(questionnaire: &Arc<Questionnaire>, device: &Device, settings: Settings) -> Self {
        let (model, effects) = Model::new(questionnaire.clone(), CATALOGUE.clone(), settings);
        let [Effect::Open { round, responses }] = &effects[..] else {
            panic!("it begins with reading the store: {effects:?}");
        };
        let stored = device.open(round, responses);
        let (number, heard) = {
            let mut store = device.0.borrow_mut();
            store.opened += 1;
            (store.opened, store.changes.len())
        };
        let mut part = Self { model, device: device.clone(), number, heard, is_warning: false };
        // Each part draws another number.
        part.send(Message::Opened { stored, random: 1_000_000 + number });
        part
    }

    /// Sends a message, performs what it asks of the store, and answers all other effects.
    pub(crate) fn send(&mut self, message: Message) -> Vec<Effect> {
        let mut effects = update(&mut self.model, message);
        let mut performed = 0;
        while let Some(effect) = effects.get(performed) {
            performed += 1;
            assert!(performed < 1_000, "it goes on for ever: {effect:?}");
            if let Effect::WarnBeforeLeaving(is_warning) = effect {
                assert_ne!(*is_warning, self.is_warning, "it is told when it changes");
                self.is_warning = *is_warning;
            }
            if let Some(outcome) = self.device.perform(self.number, effect) {
                effects.extend(update(&mut self.model, outcome));
            }
        }
        effects.retain(|effect| !matches!(effect, Effect::Write { .. } | Effect::Remove { .. }));
        effects
    }

    /// Is told that another part changed the round, if one did since it last was.
    pub(crate) fn hear(&mut self) {
        let is_changed = {
            let store = self.device.0.borrow();
            let changes = &store.changes[self.heard..];
            self.heard = store.changes.len();
            changes.iter().any(|part| *part != self.number)
        };
        if is_changed {
            self.send(Message::RoundSeen(self.device.round()));
        }
    }

    pub(crate) fn ask(&mut self, screen: Screen) -> Vec<Effect> {
        self.send(Message::ScreenAsked(screen))
    }

    /// Types into the form.
    pub(crate) fn fill_in(&mut self, name: &str, board_size: &str, asks_role: bool, threshold: &str) {
        self.ask(Screen::SetUp);
        self.send(Message::NameTyped(name.into()));
        self.send(Message::BoardSizeTyped(board_size.into()));
        self.send(Message::AsksRoleChosen(asks_role));
        self.send(Message::ThresholdTyped(threshold.into()));
    }

    /// Sets the round up that all responses here are for.
    pub(crate) fn set_up(&mut self, asks_role: bool) {
        self.fill_in("Spring", "14", asks_role, "5");
        self.send(Message::RoundSetUp { random: ROUND });
        assert_eq!(self.open_round().code, invitation(asks_role).to_string());
    }

    pub(crate) fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.ask(Screen::Collect);
        self.send(Message::PastedTyped(text.into()));
        self.send(Message::PastedAdded)
    }

    /// Reads files, each in one piece.
    pub(crate) fn read_files(&mut self, files: &[&str]) -> Vec<Effect> {
        self.ask(Screen::Collect);
        self.send(Message::ReadingBegun { files: files.len() });
        for (file, text) in (1..).zip(files) {
            self.send(Message::SliceRead {
                file,
                first_line: 1,
                text: Some((*text).to_owned()),
                is_last: true,
            });
        }
        self.send(Message::ReadingEnded)
    }

    /// Takes in so many responses that are alike, from that id on.
    pub(crate) fn load(&mut self, ids: std::ops::Range<u64>, marks: &str) {
        let before = self.responses();
        let more = ids.end - ids.start;
        self.read_files(&[&lines_of(ids, marks)]);
        assert_eq!(self.responses(), before + more, "all are taken in");
    }

    pub(crate) fn close(&mut self) -> Vec<Effect> {
        self.ask(Screen::Close);
        self.send(Message::CloseConfirmed)
    }

    pub(crate) fn collect(&self) -> CollectView {
        view::collect(&self.model).expect("there is a round")
    }

    /// What became of what was loaded last.
    pub(crate) fn told(&self) -> Option<ToldView> {
        self.collect().told
    }

    pub(crate) fn groups(&self) -> Vec<LogGroup> {
        self.told().map(|told| told.groups).unwrap_or_default()
    }

    pub(crate) fn versions(&self) -> Vec<VersionLine> {
        self.told().map(|told| told.versions).unwrap_or_default()
    }

    pub(crate) fn pasted(&self) -> String {
        view::pasted(&self.model)
    }

    pub(crate) fn marks(&self) -> String {
        view::marks(&self.model)
    }

    pub(crate) fn open_round(&self) -> OpenRound {
        match view::round(&self.model) {
            RoundView::Open(round) => round,
            other => panic!("no round is open: {other:?}"),
        }
    }

    pub(crate) fn has_round(&self) -> bool {
        matches!(view::round(&self.model), RoundView::Open(_))
    }

    /// How many responses are in, with those that wait.
    pub(crate) fn responses(&self) -> u64 {
        let told = self.open_round().responses;
        let number = |after: &str| {
            let (_, rest) = told.split_once(after)?;
            rest.split('>').next()?.replace(',', "").parse::<u64>().ok()
        };
        let (counted, late) = match told.starts_with(BoardKey::ResponsesLate.name()) {
            true => (number("responses_counted_of<"), number("round.late<")),
            false => (number("<"), Some(0)),
        };
        counted.expect("it is told") + late.expect("it is told")
    }

    /// The file of the round.
    pub(crate) fn download(&mut self) -> String {
        let effects = self.send(Message::RoundDownloadAsked);
        downloaded(&effects, FileKind::Round).expect("a download")
    }

    /// Opens the file of a round.
    pub(crate) fn open_file(&mut self, text: &str) -> Vec<Effect> {
        self.ask(Screen::Round);
        self.send(Message::RoundFileChosen { file: "round.json".into(), text: Ok(text.into()) })
    }

    /// Everything that is shown of the round.
    pub(crate) fn shown(&self) -> String {
        let Self { model, .. } = self;
        let round = match view::round(model) {
            // That it was downloaded is said of this part alone.
            RoundView::Open(round) => format!("{:?}", OpenRound { is_downloaded: false, ..round }),
            RoundView::None { .. } => "none".to_owned(),
            RoundView::Unreadable => "unreadable".to_owned(),
        };
        let removable = view::collect(model).map(|collect| collect.removable);
        let agenda = view::conversation(model).map(|conversation| conversation.lines);
        format!("{round} {removable:?} {agenda:?} {:?} {:?}", view::picture(model), view::paper(model))
    }
}

// What to look for among effects

/// What was downloaded of that kind.
pub(crate) fn downloaded(effects: &[Effect], wanted: FileKind) -> Option<String> {
    effects.iter().find_map(|effect| match effect {
        Effect::Download { kind, text } if *kind == wanted => Some(text.clone()),
        _ => None,
    })
}

/// What was put on the clipboard.
pub(crate) fn copied(effects: &[Effect]) -> Option<&str> {
    effects.iter().find_map(|effect| match effect {
        Effect::Copy { text, .. } => Some(text.as_str()),
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
