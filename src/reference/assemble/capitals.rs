//! Family names that a style sets in capitals, in the letters in which they are cited: `BANDEIRA` as `Bandeira`.

use super::name_words::{is_article, is_particle};

/// Whether the letters of a text are capitals all; scripts without capitals have none.
pub(super) fn is_in_capitals(text: &str) -> bool {
    text.contains(char::is_uppercase) && !text.contains(char::is_lowercase)
}

/// Parts a family name in capitals into its particles and the rest, both in the usual letters.
///
/// An article alone is part of the name: `LE PEN` is `Le Pen`, but `DE LA CRUZ` is `de la` and `Cruz`.
pub(super) fn usual_letters(family: &str) -> (Option<String>, String) {
    let words: Vec<String> = family.split(' ').map(str::to_lowercase).collect();
    let most = words.len() - 1;
    let leading = words[..most].iter().take_while(|word| is_particle(word));
    let n_particles = match leading.count() {
        1 if is_article(&words[0]) => 0,
        count => count,
    };
    let (particles, rest) = words.split_at(n_particles);
    let rest: Vec<String> = rest
        .iter()
        .enumerate()
        .map(|(idx, word)| match idx {
            1.. if is_particle(word) => word.clone(),
            _ => capitalised(word),
        })
        .collect();
    let particles = Some(particles.join(" ")).filter(|particles| !particles.is_empty());
    (particles, rest.join(" "))
}

/// A word in lower case with its first letter a capital, and those behind a hyphen, behind `O’` and `D’`, and behind `Mc`.
fn capitalised(lower: &str) -> String {
    const MC: usize = 2;
    let mut output = String::with_capacity(lower.len());
    let is_mc = lower.starts_with("mc") && lower.len() > MC + 1;
    let mut is_start = true;
    for (idx, c) in lower.char_indices() {
        if is_start || (is_mc && idx == MC) {
            output.extend(c.to_uppercase());
        } else {
            output.push(c);
        }
        let is_elided = matches!(c, '\'' | '’') && idx == 1;
        is_start = is_elided || matches!(c, '-' | '‐' | '‑');
    }
    output
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_told_from_other_letters() {
        for (text, expected) in [
            ("BERG", true),
            ("GARCÍA-LÓPEZ", true),
            ("DiCaprio", false),
            ("李", false),
            ("", false),
        ] {
            assert_eq!(is_in_capitals(text), expected, "{text}");
        }
    }

    #[test]
    fn names_in_their_usual_letters() {
        let check = |family: &str, expected: (&str, &str)| {
            let (particles, rest) = usual_letters(family);
            let particles = particles.unwrap_or_default();
            assert_eq!((particles.as_str(), rest.as_str()), expected, "{family}");
        };
        check("BANDEIRA", ("", "Bandeira"));
        check("ÖZTÜRK-BERG", ("", "Öztürk-Berg"));
        check("DE LA CRUZ", ("de la", "Cruz"));
        check("VAN DER BERG", ("van der", "Berg"));
        check("LE PEN", ("", "Le Pen"));
        check("GARCÍA Y ROBLES", ("", "García y Robles"));
        check("O’NEILL", ("", "O’Neill"));
        check("MCDONALD", ("", "McDonald"));
        check("DE", ("", "De"));
    }
}
