# ruff: noqa: E501 (tables)
"""Cities and lands of which languages have names of their own, and translations that name another one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from anyascii import anyascii

from mtcheck.data import Pair
from mtcheck.rules.names._capitalised import bare, capital_words
from mtcheck.rules.text import Span
from mtcheck.rules.words.lexicon import languages_of, starts, words

#: The languages of the columns; `=` is the English name. Polish to Turkish as their forms begin, as they inflect.
_LANGS = ["en", "de", "fr", "es", "it", "pt", "pl", "cs", "ru", "uk", "tr"]
_INFLECTED = frozenset(("pl", "cs", "ru", "uk", "tr"))
_TABLE = """
Munich München = Múnich Monaco Munique Monachi Mnichov Мюнхен Мюнхен Münih
Monaco = = Mónaco - Mónaco Monak Monak Монако Монако Monako
Cologne Köln = Colonia Colonia Colónia Koloni Kolín Кёльн Кельн Köln
Vienna Wien Vienne Viena = Viena Wie,Wiedni Víde,Vídn Вен Віден,Відн Viyana
Venice Venedig Venise Venecia Venezia Veneza Wenecj Benát Венеци Венеці Venedik
Geneva Genf Genève Ginebra Ginevra Genebra Genew Ženev Женев Женев Cenevre
Genoa Genua Gênes Génova Genova Génova Genu Janov Гену Гену Cenova
Naples Neapel = Nápoles Napoli Nápoles Neapol Neapol Неапол Неапол Napoli
Florence Florenz = Florencia Firenze Florença Florencj Florenc Флоренци Флоренці Floransa
Milan Mailand = Milán Milano Milão Mediolan Milán Милан Мілан Milano
Turin = = Turín Torino Turim Turyn Turín Турин Турин Torino
Rome Rom = Roma Roma Roma Rzym Řím Рим Рим Roma
Padua = Padoue = Padova Pádua Padw Padov Паду Паду Padova
Prague Prag = Praga Praga Praga Prag,Pradz Prah,Praz Праг,Празі Праг,Празі Prag
Warsaw Warschau Varsovie Varsovia Varsavia Varsóvia Warszaw Varšav Варшав Варшав Varşova
Krakow,Cracow Krakau Cracovie Cracovia Cracovia Cracóvia Krak Krakov Краков Краков,Кракі Krakov
Gdansk,Gdańsk Danzig = = Danzica = Gdańsk Gdaňsk Гданьск Гданськ Gdańsk
Budapest = = = = Budapeste Budapeszt Budapešt Будапешт Будапешт Budapeşte
Bucharest Bukarest Bucarest Bucarest Bucarest Bucareste Bukareszt Bukurešt Бухарест Бухарест Bükreş
Belgrade Belgrad = Belgrado Belgrado Belgrado Belgrad Bělehrad Белград Белград Belgrad
Athens Athen Athènes Atenas Atene Atenas Aten Athén,Atén Афин Афін Atina
Thessaloniki Thessaloniki,Saloniki Thessalonique Salónica Salonicco Salónica Salonik Soluň,Solun Салоник Салонік Selanik
Brussels Brüssel Bruxelles Bruselas Bruxelles Bruxelas Bruksel Brusel Брюссел Брюссел Brüksel
Antwerp Antwerpen Anvers Amberes Anversa Antuérpia Antwerpi Antverp Антверпен Антверпен Anvers
Ghent Gent Gand Gante Gand Gante Gandaw Gent Гент Гент Gent
Bruges Brügge = Brujas = = Brugi,Brugii Brugg Брюгге Брюгге Brugge
Liege,Liège Lüttich Liège Lieja Liegi = Liège Lutych Льеж Льєж Liège
Basel = Bâle Basilea Basilea Basileia Bazyle Basilej Базел Базел Basel
Zurich Zürich = Zúrich Zurigo Zurique Zurych Curych Цюрих Цюрих Zürih
Bern = Berne Berna Berna Berna Bern Bern Берн Берн Bern
Lucerne Luzern = Lucerna Lucerna Lucerna Lucern Lucern Люцерн Люцерн Luzern
Lausanne = = Lausana Losanna = Lozann Lausanne Лозанн Лозанн Lozan
Lisbon Lissabon Lisbonne Lisboa Lisbona Lisboa Lizbon Lisabon Лиссабон Лісабон Lizbon
Seville Sevilla Séville Sevilla Siviglia Sevilha Sewill Sevill Севиль Севіль Sevilla
Barcelona = Barcelone = Barcellona = Barcelon Barcelon Барселон Барселон Barselona
Madrid = = = = = Madry Madrid Мадрид Мадрид Madrid
Marseille,Marseilles = = Marsella Marsiglia Marselha Marsyli Marseill Марсел Марсел Marsilya
Bordeaux = = Burdeos = Bordéus Bordeaux Bordeaux Бордо Бордо Bordo
Toulouse = = = Tolosa = Tuluz Toulous Тулуз Тулуз Toulouse
Strasbourg Straßburg = Estrasburgo Strasburgo Estrasburgo Strasburg Štrasburk Страсбург Страсбург Strazburg
London = Londres Londres Londra Londres Londyn Londýn Лондон Лондон Londra
Edinburgh = Édimbourg Edimburgo Edimburgo Edimburgo Edynburg Edinburg Эдинбург Единбург Edinburgh
Dublin = = Dublín Dublino Dublim Dublin Dublin Дублин Дублін Dublin
Copenhagen Kopenhagen Copenhague Copenhague Copenaghen Copenhaga,Copenhague Kopenha Kodaň,Kodan Копенгаген Копенгаген Kopenhag
Stockholm = = Estocolmo Stoccolma Estocolmo Sztokholm Stockholm Стокгольм Стокгольм Stokholm
Gothenburg Göteborg Göteborg Gotemburgo Göteborg Gotemburgo Göteborg Göteborg Гётеборг,Гетеборг Гетеборг Göteborg
Helsinki = = = = Helsínquia,Helsinque Helsin Helsin Хельсинки Гельсінкі Helsinki
Hamburg = Hambourg Hamburgo Amburgo Hamburgo Hamburg Hamburk Гамбург Гамбург Hamburg
Berlin = = Berlín Berlino Berlim Berlin Berlín Берлин Берлін Berlin
Frankfurt = Francfort Fráncfort,Frankfurt Francoforte Frankfurt Frankfur Frankfurt Франкфурт Франкфурт Frankfurt
Leipzig = = = Lipsia = Lipsk Lipsk Лейпциг Лейпциг Leipzig
Dresden = Dresde Dresde Dresda = Drezn,Dreźn Drážďan Дрезден Дрезден Dresden
Nuremberg Nürnberg = = Norimberga Nuremberga Norymber Norimber Нюрнберг Нюрнберг Nürnberg
Mainz = Mayence Maguncia Magonza Mogúncia Mogunc Mohuč Майнц Майнц Mainz
Regensburg = Ratisbonne Ratisbona Ratisbona Ratisbona Ratyzbon Řezn Регенсбург Регенсбург Regensburg
Salzburg = Salzbourg Salzburgo Salisburgo Salzburgo Salzburg Salcburk Зальцбург Зальцбург Salzburg
Moscow Moskau Moscou Moscú Mosca Moscovo,Moscou Moskw Moskv Москв Москв Moskova
Odesa,Odessa Odessa,Odesa = = = = Odess Oděs Одесс Одес Odessa
Lviv Lemberg,Lwiw Lviv Leópolis Leopoli = Lw Lvov Львов Львов,Львів Lviv
Vilnius = = Vilna = Vilnius Wiln Vilnius Вильнюс Вільнюс Vilnius
Riga = = = = = Ryg,Rydz Rig,Riz Риг Риг,Ризі Riga
Istanbul = = Estambul = Istambul Stambu Istanbul Стамбул Стамбул İstanbul
Cairo Kairo Caire Cairo Cairo Cairo Kair Káhir,Káhiř Каир Каїр Kahire
Alexandria = Alexandrie Alejandría Alessandria Alexandria Aleksandri Alexandri Александри Александрі İskenderiye
Algiers Algier Alger Argel Algeri Argel Algier Alžír Алжир Алжир Cezayir
Damascus Damaskus Damas Damasco Damasco Damasco Damaszk Damaš Дамаск Дамаск Şam
Beirut = Beyrouth = = Beirute Bejru Bejrút Бейрут Бейрут Beyrut
Jerusalem = Jérusalem Jerusalén Gerusalemme Jerusalém Jerozolim Jeruzalém Иерусалим Єрусалим Kudüs
Tehran Teheran Téhéran Teherán = Teerã,Teerão Teheran Teherán Тегеран Тегеран Tahran
Beijing,Peking Peking Pékin Pekín Pechino Pequim Pekin Peking Пекин Пекін Pekin
Havana Havanna Havane Habana Avana Havana Hawan Havan Гаван Гаван Havana
Bavaria Bayern Bavière Baviera Baviera Baviera Bawari Bavor Бавари Баварі Bavyera
Saxony Sachsen Saxe Sajonia Sassonia Saxônia Saksoni Sask Саксони Саксоні Saksonya
Thuringia Thüringen Thuringe Turingia Turingia Turíngia Turyngi Durynsk Тюринги Тюрингі Thüringen
Burgundy Burgund Bourgogne Borgoña Borgogna Borgonha Burgundi Burgundsk Бургунди Бургунді Burgonya
Brittany Bretagne Bretagne Bretaña Bretagna Bretanha Bretani Bretaň,Bretan Бретан Бретан Bretonya
Normandy Normandie Normandie Normandía Normandia Normandia Normandi Normandi Норманди Нормандії,Нормандія Normandiya
Sicily Sizilien Sicile Sicilia Sicilia Sicília Sycyli Sicíli Сицили Сицилі Sicilya
Sardinia Sardinien Sardaigne Cerdeña Sardegna Sardenha Sardyni Sardin,Sardín Сардини Сардині Sardinya
Tuscany Toskana Toscane Toscana Toscana Toscana Toskani Toskánsk Тоскан Тоскан Toskana
Lombardy Lombardei Lombardie Lombardía Lombardia Lombardia Lombardi Lombardi Ломбарди Ломбарді Lombardiya
Flanders Flandern Flandre Flandes Fiandre Flandres Flandri Flandr Фландри Фландрі Flandre
Danube Donau = Danubio Danubio Danúbio Dunaj Dunaj Дуна Дуна Tuna
Rhine Rhein Rhin Rin Reno Reno Ren Rýn Рейн Рейн Ren
Thames Themse Tamise Támesis Tamigi Tamisa Tamiz Temž Темз Темз Thames
Vistula Weichsel Vistule Vístula Vistola Vístula Wis Visl Висл Вісл Vistül
"""


@cache
def _forms() -> Mapping[str, Mapping[int, tuple[str, ...]]]:
    """By language, the forms of each row in small letters, without accents where its letters are Latin."""
    found: dict[str, dict[int, tuple[str, ...]]] = {lang: {} for lang in _LANGS}
    for number, row in enumerate(_TABLE.strip().splitlines()):
        cells = row.split()
        for lang, cell in zip(_LANGS, cells, strict=True):
            if cell != "-":
                own = cells[0] if cell == "=" else cell
                found[lang][number] = tuple(anyascii(form).lower() for form in own.split(","))
    return found


@cache
def _cities_of(lang: str) -> Mapping[str, int]:
    """The rows of the forms of a language that does not inflect them; in German the genitive is one."""
    forms = {form: number for number, some in _forms().get(lang, {}).items() for form in some}
    return forms | {f"{form}s": number for form, number in forms.items()} if lang == "de" else forms


@cache
def may_name_cities(source: str, target: str) -> bool:
    """Whether the table has two languages, of which the target's does not inflect its names."""
    return source != target and {source, target} <= set(_LANGS) and target not in _INFLECTED


def is_city(word: str, lang: str) -> bool:
    """Whether a word is a form of the table in a language that does not inflect it."""
    return _plain(bare(word)) in _cities_of(lang)


@cache
def _every_form() -> Mapping[int, tuple[str, ...]]:
    rows: dict[int, set[str]] = {}
    for table in _forms().values():
        for number, forms in table.items():
            rows.setdefault(number, set()).update(forms)
    return {number: tuple(sorted(forms)) for number, forms in rows.items()}


@cache
def _by_beginning(lang: str) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """The forms of a language, with their rows, by their first two letters."""
    found: dict[str, list[tuple[str, int]]] = {}
    for number, forms in _forms().get(lang, {}).items():
        for form in forms:
            found.setdefault(form[:2], []).append((form, number))
    return {begin: tuple(rows) for begin, rows in found.items()}


_MOST_ENDING = 4
_MOST_CAPITALS = 40


def _cities_in(text: str, lang: str) -> Iterator[tuple[int, str, int]]:
    """(row, word, start) of the cities that a text names, by their forms in its language."""
    row, capitals = words(text), capital_words(text)
    if len(capitals) > _MOST_CAPITALS:
        return
    inflected, table = lang in _INFLECTED, _cities_of(lang)
    for n in capitals:
        word = bare(row[n])
        low = _plain(word)
        if not inflected:
            number = table.get(low, -1)
            if number >= 0:
                yield number, word, starts(text)[n]
            continue
        for form, number in _by_beginning(lang).get(low[:2], ()):
            if low.startswith(form) and len(low) - len(form) <= (_MOST_ENDING if len(form) > 4 else 2):
                yield number, word, starts(text)[n]
                break


def _plain(word: str) -> str:
    return word.lower() if word.isascii() else anyascii(word).lower()


def other_city(pair: Pair) -> tuple[Span, str] | None:
    """Where a target names a city of the table that its source has not, and the source's that it lacks."""
    source, target = languages_of(pair)
    if not may_name_cities(source, target):
        return None
    now = list(_cities_in(pair.target, target))
    was = list(_cities_in(pair.source, source)) if now else []
    there, here = {number for number, *_ in was}, {number for number, *_ in now}
    lost, made_up = [row for row in was if row[0] not in here], [row for row in now if row[0] not in there]
    if len(lost) != 1 or len(made_up) != 1:
        return None
    (old, name, _), (new, other, start) = lost[0], made_up[0]
    if _plain(name) == _plain(other) or _is_told(new, pair.source, name) or _is_told(old, pair.target, other):
        return None
    return (start, start + len(other)), name


def _is_told(number: int, text: str, but: str) -> bool:
    """Whether some other word of a text may be of a city, whatever the language: its people, an adjective."""
    begins = tuple({form[:4] for form in _every_form()[number]})
    row = words(text)
    return any(row[n] != but and _plain(row[n]).startswith(begins) for n in capital_words(text))
