//! The order of a list.
//!
//! The processor works out the keys of two works anew whenever it compares them, and its marks would disturb it; so the keys are
//! written here, once a work, by a style whose citations are the key.

use std::{borrow::Cow, cmp::Ordering};

use hayagriva::citationberg::{
    Date, DatePart, IndependentStyle, InheritableNameOptions, LayoutRenderingElement as Element,
    Name, NameAsSortOrder, NameForm, Names, NamesChild, SortDirection, SortKey, Text, TextTarget,
    json::{DateValue, Item, NameValue, Value as Field},
    taxonomy::Variable,
};

use serde_json::json;

use super::{Processor, item::Prepared, walk};
use crate::work::fold::fold;

/// The works in the order of a style's list; those without a value for a key stand last (CSL 1.0.2, "Sorting").
pub(super) fn order(processor: &Processor, works: &[Prepared]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..works.len()).collect();
    let style = &processor.citations;
    let sort = style
        .bibliography
        .as_ref()
        .and_then(|list| list.sort.as_ref());
    let Some(sort) = sort else { return order };
    let keys: Vec<(SortDirection, Vec<String>)> = sort
        .keys
        .iter()
        .map(|key| (key.sort_direction(), values(processor, key, works)))
        .collect();
    order.sort_by(|a, b| {
        let compared = keys
            .iter()
            .map(|(direction, values)| compare(&values[*a], &values[*b], *direction));
        compared.fold(Ordering::Equal, Ordering::then)
    });
    order
}

fn compare(a: &str, b: &str, direction: SortDirection) -> Ordering {
    let by_value = match direction {
        SortDirection::Ascending => a.cmp(b),
        SortDirection::Descending => b.cmp(a),
    };
    a.is_empty().cmp(&b.is_empty()).then(by_value)
}

/// What works are sorted by; empty where a work has no value.
fn values(processor: &Processor, key: &SortKey, works: &[Prepared]) -> Vec<String> {
    match key {
        SortKey::Variable { variable, .. } => {
            let values = works
                .iter()
                .map(|work| variable_value(&work.item, *variable));
            values.collect()
        }
        SortKey::MacroName {
            name,
            names_min,
            names_use_first,
            ..
        } => {
            let mut style = key_style(&processor.citations, name);
            style.citation.name_options = InheritableNameOptions {
                et_al_min: *names_min,
                et_al_use_first: *names_use_first,
                ..InheritableNameOptions::default()
            };
            let all: Vec<usize> = (0..works.len()).collect();
            let texts = processor.cite(works, &all, &style);
            texts.iter().map(|text| fold(&text.plain())).collect()
        }
    }
}

/// A style of which each citation is a macro, written for sorting.
fn key_style(list: &IndependentStyle, name: &str) -> IndependentStyle {
    let mut style = list.clone();
    style.bibliography = None;
    style.settings.options = InheritableNameOptions::default();
    let layout = &mut style.citation.layout;
    (layout.prefix, layout.suffix) = (None, None);
    let text = Text::with_target(TextTarget::Macro {
        name: name.to_owned(),
    });
    layout.elements = vec![Element::Text(text)];
    style.citation.disambiguate_add_year_suffix = false;
    walk::each(&mut style, &mut |element| match element {
        Element::Names(names) => for_sorting(names),
        Element::Date(date) => *date = sortable(date),
        _ => {}
    });
    style
}

/// Names in full, the family name first, without roles.
fn for_sorting(names: &mut Names) {
    names.and = None;
    names
        .children
        .retain(|child| !matches!(child, NamesChild::Label(_)));
    names.name_as_sort_order = Some(NameAsSortOrder::All);
    names.name_form = Some(NameForm::Long);
    let none = InheritableNameOptions::default();
    let own = names.name().map(|name| {
        let options = name.options(&none);
        (options.et_al_min, options.et_al_use_first)
    });
    let Some((least, first)) = own else { return };
    names.et_al_min = names.et_al_min.or(least);
    names.et_al_use_first = names.et_al_use_first.or(first);
    for child in &mut names.children {
        if let NamesChild::Name(name) = child {
            *name = Name::default();
        }
    }
}

/// A date as year, month and day in digits.
fn sortable(date: &Date) -> Date {
    // A part of a date can be made by reading only.
    let part =
        |name: &str, form: &str| serde_json::from_value(json!({"@name": name, "@form": form}));
    let parts: Result<Vec<DatePart>, _> = [
        ("year", "long"),
        ("month", "numeric-leading-zeros"),
        ("day", "numeric-leading-zeros"),
    ]
    .into_iter()
    .map(|(name, form)| part(name, form))
    .collect();
    let mut date = date.clone();
    if let Ok(parts) = parts {
        date.form = None;
        date.parts = None;
        date.delimiter = Some(" ".to_owned());
        date.date_part = parts;
    }
    date
}

/// A variable as text whose order is its own.
fn variable_value(item: &Item, variable: Variable) -> String {
    let name = match variable {
        Variable::Standard(variable) => Cow::from(variable.to_string()),
        Variable::Date(variable) => Cow::from(variable.to_string()),
        Variable::Name(variable) => Cow::from(variable.to_string()),
        Variable::Number(variable) => Cow::from(variable.to_string()),
        Variable::Page(_) => Cow::from("page"),
    };
    match item.0.get(name.as_ref()) {
        Some(Field::String(text)) => padded(&fold(text)),
        Some(Field::Number(number)) => format!("{number:08}"),
        Some(Field::Names(names)) => names
            .iter()
            .map(|name| fold(&name_value(name)) + " ")
            .collect(),
        Some(Field::Date(DateValue::DateParts { date_parts, .. })) => {
            let parts = date_parts.0.iter().flat_map(|date| &date.0);
            parts.map(|part| format!("{part:05} ")).collect()
        }
        None | Some(Field::Date(DateValue::Raw { .. })) => String::new(),
    }
}

fn name_value(name: &NameValue) -> String {
    match name {
        NameValue::Literal(name) => name.literal.clone(),
        NameValue::Item(name) => {
            format!(
                "{} {}",
                name.family,
                name.given.as_deref().unwrap_or_default()
            )
        }
    }
}

/// Numbers with zeros before them, so that 9 stands before 10.
fn padded(text: &str) -> String {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.to_owned();
    }
    format!("{text:0>8}")
}
