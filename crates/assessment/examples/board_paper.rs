//! Prints a sample paper for a board as HTML, with everything that a document can have:
//! `cargo run -p assessment --example board_paper > paper.html`.

use assessment::document::{Block, BoardProfile, Document, ProfileLine, Shade, Spread, SpreadPart, Table};
use assessment::export::html;
use std::io::Write as _;

fn main() -> std::io::Result<()> {
    std::io::stdout().lock().write_all(html::write(&paper()).as_bytes())
}

fn paper() -> Document {
    Document {
        language: "en-GB".into(),
        title: "Digital leadership: what our board sees".into(),
        blocks: [summary(), subject(), questions()].concat(),
    }
}

fn summary() -> Vec<Block> {
    vec![
        Block::Facts(vec![
            ("For".into(), "Board of directors, meeting in public".into()),
            ("Asked of the board".into(), "To discuss four subjects\nand agree who takes each on".into()),
            ("Answered".into(), "11 of 13 members".into()),
        ]),
        Block::Strong("These are members' views of the trust. They are no measurement, and no comparison with other trusts.".into()),
        Block::Paragraph("Each member chose, alone and in private, the description closest to the trust today. The paper shows how the board sees it, and where members see it differently.".into()),
        Block::Heading { level: 2, text: "The whole picture".into() },
        Block::Profile(profile()),
    ]
}

fn profile() -> BoardProfile {
    let line = |title: &str, words: &str, score, reach| ProfileLine {
        title: title.into(),
        words: words.into(),
        score,
        reach,
    };
    let lines = vec![
        line("Board digital understanding", "Starting", Some(31.25), Some((25.0, 50.0))),
        line("Open, experimenting culture", "In parts", Some(50.0), Some((43.75, 62.5))),
        line("Balanced risk and assurance", "Too few answers to show", None, None),
    ];
    let number = |score: Option<f64>| score.map_or("none".into(), |score| format!("{score:.0}"));
    let row = |line: &ProfileLine| vec![line.title.clone(), line.words.clone(), number(line.score)];
    let table = Table {
        caption: "How the board sees each element".into(),
        head: texts(["Element", "Level", "Score, 0 to 100"]),
        rows: lines.iter().map(row).collect(),
    };
    BoardProfile { levels: texts(["Not yet", "Starting", "In parts", "Usual", "Improving"]), lines, table }
}

fn subject() -> Vec<Block> {
    vec![
        Block::Heading { level: 2, text: "What to talk about".into() },
        Block::Heading { level: 3, text: "1. Board learning".into() },
        Block::Tags(texts(["To discuss: low", "Members see it differently"])),
        Block::Spread(spread()),
        Block::Heading { level: 4, text: "What members would see at the next level".into() },
        Block::List(texts([
            "Every member has had the same session in the last year.",
            "The board knows what it cannot yet judge for itself.",
        ])),
        Block::Blanks(texts(["What we agree", "Who takes it on", "By when"])),
    ]
}

fn spread() -> Spread {
    let counts = [("Not yet", 4), ("Starting", 2), ("In parts", 0), ("Usual", 1), ("Improving", 3)];
    let levels = (0..).zip(counts).map(|(step, (label, count))| SpreadPart {
        label: label.into(),
        count,
        shade: Shade::Level { step, of: 5 },
    });
    let dont_know = SpreadPart { label: "I do not know".into(), count: 1, shade: Shade::DontKnow };
    let parts: Vec<SpreadPart> = levels.chain([dont_know]).collect();
    let mut head = texts(["Answers"]);
    head.extend(parts.iter().map(|part| part.label.clone()));
    let mut row = texts(["Members"]);
    row.extend(parts.iter().map(|part| part.count.to_string()));
    Spread {
        sentence: "Of 11 answers 4 say Not yet, 2 Starting, 1 Usual and 3 Improving; 1 member does not know."
            .into(),
        parts,
        table: Table { caption: "Board learning, all members".into(), head, rows: vec![row] },
    }
}

fn questions() -> Vec<Block> {
    vec![
        Block::Heading { level: 2, text: "Questions to ask next".into() },
        Block::List(texts([
            "What did we stop in the last year, and what did we learn?",
            "Which digital work stops if one person leaves?",
            "How long could we run safely without our main systems?",
        ])),
        Block::Table(Table {
            caption: "Where we could look first".into(),
            head: texts(["Subject", "Who knows", "What they have"]),
            rows: vec![
                texts([
                    "Failure and repair",
                    "Chief operating officer",
                    "Times of the last three failures, and of the exercise in March",
                ]),
                texts(["Skills picture", "Chief people officer", "A survey of two staff groups"]),
            ],
        }),
    ]
}

fn texts<const COUNT: usize>(texts: [&str; COUNT]) -> Vec<String> {
    texts.map(str::to_owned).into()
}
