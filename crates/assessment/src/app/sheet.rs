//! Everything one member has put in, with the version of each piece.

use crate::answers::{Answer, Answers};
use crate::persist::{Header, Journey, Record, Stamp, Stored, Subject, TakeToBoard, WriterId};
use crate::questionnaire::{IndicatorPosition, Questionnaire};

/// The answers, notes and choices of one member, and the stamp of each.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sheet {
    pub(crate) answers: Answers,
    notes: Vec<String>,
    board: TakeToBoard,
    header: Option<Header>,
    answer_stamps: Vec<Stamp>,
    note_stamps: Vec<Stamp>,
    board_stamp: Stamp,
    header_stamp: Stamp,
    /// The latest stamp made or seen: the Lamport clock.
    latest: Stamp,
    /// How many notes are not empty.
    noted: usize,
}

impl Sheet {
    pub(crate) fn empty(questionnaire: &Questionnaire) -> Self {
        Self::empty_since(Stamp::default(), questionnaire)
    }

    /// An empty sheet of an epoch, which nothing from an earlier one can get into.
    pub(crate) fn of_epoch(epoch: u64, questionnaire: &Questionnaire) -> Self {
        Self::empty_since(Stamp::first_of(epoch), questionnaire)
    }

    /// An empty sheet that wins against everything written so far.
    pub(crate) fn emptied(&self, questionnaire: &Questionnaire) -> Self {
        Self::empty_since(self.latest.in_next_epoch(), questionnaire)
    }

    /// That nothing stands here is itself stamped, with the first of the epoch, so that whatever
    /// comes from before a delete is older than the nothing that it left.
    fn empty_since(latest: Stamp, questionnaire: &Questionnaire) -> Self {
        let indicators = questionnaire.indicators().len();
        let first = Stamp::first_of(latest.epoch);
        Self {
            answers: Answers::none(questionnaire),
            notes: vec![String::new(); indicators],
            board: TakeToBoard::default(),
            header: None,
            answer_stamps: vec![first; indicators],
            note_stamps: vec![first; indicators],
            board_stamp: first,
            header_stamp: first,
            latest,
            noted: 0,
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.answers.answered() == 0 && self.noted == 0 && self.board == TakeToBoard::default()
    }

    pub(crate) fn epoch(&self) -> u64 {
        self.latest.epoch
    }

    pub(crate) fn note(&self, indicator: IndicatorPosition) -> &str {
        &self.notes[indicator.index()]
    }

    pub(crate) fn board(&self) -> &TakeToBoard {
        &self.board
    }

    pub(crate) fn header(&self) -> Option<&Header> {
        self.header.as_ref()
    }

    pub(crate) fn stamp(&self, subject: Subject) -> Stamp {
        match subject {
            Subject::Header => self.header_stamp,
            Subject::Answer(indicator) => self.answer_stamps[indicator.index()],
            Subject::Note(indicator) => self.note_stamps[indicator.index()],
            Subject::TakeToBoard => self.board_stamp,
        }
    }

    /// The record of a subject as it stands.
    pub(crate) fn record(&self, subject: Subject) -> Record {
        let stored = match subject {
            Subject::Header => Stored::Header(
                self.header.clone().unwrap_or(Header { place: String::new(), journey: Journey::All }),
            ),
            Subject::Answer(indicator) => Stored::Answer(self.answers.get(indicator)),
            Subject::Note(indicator) => Stored::Note(self.note(indicator).to_owned()),
            Subject::TakeToBoard => Stored::TakeToBoard(self.board.clone()),
        };
        Record { stored, stamp: self.stamp(subject) }
    }

    pub(crate) fn answer(&mut self, indicator: IndicatorPosition, answer: Answer, writer: WriterId) {
        self.change(Subject::Answer(indicator), Stored::Answer(Some(answer)), writer);
    }

    pub(crate) fn set_note(&mut self, indicator: IndicatorPosition, note: String, writer: WriterId) {
        self.change(Subject::Note(indicator), Stored::Note(note), writer);
    }

    pub(crate) fn set_board(&mut self, board: TakeToBoard, writer: WriterId) {
        self.change(Subject::TakeToBoard, Stored::TakeToBoard(board), writer);
    }

    pub(crate) fn set_header(&mut self, header: Header, writer: WriterId) {
        self.change(Subject::Header, Stored::Header(header), writer);
    }

    fn change(&mut self, subject: Subject, stored: Stored, writer: WriterId) {
        let stamp = self.latest.next(writer);
        self.put(subject, Record { stored, stamp });
    }

    /// Takes over a record that was read, if it is later than what stands here. Answers whether it was.
    pub(crate) fn merge(&mut self, subject: Subject, record: Record) -> bool {
        let is_later = record.stamp > self.stamp(subject);
        if is_later {
            self.put(subject, record);
        }
        is_later
    }

    fn put(&mut self, subject: Subject, record: Record) {
        self.latest = self.latest.max(record.stamp);
        match (subject, record.stored) {
            (Subject::Header, Stored::Header(header)) => {
                self.header = Some(header);
                self.header_stamp = record.stamp;
            }
            (Subject::Answer(indicator), Stored::Answer(answer)) => {
                self.answers.set(indicator, answer);
                self.answer_stamps[indicator.index()] = record.stamp;
            }
            (Subject::Note(indicator), Stored::Note(note)) => {
                let before = std::mem::replace(&mut self.notes[indicator.index()], note);
                let is_noted = !self.note(indicator).is_empty();
                self.noted = self.noted - usize::from(!before.is_empty()) + usize::from(is_noted);
                self.note_stamps[indicator.index()] = record.stamp;
            }
            (Subject::TakeToBoard, Stored::TakeToBoard(board)) => {
                self.board = board;
                self.board_stamp = record.stamp;
            }
            // `Record::decode` gives each subject its own kind and no other.
            _ => {}
        }
    }
}
