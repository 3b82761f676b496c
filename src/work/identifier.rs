//! Identifiers in their normal form.

/// Finds the first DOI in a text and returns it from `10.` on, as printed.
///
/// A DOI is `10.`, a registrant of four or more digits, a slash and a suffix without white space (DOI Handbook, 2.2). Full stops,
/// commas and closing brackets without an opening partner at its end belong to the sentence around it.
pub fn doi_in(text: &str) -> Option<&str> {
    let bytes = text.as_bytes();
    let start = text
        .match_indices("10.")
        .map(|(start, _)| start)
        .find(|&start| is_doi_start(bytes, start))?;
    let length = text[start..]
        .find(char::is_whitespace)
        .unwrap_or(text.len() - start);
    Some(trim_sentence_end(&text[start..start + length]))
}

/// Whether a DOI begins at the byte `start`.
fn is_doi_start(bytes: &[u8], start: usize) -> bool {
    /// Registrants have four to nine digits and seldom a part behind a full stop; without a limit, `10.10.10.…` is read over and over.
    const LONGEST_REGISTRANT: usize = 40;
    if start > 0 && bytes[start - 1].is_ascii_digit() {
        return false;
    }
    let registrant = &bytes[start + 3..];
    let digits = registrant
        .iter()
        .take(LONGEST_REGISTRANT)
        .take_while(|byte| byte.is_ascii_digit() || **byte == b'.')
        .count();
    digits >= 4
        && registrant.get(digits) == Some(&b'/')
        && registrant.get(digits + 1).is_some_and(u8::is_ascii_graphic)
}

/// Takes off what belongs to the sentence and not to the identifier before it.
fn trim_sentence_end(mut text: &str) -> &str {
    let count = |c| text.matches(c).count();
    let unopened = |open, close| count(close).saturating_sub(count(open));
    let mut parentheses = unopened('(', ')');
    let mut brackets = unopened('[', ']');
    let mut angles = unopened('<', '>');
    while let Some(last) = text.chars().next_back() {
        let unopened = match last {
            ')' => &mut parentheses,
            ']' => &mut brackets,
            '>' => &mut angles,
            '.' | ',' | ';' | ':' | '"' | '”' | '’' | '\'' | '»' | '}' => &mut 1,
            _ => break,
        };
        if *unopened == 0 {
            break;
        }
        *unopened -= 1;
        text = &text[..text.len() - last.len_utf8()];
    }
    text
}

/// The DOI of a text in the form in which DOIs are compared: from `10.` on, lower case.
pub fn normal_doi(text: &str) -> Option<String> {
    doi_in(text).map(str::to_ascii_lowercase)
}

/// The ISBN of a text in the form in which ISBNs are compared: 13 digits.
///
/// A number of ten digits is turned into its form of thirteen (ISO 2108); a wrong check digit gives nothing.
pub fn normal_isbn(text: &str) -> Option<String> {
    let mut digits = isbn_digits(text);
    if !isbn_is_valid(&digits) {
        return None;
    }
    if digits.len() == 10 {
        digits.pop();
        digits.insert_str(0, "978");
        let check = (10 - weighted_sum_13(&digits) % 10) % 10;
        digits.push(char::from(b'0' + check as u8));
    }
    Some(digits)
}

/// The number behind `PMID` or in an address of `PubMed`, digits only: `PMID: 31978945`, `pubmed.ncbi.nlm.nih.gov/31978945`.
pub fn normal_pmid(text: &str) -> Option<String> {
    const MARKS: [&str; 4] = [
        "PMID",
        "pubmed.ncbi.nlm.nih.gov/",
        "nih.gov/pubmed/",
        "PubMed ID",
    ];
    /// `PubMed` has 40 million records; no number is longer (NLM, 2024).
    const LONGEST: usize = 8;
    let digits = digits_behind(text, &MARKS)?;
    (digits.len() <= LONGEST).then(|| digits.to_owned())
}

/// An identifier of `PubMed Central`, behind `PMCID`, in an address or alone: `PMC7092803`.
pub fn normal_pmcid(text: &str) -> Option<String> {
    let digits = digits_behind(text, &["PMC", "PMCID"])?;
    Some(format!("PMC{digits}"))
}

/// The digits that follow one of these words, with a colon or a space between them.
fn digits_behind<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    let behind = words.iter().flat_map(|word| {
        let places = text.match_indices(word);
        places.map(|(start, _)| &text[start + word.len()..])
    });
    let mut digits = behind.map(|rest| {
        let rest = rest.trim_start_matches([':', ' ', '\u{a0}']);
        let n_digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        &rest[..n_digits]
    });
    digits.find(|digits| !digits.is_empty())
}

/// Whether a text is only identifiers of `PubMed`: `PMID: 16060722; PMCID: PMC1182327`.
pub fn is_pubmed(text: &str) -> bool {
    let mut words = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let is_word = |word: &str| {
        let digits = word.trim_start_matches("PMC");
        matches!(
            word,
            "PMID" | "PMCID" | "PubMed" | "Epub" | "Free" | "article"
        ) || digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    (text.contains("PM") || text.contains("PubMed")) && words.all(is_word)
}

/// The digits of an ISBN, and the `X` that may end one of ten.
fn isbn_digits(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_ascii_digit() || matches!(c, 'x' | 'X'))
        .map(|c| c.to_ascii_uppercase())
        .collect()
}

/// Whether a text is an ISBN with a right check digit (ISO 2108, annex C); hyphens and spaces do not count.
pub fn isbn_is_valid(text: &str) -> bool {
    let digits = isbn_digits(text);
    let inner_x = digits[..digits.len().saturating_sub(1)].contains('X');
    match digits.len() {
        10 if !inner_x => {
            let sum: u32 = digits
                .bytes()
                .enumerate()
                .map(|(idx, byte)| (10 - idx as u32) * value(byte))
                .sum();
            sum.is_multiple_of(11)
        }
        13 if !digits.contains('X') => weighted_sum_13(&digits).is_multiple_of(10),
        _ => false,
    }
}

/// The sum of the digits with the weights 1, 3, 1, 3 …
fn weighted_sum_13(digits: &str) -> u32 {
    digits
        .bytes()
        .enumerate()
        .map(|(idx, byte)| value(byte) * if idx % 2 == 0 { 1 } else { 3 })
        .sum()
}

/// The value of a digit of an ISBN.
fn value(byte: u8) -> u32 {
    if byte == b'X' {
        10
    } else {
        u32::from(byte - b'0')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_dois_in_sentences() {
        let cases = [
            ("https://doi.org/10.1000/XYZ123.", Some("10.1000/XYZ123")),
            (
                "(doi:10.1016/S0140-6736(05)12345-6).",
                Some("10.1016/S0140-6736(05)12345-6"),
            ),
            ("see 10.5 and 110.1000/x", None),
            ("10.1000/", None),
        ];
        for (text, doi) in cases {
            assert_eq!(doi_in(text), doi, "{text}");
        }
    }

    #[test]
    fn checks_isbns() {
        assert!(isbn_is_valid("978-1-62779-216-5"));
        assert!(isbn_is_valid("0-306-40615-2"));
        assert!(isbn_is_valid("080442957X"));
        assert!(!isbn_is_valid("978-1-62779-216-6"));
        assert!(!isbn_is_valid("X80442957X"));
        assert_eq!(
            normal_isbn("0-306-40615-2").as_deref(),
            Some("9780306406157")
        );
        assert_eq!(normal_isbn("12"), None);
    }

    #[test]
    fn finds_identifiers_of_pubmed() {
        let text = "BMJ 2021. PMID: 31978945; PMCID: PMC7092803.";
        assert_eq!(normal_pmid(text).as_deref(), Some("31978945"));
        assert_eq!(normal_pmcid(text).as_deref(), Some("PMC7092803"));
        let address = "https://pubmed.ncbi.nlm.nih.gov/31978945/";
        assert_eq!(normal_pmid(address).as_deref(), Some("31978945"));
        assert_eq!(
            normal_pmcid("PMCID: 7092803").as_deref(),
            Some("PMC7092803")
        );
        assert_eq!(normal_pmid("PMID: 123456789"), None);
        assert_eq!(normal_pmcid("a PMC for 12 people"), None);
        assert!(is_pubmed("PMID: 31978945; PMCID: PMC7092803"));
        assert!(!is_pubmed("PM, 3 June"));
    }
}
