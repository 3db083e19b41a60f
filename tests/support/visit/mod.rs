//! One person with one browser, and what they do and see.

mod acting;
mod looking;
mod seeing;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use assessment::app::Message;
use file_server::Server;
use tempfile::TempDir;
use thirtyfour::WindowHandle;

use crate::browser::{Browser, Lent};
use crate::content::{self, STORE};
use crate::engine::{Engine, Preference};
use crate::processes::Process;
use crate::served::Served;
use crate::waiting::wait_for;
use crate::{Site, page};

/// A person's visit: a browser with nothing stored in it, and a server of their own.
///
/// Every method that looks for something waits until it is there. Dropping the visit gives
/// the browser back, and closes it if the test failed or nobody needs it any more.
pub struct Visit {
    served: Served,
    server: Server,
    /// What the browser calls the server.
    name: &'static str,
    /// Which of the page's widgets everything is about.
    widget: Cell<usize>,
    /// Whether pages run scripts, which looking after the page then needs none of.
    runs_scripts: Cell<bool>,
    /// The person's own folder on this computer.
    folder: TempDir,
    browser: Lent,
}

/// What a browser that is closed has left on the disk.
pub struct LeftBehind(Arc<TempDir>);

/// One of the browser's tabs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab(WindowHandle);

/// Beginning and ending
impl Visit {
    /// Opens the check's own page in a new browser, and waits until it has started.
    #[must_use]
    #[track_caller]
    pub fn begin() -> Visit {
        let visit = Visit::to(Site::built());
        visit.open("/");
        visit
    }

    /// The same for a person who has been here before, with everything stored that such a visit stores.
    #[must_use]
    #[track_caller]
    pub fn begin_after(messages: impl IntoIterator<Item = Message>) -> Visit {
        let visit = Visit::to(Site::built());
        visit.open_with(&content::played(STORE, messages).records, "/");
        visit
    }

    /// A new browser that has not opened anything of this site yet.
    #[must_use]
    #[track_caller]
    pub fn to(site: Site) -> Visit {
        Visit::of_somebody_who_prefers(Preference::None, site)
    }

    /// The same for somebody who has told their system or browser how pages should look.
    #[must_use]
    #[track_caller]
    pub fn of_somebody_who_prefers(preference: Preference, site: Site) -> Visit {
        let browser = Lent::new(Engine::chosen(), preference);
        let served = Served::new(&site);
        if let Some(script) = browser.engine.script_in_every_page() {
            served.preload(script);
        }
        Visit {
            server: serve(&served, &browser),
            served,
            name: "127.0.0.1",
            widget: Cell::new(0),
            runs_scripts: Cell::new(true),
            folder: tempfile::tempdir().expect("a temporary folder"),
            browser,
        }
    }

    /// A visit to the same site by another name: `intranet.test`, a made-up one, or `localhost`.
    #[must_use]
    pub fn by_name(self, name: &'static str) -> Visit {
        Visit { name, ..self }
    }

    /// Opens a page of the site, and waits until the check in it has started.
    #[track_caller]
    pub fn open(&self, path: &str) {
        self.go_to(path);
        self.see_that("the check has started", |visit| visit.text().is_some_and(|text| !text.is_empty()));
    }

    /// Opens a page of the site, whether or not a check starts in it.
    #[track_caller]
    pub fn go_to(&self, path: &str) {
        self.go_to_address(&self.address(path));
    }

    /// Opens a page of any site.
    #[track_caller]
    pub fn go_to_address(&self, address: &str) {
        self.must("open the page", self.wait_on(self.browser.session.goto(address)));
    }

    /// Opens a file of the site without any server, and waits until the check in it has started. Nothing
    /// that such a file has stored before is there any more.
    #[track_caller]
    pub fn open_from_folder(&self, name: &str) {
        self.go_to_folder(name);
        self.see_that("the check has started", |visit| visit.text().is_some_and(|text| !text.is_empty()));
    }

    /// The same, whether or not a check starts in it.
    #[track_caller]
    pub fn go_to_folder(&self, name: &str) {
        // All files of a computer may have one store together.
        let open = |name| {
            let address = self.served.address_in_folder(name);
            self.must("open the file", self.wait_on(self.browser.session.goto(address)));
        };
        if self.runs_scripts.get() {
            open("paper.html");
            self.run_until_it_answers(page::FORGET, []);
        }
        open(name);
    }

    /// Sets the size of text in the browser, in pixels, as a person does in its settings; usually it is 16.
    #[track_caller]
    pub fn set_text_size(&self, size: u32) {
        let set = self.browser.engine.set_text_size(&self.browser.session, size);
        self.must("set the size of text", self.wait_on(set));
    }

    /// Lets the pages that are opened from now on run scripts, or not.
    #[track_caller]
    pub fn allow_scripts(&self, is_allowed: bool) {
        let allowed = self.browser.engine.allow_scripts(&self.browser.session, is_allowed);
        self.must("switch scripts on or off", self.wait_on(allowed));
        self.runs_scripts.set(is_allowed);
    }

    /// Turns to the check in the first frame of the page, and waits until it has started. Everything from
    /// here on is about the page in the frame.
    #[track_caller]
    pub fn enter_frame(&self) {
        self.leave_frame();
        let session = &self.browser.session;
        self.see_that("a frame", |visit| visit.wait_on(session.enter_frame(0)).is_ok());
        self.see_that("the check has started", |visit| visit.text().is_some_and(|text| !text.is_empty()));
    }

    /// Turns back to the page around the frame.
    #[track_caller]
    pub fn leave_frame(&self) {
        self.must("leave the frame", self.wait_on(self.browser.session.enter_default_frame()));
    }

    /// Opens a page of the site when these records are in its local storage already.
    #[track_caller]
    pub fn open_with(&self, records: &BTreeMap<String, String>, path: &str) {
        let store = self.preload(&page::store(records));
        self.open(path);
        self.end_preload(store);
    }

    /// The full address of a page of the site.
    #[must_use]
    pub fn address(&self, path: &str) -> String {
        format!("http://{}:{}{path}", self.name, self.server.address().port())
    }

    /// Goes on with a site of the same content at another address, where nothing is stored.
    #[track_caller]
    pub fn forget_everything(&mut self) {
        self.server = serve(&self.served, &self.browser);
    }

    /// From now on nothing answers at the address of the site.
    pub fn stop_the_server(&mut self) {
        self.server.stop();
    }

    /// The site is there again, at the same address.
    #[track_caller]
    pub fn start_the_server(&mut self) {
        self.server = self.served.serve_at(self.server.address().port());
    }

    /// Is nobody to the website of the page any more.
    #[track_caller]
    pub fn forget_cookies(&self) {
        self.must("forget the cookies", self.wait_on(self.browser.session.delete_all_cookies()));
    }

    /// Loads the page again, as a person does with F5.
    #[track_caller]
    pub fn reload(&self) {
        self.must("reload", self.wait_on(self.browser.session.refresh()));
        self.see_that("the check has started", |visit| visit.text().is_some_and(|text| !text.is_empty()));
    }

    /// The browser's own Back.
    #[track_caller]
    pub fn go_back(&self) {
        self.must("go back", self.wait_on(self.browser.session.back()));
    }

    /// The browser's own Forward.
    #[track_caller]
    pub fn go_forward(&self) {
        self.must("go forward", self.wait_on(self.browser.session.forward()));
    }

    /// Closes the browser.
    #[must_use]
    pub fn close_the_browser(self) -> LeftBehind {
        LeftBehind(self.browser.close())
    }

    /// Everything from here on is about that widget of the page, counted from 0.
    pub fn turn_to_widget(&self, number: usize) {
        self.widget.set(number);
    }
}

/// Files
impl Visit {
    /// Puts a file on the site, which has to be a copy of the built one.
    #[track_caller]
    pub fn publish(&self, name: &str, text: &str) {
        self.served.publish(name, text);
    }

    /// The files of a newer version of the site that differ: its script, which counts the versions in
    /// `window.version`, the worker with its sum, and the pages, which say of which release they are.
    #[must_use]
    #[track_caller]
    pub fn newer_version(&self) -> Vec<(&'static str, String)> {
        self.served.newer_version()
    }

    /// Puts a newer version of the site in the place of this one.
    #[track_caller]
    pub fn publish_newer_version(&self) {
        for (name, text) in self.newer_version() {
            self.publish(name, &text);
        }
    }

    /// Takes a file of the site away.
    #[track_caller]
    pub fn take_away(&self, name: &str) {
        self.served.take_away(name);
    }

    /// Puts a file into the person's folder.
    #[must_use]
    #[track_caller]
    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let file = self.folder.path().join(name);
        fs::write(&file, text).expect("the file can be written");
        file
    }

    /// Presses a button that downloads a copy, and answers where in the person's folder it then is.
    #[must_use]
    #[track_caller]
    pub fn download(&self, button: &str) -> PathBuf {
        let downloads = self.browser.downloads();
        files_in(&downloads).for_each(|file| fs::remove_file(file).expect("the file can be removed"));
        self.press(button);
        let whole =
            wait_for(|| whole_file_in(&downloads)).unwrap_or_else(|| self.give_up("a downloaded file"));
        let file = self.folder.path().join(whole.file_name().expect("a file has a name"));
        fs::rename(whole, &file).expect("the file can be moved");
        file
    }
}

/// Tabs
impl Visit {
    /// The tab that everything is about.
    #[must_use]
    #[track_caller]
    pub fn tab(&self) -> Tab {
        Tab(self.must("tell the tab", self.wait_on(self.browser.session.window())))
    }

    /// Opens another tab and turns to it.
    #[track_caller]
    pub fn open_tab(&self) -> Tab {
        let tab = Tab(self.must("open a tab", self.wait_on(self.browser.session.new_tab())));
        self.turn_to(&tab);
        tab
    }

    /// Turns to a tab.
    #[track_caller]
    pub fn turn_to(&self, tab: &Tab) {
        self.must("turn to a tab", self.wait_on(self.browser.session.switch_to_window(tab.0.clone())));
    }

    /// Closes a tab for good. Another has to be turned to afterwards.
    #[track_caller]
    pub fn close(&self, tab: &Tab) {
        self.turn_to(tab);
        self.must("close a tab", self.wait_on(self.browser.session.close_window()));
    }

    /// The processes that draw what is in the tabs of this browser.
    #[must_use]
    pub fn page_processes(&self) -> Vec<Process> {
        self.browser.page_processes()
    }

    /// Closes a tab whose process was killed, and turns to one that lives.
    #[track_caller]
    pub fn close_killed(&self, killed: &Tab, living: &Tab) {
        self.turn_to(living);
        let closed = self.browser.engine.close_killed(&self.browser.session, &killed.0, &living.0);
        self.must("close a killed tab", self.wait_on(closed));
    }
}

impl LeftBehind {
    /// The files with this text in them, in either of the ways in which browsers write text.
    #[must_use]
    pub fn files_with(&self, text: &str) -> Vec<String> {
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let holds = |bytes: &[u8], wanted: &[u8]| bytes.windows(wanted.len()).any(|part| part == wanted);
        let mut folders = vec![self.0.path().to_path_buf()];
        let mut found = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).expect("the folder can be listed").filter_map(Result::ok) {
                let path = entry.path();
                // Links lead to sockets and locks, which are gone by now.
                let kind = entry.file_type().expect("a kind of file");
                if kind.is_dir() {
                    folders.push(path);
                } else if kind.is_file() {
                    let bytes = fs::read(&path).expect("the file can be read");
                    if holds(&bytes, text.as_bytes()) || holds(&bytes, &wide) {
                        found.push(path.display().to_string());
                    }
                }
            }
        }
        found
    }
}

fn files_in(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be listed");
    entries.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| path.is_file())
}

/// How the names of files end that the site hands out. While a file is under way, its name ends otherwise.
const WHOLE: [&str; 4] = ["json", "html", "csv", "txt"];

/// The one file that was downloaded: until it is whole, it is empty or there is another beside it.
fn whole_file_in(folder: &Path) -> Option<PathBuf> {
    let files: Vec<PathBuf> = files_in(folder).collect();
    let [file] = &files[..] else { return None };
    let is_whole = WHOLE.contains(&file.extension()?.to_str()?) && file.metadata().ok()?.len() > 0;
    is_whole.then(|| file.clone())
}

/// At a port that the browser does not know: what it has stored for another test is not ours.
fn serve(served: &Served, browser: &Browser) -> Server {
    loop {
        let server = served.serve();
        if browser.is_new_at(server.address().port()) {
            return server;
        }
    }
}
