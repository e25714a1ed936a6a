# ruff: noqa: E501 (tables)
"""The words that numbers are made of, by language, and the forms that are written as one: `zweiundzwanzig`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

#: language: forms of 1 to 19, of 20 to 90, of 100 to 900 where they are one word; forms between slashes, `_` for none.
SMALL: Mapping[str, tuple[str, str, str]] = {
    "en": ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", "twenty thirty forty fifty sixty seventy eighty ninety", ""),
    "fr": ("un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize", "vingt/vingts trente quarante cinquante soixante septante huitante/octante nonante", ""),
    "es": ("uno/una/un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve", "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa", "cien/ciento doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas quinientos/quinientas seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas novecientos/novecientas"),
    "pt": ("um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze dezasseis/dezesseis dezassete/dezessete dezoito dezanove/dezenove", "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa", "cem/cento duzentos/duzentas trezentos/trezentas quatrocentos/quatrocentas quinhentos/quinhentas seiscentos/seiscentas setecentos/setecentas oitocentos/oitocentas novecentos/novecentas"),
    "ru": (
        "один/одна/одно/одного/одной/одну/одному/одним/одном два/две/двух/двум/двумя/двое/двоих три/трех/трёх/трем/трём/тремя/трое/троих/троим четыре/четырех/четырёх/четырем/четырём/четырьмя/четверо/четверых пять/пяти/пятью/пятеро/пятерых шесть/шести/шестью/шестеро/шестерых семь/семи/семью/семеро/семерых восемь/восьми/восемью/восьмью/восьмеро девять/девяти/девятью десять/десяти/десятью "
        "одиннадцать/одиннадцати/одиннадцатью двенадцать/двенадцати/двенадцатью тринадцать/тринадцати/тринадцатью четырнадцать/четырнадцати/четырнадцатью пятнадцать/пятнадцати/пятнадцатью шестнадцать/шестнадцати/шестнадцатью семнадцать/семнадцати/семнадцатью восемнадцать/восемнадцати/восемнадцатью девятнадцать/девятнадцати/девятнадцатью",
        "двадцать/двадцати/двадцатью тридцать/тридцати/тридцатью сорок/сорока пятьдесят/пятидесяти/пятьюдесятью шестьдесят/шестидесяти/шестьюдесятью семьдесят/семидесяти/семьюдесятью восемьдесят/восьмидесяти/восемьюдесятью девяносто/девяноста",
        "сто/ста двести/двухсот/двумстам/двумястами/двухстах триста/трехсот/трёхсот/тремстам/трёмстам/тремястами/трехстах/трёхстах четыреста/четырехсот/четырёхсот/четырёмстам/четырехстах/четырёхстах пятьсот/пятисот/пятистам/пятистах шестьсот/шестисот/шестистам/шестистах семьсот/семисот/семистам/семистах восемьсот/восьмисот/восьмистам/восьмистах девятьсот/девятисот/девятистам/девятистах",
    ),
    "uk": (
        "один/одна/одне/одного/однієї/одну/одному/одним два/дві/двох/двом/двома/двоє три/трьох/трьом/трьома/троє чотири/чотирьох/чотирьом/чотирма/четверо п'ять/п'яти/п'ятьох/п'ятьма/п'ятьом/п'ятеро шість/шести/шістьох/шістьма/шестеро сім/семи/сімох/сьома/семеро вісім/восьми/вісьмох/вісьма дев'ять/дев'яти/дев'ятьох/дев'ятьма десять/десяти/десятьох/десятьма "
        "одинадцять/одинадцяти/одинадцятьох дванадцять/дванадцяти/дванадцятьох тринадцять/тринадцяти/тринадцятьох чотирнадцять/чотирнадцяти/чотирнадцятьох п'ятнадцять/п'ятнадцяти/п'ятнадцятьох шістнадцять/шістнадцяти/шістнадцятьох сімнадцять/сімнадцяти/сімнадцятьох вісімнадцять/вісімнадцяти/вісімнадцятьох дев'ятнадцять/дев'ятнадцяти/дев'ятнадцятьох",
        "двадцять/двадцяти/двадцятьох/двадцятьма тридцять/тридцяти/тридцятьох/тридцятьма сорок/сорока п'ятдесят/п'ятдесяти/п'ятдесятьох шістдесят/шістдесяти/шістдесятьох сімдесят/сімдесяти/сімдесятьох вісімдесят/вісімдесяти/вісімдесятьох дев'яносто/дев'яноста",
        "сто/ста двісті/двохсот/двомстам триста/трьохсот/трьомстам чотириста/чотирьохсот п'ятсот/п'ятисот шістсот/шестисот сімсот/семисот вісімсот/восьмисот дев'ятсот/дев'ятисот",
    ),
    "pl": (
        "jeden/jedna/jedno/jednego/jednej/jedną dwa/dwie/dwóch/dwu/dwóm/dwoma/dwaj/dwoje trzy/trzech/trzem/trzema/trzej/troje cztery/czterech/czterem/czterema/czterej/czworo pięć/pięciu/pięcioma/pięcioro sześć/sześciu/sześcioma/sześcioro siedem/siedmiu/siedmioma/siedmioro osiem/ośmiu/ośmioma/ośmioro dziewięć/dziewięciu/dziewięcioma dziesięć/dziesięciu/dziesięcioma "
        "jedenaście/jedenastu/jedenastoma dwanaście/dwunastu/dwunastoma trzynaście/trzynastu/trzynastoma czternaście/czternastu/czternastoma piętnaście/piętnastu/piętnastoma szesnaście/szesnastu/szesnastoma siedemnaście/siedemnastu/siedemnastoma osiemnaście/osiemnastu/osiemnastoma dziewiętnaście/dziewiętnastu/dziewiętnastoma",
        "dwadzieścia/dwudziestu/dwudziestoma trzydzieści/trzydziestu/trzydziestoma czterdzieści/czterdziestu/czterdziestoma pięćdziesiąt/pięćdziesięciu/pięćdziesięcioma sześćdziesiąt/sześćdziesięciu/sześćdziesięcioma siedemdziesiąt/siedemdziesięciu/siedemdziesięcioma osiemdziesiąt/osiemdziesięciu/osiemdziesięcioma dziewięćdziesiąt/dziewięćdziesięciu/dziewięćdziesięcioma",
        "sto/stu dwieście/dwustu trzysta/trzystu czterysta/czterystu pięćset/pięciuset sześćset/sześciuset siedemset/siedmiuset osiemset/ośmiuset dziewięćset/dziewięciuset",
    ),
    "cs": (
        "jeden/jedna/jedno/jednoho/jedné/jednu dva/dvě/dvou/dvěma tři/tří/třem/třemi čtyři/čtyř/čtyřem/čtyřmi pět/pěti šest/šesti sedm/sedmi osm/osmi devět/devíti deset/deseti/desíti jedenáct/jedenácti dvanáct/dvanácti třináct/třinácti čtrnáct/čtrnácti patnáct/patnácti šestnáct/šestnácti sedmnáct/sedmnácti osmnáct/osmnácti devatenáct/devatenácti",
        "dvacet/dvaceti třicet/třiceti čtyřicet/čtyřiceti padesát/padesáti šedesát/šedesáti sedmdesát/sedmdesáti osmdesát/osmdesáti devadesát/devadesáti",
        "",
    ),
    "tr": ("bir iki üç dört beş altı yedi sekiz dokuz on", "yirmi otuz kırk elli altmış yetmiş seksen doksan", ""),
    "de": ("ein/eine/eins/einen/einem/einer/eines zwei/zweien drei/dreien vier/vieren fünf/fünfen sechs/sechsen sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn", "zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig", ""),
    "nl": ("een/één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien", "twintig dertig veertig vijftig zestig zeventig tachtig negentig", ""),
    "sv": ("en/ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton", "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio", ""),
    "it": ("uno/una/un due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove", "venti trenta quaranta cinquanta sessanta settanta ottanta novanta", "cento duecento trecento quattrocento cinquecento seicento settecento ottocento novecento"),
    "ar": (
        "واحد/واحدة اثنان/اثنين/اثنتان/اثنتين ثلاثة/ثلاث أربعة/أربع/اربعة خمسة/خمس ستة/ست سبعة/سبع ثمانية/ثماني/ثمان تسعة/تسع عشرة/عشر",
        "عشرون/عشرين ثلاثون/ثلاثين أربعون/أربعين خمسون/خمسين ستون/ستين سبعون/سبعين ثمانون/ثمانين تسعون/تسعين",
        "مئة/مائة مئتان/مئتين/مائتان/مائتين ثلاثمئة/ثلاثمائة أربعمئة/أربعمائة خمسمئة/خمسمائة ستمئة/ستمائة سبعمئة/سبعمائة ثمانمئة/ثمانمائة تسعمئة/تسعمائة",
    ),
}  # fmt: skip
#: language: `value:form/form ...` of the words that multiply what stands before them; after `|`, those that also count
#: as one thing (`four decades`), which may be told with their own count.
_LARGE: Mapping[str, str] = {
    "en": "100:hundred 1000:thousand 1000000:million 1000000000:billion 12:dozen 20:score | 10:decades 100:centuries",
    "fr": "100:cent/cents 1000:mille/milliers 1000000:million/millions 1000000000:milliard/milliards 12:douzaine/douzaines 10:dizaine/dizaines 15:quinzaine 20:vingtaine 30:trentaine 40:quarantaine 50:cinquantaine 60:soixantaine 100:centaine/centaines 1000:millier | 10:décennies 100:siècles",
    "es": "1000:mil/millar/millares 1000000:millón/millones 12:docena/docenas 10:decena/decenas 15:quincena 20:veintena 30:treintena 40:cuarentena 50:cincuentena 100:centenar/centenares/centena | 10:décadas/decenios 100:siglos",
    "pt": "1000:mil/milhar/milhares 1000000:milhão/milhões 1000000000:bilhão/bilhões 12:dúzia/dúzias 10:dezena/dezenas 15:quinzena 20:vintena 30:trintena 100:centena/centenas/cento | 10:décadas 100:séculos",
    "it": "1000:mille/mila/migliaio/migliaia 1000000:milione/milioni 1000000000:miliardo/miliardi 12:dozzina/dozzine 10:decina/decine 15:quindicina 20:ventina 30:trentina 40:quarantina 50:cinquantina 100:centinaio/centinaia | 10:decenni 100:secoli",
    "ru": "1000:тысяча/тысячи/тысяч/тысячу/тысяче/тысячам/тысячами/тысячах 1000000:миллион/миллиона/миллионов/миллиону/миллионам/миллионами 1000000000:миллиард/миллиарда/миллиардов 12:дюжина/дюжины/дюжину/дюжин 10:десяток/десятка/десятков/десятками/десятком 100:сотня/сотни/сотню/сотен | 10:десятилетия/десятилетий/десятилетиями 100:века/веков/столетия/столетий",
    "uk": "1000:тисяча/тисячі/тисяч/тисячу/тисячам 1000000:мільйон/мільйона/мільйони/мільйонів 1000000000:мільярд/мільярда/мільярди/мільярдів 12:дюжина/дюжини/дюжину 10:десяток/десятка/десятки/десятків 100:сотня/сотні/сотню/сотень | 10:десятиліття/десятиліть 100:століття/століть",
    "pl": "1000:tysiąc/tysiąca/tysiące/tysięcy 1000000:milion/miliona/miliony/milionów 1000000000:miliard/miliarda/miliardy/miliardów 12:tuzin/tuzina/tuziny/tuzinów 60:kopa/kopy/kóp 100:setka/setki/setkę/setek | 10:dekady/dekad/dziesięciolecia/dziesięcioleci 100:wieki/wieków/stulecia/stuleci",
    "cs": "100:sto/stě/sta/set/stech/stům/sty/stovka/stovky/stovku/stovek 1000:tisíc/tisíce/tisíci/tisíců 1000000:milion/milionu/miliony/milionů 1000000000:miliarda/miliardy/miliard 12:tucet/tuctu/tucty/tuctů 10:desítka/desítky/desítek 60:kopa/kopy/kop | 10:desetiletí/dekády 100:století",
    "tr": "100:yüz 1000:bin 1000000:milyon 1000000000:milyar 12:düzine",
    "de": "100:hundert 1000:tausend 1000000:million/millionen 1000000000:milliarde/milliarden 12:dutzend | 10:jahrzehnte/jahrzehnten/dekaden 100:jahrhunderte/jahrhunderten",
    "nl": "100:honderd 1000:duizend 1000000:miljoen 1000000000:miljard 12:dozijn | 10:decennia 100:eeuwen",
    "sv": "100:hundra 1000:tusen 1000000:miljon/miljoner 1000000000:miljard/miljarder 12:dussin | 10:decennier/årtionden 100:sekler/sekel/århundraden",
    "ar": "1000:ألف/آلاف/ألفاً/ألفا 1000000:مليون/ملايين/مليونا 1000000000:مليار/مليارات | 10:عقود/عقدا 100:قرون",
}  # fmt: skip
#: Half of what follows, one and a half of it, and "and a half" after it.
HALVES: Mapping[str, tuple[str, str, str]] = {
    "en": (r"half(?:[ -]an?)?", r"one and a half|an? \w+ and a half", r"(?:and a half)"),
    "fr": (r"demi-?|(?:une? )?demi[- ]", "(?!)", r"et demie?"),
    "es": (r"medi[oa]", "(?!)", r"y medi[oa]"),
    "pt": (r"mei[oa]", "(?!)", r"e mei[oa]"),
    "it": (r"mezz[oa]", "(?!)", r"e mezz[oa]"),
    "ru": (r"пол|половин[аыуе]", r"пол(?:тор|утор)[аы]\w*", r"с половиной"),
    "uk": (r"пів|половин[аиу]", r"півтор[аи]\w*", r"(?:з|із) половиною"),
    "pl": (r"pół|połow[aęy]", r"półtor[aej]\w*", r"i pół"),
    "cs": (r"půl", r"půldruh\w*|jeden a půl", r"a půl"),
    "tr": (r"yarım", r"bir buçuk", r"buçuk"),
    "de": (r"halbe[sn]?", r"anderthalb|eineinhalb|einundeinhalb", "(?!)"),
    "nl": (r"half", r"anderhalf|anderhalve", "(?!)"),
    "sv": (r"halvt|halv", r"en och en halv|ett och ett halvt|halvannan", "och en halv|och ett halvt"),
    "ar": ("نصف", "(?!)", "ونصف(?: ال\\w+)?"),
}  # fmt: skip


def forms(lang: str) -> Mapping[str, float]:
    """The words of numbers of a language; none where it has no grammar."""
    return {form: word.value for form, word in words_for_numbers(lang).items()} if lang in SMALL else {}


@dataclass(frozen=True, slots=True)
class NumberWord:
    value: float
    times: bool  # multiplies what stands before it
    counted: bool = False  # a thing of its own, so that its count is a reading, too


@cache
def half_heads(lang: str) -> frozenset[str]:
    """The first words of `and a half`."""
    heads = re.match(r"(?:\(\?:)?([^()\s]+(?:\|[^()\s]+)*)", HALVES[lang][2])
    return frozenset(heads[1].split("|")) if heads and not heads[1].startswith("?!") else frozenset()


@cache
def words_for_numbers(lang: str) -> dict[str, NumberWord]:
    found: dict[str, NumberWord] = {}
    small, tens, hundreds = (row.split() for row in SMALL[lang])
    for numbers, forms in ((range(1, 20), small), (range(20, 100, 10), tens), (range(100, 1000, 100), hundreds)):
        for value, row in zip(numbers, forms, strict=False):
            found.update((form, NumberWord(float(value), False)) for form in row.split("/"))
    large, _, counted = _LARGE[lang].partition("|")
    for rows, thing in ((large, False), (counted, True)):
        for value_, row in (item.split(":") for item in rows.split()):
            found.update((form, NumberWord(float(value_), True, thing)) for form in row.split("/") if form not in found)
    found.update((form, NumberWord(value, False)) for form, value in _glued(lang) if form not in found)
    found.update((form, NumberWord(value, False)) for form, value in _glued_and_a_half(lang, small))
    for prefix in _GLUED_HALF.get(lang, ()):
        found.update({prefix + form: NumberWord(word.value / 2, False) for form, word in found.items() if word.times})
    return found


#: Half of what it is glued to: `полсотни`.
_GLUED_HALF: Mapping[str, tuple[str, ...]] = {"ru": ("пол",), "uk": ("пів",), "pl": ("pół",), "cs": ("půl",)}


def _glued_and_a_half(lang: str, small: list[str]) -> Iterator[tuple[str, float]]:
    """`dreieinhalb` and `drieënhalf`, alone and before thousands."""
    if lang not in ("de", "nl"):
        return
    thousand = "tausend" if lang == "de" else "duizend"
    for n, row in enumerate(small[1:12], 2):
        unit = row.split("/")[0]
        half = f"{unit}einhalb" if lang == "de" else f"{unit}{'ën' if unit.endswith('e') else 'en'}half"
        yield half, n + 0.5
        yield half + thousand, 1000 * (n + 0.5)


def _glued(lang: str) -> Iterator[tuple[str, float]]:
    """Numbers that are written as one word, from 21 to 999,000."""
    if lang == "es":
        rows = enumerate(
            ["uno/ún/una/un", "dós", "tres/trés", "cuatro", "cinco", "seis/séis", "siete", "ocho", "nueve"], 1
        )
        yield from (("veinti" + form, 20.0 + n) for n, row in rows for form in row.split("/"))
    if lang not in ("de", "nl", "sv", "it", "cs"):
        return
    below = _below_hundred(lang)
    yield from ((form, float(n)) for n, forms in below.items() for form in forms)
    if lang != "cs":
        yield from _large_glued(lang, below)


def _below_hundred(lang: str) -> dict[int, list[str]]:
    small, tens, _ = ([row.split("/") for row in part.split()] for part in SMALL[lang])
    below = dict(enumerate(small, 1))
    for k, ten_forms in enumerate(tens, 2):
        below[10 * k] = ten_forms
        for n in range(1, 10):
            unit = small[n - 1][0]
            below[10 * k + n] = [form for ten in ten_forms for form in _joined(lang, ten, unit, n)]
    return below


def _large_glued(lang: str, below: dict[int, list[str]]) -> Iterator[tuple[str, float]]:
    """Hundreds with what follows them, and thousands with what stands before."""
    hundred = {"de": "hundert", "nl": "honderd", "sv": "hundra", "it": "cento"}[lang]
    thousand = {"de": "tausend", "nl": "duizend", "sv": "tusen", "it": "mila"}[lang]
    for c in range(1, 10):
        heads = [hundred] if c == 1 else [below[c][0].replace("é", "e") + hundred]
        heads += ["einhundert"] if lang == "de" and c == 1 else []
        for head in heads:
            yield head, 100.0 * c
            for n, forms in below.items():
                yield head + forms[0], 100.0 * c + n
                if lang == "de":
                    yield f"{head}und{forms[0]}", 100.0 * c + n
    for n, forms in below.items():
        if n > 1 or lang in ("de", "sv"):
            yield forms[0] + thousand, 1000.0 * n


def _joined(lang: str, ten: str, unit: str, n: int) -> list[str]:
    if lang == "de":
        return [f"{unit}und{ten}"]
    if lang == "nl":
        return [f"{unit}{'ën' if unit.endswith('e') else 'en'}{ten}"]
    if lang == "sv":
        return [f"{ten}{unit}", f"{ten}ett"] if n == 1 else [f"{ten}{unit}"]
    if lang == "cs":
        return [f"{ {1: 'jedn', 2: 'dv', 3: 'tři', 4: 'čtyři'}.get(n, unit) }a{ten}"]
    stem = ten[:-1] if n in (1, 8) else ten
    return [stem + (unit if n != 3 else "tré"), *([stem + "tre"] if n == 3 else []), *([stem + "un"] if n == 1 else [])]
