//! What goes with the site for the person who installs it.

use browser_tests::Site;
use sha2::{Digest as _, Sha256};

#[test]
fn every_file_but_the_list_itself_has_its_sum_in_order() {
    let site = Site::built();
    let mut sums = String::new();
    for name in site.files() {
        if name != "SHA256SUMS" {
            sums.push_str(&format!("{:x}  {name}\n", Sha256::digest(site.bytes(&name))));
        }
    }
    assert_eq!(site.read("SHA256SUMS"), sums);
}

#[test]
fn the_readme_names_every_file_and_fills_every_place() {
    let site = Site::built();
    let readme = site.read("README.md");
    for name in site.files() {
        assert!(readme.contains(&format!("| `{name}` |")), "{name}");
    }
    assert!(!readme.contains(['{', '}']), "{readme}");
}
