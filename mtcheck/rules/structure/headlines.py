"""Headlines run into the lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import numpy as np

from mtcheck.data import Hit, Pair, SegmentKind, Severity, Side
from mtcheck.rules.facts.batch import CAPITAL, FINAL, GAP, LETTER, Facts, Mask
from mtcheck.rules.registry import rule
from mtcheck.rules.structure._sentences import END_MARKS, MIN_REST, has_heading
from mtcheck.rules.text import hit, lang_of
from mtcheck.rules.words.lexicon import words
from mtcheck.rules.words.lists import words_of
from mtcheck.rules.words.tables import CLAUSE_OPENERS, FUNCTION_WORDS

_SEAM = re.compile(r"(?<=[^\W_])[”»\"]? (?=[^\W\d_])")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def _after(text: str, end: int) -> str:
    """The last words before a place, some thirty characters of them."""
    before = text[max(0, end - 30) : end]
    return f" after “{before.split(' ', 1)[-1] if end > 30 else before}”"


@rule(
    "STR003",
    "run-on-headline",
    category="fluency/punctuation",
    severity=Severity.MAJOR,
    also=(Severity.MINOR,),
    message="The headline runs into the next sentence{detail}.",
    needs_source=False,
    gate=lambda facts: _may_run_on(facts),
)
def run_on_headline(pair: Pair) -> Iterator[Hit]:
    """A headline and the sentence after it stand as one sentence.

    Why: the line break between them was lost; the reader cannot tell where the headline ends.
    Flags: source heading + sentence, target `Putin arrives in Vienna The Russian president said`
    Flags: a heading alone; its target goes on: `Dummies take the floor in Alcorisa The town opened its festival`
    Passes: a heading that ends with a mark, `the band The Beatles`
    Limits: without a heading in the source, a seam is seen only where a lower-case word is followed by a capitalised
        function word and then by a lower-case word, or where an English title with small words in it
        (`A New Helper in the Garden`) is followed by a capitalised small word, or three words in capitals, of which two
        are in the list and no names, by one that is not (`WHERE TO SEE THEM In spring`), if the source has none.
    """
    target = pair.target
    cuts = [end for side, end, fault in pair.seams if side is Side.TARGET and fault == "run-on"]
    if cuts and has_heading(pair):
        yield hit(0, cuts[0], _after(target, cuts[0]))
        return
    if len(target) < 30:
        return
    if shouted := _seam_after_capitals(pair):
        yield hit(0, shouted, _after(target, shouted))
        return
    headline = _source_headline(pair)
    if headline:
        if len(pair.target_segments) >= 2 and pair.target_segments[0].kind is SegmentKind.HEADING:
            return
        end = _seam(target, headline / max(1, len(pair.source)), lang_of(pair.target_lang))
        if end:
            yield hit(0, end, _after(target, end))
    else:
        lang = lang_of(pair.target_lang)
        sure = _seam_by_case(target, lang) or _seam_by_title(target, lang)
        end = sure or _seam_after_short(pair, lang)
        if end and not _seam_by_case(pair.source, lang_of(pair.source_lang)):
            word = _WORD.match(target, end + 1)
            plain = not sure and (word is None or word[0].lower() not in FUNCTION_WORDS.get(lang, frozenset()))
            yield hit(0, end, _after(target, end), severity=Severity.MINOR if plain else Severity.MAJOR)
        elif not end and (lead := _seam_after_heading(pair, lang)):
            yield hit(lead + 1, len(target.rstrip()), _after(target, lead), severity=Severity.MINOR)


def _may_run_on(facts: Facts) -> Mask | bool:
    """Which pairs have segments or lines to tell a headline by, or in the target a word that may open a sentence."""
    lang = facts.langs[1]
    if not lang:
        return True
    sure = [
        len(pair.source_segments) > 1 or bool(pair.seams) or "\n" in pair.source or pair.target[:_FIRST_SEAM].isupper()
        for pair in facts.pairs
    ]
    target = facts.target.words
    opening = target.which(_openers(lang), as_written=True)
    # There is no seam before a word at the very beginning.
    at_first = target.starts[opening] == facts.target.begin[target.owners[opening]]
    at_first &= target.ends[opening] - target.starts[opening] <= _FIRST_SEAM
    mask: Mask = np.array(sure) | target.texts(opening[~at_first]) | _may_have_lead(facts)
    ends = facts.source.near(FINAL, {-1: LETTER, -2: LETTER, 1: GAP}, within=_LONGEST_SHORT)
    ends |= facts.source.near(FINAL, {1: LETTER}, within=_LONGEST_SHORT)
    for at in (ends & ~mask).nonzero()[0].tolist():
        mask[at] = _SHORT.match(facts.pairs[at].source) is not None
    return mask


#: A heading in capitals, of three words at least, and a sentence that begins with a capital.
_CAPITALS = re.compile(r"[\"“«„]?(?:[^\W_a-zà-öø-ÿа-яѐ-џα-ω]{1,30}[,:'’&-]{0,2} ){3,14}(?=[\"“«„]?[^\W\d_]+)")
_CAPITAL_RUN = re.compile(r"[^\W\d_a-zà-öø-ÿа-яѐ-џα-ω]{2}[ -][^\W\d_a-zà-öø-ÿа-яѐ-џα-ω]{2}")


def _seam_after_capitals(pair: Pair) -> int:
    """Where a heading in capitals ends before a sentence, when the source has no words in capitals; 0 for nowhere."""
    target = pair.target
    if not target[:_FIRST_SEAM].isupper() or (match := _CAPITALS.match(target)) is None:
        return 0
    end, words_there = match.end() - 1, _WORD.findall(match[0])
    if len(words_there) > 3 and len(words_there[-1]) == 1 and target[match.end() :][:1].islower():
        end, words_there = target.rindex(" ", 0, end), words_there[:-1]  # `WHERE TO SEE THEM A town`
    follows = _WORD.match(target, end + 1)
    if follows is None or not follows[0].istitle() or follows[0] == "I" or len(target) - end < _LEAD:
        return 0
    listed = words_of(lang_of(pair.target_lang))
    small = [w for w in words_there if listed and w.isupper() and w.lower() in listed and w.lower() not in listed.names]
    cased = pair.source.upper() != pair.source.lower()
    return end if len(small) >= 2 and not (cased and _CAPITAL_RUN.search(pair.source[: 2 * end])) else 0


@cache
def _openers(lang: str) -> frozenset[str]:
    """Words that may open a sentence."""
    return CLAUSE_OPENERS.get(lang, frozenset()) | _titled(lang)


#: A seam is looked for from here on.
_FIRST_SEAM = 12


def _later_words(text: str) -> tuple[str, ...]:
    """The words of a text without one at its very beginning, before which there is no seam."""
    found = words(text)
    return found[1:] if found and text.startswith(found[0], 0, _FIRST_SEAM) else found


@cache
def _titled(lang: str) -> frozenset[str]:
    """Small words as a headline or a sentence begins with them."""
    return frozenset(word.title() for word in FUNCTION_WORDS.get(lang, ()))


_LONGEST_SHORT = 48  # characters before its mark
_SHORT = re.compile(r"[^.!?…:;,“”\"«»()]{4,46}[^\W\d_]{2}[.!?](?=\s+[^\W\d_])|[^。！？，：]{2,16}[。！？](?=[^\W\d_])")


def _seam_after_short(pair: Pair, lang: str) -> int:
    """Where a short first sentence of the source, a headline perhaps, has no end in the target; 0 for nowhere."""
    source, target = pair.source.strip(), pair.target
    first = _SHORT.match(source)
    if first is None or len(source) - first.end() < MIN_REST or not source[first.end() :].strip()[:1].isupper():
        return 0
    openers = FUNCTION_WORDS.get(lang, frozenset())
    expected = first.end() / len(source) * len(target)
    before = target[: int(expected * 1.5) + 4]
    for match in _SEAM.finditer(target, max(4, int(expected * 0.5)), len(before)):
        word = _WORD.match(target, match.end())
        opens = word is not None and word[0].istitle() and (word[0].lower() in openers or _is_common(word[0], pair))
        if (
            opens
            and target[match.start() - 1].islower()
            and not any(c in END_MARKS + ",—–" for c in target[: match.start()])
        ):
            return match.end() - 1
    return 0


#: A headline of the source, in characters; how much longer a translation with the next sentence is, at least, and what
#: that sentence has. Chinese characters count for several letters.
_SHORTEST_HEADING, _LONGEST_HEADING, _LEAD_FACTOR, _LEAD = 14, 110, 1.7, 25
_CJK_LETTERS = 3.2
_LONGEST_WITH_LEAD = 600
_DENSE = frozenset(("zh", "ja", "ko"))


def _may_have_lead(facts: Facts) -> Mask:
    """Which pairs have a source without a mark at its end and a target that says much more."""
    there, here = facts.source.lengths, facts.target.lengths
    letters = there * (_CJK_LETTERS if facts.langs[0] in _DENSE else 1)
    found: Mask = (there <= _LONGEST_HEADING) & (letters >= _SHORTEST_HEADING) & (here >= _LEAD_FACTOR * letters)
    return found & ~facts.source.any(FINAL) & facts.target.any(CAPITAL)


def _seam_after_heading(pair: Pair, lang: str) -> int:
    """Where the target goes on with a sentence after the headline that is all of the source; 0 for nowhere."""
    source, target = pair.source.strip(), pair.target.rstrip()
    letters = len(source) * (_CJK_LETTERS if lang_of(pair.source_lang) in _DENSE else 1)
    if (
        not _SHORTEST_HEADING <= letters <= _LONGEST_HEADING
        or not _LEAD_FACTOR * letters <= len(target) <= _LONGEST_WITH_LEAD
    ):
        return 0
    if any(c in END_MARKS for c in source):
        return 0
    window = target[: min(int(1.5 * letters), len(target) - _LEAD)]
    for match in _SEAM.finditer(window, max(_FIRST_SEAM, int(0.6 * letters))):
        word = _WORD.match(target, match.end())
        if word is None or not word[0].istitle() or word[0] in pair.source or not _opens_lead(word[0], lang):
            continue
        before, after = _WORD.findall(target[: match.end()]), _WORD.findall(target[word.end() :])
        if any(c in END_MARKS + ",—–(" for c in target[: match.start()]):
            return 0
        if before[-1].lower() in FUNCTION_WORDS.get(lang, ()):
            continue  # `the band of The Old Theatre`
        # The headline is no title with a capital at each word, and a sentence follows.
        if sum(w[0].islower() for w in before) >= 2 and sum(w[0].islower() for w in after) >= 3:
            return match.end() - 1
    return 0


def _opens_lead(word: str, lang: str) -> bool:
    """Whether a capitalised word is one that is always written small within a sentence."""
    listed, lower = words_of(lang), word.lower()
    if word in _POSSESSIVE:
        return False
    if lower in FUNCTION_WORDS.get(lang, frozenset()) - _PREPOSITIONS:
        return True
    return listed is not None and lang not in _NOUN_CAPITALS and lower in listed.plain


def _is_common(word: str, pair: Pair) -> bool:
    """Whether a capitalised word is one that the list writes small, and no name of the source."""
    lang = lang_of(pair.target_lang)
    listed, lower = words_of(lang), word.lower()
    if listed is None or lang in _NOUN_CAPITALS or len(word) < 4 or lower in listed.names or word in pair.source:
        return False
    return listed.tier(lower) <= _COMMON_TIER


_COMMON_TIER = 2
_NOUN_CAPITALS = frozenset(("de", "lb"))


def _source_headline(pair: Pair) -> int:
    """Length of the source's headline where the source is a headline and more; else 0."""
    segments = pair.source_segments
    if len(segments) >= 2 and segments[0].kind is SegmentKind.HEADING and segments[1].kind is SegmentKind.SENTENCE:
        return segments[0].end - segments[0].start
    first, _, rest = pair.source.strip().partition("\n")
    if rest.strip() and first.strip() and first.rstrip()[-1] not in END_MARKS + ",-–—":
        return len(first)
    return 0


def _seam(target: str, share: float, lang: str) -> int:
    """Where the headline ends in the target, near its share of the source; 0 if a mark separates the two."""
    expected = share * len(target)
    reach = max(12.0, 0.45 * expected)
    window = target[: int(expected + reach) + 1]
    low = max(4, int(expected - reach))
    if any(c in END_MARKS for c in window[low:]) or "\n" in window:
        return 0
    openers = FUNCTION_WORDS.get(lang, frozenset())
    best, best_cost = 0, 1e9
    for match in _SEAM.finditer(target, low, len(window)):
        word = _WORD.match(target, match.end())
        if word is None or not word[0][0].isupper():
            continue
        cost = abs(match.start() - expected) / reach - (1.0 if word[0].lower() in openers else 0.0)
        if cost < best_cost:
            best, best_cost = match.end() - 1, cost
    return best


#: Also capitalised for reverence, in whatever place.
_POSSESSIVE = frozenset(("His", "Her", "He", "Sein", "Seine"))


def _seam_by_case(text: str, lang: str) -> int:
    """Where a lower-case word is followed by a capitalised opener and a lower-case word, early in a long text."""
    openers = CLAUSE_OPENERS.get(lang)
    if not openers or lang == "de" or openers.isdisjoint(words(text)[1:]):
        return 0
    for match in _SEAM.finditer(text, _FIRST_SEAM, min(len(text), 140)):
        word = _WORD.match(text, match.end())
        if word is None or word[0] not in openers or word[0] in _POSSESSIVE or (lang != "en" and len(word[0]) < 3):
            continue
        following = text[word.end() : word.end() + 2]
        before = _WORD.findall(text[: match.start() + 1])
        if (
            len(before) >= 3
            and before[-1].islower()
            and following[:1] == " "
            and following[1:].islower()
            and len(text) - match.end() >= 20
            and not any(c in '"“«„(' for c in text[: match.end()])
        ):
            return match.end() - 1
    return 0


def _seam_by_title(text: str, lang: str) -> int:
    """Where an English title, its small words in small letters, is followed by a capitalised small word."""
    if lang != "en":
        return 0
    small = FUNCTION_WORDS[lang]
    if _titled(lang).isdisjoint(_later_words(text)):
        return 0
    for match in _SEAM.finditer(text, _FIRST_SEAM, min(len(text), 140)):
        word = _WORD.match(text, match.end())
        if word is None or not word[0].istitle() or word[0].lower() not in small or word[0] in _POSSESSIVE:
            continue
        following = _WORD.match(text, word.end() + 1)
        if following is None or not following[0].islower() or len(text) - match.end() < 40:
            continue
        if following[0] in small and word[0].lower() in _PREPOSITIONS | {"and", "or", "but"}:
            continue  # `Out Of the Blue`
        before = text[: match.end() - 1]
        title = _WORD.findall(before)
        if any(c in END_MARKS + ',()“”"' for c in before) or len(title) < 4 or not title[-1][0].isupper():
            return 0
        inner = title[1:]
        if any(w in small for w in inner) and all(w in small or not w[0].islower() for w in inner):
            return match.end() - 1
        return 0
    return 0


_PREPOSITIONS = frozenset(("of", "in", "on", "at", "by", "for", "as", "from", "with", "to", "into", "over", "about"))
