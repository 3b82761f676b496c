//! The .bib file, named at the head of a document.

use super::{Package, Request, Target, ToDo, list::with_line_ends, whole::Whole};
use crate::{document::Document, span::Span};

/// What the head of a document needs.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// The edits of the file.
    pub(super) edits: Vec<(Span, String)>,
    /// What remains for the author.
    pub(super) to_do: Vec<ToDo>,
}

impl Head {
    fn insert(&mut self, source: &str, at: usize, text: &str) {
        self.edits
            .push((Span::at(at), with_line_ends(source, text)));
    }
}

/// Names the .bib file, and for pandoc the works that are to be listed without being cited.
pub(super) fn edits(document: &Document, request: Request<'_>, whole: &Whole<'_>) -> Head {
    match request.target {
        Target::Pandoc => pandoc(document, request.bibliography, &whole.uncited),
        Target::Latex(package) => latex(document, package, request.bibliography, whole),
        Target::Typst => typst(document, request.bibliography, whole),
    }
}

fn pandoc(document: &Document, file: Option<&str>, uncited: &[&str]) -> Head {
    let source = document.source();
    let mut head = Head::default();
    let front_matter = front_matter(source).filter(|_| document.has_markup());
    let inner = front_matter.map_or("", |inner| inner.slice(source));
    let has_field = |name: &str| inner.lines().any(|line| line.starts_with(name));
    let mut fields = String::new();
    if let Some(file) = file {
        if document.bibliographies.is_empty() {
            fields.push_str(&format!("bibliography: {file}\n"));
        } else if let Some(edit) = named_as_well(document, file) {
            head.edits.push(edit);
        } else {
            head.to_do.push(ToDo::NameFile(file.to_owned()));
        }
    }
    let marks: Vec<String> = uncited.iter().map(|key| format!("@{key}")).collect();
    if !uncited.is_empty() && has_field("nocite:") {
        head.to_do.push(ToDo::Uncited(marks.join(", ")));
    } else if !uncited.is_empty() {
        fields.push_str(&format!("nocite: |\n  {}\n", marks.join(", ")));
    }
    match front_matter {
        _ if fields.is_empty() => {}
        Some(inner) => head.insert(source, inner.end, &fields),
        None => {
            let start = if source.starts_with('\u{feff}') {
                '\u{feff}'.len_utf8()
            } else {
                0
            };
            head.insert(source, start, &format!("---\n{fields}---\n\n"));
        }
    }
    head
}

/// The lines of the YAML block at the head of a Markdown file, without the marks around them.
fn front_matter(source: &str) -> Option<Span> {
    let bare = source.trim_start_matches('\u{feff}');
    let mut position = source.len() - bare.len();
    let mut start = None;
    for line in bare.split_inclusive('\n') {
        match (start, line.trim_end()) {
            (None, "---") => start = Some(position + line.len()),
            (None, _) => return None,
            (Some(start), "---" | "...") => return Some(Span::new(start, position)),
            (Some(_), _) => {}
        }
        position += line.len();
    }
    None
}

/// Adds a file to those that the front matter names: `bibliography: a.bib`, `bibliography: [a.bib]`, `- a.bib`.
fn named_as_well(document: &Document, file: &str) -> Option<(Span, String)> {
    let source = document.source();
    let last = document.bibliographies.last()?.source;
    let line_start = source[..last.start].rfind('\n').map_or(0, |at| at + 1);
    let line_len = source[last.end..]
        .find('\n')
        .unwrap_or(source.len() - last.end);
    let line_end = last.end + line_len;
    let line = source[line_start..line_end].trim_end();
    let list_mark = line.find("- ").filter(|at| line[..*at].trim().is_empty());
    if let Some(at) = list_mark {
        let indent = &line[..at];
        let end = line_start + line.len();
        return Some((
            Span::at(end),
            with_line_ends(source, &format!("\n{indent}- {file}")),
        ));
    }
    let (field, value) = line
        .split_once(':')
        .filter(|(field, _)| *field == "bibliography")?;
    let value_end = line_start + line.len();
    if let Some(inner) = value.trim().strip_prefix('[') {
        let close = value_end - 1;
        return inner
            .ends_with(']')
            .then(|| (Span::at(close), format!(", {file}")));
    }
    let value_start = line_start + field.len() + 1;
    let is_plain = !value.trim().is_empty() && !value.contains('#');
    is_plain.then(|| {
        let value = value.trim();
        (
            Span::new(value_start, value_end),
            format!(" [{value}, {file}]"),
        )
    })
}

fn latex(document: &Document, package: Package, file: Option<&str>, whole: &Whole<'_>) -> Head {
    let source = document.source();
    let mut head = Head::default();
    let mut lines = String::new();
    let load = match package {
        Package::Natbib => "\\usepackage{natbib}\n",
        Package::Biblatex => "\\usepackage[style=authoryear]{biblatex}\n",
    };
    if loaded_package(document) != Some(package) {
        lines.push_str(load);
    }
    match (package, file) {
        (Package::Biblatex, Some(file)) => lines.push_str(&format!("\\addbibresource{{{file}}}\n")),
        (Package::Natbib, Some(file)) if whole.has_command("\\bibliography{") => {
            let bare = file.strip_suffix(".bib").unwrap_or(file);
            match document.bibliographies.last() {
                Some(last) => head.insert(source, last.source.end, &format!(",{bare}")),
                // Another file of the paper does.
                None => head.to_do.push(ToDo::NameFile(file.to_owned())),
            }
        }
        _ => {}
    }
    match source
        .find("\\begin{document}")
        .filter(|_| document.has_markup())
    {
        _ if lines.is_empty() => {}
        Some(at) => head.insert(source, at, &lines),
        None => head.to_do.push(ToDo::Preamble(lines.trim_end().to_owned())),
    }
    head
}

/// The package for citations that a LaTeX document loads.
pub fn loaded_package(document: &Document) -> Option<Package> {
    let source = document.source();
    let loads = |name: &str| {
        let mut packages = source.match_indices("\\usepackage");
        packages.any(|(at, _)| {
            let rest = source[at..].split('}').next().unwrap_or_default();
            rest.rsplit('{')
                .next()
                .is_some_and(|names| names.split(',').any(|other| other.trim() == name))
        })
    };
    if loads("biblatex") {
        Some(Package::Biblatex)
    } else if loads("natbib") {
        Some(Package::Natbib)
    } else {
        None
    }
}

fn typst(document: &Document, file: Option<&str>, whole: &Whole<'_>) -> Head {
    let source = document.source();
    let mut head = Head::default();
    let Some(file) = file.filter(|_| document.has_markup() && whole.has_command("#bibliography("))
    else {
        return head;
    };
    match document.bibliographies.as_slice() {
        [only] if source[..only.source.start].ends_with("#bibliography(\"") => {
            let open = only.source.start - 1;
            head.edits.push((
                Span::new(open, only.source.end + 1),
                format!("(\"{}\", \"{file}\")", only.path),
            ));
        }
        _ => head.to_do.push(ToDo::NameFile(file.to_owned())),
    }
    head
}
