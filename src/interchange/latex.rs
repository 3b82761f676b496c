//! Text to LaTeX.

/// Writes the characters that mean something to LaTeX so that they stand for themselves; letters stay Unicode.
pub(super) fn escape(text: &str) -> String {
    let mut output = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '#' | '$' | '_' | '{' | '}' => output.extend(['\\', c]),
            '\\' => output.push_str("\\textbackslash{}"),
            '~' => output.push_str("\\textasciitilde{}"),
            '^' => output.push_str("\\textasciicircum{}"),
            _ => output.push(c),
        }
    }
    output
}

/// Writes an address or identifier, in which LaTeX means nothing but braces must pair.
pub(super) fn verbatim(text: &str) -> String {
    text.replace('{', "%7B").replace('}', "%7D")
}
