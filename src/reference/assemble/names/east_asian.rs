//! Names in East Asian order without a comma: `Mao Zedong`, `Kim Dae-jung`.

use super::word::{Part, Word};

/// Common family names of China, as they are written in pinyin. Those that are English or given names too (`Long`, `An`) are left out.
const CHINESE: [&str; 46] = [
    "Cai", "Cao", "Chen", "Cheng", "Cui", "Deng", "Ding", "Du", "Fan", "Fang", "Feng", "Gao",
    "Guo", "He", "Hu", "Huang", "Jiang", "Jiao", "Li", "Liang", "Lin", "Liu", "Lu", "Luo", "Ma",
    "Mao", "Meng", "Peng", "Qian", "Shen", "Sun", "Tang", "Wang", "Wei", "Wen", "Wu", "Xi", "Xiao",
    "Xie", "Xu", "Yang", "Yu", "Zhang", "Zhao", "Zhou", "Zhu",
];

/// Common family names of Korea.
const KOREAN: [&str; 14] = [
    "Ahn", "Chang", "Cho", "Choi", "Chung", "Han", "Hwang", "Jung", "Kang", "Kim", "Lee", "Moon",
    "Park", "Yoon",
];

/// Sounds that begin a syllable in pinyin, longer ones first.
const INITIALS: [&str; 23] = [
    "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r",
    "z", "c", "s", "y", "w",
];

/// Sounds that end a syllable in pinyin, longer ones first.
const FINALS: [&str; 32] = [
    "iang", "iong", "uang", "ang", "eng", "ian", "iao", "ing", "ong", "uai", "uan", "ai", "an",
    "ao", "ei", "en", "er", "ia", "ie", "in", "iu", "ou", "ua", "ue", "ui", "un", "uo", "a", "e",
    "i", "o", "u",
];

/// Whether a name of two words has its family name first: a Chinese one before two syllables, a Korean one before `Dae-jung`.
pub(super) fn has_east_asian_order(part: Part) -> bool {
    let [family, given] = part else { return false };
    let is_hyphenated = || hyphenated(given).is_some();
    CHINESE.contains(&family.printed) && !CHINESE.contains(&given.printed) && is_pinyin(given)
        || KOREAN.contains(&family.printed) && is_hyphenated()
}

/// The two syllables of a given name like `Dae-jung`, the second in small letters.
fn hyphenated<'a>(given: &Word<'a>) -> Option<(&'a str, &'a str)> {
    let parts = given.printed.split_once('-')?;
    parts.1.starts_with(char::is_lowercase).then_some(parts)
}

/// Whether a word is two syllables of pinyin, with or without a hyphen: `Zedong`, `Xiao-ping`.
fn is_pinyin(given: &Word) -> bool {
    let lower = given.printed.to_lowercase();
    let lower = lower.replace('-', "");
    (2..lower.len()).any(|end| {
        lower.is_char_boundary(end) && is_syllable(&lower[..end]) && is_syllable(&lower[end..])
    })
}

/// Whether a text is one syllable of pinyin.
fn is_syllable(text: &str) -> bool {
    INITIALS
        .iter()
        .filter_map(|initial| text.strip_prefix(initial))
        .any(|rest| FINALS.contains(&rest))
}
