//! Word tables of citations, by language.
//!
//! Words are lower case and stand without full stops, as [`lower`] gives them.

use std::borrow::Cow;

use crate::span::Span;

/// Makes a function from a table of words by language.
macro_rules! words {
    ($(#[$doc:meta])+ $name:ident { $($language:ident: $($word:literal)|+;)+ }) => {
        $(#[$doc])+
        pub(super) fn $name(word: &str) -> bool {
            false $(|| matches!(word, $($word)|+))+
        }
    };
}

pub(super) use words;

/// A word as the tables have it.
pub(super) fn lower(word: &str) -> Cow<'_, str> {
    if word.chars().all(char::is_lowercase) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

/// Whether a text is German, by its commonest words; a few thousand words are enough to tell.
pub(super) fn is_german(text: &str, spans: &[Span]) -> bool {
    const ENOUGH: usize = 4000;
    let words = spans
        .iter()
        .flat_map(|span| span.slice(text).split_whitespace());
    let (mut german, mut other) = (0, 0);
    for word in words.take(ENOUGH) {
        match word {
            "der" | "die" | "und" | "das" | "nicht" | "ist" | "mit" | "auf" => german += 1,
            "the" | "of" | "and" | "de" | "la" | "que" | "les" | "di" | "che" | "het" | "van"
            | "to" => other += 1,
            _ => {}
        }
    }
    german > other
}

words! {
    /// Words that join the last two names.
    is_connector {
        en: "and";
        es_it: "e" | "ed" | "y";
        de: "u" | "und";
        fr_la: "et";
        nl: "en";
        da_no: "og";
        sv: "och";
        pl_cs: "a" | "i";
    }
}

words! {
    /// Particles of family names, written small: they belong to the name that follows.
    is_particle {
        nl: "'t" | "de" | "den" | "der" | "het" | "in" | "op" | "te" | "ten" | "ter" | "van" |
            "von" | "’t";
        de: "den" | "der" | "vom" | "von" | "zu" | "zum" | "zur";
        fr: "d" | "de" | "des" | "du" | "l" | "la" | "le" | "les";
        es_pt: "da" | "das" | "de" | "del" | "do" | "dos" | "e" | "el" | "la" | "las" | "los" | "y";
        it: "da" | "dal" | "dalla" | "degli" | "dei" | "del" | "della" | "dello" | "di" | "lo";
        ar: "al" | "bin" | "el" | "ibn";
        da: "af" | "av";
    }
}

words! {
    /// Particles with which a family name can begin; the others stand only between its parts.
    begins_name {
        nl: "'t" | "den" | "der" | "het" | "op" | "te" | "ten" | "ter" | "van" | "’t";
        de: "vom" | "von" | "zu" | "zum" | "zur";
        fr: "de" | "du" | "la" | "le";
        es_pt: "da" | "de" | "del" | "do" | "dos" | "el";
        it: "dal" | "dalla" | "degli" | "della" | "dello" | "di";
        ar: "al" | "bin" | "ibn";
        da: "af" | "av";
    }
}

words! {
    /// Small words inside the names of organisations and inside titles.
    is_inner_word {
        en: "and" | "at" | "for" | "in" | "of" | "on" | "the" | "to";
        de: "das" | "der" | "des" | "die" | "für" | "im" | "und" | "von" | "zur";
        es_pt: "a" | "da" | "das" | "de" | "del" | "do" | "dos" | "e" | "el" | "em" | "en" | "la" |
            "las" | "los" | "para" | "sobre" | "y";
        fr: "de" | "des" | "du" | "en" | "et" | "la" | "le" | "les" | "pour" | "sur";
        it: "degli" | "dei" | "della" | "delle" | "di" | "e" | "per";
        nl: "de" | "en" | "het" | "van" | "voor";
    }
}

words! {
    /// Words that begin a sentence, clause or bracket and take a capital letter there; no part of a name.
    is_opening_word {
        en: "a" | "about" | "according" | "accordingly" | "adapted" | "additionally" | "after" |
            "again" | "against" | "all" | "also" | "although" | "among" | "an" | "and" |
            "another" | "are" | "as" | "at" | "author" | "authors" | "based" | "because" |
            "before" | "below" | "besides" | "between" | "beyond" | "both" | "building" | "but" |
            "by" | "cf" | "cited" | "citing" | "compare" | "compared" | "consequently" |
            "consider" | "considering" | "contra" | "contrary" | "conversely" | "critics" |
            "data" | "de" | "despite" | "did" | "do" | "does" | "dr" | "drawing" | "due" |
            "during" | "each" | "earlier" | "early" | "ed" | "eds" | "eg" | "either" |
            "especially" | "even" | "every" | "example" | "except" | "extending" | "extends" |
            "finally" | "first" | "firstly" | "followed" | "following" | "for" | "from" |
            "further" | "furthermore" | "given" | "had" | "has" | "have" | "he" | "hence" | "her" |
            "here" | "his" | "how" | "however" | "i.e" | "ie" | "if" | "importantly" | "in" |
            "indeed" | "instead" | "interestingly" | "into" | "is" | "it" | "its" | "just" |
            "last" | "lastly" | "late" | "later" | "like" | "likewise" | "many" | "modified" |
            "more" | "moreover" | "most" | "mr" | "mrs" | "ms" | "my" | "namely" | "nevertheless" |
            "next" | "no" | "nonetheless" | "nor" | "notably" | "note" | "now" | "of" | "on" |
            "once" | "one" | "only" | "or" | "other" | "others" | "our" | "over" | "overall" |
            "pace" | "particularly" | "per" | "perhaps" | "previously" | "prof" | "professor" |
            "quoted" | "recent" | "recently" | "reference" | "references" | "regarding" |
            "research" | "researchers" | "respectively" | "review" | "reviewed" | "reviews" |
            "scholars" | "second" | "secondly" | "see" | "several" | "she" | "similarly" |
            "since" | "sir" | "so" | "some" | "source" | "sources" | "specifically" | "still" |
            "studies" | "study" | "subsequently" | "such" | "than" | "thanks" | "that" | "the" |
            "their" | "then" | "there" | "therefore" | "these" | "they" | "third" | "thirdly" |
            "this" | "those" | "though" | "through" | "thus" | "to" | "today" | "together" |
            "under" | "unlike" | "unpublished" | "until" | "upon" | "using" | "versus" | "via" |
            "viz" | "vs" | "was" | "we" | "were" | "what" | "when" | "where" | "whereas" |
            "whether" | "which" | "while" | "who" | "whose" | "why" | "with" | "within" |
            "without" | "work" | "works" | "yet" | "you";
        de: "abb" | "aber" | "als" | "am" | "anders" | "anhand" | "anm" | "auch" | "auf" | "aus" |
            "außerdem" | "bei" | "beim" | "beispielsweise" | "bereits" | "bzw" | "da" | "dabei" |
            "dagegen" | "daher" | "damit" | "dann" | "darüber" | "das" | "dass" | "dazu" | "dem" |
            "den" | "der" | "des" | "die" | "dies" | "diese" | "diesem" | "dieser" | "dieses" |
            "doch" | "ebenso" | "ein" | "eine" | "einem" | "einen" | "einer" | "erst" |
            "erstmals" | "es" | "etwa" | "ferner" | "für" | "gegen" | "gemäß" | "hier" | "hierzu" |
            "ihm" | "im" | "in" | "indem" | "insbesondere" | "ist" | "laut" | "mit" | "nach" |
            "neben" | "nicht" | "nur" | "ob" | "oder" | "ohne" | "quelle" | "schließlich" |
            "schon" | "seine" | "seit" | "sich" | "sie" | "siehe" | "so" | "somit" | "sowie" |
            "trotz" | "um" | "und" | "unter" | "vgl" | "vom" | "von" | "vor" | "wie" | "wir" |
            "während" | "zb" | "zit" | "zitiert" | "zu" | "zudem" | "zum" | "zunächst" | "zur" |
            "zwischen" | "ähnlich" | "über";
        es: "además" | "ahora" | "al" | "ante" | "así" | "aunque" | "autores" | "bajo" | "cada" |
            "como" | "con" | "contra" | "cuando" | "de" | "del" | "desde" | "después" | "el" |
            "ella" | "en" | "entre" | "es" | "esta" | "estas" | "este" | "esto" | "estos" |
            "finalmente" | "fuente" | "hasta" | "igualmente" | "la" | "las" | "le" | "lo" | "los" |
            "mas" | "mediante" | "mientras" | "más" | "nos" | "otra" | "otro" | "para" | "pero" |
            "por" | "porque" | "pues" | "segundo" | "según" | "ser" | "si" | "sin" | "sobre" |
            "su" | "también" | "tanto" | "todavía" | "tras" | "un" | "una" | "uno" | "ver" |
            "véase" | "y" | "ya";
        pt: "ainda" | "além" | "ao" | "aos" | "apesar" | "apud" | "assim" | "até" | "autores" |
            "cada" | "com" | "como" | "conforme" | "consulte-se" | "da" | "das" | "de" | "desde" | "do" | "dos" |
            "e" | "em" | "embora" | "entre" | "essa" | "esse" | "esta" | "este" | "estes" |
            "fonte" | "já" | "mas" | "mesmo" | "na" | "nas" | "no" | "nos" | "não" | "o" | "os" |
            "para" | "partindo" | "pela" | "pelo" | "pois" | "por" | "portanto" | "porém" |
            "quando" | "que" | "seguindo" | "segundo" | "sem" | "ser" | "sobre" | "são" |
            "também" | "tanto" | "um" | "uma" | "veja" | "ver" | "vide" | "à" | "às";
        fr: "ainsi" | "après" | "au" | "aux" | "avant" | "avec" | "c'est" | "car" | "ce" | "ces" |
            "cet" | "cette" | "chez" | "comme" | "c’est" | "d'après" | "dans" | "de" | "depuis" |
            "des" | "donc" | "du" | "d’après" | "elle" | "en" | "enfin" | "est" | "et" | "il" |
            "l'étude" | "la" | "le" | "les" | "leur" | "lors" | "l’étude" | "mais" | "nous" |
            "ou" | "où" | "par" | "parmi" | "pour" | "que" | "qui" | "sans" | "selon" | "ses" |
            "si" | "sous" | "suivant" | "sur" | "un" | "une" | "vers" | "voir" | "à";
        it: "al" | "anche" | "che" | "come" | "con" | "contro" | "da" | "dal" | "dalla" | "dei" |
            "del" | "della" | "dello" | "di" | "dopo" | "e" | "ed" | "fonte" | "gli" | "i" | "il" |
            "in" | "infatti" | "inoltre" | "la" | "le" | "lo" | "ma" | "mentre" | "negli" | "nel" |
            "nella" | "non" | "o" | "per" | "quando" | "secondo" | "si" | "sono" | "su" | "sul" |
            "sulla" | "tra" | "tuttavia" | "un" | "una" | "vedi";
        nl: "aan" | "als" | "bij" | "dat" | "de" | "deze" | "die" | "dit" | "een" | "en" | "er" |
            "het" | "hij" | "in" | "is" | "met" | "na" | "naar" | "niet" | "of" | "om" | "ook" |
            "op" | "te" | "tot" | "uit" | "van" | "volgens" | "voor" | "wat" | "zie" | "zij" |
            "zoals";
    }
}

words! {
    /// Words that a number belongs to, so that it is no year of a work: labels of parts, laws, standards, versions.
    is_label {
        en: "act" | "app" | "appendix" | "art" | "article" | "box" | "census" | "ch" | "chap" |
            "chapter" | "chapters" | "charter" | "cohort" | "day" | "days" | "decree" |
            "directive" | "eq" | "eqs" | "equation" | "equations" | "ex" | "example" |
            "experiment" | "fig" | "figs" | "figure" | "figures" | "fn" | "footnote" | "grade" |
            "group" | "iso" | "item" | "items" | "law" | "level" | "line" | "lines" | "map" |
            "month" | "months" | "n" | "no" | "nos" | "note" | "notes" | "number" | "office" |
            "p" | "page" | "pages" | "panel" | "phase" | "plate" | "pp" | "question" |
            "regulation" | "resolution" | "sample" | "sec" | "sect" | "section" | "sections" |
            "stage" | "step" | "tab" | "table" | "tables" | "treaty" | "type" | "v" | "ver" |
            "version" | "vol" | "volume" | "wave" | "week" | "weeks" | "windows" | "year" | "years";
        es_pt: "anexo" | "ano" | "apêndice" | "artigo" | "artículo" | "año" | "cap" | "capítulo" |
            "censo" | "cuadro" | "decreto" | "figura" | "figuras" | "gráfico" | "gráficos" |
            "lei" | "ley" | "norma" | "nº" | "núm" | "quadro" | "quadros" | "sección" | "seção" |
            "tabela" | "tabelas" | "tabla" | "tablas";
        de: "abb" | "abbildung" | "abschn" | "abschnitt" | "anhang" | "band" | "bd" | "beispiel" |
            "bsp" | "fußnote" | "gesetz" | "jahr" | "jahre" | "jahren" | "kap" | "kapitel" | "karte" | "karten" | "nr" |
            "s" | "seite" | "seiten" | "tabelle";
        fr_it: "annexe" | "anno" | "année" | "capitolo" | "chapitre" | "legge" | "loi" |
            "tabella" | "tableau" | "tableaux";
    }
}

words! {
    /// Words for stretches of time, which a year in brackets behind them explains: `the year (2001)`.
    is_time {
        en: "decade" | "season" | "semester" | "term" | "year" | "years";
        de: "jahr" | "jahre" | "jahren" | "jahres" | "jahrgang" | "semester";
        es_pt: "ano" | "anos" | "año" | "años" | "década" | "semestre";
        fr_it: "an" | "anni" | "anno" | "ans" | "année" | "années" | "semestre";
        nl: "jaar";
    }
}

words! {
    /// Months, seasons and feasts.
    is_month {
        en: "apr" | "april" | "aug" | "august" | "autumn" | "christmas" | "dec" | "december" |
            "easter" | "fall" | "feb" | "february" | "jan" | "january" | "jul" | "july" | "jun" |
            "june" | "mar" | "march" | "may" | "nov" | "november" | "oct" | "october" | "sep" |
            "sept" | "september" | "spring" | "summer" | "winter";
        de: "april" | "august" | "dezember" | "februar" | "frühjahr" | "frühling" | "herbst" |
            "januar" | "juli" | "juni" | "jänner" | "mai" | "märz" | "november" | "oktober" |
            "ostern" | "september" | "sommer" | "weihnachten" | "winter";
        es: "abril" | "agosto" | "diciembre" | "enero" | "febrero" | "invierno" | "julio" |
            "junio" | "marzo" | "mayo" | "noviembre" | "octubre" | "otoño" | "primavera" |
            "septiembre" | "setiembre" | "verano";
        pt: "abril" | "agosto" | "dezembro" | "fevereiro" | "inverno" | "janeiro" | "julho" |
            "junho" | "maio" | "março" | "novembro" | "outono" | "outubro" | "primavera" |
            "setembro" | "verão";
        fr: "août" | "automne" | "avril" | "décembre" | "février" | "hiver" | "janvier" |
            "juillet" | "juin" | "mai" | "mars" | "novembre" | "octobre" | "printemps" |
            "septembre" | "été";
        it: "agosto" | "aprile" | "autunno" | "dicembre" | "estate" | "febbraio" | "gennaio" |
            "giugno" | "luglio" | "maggio" | "marzo" | "novembre" | "ottobre" | "settembre";
        nl: "augustus" | "december" | "februari" | "januari" | "juli" | "juni" | "maart" | "mei" |
            "november" | "oktober" | "september";
    }
}

words! {
    /// Words before a cite inside a bracket that say how it is meant.
    is_prefix_word {
        en: "after" | "also" | "and" | "but" | "by" | "cf" | "compare" | "contra" | "e" | "eg" |
            "example" | "following" | "for" | "from" | "g" | "i" | "ie" | "in" | "review" |
            "reviewed" | "see" | "viz";
        de: "a" | "auch" | "b" | "bei" | "dazu" | "etwa" | "hierzu" | "insbesondere" | "nach" |
            "s" | "siehe" | "so" | "u" | "vgl" | "z" | "zb";
        es_pt: "como" | "conforme" | "ejemplo" | "ex" | "exemplo" | "p" | "por" | "segundo" |
            "según" | "también" | "também" | "veja" | "ver" | "vide" | "véase";
        fr_it: "ad" | "cfr" | "esempio" | "exemple" | "par" | "selon" | "si" | "veda" | "vedi" |
            "voir";
        nl: "bijv" | "zie";
    }
}

/// Whether what stands for a year says that the work is not out and cannot be listed: `in preparation`.
pub(super) fn is_in_preparation(status: &str) -> bool {
    let status = status.to_lowercase();
    ["prep", "vorb"].iter().any(|stem| status.contains(stem))
}

words! {
    /// Words that stand right before a cite and hardly before anything else.
    introduces_cite {
        en: "cf" | "eg" | "g" | "see" | "viz";
        de: "b" | "siehe" | "vgl" | "zb";
        es_pt: "véase" | "veja" | "ver" | "vide" | "ex" | "ej";
        fr_it: "cfr" | "voir" | "vedi";
        nl: "bijv" | "zie";
    }
}

words! {
    /// Words between names and year that name a role: `Berry & Petty eds. 1992`.
    is_role {
        en: "comp" | "comps" | "ed" | "editor" | "editors" | "eds" | "trans";
        de: "hg" | "hgg" | "hrsg";
        es_pt: "coord" | "coords" | "org" | "orgs";
        fr: "dir" | "dirs" | "éd" | "éds";
    }
}

words! {
    /// Generational suffixes.
    is_generation {
        en: "ii" | "iii" | "iv" | "jr" | "junior" | "sr";
        pt: "filho" | "júnior" | "neto" | "sobrinho";
    }
}

words! {
    /// Words that head a locator and are no [`is_label`].
    is_other_locator {
        en: "chaps" | "chs" | "col" | "cols" | "def" | "f" | "ff" | "fol" | "footnotes" | "lemma" |
            "loc" | "location" | "min" | "par" | "para" | "paragraph" | "paras" | "passim" |
            "pos" | "position" | "scene" | "slide" | "sq" | "sqq" | "theorem" | "verse" |
            "verses" | "vv";
        de: "anm" | "bl" | "ff" | "rn" | "rz" | "sp" | "zeile";
        es_pt: "pg" | "pgs" | "pág" | "página" | "páginas" | "págs" | "párr" | "ss";
        fr_it: "l" | "ll" | "pag" | "pagg" | "sgg";
    }
}

words! {
    /// Words that head a page and stand before hardly anything else.
    is_page_word {
        en: "p" | "page" | "pages" | "pp";
        de: "s" | "seite" | "seiten";
        es_pt: "pg" | "pgs" | "pág" | "págs";
        it: "pag" | "pagg";
    }
}

words! {
    /// Words that stand for the author who was cited last, and need a full stop; Latin ones come from all languages.
    is_same_author {
        de: "ders" | "dies" | "derselbe" | "dieselbe" | "dieselben";
        la: "eadem" | "ead" | "id" | "idem" | "ídem";
    }
}

words! {
    /// Those of them that are seldom anything else, so that they need no full stop.
    is_same_author_undotted {
        la: "eadem" | "idem" | "ídem";
    }
}

words! {
    /// Words that may stand between a bracket and its year: `(orig. 1900)`, `(see also 2010)`.
    may_precede_year {
        en: "also" | "ca" | "circa" | "cf" | "e" | "esp" | "especially" | "first" | "g" | "orig" |
            "originally" | "see";
        de: "auch" | "bes" | "etwa" | "insb" | "siehe" | "vgl" | "zuerst";
        es_pt: "cf" | "ver" | "véase" | "veja";
        fr_it: "cfr" | "voir" | "vedi";
    }
}

words! {
    /// Articles and the like, after which a name is that of a thing: `the Washington (2004) data`; with a capital, English only.
    is_article {
        en: "A" | "An" | "The" | "a" | "an" | "that" | "the" | "this";
        de: "am" | "das" | "dem" | "den" | "der" | "des" | "die" | "im" | "zum" | "zur";
        es_pt: "as" | "da" | "del" | "do" | "el" | "la" | "las" | "los" | "na" | "no" | "o" | "os";
        fr_it: "gli" | "i" | "il" | "la" | "le" | "les" | "lo" | "nel" | "nella" | "sul";
    }
}

words! {
    /// Articles that are particles of family names as well; before a name that the list does not know they are articles.
    is_article_or_particle {
        es_pt: "el" | "la" | "las" | "los";
        fr_it: "il" | "la" | "le" | "les" | "lo";
    }
}

words! {
    /// Prepositions that are particles of family names as well: `el estudio de Tarvo (2012)`.
    is_preposition_or_particle {
        de: "von" | "vom";
        es_pt: "da" | "das" | "de" | "del" | "do" | "dos";
        fr_it: "dal" | "de" | "dei" | "del" | "della" | "des" | "di" | "du";
    }
}
