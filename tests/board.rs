//! A round from the invitation to the paper, and what goes on around it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use assessment::app::Screen;
use assessment::board::{RoundCode, write_marks};
use assessment::board_app::view;
use assessment::document::Block;
use assessment::export;
use browser_tests::board::{
    MEMBERS, NAME, answers_of_member, closed, combining, file_of, given_by_member, open_with, response,
    response_of_member, round, round_key, stored,
};
use browser_tests::content::{STORE, keys, left_on, mixed_answers, played};
use browser_tests::{Key, Role, Site, Visit};
use serde_json::{Value, json};

const COMBINE: &str = "For whoever combines a board’s answers";
const PASS_ON: &str = "Pass on my answers";
const FILES: &str = "Choose response files";
const SINGLE_FILE: &str = "digital-leadership-check.html";
/// The members who answer each question with a click; the others come back to their answers.
const CLICKING: usize = 2;
/// The members who pass on a code; the last hands in a paper response, and the others a file.
const BY_CODE: std::ops::Range<usize> = 6..MEMBERS - 1;

#[test]
fn twelve_members_responses_made_through_the_screens_are_combined_closed_and_printed() {
    let visit = Visit::begin();
    let link = set_a_round_up(&visit);
    let (page, code) = link.split_once("#round=").expect("the link has the code");
    assert_eq!(page, visit.address("/"));

    let (mut files, mut codes) = (Vec::new(), Vec::new());
    let mut members = Visit::to(Site::built());
    for member in 0..MEMBERS - 1 {
        answer_as(&mut members, member, &format!("/#round={code}"));
        members.press(PASS_ON);
        members.see_text(&format!("Round {code}"));
        if BY_CODE.contains(&member) {
            members.press("Copy the code");
            members.see_text("The code is copied.");
            codes.push(text_of(&members, ".slip__code"));
        } else {
            let file = members.download("Download the response as a file");
            files.push(rename(&file, &format!("response-{member}.json")));
        }
    }

    visit.press("Put responses in");
    visit.choose_files(FILES, &files);
    visit.see_text("6 added");
    visit.put_into("Paste codes", &codes.join("\n"));
    visit.press("Add the codes");
    visit.see_text("5 added");
    visit.write("Type a paper response", &write_marks(answers_of_member(MEMBERS - 1)));
    visit.press("Add the paper response");
    visit.see_text("12 responses are in, of 13 members");

    visit.press("Go to the round");
    visit.press("Close the round");
    visit.press("Yes, close the round");
    see_the_picture_of(&visit, code);

    visit.press("Go to the agenda for the talk");
    let before = agenda(&visit);
    visit.press(&format!("Move down {}", before[0]));
    visit.see_that("the first line second", |visit| {
        let now = agenda(visit);
        now[0] == before[1] && now[1] == before[0] && now[2..] == before[2..]
    });

    visit.press("Go to the board paper");
    visit.write("Title", "How we lead");
    visit.write("Meeting", "Board of directors, 14 May");
    visit.write("Purpose", "To talk about it.");
    visit.write("Recommendation", "Note the picture.");
    visit.see_heading("How we lead");
    let model = combining(&visit.local_storage()[&round_key()], "");
    let paper = view::paper(&model).expect("the round is closed");
    let numbers = view::numbers(&model).expect("the round is closed");
    for (button, expected) in [
        ("Download the paper as a page", export::html::write(&paper)),
        ("Download the paper as plain text", export::text::write(&paper)),
        ("Download the numbers as a table", export::csv::write(&numbers)),
    ] {
        assert_eq!(read(&visit.download(button)), expected, "{button}");
    }
    visit.print();
    assert_eq!(visit.logged_errors(), [""; 0]);
    let sent: Vec<_> = visit.requests().into_iter().filter(|request| request.method != "GET").collect();
    assert_eq!(sent, []);
}

/// Sets a round up and answers with the link that invites to it.
#[track_caller]
fn set_a_round_up(visit: &Visit) -> String {
    visit.press(COMBINE);
    visit.press("Set up a round");
    visit.write("A name for the round", NAME);
    visit.write("How many members has the board? (optional)", "13");
    visit.press("Set up the round");
    visit.see_heading("Invite the members");
    let link = text_of(visit, ".board__link");
    visit.press("Go to the round");
    visit.see_text("0 responses are in, of 13 members");
    link
}

/// A member follows the link on a device of their own and comes to the results.
#[track_caller]
fn answer_as(visit: &mut Visit, member: usize, link: &str) {
    visit.forget_everything();
    let given = given_by_member(member);
    if member < CLICKING {
        visit.open(link);
        visit.start_the_check();
        visit.answer_all(&given);
        visit.press("See your results");
    } else {
        visit.open_with(&played(STORE, left_on(Screen::Results, &given)).records, link);
        visit.press("Continue");
    }
    visit.see_heading("Your results");
}

/// What a browser shows of the picture, and the core of the same responses.
#[track_caller]
fn see_the_picture_of(visit: &Visit, code: &str) {
    visit.see_text("How the board sees the eight elements");
    let code = RoundCode::parse(code).expect("a round code");
    let mut expected = round(false);
    expected.draft = {
        let laid_down = assessment::board::Round { code, ..*expected.draft.round() };
        assessment::board::Draft::new(browser_tests::content::questionnaire().clone(), laid_down)
    };
    for member in 0..MEMBERS {
        expected.draft.add(response(code, member, answers_of_member(member)));
    }
    let stored = stored(&closed(expected)).into_values().next().expect("a round");
    let model = combining(&stored, "");
    let picture = view::picture(&model).expect("it is closed");
    visit.run("for (const folded of all('details')) folded.open = true;", []);
    visit.see_text(&picture.responses);
    for way in picture.stands_out {
        visit.see_heading(&way.heading);
        way.titles.iter().for_each(|title| visit.see_text(title));
    }
    let shown = combining(&visit.local_storage()[&round_key()], "");
    assert_eq!(view::numbers(&shown), view::numbers(&model));
    let text = visit.text().expect("a screen");
    for element in picture.elements {
        let told = element.blocks.into_iter().filter_map(|block| match block {
            Block::Paragraph(text) | Block::Heading { text, .. } => Some(text),
            _ => None,
        });
        for told in told.chain([element.title, element.score]) {
            assert!(text.contains(&told), "the picture does not say “{told}”");
        }
    }
}

/// The titles of the agenda's lines.
fn agenda(visit: &Visit) -> Vec<String> {
    let titles =
        "return all('.agenda__line > h2').map((line) => plain(line.textContent).replace(/^\\d+\\. /, ''));";
    serde_json::from_value(visit.run(titles, [])).expect("texts")
}

#[track_caller]
fn text_of(visit: &Visit, selector: &str) -> String {
    visit.see_that(selector, |visit| visit.run("return all(arguments[1]).length;", [selector.into()]) == 1);
    let text = visit.run("return plain(all(arguments[1])[0].textContent);", [selector.into()]);
    text.as_str().expect("a text").to_owned()
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).expect("the file is a text")
}

fn rename(file: &Path, name: &str) -> PathBuf {
    let renamed = file.with_file_name(name);
    fs::rename(file, &renamed).expect("the file can be renamed");
    renamed
}

/// On the screen on which responses come in.
fn collecting_into(stored: &BTreeMap<String, String>) -> Visit {
    let visit = Visit::to(Site::built());
    collect(&visit, stored);
    visit
}

fn collect(visit: &Visit, stored: &BTreeMap<String, String>) {
    visit.open_with(stored, "/");
    visit.press(COMBINE);
    visit.press("Put responses in");
    visit.see_text(FILES);
}

/// Drops files on the place for them, each with the text of one response.
const DROP: &str = "
const dropped = new DataTransfer();
arguments[1].forEach((text, number) => dropped.items.add(new File([text], `${number}.json`)));
const event = new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true, composed: true });
all('.board__drop input')[0].dispatchEvent(event);
";

/// A script for [`Visit::preload`]: 250 files can be read, and with each call of `goOn` as many more as it says.
const WAIT_AFTER: &str = "
const text = Blob.prototype.text;
const waiting = [];
let left = 250;
window.goOn = (more) => {
  left += more;
  for (; left > 0 && waiting.length > 0; left -= 1) waiting.shift()();
};
Blob.prototype.text = async function () {
  if (left > 0) left -= 1; else await new Promise((go) => waiting.push(go));
  return text.call(this);
};
";

#[test]
fn while_a_thousand_files_are_read_other_controls_work_and_stopping_keeps_what_was_read() {
    let visit = Visit::to(Site::built());
    visit.preload(WAIT_AFTER);
    collect(&visit, &stored(&round(false)));
    let files: Vec<String> = (0..1000).map(thousandth).collect();
    visit.run(DROP, [json!(files)]);
    visit.see_text("250 of 1,000 files are read");
    visit.see_that("a bar that tells how far it is", |visit| {
        visit.run("const [bar] = all('progress'); return [bar.value, bar.max];", []) == json!([250, 1000])
    });
    visit.tab_to(Role::TextBox, "Paste codes");
    visit.write("Paste codes", "typed meanwhile");
    visit.see_value(Role::TextBox, "Paste codes", "typed meanwhile");
    enter_back(&visit, "Stop reading");
    visit.see_focus_on(Role::Heading, "Result");
    visit.see_text("You stopped the reading.");
    visit.see_text("250 added");
    visit.run("goOn(1000);", []);
    visit.let_two_frames_pass();
    visit.see_text("250 responses are in, of 13 members");
    visit.press("Go to the round");
    visit.see_text("250 responses are in, of 13 members");
}

#[test]
fn the_button_that_stops_the_reading_keeps_the_focus_as_the_files_are_read() {
    let visit = Visit::to(Site::built());
    visit.preload(WAIT_AFTER);
    collect(&visit, &stored(&round(false)));
    let files: Vec<String> = (0..400).map(thousandth).collect();
    visit.run(DROP, [json!(files)]);
    visit.see_text("250 of 400 files are read");
    visit.tab_to(Role::Button, "Stop reading");
    visit.run("goOn(50);", []);
    visit.see_text("300 of 400 files are read");
    visit.see_focus_on(Role::Button, "Stop reading");
    visit.run("goOn(100);", []);
    visit.see_text("400 added");
    visit.see_nothing(Role::Button, "Stop reading");
    visit.see_focus_on(Role::Heading, "Result");
}

/// A response of somebody else for each number.
fn thousandth(number: usize) -> String {
    file_of(&response(browser_tests::board::code(), number, answers_of_member(number % MEMBERS)))
}

#[test]
fn files_that_are_dropped_come_in_and_do_not_take_the_place_of_the_page() {
    let visit = collecting_into(&stored(&round(false)));
    let files: Vec<String> = (0..3).map(response_of_member).map(|response| file_of(&response)).collect();
    visit.run(DROP, [json!(files)]);
    visit.see_text("3 added");
    let over = "
        const over = new DragEvent('dragover', { dataTransfer: new DataTransfer(), bubbles: true, cancelable: true });
        all('.board__drop')[0].dispatchEvent(over);
        return over.defaultPrevented;";
    assert_eq!(visit.run(over, []), true);
}

#[test]
fn a_reload_at_any_screen_comes_back_to_the_round() {
    let records = stored(&closed(open_with(0..MEMBERS)));
    let ways: [&[&str]; 6] = [
        &["Put responses in"],
        &["Change its name or the board’s size"],
        &["Invite the members"],
        &["See the board’s picture"],
        &["See the board’s picture", "Go to the agenda for the talk"],
        &["See the board’s picture", "Go to the board paper"],
    ];
    let visit = Visit::to(Site::built());
    visit.open_with(&records, "/");
    visit.press(COMBINE);
    for way in ways {
        way.iter().for_each(|button| visit.press(button));
        visit.see_nothing(Role::Button, "Download the round");
        visit.reload();
        visit.see_text("12 responses are in, of 13 members");
        visit.see(Role::Button, "Download the round");
    }
    assert_eq!(visit.local_storage()[&round_key()], records[&round_key()]);
}

#[test]
fn what_one_tab_puts_in_the_other_shows_and_says() {
    let visit = collecting_into(&stored(&open_with(0..5)));
    let first = visit.tab();
    let second = visit.open_tab();
    visit.open("/");
    visit.press(COMBINE);
    visit.see_text("5 responses are in, of 13 members");
    visit.turn_to(&first);
    visit.run(DROP, [json!([file_of(&response_of_member(5))])]);
    visit.see_text("6 responses are in, of 13 members");
    visit.turn_to(&second);
    visit.see_text("6 responses are in, of 13 members");
    visit.see_text("Another tab has changed this round");
    visit.press("Put responses in");
    visit.see_no_text("Another tab has changed this round");
    visit.close(&second);
    visit.turn_to(&first);
}

#[test]
fn downloading_the_round_leaves_the_focus_on_the_button() {
    let visit = Visit::to(Site::built());
    visit.open_with(&stored(&open_with(0..5)), "/");
    visit.press(COMBINE);
    let _ = visit.download("Download the round");
    visit.see_text("The round is in your downloads.");
    visit.see_focus_on(Role::Button, "Download the round");
}

#[test]
fn whoever_combines_can_go_the_whole_way_with_keys_alone() {
    let visit = Visit::begin();
    enter(&visit, COMBINE);
    visit.see_focus_on(Role::Heading, "The board’s picture");
    enter(&visit, "Set up a round");
    visit.see_focus_on(Role::Heading, "Set up a round");
    enter(&visit, "Set up the round");
    visit.see_text("There is a problem");
    enter(&visit, "Enter a name for the round");
    visit.see_focus_on(Role::TextBox, "A name for the round");
    visit.type_keys(NAME);
    visit.press_key(Key::Enter);
    visit.see_focus_on(Role::Heading, "Invite the members");
    enter(&visit, "Copy Invitation");
    visit.see_focus_on(Role::Button, "Copy Invitation");
    enter(&visit, "Go to the round");
    visit.see_focus_on(Role::Heading, "The board’s picture");
    enter(&visit, "Put responses in");
    visit.see_focus_on(Role::Heading, "Put responses in");
    enter(&visit, "Add the codes");
    visit.see_text("There is a problem");
    enter(&visit, "Paste at least one code");
    visit.see_focus_on(Role::TextBox, "Paste codes");
    for member in 0..8 {
        visit.tab_to(Role::TextBox, "Type a paper response");
        visit.type_keys(&write_marks(answers_of_member(member)));
        visit.press_key(Key::Enter);
        visit.see_focus_on(Role::Heading, "Result");
    }
    let first = visit.names(Role::Button).into_iter().find(|name| name.starts_with("Take out "));
    enter(&visit, &first.expect("responses are in"));
    visit.see_focus_on(Role::Heading, "Responses that are in");
    enter(&visit, "Put it back");
    visit.see_focus_on(Role::Heading, "Responses that are in");
    enter(&visit, "Go to the round");
    enter(&visit, "Close the round");
    visit.see_focus_on(Role::Heading, "Close the round?");
    enter(&visit, "Yes, close the round");
    visit.see_focus_on(Role::Heading, "The board’s picture");
    enter(&visit, "Go to the agenda for the talk");
    visit.see_focus_on(Role::Heading, "What to talk about");
    let lines = agenda(&visit);
    enter(&visit, &format!("Move down {}", lines[0]));
    visit.see_focus_on(Role::Heading, &format!("2. {}", lines[0]));
    enter(&visit, &format!("Move down {}", lines[0]));
    visit.see_focus_on(Role::Heading, &format!("3. {}", lines[0]));
    let lines = agenda(&visit);
    enter(&visit, &format!("Drop {}", lines[2]));
    visit.see_focus_on(Role::Heading, &format!("3. {}", lines[3]));
    enter_back(&visit, "Undo");
    visit.see_focus_on(Role::Heading, &format!("3. {}", lines[2]));
    enter(&visit, "Go to the board paper");
    visit.see_focus_on(Role::Heading, "The board paper");
    visit.tab_to(Role::TextBox, "Title");
    visit.type_keys("How we lead");
    visit.see_heading("How we lead");
    visit.see_focus_on(Role::TextBox, "Title");
    enter_back(&visit, "Back");
    visit.see_focus_on(Role::Heading, "The board’s picture");
}

#[test]
fn a_member_can_pass_on_a_response_with_keys_alone() {
    let visit = Visit::begin_after(left_on(Screen::Results, &mixed_answers()));
    enter(&visit, "Continue");
    enter(&visit, PASS_ON);
    visit.see_focus_on(Role::Heading, PASS_ON);
    visit.tab_to(Role::TextBox, "Round code");
    visit.type_keys("K7");
    visit.press_key(Key::Enter);
    visit.see_text("There is a problem");
    visit.tab_to(Role::TextBox, "Round code");
    visit.type_keys("role:K7M2QX");
    visit.see_value(Role::TextBox, "Round code", "role:K7M2QX");
    visit.press_key(Key::Enter);
    visit.see_focus_on(Role::Heading, PASS_ON);
    enter(&visit, "Download the response as a file");
    visit.see_text("There is a problem");
    visit.tab_to(Role::Radio, "Executive director");
    visit.press_key(Key::Space);
    visit.see_focus_on(Role::Radio, "Executive director");
    enter(&visit, "Copy the code");
    visit.see_text("The code is copied.");
    visit.see_focus_on(Role::Button, "Copy the code");
}

#[track_caller]
fn enter(visit: &Visit, name: &str) {
    visit.tab_to(Role::Button, name);
    visit.press_key(Key::Enter);
}

/// The same for a button that comes before where the focus is.
#[track_caller]
fn enter_back(visit: &Visit, name: &str) {
    visit.tab_back_to(Role::Button, name);
    visit.press_key(Key::Enter);
}

#[test]
fn the_single_file_combines_a_round_from_a_folder_and_asks_for_nothing() {
    let visit = Visit::to(Site::built());
    visit.open_from_folder(SINGLE_FILE);
    visit.press(COMBINE);
    visit.press("Set up a round");
    visit.write("A name for the round", NAME);
    visit.press("Set up the round");
    visit.see_heading("Invite the members");
    visit.see_text("Open the digital leadership check on our intranet");
    visit.press("Go to the round");
    visit.press("Put responses in");
    for member in 0..6 {
        visit.write("Type a paper response", &write_marks(answers_of_member(member)));
        visit.press("Add the paper response");
        visit.see_value(Role::TextBox, "Type a paper response", "");
    }
    visit.press("Go to the round");
    visit.press("Close the round");
    visit.press("Yes, close the round");
    visit.press("Go to the board paper");
    assert!(read(&visit.download("Download the paper as a page")).contains("<html"));
    visit.reload();
    visit.see_text("6 responses are in");
    let asked = "return performance.getEntriesByType('resource').map(({ name }) => name);";
    assert_eq!(visit.run(asked, []), json!([]));
    assert_eq!(visit.requests(), []);
    assert_eq!(visit.logged_errors(), [""; 0]);
}

#[test]
fn the_paper_is_printed_whole() {
    let visit = Visit::to(Site::built());
    visit.open_with(&stored(&closed(open_with(0..MEMBERS))), "/");
    visit.press(COMBINE);
    visit.press("See the board’s picture");
    visit.press("Go to the board paper");
    visit.see_text("Every question");
    let pages = visit.printed_pages();
    visit.run("for (const folded of all('details')) folded.open = false;", []);
    assert_eq!(visit.printed_pages(), pages, "what is folded on the screen is printed");
    assert!(pages >= 4, "the paper has {pages} pages");
}

#[test]
fn in_forced_colours_and_on_paper_the_patterns_tell_the_levels_apart() {
    let visit = Visit::to(Site::built());
    visit.open_with(&stored(&closed(open_with(0..MEMBERS))), "/");
    visit.press(COMBINE);
    visit.press("See the board’s picture");
    visit.see_text("How the board sees the eight elements");
    let fills = "
        for (const folded of all('details')) folded.open = true;
        return [...new Set(all('.spread__bar .spread__part').map((part) => getComputedStyle(part).fill))].length;";
    let parts = visit.run(fills, []);
    assert!(parts.as_u64().is_some_and(|parts| parts >= 4), "{parts}");
    for (media, forced) in [("screen", true), ("print", false)] {
        visit.emulate_media(media, forced);
        assert_eq!(visit.run(fills, []), parts, "{media}, forced colours {forced}");
    }
    let look = "
        const part = all('.spread__bar')[0];
        const [ground, dark] = ['.spread__ground', '.spread__ground--dark'].map((name) => getComputedStyle(all(name)[0]).fill);
        return [getComputedStyle(part).printColorAdjust, ground !== dark];";
    assert_eq!(visit.run(look, []), json!(["exact", true]));
    visit.emulate_media("screen", true);
    assert_eq!(visit.run(look, [])[1], Value::Bool(true));
}

#[test]
fn deleting_everything_in_the_check_removes_the_round_and_the_numbers_of_responses() {
    let mut records = played(STORE, left_on(Screen::Results, &mixed_answers())).records;
    records.extend(stored(&open_with(0..5)));
    let visit = Visit::to(Site::built());
    visit.open_with(&records, "/");
    visit.press("Continue");
    visit.press(PASS_ON);
    visit.write("Round code", "K7M2QX");
    visit.press("Continue");
    visit.press("Copy the code");
    visit.see_text("The code is copied.");
    let ids = keys().board_responses();
    visit.see_that("the number of the response kept", |visit| visit.local_storage().contains_key(&ids));
    visit.press("Back");
    visit.press("Finish and clear my answers");
    visit.see_text("What the board’s part keeps here is deleted too");
    visit.press("Yes, delete everything");
    visit.see_text("Your answers have been deleted.");
    for key in [round_key(), ids] {
        assert!(!visit.local_storage().contains_key(&key), "{key}");
        visit.see_that("nothing of it in the mirror", |visit| !visit.mirrored().contains_key(&key));
    }
}

#[test]
fn the_attribute_and_the_fragment_bring_the_round_along() {
    let records = played(STORE, left_on(Screen::Results, &mixed_answers())).records;
    let page = "<digital-leadership-check round=\"role:K7M-2QX\"></digital-leadership-check>";
    let visit = Visit::to(Site::with_page("board.html", page));
    visit.open_with(&records, "/board.html");
    visit.press("Continue");
    visit.see_text("Your board has asked you to pass on your answers.");
    visit.press(PASS_ON);
    visit.see_text("Round K7M-2QX");
    visit.see_text("Which are you?");
    visit.open("/#round=K7M-2QX");
    visit.press("Continue");
    visit.see_text("Your board has asked you to pass on your answers.");
    visit.press(PASS_ON);
    visit.see_text("Round K7M-2QX");
    visit.see_no_text("Which are you?");
}
