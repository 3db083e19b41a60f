//! Everything one member has put in, with the version of each piece.

use crate::answers::Answers;
use crate::lists::Listed as _;
use crate::persist::{Header, Keys, Record, Stamp, Stored, Subject, TakeToBoard, WriterId};
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
    last_download: u64,
    language: String,
    board_stamp: Stamp,
    header_stamp: Stamp,
    last_download_stamp: Stamp,
    language_stamp: Stamp,
    /// The latest stamp made or seen: the Lamport clock.
    latest: Stamp,
    /// How many notes are not empty.
    noted: usize,
    /// How many subjects something was put in for, even if it was taken out again.
    put_in: usize,
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
            last_download: 0,
            language: String::new(),
            board_stamp: first,
            header_stamp: first,
            last_download_stamp: first,
            language_stamp: first,
            latest,
            noted: 0,
            put_in: 0,
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.answers.answered() == 0 && self.noted == 0 && self.board == TakeToBoard::default()
    }

    /// The latest stamp made or seen.
    pub(crate) fn latest(&self) -> Stamp {
        self.latest
    }

    /// How many notes there are.
    pub(crate) fn noted(&self) -> usize {
        self.noted
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

    /// When a copy was last downloaded, in milliseconds since 1970; 0 if it never was.
    pub(crate) fn last_download(&self) -> u64 {
        self.last_download
    }

    /// The language that the member chose; empty if none was chosen.
    pub(crate) fn language(&self) -> &str {
        &self.language
    }

    /// Whether an answer, a note or the board was changed since a copy was last downloaded.
    pub(crate) fn has_changed_since_download(&self) -> bool {
        let stamps = self.answer_stamps.iter().chain(&self.note_stamps).chain([&self.board_stamp]);
        stamps.max().is_some_and(|latest| *latest > self.last_download_stamp)
    }

    /// Whether something was put in for the subject in this epoch, even if it was taken out again.
    pub(crate) fn is_put_in(&self, subject: Subject) -> bool {
        self.stamp(subject) > Stamp::first_of(self.latest.epoch)
    }

    /// How many subjects that is true of.
    pub(crate) fn put_in(&self) -> usize {
        self.put_in
    }

    /// The subjects that it is true of.
    pub(crate) fn subjects_put_in(&self, questionnaire: &Questionnaire) -> Vec<Subject> {
        Keys::subjects(questionnaire).filter(|subject| self.is_put_in(*subject)).listed()
    }

    pub(crate) fn stamp(&self, subject: Subject) -> Stamp {
        match subject {
            Subject::Header => self.header_stamp,
            Subject::Answer(indicator) => self.answer_stamps[indicator.index()],
            Subject::Note(indicator) => self.note_stamps[indicator.index()],
            Subject::TakeToBoard => self.board_stamp,
            Subject::LastDownload => self.last_download_stamp,
            Subject::Language => self.language_stamp,
        }
    }

    /// The record of a subject as it stands.
    pub(crate) fn record(&self, subject: Subject) -> Record {
        let stored = match subject {
            Subject::Header => self.header.clone().map_or(Stored::nothing(subject), Stored::Header),
            Subject::Answer(indicator) => Stored::Answer(self.answers.get(indicator)),
            Subject::Note(indicator) => Stored::Note(self.note(indicator).to_owned()),
            Subject::TakeToBoard => Stored::TakeToBoard(self.board.clone()),
            Subject::LastDownload => Stored::LastDownload(self.last_download),
            Subject::Language => Stored::Language(self.language.clone()),
        };
        Record { stored, stamp: self.stamp(subject) }
    }

    /// Puts something in, as the latest change of all.
    pub(crate) fn set(&mut self, subject: Subject, stored: Stored, writer: WriterId) {
        let stamp = self.latest.next(writer);
        self.put(subject, Record { stored, stamp });
    }

    /// Makes what stands here later than another version of it.
    pub(crate) fn make_later_than(&mut self, other: Stamp, subject: Subject, writer: WriterId) {
        let stored = self.record(subject).stored;
        self.see(other.counter);
        self.set(subject, stored, writer);
    }

    /// Takes note of a count, so that all that is changed from here on is later.
    pub(crate) fn see(&mut self, counter: u64) {
        self.latest.counter = self.latest.counter.max(counter);
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
        self.put_in += usize::from(!self.is_put_in(subject));
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
            (Subject::LastDownload, Stored::LastDownload(downloaded)) => {
                self.last_download = downloaded;
                self.last_download_stamp = record.stamp;
            }
            (Subject::Language, Stored::Language(language)) => {
                self.language = language;
                self.language_stamp = record.stamp;
            }
            // `Record::decode` gives each subject its own kind and no other.
            _ => {}
        }
    }
}
