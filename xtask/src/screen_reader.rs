//! Brings the screen reader that tests listen to.

use anyhow::Result;

use crate::debian;
use crate::workspace::Workspace;

/// Where Debian puts what each of the packages is needed for.
const NEEDED: [(&str, &str); 4] = [
    ("orca", "/usr/bin/orca"),
    ("at-spi2-core", "/usr/libexec/at-spi-bus-launcher"),
    ("dbus", "/usr/bin/dbus-daemon"),
    ("openbox", "/usr/bin/openbox"),
];

/// Installs Orca and the desktop that it needs, if something is missing and this is Debian. The tests start their own.
pub(crate) fn bring(workspace: &Workspace) -> Result<()> {
    let needs = "tests of what is read out need Orca with a message bus and a window manager";
    debian::install_missing(workspace, &NEEDED, needs)
}
