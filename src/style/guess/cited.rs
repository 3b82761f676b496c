//! How far citations have the form of a style.

use super::Evidence;
use crate::{
    citation::{Citation, Cite, Mode},
    linkage::Decision,
    style::Form,
};

/// What one cite shows; each is none where it shows nothing of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shown {
    /// Whether a comma stands before the year.
    has_comma: Option<bool>,
    /// Whether `&` joins names; none of both joins them where that is so for two names.
    connector: Option<Connector>,
    /// How many authors are listed, and whether the cite shortens them.
    shortened: Option<(usize, bool)>,
    /// Whether works are divided by `;`.
    has_semicolon: Option<bool>,
}

/// What joins the last two names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Connector {
    Sign,
    Word,
    Nothing,
}

/// What the cites of a paper show whose references are certain.
pub(super) fn cites(evidence: Evidence<'_>) -> Vec<Shown> {
    let citations = evidence.citations.iter().zip(evidence.links);
    let cites = citations.flat_map(|(citation, links)| {
        let links = citation.cites.iter().zip(links).enumerate();
        links.filter_map(move |(place, (cite, link))| {
            let best = link.best().filter(|_| link.decision == Decision::Match)?;
            let creators = evidence.references.items.get(best.index)?.work.creators();
            let n_listed = creators.names.len() + usize::from(creators.et_al);
            Some(shown(evidence.text, citation, place, cite, n_listed))
        })
    });
    cites.collect()
}

fn shown(text: &str, citation: &Citation, place: usize, cite: &Cite, n_listed: usize) -> Shown {
    let is_in_bracket = citation.mode == Mode::Parenthetical;
    let has_names = cite.span.covers(cite.names_span) && !cite.names.is_empty();
    let between = text.get(cite.names_span.end..cite.year.span.start);
    let is_plain = |between: &&str| {
        between
            .chars()
            .all(|letter| letter.is_whitespace() || matches!(letter, ',' | '.'))
    };
    let is_dated = cite.year.year.is_some() && has_names && is_in_bracket;
    let connector = match cite.connector {
        Some(connector) if connector.slice(text) == "&" => Some(Connector::Sign),
        Some(_) => Some(Connector::Word),
        None if cite.names.len() == 2 && cite.et_al.is_none() => Some(Connector::Nothing),
        None => None,
    };
    let next = citation
        .cites
        .get(place + 1)
        .filter(|next| next.span.covers(next.names_span));
    let end = cite
        .locator
        .map_or(cite.span.end, |locator| locator.end.max(cite.span.end));
    let divider = next.and_then(|next| text.get(end..next.span.start));
    let is_whole = cite.et_al.is_some() || cite.names.len() == n_listed;
    Shown {
        has_comma: between
            .filter(is_plain)
            .filter(|_| is_dated)
            .map(|between| between.contains(',')),
        connector: connector.filter(|_| is_in_bracket && has_names),
        shortened: (has_names && n_listed > 1 && is_whole)
            .then_some((n_listed, cite.et_al.is_some())),
        has_semicolon: divider
            .filter(|_| is_in_bracket)
            .and_then(|divider| match divider.trim() {
                ";" => Some(true),
                "," => Some(false),
                _ => None,
            }),
    }
}

/// Whether a cite is as a form has it; none where it does not show that.
type Feature = fn(&Shown, &Form) -> Option<bool>;

/// What is compared, and what it weighs: what divides works is what authors and houses change most.
const FEATURES: [(Feature, f32); 4] = [
    (comma, 1.0),
    (connector, 1.0),
    (shortened, 1.0),
    (semicolon, 0.5),
];

/// The share of what is shown that is as in a form; none where nothing is shown.
pub(super) fn fit(cites: &[Shown], form: Option<&Form>) -> Option<f32> {
    let Some(form) = form else {
        return (!cites.is_empty()).then_some(0.0);
    };
    let (mut sum, mut weights) = (0.0, 0.0);
    for (feature, weight) in FEATURES {
        let answers: Vec<bool> = cites
            .iter()
            .filter_map(|cite| feature(cite, form))
            .collect();
        if !answers.is_empty() {
            let right = answers.iter().filter(|answer| **answer).count();
            sum += weight * right as f32 / answers.len() as f32;
            weights += weight;
        }
    }
    (weights > 0.0).then(|| sum / weights)
}

fn comma(cite: &Shown, form: &Form) -> Option<bool> {
    cite.has_comma
        .map(|has_comma| has_comma == form.year_delimiter.contains(','))
}

fn connector(cite: &Shown, form: &Form) -> Option<bool> {
    let own = match form.connector.as_str() {
        "" => Connector::Nothing,
        "&" => Connector::Sign,
        _ => Connector::Word,
    };
    cite.connector.map(|connector| connector == own)
}

fn shortened(cite: &Shown, form: &Form) -> Option<bool> {
    cite.shortened
        .map(|(n_listed, shortened)| shortened == (n_listed >= form.et_al_from))
}

fn semicolon(cite: &Shown, form: &Form) -> Option<bool> {
    cite.has_semicolon
        .map(|semicolon| semicolon == form.cite_delimiter.contains(';'))
}
