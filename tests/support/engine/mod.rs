//! What differs between browsers: how they start, and what WebDriver itself cannot do or leaves open.
//!
//! Another browser is a file beside this one, a variant here, and an arm in each function. What is the
//! same in two of them stands here.

mod chromium;
mod firefox;
mod webkit;

use std::env;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command};
use std::thread;

use serde_json::{Map, Value};
use thirtyfour::common::print::PrintParameters;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Capabilities, WebDriver, WindowHandle};

/// Names the engine that the tests run in.
const VARIABLE: &str = "ENGINE";

/// How large the window of a new browser is.
const WINDOW: (u32, u32) = (1280, 900);

/// What a page hears when it is printed.
const TELL_OF_PRINTING: &str =
    "for (const kind of ['beforeprint', 'afterprint']) window.dispatchEvent(new Event(kind));";

/// A kind of browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Chromium, by ChromeDriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKitGTK in its small browser, by WebKitWebDriver. It needs a display.
    WebKit,
}

/// What a person has told their system or browser, and a page hears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// Nothing.
    None,
    /// Light letters on a dark ground, and as little motion as can be.
    DarkAndStill,
    /// Their own few colours and no others.
    ForcedColours,
    /// Everything read out, by a screen reader.
    ReadOut,
}

/// What a page holds in memory.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    /// Nodes of any document.
    pub nodes: u64,
    /// Functions that wait for an event.
    pub listeners: u64,
    /// Bytes of everything else.
    pub bytes: f64,
}

impl Engine {
    /// The engine that `ENGINE` names: `chromium`, which is also meant without it, `firefox` or `webkit`.
    pub(crate) fn chosen() -> Engine {
        let name = env::var(VARIABLE).unwrap_or_else(|_| "chromium".into());
        match name.as_str() {
            "chromium" => Engine::Chromium,
            "firefox" => Engine::Firefox,
            "webkit" => Engine::WebKit,
            _ => panic!("{VARIABLE} is “{name}”; it can be chromium, firefox or webkit"),
        }
    }

    /// As `ENGINE` has it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// Whether it draws into a window on a display, having no other way.
    pub(crate) fn needs_display(self) -> bool {
        self == Engine::WebKit
    }

    /// The driver, which is to listen on any free port of this machine alone. It and its browser leave
    /// whatever they leave in `folder`.
    pub(crate) fn driver(self, folder: &Path) -> Command {
        let mut command = match self {
            Engine::Chromium => driver_named("CHROMEDRIVER", "chromedriver"),
            Engine::Firefox => driver_named("GECKODRIVER", "geckodriver"),
            Engine::WebKit => webkit::driver(folder),
        };
        command.arg("--port=0").env("TMPDIR", folder);
        command
    }

    /// Waits until a driver that was just started listens; `None` if it ends without.
    pub(crate) fn port(self, driver: &mut Child) -> Option<u16> {
        match self {
            Engine::Chromium => told_port(driver, chromium::port_in),
            Engine::Firefox => told_port(driver, firefox::port_in),
            Engine::WebKit => webkit::port(driver),
        }
    }

    /// A browser that keeps everything in `folder`, and puts what is downloaded into `downloads`.
    pub(crate) fn capabilities(
        self,
        folder: &Path,
        downloads: &Path,
        preference: Preference,
    ) -> WebDriverResult<Capabilities> {
        match self {
            Engine::Chromium => chromium::capabilities(folder, downloads),
            Engine::Firefox => Ok(firefox::capabilities(folder, downloads, preference)),
            Engine::WebKit => Ok(webkit::capabilities(folder, downloads, preference)),
        }
    }

    /// Tells a tab what the person prefers, where the browser does not know it from its start.
    pub(crate) async fn set_preference(
        self,
        session: &WebDriver,
        preference: Preference,
    ) -> WebDriverResult<()> {
        match self {
            Engine::Chromium => chromium::set_preference(session, preference).await,
            Engine::Firefox | Engine::WebKit => Ok(()),
        }
    }

    /// A script that has to run at the start of every page.
    pub(crate) fn script_in_every_page(self) -> Option<&'static str> {
        match self {
            Engine::Chromium => None,
            Engine::Firefox | Engine::WebKit => Some(REMEMBER_ERRORS),
        }
    }

    /// The errors that have been logged since this was last asked.
    pub(crate) async fn errors(self, session: &WebDriver) -> WebDriverResult<Vec<String>> {
        match self {
            Engine::Chromium => chromium::errors(session).await,
            Engine::Firefox | Engine::WebKit => remembered_errors(session).await,
        }
    }

    /// Gives the page this room, however small. It may take a moment until the page has it.
    pub(crate) async fn resize(self, session: &WebDriver, width: u32, height: u32) -> WebDriverResult<()> {
        match self {
            Engine::Chromium => chromium::resize(session, width, height).await,
            Engine::Firefox | Engine::WebKit => resize_window(session, width, height).await,
        }
    }

    /// Undoes [`Engine::resize`].
    pub(crate) async fn forget_size(self, session: &WebDriver) -> WebDriverResult<()> {
        match self {
            // That was a setting of the tab.
            Engine::Chromium => Ok(()),
            Engine::Firefox | Engine::WebKit => session.set_window_rect(0, 0, WINDOW.0, WINDOW.1).await,
        }
    }

    /// Prints the page, or does with it what printing does.
    pub(crate) async fn print(self, session: &WebDriver) -> WebDriverResult<()> {
        match self {
            Engine::Chromium | Engine::Firefox => {
                session.print_page_base64(PrintParameters::default()).await.map(drop)
            }
            // Its driver does not print.
            Engine::WebKit => session.execute(TELL_OF_PRINTING, vec![]).await.map(drop),
        }
    }

    /// Prints the page and counts the pages of the paper.
    pub(crate) async fn printed_pages(self, session: &WebDriver) -> WebDriverResult<usize> {
        match self {
            Engine::Chromium => chromium::printed_pages(session).await,
            Engine::Firefox | Engine::WebKit => panic!("{} hands out no pages to count", self.name()),
        }
    }

    /// Lets the page look as on this kind of medium, and with forced colours or without.
    pub(crate) async fn emulate_media(
        self,
        session: &WebDriver,
        kind: &str,
        has_forced_colours: bool,
    ) -> WebDriverResult<()> {
        match self {
            Engine::Chromium => chromium::emulate_media(session, kind, has_forced_colours).await,
            Engine::Firefox | Engine::WebKit => {
                panic!("{} lets nobody choose the medium while it runs", self.name())
            }
        }
    }

    /// The nodes of the tree that the browser hands to a screen reader, the page first.
    pub(crate) async fn accessibility_nodes(self, session: &WebDriver) -> WebDriverResult<Vec<Value>> {
        match self {
            Engine::Chromium => chromium::accessibility_nodes(session).await,
            Engine::Firefox | Engine::WebKit => {
                panic!("{} tells the roles and names of single elements only", self.name())
            }
        }
    }

    /// Lets the pages that are opened from now on run scripts, or not.
    pub(crate) async fn allow_scripts(self, session: &WebDriver, is_allowed: bool) -> WebDriverResult<()> {
        match self {
            Engine::Chromium => chromium::allow_scripts(session, is_allowed).await,
            Engine::Firefox | Engine::WebKit => {
                panic!("{} lets nobody switch scripts off while it runs", self.name())
            }
        }
    }

    /// Sets the size of text that the person wants, in pixels.
    pub(crate) async fn set_text_size(self, session: &WebDriver, size: u32) -> WebDriverResult<()> {
        match self {
            Engine::Chromium => chromium::set_text_size(session, size).await,
            Engine::Firefox | Engine::WebKit => {
                panic!("{} lets nobody set the size of text while it runs", self.name())
            }
        }
    }

    /// Closes a tab whose process was killed, from another.
    pub(crate) async fn close_killed(
        self,
        session: &WebDriver,
        killed: &WindowHandle,
        living: &WindowHandle,
    ) -> WebDriverResult<()> {
        match self {
            Engine::Chromium => chromium::close_killed(session, killed).await,
            Engine::Firefox | Engine::WebKit => {
                session.switch_to_window(killed.clone()).await?;
                session.close_window().await?;
                session.switch_to_window(living.clone()).await
            }
        }
    }

    /// Whether a process of the browser, started by this command, draws pages.
    pub(crate) fn draws_pages(self, command: &str) -> bool {
        match self {
            // The browser draws parts of its own window in such a process too.
            Engine::Chromium => {
                command.contains("--type=renderer") && !command.contains("--top-chrome-webui")
            }
            Engine::Firefox => command.contains("-contentproc") && command.ends_with(" tab"),
            Engine::WebKit => command.contains("WebKitWebProcess"),
        }
    }

    /// What the page holds in memory, once everything that nothing refers to is gone.
    pub(crate) async fn held(self, session: &WebDriver) -> WebDriverResult<Held> {
        match self {
            Engine::Chromium => chromium::held(session).await,
            Engine::Firefox | Engine::WebKit => {
                panic!("{} tells nobody what a page holds in memory", self.name())
            }
        }
    }

    /// The name that a page gives to a field that takes a file, of the name that the driver computes.
    pub(crate) fn name_of_file_field(self, computed: &str) -> &str {
        match self {
            Engine::Chromium | Engine::WebKit => computed,
            // The field's own button and the chosen file are read out after it.
            Engine::Firefox => computed.split_once(" Browse…").map_or(computed, |(name, _)| name),
        }
    }

    /// What a driver calls the role of a field for a password, for which ARIA has no name.
    pub(crate) fn password_role(self) -> &'static str {
        match self {
            Engine::Firefox => "",
            Engine::Chromium | Engine::WebKit => "textbox",
        }
    }

    /// What a driver calls the role of a `summary`, for which ARIA has no name.
    pub(crate) fn disclosure_role(self) -> &'static str {
        match self {
            Engine::Chromium => "DisclosureTriangle",
            Engine::Firefox | Engine::WebKit => "",
        }
    }
}

/// What the driver is told about the browser, under the name that it knows.
fn capabilities_of(browser: &str, options: Value) -> Capabilities {
    Map::from_iter([(browser.to_owned(), options)]).into()
}

/// A driver that this variable names, or else one on the path.
fn driver_named(variable: &str, name: &str) -> Command {
    Command::new(env::var_os(variable).unwrap_or_else(|| name.into()))
}

/// The port that a driver tells on one of its first lines.
fn told_port(driver: &mut Child, in_line: fn(&str) -> Option<u16>) -> Option<u16> {
    let mut lines = BufReader::new(driver.stdout.take()?).lines().map_while(Result::ok);
    let port = lines.by_ref().find_map(|line| in_line(&line))?;
    // Whatever else it says has to be read, or it would wait for somebody to do so.
    thread::spawn(move || lines.for_each(drop));
    Some(port)
}

/// Remembers what Chromium writes into a log that its driver gives out.
const REMEMBER_ERRORS: &str = "
const errors = [];
Object.defineProperty(window, 'rememberedErrors', { value: errors });
addEventListener('error', (event) => errors.push(event.message ?? `${event.target.outerHTML} did not load`), true);
addEventListener('unhandledrejection', (event) => errors.push(`not caught: ${event.reason}`));
addEventListener('securitypolicyviolation', (event) => errors.push(`refused: ${event.blockedURI}`));
const write = console.error;
console.error = (...parts) => {
  errors.push(parts.map(String).join(' '));
  write.apply(console, parts);
};
";

/// The errors of the page that is shown.
async fn remembered_errors(session: &WebDriver) -> WebDriverResult<Vec<String>> {
    session.execute("return window.rememberedErrors?.splice(0) ?? [];", vec![]).await?.convert()
}

/// Makes the window as much larger than the page as it is now.
async fn resize_window(session: &WebDriver, width: u32, height: u32) -> WebDriverResult<()> {
    let around = "return [outerWidth - innerWidth, outerHeight - innerHeight];";
    let [beside, above]: [u32; 2] = session.execute(around, vec![]).await?.convert()?;
    session.set_window_rect(0, 0, width + beside, height + above).await
}
