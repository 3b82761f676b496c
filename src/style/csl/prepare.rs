//! A style made ready for the processor: what that does wrongly is taken out of its hands.

use hayagriva::citationberg::{
    Affixes, ChooseBranch, Date, DatePartName, IndependentStyle, LayoutRenderingElement as Element,
    Names, NamesChild, Text, TextCase, TextTarget,
    taxonomy::{StandardVariable, Variable},
};

use super::{mark, walk};

/// Puts marks round values, titles and quotations, and lets the processor neither capitalise titles nor quote.
pub(super) fn with_marks(style: &mut IndependentStyle) {
    walk::each(style, &mut |element| match element {
        Element::Text(text) => mark_text(text),
        Element::Number(number) => enclose(&mut number.affixes, mark::VALUE),
        Element::Date(date) => mark_date(date),
        Element::Group(group) => mark_delimiter(&mut group.delimiter),
        Element::Names(names) => spell_out(names),
        Element::Choose(choose) => {
            disambiguate(&mut choose.if_);
            choose.else_if.iter_mut().for_each(disambiguate);
        }
        Element::Label(_) => {}
    });
    for locale in &mut style.locale {
        walk::each_date(locale, &mut mark_years);
    }
}

fn mark_text(text: &mut Text) {
    let is_link = text
        .affixes
        .prefix
        .as_deref()
        .is_some_and(|prefix| prefix.starts_with("http"));
    // The processor tells by the prefix that a link is one.
    if is_link {
        return;
    }
    if matches!(
        text.target,
        TextTarget::Variable { .. } | TextTarget::Term { .. }
    ) {
        enclose(&mut text.affixes, mark::VALUE);
    }
    if text.text_case == Some(TextCase::TitleCase) {
        text.text_case = None;
        enclose(&mut text.affixes, mark::TITLE);
    }
    if text.quotes {
        text.quotes = false;
        enclose(&mut text.affixes, mark::QUOTED);
    }
}

/// Has a branch for works that are cited alike ask for a variable that only they get: the processor takes the first of them for
/// clear enough.
fn disambiguate(branch: &mut ChooseBranch) {
    if branch.disambiguate == Some(true) {
        branch.disambiguate = None;
        let sign = Variable::Standard(StandardVariable::Keyword);
        branch.variable.get_or_insert_default().push(sign);
    }
}

/// The variable by which a style knows works that are cited alike; no work has it of itself.
pub(super) const CITED_ALIKE: &str = "keyword";

fn mark_delimiter(delimiter: &mut Option<String>) {
    let [open, close] = mark::DELIMITER;
    *delimiter = delimiter
        .take()
        .map(|delimiter| format!("{open}{delimiter}{close}"));
}

/// Gives names that stand in for others, deep in a `cs:choose`, the form of those: the processor does so only for those on the top.
fn spell_out(names: &mut Names) {
    let outer = names.clone();
    let substitutes = names.children.iter_mut().filter_map(|child| match child {
        NamesChild::Substitute(substitute) => Some(substitute),
        _ => None,
    });
    for substitute in substitutes {
        walk::within(&mut substitute.children, &mut |element| {
            if let Element::Names(inner) = element {
                *inner = outer.from_names_substitute(inner);
            }
        });
    }
}

fn mark_date(date: &mut Date) {
    enclose(&mut date.affixes, mark::VALUE);
    mark_years(date);
}

/// Puts a mark behind the years of a date.
pub(super) fn mark_years(date: &mut Date) {
    for part in &mut date.date_part {
        if part.name == DatePartName::Year {
            let suffix = part.affixes.suffix.take().unwrap_or_default();
            part.affixes.suffix = Some(format!("{}{suffix}", mark::YEAR));
        }
    }
}

/// Puts marks between an element and its prefix and suffix.
fn enclose(affixes: &mut Affixes, [open, close]: [char; 2]) {
    let prefix = affixes.prefix.get_or_insert_default();
    // Marks that are there already are further out.
    prefix.push(open);
    let suffix = affixes.suffix.get_or_insert_default();
    suffix.insert(0, close);
}

/// A style whose citations tell the processor nothing but which works get letters behind their years: those of one group, which is
/// named by their `citation-key`. What it does to names in citations would leak into the list.
pub(super) fn for_list(style: &mut IndependentStyle) {
    let key = Text::with_target(Variable::Standard(StandardVariable::CitationKey));
    let citation = &mut style.citation;
    citation.sort = None;
    if let Some(bibliography) = &mut style.bibliography {
        bibliography.sort = None;
    }
    citation.collapse = None;
    citation.disambiguate_add_names = false;
    citation.disambiguate_add_givenname = false;
    citation.disambiguate_add_year_suffix = true;
    let date = find_date(&style.macros, &citation.layout.elements);
    citation.layout.elements = std::iter::once(Element::Text(key)).chain(date).collect();
}

/// A date of the style: without one the processor gives no letters.
fn find_date(
    macros: &[hayagriva::citationberg::CslMacro],
    elements: &[Element],
) -> Option<Element> {
    let issued = Variable::Date(hayagriva::citationberg::taxonomy::DateVariable::Issued);
    elements
        .iter()
        .find_map(|element| element.find_variable_element(issued, macros))
}
