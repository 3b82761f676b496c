//! The paper of the person who asked for refmend, in the folder that `REFMEND_SHARED` names; without it the test passes at once.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

/// The paper; none where the variable is not set.
fn paper() -> Option<PathBuf> {
    let folder = std::env::var_os("REFMEND_SHARED")?;
    Some(Path::new(&folder).join("seeds/paper.txt"))
}

/// Runs `dump` with the project's own master.
fn dump(paper: &Path) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_refmend"))
        .arg("dump")
        .arg(paper)
        .args(["--bib", "bib/master.bib"])
        .output()
        .expect("refmend runs");
    serde_json::from_slice(&output.stdout).expect("dump is JSON")
}

/// The byte that a field of an object names.
fn offset(value: &Value, field: &str) -> usize {
    usize::try_from(value[field].as_u64().expect("an offset is a number")).expect("it is small")
}

/// The bytes of the text that an object speaks of.
fn slice<'a>(text: &'a str, value: &Value) -> &'a str {
    &text[offset(value, "start")..offset(value, "end")]
}

#[test]
fn the_references_are_right() {
    let Some(paper) = paper() else { return };
    let text = std::fs::read_to_string(&paper).expect("the paper can be read");
    let dump = dump(&paper);
    let references = dump["references"].as_array().expect("there are references");
    let expected = [
        ("Kinzer, S.", "Pantheon Books.", "kinzer2016", "2016"),
        ("Grandin, G.", "Henry Holt and Co.", "grandin2019", "2019"),
        (
            "United Nations Charter",
            "Acts of Aggression.",
            "unitednationscharter1945",
            "1945",
        ),
        (
            "Mérida Initiative",
            "Annual Review.",
            "meridainitiative2024",
            "2024",
        ),
        (
            "López Obrador, A. M.",
            "El Universal.",
            "lopezobrador2019",
            "2019",
        ),
        ("Reuters.", "January 5.", "reuters2026", "2026-01-05"),
    ];
    assert_eq!(references.len(), expected.len());
    for (reference, (start, end, key, issued)) in references.iter().zip(expected) {
        let printed = slice(&text, reference);
        assert!(
            printed.starts_with(start) && printed.ends_with(end),
            "{printed}"
        );
        assert_eq!(reference["key"], key);
        assert_eq!(reference["issued"], issued, "{key}");
    }
    for (idx, entry_type) in [(0, "book"), (1, "book"), (5, "article")] {
        assert_eq!(references[idx]["entry_type"], entry_type);
    }
    let author = |idx: usize| &references[idx]["fields"]["author"];
    assert_eq!(author(2)[0]["literal"], "United Nations Charter");
    assert_eq!(author(3)[0]["literal"], "Mérida Initiative");
    assert_eq!(author(3)[1]["literal"], "U.S. Department of State");
    assert_eq!(author(4)[0]["family"], "López Obrador");
    assert_eq!(author(4)[0]["given"], "A. M.");
    assert_eq!(author(5)[0]["literal"], "Reuters");
    assert_eq!(references[3]["fields"]["title"], "Annual Review");
    assert_eq!(references[4]["fields"]["container"], "El Universal");
}

#[test]
fn the_citations_are_right() {
    let Some(paper) = paper() else { return };
    let text = std::fs::read_to_string(&paper).expect("the paper can be read");
    let dump = dump(&paper);
    let citations = dump["citations"].as_array().expect("there are citations");
    let seen: Vec<_> = citations
        .iter()
        .map(|citation| {
            (
                slice(&text, citation),
                &citation["cites"][0]["references"][0],
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("Steven Kinzer (2016)", &Value::from(0)),
            ("Greg Grandin (2019)", &Value::from(1)),
        ]
    );
}

#[test]
fn the_findings_are_right() {
    let Some(paper) = paper() else { return };
    let text = std::fs::read_to_string(&paper).expect("the paper can be read");
    let dump = dump(&paper);
    let findings = dump["findings"].as_array().expect("there are findings");
    let of_rule = |rule: &str| -> Vec<String> {
        let of_rule = findings.iter().filter(|finding| finding["rule"] == rule);
        of_rule
            .map(|finding| slice(&text, finding).chars().take(6).collect())
            .collect()
    };
    assert_eq!(
        of_rule("uncited-reference"),
        ["United", "Mérida", "López ", "Reuter"]
    );
    assert_eq!(of_rule("list-order"), ["Grandi"]);
    assert_eq!(of_rule("differs-from-master"), ["Kinzer"]);
    assert_eq!(of_rule("missing-reference"), [""; 0]);
    let mentions: Vec<_> = findings
        .iter()
        .filter(|finding| finding["rule"] == "uncited-reference")
        .map(|finding| {
            finding["related"]
                .as_array()
                .and_then(|related| Some(slice(&text, related.first()?)))
        })
        .collect();
    assert_eq!(
        mentions,
        [
            Some("the 1945 UN Charter"),
            Some("Mérida Initiative (2007–2019)"),
            Some("López Obrador (AMLO)"),
            None,
        ]
    );
}
