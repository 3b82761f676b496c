//! The smallest edits of a .bib file: a value, a new field, a new entry.

use super::{BlockKind, Field, File, Layout};
use crate::span::Span;

/// A span of the file and what stands there instead.
pub type Replacement = (Span, String);

/// Which names a file has for fields that classic BibTeX and biblatex call otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// `journaltitle`, `date`, `location`.
    Biblatex,
    /// `journal`, `year`, `address`.
    Classic,
}

impl Dialect {
    /// The dialect that most entries of a file speak; biblatex's where none speaks either.
    pub fn of(file: &File) -> Self {
        const CLASSIC: [&str; 5] = ["journal", "year", "address", "school", "month"];
        const BIBLATEX: [&str; 3] = ["journaltitle", "date", "location"];
        let (mut classic, mut biblatex) = (0_usize, 0_usize);
        for field in file.entries.iter().flat_map(|entry| &entry.fields) {
            let name = field.name.slice(file.text());
            let is = |names: &[&str]| names.iter().any(|other| name.eq_ignore_ascii_case(other));
            classic += usize::from(is(&CLASSIC));
            biblatex += usize::from(is(&BIBLATEX));
        }
        if classic > biblatex {
            Self::Classic
        } else {
            Self::Biblatex
        }
    }
}

/// Gives a field another value, which comes with its delimiters; those of the file stay where they can.
pub fn set_value(file: &File, field: Field, value: &str) -> Replacement {
    let old = field.value.slice(file.text());
    let inner = value
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'));
    let is_quoted =
        old.len() > 1 && old.starts_with('"') && old.ends_with('"') && !old.contains('#');
    let is_bare = !old.is_empty() && old.bytes().all(|byte| byte.is_ascii_digit());
    let new = match inner {
        Some(text) if is_quoted && !text.contains('"') => format!("\"{text}\""),
        Some(text)
            if is_bare && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            text.to_owned()
        }
        _ => value.to_owned(),
    };
    (field.value, new)
}

/// Puts fields behind the last one of an entry, laid out as its neighbours.
pub fn add_fields(
    file: &File,
    idx: usize,
    layout: &Layout,
    fields: &[(&str, String)],
) -> Replacement {
    let entry = &file.entries[idx];
    let layout = layout.of_entry(file, entry);
    let is_one_line = !entry.span.slice(file.text()).contains('\n');
    let at = entry
        .fields
        .last()
        .map_or(entry.key.end, |field| field.value.end);
    let text = fields.iter().map(|(name, value)| {
        let before = if is_one_line {
            ", ".to_owned()
        } else {
            layout.before_name()
        };
        format!("{before}{}", layout.field(name, value))
    });
    (Span::at(at), text.collect())
}

/// Puts a new entry where the order of the file wants it: by key, if the file is in that order, else behind all others.
///
/// The text of the entry comes without a line end behind it.
pub fn add_entry(file: &File, layout: &Layout, key: &str, text: &str) -> Replacement {
    let between = if has_empty_lines(file) { 2 } else { 1 };
    let gap = layout.line_end().repeat(between);
    let next = if is_sorted(file) {
        first_behind(file, key)
    } else {
        None
    };
    if let Some(next) = next {
        let start = with_comment(file, next);
        return (Span::at(start), format!("{text}{gap}"));
    }
    let end = file.text().len();
    let line_ends = file.text().len() - file.text().trim_end_matches(['\r', '\n']).len();
    let has = file.text()[end - line_ends..].matches('\n').count();
    let missing = if file.text().trim().is_empty() {
        0
    } else {
        between.saturating_sub(has)
    };
    let before = layout.line_end().repeat(missing);
    (
        Span::at(end),
        format!("{before}{text}{}", layout.line_end()),
    )
}

/// Puts text that is no entry, such as a `@string`, before the first entry, or behind all else where there is none.
pub fn add_before_entries(file: &File, layout: &Layout, text: &str) -> Replacement {
    let line_end = layout.line_end();
    if let Some(first) = file.entries.first() {
        return (Span::at(first.span.start), format!("{text}{line_end}"));
    }
    let end = file.text().len();
    let begins_line = matches!(file.text().chars().last(), None | Some('\n' | '\u{feff}'));
    let before = if begins_line { "" } else { line_end };
    (Span::at(end), format!("{before}{text}{line_end}"))
}

/// Takes an entry out with the line end behind it, and with the empty line that follows where one stands before it as well.
pub fn remove_entry(file: &File, idx: usize) -> Replacement {
    let text = file.text();
    let span = file.entries[idx].span;
    let line_end = |at: usize| {
        let rest = &text[at..];
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t', '\r']).len();
        rest[blanks..].starts_with('\n').then_some(at + blanks + 1)
    };
    let mut end = line_end(span.end).unwrap_or(span.end);
    let before = text[..span.start].trim_end_matches([' ', '\t', '\r']);
    let above = before.strip_suffix('\n').unwrap_or(before);
    let above = above.trim_end_matches([' ', '\t', '\r']);
    let is_apart = above.is_empty() || above.ends_with('\n');
    if is_apart && end > span.end {
        end = line_end(end).unwrap_or(end);
    }
    (Span::new(span.start, end), String::new())
}

/// Whether the entries of a file stand in the order of their keys, case aside; two entries show no order.
pub(crate) fn is_sorted(file: &File) -> bool {
    let keys: Vec<String> = (0..file.entries.len())
        .map(|idx| file.key(idx).to_lowercase())
        .collect();
    keys.len() > 2 && keys.is_sorted()
}

/// The first entry whose key comes behind this one.
fn first_behind(file: &File, key: &str) -> Option<usize> {
    let key = key.to_lowercase();
    (0..file.entries.len()).find(|idx| file.key(*idx).to_lowercase() > key)
}

/// Where the comment lines begin that stand right above an entry; the entry itself where there are none.
fn with_comment(file: &File, idx: usize) -> usize {
    let start = file.entries[idx].span.start;
    let before = file
        .blocks
        .iter()
        .find(|block| block.span.end == start && block.kind == BlockKind::Text);
    before.map_or(start, |block| attached(file.text(), block.span))
}

/// Where the lines begin that stand right above the block behind a text, without an empty line between.
pub(crate) fn attached(text: &str, span: Span) -> usize {
    let between = span.slice(text);
    let mut start = between.len();
    // The line on which the block before ends belongs to that block.
    while let Some(line) = between[..start]
        .trim_end_matches([' ', '\t'])
        .strip_suffix('\n')
    {
        let first = if span.start == 0 { 0 } else { line.len() };
        let line_start = line.rfind('\n').map_or(first, |at| at + 1);
        if line[line_start..].trim().is_empty() {
            break;
        }
        start = line_start;
    }
    span.start + start
}

/// Whether an empty line stands between most entries of a file.
fn has_empty_lines(file: &File) -> bool {
    let pairs = file.entries.windows(2);
    let (mut with, mut without) = (0_usize, 0_usize);
    for pair in pairs {
        let between = Span::new(pair[0].span.end, pair[1].span.start.max(pair[0].span.end))
            .slice(file.text());
        let lines = between.matches('\n').count();
        with += usize::from(lines > 1);
        without += usize::from(lines <= 1);
    }
    with >= without
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::apply;

    fn changed(text: &str, edit: impl Fn(&File, &Layout) -> Replacement) -> String {
        let file = File::read(text);
        let (span, new) = edit(&file, &Layout::of(&file));
        apply(text, &[(span, &new)]).0
    }

    #[test]
    fn a_value_keeps_its_delimiters() {
        let check = |old: &str, new: &str, expected: &str| {
            let text = |value: &str| format!("@book{{a, title = {value}, year = 1}}");
            let set = |file: &File, _: &Layout| set_value(file, file.entries[0].fields[0], new);
            assert_eq!(changed(&text(old), set), text(expected));
        };
        check("{A}", "{B}", "{B}");
        check("\"A\"", "{B}", "\"B\"");
        check("\"A\"", "{B \"c\"}", "{B \"c\"}");
        check("1999", "{2001}", "2001");
        check("1999", "{in press}", "{in press}");
        check("{A} # b", "{B}", "{B}");
        check("\"A\" # \"b\"", "{B}", "{B}");
    }

    #[test]
    fn fields_take_the_layout_of_their_neighbours() {
        let check = |text: &str, expected: &str| {
            let add = |file: &File, layout: &Layout| {
                add_fields(
                    file,
                    0,
                    layout,
                    &[("doi", "{10.1/x}".to_owned()), ("volume", "{2}".to_owned())],
                )
            };
            assert_eq!(changed(text, add), expected);
        };
        check(
            "@book{a,\n\ttitle=\"X\",\n\tyear=1999\n}\n",
            "@book{a,\n\ttitle=\"X\",\n\tyear=1999,\n\tdoi=\"10.1/x\",\n\tvolume=2\n}\n",
        );
        check(
            "@book{a, title={X}, year=1999,}",
            "@book{a, title={X}, year=1999, doi={10.1/x}, volume=2,}",
        );
        check(
            "@book{a,\n}",
            "@book{a,\n  doi = {10.1/x},\n  volume = {2},\n}",
        );
    }

    #[test]
    fn an_entry_goes_with_its_lines() {
        let check = |text: &str, expected: &str| {
            assert_eq!(changed(text, |file, _| remove_entry(file, 1)), expected);
        };
        check(
            "@book{a}\n\n@book{b}\n\n@book{c}\n",
            "@book{a}\n\n@book{c}\n",
        );
        check("@book{a}\n@book{b} \r\n@book{c}\n", "@book{a}\n@book{c}\n");
        check(
            "@book{a}\n% of b\n@book{b}\n\n@book{c}",
            "@book{a}\n% of b\n\n@book{c}",
        );
        check("@book{a} @book{b} @book{c}", "@book{a}  @book{c}");
        check("@book{a}\n\n@book{b}", "@book{a}\n\n");
    }

    #[test]
    fn an_entry_goes_where_the_order_wants_it() {
        let check = |text: &str, expected: &str| {
            let add = |file: &File, layout: &Layout| add_entry(file, layout, "m", "@book{m}");
            assert_eq!(changed(text, add), expected);
        };
        check(
            "@book{a}\n\n@book{b}\n\n% of x\n@book{x}\n",
            "@book{a}\n\n@book{b}\n\n@book{m}\n\n% of x\n@book{x}\n",
        );
        check(
            "@book{a}\n@book{b}\n@book{c}",
            "@book{a}\n@book{b}\n@book{c}\n@book{m}\n",
        );
        check(
            "@book{x}\r\n\r\n@book{a}\r\n",
            "@book{x}\r\n\r\n@book{a}\r\n\r\n@book{m}\r\n",
        );
        check("", "@book{m}\n");
    }

    #[test]
    fn a_macro_stands_before_the_entries() {
        let check = |text: &str, expected: &str| {
            let add =
                |file: &File, layout: &Layout| add_before_entries(file, layout, "@string{m = 1}");
            assert_eq!(changed(text, add), expected);
        };
        check("% x\n@book{a}\n", "% x\n@string{m = 1}\n@book{a}\n");
        check("% x", "% x\n@string{m = 1}\n");
        check("", "@string{m = 1}\n");
    }

    #[test]
    fn a_file_speaks_one_dialect() {
        let dialect = |text: &str| Dialect::of(&File::read(text));
        assert_eq!(
            dialect("@book{a, year = 1999, address = {X}, date = {1999}}"),
            Dialect::Classic
        );
        assert_eq!(dialect("@book{a, title = {X}}"), Dialect::Biblatex);
    }
}
