//! Citations and lists as a CSL style writes them.
//!
//! hayagriva is the processor. What it does wrongly, held against the specification (CSL 1.0.2) and citeproc, is kept out of its hands:
//! `item` and `prepare` put marks into works and styles, `polish` acts on them when the text comes out, `names` tells equal family
//! names apart, and [`Processor::render`] has letters behind years follow the order of the list.

mod item;
mod listed;
mod mark;
mod names;
mod polish;
mod prepare;
mod sort;
mod text;
mod title;
mod walk;

use std::collections::HashMap;

use hayagriva::{
    BibliographyDriver, BibliographyItem, BibliographyRequest, CitationItem, CitationRequest,
    ElemChildren,
    citationberg::{
        IndependentStyle, Locale, LocaleCode, TermForm,
        json::{Item, Value as Field},
        taxonomy::OtherTerm,
    },
};
use serde_json::Value;

pub use self::text::{Look, Run, Text};
pub(super) use self::walk::uses_itself;
use self::{
    item::Prepared,
    polish::{Context, Quotes, polish},
    text::Letters,
};

/// What a style makes of works.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    /// The citation of each work alone, in the order of the works.
    pub citations: Vec<Text>,
    /// The list, in its order: which work, and what it says. Empty where the style has no list.
    pub list: Vec<(usize, Text)>,
}

/// A style in a language, ready to write.
#[derive(Debug)]
pub(super) struct Processor {
    /// Writes citations.
    citations: IndependentStyle,
    /// Writes the list.
    list: IndependentStyle,
    locales: Vec<Locale>,
    language: LocaleCode,
    quotes: Quotes,
    /// What stands in the list for the names of the work before.
    dash: Option<String>,
}

impl Processor {
    /// Makes a processor; `locales` holds that of `language`, and that of `en-US` to fall back upon.
    pub(super) fn new(
        mut style: IndependentStyle,
        mut locales: Vec<Locale>,
        language: LocaleCode,
    ) -> Self {
        let quotes = quotes(&style, &locales, &language);
        prepare::with_marks(&mut style);
        for locale in &mut locales {
            walk::each_date(locale, &mut prepare::mark_years);
        }
        let mut list = style.clone();
        prepare::for_list(&mut list);
        let dash = list
            .bibliography
            .as_mut()
            .and_then(|list| list.subsequent_author_substitute.take());
        Self {
            citations: style,
            list,
            locales,
            language,
            quotes,
            dash,
        }
    }

    /// Writes the citation of each work and the list of all; each work is a CSL-JSON object.
    pub(super) fn render(&self, works: &[Value]) -> Rendered {
        let listed = prepared(works);
        let mut cited = listed.clone();
        names::tell_apart(&mut cited, &self.citations);
        let order = sort::order(self, &listed);
        let mut without_letters = self.citations.clone();
        without_letters.citation.disambiguate_add_year_suffix = false;
        let mut citations = self.cite(&cited, &order, &without_letters);
        let alike = groups(&citations);
        if !alike.is_empty() {
            mark_cited_alike(&mut cited, alike.keys());
            citations = self.cite(&cited, &order, &without_letters);
        }
        let mut lettered = HashMap::new();
        if self.citations.citation.disambiguate_add_year_suffix {
            lettered = groups(&citations);
        }
        if !lettered.is_empty() {
            citations = self.cite(&cited, &order, &self.citations);
        }
        Rendered {
            citations,
            list: self.list(&listed, &order, &lettered),
        }
    }

    /// One citation of several works.
    pub(super) fn group(&self, works: &[Value]) -> Text {
        let works = prepared(works);
        let items = works.iter().map(|work| &work.item);
        let mut driver = BibliographyDriver::new();
        driver.citation(self.request(items, &self.citations));
        let rendered = driver.finish(self.bibliography(&self.citations));
        let first = rendered.citations.first().zip(works.first());
        first.map_or_else(Text::default, |(citation, work)| {
            self.polished(&citation.citation, work)
        })
    }

    /// The citations of works, cited in an order; in the order of the works.
    fn cite(&self, works: &[Prepared], order: &[usize], style: &IndependentStyle) -> Vec<Text> {
        let mut driver = BibliographyDriver::new();
        for work in order {
            driver.citation(self.request([&works[*work].item], style));
        }
        let rendered = driver.finish(self.bibliography(style));
        let mut texts = vec![Text::default(); works.len()];
        for (work, citation) in order.iter().zip(&rendered.citations) {
            texts[*work] = self.polished(&citation.citation, &works[*work]);
        }
        texts
    }

    /// The list of works; those that are cited alike get letters behind their years in the order in which they are cited.
    fn list(
        &self,
        works: &[Prepared],
        order: &[usize],
        alike: &HashMap<usize, usize>,
    ) -> Vec<(usize, Text)> {
        let items: Vec<Item> = order
            .iter()
            .map(|work| {
                let mut item = works[*work].item.clone();
                let group = alike
                    .get(work)
                    .map_or_else(|| format!("={work}"), usize::to_string);
                item.0
                    .insert("citation-key".to_owned(), Field::String(group));
                item
            })
            .collect();
        let mut listed: Vec<(usize, Letters)> = self
            .entries(&items)
            .into_iter()
            .filter_map(|item| {
                let mut letters = Letters::default();
                if let Some(first) = &item.first_field {
                    letters.add(&ElemChildren(vec![first.clone()]));
                }
                letters.add(&item.content);
                Some((item.key.parse().ok()?, letters))
            })
            .collect();
        if let Some(dash) = &self.dash {
            repeat_names(&mut listed, dash);
        }
        let listed = listed.iter();
        listed
            .map(|(work, letters)| (*work, polish(&letters.all, self.context(&works[*work]))))
            .collect()
    }

    /// The entries of works in a list, as the processor has them.
    fn entries<'a>(&'a self, items: impl IntoIterator<Item = &'a Item>) -> Vec<BibliographyItem> {
        let mut driver = BibliographyDriver::new();
        for item in items {
            driver.citation(self.request([item], &self.list));
        }
        let rendered = driver.finish(self.bibliography(&self.list));
        rendered
            .bibliography
            .map_or_else(Vec::new, |list| list.items)
    }

    fn request<'a>(
        &'a self,
        items: impl IntoIterator<Item = &'a Item>,
        style: &'a IndependentStyle,
    ) -> CitationRequest<'a, Item> {
        let items = items.into_iter().map(CitationItem::with_entry).collect();
        let language = Some(self.language.clone());
        CitationRequest::new(items, style, language, &self.locales, None)
    }

    fn bibliography<'a>(&'a self, style: &'a IndependentStyle) -> BibliographyRequest<'a> {
        BibliographyRequest::new(style, Some(self.language.clone()), &self.locales)
    }

    fn polished(&self, children: &ElemChildren, work: &Prepared) -> Text {
        let mut letters = Letters::default();
        letters.add(children);
        polish(&letters.all, self.context(work))
    }

    fn context(&self, work: &Prepared) -> Context<'_> {
        let is_english = match &work.language {
            Some(language) => language.to_lowercase().starts_with("en"),
            None => self.language.is_english(),
        };
        Context {
            quotes: &self.quotes,
            is_english,
            years: work.years,
            suffix: work.suffix,
        }
    }
}

/// Works made ready for the processor, each with its number.
fn prepared(works: &[Value]) -> Vec<Prepared> {
    let works = works.iter().enumerate();
    works
        .map(|(number, work)| item::prepare(work, number))
        .collect()
}

/// Tells the style which works have a citation that others have too.
fn mark_cited_alike<'n>(works: &mut [Prepared], alike: impl Iterator<Item = &'n usize>) {
    for work in alike {
        let sign = Field::String("yes".to_owned());
        let fields = &mut works[*work].item.0;
        fields.insert(prepare::CITED_ALIKE.to_owned(), sign);
    }
}

/// Puts a dash for the names that are those of the work before, whole (CSL 1.0.2, `complete-all`).
fn repeat_names(listed: &mut [(usize, Letters)], dash: &str) {
    let names = |letters: &Letters| {
        let names = letters
            .names
            .clone()
            .and_then(|names| letters.all.get(names))?;
        Some(names.iter().map(|(letter, _)| *letter).collect::<String>())
    };
    let mut last = None;
    for (_, letters) in listed {
        let own = names(letters).filter(|own| !own.is_empty());
        let is_same = own.is_some() && own == last;
        if let Some(names) = letters.names.clone().filter(|_| is_same) {
            let dash = dash.chars().map(|letter| (letter, Look::default()));
            letters.all.splice(names, dash);
        }
        last = own;
    }
}

/// The works of which others have the same citation, each with the number of its group.
fn groups(citations: &[Text]) -> HashMap<usize, usize> {
    let mut works: HashMap<String, Vec<usize>> = HashMap::new();
    for (work, citation) in citations.iter().enumerate() {
        works.entry(citation.plain()).or_default().push(work);
    }
    let groups = works.into_values().filter(|group| group.len() > 1);
    groups
        .flat_map(|group| {
            let number = group[0];
            group.into_iter().map(move |work| (work, number))
        })
        .collect()
}

/// The quotation marks of a language; a style can have its own.
fn quotes(style: &IndependentStyle, locales: &[Locale], language: &LocaleCode) -> Quotes {
    let sources = || {
        let own = style
            .locale
            .iter()
            .filter(|locale| speaks(locale, language));
        own.chain(locales)
    };
    let term = |term: OtherTerm, default: &str| {
        let found = sources().find_map(|locale| {
            let term = locale.term(term.into(), TermForm::Long)?;
            Some(term.single()?.to_owned())
        });
        found.unwrap_or_else(|| default.to_owned())
    };
    let takes_punctuation = sources().find_map(|locale| locale.style_options?.punctuation_in_quote);
    Quotes {
        outer: [
            term(OtherTerm::OpenQuote, "“"),
            term(OtherTerm::CloseQuote, "”"),
        ],
        inner: [
            term(OtherTerm::OpenInnerQuote, "‘"),
            term(OtherTerm::CloseInnerQuote, "’"),
        ],
        takes_punctuation: takes_punctuation.unwrap_or_default(),
    }
}

/// Whether what a style says of a language holds for another.
fn speaks(locale: &Locale, language: &LocaleCode) -> bool {
    locale
        .lang
        .as_ref()
        .is_none_or(|own| own == language || language.0.split('-').next() == Some(own.0.as_str()))
}
