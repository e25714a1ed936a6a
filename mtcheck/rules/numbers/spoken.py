# ruff: noqa: E501 (tables)
"""Numbers in words as a grammar has them: each with its value and place, so that another number can be told from it.

The tables of `_number_words` excuse a figure generously, word by word; here a number is read whole (`soixante-dix` is 70
and not 60, `półtora tysiąca` is 1,500) and is left out where it may be anything else: an ordinal, a part of a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from mtcheck.rules.language.foreign_words import pieces
from mtcheck.rules.numbers._cjk import cjk_numbers
from mtcheck.rules.numbers._fractions import share_places
from mtcheck.rules.numbers._spoken_words import HALVES, SMALL, NumberWord, half_heads, words_for_numbers
from mtcheck.rules.words.views import kept

#: What may link the parts of a number.
_LINKS: Mapping[str, str] = {
    "en": "and",
    "fr": "et",
    "es": "y",
    "pt": "e",
    "it": "e",
    "sv": "och",
    "de": "und",
    "nl": "en",
    "cs": "a",
}
#: Units from 1 to 9 as ordinals: after tens, the whole is one.
_ORDINALS: Mapping[str, str] = {
    "en": r"first|second(?!s)|third|fourth|fifth|sixth|seventh|eighth|ninth", "ru": r"перв|втор|трет|четв[её]рт|пят(?:ы|о|а|у)|шест(?:о|а|у)|седьм|восьм(?:о|а|у)|девят(?:ы|о|а|у)",
    "uk": r"перш|друг|трет|четверт|п'ят(?:и[йхм]|о|а|у)|шост|сьом|восьм(?:ий|о|а|у)|дев'ят(?:и[йхм]|о|а|у)", "pl": r"pierwsz|drug|trzeci|czwart|piąt|szóst|siódm|ósm|dziewiąt",
    "cs": r"první|druh|třetí|čtvrt|pát|šest[ýáé]|sedm[ýáé]|osm[ýáé]|devát", "es": r"primer|segund|tercer|cuart|quint|sext|séptim|octav|noven", "ar": r"(?!)",
}  # fmt: skip
#: Alone, these are ordinary words as often: `sei` is also `are`, `altı` also `under it`, `neuf` also `new`.
_DOUBTFUL: Mapping[str, frozenset[str]] = {
    "it": frozenset(("sei",)), "fr": frozenset(("neuf",)), "tr": frozenset(("altı", "yedi", "on", "yüz", "bin")), "ru": frozenset(("сорок", "семью", "века", "пол")),
    "uk": frozenset(("сьома", "сорок")), "es": frozenset(("once",)), "de": frozenset(("acht", "sieben", "elf")), "nl": frozenset(("acht",)), "sv": frozenset(("sex",)),
    "pt": frozenset(("cento",)), "ar": frozenset(("ست", "سبع", "عشر", "ثمان")),
}  # fmt: skip
#: Letters, one of which a text with a number has; a quick look.
_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_LEAST = 3.0
#: Longer texts are no segments.
_LONGEST = 5_000


@dataclass(frozen=True, slots=True)
class Spoken:
    """A number in words: what it may mean (`four decades` is 4 and 40), and its place."""

    values: frozenset[float]
    start: int
    end: int
    rounded: bool = False  # `une quarantaine`: about as many


def reads_numbers(lang: str) -> bool:
    """Whether there is a grammar of numbers for the language."""
    return lang in SMALL or lang in ("zh", "ja")


@kept
def spoken(text: str, lang: str) -> tuple[Spoken, ...]:
    """The numbers from three on that a text tells in words, in order; without ordinals and parts of a whole.

    >>> [sorted(n.values) for n in spoken("soixante-dix-huit ou quatre mille trois cents", "fr")]
    [[78.0], [4300.0]]
    >>> [sorted(n.values) for n in spoken("półtora tysiąca, osiemnaście, pół tuzina", "pl")]
    [[1500.0], [18.0], [6.0]]
    """
    if len(text) > _LONGEST:
        return ()
    if lang in ("zh", "ja"):
        return tuple(Spoken(frozenset((value,)), *span) for value, span in cjk_numbers(text) if value >= _LEAST)
    if lang not in SMALL or not tells_number(text, lang):
        return ()
    shares = share_places(text, lang)
    found = (_number(text, group, lang) for group in _groups(text, lang))
    return tuple(
        number
        for number in found
        if number is not None and not any(a < number.end and number.start < b for a, b in shares)
    )


def tells_number(text: str, lang: str) -> bool:
    """A quick look: whether a text may tell a number from three on in words."""
    if lang in ("zh", "ja"):
        return _HAN_DIGIT.search(text) is not None
    return not pieces(text).isdisjoint(telling(lang))


_HAN_DIGIT = re.compile("[三四五六七八九十百千万萬]")


@cache
def telling(lang: str) -> frozenset[str]:
    """The words of numbers from three on; a part of one where a word has an apostrophe."""
    found = {form for form, word in words_for_numbers(lang).items() if word.value >= _LEAST}
    return frozenset(found | {form.replace("'", "’") for form in found} | {form.split("'")[-1] for form in found})


#: What `and a half` adds to the number that hundreds, thousands and millions multiply.
_HALF = NumberWord(0.5, False)


@cache
def _and_a_half(lang: str) -> re.Pattern[str]:
    """`and a half` between a number and a hundred or more, up to the space before these."""
    large = "|".join(form for form, word in words_for_numbers(lang).items() if word.times and not word.counted)
    after = HALVES[lang][2].replace(" ", r"[ \u00a0-]")
    return re.compile(rf"[ \u00a0-](?:{after})(?=[ \u00a0-](?:{large})(?!\w))")


_Group = list[tuple[NumberWord, int, int]]


def _groups(text: str, lang: str) -> Iterator[_Group]:
    """Number words that follow each other and make one number."""
    words, link = words_for_numbers(lang), _LINKS.get(lang)
    lower = text.lower() if len(text.lower()) == len(text) else text
    group: _Group = []
    end, linked = 0, False
    for match in _TOKEN.finditer(lower):
        token = match.group().replace("’", "'").replace("ʼ", "'")
        word, start, joined = words.get(token), match.start(), False
        if start < end:
            continue
        if _may_have_half(group) and token in half_heads(lang) and (between := _and_a_half(lang).match(lower, end)):
            group.append((_HALF, start, between.end()))
            end = between.end()
            continue
        if word is None and lang == "ar":
            bare = _ARABIC_PREFIX.sub("", token)
            word, joined = words.get(bare), token[0] == "و"
        if word is None and lang == "tr" and token.startswith(("milyon", "milyar")):
            word = words[token[:6]]
        if group and token == link and lower[end:start] in (" ", "-") and not linked:
            linked = True
            continue
        gap = lower[end:start]
        near = gap in ((" ", "-", "‑", "\u00a0", f" {link} ", f"-{link}-") if linked else (" ", "-", "‑", "\u00a0"))
        if word is not None and group and near and _goes_on(group, word, lang, linked or joined):
            group.append((word, start, match.end()))
            end, linked = match.end(), False
            continue
        begun = _taken_back(group, word, gap) if word is not None and word.times else []
        if group:
            yield group
        group, linked = ([*begun, (word, start, match.end())] if word is not None else []), False
        end = match.end()
    if group:
        yield group


def _may_have_half(group: _Group) -> bool:
    return bool(group) and not group[-1][0].times and group[-1][0].value < 100


_ARABIC_PREFIX = re.compile("^و?(?:ال|لل|بال|[بلفك])?(?=..)")


def _taken_back(group: _Group, word: NumberWord, gap: str) -> _Group:
    """The count of a large number that was read as the end of the one before: `three million and five` | `million`."""
    large = [n for n, (one, _, _) in enumerate(group) if one.times and one.value >= 1000]
    if gap != " " or not large or large[-1] == len(group) - 1 or word.value < group[large[-1]][0].value:
        return []
    count = group[large[-1] + 1 :]
    del group[large[-1] + 1 :]
    return count


def _goes_on(group: _Group, word: NumberWord, lang: str, linked: bool) -> bool:
    """Whether a word makes one number with those before it."""
    last = group[-1][0]
    if word.times:
        larger = any(one.times and one.value >= 1000 and one.value <= word.value for one, _, _ in group[:-1])
        return (
            not linked
            and not larger
            and not (last.times and last.value >= word.value and not _is_bare(last))
            and not (word.counted and last.times and last.value < 100)
        )
    if lang == "ar" and linked and last.value < 10 <= word.value < 100 and not last.times:
        return True  # the unit before the ten
    if lang == "ar" and word.value == 10 and last.value < 10 and not last.times:
        return True
    if lang == "fr" and not linked and last.value == 4 and word.value == 20:
        return True
    value = _least(last)
    if lang == "fr" and last.value in (60, 20) and 10 <= word.value < 20 and (last.value == 60 or _is_eighty(group)):
        return True
    if lang == "tr" and last.value == 10 and not last.times:
        return word.value < 10
    if lang == "fr" and last.value == 10 and 7 <= word.value <= 9:
        return True
    if lang in ("en", "pt", "es", "fr") and linked and last.value < 100 and not last.times and value <= word.value:
        return False
    if lang == "pt" and not linked and last.value < 1000 and not last.times:
        return False
    if lang == "es" and last.value < 100 and not last.times and not linked:
        return False
    return word.value < value


def _is_bare(word: NumberWord) -> bool:
    return word.value in (100.0, 1000.0)


def _is_eighty(group: _Group) -> bool:
    return len(group) > 1 and group[-2][0].value == 4 and group[-1][0].value == 20


def _least(word: NumberWord) -> float:
    """What may be added to a word is less than this: one to nine to a ten, less than a hundred to a hundred."""
    if word.times:
        return word.value
    if word.value >= 100:
        return 1000.0 if word.value % 1000 == 0 else 100.0 if word.value % 100 == 0 else 1.0
    if word.value >= 20 and word.value % 10 == 0:
        return 10.0
    return 1.0


def _value(words: list[NumberWord], lang: str) -> float:
    total = current = 0.0
    for word in words:
        if word.times and word.value >= 1000:
            total += (current or 1.0) * word.value if word.value > 1000 or current else word.value
            current = 0.0
        elif word.times:
            current = (current or 1.0) * word.value
        elif lang == "fr" and word.value == 20 and current % 100 == 4:
            current += 76.0
        else:
            current += word.value
    return total + current


def _number(text: str, group: _Group, lang: str) -> Spoken | None:
    start, end = group[0][1], group[-1][2]
    words = [word for word, _, _ in group]
    values = {_value(words, lang)}
    half, more, after = _half_patterns(lang)
    lone = len(words) == 1
    if words[-1].times and (match := after.match(text, end)):
        values, end = {_value(words, lang) + words[-1].value / 2}, match.end()
    elif lone and words[0].times and (match := more.search(text, max(0, start - 24), start)):
        values, start = {1.5 * words[0].value}, match.start()
    elif lone and words[0].times and (match := half.search(text, max(0, start - 12), start)):
        values, start = {0.5 * words[0].value}, match.start()
    elif lone and words[0].value < 100 and _is_about_one(text, start, end, lang):
        pass
    elif lone and words[0].times and (words[0].value < 100 or words[0].counted or not _BARE.match(text[start:end])):
        return None
    elif words[-1].counted:
        values.add(_value(words[:-1], lang))
    if words[-1].value % 1 or (lone and text[start:end].lower() in _DOUBTFUL.get(lang, ())):
        return None
    if max(values) < _LEAST or _is_part(text, start, end, words, lang) or _is_name(text, start, lang):
        return None
    return Spoken(frozenset(values), start, end, rounded=words[-1].times and words[-1].value <= 100)


def _is_about_one(text: str, start: int, end: int, lang: str) -> bool:
    """Whether a word for about so many stands alone in the singular: `a dozen`, `дюжину`."""
    about = _ABOUT.get(lang)
    found = about.match(text, start) if about is not None else None
    return (
        found is not None and found.end() == end and (lang != "en" or text[max(0, start - 2) : start] in ("a ", "A "))
    )


#: About so many, in languages where no `one` need stand before it.
_ABOUT = {
    "en": re.compile(
        r"dozen|score(?= of (?:(?:[a-z]+ )?[a-z]+s|(?:\w+ )?(?:people|men|women|children|sheep|fish|deer|cattle|geese|mice|oxen|police))\b)",
        re.IGNORECASE,
    ),
    "ru": re.compile("дюжин[ауы]", re.IGNORECASE),
    "uk": re.compile("дюжин[ауи]", re.IGNORECASE),
    "pl": re.compile("tuzin(?:a|em)?", re.IGNORECASE),
    "cs": re.compile("tuc(?:et|tu|tem)", re.IGNORECASE),
}


def _is_name(text: str, start: int, lang: str) -> bool:
    """Whether a number has a capital inside a sentence, as in `the Thirty Years’ War`."""
    return (
        lang != "de"
        and text[start].isupper()
        and start > 0
        and _SMALL_BEFORE.search(text, max(0, start - 2), start) is not None
    )


_SMALL_BEFORE = re.compile(r"[\w,’'-][ \u00a0-]?\Z")

#: Hundreds and thousands without a number before them that are one of them.
_BARE = re.compile(
    r"(?:hundred|thousand|cent|mille|cien|mil|hundert|tausend|honderd|duizend|hundra|tusen|sto)$|(?!)", re.IGNORECASE
)
_BEFORE_DIGITS = re.compile(r"\d[\d.,]*[\s\u00a0-]?$")
_HYPHEN_WORD = re.compile(r"[-‑][^\W\d_]|['’][^\W\d_]")
_TO_WORD = re.compile(r"[^\W\d_][-‑]$|[^\W\d_]['’]$")
_SPACED_WORD = re.compile(r"\s([^\W\d_]+(?:['’ʼ][^\W\d_]+)?)")


def _is_part(text: str, start: int, end: int, words: list[NumberWord], lang: str) -> bool:
    """Whether a number may belong to a figure, an ordinal or a word of several parts."""
    if _BEFORE_DIGITS.search(text, max(0, start - 12), start) or _TO_WORD.search(text, max(0, start - 2), start):
        return True
    if _HYPHEN_WORD.match(text, end):
        return True
    following = _SPACED_WORD.match(text, end)
    ordinals = _ORDINALS.get(lang)
    return bool(
        following
        and ordinals
        and not words[-1].counted
        and re.match(ordinals, following[1].lower().replace("’", "'").replace("ʼ", "'"))
    )


@cache
def _half_patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    half, more, after = HALVES[lang]
    return (
        re.compile(rf"(?<!\w)(?:{half})[ \u00a0-]?\Z", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{more})[ \u00a0]\Z", re.IGNORECASE),
        re.compile(rf"[ \u00a0](?:\w+ )?(?:{after})(?!\w)", re.IGNORECASE),
    )
