//! The page for a frame, inside somebody else's page: another site to the browser, which then keeps what is
//! stored apart.

use browser_tests::content::{STORE, answer_key, indicator, level, wording};
use browser_tests::documentation::code_below;
use browser_tests::faults::{BLOCK_STORAGE, FAIL_TO_READ};
use browser_tests::{Intranet, Role, Site, Visit};
use serde_json::{Value, json};

/// Lets pages of this machine frame the check, besides its own.
const FRAMED_BY_INTRANETS: &str = "frame-ancestors 'self' http://localhost:*";

/// Remembers every message in `window.messages`.
const LISTEN: &str =
    "<script>window.messages = []; addEventListener('message', ({ data }) => messages.push(data));</script>";

/// A sandbox in which the check has no origin, and so no storage.
const WITHOUT_ORIGIN: &str = "width=800 height=600 sandbox='allow-scripts allow-forms allow-downloads'";

/// A page around the check, and who looks at it. The intranet's server lives as long as it does.
struct Framed {
    visit: Visit,
    intranet: Intranet,
}

impl Framed {
    /// Opens the page that `body` makes of the origins of the check and of the intranet.
    #[track_caller]
    fn begin(body: impl FnOnce(&str, &str) -> String) -> Framed {
        let visit = Visit::to(Site::built().under(FRAMED_BY_INTRANETS));
        let check = visit.address("");
        let intranet = Intranet::with_page(|intranet| body(&check, intranet));
        visit.go_to_address(&intranet.address());
        visit.enter_frame();
        Framed { visit, intranet }
    }

    /// The frame of the documentation, with its script.
    #[track_caller]
    fn as_documented() -> Framed {
        Framed::begin(|check, intranet| {
            code_below("A frame")
                .replace("https://check.trust.example", check)
                .replace("https://intranet.trust.example", intranet)
        })
    }

    /// A frame with these attributes, in a page that remembers what it is told.
    #[track_caller]
    fn with(attributes: &str) -> Framed {
        Framed::begin(|check, intranet| {
            format!("{LISTEN}<iframe src=\"{check}/frame.html#parent={intranet}\" {attributes}></iframe>")
        })
    }

    /// What was told until now, and not what is told meanwhile. Another message makes sure that nothing is
    /// still under way.
    fn told(&self) -> Vec<Value> {
        self.visit.run("parent.postMessage('the last', '*');", []);
        self.visit.leave_frame();
        self.visit.see_that("the last message", |visit| {
            visit.run("return window.messages.includes('the last');", []) == true
        });
        let until_now = "return messages.splice(0, messages.indexOf('the last') + 1).slice(0, -1);";
        let messages = self.visit.run(until_now, []);
        self.visit.enter_frame();
        serde_json::from_value(messages).expect("a list")
    }
}

fn answer_the_first(visit: &Visit) {
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(2))));
}

fn see_the_frame_as_high_as_the_check(visit: &Visit) {
    visit.see_that("a frame as high as the check", |visit| {
        visit.run(
            "return innerHeight === Math.ceil(document.documentElement.getBoundingClientRect().height) \
             && document.scrollingElement.scrollHeight <= innerHeight;",
            [],
        ) == true
    });
}

#[test]
fn as_documented_the_frame_is_always_as_high_as_the_check() {
    let Framed { visit, intranet: _served } = Framed::as_documented();
    see_the_frame_as_high_as_the_check(&visit);
    let at_first = visit.run("return innerHeight;", []);
    visit.start_the_check();
    visit.see_that("another height", |visit| visit.run("return innerHeight;", []) != at_first);
    see_the_frame_as_high_as_the_check(&visit);
    visit.unfold("Add a private note");
    see_the_frame_as_high_as_the_check(&visit);
    visit.press("Back");
    visit.see_that("the height as at first", |visit| visit.run("return innerHeight;", []) == at_first);
}

#[test]
fn as_documented_a_new_screen_is_seen_from_its_top() {
    let Framed { visit, intranet: _served } = Framed::as_documented();
    visit.leave_frame();
    visit.resize(700, 500);
    visit.enter_frame();
    // Not every browser lets a frame scroll the page around it.
    visit.run("Element.prototype.scrollIntoView = () => {};", []);
    visit.press("Where this comes from");
    let top = "return document.querySelector('iframe').getBoundingClientRect().top;";
    visit.leave_frame();
    visit.see_that("the top of the frame", |visit| visit.run(top, []).as_f64() >= Some(0.0));
}

#[test]
fn as_documented_the_page_obeys_nobody_but_the_check() {
    let Framed { visit, intranet: _served } = Framed::as_documented();
    see_the_frame_as_high_as_the_check(&visit);
    visit.leave_frame();
    // From its own origin, and then from that of the check, but not from the frame.
    let forge = "
        const [, origin, done] = arguments;
        const data = { type: 'digital-leadership-check', height: 5 };
        addEventListener('message', ({ data }) => { if (data === 'the last') done(frameHeight()); });
        const frameHeight = () => document.querySelector('iframe').clientHeight;
        dispatchEvent(new MessageEvent('message', { data, origin, source: window }));
        postMessage(data, '*');
        postMessage('the last', '*');";
    let height = visit.run_until_it_answers(forge, [json!(visit.address(""))]);
    assert_ne!(height, 5);
}

#[test]
fn each_height_is_told_once_and_each_new_screen() {
    let framed = Framed::with("width=800 height=600");
    let first = framed.told();
    assert!(first.iter().all(|told| told.get("screen").is_none()), "{first:?}");
    answer_the_first(&framed.visit);
    framed.visit.see_text("Saved on this device");
    let later = framed.told();
    let screens = later.iter().filter(|told| told["screen"] == true).count();
    assert_eq!(screens, 1, "{later:?}");
    let all = [first, later].concat();
    assert!(all.iter().all(|told| told["type"] == "digital-leadership-check" && told["height"].is_u64()));
    for pair in all.windows(2) {
        assert!(pair[0]["height"] != pair[1]["height"] || pair[1]["screen"] == true, "{all:?}");
    }
}

#[test]
fn a_page_of_another_origin_is_told_nothing() {
    let framed = Framed::begin(|check, _| {
        format!("{LISTEN}<iframe src=\"{check}/frame.html#parent=https://elsewhere.example\"></iframe>")
    });
    framed.visit.start_the_check();
    assert_eq!(framed.told(), [Value::Null; 0]);
}

#[test]
fn without_a_valid_origin_nothing_is_told_but_what_to_write() {
    for fragment in [
        "",
        "#parent=",
        "#parent=*",
        "#parent=null",
        "#parent=javascript:alert(1)",
        "#parent=file:///C:/intranet.html",
        "#parent=intranet.example",
        "#parent=https://intranet.example/news",
        "#somewhere",
    ] {
        let visit = Visit::to(Site::with_page(
            "papers.html",
            &format!("{LISTEN}<iframe src=\"frame.html{fragment}\"></iframe>"),
        ));
        visit.preload("window.warnings = []; console.warn = (text) => warnings.push(text);");
        visit.go_to("/papers.html");
        visit.enter_frame();
        visit.start_the_check();
        visit.run("parent.postMessage('the last', '*');", []);
        let warnings: Vec<String> =
            serde_json::from_value(visit.run("return window.warnings;", [])).expect("texts");
        let [warning] = &warnings[..] else { panic!("{fragment}: {warnings:?}") };
        assert!(warning.contains("end in #parent=https://intranet.example"), "{warning}");
        visit.leave_frame();
        visit.see_that("one message, of the test itself", |visit| {
            visit.run("return window.messages;", []) == json!(["the last"])
        });
    }
}

#[test]
fn the_origin_stays_in_the_address_and_goes_to_no_server() {
    let framed = Framed::with("width=800 height=600");
    let fragment = framed.visit.run("return location.hash;", []);
    answer_the_first(&framed.visit);
    framed.visit.press("Continue");
    framed.visit.see_question(2);
    framed.visit.press("Back");
    framed.visit.see_question(1);
    assert_eq!(framed.visit.run("return location.hash;", []), fragment);
    let named = framed.visit.requests().into_iter().find(|request| request.path_and_query.contains("parent"));
    assert_eq!(named, None);
}

#[test]
fn at_a_fixed_height_each_new_screen_shows_its_heading_where_the_focus_is() {
    for width in [320, 900] {
        let Framed { visit, intranet: _served } =
            Framed::with(&format!("style='width: {width}px; height: 600px; border: 0'"));
        answer_the_first(&visit);
        visit.press("Continue");
        visit.see_question(2);
        visit.see_that("the heading in sight, in what has the focus", |visit| {
            let script = "
                const heading = root.querySelector('[part=heading]');
                if (!root.activeElement?.contains(heading)) return false;
                const { top, bottom } = heading.getBoundingClientRect();
                return top >= 0 && bottom <= innerHeight;";
            visit.run(script, []) == true
        });
        let room = visit.run("return document.scrollingElement.scrollWidth - innerWidth;", []);
        assert!(room.as_i64() <= Some(0), "it sticks out by {room} of {width}");
    }
}

#[test]
fn what_is_answered_in_the_frame_is_kept_there_and_apart() {
    let Framed { visit, intranet } = Framed::with("width=800 height=600");
    answer_the_first(&visit);
    visit.see_text("Saved on this device");
    visit.go_to_address(&intranet.address());
    visit.enter_frame();
    visit.press("Continue");
    visit.see_chosen(wording((indicator(1), level(2))));
    visit.open_tab();
    visit.open("/");
    visit.see(Role::Button, "Answer all the questions");
    assert!(!visit.local_storage().contains_key(&answer_key(STORE, 1)));
}

#[test]
fn a_copy_takes_the_answers_from_the_frame_into_a_tab() {
    let Framed { visit, intranet: _served } = Framed::with("width=800 height=600");
    answer_the_first(&visit);
    visit.press("Back");
    visit.press("Your data");
    let copy = visit.download("Download a copy");
    visit.open_tab();
    visit.open("/");
    visit.load_copy(&copy);
    assert!(visit.local_storage().contains_key(&answer_key(STORE, 1)));
}

#[test]
fn a_link_opens_the_page_of_the_check_in_a_new_tab() {
    let visit = Visit::to(Site::built());
    visit.open("/frame.html");
    let link = visit.run(
        "const { href, target, rel } = document.querySelector('footer a'); return [href, target, rel];",
        [],
    );
    assert_eq!(link, json!([visit.address("/index.html"), "_blank", "noopener"]));
}

#[test]
fn in_a_sandbox_without_storage_the_check_goes_on_and_says_what_is_kept() {
    let Framed { visit, intranet: _served } = Framed::with(WITHOUT_ORIGIN);
    visit.see_text("This browser does not let this page keep anything.");
    answer_the_first(&visit);
    visit.press("Continue");
    visit.see_question(2);
    visit.press("All elements");
    visit.see_text("1 of 32 questions answered");
}

#[test]
fn in_a_sandbox_without_storage_a_copy_can_be_downloaded() {
    let Framed { visit, intranet: _served } = Framed::with(WITHOUT_ORIGIN);
    answer_the_first(&visit);
    visit.press("Back");
    visit.press("Your data");
    let _ = visit.download("Download a copy");
}

#[test]
fn a_frame_that_may_not_download_says_what_that_looks_like() {
    let Framed { visit, intranet: _served } =
        Framed::with("width=800 height=600 sandbox='allow-scripts allow-forms allow-same-origin'");
    answer_the_first(&visit);
    visit.press("Back");
    visit.press("Your data");
    visit.press("Download a copy");
    visit.see_text("Last downloaded");
    let footer = visit.run("return plain(document.querySelector('footer').innerText);", []);
    assert!(
        footer
            .as_str()
            .is_some_and(|text| text.contains("If nothing happens when you download or print here"))
    );
}

#[test]
fn in_a_frame_whose_storage_fails_the_check_goes_on() {
    for (fault, notice) in [
        (BLOCK_STORAGE, "This browser does not let this page keep anything."),
        (FAIL_TO_READ, "Your latest answers are not saved"),
    ] {
        let visit = Visit::to(Site::with_page("papers.html", "<iframe src=\"frame.html\"></iframe>"));
        visit.preload(fault);
        visit.go_to("/papers.html");
        visit.enter_frame();
        answer_the_first(&visit);
        visit.see_text(notice);
        visit.press("Continue");
        visit.see_question(2);
    }
}

#[test]
fn printing_prints_the_frame_and_not_the_page_around_it() {
    let Framed { visit, intranet: _served } = Framed::with("width=800 height=600");
    let count = "window.printed = 0; window.print = () => { window.printed += 1; };";
    visit.leave_frame();
    visit.run(count, []);
    visit.enter_frame();
    visit.run(count, []);
    answer_the_first(&visit);
    visit.press("All elements");
    visit.press("See your results");
    visit.press("Print all of this");
    visit.see_that("the frame printed", |visit| visit.run("return window.printed;", []) == 1);
    visit.leave_frame();
    assert_eq!(visit.run("return window.printed;", []), 0);
}
