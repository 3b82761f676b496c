//! Names that flags take, with a guess for one that is misspelt.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use refmend::{diff, difference, document::Format, rules, style::style_names, tidy};

/// Takes the name of a format that papers can be read in.
pub(super) fn paper_format() -> impl TypedValueParser<Value = Format> {
    let names = Format::NAMES.map(|(name, _)| name);
    PossibleValuesParser::new(names).map(|name| Format::named(&name).unwrap_or_default())
}

/// What `--take` can name: a kind of change or a field that is compared.
pub(super) fn takeable(name: &str) -> Result<String, String> {
    let mut names = vec!["missing", "lacking", "changed"];
    names.extend(diff::FIELDS);
    one_of(name, &names)
        .map(str::to_owned)
        .map_err(|guess| format!("there is nothing of that name to take over{guess}"))
}

/// The rule with this name, or which one may be meant.
pub(super) fn rule_name(name: &str) -> Result<&'static str, String> {
    let names: Vec<&'static str> = rules::RULES.iter().map(|rule| rule.name).collect();
    one_of(name, &names).map_err(|guess| {
        format!("there is no such rule{guess} (`refmend explain --all` lists them)")
    })
}

/// The normalisation with this name, or which one may be meant.
pub(super) fn normalisation_name(name: &str) -> Result<&'static str, String> {
    let names: Vec<&'static str> = tidy::NORMALISATIONS.iter().map(|one| one.name).collect();
    one_of(name, &names).map_err(|guess| {
        format!("there is no such normalisation{guess} (`refmend fmt --help` lists them)")
    })
}

/// A style: a name, or the path of a .csl file.
pub(super) fn style(name: &str) -> Result<String, String> {
    if name.to_lowercase().ends_with(".csl") {
        return Ok(name.to_owned());
    }
    let found = one_of(name, &style_names()).map(str::to_owned);
    found.map_err(|guess| {
        format!("there is no such style{guess} (`refmend explain --styles` lists them)")
    })
}

/// The name among those that there are, or `; did you mean …?`.
pub(super) fn one_of(name: &str, names: &[&'static str]) -> Result<&'static str, String> {
    if let Some(found) = names.iter().find(|other| **other == name) {
        return Ok(found);
    }
    let guess = difference::nearest(name, names, 0.6);
    let guess = guess.map(|guess| format!("; did you mean `{guess}`?"));
    Err(guess.unwrap_or_default())
}

/// The normalisations of `fmt`, a line each.
pub(super) fn normalisations_help() -> String {
    let line = |one: &tidy::Normalisation| format!("\n  {:<15} {}", one.name, one.summary);
    let (by_default, when_asked): (Vec<_>, Vec<_>) =
        tidy::NORMALISATIONS.iter().partition(|one| one.default);
    let lines = |ones: Vec<&tidy::Normalisation>| ones.into_iter().map(line).collect::<String>();
    format!(
        "Normalisations:{}\n\nOnly when asked for (--select or --extend-select):{}",
        lines(by_default),
        lines(when_asked)
    )
}
