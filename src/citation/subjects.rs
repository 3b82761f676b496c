//! What papers speak of that is no author: places, laws, events, products.
//!
//! The tables decide only names that the list does not have.

use super::words::words;

words! {
    /// Countries and cities that stand before a year as the place of an event far more often than an author of that name is cited.
    is_place {
        en: "africa" | "america" | "argentina" | "athens" | "australia" | "austria" | "bangkok" |
            "barcelona" | "beijing" | "belgium" | "berlin" | "boston" | "brazil" | "britain" |
            "brussels" | "bulgaria" | "cairo" | "california" | "canada" | "chicago" | "chile" |
            "china" | "colombia" | "copenhagen" | "cuba" | "darmstadt" | "delhi" | "denmark" |
            "dublin" | "egypt" | "england" | "ethiopia" | "europe" | "finland" | "france" |
            "geneva" | "germany" | "ghana" | "greece" | "hamburg" | "helsinki" | "hungary" |
            "india" | "indonesia" | "iran" | "iraq" | "ireland" | "israel" | "istanbul" | "italy" |
            "japan" | "jerusalem" | "johannesburg" | "kenya" | "kiev" | "korea" | "kyoto" |
            "lima" | "lisbon" | "london" | "madrid" | "malaysia" | "melbourne" | "mexico" |
            "milan" | "montreal" | "moscow" | "mumbai" | "munich" | "nairobi" | "netherlands" |
            "nigeria" | "norway" | "osaka" | "oslo" | "ottawa" | "pakistan" | "paris" | "peru" |
            "philippines" | "poland" | "portugal" | "prague" | "rio" | "rome" | "russia" |
            "scotland" | "seoul" | "shanghai" | "singapore" | "spain" | "stockholm" | "sweden" |
            "switzerland" | "sydney" | "syria" | "taiwan" | "tanzania" | "thailand" | "tokyo" |
            "toronto" | "turkey" | "uganda" | "uk" | "ukraine" | "usa" | "venezuela" | "venice" |
            "vienna" | "vietnam" | "wales" | "warsaw" | "zurich";
        de: "berlin" | "brasilien" | "brüssel" | "deutschland" | "england" | "frankreich" |
            "genf" | "italien" | "köln" | "mailand" | "mexiko" | "moskau" | "münchen" | "prag" |
            "rom" | "russland" | "schweiz" | "spanien" | "türkei" | "wien" | "zürich" |
            "österreich";
        more: "afghanistan" | "albania" | "algeria" | "amsterdam" | "angola" | "ankara" | "antwerp" |
            "asia" | "auckland" | "baghdad" | "bangladesh" | "belarus" | "belgrade" | "beirut" |
            "bogota" | "bolivia" | "botswana" | "brasilia" | "bratislava" | "bucharest" | "budapest" |
            "cambodia" | "cameroon" | "caracas" | "chernobyl" | "congo" | "croatia" | "cyprus" |
            "dakar" | "damascus" | "detroit" | "dresden" | "dubai" | "durban" | "ecuador" |
            "edinburgh" | "estonia" | "eurasia" | "florence" | "frankfurt" | "fukushima" |
            "glasgow" | "guatemala" | "haiti" | "hanoi" | "havana" | "hiroshima" | "honduras" |
            "houston" | "iceland" | "jakarta" | "jordan" | "kabul" | "karachi" | "kazakhstan" |
            "kuwait" | "kyiv" | "lagos" | "laos" | "latvia" | "lebanon" | "leipzig" | "libya" |
            "lithuania" | "liverpool" | "lyon" | "madagascar" | "malawi" | "mali" | "manchester" |
            "manila" | "marseille" | "mecca" | "miami" | "mongolia" | "montevideo" | "morocco" |
            "mozambique" | "myanmar" | "nagasaki" | "namibia" | "naples" | "nepal" | "nicaragua" |
            "niger" | "oceania" | "palestine" | "panama" | "paraguay" | "philadelphia" | "quebec" |
            "quito" | "reykjavik" | "riga" | "romania" | "rotterdam" | "rwanda" | "santiago" |
            "sarajevo" | "scandinavia" | "seattle" | "senegal" | "serbia" | "siberia" | "slovakia" |
            "slovenia" | "sofia" | "somalia" | "strasbourg" | "stuttgart" | "sudan" | "tehran" |
            "tunisia" | "turin" | "uruguay" | "uzbekistan" | "vancouver" | "yemen" | "yugoslavia" |
            "zambia" | "zimbabwe";
        two_words: "buenos aires" | "burkina faso" | "cape town" | "costa rica" | "czech republic" |
            "east asia" | "el salvador" | "hong kong" | "latin america" | "los angeles" |
            "new delhi" | "new jersey" | "new york" | "new zealand" | "north america" |
            "north korea" | "puerto rico" | "rio de janeiro" | "san diego" | "san francisco" |
            "saudi arabia" | "sierra leone" | "south africa" | "south america" | "south asia" |
            "south korea" | "sri lanka" | "st petersburg" | "são paulo" | "tel aviv" |
            "united kingdom" | "united states" | "west africa";
        es_pt: "alemanha" | "alemania" | "brasil" | "bruselas" | "españa" | "europa" | "francia" |
            "frança" | "genebra" | "ginebra" | "inglaterra" | "italia" | "itália" | "japón" |
            "lisboa" | "londres" | "moscú" | "méxico" | "perú" | "roma" | "suiza" | "suíça" |
            "viena" | "bogotá" | "bolonia" | "bélgica" | "canadá" | "colômbia" | "copenhague" | "estocolmo" |
            "estrasburgo" | "florencia" | "grecia" | "holanda" | "irlanda" | "jerusalén" | "milán" |
            "nueva york" | "nova york" | "pekín" | "pequim" | "polonia" | "polónia" | "praga" |
            "rusia" | "rússia" | "suecia" | "suécia" | "turquía" | "turquia" | "ucrania" |
            "ucrânia" | "varsovia" | "venecia";
        fr_it: "allemagne" | "angleterre" | "autriche" | "belgique" | "bologna" | "bruxelles" |
            "chine" | "espagne" | "firenze" | "genova" | "genève" | "germania" | "ginevra" |
            "grèce" | "inde" | "italie" | "japon" | "lisbonne" | "londra" | "marsiglia" | "mexique" |
            "milano" | "moscou" | "mosca" | "napoli" | "palermo" | "parigi" | "pologne" | "russie" |
            "suisse" | "spagna" | "stoccolma" | "torino" | "tunisie" | "varsovie" | "venezia" |
            "vienne" | "québec" | "montréal";
    }
}

words! {
    /// Nouns whose name follows them: `the film Casablanca (1942)`, `la ley Veil (1975)`, `el terremoto de Valdivia (1960)`.
    names_a_thing {
        en: "accord" | "agreement" | "album" | "app" | "band" | "battle" | "bill" | "brand" | "case" |
            "chancellor" | "city" | "company" | "conference" | "congress" | "convention" |
            "coronavirus" | "corporation" | "cyclone" | "database" | "dynasty" | "earthquake" |
            "election" | "emperor" | "empire" | "empress" | "event" | "festival" | "film" | "firm" |
            "game" | "hurricane" | "initiative" | "king" | "magazine" | "massacre" | "mission" |
            "model" | "movie" | "musical" | "newspaper" | "novel" | "opera" | "operation" |
            "package" | "pact" | "peace" | "platform" | "play" | "pope" | "president" | "programme" |
            "project" | "protocol" | "province" | "queen" | "revolution" | "satellite" | "senator" |
            "series" | "ship" | "show" | "software" | "song" | "storm" | "strike" | "summit" |
            "symphony" | "telescope" | "typhoon" | "v" | "vaccine" | "village" | "virus" | "vs" |
            "war" | "website";
        es: "acuerdo" | "alcalde" | "batalla" | "ciudad" | "colapso" | "conferencia" | "congreso" |
            "constitución" | "convenio" | "crisis" | "cumbre" | "declaración" | "disco" | "empresa" |
            "encuesta" | "estado" | "filme" | "gobierno" | "guerra" | "huracán" | "isla" | "masacre" |
            "ministro" | "novela" | "obispo" | "operación" | "pacto" | "papa" | "paz" | "película" |
            "plan" | "presidente" | "programa" | "provincia" | "proyecto" | "región" | "reina" |
            "rey" | "revista" | "revolución" | "serie" | "sismo" | "terremoto" | "tormenta" |
            "tratado" | "valle" | "virus";
        pt: "acordo" | "batalha" | "cidade" | "conferência" | "congresso" | "constituição" |
            "convenção" | "cúpula" | "cimeira" | "declaração" | "empresa" | "estado" | "filme" |
            "furacão" | "governo" | "greve" | "guerra" | "ilha" | "massacre" | "município" |
            "novela" | "operação" | "pacto" | "papa" | "plano" | "portaria" | "presidente" |
            "programa" | "projeto" | "província" | "rainha" | "rei" | "resolução" | "revista" |
            "revolução" | "romance" | "são" | "série" | "terremoto" | "tratado" | "vale";
        de: "abkommen" | "album" | "bundeskanzler" | "bundespräsident" | "erdbeben" | "film" |
            "firma" | "frieden" | "gemeinde" | "gipfel" | "insel" | "kaiser" | "kanzler" |
            "kanzlerin" | "königin" | "konferenz" | "kongress" | "krieg" | "orkan" | "papst" |
            "parteitag" | "präsident" | "protokoll" | "provinz" | "reich" | "roman" | "schlacht" |
            "serie" | "software" | "stadt" | "sturm" | "unternehmen" | "vertrag";
        fr: "accord" | "accords" | "bataille" | "conférence" | "congrès" | "constitution" |
            "convention" | "déclaration" | "empereur" | "entreprise" | "film" | "gouvernement" |
            "guerre" | "impératrice" | "loi" | "logiciel" | "massacre" | "ministère" | "ouragan" |
            "pacte" | "paix" | "pape" | "plan" | "président" | "programme" | "projet" |
            "protocole" | "reine" | "roi" | "roman" | "révolution" | "sommet" | "séisme" | "série" |
            "tempête" | "tremblement" | "traité" | "ville" | "île";
        it: "accordi" | "accordo" | "battaglia" | "città" | "conferenza" | "congresso" |
            "convenzione" | "costituzione" | "dichiarazione" | "governo" | "guerra" | "isola" |
            "legge" | "patto" | "pace" | "papa" | "piano" | "presidente" | "progetto" |
            "programma" | "provincia" | "regina" | "re" | "rivista" | "rivoluzione" | "romanzo" |
            "serie" | "sisma" | "terremoto" | "trattato" | "uragano";
    }
}

words! {
    /// Products, makers and events that everybody names without an author.
    is_thing {
        makers: "adobe" | "airbnb" | "airbus" | "alibaba" | "amazon" | "apple" | "bayer" | "bmw" |
            "boeing" | "canon" | "facebook" | "google" | "huawei" | "ibm" | "ikea" | "instagram" |
            "intel" | "linkedin" | "mcdonald" | "microsoft" | "monsanto" | "netflix" | "nike" |
            "nokia" | "nvidia" | "openai" | "oracle" | "pfizer" | "philips" | "samsung" |
            "siemens" | "snapchat" | "sony" | "spacex" | "spotify" | "starbucks" | "tencent" |
            "tesla" | "tiktok" | "toyota" | "twitter" | "uber" | "volkswagen" | "walmart" |
            "wechat" | "whatsapp" | "wikipedia" | "youtube" | "zoom";
        products: "android" | "chatgpt" | "endnote" | "excel" | "github" | "iphone" | "ipad" |
            "java" | "javascript" | "latex" | "linux" | "macos" | "mathematica" | "matlab" |
            "nvivo" | "pokémon" | "powerpoint" | "psychopy" | "python" | "qualtrics" |
            "rstudio" | "spss" | "stata" | "unix" | "windows" | "word";
        events: "brexit" | "christmas" | "ebola" | "expo" | "glasnost" | "holocaust" | "influenza" |
            "intifada" | "katrina" | "metoo" | "obamacare" | "olympics" | "perestroika" | "ramadan" |
            "renaissance" | "sars" | "watergate" | "weimar" | "woodstock" | "zika";
    }
}

words! {
    /// Given names that are frequent in a language, with which a name that the list does not know is that of a person.
    is_given_name {
        en: "adam" | "alan" | "alice" | "amanda" | "amy" | "andrew" | "angela" | "ann" | "anne" |
            "anthony" | "barbara" | "benjamin" | "betty" | "brian" | "carol" | "catherine" |
            "charles" | "christine" | "christopher" | "daniel" | "david" | "deborah" | "dennis" |
            "diane" | "donald" | "dorothy" | "douglas" | "edward" | "elizabeth" | "emily" |
            "emma" | "eric" | "frank" | "gary" | "george" | "greg" | "gregory" | "harold" |
            "helen" | "henry" | "jack" | "james" | "jane" | "janet" | "jason" | "jeffrey" |
            "jennifer" | "jessica" | "joan" | "john" | "jonathan" | "joseph" | "joshua" | "judith" |
            "julia" | "julie" | "karen" | "kenneth" | "kevin" | "laura" | "linda" | "lisa" |
            "margaret" | "mark" | "mary" | "matthew" | "melissa" | "michael" | "nancy" |
            "nicholas" | "noam" | "pamela" | "patricia" | "patrick" | "paul" | "peter" | "philip" |
            "rachel" | "raymond" | "rebecca" | "richard" | "robert" | "roger" | "ronald" | "ruth" |
            "samuel" | "sandra" | "sarah" | "scott" | "sharon" | "simon" | "stephen" | "steven" |
            "susan" | "thomas" | "timothy" | "virginia" | "walter" | "william";
        es_pt: "alberto" | "alejandro" | "ana" | "andré" | "antonio" | "antónio" | "beatriz" |
            "carlos" | "carmen" | "cristina" | "diego" | "eduardo" | "enrique" | "fernando" |
            "francisco" | "gabriela" | "guillermo" | "henrique" | "ignacio" | "isabel" | "javier" |
            "jesús" | "joaquín" | "jorge" | "josé" | "joão" | "juan" | "lucía" | "luis" | "luiz" |
            "manuel" | "marcos" | "margarita" | "maria" | "maría" | "mario" | "marta" | "miguel" |
            "paulo" | "pedro" | "pilar" | "rafael" | "ramón" | "ricardo" | "roberto" | "rosa" |
            "santiago" | "sergio" | "sérgio" | "teresa" | "vicente";
        de: "andreas" | "anna" | "bernd" | "birgit" | "christa" | "claudia" | "dieter" | "elke" |
            "ernst" | "franz" | "friedrich" | "fritz" | "gerhard" | "hannah" | "hans" | "heinrich" |
            "heinz" | "helmut" | "ingrid" | "johann" | "johannes" | "jürgen" | "karin" | "karl" |
            "klaus" | "manfred" | "martin" | "matthias" | "monika" | "niklas" | "otto" | "petra" |
            "rolf" | "rudolf" | "sabine" | "stefan" | "susanne" | "ulrich" | "ursula" | "ute" |
            "werner" | "wilhelm" | "wolfgang";
        fr: "alain" | "andrée" | "bernard" | "brigitte" | "bruno" | "catherine" | "claire" |
            "claude" | "daniel" | "denis" | "didier" | "françois" | "françoise" | "gilles" |
            "guy" | "gérard" | "henri" | "hélène" | "jacques" | "jean" | "louis" | "luc" | "marc" |
            "marie" | "michel" | "michèle" | "nathalie" | "nicolas" | "olivier" | "pascal" |
            "philippe" | "pierre" | "rené" | "serge" | "sophie" | "sylvie" | "yves" | "émile" |
            "éric";
        it: "alessandro" | "andrea" | "angelo" | "chiara" | "elena" | "enrico" | "federico" |
            "francesca" | "francesco" | "giorgio" | "giovanni" | "giulia" | "giuseppe" |
            "lorenzo" | "luca" | "luigi" | "marco" | "massimo" | "paola" | "paolo" | "pietro" |
            "sara" | "silvia" | "stefano" | "umberto" | "vincenzo";
    }
}
