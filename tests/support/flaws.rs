//! What can be wrong with how a page looks, found by measuring every text and every control on it.

use serde_json::json;

use crate::Visit;

/// Stands before the scripts below: what they look at.
const WANTED: &str = "
const inside = root ? all('*') : [];
const wanted = () => (arguments[1] ? inside : [document.body, ...document.body.querySelectorAll('*'), ...inside]);
const above = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host;
";

/// Text that is cut off, sticks out of its box or out of the page, or lies over other text.
const MISPLACED: &str = r"
// What hides text keeps a box of one pixel for it.
const isOnlyHeard = ({ width, height }) => width <= 1 || height <= 1;
const around = (element) => {
  const boxes = [];
  for (let box = element; box; box = above(box)) boxes.push(box);
  return boxes;
};
// Where colours are forced, everything has a ground, and only a border shows a box.
const hasForcedColours = matchMedia('(forced-colors: active)').matches;
const isBox = (style) =>
  parseFloat(style.borderTopWidth) > 0 || (style.backgroundColor !== 'rgba(0, 0, 0, 0)' && !hasForcedColours);
const styles = new Map();
const styleOf = (element) => {
  if (!styles.has(element)) styles.set(element, getComputedStyle(element));
  return styles.get(element);
};

// Each line of each text, without what the font leaves empty above and below its letters.
const lines = [];
const isText = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim();
const elements = wanted();
for (const element of elements) {
  if (!isSeen(element) || ['SCRIPT', 'STYLE', 'NOSCRIPT', 'OPTION'].includes(element.tagName)) continue;
  if (![...element.childNodes].some(isText)) continue;
  const boxes = around(element);
  if (boxes.some((box) => styleOf(box).overflowX !== 'visible' && isOnlyHeard(box.getBoundingClientRect()))) continue;
  for (const node of element.childNodes) {
    if (!isText(node)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (right - left < 1) continue;
      const empty = (bottom - top) * 0.22;
      lines.push({ node, element, boxes, left, right, top: top + empty, bottom: bottom - empty });
    }
  }
}

const scrolls = (box) =>
  box !== document.scrollingElement && /auto|scroll/.test(styleOf(box).overflowX + styleOf(box).overflowY);
const found = new Set();
const told = ({ element, node }) =>
  `“${plain(node.data).slice(0, 60)}” in ${element.localName}${element.className ? `.${element.getAttribute('class')}` : ''}`;
const isBeyond = (line, box, slack) =>
  line.left < box.left - slack || line.right > box.right + slack ||
  line.top < box.top - slack || line.bottom > box.bottom + slack;

for (const line of lines) {
  for (const box of line.boxes) {
    const style = styleOf(box);
    if (style.display === 'inline' || style.display === 'contents') continue;
    // What scrolls may hold more than it shows.
    if (scrolls(box)) break;
    const room = box.getBoundingClientRect();
    const isCut = /hidden|clip/.test(style.overflowX + style.overflowY);
    if (isCut && isBeyond(line, room, 1)) found.add(`cut off: ${told(line)}`);
    else if (isBox(style) && box !== document.body && isBeyond(line, room, 1.5)) {
      found.add(`sticks out of its box: ${told(line)} out of ${box.localName}.${box.getAttribute('class')}`);
    }
  }
}

// What is scrolled out of sight lies over nothing.
const inSight = lines
  .filter((line) => !line.boxes.some((box) => scrolls(box) && isBeyond(line, box.getBoundingClientRect(), 1)))
  .sort((a, b) => a.top - b.top);
inSight.forEach((line, place) => {
  for (const other of inSight.slice(place + 1)) {
    if (other.top >= line.bottom - 1) break;
    if (other.node === line.node) continue;
    if (Math.min(line.right, other.right) - Math.max(line.left, other.left) > 1) {
      found.add(`lies over other text: ${told(line)} and ${told(other)}`);
    }
  }
});

// What sticks out of the page, unless it scrolls inside something of its own; of things inside each other, the
// outermost.
const room = document.documentElement.clientWidth;
// After a window was resized, WebKit still counts how wide something was before, until all is laid out anew.
if (document.scrollingElement.scrollWidth > room) {
  document.documentElement.style.display = 'none';
  void document.scrollingElement.scrollWidth;
  document.documentElement.style.display = '';
}
if (document.scrollingElement.scrollWidth > room) {
  const sticksOut = (element) => {
    const { left, right } = element.getBoundingClientRect();
    return isSeen(element) && (right > room + 0.5 || left < -0.5) && !element.closest('.scrolls');
  };
  for (const element of elements) {
    if (!sticksOut(element) || (element.parentElement && sticksOut(element.parentElement))) continue;
    found.add(`sticks out of the page: ${element.outerHTML.split('>')[0]}> ${plain(element.textContent).slice(0, 60)}`);
  }
  found.add(`the page is ${document.scrollingElement.scrollWidth} wide where there is room for ${room}`);
}
return [...found];
";

/// Text, controls and lines of drawings that are too faint against what is behind them, by the formula of
/// WCAG 2.2 (relative luminance): 4.5 to 1 for text, 3 to 1 for large text and for everything else.
const FAINT: &str = r"
const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
const seen = new Map();
// The browser itself turns whatever notation into red, green, blue and how much of it covers.
const parts = (colour) => {
  if (!seen.has(colour)) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    seen.set(colour, [...canvas.getImageData(0, 0, 1, 1).data].map((part) => part / 255));
  }
  return seen.get(colour);
};
const luminance = (colour) => {
  const [red, green, blue] = parts(colour).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one, other) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};
const covers = (colour) => parts(colour)[3] > 0.99;
// What is seen of a colour that lets something through.
const over = (colour, ground) => {
  const [above, below] = [parts(colour), parts(ground)];
  const mixed = above.slice(0, 3).map((part, place) => 255 * (part * above[3] + below[place] * (1 - above[3])));
  return `rgb(${mixed.map(Math.round).join(' ')})`;
};
const behind = (element) => {
  for (let box = element; box; box = above(box)) {
    const colour = getComputedStyle(box).backgroundColor;
    if (covers(colour)) return colour;
  }
  const probe = document.createElement('span');
  probe.style.color = 'Canvas';
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
};
const found = new Set();
const told = (element) => `${element.localName}.${element.getAttribute('class') ?? ''} “${plain(element.textContent).slice(0, 40)}”`;
const judge = (what, element, ratio, needed) => {
  if (ratio < needed) found.add(`faint ${what}, ${ratio.toFixed(2)} where ${needed} is needed: ${told(element)}`);
};
const elements = wanted()
  .filter((element) => isSeen(element) && !element.closest('[aria-disabled=true], defs'));
for (const element of elements) {
  const style = getComputedStyle(element);
  const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  if (hasText && !['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(element.tagName)) {
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    judge('text', element, contrast(style.color, behind(element)), isLarge ? 3 : 4.5);
  }
  const page = () => behind(above(element));
  // What has the focus looks otherwise, and that is judged with the keyboard.
  const hasFocus = [document.activeElement, root?.activeElement].includes(element);
  if (element.matches('input, textarea, button.nhsuk-button') && !hasFocus) {
    const ground = page();
    const edge = parseFloat(style.borderTopWidth) > 0 ? contrast(over(style.borderTopColor, ground), ground) : 1;
    const face = contrast(over(style.backgroundColor, ground), ground);
    // A field for a file is the browser's own, and its button says in words what it is.
    if (element.type !== 'file') judge('control', element, Math.max(edge, face), 3);
  }
  if (element.matches('svg :is(line, path, rect, circle)')) {
    const lines = [style.stroke, style.fill].filter((colour) => /^(rgb|color)/.test(colour) && covers(colour));
    if (lines.length) judge('line', element, Math.max(...lines.map((colour) => contrast(colour, behind(element.ownerSVGElement)))), 3);
  }
}
return [...found];
";

/// Whatever moves, or would, by itself.
const MOVING: &str = r"
const moving = document.getAnimations().concat(root ? root.getAnimations() : []).flatMap((animation) =>
  animation.effect.getKeyframes().flatMap((frame) => Object.keys(frame)))
  .filter((name) => !['offset', 'computedOffset', 'easing', 'composite', 'visibility'].includes(name));
const gliding = [document.documentElement, ...wanted()].filter((element) => getComputedStyle(element).scrollBehavior === 'smooth');
return [...new Set(moving)].map((name) => `something moves by itself: ${name}`)
  .concat(gliding.map((element) => `scrolls by gliding: ${element.localName}`));
";

/// The distances that a reader may ask for, as WCAG 2.2 has them in success criterion 1.4.12.
const SPACING: [&str; 2] = [
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }",
    "p { margin-bottom: 2em !important }",
];

/// Puts rules at the end of every sheet of the page and of the check.
const ADD_RULES: &str = "
for (const sheet of [...document.styleSheets, ...(root?.adoptedStyleSheets ?? [])]) {
  for (const rule of arguments[1]) sheet.insertRule(rule, sheet.cssRules.length);
}
";

/// How much of a page is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// All of it.
    Page,
    /// What the check shows, whatever the page around it looks like.
    Check,
}

impl Visit {
    /// Everything that is wrong with how the page looks at each of these widths and heights, with one text for each
    /// flaw. The pictures that are kept have `name` and the width as theirs.
    #[must_use]
    #[track_caller]
    pub fn flaws(&self, measured: Measured, sizes: &[(u32, u32)], name: &str) -> Vec<String> {
        let mut found = Vec::new();
        for &(width, height) in sizes {
            self.resize(width, height);
            found.extend(self.flaws_now(measured).into_iter().map(|flaw| format!("at {width}: {flaw}")));
            self.keep_picture_of_the_whole(width, &format!("{name}-{width}"));
        }
        found
    }

    #[track_caller]
    fn flaws_now(&self, measured: Measured) -> Vec<String> {
        let find = |script| -> Vec<String> {
            let found = self.run(&format!("{WANTED}{script}"), [json!(measured == Measured::Check)]);
            serde_json::from_value(found).expect("texts")
        };
        [find(MISPLACED), find(FAINT), find(MOVING)].concat()
    }

    /// Spaces letters, words, lines and paragraphs as widely as a reader may ask for.
    #[track_caller]
    pub fn space_the_text(&self) {
        self.run(ADD_RULES, [json!(SPACING)]);
    }
}
