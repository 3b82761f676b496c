//! How a style writes citations by author and year, found out by having it write some.

use serde_json::{Value, json};

use super::csl::Processor;

/// How one style writes author-year citations within brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// What joins the last two names: `&`, `and`; empty where a comma does.
    pub connector: String,
    /// What divides three names, where the style ever writes three.
    pub three: Option<Three>,
    /// What stands between names and year: `, ` or a blank.
    pub year_delimiter: String,
    /// From how many authors on only some are named; `usize::MAX` where all always are.
    pub et_al_from: usize,
    /// How many are named then.
    pub et_al_shown: usize,
    /// What stands for the others: ` et al.`, with what divides it from the names.
    pub et_al: String,
    /// What stands between two works: `; `.
    pub cite_delimiter: String,
    /// Whether works are sorted, and not left in the order of the author.
    pub sort: Option<GroupOrder>,
}

/// What divides three names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Three {
    /// The first from the second.
    pub delimiter: String,
    /// The second from the connector: `, ` or a blank.
    pub before_connector: String,
}

/// How the works of one citation are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupOrder {
    /// By their authors, then by year.
    ByName,
    /// By year.
    ByYear,
}

/// More authors than this are not tried.
const MOST: usize = 12;

/// Family names that no style changes.
const NAMES: [&str; MOST] = [
    "Aldam", "Borsk", "Cadwin", "Dorvel", "Eskam", "Fennol", "Garvik", "Holbed", "Imrath",
    "Jorlan", "Kelbor", "Lomdar",
];

impl Form {
    /// Finds out how a style cites; none where names and year do not make its citations.
    pub(super) fn of(processor: &Processor) -> Option<Self> {
        let (in_full, shortened) = alone(processor);
        let year_delimiter = between(in_full.first()?, NAMES[0], "2001")?.to_owned();
        let two = match in_full.get(1) {
            Some(text) => between(text, NAMES[0], NAMES[1])?,
            None => " and ",
        };
        let connector = two.trim().trim_start_matches(',').trim();
        let (et_al_shown, et_al) = match &shortened {
            Some(text) => et_al(text, named(text), &year_delimiter)?,
            None => (1, String::new()),
        };
        let three = in_full.get(2).and_then(|text| three(text, connector));
        let cite_delimiter = cite_delimiter(processor)?;
        Some(Self {
            connector: connector.to_owned(),
            three,
            year_delimiter,
            et_al_from: match shortened {
                Some(_) => in_full.len() + 1,
                None => usize::MAX,
            },
            et_al_shown,
            et_al,
            cite_delimiter,
            sort: sort(processor),
        })
    }
}

/// Citations of works by one author, by two and so on as long as all are named, and the first that is shortened.
fn alone(processor: &Processor) -> (Vec<String>, Option<String>) {
    let mut in_full = Vec::new();
    for count in 1..=MOST {
        let text = processor.group(&[work(&NAMES[..count], 2001)]).plain();
        if named(&text) < count {
            return (in_full, Some(text));
        }
        in_full.push(text);
    }
    (in_full, None)
}

/// How many of the names a text has.
fn named(text: &str) -> usize {
    NAMES.iter().take_while(|name| text.contains(*name)).count()
}

/// A work by some authors.
fn work(names: &[&str], year: i32) -> Value {
    let authors: Vec<Value> = names
        .iter()
        .map(|name| json!({"family": name, "given": format!("{name} Q.")}))
        .collect();
    json!({
        "type": "book",
        "author": authors,
        "issued": {"date-parts": [[year]]},
        "title": "Boats",
        "publisher": "Harbour Press",
        "publisher-place": "Oslo",
    })
}

/// What stands between two words of a text.
fn between<'t>(text: &'t str, first: &str, second: &str) -> Option<&'t str> {
    let start = text.find(first)? + first.len();
    let end = text[start..].find(second)?;
    Some(&text[start..start + end])
}

/// What divides the names of a citation that has three.
fn three(text: &str, connector: &str) -> Option<Three> {
    let last = between(text, NAMES[1], NAMES[2])?;
    Some(Three {
        delimiter: between(text, NAMES[0], NAMES[1])?.to_owned(),
        before_connector: last.split_once(connector)?.0.to_owned(),
    })
}

/// How many names a shortened citation has, and what stands for the others.
fn et_al(text: &str, shown: usize, year_delimiter: &str) -> Option<(usize, String)> {
    let last = NAMES.get(shown.checked_sub(1)?)?;
    let behind = between(text, last, "2001")?;
    let et_al = behind.strip_suffix(year_delimiter).unwrap_or(behind);
    (!et_al.trim().is_empty()).then(|| (shown, et_al.to_owned()))
}

/// What divides two works.
fn cite_delimiter(processor: &Processor) -> Option<String> {
    let works = [work(&NAMES[..1], 2001), work(&NAMES[1..2], 2002)];
    let text = processor.group(&works).plain();
    between(&text, "2001", NAMES[1]).map(str::to_owned)
}

/// How the works of a citation are sorted: those that stand in no order to begin with.
fn sort(processor: &Processor) -> Option<GroupOrder> {
    let works = [
        work(&NAMES[1..2], 2002),
        work(&NAMES[2..3], 2001),
        work(&NAMES[..1], 2003),
    ];
    let text = processor.group(&works).plain();
    let mut order: Vec<usize> = (0..3).collect();
    order.sort_by_key(|idx| text.find(NAMES[*idx]));
    match order.as_slice() {
        [0, 1, 2] => Some(GroupOrder::ByName),
        [2, 1, 0] => Some(GroupOrder::ByYear),
        _ => None,
    }
}
