//! What an entry is about at a glance: enough to find it among a hundred thousand, at a fraction of what its meaning costs.

use super::{File, date, inherit, letters::letters, meaning, names};
use crate::work::{Contributors, Issued, Name, Person, Work, normal_doi};

/// The title, authors, editors, year and DOI of an entry, in letters without their accents.
///
/// Folded, they are what the meaning of the entry gives, but for rare LaTeX. An entry with parents is read in full.
///
/// Of the authors, at most `n_names` are read, and of the editors as many; where only the first counts, editors only if there is no author.
pub(super) fn outline(file: &File, idx: usize, n_names: usize) -> Work {
    let text = file.text();
    let entry = &file.entries[idx];
    if inherit::has_parents(file, idx) {
        return file.work(idx);
    }
    let raw = |name: &str| {
        let field = entry.field(text, name)?;
        Some(file.macros.expand(field.value.slice(text), &mut |_| {}))
    };
    let plain = |name: &str| Some(letters(&raw(name)?)).filter(|text| !text.is_empty());
    let people = |name: &str| {
        raw(name).map_or_else(Contributors::default, |list| contributors(&list, n_names))
    };
    let doi = |name: &str| normal_doi(&meaning::without_escapes(&raw(name)?));
    let year = |name: &str| date::issued(&plain(name)?)?.date;
    let authors = people("author");
    let editors = if n_names == 1 && !authors.is_empty() {
        Contributors::default()
    } else {
        people("editor")
    };
    Work {
        title: meaning::joined(plain("title"), plain("subtitle")),
        authors,
        editors,
        issued: Issued {
            date: year("date").or_else(|| year("year")),
            original: (year("origdate").or_else(|| year("origyear"))).map(|date| date.year),
            ..Issued::default()
        },
        doi: doi("doi").or_else(|| {
            let url = raw("url").filter(|url| url.contains("doi.org"));
            url.and_then(|_| doi("url"))
        }),
        ..Work::default()
    }
}

/// The first names of a list by family and given name.
fn contributors(list: &str, n_names: usize) -> Contributors {
    let mut contributors = Contributors::default();
    for name in names::split_and(list) {
        if contributors.names.len() == n_names {
            break;
        }
        if name.eq_ignore_ascii_case("others") {
            contributors.et_al = true;
        } else {
            contributors.names.push(self::name(name));
        }
    }
    contributors
}

/// A name by BibTeX's rules, particles and suffixes left out: `von Berg, Jr., Anna`, `Anna von Berg`.
fn name(printed: &str) -> Name {
    let is_organisation =
        names::in_own_braces(printed) || printed.contains(|c: char| c == '&' || c.is_ascii_digit());
    if is_organisation {
        return Name::organisation(letters(printed));
    }
    let (family, given) = if let Some((family, given)) = printed.split_once(',') {
        let given = given.rsplit(',').next().unwrap_or_default();
        (without_particles(family.trim()), given)
    } else {
        let (given, family) = printed.split_at(family_start(printed));
        (family, given)
    };
    let family = letters(family);
    if family.is_empty() {
        return Name::organisation(letters(printed));
    }
    Name::Person(Person {
        family,
        given: Some(letters(given)).filter(|given| !given.is_empty()),
        ..Person::default()
    })
}

/// A family name without the words in small letters before it.
fn without_particles(family: &str) -> &str {
    let mut rest = family;
    while let Some((word, behind)) = rest.split_once(char::is_whitespace) {
        if !word.starts_with(char::is_lowercase) {
            break;
        }
        rest = behind.trim_start();
    }
    rest
}

/// Where the last word of a name begins; white space in braces divides no words.
fn family_start(name: &str) -> usize {
    let mut depth = 0_usize;
    let mut start = 0;
    for (idx, byte) in name.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            b' ' | b'\t' | b'\r' | b'\n' | b'~' if depth == 0 => start = idx + 1,
            _ => {}
        }
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::work::fold::fold;

    /// The folded values of an outline must be those of the meaning.
    fn check(fields: &str) {
        let file = File::read(format!("@book{{a, {fields}}}"));
        let (outline, work) = (file.outline(0), file.work(0));
        let title = |work: &Work| work.title.as_deref().map(fold);
        let names = |names: &Contributors| -> Vec<_> {
            let shown = names.names.iter().map(|name| match name {
                Name::Person(person) => {
                    let given = person.given.as_deref().map(fold);
                    (
                        fold(&person.family),
                        given.and_then(|given| given.chars().next()),
                    )
                }
                Name::Organisation { literal } => (fold(literal), None),
            });
            shown.collect()
        };
        let year = |work: &Work| work.issued.date.map(|date| date.year);
        assert_eq!(title(&outline), title(&work), "{fields}");
        assert_eq!(names(&outline.authors), names(&work.authors), "{fields}");
        assert_eq!(names(&outline.editors), names(&work.editors), "{fields}");
        assert_eq!(outline.authors.et_al, work.authors.et_al, "{fields}");
        assert_eq!(year(&outline), year(&work), "{fields}");
        assert_eq!(outline.issued.original, work.issued.original, "{fields}");
        assert_eq!(outline.doi, work.doi, "{fields}");
    }

    #[test]
    fn an_outline_folds_to_the_meaning() {
        check("title={The {Price} of Bread}, subtitle={A \\emph{Long} History}, date={2011-03}");
        check("title={Br\\\"{u}cken {\\\"u}ber Stra{\\ss}en}, year=1998, origdate={1901}");
        check("title={Na\\\"\\i ve caf\\'es, \\c{C}a va~bien}, year={c. 1890}");
        check("title={Bread \\& Wine --- ``a study''}");
        check("title={On $O(n^2)$ loaves}");
        check("author={Brandt, Karl and van der Berg, A. B. and others}");
        check("author={Karl Brandt and {Office of Bread} and Anna von Berg}");
        check("author={Garc\\'{\\i}a L\\'opez, Jos\\'e}, editor={Kov\\'acs, P{\\'e}ter}");
        check("author={{de la Cruz}, Juan and Brandt, Jr., Karl}");
        check("author={S{\\o}rensen, {\\AA}se and {\\L}uk{\\'a}{\\v{s}}, K.}");
        check("doi={https://doi.org/10.1000/A\\_B}");
        check("url={https://doi.org/10.1000/ABC}");
    }

    #[test]
    fn parents_are_read() {
        let file = File::read("@book{a, crossref={b}} @collection{b, editor={Berg, Anna}}");
        assert_eq!(file.outline(0), file.work(0));
    }
}
