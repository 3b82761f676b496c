//! Entries of `ignore` in refmend.toml, which know a finding by its text and not by its position.

use crate::{config::Ignore, finding::Finding, span::Span};

/// Whether an entry of `ignore` speaks of a finding: its rule, its file, and a text that stands where the finding does.
pub(super) fn fits(ignore: &Ignore, finding: &Finding, text: &str, path: &str) -> bool {
    let right_path = |ignore: &Ignore| {
        ignore
            .path
            .as_ref()
            .is_none_or(|pattern| pattern.matches(path))
    };
    let right_text = |ignore: &Ignore| {
        let wanted = ignore.text.as_deref();
        wanted.is_none_or(|wanted| stands_at(wanted, finding.place.span, text))
    };
    ignore.rule == finding.rule && right_path(ignore) && right_text(ignore)
}

/// Whether `wanted` stands in the text so that it shares a byte with the span; a run of white space equals any other.
fn stands_at(wanted: &str, span: Span, text: &str) -> bool {
    let wanted = wanted.trim();
    // White space may be wider in the text: an indented line after a line end.
    let reach = span.start.saturating_sub(2 * wanted.len());
    let (Some(before), Some(_)) = (text.get(..span.start), text.get(..span.end)) else {
        return false;
    };
    let first = before
        .char_indices()
        .rev()
        .map(|(start, _)| start)
        .take_while(|start| *start >= reach)
        .last();
    let first = first.unwrap_or(span.start);
    let starts = &text[first..span.end];
    let mut starts = starts
        .char_indices()
        .map(|(offset, _)| first + offset)
        .chain([span.end]);
    starts.any(|start| {
        let found = matching(wanted, &text[start..]).map(|length| Span::new(start, start + length));
        found.is_some_and(|found| found.overlaps(span) || found.contains(span.start))
    })
}

/// How many bytes at the beginning of a text are equal to `wanted`, white space aside.
fn matching(wanted: &str, text: &str) -> Option<usize> {
    let mut rest = text;
    for (idx, word) in wanted.split_whitespace().enumerate() {
        if idx > 0 {
            let without_space = rest.trim_start();
            if without_space.len() == rest.len() {
                return None;
            }
            rest = without_space;
        }
        rest = rest.strip_prefix(word)?;
    }
    (rest.len() < text.len()).then(|| text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(wanted: &str, marked: &str, expected: bool) {
        let start = marked.find('«').expect("the span is marked");
        let end = marked.find('»').expect("the span is marked") - '«'.len_utf8();
        let text = marked.replace(['«', '»'], "");
        let found = stands_at(wanted, Span::new(start, end), &text);
        assert_eq!(found, expected, "{wanted} in {marked}");
    }

    #[test]
    fn a_text_is_found_around_its_finding() {
        check("(Lee 2010)", "as said (Lee «2010»).", true);
        check("said (Lee 2010)", "as said\r\n   («Lee 2010»).", true);
        check("Lee", "(«Lee 2010»)", true);
        check("(Lee 2010)", "(Lee 2010), («Kim 2011»)", false);
        check("Pérez", "é «Pérez» 2010", true);
        check("", "a «b»", false);
    }
}
