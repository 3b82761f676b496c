//! Remarks that say what a field of the work holds: a date, the number of an article, how an address was visited.

use super::{date, entry_type, identifiers, name_words};
use crate::{
    reference::label::words::{WordClass, class_of, is_role},
    work::{Work, fold::fold, is_pubmed},
};

/// Moves what the remark and the title of a work say into its fields, and drops what they hold already.
pub(super) fn settle(work: &mut Work) {
    settle_bracket(work);
    settle_medium(work);
    let Some(note) = work.note.take().and_then(without_word_of_change) else {
        return;
    };
    if let Some(date) = date::only_date(&note) {
        let issued = &mut work.issued;
        match &mut issued.date {
            Some(known) if known.month.is_none() && [0, known.year].contains(&date.year) => {
                known.month = date.month;
                known.day = date.day;
            }
            Some(known) if date.year == known.year => {}
            None if date.year != 0 => issued.date = Some(date),
            _ => work.note = Some(note),
        }
        return;
    }
    if let Some(number) = article_number(&note).filter(|_| work.page.is_none()) {
        work.page = Some(number.to_owned());
        return;
    }
    if !says_nothing_more(&note, work) {
        work.note = Some(note);
    }
}

/// A remark without the words before the date on which a page was changed: `Privacy & Terms. Last modified`.
fn without_word_of_change(note: String) -> Option<String> {
    const WORDS: [&str; 6] = [
        "Last modified",
        "Last updated",
        "Updated",
        "Posted",
        "Published",
        "Effective",
    ];
    let rest = WORDS.iter().find_map(|words| note.strip_suffix(words));
    let rest = rest.map(|rest| rest.trim_end_matches([' ', '.', ',', ';']).to_owned());
    Some(rest.unwrap_or(note)).filter(|note| !note.is_empty())
}

/// `A space odyssey [Film]`: what kind of work it is, behind its title.
fn settle_bracket(work: &mut Work) {
    let Some(title) = &work.title else { return };
    let Some((rest, inside)) = title
        .strip_suffix(']')
        .and_then(|title| title.rsplit_once(" ["))
    else {
        return;
    };
    if entry_type::by_bracket(&format!("[{inside}]")).is_some() && !rest.is_empty() {
        work.genre = work.genre.take().or_else(|| Some(inside.to_owned()));
        work.title = Some(rest.to_owned());
    }
}

/// `Smoking and tobacco use [Internet]`: that a work is on the net is no part of its name (NLM style).
fn settle_medium(work: &mut Work) {
    const MEDIA: [&str; 5] = [
        " [Internet]",
        " [internet]",
        " [Online]",
        " [online]",
        " [en línea]",
    ];
    for name in [&mut work.title, &mut work.container_title]
        .into_iter()
        .flatten()
    {
        if let Some(medium) = MEDIA.iter().find(|medium| name.ends_with(**medium)) {
            name.truncate(name.len() - medium.len());
        }
    }
}

/// The number of an article in a journal without pages: `Article 1043`, `Art. no. e17`.
fn article_number(note: &str) -> Option<&str> {
    let (words, number) = note.trim_end_matches('.').rsplit_once(' ')?;
    let folded = fold(words);
    let mut words = folded.split(' ');
    let is_article = matches!(
        words.next(),
        Some("article" | "art" | "artikel" | "articulo" | "artigo" | "articolo")
    );
    let is_rest = words.all(|word| matches!(word, "no" | "number" | "nr" | "id" | "n"));
    let is_number = number.bytes().any(|byte| byte.is_ascii_digit())
        && number
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (is_article && is_rest && is_number).then_some(number)
}

/// Whether a remark says only what the fields of a work hold already, or how people took part in it.
fn says_nothing_more(note: &str, work: &Work) -> bool {
    let folded = fold(note);
    let mut words = folded.split(' ').filter(|word| !word.is_empty());
    let is_access = |word: &str| {
        matches!(
            class_of(word),
            WordClass::Access | WordClass::Function | WordClass::In
        ) || is_access_word(word)
            || matches!(
                word,
                "at" | "from" | "on" | "em" | "am" | "le" | "el" | "il" | "no"
            )
    };
    let begins_with_access = || {
        (folded.split(' ').take(2))
            .any(|word| class_of(word) == WordClass::Access || is_access_word(word))
    };
    let is_original =
        || folded.split(' ').any(date::is_original_word) || folded.starts_with("first published");
    let is_pubmed = || is_pubmed(note);
    let is_arxiv = || work.arxiv.is_some() && identifiers::is_arxiv(&folded);
    work.accessed.is_some() && begins_with_access()
        || work.issued.original.is_some() && is_original()
        || is_pubmed()
        || is_arxiv()
        || words.all(|word| is_access(word) || is_part(word))
}

/// Whether a word says how a person took part, which the names beside it have told.
fn is_part(word: &str) -> bool {
    is_role(word)
        || name_words::is_role(word)
        || matches!(
            word,
            "director" | "writer" | "producer" | "host" | "regie" | "translator"
        )
}

/// Whether a word in lower case, folded or not, says that an address was visited; those that the tagger does not know.
pub(super) fn is_access_word(word: &str) -> bool {
    matches!(
        word,
        "visited"
            | "cited"
            | "citado"
            | "consulted"
            | "aufgerufen"
            | "abruf"
            | "aufruf"
            | "letzter"
            | "zuletzt"
            | "eingesehen"
            | "consultado"
            | "consultada"
            | "consulta"
            | "acessado"
            | "acedido"
            | "visitado"
            | "consulte"
            | "consultation"
            | "consultato"
            | "accesso"
            | "visto"
            | "geraadpleegd"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn article_numbers() {
        assert_eq!(article_number("Article 1043"), Some("1043"));
        assert_eq!(article_number("Art. no. e17"), Some("e17"));
        assert_eq!(article_number("Article of faith"), None);
        assert_eq!(article_number("Second printing 1990"), None);
    }
}
