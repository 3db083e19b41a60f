//! The board's part: a program of its own, made of the same crate. A member passes on an anonymous response
//! there, and whoever combines a board's answers sees the board's picture.

mod parts;
mod performing;
mod screens;

use crate::app::Frame;
use crate::components::HighestHeading;
use crate::markup::{Markup, live, tag};
use crate::platform::storage::Store;
use crate::platform::{focus, print};
use crate::session::{PackedWords, Speak};
use crate::{content, words};
use assessment::app::{Keeping, StoragePlace};
use assessment::board::{Invitation, read_marks};
use assessment::board_app::{Door, Field, FocusTarget, Message, Model, Settings};
use assessment::questionnaire::Questionnaire;
use assessment::text::BoardKey;
use leptos::prelude::*;
use performing::Performing;
use std::sync::Arc;
use web_sys::Element;

/// The way to change the model of the board's part, and to read it.
type Dispatch = crate::dispatch::Dispatch<Model>;

/// What the check hands over when it opens the board's part.
pub(crate) struct Opening {
    /// The name of the store.
    pub(crate) store: String,
    /// Where it is.
    pub(crate) storage: StoragePlace,
    /// Whose board it is; empty if the page does not say.
    pub(crate) trust_name: String,
    /// What is asked.
    pub(crate) questionnaire: Arc<Questionnaire>,
    /// The member's answers as a row of marks; none for whoever combines a board's.
    pub(crate) marks: Option<String>,
    /// Whether nothing is to be kept, in the browser's history neither.
    pub(crate) leaves_no_trace: bool,
    /// The page's address without query and fragment, for links to a round.
    pub(crate) address: String,
    /// What the page or its address says of a round; may be empty, or say nothing of one.
    pub(crate) invitation: String,
}

/// Whether files are to be read on.
#[derive(Clone, Copy)]
struct IsReading(StoredValue<bool>);

/// The board's part, and the way to change it from outside. `room` is what it is drawn into, and hears when it is
/// left.
pub(crate) fn board_part(room: Element, heading_level: u8, opening: Opening) -> (Dispatch, Markup) {
    let questionnaire = opening.questionnaire.clone();
    let storage = if opening.leaves_no_trace { StoragePlace::Nowhere } else { opening.storage };
    let store = Store::new(storage, &opening.store);
    let settings = settings(opening, &questionnaire);
    let (model, effects) = Model::new(questionnaire, content::board_texts(), settings);
    provide_context(HighestHeading(heading_level));

    let round_key = model.round_key();
    let frame = Frame::new();
    let is_reading = StoredValue::new(false);
    provide_context(IsReading(is_reading));
    let dispatch = Dispatch::new(model, Performing::new(room, frame, store, is_reading));
    provide_context(dispatch);
    words::provide_words(move || dispatch.read(|model| model.catalogue().clone()));
    dispatch.perform_all(effects);
    store.on_text_elsewhere(round_key, move |text| dispatch.send(Message::RoundSeen(text)));
    print::open_disclosures(frame);

    let language = dispatch.project(|model| model.catalogue().writing().language.clone());
    let screen = dispatch.project(Model::screen);
    let banner = live(move || {
        language.with(|_| ());
        parts::banner()
    });
    let screen = live(move || {
        language.with(|_| ());
        screens::draw(screen.get())
    });
    let drawn = tag("div", "board", [banner, screen])
        .with_live("lang", move || language.get())
        .with_live("dir", move || language.with(|_| words::direction::<BoardKey>().to_owned()))
        .when_drawn(move |drawn| frame.set(drawn.clone()));
    (dispatch, drawn)
}

impl Speak for Dispatch {
    fn speak(&self, words: Option<PackedWords>, questionnaire: Option<&str>) {
        // The check hands over its own at the least: this program comes without one.
        let Some(questionnaire) = questionnaire else { return };
        let questionnaire = Arc::new(Questionnaire::unpack(questionnaire));
        let catalogue = content::texts_or(words, content::board_texts);
        self.send(Message::LanguageCame { questionnaire, catalogue });
    }

    /// The check tells it.
    fn miss(&self, _tag: String) {}
}

fn settings(opening: Opening, questionnaire: &Questionnaire) -> Settings {
    let invitation =
        Invitation::parse(&opening.invitation).or_else(|| Invitation::in_fragment(&opening.invitation));
    let door = match opening.marks {
        Some(marks) => Door::Share(read_marks(&marks, questionnaire).unwrap_or_default()),
        None => Door::Combine,
    };
    let keeping = match opening.storage {
        _ if opening.leaves_no_trace => Keeping::MemoryByChoice,
        StoragePlace::Device => Keeping::Device,
        StoragePlace::Tab => Keeping::Tab,
        StoragePlace::Nowhere => Keeping::MemoryByPage,
    };
    Settings {
        store: opening.store,
        keeping,
        trust_name: opening.trust_name,
        address: opening.address,
        invitation,
        door,
    }
}

/// The value of `data-focus` on whatever can be given the focus.
fn focus_name(target: FocusTarget) -> String {
    match target {
        FocusTarget::Heading => focus::HEADING.to_owned(),
        FocusTarget::ErrorSummary => focus::ERROR_SUMMARY.to_owned(),
        FocusTarget::Field(field) => field_name(field).to_owned(),
        FocusTarget::Log => "log".to_owned(),
        FocusTarget::Responses => "responses".to_owned(),
        FocusTarget::AgendaLine(line) => format!("agenda-{line}"),
    }
}

/// The id of a field, which is also what the focus finds it by.
fn field_name(field: Field) -> &'static str {
    match field {
        Field::RoundCode => "round-code",
        Field::Role => "role",
        Field::Name => "round-name",
        Field::BoardSize => "board-size",
        Field::Threshold => "threshold",
        Field::Pasted => "pasted",
        Field::Marks => "marks",
        Field::MarksRole => "marks-role",
        Field::RoundFile => "round-file",
        Field::AgendaLine => "agenda-line",
    }
}
