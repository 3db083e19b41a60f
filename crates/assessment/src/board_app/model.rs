//! The state of one opened board's part.

use super::collecting::Collecting;
use super::effect::Effect;
use super::problem::{Field, Problem};
use super::screen::Screen;
use super::set_up::SetUp;
use super::sharing::Member;
use crate::answers::Answer;
use crate::app::Keeping;
use crate::board::{AgendaLine, Invitation, Picture, RoundFile};
use crate::persist::Keys;
use crate::questionnaire::Questionnaire;
use crate::text::BoardCatalogue;
use std::sync::Arc;

/// Everything that the screens are drawn from. Changed by [`update`](super::update) alone.
#[derive(Clone, Debug)]
pub struct Model {
    pub(crate) questionnaire: Arc<Questionnaire>,
    pub(crate) catalogue: Arc<BoardCatalogue>,
    pub(crate) trust_name: String,
    pub(crate) address: String,
    pub(crate) keys: Keys,
    pub(crate) keeping: Keeping,
    pub(crate) door: Screen,
    pub(crate) screen: Screen,
    pub(crate) member: Member,
    pub(crate) set_up: SetUp,
    pub(crate) round: Option<RoundFile>,
    /// The picture of the last closing.
    pub(crate) picture: Option<Picture>,
    /// A stored round that cannot be read.
    pub(crate) unreadable: Option<String>,
    pub(crate) collecting: Collecting,
    pub(crate) agenda_line: String,
    /// The agenda before a line of it was dropped, or before it was made afresh.
    pub(crate) agenda_undo: Option<AgendaUndo>,
    /// What was copied last, and whether it went well.
    pub(crate) copied: Option<(super::Copied, bool)>,
    pub(crate) problems: Vec<Problem>,
    /// Whether a round was deleted since this was opened.
    pub(crate) is_discarded: bool,
    pub(crate) storing: Storing,
    pub(crate) is_warning: bool,
}

/// What leads back to an agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AgendaUndo {
    /// As somebody put it in order, or `None` as it follows from the picture.
    pub(crate) agenda: Option<Vec<AgendaLine>>,
    /// The line to come back to.
    pub(crate) line: usize,
}

/// What is known of the stored round.
#[derive(Clone, Debug, Default)]
pub(crate) struct Storing {
    /// What stands in the store, as far as is known.
    pub(crate) stored: Option<String>,
    /// What is being written.
    pub(crate) writing: Option<String>,
    /// Whether the round has changed since.
    pub(crate) is_outdated: bool,
    /// Whether the store took no more.
    pub(crate) is_failing: bool,
    /// Whether something that was to be removed is still there.
    pub(crate) is_remove_failing: bool,
    /// Whether another tab has changed the round since the last step here.
    pub(crate) is_changed_elsewhere: bool,
    /// Whether the round was downloaded as it is.
    pub(crate) is_downloaded: bool,
}

/// What the place of opening decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The name of the store.
    pub store: String,
    /// Where what is put in is kept.
    pub keeping: Keeping,
    /// Whose board it is, as the page calls it; empty if it does not say.
    pub trust_name: String,
    /// Where the page stands, without query and fragment; empty if members cannot be sent there.
    pub address: String,
    /// The round that the page or its link names.
    pub invitation: Option<Invitation>,
    /// For whom it is opened.
    pub door: Door,
}

/// For whom the board's part is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Door {
    /// For a member, who has given these answers, one for each indicator.
    Share(Vec<Option<Answer>>),
    /// For whoever combines.
    Combine,
}

/// What has to stay on every screen until it is no longer true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The browser gives no store.
    Blocked,
    /// Somebody wants nothing kept.
    NotKept,
    /// The store took no more.
    Failing,
    /// The round could not be removed from the store.
    RemoveFailing,
    /// What is stored of a round cannot be read.
    Unreadable,
    /// Another tab has changed the round.
    ChangedElsewhere,
}

impl Model {
    /// The board's part before its store is read, and the effect that makes it so.
    ///
    /// # Panics
    ///
    /// Never. The answers of [`Door::Share`] are one for each indicator; of any other number none is passed on.
    #[must_use]
    pub fn new(
        questionnaire: Arc<Questionnaire>,
        catalogue: Arc<BoardCatalogue>,
        settings: Settings,
    ) -> (Self, Vec<Effect>) {
        let keys = Keys::new(&settings.store, questionnaire.fingerprint());
        let (door, answers) = match settings.door {
            Door::Share(answers) => (Screen::Share, answers),
            Door::Combine => (Screen::Round, vec![]),
        };
        let open = Effect::Open { round: keys.board_round(), responses: keys.board_responses() };
        let model = Self {
            questionnaire,
            catalogue,
            trust_name: settings.trust_name,
            address: settings.address,
            keys,
            keeping: settings.keeping,
            door,
            screen: door,
            member: Member::new(answers, settings.invitation),
            set_up: SetUp::default(),
            round: None,
            picture: None,
            unreadable: None,
            collecting: Collecting::default(),
            agenda_line: String::new(),
            agenda_undo: None,
            copied: None,
            problems: Vec::new(),
            is_discarded: false,
            storing: Storing::default(),
            is_warning: false,
        };
        (model, vec![open])
    }

    /// The texts.
    #[must_use]
    pub fn catalogue(&self) -> &Arc<BoardCatalogue> {
        &self.catalogue
    }

    /// The questionnaire that is answered.
    #[must_use]
    pub fn questionnaire(&self) -> &Arc<Questionnaire> {
        &self.questionnaire
    }

    /// Whose board it is; may be empty.
    #[must_use]
    pub fn trust_name(&self) -> &str {
        &self.trust_name
    }

    /// The screen to show.
    #[must_use]
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// The key under which the round is stored.
    #[must_use]
    pub fn round_key(&self) -> String {
        self.keys.board_round()
    }

    /// Whether what is shown was made up to try things out.
    #[must_use]
    pub fn is_rehearsal(&self) -> bool {
        self.round.as_ref().is_some_and(|round| round.is_rehearsal)
    }

    /// What is wrong with what was put in.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn problem_of(&self, field: Field) -> Option<&Problem> {
        self.problems.iter().find(|problem| problem.field() == field)
    }

    /// The notice to show now, if any.
    #[must_use]
    pub fn notice(&self) -> Option<Notice> {
        let has_round = self.round.is_some();
        if self.storing.is_changed_elsewhere {
            return Some(Notice::ChangedElsewhere);
        }
        match self.keeping {
            Keeping::MemoryByForce if self.door == Screen::Round => Some(Notice::Blocked),
            Keeping::MemoryByChoice | Keeping::MemoryByPage if self.door == Screen::Round => {
                Some(Notice::NotKept)
            }
            _ if self.storing.is_remove_failing => Some(Notice::RemoveFailing),
            _ if self.storing.is_failing && has_round => Some(Notice::Failing),
            _ if self.unreadable.is_some() => Some(Notice::Unreadable),
            _ => None,
        }
    }

    /// Whether a round is here that is neither stored nor downloaded as it is.
    pub(crate) fn would_lose_round(&self) -> bool {
        let is_stored = self.keeping.is_stored() && !self.storing.is_failing;
        self.round.as_ref().is_some_and(|round| !round.is_rehearsal)
            && !is_stored
            && !self.storing.is_downloaded
    }

    /// Whether something typed or being read is lost when the page is left.
    pub(crate) fn has_unfinished(&self) -> bool {
        let Collecting { reading, pasted, marks, .. } = &self.collecting;
        let typed = [pasted, marks, &self.agenda_line];
        reading.is_some() || typed.iter().any(|typed| !typed.trim().is_empty())
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.picture.is_some()
    }
}
