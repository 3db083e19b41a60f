//! The plugin in a real WordPress, used by an author who may not write scripts.

use browser_tests::content::{STORE, answer_key, indicator, level, own_questionnaire};
use browser_tests::{Role, Site, Visit, WordPress};

const SHORTCODE: &str = "return wp.blocks.createBlock('core/shortcode', { text: TEXT });";
const BLOCK: &str = "return wp.blocks.createBlock('digital-leadership-check/check', ATTRIBUTES);";
/// What somebody would paste who read about the element alone.
const SCRIPT: &str = "return wp.blocks.createBlock('core/html', { content: '<script type=\"module\" \
    src=\"/script.js\"></script><digital-leadership-check></digital-leadership-check>' });";

const SETTINGS: &str = "/wp-admin/options-general.php?page=digital-leadership-check";
const SAVE: &str = "document.getElementById('submit').click();";
/// How many of ours there are in a page.
const OURS: &str = "return document.querySelectorAll('[src*=\"script.js\"], [src*=digital-leadership-check], digital-leadership-check').length;";

fn shortcode(text: &str) -> String {
    SHORTCODE.replace("TEXT", &serde_json::to_string(text).expect("a text"))
}

fn begin() -> (Visit, WordPress) {
    let visit = Visit::to(Site::built());
    let wordpress = WordPress::with_plugin(&visit);
    (visit, wordpress)
}

/// Every address of another website that the page has asked for.
fn asked_elsewhere(visit: &Visit) -> Vec<String> {
    let asked = "return performance.getEntriesByType('resource').map(({ name }) => name) \
                 .filter((name) => !name.startsWith(location.origin) && !name.startsWith('data:'));";
    serde_json::from_value(visit.run(asked, [])).expect("addresses")
}

#[test]
fn an_author_without_scripts_puts_the_check_into_a_page_by_a_block() {
    let (visit, wordpress) = begin();
    let page = wordpress.publish(&visit, &BLOCK.replace("ATTRIBUTES", "{ trustName: 'Sample \"A\" & B' }"));
    // Those of WordPress's own editor are its own.
    let _ = visit.logged_errors();
    wordpress.open(&visit, &page);
    visit.see_text("Sample \"A\" & B");
    visit.press("For whoever combines a board’s answers");
    visit.see_heading("The board’s picture");
    visit.press("Back");
    visit.start_the_check();
    visit.answer((indicator(1), level(3)));
    visit.see_question(2);
    assert!(visit.local_storage().contains_key(&answer_key(STORE, 1)));
    assert_eq!(asked_elsewhere(&visit), [""; 0]);
    visit.reload();
    visit.press("Continue");
    visit.see_question(2);
    let errors = visit.logged_errors().into_iter().filter(|error| !error.contains("/favicon.ico"));
    assert_eq!(errors.collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn an_author_without_scripts_puts_the_check_into_a_page_by_a_shortcode() {
    let (visit, wordpress) = begin();
    let text = "[digital_leadership_check storage=\"session\" heading-level=\"3\" onclick=\"alert(1)\"]";
    let page = wordpress.publish(&visit, &shortcode(text));
    wordpress.open(&visit, &page);
    visit.start_the_check();
    visit.answer((indicator(1), level(3)));
    visit.see_question(2);
    assert!(visit.session_storage().contains_key(&answer_key(STORE, 1)));
    assert!(!visit.local_storage().contains_key(&answer_key(STORE, 1)));
    assert_eq!(
        visit.run("return [root.querySelector('h3') !== null, widget.hasAttribute('onclick')];", []),
        serde_json::json!([true, false])
    );
}

#[test]
fn what_an_author_pastes_without_the_block_is_taken_out_as_the_recipe_says() {
    let (visit, wordpress) = begin();
    let page = wordpress.publish(&visit, SCRIPT);
    wordpress.open(&visit, &page);
    visit.see_on_page("For our board");
    assert_eq!(visit.run(OURS, []), 0);
}

#[test]
fn what_is_set_counts_for_every_page_that_says_nothing_else() {
    let (visit, wordpress) = begin();
    wordpress.open_as_administrator(&visit, SETTINGS);
    visit.write("Name of your trust", "Sample NHS Foundation Trust");
    visit.run("document.querySelector('select').value = 'none';", []);
    visit.run(SAVE, []);
    visit.see_on_page("Settings saved.");
    wordpress.open(&visit, SETTINGS);
    visit.write("Questions of your own", "questions.json");
    visit.run(SAVE, []);
    visit.see_on_page("\"questions.json\" is not an address of a questionnaire.");
    visit.see_value(Role::TextBox, "Name of your trust", "Sample NHS Foundation Trust");
    visit.see_value(Role::TextBox, "Questions of your own", "");
    wordpress.put("questions.json", &own_questionnaire(3).to_string());
    visit.put_into("Questions of your own", "/questions.json");
    visit.run(SAVE, []);
    visit.see_on_page("Settings saved.");
    let own = wordpress.publish(&visit, &shortcode("[digital_leadership_check]"));
    wordpress.open(&visit, &own);
    visit.see_heading("Our own questions");
    wordpress.open_as_administrator(&visit, SETTINGS);
    visit.put_into("Questions of your own", "");
    visit.run(SAVE, []);
    visit.see_on_page("Settings saved.");
    let [plain, other] = ["", " storage=\"device\" trust-name=\"Another trust\""]
        .map(|said| wordpress.publish(&visit, &shortcode(&format!("[digital_leadership_check{said}]"))));
    wordpress.open(&visit, &plain);
    visit.see_text("Sample NHS Foundation Trust");
    visit.see_text("Your answers are not kept.");
    wordpress.open(&visit, &other);
    visit.see_text("Another trust");
    visit.see_text("Your answers stay on this device.");
}

#[test]
fn a_page_without_a_check_loads_nothing_of_it() {
    let (visit, wordpress) = begin();
    wordpress.open(&visit, "/");
    visit.see_on_page("Intranet");
    assert_eq!(visit.run(OURS, []), 0);
}

#[test]
fn once_deleted_the_plugin_leaves_nothing_on_the_server() {
    let (visit, wordpress) = begin();
    wordpress.open_as_administrator(&visit, SETTINGS);
    visit.run(SAVE, []);
    visit.see_on_page("Settings saved.");
    assert_eq!(wordpress.of_the_plugin(), (true, true));
    wordpress.delete_plugin(&visit);
    assert_eq!(wordpress.of_the_plugin(), (false, false));
}
