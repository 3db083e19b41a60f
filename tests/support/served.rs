//! What a visit's server shows: a copy of a site, whose pages can be given scripts of a test's own.
//!
//! Not every driver can run a script before those of a page. A page that names one more script, before
//! anything else, works the same in every browser, and in every tab and frame.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use file_server::Server;
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use crate::Site;

const BEGINNING: &str = "<head>";
const SCRIPT: &str = "before-the-page-";
/// The script that every page of the site loads, and the worker that has its sum.
const SITE_SCRIPT: &str = "digital-leadership-check.js";
const WORKER: &str = "offline-worker.js";
const VERSION: &str = "const VERSION = \"";
/// The pages that the worker keeps, and where they say of which release they are.
const PAGES: [&str; 3] = ["index.html", "paper.html", "accessibility.html"];
const MARK: &str = "<meta name=\"release\" content=\"";
/// What stands in the policy of a page that is opened without a server.
const ASKS_FOR_NOTHING: &str = "connect-src 'none'";

/// A folder to serve that is a visit's own.
pub(crate) struct Served {
    folder: TempDir,
    policy: &'static str,
    /// The pages as the site has them.
    pages: RefCell<BTreeMap<PathBuf, String>>,
    /// The scripts that run before each page, by their number.
    scripts: RefCell<BTreeMap<usize, Script>>,
    next: Cell<usize>,
}

struct Script {
    name: String,
    text: String,
}

/// The sum of a file as a browser checks it.
fn sum(text: &str) -> String {
    BASE64_STANDARD.encode(Sha256::digest(text))
}

/// A script that runs before each page, until it is taken back.
#[derive(Debug)]
pub struct Preload(usize);

impl Served {
    pub(crate) fn new(site: &Site) -> Served {
        let folder = site.copy();
        let files = fs::read_dir(folder.path()).expect("the copy can be listed").filter_map(Result::ok);
        let pages = files.map(|file| file.path()).filter(|file| file.extension() == Some("html".as_ref()));
        let read = |page: PathBuf| {
            let text = fs::read_to_string(&page).expect("the page can be read");
            (page, text)
        };
        let pages = RefCell::new(pages.map(read).collect());
        Served { folder, policy: site.policy(), pages, scripts: RefCell::default(), next: Cell::new(0) }
    }

    /// Shows it on any free port.
    pub(crate) fn serve(&self) -> Server {
        self.serve_at(0)
    }

    /// Shows it on this port.
    pub(crate) fn serve_at(&self, port: u16) -> Server {
        Server::start(self.folder.path(), self.policy, port).unwrap_or_else(|error| panic!("{error}"))
    }

    /// The address of a file for a browser that opens it without a server.
    pub(crate) fn address_in_folder(&self, name: &str) -> String {
        let file = self.folder.path().join(name).canonicalize().expect("the site has the file");
        format!("file://{}", file.display())
    }

    /// Puts a file beside the others, or in the place of one.
    pub(crate) fn publish(&self, name: &str, text: &str) {
        let file = self.folder.path().join(name);
        let is_page = self.pages.borrow_mut().get_mut(&file).map(|page| text.clone_into(page)).is_some();
        fs::write(file, text).expect("the file can be written");
        if is_page {
            self.write_pages();
        }
    }

    /// What a file holds, without the scripts of a test.
    fn read(&self, name: &str) -> String {
        let file = self.folder.path().join(name);
        let page = self.pages.borrow().get(&file).cloned();
        page.unwrap_or_else(|| fs::read_to_string(file).expect("the site has the file"))
    }

    /// The files of a newer version of the site that differ, its pages last: its script, which counts the versions in
    /// `window.version`, the worker with its sum, and the pages, which say of which release they are.
    pub(crate) fn newer_version(&self) -> Vec<(&'static str, String)> {
        let script = self.read(SITE_SCRIPT);
        let newer = format!("window.version = (window.version ?? 0) + 1;\n{script}");
        // Its name is what browsers tell one version from another by, and what its pages say.
        let renamed = |name, place: &str| self.read(name).replace(place, &format!("{place}newer"));
        let worker = renamed(WORKER, VERSION).replace(&sum(&script), &sum(&newer));
        let pages = PAGES.map(|name| (name, renamed(name, MARK)));
        [(SITE_SCRIPT, newer), (WORKER, worker)].into_iter().chain(pages).collect()
    }

    /// Takes a file away.
    pub(crate) fn take_away(&self, name: &str) {
        let file = self.folder.path().join(name);
        self.pages.borrow_mut().remove(&file);
        fs::remove_file(file).expect("the file was there");
    }

    /// Whether the path of a request leads to a script that only a test has put in.
    pub(crate) fn is_of_a_test(path: &str) -> bool {
        path.trim_start_matches('/').starts_with(SCRIPT)
    }

    /// From now on each page runs this script first.
    pub(crate) fn preload(&self, script: &str) -> Preload {
        // No browser may take one script for another that it has seen.
        let number = self.next.replace(self.next.get() + 1);
        let name = format!("{SCRIPT}{number}.js");
        // In a block, so that its names are its own; and the page is as it was.
        let script = format!("{{\ndocument.currentScript.remove();\n{script}\n}}\n");
        self.publish(&name, &script);
        self.scripts.borrow_mut().insert(number, Script { name, text: script });
        self.write_pages();
        Preload(number)
    }

    /// Takes a script of [`Served::preload`] back.
    pub(crate) fn end_preload(&self, preload: Preload) {
        self.scripts.borrow_mut().remove(&preload.0);
        self.write_pages();
    }

    fn write_pages(&self) {
        let scripts = self.scripts.borrow();
        let beside = |script: &Script| format!("<script src=\"/{}\"></script>", script.name);
        // A page that asks for nothing has it inside, before its policy begins to count.
        let inside = |script: &Script| format!("<script>{}</script>", script.text);
        for (page, text) in &*self.pages.borrow() {
            // One that runs none allows none.
            if !text.contains("<script") {
                continue;
            }
            let is_alone = text.contains(ASKS_FOR_NOTHING);
            let tags: String =
                scripts.values().map(|it| if is_alone { inside(it) } else { beside(it) }).collect();
            let text = text.replacen(BEGINNING, &format!("{BEGINNING}{tags}"), 1);
            fs::write(page, text).expect("the page can be written");
        }
    }
}
