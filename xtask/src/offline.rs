//! The app that works without a network: its icons, and the worker that knows every file by its sum.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::fingerprint::make_if_changed;
use crate::pages::put;
use crate::progress::Outcome;
use crate::workspace::Workspace;

/// What answers for the page where there is no network.
pub(crate) const WORKER: &str = "offline-worker.js";
/// What the page asks for: the script that brings the worker, what a device has to know to install the page, and the
/// icon, as it is drawn and in pixels.
pub(crate) const APP: [&str; 6] =
    ["offline.js", "manifest.json", ICON, PICTURES[0].0, PICTURES[1].0, PICTURES[2].0];
const ICON: &str = "icon.svg";
/// Each with its width: for Apple's devices, and for installing it elsewhere.
const PICTURES: [(&str, u32); 3] = [("icon-180.png", 180), ("icon-192.png", 192), ("icon-512.png", 512)];

/// Where all of it comes from.
const SOURCES: &str = "src/offline";
/// Where the worker's files go, and the name of the version that they are.
const FILES: &str = "const FILES = {};";
const VERSION: &str = "const VERSION = \"\";";
/// Where a page says of which release it is.
const MARK: &str = "<meta name=\"release\" content=\"";

/// Everything but the worker, each with its name in a site.
pub(crate) fn parts(workspace: &Workspace) -> Vec<(PathBuf, &'static str)> {
    let written = [("page.js", APP[0]), (APP[1], APP[1]), (ICON, ICON)];
    let written = written.map(|(source, name)| (workspace.path(SOURCES).join(source), name));
    let pictures = PICTURES.map(|(name, _)| (drawings(workspace).join(name), name));
    written.into_iter().chain(pictures).collect()
}

/// Draws the icon in every size.
pub(crate) fn draw(workspace: &Workspace) -> Result<Outcome> {
    let icon = workspace.path(SOURCES).join(ICON);
    make_if_changed(&drawings(workspace), &[icon.clone(), workspace.path("xtask")], |folder| {
        let text = fs::read(&icon).with_context(|| format!("could not read {}", icon.display()))?;
        for (name, width) in PICTURES {
            fs::write(folder.join(name), drawn(&text, width)?)
                .with_context(|| format!("could not write {name}"))?;
        }
        Ok(())
    })
}

fn drawings(workspace: &Workspace) -> PathBuf {
    workspace.workshop("icons")
}

fn drawn(icon: &[u8], width: u32) -> Result<Vec<u8>> {
    let tree = Tree::from_data(icon, &Options::default()).context("the icon is no SVG")?;
    let size = tree.size();
    ensure!(size.width() == size.height(), "the icon has to be a square");
    let mut pixels = Pixmap::new(width, width).context("an icon without a width")?;
    let scale = width as f32 / size.width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().context("could not write the icon as PNG")
}

/// Writes the worker of a folder, which keeps these of its files, and says in each page among them of which release it
/// is.
pub(crate) fn write_worker(workspace: &Workspace, folder: &Path, names: &[String]) -> Result<()> {
    let worker = workspace.path(SOURCES).join("worker.js");
    let worker =
        fs::read_to_string(&worker).with_context(|| format!("could not read {}", worker.display()))?;
    let mut files = Map::new();
    for name in names {
        let bytes = fs::read(folder.join(name)).with_context(|| format!("could not read {name}"))?;
        files.insert(name.clone(), sum(name, &bytes));
    }
    let (worker, version) = with_files(worker, files)?;
    fs::write(folder.join(WORKER), worker).with_context(|| format!("could not write {WORKER}"))?;
    for name in names.iter().filter(|name| is_page(name)) {
        let page = fs::read_to_string(folder.join(name)).with_context(|| format!("could not read {name}"))?;
        let page = marked(&page, &version).with_context(|| format!("could not say in {name} what it is"))?;
        fs::write(folder.join(name), page).with_context(|| format!("could not write {name}"))?;
    }
    Ok(())
}

fn is_page(name: &str) -> bool {
    name.ends_with(".html")
}

/// The page with the release that it is of, whatever it said before.
fn marked(page: &str, version: &str) -> Result<String> {
    let place = page.split_once(MARK).and_then(|(before, after)| Some((before, after.split_once('"')?.1)));
    let (before, after) = place.with_context(|| format!("a page has to hold `{MARK}\">`"))?;
    Ok([before, MARK, version, "\"", after].concat())
}

/// What a file has to be. A trust may put its contact on a page, or an attribute on the tag, so pages have none.
fn sum(name: &str, bytes: &[u8]) -> Value {
    if is_page(name) {
        return Value::Null;
    }
    json!(format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes))))
}

/// The version is called after the whole worker, so that another list and another worker are another version.
fn with_files(worker: String, files: Map<String, Value>) -> Result<(String, String)> {
    let list = serde_json::to_string_pretty(&files).context("could not write the list of files")?;
    let worker = put(worker, FILES, &format!("const FILES = {list};"))?;
    let version = format!("{:x}", Sha256::digest(&worker));
    let version = version[..16].to_owned();
    Ok((put(worker, VERSION, &format!("const VERSION = \"{version}\";"))?, version))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "const FILES = {};\nconst VERSION = \"\";\n";

    fn worker(files: &[(&str, &str)]) -> String {
        let files =
            files.iter().map(|(name, text)| ((*name).to_owned(), sum(name, text.as_bytes()))).collect();
        with_files(SOURCE.to_owned(), files).expect("it has both places").0
    }

    #[test]
    fn a_file_has_the_sum_that_browsers_check_and_a_page_has_none() {
        let worker = worker(&[("check.js", "abc"), ("index.html", "<p>")]);
        // The published example of FIPS 180.
        let expected = "\"check.js\": \"sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=\",";
        assert!(worker.contains(expected) && worker.contains("\"index.html\": null"), "{worker}");
    }

    #[test]
    fn another_file_or_another_one_in_it_is_another_version() {
        let version = |files: &[(&str, &str)]| worker(files).lines().last().expect("a line").to_owned();
        let one = version(&[("check.js", "one")]);
        assert_eq!(one, version(&[("check.js", "one")]));
        assert_ne!(one, version(&[("check.js", "two")]));
        assert_ne!(one, version(&[("check.js", "one"), ("check.css", "")]));
    }

    #[test]
    fn a_page_says_of_which_release_it_is_and_of_no_other() {
        let page = "<head><meta name=\"release\" content=\"\"><title>";
        let marked_once = marked(page, "one").expect("it has the place");
        assert_eq!(marked_once, "<head><meta name=\"release\" content=\"one\"><title>");
        let again = marked(&marked_once, "two").expect("it has the place");
        assert_eq!(again, "<head><meta name=\"release\" content=\"two\"><title>");
        assert!(marked("<head><title>", "one").is_err());
    }

    #[test]
    fn the_icon_is_drawn_in_the_width_that_is_asked_for() {
        let icon = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 4'><path fill='#fff' d='M0 0h2v4H0z'/></svg>";
        let picture = Pixmap::decode_png(&drawn(icon, 8).expect("it is drawn")).expect("a PNG");
        let is_seen = |x, y| picture.pixel(x, y).expect("inside").alpha() == 255;
        assert_eq!((picture.width(), is_seen(3, 7), is_seen(4, 0)), (8, true, false));
        let error = drawn(b"<svg xmlns='http://www.w3.org/2000/svg' width='2' height='4'/>", 8)
            .expect_err("no square");
        assert!(error.to_string().contains("square"), "{error}");
    }
}
