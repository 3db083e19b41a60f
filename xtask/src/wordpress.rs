//! Packs the plugin for WordPress: what `integrations/wordpress` has, and beside it the check's own files, so that the
//! plugin calls no other website.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{System, ZipWriter};

use crate::debian;
use crate::workspace::Workspace;

/// The plugin, as WordPress takes it.
pub(crate) const PLUGIN: &str = "digital-leadership-check-wordpress.zip";

/// Where what is written for WordPress stands.
const SOURCES: &str = "integrations/wordpress";
/// The plugin's folder on a website.
const FOLDER: &str = "digital-leadership-check";
/// What the sources leave open: the release, and the folder with the check's own files.
const VERSION: &str = "{version}";
const FILES: &str = "{files}";

/// Where Debian puts what each of the packages is needed for.
const NEEDED: [(&str, &str); 5] = [
    ("wordpress", "/usr/share/wordpress/wp-load.php"),
    (
        "wordpress-theme-twentytwentythree",
        "/usr/share/wordpress/wp-content/themes/twentytwentythree/theme.json",
    ),
    ("php-cli", "/usr/bin/php"),
    ("php-mysql", "/usr/share/doc/php-mysql/copyright"),
    ("mariadb-server", "/usr/sbin/mariadbd"),
];

/// Each file by its path in the plugin's folder.
type Files = BTreeMap<String, Vec<u8>>;

/// Packs the plugin into a folder of finished files, with those of them that it needs.
pub(crate) fn pack(workspace: &Workspace, folder: &Path, needed: &[String]) -> Result<()> {
    let mut files = Files::new();
    for name in needed {
        files.insert(
            name.clone(),
            fs::read(folder.join(name)).with_context(|| format!("could not read {name}"))?,
        );
    }
    let mut sources = Files::new();
    read_into(&mut sources, &workspace.path(SOURCES), "")?;
    let plugin = plugin(sources, files)?;
    fs::write(folder.join(PLUGIN), zipped(&plugin)?).with_context(|| format!("could not write {PLUGIN}"))
}

/// Installs WordPress and what it runs on, if something is missing and this is Debian. The tests start their own.
pub(crate) fn bring(workspace: &Workspace) -> Result<()> {
    debian::install_missing(workspace, &NEEDED, "tests of the plugin need WordPress with PHP and MariaDB")
}

fn read_into(files: &mut Files, folder: &Path, before: &str) -> Result<()> {
    let trouble = || format!("could not read {}", folder.display());
    for entry in fs::read_dir(folder).with_context(trouble)? {
        let file = entry.with_context(trouble)?.path();
        let name = format!("{before}{}", file.file_name().unwrap_or_default().to_string_lossy());
        if file.is_dir() {
            read_into(files, &file, &format!("{name}/"))?;
        } else {
            files.insert(name, fs::read(&file).with_context(trouble)?);
        }
    }
    Ok(())
}

/// The whole plugin. The folder of the check's files is called after what is in them, so that no cache between a server
/// and a browser brings files of two releases together.
fn plugin(sources: Files, files: Files) -> Result<Files> {
    let own = format!("files-{}", &sum(&files)[..8]);
    let mut plugin = Files::new();
    let mut is_told = false;
    for (name, source) in sources {
        let text = String::from_utf8(source).with_context(|| format!("{SOURCES}/{name} is no text"))?;
        is_told |= text.contains(FILES);
        let text = text.replace(VERSION, env!("CARGO_PKG_VERSION")).replace(FILES, &own);
        plugin.insert(name, text.into_bytes());
    }
    if !is_told {
        bail!("no file in {SOURCES} says {FILES}, so the plugin would not find the check's own files");
    }
    plugin.extend(files.into_iter().map(|(name, bytes)| (format!("{own}/{name}"), bytes)));
    Ok(plugin)
}

fn sum(files: &Files) -> String {
    let mut sum = Sha256::new();
    for (name, bytes) in files {
        sum.update(format!("{name} {}\n", bytes.len()));
        sum.update(bytes);
    }
    format!("{:x}", sum.finalize())
}

/// In the order of their names, all with the same time, so that the same files make the same bytes.
fn zipped(files: &Files) -> Result<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let trouble = || format!("could not pack {name}");
        // As if on the same kind of system, wherever it is.
        let options = SimpleFileOptions::default().system(System::Unix);
        writer.start_file(format!("{FOLDER}/{name}"), options).with_context(trouble)?;
        writer.write_all(bytes).with_context(trouble)?;
    }
    Ok(writer.finish().context("could not pack the plugin")?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, &str)]) -> Files {
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn the_check_is_in_a_folder_that_is_called_after_what_is_in_it() {
        let main = [("main.php", "Version: {version}\nin '{files}'")];
        let folder = |script: &str| {
            let plugin = plugin(files(&main), files(&[("check.js", script)])).expect("a plugin");
            let [check, main] = plugin.keys().collect::<Vec<_>>()[..] else {
                panic!("two files: {plugin:?}")
            };
            let own = check.strip_suffix("/check.js").expect("a folder").to_owned();
            let said = String::from_utf8(plugin[main].clone()).expect("a text");
            assert_eq!(said, format!("Version: {}\nin '{own}'", env!("CARGO_PKG_VERSION")));
            own
        };
        assert_eq!(folder("one"), folder("one"));
        assert_ne!(folder("one"), folder("two"));
    }

    #[test]
    fn a_plugin_that_would_not_find_the_check_is_refused() {
        let error = plugin(files(&[("main.php", "{version}")]), files(&[])).expect_err("no place");
        assert!(error.to_string().contains("{files}"), "{error}");
    }

    #[test]
    fn the_same_files_make_the_same_bytes_whenever_they_are_packed() {
        let same = files(&[("a", "one"), ("b/c", "two")]);
        let packed = zipped(&same).expect("it is packed");
        assert_eq!(packed, zipped(&same).expect("it is packed"));
        let mut archive = zip::ZipArchive::new(Cursor::new(packed)).expect("it can be read");
        for (place, name) in ["a", "b/c"].into_iter().enumerate() {
            let file = archive.by_index(place).expect("a file");
            assert_eq!(file.name().expect("a name"), format!("{FOLDER}/{name}"));
            // With which the format begins, and not today.
            assert_eq!(file.last_modified().expect("a time").year(), 1980);
        }
    }
}
