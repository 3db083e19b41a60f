//! A round on its way: responses come in, the round is closed, and a picture may be shown.

use super::cell::AnonymityThreshold;
use super::picture::{BoardCounts, Picture};
use super::response::{Response, ResponseId, RoundCode};
use crate::questionnaire::Questionnaire;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

/// Up to so many responses are kept whole, so that one can be removed again.
pub const MOST_KEPT_WHOLE: usize = 200;

/// What whoever combines has laid down before anybody answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Round {
    /// Tells it from other rounds.
    pub code: RoundCode,
    /// Whether members say if they are executive or non-executive.
    pub asks_role: bool,
    /// How many answers there must be before they are shown.
    pub threshold: AnonymityThreshold,
}

/// A round on its way.
///
/// What was counted when the round was closed stays counted: if a response could be taken out after that,
/// the two pictures would tell what it said.
#[derive(Clone, PartialEq, Eq)]
pub struct Draft {
    pub(super) questionnaire: Arc<Questionnaire>,
    pub(super) round: Round,
    /// What the picture that was shown last was made of.
    pub(super) closed: Option<BoardCounts>,
    /// What came since.
    pub(super) late: Batch,
    /// Whatever was counted when the round was closed.
    pub(super) counted: BTreeSet<ResponseId>,
}

/// Without the answers, so that none of them gets into a message.
impl fmt::Debug for Draft {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Draft")
            .field("round", &self.round)
            .field("counted", &self.counted_responses())
            .field("late", &self.late_responses())
            .finish_non_exhaustive()
    }
}

/// The responses that came since the round was last closed. By their random ids their order is no order of
/// arrival.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Batch {
    /// Few enough to be kept as they are.
    Whole(BTreeMap<ResponseId, Response>),
    /// So many that only their ids and their sums are kept, with those that were counted before.
    Summed { ids: BTreeSet<ResponseId>, counts: BoardCounts },
}

/// What became of a response that was loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loaded {
    /// It is in.
    Added,
    /// It was in before, and counts once.
    AlreadyIn,
    /// One of the same member is in and says something else. [`Draft::replace`] takes this one instead.
    AnotherVersion,
    /// One of the same member was counted when the round was closed, and can no longer be changed.
    Counted,
    /// It answers other questions.
    OtherQuestions,
    /// It is for another round.
    OtherRound(RoundCode),
    /// The round asks for the role, and it has none.
    RoleMissing,
}

/// What came of closing a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closing {
    /// There is a picture, and everything is in it.
    Shown,
    /// Fewer responses are in than the threshold.
    TooFew {
        /// How many are in.
        responses: usize,
    },
    /// The picture stays as it was, since whoever has seen it could work out from a new one what a few said.
    Waiting {
        /// How many responses wait.
        late: usize,
    },
}

impl Draft {
    /// A round to which nobody has answered yet.
    #[must_use]
    pub fn new(questionnaire: Arc<Questionnaire>, round: Round) -> Draft {
        let (closed, counted, late) = (None, BTreeSet::new(), Batch::Whole(BTreeMap::new()));
        Draft { questionnaire, round, closed, late, counted }
    }

    /// What was laid down.
    #[must_use]
    pub fn round(&self) -> &Round {
        &self.round
    }

    /// How many responses are in, whether they are in the picture or not.
    #[must_use]
    pub fn responses(&self) -> usize {
        self.counted.len() + self.late_responses()
    }

    /// How many are in the picture.
    #[must_use]
    pub fn counted_responses(&self) -> usize {
        self.counted.len()
    }

    /// Whether those that came since the round was last closed are kept as they are, so that one of them can
    /// be taken out or replaced.
    #[must_use]
    pub fn keeps_whole(&self) -> bool {
        matches!(self.late, Batch::Whole(_))
    }

    /// Those that [`Draft::remove`] can take out, by their random ids, whose order tells nothing.
    pub fn removable_ids(&self) -> impl Iterator<Item = ResponseId> {
        let whole = if let Batch::Whole(responses) = &self.late { Some(responses.keys()) } else { None };
        whole.into_iter().flatten().copied()
    }

    /// How many came since the round was last closed, or wait.
    #[must_use]
    pub fn late_responses(&self) -> usize {
        match &self.late {
            Batch::Whole(responses) => responses.len(),
            Batch::Summed { ids, .. } => ids.len(),
        }
    }

    /// Takes a response in, if it is one of this round and not in yet.
    pub fn add(&mut self, mut response: Response) -> Loaded {
        if let Some(refusal) = self.refusal(&response) {
            return refusal;
        }
        if !self.round.asks_role {
            response.role = None;
        }
        match &mut self.late {
            Batch::Whole(responses) => match responses.get(&response.id) {
                Some(before) if *before == response => return Loaded::AlreadyIn,
                Some(_) => return Loaded::AnotherVersion,
                None => {
                    responses.insert(response.id, response);
                    if responses.len() > MOST_KEPT_WHOLE {
                        self.sum_up();
                    }
                }
            },
            Batch::Summed { ids, counts } => {
                // Whether it says the same can no longer be told, and the first one counts.
                if !ids.insert(response.id) {
                    return Loaded::AlreadyIn;
                }
                counts.add(&response);
            }
        }
        Loaded::Added
    }

    /// Takes this version of a response instead of the one that is in and not counted yet.
    pub fn replace(&mut self, response: Response) -> Loaded {
        if let Some(refusal) = self.refusal(&response) {
            return refusal;
        }
        self.remove(response.id);
        self.add(response)
    }

    /// Why a response cannot be taken, whatever else is in.
    fn refusal(&self, response: &Response) -> Option<Loaded> {
        if response.questionnaire != self.questionnaire.fingerprint() {
            Some(Loaded::OtherQuestions)
        } else if response.round != self.round.code {
            Some(Loaded::OtherRound(response.round))
        } else if self.round.asks_role && response.role.is_none() {
            Some(Loaded::RoleMissing)
        } else {
            self.counted.contains(&response.id).then_some(Loaded::Counted)
        }
    }

    /// Takes a response out again and answers it; `None` once it is counted or no longer kept whole.
    pub fn remove(&mut self, id: ResponseId) -> Option<Response> {
        match &mut self.late {
            Batch::Whole(responses) => responses.remove(&id),
            Batch::Summed { .. } => None,
        }
    }

    /// Closes the round, and so makes a picture of everything that is in, if that may be shown.
    pub fn close(&mut self) -> Closing {
        let counts = self.counts();
        let closing = self.closing_with(&counts);
        if closing == Closing::Shown {
            self.closed = Some(counts);
            let late = std::mem::replace(&mut self.late, Batch::Whole(BTreeMap::new()));
            self.counted.append(&mut late.ids());
        }
        closing
    }

    /// What would come of closing the round now.
    #[must_use]
    pub fn closing(&self) -> Closing {
        self.closing_with(&self.counts())
    }

    /// The same, where these are the counts of everything that is in.
    fn closing_with(&self, counts: &BoardCounts) -> Closing {
        let (responses, threshold) = (self.responses(), self.round.threshold);
        if responses < usize::try_from(threshold.responses()).unwrap_or(usize::MAX) {
            return Closing::TooFew { responses };
        }
        if self.closed.as_ref().is_none_or(|closed| counts.may_follow(closed, threshold)) {
            Closing::Shown
        } else {
            Closing::Waiting { late: self.late_responses() }
        }
    }

    /// The picture of the last closing that made one.
    #[must_use]
    pub fn picture(&self) -> Option<Picture> {
        self.closed.as_ref().map(|counts| counts.release(self.round.threshold))
    }

    /// The counts of everything that is in.
    fn counts(&self) -> BoardCounts {
        match &self.late {
            Batch::Whole(responses) => {
                let mut counts = self.counts_when_closed();
                responses.values().for_each(|response| counts.add(response));
                counts
            }
            Batch::Summed { counts, .. } => counts.clone(),
        }
    }

    fn counts_when_closed(&self) -> BoardCounts {
        let none = || BoardCounts::none(&self.questionnaire, self.round.asks_role);
        self.closed.clone().unwrap_or_else(none)
    }

    fn sum_up(&mut self) {
        let counts = self.counts();
        if let Batch::Whole(responses) = &self.late {
            let ids = responses.keys().copied().collect();
            self.late = Batch::Summed { ids, counts };
        }
    }
}

impl Batch {
    fn ids(self) -> BTreeSet<ResponseId> {
        match self {
            Batch::Whole(responses) => responses.into_keys().collect(),
            Batch::Summed { ids, .. } => ids,
        }
    }
}
