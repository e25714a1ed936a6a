# ruff: noqa: E501 (long patterns)
"""Where a text denies, by the tables of `_denial_words`: surely, maybe, or by the ending of a word."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache

from mtcheck.rules.meaning._denial_words import TABLES
from mtcheck.rules.text import has_any
from mtcheck.rules.words.lexicon import KEPT_LENGTH, lowered, places, ranks
from mtcheck.rules.words.renderings import likeness
from mtcheck.rules.words.views import kept

#: The languages that have a table (BCP 47 base tags).
SUPPORTED = frozenset(TABLES)
#: English words that deny nothing with what stands next to them: `points out`, `a mile away`, `anyone who`.
_PARTS = frozenset(("out", "off", "away", "anyone", "anybody", "anything"))
_WITH_PART = re.compile(
    r"\b(?:(?:point|carr|set|turn|f[io]u?nd|work|figur|roll|st(?:an|oo)d|br(?:ing|ought)|g[ia]ve|la(?:y|id)|hand|spell"
    r"|reach|check|burst|break|broke|start|mov|c[ao]me|went|go|look|sen[dt]|read|map|sort|help|test|tr|fill|branch|spread"
    r"|stretch|singl|pick|s(?:eek|ought)|s[aiu]ng|call|cry|cried|shout|sp[eo]ak|spoke|hir|rent|l[ei]nt|len[dt]|ship|print"
    r"|measur|mark|shar|dig|dug|eat|ate|hang|hung|dr[ae]w|act|play|stick|stuck|pour|blurt|act|kit|decked?|pan|even)\w*"
    r" (?:\w+ )?out|out (?:loud|there|in|on|at)|all[- ]out|(?:start|set|pa(?:y|id)|t[ao]ke?|took|taking|show|kick|sign|s[ea]w|see"
    r"|g[ia]v|liv|fed|feed|round|mark|tick|top|tip|fac|better|well|pull|br(?:ing|ought)|go|went|spark|trigger|head"
    r"|fin?ish|polish|read|reel|rattl|com|cam|drop|fly|flew|blast|mak|made)\w* (?:\w+ )?off|off the coast|off[- ]road"
    r"|any(?:one|body|thing) (?:who|that|with|wishing|interested|can)|(?:met(?:re|er)|kilomet(?:re|er)|km|mile|f[eo]{2}t|yard|minute|hour|day|week|month)s? away|(?:far|right|straight|give[ns]?|gave) away)\b",
    re.IGNORECASE,
)
#: No denial: `only`, `still`, `one more`.
_STILL = re.compile(r"(?<=\bnur )noch\b|(?<=\bimmer )noch\b|\bnoch(?= (?:immer|heute|einmal|mehr|eine?[nrms]?)\b)")
_NUMBERED = ("No. ", "No.\u00a0", "Nos. ", "no. ")
_NUMBER = re.compile(r"\bNos?\.\s?(?=\d)", re.IGNORECASE)
#: A particle of Japanese between two halves of a name: `Kin no Tori`.
_NAMES_NO = re.compile(r"\b[A-Z][a-z]\w* no (?=[A-Z][a-z])")


def sure_words(lang: str) -> frozenset[str]:
    """The words that surely deny and stand in a list; endings and signs make more."""
    return TABLES[lang].sure if lang in TABLES else frozenset()


def loose_words(lang: str) -> frozenset[str]:
    """The words that may deny and stand in a list."""
    return TABLES[lang].maybe if lang in TABLES else frozenset()


def sure_endings(lang: str) -> tuple[re.Pattern[str] | None, tuple[str, ...]]:
    """What words end in that surely deny without a list, and what one of stands in every text with such a word."""
    table = TABLES[lang]
    return table.sure_ending, table.sure_crumbs


def has_sure_sign(text: str, lang: str) -> bool:
    """Whether a text of a language without spaces has a sign that denies, in an idiom or not."""
    table = TABLES[lang]
    if table.sure_signs is None or has_any(text, table.sure_literals):
        return table.sure_signs is not None
    return has_any(text, table.sure_hints) and table.sure_signs.search(text) is not None


def denied_by_ending(text: str, lang: str) -> list[str]:
    """The words of a text, in lower case, that an ending makes deny."""
    table = TABLES.get(lang)
    if table is None or table.sure_ending is None or (table.sure_crumbs and not has_any(text, table.sure_crumbs)):
        return []
    return [word for word in lowered(text) if _is_sure(word, lang)]


def sure_places(text: str, lang: str) -> list[tuple[int, int]]:
    """Where a text surely denies: spans of words or signs, outside idioms."""
    return list(_sure_places(text, lang) if len(text) <= KEPT_LENGTH else _sure_places.__wrapped__(text, lang))


@kept
def _sure_places(text: str, lang: str) -> list[tuple[int, int]]:
    table = TABLES[lang]
    if table.sure_signs is None and not has_sure_word_in(text, lang):
        return []
    low = text.lower().replace("’", "'")
    if len(low) != len(text):
        return []
    if table.sure_signs is not None:
        found = [match.span() for match in table.sure_signs.finditer(low)]
    else:
        sure, crumbs = table.sure, table.sure_crumbs
        if table.sure_ending is None or (crumbs and not has_any(text, crumbs)):
            found = [(start, end) for word, start, end in places(text) if word.lower() in sure]
        else:
            found = [(start, end) for word, start, end in places(text) if _is_sure(word.lower(), lang)]
    if lang == "en" and " no " in text:
        particles = {match.end() - 1 for match in _NAMES_NO.finditer(text)}
        found = [span for span in found if span[1] not in particles]
    if not found or table.idioms is None:
        return found
    idioms = [match.span() for match in table.idioms.finditer(low)]
    return [span for span in found if not any(start < span[1] and span[0] < end for start, end in idioms)]


def has_sure_word_in(text: str, lang: str) -> bool:
    """Whether a word of a text surely denies, be it in an idiom; `No. 77` does not."""
    bag = lowered(text)
    if not TABLES[lang].sure.isdisjoint(bag):
        if lang != "en" or "no" not in bag or not has_any(text, _NUMBERED):
            return True
        plain = _NUMBER.sub("", text)
        return len(plain) == len(text) or has_sure_word_in(plain, lang)
    return bool(denied_by_ending(text, lang))


@lru_cache(maxsize=4096)
def _is_sure(word: str, lang: str) -> bool:
    table = TABLES[lang]
    return word in table.sure or (table.sure_ending is not None and table.sure_ending.search(word) is not None)


def may_deny(text: str, lang: str) -> bool:
    """Whether a text denies in whatever way: a sure word, idioms included, one that may, a prefix before a word."""
    table, bag = TABLES[lang], lowered(text)
    if has_sure_word_in(text, lang):
        return True
    if not table.maybe.isdisjoint(bag):
        plain = _WITH_PART.sub("", text) if lang == "en" and not bag.isdisjoint(_PARTS) else text
        if lang == "de" and "noch" in bag:
            plain = _STILL.sub("", text)
        if len(plain) == len(text):
            return True
        return may_deny(plain, lang)
    low = text.lower().replace("’", "'")
    if table.sure_signs is not None:  # some corpora are cut into words: `な い`
        low = "".join(low.split())
    if any(pattern is not None and pattern.search(low) for pattern in (table.sure_signs, table.maybe_pattern)):
        return True
    prefixes = table.prefixes
    return bool(prefixes) and any(_denies(word, lang) for word in bag if word.startswith(prefixes))


def maybe_places(text: str, lang: str) -> list[tuple[int, int]]:
    """The words of a text that may deny, sure ones left out; none in languages without spaces."""
    return list(_maybe_places(text, lang) if len(text) <= KEPT_LENGTH else _maybe_places.__wrapped__(text, lang))


@kept
def _maybe_places(text: str, lang: str) -> list[tuple[int, int]]:
    table = TABLES[lang]
    low = text.lower().replace("’", "'")
    if table.sure_signs is not None or len(low) != len(text):
        return []
    whole = low
    if lang == "de" and "noch" in low:
        low = _STILL.sub(lambda match: " " * len(match.group()), low)
    if lang == "en" and (not _PARTS.isdisjoint(lowered(text)) or ("'" in low and has_any(low, _PARTS))):
        low = _WITH_PART.sub(lambda match: " " * len(match.group()), low)
    rows = [(low[start:end], start, end) for _, start, end in places(text)] if low == whole else places(low)
    by_pattern = [match.start() for match in table.maybe_pattern.finditer(low)] if table.maybe_pattern else []
    may, prefixes = table.maybe, table.prefixes
    return [
        (start, end)
        for word, start, end in rows
        if ((word in may or word.startswith(prefixes)) and _may_be_denial(word, lang))
        or (by_pattern and not _is_sure(word, lang) and any(start <= at < end for at in by_pattern))
    ]


@lru_cache(maxsize=4096)
def undoes(word: str, lang: str) -> bool:
    """Whether a word that may deny is a verb or noun of undoing (`cancelled`), by its beginning, and no word for `not`."""
    table, low = TABLES[lang], word.lower()
    if low in table.maybe or table.maybe_pattern is None or _denies(low, lang) or low.endswith("less"):
        return False
    return table.maybe_pattern.match(low) is not None


@lru_cache(maxsize=4096)
def _may_be_denial(word: str, lang: str) -> bool:
    """Whether a word by itself may deny, and is no sure one."""
    return (word in TABLES[lang].maybe or _denies(word, lang)) and not _is_sure(word, lang)


#: Prefixes that many words only seem to have (`increase`, `importer`); and the cosine of a word and its rest where one has it.
_SEEMING = frozenset(("in", "im", "il", "ir", "dis", "des", "mis", "mé"))
_ALIKE = 0.32


@lru_cache(maxsize=4096)
def _denies(word: str, lang: str) -> bool:
    """Whether a word is a known word with a prefix that denies it."""
    if not word.startswith(TABLES[lang].prefixes):
        return False
    for prefix in TABLES[lang].prefixes:
        rest = word[len(prefix) :]
        if len(rest) >= (3 if prefix == "ne" else 4) and word.startswith(prefix) and rest in ranks(lang):
            return prefix not in _SEEMING or likeness(word, rest, lang) >= _ALIKE
    return lang in _SHORT_FORMS and word not in ranks(lang) and _inflects_denied(word, lang)


#: Languages with short and inflected forms of adjectives that their lists lack: `недёшев` of `дешёвый`.
_SHORT_FORMS = {"ru": "не", "uk": "не", "pl": "nie", "cs": "ne"}
#: Letters of a word, without prefix and ending, with which a word of the list has to begin.
_STEM = 5


def _inflects_denied(word: str, lang: str) -> bool:
    """Whether an unlisted word is `not` and a form of a listed word."""
    prefix = _SHORT_FORMS[lang]
    rest = word.removeprefix(prefix).replace("ё", "е")
    stem = rest.rstrip("аеиоуыйяюіїєeiyaoáéíý")
    if rest == word or len(stem) < _STEM:
        return False
    listed = _sorted_words(lang)
    at = bisect_left(listed, stem)
    return at < len(listed) and listed[at].startswith(stem)


@cache
def _sorted_words(lang: str) -> list[str]:
    return sorted(word.replace("ё", "е") for word in ranks(lang))
