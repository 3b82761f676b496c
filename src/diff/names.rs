//! When two lists of names say the same.

use crate::work::{
    Contributors, Name, Person,
    fold::{fold, fold_spelt_out},
};

/// The names as an entry has them.
pub(super) fn shown(contributors: &Contributors) -> Option<String> {
    let mut names: Vec<_> = contributors.names.iter().map(show).collect();
    if names.is_empty() {
        return None;
    }
    if contributors.et_al {
        names.push("others".to_owned());
    }
    Some(names.join(" and "))
}

/// One name, family name first.
fn show(name: &Name) -> String {
    match name {
        Name::Person(Person {
            given: Some(given),
            suffix: Some(suffix),
            ..
        }) => format!("{}, {suffix}, {given}", name.cited()),
        Name::Person(Person {
            given: Some(given), ..
        }) => format!("{}, {given}", name.cited()),
        _ => name.cited(),
    }
}

/// Whether two lists name the same people in the same order; a list that ends in `et al.` may be shorter.
pub(super) fn same(ours: &Contributors, theirs: &Contributors) -> bool {
    let (n_ours, n_theirs) = (ours.names.len(), theirs.names.len());
    let complete = n_ours == n_theirs
        || (ours.et_al && n_ours < n_theirs)
        || (theirs.et_al && n_theirs < n_ours);
    complete
        && ours
            .names
            .iter()
            .zip(&theirs.names)
            .all(|(ours, theirs)| is_same(ours, theirs))
}

/// Whether two names may be of one person or organisation.
fn is_same(ours: &Name, theirs: &Name) -> bool {
    match (ours, theirs) {
        (Name::Person(ours), Name::Person(theirs)) => {
            same_family(ours, theirs) && same_given(ours, theirs)
        }
        _ => fold(&whole(ours)) == fold(&whole(theirs)),
    }
}

/// A name from its first part to its last, for a person who one of the two takes for an organisation.
fn whole(name: &Name) -> String {
    match name {
        Name::Person(Person {
            given: Some(given), ..
        }) => format!("{given} {}", name.cited()),
        _ => name.cited(),
    }
}

/// Whether two family names are the same, with or without their particles.
fn same_family(ours: &Person, theirs: &Person) -> bool {
    let with_particle = |person: &Person| match &person.particle {
        Some(particle) => format!("{particle} {}", person.family),
        None => person.family.clone(),
    };
    let squeezed = |text: &str| fold(text).replace(' ', "");
    let (own, other) = (with_particle(ours), with_particle(theirs));
    squeezed(&own) == squeezed(&other)
        || squeezed(&ours.family) == squeezed(&theirs.family)
        || fold_spelt_out(&own) == fold_spelt_out(&other)
        || fold_spelt_out(&own) == fold(&other)
        || fold(&own) == fold_spelt_out(&other)
}

/// Whether two given names may be of one person: each part is the same as, or the beginning of, the other's part.
fn same_given(ours: &Person, theirs: &Person) -> bool {
    let (Some(own), Some(other)) = (&ours.given, &theirs.given) else {
        return true;
    };
    let (own, other) = (initials_apart(own), initials_apart(other));
    let (own, other) = (fold(&own), fold(&other));
    own.split(' ')
        .zip(other.split(' '))
        .all(|(own, other)| own.starts_with(other) || other.starts_with(own))
        || own.replace(' ', "") == other.replace(' ', "")
}

/// Given names with initials that stand together taken apart: `PH` is `P H`.
fn initials_apart(given: &str) -> String {
    let letters = given.chars().count();
    if (2..=3).contains(&letters) && given.chars().all(char::is_uppercase) {
        given.chars().flat_map(|c| [c, ' ']).collect()
    } else {
        given.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(ours: (&str, &str), theirs: (&str, &str), expected: bool) {
        let list =
            |(family, given): (&str, &str)| Contributors::new(vec![Name::person(family, given)]);
        assert_eq!(
            same(&list(ours), &list(theirs)),
            expected,
            "{ours:?} {theirs:?}"
        );
        assert_eq!(
            same(&list(theirs), &list(ours)),
            expected,
            "{theirs:?} {ours:?}"
        );
    }

    #[test]
    fn given_names_are_shortened_in_many_ways() {
        check(("Kinzer", "S."), ("Kinzer", "Stephen"), true);
        check(("Kinzer", "Steven"), ("Kinzer", "Stephen"), false);
        check(("Smith", "PH"), ("Smith", "Peter H."), true);
        check(("Smith", "P."), ("Smith", "Peter H."), true);
        check(("Smith", "P.-H."), ("Smith", "Pierre-Henri"), true);
        check(("Müller", ""), ("Mueller", "Anna"), true);
        check(("Lopez Obrador", "A."), ("López Obrador", "Andrés"), true);
        check(("Smith", "J."), ("Smythe", "J."), false);
    }

    #[test]
    fn lists_may_be_cut_but_not_shuffled() {
        let list = |families: &[&str], et_al| Contributors {
            names: families
                .iter()
                .map(|family| Name::person(*family, ""))
                .collect(),
            et_al,
        };
        assert!(same(&list(&["A"], true), &list(&["A", "B"], false)));
        assert!(!same(&list(&["A"], false), &list(&["A", "B"], false)));
        assert!(!same(&list(&["B", "A"], false), &list(&["A", "B"], false)));
    }
}
