//! ISBN, ISSN and arXiv identifiers in a reference.

use crate::work::normal_isbn;

/// The ISBN of a reference, 13 digits: a number behind `ISBN` with a right check digit.
pub(super) fn isbn(text: &str) -> Option<String> {
    let rest = behind(text, "isbn")?;
    let rest = rest.trim_start_matches(|c: char| !c.is_ascii_digit());
    let rest = rest
        .strip_prefix("13: ")
        .or(rest.strip_prefix("10: "))
        .unwrap_or(rest);
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | ' ' | 'X' | 'x');
    let number = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
    normal_isbn(number)
}

/// The ISSN of a reference, `1234-5678`.
pub(super) fn issn(text: &str) -> Option<String> {
    let rest = behind(text, "issn")?.trim_start_matches(|c: char| !c.is_ascii_digit());
    let number = rest.get(..9)?;
    let bytes = number.as_bytes();
    let is_issn = bytes[..4].iter().all(u8::is_ascii_digit)
        && bytes[4] == b'-'
        && bytes[5..8].iter().all(u8::is_ascii_digit)
        && (bytes[8].is_ascii_digit() || bytes[8].eq_ignore_ascii_case(&b'x'));
    is_issn.then(|| number.to_ascii_uppercase())
}

/// Whether a folded text is only that a work is on arXiv, with its number: `arxiv preprint arxiv 1412 6980`.
pub(super) fn is_arxiv(folded: &str) -> bool {
    const WORDS: [&str; 7] = [
        "arxiv",
        "preprint",
        "e",
        "print",
        "eprint",
        "available",
        "at",
    ];
    let is_word =
        |word: &str| WORDS.contains(&word) || word.bytes().any(|byte| byte.is_ascii_digit());
    folded.contains("arxiv") && folded.split(' ').all(is_word)
}

/// The arXiv identifier of a reference: `2101.00001`, or `hep-th/9901001` of before 2007.
pub(super) fn arxiv(text: &str) -> Option<String> {
    let rest = behind(text, "arxiv")?;
    let rest = rest
        .strip_prefix(".org/abs/")
        .or(rest.strip_prefix(".org/pdf/"))
        .unwrap_or(rest);
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '.' | '['));
    let rest = rest
        .strip_prefix("e-prints ")
        .or(rest.strip_prefix("preprint "))
        .unwrap_or(rest);
    let rest = rest.strip_prefix("arXiv:").unwrap_or(rest);
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '-');
    let identifier = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
    let identifier = identifier.trim_end_matches(['.', '-', '/']);
    let digits = |text: &str, length: usize| {
        text.len() >= length && text.bytes().take(length).all(|byte| byte.is_ascii_digit())
    };
    let is_new = identifier
        .split_once('.')
        .is_some_and(|(month, number)| month.len() == 4 && digits(month, 4) && digits(number, 4));
    let is_old = identifier
        .split_once('/')
        .is_some_and(|(archive, number)| !archive.is_empty() && digits(number, 7));
    (is_new || is_old).then(|| identifier.to_owned())
}

/// What stands behind the first occurrence of a word, in whatever case; the word may stand in an address.
fn behind<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let first = word.as_bytes()[0];
    let starts = text
        .bytes()
        .enumerate()
        .filter(|(_, byte)| byte.eq_ignore_ascii_case(&first));
    starts
        .filter_map(|(start, _)| {
            text.get(start..start + word.len())
                .zip(text.get(start + word.len()..))
        })
        .find(|(found, _)| found.eq_ignore_ascii_case(word))
        .map(|(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_found() {
        assert_eq!(
            isbn("ISBN 0-306-40615-2.").as_deref(),
            Some("9780306406157")
        );
        assert_eq!(
            isbn("ISBN-13: 978-0-306-40615-7").as_deref(),
            Some("9780306406157")
        );
        assert_eq!(isbn("ISBN 12"), None);
        assert_eq!(issn("ISSN: 2049-363x, 5").as_deref(), Some("2049-363X"));
        assert_eq!(
            arxiv("arXiv:2101.00001v2 [cs.CL]").as_deref(),
            Some("2101.00001v2")
        );
        assert_eq!(
            arxiv("arXiv preprint arXiv:1706.03762.").as_deref(),
            Some("1706.03762")
        );
        assert_eq!(
            arxiv("arXiv:hep-th/9901001").as_deref(),
            Some("hep-th/9901001")
        );
        assert_eq!(
            arxiv("https://arxiv.org/abs/2101.00001.").as_deref(),
            Some("2101.00001")
        );
        assert_eq!(arxiv("the arXiv"), None);
    }
}
