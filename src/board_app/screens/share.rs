use super::super::Dispatch;
use super::super::parts::{
    TextField, announced, back_link, facts, folded, form, problems, role_radios, trust_name,
};
use crate::components::{
    HeadingSize, Look, button, button_row, cell, header_cell, link_button, paragraph_of, say, screen,
    screen_heading, scrolling_table, section_heading, table_line,
};
use crate::markup::{Markup, list, live, nothing, paragraph, tag, words};
use crate::platform::random;
use crate::words::{fill, text};
use assessment::board_app::view::{self, ShareView, SharedView};
use assessment::board_app::{Field, Message, Model, PassedOn};
use assessment::lists::{AddEach as _, Listed as _};
use assessment::text::BoardKey;
use leptos::prelude::*;

/// What a member passes on, and the ways to do it.
pub(super) fn share() -> Markup {
    let dispatch: Dispatch = expect_context();
    let step = dispatch.project(|model| Step::of(&view::share(model)));
    screen([
        back_link(),
        problems(),
        tag(
            "div",
            "board__not-on-slip",
            [trust_name(), screen_heading(HeadingSize::Large, text(BoardKey::ShareHeading))],
        ),
        live(move || match step.get() {
            Step::NothingAnswered => paragraph_of(BoardKey::ShareNothingAnswered),
            Step::RoundCode => round_code(),
            Step::Ready { .. } => ready(),
        }),
    ])
}

/// What of the screen is drawn afresh when it changes. Choosing the role changes none of it, so that the focus
/// stays.
#[derive(Clone, PartialEq, Eq)]
enum Step {
    NothingAnswered,
    RoundCode,
    Ready { asks_role: bool },
}

impl Step {
    fn of(view: &ShareView) -> Self {
        match view {
            ShareView::NothingAnswered => Step::NothingAnswered,
            ShareView::RoundCode { .. } => Step::RoundCode,
            ShareView::Ready(shared) => Step::Ready { asks_role: shared.asks_role },
        }
    }
}

fn round_code() -> Markup {
    let typed = |model: &Model| match view::share(model) {
        ShareView::RoundCode { typed } => typed,
        _ => String::new(),
    };
    let mut field =
        TextField::new(Field::RoundCode, BoardKey::ShareCodeLabel, typed, Message::RoundCodeTyped);
    field.hint = text(BoardKey::ShareCodeHint);
    field.class = "nhsuk-input nhsuk-input--width-10";
    let submit = tag("button", "nhsuk-button", [say(BoardKey::ShareCodeContinue)]).with("type", "submit");
    let form = form(vec![field.draw(), submit], || Message::RoundCodeGiven { random: random::number() });
    tag("div", "", [paragraph_of(BoardKey::ShareLead), form])
}

fn shared(model: &Model) -> Option<SharedView> {
    match view::share(model) {
        ShareView::Ready(shared) => Some(shared),
        _ => None,
    }
}

fn ready() -> Markup {
    let dispatch: Dispatch = expect_context();
    let Some(now) = dispatch.read(shared) else { return nothing() };
    let mut children = vec![paragraph_of(BoardKey::ShareLead)];
    if now.asks_role {
        children.push(role_radios(
            Field::Role,
            BoardKey::ShareRoleLegend,
            Some(BoardKey::ShareRoleHint),
            |model| shared(model).and_then(|shared| shared.role),
            Message::RoleChosen,
        ));
    }
    children.add_each(contents(now));
    children.add_each(warning());
    let mut ways = vec![tag("div", "board__not-on-slip", children)];
    ways.add_each(self::ways());
    tag("div", "", ways)
}

fn contents(now: SharedView) -> [Markup; 5] {
    let dispatch: Dispatch = expect_context();
    let told = dispatch.project(|model| shared(model).map(|shared| shared.facts));
    let answers = now
        .answers
        .into_iter()
        .map(|(question, answer)| table_line([header_cell("row", question), cell(answer)]));
    let name = text(BoardKey::ShareAnswers);
    let head = [BoardKey::ShareAnswersQuestion, BoardKey::ShareAnswersAnswer]
        .map(|key| header_cell("col", text(key)));
    let table = scrolling_table(&name, head.into(), answers.listed());
    [
        section_heading(BoardKey::ShareHoldsHeading),
        paragraph_of(BoardKey::ShareHoldsLead),
        live(move || told.get().map_or_else(nothing, facts)),
        paragraph(now.progress),
        folded(name, vec![table]),
    ]
}

fn warning() -> [Markup; 2] {
    let lines = [
        BoardKey::ShareWarningCombiner,
        BoardKey::ShareWarningWay,
        BoardKey::ShareWarningAlike,
        BoardKey::ShareWarningFoi,
        BoardKey::ShareWarningOnce,
    ];
    let lines = list("nhsuk-list nhsuk-list--bullet", lines.map(say).into());
    [section_heading(BoardKey::ShareWarningHeading), tag("div", "nhsuk-inset-text", [lines])]
}

fn ways() -> Vec<Markup> {
    let dispatch: Dispatch = expect_context();
    let code = dispatch.project(|model| shared(model).map(|shared| (shared.code, shared.is_too_long)));
    let passed_on = dispatch.project(|model| shared(model).and_then(|shared| shared.passed_on));
    // Each is told beside its buttons, so that it is seen.
    let told = move |is_file: bool| {
        let told = move || {
            let told = passed_on.get().filter(|way| (*way == PassedOn::Downloaded) == is_file);
            told.map(in_words)
        };
        tag("div", "board__not-on-slip", [announced(told)])
    };
    vec![
        tag("div", "board__not-on-slip", [section_heading(BoardKey::ShareWaysHeading)]),
        button_row([button(Look::Primary, text(BoardKey::ShareDownload), Message::ResponseFileAsked)]),
        told(true),
        live(move || match code.get() {
            Some((Some(code), _)) => as_code(code),
            Some((None, true)) => paragraph_of(BoardKey::ShareTooLong),
            _ => paragraph_of(BoardKey::ShareCodeAfterRole),
        }),
        told(false),
        tag("p", "", [link_button(text(BoardKey::ShareOtherRound), Message::OtherRoundAsked)]),
    ]
}

/// The code on a slip that can be printed alone.
fn as_code(code: String) -> Markup {
    let dispatch: Dispatch = expect_context();
    let round = dispatch.read(|model| shared(model).map(|shared| shared.round)).unwrap_or_default();
    let slip = vec![
        tag("p", "slip__heading", [words(fill(BoardKey::SlipHeading, &[("code", &round)]))]),
        tag("p", "slip__code", [words(code)]),
        tag("p", "slip__lead", [say(BoardKey::SlipLead)]),
    ];
    tag(
        "div",
        "",
        [
            tag("div", "board__not-on-slip", [section_heading(BoardKey::ShareCodeHeading)]),
            tag("div", "slip", slip),
            tag("div", "board__not-on-slip", [paragraph_of(BoardKey::SharePrintHint)]),
            button_row([
                button(Look::Secondary, text(BoardKey::ShareCopy), Message::ResponseCodeAsked),
                button(Look::Secondary, text(BoardKey::SharePrint), Message::SlipAsked),
            ]),
        ],
    )
}

fn in_words(passed_on: PassedOn) -> String {
    text(match passed_on {
        PassedOn::Downloaded => BoardKey::ShareDownloaded,
        PassedOn::Copied => BoardKey::ShareCopied,
        PassedOn::NotCopied => BoardKey::ShareNotCopied,
        PassedOn::Printed => BoardKey::SharePrinted,
    })
}
