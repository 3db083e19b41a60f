use super::text;
use crate::board_app::{Model, Notice};
use crate::text::BoardKey;

/// What stays on every screen until it is no longer true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeView {
    /// In short.
    pub heading: String,
    /// What it means and what to do.
    pub text: String,
    /// Whether downloading the round is a way out.
    pub offers_download: bool,
}

/// The notice to show now, if any.
#[must_use]
pub fn notice(model: &Model) -> Option<NoticeView> {
    let notice = model.notice()?;
    let (heading, explanation) = match notice {
        Notice::Blocked => (BoardKey::NoticeBlockedHeading, BoardKey::NoticeBlocked),
        Notice::NotKept => (BoardKey::NoticeNotKeptHeading, BoardKey::NoticeNotKept),
        Notice::Failing => (BoardKey::NoticeFailingHeading, BoardKey::NoticeFailing),
        Notice::RemoveFailing => (BoardKey::NoticeRemoveHeading, BoardKey::NoticeRemove),
        Notice::Unreadable => (BoardKey::NoticeUnreadableHeading, BoardKey::NoticeUnreadable),
        Notice::ChangedElsewhere => (BoardKey::NoticeElsewhereHeading, BoardKey::NoticeElsewhere),
    };
    let is_unkept = matches!(notice, Notice::Blocked | Notice::NotKept | Notice::Failing);
    Some(NoticeView {
        heading: text(model, heading),
        text: text(model, explanation),
        offers_download: is_unkept && model.round.is_some(),
    })
}
