"""Words, runs and whole texts left in the source language, or in another one than asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import DIGIT, LETTER, MANY, OTHER, SPACE, WIDE, Facts, Mask, in_scripts
from mtcheck.rules.language._abbreviations import LOCALISED
from mtcheck.rules.language._citations import is_citation, is_left_quoted
from mtcheck.rules.language._everyday import EVERYDAY
from mtcheck.rules.language._framed_words import INFLECTING, framed_words, inflected_words, may_be_inflected
from mtcheck.rules.language._left_units import left_counted, unit_words
from mtcheck.rules.language._little_words import left_little_words, little_words
from mtcheck.rules.language._runs import alphabet, foreign_runs, is_mixed, stripped_span
from mtcheck.rules.language._untranslated import foreign_by_words, foreign_scripts, is_copy, is_untranslated
from mtcheck.rules.language.foreign_words import foreign_word_runs, pieces
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit, lang_of
from mtcheck.rules.words.lexicon import WORD, enclosed, languages_of, letter, ranks, related, scripts
from mtcheck.rules.words.lists import translated_words

#: A list of fewer words than this does not show that a word is foreign.
MIN_LEXICON = 5_000
#: So many characters at the beginning show, as a rule, that a text is in the alphabet of its language.
_GLANCE = 60


@rule(
    "LNG001",
    "untranslated-words",
    category="accuracy/untranslated",
    severity=Severity.MINOR,
    also=(Severity.MAJOR,),
    message="Left in {detail}: “{text}”.",
    gate=lambda facts: _has_foreign_letters(facts),
)
def untranslated_words(pair: Pair) -> Iterator[Hit]:
    """Words in the alphabet of the source language are left in the target.

    Why: the reader of the translation cannot read them.
    Flags: ru "Министр заявил" / en "The minister заявил"
    Passes: ru "газета «Правда»" / en "the newspaper Pravda (Правда)"
    Limits: one alphabet for both is LNG002's matter. Text in brackets or quotation marks is taken for a citation;
        a lone letter is taken for a symbol. One or two words are minor; three words, or half the text, are major.
    """
    if pair.target.isascii() or not pair.source:
        return
    foreign = _source_scripts(pair)
    if not foreign or foreign == ("Latn",) or not letter(*foreign).search(pair.target):
        return
    if is_untranslated(pair) or is_copy(pair):
        return
    total = 0
    for start, end in foreign_runs(pair.target, foreign):
        run = pair.target[start:end]
        if _localised(run, pair) or is_mixed(pair.target, start, end) or _is_shown(pair, start, end):
            continue
        total = total or sum(map(str.isalpha, pair.target))
        yield hit(
            start,
            end,
            f"{alphabet(run, foreign)} letters",
            severity=Severity.MAJOR if _is_long(run, total) else Severity.MINOR,
        )


@rule(
    "LNG002",
    "untranslated-run",
    category="accuracy/untranslated",
    severity=Severity.MINOR,
    also=(Severity.MAJOR,),
    message="Words of the source language are left in the translation: “{text}”.",
    gate=lambda facts: _may_be_left(facts),
)
def untranslated_run(pair: Pair) -> Iterator[Hit]:
    """Words of the source stand unchanged in the target although the target language does not know them.

    Why: a word left over reads as a gap in the translation.
    Flags: de "Die Regierung hat gestern entschieden." / en "The government has gestern entschieden."
    Flags: en "He is the new mayor" / ru "Он new mayor"
    Flags: cs "forma vzduchové klasifikace" / en "form of vzduchové classification"
    Flags: de "knapp 16 Zoll" / en "just under 16 Zoll"
    Passes: de "die Zeitschrift Der Spiegel" / en "the magazine Der Spiegel"
    Limits: needs word lists of both languages (`mtcheck/models/words/`), or of the source language where the alphabets
        differ; with English on one side it also knows what translators never leave and what they keep. A word that no
        list has is judged by its letters. Capitalised words alone are taken for names, but for German nouns with an
        article and compounds; brackets and quotation marks of which half is left for citations. Rare English loans are
        flagged (minor).
    """
    source, target = languages_of(pair)
    known, own = ranks(source), ranks(target)
    if source == target or not source or not target or related(source, target):
        return
    # Without a list of the source's words, letters that English does not have still give them away.
    if len(known) < MIN_LEXICON and not (target == "en" and scripts(source) == ("Latn",)):
        return
    bare = scripts(target) != scripts(source) or (target == "vi" and source == "en")
    if (len(own) < MIN_LEXICON and not bare) or not pair.source:
        return
    in_source = pieces(pair.source)
    for first, last in inflected_words(pair.target, pair.source, source, target):
        if not is_copy(pair) and not enclosed(pair.target, first, last):
            yield hit(first, last)
    counted = set(left_counted(pair.target, pair.source, source, target)) if scripts(source) == ("Latn",) else set()
    if not counted and in_source.isdisjoint(pieces(pair.target) - _at_home(source, target)):
        return
    if is_copy(pair) or is_untranslated(pair):
        return
    runs = list(foreign_word_runs(pair, in_source, source, target))
    lone = {
        *counted,
        *left_little_words(pair.target, in_source, source, target),
        *framed_words(pair.target, in_source, source, target),
    }
    for first, last in sorted(lone):
        if not any(start <= first < end for start, end, _ in runs) and not _is_glossed(pair.target, last):
            yield hit(first, last)
    for first, last, n_foreign in runs:
        if is_left_quoted(pair, first, last, in_source):
            continue
        if (target == "vi" and n_foreign < 2) or (n_foreign == 1 and _is_glossed(pair.target, last)):
            continue
        long = n_foreign >= 3 or 2 * (last - first) > len(pair.target.strip())
        yield hit(first, last, severity=Severity.MAJOR if long else Severity.MINOR)


#: What explains a term where it stands: `the family’s concio, a traditional liquorice works`, `the concio (a works)`.
_GLOSS = re.compile(r"s?[”’\"'*_]?(?:,\s(?:or|an?|that is|i\.e\.)\s|\s\((?:an?|or)\s|\s[—–]\san?\s)")


def _is_glossed(text: str, end: int) -> bool:
    return _GLOSS.match(text, end) is not None


@lru_cache(maxsize=4)
def _at_home(source: str, target: str) -> frozenset[str]:
    """The words that the target's language has, and the source's not by two tiers more; none that are translated."""
    left = translated_words(source, target) | EVERYDAY.get(source, frozenset()) | little_words(source, target)
    known = ranks(source)
    return frozenset(w for w, tier in ranks(target).items() if tier <= known.get(w, 6) + 1 and w not in left)


def _may_be_left(facts: Facts) -> Mask | bool:
    """Which pairs have a word on both sides that is not at home in the target's language, or a form of the source's."""
    mask = facts.share_letters
    source, target = facts.langs
    if not target or source == target or related(source, target):
        return mask if source == target == "" else False
    home, here, there = _at_home(source, target), facts.source.words, facts.target.words
    shared = np.flatnonzero(facts.copied_words)
    if len(facts.pairs) >= MANY and target != "el":
        found = there.texts(shared[~there.are_at(shared, home)]) | there.are_dotted
    else:
        found = there.texts(there.among(shared, lambda word: word.lower() not in home))
    apart = here.having_part(lambda part: part not in home) | there.having_part(lambda part: part not in home)
    for at in (mask & ~found & apart).nonzero()[0].tolist():
        found[at] = not (pieces(facts.pairs[at].target) - home).isdisjoint(pieces(facts.pairs[at].source))
    if scripts(source) == ("Latn",) and (units := unit_words(source, target)):
        counted = facts.target.near(DIGIT, {1: SPACE, 2: LETTER})
        found |= counted & there.having(units) if counted.any() else False
    if source in INFLECTING and scripts(target) == ("Latn",):
        found |= facts.have_strange(lambda word: may_be_inflected(word, source, target))
    return found & mask


@rule(
    "LNG003",
    "untranslated-sentence",
    category="accuracy/untranslated",
    severity=Severity.CRITICAL,
    message="The text is still in the source language.",
    gate=lambda facts: _may_be_untranslated(facts),
)
def untranslated_sentence(pair: Pair) -> Iterator[Hit]:
    """The target is written in the language of the source, though it is no copy of it.

    Why: the reader gets no translation at all.
    Flags: ru "Он приехал вчера вечером." / en "Он прибыл вчера поздним вечером."
    Passes: ru "Он приехал вчера." / en "He came yesterday."
    Limits: three words at least; a copy is COP001.
    """
    if is_untranslated(pair) and not is_copy(pair):
        yield hit(*stripped_span(pair.target))


@rule(
    "LNG004",
    "wrong-language",
    category="accuracy/untranslated",
    severity=Severity.CRITICAL,
    also=(Severity.MAJOR,),
    message="The text looks {detail}.",
    needs_source=False,
    gate=lambda facts: _may_be_elsewhere(facts),
)
def wrong_language(pair: Pair) -> Iterator[Hit]:
    """The target is in a language that is neither the expected one nor the source's.

    Why: a line of another translation, or of the wrong file, has slipped in.
    Flags: ru "Он приехал вчера вечером." / en "Ο πρωθυπουργός έφτασε χθες το βράδυ στην πόλη."
    Passes: ru "Привет" / en "Hi"
    Limits: needs 40 letters. Another alphabet is critical; another language in the same alphabet is major, needs a
        sure language guess, and is not raised between closely related languages.
    """
    _, target = languages_of(pair)
    wanted = scripts(target)
    if not wanted or len(pair.target) < 40 or is_untranslated(pair):
        return
    found = _elsewhere(pair, target)
    plain = pair.target.isascii() and "Latn" in wanted
    if not found and (plain or 10 * len(letter(*wanted).findall(pair.target, 0, _GLANCE)) >= len(pair.target)):
        return
    n_letters = sum(map(str.isalpha, pair.target))
    if n_letters < 40:
        return
    if not plain:
        n_own = len(letter(*wanted).findall(pair.target))
        source = scripts(languages_of(pair)[0])
        if n_own < 0.1 * n_letters and not (source and len(letter(*source).findall(pair.target)) > 0.2 * n_letters):
            yield hit(*stripped_span(pair.target), "as if it were in the wrong alphabet")
            return
    if found and scripts(found) == wanted and foreign_by_words(pair.target, found, target):
        yield hit(*stripped_span(pair.target), f"like another language ({found})", severity=Severity.MAJOR)


def _elsewhere(pair: Pair, target: str) -> str:
    """The language that the target looks like, where it is surely neither the expected one nor the source's."""
    guess = pair.target_guess
    if guess is None or guess.lang is None or guess.confidence < 0.97:
        return ""
    found = lang_of(guess.lang)
    return "" if found in (target, languages_of(pair)[0]) or related(found, target) else found


def _has_foreign_letters(facts: Facts) -> Mask:
    """Which targets have letters of an alphabet that only the source's language uses."""
    return facts.target.any(in_scripts(foreign_scripts(*facts.langs)) if facts.langs[1] else WIDE)


def _may_be_untranslated(facts: Facts) -> Mask | bool:
    """Which targets have any letter that most of an untranslated text would be of."""
    foreign = foreign_scripts(*facts.langs)
    return facts.target.any(in_scripts(foreign) | OTHER) if foreign else True


def _may_be_elsewhere(facts: Facts) -> Mask | bool:
    """Which targets are no plain text in Latin letters, or guessed to be in a third language."""
    target = facts.target
    if not facts.langs[1]:
        return True
    guesses = (pair.target_guess for pair in facts.pairs)
    found = [guess is not None and guess.lang not in (None, *facts.langs) for guess in guesses]
    wanted = scripts(facts.langs[1])
    if "Latn" in wanted:
        odd: Mask = target.any(WIDE)
    else:  # few letters of its own
        odd = 10 * target.count(in_scripts(wanted)) <= target.lengths
    elsewhere: Mask = odd | np.array(found)
    return elsewhere


def _source_scripts(pair: Pair) -> tuple[str, ...]:
    return foreign_scripts(*languages_of(pair))


def _is_long(run: str, total: int) -> bool:
    n_letters = sum(map(str.isalpha, run))
    spaceless = bool(letter("Hani", "Kana", "Thai").search(run))
    return 2 * n_letters >= total or (n_letters >= 8 if spaceless else len(WORD.findall(run)) >= 3)


#: What speaks of a letter or a word as such: `the character 蜻`, `written заяц`.
_SPOKEN_OF = re.compile(
    r"(?i:\b(?:characters?|letters?|words?|signs?|titled?|named?|called|written(?: as)?|spell(?:ed|ing)|pronounced"
    r"|Zeichen|Wort|Buchstaben?|mots?|lettres?|caract[eè]res?|palabras?|letras?|parole?|lettere?)[ :,]{1,3})\Z"
)


def _is_shown(pair: Pair, start: int, end: int) -> bool:
    """Whether a run in other letters is shown as such: in brackets or quotation marks, or after `the word`."""
    if not is_citation(pair, start, end) or pair.target[start - 1 : start].isdigit():
        return False  # `(41歳)`
    return enclosed(pair.target, start, end) or bool(_SPOKEN_OF.search(pair.target[max(0, start - 20) : start]))


def _localised(run: str, pair: Pair) -> bool:
    table = LOCALISED.get(languages_of(pair), {})
    return bool(table) and all(word in table for word in re.split(r"[\s\-–—/,]+", run))
