//! The letters that names of glyphs stand for (Adobe Glyph List Specification).
//!
//! Names of accented letters are taken apart, `eacute` into `e` and its accent, rather than listed: the list of Adobe has 4,281.

use unicode_normalization::UnicodeNormalization;

/// What the names of accents stand for at the end of a name.
const ACCENTS: [(&str, char); 14] = [
    ("acute", '\u{301}'),
    ("grave", '\u{300}'),
    ("circumflex", '\u{302}'),
    ("dieresis", '\u{308}'),
    ("tilde", '\u{303}'),
    ("caron", '\u{30c}'),
    ("ring", '\u{30a}'),
    ("cedilla", '\u{327}'),
    ("commaaccent", '\u{326}'),
    ("ogonek", '\u{328}'),
    ("macron", '\u{304}'),
    ("breve", '\u{306}'),
    ("dotaccent", '\u{307}'),
    ("hungarumlaut", '\u{30b}'),
];

/// Ends of names that tell how a letter is drawn, not which it is.
const FORMS: [&str; 4] = ["oldstyle", "small", "superior", "inferior"];

/// Names of signs and letters, each before what it stands for.
const NAMES: &str = "\
    exclam ! quotedbl \" numbersign # dollar $ percent % ampersand & quotesingle ' parenleft ( parenright ) asterisk * plus + \
    comma , hyphen - sfthyphen \u{ad} softhyphen \u{ad} hyphenchar - period . slash / zero 0 one 1 two 2 three 3 four 4 \
    five 5 six 6 seven 7 eight 8 nine 9 colon : semicolon ; less < equal = greater > question ? at @ bracketleft [ \
    backslash \\ bracketright ] asciicircum ^ underscore _ braceleft { bar | braceright } asciitilde ~ quoteright ’ \
    quoteleft ‘ quotedblleft “ quotedblright ” quotesinglbase ‚ quotedblbase „ guillemotleft « guillemotright » \
    guilsinglleft ‹ guilsinglright › endash – emdash — ellipsis … bullet • periodcentered · middot · dagger † daggerdbl ‡ \
    section § paragraph ¶ copyright © registered ® trademark ™ degree ° ordfeminine ª ordmasculine º exclamdown ¡ \
    questiondown ¿ cent ¢ sterling £ yen ¥ Euro € currency ¤ florin ƒ fraction ⁄ onequarter ¼ onehalf ½ threequarters ¾ \
    onesuperior ¹ twosuperior ² threesuperior ³ plusminus ± minus − multiply × divide ÷ logicalnot ¬ brokenbar ¦ \
    perthousand ‰ mu µ lessequal ≤ greaterequal ≥ notequal ≠ approxequal ≈ infinity ∞ summation ∑ radical √ partialdiff ∂ \
    integral ∫ arrowright → arrowleft ← ff ff fi fi fl fl ffi ffi ffl ffl dotlessi ı dotlessj ȷ germandbls ß ae æ AE Æ oe œ \
    OE Œ oslash ø Oslash Ø lslash ł Lslash Ł eth ð Eth Ð thorn þ Thorn Þ dcroat đ Dcroat Đ hbar ħ acute ´ grave ` \
    circumflex ˆ tilde ˜ dieresis ¨ macron ¯ breve ˘ dotaccent ˙ ring ˚ cedilla ¸ hungarumlaut ˝ ogonek ˛ caron ˇ";

/// The Greek letters in the order of Unicode.
const GREEK: [&str; 25] = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma1", "sigma", "tau", "upsilon", "phi",
    "chi", "psi", "omega",
];

/// The text that a glyph of this name stands for; none for names that mean nothing by themselves (`g42`, `.notdef`).
pub(super) fn text(name: &str) -> Option<String> {
    let base = name.split('.').next().unwrap_or_default();
    let texts: Option<String> = base.split('_').map(component).collect();
    texts.filter(|text| !text.is_empty())
}

/// The text of one part of a name.
fn component(name: &str) -> Option<String> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Some(letter.to_string());
    }
    if matches!(name, "space" | "nbspace") {
        return Some(" ".to_owned());
    }
    let mut words = NAMES.split_ascii_whitespace();
    let listed = std::iter::from_fn(|| Some((words.next()?, words.next()?)));
    let mut listed = listed.filter(|(known, _)| *known == name);
    listed
        .next()
        .map(|(_, text)| text.to_owned())
        .or_else(|| of_number(name))
        .or_else(|| greek(name).map(String::from))
        .or_else(|| cyrillic(name).map(String::from))
        .or_else(|| accented(name))
        .or_else(|| other_form(name))
}

/// `uni00E9`, `uni00660069`, `u1F600`.
fn of_number(name: &str) -> Option<String> {
    let digits = name.strip_prefix('u')?;
    let letter = |digits: &str| {
        let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        char::from_u32(u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)?)
    };
    match digits.strip_prefix("ni") {
        Some(digits) if digits.len() >= 4 && digits.len() % 4 == 0 && digits.is_ascii() => {
            let four = (0..digits.len()).step_by(4);
            four.map(|at| letter(&digits[at..at + 4])).collect()
        }
        _ if (4..=6).contains(&digits.len()) => letter(digits).map(String::from),
        _ => None,
    }
}

/// `alpha`, `Omega`.
fn greek(name: &str) -> Option<char> {
    let small = name.to_ascii_lowercase();
    let idx = GREEK
        .iter()
        .position(|known| *known == small && name[1..] == small[1..])?;
    let first = if small == name { 'α' } else { 'Α' };
    char::from_u32(first as u32 + u32::try_from(idx).ok()?)
}

/// `afii10017` (А) to `afii10097` (я).
fn cyrillic(name: &str) -> Option<char> {
    let number: u32 = name.strip_prefix("afii")?.parse().ok()?;
    let (first, capital) = match number {
        10_023 => return Some('Ё'),
        10_071 => return Some('ё'),
        10_017..=10_049 => (10_017, 'А'),
        10_065..=10_097 => (10_065, 'а'),
        _ => return None,
    };
    // The letter ё stands seventh in this order, and not in that of Unicode.
    let place = number - first;
    char::from_u32(capital as u32 + place - u32::from(place > 6))
}

/// `eacute`, `Scaron`: a letter that has a name itself, and an accent.
fn accented(name: &str) -> Option<String> {
    let (letter, accent) = ACCENTS
        .iter()
        .find_map(|(end, accent)| Some((name.strip_suffix(end)?, accent)))?;
    let mut letters = component(letter).filter(|_| !letter.is_empty())?;
    letters.push(*accent);
    Some(letters.nfc().collect())
}

/// `oneoldstyle`, `Asmall`.
fn other_form(name: &str) -> Option<String> {
    let end = FORMS.iter().find(|end| name.ends_with(*end))?;
    let text = component(&name[..name.len() - end.len()])?;
    Some(if *end == "small" {
        text.to_lowercase()
    } else {
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_for_letters() {
        for (name, expected) in [
            ("A", "A"),
            ("seven", "7"),
            ("eacute", "é"),
            ("Scaron", "Š"),
            ("aeacute", "ǽ"),
            ("Scommaaccent", "Ș"),
            ("acute", "´"),
            ("f_f_i", "ffi"),
            ("ffi", "ffi"),
            ("hyphen.alt", "-"),
            ("uni00E9", "é"),
            ("uni00660069", "fi"),
            ("u1F600", "😀"),
            ("alpha", "α"),
            ("Omega", "Ω"),
            ("sigma1", "ς"),
            ("afii10017", "А"),
            ("afii10023", "Ё"),
            ("afii10024", "Ж"),
            ("afii10097", "я"),
            ("nineoldstyle", "9"),
            ("Eacutesmall", "é"),
        ] {
            assert_eq!(text(name).as_deref(), Some(expected), "{name}");
        }
        for name in ["", ".notdef", "g42", "uniD800", "uni00", "u12", "c65", "é1"] {
            assert_eq!(text(name), None, "{name}");
        }
    }
}
