//! Typed citations, written by key and rendered again by pandoc: what comes out must be what was typed.
//!
//! Needs pandoc, and the styles of <https://github.com/citation-style-language/styles> in the folder that `REFMEND_STYLES` names;
//! papers whose style is not there are rendered in one that is made from their own citations.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use refmend::{
    bibtex::{self, Listed},
    citation::Mode,
    citing::{self, Keyed, Request, Target},
    document::Document,
    project::{Paper, Project},
};
use serde_json::Value;

use crate::{share, shared, show};

/// What came of the papers of a set.
#[derive(Debug, Default)]
struct Counts {
    /// Citations that the labels have.
    n_labelled: usize,
    /// Those of them that are written by key.
    labelled_written: usize,
    /// Citations that are written by key.
    written: usize,
    /// Those of them that pandoc renders as they were typed.
    equal: usize,
    /// Those of them that have the same words, the works of a group in another order or otherwise divided.
    alike: usize,
    /// Citations that stay as typed.
    left: usize,
}

/// A folder with a labelled paper.
struct Labelled {
    name: String,
    text: String,
    gold: Value,
}

fn labelled(set: &str) -> Option<Vec<Labelled>> {
    let mut folders: Vec<PathBuf> = fs::read_dir(shared(set)?)
        .expect("the set can be read")
        .map(|entry| entry.expect("the set can be read").path())
        .collect();
    folders.sort();
    let read = |folder: &Path, name: &str| fs::read_to_string(folder.join(name));
    let papers = folders.iter().filter_map(|folder| {
        let gold = read(folder, "gold.json").ok()?;
        Some(Labelled {
            name: folder.file_name()?.to_string_lossy().into_owned(),
            text: read(folder, "paper.txt").ok()?,
            gold: serde_json::from_str(&gold).expect("the labels are JSON"),
        })
    });
    Some(papers.collect())
}

fn has_pandoc() -> bool {
    let found = Command::new("pandoc").arg("--version").output().is_ok();
    if !found {
        println!("skipped: pandoc is not installed");
    }
    found
}

/// The style of a paper: its own where the folder of styles has it.
fn style(labelled: &Labelled, paper: &Paper) -> String {
    let named = || {
        let folder = std::env::var_os("REFMEND_STYLES")?;
        let name = labelled.gold["csl"].as_str()?;
        fs::read_to_string(Path::new(&folder).join(format!("{name}.csl"))).ok()
    };
    named().unwrap_or_else(|| own_style(paper))
}

/// A style that writes citations as most of those of the paper are written.
fn own_style(paper: &Paper) -> String {
    let text = &paper.document.text;
    let in_brackets = paper.cites().filter(|(citation, cite, _)| {
        citation.mode == Mode::Parenthetical && cite.names_span.end <= cite.year.span.start
    });
    let (mut commas, mut all, mut signs, mut words, mut longest) = (0, 0, 0, 0, 2);
    for (_, cite, _) in in_brackets {
        all += 1;
        commas += usize::from(text[cite.names_span.end..].starts_with(','));
        if let Some(connector) = cite.connector {
            let is_sign = connector.slice(text) == "&";
            signs += usize::from(is_sign);
            words += usize::from(!is_sign);
        }
        if cite.et_al.is_none() {
            longest = longest.max(cite.names.len());
        }
    }
    let shortened = paper.cites().any(|(_, cite, _)| cite.et_al.is_some());
    STYLE
        .replace("DELIMITER", if 2 * commas > all { ", " } else { " " })
        .replace("AND", if signs > words { "symbol" } else { "text" })
        .replace(
            "LONG",
            &if shortened { longest + 1 } else { 99 }.to_string(),
        )
}

const STYLE: &str = r#"<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>Author and date</title><id>author-date</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<macro name="author"><names variable="author"><name form="short" and="AND" delimiter=", " delimiter-precedes-last="contextual"/>
<substitute><names variable="editor"/><text variable="title"/></substitute></names></macro>
<citation et-al-min="LONG" et-al-use-first="1" disambiguate-add-year-suffix="true" collapse="year">
<layout prefix="(" suffix=")" delimiter="; "><group delimiter=", "><group delimiter="DELIMITER"><text macro="author"/>
<choose><if variable="issued"><date variable="issued"><date-part name="year"/></date></if><else><text variable="status"/></else></choose>
</group><group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group></group></layout></citation>
<bibliography><sort><key macro="author"/><key variable="issued"/><key variable="title"/></sort>
<layout><text macro="author"/><date variable="issued"><date-part name="year"/></date></layout></bibliography></style>"#;

/// The citations that pandoc finds in a paper, in its order, as it renders them.
fn rendered(keyed: &Keyed, bib: &str, style: &str, language: &str) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("a temporary file can be written");
        path
    };
    file("refs.bib", bib);
    let style = file("style.csl", style);
    let mut pandoc = Command::new("pandoc")
        .args(["--citeproc", "-f", "markdown", "-t", "json", "-M"])
        .arg(format!("lang={language}"))
        .arg("--csl")
        .arg(style)
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("pandoc runs");
    let text = keyed.text.clone();
    let mut stdin = pandoc.stdin.take().expect("pandoc reads");
    let writer = std::thread::spawn(move || stdin.write_all(text.as_bytes()));
    let output = pandoc.wait_with_output().expect("pandoc ends");
    writer
        .join()
        .expect("the paper is written")
        .expect("pandoc reads the paper");
    let json: Value = serde_json::from_slice(&output.stdout).expect("pandoc writes JSON");
    let mut found = Vec::new();
    collect(&json["blocks"], &mut found);
    found
}

/// The texts of all citations below a value.
fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) if fields.get("t").is_some_and(|kind| kind == "Cite") => {
            let mut text = String::new();
            plain(&fields["c"][1], &mut text);
            found.push(text);
        }
        Value::Object(fields) => fields.values().for_each(|value| collect(value, found)),
        Value::Array(items) => items.iter().for_each(|value| collect(value, found)),
        _ => {}
    }
}

/// The text of inlines.
fn plain(value: &Value, text: &mut String) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| plain(item, text)),
        Value::Object(fields) => match fields["t"].as_str() {
            Some("Str") => text.push_str(fields["c"].as_str().unwrap_or_default()),
            Some("Space" | "SoftBreak" | "LineBreak") => text.push(' '),
            Some("Quoted") => {
                text.push('"');
                plain(&fields["c"][1], text);
                text.push('"');
            }
            Some(_) => plain(&fields["c"], text),
            None => {}
        },
        _ => {}
    }
}

/// A text without differences of blanks, quotes and dashes.
fn normal(text: &str) -> String {
    let letters = text.chars().map(|letter| match letter {
        '’' | '‘' | '`' => '\'',
        '“' | '”' | '„' => '"',
        '–' | '—' | '‐' | '‑' => '-',
        letter => letter,
    });
    let text: String = letters.filter(|letter| *letter != '\u{ad}').collect();
    // Up to version 3, pandoc writes `&` in running text where a style wants it within brackets only.
    let text = if text.starts_with('(') {
        text
    } else {
        text.replace(" & ", " and ")
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a citation in a fixed order, without what divides them.
fn words(text: &str) -> Vec<String> {
    let words = text.split([' ', ',', ';', '(', ')', ':']);
    let words = words.filter(|word| !word.is_empty() && !matches!(*word, "and" | "&" | "und"));
    let mut words: Vec<String> = words.map(str::to_owned).collect();
    words.sort();
    words
}

/// Writes one paper by key, renders it, and compares.
fn measure(labelled: &Labelled, counts: &mut Counts) {
    let mut project = Project::default();
    project.add_paper("paper.txt", Document::plain(labelled.text.clone()));
    let paper = &project.papers[0];
    let works = paper
        .references
        .items
        .iter()
        .map(|item| Listed::Work(&item.work));
    let extract = bibtex::extract(&works.collect::<Vec<_>>());
    let request = Request {
        target: Target::Pandoc,
        keys: &extract.keys,
        bibliography: Some("refs.bib"),
    };
    let keyed = citing::cite(paper, request);
    let language = labelled.gold["lang"].as_str().unwrap_or("en");
    let rendered = rendered(&keyed, &extract.text, &style(labelled, paper), language);
    let text = &paper.document.text;
    counts.left += keyed.left.len();
    counts.written += keyed.written.len();
    for (at, written) in keyed.written.iter().enumerate() {
        let typed = normal(written.span.slice(text));
        let shown = rendered.get(at).map(|shown| normal(shown));
        let is_alike = shown
            .as_ref()
            .is_some_and(|shown| words(shown) == words(&typed));
        counts.alike += usize::from(is_alike);
        if shown.as_ref() == Some(&typed) {
            counts.equal += 1;
        } else {
            show(|| {
                format!(
                    "{}\t{typed}\t{}\t{}",
                    labelled.name,
                    shown.unwrap_or_default(),
                    written.text
                )
            });
        }
    }
    if rendered.len() != keyed.written.len() {
        let (found, written) = (rendered.len(), keyed.written.len());
        println!(
            "{}: pandoc finds {found} citations, {written} are written",
            labelled.name
        );
    }
    for left in &keyed.left {
        show(|| {
            format!(
                "{}\t{}\tleft: {}",
                labelled.name,
                left.span.slice(text),
                left.reason
            )
        });
    }
    let gold = labelled.gold["citations"].as_array().into_iter().flatten();
    for citation in gold.filter(|citation| citation["score"].as_bool() != Some(false)) {
        let at = |name: &str| citation[name].as_u64().unwrap_or_default() as usize;
        let overlaps = |written: &citing::Written| {
            written.span.start < at("end") && at("start") < written.span.end
        };
        counts.n_labelled += 1;
        counts.labelled_written += usize::from(keyed.written.iter().any(overlaps));
    }
}

#[test]
fn citations_by_key_are_rendered_as_they_were_typed() {
    if shared("citations").is_none() || !has_pandoc() {
        return;
    }
    let mut is_good = true;
    for (set, equal, written) in [
        ("citations/matrix", 0.85, 0.95),
        ("citations/papers", 0.8, 0.9),
    ] {
        let mut counts = Counts::default();
        for labelled in labelled(set).unwrap_or_default() {
            let before = (counts.written, counts.equal);
            measure(&labelled, &mut counts);
            let here = (counts.written - before.0, counts.equal - before.1);
            println!("{:.3} {:?} {}", share(here.1, here.0), here, labelled.name);
        }
        println!(
            "{set}: {:.4} of those written by key are rendered as typed, {:.4} with the same words, {:.4} of the labelled are written by key; {counts:?}",
            share(counts.equal, counts.written),
            share(counts.alike, counts.written),
            share(counts.labelled_written, counts.n_labelled),
        );
        is_good &= share(counts.equal, counts.written) >= equal;
        is_good &= share(counts.labelled_written, counts.n_labelled) >= written;
    }
    assert!(is_good, "a set has fallen");
}
