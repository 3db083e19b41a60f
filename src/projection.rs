//! What a screen needs of a model, told of only when it changes.

use leptos::prelude::*;
use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

/// A memo of one view of the model. All views share one kind of memo, whatever their type, because
/// each kind costs a kilobyte and a half of program.
pub(crate) struct Projection<T> {
    memo: Memo<Shown>,
    view: PhantomData<fn() -> T>,
}

impl<T> Clone for Projection<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Projection<T> {}

impl<T: 'static> Projection<T> {
    /// Follows the signals that `compute` reads.
    pub(crate) fn of(compute: impl Fn() -> T + Send + Sync + 'static) -> Self
    where
        T: PartialEq + Send + Sync,
    {
        Self::new(Box::new(move || Shown(Arc::new(compute()))))
    }

    fn new(compute: Box<dyn Fn() -> Shown + Send + Sync>) -> Self {
        Self { memo: Memo::new(move |_| compute()), view: PhantomData }
    }

    /// A part of it, which changes only when its own value does.
    pub(crate) fn map<U>(self, part: impl Fn(&T) -> U + Send + Sync + 'static) -> Projection<U>
    where
        U: PartialEq + Send + Sync + 'static,
    {
        Projection::of(move || self.with(&part))
    }

    /// Hands the value to `use_it` and follows its changes.
    pub(crate) fn with<U>(self, use_it: impl FnOnce(&T) -> U) -> U {
        use_it(self.memo.get().0.value().downcast_ref().unwrap_or_else(|| unreachable!("made of a T")))
    }

    /// Hands the value to `use_it` once.
    pub(crate) fn with_untracked<U>(self, use_it: impl FnOnce(&T) -> U) -> U {
        let shown = self.memo.get_untracked();
        use_it(shown.0.value().downcast_ref().unwrap_or_else(|| unreachable!("made of a T")))
    }

    /// The value, followed in its changes.
    pub(crate) fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value, once.
    pub(crate) fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }
}

/// A value of any type that can be told from another of the same.
#[derive(Clone)]
struct Shown(Arc<dyn Comparable>);

trait Comparable: Send + Sync {
    fn value(&self) -> &dyn Any;
    fn is_same(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + Send + Sync + 'static> Comparable for T {
    fn value(&self) -> &dyn Any {
        self
    }

    fn is_same(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        self.0.is_same(other.0.value())
    }
}
