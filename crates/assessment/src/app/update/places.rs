//! Going from screen to screen, and what the browser's history is told of it.

use super::Effects;
use crate::app::{Effect, FocusTarget, HistoryStep, Model, Navigation, Screen, view};
use crate::persist::{Header, Journey, Stored, Subject};
use crate::questionnaire::IndicatorPosition;

impl Model {
    pub(super) fn go(&mut self, screen: Screen, effects: &mut Effects) {
        // Whoever is there already, by a double click say, gets no second entry to go back through.
        let screen = self.reachable(screen);
        let is_new = screen != self.screen;
        // A screen that is part of another takes its place, and gives it back.
        let is_part = screen.is_part_of_another() || self.screen.is_part_of_another();
        self.arrive(screen, effects);
        let step = match is_new && self.keeps_history() {
            true if is_part => HistoryStep::Replace,
            true => HistoryStep::Push,
            false => HistoryStep::Keep,
        };
        self.depth += usize::from(step == HistoryStep::Push);
        self.show_place(step, effects);
        effects.push(Effect::MoveFocus(self.first_focus()));
    }

    pub(super) fn follow_history(&mut self, name: &str, depth: usize, effects: &mut Effects) {
        self.depth = depth;
        let named = Screen::named(name, &self.questionnaire).unwrap_or(Screen::Start);
        let screen = self.reachable(named);
        self.arrive(screen, effects);
        let is_other = screen != named && self.keeps_history();
        self.show_place(if is_other { HistoryStep::Replace } else { HistoryStep::Keep }, effects);
        effects.push(Effect::MoveFocus(self.first_focus()));
    }

    /// A screen is read from its heading on. A long list that somebody comes back to goes on where they left it.
    fn first_focus(&self) -> FocusTarget {
        if self.changed.is_some() { FocusTarget::Changed } else { FocusTarget::Heading }
    }

    /// The screen itself, unless what it is about is gone.
    pub(super) fn reachable(&self, screen: Screen) -> Screen {
        match screen {
            Screen::LoadCopy if self.copy.is_none() => Screen::YourData,
            Screen::Passphrase if !self.sealing.is_possible || !self.storing.keeping().is_stored() => {
                Screen::YourData
            }
            _ => screen,
        }
    }

    pub(super) fn arrive(&mut self, screen: Screen, effects: &mut Effects) {
        self.changed = match self.screen {
            Screen::Question(indicator) if self.is_changing && screen == Screen::Check => Some(indicator),
            _ => None,
        };
        if screen == Screen::Delete && self.screen != Screen::Delete {
            self.asked_from = self.screen;
        }
        if matches!(self.screen, Screen::Passphrase | Screen::YourData) {
            self.sealing.ended = None;
        }
        self.is_going_back = false;
        // A change ends when the question is left, whichever way.
        self.is_changing = false;
        self.is_answer_missing = false;
        self.copy_problem = None;
        self.loaded = None;
        if screen != Screen::LoadCopy {
            self.copy = None;
        }
        if screen == Screen::YourData && self.screen != Screen::LoadCopy {
            // It tells what is stored, and that may have changed. Where a copy has just been loaded,
            // the store does not hold it yet, which would be taken for a loss.
            self.read_again(effects);
        }
        self.screen = screen;
        // Nothing is written before the first question is opened.
        let has_begun = self.sheet.header().is_some_and(|header| !header.place.is_empty());
        if screen.is_worth_resuming() && (has_begun || matches!(screen, Screen::Question(_))) {
            self.save_place(screen.name(), effects);
        }
    }

    pub(super) fn save_place(&mut self, place: String, effects: &mut Effects) {
        let header = Header { place, journey: self.journey };
        if self.sheet.header() != Some(&header) {
            self.put(Subject::Header, Stored::Header(header), effects);
        }
    }

    pub(super) fn go_back(&mut self, effects: &mut Effects) {
        if self.keeps_history() && self.depth > 0 && !self.screen.is_part_of_another() {
            // Whoever asks twice before the browser has moved would go two steps.
            if !std::mem::replace(&mut self.is_going_back, true) {
                effects.push(Effect::GoBack);
            }
        } else {
            let screen = self.before();
            self.arrive(screen, effects);
            let step = if self.keeps_history() { HistoryStep::Replace } else { HistoryStep::Keep };
            self.show_place(step, effects);
            effects.push(Effect::MoveFocus(self.first_focus()));
        }
    }

    /// The screen that Back leads to where there is no history to follow.
    pub(super) fn before(&self) -> Screen {
        match self.screen {
            Screen::Question(_) if self.is_changing => Screen::Check,
            Screen::Question(indicator) => self.before_question(indicator),
            Screen::Results => Screen::Check,
            Screen::Check | Screen::ElementResults(_) => Screen::Tasks,
            Screen::LoadCopy | Screen::Passphrase => Screen::YourData,
            Screen::Share => Screen::Results,
            Screen::Delete => self.asked_from,
            Screen::Start
            | Screen::About
            | Screen::Tasks
            | Screen::YourData
            | Screen::Combine
            | Screen::Locked => Screen::Start,
        }
    }

    pub(super) fn before_question(&self, indicator: IndicatorPosition) -> Screen {
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
    pub(super) fn keeps_history(&self) -> bool {
        self.navigation == Navigation::Page && !self.storing.keeping().leaves_no_trace()
    }

    pub(super) fn show_place(&self, step: HistoryStep, effects: &mut Effects) {
        if self.navigation == Navigation::Page {
            let title = view::page_title(self);
            effects.push(Effect::ShowPlace { name: self.screen.name(), depth: self.depth, title, step });
        }
    }
}
