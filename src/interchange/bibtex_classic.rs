//! Classic BibTeX, for styles (`.bst`) that know nothing of biblatex.

use std::fmt::Display;

use crate::{
    bibtex::{escape, text},
    work::{EntryType, Issued, Work, edition_number, fold::fold},
};

/// Writes works as entries of classic BibTeX (Patashnik, `BibTeXing`, 1988), in the order given; the text is Unicode.
///
/// Types and fields are those of the standard styles. What they have no field for stands in the fields of natbib (`url`, `doi`,
/// `isbn`, `issn`), biblatex (`translator`, `urldate`, `origyear`, `version`) or reference managers (`pmid`, `pmcid`), which other
/// styles pass over. The letter behind a year is left out: a style gives its own.
pub fn bibtex_classic<'a>(works: impl IntoIterator<Item = (&'a str, &'a Work)>) -> String {
    let entries: Vec<String> = works
        .into_iter()
        .map(|(key, work)| entry(key, work))
        .collect();
    entries.join("\n")
}

/// The type of the entry for a work, and its fields with their values, braces included.
pub(crate) fn parts(work: &Work) -> (&'static str, Vec<(&'static str, String)>) {
    let kind = Kind::of(work);
    (kind.name(), fields(work, kind))
}

/// One entry.
fn entry(key: &str, work: &Work) -> String {
    let (entry_type, fields) = parts(work);
    let width = fields
        .iter()
        .map(|(name, _)| name.len())
        .max()
        .unwrap_or_default();
    let fields: String = fields
        .iter()
        .map(|(name, value)| format!("  {name:width$} = {value},\n"))
        .collect();
    format!("@{entry_type}{{{key},\n{fields}}}\n")
}

/// The entry types of the standard styles that are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Article,
    Book,
    InCollection,
    InProceedings,
    Proceedings,
    PhdThesis,
    MastersThesis,
    TechReport,
    Unpublished,
    Misc,
}

impl Kind {
    /// The type of a work. BibTeX's own `inbook` is a chapter without a title, so a part with one is `incollection`.
    fn of(work: &Work) -> Self {
        match work.entry_type {
            EntryType::Article => Self::Article,
            EntryType::Book | EntryType::Collection => Self::Book,
            EntryType::InCollection | EntryType::InBook | EntryType::InReference => {
                Self::InCollection
            }
            EntryType::InProceedings => Self::InProceedings,
            EntryType::Proceedings => Self::Proceedings,
            EntryType::Thesis if is_below_doctorate(work) => Self::MastersThesis,
            EntryType::Thesis => Self::PhdThesis,
            EntryType::Report => Self::TechReport,
            EntryType::Unpublished => Self::Unpublished,
            EntryType::Legislation
            | EntryType::Jurisdiction
            | EntryType::Standard
            | EntryType::Patent
            | EntryType::Software
            | EntryType::Dataset
            | EntryType::Online
            | EntryType::Video
            | EntryType::Misc => Self::Misc,
        }
    }

    /// Its name in the file.
    fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Book => "book",
            Self::InCollection => "incollection",
            Self::InProceedings => "inproceedings",
            Self::Proceedings => "proceedings",
            Self::PhdThesis => "phdthesis",
            Self::MastersThesis => "mastersthesis",
            Self::TechReport => "techreport",
            Self::Unpublished => "unpublished",
            Self::Misc => "misc",
        }
    }

    /// The field for what the work stands in.
    fn container(self) -> &'static str {
        match self {
            Self::Article => "journal",
            Self::InCollection | Self::InProceedings => "booktitle",
            _ => "howpublished",
        }
    }

    /// The field for who brought it out.
    fn publisher(self) -> &'static str {
        match self {
            Self::PhdThesis | Self::MastersThesis => "school",
            Self::TechReport => "institution",
            _ => "publisher",
        }
    }
}

/// Whether a thesis is one for a master's or bachelor's degree, by its kind as printed.
fn is_below_doctorate(work: &Work) -> bool {
    let genre = fold(work.genre.as_deref().unwrap_or_default());
    let is_lower = |word: &str| {
        matches!(
            word,
            "ma" | "msc" | "mphil" | "ba" | "bsc" | "maestria" | "mestrado" | "licenciatura"
        ) || ["master", "magister", "bachelor", "diplom"]
            .iter()
            .any(|start| word.starts_with(start))
    };
    genre.split(' ').any(is_lower)
}

/// The fields of an entry with their values, braces included.
fn fields(work: &Work, kind: Kind) -> Vec<(&'static str, String)> {
    let plain = |value: &Option<String>| value.as_deref().map(escape::escape).map(braced);
    let verbatim = |value: &Option<String>| value.as_deref().map(escape::verbatim).map(braced);
    let title = |value: &Option<String>| value.as_deref().map(escape::title).map(braced);
    let names = |contributors| text::contributors(contributors).map(braced);
    let is_article = kind == Kind::Article;
    let container = &work.container_title;
    let container = if is_article {
        plain(container)
    } else {
        title(container)
    };
    let all = [
        ("author", names(&work.authors)),
        ("editor", names(&work.editors)),
        ("translator", names(&work.translators)),
        ("title", title(&work.title)),
        (kind.container(), container),
        ("year", year(&work.issued).map(braced)),
        ("month", month(&work.issued).map(str::to_owned)),
        ("origyear", work.issued.original.map(braced)),
        ("series", plain(&work.collection_title)),
        (kind.publisher(), plain(&work.publisher)),
        ("address", plain(&work.publisher_place)),
        ("edition", work.edition.as_deref().map(edition).map(braced)),
        ("type", plain(&work.genre)),
        ("volume", plain(&work.volume)),
        ("volumes", plain(&work.number_of_volumes)),
        (
            "number",
            if is_article {
                plain(&work.issue)
            } else {
                plain(&work.number)
            },
        ),
        ("pages", work.page.as_deref().map(text::pages).map(braced)),
        ("version", plain(&work.version)),
        ("doi", verbatim(&work.doi)),
        ("isbn", plain(&work.isbn)),
        ("issn", plain(&work.issn)),
        ("eprint", verbatim(&work.arxiv)),
        (
            "archiveprefix",
            work.arxiv.as_ref().map(|_| braced("arXiv")),
        ),
        ("pmid", plain(&work.pmid)),
        ("pmcid", plain(&work.pmcid)),
        ("url", verbatim(&work.url)),
        ("urldate", work.accessed.map(braced)),
        ("note", plain(&work.note)),
    ];
    all.into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
}

/// A value in braces.
fn braced(value: impl Display) -> String {
    format!("{{{value}}}")
}

/// An edition as the standard styles print it: the first ten in words, the rest as numbers.
fn edition(printed: &str) -> String {
    let Some(number) = edition_number(printed) else {
        return escape::escape(printed);
    };
    let word = match number {
        "1" => "First",
        "2" => "Second",
        "3" => "Third",
        "4" => "Fourth",
        "5" => "Fifth",
        "6" => "Sixth",
        "7" => "Seventh",
        "8" => "Eighth",
        "9" => "Ninth",
        "10" => "Tenth",
        _ => return format!("{number}{}", ordinal_ending(number)),
    };
    word.to_owned()
}

/// The English ending of an ordinal above ten.
fn ordinal_ending(number: &str) -> &'static str {
    match number.as_bytes() {
        [.., b'1', _] => "th",
        [.., b'1'] => "st",
        [.., b'2'] => "nd",
        [.., b'3'] => "rd",
        _ => "th",
    }
}

/// The year, the years of a range, or what stands instead.
fn year(issued: &Issued) -> Option<String> {
    match (issued.date, issued.end, issued.status) {
        (Some(first), Some(last), _) if first.year != last.year => {
            Some(format!("{}--{}", first.year, last.year))
        }
        (Some(date), _, _) => Some(date.year.to_string()),
        (None, _, status) => status.map(|status| status.words().to_owned()),
    }
}

/// The month by the macro that every standard style defines; seasons have none.
fn month(issued: &Issued) -> Option<&'static str> {
    const MACROS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let month = issued.date?.month?;
    MACROS.get(usize::from(month).checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interchange::samples::{pairs, samples};

    #[test]
    #[expect(clippy::too_many_lines, reason = "one snapshot of all kinds of works")]
    fn entries_have_the_fields_of_the_standard_styles() {
        let samples = samples();
        insta::assert_snapshot!(bibtex_classic(pairs(&samples)), @r#"
        @article{farrell2019,
          author  = {Farrell, Henry and Newman, Abraham L.},
          title   = {Weaponized interdependence: How {NAFTA} and others shape 100\% of trade},
          journal = {International Security \& Law},
          year    = {2019},
          month   = jul,
          volume  = {44},
          number  = {1},
          pages   = {42--79},
          doi     = {10.1162/isec_a_00351},
          issn    = {0162-2889},
        }

        @book{kinzer2006,
          author    = {Kinzer, Stephen},
          title     = {Overthrow: America's century of regime change},
          year      = {2006},
          origyear  = {1982},
          publisher = {Times Books},
          address   = {New York},
          edition   = {Second},
          isbn      = {9780805082401},
        }

        @incollection{berg2010,
          author     = {van den Berg, Jr., Anna and others},
          editor     = {Múñoz, José and Ødegård, Liv},
          translator = {Hall, Ruth},
          title      = {Die Grenzen der Macht},
          booktitle  = {Handbuch der Politik},
          year       = {2010},
          series     = {Studien},
          publisher  = {Mohr},
          volume     = {3},
          pages      = {12--34},
        }

        @inproceedings{rao1998,
          author    = {Rao, P. and 李, 伟},
          title     = {Parsing in linear time},
          booktitle = {Proceedings of the Workshop on Grammars},
          year      = {1998},
          pages     = {e17},
        }

        @mastersthesis{osei2015,
          author = {Osei, Kofi},
          title  = {Markets of the coast},
          year   = {2015},
          school = {University of Ghana},
          type   = {Master's thesis},
        }

        @techreport{undp2013,
          author      = {{Office for Research and Development}},
          title       = {Safety of citizens},
          year        = {2013--2014},
          institution = {United Nations},
          number      = {TR\_7},
        }

        @article{press,
          author  = {{de la Cruz}, M.},
          title   = {Slow rivers},
          journal = {Water},
          year    = {in press},
        }

        @misc{page,
          author  = {{City Archive}},
          title   = {Old maps},
          year    = {n.d.},
          url     = {https://example.org/maps_of#a%7Bb%7D},
          urldate = {2024-02-29},
        }

        @article{preprint,
          author        = {Ito, Ken},
          title         = {Small graphs},
          year          = {2020},
          month         = jan,
          eprint        = {2001.01234},
          archiveprefix = {arXiv},
          note          = {Version 2},
        }

        @book{collection,
          editor  = {Silva, Ana},
          title   = {Fronteiras do Brasil},
          year    = {1990},
          volumes = {2},
        }

        @article{season,
          author  = {Poe},
          title   = {Rain},
          journal = {Quarterly},
          year    = {2001},
        }

        @misc{statute,
          title  = {National Security Act},
          year   = {1947},
          number = {80-253},
        }

        @article{trial,
          author  = {Zhu, N.},
          title   = {Slow fevers},
          journal = {Annals of Rivers},
          year    = {2020},
          volume  = {382},
          pmid    = {31978945},
          pmcid   = {PMC7092803},
        }

        @misc{program,
          author    = {{Tide Team}},
          title     = {Tides},
          year      = {2023},
          publisher = {Harbour Foundation},
          version   = {4.3.1},
          url       = {https://example.org/tides},
        }
        "#);
    }
}
