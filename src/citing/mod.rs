//! Typed citations written by key, `(see Smith, 2001, p. 5)` as `[see @smith2001, p. 5]`, for pandoc, LaTeX or Typst; or made live
//! citations of Zotero in the files of word processors.
//!
//! `typed` says how the citations of a paper stand in its text: in brackets of their own, behind names that belong to the sentence,
//! or without brackets; `placed` looks at one cite. `plan` puts what stands around each cite into the spelling of the target. `pandoc`, `latex` and `typst`
//! write one citation each, `elements` those of pandoc's syntax tree; `list` puts the command for the bibliography in the place of the typed list, and `head` names the .bib
//! file at the head of the document. `whole` does all this over the files of a paper of several, and `plain` spells a plain text for the target. `zotero` puts fields around the typed citations.
//!
//! Only citations whose references are certain are written by key; the others stay as typed and are handed back with the reason.

mod bracket;
mod elements;
mod head;
mod latex;
mod list;
mod names;
mod pandoc;
mod placed;
mod plain;
mod plan;
#[cfg(test)]
mod tests;
mod typed;
mod typst;
mod whole;
mod zotero;

use self::plan::Choice;
pub use self::{
    elements::{Cited, TreeRequest, cite_tree},
    head::loaded_package,
    names::{with_particles, works},
    whole::{CitingFile, cite_files},
    zotero::{Live, LiveRequest, live},
};
use crate::{
    document::{Document, Format, Refusal},
    edit,
    project::Paper,
    span::Span,
};

/// What the citations are written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Pandoc's Markdown, which Quarto and R Markdown share.
    Pandoc,
    /// `LaTeX`, with one of its packages.
    Latex(Package),
    /// Typst.
    Typst,
}

/// A package of `LaTeX` for citations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Package {
    /// `\citep`, `\citet`
    Natbib,
    /// `\parencite`, `\textcite`
    Biblatex,
}

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// What the citations are written for.
    pub target: Target,
    /// The key of each reference of the paper.
    pub keys: &'a [String],
    /// The .bib file as the document shall name it; none if all keys are in files that it names already.
    pub bibliography: Option<&'a str>,
}

/// A paper that cites by key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyed {
    /// The text of the new file.
    pub text: String,
    /// The citations that are written by key, in the order of the text.
    pub written: Vec<Written>,
    /// The citations that stay as typed, in the order of the text.
    pub left: Vec<Left>,
    /// What remains for the author to do.
    pub to_do: Vec<ToDo>,
}

/// A citation that is written by key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The bytes of the text view that it takes the place of.
    pub span: Span,
    /// What is written there.
    pub text: String,
    /// The indices of the references that it cites.
    pub references: Vec<usize>,
}

/// A citation that stays as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Left {
    /// Where it stands in the text view.
    pub span: Span,
    /// Why it stays.
    pub reason: Reason,
}

/// Why a citation stays as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
pub enum Reason {
    /// No reference has these names and this year.
    #[error("it is not listed")]
    NotListed,
    /// A reference is near, but differs.
    #[error("it differs from the reference that may be meant")]
    Differs,
    /// A year of the cite, that of the first edition perhaps, could not be read in the reference, so that the entry lacks it.
    #[error("its year could not be read in the reference")]
    NoYear,
    /// Several references fit.
    #[error("several references fit")]
    Ambiguous,
    /// It repeats another one: `ibid.`
    #[error("it repeats another citation in words")]
    Repeats,
    /// The brackets hold a sentence with citations in it, or names are typed in a form that needs brackets.
    #[error("there is no way to write it by key where it stands")]
    NoForm,
    /// Markup or an edge of the text runs through it.
    #[error("markup runs through it")]
    Markup,
    /// The file has no place for a field around it.
    #[error("{0}")]
    Place(Refusal),
}

/// What remains for the author to do; the text says it as an order.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ToDo {
    /// The document is a piece of a larger one, whose preamble must load the package and the file.
    #[error("put these lines into the preamble of the document:\n{0}")]
    Preamble(String),
    /// The document names .bib files in a way that cannot be added to.
    #[error("add `{0}` to the .bib files that the document names")]
    NameFile(String),
    /// Works that the list had and the text does not cite by key would be missing.
    #[error("keep these works in the bibliography, which the text does not cite by key: {0}")]
    Uncited(String),
    /// Works of the list would be missing from a live one.
    #[error(
        "cite these works with Zotero or add them to its list, which else leaves them out when it is written anew: {0}"
    )]
    UncitedInZotero(String),
    /// The typed list cannot be made a live one.
    #[error("insert the list with Zotero in the place of the typed one, which stays as it is: {0}")]
    LiveList(Refusal),
    /// What stands between the references would be lost when Zotero writes the list anew.
    #[error(
        "insert the list with Zotero in the place of the typed one, which holds more than references"
    )]
    MixedList,
    /// Zotero writes one list.
    #[error(
        "insert the list with Zotero where you want it: the paper has several, which stay as they are"
    )]
    SeveralLists,
    /// The typed list of a syntax tree is no row of whole paragraphs.
    #[error(
        "the typed list stays, as it begins or ends within a paragraph: make each reference a paragraph of its own to have it written anew"
    )]
    TypedListStays,
    /// The typed list cannot be taken out.
    #[error("replace the typed list by hand: markup runs through it")]
    List,
}

impl Target {
    /// The format that the target is written in.
    pub fn format(self) -> Format {
        match self {
            Self::Pandoc => Format::Markdown,
            Self::Latex(_) => Format::Latex,
            Self::Typst => Format::Typst,
        }
    }
}

/// Writes the citations of a paper by key, and the command for the bibliography in the place of its list.
///
/// The paper is in the format of the target, whose bytes outside the edits stay, or plain text, which is put into the spelling of
/// the target.
pub fn cite(paper: &Paper, request: Request<'_>) -> Keyed {
    let mut keyed = cite_files(&[CitingFile { paper, request }]);
    keyed.swap_remove(0)
}

/// The edits of the file for the citations, each in the best way that the file takes; what takes none stays as typed.
fn in_file(
    document: &Document,
    mut planned: Vec<Choice>,
    left: &mut Vec<Left>,
) -> (Vec<Written>, Vec<(Span, String)>) {
    drop_formless(&mut planned, Reason::NoForm, left);
    loop {
        let stretches: Vec<Span> = planned.iter().map(|choice| choice.forms[0].0).collect();
        let sources = document.replaceable(&stretches);
        if sources.iter().all(Option::is_some) {
            let sources = sources.into_iter().flatten();
            return planned.into_iter().zip(sources).map(written).unzip();
        }
        for (choice, source) in planned.iter_mut().zip(sources) {
            if source.is_none() {
                choice.forms.remove(0);
            }
        }
        drop_formless(&mut planned, Reason::Markup, left);
    }
}

/// Takes out the citations that cannot be written in any way.
fn drop_formless(planned: &mut Vec<Choice>, reason: Reason, left: &mut Vec<Left>) {
    planned.retain(|choice| {
        let span = choice.span;
        let is_possible = !choice.forms.is_empty();
        left.extend((!is_possible).then_some(Left { span, reason }));
        is_possible
    });
}

/// A citation in the first of its forms, and the edit of the file.
fn written((choice, source): (Choice, Span)) -> (Written, (Span, String)) {
    let mut forms = choice.forms;
    let (span, text) = forms.swap_remove(0);
    let edit = (source, text.clone());
    let references = choice.references;
    (
        Written {
            span,
            text,
            references,
        },
        edit,
    )
}

/// The text of the new file.
fn text(paper: &Paper, target: Target, mut edits: Vec<(Span, String)>) -> String {
    let document = &paper.document;
    if document.format == target.format() {
        let edits: Vec<_> = edits
            .iter()
            .map(|(span, text)| (*span, text.as_str()))
            .collect();
        return edit::apply(document.source(), &edits).0;
    }
    edits.sort_by_key(|(span, _)| *span);
    plain::spelt(&document.text, &edits, target.format())
}
