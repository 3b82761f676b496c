//! Characters of symbol fonts (`w:sym`), which have no meaning of their own in Unicode.

/// The font Symbol from 0x20 to 0x7e and from 0xa1 to 0xfe (Adobe's symbol.txt, as published by Unicode); `\0` where it has none.
const SYMBOL_LOW: &str = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
const SYMBOL_HIGH: &str = "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…│─↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\0〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭";

/// The character of a symbol: by the table for the font Symbol, else the code point itself, else a square.
///
/// Word writes the codes of symbol fonts into the private area from U+F000 on (ECMA-376 part 1, 17.3.3.30).
pub(super) fn character(font: &str, code: &str) -> char {
    const UNKNOWN: char = '\u{25a1}';
    let Ok(code) = u32::from_str_radix(code, 16) else {
        return UNKNOWN;
    };
    let is_private = (0xf000..=0xf0ff).contains(&code);
    if font.eq_ignore_ascii_case("Symbol") {
        return symbol(code & 0xff).unwrap_or(UNKNOWN);
    }
    char::from_u32(code)
        .filter(|character| !is_private && !character.is_control())
        .unwrap_or(UNKNOWN)
}

fn symbol(code: u32) -> Option<char> {
    let (table, first) = if code < 0xa1 {
        (SYMBOL_LOW, 0x20)
    } else {
        (SYMBOL_HIGH, 0xa1)
    };
    let character = table.chars().nth(code.checked_sub(first)? as usize)?;
    (character != '\0').then_some(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_of_the_font_symbol() {
        let check = |code, expected| assert_eq!(character("Symbol", code), expected, "{code}");
        check("F061", 'α');
        check("F07E", '∼');
        check("62", 'β');
        check("F0A3", '≤');
        check("F0B0", '°');
        check("F0D6", '√');
        check("F0E5", '∑');
        check("F0FE", '⎭');
        check("F080", '□');
        check("zz", '□');
    }

    #[test]
    fn other_fonts_stand_for_themselves() {
        assert_eq!(character("Arial", "2013"), '–');
        assert_eq!(character("Wingdings", "F04A"), '□');
    }
}
