//! Citations by key in LaTeX: natbib's reference sheet, and the manual of biblatex, 3.9.

use super::{
    Package,
    plan::{Item, Planned},
    typed::{Author, Frame},
};

/// The commands of a package.
struct Commands {
    /// All in brackets.
    bracket: &'static str,
    /// Names in the sentence, year in brackets.
    narrative: &'static str,
    /// Names and year without brackets, divided as within brackets.
    bare: &'static str,
    /// Only the year, without brackets.
    year: &'static str,
}

const NATBIB: Commands = Commands {
    bracket: "citep",
    narrative: "citet",
    bare: "citealp",
    year: "citeyear",
};

const BIBLATEX: Commands = Commands {
    bracket: "parencite",
    narrative: "textcite",
    bare: "cite",
    year: "cite*",
};

/// One citation.
pub(super) fn write(planned: &Planned, package: Package) -> String {
    let commands = match package {
        Package::Natbib => &NATBIB,
        Package::Biblatex => &BIBLATEX,
    };
    let items = &planned.items;
    match planned.frame {
        Frame::Bracket | Frame::Number => in_one(commands.bracket, items)
            .or_else(|| only_years(items, package))
            .or_else(|| in_several(items, package))
            .unwrap_or_else(|| format!("({})", one_by_one(commands, items))),
        Frame::Narrative(_) => narrative(commands, items),
        Frame::Bare { .. } => bare(commands, items),
    }
}

/// `\citep[see][p.~5]{a,b}`: a prefix at the first, a note at the last.
fn in_one(command: &str, items: &[Item]) -> Option<String> {
    let (first, others) = items.split_first()?;
    let last = items.last()?;
    let (_, before) = items.split_last()?;
    let is_one = items.iter().all(|item| item.author != Author::Hidden)
        && others.iter().all(|item| item.prefix.is_empty())
        && before.iter().all(|item| item.tail.is_empty());
    is_one.then(|| command_for(command, &first.prefix, last.note(), &keys(items)))
}

/// `\citeyearpar{a}`, `\parencite*[see][5]{a}`
fn only_years(items: &[Item], package: Package) -> Option<String> {
    let first = items.first()?;
    let are_hidden = items.iter().all(|item| item.author == Author::Hidden);
    match package {
        Package::Natbib if are_hidden && items.iter().all(Item::is_plain) => {
            Some(command_for("citeyearpar", "", "", &keys(items)))
        }
        Package::Biblatex if are_hidden && items.len() == 1 => Some(command_for(
            "parencite*",
            &first.prefix,
            first.note(),
            first.key,
        )),
        _ => None,
    }
}

/// `\parencites[see][5]{a}[7]{b}`
fn in_several(items: &[Item], package: Package) -> Option<String> {
    let are_shown = items.iter().all(|item| item.author == Author::Shown);
    (package == Package::Biblatex && are_shown).then(|| {
        let groups = items.iter().map(|item| {
            let notes = notes(&item.prefix, item.note());
            format!("{notes}{{{}}}", item.key)
        });
        format!("\\parencites{}", groups.collect::<String>())
    })
}

fn narrative(commands: &Commands, items: &[Item]) -> String {
    if items
        .iter()
        .skip(1)
        .all(|item| item.author == Author::Continued)
        && let Some(one) = in_one(commands.narrative, items)
    {
        return one;
    }
    let mut hidden = items.to_vec();
    hidden[0].author = Author::Hidden;
    let key = items[0].key;
    format!("\\citeauthor{{{key}}} ({})", one_by_one(commands, &hidden))
}

fn bare(commands: &Commands, items: &[Item]) -> String {
    // natbib divides the names from the year by a comma within brackets only.
    let is_divided = items[0].delimiter.starts_with(',');
    let command = match commands.bare {
        "citealp" if !is_divided => "citealt",
        command => command,
    };
    in_one(command, items).unwrap_or_else(|| one_by_one(commands, items))
}

/// The cites as they stand between brackets that are typed.
fn one_by_one(commands: &Commands, items: &[Item]) -> String {
    let mut output = String::new();
    for (place, item) in items.iter().enumerate() {
        output.push_str(&item.lead(place));
        let command = match item.author {
            Author::Shown => commands.bare,
            Author::Continued | Author::Hidden => commands.year,
        };
        output.push_str(&format!("\\{command}{{{}}}", item.key));
        output.push_str(&item.tail);
    }
    output
}

fn keys(items: &[Item]) -> String {
    let keys: Vec<&str> = items.iter().map(|item| item.key).collect();
    keys.join(",")
}

fn command_for(command: &str, prefix: &str, note: &str, keys: &str) -> String {
    format!("\\{command}{}{{{keys}}}", notes(prefix, note))
}

/// The notes in brackets: a single one would be the one behind.
fn notes(prefix: &str, note: &str) -> String {
    match (prefix, note) {
        ("", "") => String::new(),
        ("", note) => format!("[{}]", guarded(note)),
        (prefix, note) => format!("[{}][{}]", guarded(prefix), guarded(note)),
    }
}

/// A note in braces where a bracket in it would end it.
fn guarded(note: &str) -> String {
    if note.contains(['[', ']']) {
        format!("{{{note}}}")
    } else {
        note.to_owned()
    }
}
