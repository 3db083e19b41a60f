//! What may ever be seen of a board's answers, through the public interface alone.

mod documents;

use assessment::answers::Answer;
use assessment::board::{
    AnonymityThreshold, Cell, Closing, Counts, Draft, Loaded, MOST_KEPT_WHOLE, Picture, Reason, Response,
    ResponseId, Role, Round, RoundCode, agenda, read_marks,
};
use assessment::questionnaire::Questionnaire;
use documents::write_documents;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock};

const ROUND: u64 = 7;

static TWO_QUESTIONS: LazyLock<Arc<Questionnaire>> = LazyLock::new(|| questionnaire(2, 5));

fn questionnaire(indicators: usize, levels: usize) -> Arc<Questionnaire> {
    let (definition, texts) = write_documents(&[indicators], levels);
    Questionnaire::parse(&definition.to_string(), &texts.to_string()).expect("the sample is valid").into()
}

fn draft(questionnaire: &Arc<Questionnaire>, asks_role: bool) -> Draft {
    draft_with(questionnaire, asks_role, AnonymityThreshold::LOWEST)
}

fn draft_with(questionnaire: &Arc<Questionnaire>, asks_role: bool, threshold: AnonymityThreshold) -> Draft {
    let round = Round { code: RoundCode::from_random(ROUND), asks_role, threshold };
    Draft::new(questionnaire.clone(), round)
}

fn level(questionnaire: &Questionnaire, number: u64) -> Option<Answer> {
    questionnaire.scale().level(number).map(Answer::Level)
}

fn response(
    questionnaire: &Questionnaire,
    id: u64,
    role: Option<Role>,
    answers: &[Option<Answer>],
) -> Response {
    response_to(ROUND, questionnaire, id, role, answers)
}

fn response_to(
    round: u64,
    questionnaire: &Questionnaire,
    id: u64,
    role: Option<Role>,
    answers: &[Option<Answer>],
) -> Response {
    let (round, id) = (RoundCode::from_random(round), ResponseId::from_random(id));
    Response::new(questionnaire, round, id, role, answers.to_vec()).expect("an answer to each question")
}

/// A draft to which so many members have answered level 2 to both questions.
fn draft_of(members: u64) -> Draft {
    let mut draft = draft(&TWO_QUESTIONS, false);
    for id in 0..members {
        assert_eq!(draft.add(alike(id)), Loaded::Added);
    }
    draft
}

fn alike(id: u64) -> Response {
    response(&TWO_QUESTIONS, id, None, &[level(&TWO_QUESTIONS, 2); 2])
}

// Loading

#[test]
fn sent_twice_a_response_counts_once() {
    let mut draft = draft_of(5);
    assert_eq!(draft.add(alike(3)), Loaded::AlreadyIn);
    assert_eq!(draft.close(), Closing::Shown);
    assert_eq!(draft.add(alike(3)), Loaded::Counted);
    assert_eq!(draft.responses(), 5);
}

#[test]
fn another_version_of_a_response_is_taken_only_if_it_is_wanted() {
    let mut draft = draft_of(5);
    let other = response(&TWO_QUESTIONS, 3, None, &[level(&TWO_QUESTIONS, 4); 2]);
    assert_eq!(draft.add(other.clone()), Loaded::AnotherVersion);
    assert_eq!(draft.add(other.clone()), Loaded::AnotherVersion, "the first stays");
    assert_eq!(draft.replace(other.clone()), Loaded::Added);
    assert_eq!(draft.add(other), Loaded::AlreadyIn);
    assert_eq!(draft.responses(), 5);
}

#[test]
fn what_cannot_be_taken_instead_leaves_what_is_in() {
    let mut draft = draft(&TWO_QUESTIONS, true);
    let answers = alike(1).answers().to_vec();
    let first = response(&TWO_QUESTIONS, 1, Some(Role::Executive), &answers);
    assert_eq!(draft.add(first.clone()), Loaded::Added);
    assert_eq!(draft.replace(response(&TWO_QUESTIONS, 1, None, &answers)), Loaded::RoleMissing);
    assert_eq!(draft.add(first), Loaded::AlreadyIn);
}

#[test]
fn a_response_to_other_questions_is_left_out() {
    let mut draft = draft_of(0);
    let seven = questionnaire(2, 7);
    let other = response(&seven, 1, None, &[level(&seven, 6); 2]);
    assert_eq!(draft.add(other), Loaded::OtherQuestions);
    let answers = [level(&seven, 6); 2].to_vec();
    let round = RoundCode::from_random(ROUND);
    assert_eq!(Response::new(&TWO_QUESTIONS, round, ResponseId::from_random(1), None, answers), None);
}

#[test]
fn a_response_to_another_round_is_left_out() {
    let mut draft = draft_of(0);
    let other = response_to(8, &TWO_QUESTIONS, 1, None, alike(1).answers());
    assert_eq!(draft.add(other), Loaded::OtherRound(RoundCode::from_random(8)));
    assert_eq!(draft.responses(), 0);
}

#[test]
fn the_role_is_needed_where_it_is_asked_for_and_forgotten_where_not() {
    let mut by_role = draft(&TWO_QUESTIONS, true);
    assert_eq!(by_role.add(alike(1)), Loaded::RoleMissing);
    let mut together = draft_of(0);
    assert_eq!(
        together.add(response(&TWO_QUESTIONS, 1, Some(Role::Executive), alike(1).answers())),
        Loaded::Added
    );
    assert_eq!(together.add(alike(1)), Loaded::AlreadyIn);
}

#[test]
fn a_response_can_be_taken_out_until_it_is_counted() {
    let mut draft = draft_of(6);
    draft.remove(ResponseId::from_random(5));
    assert_eq!(draft.responses(), 5);
    assert_eq!(draft.close(), Closing::Shown);
    draft.remove(ResponseId::from_random(4));
    assert_eq!(draft.responses(), 5);
}

#[test]
fn of_many_responses_only_the_sums_are_kept_and_the_picture_is_the_same() {
    let many = MOST_KEPT_WHOLE as u64 + 20;
    let mut draft = draft_of(many);
    assert_eq!(draft.responses() as u64, many);
    assert_eq!(draft.add(alike(3)), Loaded::AlreadyIn);
    draft.remove(ResponseId::from_random(3));
    assert_eq!(draft.responses() as u64, many);
    assert_eq!(draft.close(), Closing::Shown);
    let picture = draft.picture().expect("it was shown");
    let Cell::Full(full) = &picture.of(TWO_QUESTIONS.indicator_at(1).expect("it is there")).all else {
        panic!("all levels are shown");
    };
    assert_eq!(u64::from(full.counts[2]), many);
}

// Closing

#[test]
fn below_the_threshold_there_is_no_picture() {
    let mut draft = draft_of(4);
    assert_eq!(draft.close(), Closing::TooFew { responses: 4 });
    assert_eq!(draft.picture(), None);
    draft.add(alike(4));
    assert_eq!(draft.close(), Closing::Shown);
}

#[test]
fn a_few_late_responses_wait_until_they_are_enough_to_be_shown_by_themselves() {
    let mut draft = draft_of(9);
    assert_eq!(draft.close(), Closing::Shown);
    let picture = draft.picture();
    for late in 1..=7 {
        draft.add(alike(100 + late));
        let waiting = Closing::Waiting { late: usize::try_from(late).expect("small") };
        assert_eq!((draft.closing(), draft.close()), (waiting.clone(), waiting));
        assert_eq!(draft.picture(), picture);
    }
    draft.add(alike(200));
    assert_eq!(draft.closing(), Closing::Shown);
    assert_eq!(draft.picture(), picture, "asking changes nothing");
    assert_eq!(draft.close(), Closing::Shown);
    assert_ne!(draft.picture(), picture);
    assert_eq!((draft.responses(), draft.late_responses()), (17, 0));
}

// The conversation

#[test]
fn what_is_split_and_low_comes_first_and_a_strength_not_at_all() {
    let questionnaire = questionnaire(6, 5);
    // What each of eight members says of a strength, of what few know, of a split, of a gap, of another gap
    // and of what is both.
    let members = ["3?0110", "3?0110", "3?0110", "3?0110", "324110", "324114", "324114", "324114"];
    let mut draft = draft(&questionnaire, false);
    for (id, marks) in (0..).zip(members) {
        let answers = read_marks(marks, &questionnaire).expect("a mark for each question");
        assert_eq!(draft.add(response(&questionnaire, id, None, &answers)), Loaded::Added);
    }
    assert_eq!(draft.close(), Closing::Shown);
    let agenda = agenda(&draft.picture().expect("it was shown"), &questionnaire);
    let places: Vec<(usize, Reason)> =
        agenda.into_iter().map(|(indicator, reason)| (indicator.index(), reason)).collect();
    let expected = [
        (5, Reason::SplitAndGap),
        (3, Reason::Gap),
        (4, Reason::Gap),
        (2, Reason::Split),
        (1, Reason::NotKnown),
    ];
    assert_eq!(places, expected);
}

// Whatever is done, no two pictures tell what a few said

/// A picture that was shown, and how many known answers each view of each indicator had then.
struct Shown {
    picture: Picture,
    known: Vec<[u32; 3]>,
}

fn views(picture: &Picture, questionnaire: &Questionnaire) -> Vec<Vec<Cell>> {
    let cells = questionnaire.indicator_positions().map(|indicator| {
        let cells = picture.of(indicator);
        [cells.all.clone()].into_iter().chain(cells.roles.clone().into_iter().flatten()).collect()
    });
    cells.collect()
}

fn known(responses: &BTreeMap<ResponseId, Response>, questionnaire: &Questionnaire) -> Vec<[u32; 3]> {
    let of = |indicator: usize, role: Option<Role>| {
        let is_known = |response: &&Response| {
            (role.is_none() || response.role() == role)
                && matches!(response.answers()[indicator], Some(Answer::Level(_)))
        };
        u32::try_from(responses.values().filter(is_known).count()).expect("few")
    };
    let views = [None, Some(Role::Executive), Some(Role::NonExecutive)];
    (0..questionnaire.indicators().len()).map(|indicator| views.map(|role| of(indicator, role))).collect()
}

/// The third rule of anonymity, written anew.
fn check_pair(before: &Shown, after: &Shown, threshold: u32, questionnaire: &Questionnaire) {
    let cells = views(&before.picture, questionnaire).into_iter().zip(views(&after.picture, questionnaire));
    for (indicator, (old, new)) in cells.enumerate() {
        for (view, (old, new)) in old.iter().zip(&new).enumerate() {
            let added = after.known[indicator][view] - before.known[indicator][view];
            let shows_levels = |cell: &Cell| matches!(cell, Cell::Full(_) | Cell::TooFew { .. });
            let least = if shows_levels(old) || shows_levels(new) { 8 } else { 5 }.max(threshold);
            assert!(
                old == new || added >= least,
                "{indicator} {view}: {old:?} became {new:?} with {added} more"
            );
        }
    }
}

#[derive(Clone, Debug)]
enum Event {
    Add(Response),
    Replace(Response),
    Remove(ResponseId),
    Close,
}

fn some_response(ids: u64) -> impl Strategy<Value = Response> {
    let answer = prop_oneof![
        6 => (0..5u64).prop_map(|number| level(&TWO_QUESTIONS, number)),
        1 => Just(Some(Answer::DontKnow)),
        1 => Just(None),
    ];
    let role = select(vec![Role::Executive, Role::NonExecutive]);
    (0..ids, role, prop::collection::vec(answer, 2))
        .prop_map(|(id, role, answers)| response(&TWO_QUESTIONS, id, Some(role), &answers))
}

fn some_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        12 => some_response(60).prop_map(Event::Add),
        1 => some_response(60).prop_map(Event::Replace),
        1 => (0..60u64).prop_map(|id| Event::Remove(ResponseId::from_random(id))),
        3 => Just(Event::Close),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_two_pictures_tell_what_a_few_said(
        asks_role in any::<bool>(),
        threshold in select(vec![5, 6, 9, 12]),
        events in prop::collection::vec(some_event(), 1..120),
    ) {
        let lowest = AnonymityThreshold::new(threshold).expect("5 or more");
        let mut draft = draft_with(&TWO_QUESTIONS, asks_role, lowest);
        // What is in, by the test's own book.
        let mut inside: BTreeMap<ResponseId, Response> = BTreeMap::new();
        let mut counted: BTreeMap<ResponseId, Response> = BTreeMap::new();
        let mut shown: Vec<Shown> = Vec::new();
        for event in events {
            match event {
                Event::Add(response) => {
                    if draft.add(response.clone()) == Loaded::Added {
                        inside.insert(response.id(), response);
                    }
                }
                Event::Replace(response) => {
                    if draft.replace(response.clone()) == Loaded::Added {
                        inside.insert(response.id(), response);
                    }
                }
                Event::Remove(id) => {
                    draft.remove(id);
                    if !counted.contains_key(&id) {
                        inside.remove(&id);
                    }
                }
                Event::Close => {
                    if draft.close() == Closing::Shown {
                        counted = inside.clone();
                        let picture = draft.picture().expect("it was shown");
                        shown.push(Shown { picture, known: known(&counted, &TWO_QUESTIONS) });
                    }
                }
            }
            prop_assert_eq!(draft.responses(), inside.len());
        }
        for (place, after) in shown.iter().enumerate() {
            for before in &shown[..place] {
                check_pair(before, after, threshold, &TWO_QUESTIONS);
            }
        }
    }
}

/// Every way in which so many answers can fall on so many levels.
fn tables(answers: u32, levels: usize) -> Vec<Vec<u32>> {
    if levels == 1 {
        return vec![vec![answers]];
    }
    let first = 0..=answers;
    first
        .flat_map(|count| {
            tables(answers - count, levels - 1).into_iter().map(move |rest| [vec![count], rest].concat())
        })
        .collect()
}

fn load(draft: &mut Draft, table: &[u32], questionnaire: &Questionnaire, from: u64) {
    let numbers = (0..).zip(table).flat_map(|(number, count)| (0..*count).map(move |_| number));
    for (id, number) in (from..).zip(numbers) {
        assert_eq!(
            draft.add(response(questionnaire, id, None, &[level(questionnaire, number)])),
            Loaded::Added
        );
    }
}

#[test]
fn of_all_small_rounds_with_late_responses_no_two_pictures_tell_what_a_few_said() {
    let one_question = questionnaire(1, 3);
    let tell = |draft: &Draft, answers: u32| Shown {
        picture: draft.picture().expect("it was shown"),
        known: vec![[answers, 0, 0]],
    };
    let mut followed = 0;
    for early in 5..=9 {
        for table in tables(early, 3) {
            let mut first = draft(&one_question, false);
            load(&mut first, &table, &one_question, 0);
            assert_eq!(first.close(), Closing::Shown);
            let before = tell(&first, early);
            for late in 1..=9 {
                for more in tables(late, 3) {
                    let mut second = first.clone();
                    load(&mut second, &more, &one_question, 100);
                    if second.close() == Closing::Shown {
                        followed += 1;
                        check_pair(&before, &tell(&second, early + late), 5, &one_question);
                    } else {
                        assert_eq!(second.picture(), first.picture());
                    }
                }
            }
        }
    }
    assert!(followed > 1_000, "{followed}");
}

/// What a cell may show and nothing else, counted anew from a table of five levels.
fn released(table: &[u32], dont_know: u32) -> String {
    let known: u32 = table.iter().sum();
    match known {
        0..=4 => format!("too few, {dont_know}, {}", 3 * dont_know >= known + dont_know),
        5..=7 => format!("{}, {}, {}, {dont_know}", table[0] + table[1], table[2], table[3] + table[4]),
        _ => format!("{table:?}, {dont_know}"),
    }
}

#[test]
fn what_a_cell_tells_depends_on_what_it_may_show_and_on_nothing_else() {
    let one_question = questionnaire(1, 5);
    let mut told: HashMap<String, String> = HashMap::new();
    let mut tables_seen = 0;
    for members in 5..=9 {
        for table in tables(members, 7) {
            let (levels, rest) = table.split_at(5);
            let mut counts = Counts::none(one_question.scale());
            for (number, count) in (0..).zip(levels) {
                (0..*count).for_each(|_| counts.add(level(&one_question, number)));
            }
            (0..rest[0]).for_each(|_| counts.add(Some(Answer::DontKnow)));
            (0..rest[1]).for_each(|_| counts.add(None));
            let cell = Cell::release(&counts, AnonymityThreshold::LOWEST);
            let median = if let Cell::Full(full) = &cell { Some(full.median()) } else { None };
            let tells = format!("{cell:?} {median:?} {:?} {:?}", cell.agreement_word(), cell.tags());
            let before = told.entry(released(levels, rest[0])).or_insert_with(|| tells.clone());
            assert_eq!(*before, tells, "{table:?}");
            tables_seen += 1;
        }
    }
    assert_eq!(tables_seen, 462 + 924 + 1_716 + 3_003 + 5_005);
}
