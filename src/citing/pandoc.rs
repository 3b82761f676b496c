//! Citations by key in pandoc's Markdown: pandoc's manual, "Citation syntax".

use super::{
    plan::{Item, Planned},
    typed::{self, Author, Frame},
};

/// One citation; none where pandoc has no form for it.
pub(super) fn write(planned: &Planned) -> Option<String> {
    match planned.frame {
        // Behind another bracket, it would be read as part of a link.
        Frame::Bracket | Frame::Number if planned.behind.starts_with(['(', '[', '{']) => None,
        Frame::Bracket | Frame::Number => Some(format!("[{}]", joined(&planned.items))),
        Frame::Bare { in_bracket: true } => None,
        Frame::Narrative(_) | Frame::Bare { .. } => narrative(planned),
    }
}

/// `@doe2001 [p. 5; -@doe2005; see also @roe2003]`
fn narrative(planned: &Planned) -> Option<String> {
    let (first, others) = planned.items.split_first()?;
    if first.author != Author::Shown || !first.prefix.is_empty() {
        return None;
    }
    let note = Some(first.note().to_owned()).filter(|note| !note.is_empty());
    let note = note.map(|note| if first.is_literal { tail(first) } else { note });
    let others = Some(joined(others)).filter(|others| !others.is_empty());
    let notes: Vec<String> = note.into_iter().chain(others).collect();
    if notes.is_empty() {
        // What follows in brackets, or may become a citation in brackets, would be read as a locator.
        let is_free = !planned.behind.trim_start().starts_with(['[', '(', '{']);
        return is_free.then(|| mark(first.key, planned.behind));
    }
    let mark = mark(first.key, " ");
    Some(format!("{mark} [{}]", notes.join("; ")))
}

/// Cites as they stand between brackets.
fn joined(items: &[Item]) -> String {
    let hidden = typed::hidden_authors(items.iter().map(|item| (item.author, item.is_by_others)));
    let items: Vec<String> = items
        .iter()
        .zip(hidden)
        .map(|(item, is_hidden)| {
            let hidden = if is_hidden { "-" } else { "" };
            let prefix = match item.prefix.as_str() {
                "" => String::new(),
                prefix => format!("{prefix} "),
            };
            let tail = tail(item);
            format!("{prefix}{hidden}{}{tail}", mark(item.key, &tail))
        })
        .collect();
    items.join("; ")
}

/// What stands behind a key: a colon before a page becomes a comma, as pandoc wants it. Behind empty braces it reads no locator.
fn tail(item: &Item) -> String {
    let tail = item.tail.as_str();
    let blank = if tail.starts_with(char::is_alphanumeric) {
        " "
    } else {
        ""
    };
    match tail.strip_prefix(':').map(str::trim_start) {
        _ if item.is_literal => format!("{{}}{blank}{tail}"),
        Some(rest) if is_page(rest) => format!(", {rest}"),
        _ => format!("{blank}{tail}"),
    }
}

/// Whether a text begins with a number, or with a letter or abbreviation and a number.
fn is_page(text: &str) -> bool {
    let bare = text.trim_start_matches(|letter: char| letter.is_alphabetic() || letter == '§');
    let label = &text[..text.len() - bare.len()];
    let behind = bare.trim_start_matches(['.', ' ', '\u{a0}']);
    (label.is_empty() || label.chars().count() <= 2)
        && behind.starts_with(|letter: char| letter.is_ascii_digit())
}

/// A key with its mark; in braces where what it ends with, or what follows, would be read in another way.
fn mark(key: &str, behind: &str) -> String {
    let mut rest = behind.chars();
    let follows =
        |character: Option<char>| character.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let next = rest.next();
    let goes_on = follows(next) || (next.is_some_and(is_inner_mark) && follows(rest.next()));
    if goes_on || !is_simple(key) {
        format!("@{{{key}}}")
    } else {
        format!("@{key}")
    }
}

/// Whether a key can stand without braces: letters, digits, `_`, and single marks between them.
fn is_simple(key: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let characters: Vec<char> = key.chars().collect();
    let is_good = |pair: &[char]| is_word(pair[0]) || is_word(pair[1]);
    characters.iter().all(|c| is_word(*c) || is_inner_mark(*c))
        && characters.first().is_some_and(|c| is_word(*c))
        && characters.last().is_some_and(|c| is_word(*c))
        && characters.windows(2).all(is_good)
}

/// A mark that may stand within a key.
fn is_inner_mark(character: char) -> bool {
    ":.#$%&-+?<>~/".contains(character)
}
