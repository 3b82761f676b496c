//! What elements of an OpenDocument text are to a reader of it.

use crate::document::{
    flow::field::{Effect, effect, effect_of_add_in},
    layout::{FieldKind, Manager},
    package::Element,
};

/// Elements of the namespace `text` that hold nothing of the text.
const SKIPPED_TEXT: [&str; 6] = [
    "tracked-changes",
    "note-citation",
    "ruby-text",
    "number",
    "hidden-text",
    "script",
];

/// Whether an element holds nothing of the text: deleted text, comments, marks of notes, readings of characters, descriptions of
/// pictures, settings of lists, what is hidden.
pub(super) fn is_skipped(element: &Element, in_body: bool) -> bool {
    match element.qualified() {
        ("text", name) if SKIPPED_TEXT.contains(&name) => true,
        ("text", name) if name.ends_with("-source") || name.ends_with("-decls") => in_body,
        ("text", "section") => element.attribute("display") == Some("none"),
        ("office", "annotation" | "forms" | "font-face-decls")
        | ("svg", "title" | "desc")
        | ("table", "covered-table-cell") => true,
        _ => false,
    }
}

/// Whether an element within a paragraph leaves its text to the author.
pub(super) fn is_transparent(name: &str) -> bool {
    matches!(
        name,
        "note"
            | "note-body"
            | "ruby"
            | "ruby-base"
            | "meta"
            | "list"
            | "list-item"
            | "list-header"
            | "soft-page-break"
            | "index-body"
            | "index-title"
            | "numbered-paragraph"
    )
}

/// What a mark or a section is by its name: reference managers keep their data there.
pub(super) fn mark_effect(element: &Element) -> Option<Effect> {
    let name = element.attribute("name")?.trim_start();
    let word = name.split_whitespace().next().unwrap_or_default();
    let found = match word {
        "ADDIN" => effect(name),
        // What stands in a bookmark is kept elsewhere; nearly all of them are citations.
        _ if word.starts_with("ZOTERO_BREF_") => live(FieldKind::Citation(Manager::Zotero)),
        _ => effect_of_add_in(word),
    };
    matches!(found, Effect::Live(_)).then_some(found)
}

pub(super) fn live(kind: FieldKind) -> Effect {
    Effect::Live(kind)
}
