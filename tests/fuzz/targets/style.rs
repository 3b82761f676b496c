//! A .csl file: read or refused without panic, in bounded time and memory; what is read writes works.

#![no_main]

use libfuzzer_sys::fuzz_target;
use refmend::style::Style;
use serde_json::json;

fuzz_target!(|csl: &str| {
    if let Ok(style) = Style::read(csl) {
        let author = json!([{"family": "Doe", "given": "Jane"}, {"literal": "WHO"}]);
        let book = json!({"type": "book", "title": "On lakes", "author": author, "issued": {"date-parts": [[2010, 5]]}});
        let article = json!({"type": "article-journal", "container-title": "Lakes", "page": "1-9", "volume": "3"});
        style.render(&[book, article]);
    }
});
