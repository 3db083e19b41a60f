use super::super::{Keeping, Model, Screen};
use crate::persist::Owner;

/// What has to stay on screen until it is no longer true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The browser gives no store: answers live while the page is open.
    StoreBlocked,
    /// The store took no more: the latest answers are not in it.
    StoreFailing,
    /// What the store held was removed by something else.
    StoreWiped,
    /// Something that was to be deleted is still there.
    DeleteFailing,
    /// Something is stored that cannot be read. Said on the start screen alone.
    Unreadable,
    /// The member or the page wants nothing kept.
    NotKept,
}

/// The notice to show now, if any.
#[must_use]
pub fn notice(model: &Model) -> Option<Notice> {
    match model.keeping() {
        Keeping::MemoryByForce => Some(Notice::StoreBlocked),
        Keeping::MemoryByChoice | Keeping::MemoryByPage => Some(Notice::NotKept),
        // While there is nothing to lose, that nothing can be saved matters less.
        _ if model.storing.is_delete_failing && model.sheet.is_empty() => Some(Notice::DeleteFailing),
        _ if model.storing.is_wiped() => Some(Notice::StoreWiped),
        _ if model.storing.is_failing() => Some(Notice::StoreFailing),
        _ if model.storing.is_delete_failing => Some(Notice::DeleteFailing),
        Keeping::Device | Keeping::Tab => has_unreadable(model).then_some(Notice::Unreadable),
    }
}

fn has_unreadable(model: &Model) -> bool {
    let should_be_read = |owner| matches!(owner, Owner::Ours(_) | Owner::OtherFormat);
    model.screen == Screen::Start && model.storing.unread().iter().any(|unread| should_be_read(unread.owner))
}
