//! Weighs the finished files, raw and as a server sends them compressed.

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// Files that are loaded together, and what they may cost in all.
#[derive(Clone, Copy)]
pub(crate) struct Load {
    pub(crate) name: &'static str,
    pub(crate) files: &'static [&'static str],
    /// Brotli, in bytes.
    pub(crate) limit: usize,
}

/// One file's bytes, three ways.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    fn of(bytes: &[u8]) -> std::io::Result<Size> {
        Ok(Size { raw: bytes.len(), gzip: gzip_length(bytes)?, brotli: brotli_length(bytes)? })
    }

    fn plus(self, other: Size) -> Size {
        Size { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

fn gzip_length(bytes: &[u8]) -> std::io::Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn brotli_length(bytes: &[u8]) -> std::io::Result<usize> {
    let parameters = BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters)?;
    Ok(compressed.len())
}

/// The size of every file of a folder, and of what is loaded together.
pub(crate) struct Table {
    rows: Vec<Row>,
    loads: Vec<Load>,
}

struct Row {
    name: String,
    size: Size,
}

impl Table {
    /// Weighs all files of `folder`, which has those of all the loads.
    pub(crate) fn of(folder: &Path, loads: &[Load]) -> Result<Table> {
        let mut names = Vec::new();
        file_names(folder, "", &mut names).with_context(|| format!("could not list {}", folder.display()))?;
        for load in loads {
            if let Some(missing) = load.files.iter().find(|name| !names.iter().any(|file| file == *name)) {
                bail!("{} lacks {missing}, which is part of the {}", folder.display(), load.name);
            }
        }
        let mut rows = Vec::with_capacity(names.len());
        for name in names {
            let size = fs::read(folder.join(&name))
                .and_then(|bytes| Size::of(&bytes))
                .with_context(|| format!("could not weigh {name}"))?;
            rows.push(Row { name, size });
        }
        Ok(Table { rows, loads: loads.to_vec() })
    }

    fn size(&self, load: &Load) -> Size {
        let rows = self.rows.iter().filter(|row| load.files.contains(&row.name.as_str()));
        rows.fold(Size::default(), |sum, row| sum.plus(row.size))
    }

    /// Fails when something costs more than it may.
    pub(crate) fn hold_to_limits(&self) -> Result<()> {
        for load in &self.loads {
            let Size { brotli, .. } = self.size(load);
            if brotli > load.limit {
                bail!(
                    "the {} is {} brotli, over the limit of {}: make it smaller, load less at first, or say in xtask/src/dist.rs that it is worth it",
                    load.name,
                    kilobytes(brotli),
                    kilobytes(load.limit),
                );
            }
        }
        Ok(())
    }
}

/// The names of all files below a folder, sorted, with `/` between folders.
fn file_names(folder: &Path, prefix: &str, names: &mut Vec<String>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            file_names(&entry.path(), &format!("{name}/"), names)?;
        } else {
            names.push(name);
        }
    }
    names.sort();
    Ok(())
}

impl fmt::Display for Table {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.rows.iter().map(|row| row.name.as_str());
        let names = names.chain(self.loads.iter().map(|load| load.name));
        let width = names.map(str::len).max().unwrap_or(0);
        writeln!(formatter, "{:width$} {:>10} {:>10} {:>10}", "", "raw", "gzip", "brotli")?;
        let mut line = |name: &str, Size { raw, gzip, brotli }| {
            let [raw, gzip, brotli] = [raw, gzip, brotli].map(kilobytes);
            writeln!(formatter, "{name:width$} {raw:>10} {gzip:>10} {brotli:>10}")
        };
        for row in &self.rows {
            line(&row.name, row.size)?;
        }
        self.loads.iter().try_for_each(|load| line(load.name, self.size(load)))
    }
}

/// As people and the limit count: 1 KB is 1,000 bytes.
fn kilobytes(bytes: usize) -> String {
    format!("{}.{} KB", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder_with(files: &[(&str, usize)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (name, length) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a parent")).expect("the folder is made");
            fs::write(path, "a".repeat(*length)).expect("the file is written");
        }
        folder
    }

    fn load(files: &'static [&'static str], limit: usize) -> Load {
        Load { name: "first visit", files, limit }
    }

    #[test]
    fn only_the_files_of_a_load_count() {
        let folder = folder_with(&[("page", 1000), ("later/board", 5000), ("program", 500)]);
        let [first, later] = [load(&["page", "program"], 0), load(&["later/board"], 0)];
        let table = Table::of(folder.path(), &[first, later]).expect("the files are weighed");
        assert_eq!(table.rows.len(), 3);
        assert_eq!([first, later].map(|load| table.size(&load).raw), [1500, 5000]);
    }

    #[test]
    fn the_limit_is_on_brotli_and_allows_itself() {
        let folder = folder_with(&[("page", 1000)]);
        let with_limit =
            |limit| Table::of(folder.path(), &[load(&["page"], limit)]).expect("the file is weighed");
        let table = with_limit(0);
        let brotli = table.size(&table.loads[0]).brotli;
        assert!(brotli < 100, "{brotli} bytes for one letter repeated");
        assert!(with_limit(brotli).hold_to_limits().is_ok());
        assert!(with_limit(brotli - 1).hold_to_limits().is_err());
    }

    #[test]
    fn a_file_of_a_load_that_is_missing_is_named() {
        let folder = folder_with(&[("page", 1000)]);
        let error = Table::of(folder.path(), &[load(&["page", "program"], 0)]).err().expect("one is missing");
        assert!(error.to_string().ends_with("lacks program, which is part of the first visit"), "{error}");
    }

    #[test]
    fn brotli_and_gzip_shrink_what_repeats() {
        let Size { raw, gzip, brotli } = Size::of(&b"leadership ".repeat(100)).expect("it is weighed");
        assert_eq!(raw, 1100);
        assert!(brotli < gzip && gzip < raw / 10, "gzip {gzip}, brotli {brotli}");
    }

    #[test]
    fn a_kilobyte_is_a_thousand_bytes() {
        assert_eq!([0, 99, 119_999, 1_234_567].map(kilobytes), ["0.0 KB", "0.0 KB", "119.9 KB", "1234.5 KB"]);
    }
}
