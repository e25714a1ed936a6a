"""Language: what was left in the source language, came out in a third one, or was not translated at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

import numpy as np
from anyascii import anyascii

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import (
    DIGIT,
    FINAL,
    LETTER,
    MANY,
    OTHER,
    SCRIPTS,
    SPACE,
    WIDE,
    Facts,
    Mask,
    TextFacts,
    in_scripts,
    kind,
)
from mtcheck.rules.language._abbreviations import BEFORE_FIGURES, LOCALISED
from mtcheck.rules.language._citations import is_citation, is_left_quoted
from mtcheck.rules.language._cyrillic_words import may_be_spelled, spelled_capitalised
from mtcheck.rules.language._elsewhere import may_be_elsewhere, words_from_elsewhere
from mtcheck.rules.language._everyday import EVERYDAY
from mtcheck.rules.language._framed_words import INFLECTING, framed_words, inflected_words, may_be_inflected
from mtcheck.rules.language._left_units import left_counted, unit_words
from mtcheck.rules.language._little_words import left_little_words, little_words
from mtcheck.rules.language._ordinal_signs import ORDINAL_SIGNS, carried_ordinals, may_have_dots
from mtcheck.rules.language._postal import is_postal, stands
from mtcheck.rules.language._read_back import read_back
from mtcheck.rules.language._trades import BY_TRADE, SURNAMES, translated
from mtcheck.rules.language._twins import CYRILLIC_TWINS, LATIN_TWINS, is_half_spelled, lone_twins
from mtcheck.rules.language._untranslated import COPIED, foreign_by_words, foreign_scripts, is_copy, is_untranslated
from mtcheck.rules.language.foreign_words import foreign_word_runs, pieces
from mtcheck.rules.language.romanised import (
    is_explained,
    is_spelled_anew,
    romanised_skeleton,
    romanised_words,
    skeleton,
)
from mtcheck.rules.registry import rule
from mtcheck.rules.text import Span, has_any, hit, lang_of, occurs, word_set
from mtcheck.rules.words.lexicon import (
    CLASSES,
    SCRIPT_NAMES,
    WORD,
    enclosed,
    languages_of,
    letter,
    letters,
    ranks,
    related,
    scripts,
    starts,
    words,
)
from mtcheck.rules.words.lists import translated_words
from mtcheck.rules.words.tokens import TOKEN, strangers, tokens_of

#: A list of fewer words than this does not show that a word is foreign.
_MIN_LEXICON = 5_000
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
        if _localised(run, pair) or _is_mixed(pair.target, start, end) or _is_shown(pair, start, end):
            continue
        total = total or sum(map(str.isalpha, pair.target))
        yield hit(
            start,
            end,
            f"{_alphabet(run, foreign)} letters",
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
    if len(known) < _MIN_LEXICON and not (target == "en" and scripts(source) == ("Latn",)):
        return
    bare = scripts(target) != scripts(source) or (target == "vi" and source == "en")
    if (len(own) < _MIN_LEXICON and not bare) or not pair.source:
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
        yield hit(*_stripped(pair.target))


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
            yield hit(*_stripped(pair.target), "as if it were in the wrong alphabet")
            return
    if found and scripts(found) == wanted and foreign_by_words(pair.target, found, target):
        yield hit(*_stripped(pair.target), f"like another language ({found})", severity=Severity.MAJOR)


def _elsewhere(pair: Pair, target: str) -> str:
    """The language that the target looks like, where it is surely neither the expected one nor the source's."""
    guess = pair.target_guess
    if guess is None or guess.lang is None or guess.confidence < 0.97:
        return ""
    found = lang_of(guess.lang)
    return "" if found in (target, languages_of(pair)[0]) or related(found, target) else found


@rule(
    "LNG005",
    "mixed-alphabets",
    category="fluency/character-encoding",
    severity=Severity.MINOR,
    message="Letters of two alphabets in one word: {detail}.",
    needs_source=False,
    gate=lambda facts: _has_twins(facts.target),
)
def mixed_alphabets(pair: Pair) -> Iterator[Hit]:
    """A word mixes Latin, Cyrillic or Greek letters that look alike.

    Why: search, spelling and sorting fail on it though nothing is to be seen; it often comes from scanned text.
    Flags: en "Moscоw" (with a Cyrillic о), "ТP-12" (with a Cyrillic Т), en "dıfficulty" (with a Turkish ı), "ﬁrst"
    Passes: ru "IT-компания", "3D-модель", "20 км/h"
    Flags: en "Chapaевsk" (half of it still Cyrillic); en "А second attempt" (with a Cyrillic А)
    Limits: where an odd letter has no twin in the word's own alphabet, only words that no loan explains: in Latin
        letters all, in Cyrillic ones those that begin so or with one other letter (`Facebookе` is left alone). A letter
        of another language's alphabet counts where a word of the list stands there without it; a letter by itself where
        its twin is a word of the language.
    """
    if pair.target.isascii():
        return
    _, target = languages_of(pair)
    for start, end, twin in lone_twins(pair.target, target):
        yield hit(start, end, f"“{pair.target[start:end]}” is not “{twin}”", suggestion=twin)
    if odd := _ODD_LETTERS.search(pair.target):
        yield from _odd_words(pair, target, odd.start())
    if not _ADJACENT.search(pair.target):
        return
    for word, start in zip(words(pair.target), starts(pair.target), strict=True):
        if word.isascii() or not _ADJACENT.search(word):
            continue
        fixed = unmixed(word, scripts(target))
        if fixed:
            yield hit(start, start + len(word), _odd_letters(word, fixed), suggestion=fixed)
        elif is_half_spelled(word, target) and not occurs(word, pair.source):
            yield hit(start, start + len(word), f"“{word}” is half in another one")


@rule(
    "LNG006",
    "unlocalised-abbreviation",
    category="locale-convention/abbreviation",
    severity=Severity.MINOR,
    message="The source language's abbreviation “{text}” is left; here it is {detail}.",
    gate=lambda facts: _may_be_unlocalised(facts),
)
def unlocalised_abbreviation(pair: Pair) -> Iterator[Hit]:
    """An abbreviation of the source language stands in the target, where another one is usual.

    Why: `США`, `ONU` or `mln` mean nothing to the reader.
    Flags: ru "в США" / en "in the США"
    Flags: es "la ONU" / en "the ONU"
    Flags: ru "доклад ПРООН" / en "a report by PROON"
    Passes: es "la ONU" / en "the UN"
    Flags: es "la Sra. Gómez" / en "Sra. Gómez"; ru "5 тыс. руб." / en "5 tys. roubles"
    Flags: fr "le 3e étage" / en "the 3e floor"; ru "школа № 5" / en "school № 5"
    Flags: cs "v pondělí 3. února" / en "on Monday, 3. February"
    Limits: only the abbreviations of the table; the same letters must stand in the source, or for acronyms of three
        letters and more, and sums, those that they are spelled with in Latin ones.
    """
    for start, end in carried_ordinals(pair.target, pair.source, *languages_of(pair)):
        yield hit(start, end, "written otherwise")
    table = LOCALISED.get(languages_of(pair))
    if not table or not pair.source or _localised_heads(languages_of(pair)).isdisjoint(tokens_of(pair.target)):
        return
    spelled = _in_latin_letters(languages_of(pair))
    if not has_any(pair.target, table) and not has_any(pair.target, spelled):
        return
    in_source: dict[str, bool] = {}  # each form is looked up once, however often it comes
    for match in _abbreviation_pattern(languages_of(pair)).finditer(pair.target):
        found = match.group()
        if found not in in_source:
            in_source[found] = stands(spelled.get(found, found), pair.source)
        if not in_source[found] or _is_mixed(pair.target, *match.span()):
            continue
        if found in BEFORE_FIGURES and not _FIGURE.match(pair.target, match.end()):
            continue
        if found in _INITIALS and not _TWO_NAMES.match(pair.target, match.end()):
            continue
        if found in _BEFORE_NAMES and not _is_title(pair, match):
            continue
        wanted = table[found] if found in table else table[spelled[found]]
        if is_postal(pair.target, *match.span(), wanted):
            continue
        if found in spelled and occurs(wanted, pair.target):
            continue  # a gloss: `UNDP (PROON)`
        yield hit(match.start(), match.end(), f"“{wanted}”", suggestion=wanted)


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
    if scripts(source) != ("Cyrl",) or len(known) < _MIN_LEXICON or len(own) < _MIN_LEXICON:
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
        if "Hani" in scripts(target) or not _is_mixed(pair.target, *match.span()):
            yield hit(match.start(), match.end(), _alphabet(run, tuple(CLASSES)))


@rule(
    "LNG009",
    "translated-surname",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="A surname seems to have been translated: “{text}” for “{detail}”.",
    gate=lambda facts: facts.langs in (("", ""), ("ar", "en")),
)
def translated_surname(pair: Pair) -> Iterator[Hit]:
    """An Arabic surname that means a trade is translated, after a first name, as if it were the trade.

    Why: nobody will find the person by that name.
    Flags: ar "الوزير فؤاد النجار" / en "Minister Fouad the Carpenter"
    Passes: ar "فؤاد النجار" / en "Fouad al-Najjar"; ar "قال النجار" / en "the carpenter said"
    Limits: some thirty surnames, into English, where the trade has a capital and the article. A few who are known by
        their trade are left alone.
    """
    if languages_of(pair) != ("ar", "en") or not has_any(pair.source, SURNAMES):
        return
    for surname, (spelling, _) in SURNAMES.items():
        if f" {surname}" not in pair.source:
            continue
        for match in translated(surname).finditer(pair.target):
            if match["name"] not in BY_TRADE:
                yield hit(*match.span("trade"), spelling, suggestion=spelling)


@rule(
    "LNG010",
    "third-language-words",
    category="accuracy/untranslated",
    severity=Severity.MINOR,
    message="“{text}” is neither of the source nor of this language{detail}.",
    needs_source=False,
    gate=lambda facts: facts.have_strange(lambda word: may_be_elsewhere(word, facts.langs[1])),
)
def third_language_words(pair: Pair) -> Iterator[Hit]:
    """A common word of a third language stands in the target.

    Why: the text was translated by way of another language, or the engine slipped into one.
    Flags: ru "однако там дороже" / en "jedoch they cost more there"
    Flags: en "It takes roughly two hours." / de "Es dauert ongeveer zwei Stunden."
    Passes: de "Es war gestern." / en "It was gestern." (LNG002), en "He works at the Casa del Sol."
    Limits: needs the word list of the target's language; only the 2,000 most frequent words of the others, in small
        letters, and none that the source has, that stands beside a capital, in brackets or in quotation marks.
    """
    source, target = languages_of(pair)
    for start, end, lang in words_from_elsewhere(pair.target, pair.source, target, source):
        yield hit(start, end, f": it is “{lang}”" if lang else "")


@rule(
    "COP001",
    "source-copied",
    category="accuracy/untranslated",
    severity=Severity.CRITICAL,
    message="The source was copied, not translated.",
    gate=lambda facts: _may_be_copied(facts),
)
def source_copied(pair: Pair) -> Iterator[Hit]:
    """The target repeats the source, word for word or nearly.

    Why: the reader gets no translation at all.
    Flags: de "Er kam gestern nicht nach Hause." / en "Er kam gestern nicht nach Hause."
    Passes: de "Angela Merkel, Berlin, 2015" / en "Angela Merkel, Berlin, 2015"
    Limits: names, numbers, addresses, codes and single words may stay as they are: three words are needed and, within
        one alphabet, words that only the source language has.
    """
    if is_copy(pair):
        yield hit(*_stripped(pair.target))


def _may_be_copied(facts: Facts) -> Mask:
    """Which pairs share as many of the target's words as `is_copy` asks for first."""
    there = facts.target.words
    return facts.share_letters & (there.are_empty | there.have_mostly(facts.copied_words, COPIED))


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


def _has_foreign_letters(facts: Facts) -> Mask:
    """Which targets have letters of an alphabet that only the source's language uses."""
    return facts.target.any(in_scripts(foreign_scripts(*facts.langs)) if facts.langs[1] else WIDE)


def _has_stray_letters(facts: Facts) -> Mask:
    """Which targets have letters of an alphabet that neither language uses."""
    if not facts.langs[1]:
        return facts.target.any(WIDE)
    japanese = SCRIPTS["Hani"] if facts.langs[1] == "ja" else 0
    return facts.target.any(in_scripts(_stray_scripts(*facts.langs)) | japanese)


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


def _may_be_unlocalised(facts: Facts) -> Mask | bool:
    """Which targets have the first token of an abbreviation that is another one in their language."""
    if not facts.langs[1]:
        return True
    dotted = facts.target.near(DIGIT, {1: FINAL, 2: SPACE, 3: LETTER}) if may_have_dots(*facts.langs) else False
    if not LOCALISED.get(facts.langs):
        return facts.target.has(*ORDINAL_SIGNS) | dotted
    heads = _localised_heads(facts.langs)
    ordinals = facts.target.near(DIGIT, {1: LETTER}) | facts.target.has(*ORDINAL_SIGNS)
    return facts.target.tokens.having(heads, as_written=True) | ordinals | dotted


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


def _has_twins(texts: TextFacts) -> Mask:
    """Which texts have letters of two alphabets that look alike."""
    latin, cyrillic, greek = (texts.any(SCRIPTS[name]) for name in ("Latn", "Cyrl", "Grek"))
    return (latin & cyrillic) | (latin & greek) | (cyrillic & greek) | texts.any(_ODD_KIND)


def foreign_runs(text: str, names: tuple[str, ...]) -> Iterator[Span]:
    """Runs of words in the alphabets named, longer than a lone letter."""
    for match in letters(*names).finditer(text):
        if sum(map(str.isalpha, match.group())) > 1 or names[0] in ("Hani", "Kana", "Hang"):
            yield match.span()


def unmixed(word: str, own: tuple[str, ...] = ()) -> str | None:
    """The word in the alphabet that most of its letters are in, or None where a letter has no twin there.

    Capitals that are half of one alphabet and half of another are put into the one of `own`.

    >>> unmixed("Moscоw")
    'Moscow'
    """
    counts = {name: len(letter(name).findall(word)) for name in _TWINS}
    main = max(counts, key=lambda name: counts[name])
    if word.isupper() and 2 * max(counts.values()) == len(word):
        main = next((name for name in own if name in counts), main)
        fixed = _in_alphabet(word, main)
        return fixed if len(fixed) == len(word) else None
    fixed = _in_alphabet(word, main)
    if len(fixed) != len(word) or counts[main] * 2 <= len(word):
        return None
    if main == "Latn" and fixed[:-3] == word[:-3] and len(word) > 4 and word[-1] != fixed[-1]:
        return None  # `Facebookе`: a brand with a native ending
    return fixed


def _in_alphabet(word: str, name: str) -> str:
    return "".join(c if letter(name).match(c) else _TWINS[name].get(c, "") for c in word)


_ADJACENT = re.compile(
    "[{L}][{C}{G}]|[{C}][{L}{G}]|[{G}][{L}{C}]".format(L="A-Za-zÀ-ÖØ-öø-ʯ", C=CLASSES["Cyrl"], G=CLASSES["Grek"])
)
_LOWER_LATIN = re.compile(r"(?<![\w'’.-])[a-z]{5,}(?![\w'’-]|\.\w)")
_GREEK_TWINS = "ABEHIKMNOPTXYZoviku", "ΑΒΕΗΙΚΜΝΟΡΤΧΥΖονικυ"
_TWINS: dict[str, dict[str, str]] = {
    "Latn": dict(zip(CYRILLIC_TWINS + _GREEK_TWINS[1], LATIN_TWINS + _GREEK_TWINS[0], strict=True)),
    "Cyrl": dict(zip(LATIN_TWINS, CYRILLIC_TWINS, strict=True)) | dict(zip("ΑΒΕΗΚΜΟΡΤΧο", "АВЕНКМОРТХо", strict=True)),
    "Grek": dict(zip(*_GREEK_TWINS, strict=True)) | dict(zip("АВЕНКМОРТХо", "ΑΒΕΗΚΜΟΡΤΧο", strict=True)),
}


#: Letters of one language, or of typesetters and phoneticians, that look like plain ones.
_PLAIN = {
    "ı": "i", "İ": "I", "ɡ": "g", "ɑ": "a", "ſ": "s", "ƒ": "f", "ȷ": "j", "ǀ": "l", "ɩ": "i", "ʟ": "l", "ℓ": "l",
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st",
}  # fmt: skip
_ODD_LETTERS = re.compile(f"[{''.join(_PLAIN)}\U0001d400-\U0001d7ff]")
_ODD_KIND = kind(_ODD_LETTERS.match)
_TURKIC = frozenset(("tr", "az", "kk", "crh", "tt", "uz", "ku", "ga", "gag"))


def _odd_words(pair: Pair, target: str, first: int) -> Iterator[Hit]:
    """Words of the list once letters that only look plain are plain; ligatures and mathematical letters in any word."""
    known = ranks(target)
    for match in TOKEN.finditer(pair.target, max(0, first - 60)):
        word = match.group()
        if not _ODD_LETTERS.search(word) or word in pair.source:
            continue
        if target in _TURKIC and not _ODD_LETTERS.search(word.replace("ı", "").replace("İ", "")):
            continue
        fixed = unicodedata.normalize("NFKC", "".join(_PLAIN.get(c, c) for c in word))
        if fixed.lower() in known or not any(c in "ıİ" for c in word):
            detail = ", ".join(f"“{c}” is no plain letter" for c in dict.fromkeys(word) if _ODD_LETTERS.match(c))
            yield hit(*match.span(), detail, suggestion=fixed)


def _odd_letters(word: str, fixed: str) -> str:
    return ", ".join(
        f"“{was}” is {SCRIPT_NAMES[next(name for name in _TWINS if letter(name).match(was))]}"
        for was in dict.fromkeys(a for a, b in zip(word, fixed, strict=True) if a != b)
    )


def _source_scripts(pair: Pair) -> tuple[str, ...]:
    return foreign_scripts(*languages_of(pair))


def _alphabet(run: str, names: tuple[str, ...]) -> str:
    for name in names:
        if letter(name).search(run):
            return SCRIPT_NAMES[name]
    return SCRIPT_NAMES[names[0]]


def _is_long(run: str, total: int) -> bool:
    n_letters = sum(map(str.isalpha, run))
    spaceless = bool(letter("Hani", "Kana", "Thai").search(run))
    return 2 * n_letters >= total or (n_letters >= 8 if spaceless else len(WORD.findall(run)) >= 3)


def _is_mixed(text: str, start: int, end: int) -> bool:
    """Whether the run is part of a word in another alphabet."""
    return (start > 0 and text[start - 1].isalpha()) or (end < len(text) and text[end].isalpha())


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


_FIGURE = re.compile(r"[ \u00a0]?\d")


#: Honorifics that look like an initial: `D. Ramiro Peñalver`.
_INITIALS = frozenset(("D.",))
_TWO_NAMES = re.compile(r"\s[A-ZÀ-Ý]\w{2,} (?:del? |da |dos |la )?[A-ZÀ-Ý]\w")


#: Short titles that are words or names without a name after them.
_BEFORE_NAMES = word_set("Me Pr Lic Arq Mtro Mtra geom Geom rag Rag arch Avv ks adw mec abp bp")
_ONE_NAME = re.compile(r"\.?[ \u00a0](?!Too\b)[A-ZÀ-ÝĀ-Ž][^\W\d_]")


def _is_title(pair: Pair, match: re.Match[str]) -> bool:
    """Whether the abbreviation stands before a name in both texts."""
    if not _ONE_NAME.match(pair.target, match.end()):
        return False
    return bool(re.search(rf"(?<![\w.-]){re.escape(match[0])}{_ONE_NAME.pattern}", pair.source))


@cache
def _localised_heads(languages: tuple[str, str]) -> frozenset[str]:
    """The first token of each abbreviation that another one stands for."""
    forms = (*LOCALISED[languages], *_in_latin_letters(languages))
    return frozenset(TOKEN.findall(form)[0] for form in forms)


@cache
def _in_latin_letters(languages: tuple[str, str]) -> dict[str, str]:
    """What the acronyms of a Cyrillic or Greek language look like in Latin letters, where English has others."""
    if languages[1] != "en" or scripts(languages[0]) == ("Latn",):
        return {}
    acronyms = {
        latin: form
        for form, wanted in LOCALISED[languages].items()
        if form.isupper() and len(anyascii(form)) >= 3 and ((wanted.isupper() and wanted.isascii()) or form in _COMMON)
        for latin in _romanisations(form, languages[0])
        if latin != wanted
    }
    sums = {anyascii(form): form for form in _SPELLED if form in LOCALISED[languages]}
    return acronyms | sums | ({"tys": "тис", "hrn": "грн"} if languages[0] == "uk" else {})


#: How letters are romanised by one custom or another, beside that of `anyascii`.
_CUSTOMS = {
    "Є": "Ye Je E", "Ю": "Yu Ju", "Я": "Ya Ja", "Й": "Y J", "Ж": "Zh J", "Х": "Kh H", "Ц": "Ts C", "Щ": "Shch Sch",
    "Э": "E", "Ї": "Yi I",
}  # fmt: skip


def _romanisations(form: str, lang: str) -> set[str]:
    """How an acronym may be spelled in Latin letters: `OBSIe`, `OBSYe`, `OBSE`; these in capitals, too."""
    customs = {**_CUSTOMS, "И": "Y", "Г": "H"} if lang == "uk" else _CUSTOMS
    found = {""}
    for n, char in enumerate(form):
        ways = {anyascii(char), *customs.get(char, "").split(), *(("Ye",) if char == "Е" and n == 0 else ())}
        found = {start + way for start in found for way in ways}
    return {one for latin in found for one in (latin, latin.upper()) if len(one) >= 3}


#: Acronyms of common things, which are no names: `DShI` says nothing in English.
_COMMON = word_set(
    "ДШИ ДМШ ДЮСШ ЖКХ ГИБДД ЗАГС ТЭЦ ГЭС НИИ СНТ ФАП ЦРБ ПТУ СИЗО ЛЭП АЗС ТСЖ ТРЦ МФЦ ОРВИ УЗИ ИВЛ БПЛА ПВО ПДД ГСМ"
    " ЦБ ЖК ТЦ ЧП ЧС ЧМ ЖЭК ЖЕК ЧОП ЕГЭ ЦОД ДТП АЭС ТЕЦ ГЕС НДІ ЦРЛ СІЗО ОСББ ЦНАП ГРВІ УЗД ППО АЕС ЗНО МОЗ ВПО ТЦК"
)
#: Other abbreviations that are found spelled in Latin letters (`2.4 tys. roubles`).
_SPELLED = (
    *("тыс", "тис", "млн", "млрд", "трлн", "руб", "грн", "коп", "обл", "чел", "долл", "хил", "лв", "чол", "крб", "шт"),
    *("и т. д", "и т.д", "и т. п", "и т.п", "и др", "т. е", "т.е", "т. к", "т.к", "і т. д", "і т.д"),
    *("і т. п", "і т.п", "та ін", "т. зв", "т.зв", "г-н", "г-жа", "р-н"),
    *("ул", "вул", "просп", "обл", "наб", "пос", "им.", "ім.", "пгт", "смт", "мкр", "пров", "стр", "рис", "тел"),
)


@cache
def _abbreviation_pattern(languages: tuple[str, str]) -> re.Pattern[str]:
    forms = sorted((*LOCALISED[languages], *_in_latin_letters(languages)), key=len, reverse=True)
    return re.compile(r"(?<![\w.-])(?:" + "|".join(map(re.escape, forms)) + r")(?![\w-])")


def _stripped(text: str) -> Span:
    start = len(text) - len(text.lstrip())
    return start, max(start, len(text.rstrip()))
