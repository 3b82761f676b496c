//! The titles of a list, by which cites without a year tell the works of an author apart.

use crate::{reference::References, work::fold};

/// Articles that short titles leave out, folded: en, de, fr, es, it, pt.
const ARTICLES: [&str; 20] = [
    "the ", "a ", "an ", "der ", "die ", "das ", "ein ", "eine ", "le ", "la ", "les ", "l ",
    "el ", "los ", "las ", "il ", "gli ", "o ", "os ", "as ",
];

/// The folded titles and texts of all references.
pub(super) struct Titles {
    /// Titles without their first article, sorted, with the number of their reference.
    sorted: Vec<(String, usize)>,
    /// Titles without article and subtitle, by reference.
    main: Vec<String>,
    /// The folded text of each reference, a blank at both ends.
    printed: Vec<String>,
}

impl Titles {
    pub(super) fn new(text: &str, references: &References) -> Self {
        let items = references.items.iter();
        let printed = items.map(|item| format!(" {} ", fold::fold(item.span.slice(text))));
        let main = references.items.iter().map(|item| {
            let title = item.work.title.as_deref().unwrap_or_default();
            let main = title.split([':', '.', '?', '!']).next().unwrap_or_default();
            without_article(&fold::fold(main)).to_owned()
        });
        let titles = references
            .items
            .iter()
            .enumerate()
            .filter_map(|(idx, item)| {
                let title = fold::fold(item.work.title.as_deref()?);
                Some((without_article(&title).to_owned(), idx))
            });
        let mut titles: Vec<_> = titles.collect();
        titles.sort();
        Self {
            sorted: titles,
            main: main.collect(),
            printed: printed.collect(),
        }
    }

    /// The works whose title begins with these folded words; those of which they are all, but for a subtitle, before others.
    pub(super) fn find(&self, words: &str) -> Vec<usize> {
        let words = without_article(words);
        let start = self
            .sorted
            .partition_point(|(title, _)| title.as_str() < words);
        let titles = self.sorted[start..].iter();
        let beginning = titles.take_while(|(title, _)| title.starts_with(words));
        let whole = beginning.filter(|(title, _)| {
            let rest = &title[words.len()..];
            rest.is_empty() || rest.starts_with(' ')
        });
        let found: Vec<usize> = whole.map(|(_, idx)| *idx).collect();
        let is_main = |idx: &usize| self.main[*idx] == words;
        let exact: Vec<usize> = found.iter().copied().filter(is_main).collect();
        if exact.is_empty() { found } else { exact }
    }

    /// Whether a reference prints these folded words.
    pub(super) fn prints(&self, work: usize, words: &str) -> bool {
        self.printed[work].contains(&format!(" {words} "))
    }
}

/// A folded title without the article that it begins with.
fn without_article(title: &str) -> &str {
    let article = ARTICLES
        .iter()
        .find_map(|article| title.strip_prefix(article));
    article.unwrap_or(title)
}
