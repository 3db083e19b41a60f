//! The board's part: a program of its own, which the check brings when the page is idle.

use browser_tests::{Role, Site, Visit};

const DOOR: &str = "For whoever combines a board’s answers";
const HEADING: &str = "The board’s picture";

#[test]
fn it_opens_with_the_focus_on_its_heading_and_back_returns() {
    let visit = Visit::begin();
    visit.wait_for_board_part();
    visit.press(DOOR);
    visit.see_heading(HEADING);
    visit.see_that("the focus on its heading", |visit| {
        let script = "return root.querySelector('[data-room]').contains(root.activeElement);";
        visit.run(script, []) == true
    });
    visit.press("Back");
    visit.see(Role::Button, "Answer all the questions");
    assert_eq!(visit.logged_errors(), [""; 0]);
}

#[test]
fn a_reload_leads_there_again() {
    let visit = Visit::begin();
    visit.press(DOOR);
    visit.see_heading(HEADING);
    visit.reload();
    visit.see_heading(HEADING);
    visit.see_title("The board’s picture – Digital leadership check");
}

#[test]
fn where_a_file_of_it_is_missing_that_is_told_and_the_check_goes_on() {
    for file in ["js", "css", "wasm"] {
        let visit = Visit::to(Site::built().without(&format!("digital-leadership-check-board.{file}")));
        visit.open("/");
        visit.press(DOOR);
        visit.see_text("This part could not be loaded. Your answers are safe.");
        visit.press("Try again");
        visit.see_text("This part could not be loaded. Your answers are safe.");
        visit.press("Back");
        visit.start_the_check();
    }
}

#[test]
fn when_its_program_stops_its_room_says_so_and_the_check_goes_on() {
    let page = "<digital-leadership-check trust-name=\"stop: board\"></digital-leadership-check>";
    let visit = Visit::to(Site::that_stops().and_page("stopping.html", page));
    visit.open("/stopping.html");
    visit.press(DOOR);
    visit.see_heading(HEADING);
    visit.press("Back");
    visit.see_heading("Something went wrong");
    visit.see(Role::Link, "Load the page again");
    visit.press("Back");
    visit.start_the_check();
}
