//! Lists made of what an iterator yields, for little code.
//!
//! `collect` and `extend` have a way of their own for each kind of iterator, so that none allocates twice. Lists
//! here are short, and each of those ways is code that a first visit loads; a plain loop is a third of it
//! (`docs/decisions/0026-lists-by-plain-loops.md`).

/// An iterator whose items can be put into a list.
pub trait Listed: Iterator + Sized {
    /// Its items as a list, as [`collect`](Iterator::collect) has them.
    ///
    /// ```
    /// # use assessment::lists::Listed as _;
    /// assert_eq!((1..4).map(|number| number * 2).listed(), [2, 4, 6]);
    /// ```
    #[must_use]
    fn listed(self) -> Vec<Self::Item> {
        let mut list = Vec::new();
        list.add_each(self);
        list
    }
}

impl<I: Iterator> Listed for I {}

/// A list that items can be added to.
pub trait AddEach<T> {
    /// Adds each of them at the end, as [`extend`](Extend::extend) does.
    ///
    /// ```
    /// # use assessment::lists::AddEach as _;
    /// let mut list = vec![1];
    /// list.add_each([2, 3]);
    /// assert_eq!(list, [1, 2, 3]);
    /// ```
    fn add_each(&mut self, items: impl IntoIterator<Item = T>);
}

impl<T> AddEach<T> for Vec<T> {
    fn add_each(&mut self, items: impl IntoIterator<Item = T>) {
        for item in items {
            self.push(item);
        }
    }
}
