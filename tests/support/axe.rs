//! What axe-core finds.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::Visit;

/// Runs axe-core over the whole document, shadow root included, and answers with one text for each
/// violation.
const CHECK: &str = "
const [, tags, done] = arguments;
const describe = (rule) => rule.nodes.map((node) =>
  `${rule.id} (${rule.impact}): ${rule.help}\\n  at ${node.target.flat().join(' > ')}\\n  in ${node.html}\\n  ${node.failureSummary.replaceAll('\\n', ' ')}`);
axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
  .then(({ violations }) => done(violations.flatMap(describe)), (error) => done([String(error)]));
";

const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

impl Visit {
    /// Every violation of WCAG 2.0 to 2.2, A and AA, and of good practice that axe-core finds on the page.
    #[must_use]
    #[track_caller]
    pub fn violations(&self) -> Vec<String> {
        let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("../node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(axe).expect("axe-core is installed: npm ci");
        self.run(&axe, []);
        let found = self.run_until_it_answers(CHECK, [json!(TAGS)]);
        serde_json::from_value(found).expect("texts")
    }
}
