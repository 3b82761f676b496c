//! Ratchets: what refmend gets right on labelled papers and references may not fall.
//!
//! The data and its scorers are in the folder that `REFMEND_SHARED` names; without it every test here passes at once. `cargo test
//! --release --test accuracy -- --nocapture` prints the scorers' tables. A floor is what was reached, less a little for chance; raise
//! it when the score has risen.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

/// What one set of papers must give: F1 in per cent, and false alarms a paper.
struct Floor {
    set: &'static str,
    references: f64,
    citations: f64,
    links: f64,
    defects: Option<f64>,
    false_alarms: f64,
}

const FLOORS: &[Floor] = &[
    Floor {
        set: "papers",
        references: 99.9,
        citations: 99.6,
        links: 99.1,
        defects: None,
        false_alarms: 0.7,
    },
    Floor {
        set: "damaged",
        references: 99.8,
        citations: 99.5,
        links: 97.6,
        defects: Some(96.5),
        false_alarms: 0.66,
    },
    Floor {
        set: "benign",
        references: 99.8,
        citations: 99.6,
        links: 99.1,
        defects: None,
        false_alarms: 0.72,
    },
    Floor {
        set: "matrix",
        references: 99.9,
        citations: 99.9,
        links: 99.9,
        defects: None,
        false_alarms: 0.05,
    },
    Floor {
        set: "traps",
        references: 99.0,
        citations: 98.5,
        links: 98.0,
        defects: Some(93.5),
        false_alarms: 0.05,
    },
];

/// What the labelled reference strings must give, in per cent.
struct StringsFloor {
    micro: f64,
    all_right: f64,
    families: f64,
}

const REFERENCES: StringsFloor = StringsFloor {
    micro: 93.0,
    all_right: 74.7,
    families: 94.7,
};

/// By how much what is said of values, and of whole references, may differ from how often they are right, on average over ten bins.
const MOST_CALIBRATION_ERROR: [(&str, f64); 2] = [("fields", 0.008), ("references", 0.025)];

/// Compares confidence with what the scorer of the folder calls right; prints the mean difference as JSON.
const CALIBRATION: &str = r#"
import collections, json, subprocess, sys
program, folder = sys.argv[1:]
sys.path.insert(0, folder)
import score
gold = [json.loads(line) for line in open(folder + "/dev.jsonl", encoding="utf-8")]
text = "".join(g["text"].replace("\n", " ") + "\n" for g in gold)
command = [program, "parse", "--format", "labels", "-"]
lines = subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE).stdout.decode().splitlines()
seen = {"fields": [], "references": []}
for g, line in zip(gold, lines):
    found = json.loads(line)
    tally = score.Tally()
    tally.add(g, found, score.CORE)
    seen["references"].append((found["confidence"], tally.right == 1))
    for field, said in found["field_confidence"].items():
        _, n_said, n_right, _, _ = tally.f.get(field, [0] * 5)
        if n_said:
            seen["fields"].append((said, n_right == n_said))
def error(pairs):
    bins = collections.defaultdict(list)
    for said, right in pairs:
        bins[min(int(said * 10), 9)].append(said - right)
    return sum(abs(sum(differences)) for differences in bins.values()) / len(pairs)
print(json.dumps({name: error(pairs) for name, pairs in seen.items()}))
"#;

/// The measuring material; none where the variable is not set.
fn shared(path: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("REFMEND_SHARED")?;
    Some(Path::new(&folder).join(path))
}

/// Runs a scorer over the program and returns the numbers that it writes.
fn score(scorer: &Path, arguments: &[&str]) -> Value {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let json = folder.path().join("scores.json");
    let status = Command::new("python3")
        .arg(scorer)
        .arg(env!("CARGO_BIN_EXE_refmend"))
        .args(arguments)
        .arg("--json")
        .arg(&json)
        .status()
        .expect("python3 runs");
    assert!(status.success(), "{} fails", scorer.display());
    let text = std::fs::read_to_string(json).expect("the scorer writes its numbers");
    serde_json::from_str(&text).expect("the numbers are JSON")
}

/// F1 in per cent from counts of right and all, on both sides.
fn f1(counts: &Value, [right_tool, tool, right_gold, gold]: [&str; 4]) -> f64 {
    let count = |name: &str| counts[name].as_f64().unwrap_or_default();
    let precision = count(right_tool) / count(tool).max(1.0);
    let recall = count(right_gold) / count(gold).max(1.0);
    200.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE)
}

#[test]
fn citations_of_papers() {
    let Some(scorer) = shared("citations/evaluate.py") else {
        return;
    };
    for floor in FLOORS {
        let counts = &score(&scorer, &["--set", floor.set])["all"];
        let references = f1(counts, ["ref_strict", "ref_tool", "ref_strict", "ref_gold"]);
        let citations = f1(counts, ["cit_tp", "cit_tool", "cit_found", "cit_gold"]);
        let links = f1(counts, ["lnk_tp", "lnk_tool", "lnk_found", "lnk_gold"]);
        let defects = f1(counts, ["def_tp", "def_tool", "def_found", "def_gold"]);
        let alarms = counts["false_alarms"].as_f64().unwrap_or_default()
            / counts["papers"].as_f64().unwrap_or(1.0);
        assert!(
            references >= floor.references,
            "{}: references {references:.2}",
            floor.set
        );
        assert!(
            citations >= floor.citations,
            "{}: citations {citations:.2}",
            floor.set
        );
        assert!(links >= floor.links, "{}: links {links:.2}", floor.set);
        assert!(
            floor.defects.is_none_or(|least| defects >= least),
            "{}: defects {defects:.2}",
            floor.set
        );
        assert!(
            alarms <= floor.false_alarms,
            "{}: {alarms:.2} false alarms a paper",
            floor.set
        );
    }
}

#[test]
fn reference_strings() {
    let Some(scorer) = shared("refs/evaluate.py") else {
        return;
    };
    let scores = &score(&scorer, &[])["total"];
    let percent = |value: &Value| 100.0 * value.as_f64().unwrap_or_default();
    let micro = percent(&scores["micro"]["exact"]["f1"]);
    let all_right = percent(&scores["allright"]);
    let families = percent(&scores["family"]["f1"]);
    assert!(micro >= REFERENCES.micro, "micro F1 {micro:.2}");
    assert!(
        all_right >= REFERENCES.all_right,
        "all fields right {all_right:.2}"
    );
    assert!(
        families >= REFERENCES.families,
        "family names {families:.2}"
    );
}

#[test]
fn confidence_is_calibrated() {
    let Some(folder) = shared("refs") else {
        return;
    };
    let output = Command::new("python3")
        .args(["-c", CALIBRATION, env!("CARGO_BIN_EXE_refmend")])
        .arg(folder)
        .output()
        .expect("python3 runs");
    let errors: Value = serde_json::from_slice(&output.stdout).expect("the errors are JSON");
    for (name, most) in MOST_CALIBRATION_ERROR {
        let error = errors[name].as_f64().expect("an error");
        assert!(error <= most, "calibration error of {name}: {error:.4}");
    }
}
