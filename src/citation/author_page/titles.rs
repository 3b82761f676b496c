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
    /// The words of titles without their first article, by reference.
    words: Vec<Vec<String>>,
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
        titles.sort_unstable();
        let mut words = vec![Vec::new(); references.items.len()];
        for (title, idx) in &titles {
            words[*idx] = title.split(' ').map(str::to_owned).collect();
        }
        Self {
            sorted: titles,
            main: main.collect(),
            words,
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

    /// How many of the words the title begins with; an article before them counts as well.
    pub(super) fn common_words(&self, work: usize, words: &[String]) -> usize {
        let n_articles = usize::from(
            words
                .first()
                .is_some_and(|word| ARTICLES.iter().any(|article| article.trim_end() == word)),
        );
        let title = self.words[work].iter();
        let pairs = title.zip(&words[n_articles..]);
        match pairs.take_while(|(one, other)| one == other).count() {
            0 => 0,
            n_common => n_common + n_articles,
        }
    }

    /// How many words the title has before its subtitle.
    pub(super) fn n_words(&self, work: usize) -> usize {
        let main = self.main[work].split(' ');
        main.filter(|word| !word.is_empty()).count().max(1)
    }

    /// Whether folded words are all that one of the works has for a title, but for a subtitle.
    pub(super) fn is_whole(&self, works: &[usize], words: &str) -> bool {
        /// Shorter words are mostly something else.
        const SHORTEST: usize = 4;
        let words = without_article(words);
        words.len() >= SHORTEST && works.iter().any(|work| self.main[*work] == words)
    }

    /// Whether the title has these words in this order.
    pub(super) fn has_words(&self, work: usize, words: &[String]) -> bool {
        let mut title = self.words[work].iter();
        words.iter().all(|word| title.any(|other| other == word))
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
