//! Responses come in.

use super::Effects;
use crate::board::{
    Line, Loaded, Response, ResponseId, ResponseProblem, is_foreign, read_marks, read_responses,
};
use crate::board_app::collecting::{Collecting, Entry, Log, Outcome, ReadOfFile, Reading, Source};
use crate::board_app::{Effect, FocusTarget, Model, Problem};
use crate::lists::Listed as _;

impl Model {
    pub(super) fn begin_reading(&mut self, files: usize) {
        if self.round.is_none() || files == 0 || self.collecting.reading.is_some() {
            return;
        }
        self.begin_log();
        self.collecting.reading = Some(Reading { files, done: 0, file: ReadOfFile::Nothing });
    }

    pub(super) fn read_slice(&mut self, file: usize, first_line: usize, text: Option<&str>, is_last: bool) {
        let Some(before) = self.collecting.reading.map(|reading| reading.file) else { return };
        let whole = Source::File { file, line: 0 };
        let read = match text {
            Some(text) => self.read_text(text, first_line, file, before),
            None => {
                self.collecting.log.note(whole, Outcome::Unreadable, None);
                ReadOfFile::Something
            }
        };
        let Some(reading) = &mut self.collecting.reading else { return };
        reading.file = read;
        if is_last {
            reading.done += 1;
            reading.file = ReadOfFile::Nothing;
            match read {
                ReadOfFile::Nothing => self.collecting.log.note(whole, Outcome::Empty, None),
                ReadOfFile::Foreign => self.collecting.log.note(whole, Outcome::NotAResponse, None),
                ReadOfFile::Something => {}
            }
        }
    }

    /// Loads a part of a file, and answers what was read of it so far. What is foreign from its beginning on says
    /// nothing about the rest, and is told at its end.
    fn read_text(&mut self, text: &str, first_line: usize, file: usize, before: ReadOfFile) -> ReadOfFile {
        let questionnaire = self.questionnaire.clone();
        let lines = read_responses(text, &questionnaire).listed();
        if lines.is_empty() {
            return before;
        }
        if before != ReadOfFile::Something && is_foreign(text, &lines, &questionnaire) {
            return ReadOfFile::Foreign;
        }
        self.load(lines, first_line, |line| Source::File { file, line });
        ReadOfFile::Something
    }

    pub(super) fn end_reading(&mut self, effects: &mut Effects) {
        if self.collecting.reading.take().is_some() {
            self.keep_round(effects);
            effects.push(Effect::MoveFocus(FocusTarget::Log));
        }
    }

    /// What was read so far is in, and is told.
    pub(super) fn cancel_reading(&mut self, effects: &mut Effects) {
        effects.push(Effect::StopReading);
        self.collecting.log.is_cancelled = self.collecting.reading.is_some();
        self.end_reading(effects);
    }

    pub(super) fn add_pasted(&mut self, effects: &mut Effects) {
        if self.round.is_none() {
            return;
        }
        if self.collecting.pasted.trim().is_empty() {
            return self.refuse(vec![Problem::NothingPasted], effects);
        }
        self.begin_log();
        let pasted = std::mem::take(&mut self.collecting.pasted);
        let questionnaire = self.questionnaire.clone();
        let lines = read_responses(&pasted, &questionnaire).listed();
        let found = self.load(lines, 1, |line| Source::Pasted { line });
        self.collecting.pasted = left(&pasted, &found);
        self.keep_round(effects);
        effects.push(Effect::MoveFocus(FocusTarget::Log));
    }

    pub(super) fn add_marks(&mut self, random: u64, effects: &mut Effects) {
        let Some(round) = &self.round else { return };
        let laid_down = *round.draft.round();
        let answers = match read_marks(&self.collecting.marks, &self.questionnaire) {
            Ok(answers) => answers,
            Err(problem) => return self.refuse(vec![Problem::Marks(problem)], effects),
        };
        let role = self.collecting.marks_role.filter(|_| laid_down.asks_role);
        if laid_down.asks_role && role.is_none() {
            return self.refuse(vec![Problem::MarksRoleMissing], effects);
        }
        let id = ResponseId::from_random(random);
        let Some(response) = Response::new(&self.questionnaire, laid_down.code, id, role, answers) else {
            return;
        };
        self.begin_log();
        self.collecting.marks.clear();
        self.collecting.marks_role = None;
        self.collecting.paper_rows += 1;
        let source = Source::Paper { row: self.collecting.paper_rows };
        self.load_one(source, Ok(response));
        self.keep_round(effects);
        effects.push(Effect::MoveFocus(FocusTarget::Log));
    }

    pub(super) fn decide_version(&mut self, source: Source, takes_later: bool, effects: &mut Effects) {
        let Model { round: Some(round), collecting, .. } = self else { return };
        let waits = |entry: &&mut Entry| entry.source == source && entry.later.is_some();
        let Some(entry) = collecting.log.entries.iter_mut().find(waits) else { return };
        let Some(later) = entry.later.take() else { return };
        entry.outcome = if takes_later {
            match round.draft.replace(later.clone()) {
                Loaded::Added => Outcome::TookLater,
                other => other.into(),
            }
        } else {
            Outcome::KeptEarlier
        };
        if entry.outcome.is_settled() {
            self.forget_pasted(&later);
        }
        self.keep_round(effects);
        effects.push(Effect::MoveFocus(FocusTarget::Log));
    }

    pub(super) fn remove_response(&mut self, id: ResponseId, effects: &mut Effects) {
        let Some(round) = &mut self.round else { return };
        let taken_out = round.draft.remove(id);
        if taken_out.is_none() {
            return;
        }
        self.collecting.taken_out = taken_out;
        self.keep_round(effects);
        effects.push(Effect::MoveFocus(FocusTarget::Responses));
    }

    pub(super) fn undo_removal(&mut self, effects: &mut Effects) {
        let Model { round: Some(round), collecting: Collecting { taken_out, .. }, .. } = self else { return };
        let Some(response) = taken_out.take() else { return };
        round.draft.add(response);
        self.keep_round(effects);
        effects.push(Effect::MoveFocus(FocusTarget::Responses));
    }

    /// What is added while files are read belongs to the same log.
    fn begin_log(&mut self) {
        if self.collecting.reading.is_some() {
            return;
        }
        self.problems.clear();
        self.collecting.taken_out = None;
        self.collecting.log = Log::default();
    }

    /// Loads whatever was read of a text, of which the first line has that number, and answers what that was.
    fn load(&mut self, lines: Vec<Line>, first_line: usize, source: impl Fn(usize) -> Source) -> Vec<Found> {
        let mut found = Vec::new();
        for line in lines {
            let number = line.number + first_line - 1;
            let response = line.response.map_err(|problem| Outcome::Wrong(from_line(problem, first_line)));
            let is_settled = self.load_one(source(number), response);
            found.push(Found { line: line.number, is_settled });
        }
        found
    }

    /// Takes a response in if it can be, and answers whether nothing is left to do about it.
    fn load_one(&mut self, source: Source, response: Result<Response, Outcome>) -> bool {
        let is_closed = self.is_closed();
        let Model { round: Some(round), collecting, .. } = self else { return false };
        let (outcome, later) = match response {
            Ok(response) => {
                let loaded = round.draft.add(response.clone());
                let later = (loaded == Loaded::AnotherVersion).then_some(response);
                let is_late = is_closed && loaded == Loaded::Added;
                (if is_late { Outcome::Late } else { loaded.into() }, later)
            }
            Err(wrong) => (wrong, None),
        };
        let is_settled = outcome.is_settled();
        collecting.log.note(source, outcome, later);
        is_settled
    }

    /// Takes a response out of the box into which it was pasted.
    fn forget_pasted(&mut self, response: &Response) {
        let found: Vec<Found> = read_responses(&self.collecting.pasted, &self.questionnaire)
            .map(|line| Found { line: line.number, is_settled: line.response.as_ref() == Ok(response) })
            .collect();
        if found.iter().any(|found| found.is_settled) {
            self.collecting.pasted = left(&self.collecting.pasted, &found);
        }
    }
}

/// What was found in a text.
struct Found {
    /// The line of the text where it begins, counted from 1.
    line: usize,
    /// Whether nothing is left to do about it.
    is_settled: bool,
}

/// The lines of whatever was not taken, in their order. Each find reaches to where the next begins.
fn left(text: &str, found: &[Found]) -> String {
    let mut found = found.iter().peekable();
    let mut is_left = false;
    let is_kept = |(number, line): &(usize, &str)| {
        if let Some(found) = found.next_if(|found| found.line == *number) {
            is_left = !found.is_settled;
        }
        is_left && !line.trim().is_empty()
    };
    let lines: Vec<&str> = (1..).zip(text.lines()).filter(is_kept).map(|(_, line)| line).collect();
    lines.join("\n")
}

/// What is wrong in a text, told with the lines of the whole of which it is a part from that line on.
fn from_line(problem: ResponseProblem, first_line: usize) -> ResponseProblem {
    match problem {
        ResponseProblem::NotJson { line, column } => {
            ResponseProblem::NotJson { line: line + first_line - 1, column }
        }
        other => other,
    }
}
