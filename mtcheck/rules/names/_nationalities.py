"""Adjectives of countries and peoples in English and in the language on the other side."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from mtcheck.data import Pair
from mtcheck.rules.names._countries import speaks_of
from mtcheck.rules.text import Span
from mtcheck.rules.words.lexicon import languages_of, places, words

_LANGS = ("ru", "uk", "pl", "de", "fr", "es", "it", "pt")
#: Letters that inflection adds to the beginnings below.
_ADDED = {"ru": 4, "uk": 4, "pl": 4, "de": 2, "fr": 4, "es": 2, "it": 2, "pt": 2}
#: A country, English adjectives and people, and how the adjective begins in `_LANGS`.
_TABLE = """
SE swedish,swede,swedes|шведск|шведськ|szwedzk|schwedisch|suédois|sueco,sueca|svedes|sueco,sueca,sueci
NO norwegian,norwegians|норвежск|норвезьк|norwesk|norwegisch|norvégien|norueg|norveges|norueg
DK danish,dane,danes|датск|данськ,датськ|duńsk|dänisch|danois|danés,danesa|danes|dinamarquês,dinamarques
FI finnish,finn,finns|финск,финлянд|фінськ,фінлянд|fińsk|finnisch|finlandais,finnois|finland,finés|finland|finland
IS icelandic,icelander|исландск|ісландськ|islandzk|isländisch|islandais|islandés,islandesa|islandes|islandês,islandes
PL polish,pole,poles|польск|польськ|polsk|polnisch|polonais|polac|polacc|polon,polac
CZ czech,czechs|чешск|чеськ|czesk|tschechisch|tchèque|chec|cec|tchec,chec
SK slovak,slovaks|словацк|словацьк|słowack|slowakisch|slovaque|eslovac|slovacc|eslovac
HU hungarian,hungarians|венгерск|угорськ|węgiersk|ungarisch|hongrois|húngar|ungheres|húngar
RO romanian,romanians|румынск|румунськ|rumuńsk|rumänisch|roumain|ruman|rumen,romen|romen
BG bulgarian,bulgarians|болгарск|болгарськ|bułgarsk|bulgarisch|bulgare|búlgar|bulgar|búlgar
RS serbian,serb,serbs|сербск|сербськ|serbsk|serbisch|serbe|serbi|serb|sérvi
HR croatian,croat,croats|хорватск|хорватськ|chorwack|kroatisch|croate|croat|croat|croat
SI slovenian,slovene,slovenes|словенск|словенськ|słoweńsk|slowenisch|slovène|esloven|sloven|esloven
GR greek,greeks|греческ|грецьк|greck|griechisch|grec|grieg|grec|greg
TR turkish,turk,turks|турецк|турецьк|tureck|türkisch|turc,turque|turc|turc|turc
IT italian,italians|итальянск|італійськ|włosk|italienisch|italien|italian|italian|italian
ES spanish,spaniard,spaniards|испанск|іспанськ|hiszpańsk|spanisch|espagnol|español|spagnol|espanh
PT portuguese|португальск|португальськ|portugalsk|portugiesisch|portugais|portugués,portugues|portoghes|portugues,português
FR french,frenchman,frenchmen,frenchwoman|французск|французьк|francusk|französisch|français|francés,frances|frances|francês,frances
DE german,germans|немецк,германск|німецьк|niemieck|deutsch|allemand|alemán,aleman|tedesc|alemã,alemães
AT austrian,austrians|австрийск|австрійськ|austriac|österreichisch|autrichien|austriac|austriac|austríac
CH swiss|швейцарск|швейцарськ|szwajcarsk|schweizer|suisse|suiz|svizzer|suíç
NL dutch|голландск,нидерландск|голландськ,нідерландськ|holendersk,niderlandzk|niederländisch,holländisch|néerlandais,hollandais|neerlandes,neerlandés,holandes,holandés|olandes,neerlandes|holandes,holandês,neerland
BE belgian,belgians|бельгийск|бельгійськ|belgijsk|belgisch|belge|belga|belga,belgi,belghe|belga
GB british,english,englishman,briton,britons|британск,английск|британськ,англійськ|brytyjsk,angielsk|britisch,englisch|britannique,anglais|británic,inglés,ingles|britannic,ingles|britânic,inglês,ingles
IE irish,irishman|ирландск|ірландськ|irlandzk|irisch|irlandais|irlandés,irlandes|irlandes|irlandês,irlandes
SC scottish,scot,scots|шотландск|шотландськ|szkock|schottisch|écossais|escocés,escoces|scozzes|escocês,escoces
WL welsh,welshman|валлийск,уэльск|валлійськ,уельськ|walijsk|walisisch|gallois|galés,gales|galles|galês,gales
RU russian,russians|российск,русск|російськ|rosyjsk|russisch|russe|rus|russ|russ
UA ukrainian,ukrainians|украинск|українськ|ukraińsk|ukrainisch|ukrainien|ucrani|ucrain|ucrani
BY belarusian,belarusians|белорусск,беларуск|білоруськ|białorusk|belarussisch,weißrussisch|biélorusse|bielorrus|bieloruss|bielorruss
LT lithuanian,lithuanians|литовск|литовськ|litewsk|litauisch|lituanien|lituan|lituan|lituan
LV latvian,latvians|латвийск,латышск|латвійськ,латиськ|łotewsk|lettisch|letton|letón,leton|letton|letã,letões,leton
EE estonian,estonians|эстонск|естонськ|estońsk|estnisch|estonien|estoni|eston|estoni
GE georgian,georgians|грузинск|грузинськ|gruzińsk|georgisch|géorgien|georgian|georgian|georgian
AM armenian,armenians|армянск|вірменськ|armeńsk|armenisch|arménien|armeni|armen|armêni,armen
KZ kazakh,kazakhs|казахск,казахстанск|казахськ,казахстанськ|kazachsk|kasachisch|kazakh|kazaj|kazak|cazaq
JP japanese|японск|японськ|japońsk|japanisch|japonais|japonés,japones|giappones|japonês,japones
CN chinese|китайск|китайськ|chińsk|chinesisch|chinois|chin|cines|chinês,chines
KR korean,koreans|корейск,южнокорейск|корейськ,південнокорейськ|koreańsk|koreanisch,südkoreanisch|coréen|corean|corean|corean
VN vietnamese|вьетнамск|в'єтнамськ|wietnamsk|vietnamesisch|vietnamien|vietnamit|vietnamit|vietnamit
IN indian,indians|индийск|індійськ|indyjsk,hindusk|indisch|indien|indi|indian|indian
IR iranian,iranians,persian|иранск,персидск|іранськ,перськ|irańsk,persk|iranisch,persisch|iranien,persan,perse|iraní,irani,pers|irani,persian|irani,pers
EG egyptian,egyptians|египетск|єгипетськ|egipsk|ägyptisch|égyptien|egipci|egizian|egípci
IL israeli,israelis|израильск|ізраїльськ|izraelsk|israelisch|israélien|israel|israelian|israel
MA moroccan,moroccans|марокканск|марокканськ|marokańsk|marokkanisch|marocain|marroqu|marocchin|marroquin
AU australian,australians|австралийск|австралійськ|australijsk|australisch|australien|australian|australian|australian
CA canadian,canadians|канадск|канадськ|kanadyjsk|kanadisch|canadien|canadiens|canades|canadens
US american,americans|американск|американськ|amerykańsk|amerikanisch,us|américain|american,estadounidens|american,statunitens|american,norte,estadunidens
MX mexican,mexicans|мексиканск|мексиканськ|meksykańsk|mexikanisch|mexicain|mexican|messican|mexican
BR brazilian,brazilians|бразильск|бразильськ|brazylijsk|brasilianisch|brésilien|brasileñ|brasilian|brasileir
AR argentine,argentinian,argentines|аргентинск|аргентинськ|argentyńsk|argentinisch|argentin|argentin|argentin|argentin
CL chilean,chileans|чилийск|чилійськ|chilijsk|chilenisch|chilien|chilen|cilen|chilen
"""  # noqa: E501 (a table)
_SHORTEST = 4


@cache
def adjectives(lang: str) -> Mapping[str, str]:
    """How adjectives of countries begin in a language (English: whole, in lower case), with the country."""
    if lang != "en" and lang not in _LANGS:
        return {}
    column = 0 if lang == "en" else 1 + _LANGS.index(lang)
    found = {}
    for line in _TABLE.strip().splitlines():
        code, _, rest = line.partition(" ")
        for form in rest.split("|")[column].split(","):
            found[form] = code
    return found


def country_of(word: str, lang: str) -> str:
    """The country whose adjective a word is, or an empty text."""
    table, low = adjectives(lang), word.lower()
    if lang == "en":
        return table.get(low, "") if word[0].isupper() else ""
    for length in range(len(low), max(_SHORTEST, len(low) - _ADDED.get(lang, 0)) - 1, -1):
        if low[:length] in table:
            return table[low[:length]]
    return ""


def other_nationality(pair: Pair) -> tuple[Span, str] | None:
    """The one adjective of a country that nothing in the source stands for, where the source has one of another."""
    source, target = languages_of(pair)
    now = _countries_of(pair.target, target)
    if not now:
        return None
    was = _countries_of(pair.source, source)
    added = [code for code in now if code not in was and not speaks_of(pair.source, source, code)]
    missing = [code for code in was if code not in now and not speaks_of(pair.target, target, code)]
    if len(added) != 1 or len(missing) != 1:
        return None
    (start, end), (begin, stop) = now[added[0]], was[missing[0]]
    return (start, end), pair.source[begin:stop]


def _countries_of(text: str, lang: str) -> dict[str, Span]:
    if not any(country_of(word, lang) for word in words(text)):
        return {}
    found: dict[str, Span] = {}
    for word, start, end in places(text):
        if code := country_of(word, lang):
            found.setdefault(code, (start, end))
    return found
