//! What the core says should be on the screen, and what it stores, for the same answers.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use assessment::answers::Answer;
use assessment::app::{MemoryStore, Message, Model, Navigation, Screen, Settings};
use assessment::persist::{Keys, Subject, WriterId, write_copy};
use assessment::questionnaire::{ElementPosition, IndicatorPosition, Questionnaire};
use assessment::text::{Catalogue, Interface, Key};
use serde_json::{Value, json};

/// One question with the answer that a person gives to it.
pub type Given = (IndicatorPosition, Answer);

/// The name under which the page keeps answers.
pub const STORE: &str = "answers";

/// The questionnaire that the site asks.
pub fn questionnaire() -> &'static Arc<Questionnaire> {
    static READ: OnceLock<Arc<Questionnaire>> = OnceLock::new();
    READ.get_or_init(|| {
        let definition = include_str!("../../content/questionnaire.json");
        let texts = include_str!("../../content/questionnaire.en.json");
        Questionnaire::parse(definition, texts).expect("the questionnaire is valid").into()
    })
}

/// The interface texts that the site shows.
pub fn catalogue() -> &'static Arc<Catalogue> {
    static READ: OnceLock<Arc<Catalogue>> = OnceLock::new();
    READ.get_or_init(|| interface().check.clone().into())
}

/// What the page says where no check has started, by its name in the content.
#[must_use]
pub fn first_screen_words(name: &str) -> &'static str {
    words("first_screen", name)
}

/// What only the paper version says, by its name in the content.
#[must_use]
pub fn paper_words(name: &str) -> &'static str {
    words("paper", name)
}

fn words(section: &str, name: &str) -> &'static str {
    let text = interface().section(section).and_then(|section| section[name].as_str());
    text.unwrap_or_else(|| panic!("there is a text {name} in {section}"))
}

/// All words of the site but those of the questionnaire.
pub(crate) fn interface() -> &'static Interface {
    static READ: OnceLock<Interface> = OnceLock::new();
    READ.get_or_init(|| {
        let texts = include_str!("../../content/interface.en.json");
        Interface::parse(texts).expect("the interface texts are complete")
    })
}

/// The indicator of that number, counted from 1 as on the screen.
#[must_use]
pub fn indicator(number: usize) -> IndicatorPosition {
    questionnaire().indicator_at(number - 1).expect("there is a question of that number")
}

/// The element of that number, counted from 1 as on the screen.
#[must_use]
pub fn element(number: usize) -> ElementPosition {
    questionnaire().element_at(number - 1).expect("there is an element of that number")
}

/// The name of the element of that number.
#[must_use]
pub fn element_title(number: usize) -> &'static str {
    &questionnaire().element(element(number)).title
}

/// The words of the question of that number.
#[must_use]
pub fn question(number: usize) -> &'static str {
    &questionnaire().indicator(indicator(number)).question
}

/// The short name of the question of that number.
#[must_use]
pub fn short_name(number: usize) -> &'static str {
    &questionnaire().indicator(indicator(number)).title
}

/// What a person chooses on the screen to give this answer.
#[must_use]
pub fn wording((indicator, answer): Given) -> &'static str {
    match answer {
        Answer::Level(level) => {
            &questionnaire().indicator(indicator).descriptions[usize::from(level.number())]
        }
        Answer::DontKnow => catalogue().text(Key::DontKnow),
    }
}

/// The described level of that number, 0 for the lowest.
#[must_use]
pub fn level(number: u64) -> Answer {
    Answer::Level(questionnaire().scale().level(number).expect("the scale has that level"))
}

/// An answer to every question: every level, some not known, and one element of which so much is not
/// known that it has no score.
#[must_use]
pub fn mixed_answers() -> Vec<Given> {
    let answer = |index: usize| match index {
        5 | 16 | 17 | 27 => Answer::DontKnow,
        _ => level((index as u64 * 7 + index as u64 / 4) % 5),
    };
    questionnaire().indicator_positions().map(|position| (position, answer(position.index()))).collect()
}

/// The same answer to every question of one element.
#[must_use]
pub fn answers_of(element: ElementPosition, answer: Answer) -> Vec<Given> {
    questionnaire().indicators_of(element).map(|indicator| (indicator, answer)).collect()
}

/// The message that gives an answer.
#[must_use]
pub fn answered(given: &[Given]) -> Vec<Message> {
    given.iter().map(|(indicator, answer)| Message::AnswerChosen(*indicator, *answer)).collect()
}

/// What the core makes of a visit: how its state ends, and what is then stored.
pub struct Played {
    /// The state at the end.
    pub model: Model,
    /// Every stored record by its key.
    pub records: BTreeMap<String, String>,
}

/// Plays a visit in the core alone, with everything that it stores.
#[must_use]
pub fn played(store: &str, messages: impl IntoIterator<Item = Message>) -> Played {
    let settings = Settings::new(store, Navigation::Page);
    let (mut model, _) = Model::new(questionnaire().clone(), catalogue().clone(), settings);
    let opened =
        Message::Opened { records: Ok(vec![]), is_sealed: false, writer: WriterId(1), history: None };
    let mut store = MemoryStore::default();
    for message in [opened].into_iter().chain(messages) {
        store.play(&mut model, message);
    }
    Played { model, records: store.texts }
}

/// What the core says of these answers.
#[must_use]
pub fn expected(given: &[Given]) -> Model {
    played(STORE, answered(given)).model
}

/// A visit that answered these questions and ended on that screen.
#[must_use]
pub fn left_on(screen: Screen, given: &[Given]) -> Vec<Message> {
    let begin = [Message::AllElementsChosen];
    begin.into_iter().chain(answered(given)).chain([Message::ScreenAsked(screen)]).collect()
}

/// The names under which the page keeps answers.
#[must_use]
pub fn keys() -> Keys {
    Keys::new(STORE, questionnaire().fingerprint())
}

/// Under which key the page keeps what is about this.
#[must_use]
pub fn key(subject: Subject) -> String {
    keys().key(subject, questionnaire())
}

/// Under which key the answer to a question is kept.
#[must_use]
pub fn answer_key(store: &str, number: usize) -> String {
    let keys = Keys::new(store, questionnaire().fingerprint());
    keys.key(Subject::Answer(indicator(number)), questionnaire())
}

/// The copy that holds these stored texts.
#[must_use]
pub fn copy_of(records: &BTreeMap<String, String>) -> String {
    let stored: Vec<_> = records.iter().map(|(key, text)| (key.clone(), text.clone())).collect();
    write_copy(&stored)
}

/// A page's own questionnaire of one element with that many questions, each with three levels.
#[must_use]
pub fn own_questionnaire(questions: usize) -> Value {
    let ids: Vec<String> = (1..=questions).map(|number| format!("question-{number}")).collect();
    let texts = ids.iter().enumerate().map(|(index, id)| {
        let number = index + 1;
        let levels = ["Never", "Sometimes", "Always"].map(|often| format!("{often}, says number {number}."));
        (id.clone(), json!({ "title": format!("Title {number}"), "question": format!("Is it so {number}?"), "levels": levels }))
    });
    json!({
        "format": 1, "id": "our-questions", "version": 1, "levels": 3,
        "elements": [{ "id": "ours", "indicators": ids }],
        "texts": [{
            "language": "en-GB", "title": "Our own questions", "levels": ["Not yet", "In parts", "Usual"],
            "elements": { "ours": { "title": "What we ask", "indicators": texts.collect::<Value>() } },
        }],
    })
}
