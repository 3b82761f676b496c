//! A PDF: read without panic, with a view that can be sliced where its pages begin.

#![no_main]

use libfuzzer_sys::fuzz_target;
use refmend::document::Document;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(document) = Document::read_pdf(bytes) {
        let pages = document.pages().unwrap_or_default();
        assert!(pages.is_sorted());
        assert!(pages.iter().all(|start| document.text.get(*start..).is_some()));
    }
});
