//! Given names that are common in the languages of the lists, to tell `Durand Sylvie` from `Sylvie Durand`.
//!
//! Only names that are seldom family names as well; written by hand.

/// Whether a word in lower case is a common given name; of names with a hyphen the first part counts.
pub(super) fn is_given_name(lower: &str) -> bool {
    let first = lower.split(['-', '‐', '‑']).next().unwrap_or_default();
    GIVEN_NAMES.binary_search(&first).is_ok()
}

/// In the order of their bytes.
#[rustfmt::skip]
const GIVEN_NAMES: &[&str] = &[
    "aaron", "adam", "adrian", "adriana", "agnes", "agnès", "alain", "alan", "albert", "alberto",
    "alejandra", "alejandro", "aleksandr", "alessandra", "alessandro", "alex", "alexander",
    "alexandra", "alexandre", "alexis", "alfonso", "alfred", "alfredo", "ali", "alice", "aline",
    "alison", "allan", "amanda", "amy", "amélie", "ana", "andrea", "andreas", "andrei", "andrej",
    "andrew", "andrzej", "andré", "andréa", "angela", "angelika", "angelo", "anita", "anja",
    "anke", "anna", "anne", "annette", "annie", "anthony", "antoine", "anton", "antonella",
    "antonia", "antonio", "antónio", "antônio", "armin", "arnaud", "arnold", "arthur", "arturo",
    "astrid", "augusto", "axel", "barbara", "bart", "beate", "beatrice", "beatriz", "ben",
    "benjamin", "benoît", "bernard", "bernd", "bernhard", "bertrand", "bettina", "birgit",
    "bjorn", "björn", "boris", "brian", "brigitte", "bruce", "bruno", "camille", "carina", "carl",
    "carla", "carlo", "carlos", "carmen", "carol", "carole", "carolina", "caroline", "carsten",
    "catherine", "cathy", "cecilia", "celia", "charles", "charlotte", "chiara", "chloé", "chris",
    "christa", "christel", "christian", "christiane", "christina", "christine", "christoph",
    "christophe", "christopher", "cinzia", "claire", "clara", "claude", "claudia", "claudine",
    "claudio", "claus", "clive", "colette", "colin", "concetta", "constance", "corinne",
    "cornelia", "craig", "cristiano", "cristina", "cynthia", "cécile", "dagmar", "damien",
    "daniel", "daniela", "daniele", "danielle", "dario", "darren", "david", "davide", "dean",
    "deborah", "denis", "denise", "dennis", "detlef", "diana", "diane", "didier", "diego",
    "dieter", "dietmar", "dietrich", "dimitri", "dirk", "dmitri", "domenico", "dominic",
    "dominik", "dominique", "donald", "dora", "doris", "dorothea", "dorothy", "douglas",
    "eberhard", "eckhard", "edgar", "edith", "edmond", "edmund", "eduard", "eduardo", "edward",
    "elaine", "elena", "elisa", "elisabeth", "elizabeth", "elke", "ellen", "elsa", "emanuele",
    "emile", "emilia", "emilio", "emily", "emma", "emmanuel", "emmanuelle", "enrico", "enrique",
    "enzo", "eric", "erica", "erich", "erik", "ernest", "ernesto", "ernst", "erwin", "esteban",
    "esther", "etienne", "eugene", "eugenio", "eva", "evelyn", "ewald", "fabian", "fabien",
    "fabienne", "fabio", "fabrice", "federica", "federico", "felix", "ferdinand", "fernanda",
    "fernando", "filippo", "flavia", "florence", "florian", "frances", "francesca", "francesco",
    "francine", "francis", "francisco", "franco", "frank", "frans", "franz", "françois",
    "françoise", "fred", "frederick", "frederik", "fritz", "frédéric", "gabriel", "gabriela",
    "gabriele", "gabriella", "gareth", "gary", "geneviève", "georg", "george", "georges",
    "gerald", "gerard", "gerd", "gerhard", "germán", "ghislaine", "giacomo", "gianni", "gilbert",
    "gilberto", "gilles", "gina", "giorgio", "giovanna", "giovanni", "gisela", "giulia",
    "giuliano", "giuseppe", "gonzalo", "graham", "greg", "gregor", "gregory", "guido",
    "guilherme", "guillaume", "guillermo", "gustav", "gustavo", "guy", "gérard", "günter",
    "günther", "hannah", "hannes", "hans", "harald", "harold", "harriet", "harry", "hartmut",
    "heather", "heidi", "heike", "heiner", "heinrich", "heinz", "helen", "helena", "helene",
    "helga", "helmut", "henri", "henrik", "henry", "herbert", "hermann", "hervé", "hilary",
    "hilde", "holger", "horst", "howard", "hubert", "hugh", "hugo", "hugues", "hélène", "ian",
    "ignacio", "igor", "ilse", "immanuel", "ines", "inge", "ingo", "ingrid", "irene", "irina",
    "iris", "irving", "isaac", "isabel", "isabella", "isabelle", "ivan", "jack", "jackie",
    "jacob", "jacqueline", "jacques", "jaime", "jakob", "james", "jan", "jane", "janet", "janice",
    "jason", "javier", "jean", "jeanne", "jeff", "jeffrey", "jennifer", "jens", "jeremy",
    "jessica", "jesus", "jesús", "jill", "jim", "joachim", "joan", "joana", "joanna", "joanne",
    "joaquim", "joaquín", "jochen", "joel", "johan", "johann", "johanna", "johannes", "john",
    "jon", "jonas", "jonathan", "jordi", "jorge", "josef", "joseph", "josé", "joyce", "joão",
    "juan", "juana", "judith", "julia", "julian", "juliana", "julie", "julien", "julio", "jutta",
    "jérôme", "jörg", "jürgen", "kai", "karen", "karin", "karl", "karsten", "katarina",
    "katharina", "katherine", "kathleen", "kathryn", "katja", "katrin", "kay", "keith", "kelly",
    "ken", "kenneth", "kerstin", "kevin", "kim", "klaus", "konrad", "kristen", "kristin", "kurt",
    "lara", "laura", "laure", "laurence", "laurent", "lawrence", "lea", "leo", "leon", "leonard",
    "leonardo", "leslie", "lewis", "liliana", "linda", "lisa", "lorenzo", "lothar", "louis",
    "louise", "luc", "luca", "lucas", "lucia", "luciano", "lucie", "lucien", "ludwig", "luigi",
    "luis", "luisa", "lukas", "lutz", "lydia", "lynn", "madeleine", "magali", "magda", "maite",
    "manfred", "manuel", "manuela", "marc", "marcel", "marcello", "marcelo", "marcia", "marco",
    "marcos", "marcus", "margaret", "margarita", "maria", "marianne", "marie", "marina", "mario",
    "marion", "marjorie", "mark", "marko", "markus", "marta", "martha", "martin", "martina",
    "martine", "mary", "massimo", "mathias", "mathieu", "mats", "matteo", "matthew", "matthias",
    "matthieu", "maurice", "mauricio", "mauro", "max", "maxime", "maya", "megan", "melanie",
    "melissa", "michael", "michel", "michela", "michele", "michelle", "miguel", "mike", "mikhail",
    "mireille", "miriam", "mohamed", "mohammed", "monica", "monika", "monique", "muriel", "märta",
    "nadia", "nadine", "nancy", "natalia", "natalie", "nathalie", "nathan", "neil", "nelson",
    "niall", "nicholas", "nick", "nicola", "nicolas", "nicole", "nigel", "niklas", "nils", "nina",
    "noah", "noam", "nora", "norbert", "norman", "nuno", "odile", "olaf", "olga", "oliver",
    "olivia", "olivier", "oscar", "oskar", "otto", "pablo", "pamela", "paola", "paolo", "pascal",
    "patricia", "patrick", "patrizia", "paul", "paula", "pauline", "paulo", "pedro", "peggy",
    "peter", "petra", "philip", "philipp", "philippe", "phillip", "pierre", "pietro", "piotr",
    "rachel", "rafael", "rainer", "ralf", "ralph", "ramón", "raphael", "raphaël", "raquel",
    "raymond", "rebecca", "regina", "reinhard", "reinhold", "renate", "renato", "renaud", "renée",
    "ricardo", "riccardo", "richard", "rita", "robert", "roberta", "roberto", "robin", "rodolfo",
    "rodrigo", "roger", "roland", "rolf", "roman", "ronald", "rosa", "rosemary", "roy", "rudi",
    "rudolf", "rupert", "russell", "ruth", "sabine", "sabrina", "sally", "salvatore", "sam",
    "samuel", "sandra", "sara", "sarah", "scott", "sean", "sebastian", "sebastien", "serge",
    "sergei", "sergio", "sharon", "sheila", "sibylle", "siegfried", "silke", "silvia", "silvio",
    "simon", "simona", "simone", "sofia", "sonia", "sophie", "stanley", "stefan", "stefania",
    "stefano", "steffen", "stella", "stephan", "stephanie", "stephen", "steve", "steven",
    "stuart", "stéphane", "stéphanie", "susan", "susana", "susanna", "susanne", "suzanne", "sven",
    "sylvain", "sylvia", "sylvie", "sébastien", "tamara", "tania", "tatiana", "ted", "terence",
    "teresa", "terry", "theodor", "theodore", "theresa", "thierry", "thomas", "tim", "timothy",
    "tina", "tobias", "todd", "tom", "tomas", "tommaso", "tony", "tristan", "udo", "ulrich",
    "ulrike", "umberto", "ursula", "ute", "uwe", "valentina", "valeria", "valerie", "valérie",
    "vanessa", "vera", "verena", "veronica", "veronika", "victor", "victoria", "viktor",
    "vincent", "vincenzo", "violette", "virginia", "virginie", "vittorio", "vladimir", "volker",
    "véronique", "wade", "waldemar", "walter", "wanda", "wendy", "werner", "wilfried", "wilhelm",
    "william", "willy", "winfried", "wolfgang", "xavier", "yann", "yannick", "yves", "yvette",
    "yvonne", "zoé", "élisabeth", "élise", "émile", "éric", "étienne",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order() {
        assert!(GIVEN_NAMES.is_sorted());
        assert!(is_given_name("jean-pierre"));
        assert!(!is_given_name("durand"));
    }
}
