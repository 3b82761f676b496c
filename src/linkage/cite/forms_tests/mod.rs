//! Forms of citations in six languages, found and linked; and what is no citation.
//!
//! `languages`: several works, locators, prefixes; `names`: who is cited; `events`: years of other things; `marks`: how it is
//! printed; `paragraphs`: whole ones, by style.

mod events;
mod languages;
mod marks;
mod names;
mod paragraphs;

use super::{link_cites, tests::paper};
use crate::citation::{self, Lexicon};

/// Links the cites of a marked text: `⟦Lind (2010|1⟧` is a cite of the first reference, `⟦Lind (2010|⟧` one of none. All else is
/// no cite.
#[track_caller]
fn check(marked: &str, list: &[&str]) {
    let mut text = String::new();
    let mut expected = Vec::new();
    for piece in marked.split('⟦') {
        let (cite, behind) = piece.split_once('⟧').unwrap_or(("", piece));
        if let Some((words, references)) = cite.rsplit_once('|') {
            text.push_str(words);
            expected.push(format!("{words}|{references}"));
        }
        text.push_str(behind);
    }
    assert_eq!(cites(&text, list), expected, "{text}");
}

/// The cites of a text with the numbers of their references, from 1.
fn cites(text: &str, list: &[&str]) -> Vec<String> {
    let (document, references) = paper(text, list);
    let lexicon = Lexicon::new(&document.text, &references);
    let citations = citation::find(&document, &references, &lexicon);
    let links = link_cites(&document.text, &citations, &references, &lexicon);
    let cites = citations.iter().flat_map(|citation| &citation.cites);
    cites
        .zip(links.iter().flatten())
        .map(|(cite, link)| {
            let numbers = link
                .matched
                .iter()
                .map(|found| (found.index + 1).to_string());
            let numbers: Vec<_> = numbers.collect();
            format!("{}|{}", cite.span.slice(&document.text), numbers.join(","))
        })
        .collect()
}
