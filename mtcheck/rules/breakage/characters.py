"""Characters: text read in the wrong encoding, characters that broke, characters that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules.breakage._code_pages import COMMON_MARKS, LETTERS, MARKS, alien_letters, lost_letters, misread_words
from mtcheck.rules.breakage._misread import meant_by
from mtcheck.rules.breakage._misread import misread_words as misread_shapes
from mtcheck.rules.facts.batch import ASKS, LETTER, Facts, Mask, TextFacts, kind
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit, lang_of, merge_runs, occurs, places

#: UTF-8's first byte and a continuation byte, as Latin-1, Windows-1252 or Windows-1251 show them. A net with wide
#: meshes: ftfy decides on what it catches.
_MOJIBAKE = re.compile(
    r"[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]|[ÃÂâì][‘’“”–—]|Ð[–—]|ï»¿"
    r"|[РС][\u0080-\u00bf°±’“”–—ѓЃЉЊЌЋЏљњћџў„…†‡€‰‹‘•™›ѕЅ]|вЂ|Г[ѓЃ]"
)

_LEAD = kind(lambda c: "\u00c2" <= c <= "\u00f4" or c in "РСвГ")
_TRAIL = kind(lambda c: _MOJIBAKE.match("Р" + c) or _MOJIBAKE.match("Â" + c) or c in "–—»Ђѓ")

_RARE_MARK = kind(set(MARKS).difference(COMMON_MARKS).__contains__)
_COMMON_MARK = kind(COMMON_MARKS)
_WESTERN_LETTER = kind(re.compile(f"[{LETTERS}]").match)


def _may_be_garbled(texts: TextFacts) -> Mask:
    return texts.near(_TRAIL, {-1: _LEAD})


def _may_be_misread(facts: Facts) -> Mask:
    texts = facts.target
    found = texts.any(_RARE_MARK) | texts.near(_COMMON_MARK, {-1: LETTER, 1: LETTER})
    alien = alien_letters(facts.langs[1]) if facts.langs[1] else LETTERS
    if not alien:
        return found
    return found | (texts.any(_WESTERN_LETTER) if alien == LETTERS else texts.has(*alien))


@rule(
    "CHR001",
    "garbled-encoding",
    category="fluency/character-encoding",
    severity=Severity.MAJOR,
    also=(Severity.MINOR,),
    message="“{text}” was read in the wrong encoding{detail}.",
    needs_source=False,
    gate=lambda facts: (
        facts.target.has("??")
        | facts.target.near(ASKS, {-1: LETTER, 1: LETTER})
        | _may_be_garbled(facts.target)
        | _may_be_garbled(facts.source)
        | _may_be_misread(facts)
    ),
)
def garbled_encoding(pair: Pair) -> Iterator[Hit]:
    """Letters were turned into others because a text was read in the wrong encoding (mojibake).

    Why: the words cannot be read, and usually can be restored.
    Flags: `cafÃ© in MÃ¼nchen`, `РџСЂРёРІРµС‚`, `???? ???????`
    Flags: de `die Ger„te`, pl `to by³o`, ru `ãîðîä`
    Passes: `Ã` in Portuguese capitals, what the source has too; what the source alone has is minor, on its side
    Limits: UTF-8 is judged by ftfy's table of improbable sequences; of one-byte encodings, only what gives a word of
        the language's list, or of the source, in the right one. A single question mark counts inside a word that the
        source, or the list, has with a letter in its place.
    """
    target = pair.target
    if "??" in target:
        for match in re.finditer(r"(?<!\w)\?{3,}(?:[ ,]{1,2}\?{2,})+", target):
            if "??" not in pair.source and "？？" not in pair.source:
                yield hit(*match.span())
    for start, end, meant in lost_letters(target, pair.source, lang_of(pair.target_lang)) if "?" in target else ():
        yield hit(start, end, f": “{meant}”", suggestion=meant)
    seen = 0
    for start, end, fixed in _garbled(target):
        if not occurs(target[start:end], pair.source):
            seen = end
            yield hit(start, end, f": “{fixed}”" if fixed else "", suggestion=fixed)
    for start, end, fixed in misread_words(target, pair.source, lang_of(pair.target_lang)) if not seen else ():
        yield hit(start, end, f": “{fixed}”", suggestion=fixed)
    for start, end, fixed in _garbled(pair.source) if target else ():
        if not occurs(pair.source[start:end], target):
            detail = f": “{fixed}”" if fixed else ""
            yield hit(start, end, detail, side=Side.SOURCE, severity=Severity.MINOR)


def _garbled(text: str) -> list[tuple[int, int, str | None]]:
    """(start, end, what was meant where ftfy knows) of the stretches of a text that were read in the wrong encoding."""
    if text.isascii() or not _MOJIBAKE.search(text):
        return []
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    around = (_token_around(text, m.start(), m.end()) for m in places(_MOJIBAKE, text))
    tokens = [(start, end) for start, end in around if is_bad(text[start:end]) or _CERTAIN.search(text, start, end)]
    found: list[tuple[int, int, str | None]] = []
    for start, end in merge_runs(tokens, lambda end, start: start - end <= 1):
        fixed = fix_encoding(text[start:end])
        if fixed == text[start:end]:
            fixed = _CERTAIN.sub(_decoded, fixed)
        found.append((start, end, fixed if fixed != text[start:end] else None))
    return found


#: Letters before marks that no language puts behind them: the two bytes of a Cyrillic or Polish letter in UTF-8, and
#: the first two of three of a full-width sign (`ï¿¥` for ￥, `ï¼Œ` for ，); and two Cyrillic letters in Windows-1251.
_CERTAIN = re.compile(
    "Ð[€‚ƒ„…†‡ˆ‰Š‹ŒŽ•–—˜™š›œžŸ\u00a1-\u00bf]|[ÑÅÄ][€‚ƒ†‡ˆ‰‹ŒŽ]|[ÅÄ][žŸš›œ™°±]|ï[¼½¾¿][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ•–—˜™š›œžŸ]"
    "|(?:Р[ђ‘’“”•–—™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї\u0098]|С[ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏ‘”–—]){2,100}"
)


def _decoded(match: re.Match[str]) -> str:
    """What the bytes say in UTF-8; the text itself where they are not whole."""
    for encoding in ("cp1252", "latin-1", "cp1251"):
        try:
            return match[0].encode(encoding).decode("utf-8")
        except ValueError:
            continue
    return match[0]


def _token_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space around a span, at most a hundred characters to each side."""
    left = max(0, start - 100)
    before, after = text[left:start], text[end : end + 100]
    tail = len(before) - len(before.split()[-1]) if before and not before[-1].isspace() else len(before)
    head = len(after.split()[0]) if after and not after[0].isspace() else 0
    return left + tail, end + head


_BROKEN = re.compile(
    r"[\ufffd\u0000-\u0008\u000b\u000e-\u001b\u007f\u0080-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]+"
)

_BROKEN_KIND = kind(_BROKEN.match)


@rule(
    "CHR002",
    "broken-character",
    category="fluency/character-encoding",
    severity=Severity.MAJOR,
    also=(Severity.MINOR,),
    message="{detail} stands where a letter or nothing should be.",
    needs_source=False,
    gate=lambda facts: facts.target.any(_BROKEN_KIND),
)
def broken_character(pair: Pair) -> Iterator[Hit]:
    """A character that stands for "could not be read", or a control character, is in the text.

    Why: a letter was lost on the way.
    Flags: `caf\ufffd`, a NUL or an escape character
    Passes: tabs and line ends; characters that the source has too (minor)
    Limits: private-use characters are left alone: some fonts draw with them.
    """
    target = pair.target
    if target.isascii() and target.isprintable():
        return
    for match in places(_BROKEN, target):
        code = f"U+{ord(match[0][0]):04X}"
        kind = "The replacement character" if match[0][0] == "\ufffd" else "A control character"
        severity = Severity.MINOR if match[0][0] in pair.source else Severity.MAJOR
        yield hit(*match.span(), f"{kind} ({code})", severity=severity)


_INVISIBLE = re.compile(
    r"[\u200b\u200c\u200d\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u180e\u115f\u1160\u3164]+"
)
_FORMAT_SCRIPTS = re.compile(
    r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u1800-\u18af\ufb1d-\ufdff\ufe70-\ufefc]"
)
_NAMES = {"\u200b": "a zero-width space", "\ufeff": "a byte order mark", "\u2060": "a word joiner"}

_INVISIBLE_KIND = kind(_INVISIBLE.match)


@rule(
    "CHR003",
    "invisible-character",
    category="fluency/character-encoding",
    severity=Severity.MINOR,
    message="An invisible character ({detail}) stands here.",
    needs_source=False,
    gate=lambda facts: facts.target.any(_INVISIBLE_KIND),
)
def invisible_character(pair: Pair) -> Iterator[Hit]:
    """A character without width stands in text that has no use for it.

    Why: searches and spell checkers fail on the word, and nobody sees why.
    Flags: a zero-width space inside `gov\\u200bernment`
    Passes: scripts that need joiners and marks of direction (Arabic, Hebrew, Indic, Thai, Khmer), emoji, soft hyphens
    Limits: nothing is said where the source has the same character.
    """
    target = pair.target
    if target.isascii():
        return
    for match in places(_INVISIBLE, target):
        if match[0][0] in pair.source or _FORMAT_SCRIPTS.search(target, max(0, match.start() - 40), match.end() + 40):
            continue
        around = target[match.start() - 1 : match.start()] + target[match.end() : match.end() + 1]
        if any(unicodedata.category(c) in ("So", "Sk") or c in "\ufe0f\u20e3" for c in around):
            continue
        code = f"U+{ord(match[0][0]):04X}"
        name = _NAMES.get(match[0][0], unicodedata.name(match[0][0], "format character").lower())
        yield hit(*match.span(), f"{name}, {code}", suggestion="")


@rule(
    "CHR004",
    "misread-letters",
    category="fluency/spelling",
    severity=Severity.MINOR,
    message="“{text}” looks like “{detail}” misread by a scanner.",
    needs_source=False,
    gate=lambda facts: facts.have_strange(lambda token: meant_by(token, facts.langs[1])),
)
def misread_letters(pair: Pair) -> Iterator[Hit]:
    """A word has letters or digits that only look like those that belong there, as text recognition makes them.

    Why: the word is misspelt in a way that no person would misspell it, and that a quick eye passes over.
    Flags: en `the cart vvas found`, `no tirne left`, `the bui1ding`, `in l998`
    Flags: de `fiir den Verein`, ru `он 3аявил`
    Passes: `H5N1`, `4K`, `Clark`, what the source has too
    Limits: needs a word list, which has not the token, but the word that one confusion of shapes makes of it.
    """
    for start, end, meant in misread_shapes(pair.target, pair.source, lang_of(pair.target_lang)):
        yield hit(start, end, meant, suggestion=meant)
