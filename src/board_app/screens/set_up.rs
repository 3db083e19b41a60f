use super::super::Dispatch;
use super::super::parts::{TextField, back_link, form, problems, radio};
use crate::components::{HeadingSize, paragraph_of, say, screen, screen_heading};
use crate::markup::{Markup, tag, words};
use crate::platform::random;
use crate::words::text;
use assessment::board::LONGEST_ROUND_NAME;
use assessment::board_app::{Field, Message, view};
use assessment::lists::AddEach as _;
use assessment::text::BoardKey;
use leptos::prelude::*;

/// What is laid down before anybody answers; later only its name and the board's size.
pub(super) fn set_up() -> Markup {
    let dispatch: Dispatch = expect_context();
    let now = dispatch.read(view::set_up);
    let (heading, save) = if now.is_told {
        (BoardKey::SetUpChangeHeading, BoardKey::SetUpSaveChange)
    } else {
        (BoardKey::SetUpHeading, BoardKey::SetUpSave)
    };
    let mut fields =
        vec![name(), if now.is_closed { paragraph_of(BoardKey::SetUpSizeClosed) } else { size() }];
    if !now.is_told {
        fields.add_each([role(), threshold()]);
    }
    fields.push(tag("button", "nhsuk-button", [say(save)]).with("type", "submit"));
    screen([
        back_link(),
        problems(),
        screen_heading(HeadingSize::Large, text(heading)),
        form(fields, || Message::RoundSetUp { random: random::number() }),
    ])
}

fn name() -> Markup {
    let mut field = TextField::new(
        Field::Name,
        BoardKey::SetUpNameLabel,
        |model| view::set_up(model).name,
        Message::NameTyped,
    );
    field.hint = text(BoardKey::SetUpNameHint);
    field.longest = LONGEST_ROUND_NAME;
    field.draw()
}

fn size() -> Markup {
    let mut field = TextField::new(
        Field::BoardSize,
        BoardKey::SetUpSizeLabel,
        |model| view::set_up(model).board_size,
        Message::BoardSizeTyped,
    );
    field.hint = text(BoardKey::SetUpSizeHint);
    field.class = "nhsuk-input nhsuk-input--width-4";
    field.draw()
}

fn threshold() -> Markup {
    let mut field = TextField::new(
        Field::Threshold,
        BoardKey::SetUpThresholdLabel,
        |model| view::set_up(model).threshold,
        Message::ThresholdTyped,
    );
    field.hint = text(BoardKey::SetUpThresholdHint);
    field.class = "nhsuk-input nhsuk-input--width-4";
    field.draw()
}

fn role() -> Markup {
    let choice = |number, label, asks: bool| {
        radio(
            "asks-role",
            number,
            label,
            move |model| view::set_up(model).asks_role == asks,
            Message::AsksRoleChosen(asks),
        )
    };
    let legend = tag(
        "legend",
        "nhsuk-fieldset__legend nhsuk-fieldset__legend--s",
        [words(text(BoardKey::SetUpRoleLegend))],
    );
    let hint = tag("div", "nhsuk-hint", [say(BoardKey::SetUpRoleHint)]).with("id", "asks-role-hint");
    let radios = vec![choice(0, BoardKey::SetUpRoleNo, false), choice(1, BoardKey::SetUpRoleYes, true)];
    let radios = tag("div", "nhsuk-radios nhsuk-radios--inline", radios);
    let fieldset =
        tag("fieldset", "nhsuk-fieldset", [legend, hint, radios]).with("aria-describedby", "asks-role-hint");
    tag("div", "nhsuk-form-group", [fieldset])
}
