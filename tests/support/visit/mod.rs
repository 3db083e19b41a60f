//! One person with one browser, and what they do and see.

mod acting;
mod looking;
mod seeing;

use std::cell::Cell;
use std::collections::BTreeMap;

use assessment::app::Message;
use file_server::Server;
use tempfile::TempDir;
use thirtyfour::{WebDriver, WindowHandle};
use tokio::runtime::{self, Runtime};

use crate::content::{self, STORE};
use crate::driver::Driver;
use crate::{Engine, Site, page};

/// A person's visit: a browser with nothing stored in it, and a server of their own.
///
/// Every method that looks for something waits until it is there. Dropping the visit closes the
/// browser and ends the driver, also when the test failed.
pub struct Visit {
    engine: Engine,
    site: Site,
    server: Server,
    /// Which of the page's widgets everything is about.
    widget: Cell<usize>,
    browser: WebDriver,
    runtime: Runtime,
    _driver: Driver,
    _profile: TempDir,
}

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
        let engine = Engine::chosen();
        let driver = Driver::start(engine);
        let profile = tempfile::tempdir().expect("a temporary folder");
        let runtime = runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let browser = runtime
            .block_on(async { WebDriver::new(driver.address(), engine.capabilities(profile.path())?).await })
            .unwrap_or_else(|error| panic!("the browser did not start: {error}"));
        let server = serve(&site);
        let widget = Cell::new(0);
        Visit { engine, site, server, widget, browser, runtime, _driver: driver, _profile: profile }
    }

    /// Opens a page of the site, and waits until the check in it has started.
    #[track_caller]
    pub fn open(&self, path: &str) {
        let address = self.address(path);
        self.must("open the page", self.wait_on(self.browser.goto(address)));
        self.see_that("the check has started", |visit| visit.text().is_some_and(|text| !text.is_empty()));
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
        format!("http://{}{path}", self.server.address())
    }

    /// Goes on with a site of the same content at another address, where nothing is stored.
    pub fn forget_everything(&mut self) {
        self.server = serve(&self.site);
    }

    /// Loads the page again, as a person does with F5.
    #[track_caller]
    pub fn reload(&self) {
        self.must("reload", self.wait_on(self.browser.refresh()));
        self.see_that("the check has started", |visit| visit.text().is_some_and(|text| !text.is_empty()));
    }

    /// The browser's own Back.
    #[track_caller]
    pub fn go_back(&self) {
        self.must("go back", self.wait_on(self.browser.back()));
    }

    /// The browser's own Forward.
    #[track_caller]
    pub fn go_forward(&self) {
        self.must("go forward", self.wait_on(self.browser.forward()));
    }

    /// Everything from here on is about that widget of the page, counted from 0.
    pub fn turn_to_widget(&self, number: usize) {
        self.widget.set(number);
    }
}

/// Tabs
impl Visit {
    /// The tab that everything is about.
    #[must_use]
    #[track_caller]
    pub fn tab(&self) -> Tab {
        Tab(self.must("tell the tab", self.wait_on(self.browser.window())))
    }

    /// Opens another tab and turns to it.
    #[track_caller]
    pub fn open_tab(&self) -> Tab {
        let tab = Tab(self.must("open a tab", self.wait_on(self.browser.new_tab())));
        self.turn_to(&tab);
        tab
    }

    /// Turns to a tab.
    #[track_caller]
    pub fn turn_to(&self, tab: &Tab) {
        self.must("turn to a tab", self.wait_on(self.browser.switch_to_window(tab.0.clone())));
    }

    /// Closes a tab for good. Another has to be turned to afterwards.
    #[track_caller]
    pub fn close(&self, tab: &Tab) {
        self.turn_to(tab);
        self.must("close a tab", self.wait_on(self.browser.close_window()));
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        // A browser that is gone already needs no closing.
        let _ = self.runtime.block_on(self.browser.clone().quit());
    }
}

fn serve(site: &Site) -> Server {
    Server::start(site.folder(), 0).unwrap_or_else(|error| panic!("{error}"))
}
