//! Made-up references in Chinese, Japanese and Korean, of which the data has next to none.
//!
//! A title without spaces is one word, so what tells its parts apart is how long a word is and which signs it begins and ends with.

mod chinese;
mod japanese;
mod korean;

use self::{
    chinese::{SIMPLIFIED, TRADITIONAL},
    japanese::JAPANESE,
    korean::KOREAN,
};
use super::compose::Composer;
use crate::reference::label::labels::Label;

/// The words of one language.
struct Words {
    /// Family names.
    families: &'static [&'static str],
    /// Given names.
    given: &'static [&'static str],
    /// Between family and given name.
    name_gaps: &'static [&'static str],
    /// Behind the first author of many.
    et_al: &'static str,
    /// What works are about; long.
    topics: &'static [&'static str],
    /// Titles; `A` and `B` stand for topics.
    titles: &'static [&'static str],
    /// Fields of study; short.
    fields: &'static [&'static str],
    /// Journals; `A` stands for a field.
    journals: &'static [&'static str],
    /// Books that parts stand in; `A` stands for a field.
    books: &'static [&'static str],
    /// Behind editors.
    editors: &'static [&'static str],
    /// Publishers.
    publishers: &'static [&'static str],
    /// Places.
    places: &'static [&'static str],
    /// Universities.
    schools: &'static [&'static str],
    /// Kinds of theses.
    theses: &'static [&'static str],
    /// Volume (`$`) and issue (`#`) in the words of the language.
    numbers: &'static [&'static str],
    /// Pages (`P`).
    pages: &'static [&'static str],
    /// Around a year (`Y`).
    years: &'static [&'static str],
    /// Around titles of parts.
    quotations: &'static [(&'static str, &'static str)],
    /// Between parts.
    separators: &'static [&'static str],
    /// Between names.
    name_separators: &'static [&'static str],
}

const LANGUAGES: &[&Words] = &[&SIMPLIFIED, &TRADITIONAL, &JAPANESE, &KOREAN, &KOREAN];

/// What references print in every language.
const LATIN_NUMBERS: &[&str] = &[
    "$(#)",
    "$(#)",
    "$",
    "Vol. $, No. #",
    "Vol.$, No.#",
    "$, no. #",
];
const LATIN_PAGES: &[&str] = &["P", "P", "pp. P", "pp.P", "p. P"];

/// The marks of one reference.
struct Marks {
    separator: &'static str,
    quotation: Option<(&'static str, &'static str)>,
    year_behind_authors: bool,
}

impl Composer<'_> {
    /// A reference in Chinese, Japanese or Korean.
    pub(super) fn east_asian(&mut self) {
        let words = self.random.pick(LANGUAGES);
        let is_quoted = self.random.chance(0.35);
        let marks = Marks {
            separator: self.random.pick(words.separators),
            quotation: is_quoted.then(|| self.random.pick(words.quotations)),
            year_behind_authors: self.random.chance(0.45),
        };
        self.east_asian_authors(words);
        if marks.year_behind_authors {
            let (open, close) =
                self.random
                    .pick(&[(" (", "). "), (", ", ", "), (". ", ". "), ("(", ") ")]);
            self.mark(open);
            self.east_asian_year(words);
            self.mark(close);
        } else {
            self.mark(marks.separator);
        }
        match self.random.below(10) {
            0..6 => self.east_asian_article(words, &marks),
            6..8 => self.east_asian_book(words, &marks),
            8 => self.east_asian_chapter(words, &marks),
            _ => self.east_asian_thesis(words, &marks),
        }
    }

    fn east_asian_authors(&mut self, words: &Words) {
        let names = self.east_asian_names(words);
        self.add(Label::Author, &names);
    }

    fn east_asian_names(&mut self, words: &Words) -> String {
        let count = self.random.pick(&[1, 1, 1, 2, 2, 3, 4]);
        let gap = self.random.pick(words.name_gaps);
        let separator = self.random.pick(words.name_separators);
        let mut names = Vec::new();
        for _ in 0..count {
            let family = self.random.pick(words.families);
            names.push(format!("{family}{gap}{}", self.random.pick(words.given)));
        }
        let mut names = names.join(separator);
        if self.random.chance(0.1) {
            names.push_str(words.et_al);
        }
        names
    }

    fn east_asian_article(&mut self, words: &Words, marks: &Marks) {
        self.east_asian_title(words, marks, marks.quotation);
        let journal = self.with_fields(words.journals, words.fields);
        self.add(Label::Container, &journal);
        let is_dated_first = !marks.year_behind_authors && self.random.chance(0.4);
        if is_dated_first {
            self.mark(marks.separator);
            self.east_asian_year(words);
        }
        let before = self.random.pick(&[", ", ", ", " ", ". ", marks.separator]);
        self.mark(before);
        let own = self.random.chance(0.5);
        let form = self
            .random
            .pick(if own { words.numbers } else { LATIN_NUMBERS });
        self.numbers_by(form);
        if self.random.chance(0.85) {
            let before = self.random.pick(&[", ", ": ", ":", ", ", marks.separator]);
            self.mark(before);
            self.east_asian_pages(words);
        }
        if !marks.year_behind_authors && !is_dated_first {
            let before = self.random.pick(&[", ", ", ", " (", marks.separator]);
            self.mark(before);
            self.east_asian_year(words);
            self.mark(if before == " (" { ")" } else { "" });
        }
    }

    fn east_asian_book(&mut self, words: &Words, marks: &Marks) {
        let quotation = words.quotations.last().copied();
        let quotation = quotation.filter(|_| marks.quotation.is_some());
        self.east_asian_title(words, marks, quotation);
        self.east_asian_publisher(words);
        if !marks.year_behind_authors {
            self.mark(", ");
            self.east_asian_year(words);
        }
    }

    fn east_asian_chapter(&mut self, words: &Words, marks: &Marks) {
        self.east_asian_title(words, marks, marks.quotation);
        let names = self.east_asian_names(words);
        self.add(Label::Editor, &names);
        let role = self.random.pick(words.editors);
        self.mark(role);
        let book = self.with_fields(words.books, words.fields);
        self.add(Label::Container, &book);
        self.mark(marks.separator);
        self.east_asian_publisher(words);
        if !marks.year_behind_authors {
            self.mark(", ");
            self.east_asian_year(words);
        }
        self.mark(", ");
        self.east_asian_pages(words);
    }

    fn east_asian_thesis(&mut self, words: &Words, marks: &Marks) {
        self.east_asian_title(words, marks, marks.quotation);
        let school = self.random.pick(words.schools);
        let thesis = self.random.pick(words.theses);
        let is_school_first = self.random.chance(0.6);
        let mut parts = [(Label::Genre, thesis), (Label::Publisher, school)];
        if is_school_first {
            parts.reverse();
        }
        for (idx, (label, text)) in parts.into_iter().enumerate() {
            let separator = self.random.pick(&[", ", " ", marks.separator]);
            self.mark(if idx == 0 { "" } else { separator });
            self.add(label, text);
        }
        if !marks.year_behind_authors {
            self.mark(", ");
            self.east_asian_year(words);
        }
    }

    /// A title and what divides it from the next part.
    fn east_asian_title(
        &mut self,
        words: &Words,
        marks: &Marks,
        quotation: Option<(&'static str, &'static str)>,
    ) {
        let title = self.with_fields(words.titles, words.topics);
        let (open, close) = quotation.unwrap_or_default();
        let is_inside = close == "'" && self.random.chance(0.5);
        self.mark(open);
        self.add(Label::Title, &title);
        if is_inside {
            return self.mark(",' ");
        }
        self.mark(close);
        let kind = self.random.chance(0.08);
        self.mark(if kind { " [J]" } else { "" });
        let is_marked = quotation.is_none() || kind || self.random.chance(0.7);
        self.mark(if is_marked { marks.separator } else { " " });
    }

    /// A form with random words instead of its letters.
    fn with_fields(&mut self, forms: &[&'static str], words: &[&'static str]) -> String {
        let form = self.random.pick(forms);
        let first = self.random.pick(words);
        form.replace('A', first)
            .replace('B', self.random.pick(words))
    }

    fn east_asian_publisher(&mut self, words: &Words) {
        if self.random.chance(0.5) {
            let place = self.random.pick(words.places);
            self.add(Label::Location, place);
            let between = self.random.pick(&[": ", ":", "：", ", "]);
            self.mark(between);
        }
        let publisher = self.random.pick(words.publishers);
        self.add(Label::Publisher, publisher);
    }

    fn east_asian_year(&mut self, words: &Words) {
        let year = 1965 + self.random.below(60);
        let form = self.random.pick(words.years);
        let (before, after) = form.split_once('Y').unwrap_or_default();
        self.mark(before);
        self.add(Label::Date, &year.to_string());
        self.mark(after);
    }

    fn east_asian_pages(&mut self, words: &Words) {
        let own = self.random.chance(0.4);
        let form = self
            .random
            .pick(if own { words.pages } else { LATIN_PAGES });
        let (before, after) = form.split_once('P').unwrap_or_default();
        let first = self.random.below(800) + 1;
        let dash = self.random.pick(&["-", "-", "–", "~", "∼"]);
        let last = first + self.random.below(30) + 1;
        self.mark(before);
        self.add(Label::Pages, &format!("{first}{dash}{last}"));
        self.mark(after);
    }

    /// Volume and issue by a form.
    fn numbers_by(&mut self, form: &str) {
        for part in form.split_inclusive(['$', '#']) {
            let (text, label) = match (part.strip_suffix('$'), part.strip_suffix('#')) {
                (Some(text), _) => (text, Label::Volume),
                (_, Some(text)) => (text, Label::Issue),
                _ => (part, Label::Other),
            };
            self.mark(text);
            let most = if label == Label::Volume { 150 } else { 12 };
            if label != Label::Other {
                let number = self.random.below(most) + 1;
                self.add(label, &number.to_string());
            }
        }
    }
}
