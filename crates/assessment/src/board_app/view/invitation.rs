use super::{fill, text};
use crate::board::Invitation;
use crate::board_app::{Copied, Model};
use crate::text::BoardKey;

/// Ready texts for the members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InviteView {
    /// What a member types.
    pub code: String,
    /// The link that brings it along; `None` where the page has no address that others could open.
    pub link: Option<String>,
    /// The texts, in the order in which they are needed.
    pub texts: Vec<ReadyText>,
    /// What was copied last, and whether it went well.
    pub copied: Option<(Copied, bool)>,
}

/// A text to copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadyText {
    /// Which one.
    pub what: Copied,
    /// What it is.
    pub heading: String,
    /// What it says, its paragraphs parted by blank lines.
    pub text: String,
}

/// What the screen of ready texts shows.
#[must_use]
pub fn invite(model: &Model) -> Option<InviteView> {
    let invitation = invitation(model)?;
    let texts = [
        (Copied::Invitation, BoardKey::InvitationHeading),
        (Copied::Reminder, BoardKey::ReminderHeading),
        (Copied::ClosingNote, BoardKey::ClosingNoteHeading),
    ];
    let texts = texts.into_iter().filter_map(|(what, heading)| {
        Some(ReadyText { what, heading: text(model, heading), text: ready_text(model, what)? })
    });
    let texts = texts.collect();
    Some(InviteView {
        code: invitation.to_string(),
        link: link(model, invitation),
        texts,
        copied: model.copied,
    })
}

/// One of the ready texts, as it is copied.
#[must_use]
pub fn ready_text(model: &Model, what: Copied) -> Option<String> {
    let invitation = invitation(model)?;
    let way_in = match link(model, invitation) {
        Some(link) => fill(model, BoardKey::TextLink, &[("link", &link)]),
        None => text(model, BoardKey::TextNoLink),
    };
    let code = invitation.to_string();
    let minutes = model.catalogue.number(model.questionnaire.minutes());
    let threshold = model.catalogue.number(model.round.as_ref()?.draft.round().threshold.responses());
    let role = if invitation.asks_role {
        fill(model, BoardKey::TextRole, &[("threshold", &threshold)])
    } else {
        String::new()
    };
    let paragraphs: &[BoardKey] = match what {
        Copied::Invitation => &[
            BoardKey::Invitation1,
            BoardKey::Invitation2,
            BoardKey::Invitation3,
            BoardKey::Invitation4,
            BoardKey::Invitation5,
        ],
        Copied::Reminder => &[BoardKey::Reminder1, BoardKey::Reminder2],
        Copied::ClosingNote => &[BoardKey::ClosingNote1, BoardKey::ClosingNote2],
        Copied::Code | Copied::Paper => return None,
    };
    let values = [("way_in", &way_in[..]), ("code", &code), ("minutes", &minutes), ("role", &role)];
    let filled = paragraphs.iter().map(|key| fill(model, *key, &values).trim_end().to_owned());
    Some(filled.collect::<Vec<_>>().join("\n\n"))
}

fn invitation(model: &Model) -> Option<Invitation> {
    model.round.as_ref().map(|round| Invitation::to(round.draft.round()))
}

fn link(model: &Model, invitation: Invitation) -> Option<String> {
    (!model.address.is_empty()).then(|| format!("{}#round={invitation}", model.address))
}
