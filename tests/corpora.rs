//! Measures over real files, in the folder that `REFMEND_SHARED` names; without it every test here passes at once.
//!
//! The numbers are printed (`cargo test --release --test corpora -- --nocapture`); each test fails when they fall below what was
//! reached before.

#[path = "corpora/word.rs"]
mod word;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use refmend::{
    bibtex::{File, Problem},
    linkage::{Decision, entry::Index},
};
use serde_json::Value;

/// The measuring material; none where the variable is not set.
fn shared(path: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("REFMEND_SHARED")?;
    Some(Path::new(&folder).join(path))
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

#[test]
fn real_bib_files_are_read_without_loss() {
    let Some(folder) = shared("bib/corpus") else {
        return;
    };
    let mut paths = Vec::new();
    bib_files(&folder, &mut paths);
    let (mut n_entries, mut n_sound) = (0_usize, 0);
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for path in &paths {
        let text = text(path);
        let file = File::read(text.as_str());
        let together: String = file
            .blocks
            .iter()
            .map(|block| block.span.slice(&text))
            .collect();
        assert_eq!(together, text, "{}", path.display());
        let mut malformed: BTreeMap<usize, Vec<&Problem>> = BTreeMap::new();
        for problem in &file.problems {
            let idx = file
                .entries
                .partition_point(|entry| entry.span.end <= problem.span.start);
            malformed.entry(idx).or_default().push(problem);
        }
        for idx in 0..file.entries.len() {
            let meaning = file.meaning(idx);
            let mut problems = malformed.remove(&idx).unwrap_or_default();
            problems.extend(&meaning.problems);
            n_entries += 1;
            n_sound += usize::from(problems.is_empty());
            for problem in problems {
                let kind = format!("{:?}", problem.kind);
                let kind = kind.split('(').next().unwrap_or_default().to_owned();
                *kinds.entry(kind).or_default() += 1;
                if std::env::var_os("SHOW").is_some() {
                    println!(
                        "{} {:?} {:?}",
                        path.display(),
                        problem.kind,
                        problem
                            .span
                            .slice(&text)
                            .chars()
                            .take(80)
                            .collect::<String>()
                    );
                }
            }
        }
    }
    let share = n_sound as f64 / n_entries as f64;
    println!(
        "{} files, {n_entries} entries, {:.2} % without a problem, {kinds:?}",
        paths.len(),
        share * 100.0
    );
    assert!(share > 0.9);
}

/// Links each damaged reference to the master; the counts of right, wrong and missed by decision.
fn link(master: &str, gold: &str) -> Option<Counts> {
    let master = File::read(text(&shared(master)?).as_str());
    let index = Index::build(master.entries.len(), |idx| master.work(idx));
    let mut counts = Counts::default();
    for line in text(&shared(gold)?).lines() {
        let row: Value = serde_json::from_str(line).expect("each line is JSON");
        let reference = File::read(row["bib"].as_str().expect("each row has an entry"));
        let link = index.link(&reference.work(0), |idx| master.work(idx));
        let found: Vec<_> = link
            .matched
            .iter()
            .map(|candidate| master.key(candidate.index))
            .collect();
        let truth = row["truth"]["key"].as_str();
        let right = found.len() == 1 && Some(found[0]) == truth;
        counts.add(link.decision, right, truth.is_some());
        if !(right && link.decision == Decision::Match)
            && (link.decision == Decision::Match || truth.is_some())
            && std::env::var_os("SHOW").is_some()
        {
            println!(
                "{} {:?} {found:?} for {truth:?}\n   {}\n   {:?} {:?}",
                row["class"], link.decision, row["text"], link.matched, link.runner_up
            );
        }
    }
    Some(counts)
}

/// What came of linking.
#[derive(Debug, Default)]
struct Counts {
    n_known: usize,
    matches: usize,
    right_matches: usize,
    linked: usize,
    right_linked: usize,
}

impl Counts {
    fn add(&mut self, decision: Decision, right: bool, known: bool) {
        self.n_known += usize::from(known);
        self.matches += usize::from(decision == Decision::Match);
        self.right_matches += usize::from(decision == Decision::Match && right);
        self.linked += usize::from(decision != Decision::None);
        self.right_linked += usize::from(decision != Decision::None && right);
    }

    /// Shows the numbers and gives precision of matches, recall of matches, and recall of matches and possible ones.
    fn report(&self, name: &str) -> (f64, f64, f64) {
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        let precision = share(self.right_matches, self.matches);
        let recall = share(self.right_matches, self.n_known);
        let linked = share(self.right_linked, self.n_known);
        println!(
            "{name}: match precision {precision:.4}, recall {recall:.4}; with possible: precision {:.4}, recall {linked:.4}; {self:?}",
            share(self.right_linked, self.linked)
        );
        (precision, recall, linked)
    }
}

#[test]
fn damaged_references_are_linked() {
    for (name, master, gold) in [
        (
            "computer science",
            "verify/master_cs.bib",
            "verify/gold_corrupt_cs.jsonl",
        ),
        (
            "humanities",
            "verify/master_humanities.bib",
            "verify/gold_corrupt_humanities.jsonl",
        ),
    ] {
        let Some(counts) = link(master, gold) else {
            return;
        };
        counts.report(name);
    }
}
