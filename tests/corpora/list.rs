//! Typed lists brought into a style.
//!
//! Works of which all is known are listed in one style and brought into another; what is written must be what that style makes of the
//! works themselves, but for what the first style does not tell. The papers are brought into APA in all formats: what is written must
//! be read as the same works, the text outside the list must stay, and what is done twice must be as if done once.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use refmend::{
    document::Document,
    edit::Applicability,
    input::{self, Input},
    listing::{self, Reason, Relisted},
    reference,
    style::Style,
};
use serde_json::Value;

use crate::{
    formats::{folders, made},
    share, shared, show,
};

fn style(name: &str) -> Style {
    Style::named(name).expect("the style comes with the program")
}

/// The references of a text, each on one line.
fn references(document: &Document) -> Vec<String> {
    let items = reference::read(document).items.into_iter();
    items
        .map(|item| item.span.slice(&document.text).to_owned())
        .collect()
}

/// A text without differences of capitals and blanks: which capitals a title had, a style that writes them all does not tell.
fn folded(text: &str) -> String {
    text.to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The kind of a reason, without what it tells.
fn kind(reason: &Reason) -> String {
    let kind = format!("{reason:?}");
    kind.split(['(', ' ']).next().unwrap_or_default().to_owned()
}

#[test]
fn lists_of_one_style_are_brought_into_another() {
    let Some(path) = shared("documents/set2.json") else {
        return;
    };
    let works = fs::read_to_string(path).expect("the works can be read");
    let works: Vec<Value> =
        serde_json::from_str(&works.replace("--", "-")).expect("the works are JSON");
    for (from, to) in [
        ("chicago", "apa"),
        ("apa", "chicago"),
        ("harvard", "apa"),
        ("mla", "apa"),
        ("elsevier-harvard", "apa"),
        ("apa", "harvard"),
    ] {
        let list = |name: &str| style(name).render(&works).list;
        let typed = list(from);
        let lines: String = typed.iter().map(|(_, text)| text.plain() + "\n").collect();
        let document = Document::plain(format!("A paper.\n\nReferences\n\n{lines}"));
        let targets: BTreeSet<String> = list(to)
            .into_iter()
            .map(|(_, text)| folded(&text.plain()))
            .collect();
        for least in [Applicability::Safe, Applicability::Unsafe] {
            let done = listing::relist(&document, &style(to), least);
            let after = references(&done.document);
            let before: Vec<String> = typed.iter().map(|(_, text)| text.plain()).collect();
            let new: Vec<&String> = after.iter().filter(|text| !before.contains(text)).collect();
            let right = new
                .iter()
                .filter(|text| {
                    let is_right = targets.contains(&folded(text));
                    if !is_right {
                        show(|| format!("{from} {to} {least:?} differs: {text}"));
                    }
                    is_right
                })
                .count();
            for left in &done.left {
                show(|| {
                    format!(
                        "{from} {to} {least:?} left: {} | {}",
                        left.span.slice(&document.text),
                        left.reason
                    )
                });
            }
            println!(
                "{from} to {to}, {least:?}: of {} written {}, moved {}, as the works themselves {right}; {:?}",
                typed.len(),
                done.written,
                done.moved,
                reasons(&done)
            );
        }
    }
}

fn reasons(done: &Relisted) -> BTreeMap<String, usize> {
    let mut reasons = BTreeMap::new();
    for left in &done.left {
        *reasons.entry(kind(&left.reason)).or_default() += 1;
    }
    reasons
}
