"""Words that languages borrow from each other, so that they are no leftovers."""

from __future__ import annotations

from mtcheck.rules._text import word_set

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
