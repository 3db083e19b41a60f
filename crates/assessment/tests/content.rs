//! The published content keeps the rules that it was written to.
//!
//! Each rule is a function that lists what breaks it, so that a content that breaks it on purpose
//! shows that it can.

use assessment::answers::Answer;
use assessment::app::{Keeping, Model, Navigation, Settings, StoreFailure, view};
use assessment::board::{Invitation, MarksProblem, Role, RoundCode, RoundFileProblem, RoundPart};
use assessment::board_app::{self, Copied, Door, Message, Problem, Screen, view as board_view};
use assessment::questionnaire::{Element, Guidance, Indicator, Questionnaire};
use assessment::text::{BoardCatalogue, Catalogue, Interface};
use serde_json::{Value, json};
use std::collections::HashMap;

const DEFINITION: &str = include_str!("../../../content/questionnaire.json");
const TEXTS: &str = include_str!("../../../content/questionnaire.en.json");
const INTERFACE: &str = include_str!("../../../content/interface.en.json");

/// All words but those of the questionnaire.
fn interface() -> Interface {
    Interface::parse(INTERFACE).unwrap_or_else(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}

/// A section of them, as JSON.
fn section(name: &str) -> String {
    interface().section(name).unwrap_or_else(|| panic!("there is no section {name}")).to_string()
}

fn published() -> Questionnaire {
    parse(TEXTS)
}

fn parse(texts: &str) -> Questionnaire {
    match Questionnaire::parse(DEFINITION, texts) {
        Ok(questionnaire) => questionnaire,
        Err(problems) => {
            let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
            panic!("{}", lines.join("\n"))
        }
    }
}

/// The published questionnaire with one text changed; `place` is a JSON pointer into the texts.
fn with_text(place: &str, text: impl Into<Value>) -> Questionnaire {
    parse(&with_value(TEXTS, place, text.into()).to_string())
}

fn with_value(document: &str, place: &str, value: Value) -> Value {
    let mut document: Value = serde_json::from_str(document).expect("the content is JSON");
    *document.pointer_mut(place).expect("the place exists") = value;
    document
}

const FIRST: &str = "/elements/board-understanding";
const FIRST_QUESTION: &str = "/elements/board-understanding/indicators/changes-ahead/question";
const FIRST_DESCRIPTION: &str = "/elements/board-understanding/indicators/changes-ahead/levels/0";

fn in_first(rest: &str) -> String {
    format!("{FIRST}{rest}")
}

#[track_caller]
fn assert_kept(findings: &[String]) {
    assert!(findings.is_empty(), "\n{}", findings.join("\n"));
}

/// The broken content is found at exactly the one place where it was broken.
#[track_caller]
fn assert_found(findings: &[String], id: &str) {
    assert!(
        findings.len() == 1 && findings[0].starts_with(id),
        "expected one finding at {id}, found {findings:#?}"
    );
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

fn words_of<'a>(texts: impl IntoIterator<Item = &'a String>) -> usize {
    texts.into_iter().map(|text| words(text)).sum()
}

fn guidance(element: &Element) -> &Guidance {
    element.guidance.as_ref().unwrap_or_else(|| panic!("{}: no guidance", element.id))
}

fn repeated(word: &str, times: usize) -> String {
    vec![word; times].join(" ")
}

// What has to be there

#[test]
fn the_questionnaire_and_the_interface_texts_are_valid_and_of_one_language() {
    assert_eq!(parse(TEXTS).language(), interface().language());
}

#[test]
fn the_texts_come_back_from_their_packed_form() {
    let Interface { check, board, .. } = interface();
    assert_eq!(Catalogue::unpack(&check.pack()), check);
    assert_eq!(BoardCatalogue::unpack(&board.pack()), board);
}

#[test]
fn the_questionnaire_comes_back_from_its_packed_form() {
    assert_eq!(Questionnaire::unpack(&published().pack()), published());
}

#[test]
fn there_are_eight_elements_of_four_questions_with_five_levels() {
    let questionnaire = published();
    assert_eq!(questionnaire.elements().len(), 8);
    assert_eq!(questionnaire.scale().count(), 5);
    for element in questionnaire.element_positions() {
        let id = &questionnaire.element(element).id;
        assert_eq!(questionnaire.indicators_of(element).count(), 4, "{id}");
    }
}

#[test]
fn every_element_has_two_trade_offs_three_difficult_questions_and_an_nhs_example() {
    assert_kept(&incomplete_guidance(&published()));
}

#[test]
fn guidance_with_something_missing_is_found() {
    let emptied = |list: &str| {
        let findings = incomplete_guidance(&with_text(&in_first(list), json!([])));
        findings.into_iter().filter(|finding| finding.starts_with("board-understanding")).collect::<Vec<_>>()
    };
    assert_found(&emptied("/trade_offs"), "board-understanding: 0 trade-offs");
    assert_found(&emptied("/good_practice"), "board-understanding: 0 examples");
    let elsewhere = TEXTS.replace("NHS", "council");
    let findings = incomplete_guidance(&parse(&elsewhere));
    assert_eq!(findings.len(), 8, "{findings:#?}");
    assert!(findings.iter().all(|finding| finding.contains("no example from the NHS")), "{findings:#?}");
}

fn incomplete_guidance(questionnaire: &Questionnaire) -> Vec<String> {
    let mut findings = Vec::new();
    for element in questionnaire.elements() {
        let (id, guidance) = (&element.id, guidance(element));
        if guidance.trade_offs.len() != 2 {
            findings.push(format!("{id}: {} trade-offs", guidance.trade_offs.len()));
        }
        if guidance.difficult_questions.len() != 3 {
            findings.push(format!("{id}: {} difficult questions", guidance.difficult_questions.len()));
        }
        let examples: Vec<&String> = guidance.good_practice.iter().map(|one| &one.example).collect();
        if !(1..=2).contains(&examples.len()) {
            findings.push(format!("{id}: {} examples of good practice", examples.len()));
        } else if !examples.iter().any(|example| example.contains("NHS")) {
            findings.push(format!("{id}: no example from the NHS: {examples:?}"));
        }
    }
    findings
}

// What has to be different

#[test]
fn no_text_of_the_questions_stands_twice() {
    assert_kept(&repetitions(&published()));
}

#[test]
fn a_text_that_stands_twice_is_found() {
    let questionnaire = published();
    let elsewhere = &questionnaire.indicators()[9];
    let repeated = [
        (FIRST_QUESTION, &elsewhere.question),
        (FIRST_DESCRIPTION, &elsewhere.descriptions[2]),
        ("/elements/board-understanding/indicators/changes-ahead/title", &elsewhere.title),
    ];
    for (place, text) in repeated {
        let findings = repetitions(&with_text(place, text.clone()));
        assert_found(&findings, &format!("{}: stands also in changes-ahead", elsewhere.id));
    }
}

fn repetitions(questionnaire: &Questionnaire) -> Vec<String> {
    let of_elements = questionnaire.elements().iter().flat_map(|element| {
        let asked = guidance(element).difficult_questions.iter().map(|difficult| &difficult.question);
        asked.chain([&element.title]).map(|text| (element.id.as_str(), text))
    });
    let of_indicators = questionnaire.indicators().iter().flat_map(|indicator| {
        let texts = [&indicator.title, &indicator.question].into_iter().chain(&indicator.descriptions);
        texts.map(|text| (indicator.id.as_str(), text))
    });
    let mut seen = HashMap::new();
    let mut findings = Vec::new();
    for (id, text) in of_elements.chain(of_indicators) {
        if let Some(elsewhere) = seen.insert(text.to_lowercase(), id) {
            findings.push(format!("{id}: stands also in {elsewhere}: {text}"));
        }
    }
    findings
}

#[test]
fn no_sentence_of_the_boards_part_stands_twice() {
    assert_kept(&repeated_sentences(&serde_json::from_str(&section("board")).expect("the content is JSON")));
    let doubled = with_value(&section("board"), "/close.lead", "The round is closed.".into());
    let findings = repeated_sentences(&doubled);
    assert_eq!(findings, ["/round.closed: stands also in /close.lead: The round is closed."]);
}

/// Labels may stand twice, such as on a button and over what it leads to.
fn repeated_sentences(document: &Value) -> Vec<String> {
    let mut texts = Vec::new();
    collect_texts(document, "", &mut texts);
    let mut seen = HashMap::new();
    let mut findings = Vec::new();
    for (place, text) in texts.into_iter().filter(|(_, text)| text.ends_with('.')) {
        // The two forms of a text that depends on a count may be alike.
        let name = place.trim_end_matches("/one").trim_end_matches("/other").to_owned();
        if let Some(elsewhere) = seen.insert(text, name.clone())
            && elsewhere != name
        {
            findings.push(format!("{place}: stands also in {elsewhere}: {text}"));
        }
    }
    findings
}

// What has to be filled

/// The board's part with the published content, before its store is read.
fn board_part(door: Door, asks_role: bool) -> board_app::Model {
    let catalogue = interface().board;
    let round = RoundCode::from_random(1);
    let settings = board_app::Settings {
        store: "answers".into(),
        keeping: Keeping::Device,
        trust_name: "Sample trust".into(),
        address: "https://intranet.example/check".into(),
        invitation: Some(Invitation { round, asks_role }),
        door,
    };
    board_app::Model::new(published().into(), catalogue.into(), settings).0
}

/// Everything that these steps show, one after another.
fn shown_after(model: &mut board_app::Model, steps: impl IntoIterator<Item = Message>) -> Vec<String> {
    let stored = Err(StoreFailure::Blocked);
    let steps = [Message::Opened { stored, random: 1 }].into_iter().chain(steps);
    let after = |step: Message| {
        board_app::update(model, step);
        let model = &*model;
        let round = (board_view::round(model), board_view::set_up(model), board_view::notice(model));
        let coming_in = (board_view::share(model), board_view::collect(model), board_view::close(model));
        let told = (board_view::picture(model), board_view::paper(model), board_view::numbers(model));
        let invite = (board_view::invite(model), board_view::ready_text(model, Copied::Reminder));
        format!("{round:?} {coming_in:?} {told:?} {invite:?} {:?}", board_view::conversation(model))
    };
    steps.map(after).collect()
}

/// The gaps of texts that nothing has filled.
fn gaps(shown: &str) -> Vec<String> {
    let begins = |rest: &&str| rest.starts_with(|first: char| first.is_ascii_lowercase());
    shown.split('{').skip(1).filter(begins).map(|rest| rest.chars().take(20).collect()).collect()
}

#[test]
fn whatever_the_boards_part_shows_no_gap_is_left() {
    let row = "0123".repeat(8);
    let pasted = format!("no code\n{{\n{}\n{{\"product\":1}}\n{}", &row, "0".repeat(56));
    let typed = |random| [Message::MarksTyped(row.clone()), Message::MarksAdded { random }];
    let load = |ids: std::ops::Range<u64>| {
        let with_role = move |id| [Message::MarksRoleChosen(Role::Executive)].into_iter().chain(typed(id));
        ids.flat_map(with_role)
    };
    for asks_role in [false, true] {
        let set_up = [
            Message::NameTyped("Spring".into()),
            Message::BoardSizeTyped("14".into()),
            Message::AsksRoleChosen(asks_role),
            Message::RoundSetUp { random: 1 },
            Message::PastedTyped(pasted.clone()),
            Message::PastedAdded,
        ];
        let close = || [Message::ScreenAsked(Screen::Close), Message::CloseConfirmed];
        let steps = set_up.into_iter().chain(close()).chain(load(0..9)).chain(close());
        let steps = steps.chain(load(9..10)).chain(close()).chain([Message::RoundDownloadAsked]);
        let shown = shown_after(&mut board_part(Door::Combine, asks_role), steps);
        assert!(shown.iter().any(|shown| shown.contains("They can be taken in") || shown.contains("waits")));
        assert_kept(&shown.iter().flat_map(|shown| gaps(shown)).collect::<Vec<_>>());
        let answers = vec![Some(Answer::DontKnow); 32];
        let role = [Message::RoleChosen(Role::NonExecutive)];
        let shown = shown_after(&mut board_part(Door::Share(answers), asks_role), role);
        assert_kept(&shown.iter().flat_map(|shown| gaps(shown)).collect::<Vec<_>>());
    }
    let shown = shown_after(&mut board_part(Door::Combine, false), [Message::RehearsalAsked]);
    assert_kept(&shown.iter().flat_map(|shown| gaps(shown)).collect::<Vec<_>>());
    assert_eq!(gaps("a {code} { b").len(), 1, "a gap is found");
}

#[test]
fn whatever_is_wrong_no_gap_is_left_in_saying_so() {
    let of_file = |problem| Problem::RoundFile { file: "round.json".into(), problem };
    let part = RoundPart::Agenda;
    let problems = [
        Problem::NoRoundCode,
        Problem::RoleMissing,
        Problem::NameMissing,
        Problem::BoardSizeWrong,
        Problem::ThresholdWrong,
        Problem::ThresholdAboveBoard,
        Problem::BoardBelowResponses(7),
        Problem::NothingPasted,
        Problem::Marks(MarksProblem::NoMark { question: 3, found: 'x' }),
        Problem::Marks(MarksProblem::WrongNumber { found: 3, expected: 32 }),
        Problem::MarksRoleMissing,
        of_file(RoundFileProblem::Unreadable),
        of_file(RoundFileProblem::TooLarge),
        of_file(RoundFileProblem::NotJson { line: 1, column: 2 }),
        of_file(RoundFileProblem::NotARound),
        of_file(RoundFileProblem::Newer),
        of_file(RoundFileProblem::OtherQuestions),
        of_file(RoundFileProblem::Damaged { part }),
        of_file(RoundFileProblem::Damaged { part: RoundPart::Unknown }),
        Problem::AgendaLineMissing,
    ];
    let model = board_part(Door::Combine, false);
    for problem in problems {
        let explained = board_view::explain(&model, &problem);
        assert!(!explained.contains(['{', '}']) && !explained.contains("“”"), "{explained}");
    }
}

// How long things may be

#[test]
fn questions_and_descriptions_keep_their_length() {
    assert_kept(&long_questions(&published()));
}

#[test]
fn a_question_or_description_that_is_too_long_is_found() {
    // In this indicator there is room below the limit of all its words together.
    let in_short = |field: &str, times: usize| {
        let place = format!("/elements/balanced-risk/indicators/independent-checks/{field}");
        long_questions(&with_text(&place, repeated("word", times)))
    };
    for (field, most) in [("question", 15), ("levels/0", 20)] {
        assert_kept(&in_short(field, most));
        assert_found(&in_short(field, most + 1), "independent-checks");
    }
    let mut texts: Value = serde_json::from_str(TEXTS).expect("the content is JSON");
    for level in 0..5 {
        let place = FIRST_DESCRIPTION.replace("/levels/0", &format!("/levels/{level}"));
        *texts.pointer_mut(&place).expect("a level") = repeated("word", 18).into();
    }
    assert_found(&long_questions(&parse(&texts.to_string())), "changes-ahead: 104 words with its levels");
}

fn long_questions(questionnaire: &Questionnaire) -> Vec<String> {
    let mut findings = Vec::new();
    for Indicator { id, question, descriptions, .. } in questionnaire.indicators() {
        if words(question) > 15 {
            findings.push(format!("{id}: {} words: {question}", words(question)));
        }
        for description in descriptions.iter().filter(|description| words(description) > 20) {
            findings.push(format!("{id}: {} words: {description}", words(description)));
        }
        let together = words(question) + words_of(descriptions);
        if together > 85 {
            findings.push(format!("{id}: {together} words with its levels: {question}"));
        }
    }
    findings
}

#[test]
fn all_questions_together_can_be_read_in_one_sitting() {
    assert_kept(&long_altogether(&published()));
}

#[test]
fn questions_that_are_too_long_together_are_found() {
    let mut texts: Value = serde_json::from_str(TEXTS).expect("the content is JSON");
    let elements = texts["elements"].as_object_mut().expect("elements");
    for element in elements.values_mut() {
        for indicator in element["indicators"].as_object_mut().expect("indicators").values_mut() {
            indicator["levels"][0] = repeated("word", 50).into();
        }
    }
    let findings = long_altogether(&parse(&texts.to_string()));
    assert_eq!(findings.len(), 2, "{findings:#?}");
}

fn long_altogether(questionnaire: &Questionnaire) -> Vec<String> {
    let indicators = questionnaire.indicators();
    let in_questions = words_of(indicators.iter().map(|indicator| &indicator.question));
    let in_descriptions = words_of(indicators.iter().flat_map(|indicator| &indicator.descriptions));
    let descriptions: usize = indicators.iter().map(|indicator| indicator.descriptions.len()).sum();
    let mut findings = Vec::new();
    if in_questions + in_descriptions > 2_500 {
        findings.push(format!("all questions: {} words", in_questions + in_descriptions));
    }
    if in_descriptions > 14 * descriptions {
        findings.push(format!("all descriptions: {in_descriptions} words in {descriptions}"));
    }
    findings
}

#[test]
fn guidance_keeps_its_length() {
    assert_kept(&long_guidance(&published()));
}

#[test]
fn guidance_that_is_too_long_is_found() {
    let places = [
        ("/definition", 41),
        ("/why_it_matters/strategic", 31),
        ("/why_it_matters/operational", 31),
        ("/difficult_questions/executive", 26),
        ("/staying", 26),
        ("/good_practice/0/example", 60),
    ];
    for (place, times) in places {
        let findings = long_guidance(&with_text(&in_first(place), repeated("word", times)));
        assert_found(&findings, "board-understanding");
        assert_kept(&long_guidance(&with_text(&in_first(place), repeated("word", times - 1))));
    }
}

fn long_guidance(questionnaire: &Questionnaire) -> Vec<String> {
    let mut findings = Vec::new();
    for element in questionnaire.elements() {
        let guidance = guidance(element);
        let mut texts = vec![
            (40, &guidance.definition),
            (30, &guidance.why_strategic),
            (30, &guidance.why_operational),
            (25, &guidance.staying),
        ];
        texts.extend(guidance.difficult_questions.iter().map(|difficult| (25, &difficult.question)));
        texts.extend(guidance.good_practice.iter().map(|practice| (59, &practice.example)));
        for (most, text) in texts.into_iter().filter(|(most, text)| words(text) > *most) {
            findings.push(format!("{}: {} words, at most {most}: {text}", element.id, words(text)));
        }
    }
    findings
}

#[test]
fn the_start_screen_says_how_long_it_takes() {
    let settings = Settings::new("answers", Navigation::Contained);
    let catalogue = interface().check;
    let (model, _) = Model::new(published().into(), catalogue.into(), settings);
    let start = view::start(&model);
    assert_eq!(start.time, "It takes about 15 minutes");
    assert_eq!(start.time_for_one, "One element takes about 2 minutes");
}

// How things are put

#[test]
fn questions_end_as_questions_and_descriptions_as_sentences() {
    assert_kept(&misshapen(&published()));
}

#[test]
fn a_text_of_the_wrong_shape_is_found() {
    let places = [
        (FIRST_QUESTION.to_owned(), "How does the board learn.", "changes-ahead"),
        (FIRST_DESCRIPTION.to_owned(), "the board learns.", "changes-ahead"),
        (FIRST_DESCRIPTION.to_owned(), "The board learns", "changes-ahead"),
        (in_first("/difficult_questions/board"), "Say what was stopped.", "board-understanding"),
    ];
    for (place, text, id) in places {
        assert_found(&misshapen(&with_text(&place, text)), id);
    }
}

fn misshapen(questionnaire: &Questionnaire) -> Vec<String> {
    let mut findings = Vec::new();
    for Indicator { id, question, descriptions, .. } in questionnaire.indicators() {
        if !question.ends_with('?') {
            findings.push(format!("{id}: no question: {question}"));
        }
        let is_sentence =
            |text: &&String| text.starts_with(|first: char| first.is_uppercase()) && text.ends_with('.');
        for description in descriptions.iter().filter(|description| !is_sentence(description)) {
            findings.push(format!("{id}: no sentence: {description}"));
        }
    }
    for element in questionnaire.elements() {
        let asked = guidance(element).difficult_questions.iter().map(|difficult| &difficult.question);
        for question in asked.filter(|question| !question.ends_with('?')) {
            findings.push(format!("{}: no question: {question}", element.id));
        }
    }
    findings
}

#[test]
fn no_level_is_about_what_nobody_can_see() {
    assert_kept(&unseen(&published()));
}

#[test]
fn a_level_about_what_nobody_can_see_is_found() {
    for text in ["Costs are unknown.", "Unclear roles remain.", "Artificial intelligence is used."] {
        assert_found(&unseen(&with_text(FIRST_DESCRIPTION, text)), "changes-ahead");
    }
}

fn unseen(questionnaire: &Questionnaire) -> Vec<String> {
    const KEPT_OUT: [&str; 3] = ["unknown", "unclear", "artificial intelligence"];
    let descriptions = questionnaire.indicators().iter().flat_map(|indicator| {
        indicator.descriptions.iter().map(move |description| (&indicator.id, description))
    });
    descriptions
        .filter(|(_, description)| KEPT_OUT.iter().any(|word| description.to_lowercase().contains(word)))
        .map(|(id, description)| format!("{id}: {description}"))
        .collect()
}

#[test]
fn artificial_intelligence_is_named_where_boards_choose_and_ask() {
    assert!(names_artificial_intelligence(&published()), "in no trade-off and in no difficult question");
    let without = TEXTS.replace("rtificial intelligence", "utomation");
    assert!(!names_artificial_intelligence(&parse(&without)));
}

fn names_artificial_intelligence(questionnaire: &Questionnaire) -> bool {
    questionnaire.elements().iter().map(guidance).any(|guidance| {
        let in_trade_offs =
            guidance.trade_offs.iter().flat_map(|one| [&one.gained, &one.given_up, &one.when_right]);
        let in_questions = guidance.difficult_questions.iter().map(|one| &one.question);
        in_trade_offs.chain(in_questions).any(|text| text.to_lowercase().contains("artificial intelligence"))
    })
}

// How every text is written

/// A rule of style: what breaks it in a text, if anything does.
type Rule = fn(&str) -> Option<String>;

const RULES: [(&str, Rule); 3] = [
    ("contraction", contraction),
    ("word to avoid", word_to_avoid),
    ("straight apostrophe", straight_apostrophe),
];

#[test]
fn every_text_of_the_questionnaire_keeps_the_style() {
    assert_kept(&against_the_style(&serde_json::from_str(TEXTS).expect("the content is JSON")));
}

#[test]
fn every_text_of_the_interface_keeps_the_style() {
    for texts in ["check", "first_screen", "paper", "questionnaire_failures", "board_stopped"].map(section) {
        assert_kept(&against_the_style(&serde_json::from_str(&texts).expect("the content is JSON")));
    }
    assert_kept(&against_the_style(&without_letters()));
}

/// The texts of the board's part but those that one colleague sends to others and may ask something of them in.
fn without_letters() -> Value {
    let mut texts: Value = serde_json::from_str(&section("board")).expect("the content is JSON");
    let is_letter = |name: &str| {
        ["invitation.", "reminder.", "closing_note."].iter().any(|letter| name.starts_with(letter))
    };
    texts.as_object_mut().expect("an object").retain(|name, _| !is_letter(name));
    texts
}

#[test]
fn a_letter_keeps_the_style_but_may_say_please() {
    let mut letters: Value = serde_json::from_str(&section("board")).expect("the content is JSON");
    let others = without_letters();
    let letters = letters.as_object_mut().expect("an object");
    letters.retain(|name, _| others.get(name).is_none());
    assert!(letters.len() > 6);
    let without_please = json!(letters).to_string().replace("Please", "Kindly");
    assert_kept(&against_the_style(&serde_json::from_str(&without_please).expect("JSON")));
}

#[test]
fn a_text_against_the_style_is_found_wherever_it_stands() {
    let deep = in_first("/good_practice/0/example");
    let documents = [
        with_value(TEXTS, &deep, "They don’t know.".into()),
        with_value(TEXTS, FIRST_DESCRIPTION, "It simply works.".into()),
        with_value(&section("check"), "/back", "Go back, please".into()),
        with_value(&section("check"), "/start.time/other", "It’s {count} minutes".into()),
        with_value(&section("check"), "/print", "Print the trust's page".into()),
        with_value(&without_letters().to_string(), "/back", "It’s back".into()),
        with_value(&section("first_screen"), "/late", "Please wait.".into()),
        with_value(&section("paper"), "/private", "It’s yours.".into()),
        with_value(&section("questionnaire_failures"), "/retry", "Please try again".into()),
    ];
    for document in documents {
        assert_eq!(against_the_style(&document).len(), 1, "{:#?}", against_the_style(&document));
    }
}

#[test]
fn contractions_are_told_from_possessives() {
    let contractions = [
        "don’t",
        "Don't",
        "isn’t",
        "can’t",
        "it’s",
        "It's",
        "you’re",
        "we’ll",
        "they’ve",
        "I’m",
        "he’d",
        "that’s",
        "There’s",
        "let’s",
        "(who’s)",
        "“what’s”",
        "DON’T",
        "shouldn’t’ve",
    ];
    for word in contractions {
        assert!(contraction(&format!("Now {word} so.")).is_some(), "{word}");
    }
    for word in ["users’", "trust’s", "board’s", "NHS’s", "‘quoted’", "boards", "its", "well", "cannot"]
    {
        assert_eq!(contraction(&format!("Now {word} so.")), None, "{word}");
    }
}

#[test]
fn words_to_avoid_are_whole_words() {
    for word in ["please", "Please,", "easy", "easily", "simply.", "(just)", "Just-in-time"] {
        assert!(word_to_avoid(&format!("Now {word} so")).is_some(), "{word}");
    }
    for word in ["pleased", "uneasy", "simple", "adjust", "justice"] {
        assert_eq!(word_to_avoid(&format!("Now {word} so")), None, "{word}");
    }
}

fn against_the_style(document: &Value) -> Vec<String> {
    let mut texts = Vec::new();
    collect_texts(document, "", &mut texts);
    let mut findings = Vec::new();
    for (place, text) in texts {
        for (name, rule) in RULES {
            findings.extend(rule(text).map(|found| format!("{place}: {name}, {found}: {text}")));
        }
    }
    findings
}

/// Every text with its place.
fn collect_texts<'a>(value: &'a Value, place: &str, texts: &mut Vec<(String, &'a str)>) {
    match value {
        Value::String(text) => texts.push((place.to_owned(), text)),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect_texts(item, &format!("{place}/{index}"), texts);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                collect_texts(field, &format!("{place}/{name}"), texts);
            }
        }
        _ => {}
    }
}

/// After these an apostrophe and an s stand for "is" or "has" (or "us"); after any other word they
/// make a possessive.
const BEFORE_IS: [&str; 13] =
    ["it", "that", "there", "this", "what", "who", "where", "when", "how", "here", "he", "she", "let"];

fn contraction(text: &str) -> Option<String> {
    text.split(|letter: char| !(letter.is_alphanumeric() || is_apostrophe(letter)))
        .find(|word| is_contraction(&word.to_lowercase()))
        .map(str::to_owned)
}

fn is_contraction(word: &str) -> bool {
    let mut parts = word.split(is_apostrophe);
    let before = parts.next().unwrap_or_default();
    parts.any(|after| match after {
        "t" | "re" | "ve" | "ll" | "d" | "m" => true,
        "s" => BEFORE_IS.contains(&before),
        _ => false,
    })
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’')
}

fn word_to_avoid(text: &str) -> Option<String> {
    const AVOIDED: [&str; 5] = ["please", "easy", "easily", "simply", "just"];
    text.split(|letter: char| !letter.is_alphanumeric())
        .find(|word| AVOIDED.contains(&word.to_lowercase().as_str()))
        .map(str::to_owned)
}

fn straight_apostrophe(text: &str) -> Option<String> {
    text.contains('\'').then(|| "'".to_owned())
}
