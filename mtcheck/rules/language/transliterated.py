"""Words that are only spelled in other letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import Facts, Mask
from mtcheck.rules.language._cyrillic_words import may_be_spelled, spelled_capitalised
from mtcheck.rules.language._left_units import left_counted, unit_words
from mtcheck.rules.language._read_back import read_back
from mtcheck.rules.language.romanised import (
    is_explained,
    is_spelled_anew,
    romanised_skeleton,
    romanised_words,
    skeleton,
)
from mtcheck.rules.language.untranslated import MIN_LEXICON
from mtcheck.rules.registry import rule
from mtcheck.rules.text import Span, hit
from mtcheck.rules.words.lexicon import languages_of, ranks, scripts, words
from mtcheck.rules.words.tokens import strangers, tokens_of


@rule(
    "LNG007",
    "transliterated-word",
    category="accuracy/untranslated",
    severity=Severity.MINOR,
    also=(Severity.MAJOR,),
    message="A word of the source’s language is only spelled in Latin letters, not translated: “{text}”.",
    gate=lambda facts: _may_be_transliterated(facts),
)
def transliterated_word(pair: Pair) -> Iterator[Hit]:
    """A word of the source is transliterated instead of translated.

    Why: `zayavil` is no English word.
    Flags: ru "Путин заявил об этом" / en "Putin zayavil about this"
    Flags: uk "з двома рисенятами" / en "with two rysenyata"; zh "社区开会" / en "the shequ met"
    Passes: ru "матрёшка" / en "a matryoshka doll"; zh "胡同" / en "a hutong"
    Flags: ru "с краевым Минздравом" / en "with the regional Minzdrav"; ar "في السابعة مساء" / en "at seven masa’an"
    Limits: lower-case words that no list has (names are capitalised), but for those that English borrows. Cyrillic and
        Greek words in any form, where common or unlike English by their letters; Chinese words of two characters or
        more; Japanese ones in kana; Hebrew ones by four consonants, Arabic ones of four letters by all of
        them. Russian and Ukrainian ones of seven letters that the source has not, where the list has them or their
        endings are those of derived words. Cyrillic ones with a capital where it is only that of a sentence on both
        sides, or a clipped office. Two close to each other are major.
    """
    source, target = languages_of(pair)
    if not scripts(source) or "Latn" in scripts(source) or scripts(target) != ("Latn",):
        return
    found = sorted(
        {
            *_spelled_words(pair, source, target),
            *romanised_words(pair.target, pair.source, target, source),
            *_spelled_units(pair, source, target),
            *(spelled_capitalised(pair.target, pair.source, target, source) if scripts(source) == ("Cyrl",) else ()),
        }
    )
    if scripts(source) == ("Cyrl",):
        found = [span for span in found if not is_spelled_anew(pair.target[slice(*span)], pair.source)]
        found = sorted({*found, *read_back(pair.target, pair.source, source, target)})
    for n, (start, end) in enumerate(found):
        near = any(other != start and abs(other - end) < 40 for other, _ in found[max(0, n - 1) : n + 2])
        yield hit(start, end, severity=Severity.MAJOR if near else Severity.MINOR)


def _spelled_units(pair: Pair, source: str, target: str) -> Iterator[Span]:
    tokens, units = tokens_of(pair.target), unit_words(source, target)
    if units and any(tokens[n] in units for n in strangers(pair.target, target)):
        yield from left_counted(pair.target, pair.source, source, target)


def _spelled_words(pair: Pair, source: str, target: str) -> list[Span]:
    """Words that spell a common word of a Cyrillic source, in the same form."""
    known, own = ranks(source), ranks(target)
    if scripts(source) != ("Cyrl",) or len(known) < MIN_LEXICON or len(own) < MIN_LEXICON:
        return []
    tokens = tokens_of(pair.target)
    if not any(tokens[n].islower() and len(tokens[n]) >= 5 for n in strangers(pair.target, target)):
        return []
    candidates = [m for m in _LOWER_LATIN.finditer(pair.target) if m.group() not in own]
    if not candidates:
        return []
    romanised = {
        romanised_skeleton(word)
        for word in words(pair.source)
        if word.islower() and len(word) >= 5 and known.get(word, 9) <= 3
    }
    return [
        m.span() for m in candidates if skeleton(m.group()) in romanised and not is_explained(pair.target, *m.span())
    ]


def _may_be_transliterated(facts: Facts) -> Mask | bool:
    """Which targets of a source in other letters have a word of no list, capitalised where the rule asks for it."""
    source, target = facts.langs
    if not target or not scripts(source) or "Latn" in scripts(source) or scripts(target) != ("Latn",):
        return not target
    if not ranks(target):
        return False
    if source == "ar":
        return facts.have_strange(lambda token: len(token) >= 4 and token[1:].islower())
    found = facts.have_strange(lambda token: len(token) >= 4 and token.islower())
    return found | _have_capitalised(facts) if scripts(source) == ("Cyrl",) else found


def _have_capitalised(facts: Facts) -> Mask:
    """Which targets have a word of no list, be it with a capital, that `spelled_capitalised` looks up."""
    texts, tokens, strange = facts.target, facts.target.tokens, facts.strange_tokens
    found = np.zeros(len(facts.pairs), dtype=bool)
    rows = tokens.owners[strange]
    starts = tokens.starts[strange] - texts.begin[rows]
    for n, row, start in zip(strange.tolist(), rows.tolist(), starts.tolist(), strict=True):
        if not found[row]:
            found[row] = may_be_spelled(tokens.words[n], facts.pairs[row].target, start)
    return found


_LOWER_LATIN = re.compile(r"(?<![\w'’.-])[a-z]{5,}(?![\w'’-]|\.\w)")
