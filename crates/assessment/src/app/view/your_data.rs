use super::super::copying::{Loaded, Loading, changes};
use super::super::{Keeping, Model};
use super::sealing::{SealingView, sealing};
use super::{answered_of_all, level_name};
use crate::answers::Answer;
use crate::lists::Listed as _;
use crate::persist::{CopyProblem, Owner, Stored, Subject};
use crate::questionnaire::IndicatorPosition;
use crate::text::Key;

/// What is stored and where, and what can be done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YourDataView {
    /// Where the answers are kept.
    pub keeping: Keeping,
    /// How much is answered.
    pub progress: String,
    /// How many notes there are.
    pub notes: String,
    /// What the names of all that is stored begin with.
    pub prefix: String,
    /// Whether there is anything of one's own that could be downloaded or deleted.
    pub has_something: bool,
    /// Whether something of a board's round is kept. It is in no copy, and deleted with everything.
    pub has_board: bool,
    /// When a copy was last downloaded, in milliseconds since 1970; `None` if it never was.
    pub last_download: Option<u64>,
    /// Whether something was changed since then.
    pub has_changed: bool,
    /// Whether to say that this browser clears what is stored if nobody visits.
    pub is_forgetful: bool,
    /// What is stored and is not read, each kind with what it is.
    pub unread: Vec<UnreadView>,
    /// Why the file that was chosen cannot be loaded.
    pub problem: Option<String>,
    /// What was loaded.
    pub loaded: Option<String>,
    /// What can be done about a passphrase; `None` where nothing is kept on the device.
    pub sealing: Option<SealingView>,
}

/// Stored texts of one kind that are not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadView {
    /// What they are and what becomes of them.
    pub explanation: Key,
    /// Their keys.
    pub keys: Vec<String>,
}

/// What loading the chosen copy would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadCopyView {
    /// The name of the file.
    pub file: String,
    /// How much is in it that cannot be read.
    pub left_out: usize,
    /// The first of that, by key.
    pub left_out_keys: Vec<String>,
    /// Whether there is anything here that it could replace.
    pub may_replace: bool,
    /// What is changed if it is added to what is here.
    pub adding: ChangesView,
    /// What is changed if it replaces what is here.
    pub replacing: ChangesView,
}

/// What one way of loading would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangesView {
    /// How much, in words.
    pub summary: String,
    /// Each change, in order; empty if there is none.
    pub changes: Vec<ChangeView>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeView {
    /// What it is about.
    pub title: String,
    /// What stands here and what the copy has.
    pub change: String,
}

/// What the screen about one's own data shows.
#[must_use]
pub fn your_data(model: &Model) -> YourDataView {
    let sheet = &model.sheet;
    let unread = if model.keeping().is_stored() { unread(model) } else { Vec::new() };
    YourDataView {
        keeping: model.keeping(),
        progress: answered_of_all(model),
        notes: model.catalogue.count(Key::DataNotes, sheet.noted(), &[]),
        prefix: if model.sealing.is_sealed {
            model.storing.keys().seal()
        } else {
            model.storing.keys().prefix().to_owned()
        },
        has_something: !sheet.is_empty() || !unread.is_empty(),
        has_board: model.keeping().is_stored() && model.storing.has_board(),
        last_download: (sheet.last_download() > 0).then(|| sheet.last_download()),
        has_changed: sheet.has_changed_since_download(),
        is_forgetful: model.is_forgetful && model.keeping() == Keeping::Device,
        unread,
        problem: model.copy_problem.as_ref().map(|(file, problem)| explain(model, file, *problem)),
        loaded: model.loaded.map(|loaded| summary(model, Key::DataLoaded, loaded)),
        sealing: sealing(model),
    }
}

/// What the screen that shows the effect of a copy shows; `None` if none is chosen.
#[must_use]
pub fn load_copy(model: &Model) -> Option<LoadCopyView> {
    let chosen = model.copy.as_ref()?;
    let view = |loading| {
        let changes = changes(&model.sheet, &chosen.copy, loading, &model.questionnaire);
        ChangesView {
            summary: summary(model, Key::CopySummary, Loaded::of(&changes, &model.sheet)),
            changes: changes
                .into_iter()
                .filter_map(|(subject, after)| change(model, subject, &after))
                .listed(),
        }
    };
    Some(LoadCopyView {
        file: chosen.file.clone(),
        left_out: chosen.copy.left_out,
        left_out_keys: chosen.copy.left_out_keys.clone(),
        may_replace: !model.sheet.is_empty(),
        adding: view(Loading::Adding),
        replacing: view(Loading::Replacing),
    })
}

fn unread(model: &Model) -> Vec<UnreadView> {
    let kind = |owner: Owner| match owner {
        Owner::Ours(_) | Owner::SetAside | Owner::Unknown => Key::DataUnreadable,
        Owner::OtherFormat => Key::DataOtherFormat,
        Owner::OtherQuestions | Owner::OtherStore | Owner::Board => Key::DataOtherQuestions,
    };
    let of = |explanation| UnreadView {
        explanation,
        keys: model
            .storing
            .unread()
            .iter()
            .filter(|unread| kind(unread.owner) == explanation)
            .map(|unread| unread.key.clone())
            .listed(),
    };
    let kinds = [Key::DataUnreadable, Key::DataOtherFormat, Key::DataOtherQuestions].into_iter().map(of);
    kinds.filter(|view| !view.keys.is_empty()).listed()
}

fn explain(model: &Model, file: &str, problem: CopyProblem) -> String {
    let (key, line, column) = match problem {
        CopyProblem::TooLarge => (Key::CopyTooLarge, 0, 0),
        CopyProblem::Unreadable => (Key::CopyUnreadable, 0, 0),
        CopyProblem::NotJson { line, column } => (Key::CopyDamaged, line, column),
        CopyProblem::NotACopy => (Key::CopyOther, 0, 0),
        CopyProblem::Newer => (Key::CopyNewer, 0, 0),
        CopyProblem::OtherQuestions => (Key::CopyOtherQuestions, 0, 0),
        CopyProblem::Empty => (Key::CopyEmpty, 0, 0),
    };
    let [line, column] = [line, column].map(|number| model.catalogue.number(number));
    model.catalogue.fill(key, &[("file", file), ("line", &line), ("column", &column)])
}

fn summary(model: &Model, key: Key, loaded: Loaded) -> String {
    let [added, changed, removed] =
        [loaded.added, loaded.changed, loaded.removed].map(|count| model.catalogue.number(count));
    model.catalogue.fill(key, &[("added", &added), ("changed", &changed), ("removed", &removed)])
}

/// One change in words; `None` for the place, which is no content.
fn change(model: &Model, subject: Subject, after: &Stored) -> Option<ChangeView> {
    let text = |key| model.catalogue.text(key).to_owned();
    let question = |indicator: IndicatorPosition| model.questionnaire.indicator(indicator).title.clone();
    let title = match subject {
        Subject::Header | Subject::LastDownload | Subject::Language => return None,
        Subject::Answer(indicator) => question(indicator),
        Subject::Note(indicator) => model.catalogue.fill(Key::CopyNoteOf, &[("title", &question(indicator))]),
        Subject::TakeToBoard => text(Key::BoardHeading),
    };
    let words = |stored: &Stored| match stored {
        Stored::Answer(Some(Answer::Level(level))) => level_name(model, *level),
        Stored::Answer(Some(Answer::DontKnow)) => text(Key::DontKnow),
        Stored::Answer(None) => text(Key::NotAnswered),
        Stored::Note(note) if !note.is_empty() => beginning(note),
        Stored::TakeToBoard(board) if !board.own_line.is_empty() => board.own_line.clone(),
        Stored::TakeToBoard(board) if !board.chosen.is_empty() || !board.is_filled_up => {
            text(Key::CopyChosenItems)
        }
        _ => text(Key::CopyNothing),
    };
    let (before, after) = (words(&model.sheet.record(subject).stored), words(after));
    let change = model.catalogue.fill(Key::CopyChange, &[("before", &before), ("after", &after)]);
    Some(ChangeView { title, change })
}

/// As much of a note as tells which one it is.
fn beginning(note: &str) -> String {
    const MOST: usize = 80;
    match note.char_indices().nth(MOST) {
        Some((end, _)) => [&note[..end], "…"].concat(),
        None => note.to_owned(),
    }
}
