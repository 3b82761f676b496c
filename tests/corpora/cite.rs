//! Typed citations, written by key and rendered again by pandoc: what comes out must be what was typed.
//!
//! Needs pandoc. Each paper is rendered in the style that is made from its own citations; where `REFMEND_STYLES` names a folder with the
//! styles of <https://github.com/citation-style-language/styles>, those that are known to be in one are rendered in that as well.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use refmend::{
    bibtex::{self, Listed, Wish},
    citing::{self, Keyed, Own, OwnStyle, Request, Target},
    document::Document,
    project::Project,
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

/// The style that a paper is known to be in, where the folder of styles has it.
fn known_style(labelled: &Labelled) -> Option<String> {
    let folder = std::env::var_os("REFMEND_STYLES")?;
    let name = labelled.gold["csl"].as_str()?;
    fs::read_to_string(Path::new(&folder).join(format!("{name}.csl"))).ok()
}

/// A citation that pandoc finds: its keys, and what it renders.
type Rendered = (Vec<String>, String);

/// The citations that pandoc finds in a paper, in its order.
fn rendered(keyed: &Keyed, bib: &str, style: &str, language: &str) -> Vec<Rendered> {
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
fn collect(value: &Value, found: &mut Vec<Rendered>) {
    match value {
        Value::Object(fields) if fields.get("t").is_some_and(|kind| kind == "Cite") => {
            let mut text = String::new();
            plain(&fields["c"][1], &mut text);
            let cites = fields["c"][0].as_array().into_iter().flatten();
            let keys = cites.filter_map(|cite| cite["citationId"].as_str().map(str::to_owned));
            found.push((keys.collect(), text));
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
                let is_single = fields["c"][0]["t"] == "SingleQuote";
                let quote = if is_single { '\'' } else { '"' };
                text.push(quote);
                plain(&fields["c"][1], text);
                text.push(quote);
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
    let mut text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Up to version 3, pandoc writes `&` in running text where a style wants it within brackets only.
    if !text.starts_with('(') {
        for word in [" and ", " und ", " e ", " y "] {
            text = text.replace(word, " & ");
        }
    }
    text
}

/// The words of a citation in a fixed order, without what divides them.
fn words(text: &str) -> Vec<String> {
    let words = text.split([' ', ',', ';', '(', ')', ':']);
    let words = words.filter(|word| !word.is_empty() && !matches!(*word, "and" | "&" | "und"));
    let mut words: Vec<String> = words.map(str::to_owned).collect();
    words.sort();
    words
}

/// How a paper is written and rendered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// With the style of its own, and rendered in it.
    Own,
    /// With the style of its own, and rendered in the one that it is known to be in.
    OwnInKnown,
    /// Without a style of its own, and rendered in the one that it is known to be in.
    Known,
}

/// Writes one paper by key, renders it, and compares; in no known style, it is passed over.
fn measure(labelled: &Labelled, way: Way, counts: &mut Counts) {
    let known = known_style(labelled);
    if way != Way::Own && known.is_none() {
        return;
    }
    let mut project = Project::default();
    project.add_paper("paper.txt", Document::plain(labelled.text.clone()));
    let paper = &project.papers[0];
    let with_particles = citing::with_particles(paper);
    let spelt = citing::works(paper);
    let works = spelt.iter().enumerate().map(|(idx, work)| {
        let wish = Wish {
            key: None,
            use_prefix: with_particles.contains(&idx),
        };
        Listed::Cited(work, wish)
    });
    let extract = bibtex::extract(&works.collect::<Vec<_>>());
    let own = Own::of(paper, &spelt);
    let file = "refs.csl";
    let own = own.as_ref().map(|style| OwnStyle { style, file });
    let request = Request {
        own: own.filter(|_| way != Way::Known),
        target: Target::Pandoc,
        keys: &extract.keys,
        bibliography: Some("refs.bib"),
    };
    let keyed = citing::cite(paper, request);
    let language = labelled.gold["lang"].as_str().unwrap_or("en");
    let own_csl = own.map(|own| own.style.csl("The paper's own style"));
    let style = if way == Way::Own { own_csl } else { known };
    let Some(style) = style else {
        return;
    };
    let rendered = rendered(&keyed, &extract.text, &style, language);
    let text = &paper.document.text;
    counts.left += keyed.left.len();
    counts.written += keyed.written.len();
    let mut rest = rendered.as_slice();
    for written in &keyed.written {
        let typed = normal(written.span.slice(text));
        let keys = written.references.iter().map(|idx| &extract.keys[*idx]);
        let is_this = |(found, _): &Rendered| keys.clone().eq(found);
        // What pandoc does not find is passed over.
        let shown = rest.iter().take(5).position(is_this).map(|at| {
            let shown = normal(&rest[at].1);
            rest = &rest[at + 1..];
            shown
        });
        let is_alike = shown
            .as_ref()
            .is_some_and(|shown| words(shown) == words(&typed));
        counts.alike += usize::from(is_alike);
        let letters = |text: &str| text.replace(' ', "");
        if shown.as_deref().map(letters) == Some(letters(&typed)) {
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
    let ways = [
        (Way::Own, "citations/matrix", [0.985, 0.985, 0.94]),
        (Way::Own, "citations/papers", [0.985, 0.975, 0.915]),
        (Way::OwnInKnown, "citations/matrix", [0.895, 0.965, 0.94]),
        (Way::Known, "citations/matrix", [0.895, 0.965, 0.975]),
        (Way::OwnInKnown, "citations/papers", [0.925, 0.965, 0.91]),
        (Way::Known, "citations/papers", [0.9, 0.955, 0.96]),
    ];
    let mut is_good = true;
    for (way, set, floors) in ways {
        let mut counts = Counts::default();
        for labelled in labelled(set).unwrap_or_default() {
            let before = (counts.written, counts.equal);
            measure(&labelled, way, &mut counts);
            let here = (counts.written - before.0, counts.equal - before.1);
            println!(
                "{:.3} {:?} {way:?} {}",
                share(here.1, here.0),
                here,
                labelled.name
            );
        }
        if counts.written == 0 {
            continue;
        }
        let reached = [
            share(counts.equal, counts.written),
            share(counts.alike, counts.written),
            share(counts.labelled_written, counts.n_labelled),
        ];
        let [equal, alike, written] = reached;
        println!(
            "{way:?} {set}: {equal:.4} of those written by key are rendered as typed, {alike:.4} with the same words, {written:.4} of the labelled are written by key; {counts:?}"
        );
        is_good &= reached
            .iter()
            .zip(floors)
            .all(|(reached, floor)| *reached >= floor);
    }
    assert!(is_good, "a set has fallen");
}
