//! A round is set up, opened, handed on and deleted.

use super::Effects;
use crate::board::{
    Draft, PaperWords, Round, RoundCode, RoundFile, RoundFileProblem, read_round, rehearse, write_round,
};
use crate::board_app::set_up::LaidDown;
use crate::board_app::{Copied, Effect, Expected, FileKind, Model, Problem, Screen, view};
use crate::text::BoardKey;

impl Model {
    pub(super) fn set_round_up(&mut self, random: u64, effects: &mut Effects) {
        match self.set_up.read(self.round.is_some()) {
            Err(problems) => self.refuse(problems, effects),
            Ok(laid_down) if self.round.is_some() => self.change_round(laid_down, effects),
            Ok(laid_down) => self.begin_round(laid_down, random, effects),
        }
    }

    fn begin_round(&mut self, laid_down: LaidDown, random: u64, effects: &mut Effects) {
        if self.unreadable.is_some() {
            return;
        }
        let LaidDown { name, board_size, asks_role, threshold } = laid_down;
        let round = Round { code: RoundCode::from_random(random), asks_role, threshold };
        let draft = Draft::new(self.questionnaire.clone(), round);
        let (agenda, paper) = (None, PaperWords::default());
        let is_rehearsal = false;
        self.set_round(Some(RoundFile { name, board_size, is_rehearsal, draft, agenda, paper }));
        self.keep_round(effects);
        self.go(Screen::Invite, effects);
    }

    /// What members were not told of may change; the size only until the picture is made.
    fn change_round(&mut self, laid_down: LaidDown, effects: &mut Effects) {
        let is_closed = self.is_closed();
        let Some(round) = &mut self.round else { return };
        let responses = round.draft.responses();
        let is_below =
            laid_down.board_size.is_some_and(|size| usize::try_from(size).unwrap_or(usize::MAX) < responses);
        if !is_closed && is_below {
            return self.refuse(vec![Problem::BoardBelowResponses(responses)], effects);
        }
        round.name = laid_down.name;
        if !is_closed {
            round.board_size = laid_down.board_size;
        }
        self.keep_round(effects);
        self.go(Screen::Round, effects);
    }

    pub(super) fn rehearse(&mut self, effects: &mut Effects) {
        if self.round.is_some() || self.unreadable.is_some() {
            return;
        }
        let name = self.catalogue.text(BoardKey::RehearsalName).to_owned();
        let mut round = rehearse(&self.questionnaire, name);
        round.draft.close();
        self.set_round(Some(round));
        self.keep_round(effects);
        self.go(Screen::Picture, effects);
    }

    pub(super) fn open_round_file(
        &mut self,
        file: String,
        text: Result<String, RoundFileProblem>,
        effects: &mut Effects,
    ) {
        if self.round.is_some() || self.unreadable.is_some() {
            return;
        }
        match text.and_then(|text| read_round(&text, &self.questionnaire)) {
            Err(problem) => self.refuse(vec![Problem::RoundFile { file, problem }], effects),
            Ok(round) => {
                self.set_round(Some(round));
                self.keep_round(effects);
                self.storing.is_downloaded = true;
                self.go(Screen::Round, effects);
            }
        }
    }

    pub(super) fn download_round(&mut self, effects: &mut Effects) {
        let Some(round) = &self.round else { return };
        let text = write_round(round, &self.questionnaire);
        effects.push(Effect::Download { kind: FileKind::Round, text });
        self.storing.is_downloaded = true;
    }

    pub(super) fn download_unreadable(&mut self, effects: &mut Effects) {
        if let Some(text) = self.unreadable.clone() {
            effects.push(Effect::Download { kind: FileKind::Unreadable, text });
        }
    }

    pub(super) fn discard(&mut self, effects: &mut Effects) {
        if self.keeping.is_stored() || self.storing.stored.is_some() {
            let expected = Expected::Text(self.storing.stored.clone());
            effects.push(Effect::Remove { key: self.keys.board_round(), expected });
        }
        self.set_round(None);
        self.unreadable = None;
        self.collecting = Default::default();
        self.agenda_line.clear();
        self.storing.is_failing = false;
        self.go(Screen::Round, effects);
        self.is_discarded = true;
    }

    pub(super) fn copy_text(&mut self, what: Copied, effects: &mut Effects) {
        // So that the same outcome is announced once more.
        self.copied = None;
        let text = match what {
            Copied::Paper => view::paper(self).map(|paper| crate::export::text::write(&paper)),
            what => view::ready_text(self, what),
        };
        effects.extend(text.map(|text| Effect::Copy { what, text }));
    }
}
