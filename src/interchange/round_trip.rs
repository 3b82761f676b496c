//! What we write, pandoc reads as the same works. Without pandoc these tests say so and pass; CI has it.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use serde_json::{Value, json};

use super::{
    bibtex_classic, csl_json, ris,
    samples::{pairs, samples},
};
use crate::{
    bibtex,
    work::{Contributors, Name, Work, fold::fold},
};

/// What pandoc makes of a text; nothing where there is no pandoc, or one too old for the formats (RIS came with version 3).
///
/// # Panics
///
/// Where the checks are complete, for there must be a pandoc then.
fn through_pandoc(from: &str, to: &str, text: &str) -> Option<String> {
    let formats = |option: &str| {
        let known = Command::new("pandoc").arg(option).output().ok()?;
        Some(String::from_utf8_lossy(&known.stdout).into_owned())
    };
    let Some((inputs, outputs)) =
        formats("--list-input-formats").zip(formats("--list-output-formats"))
    else {
        assert!(std::env::var_os("CI").is_none(), "CI has no pandoc");
        eprintln!("skipped: no pandoc");
        return None;
    };
    let knows = |known: &str, format: &str| known.lines().any(|line| line == format);
    if !knows(&inputs, from) || !knows(&outputs, to) {
        eprintln!("skipped: this pandoc does not read {from} or write {to}");
        return None;
    }
    let mut pandoc = Command::new("pandoc")
        .args(["-s", "-f", from, "-t", to])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let mut stdin = pandoc.stdin.take().expect("stdin is a pipe");
    stdin
        .write_all(text.as_bytes())
        .expect("pandoc reads its input");
    drop(stdin);
    let output = pandoc.wait_with_output().expect("pandoc ends");
    assert!(output.status.success(), "pandoc refuses:\n{text}");
    Some(String::from_utf8(output.stdout).expect("pandoc writes UTF-8"))
}

/// Writes the samples, has pandoc read them, and compares these variables with those of our own CSL-JSON.
fn check(format: &str, text: &str, variables: &[&str]) {
    let Some(read) = through_pandoc(format, "csljson", text) else {
        return;
    };
    let read: Vec<Value> = serde_json::from_str(&read).expect("pandoc writes JSON");
    let samples = samples();
    assert_eq!(read.len(), samples.len());
    let ours: Vec<Value> = serde_json::from_str(&csl_json(pairs(&samples))).expect("we write JSON");
    for (ours, theirs) in ours.iter().zip(&read) {
        for variable in variables {
            assert_eq!(
                comparable(theirs, variable),
                comparable(ours, variable),
                "{variable} of {}",
                ours["id"]
            );
        }
    }
}

/// A variable without what readers are free to change: names as text, dashes as hyphens, titles in small letters.
fn comparable(work: &Value, variable: &str) -> Value {
    match &work[variable] {
        Value::Array(names) => names.iter().map(whole_name).collect(),
        Value::String(text) if variable.ends_with("title") => plain(text).to_lowercase().into(),
        Value::String(text) => plain(text).into(),
        // pandoc keeps no seasons.
        Value::Object(date) => date["date-parts"].clone(),
        other => other.clone(),
    }
}

/// A text without the markup by which pandoc keeps capitals, dashes as hyphens.
fn plain(text: &str) -> String {
    text.replace("<span class=\"nocase\">", "")
        .replace("</span>", "")
        .replace(['–', '’'], "-")
        .replace('\'', "-")
}

/// A name as one text, whatever its parts are called.
fn whole_name(name: &Value) -> Value {
    let part = |part: &str| name[part].as_str().unwrap_or_default().to_owned();
    let particle = part("non-dropping-particle") + &part("dropping-particle");
    let parts = [
        particle,
        part("family"),
        part("literal"),
        part("given"),
        part("suffix"),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    json!(parts.join(" "))
}

/// The variables that all formats can say.
const COMMON: &[&str] = &[
    "id",
    "title",
    "container-title",
    "publisher",
    "volume",
    "page",
    "DOI",
];

#[test]
fn csl_json_comes_back() {
    let variables = [
        COMMON,
        &["author", "editor", "translator", "issued", "type"],
    ]
    .concat();
    check("csljson", &csl_json(pairs(&samples())), &variables);
}

#[test]
fn ris_comes_back() {
    check("ris", &ris(pairs(&samples())), COMMON);
}

#[test]
fn bibtex_comes_back() {
    let variables = [COMMON, &["author", "editor"]].concat();
    check("bibtex", &bibtex_classic(pairs(&samples())), &variables);
}

#[test]
fn biblatex_comes_back() {
    let samples = samples();
    let entries: Vec<String> = pairs(&samples)
        .map(|(key, work)| bibtex::entry_text(work, key))
        .collect();
    let variables = [
        "id",
        "title",
        "container-title",
        "volume",
        "page",
        "DOI",
        "author",
        "editor",
    ];
    check("biblatex", &entries.join("\n"), &variables);
}

#[test]
fn csl_json_becomes_entries() {
    let samples = samples();
    let text = csl_json(pairs(&samples));
    let Some(entries) = through_pandoc("csljson", "biblatex", &text) else {
        return;
    };
    let file = bibtex::File::read(entries);
    for (key, work) in pairs(&samples) {
        let idx = file.find(key).expect("pandoc writes every work");
        let read = file.work(idx);
        // pandoc leaves out the braces that keep an organisation whole.
        let is_person = |name: &Name| matches!(name, Name::Person(_));
        if work.authors.names.iter().all(is_person) {
            assert_eq!(names(&read.authors), names(&work.authors), "{key}");
        }
        assert_eq!(names(&read.editors), names(&work.editors), "{key}");
        assert_eq!(
            folded(read.title.as_ref()),
            folded(work.title.as_ref()),
            "{key}"
        );
        assert_eq!(read.doi, work.doi, "{key}");
        assert_eq!(read.volume, work.volume, "{key}");
        let year = |work: &Work| work.issued.date.map(|date| date.year);
        assert_eq!(year(&read), year(work), "{key}");
    }
}

/// Names as they are cited, with their suffix, which pandoc writes into the family name.
fn names(people: &Contributors) -> Vec<String> {
    let suffix = |name: &Name| match name {
        Name::Person(person) => person.suffix.clone().unwrap_or_default(),
        Name::Organisation { .. } => String::new(),
    };
    let whole = |name: &Name| fold(&format!("{} {}", name.cited(), suffix(name)));
    people.names.iter().map(whole).collect()
}

fn folded(text: Option<&String>) -> String {
    text.map(|text| fold(text)).unwrap_or_default()
}
