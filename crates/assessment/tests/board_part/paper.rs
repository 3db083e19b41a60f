//! The picture, the paper for the board, and what is downloaded of them.

use crate::device::{Device, Part, copied, downloaded, response_of, said};
use assessment::board::{Role, write_response};
use assessment::board_app::view::{self, PictureView};
use assessment::board_app::{Copied, Effect, FileKind, Message, PrintPart, Screen};
use assessment::document::{Block, Document};
use assessment::export;
use assessment::text::BoardKey;

fn closed(is_rehearsal: bool) -> Part {
    let mut part = Part::combine(&Device::new());
    if is_rehearsal {
        part.send(Message::RehearsalAsked);
    } else {
        part.set_up(false);
        part.load(0..8, "0124");
        part.close();
    }
    part
}

const WAYS: [(Message, FileKind); 3] = [
    (Message::PaperDownloadAsked, FileKind::Paper),
    (Message::TextDownloadAsked, FileKind::Text),
    (Message::TableDownloadAsked, FileKind::Table),
];

/// The page, the plain text and the table.
fn exports(part: &mut Part) -> [String; 3] {
    WAYS.map(|(message, kind)| downloaded(&part.send(message), kind).expect("a download"))
}

fn picture(part: &Part) -> PictureView {
    view::picture(&part.model).expect("a picture")
}

fn paper(part: &Part) -> Document {
    view::paper(&part.model).expect("a picture")
}

fn first_lines(is_rehearsal: bool) -> Vec<String> {
    let mut lines = vec![said(BoardKey::NotAnAudit, &[])];
    lines.extend(is_rehearsal.then(|| said(BoardKey::RehearsalNotice, &[])));
    lines
}

#[test]
fn everything_begins_with_what_it_is_not_and_with_whether_it_is_made_up() {
    for is_rehearsal in [false, true] {
        let mut part = closed(is_rehearsal);
        let first = first_lines(is_rehearsal);
        assert_eq!(picture(&part).first_lines, first);
        let strong: Vec<Block> = first.iter().cloned().map(Block::Strong).collect();
        let paper = paper(&part);
        assert_eq!(paper.blocks[..first.len()], strong);
        assert!(!matches!(paper.blocks[first.len()], Block::Strong(_)));
        assert_eq!(view::conversation(&part.model).expect("a picture").first_lines, first);
        let title = view::paper(&part.model).expect("a paper").title;
        let [html, text, table] = exports(&mut part);
        let below_title = text.split_once("=\n\n").expect("a title").1;
        assert!(text.starts_with(&title) && below_title.starts_with(&(first.join("\n\n") + "\n")), "{text}");
        let after_title = html.split_once("</h1>").expect("a title").1;
        let mut words =
            after_title.split('<').filter_map(|rest| rest.split_once('>')).map(|(_, text)| text.trim());
        for line in &first {
            assert_eq!(words.find(|words| !words.is_empty()), Some(line.as_str()));
        }
        let mut rows = table.trim_start_matches('\u{feff}').split("\r\n");
        for line in &first {
            assert_eq!(rows.next().map(|row| row.trim_end_matches(',')), Some(line.as_str()));
        }
        assert!(rows.next().is_some_and(|row| row.starts_with("csv.element,")));
    }
}

#[test]
fn what_is_downloaded_is_what_is_shown() {
    for is_rehearsal in [false, true] {
        let mut part = closed(is_rehearsal);
        let paper = view::paper(&part.model).expect("a paper");
        let numbers = view::numbers(&part.model).expect("a table");
        let written =
            [export::html::write(&paper), export::text::write(&paper), export::csv::write(&numbers)];
        assert_eq!(exports(&mut part), written);
    }
}

#[test]
fn what_stands_out_is_named_with_its_element() {
    let part = closed(false);
    let found: Vec<Vec<String>> = picture(&part).stands_out.into_iter().map(|way| way.titles).collect();
    let named = |title: &str, element| said(BoardKey::StandsOutTitle, &[title, element]);
    // Everybody chose 0, 1, 2 and 4.
    assert_eq!(found[0], [named("Title 1 1", "Element 1")]);
    assert_eq!(found[1], [named("Title 0 0", "Element 0"), named("Title 0 1", "Element 0")]);
    assert!(found[2].is_empty() && found[3].is_empty());
}

/// What stands in the place of the scores of two elements: in the chart, the table and beside each, and why.
fn without_scores(part: &Part) -> Vec<[Option<String>; 4]> {
    let picture = picture(part);
    let Some(Block::Profile(profile)) = picture.profile.into_iter().nth(1) else { panic!("a profile") };
    let lines = profile.lines.into_iter().zip(profile.table.rows).zip(picture.elements);
    lines
        .map(|((line, row), element)| {
            let why = match element.blocks.into_iter().next() {
                Some(Block::Paragraph(why)) => Some(why),
                _ => None,
            };
            [Some(line.words), row.into_iter().nth(1), Some(element.score), why]
        })
        .collect()
}

#[test]
fn what_is_held_back_is_not_told_as_not_known() {
    let mut part = Part::combine(&Device::new());
    part.set_up(false);
    // Six know both questions of the first element, of which the levels are put together; of the second too few
    // know either.
    part.load(0..6, "01??");
    part.close();
    let held_back = Some(said(BoardKey::ElementProtected, &[]));
    let not_known = Some(said(BoardKey::ElementTooLittle, &[]));
    let why = said(BoardKey::ElementProtectedReason, &["2", "2"]);
    let expected = [
        [held_back.clone(), held_back.clone(), held_back, Some(why.clone())],
        [not_known.clone(), not_known.clone(), not_known, None],
    ];
    assert_eq!(without_scores(&part), expected);
    let paper = paper(&part);
    let told = paper.blocks.iter().position(|block| *block == Block::Paragraph(why.clone()));
    let Some(Block::Table(table)) = told.and_then(|place| paper.blocks.get(place - 1)) else {
        panic!("it stands below a table")
    };
    assert_eq!(table.caption, "Element 0");
    let [html, text, _] = exports(&mut part);
    for export in [html, text] {
        assert_eq!(export.matches("element.protected_reason").count(), 1);
    }
}

#[test]
fn what_the_roles_hold_back_is_told_although_everybody_has_answered() {
    let mut part = Part::combine(&Device::new());
    part.set_up(true);
    for (ids, role) in [(0..6, Role::Executive), (6..13, Role::NonExecutive)] {
        for id in ids {
            part.read_files(&[&write_response(&response_of(id, Some(role), "0123"))]);
        }
    }
    part.close();
    let held_back = Some(said(BoardKey::ElementProtected, &[]));
    let why = Some(said(BoardKey::ElementProtectedReason, &["2", "2"]));
    let both = [held_back.clone(), held_back.clone(), held_back, why];
    assert_eq!(without_scores(&part), [both.clone(), both]);
}

#[test]
fn what_is_typed_appears_in_the_paper_and_its_exports() {
    let mut part = closed(false);
    part.send(Message::PaperTitleTyped("My title".into()));
    part.send(Message::MeetingTyped("In May".into()));
    part.send(Message::PurposeTyped("To discuss".into()));
    part.send(Message::RecommendationTyped("Agree on\ntwo subjects".into()));
    let paper = view::paper(&part.model).expect("a paper");
    assert_eq!(paper.title, "My title");
    let told = format!("{:?}", paper.blocks);
    for typed in ["In May", "To discuss", "Agree on\\ntwo subjects", "Sample trust"] {
        assert!(told.contains(typed), "{typed}");
    }
    let [html, text, _] = exports(&mut part);
    for typed in ["My title", "In May", "To discuss", "two subjects", "Sample trust"] {
        assert!(html.contains(typed) && text.contains(typed), "{typed}");
    }
}

#[test]
fn what_is_not_typed_has_no_heading_and_the_title_is_ready() {
    let mut part = closed(false);
    part.send(Message::PurposeTyped("  \n".into()));
    let paper = view::paper(&part.model).expect("a paper");
    assert_eq!(paper.title, said(BoardKey::PaperTitle, &[]));
    let told = format!("{:?}", paper.blocks);
    for key in [BoardKey::PaperPurpose, BoardKey::PaperRecommendation, BoardKey::PaperMeeting] {
        assert!(!told.contains(&format!("\"{}\"", said(key, &[]))), "{key:?}");
    }
}

#[test]
fn the_front_and_the_rest_are_the_whole_paper() {
    let part = closed(true);
    let mut blocks = view::paper_front(&part.model).expect("a front").blocks;
    blocks.extend(view::paper_rest(&part.model).expect("a rest"));
    assert_eq!(view::paper(&part.model).expect("a paper").blocks, blocks);
}

#[test]
fn what_is_typed_is_escaped_where_it_could_be_run() {
    let mut part = closed(false);
    part.send(Message::PaperTitleTyped("<script>1</script>".into()));
    part.send(Message::PurposeTyped("<img src=x>".into()));
    let [html, _, _] = exports(&mut part);
    assert!(!html.contains("<script>1") && !html.contains("<img"));
}

#[test]
fn the_copied_text_is_the_downloaded_one() {
    let mut part = closed(false);
    let [_, text, _] = exports(&mut part);
    let effects = part.send(Message::TextCopyAsked(Copied::Paper));
    assert_eq!(copied(&effects), Some(text.as_str()));
    part.send(Message::CopyEnded { what: Copied::Paper, is_copied: true });
    assert_eq!(view::paper_copied(&part.model), Some((Copied::Paper, true)));
    part.ask(Screen::Picture);
    assert_eq!(view::paper_copied(&part.model), None);
}

#[test]
fn without_a_picture_there_is_nothing_to_export() {
    let mut part = Part::combine(&Device::new());
    for is_set_up in [false, true] {
        if is_set_up {
            part.set_up(false);
            part.load(0..8, "0124");
        }
        for (message, _) in WAYS {
            assert_eq!(part.send(message), []);
        }
        assert_eq!(part.send(Message::TextCopyAsked(Copied::Paper)), []);
        assert_eq!(view::picture(&part.model), None);
        assert_eq!(view::paper(&part.model), None);
        assert_eq!(view::paper_front(&part.model), None);
        assert_eq!(view::paper_rest(&part.model), None);
        assert_eq!(view::numbers(&part.model), None);
        assert_eq!(view::conversation(&part.model), None);
    }
}

#[test]
fn no_export_has_the_code_of_the_round_its_name_or_a_number_of_a_response() {
    let mut part = closed(false);
    let stored = part.download();
    let [html, text, table] = exports(&mut part);
    for document in [format!("{:?}", picture(&part)), format!("{:?}", paper(&part)), html, text, table] {
        for hidden in ["000-02D", "Spring", "000000000003"] {
            assert!(stored.contains(hidden) && !document.contains(hidden), "{hidden}");
        }
    }
}

#[test]
fn what_is_on_the_screen_can_be_printed() {
    let mut part = closed(false);
    assert_eq!(part.send(Message::PrintAsked), [Effect::Print(PrintPart::Document)]);
}

#[test]
fn a_made_up_picture_is_marked_even_on_another_device() {
    let mut rehearsal = closed(true);
    let mut part = Part::combine(&Device::new());
    part.open_file(&rehearsal.download());
    assert!(part.model.is_rehearsal());
    assert_eq!(picture(&part), picture(&rehearsal));
    assert_eq!(paper(&part), paper(&rehearsal));
}
