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
/// The works as pandoc reads them from this format; nothing where there is no pandoc that knows it.
fn through_pandoc(format: &str, text: &str) -> Option<Vec<Value>> {
    let known = Command::new("pandoc")
        .arg("--list-input-formats")
        .output()
        .ok()?;
    if !String::from_utf8_lossy(&known.stdout)
        .lines()
        .any(|line| line == format)
    {
        return None;
    }
    let mut pandoc = Command::new("pandoc")
        .args(["-f", format, "-t", "csljson"])
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
    Some(serde_json::from_slice(&output.stdout).expect("pandoc writes JSON"))
}

/// Writes the samples, has pandoc read them, and compares these variables with those of our own CSL-JSON.
fn check(format: &str, text: &str, variables: &[&str]) {
    let Some(read) = through_pandoc(format, text) else {
        eprintln!("skipped: no pandoc that reads {format}");
        return;
    };
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
