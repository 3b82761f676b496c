//! What the head of a document says: `bibliography`, `references`, `nocite`.

use serde_json::{Map, Value, json};

use super::{Tree, words};
use crate::{document::NamedFile, span::Span};

impl Tree {
    /// The ids of the works that the document describes itself.
    pub fn described(&self) -> Vec<String> {
        let works = self.root["meta"]["references"]["c"].as_array();
        let ids = works.into_iter().flatten().map(|work| &work["c"]["id"]);
        ids.map(plain).filter(|id| !id.is_empty()).collect()
    }

    /// Describes works, each a value that [`meta_value`] has made, beside those that are described already.
    pub fn describe(&mut self, works: Vec<Value>) {
        if works.is_empty() {
            return;
        }
        let known = &mut self.root["meta"]["references"];
        match known["c"].as_array_mut() {
            Some(list) => list.extend(works),
            None => *known = json!({"t": "MetaList", "c": works}),
        }
    }

    /// Lists works, each given by an element that cites it, without their being cited.
    pub fn list_uncited(&mut self, cites: Vec<Value>) {
        if cites.is_empty() {
            return;
        }
        let mut inlines = Vec::new();
        for cite in cites {
            if !inlines.is_empty() {
                inlines.extend(words(", "));
            }
            inlines.push(cite);
        }
        let known = &mut self.root["meta"]["nocite"];
        let is_blocks = known["t"] == "MetaBlocks";
        match known.get_mut("c") {
            Some(Value::Array(blocks)) if is_blocks => {
                blocks.push(json!({"t": "Para", "c": inlines}));
            }
            Some(Value::Array(known)) => {
                known.extend(words(", "));
                known.extend(inlines);
            }
            _ => *known = json!({"t": "MetaInlines", "c": inlines}),
        }
    }

    /// Keeps citeproc from printing the works, because the typed list stays.
    pub fn suppress_bibliography(&mut self) {
        let meta = &mut self.root["meta"];
        meta["suppress-bibliography"] = json!({"t": "MetaBool", "c": true});
    }
}

/// The .bib files that a document names.
pub(super) fn bibliographies(meta: &Value) -> Vec<NamedFile> {
    let named = &meta["bibliography"];
    let paths = match named["t"].as_str() {
        Some("MetaList") => named["c"].as_array().map_or(&[][..], Vec::as_slice),
        Some(_) => std::slice::from_ref(named),
        None => &[],
    };
    let paths = paths.iter().map(plain).filter(|path| !path.is_empty());
    paths
        .map(|path| NamedFile {
            path,
            source: Span::default(),
        })
        .collect()
}

/// The text of a value of the head.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect(),
        Value::Object(fields) => match fields.get("t").and_then(Value::as_str) {
            Some("Space" | "SoftBreak") => " ".to_owned(),
            _ => fields.get("c").map(plain).unwrap_or_default(),
        },
        _ => String::new(),
    }
}

/// A JSON value as the head of a document has it: texts, lists and maps of them.
pub fn meta_value(value: &Value) -> Value {
    match value {
        Value::String(text) => json!({"t": "MetaInlines", "c": words(text)}),
        Value::Number(number) => json!({"t": "MetaString", "c": number.to_string()}),
        Value::Bool(yes) => json!({"t": "MetaBool", "c": yes}),
        Value::Array(items) => {
            json!({"t": "MetaList", "c": items.iter().map(meta_value).collect::<Vec<_>>()})
        }
        Value::Object(fields) => {
            let fields = fields.iter();
            let fields: Map<_, _> = fields
                .map(|(name, value)| (name.clone(), meta_value(value)))
                .collect();
            json!({"t": "MetaMap", "c": fields})
        }
        Value::Null => json!({"t": "MetaString", "c": ""}),
    }
}
