//! Choosing what to take to the board.

use super::{Effects, shortened};
use crate::app::{Model, view};
use crate::persist::{BoardItem, LONGEST_OWN_LINE, Stored, Subject};
use crate::results::MOST_SHOWN;

impl Model {
    pub(super) fn add_to_board(&mut self, item: BoardItem, effects: &mut Effects) {
        let mut items = view::board_items(self);
        if items.len() < MOST_SHOWN && !items.contains(&item) {
            items.push(item);
            self.set_board_items(items, effects);
        }
    }

    pub(super) fn remove_from_board(&mut self, item: BoardItem, effects: &mut Effects) {
        let mut items = view::board_items(self);
        items.retain(|kept| *kept != item);
        self.set_board_items(items, effects);
    }

    pub(super) fn set_board_items(&mut self, items: Vec<BoardItem>, effects: &mut Effects) {
        let mut board = self.sheet.board().clone();
        board.items = Some(items);
        self.put(Subject::TakeToBoard, Stored::TakeToBoard(board), effects);
    }

    pub(super) fn change_own_line(&mut self, line: String, effects: &mut Effects) {
        let mut board = self.sheet.board().clone();
        board.own_line = shortened(line, LONGEST_OWN_LINE);
        self.put(Subject::TakeToBoard, Stored::TakeToBoard(board), effects);
    }
}
