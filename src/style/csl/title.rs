//! The capitals of English titles (CSL 1.0.2, "Text-case", title).

/// Words that stay small within a title: those of the specification, and some that no guide writes large.
const SMALL: [&str; 41] = [
    "a", "an", "and", "as", "at", "but", "by", "down", "for", "from", "in", "into", "nor", "of",
    "on", "onto", "or", "over", "so", "the", "till", "to", "up", "via", "with", "yet", "about",
    "al", "c", "ca", "d'", "d’", "de", "et", "v", "van", "von", "vs", "y", "t", "e",
];

/// Writes the capitals of a title into its letters; those for which `is_fixed` holds stay.
///
/// Capitals that are there stay, as pandoc has it: the specification would make `The Life Of Brian` and `OECD` small.
pub(super) fn capitalise(letters: &mut [char], is_fixed: &[bool]) {
    let words = words(letters);
    let last = words.len().saturating_sub(1);
    for (idx, &(start, end)) in words.iter().enumerate() {
        let word: String = letters[start..end].iter().collect();
        let is_fixed = is_fixed[start..end].iter().any(|fixed| *fixed);
        // `mcDJ` and `u.s.` are written so on purpose.
        let is_own = word.contains(|letter: char| letter.is_uppercase() || letter == '.');
        let is_bare = SMALL.contains(&word.as_str()) && idx != last && idx != 0;
        if !is_fixed && !is_own && (!is_bare || follows_stop(&letters[..start])) {
            raise(&mut letters[start]);
        }
    }
}

/// The words of a title, from their first to behind their last letter; a hyphen divides them, an apostrophe does not.
fn words(letters: &[char]) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, letter) in letters.iter().enumerate() {
        let joins = matches!(letter, '\'' | '’' | '.')
            && start.is_some()
            && letters
                .get(at + 1)
                .is_some_and(|next| next.is_alphanumeric());
        let is_inner = letter.is_alphanumeric() || joins;
        match (is_inner, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push((from, at));
                start = None;
            }
            _ => {}
        }
    }
    words.extend(start.map(|from| (from, letters.len())));
    words
}

/// Whether a sentence or a subtitle begins behind these letters.
fn follows_stop(before: &[char]) -> bool {
    let mut before = before.iter().rev();
    let last = before.find(|letter| {
        !letter.is_whitespace() && !matches!(letter, '“' | '‘' | '"' | '\'' | '(' | '[')
    });
    matches!(last, Some(':' | '?' | '!' | '—' | '.'))
}

fn raise(letter: &mut char) {
    let mut upper = letter.to_uppercase();
    if let (Some(first), None) = (upper.next(), upper.next()) {
        *letter = first;
    }
}
