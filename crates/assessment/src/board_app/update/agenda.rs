//! What the board should talk about is put in order.

use super::Effects;
use crate::board::{AgendaLine, LONGEST_AGENDA_LINE, agenda, fitting};
use crate::board_app::model::AgendaUndo;
use crate::board_app::{Effect, FocusTarget, Model, Problem};

impl Model {
    /// The agenda as it stands: as somebody put it in order, or as it follows from the picture.
    pub(crate) fn agenda(&self) -> Vec<AgendaLine> {
        let (Some(round), Some(picture)) = (&self.round, &self.picture) else { return vec![] };
        round.agenda.clone().unwrap_or_else(|| {
            let suggested = agenda(picture, &self.questionnaire).into_iter();
            suggested.map(|(indicator, _)| AgendaLine::Indicator(indicator)).collect()
        })
    }

    pub(super) fn move_line(&mut self, line: usize, is_up: bool, effects: &mut Effects) {
        let mut agenda = self.agenda();
        let other = if is_up { line.checked_sub(1) } else { line.checked_add(1) };
        let Some(other) = other.filter(|other| (*other).max(line) < agenda.len()) else { return };
        agenda.swap(line, other);
        self.keep_agenda(Some(agenda), other, effects);
    }

    pub(super) fn drop_line(&mut self, line: usize, effects: &mut Effects) {
        let mut agenda = self.agenda();
        if line < agenda.len() {
            let undo = self.undo(line);
            agenda.remove(line);
            let next = line.min(agenda.len().saturating_sub(1));
            self.keep_agenda(Some(agenda), next, effects);
            self.agenda_undo = undo;
        }
    }

    pub(super) fn undo_agenda(&mut self, effects: &mut Effects) {
        if let Some(AgendaUndo { agenda, line }) = self.agenda_undo.take() {
            self.keep_agenda(agenda, line, effects);
        }
    }

    pub(super) fn add_line(&mut self, effects: &mut Effects) {
        let typed = fitting(self.agenda_line.trim(), LONGEST_AGENDA_LINE);
        if typed.is_empty() {
            return self.refuse(vec![Problem::AgendaLineMissing], effects);
        }
        let mut agenda = self.agenda();
        agenda.push(AgendaLine::Own(typed));
        self.agenda_line.clear();
        let last = agenda.len() - 1;
        self.keep_agenda(Some(agenda), last, effects);
    }

    pub(super) fn restore_agenda(&mut self, effects: &mut Effects) {
        let undo = self.undo(0);
        self.keep_agenda(None, 0, effects);
        self.agenda_undo = undo;
    }

    /// What leads back to the agenda as it is.
    fn undo(&self, line: usize) -> Option<AgendaUndo> {
        self.round.as_ref().map(|round| AgendaUndo { agenda: round.agenda.clone(), line })
    }

    fn keep_agenda(&mut self, agenda: Option<Vec<AgendaLine>>, line: usize, effects: &mut Effects) {
        let Some(round) = &mut self.round else { return };
        round.agenda = agenda;
        self.agenda_undo = None;
        self.problems.clear();
        self.keep_round(effects);
        effects.push(Effect::MoveFocus(FocusTarget::AgendaLine(line)));
    }
}
