use crate::components::{HeadingSize, back_link, heading, screen, screen_heading};
use crate::markup::{Markup, paragraph};
use crate::words::text;
use assessment::text::Key;

/// Where the elements come from, how the score works, and what happens to the answers.
pub(super) fn about() -> Markup {
    screen(vec![
        back_link(),
        screen_heading(HeadingSize::Large, text(Key::AboutHeading)),
        paragraph(text(Key::AboutElements)),
        paragraph(text(Key::AboutIndependent)),
        heading(2, HeadingSize::Medium, text(Key::AboutHowHeading)),
        paragraph(text(Key::AboutHow1)),
        paragraph(text(Key::AboutHow2)),
        heading(2, HeadingSize::Medium, text(Key::AboutPrivacyHeading)),
        paragraph(text(Key::AboutPrivacy)),
    ])
}
