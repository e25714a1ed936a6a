"""Letters of a script that neither side's language has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import SCRIPTS, WIDE, Facts, Mask, in_scripts
from mtcheck.rules.language._runs import alphabet, is_mixed
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit
from mtcheck.rules.words.lexicon import CLASSES, enclosed, languages_of, letter, letters, scripts


@rule(
    "LNG008",
    "stray-script",
    category="accuracy/addition",
    severity=Severity.MAJOR,
    message="{detail} letters belong to neither language: “{text}”.",
    needs_source=False,
    gate=lambda facts: _has_stray_letters(facts),
)
def stray_script(pair: Pair) -> Iterator[Hit]:
    """The target has letters of an alphabet that neither its language nor the source uses.

    Why: neural models slip into other languages; the reader meets letters from nowhere.
    Flags: de "Die Stadt wächst." / en "The city is 成長 growing."
    Passes: en "the letter ß" / de "der Buchstabe ß"
    Flags: en "It was developed." / ja "それは开发された。"
    Limits: Latin and Greek are never stray (brands, formulas); a run that the source has, a lone letter, and text in
        brackets or quotation marks are left alone. Of Chinese letters in Japanese only simplified ones are seen.
    """
    if pair.target.isascii():
        return
    source, target = languages_of(pair)
    if target == "ja" and source != "zh":
        yield from _simplified(pair)
    if not scripts(target):
        return
    for match in letters(*_stray_scripts(source, target)).finditer(pair.target):
        run = match.group()
        if sum(map(str.isalpha, run)) < 2 or run in pair.source or enclosed(pair.target, *match.span()):
            continue
        if "Hani" in scripts(target) or not is_mixed(pair.target, *match.span()):
            yield hit(match.start(), match.end(), alphabet(run, tuple(CLASSES)))


@cache
def _stray_scripts(source: str, target: str) -> tuple[str, ...]:
    """The alphabets that neither language uses."""
    own = scripts(target)
    allowed = {*own, *scripts(source), "Latn", "Grek"} | ({"Hani"} if "Hani" in own else set())
    return tuple(name for name in CLASSES if name not in allowed)


def _simplified(pair: Pair) -> Iterator[Hit]:
    """Chinese letters that Japan's character sets do not have and mainland China's has."""
    odd = [c for c in set(pair.target) if _is_simplified(c) and c not in pair.source]
    if odd:
        for match in re.finditer(f"[{''.join(odd)}]+", pair.target):
            yield hit(*match.span(), "Chinese")


@lru_cache(maxsize=4096)
def _is_simplified(char: str) -> bool:
    return not _encodes(char, "cp932") and _encodes(char, "gb2312") and letter("Hani").match(char) is not None


def _encodes(char: str, encoding: str) -> bool:
    try:
        return bool(char.encode(encoding))
    except UnicodeEncodeError:
        return False


def _has_stray_letters(facts: Facts) -> Mask:
    """Which targets have letters of an alphabet that neither language uses."""
    if not facts.langs[1]:
        return facts.target.any(WIDE)
    japanese = SCRIPTS["Hani"] if facts.langs[1] == "ja" else 0
    return facts.target.any(in_scripts(_stray_scripts(*facts.langs)) | japanese)
