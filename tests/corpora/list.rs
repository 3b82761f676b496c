//! Typed lists brought into a style.
//!
//! Works of which all is known are listed in one style and brought into another; what is written must be what that style makes of the
//! works themselves, but for what the first style does not tell. The papers are brought into APA in all formats: what is written must
//! be read as the same works, the text outside the list must stay, and what is done twice must be as if done once.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use refmend::{
    document::{self, Document, Format},
    edit::Applicability,
    input::{self, Input},
    listing::{self, Reason, Relisted},
    reference,
    style::Style,
};
use serde_json::Value;

use crate::{formats::folders, share, shared, show};

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

/// The shares that were reached of works written anew by safe changes, and of these written as the style writes the works themselves. What
/// differs is for the most part what the first style does not tell: given names, months, pages of chapters, the names behind `et al.`
const STYLES: [(&str, &str, [f64; 2]); 4] = [
    ("chicago", "apa", [0.4, 0.7]),
    ("apa", "chicago", [0.35, 0.2]),
    ("harvard", "apa", [0.2, 0.15]),
    ("elsevier-harvard", "apa", [0.2, 0.15]),
];

#[test]
fn lists_of_one_style_are_brought_into_another() {
    let Some(path) = shared("documents/set2.json") else {
        return;
    };
    let works = fs::read_to_string(path).expect("the works can be read");
    let works: Vec<Value> =
        serde_json::from_str(&works.replace("--", "-")).expect("the works are JSON");
    let list = |name: &str| -> Vec<String> {
        let listed = style(name).render(&works).list.into_iter();
        listed.map(|(_, text)| text.plain()).collect()
    };
    let mut is_good = true;
    for (from, to, floors) in STYLES {
        let typed = list(from);
        let document = Document::plain(format!("A paper.\n\nReferences\n\n{}\n", typed.join("\n")));
        let targets: BTreeSet<String> = list(to).iter().map(|text| folded(text)).collect();
        for least in [Applicability::Safe, Applicability::Unsafe] {
            let done = listing::relist(&document, &style(to), least);
            let after = references(&done.document);
            let new = after.iter().filter(|text| !typed.contains(text));
            let is_right = |text: &&String| {
                let is_right = targets.contains(&folded(text));
                if !is_right {
                    show(|| format!("{from} {to} {least:?} differs: {text}"));
                }
                is_right
            };
            let right = share(new.filter(is_right).count(), done.written);
            let written = share(done.written, typed.len());
            for left in &done.left {
                let text = left.span.slice(&document.text);
                show(|| format!("{from} {to} {least:?} left: {text} | {}", left.reason));
            }
            println!(
                "{from} to {to}, {least:?}: written {written:.4}, as the works themselves {right:.4}, moved {}; {:?}",
                done.moved,
                reasons(&done)
            );
            let is_safe = least == Applicability::Safe;
            is_good &= !is_safe || written >= floors[0] && right >= floors[1];
        }
    }
    assert!(is_good, "lists are brought into fewer styles");
}

fn reasons(done: &Relisted) -> BTreeMap<String, usize> {
    let mut reasons = BTreeMap::new();
    for left in &done.left {
        *reasons.entry(kind(&left.reason)).or_default() += 1;
    }
    reasons
}

/// The formats that papers are made in, with the share of references that were in APA at the end; few papers are in one format.
const FORMATS: [(&str, f64); 6] = [
    ("txt", 0.56),
    ("md", 0.3),
    ("tex", 0.3),
    ("html", 0.3),
    ("docx", 0.3),
    ("odt", 0.3),
];

/// A paper in a format; none where pandoc does not make it.
fn made(text: &str, name: &str, extension: &str, folder: &Path) -> Option<PathBuf> {
    let path = |extension: &str| folder.join(format!("{name}.{extension}"));
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let paragraphs: Vec<String> = lines
        .map(|line| document::escape(Format::Markdown, line.trim()))
        .collect();
    let markdown = path("md");
    fs::write(&markdown, paragraphs.join("\n\n") + "\n").ok()?;
    if extension == "txt" {
        fs::write(path("txt"), text).ok()?;
    } else if extension != "md" {
        let mut pandoc = Command::new("pandoc");
        pandoc.args(["-s", "-f", "markdown-smart", "--wrap=preserve", "-o"]);
        let made = pandoc.arg(path(extension)).arg(&markdown).status();
        made.ok().filter(std::process::ExitStatus::success)?;
    }
    Some(path(extension))
}

#[test]
fn lists_of_papers_are_brought_into_apa() {
    let Some(papers) = shared("citations/papers") else {
        return;
    };
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let apa = style("apa");
    let mut is_good = true;
    for (turn, (extension, floor)) in FORMATS.into_iter().enumerate() {
        let (mut n_all, mut n_written, mut n_moved, mut n_in_style) = (0, 0, 0, 0);
        let mut all_reasons: BTreeMap<String, usize> = BTreeMap::new();
        // Each paper as plain text, and in one of the other formats.
        let papers = folders(&papers).into_iter().step_by(4).enumerate();
        let papers = papers.filter(|(idx, _)| turn == 0 || idx % (FORMATS.len() - 1) == turn - 1);
        for (_, paper) in papers {
            let text = fs::read_to_string(paper.join("paper.txt")).expect("the paper can be read");
            let name = paper.file_name().unwrap_or_default().to_string_lossy();
            let Some(path) = made(&text, &name, extension, folder.path()) else {
                println!("skipped: pandoc does not make {extension}");
                break;
            };
            let input = input::read(&path, None);
            let before = input.as_ref().map(Input::document).expect("it can be read");
            let done = listing::relist(&before, &apa, Applicability::Safe);
            check(&before, &done, &apa, &path);
            n_all += reference::read(&before).items.len();
            n_written += done.written;
            n_moved += done.moved;
            n_in_style += done.in_style;
            for (reason, count) in reasons(&done) {
                *all_reasons.entry(reason).or_default() += count;
            }
        }
        let in_style = share(n_in_style, n_all);
        println!(
            "{extension}: of {n_all} references written {n_written}, moved {n_moved}, {in_style:.4} in APA; {all_reasons:?}"
        );
        is_good &= n_all == 0 || in_style >= floor;
    }
    assert!(is_good, "fewer references are brought into APA");
}

/// Checks that the text outside the list is as it was, that there are as many references, and that nothing is left to do.
fn check(before: &Document, done: &Relisted, style: &Style, path: &Path) {
    let (old, new) = (reference::read(before), reference::read(&done.document));
    assert_eq!(old.items.len(), new.items.len(), "{}", path.display());
    let ends = |text: &str, spans: Vec<refmend::span::Span>| {
        let first = spans.first().map_or(text.len(), |span| span.start);
        let last = spans.last().map_or(text.len(), |span| span.end);
        (text[..first].to_owned(), text[last..].to_owned())
    };
    assert_eq!(
        ends(&before.text, old.list_spans()),
        ends(&done.document.text, new.list_spans()),
        "{}",
        path.display()
    );
    let again = listing::relist(&done.document, style, Applicability::Safe);
    let differs = refmend::writer::unified_diff("twice", &done.document.text, &again.document.text);
    assert_eq!(
        (differs.as_str(), again.written, again.moved),
        ("", 0, 0),
        "{}",
        path.display()
    );
}
