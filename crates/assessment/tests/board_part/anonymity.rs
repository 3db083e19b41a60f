//! Whatever is shown or exported of a board follows from the number of responses and from the counts that may be
//! shown, and no two pictures tell what a few said.

use crate::device::{CATALOGUE, Device, Part, ROUND, questionnaire, round_code, settings};
use assessment::answers::Answer;
use assessment::app::{Keeping, StoreFailure};
use assessment::board::{Response, ResponseId, Role, write_response};
use assessment::board_app::view::{
    self, CloseView, CollectView, ConversationView, PictureView, RoundView, SetUpView,
};
use assessment::board_app::{Door, Message, Model, Screen, Settings, Source, update};
use assessment::export;
use assessment::questionnaire::Questionnaire;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, LazyLock};

static ONE_QUESTION: LazyLock<Arc<Questionnaire>> = LazyLock::new(|| questionnaire(&[1]));
static TWO_QUESTIONS: LazyLock<Arc<Questionnaire>> = LazyLock::new(|| questionnaire(&[1, 1]));

// Whatever can be seen follows from what may be shown

const LEVELS: usize = 5;
const DONT_KNOW: usize = LEVELS;
/// How many of those who answered gave each answer: the levels, "I do not know", and none.
type Counts = [u32; LEVELS + 2];

fn known(counts: &Counts) -> u32 {
    counts[..LEVELS].iter().sum()
}

fn plus(one: &Counts, other: &Counts) -> Counts {
    std::array::from_fn(|answer| one[answer] + other[answer])
}

fn full(counts: &Counts) -> String {
    format!("full {:?}", &counts[..=DONT_KNOW])
}

fn collapsed(counts: &Counts) -> String {
    let [lowest, low, middle, high, highest, dont_know, _] = counts;
    format!("collapsed {} {middle} {} {dont_know}", lowest + low, high + highest)
}

/// What may be shown of one cell and nothing else, by the table of the specification.
fn cell(counts: &Counts) -> String {
    let dont_know = counts[DONT_KNOW];
    match (counts.iter().sum::<u32>(), known(counts)) {
        (0..=4, _) => "nothing".to_owned(),
        (_, known @ 0..=4) => {
            format!("too few {dont_know} {}", dont_know > 0 && 3 * dont_know >= known + dont_know)
        }
        (_, 5..=7) => collapsed(counts),
        _ => full(counts),
    }
}

/// The same of a pair of roles and of everybody, by the second rule.
fn cells_by_role(executive: &Counts, non_executive: &Counts) -> String {
    let all = plus(executive, non_executive);
    let views = [executive, non_executive, &all];
    match known(executive).min(known(non_executive)) {
        0..=4 => format!("no roles, {}", cell(&all)),
        5..=7 => views.map(collapsed).join(", "),
        _ => views.map(full).join(", "),
    }
}

/// A round to which nobody has answered, and which is kept nowhere.
fn begun(questionnaire: &Arc<Questionnaire>, asks_role: bool) -> Model {
    let settings = Settings { keeping: Keeping::MemoryByPage, ..settings(Door::Combine) };
    let (mut model, _) = Model::new(questionnaire.clone(), CATALOGUE.clone(), settings);
    for message in [
        Message::Opened { stored: Err(StoreFailure::Blocked), random: 1 },
        Message::ScreenAsked(Screen::SetUp),
        Message::NameTyped("Spring".into()),
        Message::BoardSizeTyped("20".into()),
        Message::AsksRoleChosen(asks_role),
        Message::RoundSetUp { random: ROUND },
    ] {
        update(&mut model, message);
    }
    model
}

fn lines(counts: &Counts, role: Option<Role>, from: u64) -> String {
    let answer = |answer: usize| match answer {
        DONT_KNOW => Some(Answer::DontKnow),
        level => ONE_QUESTION.scale().level(level as u64).map(Answer::Level),
    };
    let answers = (0..).zip(counts).flat_map(|(number, count)| (0..*count).map(move |_| answer(number)));
    let line = |(id, answer): (u64, Option<Answer>)| {
        let id = ResponseId::from_random(id);
        let response = Response::new(&ONE_QUESTION, round_code(), id, role, vec![answer]);
        write_response(&response.expect("one answer")) + "\n"
    };
    (from..).zip(answers).map(line).collect()
}

/// Everything that can be seen and exported of a round.
#[derive(PartialEq)]
struct Seen {
    exports: [String; 3],
    picture: Option<PictureView>,
    conversation: Option<ConversationView>,
    screens: (RoundView, SetUpView, Option<CollectView>, Option<CloseView>),
}

/// All of that, once these responses are in and the round is closed.
fn seen(begun: &Model, responses: String) -> Seen {
    let mut model = begun.clone();
    let steps = [
        Message::ReadingBegun { files: 1 },
        Message::SliceRead { file: 1, first_line: 1, text: Some(responses), is_last: true },
        Message::ReadingEnded,
        Message::CloseConfirmed,
    ];
    for step in steps {
        update(&mut model, step);
    }
    assert_eq!(model.screen(), Screen::Picture, "it is shown");
    let paper = view::paper(&model).expect("there is a picture");
    let numbers = view::numbers(&model).expect("there is a picture");
    Seen {
        exports: [export::html::write(&paper), export::text::write(&paper), export::csv::write(&numbers)],
        picture: view::picture(&model),
        conversation: view::conversation(&model),
        screens: (view::round(&model), view::set_up(&model), view::collect(&model), view::close(&model)),
    }
}

/// What can be seen of all tables of which the same may be shown.
#[derive(Default)]
struct Groups {
    seen: HashMap<String, (Seen, Counts)>,
    /// How many tables were found to look like an earlier one.
    alike: usize,
}

impl Groups {
    fn check(&mut self, may_be_shown: String, seen: Seen, counts: Counts) {
        match self.seen.get(&may_be_shown) {
            None => drop(self.seen.insert(may_be_shown, (seen, counts))),
            Some((before, of)) => {
                self.alike += 1;
                assert!(*before == seen, "{of:?} and {counts:?} can be told apart: {:?}", seen.exports);
            }
        }
    }
}

/// Every way in which so many members can answer.
fn tables(members: u32) -> Vec<Counts> {
    fn of(members: u32, answers: usize) -> Vec<Vec<u32>> {
        if answers == 1 {
            return vec![vec![members]];
        }
        let with_first = |count: u32| {
            of(members - count, answers - 1).into_iter().map(move |rest| [vec![count], rest].concat())
        };
        (0..=members).flat_map(with_first).collect()
    }
    of(members, LEVELS + 2).into_iter().map(|counts| counts.try_into().expect("seven")).collect()
}

/// Goes through every table of so many members, and answers how many there are.
fn check_all_tables(members: u32) -> usize {
    let begun = begun(&ONE_QUESTION, false);
    let mut groups = Groups::default();
    let tables = tables(members);
    let all = tables.len();
    for counts in tables {
        groups.check(cell(&counts), seen(&begun, lines(&counts, None, 0)), counts);
    }
    assert_eq!(groups.alike + groups.seen.len(), all);
    // What may be shown is shown: no two groups look alike.
    let different: HashSet<&String> = groups.seen.values().map(|(seen, _)| &seen.exports[2]).collect();
    assert_eq!(different.len(), groups.seen.len());
    all
}

// Each by itself, so that they are gone through side by side.

#[test]
fn of_five_to_seven_members_everything_follows_from_what_may_be_shown() {
    assert_eq!([5, 6, 7].map(check_all_tables), [462, 924, 1_716]);
}

#[test]
fn of_eight_members_everything_follows_from_what_may_be_shown() {
    assert_eq!(check_all_tables(8), 3_003);
}

#[test]
fn of_nine_members_everything_follows_from_what_may_be_shown() {
    assert_eq!(check_all_tables(9), 5_005);
}

/// Always the same numbers, in no order.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % end).expect("small")
    }

    /// How so many members may have answered; most of them know.
    fn counts(&mut self, members: u32) -> Counts {
        let mut counts = Counts::default();
        for _ in 0..members {
            let answer = self.below(40);
            counts[if answer < 38 { answer % LEVELS } else { answer - 38 + DONT_KNOW }] += 1;
        }
        counts
    }

    /// As if one of them had answered something else.
    fn changed(&mut self, counts: &Counts) -> Counts {
        let mut changed = *counts;
        let from = self.below(7);
        if changed[from] > 0 {
            changed[from] -= 1;
            changed[self.below(7)] += 1;
        }
        changed
    }
}

#[test]
fn of_two_roles_everything_follows_from_what_may_be_shown() {
    let begun = begun(&ONE_QUESTION, true);
    let mut numbers = Numbers(1);
    let mut groups = Groups::default();
    let seen = |executive: &Counts, non_executive: &Counts| {
        let of_executives = lines(executive, Some(Role::Executive), 0);
        let from = u64::from(executive.iter().sum::<u32>());
        seen(&begun, of_executives + &lines(non_executive, Some(Role::NonExecutive), from))
    };
    let sizes = [(5, 5), (4, 6), (2, 8), (5, 8), (6, 7), (4, 9), (8, 8), (5, 11), (3, 13)];
    for _ in 0..60 {
        for (executives, non_executives) in sizes {
            let mut pair = [numbers.counts(executives), numbers.counts(non_executives)];
            for _ in 0..4 {
                let [executive, non_executive] = &pair;
                let members = executives + non_executives;
                let may_be_shown = format!("{members}: {}", cells_by_role(executive, non_executive));
                groups.check(may_be_shown, seen(executive, non_executive), pair[0]);
                let changed = numbers.below(2);
                pair[changed] = numbers.changed(&pair[changed]);
            }
        }
    }
    assert!(groups.alike > 200, "{}", groups.alike);
}

#[test]
fn too_few_of_a_role_are_not_even_counted() {
    // Four of one role and six of the other look like three and seven who said the same together.
    let begun = begun(&ONE_QUESTION, true);
    let seen = |executives: Counts, non_executives: Counts| {
        let from = u64::from(executives.iter().sum::<u32>());
        let of_executives = lines(&executives, Some(Role::Executive), 0);
        seen(&begun, of_executives + &lines(&non_executives, Some(Role::NonExecutive), from))
    };
    let four_and_six = seen([1, 1, 1, 1, 0, 0, 0], [0, 1, 2, 1, 2, 0, 0]);
    let three_and_seven = seen([0, 1, 1, 1, 0, 0, 0], [1, 1, 2, 1, 2, 0, 0]);
    assert!(four_and_six == three_and_seven);
}

// No two pictures tell what a few said

#[derive(Clone, Debug)]
enum Step {
    Load(Vec<(u64, bool, [u8; 2])>),
    Remove(u64),
    Undo,
    /// Says of each version that came later whether it counts.
    Decide(bool),
    Close,
    Reopen,
    MoveElsewhere,
}

fn some_step() -> impl Strategy<Value = Step> {
    let marks = [0..7u8, 0..7u8];
    let response = (0..60u64, any::<bool>(), marks);
    prop_oneof![
        8 => prop::collection::vec(response, 1..12).prop_map(Step::Load),
        2 => (0..60u64).prop_map(Step::Remove),
        1 => Just(Step::Undo),
        1 => any::<bool>().prop_map(Step::Decide),
        5 => Just(Step::Close),
        1 => Just(Step::Reopen),
        1 => Just(Step::MoveElsewhere),
    ]
}

fn response((id, is_executive, marks): (u64, bool, [u8; 2]), asks_role: bool) -> Response {
    let answer = |mark: u8| match mark {
        5 => Some(Answer::DontKnow),
        6 => None,
        level => TWO_QUESTIONS.scale().level(level.into()).map(Answer::Level),
    };
    let role = if is_executive { Role::Executive } else { Role::NonExecutive };
    let (id, role) = (ResponseId::from_random(id), asks_role.then_some(role));
    let answers = marks.map(answer).to_vec();
    Response::new(&TWO_QUESTIONS, round_code(), id, role, answers).expect("two answers")
}

type Responses = BTreeMap<ResponseId, Response>;

/// A picture that was shown: each row of its table, and how many known answers stand behind each.
struct Shown {
    rows: Vec<Vec<String>>,
    known: Vec<usize>,
}

/// What is in, by the test's own book.
#[derive(Default)]
struct Book {
    inside: Responses,
    counted: Responses,
    versions: Vec<(usize, Response)>,
    taken_out: Option<Response>,
}

fn rows(part: &Part) -> Option<Vec<Vec<String>>> {
    view::numbers(&part.model).map(|numbers| numbers.rows)
}

fn known_in(responses: &Responses, asks_role: bool) -> Vec<usize> {
    let all_views = [None, Some(Role::Executive), Some(Role::NonExecutive)];
    let views = if asks_role { &all_views[..] } else { &all_views[..1] };
    let known = |indicator: usize, role: Option<Role>| {
        let responses = responses.values().filter(|response| role.is_none() || response.role() == role);
        responses.filter(|response| matches!(response.answers()[indicator], Some(Answer::Level(_)))).count()
    };
    (0..2).flat_map(|indicator| views.iter().map(move |role| known(indicator, *role))).collect()
}

/// The third rule of anonymity, written anew.
fn check_pair(before: &Shown, after: &Shown, threshold: usize) {
    assert_eq!(before.rows.len(), before.known.len());
    for (place, (old, new)) in before.rows.iter().zip(&after.rows).enumerate() {
        let added = after.known[place] - before.known[place];
        let is_little = |row: &[String]| matches!(row[3].as_str(), "csv.nothing" | "csv.collapsed");
        let least = if is_little(old) && is_little(new) { 5 } else { 8 }.max(threshold);
        assert!(old == new || added >= least, "{old:?} became {new:?} with {added} more");
    }
}

struct Round {
    device: Device,
    part: Part,
    book: Book,
    asks_role: bool,
    shown: Vec<Shown>,
}

impl Round {
    fn begin(asks_role: bool, threshold: usize) -> Self {
        let device = Device::new();
        let mut part = Part::open_of(&TWO_QUESTIONS, &device, settings(Door::Combine));
        part.fill_in("Spring", "60", asks_role, &threshold.to_string());
        part.send(Message::RoundSetUp { random: ROUND });
        Self { device, part, book: Book::default(), asks_role, shown: Vec::new() }
    }

    fn perform(&mut self, step: Step) {
        let Self { device, part, book, asks_role, .. } = self;
        let asks_role = *asks_role;
        match step {
            Step::Load(responses) => {
                let responses: Vec<Response> =
                    responses.into_iter().map(|parts| response(parts, asks_role)).collect();
                let lines: String =
                    responses.iter().map(|response| write_response(response) + "\n").collect();
                part.read_files(&[&lines]);
                book.load(responses);
            }
            Step::Remove(id) => {
                let id = ResponseId::from_random(id);
                part.send(Message::ResponseRemoved(id));
                if !book.counted.contains_key(&id)
                    && let Some(response) = book.inside.remove(&id)
                {
                    book.taken_out = Some(response);
                }
            }
            Step::Undo => {
                part.send(Message::RemovalUndone);
                book.inside.extend(book.taken_out.take().map(|response| (response.id(), response)));
            }
            Step::Decide(takes_later) => {
                for (line, response) in std::mem::take(&mut book.versions) {
                    let source = Source::File { file: 1, line };
                    part.send(Message::VersionDecided { source, takes_later });
                    if takes_later && !book.counted.contains_key(&response.id()) {
                        book.inside.insert(response.id(), response);
                    }
                }
            }
            Step::Close => self.close(),
            Step::Reopen => {
                *part = Part::open_of(&TWO_QUESTIONS, device, settings(Door::Combine));
                book.forget_the_visit();
            }
            Step::MoveElsewhere => {
                let file = part.download();
                *device = Device::new();
                *part = Part::open_of(&TWO_QUESTIONS, device, settings(Door::Combine));
                part.open_file(&file);
                book.forget_the_visit();
            }
        }
    }

    fn close(&mut self) {
        let Self { part, book, asks_role, shown, .. } = self;
        book.taken_out = None;
        part.close();
        if part.model.screen() == Screen::Picture {
            book.counted = book.inside.clone();
            let rows = rows(part).expect("there is a picture");
            shown.push(Shown { rows, known: known_in(&book.counted, *asks_role) });
        }
    }
}

impl Book {
    fn load(&mut self, responses: Vec<Response>) {
        (self.versions, self.taken_out) = (Vec::new(), None);
        for (line, response) in (1..).zip(responses) {
            if self.counted.contains_key(&response.id()) {
                continue;
            }
            match self.inside.get(&response.id()) {
                None => drop(self.inside.insert(response.id(), response)),
                Some(inside) if *inside == response => {}
                Some(_) => self.versions.push((line, response)),
            }
        }
    }

    fn forget_the_visit(&mut self) {
        (self.versions, self.taken_out) = (Vec::new(), None);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn no_two_pictures_of_a_round_tell_what_a_few_said(
        asks_role in any::<bool>(),
        threshold in select(vec![5, 6, 9]),
        steps in prop::collection::vec(some_step(), 1..40),
    ) {
        let mut round = Round::begin(asks_role, threshold);
        for step in steps {
            round.perform(step);
            let inside = u64::try_from(round.book.inside.len()).expect("few");
            prop_assert_eq!(round.part.responses(), inside);
            let last = round.shown.last().map(|shown| &shown.rows);
            let now = rows(&round.part);
            prop_assert_eq!(now.as_ref(), last, "the picture changes by closing alone");
        }
        for (place, after) in round.shown.iter().enumerate() {
            for before in &round.shown[..place] {
                check_pair(before, after, threshold);
            }
        }
    }
}
