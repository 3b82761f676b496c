//! What an entry takes over from others: `xdata` and `crossref` (biblatex manual, 3.13.4, 3.13.6 and appendix B).

use super::{File, problem::ProblemKind};

/// A field that counts for an entry: its own or an inherited one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Effective<'a> {
    /// The name under which it counts.
    pub(super) name: &'a str,
    /// The value with its delimiters.
    pub(super) value: &'a str,
}

/// Something wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FieldProblem<'a> {
    /// The name of the field.
    pub(super) field: &'a str,
    /// What is wrong.
    pub(super) kind: ProblemKind,
}

/// How many steps a field is handed on at most.
///
/// biblatex sets no bound; real files have two at most, and a chain as long as the file would fill the stack.
const DEEPEST: usize = 8;

/// The fields of an entry with those that it inherits; an own field goes before an inherited one.
pub(super) fn fields<'a>(
    file: &'a File,
    idx: usize,
    problems: &mut Vec<FieldProblem<'a>>,
) -> Fields<'a> {
    let mut path = vec![idx];
    Fields(collect(file, &mut path, problems))
}

/// The entries that an entry inherits from, nearest first; none comes twice.
pub(super) fn parents(file: &File, idx: usize) -> Vec<usize> {
    let mut found = vec![idx];
    let mut next = 0;
    while next < found.len() {
        let own = own_fields(file, found[next]);
        for (_, key) in links(file, &own) {
            if let Some(parent) = file.find(&key).filter(|parent| !found.contains(parent)) {
                found.push(parent);
            }
        }
        next += 1;
    }
    found.remove(0);
    found
}

/// Whether an entry points to others.
pub(super) fn has_parents(file: &File, idx: usize) -> bool {
    let text = file.text();
    let entry = &file.entries[idx];
    ["crossref", "xdata"]
        .iter()
        .any(|name| entry.field(text, name).is_some())
}

/// The keys that entries point to and that no entry of the file has, each once.
pub(super) fn missing_parents(file: &File) -> Vec<String> {
    let mut missing = Vec::new();
    for idx in (0..file.entries.len()).filter(|idx| has_parents(file, *idx)) {
        for (_, key) in links(file, &own_fields(file, idx)) {
            if file.find(&key).is_none() && !missing.contains(&key) {
                missing.push(key);
            }
        }
    }
    missing
}

/// Fields by name.
#[derive(Debug)]
pub(super) struct Fields<'a>(Vec<Effective<'a>>);

impl<'a> Fields<'a> {
    /// The value of the first of these fields that there is.
    pub(super) fn get(&self, names: &[&str]) -> Option<Effective<'a>> {
        names.iter().find_map(|name| {
            self.0
                .iter()
                .find(|field| field.name.eq_ignore_ascii_case(name))
                .copied()
        })
    }
}

/// How an entry points to one that it inherits from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Via {
    Xdata,
    Crossref,
}

impl Via {
    /// A problem with the field that points.
    fn problem(self, kind: ProblemKind) -> FieldProblem<'static> {
        let field = match self {
            Self::Xdata => "xdata",
            Self::Crossref => "crossref",
        };
        FieldProblem { field, kind }
    }
}

/// The fields of the last entry of `path`, which leads to it from the one that inherits.
fn collect<'a>(
    file: &'a File,
    path: &mut Vec<usize>,
    problems: &mut Vec<FieldProblem<'a>>,
) -> Vec<Effective<'a>> {
    let idx = path[path.len() - 1];
    let mut fields = own_fields(file, idx);
    for (via, key) in links(file, &fields) {
        let Some(parent) = file.find(&key) else {
            problems.push(via.problem(ProblemKind::MissingParent(key)));
            continue;
        };
        if path.contains(&parent) || path.len() > DEEPEST {
            problems.push(via.problem(ProblemKind::CyclicParent(key)));
            continue;
        }
        path.push(parent);
        let inherited = collect(file, path, problems);
        path.pop();
        let (from, to) = (file.entry_type(parent), file.entry_type(idx));
        for field in inherited {
            let name = match via {
                Via::Xdata => Some(field.name),
                Via::Crossref => inherited_name(field.name, from, to),
            };
            let name = name.filter(|name| !has(&fields, name));
            fields.extend(name.map(|name| Effective { name, ..field }));
        }
    }
    fields
}

/// The fields that stand in the entry itself.
fn own_fields(file: &File, idx: usize) -> Vec<Effective<'_>> {
    let text = file.text();
    let own = file.entries[idx].fields.iter();
    own.map(|field| Effective {
        name: field.name.slice(text),
        value: field.value.slice(text),
    })
    .collect()
}

/// Whether there is a field with this name, or with the older name of the same field.
fn has(fields: &[Effective<'_>], name: &str) -> bool {
    let other = match name.to_ascii_lowercase().as_str() {
        "date" => "year",
        "year" => "date",
        "journaltitle" => "journal",
        "journal" => "journaltitle",
        "location" => "address",
        "address" => "location",
        _ => name,
    };
    fields.iter().any(|field| {
        field.name.eq_ignore_ascii_case(name) || field.name.eq_ignore_ascii_case(other)
    })
}

/// The keys that an entry points to; `xdata` may have several.
fn links(file: &File, fields: &[Effective<'_>]) -> Vec<(Via, String)> {
    let mut links = Vec::new();
    for field in fields {
        let via = if field.name.eq_ignore_ascii_case("xdata") {
            Via::Xdata
        } else if field.name.eq_ignore_ascii_case("crossref") {
            Via::Crossref
        } else {
            continue;
        };
        let keys = file.macros.expand(field.value, &mut |_| {});
        let keys = keys.split(',').map(str::trim).filter(|key| !key.is_empty());
        links.extend(keys.map(|key| (via, key.to_owned())));
    }
    links
}

/// The name under which a field of the parent counts in the child; none where it is not handed on.
fn inherited_name<'a>(name: &'a str, parent: &str, child: &str) -> Option<&'a str> {
    let parent = parent.to_ascii_lowercase();
    let child = child.to_ascii_lowercase();
    let lower = name.to_ascii_lowercase();
    if is_private(&lower) {
        return None;
    }
    let target = Target::of(&parent, &child);
    Some(match (target, lower.as_str()) {
        (Target::Main, "title") => "maintitle",
        (Target::Main, "subtitle") => "mainsubtitle",
        (Target::Main, "titleaddon") => "maintitleaddon",
        (Target::Book, "title") => "booktitle",
        (Target::Book, "subtitle") => "booksubtitle",
        (Target::Book, "titleaddon") => "booktitleaddon",
        (Target::Journal, "title") => "journaltitle",
        (Target::Journal, "subtitle") => "journalsubtitle",
        _ => name,
    })
}

/// What the title of a parent is to the child.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    /// The title of a work in several volumes.
    Main,
    /// The title of the book that the child stands in.
    Book,
    /// The title of the journal that the child stands in.
    Journal,
    /// A title like its own.
    Same,
}

impl Target {
    fn of(parent: &str, child: &str) -> Self {
        let part = matches!(
            child,
            "inbook"
                | "bookinbook"
                | "suppbook"
                | "incollection"
                | "inreference"
                | "suppcollection"
                | "inproceedings"
                | "conference"
        );
        match parent {
            "periodical" => Self::Journal,
            "mvbook" | "mvcollection" | "mvreference" | "mvproceedings" => Self::Main,
            _ if part => Self::Book,
            _ => Self::Same,
        }
    }
}

/// Whether a field is of the entry alone (`\DeclareDataInheritance`, `noinherit` by default).
fn is_private(name: &str) -> bool {
    matches!(
        name,
        "ids"
            | "crossref"
            | "xref"
            | "xdata"
            | "entryset"
            | "entrysubtype"
            | "execute"
            | "label"
            | "options"
            | "presort"
            | "related"
            | "relatedoptions"
            | "relatedstring"
            | "relatedtype"
            | "shortauthor"
            | "shorteditor"
            | "shorthand"
            | "shorttitle"
            | "sorttitle"
            | "indextitle"
            | "indexsorttitle"
            | "sortkey"
            | "key"
            | "abstract"
            | "file"
            | "keywords"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows the effective fields of the first entry and the problems.
    fn check(text: &str, expected: &[(&str, &str)], expected_problems: &[ProblemKind]) {
        let file = File::read(text);
        let mut problems = Vec::new();
        let fields = fields(&file, 0, &mut problems);
        let shown: Vec<_> = fields
            .0
            .iter()
            .map(|field| (field.name, field.value))
            .collect();
        assert_eq!(shown, expected);
        let kinds: Vec<_> = problems.into_iter().map(|problem| problem.kind).collect();
        assert_eq!(kinds, expected_problems);
    }

    #[test]
    fn a_chapter_takes_over_its_book() {
        check(
            "@incollection{a, title={T}, crossref={b}}
             @collection{b, Title={B}, subtitle={S}, editor={E}, date={2002}, shorthand={x}}",
            &[
                ("title", "{T}"),
                ("crossref", "{b}"),
                ("booktitle", "{B}"),
                ("booksubtitle", "{S}"),
                ("editor", "{E}"),
                ("date", "{2002}"),
            ],
            &[],
        );
    }

    #[test]
    fn own_fields_go_first_under_either_name() {
        check(
            "@inproceedings{a, year=2001, crossref=\"b\"} @proceedings{b, date={2002}}",
            &[("year", "2001"), ("crossref", "\"b\"")],
            &[],
        );
    }

    #[test]
    fn xdata_comes_as_it_is() {
        check(
            "@book{a, xdata={b, c}} @xdata{b, publisher={P}} @xdata{c, publisher={Q}, note={n}}",
            &[("xdata", "{b, c}"), ("publisher", "{P}"), ("note", "{n}")],
            &[],
        );
    }

    #[test]
    fn cycles_and_gaps_are_problems() {
        check(
            "@book{a, crossref={b}} @book{b, crossref={a}, note={n}, xdata={z}}",
            &[("crossref", "{b}"), ("note", "{n}")],
            &[
                ProblemKind::CyclicParent("a".to_owned()),
                ProblemKind::MissingParent("z".to_owned()),
            ],
        );
    }

    #[test]
    fn parents_of_parents_count() {
        let file = File::read("@book{a, crossref={b}} @book{b, xdata={c}} @xdata{c, crossref={a}}");
        assert_eq!(parents(&file, 0), [1, 2]);
    }
}
