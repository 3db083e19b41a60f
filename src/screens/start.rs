use crate::app::Dispatch;
use crate::components::{
    HeadingSize, Look, asked, button, button_row, link_button, link_list, notice, paragraph_of, say, screen,
    screen_heading, section_heading, trust_name,
};
use crate::markup::{Markup, list, live, nothing, strong_paragraph, tag, words};
use crate::platform::board_part;
use crate::projection::Projection;
use crate::words::text;
use assessment::app::view::{self, StartView};
use assessment::app::{Keeping, Message, Screen};
use assessment::lists::Listed as _;
use assessment::text::Key;
use leptos::prelude::*;

/// Tells the static first screen's script which of its choices this is (`src/element/first-choices.js`).
const CHOICE: &str = "data-choice";

/// What this is, and the ways in.
pub(super) fn start() -> Markup {
    let dispatch: Dispatch = expect_context();
    let start = dispatch.project(view::start);
    let title = dispatch.read(|model| model.questionnaire().title().to_owned());
    let first = start.get_untracked();
    screen([
        live(move || start.with(|start| if start.is_deleted { deleted(start.keeping) } else { nothing() })),
        trust_name(),
        asked(screen_heading(HeadingSize::ExtraLarge, title)),
        tag("p", "nhsuk-body-l", [say(Key::StartLead)]),
        list(
            "start__facts",
            vec![words(first.time), live(move || words(text(privacy(start.with(|start| start.keeping)))))],
        ),
        live(move || ways_in(start.get())),
        keeping_choice(start),
        section_heading(Key::StartWhatHeading),
        list("nhsuk-list", [Key::StartWhat1, Key::StartWhat2, Key::StartWhat3].into_iter().map(say).listed()),
        section_heading(Key::StartNotHeading),
        paragraph_of(Key::StartNotTest),
        paragraph_of(Key::StartNotCure),
        link_list(further()),
    ])
}

fn further() -> Vec<Markup> {
    let lead =
        |choice, label, screen| link_button(text(label), Message::ScreenAsked(screen)).with(CHOICE, choice);
    let mut links =
        vec![lead("data", Key::StartData, Screen::YourData), lead("about", Key::StartAbout, Screen::About)];
    if board_part::is_there() {
        links.push(lead("combine", Key::StartCombine, Screen::Combine));
    }
    links
}

fn privacy(keeping: Keeping) -> Key {
    match keeping {
        Keeping::Device => Key::StartPrivate,
        Keeping::Tab => Key::StartPrivateInTab,
        Keeping::MemoryByChoice | Keeping::MemoryByPage => Key::StartNotKept,
        Keeping::MemoryByForce => Key::StartBlocked,
    }
}

fn deleted(keeping: Keeping) -> Markup {
    let done = if keeping.is_stored() { Key::StartDeleted } else { Key::StartCleared };
    notice("notice notice--done", Some(Key::StartDeletedHeading), done).with("role", "status")
}

fn ways_in(start: StartView) -> Markup {
    let all = |way: Markup| way.with(CHOICE, "all");
    let one = button(Look::Secondary, text(Key::StartOne), Message::ScreenAsked(Screen::Tasks));
    let one = one.with(CHOICE, "one");
    let children = match start.progress {
        Some(progress) => vec![
            strong_paragraph(progress),
            button_row([all(button(Look::Primary, text(Key::StartContinue), Message::ResumeAsked)), one]),
            link_list([
                link_button(text(Key::StartSeeResults), Message::ScreenAsked(Screen::Results)),
                link_button(text(Key::StartDelete), Message::ScreenAsked(Screen::Delete)),
            ]),
        ],
        None => vec![
            button_row([all(button(Look::Primary, text(Key::StartAll), Message::AllElementsChosen)), one]),
            tag("p", "nhsuk-body-s start__one", [words(start.time_for_one)]),
        ],
    };
    tag("div", "", children)
}

/// "Do not keep my answers on this device", while that can still be chosen.
fn keeping_choice(start: Projection<StartView>) -> Markup {
    let dispatch: Dispatch = expect_context();
    if !start.with_untracked(|start| start.may_change_keeping) {
        return nothing();
    }
    let checkbox = tag("input", "nhsuk-checkboxes__input", [])
        .with("type", "checkbox")
        .with("id", "do-not-keep")
        .with(CHOICE, "do-not-keep")
        .with("aria-describedby", "do-not-keep-hint")
        .with_checked(move || start.with(|start| start.keeping == Keeping::MemoryByChoice))
        .on("change", move |event| dispatch.send(Message::KeepingChanged(!event_target_checked(&event))));
    let label = tag("label", "nhsuk-label nhsuk-checkboxes__label", [say(Key::StartDoNotKeep)]);
    let hint = tag("div", "nhsuk-hint nhsuk-checkboxes__hint", [say(Key::StartDoNotKeepHint)]);
    let item = vec![checkbox, label.with("for", "do-not-keep"), hint.with("id", "do-not-keep-hint")];
    let item = tag("div", "nhsuk-checkboxes__item", item);
    tag("div", "nhsuk-form-group", [tag("div", "nhsuk-checkboxes nhsuk-checkboxes--small", [item])])
}
