//! The one function that changes a model.

use super::{
    Effect, FocusTarget, HistoryStep, Keeping, Message, Model, Navigation, PrintPart, Screen, StoreFailure,
    view,
};
use crate::answers::Answer;
use crate::persist::{
    BoardItem, Header, Journey, Keys, LONGEST_NOTE, LONGEST_OWN_LINE, Record, Subject, WriterId,
};
use crate::questionnaire::{ElementPosition, IndicatorPosition};
use crate::results::MOST_SHOWN;

use super::sheet::Sheet;

/// Changes the model as the message says and answers what then has to happen outside, in order.
///
/// ```
/// # use assessment::{app::{update, Message, Model, Navigation, Screen, Settings}, text::{Catalogue, Key}};
/// # use assessment::{questionnaire::Questionnaire, persist::WriterId};
/// # fn example(questionnaire: Questionnaire, catalogue: Catalogue) {
/// let settings = Settings { store: "answers".into(), navigation: Navigation::Contained };
/// let (mut model, _read_the_store) = Model::new(questionnaire.into(), catalogue.into(), settings);
/// update(&mut model, Message::Opened { records: Ok(vec![]), writer: WriterId(1), history: None });
/// update(&mut model, Message::AllElementsChosen);
/// assert!(matches!(model.screen(), Screen::Question(_)));
/// # }
/// ```
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    let mut effects = Vec::new();
    model.handle(message, &mut effects);
    model.follow_warning(&mut effects);
    effects
}

type Effects = Vec<Effect>;

impl Model {
    fn handle(&mut self, message: Message, effects: &mut Effects) {
        match message {
            Message::Opened { records, writer, history } => self.open(records, writer, history, effects),
            Message::Written { subject, stamp, outcome } => {
                let kept = self.set_aside.as_ref().unwrap_or(&self.sheet);
                effects.extend(self.storing.written(subject, stamp, outcome, kept, &self.questionnaire));
            }
            Message::RecordSeen { key, text } => self.see_record(&key, &text, effects),
            Message::HistoryMoved { name, depth } => self.follow_history(&name, depth, effects),
            Message::KeepingChanged(keep) => self.change_keeping(keep),
            Message::AllElementsChosen => self.start_all(effects),
            Message::ElementChosen(element) => self.start_element(element, effects),
            Message::ResumeAsked => self.resume(effects),
            Message::ScreenAsked(screen) => self.go(screen, effects),
            Message::BackAsked => self.go_back(effects),
            Message::AnswerChosen(indicator, answer) => self.answer(indicator, answer, effects),
            Message::NoteChanged(indicator, note) => self.note(indicator, note, effects),
            Message::ContinueAsked => self.continue_from_question(effects),
            Message::SkipAsked => self.leave_question(effects),
            Message::ChangeAsked(indicator) => {
                self.go(Screen::Question(indicator), effects);
                self.is_changing = true;
            }
            Message::ErrorFollowed => effects.push(Effect::MoveFocus(FocusTarget::FirstAnswer)),
            Message::BoardItemAdded(item) => self.add_to_board(item, effects),
            Message::BoardItemRemoved(item) => self.remove_from_board(item, effects),
            Message::BoardLineRemoved(item) => {
                self.remove_from_board(item, effects);
                effects.push(Effect::MoveFocus(FocusTarget::TakeToBoard));
            }
            Message::OwnLineChanged(line) => self.change_own_line(line, effects),
            Message::PrintAsked => effects.push(Effect::Print(PrintPart::Everything)),
            Message::PrintBoardAsked => effects.push(Effect::Print(PrintPart::TakeToBoard)),
            Message::DeleteConfirmed => self.delete(effects),
        }
    }

    // Opening and merging

    fn open(
        &mut self,
        records: Result<Vec<(String, String)>, StoreFailure>,
        writer: WriterId,
        history: Option<(String, usize)>,
        effects: &mut Effects,
    ) {
        self.writer = writer;
        match records {
            Ok(records) => self.load(records, effects),
            Err(_) => self.storing.set_keeping(Keeping::MemoryByForce),
        }
        let Some((name, depth)) = history else { return };
        self.depth = depth;
        // Without a store, the answers that the place belongs to are gone, so it leads nowhere.
        if self.storing.keeping() == Keeping::Device {
            self.screen = Screen::named(&name, &self.questionnaire).unwrap_or(Screen::Start);
        }
        self.show_place(HistoryStep::Replace, effects);
    }

    fn load(&mut self, records: Vec<(String, String)>, effects: &mut Effects) {
        let read: Vec<(String, Subject, Record)> = records
            .into_iter()
            .filter_map(|(key, text)| {
                let (subject, record) = self.decode(&key, &text)?;
                Some((key, subject, record))
            })
            .collect();
        let epoch = read.iter().map(|(_, _, record)| record.stamp.epoch).max().unwrap_or(0);
        // Whatever an older tab wrote after the last delete stays deleted and leaves the device too.
        let (deleted, standing): (Vec<_>, Vec<_>) =
            read.into_iter().partition(|(_, _, record)| record.stamp.epoch < epoch);
        if !deleted.is_empty() {
            effects.push(Effect::Remove { keys: deleted.into_iter().map(|(key, _, _)| key).collect() });
        }
        self.sheet = Sheet::of_epoch(epoch, &self.questionnaire);
        for (_, subject, record) in standing {
            self.sheet.merge(subject, record);
        }
        self.take_up_journey();
    }

    /// Goes on the way that the header names, which is not always the last one chosen here.
    fn take_up_journey(&mut self) {
        if let Some(header) = self.sheet.header() {
            self.journey = header.journey;
        }
    }

    fn decode(&self, key: &str, text: &str) -> Option<(Subject, Record)> {
        let subject = self.storing.keys().subject(key, &self.questionnaire)?;
        Some((subject, Record::decode(text, subject, &self.questionnaire).ok()?))
    }

    fn see_record(&mut self, key: &str, text: &str, effects: &mut Effects) {
        if self.storing.keeping() == Keeping::MemoryByForce {
            return;
        }
        let Some((subject, record)) = self.decode(key, text) else { return };
        if record.stamp.epoch > self.kept().epoch() {
            self.forget_what_was_deleted(subject, record, effects);
        } else if record.stamp < self.kept().stamp(subject) {
            effects.extend(self.storing.write(subject, self.kept(), &self.questionnaire));
        } else if self.kept_mut().merge(subject, record) {
            self.storing.settle(subject);
            self.end_error_if_answered(effects);
        }
    }

    /// Another tab deleted everything: this one forgets it too and never writes it again. `record`
    /// is the first that was seen of what came after.
    fn forget_what_was_deleted(&mut self, subject: Subject, record: Record, effects: &mut Effects) {
        let mut kept = Sheet::of_epoch(record.stamp.epoch, &self.questionnaire);
        kept.merge(subject, record);
        *self.kept_mut() = kept;
        self.storing.forget();
        // What is answered without keeping was never part of it and stays on the screen.
        if self.set_aside.is_none() {
            self.journey = Journey::All;
            self.is_deleted = true;
            self.go(Screen::Start, effects);
        }
    }

    // Ways in

    fn change_keeping(&mut self, keep: bool) {
        match (self.storing.keeping(), keep) {
            (Keeping::Device, false) => {
                let empty = Sheet::empty(&self.questionnaire);
                self.set_aside = Some(std::mem::replace(&mut self.sheet, empty));
                self.storing.set_keeping(Keeping::MemoryByChoice);
            }
            // Once there are answers that were not to be kept, they never will be.
            (Keeping::MemoryByChoice, true) if self.sheet.is_empty() => {
                if let Some(sheet) = self.set_aside.take() {
                    self.sheet = sheet;
                }
                self.take_up_journey();
                self.storing.set_keeping(Keeping::Device);
            }
            _ => {}
        }
    }

    fn start_all(&mut self, effects: &mut Effects) {
        self.journey = Journey::All;
        let screen = self.sheet.answers.first_unanswered().map_or(Screen::Check, Screen::Question);
        self.go(screen, effects);
    }

    fn start_element(&mut self, element: ElementPosition, effects: &mut Effects) {
        self.journey = Journey::Element(element);
        let indicators = || self.questionnaire.indicators_of(element);
        let unanswered = indicators().find(|indicator| self.sheet.answers.get(*indicator).is_none());
        let screen = unanswered.or_else(|| indicators().next()).map_or(Screen::Tasks, Screen::Question);
        self.go(screen, effects);
    }

    fn resume(&mut self, effects: &mut Effects) {
        let place = self.sheet.header().map(|header| header.place.clone());
        let screen = place.and_then(|place| Screen::named(&place, &self.questionnaire));
        match screen.filter(|screen| screen.is_worth_resuming()) {
            Some(screen) => {
                self.take_up_journey();
                self.go(screen, effects);
            }
            None => self.start_all(effects),
        }
    }

    // Questions

    fn answer(&mut self, indicator: IndicatorPosition, answer: Answer, effects: &mut Effects) {
        self.sheet.answer(indicator, answer, self.writer);
        self.save(Subject::Answer(indicator), effects);
        self.end_error_if_answered(effects);
    }

    fn note(&mut self, indicator: IndicatorPosition, note: String, effects: &mut Effects) {
        self.sheet.set_note(indicator, shortened(note, LONGEST_NOTE), self.writer);
        self.save(Subject::Note(indicator), effects);
    }

    fn continue_from_question(&mut self, effects: &mut Effects) {
        let Screen::Question(indicator) = self.screen else { return };
        if self.sheet.answers.get(indicator).is_some() {
            return self.leave_question(effects);
        }
        self.is_answer_missing = true;
        self.show_place(HistoryStep::Keep, effects);
        effects.push(Effect::MoveFocus(FocusTarget::ErrorSummary));
    }

    /// Takes the error back, from the title too, once the question on the screen has an answer.
    fn end_error_if_answered(&mut self, effects: &mut Effects) {
        let Screen::Question(indicator) = self.screen else { return };
        if self.is_answer_missing && self.sheet.answers.get(indicator).is_some() {
            self.is_answer_missing = false;
            self.show_place(HistoryStep::Keep, effects);
        }
    }

    fn leave_question(&mut self, effects: &mut Effects) {
        let Screen::Question(indicator) = self.screen else { return };
        let screen = self.after(indicator);
        self.go(screen, effects);
    }

    fn after(&self, indicator: IndicatorPosition) -> Screen {
        if self.is_changing {
            return Screen::Check;
        }
        let next = self.questionnaire.indicator_at(indicator.index() + 1);
        match self.journey {
            Journey::All => next.map_or(Screen::Check, Screen::Question),
            Journey::Element(_) => {
                let element = self.questionnaire.indicator(indicator).element;
                next.filter(|next| self.questionnaire.indicator(*next).element == element)
                    .map_or(Screen::ElementResults(element), Screen::Question)
            }
        }
    }

    // What to take to the board

    fn add_to_board(&mut self, item: BoardItem, effects: &mut Effects) {
        let mut items = view::board_items(self);
        if items.len() < MOST_SHOWN && !items.contains(&item) {
            items.push(item);
            self.set_board_items(items, effects);
        }
    }

    fn remove_from_board(&mut self, item: BoardItem, effects: &mut Effects) {
        let mut items = view::board_items(self);
        items.retain(|kept| *kept != item);
        self.set_board_items(items, effects);
    }

    fn set_board_items(&mut self, items: Vec<BoardItem>, effects: &mut Effects) {
        let mut board = self.sheet.board().clone();
        board.items = Some(items);
        self.sheet.set_board(board, self.writer);
        self.save(Subject::TakeToBoard, effects);
    }

    fn change_own_line(&mut self, line: String, effects: &mut Effects) {
        let mut board = self.sheet.board().clone();
        board.own_line = shortened(line, LONGEST_OWN_LINE);
        self.sheet.set_board(board, self.writer);
        self.save(Subject::TakeToBoard, effects);
    }

    // Deleting

    fn delete(&mut self, effects: &mut Effects) {
        if self.set_aside.is_some() {
            self.sheet = Sheet::empty(&self.questionnaire);
        }
        // What is kept goes too, even while the member answers without keeping: it is what "from this
        // device" promises.
        *self.kept_mut() = self.kept().emptied(&self.questionnaire);
        self.journey = Journey::All;
        self.storing.forget();
        if self.storing.keeping() != Keeping::MemoryByForce {
            self.clear_store(effects);
        }
        self.is_deleted = true;
        self.go(Screen::Start, effects);
    }

    fn clear_store(&mut self, effects: &mut Effects) {
        let keys = Keys::subjects(&self.questionnaire)
            .filter(|subject| *subject != Subject::Header)
            .map(|subject| self.storing.keys().key(subject, &self.questionnaire))
            .collect();
        effects.push(Effect::Remove { keys });
        // What stays is a header that holds nothing but the new epoch, so that a tab that still has
        // the old answers cannot bring them back.
        let (header, writer) = (Header { place: String::new(), journey: Journey::All }, self.writer);
        self.kept_mut().set_header(header, writer);
        effects.push(self.storing.write_always(Subject::Header, self.kept(), &self.questionnaire));
    }

    // Places

    fn go(&mut self, screen: Screen, effects: &mut Effects) {
        // Whoever is there already, by a double click say, gets no second entry to go back through.
        let is_new = screen != self.screen;
        self.arrive(screen, effects);
        let step = if is_new && self.keeps_history() { HistoryStep::Push } else { HistoryStep::Keep };
        self.depth += usize::from(step == HistoryStep::Push);
        self.show_place(step, effects);
        effects.push(Effect::MoveFocus(FocusTarget::Heading));
    }

    fn follow_history(&mut self, name: &str, depth: usize, effects: &mut Effects) {
        self.depth = depth;
        let screen = Screen::named(name, &self.questionnaire).unwrap_or(Screen::Start);
        self.arrive(screen, effects);
        self.show_place(HistoryStep::Keep, effects);
        effects.push(Effect::MoveFocus(FocusTarget::Heading));
    }

    fn arrive(&mut self, screen: Screen, effects: &mut Effects) {
        // A change ends when the question is left, whichever way.
        self.is_changing = false;
        self.is_answer_missing = false;
        self.screen = screen;
        // Nothing is written before the first question is opened.
        let has_begun = self.sheet.header().is_some_and(|header| !header.place.is_empty());
        if screen.is_worth_resuming() && (has_begun || matches!(screen, Screen::Question(_))) {
            self.save_place(screen.name(), effects);
        }
    }

    fn save_place(&mut self, place: String, effects: &mut Effects) {
        let header = Header { place, journey: self.journey };
        if self.sheet.header() != Some(&header) {
            self.sheet.set_header(header, self.writer);
            self.save(Subject::Header, effects);
        }
    }

    fn go_back(&mut self, effects: &mut Effects) {
        if self.keeps_history() && self.depth > 0 {
            effects.push(Effect::GoBack);
        } else {
            let screen = self.before();
            self.arrive(screen, effects);
            let step = if self.keeps_history() { HistoryStep::Replace } else { HistoryStep::Keep };
            self.show_place(step, effects);
            effects.push(Effect::MoveFocus(FocusTarget::Heading));
        }
    }

    /// The screen that Back leads to where there is no history to follow.
    fn before(&self) -> Screen {
        match self.screen {
            Screen::Question(_) if self.is_changing => Screen::Check,
            Screen::Question(indicator) => self.before_question(indicator),
            Screen::Results => Screen::Check,
            Screen::Check | Screen::ElementResults(_) => Screen::Tasks,
            Screen::Start | Screen::About | Screen::Tasks | Screen::Delete => Screen::Start,
        }
    }

    fn before_question(&self, indicator: IndicatorPosition) -> Screen {
        let previous =
            indicator.index().checked_sub(1).and_then(|index| self.questionnaire.indicator_at(index));
        let element = self.questionnaire.indicator(indicator).element;
        match (previous, self.journey) {
            (Some(previous), Journey::All) => Screen::Question(previous),
            (Some(previous), Journey::Element(_))
                if self.questionnaire.indicator(previous).element == element =>
            {
                Screen::Question(previous)
            }
            _ => Screen::Tasks,
        }
    }

    /// Where nothing is to be kept, the history is left alone too, because browsers store it.
    fn keeps_history(&self) -> bool {
        self.navigation == Navigation::Page && self.storing.keeping() != Keeping::MemoryByChoice
    }

    fn show_place(&self, step: HistoryStep, effects: &mut Effects) {
        if self.navigation == Navigation::Page {
            let title = view::page_title(self);
            effects.push(Effect::ShowPlace { name: self.screen.name(), depth: self.depth, title, step });
        }
    }

    // Saving

    fn save(&mut self, subject: Subject, effects: &mut Effects) {
        effects.extend(self.storing.change(subject, &self.sheet, &self.questionnaire));
    }

    fn follow_warning(&mut self, effects: &mut Effects) {
        let is_at_risk = self.storing.keeping() != Keeping::Device || self.storing.is_failing();
        let should_warn = is_at_risk && !self.sheet.is_empty();
        if should_warn != self.is_warning {
            self.is_warning = should_warn;
            effects.push(Effect::WarnBeforeLeaving(should_warn));
        }
    }
}

fn shortened(text: String, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((end, _)) => text[..end].to_owned(),
        None => text,
    }
}
