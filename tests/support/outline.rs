//! What a browser hands to a screen reader, as text: a line for each thing with its role, name, description and
//! state, each below the thing that it is in.

use std::collections::HashMap;
use std::fmt::Write as _;

use serde_json::Value;

use crate::Visit;
use crate::finding::plain;

/// Roles that say nothing of their own: what is in such a thing counts as being in the one around it.
const SILENT: [&str; 8] =
    ["generic", "none", "RootWebArea", "InlineTextBox", "LineBreak", "LayoutTable", "ScrollArea", "SvgRoot"];

/// States that are told, by the name that the browser gives them.
const TOLD: [&str; 9] =
    ["level", "checked", "pressed", "expanded", "disabled", "invalid", "required", "live", "busy"];

/// What can be used.
const CONTROLS: [&str; 8] =
    ["button", "link", "radio", "checkbox", "textbox", "DisclosureTriangle", "combobox", "slider"];

/// One thing on a page, as the browser describes it.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its role, as the browser calls it.
    pub role: String,
    /// Its name; of a text, the text.
    pub name: String,
    /// What is told after the name.
    pub description: String,
    /// States such as `checked=true`.
    pub states: Vec<String>,
    /// What is in it, in order.
    pub parts: Vec<Part>,
}

impl Part {
    fn new(node: &Value) -> Part {
        let text = |field: &str| plain(node[field]["value"].as_str().unwrap_or_default());
        let properties = node["properties"].as_array().into_iter().flatten();
        let told = properties.filter(|property| TOLD.iter().any(|told| property["name"] == *told));
        let state = |property: &Value| {
            let value = &property["value"]["value"];
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            (value != "false").then(|| format!("{}={value}", property["name"].as_str().unwrap_or_default()))
        };
        Part {
            role: text("role"),
            name: text("name"),
            description: text("description"),
            states: told.filter_map(state).collect(),
            parts: Vec::new(),
        }
    }

    /// Whether the name is made of what is in it, which then needs no telling again.
    fn says_its_parts(&self) -> bool {
        self.parts.iter().all(|part| part.role == "StaticText" || part.says_its_parts_silently())
            && plain(&self.texts().concat()) == self.name
    }

    fn says_its_parts_silently(&self) -> bool {
        self.parts.iter().all(|part| part.role == "StaticText" || part.says_its_parts_silently())
            && !CONTROLS.contains(&self.role.as_str())
            && self.states.is_empty()
    }

    fn texts(&self) -> Vec<String> {
        if self.role == "StaticText" {
            return vec![format!("{} ", self.name)];
        }
        self.parts.iter().flat_map(Part::texts).collect()
    }

    fn write(&self, depth: usize, written: &mut String) {
        let role = if self.role == "StaticText" { "text" } else { &self.role };
        let _ = write!(written, "{:1$}{role}", "", depth * 2);
        if !self.name.is_empty() {
            let _ = write!(written, " “{}”", self.name);
        }
        if !self.description.is_empty() && self.description != self.name {
            let _ = write!(written, " – {}", self.description);
        }
        if !self.states.is_empty() {
            let _ = write!(written, " [{}]", self.states.join(", "));
        }
        written.push('\n');
        if !self.says_its_parts() {
            self.parts.iter().for_each(|part| part.write(depth + 1, written));
        }
    }

    /// The faults of this and of everything in it. A table is named by itself, or by the region that it is alone in.
    fn faults(&self, is_in_named_region: bool) -> Vec<String> {
        let is_nameless = self.role == "table" && self.name.is_empty() && !is_in_named_region;
        let nameless = is_nameless.then(|| "a table has no name".to_owned());
        let is_named_region = self.role == "region" && !self.name.is_empty();
        let inside = self.parts.iter().flat_map(|part| part.faults(is_named_region));
        self.fault().into_iter().chain(nameless).chain(inside).collect()
    }

    /// This and everything in it, in the order in which it is read.
    fn all(&self) -> Vec<&Part> {
        let inside = self.parts.iter().flat_map(Part::all);
        [self].into_iter().chain(inside).collect()
    }

    fn fault(&self) -> Option<String> {
        let is_control = CONTROLS.contains(&self.role.as_str());
        let is_picture = ["image", "img", "graphics-document", "figure"].contains(&self.role.as_str());
        if (is_control || is_picture) && self.name.is_empty() {
            return Some(format!("a {} has no name", self.role));
        }
        let is_wrong = self.states.iter().any(|state| state.starts_with("invalid="));
        if is_wrong && self.description.is_empty() {
            return Some(format!("the {} “{}” is wrong and does not say why", self.role, self.name));
        }
        if self.role == "table" && !self.all().iter().any(|part| part.role == "columnheader") {
            return Some(format!("the table “{}” has no head", self.name));
        }
        if self.role == "radio" && self.name.len() < 2 {
            return Some(format!("the radio “{}” says nothing", self.name));
        }
        None
    }
}

/// Everything on a page that is told, in order.
#[derive(Clone, Debug)]
pub struct Outline(Vec<Part>);

impl Outline {
    /// From the nodes of Chromium's tree, of which the first is the page.
    pub(crate) fn of(nodes: &[Value]) -> Outline {
        let id = |node: &Value| node["nodeId"].as_str().unwrap_or_default().to_owned();
        let by_id: HashMap<String, &Value> = nodes.iter().map(|node| (id(node), node)).collect();
        Outline(nodes.first().map_or_else(Vec::new, |page| parts_of(page, &by_id)))
    }

    /// A line for each part.
    #[must_use]
    pub fn text(&self) -> String {
        let mut written = String::new();
        self.0.iter().for_each(|part| part.write(0, &mut written));
        written
    }

    /// Everything that would be told wrongly, or not at all.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        self.0.iter().flat_map(|part| part.faults(false)).collect()
    }

    /// How often a text is told.
    #[must_use]
    pub fn count(&self, text: &str) -> usize {
        self.text().matches(text).count()
    }
}

/// What a node says, or the parts of it if it says nothing itself.
fn parts_of(node: &Value, by_id: &HashMap<String, &Value>) -> Vec<Part> {
    let children = node["childIds"].as_array().into_iter().flatten();
    let children = children.filter_map(|child| by_id.get(child.as_str()?));
    let parts: Vec<Part> = children.flat_map(|child| parts_of(child, by_id)).collect();
    let mut part = Part::new(node);
    // Some versions of Chromium tell of a form that has no name and some do not, and to nobody is it of use.
    let is_nameless_form = part.role == "form" && part.name.is_empty();
    let is_silent = node["ignored"] == true || is_nameless_form || SILENT.contains(&part.role.as_str());
    // A paragraph and a label are their texts.
    let is_its_text =
        ["paragraph", "LabelText", "strong", "emphasis", "Legend"].contains(&part.role.as_str());
    if is_silent || is_its_text || (part.role == "StaticText" && part.name.is_empty()) {
        return parts;
    }
    part.parts = parts;
    vec![part]
}

impl Visit {
    /// What the browser hands to a screen reader of the page as it is now.
    #[must_use]
    #[track_caller]
    pub fn outline(&self) -> Outline {
        Outline::of(&self.accessibility_nodes())
    }
}
