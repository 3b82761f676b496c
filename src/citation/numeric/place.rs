//! Brackets with numbers, where they may be citations.

use super::group::{self, Group, Item};
use crate::{
    citation::{
        token::is_dash,
        words::{is_label, lower},
    },
    span::Span,
};

/// A bracket with numbers is not longer (bytes).
const LONGEST: usize = 160;

/// A line shorter than this was ended on purpose, so that what begins the next is no running text.
const SHORTEST_WRAPPED_LINE: usize = 40;

/// The brackets of a stretch of prose that hold nothing but numbers, locators and words that introduce a cite.
pub(super) fn in_brackets(text: &str, span: Span, (open, close): (char, char)) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut end = span.start;
    for (start, _) in span.slice(text).match_indices(open) {
        let start = span.start + start;
        let inner = start + open.len_utf8();
        let inside = head(&text[inner..span.end]);
        let Some(length) = inside
            .find([open, close])
            .filter(|at| inside[*at..].starts_with(close))
        else {
            continue;
        };
        let whole = Span::new(start, inner + length + close.len_utf8());
        let is_place = start >= end
            && may_be_citation(&text[span.start..start], open)
            && !is_link(&text[whole.end..span.end], open);
        if !is_place {
            continue;
        }
        if let Some(items) = group::items(text, Span::new(inner, inner + length)) {
            end = whole.end;
            let group = Group { span: whole, items };
            let joined = groups.last().and_then(|last| range(text, last, &group));
            match (joined, groups.last_mut()) {
                (Some(joined), Some(last)) => *last = joined,
                _ => groups.push(group),
            }
        }
    }
    groups
}

/// The group that two make when a dash joins their numbers: `[1]–[3]`.
fn range(text: &str, first: &Group, second: &Group) -> Option<Group> {
    let between = text.get(first.span.end..second.span.start)?.trim();
    let is_dash = !between.is_empty() && between.chars().all(is_dash);
    let ([from], [to]) = (first.items.as_slice(), second.items.as_slice()) else {
        return None;
    };
    let is_plain = from.first == from.last && to.first == to.last && from.first < to.first;
    let item = Item::new(from.span.join(to.span), from.first, to.last)?;
    (is_dash && is_plain).then(|| Group {
        span: first.span.join(second.span),
        items: vec![item],
    })
}

/// As much of a text as a bracket can hold.
fn head(text: &str) -> &str {
    let end = (LONGEST.min(text.len())..=text.len()).find(|at| text.is_char_boundary(*at));
    &text[..end.unwrap_or(text.len())]
}

/// Whether what stands before a bracket leaves room for a citation: no formula, no label, no beginning of a note or list item.
fn may_be_citation(before: &str, open: char) -> bool {
    let trimmed = before.trim_end();
    let Some(last) = trimmed.chars().next_back() else {
        return false;
    };
    if begins_line(before) || is_operator(last) {
        return false;
    }
    // `(1)` behind these marks counts something: `two aims: (1) …; (2) …`; `Lind et al. (1)` ends no sentence.
    let ends_clause = matches!(last, ':' | ';' | ',' | '.' | '?' | '!');
    if open == '(' && ends_clause && !trimmed.ends_with("et al.") {
        return false;
    }
    let word = trimmed
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let touches = trimmed.len() == before.len();
    let behind_stop = trimmed
        .ends_with('.')
        .then(|| &trimmed[..trimmed.len() - 1]);
    let abbreviated =
        behind_stop.and_then(|text| text.rsplit(|c: char| !c.is_alphanumeric()).next());
    // `a[1]` and `10[3]` are formulas; a word and a citation may touch.
    let is_formula = touches && last.is_alphanumeric() && word.chars().count() < 3;
    let names = |word: &str| is_label(&lower(word)) || names_numbers(&lower(word));
    !is_formula && !names(word) && !abbreviated.is_some_and(|word| is_label(&lower(word)))
}

/// Whether a bracket begins a line that is no continuation of the one before.
fn begins_line(before: &str) -> bool {
    // Lines may be as long as the file, so that only what is near is looked at.
    let head = before.trim_end_matches([' ', '\t', '\u{a0}']);
    if !head.is_empty() && !head.ends_with('\n') {
        return false;
    }
    let line_start = head.len();
    let previous = before[..line_start].trim_end_matches(['\r', '\n']);
    let is_blank = before[previous.len()..line_start].matches('\n').count() > 1;
    let mut near = previous.bytes().rev().take(SHORTEST_WRAPPED_LINE);
    let is_short = previous.len() < SHORTEST_WRAPPED_LINE || near.any(|byte| byte == b'\n');
    is_blank || is_short
}

/// Whether a link of Markdown follows: `[1](https://…)`.
fn is_link(behind: &str, open: char) -> bool {
    open == '[' && behind.starts_with('(')
}

fn is_operator(c: char) -> bool {
    matches!(
        c,
        '=' | '<'
            | '>'
            | '≤'
            | '≥'
            | '≈'
            | '∈'
            | '∉'
            | '⊂'
            | '⊆'
            | '+'
            | '×'
            | '·'
            | '∪'
            | '∩'
            | '^'
            | '_'
            | '\\'
    )
}

/// Whether brackets behind this word hold values: `the interval [1, 3]`, in en, de, es, pt, fr and it.
fn names_numbers(word: &str) -> bool {
    matches!(
        word,
        "interval"
            | "intervals"
            | "range"
            | "domain"
            | "scale"
            | "matrix"
            | "vector"
            | "array"
            | "ci"
            | "intervall"
            | "bereich"
            | "skala"
            | "vektor"
            | "intervalo"
            | "rango"
            | "escala"
            | "matriz"
            | "faixa"
            | "vetor"
            | "intervalle"
            | "échelle"
            | "matrice"
            | "vecteur"
            | "intervallo"
            | "scala"
            | "vettore"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = in_brackets(text, Span::new(0, text.len()), ('[', ']'));
        let found: Vec<_> = found.iter().map(|group| group.span.slice(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn citations_stand_behind_words_and_marks() {
        check(
            "Rye [1] and oats [2, 3]; wheat[4]. Salt.[5]",
            &["[1]", "[2, 3]", "[4]", "[5]"],
        );
        check("As in (see [7, p. 3]).", &["[7, p. 3]"]);
        let wrapped = "This line is long enough to have been wrapped\n[8] here.";
        check(wrapped, &["[8]"]);
    }

    #[test]
    fn formulas_labels_and_notes_are_none() {
        check(
            "a[1] = x [2], so x ∈ [1, 3] and the interval [1, 3].",
            &["[2]"],
        );
        check("See Fig. [1] and Table [2].", &[]);
        check("Salt.\n\n[1] A note.", &[]);
        check("Short.\n[1] A note.", &[]);
        check("The page [1](https://example.org).", &[]);
        check("It was [sic] so [1", &[]);
    }
}
