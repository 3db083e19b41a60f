/// One screen of the board's part. Exactly one is shown at any time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// A member passes on a response.
    Share,
    /// The round, and what can be done with it.
    Round,
    /// What is laid down before anybody answers.
    SetUp,
    /// Ready texts for the members.
    Invite,
    /// Responses come in.
    Collect,
    /// Asks once before the round is closed.
    Close,
    /// What may be shown of the board.
    Picture,
    /// What the board should talk about.
    Conversation,
    /// The paper for the board.
    Paper,
    /// Asks once before the round is deleted.
    Discard,
    /// Asks once before a round that is kept nowhere is left.
    Leave,
}

impl Screen {
    /// Where the back link leads; `None` for those from which it leaves the board's part.
    pub(crate) fn before(self) -> Option<Screen> {
        match self {
            Screen::Share | Screen::Round => None,
            Screen::Conversation | Screen::Paper => Some(Screen::Picture),
            _ => Some(Screen::Round),
        }
    }
}
