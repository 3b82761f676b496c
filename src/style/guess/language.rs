//! The language of a paper, by its commonest words; styles that name none write their lists in it.

/// Languages with words that are frequent in them and in none of the others.
const WORDS: [(&str, [&str; 5]); 6] = [
    ("en-US", ["the", "and", "of", "which", "with"]),
    ("de-DE", ["der", "und", "nicht", "das", "wird"]),
    ("es-ES", ["los", "el", "las", "y", "una"]),
    ("pt-BR", ["não", "uma", "em", "os", "ao"]),
    ("fr-FR", ["les", "et", "des", "dans", "est"]),
    ("it-IT", ["il", "della", "che", "di", "per"]),
];

/// The language of a text; English where nothing says more.
pub(super) fn of(text: &str) -> &'static str {
    let mut counts = [0_usize; WORDS.len()];
    for word in text.split(|letter: char| !letter.is_alphabetic()) {
        if let Some(at) = WORDS.iter().position(|(_, words)| words.contains(&word)) {
            counts[at] += 1;
        }
    }
    let most = counts.iter().max().copied().unwrap_or_default();
    let at = counts.iter().position(|count| *count == most);
    at.map_or(WORDS[0].0, |at| WORDS[at].0)
}
