use super::super::{Keeping, Model};

/// What has to stay on screen until it is no longer true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The browser gives no store: answers live while the page is open.
    StoreBlocked,
    /// The store took no more: the latest answers are not in it.
    StoreFailing,
    /// The member wants nothing kept.
    NotKept,
}

/// The notice to show now, if any.
#[must_use]
pub fn notice(model: &Model) -> Option<Notice> {
    match model.keeping() {
        Keeping::MemoryByForce => Some(Notice::StoreBlocked),
        Keeping::MemoryByChoice => Some(Notice::NotKept),
        Keeping::Device => model.storing.is_failing().then_some(Notice::StoreFailing),
    }
}
