//! Names: joined, with initials, particles, as organisations, titles and in other sources.

use super::check;

#[test]
fn people_are_known_by_their_middle_names() {
    check(
        "As ⟦Elizabeth Anscombe (1958|1⟧) says; ⟦A. Lind (2010|2⟧) and ⟦B. A. Lind (2010|3⟧).",
        &[
            "Anscombe, G. E. M. (1958). Modern moral philosophy. Philosophy, 33(124), 1–19.",
            "Lind, A. (2010). Rye. Harbour Press.",
            "Lind, B. A. (2010). Oats. Harbour Press.",
        ],
    );
}

#[test]
fn authors_joined_by_slashes() {
    check(
        "Vgl. ⟦Müller 2010|2⟧; so auch ⟦Koch/Weiß (2011|1⟧: 33) und (⟦Müller/Koch/Weiß 2012|4⟧, \
         Rn. 14). Nach ⟦Müller (im Erscheinen|3⟧) und dem Ansatz von ⟦Tarvo/Bell (2012|⟧) in der \
         Zeit der Stadt und auf dem Land ist das nicht so (⟦Tarvo/Bell 2014|⟧).",
        &[
            "Koch, A./Weiß, B. 2011: Brot. Hafenverlag, Hamburg.",
            "Müller, H. 2010: Weizen. Hafenverlag, Hamburg.",
            "Müller, H. (im Erscheinen): Hafer. Hafenverlag, Hamburg.",
            "Müller, H./Koch, A./Weiß, B. 2012: Roggen. Hafenverlag, Hamburg.",
        ],
    );
}

#[test]
fn initials_particles_and_double_names() {
    check(
        "(⟦J. Hill, 2010|6⟧; ⟦A. Hill & Osei, 2011|5⟧; ⟦M. Hill, 2010|8⟧), ⟦J. Hill and Brandt \
         (2012|7⟧), ⟦Hill, J. (2010|6⟧), ⟦Hill J (2010|6⟧), (⟦van den Berg, 2009|13⟧; ⟦Van den \
         Berg & de Vries 2008|14⟧), ⟦de Vries’ (2007|4⟧) book, ⟦Vries (2007|4⟧), ⟦MacDonald’s \
         (2001|10⟧), ⟦D’Angelo (2002|3⟧), ⟦Ben-Ami (2003|2⟧), ⟦St. John (2004|12⟧), \
         ⟦O'Neill-Smith (2005|11⟧), ⟦Le Guin [2006|9⟧], ⟦al-Rashid (2007|1⟧), ⟦Al-Rashid \
         (2007|1⟧).",
        &[
            "al-Rashid, M. (2007). Dates. Press.",
            "Ben-Ami, S. (2003). Olives. Press.",
            "D’Angelo, R. (2002). Grapes. Press.",
            "de Vries, J. (2007). Cheese. Press.",
            "Hill, A., & Osei, B. (2011). Wheat. Press.",
            "Hill, J. (2010). Millet. Press.",
            "Hill, J., & Brandt, K. (2012). Oats. Press.",
            "Hill, M. (2010). Rye. Press.",
            "Le Guin, U. (2006). Leaves. Press.",
            "MacDonald, F. (2001). Whisky. Press.",
            "O’Neill-Smith, P. (2005). Stout. Press.",
            "St. John, P. (2004). Wort. Press.",
            "van den Berg, K. (2009). Tulips. Press.",
            "Van den Berg, K., & de Vries, J. (2008). Dykes. Press.",
        ],
    );
}

#[test]
fn organisations_abbreviations_and_titles() {
    check(
        "The Harbour Board of Trade (⟦HBT, 2012|3⟧) met; ⟦HBT (2012|3⟧) says so (⟦HBT 2012|3⟧, p. \
         3; see also ⟦Ministry of Grain [MoG], 2013|5⟧; ⟦MoG, 2014|6⟧). The Food and Agriculture \
         Organization of the United Nations (⟦FAO, 2015|2⟧) and ⟦FAO (2015|2⟧), (⟦European \
         Commission, 2017|1⟧), the ⟦European Commission (2017|1⟧) and the Commission (2017). \
         (⟦“Prices of Bread,” 2018|7⟧), (⟦Prices of Bread 2018|7⟧), (⟦The Economist, 2019|8⟧; \
         ⟦Economist 2019|8⟧), (⟦Instituto Nacional de Estadística, 2020|4⟧; ⟦INE, 2020|4⟧).",
        &[
            "European Commission. (2017). Report on oats. EC.",
            "Food and Agriculture Organization of the United Nations. (2015). State of grain. FAO.",
            "Harbour Board of Trade. (2012). Annual report. Harbour Press.",
            "Instituto Nacional de Estadística. (2020). Censo. INE.",
            "Ministry of Grain. (2013). Rye. MoG.",
            "Ministry of Grain. (2014). Rye again. MoG.",
            "Prices of bread rise. (2018, March 3). Harbour Times.",
            "The Economist. (2019). Winds. Economist Group.",
        ],
    );
}

#[test]
fn original_years_and_secondary_sources() {
    check(
        "As ⟦Lind (1900/1953|2⟧) has it (⟦Lind, 1900/1953|2⟧, p. 3; ⟦Osei 1867/1990|3⟧), ⟦Lind \
         ([1900] 1953|2⟧), ⟦Osei (1990 [1867]|3⟧), (⟦Osei, 1867|3⟧), (⟦Lind 1953 [1900]|2⟧: 45), \
         (⟦Hill, 1920a/2001|1⟧), (⟦Osei, ca. 1867/1990|3⟧). Freud (1895, as cited in ⟦Lind, \
         1953|2⟧), (Tarvo, 1911, quoted in ⟦Osei, 1990|3⟧, p. 4), Bell (1922; cited in ⟦Hill, \
         2001|1⟧), (Bell, 1922, in ⟦Hill, 2001|1⟧), (apud ⟦Hill, 2001|1⟧), Weber (1904, citato in \
         ⟦Hill, 2001|1⟧), nach Weber (1904, zitiert nach ⟦Hill, 2001|1⟧, S. 4).",
        &[
            "Hill, J. (2001). Oats. Press. (Original work published 1920)",
            "Lind, S. (1953). Dreams. Hogarth. (Original work published 1900)",
            "Osei, A. 1990 [1867]. Capital. London: Press.",
        ],
    );
}

#[test]
fn personal_communications_are_no_citations() {
    check(
        "(K. Lee, personal communication, May 5, 2019), (Lee, pers. comm. 2018), Lee (pers. \
         comm., 2018), (Lee, unpublished), (S. Lee, comunicación personal, 4 de mayo de 2019), \
         (M. Lee, comunicação pessoal, 2017), (P. Lee, communication personnelle, 2016), (Q. Lee, \
         comunicazione personale, 2015), (R. Lee, persönliche Mitteilung, 3. Mai 2014), (Lee, \
         interview, 2013), (Lee, in preparation), (email from Lee, 2012), Lee (oral \
         communication, 2011), (Interview mit Lee, 2010).",
        &["Hill, J. (2001). Oats. Press."],
    );
}

#[test]
fn titles_of_works_with_authors() {
    check(
        "In The Price of Bread (⟦2010|1⟧) by Brandt, in Linds ‚Roggen und Hafer‘ (⟦1957|2⟧) and in *Milk and Mills. A History of \
         the North* (⟦2012|3⟧). The Price of Bread (1999) is a film, and bread (2011) was dear.",
        &[
            "Brandt, K. (2010). The price of bread. Harbour Press.",
            "Lind, A. (1957). Roggen und Hafer. Hafenverlag.",
            "Osei, B. (2012). Milk and mills. A history of the North. Harbour Press.",
        ],
    );
}

#[test]
fn names_that_are_words_as_well() {
    check(
        "See also ⟦Anders 2010|1⟧ and ⟦Such 2011|2⟧, but in 2010 such 2011 mills stood. Such 2012 men.",
        &[
            "Anders, B. (2010). The price of bread. Harbour Press.",
            "Such, A. (2011). Mills. Harbour Press.",
        ],
    );
}

#[test]
fn two_authors_joined_by_a_dash() {
    check(
        "The ⟦Dorn–Falk (2014|1⟧) oven and the ⟦Ben-Ami (2003|2⟧) mill, unlike the Bell–Tarvo (2014) one.",
        &[
            "Dorn, E., & Falk, G. (2014). Rye in the north. Journal of Grain, 6, 2–9.",
            "Ben-Ami, S. (2003). Olives. Press.",
        ],
    );
}

#[test]
fn titles_cut_short_by_dots() {
    check(
        "(⟦Relatório..., 1812|1⟧, p. 473) e (⟦ANUÁRIO…, 1990|3⟧).",
        &[
            "RELATÓRIO do vice-rei sobre o trigo. Lisboa: Editora Cais, 1812.",
            "SILVA, J. O pão. Porto: Editora Cais, 1991.",
            "ANUÁRIO do pão e da farinha. Porto: Editora Cais, 1990.",
        ],
    );
}

#[test]
fn only_those_named_before_the_title_are_cited() {
    check(
        "(⟦Frey, 1892|1⟧), ⟦Teller & Schmid (1840|3⟧) and (⟦Gomes & Vieira, 2016|2⟧).",
        &[
            "Frey, John (ed.). 1892. A language of the north, as spoken on the coast, by L. E. Threlk. Sydney: Potter.",
            "Gomes, S. Jr., & Vieira, L. E. (2016). Flour and salt. Journal of Grain, 4, 1–9.",
            "Teller, C. G. & Schmid, Clamor W. 1840. Outlines of a grammar of the south. Adelaide: C. G. Teller; C. W. Schmid.",
        ],
    );
}

#[test]
fn works_without_date_in_german() {
    check(
        "(⟦Hafenamt, o. D.|1⟧), vgl. Anm. 1, s. Fn. 2010 und (Anm. 3).",
        &[
            "Hafenamt (o. D.): Zählung der Mühlen. Hafenverlag, Hamburg.",
            "Koch, A. 2011: Brot. Hafenverlag, Hamburg.",
        ],
    );
}
