//! The JSON Schema of the configuration file, for editors that complete and check it.

use serde_json::{Map, Value, json};

use super::{
    Vocabulary,
    read::{IGNORE_KEYS, KEYS, LEVELS},
};

/// The schema (JSON Schema, draft 7, which TOML language servers read), made from the same names as the reader.
pub fn schema(vocabulary: Vocabulary) -> Value {
    let properties: Map<String, Value> = KEYS
        .iter()
        .map(|key| ((*key).to_owned(), property(key, vocabulary)))
        .collect();
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "refmend.toml",
        "description": "Which papers and .bib files belong together, and which rules hold for them.",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    })
}

/// One key of the file.
fn property(key: &str, vocabulary: Vocabulary) -> Value {
    let rules = json!({"enum": vocabulary.rules});
    let levels = json!({"enum": LEVELS.map(|(name, _)| name)});
    match key {
        "papers" => described(
            list(&text()),
            "Patterns of the papers, relative to this file.",
        ),
        "master" => described(
            list(&text()),
            "The master .bib files, relative to this file.",
        ),
        "style" => described(
            json!({"anyOf": [{"enum": vocabulary.styles}, {"type": "string", "pattern": "\\.csl$"}]}),
            "The style of citations and reference lists: a name, or a .csl file relative to this file.",
        ),
        "rules" => described(
            json!({"type": "object", "propertyNames": rules, "additionalProperties": levels}),
            "Rules that are off or have another severity than their own.",
        ),
        "per-file" => described(
            json!({"type": "object", "additionalProperties": list(&rules)}),
            "Patterns of files, each with the rules that are off there.",
        ),
        _ => described(
            list(&ignore(&rules)),
            "Findings that are known and accepted.",
        ),
    }
}

/// An entry of `ignore`.
fn ignore(rules: &Value) -> Value {
    let properties: Map<String, Value> = IGNORE_KEYS
        .iter()
        .map(|key| {
            let property = match *key {
                "rule" => described(rules.clone(), "The rule."),
                "text" => described(text(), "What the finding is about, as the paper has it."),
                "path" => described(text(), "The pattern of the files, relative to this file."),
                _ => described(text(), "Why it is accepted."),
            };
            ((*key).to_owned(), property)
        })
        .collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": ["rule", "reason"],
        "anyOf": [{"required": ["text"]}, {"required": ["path"]}],
        "additionalProperties": false,
    })
}

fn text() -> Value {
    json!({"type": "string"})
}

fn list(items: &Value) -> Value {
    json!({"type": "array", "items": items})
}

fn described(mut schema: Value, description: &str) -> Value {
    schema["description"] = description.into();
    schema
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::tests::{EVERYTHING, VOCABULARY};

    /// Whether a value fits a schema, for the few words of JSON Schema that are used here.
    fn fits(value: &Value, schema: &Value) -> bool {
        let keys = |word: &str| schema[word].as_array().cloned().unwrap_or_default();
        let has = |key: &Value| key.as_str().is_some_and(|key| value.get(key).is_some());
        let right_type = match schema["type"].as_str() {
            Some("object") => value.is_object(),
            Some("array") => value.is_array(),
            Some("string") => value.is_string(),
            _ => true,
        };
        let has_end = schema["pattern"].as_str().is_none_or(|pattern| {
            let end = pattern.trim_start_matches('\\').trim_end_matches('$');
            value.as_str().is_some_and(|text| text.ends_with(end))
        });
        let in_list = schema["enum"].is_null() || keys("enum").contains(value);
        let complete = keys("required").iter().all(has);
        let any =
            schema["anyOf"].is_null() || keys("anyOf").iter().any(|schema| fits(value, schema));
        let items = value.as_array().cloned().unwrap_or_default();
        let properties = value.as_object().cloned().unwrap_or_default();
        right_type
            && has_end
            && in_list
            && complete
            && any
            && items.iter().all(|item| fits(item, &schema["items"]))
            && properties
                .iter()
                .all(|(key, value)| property_fits(key, value, schema))
    }

    fn property_fits(key: &str, value: &Value, schema: &Value) -> bool {
        let name_fits = fits(&key.into(), &schema["propertyNames"]);
        let named = schema["properties"].get(key);
        let value_fits = match named.unwrap_or(&schema["additionalProperties"]) {
            Value::Bool(allowed) => *allowed,
            schema => fits(value, schema),
        };
        name_fits && value_fits
    }

    /// Reads TOML as JSON.
    fn json_of(text: &str) -> Value {
        let table: toml::Table = text.parse().expect("the text is TOML");
        serde_json::to_value(table).expect("the table has no dates")
    }

    #[test]
    fn schema_and_reader_agree() {
        let cases = [
            EVERYTHING,
            "",
            "paper = []",
            "papers = 'a'",
            "papers = [1]",
            "style = 'apa'",
            "style = 'mla'",
            "style = 'journal.csl'",
            "[rules]\nlist-order = 'note'",
            "[rules]\nlist-order = 'loud'",
            "[rules]\nother = 'note'",
            "[per-file]\n'a/*' = ['list-order']",
            "[per-file]\n'a/*' = ['other']",
            "[per-file]\n'a/*' = 'list-order'",
            "ignore = [{ rule = 'list-order', text = 'x', reason = 'y' }]",
            "ignore = [{ rule = 'list-order', path = 'x', reason = 'y' }]",
            "ignore = [{ rule = 'list-order', reason = 'y' }]",
            "ignore = [{ rule = 'list-order', text = 'x' }]",
            "ignore = [{ rule = 'list-order', text = 'x', reason = 'y', line = '3' }]",
            "ignore = 'all'",
        ];
        let schema = schema(VOCABULARY);
        for text in cases {
            let is_read = crate::config::Config::read("refmend.toml", text, VOCABULARY).is_ok();
            assert_eq!(fits(&json_of(text), &schema), is_read, "{text}");
        }
    }
}
