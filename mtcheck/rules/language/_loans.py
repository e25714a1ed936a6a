"""Words that languages borrow from each other, so that they are no leftovers."""

from __future__ import annotations

from mtcheck.rules.text import word_set

#: Words that other languages borrow whole: some found on the clean texts of PUD and TICO-19, the others as dictionaries
#: of English have them: food, buildings, money and the arts first.
BORROWED = word_set(
    # English words that its list has only as parts of names
    "bureau boutique canton cantons premier carton chariot gorge apocalypse entente commandant chevalier"
    " vendetta piazza boreal "
    "vitro era coup al vivo situ facto grâce finale café cafés élite façade cliché déjà naïve fiancé fiancée"
    " résumé première señor señora doña mère père bona fide alma mater biker muffins alter ego ersatz kitsch angst"
    " über schadenfreude zeitgeist autobahn embargo temporal épée épées fête fêtes protégé protégés protégée"
    " soirée soirées touché crêpe crêpes entrée entrées exposé matinée passé risqué rosé rosés sauté soufflé"
    " canapé canapés décor crème brûlée purée mâché piqué consommé communiqué émigré émigrés divorcée attaché"
    " attachés flambé glacé macramé lamé appliqué cloisonné outré recherché séance séances voilà pâté pâtés"
    " fiancés clichés mélange mêlée métier dénouement détente élan étude études gîte gîtes baguette baguettes"
    " croissant croissants sommelier sommeliers boulangerie patisserie pâtisserie brasserie bistro chalet chalets"
    " château châteaux concierge connoisseur couture gendarme gendarmes gourmet lingerie terroir bouillabaisse"
    " ratatouille fondue raclette charcuterie jalapeño piñata mañana señorita siesta siestas fiesta fiestas paella"
    " gazpacho tapas sangria flamenco tortilla tortillas salsa plaza hacienda sombrero guacamole tequila chorizo"
    " mojito macho patio patios rodeo bonanza peso pesos torero toreros corrida matador empanada empanadas churro"
    " churros adobe mesa pampas gaucho gauchos aficionado aficionados guerrilla junta caudillo bodega bodegas"
    " pizza pizzas pasta bruschetta prosciutto mozzarella gelato espresso cappuccino barista baristas trattoria"
    " osteria piazza palazzo campanile sgraffito terrazzo pergola belvedere loggia graffiti paparazzi dilettante"
    " fresco maestro soprano libretto tempo allegro andante risotto tiramisu panettone gnocchi ravioli lasagne"
    " pesto ricotta mascarpone carabinieri carabiniere kindergarten rucksack schnitzel bratwurst lederhosen dirndl"
    " glühwein pretzel poltergeist wanderlust leitmotif wunderkind hinterland edelweiss pumpernickel sauerkraut"
    " doppelgänger fräulein smörgåsbord fado caipirinha azulejo azulejos favela favelas saudade capoeira samba"
    " bossa kebab baklava raki meze simit börek döner kilim kilims pierogi bigos kielbasa zloty zlotys koruna"
    " forint leu krona kronor krone kroner hygge"
)
#: What English has from Arabic.
ARABIC_LOANS = word_set(
    "madrasa madrasas souk souks hammam hammams kebab falafel hummus tahini mansaf dabke qanun hijab niqab burqa"
    " imam fatwa jihad sharia halal henna sheikh sheikhs emir emirs vizier caliph sultan minaret mihrab minbar"
    " muezzin wadi wadis medina casbah kasbah riad riads tajine tagine couscous harissa shawarma shisha hookah"
    " argileh keffiyeh abaya jilbab thobe dirham dirhams dinar dinars zakat umma ummah hajj umrah salafi wahhabi"
    " fedayeen intifada mujahideen baksheesh muqarnas mashrabiya zellige liwan iwan diwan majlis shura waqf qadi"
    " mufti ayatollah salam salaam inshallah mashallah halloumi labneh zaatar sumac tabbouleh fattoush baklava"
    " kanafeh knafeh maqluba mezze arak nabidh khamsin simoom sirocco sabkha saluki mamluk mawlid mahram jizya"
    " dhow dhows felucca feluccas fellah fellahin bedouin nakba naskh kufic thuluth"
)

#: Words that English shares with most European languages, Turkish and Indonesian: sports, music, trade and computers,
#: plants and beasts, units, Latin. `Spelling` and word lists take them for English, whose list has them.
_SHARED = word_set(
    "rugby golf tennis hockey handball volleyball basketball cricket baseball softball badminton squash karate"
    " judo sumo polo rally derby sprint surf surfing jogging fitness wellness bodybuilding yoga karaoke playboy"
    " cowboy gangster hippie punk rock jazz blues swing reggae rap techno disco musical single thriller western"
    " horror fantasy remake trailer casting superstar fan fans boom crash stress burnout handicap lobby lobbying"
    " marketing leasing franchise franchising dumping holding broker manager management business startup"
    " outsourcing coaching monitoring workshop brainstorming feedback software hardware online offline internet"
    " blog blogger podcast streaming chat hacker smartphone laptop tablet server router byte pixel scanner laser"
    " radar sonar spray gel aerosol jeans bikini pullover blazer shorts sandwich snack hamburger ketchup toast"
    " whisky gin rum cocktail pub camping terminal tanker bulldozer jeep taxi airbag charter jet taiga tundra"
    " magma tsunami tornado canyon koala panda gorilla puma cobra gecko zebra flamingo orca kiwi mango avocado"
    " papaya curry chutney gender transgender queer virus retrovirus adenovirus coronavirus helium radium uranium"
    " polonium iridium kilowatt megawatt gigawatt volt watt hertz sterling dollar euro moratorium quorum forum"
    " plenum referendum memorandum ultimatum veto maximum minimum optimum spectrum momentum premium podium opium"
    " trauma dogma drama panorama opera sonata aria islam diesel bullying establishment shock tomahawk totem"
    " mustang dandy bluff versus memoriam hashtag influencer selfie drone emoji meme vlog spam link cookie cookies"
    " app apps bluetooth wifi interface firmware plugin token blockchain bitcoin benchmark cluster layout"
    " mainstream trend lifestyle design designer catering voucher bonus bingo poker joker quiz puzzle hostel motel"
    " resort spa bungalow loft penthouse"
)
#: Words that English shares with some languages only.
_SHARED_WITH = {
    **dict.fromkeys(("sv", "da", "no"), word_set(
        "president minister reform rival press civil show heroin humanism nationalism marxism socialism liberalism"
        " islam school team service partner patient student social central liberal radio studio album film"
    )),
    "de": word_set(
        "militant plausible invasive irrational digital global liberal national international legislative relevant"
        " prominent intelligent elegant tolerant dominant modern neutral original rational regional total ideal"
    ),
    "nl": word_set("president minister humor team service partner school film radio studio album digital"),
    **dict.fromkeys(("cs", "sk", "pl"), word_set(
        "minister monument farmer terror heroin program system student agent dealer partner mentor doping trend"
        " gang gangster rekord sport start finish deficit test film album debut"
    )),
    "fr": word_set("ottoman dominance sterling latent imminent constant invasion civilisation"),
    "it": word_set("touch band hit cast film star set bar sport record partner club flirt picnic flash stop"),
    **dict.fromkeys(("es", "pt", "ca", "gl"), word_set(
        "criminal imperial civil central final general local normal oral original popular radical rural social total"
        " virtual picnic crack set show sheriff judicial musical nuclear"
    )),
    "id": word_set("presenter brand heroin single gender estate bully fans"),
    "tr": word_set("mineral film program plan normal liberal kilo maraton final"),
    "fi": word_set("single"),
    "ro": word_set("criminal imperial central final general local normal oral original popular radical rural social"
                   " total judicial musical nuclear president minister"),
}  # fmt: skip


def is_shared(word: str, target: str) -> bool:
    """Whether a word of English, in lower case, is one of the target's language as well.

    >>> is_shared("rugby", "es"), is_shared("president", "sv"), is_shared("president", "es")
    (True, True, False)
    """
    return word in _SHARED or word in _SHARED_WITH.get(target, ()) or (target == "sv" and word.endswith("ism"))
