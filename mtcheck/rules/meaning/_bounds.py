# ruff: noqa: E501 (tables)
"""What a text says of a number it names: that it is the least, or the most.

Made by hand. Only what stands right before a number, or right after it, counts: `at least ten hours`, `10 Stunden oder mehr`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from mtcheck.rules.meaning._denials import SIGNS, denies
from mtcheck.rules.numbers.figures import figures
from mtcheck.rules.numbers.spoken import reads_numbers, spoken
from mtcheck.rules.text import Span

FLOOR, CEILING = 1, 2

#: Before a number: (so many or more, so many or fewer, words that turn a comparison round: `no more than`).
_BEFORE: Mapping[str, tuple[str, str, str]] = {
    "en": (r"at least|a minimum of|more than|over|upwards of|in excess of|above|older than|longer than|exceeding|exceed|exceeds|exceeded|a good|aged at least|better than",
           r"at most|at the most|up to|a maximum of|fewer than|less than|under|below|nearly|almost|barely|hardly|just under|close to|approaching|younger than|shorter than|as many as only",
           r"no|not|never|without|nor"),
    "de": (r"mindestens|wenigstens|zumindest|minimal|mehr als|über|gut|ab|älter als|länger als|oberhalb von|übersteigt",
           r"höchstens|maximal|bis zu|weniger als|unter|knapp|fast|nahezu|beinahe|kaum|allerhöchstens|längstens|jünger als|unterhalb von",
           r"nicht|kein|keine|keinen|nie"),
    "fr": (r"au moins|au minimum|un minimum de|plus de|plus d['’]|au-delà de|à partir de|dès|pas moins de|dépasse|dépassent|dépasser",
           r"au plus|au maximum|un maximum de|jusqu'à|jusqu’à|jusqu'au|jusqu’au|jusqu'aux|jusqu’aux|moins de|moins d['’]|près de|presque|à peine|tout au plus|quasiment",
           r"pas|non"),
    "es": (r"al menos|por lo menos|como mínimo|un mínimo de|más de|a partir de|mayores de|superior a|superiores a|supera|superan|superar|desde",
           r"como máximo|un máximo de|a lo sumo|hasta|menos de|menores de|casi|cerca de|apenas|inferior a|inferiores a",
           r"no"),
    "it": (r"almeno|come minimo|un minimo di|più di|oltre|a partire da|partire dai|superiore a|superiori a|maggiori di|dai|supera|superano|superare",
           r"al massimo|un massimo di|tutt'al più|tutt’al più|fino a|fino ai|fino agli|fino alle|meno di|quasi|appena|sotto i|inferiore a|inferiori a|minori di",
           r"non"),
    "pt": (r"pelo menos|ao menos|no mínimo|um mínimo de|mais de|a partir de|a partir dos|acima de|superior a|superiores a|maiores de",
           r"no máximo|um máximo de|até|menos de|quase|perto de|abaixo de|inferior a|inferiores a|menores de",
           r"não|nem"),
    "nl": (r"minstens|ten minste|minimaal|op zijn minst|meer dan|ruim|vanaf|boven de|ouder dan|langer dan",
           r"hoogstens|maximaal|ten hoogste|op zijn hoogst|tot|hooguit|minder dan|bijna|krap|onder de|jonger dan",
           r"niet|geen"),
    "sv": (r"minst|åtminstone|mer än|fler än|över|från",
           r"högst|som mest|maximalt|upp till|mindre än|färre än|under|nästan|knappt|drygt under",
           r"inte|ej"),
    "ru": (r"минимум(?: на| в)?|как минимум(?: на| в)?|по меньшей мере|по крайней мере|более(?: чем)?(?: на| в)?|больше(?: чем)?(?: на)?|свыше|от|старше|выше|дольше|превышает|превышают|превысил|превысила|превысило|превысили",
           r"максимум(?: на| в)?|до|почти(?: на| в)?|менее(?: чем)?(?: на| в)?|меньше(?: чем)?(?: на)?|самое большее(?: на)?|самое большое|младше|ниже|едва|без малого|от силы|около и менее|под",
           r"не|ни"),
    "uk": (r"щонайменше(?: на| в| у)?|принаймні(?: на)?|як мінімум(?: на)?|мінімум(?: на)?|більше(?: ніж| як)?(?: на)?|більш ніж|понад|від|старше|старші за|вище|перевищує|перевищують|перевищив|перевищила|перевищило|перевищили",
           r"щонайбільше(?: на)?|максимум(?: на)?|до|майже(?: на| в| у)?|менше(?: ніж| як)?(?: на)?|менш(?: ніж| як)|молодше|молодші за|нижче|ледь|заледве",
           r"не|ні"),
    "pl": (r"co najmniej|przynajmniej|minimum|ponad|więcej niż|powyżej|od|przeszło|dłużej niż|starsze niż",
           r"co najwyżej|najwyżej|maksymalnie|maksimum|do|prawie|niemal|niespełna|mniej niż|poniżej|ledwie|zaledwie",
           r"nie"),
    "cs": (r"nejméně|alespoň|minimálně|přinejmenším|více než|víc než|přes|nad|od",
           r"nejvýše|maximálně|nanejvýš|až|do|téměř|skoro|necelých|necelé|méně než|míň než|pod|sotva",
           r"ne"),
    "tr": (r"en az|en azından|asgari", r"en fazla|en çok|azami|neredeyse|maksimum", r"\Z."),
    "ar": (r"على الأقل|ما لا يقل عن|لا يقل عن|لا تقل عن|أكثر من|يزيد على|تزيد على|يفوق|تفوق",
           r"حتى|ما يصل إلى|يصل إلى|تصل إلى|أقل من|لا يتجاوز|لا تتجاوز|لا يزيد على|لا تزيد على|لا يزيد عن|لا تزيد عن|كحد أقصى|نحو أقل من",
           r"\Z."),
    "zh": (r"至少|最少|不少于|不少於|不低于|不低於|超过|超過|逾|起码|起碼|不下|多于|多於",
           r"最多|至多|不超过|不超過|不到|不足|将近|將近|少于|少於|低于|低於|顶多|頂多", r"不|未|没|沒"),
    "ja": (r"少なくとも|最低でも|最低|最小", r"最大で?|最長で?|最高で?|多くても|せいぜい|長くても", r"\Z."),
}  # fmt: skip
#: After a number, and a word at most.
_AFTER: Mapping[str, tuple[str, str]] = {
    "en": (r"or more|and over|and older|or older|and above|or over|or longer|plus|at least", r"or less|or fewer|and under|or under|or younger|or below|at most|at the most|maximum|tops"),
    "de": (r"oder mehr|und mehr|oder älter|und älter|mindestens|aufwärts", r"oder weniger|höchstens|maximal|oder jünger"),
    "fr": (r"ou plus|et plus|au moins|minimum|au minimum", r"ou moins|et moins|au plus|maximum|au maximum|tout au plus"),
    "es": (r"o más|y más|como mínimo|al menos|por lo menos", r"o menos|como máximo|a lo sumo"),
    "it": (r"o più|e più|in su|come minimo|almeno", r"o meno|al massimo"),
    "pt": (r"ou mais|e mais|no mínimo|pelo menos", r"ou menos|no máximo"),
    "nl": (r"of meer|en ouder|of ouder|minimaal|minstens", r"of minder|maximaal|hoogstens"),
    "sv": (r"eller mer|eller fler|och uppåt|minst", r"eller mindre|eller färre|högst"),
    "ru": (r"и более|и больше|и старше|или более|или больше|как минимум|минимум", r"и менее|и меньше|или меньше|или менее|максимум|и младше|самое большее"),
    "uk": (r"і більше|та більше|або більше|і старше|щонайменше|мінімум", r"і менше|або менше|максимум|щонайбільше|і молодше"),
    "pl": (r"i więcej|lub więcej|co najmniej|minimum", r"i mniej|lub mniej|maksymalnie|maksimum|najwyżej"),
    "cs": (r"a více|nebo více|či více|minimálně|nejméně", r"a méně|nebo méně|či méně|maximálně|nejvýše"),
    "tr": (r"\w*[dt][ae]n (?:fazla|çok)|(?:\w+[dt][ae]n) (?:fazla|çok)|veya daha fazla|ve üzeri|ve üstü", r"\w*[dt][ae]n az|(?:\w+[dt][ae]n) az|veya daha az|ve altı|\w+[ae] kadar"),
    "ar": (r"على الأقل|أو أكثر|فأكثر|فما فوق", r"على الأكثر|كحد أقصى|أو أقل|فأقل"),
    "zh": (r"以上|或以上|或更多", r"以下|以内|以內|或更少"),
    "ja": (r"以上|を超え|超", r"以下|以内|未満|足らず|弱|近く"),
}  # fmt: skip
#: Characters of a text that a phrase of a bound and the space around take, at most.
_WIDTH = 34
#: Little words between a bound and its number.
_GAP = r"[\s(]*(?:(?:the|a|de|einem|einer|die|der|les|los|las|i|le|gli|os|as|aos|às|na|в|у|на|age of|the age of)\s)?[\s$€£¥~]*"


@dataclass(frozen=True, slots=True)
class Bound:
    """A number with what bounds it: `kind` is FLOOR or CEILING, `place` the words that say so."""

    values: frozenset[float]
    kind: int
    place: Span


def supports(lang: str) -> bool:
    """Whether there are phrases for the language."""
    return lang in _BEFORE and reads_numbers(lang)


@cache
def telling(lang: str) -> re.Pattern[str]:
    """Any phrase of a bound: far cheaper than the numbers."""
    rows = (*_BEFORE[lang][:2], *_AFTER[lang])
    return _whole("|".join(rows), lang)


@cache
def words(lang: str) -> frozenset[str]:
    """Words one of which stands in every phrase of a bound of a language, or begins one that a pattern ends."""
    phrases = "|".join((*_BEFORE[lang][:2], *_AFTER[lang])).split("|")
    return frozenset(max(re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", phrase), key=len, default="") for phrase in phrases)


def _whole(row: str, lang: str) -> re.Pattern[str]:
    return re.compile(row if lang in SIGNS else rf"(?<!\w)(?:{row})(?!\w)", re.IGNORECASE)


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    floor, ceiling, turning = _BEFORE[lang]
    edge, gap, word = (
        ("", r"[\s约約]*", r"[^\s\d，。、]{0,2}") if lang in SIGNS else (r"(?<!\w)", _GAP, r"(?:\s*\w+)?\s*")
    )
    before = re.compile(
        rf"{edge}(?P<turned>(?:{turning})\s*)?(?:(?P<floor>{floor})|(?P<ceiling>{ceiling})){gap}\Z", re.IGNORECASE
    )
    over, under = _AFTER[lang]
    end = "" if lang in SIGNS else r"(?!\w)"
    after = re.compile(rf"[%°]?{word}(?:(?P<floor>{over})|(?P<ceiling>{under})){end}", re.IGNORECASE)
    return before, after


def bounds(text: str, lang: str) -> list[Bound]:
    """The numbers of a text that it gives as the least or the most; none where it is not clear which of the two.

    >>> [(sorted(bound.values), bound.kind) for bound in bounds("no more than ten, or over 20", "en")]
    [([10.0], 2), ([20.0], 1)]
    """
    if telling(lang).search(text) is None:
        return []
    numbers = [(n.values, n.start, n.end) for n in spoken(text, lang)]
    numbers += [
        (n.scaled or n.plain, n.start, max(n.end, n.end_scale)) for n in figures(text, lang) if n.values and not n.code
    ]
    return [bound for number in numbers for bound in _bound(text, lang, *number)]


def _bound(text: str, lang: str, values: frozenset[float], start: int, end: int) -> Iterator[Bound]:
    before, after = _patterns(lang)
    first = max(0, start - _WIDTH)
    found = before.search(text[first:start])
    behind = after.match(text, end, min(len(text), end + _WIDTH))
    kinds, place = set(), None
    for match, shift in ((found, first), (behind, 0)):
        if match is None:
            continue
        name = "floor" if match["floor"] else "ceiling"
        turned = match is found and match["turned"] is not None
        kinds.add(FLOOR if (name == "floor") != turned else CEILING)
        begin = match.start("turned") if turned else match.start(name)
        place = place or (begin + shift, match.end(name) + shift)
    if place is not None and len(kinds) == 1:
        yield Bound(values, kinds.pop(), place)


def turned_bound(texts: tuple[str, str], langs: tuple[str, str]) -> tuple[Span, Span] | None:
    """What the source and the target say of a number that is the least on one side and the most on the other."""
    there = bounds(texts[1], langs[1])
    here = bounds(texts[0], langs[0]) if there else []
    for old in here:
        like = [bound for bound in there if bound.values & old.values]
        again = [bound for bound in here if bound.values & old.values]
        if not like or any(bound.kind == old.kind for bound in like) or any(bound.kind != old.kind for bound in again):
            continue
        new = like[0]
        rest = [
            texts[side][: place[0]] + " " + texts[side][place[1] :] for side, place in enumerate((old.place, new.place))
        ]
        if not any(denies(text, lang) for text, lang in zip(rest, langs, strict=True)):
            return old.place, new.place
    return None
