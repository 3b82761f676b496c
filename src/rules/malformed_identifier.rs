//! An identifier that cannot be right.

use super::{Findings, declare_rule};
use crate::{finding::Confidence, project::Paper, span::Span, work::isbn_is_valid};

declare_rule! {
    /// Finds ISBNs, ISSNs and DOIs that cannot be right.
    ///
    /// ## What it does
    ///
    /// Reports an ISBN or ISSN with a wrong check digit or number of digits, and a DOI that is cut off or has a blank in it.
    ///
    /// ## Why it matters
    ///
    /// The identifier leads nowhere, or to another work.
    ///
    /// ## Example
    ///
    /// ```text
    /// Brandt, K. (2011). The price of bread. Harbour Press. ISBN 978-0-306-40615-8
    /// ```
    ///
    /// ## What to do
    ///
    /// Copy the identifier again from the work or from its publisher.
    "malformed-identifier", Warning, Paper(check)
}

/// What is wrong with an identifier, where, and how sure that is.
struct Fault {
    span: Span,
    message: String,
    confidence: Confidence,
}

fn check(paper: &Paper, findings: &mut Findings) {
    for reference in &paper.references.items {
        let text = reference.span.slice(&paper.document.text);
        for fault in faults(text) {
            let place = paper.place(fault.span.shift(reference.span.start));
            let finding = findings.add(place, fault.message);
            finding.confidence = fault.confidence;
            finding.help = Some("copy it again from the work or its publisher".to_owned());
        }
    }
}

/// The faults of all identifiers in the text of a reference.
fn faults(text: &str) -> impl Iterator<Item = Fault> {
    let of_books = labelled(text, "ISBN").filter_map(|start| isbn_fault(text, start));
    let of_serials = labelled(text, "ISSN").filter_map(|start| issn_fault(text, start));
    let of_articles = text
        .match_indices("10.")
        .filter_map(|(start, _)| doi_fault(text, start));
    of_books.chain(of_serials).chain(of_articles)
}

/// Where the numbers begin that stand behind a label such as `ISBN-13:`.
fn labelled(text: &str, label: &str) -> impl Iterator<Item = usize> {
    text.match_indices(label).map(|(start, label)| {
        let behind = start + label.len();
        let rest = text[behind..]
            .trim_start_matches("-13")
            .trim_start_matches("-10")
            .trim_start_matches([':', ' ', '\u{a0}', '.']);
        text.len() - rest.len()
    })
}

/// What is wrong with the ISBN that begins here.
fn isbn_fault(text: &str, start: usize) -> Option<Fault> {
    let candidates = number_ends(text, start, &[10, 13]);
    if candidates
        .iter()
        .any(|end| isbn_is_valid(&text[start..*end]))
    {
        return None;
    }
    let end = candidates
        .last()
        .copied()
        .or_else(|| number_ends(text, start, &[]).pop())?;
    let span = Span::new(start, end);
    let printed = span.slice(text);
    let message = if candidates.is_empty() {
        format!("the ISBN `{printed}` has {} digits", n_digits(printed))
    } else {
        format!("the check digit of the ISBN `{printed}` is wrong")
    };
    Some(Fault {
        span,
        message,
        confidence: Confidence::High,
    })
}

/// What is wrong with the ISSN that begins here (ISO 3297: weights 8 to 2, modulus 11).
fn issn_fault(text: &str, start: usize) -> Option<Fault> {
    let end = number_ends(text, start, &[8]).pop()?;
    let digits = text[start..end].chars().filter_map(|c| match c {
        'x' | 'X' => Some(10),
        c => c.to_digit(10),
    });
    let sum: u32 = digits
        .zip((1..=8).rev())
        .map(|(digit, weight)| digit * weight)
        .sum();
    let span = Span::new(start, end);
    (!sum.is_multiple_of(11)).then(|| Fault {
        span,
        message: format!(
            "the check digit of the ISSN `{}` is wrong",
            span.slice(text)
        ),
        confidence: Confidence::High,
    })
}

/// The ends of the numbers that begin here with one of the lengths in digits; hyphens and single spaces may stand within. Without
/// lengths the end of the longest.
fn number_ends(text: &str, start: usize, lengths: &[usize]) -> Vec<usize> {
    let mut ends = Vec::new();
    let (mut count, mut last) = (0, None);
    for (idx, c) in text[start..].char_indices() {
        if c.is_ascii_digit() || matches!(c, 'X' | 'x') && count > 0 {
            count += 1;
            last = Some(start + idx + 1);
            if lengths.contains(&count) && !goes_on_unspaced(&text[start + idx + 1..]) {
                ends.extend(last);
            }
        } else if !matches!(c, '-' | '–' | '‐' | ' ' | '\u{a0}') {
            break;
        }
    }
    if lengths.is_empty() {
        ends.extend(last);
    }
    ends
}

/// Whether a number goes on without a space.
fn goes_on_unspaced(rest: &str) -> bool {
    rest.trim_start_matches(['-', '–', '‐'])
        .starts_with(|c: char| c.is_ascii_digit())
}

fn n_digits(text: &str) -> usize {
    text.chars()
        .filter(|c| c.is_ascii_digit() || matches!(c, 'X' | 'x'))
        .count()
}

/// What is wrong with the DOI that begins here, if one is meant: `doi` or the resolver stand before it.
fn doi_fault(text: &str, start: usize) -> Option<Fault> {
    let before = text[..start]
        .trim_end_matches([' ', ':', '/', '\u{a0}', '\n'])
        .to_ascii_lowercase();
    if !(before.ends_with("doi") || before.ends_with("doi.org")) {
        return None;
    }
    let rest = &text[start..];
    let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let suffix = rest[..length]
        .split_once('/')
        .map_or("", |(_, suffix)| suffix);
    let is_cut = suffix
        .trim_matches(|c: char| !c.is_alphanumeric())
        .is_empty();
    let goes_on = goes_on(suffix, &rest[length..]);
    if !is_cut && goes_on == 0 {
        return None;
    }
    let span = Span::new(start, start + length + goes_on);
    let what = if goes_on > 0 {
        "has a blank in it"
    } else {
        "is cut off"
    };
    Some(Fault {
        span,
        message: format!("the DOI `{}` {what}", span.slice(text)),
        confidence: if goes_on > 0 {
            Confidence::Medium
        } else {
            Confidence::High
        },
    })
}

/// The length of what follows a DOI behind a single blank and seems to be its rest: the DOI ends with a sign that no sentence
/// puts there, or with a full stop, and digits with full stops follow.
fn goes_on(suffix: &str, rest: &str) -> usize {
    let Some(next) = rest.strip_prefix([' ', '\u{a0}']) else {
        return 0;
    };
    let word = next
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .trim_end_matches(['.', ',', ')', ']']);
    let is_open = suffix.ends_with(['/', '-', '_'])
        && word.starts_with(|c: char| c.is_ascii_digit() || c.is_lowercase());
    let is_numbered = suffix.ends_with('.')
        && word.contains('.')
        && word.chars().all(|c| c.is_ascii_digit() || c == '.');
    if is_open || is_numbered {
        rest.len() - next.len() + word.len()
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = faults(text)
            .map(|fault| {
                assert!(!fault.span.slice(text).is_empty(), "{text}");
                fault.message
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn check_digits_are_checked() {
        check("Press. ISBN 978-0-306-40615-7.", &[]);
        check("Press. ISBN-10: 0-306-40615-2, 2011", &[]);
        check("Press. ISBN: 978 0 306 40615 7 2011", &[]);
        check(
            "Press. ISBN 978-0-306-40615-8.",
            &["the check digit of the ISBN `978-0-306-40615-8` is wrong"],
        );
        check(
            "Press. ISBN 978-0-306-4061.",
            &["the ISBN `978-0-306-4061` has 11 digits"],
        );
        check(
            "Press. ISBN 978-0-306.",
            &["the ISBN `978-0-306` has 7 digits"],
        );
        check("Journal. ISSN 0317-8471.", &[]);
        check(
            "Journal. ISSN 0317-8472.",
            &["the check digit of the ISSN `0317-8472` is wrong"],
        );
        check("ISBN unknown, ISSN.", &[]);
    }

    #[test]
    fn dois_are_whole() {
        check("https://doi.org/10.1000/abc.2011.", &[]);
        check(
            "doi: 10.1000/j.tree. 2020.08.003.",
            &["the DOI `10.1000/j.tree. 2020.08.003` has a blank in it"],
        );
        check(
            "doi:10.1000/abc- 12",
            &["the DOI `10.1000/abc- 12` has a blank in it"],
        );
        check("doi:10.1000/abc. Accessed 2011.", &[]);
        check(
            "https://doi.org/10.1000/",
            &["the DOI `10.1000/` is cut off"],
        );
        check("doi:10.1000", &["the DOI `10.1000` is cut off"]);
        check("volume 10.5", &[]);
    }
}
