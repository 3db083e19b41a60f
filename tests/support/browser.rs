//! Browsers, which are slow to start: a test hands its browser on to the next.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use tempfile::TempDir;
use thirtyfour::WebDriver;
use thirtyfour::error::{WebDriverError, WebDriverResult};
use tokio::runtime::{self, Runtime};

use crate::driver::Driver;
use crate::engine::{Engine, Preference};
use crate::processes::{self, Process};
use crate::screen_reader::ScreenReader;

const DOWNLOADS: &str = "downloads";

/// A running browser with its driver. Dropping it closes the one and ends the other.
pub(crate) struct Browser {
    pub(crate) engine: Engine,
    preference: Preference,
    pub(crate) session: WebDriver,
    pub(crate) runtime: Runtime,
    driver: Driver,
    /// The ports that it has been sent to, under whose addresses it may have stored something.
    known: RefCell<BTreeSet<u16>>,
    /// Everything that both of them write; removed when they are gone.
    folder: Arc<TempDir>,
}

/// A browser that one test has to itself for a while.
pub(crate) struct Lent(Option<Browser>);

struct Shelf {
    idle: Vec<Browser>,
    lent: usize,
}

static SHELF: Mutex<Shelf> = Mutex::new(Shelf { idle: Vec::new(), lent: 0 });

impl Lent {
    /// A browser with one empty tab: one that another test has done with, or a new one.
    ///
    /// It has forgotten the tabs of the test before; what that test stored is under another address.
    #[track_caller]
    pub(crate) fn new(engine: Engine, preference: Preference) -> Lent {
        let idle = with_shelf(|shelf| {
            shelf.lent += 1;
            let is_fit = |browser: &Browser| (browser.engine, browser.preference) == (engine, preference);
            let fitting = shelf.idle.iter().position(is_fit);
            fitting.map(|place| shelf.idle.swap_remove(place))
        });
        // Counted from here on, so that a browser that does not start is given back too.
        let mut lent = Lent(idle);
        lent.0.get_or_insert_with(|| Browser::start(engine, preference));
        lent
    }
}

impl Lent {
    /// Closes the browser as a person does, and answers with the folder of everything that it wrote.
    pub(crate) fn close(mut self) -> Arc<TempDir> {
        let browser = self.0.take().expect("it is lent until it is dropped");
        let folder = browser.folder.clone();
        drop(browser);
        folder
    }
}

impl Deref for Lent {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        self.0.as_ref().expect("it is lent until it is dropped")
    }
}

impl Drop for Lent {
    /// Nothing runs when the tests end, so whoever gives back the last browser closes them all.
    fn drop(&mut self) {
        // After a test that failed nobody knows what state it is in.
        let fit = self.0.take().filter(|browser| !thread::panicking() && browser.clean().is_ok());
        let done_with = with_shelf(|shelf| {
            shelf.lent -= 1;
            shelf.idle.extend(fit);
            if shelf.lent == 0 { std::mem::take(&mut shelf.idle) } else { vec![] }
        });
        drop(done_with);
    }
}

impl Browser {
    #[track_caller]
    fn start(engine: Engine, preference: Preference) -> Browser {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let downloads = folder.path().join(DOWNLOADS);
        fs::create_dir(&downloads).expect("a folder for what is downloaded");
        let driver = Driver::start(engine, folder.path(), preference);
        let runtime = runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let session = async {
            let capabilities = engine.capabilities(folder.path(), &downloads, preference)?;
            let session = WebDriver::new(driver.address(), capabilities).await?;
            engine.set_preference(&session, preference).await?;
            Ok::<_, WebDriverError>(session)
        };
        let session =
            runtime.block_on(session).unwrap_or_else(|error| panic!("the browser did not start: {error}"));
        Browser {
            engine,
            preference,
            session,
            runtime,
            driver,
            known: RefCell::default(),
            folder: folder.into(),
        }
    }

    /// Whether this is the first time that it is sent to that port.
    pub(crate) fn is_new_at(&self, port: u16) -> bool {
        self.known.borrow_mut().insert(port)
    }

    /// Where it puts what is downloaded.
    pub(crate) fn downloads(&self) -> PathBuf {
        self.folder.path().join(DOWNLOADS)
    }

    /// What reads its pages out.
    pub(crate) fn screen_reader(&self) -> &ScreenReader {
        self.driver.screen_reader().expect("this person has asked for a screen reader")
    }

    /// The processes that draw the pages of this browser, and of no other.
    pub(crate) fn page_processes(&self) -> Vec<Process> {
        let all = processes::below(self.driver.id()).into_iter();
        all.filter(|process| self.engine.draws_pages(&process.command)).collect()
    }

    /// Opens an empty tab and closes all others. What was set for a tab goes with it. The window is as large
    /// as that of a new browser.
    fn clean(&self) -> WebDriverResult<()> {
        self.runtime.block_on(async {
            let before = self.session.windows().await?;
            let empty = self.session.new_tab().await?;
            for tab in before {
                self.session.switch_to_window(tab).await?;
                self.session.close_window().await?;
            }
            self.session.switch_to_window(empty).await?;
            self.engine.set_preference(&self.session, self.preference).await?;
            self.engine.forget_size(&self.session).await?;
            // Errors are for the test in which they happened.
            self.engine.errors(&self.session).await?;
            Ok(())
        })
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A browser that is gone already needs no closing.
        let _ = self.runtime.block_on(self.session.clone().quit());
    }
}

fn with_shelf<T>(change: impl FnOnce(&mut Shelf) -> T) -> T {
    change(&mut SHELF.lock().unwrap_or_else(PoisonError::into_inner))
}
