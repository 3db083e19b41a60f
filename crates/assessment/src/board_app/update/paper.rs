//! The paper for the board.

use super::Effects;
use crate::board::PaperWords;
use crate::board_app::{Effect, FileKind, Model, view};
use crate::export;

impl Model {
    pub(super) fn change_paper(
        &mut self,
        part: impl Fn(&mut PaperWords) -> &mut String,
        text: String,
        effects: &mut Effects,
    ) {
        let Some(round) = &mut self.round else { return };
        self.copied = None;
        *part(&mut round.paper) = text;
        round.paper.make_fit();
        self.keep_round(effects);
    }

    pub(super) fn download_paper(&self, kind: FileKind, effects: &mut Effects) {
        let text = match kind {
            FileKind::Table => view::numbers(self).map(|numbers| export::csv::write(&numbers)),
            FileKind::Text => view::paper(self).map(|paper| export::text::write(&paper)),
            _ => view::paper(self).map(|paper| export::html::write(&paper)),
        };
        effects.extend(text.map(|text| Effect::Download { kind, text }));
    }
}
