//! How long reading takes: one reference, a paper, a .bib file. `cargo bench`; the texts are made up here.

use std::fmt::Write;

use divan::{Bencher, black_box, counter::ItemsCount};
use refmend::{
    bibtex,
    document::{Document, Format},
    project::{Project, Role},
    reference::Parser,
};

/// References of twelve styles in six languages, one a line.
const REFERENCES: &str = include_str!("references.txt");

/// References of one kind each.
const NAMED: [(&str, &str); 5] = [
    (
        "article",
        "Berg, A., & Dahl, B. (2010). On lakes: a history. Journal of Lakes, 12(3), 45–67. https://doi.org/10.1000/lake.5",
    ),
    (
        "chapter",
        "Holm C.: Gewässer, in: D. Lund (Hg.), Die Seen des Nordens, 2. Aufl., Berlin: Seeverlag 1999, S. 1-9.",
    ),
    (
        "web page",
        "Lund, D. (2019), ‘Cold water’, Lake News, 3 March. Available at: http://www.lakes.example/7 (accessed 4 May 2019).",
    ),
    ("one word", "Berg"),
    (
        "no reference",
        "The lakes of the north are deep, and nobody has ever measured all of them; that is why this study was made.",
    ),
];

fn main() {
    divan::main();
}

/// From a string to printed fields.
#[divan::bench(args = NAMED.map(|(name, _)| name))]
fn label(bencher: Bencher, name: &str) {
    let text = named(name);
    let mut parser = Parser::default();
    bencher.bench_local(|| parser.label(black_box(text)));
}

/// From a string to a work.
#[divan::bench(args = NAMED.map(|(name, _)| name))]
fn parse(bencher: Bencher, name: &str) {
    let text = named(name);
    let mut parser = Parser::default();
    bencher.bench_local(|| parser.parse(black_box(text)));
}

/// A list of 200 references in many styles.
#[divan::bench]
fn label_list(bencher: Bencher) {
    let mut parser = Parser::default();
    let n_references = REFERENCES.lines().count();
    bencher
        .counter(ItemsCount::new(n_references))
        .bench_local(|| {
            for line in REFERENCES.lines() {
                black_box(parser.label(line));
            }
        });
}

/// A paper of so many pages: its references and citations found and linked.
#[divan::bench(args = [10, 100, 1000], sample_count = 10, sample_size = 1)]
fn find_and_link(bencher: Bencher, n_pages: usize) {
    let text = paper(n_pages);
    bencher.counter(ItemsCount::new(n_pages)).bench_local(|| {
        let mut project = Project::default();
        project.add_paper("paper.txt", Document::read(text.clone(), Format::Plain));
        project
    });
}

/// A .bib file of 10,000 entries.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn read_bib(bencher: Bencher) {
    let text = bib(10_000);
    bencher.bench_local(|| bibtex::File::read(black_box(text.as_str())));
}

/// The same as a master, with the index in which references are looked up.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn read_master(bencher: Bencher) {
    let text = bib(10_000);
    bencher.bench_local(|| {
        let mut project = Project::default();
        project.add_bibliography("master.bib", text.as_str(), Role::Master);
        project
    });
}

/// The reference with a name.
fn named(name: &str) -> &'static str {
    let found = NAMED.iter().find(|(other, _)| *other == name);
    found.map_or("", |(_, text)| text)
}

/// A family name for each number, made of three syllables: names that lie one letter apart would all be slips of each other.
fn family(idx: usize) -> String {
    const SYLLABLES: [&str; 16] = [
        "ber", "cor", "dal", "fen", "gar", "hol", "jun", "kel", "lam", "mor", "nit", "pes", "rud",
        "sav", "tor", "win",
    ];
    let n_syllables = SYLLABLES.len();
    let syllable = |place: u32| SYLLABLES[idx / n_syllables.pow(place) % n_syllables];
    format!(
        "{}{}{}son",
        syllable(0).to_uppercase(),
        syllable(1),
        syllable(2)
    )
}

/// The year of a work.
fn year(idx: usize) -> usize {
    1950 + idx * 7 % 70
}

/// A paper of pages of 3,000 letters, with ten citations and three references for each page.
fn paper(n_pages: usize) -> String {
    let n_references = 3 * n_pages;
    let mut text = String::from("On lakes\n\n");
    for idx in 0..10 * n_pages {
        let cited = idx * 37 % n_references;
        let (name, year) = (family(cited), year(cited));
        let sentence =
            "The lakes of the north are deep, and nobody has measured all of them by hand. ";
        text.push_str(&sentence.repeat(3));
        let _ = match idx % 3 {
            0 => write!(text, "{name} ({year}) found them to be cold.\n\n"),
            1 => write!(text, "They are also cold ({name} {year}, p. {idx}). "),
            _ => write!(text, "They are said to be clear (see {name}, {year}). "),
        };
    }
    text.push_str("\n\nReferences\n\n");
    for idx in 0..n_references {
        let (name, year) = (family(idx), year(idx));
        let _ = writeln!(
            text,
            "{name}, A. ({year}). The lake of the {name} family. Journal of Lakes, {idx}(2), 45–67.",
        );
    }
    text
}

/// A .bib file of so many entries.
fn bib(n_entries: usize) -> String {
    let mut text = String::from("@string{lakes = \"Journal of Lakes\"}\n\n");
    for idx in 0..n_entries {
        let (name, year) = (family(idx), year(idx));
        let _ = write!(
            text,
            "@article{{{name}{idx},\n  author = {{{name}, Anna and Dahl, Bj{{\\o}}rn}},\n  title = {{The Lake of the {name} Family}},\n  \
             journal = lakes,\n  year = {year},\n  volume = {{{idx}}},\n  pages = {{45--67}},\n}}\n\n",
        );
    }
    text
}
