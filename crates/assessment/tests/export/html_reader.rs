//! Reads what the HTML export writes: far less than HTML is, so that whatever else it wrote would fail.

/// A file that was read.
pub(crate) struct Html {
    /// Every tag but the closing ones, without its brackets.
    pub(crate) tags: Vec<String>,
    /// The texts between the tags, a space for each tag.
    pub(crate) text: String,
}

const WITHOUT_END: [&str; 4] = ["!DOCTYPE", "meta", "br", "hr"];

/// Fails unless every tag is closed in its order.
#[track_caller]
pub(crate) fn read(file: &str) -> Html {
    let (mut open, mut tags, mut text) = (Vec::new(), Vec::new(), String::new());
    let mut rest = file;
    while let Some((before, after)) = rest.split_once('<') {
        assert!(!before.contains('>'), "a bracket stands alone in {before:?}");
        text.push_str(&unescaped(before));
        text.push(' ');
        let (tag, after) = after.split_once('>').expect("every tag has an end");
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "closed in its order"),
            None => {
                let name = tag.split(' ').next().unwrap_or_default();
                if !WITHOUT_END.contains(&name) {
                    open.push(name);
                }
                tags.push(tag.to_owned());
            }
        }
        rest = after;
    }
    assert_eq!(open, Vec::<&str>::new(), "all are closed");
    assert_eq!(rest, "\n", "nothing comes after the last tag");
    Html { tags, text }
}

fn unescaped(text: &str) -> String {
    let marks =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")];
    let without = marks.iter().fold(text.to_owned(), |text, (mark, _)| text.replace(mark, ""));
    assert!(!without.contains('&'), "an ampersand stands alone in {text:?}");
    marks.iter().fold(text.to_owned(), |text, (mark, character)| text.replace(mark, character))
}
