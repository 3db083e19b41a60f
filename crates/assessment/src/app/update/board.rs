//! Choosing what to take to the board.

use super::{Effects, shortened};
use crate::app::{Model, view};
use crate::persist::{BoardItem, LONGEST_OWN_LINE, Stored, Subject, TakeToBoard};
use crate::results::MOST_SHOWN;

impl Model {
    /// Takes the place of a suggestion where none is left.
    pub(super) fn add_to_board(&mut self, item: BoardItem, effects: &mut Effects) {
        let mut chosen = view::chosen_for_board(self);
        if chosen.len() < MOST_SHOWN && !view::board_items(self).contains(&item) {
            chosen.push(item);
            self.choose_for_board(chosen, self.sheet.board().is_filled_up, effects);
        }
    }

    /// Whoever removes something has looked at what is left, so that it stands from then on.
    pub(super) fn remove_from_board(&mut self, item: BoardItem, effects: &mut Effects) {
        let mut items = view::board_items(self);
        items.retain(|kept| *kept != item);
        self.choose_for_board(items, false, effects);
    }

    fn choose_for_board(&mut self, chosen: Vec<BoardItem>, is_filled_up: bool, effects: &mut Effects) {
        let own_line = self.sheet.board().own_line.clone();
        let board = TakeToBoard { chosen, is_filled_up, own_line };
        self.put(Subject::TakeToBoard, Stored::TakeToBoard(board), effects);
    }

    pub(super) fn change_own_line(&mut self, line: String, effects: &mut Effects) {
        let mut board = self.sheet.board().clone();
        board.own_line = shortened(line, LONGEST_OWN_LINE);
        self.put(Subject::TakeToBoard, Stored::TakeToBoard(board), effects);
    }
}
