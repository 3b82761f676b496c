//! How a paper writes pages: `, p. 5`, `: 5`.

use super::{super::typed::Typed, votes::Votes};

/// What stands before the number of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Locator {
    /// `, `, `: `, `:` or a blank, behind the year.
    pub(super) delimiter: String,
    /// What stands before one page, and before several: `p.`, `pp.`; empty for nothing.
    pub(super) labels: [String; 2],
}

/// A page in three parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parts<'t> {
    /// With its blank.
    pub(super) delimiter: &'t str,
    pub(super) label: &'t str,
    pub(super) number: &'t str,
}

impl Parts<'_> {
    /// Whether several pages are meant.
    pub(super) fn is_several(&self) -> bool {
        self.number
            .contains(|letter: char| !letter.is_ascii_digit())
    }
}

/// The words for pages; pandoc reads what the style or its language calls a page, so that chapters and the like stay as typed.
const LABELS: [&str; 8] = ["pp.", "p.", "pp", "p", "S.", "págs.", "pág.", "s."];

/// Takes what stands behind a year apart, where it is a page or some pages and nothing else.
pub(super) fn parts(tail: &str) -> Option<Parts<'_>> {
    let rest = tail.trim_start_matches([',', ':', ' ', '\u{a0}']);
    let delimiter = &tail[..tail.len() - rest.len()];
    let label = LABELS.into_iter().find(|label| {
        let behind = rest.strip_prefix(label);
        behind.is_some_and(|behind| {
            behind
                .trim_start()
                .starts_with(|letter: char| letter.is_ascii_digit())
        })
    });
    let label = &rest[..label.map_or(0, str::len)];
    let number = rest[label.len()..].trim();
    let is_number = number.split(['-', '–', ',']).all(|part| {
        let part = part.trim();
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
    });
    is_number.then_some(Parts {
        delimiter,
        label,
        number,
    })
}

impl Locator {
    /// Whether one page is called otherwise than several: then the style writes a label even where no page stands behind it.
    pub(super) fn has_two_labels(&self) -> bool {
        self.labels[0] != self.labels[1]
    }

    /// Looks at all pages of the citations of a paper.
    pub(super) fn of(text: &str, typed: &[Typed]) -> Self {
        let mut delimiters = Votes::default();
        let mut labels = [Votes::default(), Votes::default()];
        for cite in typed.iter().flat_map(|typed| &typed.cites) {
            if let Some(parts) = parts(cite.tail.slice(text)) {
                let mark = parts.delimiter.trim();
                let blank = if mark == ":" && !parts.delimiter.ends_with([' ', '\u{a0}']) {
                    ""
                } else {
                    " "
                };
                delimiters.add(format!("{mark}{blank}"));
                labels[usize::from(parts.is_several())].add(parts.label.to_owned());
            }
        }
        let [one, several] = labels.map(Votes::most);
        let delimiter = delimiters.most().unwrap_or_else(|| ", ".to_owned());
        let labels = match (one, several) {
            (Some(one), Some(several)) => [one, several],
            (Some(one), None) => [
                one.clone(),
                if one == "p." { "pp.".to_owned() } else { one },
            ],
            (None, Some(several)) => [
                if several == "pp." {
                    "p.".to_owned()
                } else {
                    several.clone()
                },
                several,
            ],
            (None, None) => ["p.".to_owned(), "pp.".to_owned()],
        };
        Self { delimiter, labels }
    }
}
