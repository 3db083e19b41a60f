//! Going from screen to screen.

use super::Effects;
use crate::board_app::set_up::SetUp;
use crate::board_app::{Effect, FocusTarget, Model, Screen};

impl Model {
    pub(super) fn go(&mut self, screen: Screen, effects: &mut Effects) {
        self.arrive(screen);
        effects.push(Effect::MoveFocus(FocusTarget::Heading));
    }

    /// Shows a screen, without what was said on the one before.
    pub(super) fn arrive(&mut self, screen: Screen) {
        self.screen = self.reachable(screen);
        if self.screen == Screen::SetUp {
            self.set_up = self.round.as_ref().map(SetUp::of).unwrap_or_default();
        }
        self.problems.clear();
        self.copied = None;
        self.agenda_undo = None;
        self.collecting.taken_out = None;
        self.storing.is_changed_elsewhere = false;
        self.is_discarded &= self.screen == Screen::Round;
    }

    pub(super) fn go_back(&mut self, effects: &mut Effects) {
        match self.screen.before() {
            Some(before) => self.go(before, effects),
            None if self.would_lose_round() || self.has_unfinished() => self.go(Screen::Leave, effects),
            None => effects.push(Effect::Leave),
        }
    }

    /// The screen, or the one that comes before it where it would have nothing to show.
    fn reachable(&self, screen: Screen) -> Screen {
        let can_be_shown = match screen {
            Screen::Share => self.door == Screen::Share,
            Screen::Round => true,
            Screen::SetUp => self.unreadable.is_none(),
            Screen::Invite | Screen::Collect | Screen::Close => self.round.is_some(),
            Screen::Discard => self.round.is_some() || self.unreadable.is_some(),
            Screen::Leave => self.would_lose_round() || self.has_unfinished(),
            Screen::Picture | Screen::Conversation | Screen::Paper => self.is_closed(),
        };
        if can_be_shown { screen } else { self.door }
    }

    /// Shows what is wrong, and brings whoever put it in there.
    pub(super) fn refuse(&mut self, problems: Vec<crate::board_app::Problem>, effects: &mut Effects) {
        self.problems = problems;
        effects.push(Effect::MoveFocus(FocusTarget::ErrorSummary));
    }
}
