//! What the names of texts have in common.

/// The name of one text.
pub trait TextKey: Copy + 'static {
    /// Every key, in order.
    const ALL: &'static [Self];

    /// The name in the language's file.
    fn name(self) -> &'static str;

    /// Its place in that order.
    fn index(self) -> usize;
}

macro_rules! keys {
    ($(#[$about:meta])* $kind:ident $($key:ident = $name:literal,)*) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "each is described by its name in the language's file")]
        pub enum $kind {
            $($key,)*
        }

        impl $crate::text::TextKey for $kind {
            const ALL: &'static [Self] = &[$($kind::$key,)*];

            fn name(self) -> &'static str {
                match self {
                    $($kind::$key => $name,)*
                }
            }

            fn index(self) -> usize {
                self as usize
            }
        }
    };
}

pub(super) use keys;
