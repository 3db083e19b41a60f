//! What others have made of that which is given out: a list with the licences and their texts, and the rule which
//! licences and sources are taken at all.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::json;
use spdx::{Expression, ParseMode};

use crate::command;
use crate::fingerprint::make_if_changed;
use crate::program::{CHECK, READER};
use crate::progress::Outcome;
use crate::set_up::WASM;
use crate::workspace::Workspace;

/// The list, among the finished files.
pub(crate) const LIST: &str = "THIRD-PARTY.txt";

/// The same for programs that look for known faults in what a product is made of: a bill of materials of CycloneDX.
pub(crate) const BILL: &str = "sbom.cdx.json";

/// The licences that are taken. All of them ask for no more than their text beside the files.
const TAKEN: [&str; 10] = [
    "MIT",
    "Apache-2.0",
    "Zlib",
    "BSL-1.0",
    "Unicode-3.0",
    "ISC",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "MIT-0",
    "CC0-1.0",
];
/// Begins what cargo says of where a package comes from, if that is a registry and not somebody's repository.
const REGISTRY: &str = "registry+";

/// The styles that ours are made of, below `node_modules`.
const STYLES: &str = "nhsuk-frontend";

/// Something that others have made and that is part of a finished file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) version: String,
    /// Whoever has the rights, as far as the package tells.
    authors: Vec<String>,
    /// An expression of SPDX.
    pub(crate) licence: String,
    /// Its own folder; none where its licence is looked up by name.
    folder: Option<PathBuf>,
    kind: Kind,
}

/// Where a part is found under its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Cargo,
    Npm,
    /// What comes with the compiler.
    Library,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    #[serde(default)]
    authors: Vec<String>,
    /// None of our own packages has one.
    source: Option<String>,
    manifest_path: PathBuf,
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    /// Nothing for what goes into the program; else what it is needed for.
    kind: Option<String>,
}

/// Writes the list, if a dependency changed.
pub(crate) fn write(workspace: &Workspace) -> Result<Outcome> {
    let inputs =
        ["Cargo.lock", "package-lock.json", "rust-toolchain.toml", "xtask"].map(|name| workspace.path(name));
    make_if_changed(&folder(workspace), &inputs, |folder| {
        let parts = parts(workspace)?;
        refuse_other_licences(parts.iter().map(|part| (part.name.as_str(), part.licence.as_str())))?;
        fs::write(folder.join(LIST), list(&parts)?).with_context(|| format!("could not write {LIST}"))?;
        fs::write(folder.join(BILL), bill(&parts)).with_context(|| format!("could not write {BILL}"))
    })
}

/// Where [`write`] puts one of the two.
pub(crate) fn output(workspace: &Workspace, name: &str) -> PathBuf {
    folder(workspace).join(name)
}

fn folder(workspace: &Workspace) -> PathBuf {
    workspace.workshop("third-party")
}

/// Refuses every dependency, also of the tests and of the build, that has a licence which is not taken, or comes from
/// anywhere but a registry.
pub(crate) fn check(workspace: &Workspace) -> Result<()> {
    let metadata = metadata(workspace, &[])?;
    let others: Vec<&Package> = metadata.packages.iter().filter(|package| package.source.is_some()).collect();
    refuse_other_sources(
        others.iter().filter_map(|package| Some((&*package.name, package.source.as_deref()?))),
    )?;
    refuse_other_licences(
        others.iter().map(|package| (&*package.name, package.license.as_deref().unwrap_or(""))),
    )?;
    println!("{} packages, all from a registry, with licences that are taken", others.len());
    Ok(())
}

fn refuse_other_sources<'a>(sources: impl Iterator<Item = (&'a str, &'a str)>) -> Result<()> {
    for (name, source) in sources {
        if !source.starts_with(REGISTRY) {
            bail!(
                "{name} comes from {source}: take a version that a registry has, which cannot be changed afterwards"
            );
        }
    }
    Ok(())
}

fn refuse_other_licences<'a>(licences: impl Iterator<Item = (&'a str, &'a str)>) -> Result<()> {
    for (name, licence) in licences {
        let expression = Expression::parse_mode(licence, ParseMode::LAX)
            .with_context(|| format!("the licence of {name} cannot be read: “{licence}”"))?;
        let is_taken = |id: &str| TAKEN.contains(&id);
        if !expression.evaluate(|wanted| wanted.license.id().is_some_and(|id| is_taken(id.name))) {
            bail!(
                "{name} is under “{licence}”, which is not among the licences that are taken (xtask/src/third_party.rs)"
            );
        }
    }
    Ok(())
}

/// Everything that is part of a finished file, in order.
pub(crate) fn parts(workspace: &Workspace) -> Result<BTreeSet<Part>> {
    let metadata = metadata(workspace, &["--filter-platform", WASM])?;
    let mut parts: BTreeSet<Part> = in_the_programs(&metadata).into_iter().map(part).collect();
    parts.insert(standard_library(workspace)?);
    parts.insert(styles(workspace)?);
    Ok(parts)
}

fn metadata(workspace: &Workspace, options: &[&str]) -> Result<Metadata> {
    let mut cargo = workspace.cargo();
    let answer =
        command::output(cargo.args(["metadata", "--locked", "--format-version", "1"]).args(options))?;
    serde_json::from_str(&answer).context("the answer of `cargo metadata`")
}

/// The packages of others that are compiled into one of the programs; not what only runs while they are made.
fn in_the_programs(metadata: &Metadata) -> Vec<&Package> {
    let packages: BTreeMap<&str, &Package> = metadata.packages.iter().map(|it| (&*it.id, it)).collect();
    let nodes: BTreeMap<&str, &Node> = metadata.resolve.nodes.iter().map(|it| (&*it.id, it)).collect();
    let programs = [CHECK.package, READER.package];
    let is_program = |package: &&Package| package.source.is_none() && programs.contains(&&*package.name);
    let mut left: Vec<&str> =
        metadata.packages.iter().filter(is_program).map(|program| &*program.id).collect();
    let mut found = BTreeSet::new();
    while let Some(id) = left.pop() {
        let runs_at_build =
            packages[id].targets.iter().any(|target| target.kind.iter().any(|kind| kind == "proc-macro"));
        if runs_at_build || !found.insert(id) {
            continue;
        }
        let needed =
            nodes[id].deps.iter().filter(|needed| needed.dep_kinds.iter().any(|kind| kind.kind.is_none()));
        left.extend(needed.map(|needed| &*needed.pkg));
    }
    found.into_iter().map(|id| packages[id]).filter(|package| package.source.is_some()).collect()
}

fn part(package: &Package) -> Part {
    Part {
        name: package.name.clone(),
        version: package.version.clone(),
        authors: package.authors.iter().map(|author| without_address(author)).collect(),
        licence: package.license.as_deref().map(in_todays_form).unwrap_or_default(),
        folder: package.manifest_path.parent().map(Path::to_path_buf),
        kind: Kind::Cargo,
    }
}

/// The name alone.
fn without_address(author: &str) -> String {
    author.split_once(" <").map_or(author, |(name, _)| name).to_owned()
}

/// Older packages put a stroke for a choice.
fn in_todays_form(licence: &str) -> String {
    Expression::canonicalize(licence).ok().flatten().unwrap_or_else(|| licence.to_owned())
}

/// Every program holds parts of it.
fn standard_library(workspace: &Workspace) -> Result<Part> {
    let version = command::output(workspace.program("rustc").arg("--version"))?;
    Ok(Part {
        name: "Rust standard library".to_owned(),
        version: version.split_whitespace().nth(1).unwrap_or_default().to_owned(),
        authors: vec!["The Rust Project contributors".to_owned()],
        licence: "MIT OR Apache-2.0".to_owned(),
        folder: None,
        kind: Kind::Library,
    })
}

fn styles(workspace: &Workspace) -> Result<Part> {
    #[derive(Deserialize)]
    struct Manifest {
        version: String,
        license: String,
    }
    let manifest = workspace.path("node_modules").join(STYLES).join("package.json");
    let text =
        fs::read_to_string(&manifest).with_context(|| format!("could not read {}", manifest.display()))?;
    let manifest: Manifest =
        serde_json::from_str(&text).with_context(|| format!("the manifest of {STYLES}"))?;
    Ok(Part {
        name: STYLES.to_owned(),
        version: manifest.version,
        authors: vec!["NHS England".to_owned()],
        licence: manifest.license,
        folder: None,
        kind: Kind::Npm,
    })
}

/// The list, and below it each text once with the names of those that it is for.
fn list(parts: &BTreeSet<Part>) -> Result<String> {
    let mut lines = String::from(
        "What others have made of the files in this folder\n\n\
         The programs and the styles hold work of others. All of it may be used, changed and passed on, if these\n\
         texts go with it. Where there is a choice, it is taken under the first text below that names it.\n\n",
    );
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for part in parts {
        let name = format!("{} {}", part.name, part.version);
        lines += &format!("- {name} ({})\n", part.licence);
        for text in part.texts()? {
            texts.entry(text).or_default().push(name.clone());
        }
    }
    for (text, names) in texts {
        lines += &format!("\n\n{}\n\nFor {}:\n\n{text}\n", "=".repeat(78), names.join(", "));
    }
    Ok(lines)
}

/// The bill, without a time or a number made by chance, so that the same parts make the same bytes.
fn bill(parts: &BTreeSet<Part>) -> String {
    let component = |part: &Part| {
        let mut component = json!({
            "type": "library",
            "name": part.name,
            "version": part.version,
            "licenses": [{ "expression": part.licence }],
        });
        if let Some(kind) = part.kind.of_address() {
            let address = format!("pkg:{kind}/{}@{}", part.name, part.version.replace('+', "%2B"));
            component["bom-ref"] = json!(address);
            component["purl"] = json!(address);
        }
        component
    };
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": {
            "type": "application",
            "name": CHECK.package,
            "version": env!("CARGO_PKG_VERSION"),
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        } },
        "components": parts.iter().map(component).collect::<Vec<_>>(),
    });
    format!("{bill:#}\n")
}

impl Kind {
    /// As addresses of packages have it.
    fn of_address(self) -> Option<&'static str> {
        match self {
            Kind::Cargo => Some("cargo"),
            Kind::Npm => Some("npm"),
            Kind::Library => None,
        }
    }
}

impl Part {
    /// The texts of its licence: those that it brings, or else the published one with its authors.
    fn texts(&self) -> Result<BTreeSet<String>> {
        let brought = self.brought()?;
        if !brought.is_empty() {
            return Ok(brought);
        }
        let expression = Expression::parse_mode(&self.licence, ParseMode::LAX)
            .with_context(|| format!("the licence of {} cannot be read", self.name))?;
        let ids = expression.requirements().filter_map(|wanted| wanted.req.license.id());
        let first = ids.into_iter().find(|id| TAKEN.contains(&id.name));
        let Some(first) = first else { bail!("{} brings no text of its licence", self.name) };
        let authors = match self.authors.is_empty() {
            true => format!("the authors of {}", self.name),
            false => self.authors.join(", "),
        };
        Ok(BTreeSet::from([format!("Copyright: {authors}\n\n{}", tidy(&without_blank(first.text())))]))
    }

    fn brought(&self) -> Result<BTreeSet<String>> {
        let Some(folder) = &self.folder else { return Ok(BTreeSet::new()) };
        let trouble = || format!("could not read the licence of {}", self.name);
        let mut files = Vec::new();
        for entry in fs::read_dir(folder).with_context(trouble)? {
            let file = entry.with_context(trouble)?.path();
            let name = file.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
            if file.is_file() && name.starts_with("LICENSE") {
                files.push((name, file));
            }
        }
        // Where there is a choice, it is this one, which asks for the least.
        let has_mit = files.iter().any(|(name, _)| name.contains("MIT"));
        let is_left = |name: &str| has_mit && name.contains("APACHE");
        let chosen = files.iter().filter(|(name, _)| !is_left(name));
        chosen.map(|(_, file)| Ok(tidy(&fs::read_to_string(file).with_context(trouble)?))).collect()
    }
}

/// Without the line that is there to be filled in.
fn without_blank(text: &str) -> String {
    let lines: Vec<&str> = text.lines().filter(|line| !line.contains("<year>")).collect();
    lines.join("\n")
}

/// Without what differs between files that say the same.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use cyclonedx_bom::models::bom::{Bom, SpecVersion};
    use cyclonedx_bom::validation::Validate as _;

    use super::*;

    fn licences(licence: &str) -> Result<()> {
        refuse_other_licences([("thing", licence)].into_iter())
    }

    #[test]
    fn a_licence_is_taken_if_one_that_may_be_chosen_is() {
        for taken in ["MIT", "MIT/Apache-2.0", "GPL-3.0-only OR MIT", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
            assert!(licences(taken).is_ok(), "{taken}");
        }
        for other in ["GPL-3.0-only", "MIT AND GPL-3.0-only", ""] {
            let error = licences(other).expect_err(other).to_string();
            assert!(error.contains("thing"), "{error}");
        }
    }

    #[test]
    fn what_comes_from_a_repository_is_refused() {
        let of = |source: &'static str| refuse_other_sources([("thing", source)].into_iter());
        assert!(of("registry+https://example.org/index").is_ok());
        let error = of("git+https://example.org/thing#abc").expect_err("a repository").to_string();
        assert!(error.starts_with("thing comes from git+"), "{error}");
    }

    #[test]
    fn what_brings_no_text_has_the_published_one_with_its_authors() {
        let part = Part {
            name: "thing".to_owned(),
            version: "1.2.3".to_owned(),
            authors: vec!["Some people".to_owned()],
            licence: "MIT OR Apache-2.0".to_owned(),
            folder: None,
            kind: Kind::Library,
        };
        let list = list(&BTreeSet::from([part])).expect("a list");
        assert!(list.contains("\n- thing 1.2.3 (MIT OR Apache-2.0)\n"), "{list}");
        assert!(list.contains("For thing 1.2.3:\n\nCopyright: Some people\n\nMIT License"), "{list}");
    }

    #[test]
    fn the_bill_is_one_of_cyclonedx() {
        let part = |name: &str, kind| Part {
            name: name.to_owned(),
            version: "1.2.3+spec-1.0".to_owned(),
            authors: vec![],
            licence: in_todays_form("MIT/Apache-2.0"),
            folder: None,
            kind,
        };
        let bill = bill(&BTreeSet::from([part("one", Kind::Cargo), part("two", Kind::Library)]));
        let read = Bom::parse_from_json_v1_5(bill.as_bytes()).expect("a bill of materials");
        let result = read.validate_version(SpecVersion::V1_5);
        assert!(result.passed(), "{result:?}");
        assert_eq!(read.components.map(|components| components.0.len()), Some(2));
    }

    #[test]
    fn of_a_choice_the_text_that_asks_for_the_least_is_taken() {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in
            [("LICENSE-APACHE", "much"), ("LICENSE-MIT", "little \n\n"), ("LICENSE-UNICODE", "more")]
        {
            fs::write(folder.path().join(name), text).expect("a file");
        }
        let part = Part {
            name: "thing".to_owned(),
            version: "1.2.3".to_owned(),
            authors: vec![],
            licence: "(MIT OR Apache-2.0) AND Unicode-3.0".to_owned(),
            folder: Some(folder.path().to_owned()),
            kind: Kind::Cargo,
        };
        assert_eq!(part.texts().expect("texts"), BTreeSet::from(["little".to_owned(), "more".to_owned()]));
    }
}
