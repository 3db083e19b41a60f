//! The whole check as one file that is opened from a folder, with no server.

use browser_tests::content::{
    element_title, first_screen_words, indicator, level, mixed_answers, own_questionnaire, question, wording,
};
use browser_tests::faults::{BLOCK_STORAGE, NO_WEBASSEMBLY};
use browser_tests::{Role, Site, Visit};
use serde_json::json;

const FILE: &str = "digital-leadership-check.html";

/// A person who has opened the file, in a browser that keeps nothing of it yet.
fn begin() -> Visit {
    let visit = Visit::to(Site::built());
    visit.open_from_folder(FILE);
    visit
}

#[test]
fn the_whole_check_runs_from_a_folder() {
    let visit = begin();
    visit.start_the_check();
    visit.answer_all(&mixed_answers());
    visit.press("See your results");
    visit.see_heading("Your results");
    visit.unfold(element_title(1));
    visit.see_text("How the score comes about");
}

/// A person who opens the file after somebody has put this questionnaire into it.
fn begin_with(questionnaire: &str) -> Visit {
    const TAG: &str = "<script type=\"application/json\" data-part=\"questionnaire\">";
    let put_in = |page: String| page.replacen(TAG, &format!("{TAG}{questionnaire}"), 1);
    let visit = Visit::to(Site::built().with_changed(FILE, put_in));
    visit.open_from_folder(FILE);
    visit
}

#[test]
fn it_asks_the_questions_that_somebody_puts_into_it() {
    let visit = begin_with(&own_questionnaire(3).to_string());
    visit.see_heading("Our own questions");
    visit.press("Answer all the questions");
    visit.choose("Always, says number 1.");
    visit.press("Continue");
    visit.see_heading("Is it so 2?");
}

#[test]
fn it_tells_what_is_wrong_with_questions_that_somebody_puts_into_it() {
    let visit = begin_with(&own_questionnaire(3).to_string().replace("\"levels\":3", "\"levels\":9"));
    visit.see_heading("The questionnaire cannot be shown");
    visit.see_text("levels: found 9, expected a whole number from 3 to 7");
    assert!(!visit.has(Role::Button, "Answer all the questions"));
}

#[test]
fn a_reload_keeps_answers_and_place() {
    let visit = begin();
    visit.start_the_check();
    visit.answer((indicator(1), level(3)));
    visit.see_question(2);
    visit.reload();
    visit.see_question(2);
    visit.press("Back");
    visit.see_chosen(wording((indicator(1), level(3))));
}

#[test]
fn back_leads_to_the_question_before() {
    let visit = begin();
    visit.start_the_check();
    visit.answer((indicator(1), level(3)));
    visit.see_question(2);
    visit.go_back();
    visit.see_question(1);
    visit.see_title("Question 1 of 32 – Digital leadership check");
}

#[test]
fn it_asks_for_nothing_and_keeps_to_its_policy() {
    let visit = Visit::to(Site::built());
    visit.preload(
        "window.breaches = [];
         addEventListener('securitypolicyviolation', ({ violatedDirective }) => breaches.push(violatedDirective));",
    );
    visit.open_from_folder(FILE);
    visit.start_the_check();
    visit.answer((indicator(1), level(3)));
    visit.see_question(2);
    visit.press("Back");
    visit.press("Back");
    visit.press("For whoever combines a board’s answers");
    visit.see_heading("The board’s picture");
    visit.press("Back");
    visit.press("Your data");
    let _ = visit.download("Download a copy");
    visit.print();
    assert_eq!(visit.run("return window.breaches;", []), json!([]));
    assert_eq!(
        visit.run("return performance.getEntriesByType('resource').map(({ name }) => name);", []),
        json!([])
    );
    assert_eq!(visit.requests(), []);
    assert_eq!(visit.logged_errors(), [""; 0]);
}

#[test]
fn its_policy_forbids_every_request() {
    let visit = begin();
    let asked = visit.address("/index.html");
    let script = "
        const [, address, done] = arguments;
        fetch(address).then(() => done('it was let through'), () => done('refused'));";
    assert_eq!(visit.run_until_it_answers(script, [json!(asked)]), json!("refused"));
    assert_eq!(visit.requests(), []);
}

#[test]
fn where_the_browser_keeps_nothing_for_files_it_says_so() {
    let visit = Visit::to(Site::built());
    visit.preload(BLOCK_STORAGE);
    visit.open_from_folder(FILE);
    visit.start_the_check();
    visit.see_text("Your answers are not saved");
}

#[test]
fn without_scripts_it_is_the_paper_version() {
    let visit = Visit::to(Site::built());
    visit.allow_scripts(false);
    visit.go_to_folder(FILE);
    visit.see_on_page(first_screen_words("no_script"));
    assert!(!visit.page_text().contains(question(32)), "{}", visit.page_text());
    visit.unfold("Digital leadership check on paper");
    visit.see_heading(&format!("32. {}", question(32)));
}

#[test]
fn without_webassembly_it_says_so() {
    let visit = Visit::to(Site::built());
    visit.preload(NO_WEBASSEMBLY);
    visit.go_to_folder(FILE);
    visit.see_on_page(first_screen_words("no_webassembly"));
    visit.see(Role::Disclosure, "Digital leadership check on paper");
}

#[test]
fn it_leads_to_no_other_file() {
    let file = Site::built().read(FILE);
    for place in ["href=\"", "src=\""] {
        for address in file.split(place).skip(1).filter_map(|after| after.split('"').next()) {
            let is_within = address.starts_with('#') || address.starts_with("data:");
            assert!(is_within, "{place}{address}");
        }
    }
}
