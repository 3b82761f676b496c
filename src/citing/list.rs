//! The command for the bibliography in the place of the typed list.

use std::collections::BTreeSet;

use super::{CitingFile, Package, Request, Target, ToDo, head, whole::Whole};
use crate::{document::Document, project::Paper, span::Span};

/// The edits of a file that replace its lists and, of the main file, name the .bib file.
pub(super) fn edits(
    file: &CitingFile<'_>,
    idx: usize,
    whole: &Whole<'_>,
) -> (Vec<(Span, String)>, Vec<ToDo>) {
    let CitingFile { paper, request } = *file;
    let document = &paper.document;
    let mut head = match idx {
        0 => head::edits(document, request, whole),
        _ => head::Head::default(),
    };
    let Some(last) = paper.references.lists.last() else {
        return (head.edits, head.to_do);
    };
    let spans = paper.references.list_spans();
    for (span, source) in spans.iter().zip(document.replaceable(&spans)) {
        let Some(source) = source else {
            head.to_do.push(ToDo::List);
            continue;
        };
        let (source, is_environment) = widened(document, source);
        let command = if *span == last.span && whole.with_list == Some(idx) {
            let keeps_heading = last
                .heading
                .is_some_and(|heading| !is_environment || document.source_of(heading).is_some());
            command(request, whole, keeps_heading)
        } else {
            String::new()
        };
        head.edits
            .push((source, with_line_ends(document.source(), &command)));
    }
    (head.edits, head.to_do)
}

/// The keys of the works that the list has and the text does not cite by key, each once.
pub(super) fn uncited<'k>(
    paper: &Paper,
    keys: &'k [String],
    cited: &BTreeSet<usize>,
) -> Vec<&'k str> {
    let cited_keys: BTreeSet<&str> = cited.iter().map(|idx| keys[*idx].as_str()).collect();
    let mut uncited = Vec::new();
    for key in keys.iter().take(paper.references.items.len()) {
        if !cited_keys.contains(key.as_str()) && !uncited.contains(&key.as_str()) {
            uncited.push(key.as_str());
        }
    }
    uncited
}

/// The command that prints the bibliography; the typed heading stays, so that it prints none.
fn command(request: Request<'_>, whole: &Whole<'_>, keeps_heading: bool) -> String {
    let uncited = whole.uncited.as_slice();
    let file = request.bibliography.unwrap_or("refs.bib");
    match request.target {
        Target::Pandoc => "::: {#refs}\n:::".to_owned(),
        Target::Latex(package) => {
            let nocite = match uncited {
                [] => String::new(),
                uncited => format!("\\nocite{{{}}}\n", uncited.join(",")),
            };
            format!(
                "{nocite}{}",
                latex_command(whole, package, file, keeps_heading)
            )
        }
        Target::Typst if whole.has_command("#bibliography(") => String::new(),
        Target::Typst => {
            let title = if keeps_heading { ", title: none" } else { "" };
            let full = if uncited.is_empty() {
                ""
            } else {
                ", full: true"
            };
            format!("#bibliography(\"{file}\"{title}{full})")
        }
    }
}

fn latex_command(whole: &Whole<'_>, package: Package, file: &str, keeps_heading: bool) -> String {
    let has = |command: &str| whole.has_command(command);
    match package {
        Package::Biblatex if has("\\printbibliography") => String::new(),
        Package::Biblatex if keeps_heading => "\\printbibliography[heading=none]".to_owned(),
        Package::Biblatex => "\\printbibliography".to_owned(),
        Package::Natbib if has("\\bibliography{") => String::new(),
        Package::Natbib => {
            let style = if has("\\bibliographystyle{") {
                ""
            } else {
                "\\bibliographystyle{plainnat}\n"
            };
            let heading = if keeps_heading {
                "\\renewcommand{\\bibsection}{}\n"
            } else {
                ""
            };
            let name = file.strip_suffix(".bib").unwrap_or(file);
            format!("{heading}{style}\\bibliography{{{name}}}")
        }
    }
}

/// The bytes of a list with the environment or the list marks around it, and whether there is an environment.
fn widened(document: &Document, list: Span) -> (Span, bool) {
    let source = document.source();
    let pieces = document.map.pieces();
    let before = pieces
        .iter()
        .map(|piece| piece.source.end)
        .filter(|end| *end <= list.start);
    let hidden_start = before.max().unwrap_or(0);
    let hidden = Span::new(hidden_start, list.start);
    let begins = hidden.slice(source).match_indices("\\begin{");
    for (at, _) in begins {
        let at = hidden.start + at;
        let name = source[at + 7..].split('}').next().unwrap_or_default();
        let end = format!("\\end{{{name}}}");
        let is_end = |found: &usize| list.end + found < source.len();
        let found = source[list.end..].find(&end).filter(is_end);
        if let Some(found) = found.filter(|_| name != "document") {
            return (Span::new(at, list.end + found + end.len()), true);
        }
    }
    let line = source[..list.start]
        .rfind('\n')
        .map_or(0, |at| at + 1)
        .max(hidden_start);
    let mark = source[line..list.start].trim();
    let is_mark = !mark.is_empty() && !mark.contains(['{', '}', '\\']) && document.has_markup();
    (
        if is_mark {
            Span::new(line, list.end)
        } else {
            list
        },
        false,
    )
}

/// A text with the line ends of a file.
pub(super) fn with_line_ends(source: &str, text: &str) -> String {
    if source.contains("\r\n") {
        text.replace('\n', "\r\n")
    } else {
        text.to_owned()
    }
}
