//! Uneven marks, notes, captions, spellings and the words around citations.

use super::check;

#[test]
fn uneven_marks_and_line_ends() {
    check(
        "It was tested (⟦Tarvo, 2012|⟧) and (⟦Smith,\n2010|2⟧) and (⟦Koch & \nLind 2011|1⟧), \
         (⟦Koch&Lind 2011|1⟧), (⟦Koch and Lind,2011|1⟧), (⟦Koch and Lind  , 2011|1⟧ ), ( ⟦Smith , \
         2010|2⟧), [⟦Smith, 2010|2⟧; ⟦Koch & Lind, 2011|1⟧], (⟦Smith 2010|2⟧)(⟦Koch & Lind \
         2011|1⟧), (⟦Smith;2010|2⟧), (⟦Smith, 2010|2⟧ / ⟦Koch & Lind, 2011|1⟧), (⟦Smith, 2010|2⟧ \
         | ⟦Koch & Lind, 2011|1⟧), (⟦Smith, (2010|2⟧)), (⟦Smith (2010|2⟧); ⟦Koch & Lind \
         (2011|1⟧)), ⟦Smith (2010|2⟧), (⟦2010|2⟧; Smith), ⟦Smith, (2010|2⟧), ⟦Smith 2010|2⟧.",
        &[
            "Koch, A., & Lind, B. (2011). Bread. Harbour Press.",
            "Smith, J. (2010). Salt. Harbour Press.",
        ],
    );
}

#[test]
fn pages_may_stand_before_the_year() {
    check(
        "It is so (⟦Smith, p. 12, 2010|2⟧; ⟦Koch & Lind, pp. 3–5, 2011|1⟧) and (⟦Smith, S. 4, \
         2010|2⟧), but not (The Times, p. 3, 2010).",
        &[
            "Koch, A., & Lind, B. (2011). Bread. Harbour Press.",
            "Smith, J. (2010). Salt. Harbour Press.",
        ],
    );
}

#[test]
fn articles_that_lost_their_vowel() {
    check(
        "L'⟦OMC (2016|4⟧), l’⟦Istat (2015|3⟧) et dell’⟦Istat (2015|3⟧), d'⟦Alembert (1751 \
         [2001]|1⟧); ⟦D'Angelo (2014|2⟧). § 12 Abs. 3 SGB (2003) et la constitution (1958).",
        &[
            "Alembert, J. d'. (2001). Discours. Vrin. (Ouvrage original publié en 1751)",
            "D'Angelo, P. (2014). Letture. Porto.",
            "ISTAT. (2015). Prezzi. Roma.",
            "Organisation mondiale du commerce. (2016). Statistiques. OMC.",
        ],
    );
}

#[test]
fn words_for_the_same_author() {
    check(
        "(⟦Smith 2010|3⟧; ⟦ders. 2012|4⟧, S. 3) and ⟦Koch and Lind (2011|1⟧; ⟦dies. 2013|2⟧), as \
         ⟦Smith (2010|3⟧) and ⟦idem (2012|4⟧) say; (⟦Smith, 2010|3⟧; ⟦id., 2012|4⟧). All dies \
         2013 zeigt.",
        &[
            "Koch, A., & Lind, B. (2011). Bread. Harbour Press.",
            "Koch, A., & Lind, B. (2013). Rye. Harbour Press.",
            "Smith, J. (2010). Salt. Harbour Press.",
            "Smith, J. (2012). Malt. Harbour Press.",
        ],
    );
}

#[test]
fn notes_captions_and_sources() {
    check(
        "1 ⟦Smith 2010|2⟧, 12; see also ⟦Koch and Lind 2011|1⟧, 34–36.\n2 Ibid., 40.\n3 ⟦Smith \
         2010|2⟧: 45, cf. ⟦Koch/Lind 2011|1⟧, ch. 3.\nTable 1. Prices (source: ⟦Koch & Lind, \
         2011|1⟧)\nNote. Adapted from ⟦Smith (2010|2⟧).\nFigure 2. Mills in the north. Adapted \
         from “Salt,” by ⟦J. Smith, 2010|2⟧, Harbour Press.\nSource: ⟦Smith 2010|2⟧, own \
         calculations.\nQuelle: ⟦Smith (2010|2⟧), eigene Darstellung.\nFonte: ⟦Smith \
         (2010|2⟧).\nFuente: elaboración propia con base en ⟦Smith (2010|2⟧).",
        &[
            "Koch, A., & Lind, B. (2011). Bread. Harbour Press.",
            "Smith, J. (2010). Salt. Harbour Press.",
        ],
    );
}

#[test]
fn spellings_of_et_al() {
    check(
        "⟦Smith and her colleagues (2010|1⟧), ⟦Smith and co-authors (2010|1⟧), ⟦Smith et al's \
         (2010|1⟧), ⟦Smith, et al. (2010|1⟧), ⟦Smith et al., (2010|1⟧), (⟦Smith et al. 2010|1⟧; \
         see Fig. 3), (⟦Smith and coworkers 2010|1⟧), Smith's group (⟦2010|1⟧), ⟦Smith, Koch et \
         al. (2010|1⟧), ⟦Smith & al. (2010|1⟧), ⟦Smith e.a. (2010|1⟧), ⟦Smith y colaboradores \
         (2010|1⟧), ⟦Smith e colegas (2010|1⟧), ⟦Smith et collab. (2010|1⟧), ⟦Smith e coll. \
         (2010|1⟧), ⟦Smith und Kollegen (2010|1⟧), ⟦Smith u.a. 2010|1⟧, ⟦Smith m.fl. (2010|1⟧), \
         ⟦Smith et. al (2010|1⟧), ⟦Smith etal. (2010|1⟧), ⟦SMITH ET AL., 2010|1⟧.",
        &["Smith, J., Koch, A., & Lind, B. (2010). Salt. Harbour Press."],
    );
}

#[test]
fn words_around_citations() {
    check(
        "The argument (⟦Smith, 2010|2,3⟧: “salt is all” [p. 5]) and Smith (“salt,” 2010, p. 5) \
         and “salt is all” (⟦Smith 2010a|2⟧, my emphasis) and (⟦Smith, 2010b|3⟧, emphasis added; \
         Koch in ⟦Lind, 2011|1⟧) and as Smith puts it, “salt is everything there is in this world \
         and in the other” (⟦2010a|2⟧, p. 45). Lind’s edited book (⟦2011|1⟧) and (⟦Smith’s \
         2010b|3⟧ essay), Smith in 2010b, (in ⟦Smith, 2010a|2⟧; but cf. ⟦Lind, 2011|1⟧, for \
         another view), (for reviews, see ⟦Smith 2010a|2⟧; ⟦Lind 2011|1⟧), (⟦Smith, 2010a|2⟧, \
         ⟦b|3⟧; ⟦Lind, 2011|1⟧, this volume), (all in ⟦Lind 2011|1⟧), (⟦Smith, 2010a|2⟧; as well \
         as ⟦Lind, 2011|1⟧), (e.g. ⟦Smith, 2010a|2⟧, among others), (⟦Smith 2010a|2⟧ and \
         references therein).",
        &[
            "Lind, B. (Ed.). (2011). Bread. Harbour Press.",
            "Smith, J. (2010a). Salt. Harbour Press.",
            "Smith, J. (2010b). Pepper. Harbour Press.",
        ],
    );
}
