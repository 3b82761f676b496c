//! CSL-JSON as the processor can bear it.

use std::collections::BTreeMap;

use hayagriva::citationberg::json::{
    DateValue, Item, LiteralName, NameItem, NameValue, Value as Field, VecDate, VecDateRange,
};
use serde_json::{Map, Value};

use super::{mark, prepare::CITED_ALIKE};

/// A work ready for the processor, and what that cannot take.
#[derive(Debug, Clone)]
pub(super) struct Prepared {
    /// The work without what makes the processor stumble.
    pub(super) item: Item,
    /// The first and the last year of a range of years; the processor knows none.
    pub(super) years: Option<(i64, i64)>,
    /// The year and the letter that stands behind it already; the processor only knows letters that it gives itself.
    pub(super) suffix: Option<(i64, char)>,
    /// The language of the work, as CSL-JSON has it.
    pub(super) language: Option<String>,
}

/// The variable of CSL that holds the letter behind a year.
pub(in crate::style) const YEAR_SUFFIX: &str = "year-suffix";

/// Makes an item of a CSL-JSON object; `number` becomes its identifier, for equal works are one to the processor.
pub(super) fn prepare(csl: &Value, number: usize) -> Prepared {
    let empty = Map::new();
    let fields = csl.as_object().unwrap_or(&empty);
    let mut item = BTreeMap::new();
    for (name, value) in fields
        .iter()
        .filter(|(name, _)| ![CITED_ALIKE, YEAR_SUFFIX].contains(&name.as_str()))
    {
        if let Some(field) = field(name, value) {
            item.insert(name.clone(), field);
        }
    }
    item.insert("id".to_owned(), Field::String(number.to_string()));
    Prepared {
        item: Item(item),
        years: fields.get("issued").and_then(years),
        suffix: suffix(fields),
        language: fields
            .get("language")
            .and_then(Value::as_str)
            .map(str::to_owned),
    }
}

/// A variable, or nothing where it is empty or has a form that the processor does not know.
fn field(name: &str, value: &Value) -> Option<Field> {
    match value {
        Value::String(text) if text.trim().is_empty() => None,
        Value::String(text) => Some(Field::String(text_value(name, text))),
        Value::Number(number) => Some(Field::String(number.to_string())),
        Value::Array(names) => {
            let names: Vec<_> = names.iter().filter_map(person).collect();
            (!names.is_empty()).then_some(Field::Names(names))
        }
        Value::Object(date) => date_value(date).map(Field::Date),
        Value::Null | Value::Bool(_) => None,
    }
}

/// A text with its markup as marks.
fn text_value(name: &str, text: &str) -> String {
    let text = mark::from_html(text.trim());
    match name {
        "page" | "locator" => text.replace("--", "–").replace("––", "–"),
        "number" | "edition" | "volume" | "issue" if !is_countable(&text) => {
            mark::hide_digits(&text)
        }
        _ => text,
    }
}

/// Whether a number is one to CSL: `12`, `2nd`, `D2`, `2, 3`, `2–4`, but not `Summer 2019 ed.`
fn is_countable(text: &str) -> bool {
    let is_thousands = text
        .split(',')
        .skip(1)
        .any(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()));
    let mut parts = text.split([',', '-', '–', '&']);
    !is_thousands
        && parts.all(|part| {
            let part = part.trim();
            !part.contains(char::is_whitespace) && part.contains(|c: char| c.is_ascii_digit())
        })
}

/// A name.
fn person(name: &Value) -> Option<NameValue> {
    let part = |key: &str| {
        let text = name.get(key)?.as_str()?.trim();
        (!text.is_empty()).then(|| mark::from_html(text))
    };
    if let Some(literal) = part("literal") {
        return Some(NameValue::Literal(LiteralName { literal }));
    }
    let (family, given) = (part("family"), part("given"));
    let Some(family) = family else {
        return Some(NameValue::Literal(LiteralName { literal: given? }));
    };
    // The processor knows particles by its own list, which `Vanden Abeele` would be on.
    let family = family.replace(' ', mark::BLANK.encode_utf8(&mut [0; 4]));
    let family = match part("non-dropping-particle") {
        Some(particle) => joined(&particle, &family),
        None => family,
    };
    let given = match (part("dropping-particle"), given) {
        (Some(dropped), Some(given)) => Some(joined(&given, &dropped)),
        (_, given) => given,
    };
    Some(NameValue::Item(NameItem {
        family,
        given,
        non_dropping_particle: None,
        // Without one the processor takes the family name apart.
        dropping_particle: Some(String::new()),
        suffix: part("suffix"),
        comma_suffix: name.get("comma-suffix").and_then(Value::as_bool),
    }))
}

/// Two parts of a name; none of the blank behind an apostrophe.
fn joined(first: &str, second: &str) -> String {
    if first.ends_with(['\'', '’', '-']) {
        format!("{first}{second}")
    } else {
        format!("{first} {second}")
    }
}

/// The first date of a value; the processor panics at ranges and at months and days that are none.
fn date_value(date: &Map<String, Value>) -> Option<DateValue> {
    let parts = date_parts(date).into_iter().next()?;
    let mut parts = parts.into_iter();
    let year = i16::try_from(parts.next()?).ok()?;
    let mut clean = vec![year];
    for (part, most) in parts.zip([12, 31]) {
        if !(1..=most).contains(&part) {
            break;
        }
        clean.push(i16::try_from(part).ok()?);
    }
    let season = date.get("season").and_then(|season| match season {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    });
    Some(DateValue::DateParts {
        date_parts: VecDateRange(vec![VecDate(clean)]),
        literal: None,
        season: season
            .filter(|season| (1..=4).contains(season))
            .map(|season| season.to_string()),
        circa: date
            .get("circa")
            .is_some_and(|circa| *circa == Value::Bool(true) || *circa == 1),
    })
}

/// The first and the last year of a range.
fn years(date: &Value) -> Option<(i64, i64)> {
    let parts = date_parts(date.as_object()?);
    let first = *parts.first()?.first()?;
    let last = *parts.get(1)?.first()?;
    (first != last).then_some((first, last))
}

/// The year with the letter behind it.
fn suffix(fields: &Map<String, Value>) -> Option<(i64, char)> {
    let letter = fields.get(YEAR_SUFFIX)?.as_str()?.chars().next()?;
    let dates = date_parts(fields.get("issued")?.as_object()?);
    Some((*dates.first()?.first()?, letter))
}

/// Year, month and day of one or two dates, from `date-parts` or an ISO date.
fn date_parts(date: &Map<String, Value>) -> Vec<Vec<i64>> {
    let number = |value: &Value| match value {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    if let Some(dates) = date.get("date-parts").and_then(Value::as_array) {
        let dates = dates.iter().filter_map(Value::as_array);
        return dates
            .map(|date| date.iter().map_while(number).collect())
            .collect();
    }
    let raw = date.get("raw").and_then(Value::as_str).unwrap_or_default();
    let dates = raw.split('/');
    dates
        .map(|date| {
            date.trim()
                .split('-')
                .map_while(|part| part.parse().ok())
                .collect::<Vec<_>>()
        })
        .filter(|date| !date.is_empty())
        .collect()
}
