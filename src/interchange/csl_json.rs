//! CSL-JSON, which citeproc, pandoc and Zotero read.

use serde_json::{Map, Value, json};

use crate::work::{
    Contributors, Date, EntryType, Issued, Name, Person, Status, Work, edition_number,
};

/// Writes works as a CSL-JSON array (CSL 1.0.2, `csl-data.json`), in the order given; each key becomes an `id`.
///
/// The letter behind a year is left out: a style gives its own. `et al.` becomes the name `others`, as pandoc has it.
pub fn csl_json<'a>(works: impl IntoIterator<Item = (&'a str, &'a Work)>) -> String {
    let works: Vec<Value> = works
        .into_iter()
        .map(|(key, work)| csl(key, work))
        .collect();
    let mut output =
        serde_json::to_string_pretty(&works).expect("texts and numbers are always JSON");
    output.push('\n');
    output
}

/// One work as a CSL object.
pub(crate) fn csl(key: &str, work: &Work) -> Value {
    let mut fields = Map::new();
    let mut set = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            fields.insert(name.to_owned(), value);
        }
    };
    set("id", Some(key.into()));
    set("type", Some(csl_type(work).into()));
    set("author", contributors(&work.authors));
    set("editor", contributors(&work.editors));
    set("translator", contributors(&work.translators));
    set("issued", issued(&work.issued));
    set(
        "original-date",
        work.issued.original.map(|year| date(Date::year(year))),
    );
    set(
        "status",
        // Styles print `n.d.` of themselves where there is no date.
        (work.issued.status)
            .filter(|status| *status != Status::NoDate)
            .map(|status| Value::from(status.words())),
    );
    set("accessed", work.accessed.map(date));
    for (name, value) in texts(work) {
        set(name, value.map(Value::from));
    }
    Value::Object(fields)
}

/// The CSL type; an article without a journal is CSL's `article`, a preprint.
fn csl_type(work: &Work) -> &'static str {
    match work.entry_type {
        EntryType::Article if work.container_title.is_none() => "article",
        entry_type => entry_type.csl(),
    }
}

/// The variables of CSL that are text.
fn texts(work: &Work) -> [(&'static str, Option<&str>); 22] {
    let edition = work.edition.as_deref();
    [
        ("title", work.title.as_deref()),
        ("container-title", work.container_title.as_deref()),
        ("collection-title", work.collection_title.as_deref()),
        ("publisher", work.publisher.as_deref()),
        ("publisher-place", work.publisher_place.as_deref()),
        ("volume", work.volume.as_deref()),
        ("number-of-volumes", work.number_of_volumes.as_deref()),
        ("issue", work.issue.as_deref()),
        ("page", work.page.as_deref()),
        (
            "edition",
            edition.map(|edition| edition_number(edition).unwrap_or(edition)),
        ),
        ("version", work.version.as_deref()),
        ("genre", work.genre.as_deref()),
        ("number", work.number.as_deref()),
        ("note", work.note.as_deref()),
        ("DOI", work.doi.as_deref()),
        ("ISBN", work.isbn.as_deref()),
        ("ISSN", work.issn.as_deref()),
        ("PMID", work.pmid.as_deref()),
        ("PMCID", work.pmcid.as_deref()),
        ("URL", work.url.as_deref()),
        ("archive", work.arxiv.as_ref().map(|_| "arXiv")),
        ("archive_location", work.arxiv.as_deref()),
    ]
}

/// Names, or nothing where there are none.
fn contributors(contributors: &Contributors) -> Option<Value> {
    let others = contributors.et_al.then(|| json!({"literal": "others"}));
    let names: Vec<Value> = contributors.names.iter().map(name).chain(others).collect();
    (!names.is_empty()).then_some(Value::Array(names))
}

/// A person in parts, an organisation whole.
fn name(name: &Name) -> Value {
    let person = match name {
        Name::Organisation { literal } => return json!({"literal": literal}),
        Name::Person(person) => person,
    };
    let Person {
        family,
        given,
        particle,
        suffix,
    } = person;
    let mut parts = Map::new();
    parts.insert("family".to_owned(), family.as_str().into());
    let optional = [
        ("given", given),
        ("non-dropping-particle", particle),
        ("suffix", suffix),
    ];
    for (part, value) in optional {
        if let Some(value) = value {
            parts.insert(part.to_owned(), value.as_str().into());
        }
    }
    Value::Object(parts)
}

/// When a work came out, as one date or a range.
fn issued(issued: &Issued) -> Option<Value> {
    let first = issued.date?;
    Some(match issued.end {
        Some(last) => json!({"date-parts": [date_parts(first), date_parts(last)]}),
        None => date(first),
    })
}

/// One date; EDTF's months 21 to 24 are CSL's seasons 1 to 4.
fn date(date: Date) -> Value {
    let parts = [date_parts(date)];
    match date.month {
        Some(season @ 21..=24) => json!({"date-parts": parts, "season": season - 20}),
        _ => json!({"date-parts": parts}),
    }
}

/// Year, month and day, as far as they are known.
fn date_parts(date: Date) -> Vec<i32> {
    let month = date.month.filter(|month| (1..=12).contains(month));
    let day = date.day.filter(|_| month.is_some());
    std::iter::once(date.year)
        .chain([month, day].into_iter().flatten().map(i32::from))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interchange::samples::samples;

    #[test]
    fn works_have_the_variables_of_csl() {
        let samples = samples();
        let objects = samples
            .iter()
            .map(|(key, work)| format!("{}\n", csl(key, work)));
        insta::assert_snapshot!(objects.collect::<String>(), @r##"
        {"DOI":"10.1162/isec_a_00351","ISSN":"0162-2889","author":[{"family":"Farrell","given":"Henry"},{"family":"Newman","given":"Abraham L."}],"container-title":"International Security & Law","id":"farrell2019","issue":"1","issued":{"date-parts":[[2019,7]]},"page":"42-79","title":"Weaponized interdependence: How NAFTA and others shape 100% of trade","type":"article-journal","volume":"44"}
        {"ISBN":"9780805082401","author":[{"family":"Kinzer","given":"Stephen"}],"edition":"2","id":"kinzer2006","issued":{"date-parts":[[2006]]},"original-date":{"date-parts":[[1982]]},"publisher":"Times Books","publisher-place":"New York","title":"Overthrow: America's century of regime change","type":"book"}
        {"author":[{"family":"Berg","given":"Anna","non-dropping-particle":"van den","suffix":"Jr."},{"literal":"others"}],"collection-title":"Studien","container-title":"Handbuch der Politik","editor":[{"family":"Múñoz","given":"José"},{"family":"Ødegård","given":"Liv"}],"id":"berg2010","issued":{"date-parts":[[2010]]},"page":"12-34","publisher":"Mohr","title":"Die Grenzen der Macht","translator":[{"family":"Hall","given":"Ruth"}],"type":"chapter","volume":"3"}
        {"author":[{"family":"Rao","given":"P."},{"family":"李","given":"伟"}],"container-title":"Proceedings of the Workshop on Grammars","id":"rao1998","issued":{"date-parts":[[1998]]},"page":"e17","title":"Parsing in linear time","type":"paper-conference"}
        {"author":[{"family":"Osei","given":"Kofi"}],"genre":"Master's thesis","id":"osei2015","issued":{"date-parts":[[2015]]},"publisher":"University of Ghana","title":"Markets of the coast","type":"thesis"}
        {"author":[{"literal":"Office for Research and Development"}],"id":"undp2013","issued":{"date-parts":[[2013],[2014]]},"number":"TR_7","publisher":"United Nations","title":"Safety of citizens","type":"report"}
        {"author":[{"family":"de la Cruz","given":"M."}],"container-title":"Water","id":"press","status":"in press","title":"Slow rivers","type":"article-journal"}
        {"URL":"https://example.org/maps_of#a{b}","accessed":{"date-parts":[[2024,2,29]]},"author":[{"literal":"City Archive"}],"id":"page","title":"Old maps","type":"webpage"}
        {"archive":"arXiv","archive_location":"2001.01234","author":[{"family":"Ito","given":"Ken"}],"id":"preprint","issued":{"date-parts":[[2020,1,5]]},"note":"Version 2","title":"Small graphs","type":"article"}
        {"editor":[{"family":"Silva","given":"Ana"}],"id":"collection","issued":{"date-parts":[[1990]]},"number-of-volumes":"2","title":"Fronteiras do Brasil","type":"book"}
        {"author":[{"family":"Poe"}],"container-title":"Quarterly","id":"season","issued":{"date-parts":[[2001]],"season":1},"title":"Rain","type":"article-journal"}
        {"id":"statute","issued":{"date-parts":[[1947]]},"number":"80-253","title":"National Security Act","type":"legislation"}
        {"PMCID":"PMC7092803","PMID":"31978945","author":[{"family":"Zhu","given":"N."}],"container-title":"Annals of Rivers","id":"trial","issued":{"date-parts":[[2020]]},"title":"Slow fevers","type":"article-journal","volume":"382"}
        {"URL":"https://example.org/tides","author":[{"literal":"Tide Team"}],"id":"program","issued":{"date-parts":[[2023]]},"publisher":"Harbour Foundation","title":"Tides","type":"software","version":"4.3.1"}
        "##);
    }
}
