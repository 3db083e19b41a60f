use super::super::Dispatch;
use super::super::parts::{TextField, announced, back_link, blocks_at, folded, not_printed, patterns};
use crate::components::{
    HeadingSize, Look, button, button_row, heading, paragraph_of, screen, screen_heading, section_heading,
};
use crate::markup::{Markup, live, nothing, tag};
use crate::words::text;
use assessment::board::{LONGEST_MEETING, LONGEST_PAPER_TITLE, LONGEST_PURPOSE, LONGEST_RECOMMENDATION};
use assessment::board_app::{Copied, Message, Model, view};
use assessment::document::{Block, Document};
use assessment::lists::Listed as _;
use assessment::text::BoardKey;
use leptos::prelude::*;

/// The paper for the board: what is typed, the ways to take it away, and the paper itself.
pub(super) fn paper() -> Markup {
    let dispatch: Dispatch = expect_context();
    let copied = dispatch.project(view::paper_copied);
    screen([
        back_link(),
        patterns(),
        not_printed([
            screen_heading(HeadingSize::Large, text(BoardKey::PaperHeading)),
            paragraph_of(BoardKey::PaperLead),
            typed(),
            section_heading(BoardKey::PaperWaysHeading),
        ]),
        button_row([
            button(Look::Primary, text(BoardKey::Print), Message::PrintAsked),
            button(Look::Secondary, text(BoardKey::PaperHtml), Message::PaperDownloadAsked),
            button(Look::Secondary, text(BoardKey::PaperTable), Message::TableDownloadAsked),
            button(Look::Secondary, text(BoardKey::PaperText), Message::TextDownloadAsked),
            button(Look::Secondary, text(BoardKey::PaperCopyText), Message::TextCopyAsked(Copied::Paper)),
        ]),
        announced(move || {
            let (_, is_copied) = copied.get()?;
            Some(text(if is_copied { BoardKey::PaperCopied } else { BoardKey::PaperNotCopied }))
        }),
        not_printed([paragraph_of(BoardKey::PaperWaysHint)]),
        preview(),
    ])
}

fn typed() -> Markup {
    let field = |name, label, lines, longest, value, typed| {
        let (hint, class) = (String::new(), "nhsuk-input");
        TextField { name, field: None, label, hint, lines, class, value, typed, longest }
    };
    let title: fn(&Model) -> String = |model| view::paper_words(model).title;
    let meeting: fn(&Model) -> String = |model| view::paper_words(model).meeting;
    let purpose: fn(&Model) -> String = |model| view::paper_words(model).purpose;
    let recommendation: fn(&Model) -> String = |model| view::paper_words(model).recommendation;
    let mut meeting = field(
        "paper-meeting",
        BoardKey::PaperMeetingLabel,
        1,
        LONGEST_MEETING,
        meeting,
        Message::MeetingTyped as fn(String) -> Message,
    );
    meeting.hint = text(BoardKey::PaperMeetingHint);
    let fields = vec![
        field(
            "paper-title",
            BoardKey::PaperTitleLabel,
            1,
            LONGEST_PAPER_TITLE,
            title,
            Message::PaperTitleTyped,
        ),
        meeting,
        field(
            "paper-purpose",
            BoardKey::PaperPurposeLabel,
            3,
            LONGEST_PURPOSE,
            purpose,
            Message::PurposeTyped,
        ),
        field(
            "paper-recommendation",
            BoardKey::PaperRecommendationLabel,
            3,
            LONGEST_RECOMMENDATION,
            recommendation,
            Message::RecommendationTyped,
        ),
    ];
    tag("div", "board__form", fields.into_iter().map(TextField::draw).listed())
}

/// What is typed changes its front alone, so that the rest is not drawn again at each key.
fn preview() -> Markup {
    let dispatch: Dispatch = expect_context();
    let front = dispatch.project(view::paper_front);
    let rest = dispatch.project(view::paper_rest);
    let paper = vec![
        live(move || front.get().map_or_else(nothing, draw_front)),
        live(move || rest.get().map_or_else(nothing, |rest: Vec<Block>| blocks_at(rest, 1))),
    ];
    let preview = folded(text(BoardKey::PaperPreview), vec![tag("article", "board-document", paper)])
        .with("data-open-in-print", "")
        .with("open", "");
    tag("div", "paper-preview", [preview])
}

fn draw_front(front: Document) -> Markup {
    tag("div", "", [heading(2, HeadingSize::Large, front.title), blocks_at(front.blocks, 1)])
}
