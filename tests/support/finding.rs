//! Finding things as a screen reader does: by role and accessible name.

use std::sync::Arc;

use http::Method;
use serde_json::Value;
use thirtyfour::common::command::{Command, ExtensionCommand};
use thirtyfour::{WebElement, error::WebDriverResult};

use crate::engine::Engine;

/// What kind of thing it is to a person who hears the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Does something when pressed.
    Button,
    /// Leads to another page.
    Link,
    /// One of several answers.
    Radio,
    /// Can be ticked.
    Checkbox,
    /// Can be typed into.
    TextBox,
    /// Can be typed into, and shows nothing of it.
    Password,
    /// Takes a file.
    FileField,
    /// Opens and closes what is folded below it.
    Disclosure,
    /// Heads a part of the page.
    Heading,
}

impl Role {
    /// Everything that may have the role; the browser decides what has it.
    pub(crate) fn selector(self) -> &'static str {
        match self {
            Role::Button => "button, [role=button]",
            Role::Link => "a[href]",
            Role::Radio => "input[type=radio]",
            Role::Checkbox => "input[type=checkbox]",
            Role::TextBox => "input[type=text], textarea",
            Role::Password => "input[type=password]",
            Role::FileField => "input[type=file]",
            Role::Disclosure => "summary",
            Role::Heading => "h1, h2, h3, h4, h5, h6",
        }
    }

    pub(crate) fn computed(self, engine: Engine) -> &'static str {
        match self {
            // ARIA has no name for a field that takes a file, so it is the button that it looks like.
            Role::Button | Role::FileField => "button",
            Role::Link => "link",
            Role::Radio => "radio",
            Role::Checkbox => "checkbox",
            Role::TextBox => "textbox",
            Role::Password => engine.password_role(),
            Role::Disclosure => engine.disclosure_role(),
            Role::Heading => "heading",
        }
    }
}

/// Something on the page, as the browser describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its role, as the browser computes it.
    pub role: String,
    /// Its accessible name, as the browser computes it.
    pub name: String,
}

/// Asks the browser for the role and name that it gives to assistive technology.
pub(crate) async fn describe(element: &WebElement) -> WebDriverResult<Found> {
    Ok(Found { role: computed(element, "role").await?, name: plain(&computed(element, "label").await?) })
}

async fn computed(element: &WebElement, what: &'static str) -> WebDriverResult<String> {
    let command = Computed { element: element.element_id().to_string(), what };
    element.handle().cmd(Command::ExtensionCommand(Box::new(command))).await?.value()
}

/// Every letter that stands before a plain one in the made-up language with accents.
const ACCENTED: &str = "áéíóúñšťÁÉÍÓÚÑŠŤ";
/// The mark of a capital in the made-up language from right to left.
const CAPITAL: char = '\u{5bf}';

/// White space as a person sees it, and the English in the words of the made-up languages.
///
/// What differs between languages is how words look; what a test waits for is what they say.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match letter {
            _ if ACCENTED.contains(letter) => {}
            'א'..='ת' => plain.extend(char::from_u32('a' as u32 + letter as u32 - 'א' as u32)),
            // Some browsers write numbers in this language as Arabic does.
            '٠'..='٩' => plain.extend(char::from_u32('0' as u32 + letter as u32 - '٠' as u32)),
            CAPITAL => {
                let capital = plain.pop().map(|letter| letter.to_ascii_uppercase());
                plain.extend(capital);
            }
            _ => plain.push(letter),
        }
    }
    plain
}

/// Two commands of WebDriver that thirtyfour has no function for.
#[derive(Debug)]
struct Computed {
    element: String,
    what: &'static str,
}

impl ExtensionCommand for Computed {
    fn parameters_json(&self) -> Option<Value> {
        None
    }

    fn method(&self) -> Method {
        Method::GET
    }

    fn endpoint(&self) -> Arc<str> {
        format!("/element/{}/computed{}", self.element, self.what).into()
    }
}
