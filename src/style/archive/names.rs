//! The names of the styles and locales in the files beside this one, in the same order.

use super::Named;

/// The styles.
pub(super) const STYLES: [Named; 80] = [
    Named {
        names: &["alphanumeric"],
        title: "Alphanumeric",
    },
    Named {
        names: &["american-anthropological-association"],
        title: "American Anthropological Association",
    },
    Named {
        names: &["american-chemical-society"],
        title: "ACS Guide 2022 revision",
    },
    Named {
        names: &["american-geophysical-union"],
        title: "American Geophysical Union",
    },
    Named {
        names: &["american-institute-of-aeronautics-and-astronautics"],
        title: "American Institute of Aeronautics and Astronautics",
    },
    Named {
        names: &["american-institute-of-physics"],
        title: "AIP Style Manual 4th edition",
    },
    Named {
        names: &["american-medical-association"],
        title: "AMA Manual of Style 11th edition",
    },
    Named {
        names: &["american-meteorological-society"],
        title: "American Meteorological Society",
    },
    Named {
        names: &["american-physics-society"],
        title: "American Physical Society",
    },
    Named {
        names: &["american-physiological-society"],
        title: "American Physiological Society",
    },
    Named {
        names: &["american-political-science-association", "apsa"],
        title: "APSA Style Manual revised 2018 edition",
    },
    Named {
        names: &["american-psychological-association", "apa"],
        title: "APA Style 7th edition",
    },
    Named {
        names: &["american-society-for-microbiology"],
        title: "American Society for Microbiology",
    },
    Named {
        names: &["american-society-of-civil-engineers"],
        title: "American Society of Civil Engineers",
    },
    Named {
        names: &["american-society-of-mechanical-engineers"],
        title: "American Society of Mechanical Engineers",
    },
    Named {
        names: &["american-sociological-association", "asa"],
        title: "ASA Style Guide 6th/7th edition",
    },
    Named {
        names: &["angewandte-chemie"],
        title: "Angewandte Chemie International Edition",
    },
    Named {
        names: &["annual-reviews"],
        title: "Annual Reviews (sorted by order of appearance)",
    },
    Named {
        names: &["annual-reviews-author-date"],
        title: "Annual Reviews (author-date)",
    },
    Named {
        names: &["associacao-brasileira-de-normas-tecnicas"],
        title: "Associação Brasileira de Normas Técnicas (Português - Brasil)",
    },
    Named {
        names: &["association-for-computing-machinery"],
        title: "Association for Computing Machinery",
    },
    Named {
        names: &["biomed-central"],
        title: "BioMed Central",
    },
    Named {
        names: &["bristol-university-press"],
        title: "Bristol University Press",
    },
    Named {
        names: &["british-medical-journal", "bmj"],
        title: "BMJ",
    },
    Named {
        names: &["cell"],
        title: "Cell",
    },
    Named {
        names: &["chicago-author-date", "chicago"],
        title: "Chicago Manual of Style 18th edition (author-date)",
    },
    Named {
        names: &["chicago-notes", "chicago-fullnotes"],
        title: "Chicago Manual of Style 18th edition (notes and bibliography)",
    },
    Named {
        names: &["chicago-shortened-notes"],
        title: "Chicago Manual of Style 18th edition (shortened notes and bibliography)",
    },
    Named {
        names: &["copernicus"],
        title: "Copernicus Publications",
    },
    Named {
        names: &[
            "cse-citation-sequence-brackets-8th-edition",
            "council-of-science-editors",
        ],
        title: "CSE Manual: Scientific Style and Format 8th edition (citation-sequence, brackets)",
    },
    Named {
        names: &["cse-name-year", "council-of-science-editors-author-date"],
        title: "CSE Manual: Scientific Style and Format 9th edition (name-year)",
    },
    Named {
        names: &["current-opinion"],
        title: "Current Opinion journals",
    },
    Named {
        names: &["deutsche-gesellschaft-für-psychologie"],
        title: "Deutsche Gesellschaft für Psychologie 5. Auflage (Deutsch)",
    },
    Named {
        names: &["deutsche-sprache"],
        title: "Deutsche Sprache (Deutsch)",
    },
    Named {
        names: &["elsevier-harvard"],
        title: "Elsevier (author-date/Harvard, with titles)",
    },
    Named {
        names: &["elsevier-vancouver"],
        title: "Elsevier - NLM/Vancouver (citation-sequence)",
    },
    Named {
        names: &["elsevier-with-titles"],
        title: "Elsevier (numeric, with titles)",
    },
    Named {
        names: &["frontiers"],
        title: "Frontiers journals",
    },
    Named {
        names: &["future-medicine"],
        title: "Future Medicine journals",
    },
    Named {
        names: &["future-science"],
        title: "Future Science Group",
    },
    Named {
        names: &["gb-7714-2005-numeric"],
        title: "China National Standard GB/T 7714-2005 (numeric, 中文)",
    },
    Named {
        names: &["gb-7714-2015-author-date"],
        title: "China National Standard GB/T 7714-2015 (author-date, 中文)",
    },
    Named {
        names: &["gb-7714-2015-note"],
        title: "China National Standard GB/T 7714-2015 (note, 中文)",
    },
    Named {
        names: &["gb-7714-2015-numeric"],
        title: "China National Standard GB/T 7714-2015 (numeric, 中文)",
    },
    Named {
        names: &["gost-r-705-2008-numeric"],
        title: "Russian GOST R 7.0.5-2008 (numeric)",
    },
    Named {
        names: &["harvard-cite-them-right", "harvard"],
        title: "Cite Them Right 12th edition (author-date/Harvard)",
    },
    Named {
        names: &["institute-of-electrical-and-electronics-engineers", "ieee"],
        title: "IEEE Reference Guide version 11.29.2023",
    },
    Named {
        names: &["institute-of-physics-numeric"],
        title: "Institute of Physics (numeric)",
    },
    Named {
        names: &["iso-690-author-date"],
        title: "ISO-690 (author-date, English)",
    },
    Named {
        names: &["iso-690-numeric"],
        title: "ISO-690 (numeric, English)",
    },
    Named {
        names: &["karger"],
        title: "Karger journals",
    },
    Named {
        names: &["mary-ann-liebert-vancouver"],
        title: "Mary Ann Liebert - NLM/Vancouver",
    },
    Named {
        names: &[
            "modern-humanities-research-association-notes",
            "modern-humanities-research-association",
            "mhra",
        ],
        title: "MHRA Style Guide 4th edition (notes)",
    },
    Named {
        names: &[
            "modern-language-association",
            "mla",
            "modern-language-association-8",
            "mla-8",
        ],
        title: "MLA Handbook 9th edition (in-text citations)",
    },
    Named {
        names: &["multidisciplinary-digital-publishing-institute"],
        title: "Multidisciplinary Digital Publishing Institute",
    },
    Named {
        names: &["nature"],
        title: "Nature",
    },
    Named {
        names: &["nlm-citation-sequence", "vancouver"],
        title: "NLM/Vancouver: Citing Medicine 2nd edition (citation-sequence)",
    },
    Named {
        names: &["nlm-citation-sequence-superscript", "vancouver-superscript"],
        title: "NLM/Vancouver: Citing Medicine 2nd edition (citation-sequence, superscript)",
    },
    Named {
        names: &["pensoft"],
        title: "Pensoft Journals",
    },
    Named {
        names: &["public-library-of-science", "plos"],
        title: "Public Library of Science",
    },
    Named {
        names: &["royal-society-of-chemistry"],
        title: "Royal Society of Chemistry",
    },
    Named {
        names: &["sage-vancouver"],
        title: "SAGE - NLM/Vancouver",
    },
    Named {
        names: &["sist02"],
        title: "SIST02 (日本語)",
    },
    Named {
        names: &["spie"],
        title: "SPIE journals",
    },
    Named {
        names: &["springer-basic"],
        title: "Springer - Basic (numeric, brackets)",
    },
    Named {
        names: &["springer-basic-author-date"],
        title: "Springer - Basic (author-date)",
    },
    Named {
        names: &["springer-fachzeitschriften-medizin-psychologie"],
        title: "Springer - Fachzeitschriften Medizin Psychologie (Deutsch)",
    },
    Named {
        names: &["springer-humanities-author-date"],
        title: "Springer - Humanities (author-date)",
    },
    Named {
        names: &["springer-lecture-notes-in-computer-science"],
        title: "Springer - Lecture Notes in Computer Science",
    },
    Named {
        names: &["springer-mathphys"],
        title: "Springer - MathPhys (numeric, brackets)",
    },
    Named {
        names: &["springer-socpsych-author-date"],
        title: "Springer - SocPsych (author-date)",
    },
    Named {
        names: &["springer-vancouver"],
        title: "Springer - NLM/Vancouver (citation-sequence, brackets)",
    },
    Named {
        names: &["taylor-and-francis-chicago-author-date"],
        title: "Taylor & Francis Journals Standard Reference Style Guide: Chicago author-date version 2.0",
    },
    Named {
        names: &["taylor-and-francis-national-library-of-medicine"],
        title: "Taylor & Francis - NLM/Vancouver (citation-sequence, brackets)",
    },
    Named {
        names: &["the-institution-of-engineering-and-technology"],
        title: "The Institution of Engineering and Technology",
    },
    Named {
        names: &["the-lancet"],
        title: "The Lancet",
    },
    Named {
        names: &["thieme"],
        title: "Thieme-German (Deutsch)",
    },
    Named {
        names: &["trends"],
        title: "Trends journals",
    },
    Named {
        names: &["turabian-author-date", "turabian"],
        title: "Chicago Manual of Style 17th edition (author-date)",
    },
    Named {
        names: &["turabian-fullnote-8"],
        title: "Chicago Manual of Style 17th edition (notes and bibliography, subsequent author-title)",
    },
];

/// The languages of the locales.
pub(super) const LOCALES: [&str; 63] = [
    "af-ZA",
    "ar",
    "bal-PK",
    "bg-BG",
    "brh-PK",
    "ca-AD",
    "cs-CZ",
    "cy-GB",
    "da-DK",
    "de-AT",
    "de-CH",
    "de-DE",
    "el-GR",
    "en-GB",
    "en-US",
    "es-CL",
    "es-ES",
    "es-MX",
    "et-EE",
    "eu",
    "fa-IR",
    "fi-FI",
    "fr-CA",
    "fr-FR",
    "gl-ES",
    "he-IL",
    "hi-IN",
    "hr-HR",
    "hu-HU",
    "hy-AM",
    "id-ID",
    "is-IS",
    "it-IT",
    "ja-JP",
    "km-KH",
    "ko-KR",
    "la",
    "lij-IT",
    "lt-LT",
    "lv-LV",
    "mn-MN",
    "ms-MY",
    "nb-NO",
    "nl-NL",
    "nn-NO",
    "pa-PK",
    "pl-PL",
    "pt-BR",
    "pt-PT",
    "ro-RO",
    "ru-RU",
    "sk-SK",
    "sl-SI",
    "sr-Cyrl-RS",
    "sr-Latn-RS",
    "sv-SE",
    "th-TH",
    "tl-PH",
    "tr-TR",
    "uk-UA",
    "vi-VN",
    "zh-CN",
    "zh-TW",
];
