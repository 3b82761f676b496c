//! Styles guessed from papers whose style is known, and from lists that pandoc writes in the styles of the program.

use std::{fs, path::PathBuf};

use refmend::{
    document::Document,
    project::Project,
    style::{self, Guess},
};
use serde_json::Value;

use crate::{share, shared, show};

/// What came of the guesses.
#[derive(Debug, Default)]
struct Counts {
    right: usize,
    unsure: usize,
    wrong: usize,
    /// Papers of a style that does not come with the program, for which a style was named, or none.
    foreign: [usize; 2],
}

fn guessed(text: &str) -> Option<Guess> {
    let mut project = Project::default();
    project.add_paper("paper.txt", Document::plain(text.to_owned()));
    style::guess(project.papers[0].style_evidence())
}

impl Counts {
    fn add(&mut self, paper: &str, name: &str, text: &str) {
        let guess = guessed(text);
        let guess = guess.as_ref();
        let known = style::style(name).map(|(named, _)| named.title);
        match (known, guess) {
            (None, guess) => self.foreign[usize::from(guess.is_none())] += 1,
            (Some(_), None) => self.unsure += 1,
            (Some(title), Some(guess)) if title == guess.title => self.right += 1,
            _ => self.wrong += 1,
        }
        if known != guess.map(|guess| guess.title) {
            show(|| format!("{paper} is {name}: {guess:?}"));
        }
    }
}

#[test]
fn styles_of_papers_are_guessed() {
    let mut is_good = true;
    for (set, floors) in [
        ("citations/matrix", [0.92, 0.08]),
        ("citations/papers", [0.69, 0.11]),
    ] {
        let Some(folder) = shared(set) else {
            return;
        };
        let mut counts = Counts::default();
        let entries = fs::read_dir(folder).expect("the set can be read");
        let mut folders: Vec<PathBuf> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .collect();
        folders.sort();
        for folder in folders {
            let read = |name: &str| fs::read_to_string(folder.join(name)).ok();
            let (Some(gold), Some(text)) = (read("gold.json"), read("paper.txt")) else {
                continue;
            };
            let gold: Value = serde_json::from_str(&gold).expect("the labels are JSON");
            if let Some(name) = gold["csl"].as_str() {
                counts.add(&folder.display().to_string(), name, &text);
            }
        }
        let known = counts.right + counts.unsure + counts.wrong;
        let [right, wrong] = [share(counts.right, known), share(counts.wrong, known)];
        println!("{set}: {right:.3} right, {wrong:.3} wrong; {counts:?}");
        is_good &= right >= floors[0] && wrong <= floors[1];
    }
    assert!(is_good, "guesses have become worse");
}
