//! What the fuzz targets share: something small to read, and a visit that uses what was read.

mod mutation;

pub use mutation::mutate;

use std::collections::VecDeque;
use std::sync::{Arc, LazyLock};

use assessment::answers::{Answer, Answers};
use assessment::app::{MemoryStore, Message, Model, Navigation, Screen, Settings, update, view};
use assessment::persist::WriterId;
use assessment::questionnaire::Questionnaire;
use assessment::scoring;
use assessment::text::{Catalogue, Key, TextKey as _};
use serde_json::{Map, Value};

/// The name of the store.
pub const STORE: &str = "answers";

/// A questionnaire of two elements, with three indicators.
pub static QUESTIONNAIRE: LazyLock<Arc<Questionnaire>> = LazyLock::new(|| {
    let (definition, texts) = documents(include_str!("../corpus/definition/small")).expect("two documents");
    Questionnaire::parse(definition, texts).expect("the seed is valid").into()
});

/// A catalogue in which every text is its own key.
pub static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| {
    let texts = Value::Object(every_text());
    Catalogue::parse(&texts.to_string()).expect("every text is there").into()
});

/// A text for every key: the key itself.
#[must_use]
pub fn every_text() -> Map<String, Value> {
    Key::ALL.iter().map(|key| (key.name().to_owned(), Value::from(key.name()))).collect()
}

/// The definition and the texts of a questionnaire, which an empty line parts.
#[must_use]
pub fn documents(input: &str) -> Option<(&str, &str)> {
    input.split_once("\n\n")
}

/// One copy of the check on a store that takes everything.
pub struct Visit {
    /// The check.
    pub model: Model,
    /// What is stored.
    pub store: MemoryStore,
}

impl Visit {
    /// Opens the check on what is stored.
    #[must_use]
    pub fn open(questionnaire: Arc<Questionnaire>, store: MemoryStore) -> Self {
        let settings = Settings::new(STORE, Navigation::Page);
        let (model, _) = Model::new(questionnaire, CATALOGUE.clone(), settings);
        let records = Ok(store.records());
        let mut visit = Self { model, store };
        visit.send(Message::Opened { records, is_sealed: false, writer: WriterId(1), history: None });
        visit
    }

    /// Sends a message, lets the store answer, and draws the screen that is shown then.
    pub fn send(&mut self, message: Message) {
        let mut waiting = VecDeque::from(update(&mut self.model, message));
        let mut performed = 0;
        while let Some(effect) = waiting.pop_front() {
            performed += 1;
            assert!(performed < 20_000, "one message leads to ever more: {effect:?}");
            if let Some(outcome) = self.store.perform(&effect) {
                waiting.extend(update(&mut self.model, outcome));
            }
        }
        draw(&self.model);
    }

    /// Looks at every screen that does not ask something.
    pub fn look_around(&mut self) {
        let elements = self.model.questionnaire().element_positions().map(Screen::ElementResults);
        let plain =
            [Screen::Tasks, Screen::Check, Screen::Results, Screen::About, Screen::YourData, Screen::Start];
        for screen in plain.into_iter().chain(elements) {
            self.send(Message::ScreenAsked(screen));
        }
    }
}

/// Every score lies in its range, and every range between 0 and 100.
pub fn check_scores(questionnaire: &Questionnaire, answers: &Answers) {
    for element in questionnaire.element_positions() {
        let tally = answers.tally(element);
        let (lowest, highest) = (tally.range().lowest.percent(), tally.range().highest.percent());
        assert!(0.0 <= lowest && lowest <= highest && highest <= 100.0, "{lowest} to {highest}");
        if let Some(score) = tally.score() {
            assert!((lowest..=highest).contains(&score.percent()), "{score:?}");
        }
    }
    if let Some(overall) = scoring::overall(questionnaire, answers) {
        assert!((0.0..=100.0).contains(&overall), "{overall}");
        assert!(scoring::lowest_element(questionnaire, answers).is_some());
    }
}

/// Every answer that a question of this questionnaire can have, again and again.
pub fn some_answers(questionnaire: &Questionnaire) -> impl Iterator<Item = Answer> + use<> {
    let levels: Vec<_> = questionnaire.scale().levels().map(Answer::Level).collect();
    levels.into_iter().chain([Answer::DontKnow]).cycle()
}

/// Builds everything that the present screen shows.
fn draw(model: &Model) {
    let _ = view::notice(model);
    let _ = view::page_title(model);
    match model.screen() {
        Screen::Start => drop(view::start(model)),
        Screen::About | Screen::Delete => {}
        Screen::Tasks => drop(view::tasks(model)),
        Screen::Question(indicator) => {
            drop(view::question(model, indicator));
            let _ = view::question_state(model, indicator);
        }
        Screen::Check => drop(view::check(model)),
        Screen::Results => {
            drop(view::results(model));
            drop(view::board(model));
        }
        Screen::ElementResults(element) => drop(view::element_results(model, element)),
        Screen::YourData => drop(view::your_data(model)),
        Screen::LoadCopy => assert!(view::load_copy(model).is_some()),
        Screen::Share | Screen::Combine => drop(view::board_part_opening(model)),
        Screen::Passphrase => drop(view::passphrase(model)),
        Screen::Locked => drop(view::door(model)),
    }
}
