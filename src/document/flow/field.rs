//! Fields: text that the word processor or a reference manager writes from a code (ECMA-376 part 1, 17.16).

use crate::document::layout::{FieldKind, Manager};

/// How much of a field's code is kept; its first words say all, the rest may be megabytes of data.
const CODE_LENGTH: usize = 64;

/// The fields that are open at a place, the outermost first; a field may begin in one paragraph and end in another.
#[derive(Debug, Default)]
pub(in crate::document) struct Fields {
    open: Vec<OpenField>,
}

/// A field that has begun and not ended.
#[derive(Debug)]
struct OpenField {
    /// The beginning of its code.
    code: String,
    /// Whether the code has ended and the result has begun.
    in_result: bool,
    /// What it is; known from the beginning of the result on.
    effect: Effect,
    /// Where in the text of the paragraph its result began.
    start: usize,
}

/// What a field means for its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document) enum Effect {
    /// None: a link, whose text is its author's.
    Link,
    /// The text is worked out, and no citation.
    Computed,
    /// The text is a live citation, a list, or the like.
    Live(FieldKind),
}

impl Fields {
    /// A field begins.
    pub(in crate::document) fn begin(&mut self) {
        self.open.push(OpenField {
            code: String::new(),
            in_result: false,
            effect: Effect::Computed,
            start: 0,
        });
    }

    /// Adds to the code of the innermost field.
    pub(in crate::document) fn add_code(&mut self, code: &str) {
        if let Some(field) = self.open.last_mut().filter(|field| !field.in_result) {
            let room = CODE_LENGTH.saturating_sub(field.code.len());
            field.code.extend(code.chars().take(room));
        }
    }

    /// The code ends and the result begins, `start` bytes into the paragraph.
    pub(in crate::document) fn separate(&mut self, start: usize) {
        if let Some(field) = self.open.last_mut() {
            field.in_result = true;
            field.effect = effect(&field.code);
            field.start = start;
        }
    }

    /// A field whose code is given at once begins with its result.
    pub(in crate::document) fn begin_result(&mut self, effect: Effect, start: usize) {
        self.open.push(OpenField {
            code: String::new(),
            in_result: true,
            effect,
            start,
        });
    }

    /// The innermost field ends; what it was and where its result began, if it was live.
    pub(in crate::document) fn end(&mut self) -> Option<(usize, FieldKind)> {
        self.open.pop().as_ref().and_then(OpenField::live)
    }

    /// The live fields that go on beyond the end of a paragraph.
    pub(in crate::document) fn live(&self) -> impl Iterator<Item = (usize, FieldKind)> {
        self.open.iter().filter_map(OpenField::live)
    }

    /// A new paragraph begins: results go on `start` bytes into it.
    pub(in crate::document) fn restart(&mut self, start: usize) {
        for field in &mut self.open {
            field.start = start;
        }
    }

    /// Whether text at this place can be seen: no field around it is still at its code.
    pub(in crate::document) fn is_visible(&self) -> bool {
        self.open.iter().all(|field| field.in_result)
    }

    /// Whether a program writes the text at this place.
    pub(in crate::document) fn is_computed(&self) -> bool {
        self.open.iter().any(|field| field.effect != Effect::Link)
    }
}

impl OpenField {
    fn live(&self) -> Option<(usize, FieldKind)> {
        match self.effect {
            Effect::Live(kind) if self.in_result => Some((self.start, kind)),
            _ => None,
        }
    }
}

/// What a field is by its code.
pub(in crate::document) fn effect(code: &str) -> Effect {
    let mut words = code.split_whitespace();
    let kind = match words.next().unwrap_or_default() {
        "HYPERLINK" => return Effect::Link,
        "CITATION" => FieldKind::Citation(Manager::Word),
        "BIBLIOGRAPHY" => FieldKind::Bibliography(Manager::Word),
        "TOC" | "INDEX" | "TOA" => FieldKind::Contents,
        "ADDIN" => return effect_of_add_in(words.next().unwrap_or_default()),
        _ => return Effect::Computed,
    };
    Effect::Live(kind)
}

/// What a field of an add-in is by the first word behind `ADDIN`.
pub(in crate::document) fn effect_of_add_in(word: &str) -> Effect {
    add_in(word).map_or(Effect::Computed, Effect::Live)
}

/// What a reference manager keeps under this word.
fn add_in(word: &str) -> Option<FieldKind> {
    use FieldKind::{Bibliography, Citation};
    Some(match word {
        "ZOTERO_ITEM" => Citation(Manager::Zotero),
        "ZOTERO_BIBL" => Bibliography(Manager::Zotero),
        "CSL_CITATION" => Citation(Manager::Mendeley),
        "Mendeley" => Bibliography(Manager::Mendeley),
        "EN.CITE" | "EN.CITE.DATA" => Citation(Manager::EndNote),
        "EN.REFLIST" | "EN.SECTION.REFLIST" => Bibliography(Manager::EndNote),
        "CitaviBibliography" => Bibliography(Manager::Citavi),
        _ if word.starts_with("CitaviPlaceholder") => Citation(Manager::Citavi),
        "RW.CITE" | "REFMGR.CITE" | "PAPERS2_CITATIONS" => Citation(Manager::Other),
        "RW.BIB" | "REFMGR.REFLIST" | "NE.Bib" => Bibliography(Manager::Other),
        _ if word.starts_with("RW.CITE") || word.starts_with("NE.Ref") => Citation(Manager::Other),
        _ => return None,
    })
}

/// What a content control is by its tag: Mendeley Cite and Citavi keep citations in them.
pub(in crate::document) fn effect_of_tag(tag: &str) -> Option<Effect> {
    use FieldKind::{Bibliography, Citation};
    let kind = if tag.starts_with("MENDELEY_CITATION") {
        Citation(Manager::Mendeley)
    } else if tag.starts_with("MENDELEY_BIBLIOGRAPHY") {
        Bibliography(Manager::Mendeley)
    } else if tag.starts_with("CitaviPlaceholder") {
        Citation(Manager::Citavi)
    } else if tag.starts_with("CitaviBibliography") {
        Bibliography(Manager::Citavi)
    } else {
        return None;
    };
    Some(Effect::Live(kind))
}
