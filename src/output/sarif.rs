//! Findings as SARIF, for code scanning and editors.

use serde_json::{Value, json};

use super::Positions;
use crate::{
    edit::{Applicability, Edit, Fix},
    finding::{Confidence, Finding},
    rules::{RULES, Rule},
    source::Sources,
    span::Place,
};

/// Renders findings as a log of SARIF 2.1.0 (OASIS Standard, 27 March 2020) with one run.
///
/// Places and fixes are those of the file as it is written, markup included. Columns and character offsets count Unicode code
/// points, which `columnKind` says. Fixes that are only to be shown are left out, since a viewer would apply them, and so are those
/// that have no place in the text of the file.
pub fn sarif(findings: &[Finding], sources: &Sources) -> String {
    let mut log = Log::new(sources);
    let results: Vec<Value> = findings.iter().map(|finding| log.result(finding)).collect();
    let artifacts: Vec<Value> = sources
        .iter()
        .map(|(_, source)| json!({"location": {"uri": uri(&source.name)}}))
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": driver()},
            "columnKind": "unicodeCodePoints",
            "artifacts": artifacts,
            "results": results,
        }],
    });
    let mut output = serde_json::to_string_pretty(&log).expect("a JSON value is always JSON");
    output.push('\n');
    output
}

/// The program and its rules.
fn driver() -> Value {
    let rules: Vec<Value> = RULES.iter().map(|rule| descriptor(rule)).collect();
    json!({
        "name": "refmend",
        "version": env!("CARGO_PKG_VERSION"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": rules,
    })
}

/// One rule with its page.
fn descriptor(rule: &Rule) -> Value {
    json!({
        "id": rule.name,
        "shortDescription": {"text": rule.summary().trim()},
        "help": {"text": rule.explanation.trim(), "markdown": rule.explanation.trim()},
        "defaultConfiguration": {"level": rule.severity.word()},
    })
}

/// What is looked up while results are written.
struct Log<'a> {
    sources: &'a Sources,
    positions: Positions<'a>,
    characters: Vec<Option<Characters>>,
}

impl<'a> Log<'a> {
    fn new(sources: &'a Sources) -> Self {
        Self {
            sources,
            positions: Positions::new(sources),
            characters: sources.iter().map(|_| None).collect(),
        }
    }

    /// One finding.
    fn result(&mut self, finding: &Finding) -> Value {
        let mut result = json!({
            "ruleId": finding.rule,
            "level": finding.severity.word(),
            "message": {"text": message(finding)},
            "locations": [{"physicalLocation": self.location(finding.place)}],
            "properties": {"confidence": confidence(finding.confidence)},
        });
        if let Some(index) = RULES.iter().position(|rule| rule.name == finding.rule) {
            result["ruleIndex"] = index.into();
        }
        if !finding.related.is_empty() {
            let related = finding.related.iter().enumerate().map(|(id, related)| {
                json!({
                    "id": id,
                    "physicalLocation": self.location(related.place),
                    "message": {"text": related.message},
                })
            });
            result["relatedLocations"] = related.collect();
        }
        let fix = finding.fix.as_ref();
        let fix = fix.filter(|fix| fix.applicability > Applicability::Display);
        if let Some(fix) = fix.and_then(|fix| self.fix(fix)) {
            result["fixes"] = json!([fix]);
        }
        result
    }

    /// A fix: its edits, file by file; none if it cannot be made in the text of the files.
    fn fix(&mut self, fix: &Fix) -> Option<Value> {
        let mut edits: Vec<Edit> = self.sources.written_edits(fix)?;
        edits.sort_by_key(|edit| edit.place);
        let changes = edits
            .chunk_by(|a, b| a.place.source == b.place.source)
            .map(|edits| {
                let replacements = edits.iter().map(|edit| {
                    json!({
                        "deletedRegion": self.region(edit.place),
                        "insertedContent": {"text": edit.replacement},
                    })
                });
                let replacements: Vec<Value> = replacements.collect();
                json!({
                    "artifactLocation": self.artifact(edits[0].place),
                    "replacements": replacements,
                })
            });
        let changes: Vec<Value> = changes.collect();
        Some(json!({"description": {"text": fix.title}, "artifactChanges": changes}))
    }

    /// A place with its file.
    fn location(&mut self, place: Place) -> Value {
        let artifact = self.artifact(place);
        match self.positions.start(place).page {
            // The regions of SARIF are of texts.
            Some(page) => json!({"artifactLocation": artifact, "properties": {"page": page}}),
            None => json!({"artifactLocation": artifact, "region": self.region(place)}),
        }
    }

    /// The file of a place.
    fn artifact(&self, place: Place) -> Value {
        json!({"uri": uri(&self.sources.get(place.source).name), "index": place.source.0})
    }

    /// A place by lines and columns and by characters; both ends of columns count from 1, the last is exclusive.
    fn region(&mut self, place: Place) -> Value {
        let (start, end) = (self.positions.start(place), self.positions.end(place));
        let source = self.sources.get(place.source);
        let mut region = json!({
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        });
        if source.is_excerpt() {
            // Nobody knows how many characters stand before it in the file.
            return region;
        }
        let text = source.written();
        let characters =
            self.characters[place.source.0].get_or_insert_with(|| Characters::new(text));
        let first = characters.before(start.line) + start.column - 1;
        let last = characters.before(end.line) + end.column - 1;
        region["charOffset"] = first.into();
        region["charLength"] = (last - first).into();
        region
    }
}

/// How many characters stand before each line of a text.
struct Characters(Vec<usize>);

impl Characters {
    fn new(text: &str) -> Self {
        let lines = text.split_inclusive('\n').scan(0, |before, line| {
            *before += line.chars().count();
            Some(*before)
        });
        Self(std::iter::once(0).chain(lines).collect())
    }

    /// The number of characters before a line, which counts from 1.
    fn before(&self, line: usize) -> usize {
        self.0.get(line - 1).copied().unwrap_or_default()
    }
}

/// The message with what to do; SARIF has no other place for help on one result.
fn message(finding: &Finding) -> String {
    match &finding.help {
        Some(help) => format!("{}\n{help}", finding.message),
        None => finding.message.clone(),
    }
}

/// The word for a confidence.
fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    }
}

/// The name of a file as a URI reference (RFC 3986): relative where the name is, else with the scheme `file`.
fn uri(name: &str) -> String {
    let slashed = name.replace('\\', "/");
    let is_drive = slashed.get(1..3) == Some(":/");
    let scheme = match () {
        () if slashed.starts_with("//") => "file:",
        () if slashed.starts_with('/') => "file://",
        () if is_drive => "file:///",
        () => "",
    };
    let encoded: String = slashed
        .bytes()
        .enumerate()
        .map(|(idx, byte)| match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
            b':' if idx == 1 && is_drive => ":".to_owned(),
            byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        })
        .collect();
    scheme.to_owned() + &encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::Format, output::samples};

    #[test]
    fn places_and_fixes_are_regions_of_code_points() {
        let (findings, sources) = samples::two_findings();
        let log: Value = serde_json::from_str(&sarif(&findings, &sources)).expect("JSON");
        let results = &log["runs"][0]["results"];
        let region = json!({
            "startLine": 2, "startColumn": 10, "endLine": 2, "endColumn": 14,
            "charOffset": 23, "charLength": 4,
        });
        let file = json!({"uri": "my%20papers/50%25.txt", "index": 0});
        assert_eq!(
            results[0]["locations"][0]["physicalLocation"],
            json!({"artifactLocation": file, "region": region})
        );
        assert_eq!(
            results[0]["fixes"][0]["artifactChanges"],
            json!([{
                "artifactLocation": file,
                "replacements": [{"deletedRegion": region, "insertedContent": {"text": "2011"}}],
            }])
        );
        assert_eq!(
            results[0]["relatedLocations"][0]["message"]["text"],
            "listed here"
        );
        assert_eq!(
            results[1]["locations"][0]["physicalLocation"]["region"]["charLength"],
            16
        );
    }

    /// `charOffset` and `charLength` cut the text that the place does.
    #[test]
    fn character_offsets_slice_the_text() {
        let (findings, sources) = samples::two_findings();
        let mut log = Log::new(&sources);
        for finding in &findings {
            let region = log.region(finding.place);
            let number =
                |name: &str| usize::try_from(region[name].as_u64().unwrap_or(0)).expect("small");
            let text = &sources.get(finding.place.source).text;
            let cut: String = text
                .chars()
                .skip(number("charOffset"))
                .take(number("charLength"))
                .collect();
            assert_eq!(cut, sources.slice(finding.place));
        }
    }

    #[test]
    fn a_fix_that_is_only_shown_is_left_out() {
        let (mut findings, sources) = samples::two_findings();
        findings[0].fix.as_mut().expect("it has one").applicability = Applicability::Display;
        assert!(!sarif(&findings, &sources).contains("artifactChanges"));
    }

    #[test]
    fn fixes_are_those_of_the_file() {
        let (finding, sources) = samples::ampersand("{\\it Doe} and Roe", Format::Latex);
        let log: Value = serde_json::from_str(&sarif(&[finding], &sources)).expect("JSON");
        let change = &log["runs"][0]["results"][0]["fixes"][0]["artifactChanges"][0];
        let replacement = &change["replacements"][0];
        assert_eq!(replacement["deletedRegion"]["charOffset"], 10);
        assert_eq!(replacement["insertedContent"]["text"], "\\&");
        let (finding, sources) = samples::ampersand("a\\emph{n}d", Format::Latex);
        assert!(!sarif(&[finding], &sources).contains("artifactChanges"));
    }

    #[test]
    fn names_of_files_become_uris() {
        let cases = [
            ("papers/a b.txt", "papers/a%20b.txt"),
            ("/tmp/é.txt", "file:///tmp/%C3%A9.txt"),
            (r"C:\x.txt", "file:///C:/x.txt"),
            (r"\\server\x.txt", "file://server/x.txt"),
            ("<stdin>", "%3Cstdin%3E"),
            ("a:b.txt", "a%3Ab.txt"),
        ];
        for (name, expected) in cases {
            assert_eq!(uri(name), expected, "{name}");
        }
    }

    #[test]
    fn a_rule_brings_its_page() {
        let rule = Rule {
            name: "year-mismatch",
            severity: crate::finding::Severity::Error,
            explanation: " Finds wrong years.\n\n More.\n",
            check: crate::rules::Check::Paper(|_, _| {}),
        };
        assert_eq!(
            descriptor(&rule),
            json!({
                "id": "year-mismatch",
                "shortDescription": {"text": "Finds wrong years."},
                "help": {"text": "Finds wrong years.\n\n More.", "markdown": "Finds wrong years.\n\n More."},
                "defaultConfiguration": {"level": "error"},
            })
        );
    }
}
