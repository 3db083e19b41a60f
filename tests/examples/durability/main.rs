//! How much is lost when a whole browser is killed while somebody answers:
//! `cargo run -p browser-tests --example durability -- chromium check 60 5`.
//!
//! The arguments are the browser (`chromium`, `firefox`, `webkit`), the store (`check` for the check
//! itself, or one of those in `stores.js` for a bare page), for how many seconds there are answers before
//! the kill, and how many runs. All runs go on at once, each killed a second later than the one before.
//! After these may follow `pace=MILLISECONDS` between two answers, and `trick=NAME` for one of those in
//! `stores.js`. `SITE_FOLDER` names the built site. Every process that is killed is below one that this
//! program started. `docs/durability.md` has what came of it.

#![allow(clippy::print_stdout, reason = "it talks to the person who started it")]

mod browser;

use std::env;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use browser::Browser;
use file_server::{FRAMED_BY_ITSELF, Server};
use tempfile::TempDir;

const USAGE: &str = "usage: durability BROWSER STORE SECONDS RUNS [pace=MILLISECONDS] [trick=NAME]";

/// A browser takes its time to start.
const LONGEST_START: Duration = Duration::from_secs(90);

/// Each run is killed that much later than the one before, so that the kills fall everywhere between two
/// of the browser's commits.
const STAGGER: Duration = Duration::from_millis(1100);

/// The pages beside the check's own files.
const PAGES: [(&str, &str); 6] = [
    ("answering.html", include_str!("answering.html")),
    ("numbers.html", include_str!("numbers.html")),
    ("looking.html", include_str!("looking.html")),
    ("touching.html", include_str!("touching.html")),
    ("returning.html", include_str!("returning.html")),
    ("stores.js", include_str!("stores.js")),
];

/// What is measured.
#[derive(Clone)]
struct Plan {
    browser: String,
    store: String,
    time: Duration,
    pace: u64,
    trick: String,
}

/// A number that the page told as saved, and when, in milliseconds.
#[derive(Clone, Copy)]
struct Told {
    number: u64,
    at: u64,
}

/// How one run ended.
struct Outcome {
    /// How long there were answers.
    time: Duration,
    told: u64,
    found: u64,
    lost: Duration,
}

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (plan, runs) = read(&arguments).unwrap_or_else(|| panic!("{USAGE}"));
    let running: Vec<_> = (0..runs)
        .map(|number| {
            let plan = Plan { time: plan.time + STAGGER * number, ..plan.clone() };
            thread::spawn(move || run(&plan))
        })
        .collect();
    let outcomes: Vec<Outcome> =
        running.into_iter().map(|run| run.join().expect("every run comes to its end")).collect();
    show(&plan, outcomes);
}

fn read(arguments: &[String]) -> Option<(Plan, u32)> {
    let [browser, store, seconds, runs, others @ ..] = arguments else { return None };
    let other = |name: &str| others.iter().find_map(|other| other.strip_prefix(name));
    let plan = Plan {
        browser: browser.clone(),
        store: store.clone(),
        time: Duration::from_secs(seconds.parse().ok()?),
        pace: other("pace=").map_or(Some(500), |pace| pace.parse().ok())?,
        trick: other("trick=").unwrap_or_default().to_owned(),
    };
    Some((plan, runs.parse().ok()?))
}

/// Answers, kills, opens again and looks.
fn run(plan: &Plan) -> Outcome {
    let site = site();
    let server = Server::start(site.path(), FRAMED_BY_ITSELF, 0).expect("a free port");
    let profile = tempfile::tempdir().expect("a temporary folder");
    let address = |path: &str| format!("http://{}/{path}", server.address());
    let Plan { store, pace, trick, .. } = plan;
    let page = if store == "check" { "answering.html" } else { "numbers.html" };
    let page = address(&format!("{page}?store={store}&pace={pace}&trick={trick}"));

    let browser = Browser::start(&plan.browser, profile.path(), &page);
    wait_for("the page to begin", || told(&server).first().copied());
    let start = Instant::now();
    thread::sleep(plan.time);
    browser.kill();
    let time = start.elapsed();

    let browser =
        Browser::start(&plan.browser, profile.path(), &address(&format!("looking.html?store={store}")));
    let found = wait_for("the page to look", || found(&server));
    browser.kill();
    outcome(time, &told(&server), found)
}

fn outcome(time: Duration, told: &[Told], found: u64) -> Outcome {
    let last = told.iter().max_by_key(|told| told.number).expect("something was told");
    let kept = told.iter().filter(|told| told.number <= found).max_by_key(|told| told.number);
    let kept = kept.expect("the page tells of 0 at its start");
    Outcome { time, told: last.number, found, lost: Duration::from_millis(last.at - kept.at) }
}

/// The built site with the pages of this program beside it.
fn site() -> TempDir {
    let built = env::var_os("SITE_FOLDER").expect("SITE_FOLDER names the built site");
    let copy = tempfile::tempdir().expect("a temporary folder");
    for entry in fs::read_dir(Path::new(&built)).expect("the built site can be listed") {
        let file = entry.expect("the built site can be listed").path();
        if let Some(name) = file.file_name().filter(|_| file.is_file()) {
            fs::copy(&file, copy.path().join(name)).expect("the built site can be copied");
        }
    }
    for (name, content) in PAGES {
        fs::write(copy.path().join(name), content).expect("the page can be written");
    }
    copy
}

fn told(server: &Server) -> Vec<Told> {
    let paths = server.requests().into_iter().map(|request| request.path_and_query);
    paths
        .filter_map(|path| {
            let (number, at) = path.strip_prefix("/told?number=")?.split_once("&at=")?;
            Some(Told { number: number.parse().ok()?, at: at.parse().ok()? })
        })
        .collect()
}

fn found(server: &Server) -> Option<u64> {
    let paths = server.requests().into_iter().map(|request| request.path_and_query);
    paths.filter_map(|path| path.strip_prefix("/found?number=")?.parse().ok()).next()
}

fn wait_for<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    while start.elapsed() < LONGEST_START {
        if let Some(found) = look() {
            return found;
        }
        thread::sleep(Duration::from_millis(20));
    }
    panic!("waited for {what}, in vain");
}

fn show(plan: &Plan, mut outcomes: Vec<Outcome>) {
    outcomes.sort_by_key(|outcome| outcome.lost);
    let name = format!("{} {} {}", plan.browser, plan.store, plan.trick);
    let name = name.trim_end();
    for Outcome { time, told, found, lost } in &outcomes {
        let (time, lost) = (time.as_secs_f64(), lost.as_secs_f64());
        println!("{name}: after {time:.1} s {told} told, {found} found, {lost:.1} s lost");
    }
    let (median, worst) = (&outcomes[outcomes.len() / 2], &outcomes[outcomes.len() - 1]);
    let (median, worst) = (median.lost.as_secs_f64(), worst.lost.as_secs_f64());
    println!(
        "{name}: {} s, {} runs: median {median:.1}, worst {worst:.1}",
        plan.time.as_secs(),
        outcomes.len()
    );
}
