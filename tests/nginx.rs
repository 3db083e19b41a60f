//! The documented configuration of nginx, in nginx.

use assessment::app::view;
use browser_tests::content::{expected, mixed_answers};
use browser_tests::{Nginx, STRICT_POLICY, Site, Visit};
use serde_json::json;

/// One file of each kind, and its type.
const KINDS: [(&str, &str); 7] = [
    ("/", "text/html; charset=utf-8"),
    ("/digital-leadership-check.js", "text/javascript; charset=utf-8"),
    ("/digital-leadership-check.css", "text/css; charset=utf-8"),
    ("/digital-leadership-check-app_bg.wasm", "application/wasm"),
    ("/README.md", "text/markdown; charset=utf-8"),
    ("/THIRD-PARTY.txt", "text/plain; charset=utf-8"),
    ("/questionnaire.schema.json", "application/json; charset=utf-8"),
];

#[test]
fn each_file_has_its_type() {
    let nginx = Nginx::serve(&Site::built());
    for (path, kind) in KINDS {
        let answer = nginx.ask(path, &[]);
        assert_eq!((answer.status(), answer.header("content-type")), ("200", Some(kind)), "{path}");
    }
}

#[test]
fn every_file_is_compressed_for_those_who_can_read_that() {
    let nginx = Nginx::serve(&Site::built());
    for (path, _) in KINDS {
        let (plain, compressed) = (nginx.ask(path, &[]), nginx.ask(path, &["Accept-Encoding: gzip"]));
        assert_eq!(plain.header("content-encoding"), None, "{path}");
        assert_eq!(compressed.header("content-encoding"), Some("gzip"), "{path}");
        assert!(compressed.body.len() < plain.body.len(), "{path}");
    }
}

#[test]
fn a_file_that_is_kept_is_asked_for_and_not_sent_again() {
    let nginx = Nginx::serve(&Site::built());
    for (path, _) in KINDS {
        for encoding in ["gzip", "identity"] {
            let accept = format!("Accept-Encoding: {encoding}");
            let first = nginx.ask(path, &[&accept]);
            assert_eq!(first.header("cache-control"), Some("no-cache"), "{path}");
            let tag = first.header("etag").expect("an entity tag");
            let second = nginx.ask(path, &[&accept, &format!("If-None-Match: {tag}")]);
            assert_eq!((second.status(), second.body.len()), ("304", 0), "{path}, {encoding}");
        }
    }
}

#[test]
fn every_answer_carries_the_protecting_headers() {
    let nginx = Nginx::serve(&Site::built());
    let policy = format!("{STRICT_POLICY}; frame-ancestors 'self'");
    for path in ["/", "/digital-leadership-check-app_bg.wasm", "/missing.html"] {
        let answer = nginx.ask(path, &[]);
        for (name, value) in [
            ("content-security-policy", policy.as_str()),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("access-control-allow-origin", "*"),
            ("cache-control", "no-cache"),
            ("server", "nginx"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{name} of {path}");
        }
    }
}

#[test]
fn a_whole_check_breaks_no_policy() {
    let nginx = Nginx::serve(&Site::built());
    let visit = Visit::to(Site::built());
    visit.go_to_address(&nginx.address("/"));
    visit.run(
        "window.breaches = []; addEventListener('securitypolicyviolation', (event) => \
         breaches.push(event.violatedDirective));",
        [],
    );
    visit.start_the_check();
    visit.answer_all(&mixed_answers());
    visit.press("See your results");
    visit.see_text(&view::results(&expected(&mixed_answers())).overall);
    visit.print();
    assert_eq!(visit.run("return window.breaches;", []), json!([]));
    assert_eq!(visit.logged_errors(), [""; 0]);
}
