use super::{count, fill, responses_in, text};
use crate::board::{ResponseId, ResponseProblem, Role};
use crate::board_app::Model;
use crate::board_app::collecting::{Entry, Outcome, OutcomeKind, Source};
use crate::text::BoardKey;

/// What is in, and what became of what was loaded last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CollectView {
    /// How many responses are in, and how many of them wait.
    pub responses: String,
    /// Whether more are in than the board has members.
    pub is_too_many: bool,
    /// Whether the round is closed, so that what comes now is late.
    pub is_closed: bool,
    /// How far the reading of files is: read, and of how many.
    pub reading: Option<(usize, usize)>,
    /// How many marks a row has.
    pub questions: usize,
    /// The highest mark.
    pub top: usize,
    /// Whether a paper response needs a role.
    pub asks_role: bool,
    /// What became of what was loaded last; `None` if nothing was.
    pub told: Option<ToldView>,
    /// The responses that can still be taken out.
    pub removable: Vec<ResponseLine>,
    /// Whether so many are in that none can be taken out.
    pub is_summed: bool,
    /// The id of the response that was taken out last.
    pub taken_out: Option<String>,
}

/// What became of what was loaded in one go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldView {
    /// Whether the reading was stopped before its end.
    pub is_cancelled: bool,
    /// Of two versions, somebody has to say which counts.
    pub versions: Vec<VersionLine>,
    /// What became of each, those first that were not taken.
    pub groups: Vec<LogGroup>,
}

/// Lines of the same kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogGroup {
    /// How many they are, and what became of them.
    pub heading: String,
    /// Whether something was wrong with them.
    pub is_wrong: bool,
    /// Each of them.
    pub lines: Vec<LogLine>,
}

/// One response that was loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// Where it came from.
    pub source: String,
    /// What became of it.
    pub outcome: String,
}

/// One of which two versions are there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionLine {
    /// Where the later one came from.
    pub source: Source,
    /// The same in words.
    pub source_in_words: String,
}

/// One that can be taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponseLine {
    /// Which one.
    pub id: ResponseId,
    /// Its number, as the member who passed it on has seen it.
    pub number: String,
}

/// What the screen shows on which responses come in.
#[must_use]
pub fn collect(model: &Model) -> Option<CollectView> {
    let round = model.round.as_ref()?;
    let collecting = &model.collecting;
    let reading = collecting.reading.map(|reading| (reading.done, reading.files));
    // While files are read only the progress changes, so that a thousand lines are drawn once.
    let is_reading = reading.is_some();
    Some(CollectView {
        responses: responses_in(model, round),
        is_too_many: super::has_too_many(round),
        is_closed: model.is_closed(),
        reading,
        questions: model.questionnaire.indicators().len(),
        top: usize::from(model.questionnaire.scale().top().number()),
        asks_role: round.draft.round().asks_role,
        told: if is_reading { None } else { told(model) },
        removable: if is_reading { vec![] } else { removable(model) },
        is_summed: !round.draft.keeps_whole(),
        taken_out: collecting.taken_out.as_ref().map(|response| response.id().to_string()),
    })
}

/// What is typed or pasted.
#[must_use]
pub fn pasted(model: &Model) -> String {
    model.collecting.pasted.clone()
}

/// The row of a paper response.
#[must_use]
pub fn marks(model: &Model) -> String {
    model.collecting.marks.clone()
}

/// The role of the paper response.
#[must_use]
pub fn marks_role(model: &Model) -> Option<Role> {
    model.collecting.marks_role
}

fn told(model: &Model) -> Option<ToldView> {
    let log = &model.collecting.log;
    let is_told = !log.entries.is_empty() || log.is_cancelled;
    is_told.then(|| ToldView {
        is_cancelled: log.is_cancelled,
        versions: versions(model),
        groups: OutcomeKind::ALL.into_iter().filter_map(|kind| log_group(model, kind)).collect(),
    })
}

fn versions(model: &Model) -> Vec<VersionLine> {
    let waiting = model.collecting.log.entries.iter().filter(|entry| entry.later.is_some());
    let line = |entry: &Entry| VersionLine {
        source: entry.source,
        source_in_words: source_in_words(model, entry.source),
    };
    waiting.map(line).collect()
}

/// Those of one kind, without those of which somebody has to choose a version; `None` if there are none.
fn log_group(model: &Model, kind: OutcomeKind) -> Option<LogGroup> {
    let log = &model.collecting.log;
    let is_of_kind = |entry: &&Entry| entry.later.is_none() && entry.outcome.kind() == kind;
    let entries: Vec<&Entry> = log.entries.iter().filter(is_of_kind).collect();
    let besides = log.besides[kind as usize];
    let total = entries.len() + besides;
    let heading = match kind {
        OutcomeKind::NotTaken => BoardKey::LogWrong,
        OutcomeKind::Added => BoardKey::LogAdded,
        OutcomeKind::Late => BoardKey::RoundLate,
        OutcomeKind::AlreadyIn => BoardKey::LogAlreadyIn,
        OutcomeKind::Decided => BoardKey::LogDecided,
    };
    (total > 0).then(|| LogGroup {
        heading: count(model, heading, total),
        is_wrong: kind == OutcomeKind::NotTaken,
        lines: lines(model, &entries, besides),
    })
}

fn lines(model: &Model, entries: &[&Entry], besides: usize) -> Vec<LogLine> {
    let line = |entry: &&Entry| LogLine {
        source: source_in_words(model, entry.source),
        outcome: outcome_in_words(model, entry),
    };
    let more = (besides > 0)
        .then(|| LogLine { source: count(model, BoardKey::LogMore, besides), outcome: String::new() });
    entries.iter().map(line).chain(more).collect()
}

fn removable(model: &Model) -> Vec<ResponseLine> {
    let round = model.round.iter();
    let ids = round.flat_map(|round| round.draft.removable_ids());
    ids.map(|id| ResponseLine { id, number: id.to_string() }).collect()
}

fn source_in_words(model: &Model, source: Source) -> String {
    let (key, number, line) = match source {
        Source::File { file, line: 0 | 1 } => (BoardKey::SourceFile, file, 1),
        Source::File { file, line } => (BoardKey::SourceFileLine, file, line),
        Source::Pasted { line } => (BoardKey::SourcePasted, 0, line),
        Source::Paper { row } => (BoardKey::SourcePaper, row, 1),
    };
    let [number, line] = [number, line].map(|number| model.catalogue.number(number));
    fill(model, key, &[("number", &number), ("line", &line)])
}

fn outcome_in_words(model: &Model, entry: &Entry) -> String {
    let is_file = matches!(entry.source, Source::File { .. });
    let key = match &entry.outcome {
        Outcome::Added => BoardKey::OutcomeAdded,
        Outcome::Late => BoardKey::OutcomeLate,
        Outcome::AlreadyIn => BoardKey::OutcomeAlreadyIn,
        Outcome::AnotherVersion => BoardKey::OutcomeAnotherVersion,
        Outcome::TookLater => BoardKey::OutcomeTookLater,
        Outcome::KeptEarlier => BoardKey::OutcomeKeptEarlier,
        Outcome::Counted => BoardKey::OutcomeCounted,
        Outcome::OtherQuestions => BoardKey::OutcomeOtherQuestions,
        Outcome::OtherRound(round) => {
            return fill(model, BoardKey::OutcomeOtherRound, &[("code", &round.to_string())]);
        }
        Outcome::RoleMissing => BoardKey::OutcomeRoleMissing,
        Outcome::NotAResponse => BoardKey::OutcomeNotAResponse,
        // Whoever chose a file can choose another.
        Outcome::Wrong(ResponseProblem::NotAResponse) if is_file => BoardKey::OutcomeNotAResponse,
        Outcome::Wrong(problem) => return problem_in_words(model, problem),
        Outcome::Unreadable => BoardKey::OutcomeUnreadable,
        Outcome::Empty => BoardKey::OutcomeEmpty,
    };
    text(model, key)
}

fn problem_in_words(model: &Model, problem: &ResponseProblem) -> String {
    let number = |number: usize| model.catalogue.number(number);
    match problem {
        ResponseProblem::NoSymbol { group, found } => {
            fill(model, BoardKey::CodeNoSymbol, &[("group", &number(*group)), ("found", &found.to_string())])
        }
        ResponseProblem::WrongLength { found, expected } => {
            let values = [("found", &number(*found)[..]), ("expected", &number(*expected))];
            fill(model, BoardKey::CodeLength, &values)
        }
        ResponseProblem::NoCode => text(model, BoardKey::CodeNone),
        ResponseProblem::Mistyped { group: Some(group) } => {
            fill(model, BoardKey::CodeMistypedIn, &[("group", &number(*group))])
        }
        ResponseProblem::Mistyped { group: None } => text(model, BoardKey::CodeMistyped),
        ResponseProblem::NotJson { line, column } => {
            fill(model, BoardKey::FileNotJson, &[("line", &number(*line)), ("column", &number(*column))])
        }
        ResponseProblem::NotAResponse => text(model, BoardKey::FileNotAResponse),
        ResponseProblem::Newer => text(model, BoardKey::FileNewer),
        ResponseProblem::OtherQuestions => text(model, BoardKey::OutcomeOtherQuestions),
        ResponseProblem::Damaged { part } => fill(model, BoardKey::FileDamaged, &[("part", part)]),
    }
}
