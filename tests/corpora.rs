//! Measures over real files, in the folder that `REFMEND_SHARED` names; without it every test here passes at once.
//!
//! The numbers are printed (`cargo test --release --test corpora -- --nocapture`); each test fails when they fall below what was
//! reached before. With `REFMEND_SHOW` set, each case that went wrong is printed as well.

#[path = "corpora/cite.rs"]
mod cite;
#[path = "corpora/formats.rs"]
mod formats;
#[path = "corpora/guess.rs"]
mod guess;
#[path = "corpora/list.rs"]
mod list;
#[path = "corpora/live.rs"]
mod live;
#[path = "corpora/pdf.rs"]
mod pdf;
#[path = "corpora/refresh.rs"]
mod refresh;
#[path = "corpora/style.rs"]
mod style;
#[path = "corpora/tidy.rs"]
mod tidy;
#[path = "corpora/word.rs"]
mod word;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use refmend::{
    bibtex::{File, Problem, ProblemKind},
    diff::{self, Kind},
    linkage::{Decision, entry::Index},
};
use serde_json::Value;

/// The measuring material; none where the variable is not set.
fn shared(path: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("REFMEND_SHARED")?;
    Some(Path::new(&folder).join(path))
}

/// Prints a case that went wrong, where that is asked for.
fn show(case: impl FnOnce() -> String) {
    if std::env::var_os("REFMEND_SHOW").is_some() {
        println!("{}", case());
    }
}

/// A part of a whole as a share.
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// All .bib files of a folder, in order.
fn bib_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the corpus can be read")
        .map(|entry| entry.expect("the corpus can be read").path())
        .collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            bib_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "bib") {
            found.push(path);
        }
    }
}

/// The text of a file, byte by byte where it is not UTF-8.
fn text(path: &Path) -> String {
    let bytes = fs::read(path).expect("the file can be read");
    String::from_utf8(bytes)
        .unwrap_or_else(|error| error.into_bytes().into_iter().map(char::from).collect())
}

/// The problems of each entry, of form and of meaning.
fn problems(file: &File) -> BTreeMap<usize, Vec<Problem>> {
    let mut found: BTreeMap<usize, Vec<Problem>> = BTreeMap::new();
    for problem in &file.problems {
        let idx = file
            .entries
            .partition_point(|entry| entry.span.end <= problem.span.start);
        found.entry(idx).or_default().push(problem.clone());
    }
    for idx in 0..file.entries.len() {
        let meaning = file.meaning(idx);
        found.entry(idx).or_default().extend(meaning.problems);
    }
    found
}

/// Whether something of an entry is lost, rather than only in doubt.
fn loses(kind: &ProblemKind) -> bool {
    matches!(
        kind,
        ProblemKind::Unclosed
            | ProblemKind::UnclosedValue
            | ProblemKind::MissingEquals
            | ProblemKind::StrayText
            | ProblemKind::BadLatex(_)
    )
}

#[test]
fn real_bib_files_are_read_without_loss() {
    let Some(folder) = shared("bib/corpus") else {
        return;
    };
    let mut paths = Vec::new();
    bib_files(&folder, &mut paths);
    let (mut n_entries, mut n_sound, mut n_whole) = (0, 0, 0);
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for path in &paths {
        let text = text(path);
        let file = File::read(text.as_str());
        let blocks = file.blocks.iter().map(|block| block.span.slice(&text));
        assert_eq!(blocks.collect::<String>(), text, "{}", path.display());
        n_entries += file.entries.len();
        for found in problems(&file).into_values() {
            n_sound += usize::from(found.is_empty());
            n_whole += usize::from(!found.iter().any(|problem| loses(&problem.kind)));
            for problem in found {
                show(|| format!("{} {:?}", path.display(), problem.kind));
                let kind = format!("{:?}", problem.kind);
                let kind = kind.split('(').next().unwrap_or_default().to_owned();
                *kinds.entry(kind).or_default() += 1;
            }
        }
    }
    println!(
        "{} files, {n_entries} entries, {:.4} with all of their meaning, {:.4} without a problem; {kinds:?}",
        paths.len(),
        share(n_whole, n_entries),
        share(n_sound, n_entries)
    );
    assert!(share(n_whole, n_entries) >= 0.999);
}

/// What came of linking and comparing damaged references.
#[derive(Debug, Default)]
struct Counts {
    /// References whose entry is in the master.
    n_known: usize,
    matches: usize,
    right_matches: usize,
    linked: usize,
    right_linked: usize,
    /// Matches with nothing wrong, and those of them in which a contradiction was found all the same.
    n_fine: usize,
    false_alarms: usize,
    /// Fields that are wrong in matches, and those of them that were found.
    n_wrong: usize,
    wrong_found: usize,
}

impl Counts {
    fn add_link(&mut self, decision: Decision, right: bool, known: bool) {
        self.n_known += usize::from(known);
        self.matches += usize::from(decision == Decision::Match);
        self.right_matches += usize::from(decision == Decision::Match && right);
        self.linked += usize::from(decision != Decision::None);
        self.right_linked += usize::from(decision != Decision::None && right);
    }

    fn add_fields(&mut self, wrong: &[&str], found: &[&str]) {
        if wrong.is_empty() {
            self.n_fine += 1;
            self.false_alarms += usize::from(!found.is_empty());
        }
        self.n_wrong += wrong.len();
        self.wrong_found += wrong.iter().filter(|field| found.contains(field)).count();
    }

    fn report(&self, name: &str) {
        println!(
            "{name}: matches {:.4} precise, {:.4} of the known; with the possible ones {:.4} and {:.4}; false alarms {:.4}; wrong fields found {:.4}; {self:?}",
            share(self.right_matches, self.matches),
            share(self.right_matches, self.n_known),
            share(self.right_linked, self.linked),
            share(self.right_linked, self.n_known),
            share(self.false_alarms, self.n_fine),
            share(self.wrong_found, self.n_wrong),
        );
    }
}

/// The name that a field has here; the two containers are one.
fn field(name: &str) -> &str {
    match name {
        "year" => "date",
        "venue" | "journaltitle" => "booktitle",
        _ => name,
    }
}

/// Links each damaged reference to the master and compares it with its entry.
fn measure(master: &str, gold: &str) -> Option<Counts> {
    let master = File::read(text(&shared(master)?).as_str());
    let index = Index::build(master.entries.len(), |idx| master.outline(idx));
    let mut counts = Counts::default();
    for line in text(&shared(gold)?).lines() {
        let row: Value = serde_json::from_str(line).expect("each line is JSON");
        let work = File::read(row["bib"].as_str().expect("each row has an entry")).work(0);
        let link = index.link(&work, |idx| master.outline(idx), |idx| master.work(idx));
        let truth = row["truth"]["key"].as_str();
        let found = match link.matched.as_slice() {
            [one] => Some(master.key(one.index)),
            _ => None,
        };
        let right = found.is_some() && found == truth;
        counts.add_link(link.decision, right, truth.is_some());
        let is_settled = right && link.decision == Decision::Match;
        if !is_settled && (found.is_some() || truth.is_some()) {
            show(|| format!("{} {found:?} {truth:?} {link:?}", row["text"]));
        }
        if !right || link.decision != Decision::Match {
            continue;
        }
        let changes = diff::compare(&work, &master.work(link.matched[0].index));
        let contradictions = changes.iter().filter(|change| change.kind == Kind::Differs);
        let found: Vec<_> = contradictions
            .clone()
            .map(|change| field(change.field))
            .collect();
        let wrong = row["wrong"]
            .as_array()
            .expect("each row says what is wrong");
        let wrong: Vec<_> = wrong.iter().filter_map(Value::as_str).map(field).collect();
        counts.add_fields(&wrong, &found);
        if wrong.iter().any(|field| !found.contains(field))
            || (wrong.is_empty() && !found.is_empty())
        {
            show(|| format!("{} wrong {wrong:?} {:?}", row["class"], changes));
        }
    }
    Some(counts)
}

#[test]
fn damaged_references_are_linked_and_compared() {
    for (name, recall, linked, master, gold) in [
        (
            "computer science",
            1.0,
            1.0,
            "verify/master_cs.bib",
            "verify/gold_corrupt_cs.jsonl",
        ),
        (
            "humanities",
            0.98,
            0.997,
            "verify/master_humanities.bib",
            "verify/gold_corrupt_humanities.jsonl",
        ),
    ] {
        let Some(counts) = measure(master, gold) else {
            return;
        };
        counts.report(name);
        assert!(share(counts.right_matches, counts.matches) >= 0.998);
        assert!(share(counts.right_matches, counts.n_known) >= recall);
        assert!(share(counts.right_linked, counts.n_known) >= linked);
    }
}
