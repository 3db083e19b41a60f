use crate::components::{HeadingSize, back_link, paragraph_of, screen, screen_heading, section_heading};
use crate::markup::Markup;
use crate::words::text;
use assessment::app::Message;
use assessment::text::Key;

/// Where the elements come from, how the score works, and what happens to the answers.
pub(super) fn about() -> Markup {
    screen([
        back_link(Key::Back, Message::BackAsked),
        screen_heading(HeadingSize::Large, text(Key::AboutHeading)),
        paragraph_of(Key::AboutElements),
        paragraph_of(Key::AboutIndependent),
        section_heading(Key::AboutHowHeading),
        paragraph_of(Key::AboutHow1),
        paragraph_of(Key::AboutHow2),
        section_heading(Key::AboutPrivacyHeading),
        paragraph_of(Key::AboutPrivacy),
    ])
}
