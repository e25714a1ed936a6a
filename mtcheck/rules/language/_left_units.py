# ruff: noqa: E501 (tables)
"""Units of the source's language left behind a figure (LNG002): `16 Zoll`, `12 ay`, `5 hodyn`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from anyascii import anyascii

from mtcheck.rules.text import Span, has_any, places, word_set
from mtcheck.rules.words.lexicon import enclosed, scripts
from mtcheck.rules.words.lists import words_of
from mtcheck.rules.words.tables import FUNCTION_WORDS
from mtcheck.rules.words.tokens import MAX_NAME_TEXT

#: Units of length, weight, area, volume and time as CLDR writes them in full after a number, with a few more that it
#: lacks (money, old measures).
_UNITS: dict[str, str] = {
    "de": "zoll fuß yards yard meilen meile kilometer meter zentimeter pfund unzen unze gramm kilogramm tonnen tonne acres acre hektar liter gallonen gallone pints pint jahre jahr monate monat wochen woche tage tag stunden stunde minuten minute sekunden sekunde jahrzehnte jahrzehnt jahrhunderte jahrhundert zentner jahren monaten tagen jahrhunderten jahrzehnten metern kilometern",
    "fr": "pouces pouce pieds pied yards yard miles mile kilomètres kilomètre mètres mètre centimètres centimètre livres livre onces once grammes gramme kilogrammes kilogramme tonnes tonne hectares hectare litres litre gallons gallon pintes pinte ans an mois semaines semaine jours jour heures heure minutes minute secondes seconde décennies décennie siècles siècle sous",
    "es": "pulgadas pulgada pies pie yardas yarda millas milla kilómetros kilómetro metros metro centímetros centímetro libras libra onzas onza gramos gramo kilogramos kilogramo toneladas tonelada acres acre hectáreas hectárea litros litro galones galón pintas pinta años año meses mes semanas semana días día horas hora minutos minuto segundos segundo décadas década siglos siglo arrobas arroba",
    "it": "pollici pollice piedi piede iarde iarda miglia miglio chilometri chilometro metri metro centimetri centimetro libbre libbra once oncia grammi grammo chilogrammi chilogrammo acri acro ettari ettaro litri litro galloni gallone pinte pinta anni anno mesi mese settimane settimana giorni giorno ore ora minuti minuto secondi secondo decadi decade secoli secolo",
    "pt": "polegadas polegada pés pé jardas jarda milhas milha quilômetros quilômetro metros metro centímetros centímetro libras libra onças onça gramas grama quilogramas quilograma acres acre hectares hectare litros litro galões galão pints pint anos ano meses mês semanas semana dias dia horas hora minutos minuto segundos segundo décadas década séculos século",
    "pl": "cala cal cale cali stopy stopa stóp jarda jard jardy jardów mili mila mile mil kilometra kilometr kilometry kilometrów metra metr metry metrów centymetra centymetr centymetry centymetrów funta funt funty funtów uncji uncja uncje grama gram gramy gramów kilograma kilogram kilogramy kilogramów tony tona ton akra akr akry akrów hektara hektar hektary hektarów litra litr litry litrów roku rok lata lat miesiąca miesiąc miesiące miesięcy tygodnia tydzień tygodnie tygodni dnia dzień dni godziny godzina godzin minuty minuta minut sekundy sekunda sekund dekady dekada dekad wieku wiek wieki wieków złotych złote złoty",
    "cs": "palců palec palce stop stopa stopy yardů yard yardy yardu mil míle kilometrů kilometr kilometry kilometru metrů metr metry metru centimetrů centimetr centimetry centimetru liber libra libry uncí unce gramů gram gramy gramu kilogramů kilogram kilogramy kilogramu tun tuna tuny akrů akr akry akru hektarů hektar hektary hektaru litrů litr litry litru galonů galon galony galonu pint pinta pinty let rok roky roku měsíců měsíc měsíce týdnů týden týdny týdne dnů den dny dne hodin hodina hodiny minut minuta minuty sekund sekunda sekundy desetiletí století korun koruny koruna dní",
    "sk": "palcov palec palce palca stôp stopa stopy yardov yard yardy yardu míľ míľa míle kilometrov kilometer kilometre kilometra metrov meter metre metra centimetrov centimeter centimetre centimetra libier libra libry uncí unca unce gramov gram gramy gramu kilogramov kilogram kilogramy kilogramu ton tona tony akrov aker akre akra hektárov hektár hektáre hektára litrov liter litre litra galónov galón galóny galónu pínt pinta pinty rokov rok roky roka mesiacov mesiac mesiace mesiaca týždňov týždeň týždne týždňa dní deň dni dňa hodín hodina hodiny minút minúta minúty sekúnd sekunda sekundy desaťročí desaťročie desaťročia storočí storočie storočia korun koruny eur",
    "nl": "inches inch voet yards yard mijl kilometer meter centimeter pound ounce gram kilogram acres acre hectare liter gallon pint jaar maanden maand weken week dagen dag uur minuten minuut seconden seconde decennia decennium eeuwen eeuw duim",
    "sv": "tum fot yard mile kilometer meter centimeter pund uns gram kilogram ton hektar liter gallon pint år månader månad veckor vecka dygn timmar timme minuter minut sekunder sekund årtionden årtionde århundraden århundrade kronor",
    "da": "tommer tomme fod miles mile kilometer meter centimeter pund ounces ounce gram kilogram tons ton acres acre hektar liter gallons gallon pints pint år måneder måned uger uge dage dag timer time minutter minut sekunder sekund årtier årti århundreder århundrede kroner",
    "no": "tommer tomme fot yard miles mile kilometer meter centimeter pund unser unse gram kilogram tonn acre hektar liter gallon pint år måneder måned uker uke døgn timer time minutter minutt sekunder sekund tiår århundrer århundre kroner",
    "fi": "tuumaa tuuma jalkaa jalka jaardia jaardi mailia maili kilometriä kilometri metriä metri senttimetriä senttimetri paunaa pauna unssia unssi grammaa gramma kilogrammaa kilogramma tonnia tonni eekkeriä eekkeri hehtaaria hehtaari litraa litra pinttiä pint vuotta vuosi kuukautta kuukausi viikkoa viikko päivää päivä tuntia tunti minuuttia minuutti sekuntia sekunti vuosikymmentä vuosikymmen vuosisataa vuosisata",
    "hu": "hüvelyk láb yard mérföld kilométer méter centiméter font uncia gramm kilogramm hold hektár liter gallon pint év hónap hét nap óra perc másodperc évtized évszázad forint forintot",
    "ro": "inch inchi picior picioare iard iarzi milă mile kilometru kilometri metru metri centimetru centimetri livră livre uncie uncii gram grame kilogram kilograme acru acri hectar hectare litru litri galon galoane pintă pinte an ani lună luni săptămână săptămâni zi zile oră ore minut minute secundă secunde deceniu decenii secol secole lei",
    "tr": "inç fit yarda mil kilometre metre santimetre libre ons gram kilogram ton akre hektar litre galon pint yıl ay hafta gün saat dakika saniye yüzyıl lira",
    "ru": "дюйма дюйм дюймов фута фут футов ярда ярд ярдов мили миля миль километра километр километров метра метр метров сантиметра сантиметр сантиметров фунта фунт фунтов унции унция унций грамма грамм килограмма килограмм тонны тонна тонн акра акр акров гектара гектар гектаров литра литр литров года год лет месяца месяц месяцев недели неделя недель дня день дней часа час часов минуты минута минут секунды секунда секунд десятилетия десятилетие десятилетий века век веков рублей рубля рубль копеек пудов пуда пуд вёрст верст версты аршин сажень саженей сажени",
    "uk": "дюйма дюйм дюйми дюймів фута фут фути футів ярда ярд ярди ярдів милі миля миль кілометра кілометр кілометри кілометрів метра метр метри метрів сантиметра сантиметр сантиметри сантиметрів фунта фунт фунти фунтів унції унція унцій грама грам грами грамів кілограма кілограм кілограми кілограмів акра акр акри акрів гектара гектар гектари гектарів літра літр літри літрів галона галон галони галонів пінти пінта пінт року рік роки років місяця місяць місяці місяців тижня тиждень тижні тижнів дня день дні днів години година годин хвилини хвилина хвилин секунди секунда секунд десятиліття десятиліть століття століть гривень гривні гривня пудів пуди пуд верст версти сажнів",
    "be": "цалі цаля цаляў фута фут футы футаў ярда ярд ярды ярдаў мілі міля міль кіламетра кіламетр кіламетры кіламетраў метра метр метры метраў сантыметра сантыметр сантыметры сантыметраў фунта фунт фунты фунтаў унцыі унцыя унцый грама грам грамы грамаў кілаграма кілаграм кілаграмы кілаграмаў тоны тона тон акра акр акры акраў гектара гектар гектары гектараў літра літр літры літраў галона галон галоны галонаў пінты пінта пінтаў года год гады гадоў месяца месяц месяцаў тыдня тыдзень тыдні тыдняў сутак суткі гадзіны гадзіна гадзін хвіліны хвіліна хвілін секунды секунда секунд дзесяцігоддзя дзесяцігоддзе дзесяцігоддзі дзесяцігоддзяў стагоддзя стагоддзе стагоддзі стагоддзяў рублёў рублі рубель",
    "bg": "инча инч фута фут ярда ярд мили миля километра километър метра метър сантиметра сантиметър фунта фунт унции унция грама грам килограма килограм акра акър хектара хектар литра литър галона галон пинти пинта години година месеца месец седмици седмица дни ден часа час минути минута секунди секунда десетилетия десетилетие века век лева лев",
    "hr": "inča inč stopa stope jardi jard jarda milja milje kilometara kilometar kilometra metara metar metra centimetara centimetar centimetra funti funta funte unci unca unce grama gram kilograma kilogram tona tone hektara hektar hektra litara litra litre galona galon pinti pinta pinte godina godine mjeseci mjesec mjeseca tjedana tjedan tjedna dana dan sati sat sata minuta minute sekundi sekunda sekunde desetljeća desetljeće stoljeća stoljeće kuna eura",
    "sl": "palcev palec palca palci čevljev čevelj čevlja čevlji jardov jard jarda jardi milj milja milji milje kilometrov kilometer kilometra kilometri metrov meter metra metri centimetrov centimeter centimetra centimetri funtov funt funta funti unč unča unči unče gramov gram grama grami kilogramov kilogram kilograma kilogrami akrov aker akra akri hektarov hektar hektara hektari litrov liter litra litri galon galona galoni galone pint pinta pinti pinte let leto leti mesecev mesec meseca meseci tednov teden tedna tedni dni dan dneva ur ura uri ure minut minuta minuti minute sekund sekunda sekundi sekunde dekad dekada dekadi dekade stoletij stoletje stoletji stoletja",
    "lt": "colių colis coliai colio pėdų pėda pėdos jardų jardas jardai jardo mylių mylia mylios kilometrų kilometras kilometrai kilometro metrų metras metrai metro centimetrų centimetras centimetrai centimetro svarų svaras svarai svaro uncijų uncija uncijos gramų gramas gramai gramo kilogramų kilogramas kilogramai kilogramo akrų akras akrai akro hektarų hektaras hektarai hektaro litrų litras litrai litro galonų galonas galonai galono pintų pinta pintos metų metai mėnesių mėnuo mėnesiai mėnesio savaičių savaitė savaitės dienų diena dienos valandų valanda valandos minučių minutė minutės sekundžių sekundė sekundės dekadų dekada dekados amžių amžius amžiai amžiaus",
    "lv": "collas collu colla pēdas pēdu pēda jardi jardu jards jūdzes jūdžu jūdze kilometri kilometru kilometrs metri metru metrs centimetri centimetru centimetrs mārciņas mārciņu mārciņa unces unču unce grami gramu grams kilogrami kilogramu kilograms akri akru akrs hektāri hektāru hektārs litri litru litrs galoni galonu galons pintes pinšu pinte gadi gadu gads mēneši mēnešu mēnesis nedēļas nedēļu nedēļa dienas dienu diena stundas stundu stunda minūtes minūšu minūte sekundes sekunžu sekunde dekādes dekāžu dekāde gadsimti gadsimtu gadsimts",
    "et": "tolli toll jalga jalg jardi jard miili miil kilomeetrit kilomeeter meetrit meeter sentimeetrit sentimeeter naela nael untsi unts grammi gramm kilogrammi kilogramm tonni tonn aakrit aaker hektarit hektar liitrit liiter gallonit gallon pinti pint aastat aasta kuud kuu nädalat nädal ööpäeva ööpäev tundi tund minutit minut sekundit sekund dekaadi dekaad sajandit sajand",
    "id": "inci kaki yard mil kilometer meter sentimeter pound ounce gram kilogram ekar hektare liter galon pint tahun bulan minggu hari jam menit detik dekade abad",
    "ca": "polzades polzada peus peu iardes iarda milles milla quilòmetres quilòmetre metres metre centímetres centímetre lliures lliura unces unça grams gram quilograms quilogram acres acre hectàrees hectàrea litres litre galons galó pintes pinta anys any mesos mes setmanes setmana dies dia hores hora minuts minut segons segon dècades dècada segles segle",
}
#: What English has beside its own units.
_ENGLISH = word_set(
    "inches inch feet foot yards yard miles mile kilometers kilometer kilometre kilometres meters meter metre metres"
    " centimeters centimeter centimetre centimetres pounds pound ounces ounce grams gram kilograms kilogram acres acre"
    " hectares hectare liters liter litre litres gallons gallon pints pint years year months month weeks week days day"
    " hours hour minutes minute seconds second decades decade centuries century ton tons tonne tonnes lira leu lei lev"
    " leva forint kuna stop once time mil dag let fit on an per are has had to of in or sous sec min pud arshin"
    " sazhen zentner koruna kopek hryvnia hryvnya verst"
)
#: Letters that are romanised in Ukrainian otherwise than in Russian.
_UKRAINIAN = str.maketrans("гиГИ", "hyHY")
_COUNTED = re.compile(r"(?<=\d)[ \u00a0]([^\W\d_]{2,14})(?![\w-])")


@cache
def left_units(source: str, target: str) -> dict[str, str]:
    """The units of the source's language, as they look when left in the target, none of which is a word of this.

    >>> left_units("de", "en")["zoll"], left_units("uk", "en")["hodyn"]
    ('zoll', 'годин')
    """
    words = words_of(target)
    if words is None or source == target or scripts(target) != ("Latn",) or scripts(source) not in _READ:
        return {}
    own = (_ENGLISH if target == "en" else word_set(_UNITS.get(target, ""))) | FUNCTION_WORDS.get(target, frozenset())
    found = {}
    for unit in _UNITS.get(source, "").split():
        latin = unit
        if scripts(source) == ("Cyrl",):
            latin = anyascii(unit.translate(_UKRAINIAN) if source == "uk" else unit).replace("'", "")
        known = words.tier(latin) <= 2 and latin not in words.names
        sure = target == "en" and scripts(source) == ("Latn",)
        if latin.isalpha() and latin not in own and not known and (sure or latin not in words):
            found[latin] = unit
    return found


@cache
def unit_words(source: str, target: str) -> frozenset[str]:
    """`left_units` without the forms that they have in the source."""
    return frozenset(left_units(source, target))


_READ = (("Latn",), ("Cyrl",))


def left_counted(text: str, source_text: str, source: str, target: str) -> Iterator[Span]:
    """Spans of units behind a figure that both sides count in, and only the source's language has."""
    units = left_units(source, target)
    if not units or len(text) > MAX_NAME_TEXT or not has_any(text, _DIGITS):
        return
    counted: frozenset[str] | None = None
    for match in places(_COUNTED, text):
        unit = units.get(match[1].lower())
        if unit is None:
            continue
        if counted is None:
            counted = frozenset(found[1].lower() for found in places(_COUNTED, source_text))
        if unit in counted and not enclosed(text, *match.span(1)):
            yield match.span(1)


_DIGITS = tuple("0123456789")
