"""Structure: headline run into the lead, page furniture, repeats, missing and added segments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np

from mtcheck.data import Hit, Pair, Segment, SegmentKind, Severity, Side
from mtcheck.rules.facts.batch import CAPITAL, FINAL, GAP, LETTER, VISIBLE, Facts, Mask, kind
from mtcheck.rules.facts.heads import first_letters
from mtcheck.rules.registry import Scope, rule
from mtcheck.rules.structure._boilerplate import furniture_beginning, furniture_heads, furniture_pattern
from mtcheck.rules.structure._echoes import echoes
from mtcheck.rules.structure._share_bars import SHARE
from mtcheck.rules.structure._trails import run_in_crumbs, run_in_furniture, trails
from mtcheck.rules.structure._widgets import CRUMBS as SIZE_CRUMBS
from mtcheck.rules.structure._widgets import ad_before_text, button_row, size_controls
from mtcheck.rules.text import Span, has_any, hit, lang_of, trim
from mtcheck.rules.words.lexicon import words
from mtcheck.rules.words.lists import words_of
from mtcheck.rules.words.tables import CLAUSE_OPENERS, FUNCTION_WORDS
from mtcheck.rules.words.tokens import lower_tokens


@rule(
    "STR001",
    "missing-segment",
    category="accuracy/omission",
    severity=Severity.MAJOR,
    also=(Severity.MINOR,),
    message="The translation has nothing for “{text}”{detail}.",
    gate=lambda facts: ~facts.target.any(VISIBLE),
)
def missing_segment(pair: Pair) -> Iterator[Hit]:
    """A segment of the source has no counterpart in the translation.

    Why: the reader of the translation is not told what it says.
    Flags: a source sentence that faces nothing; minor for headings, captions and page furniture
    Passes: source segments without letters (numbers, rules, bullets)
    Limits: relies on the alignment: a sentence merged into another counts as translated.
    """
    if pair.target.strip() or not any(c.isalpha() for c in pair.source):
        return
    start, end = trim(pair.source, 0, len(pair.source))
    light, why = _is_light(pair.source, pair.source_segments, pair.source_lang)
    yield hit(start, end, why, side=Side.SOURCE, severity=Severity.MINOR if light else Severity.MAJOR)


@rule(
    "STR002",
    "added-segment",
    category="accuracy/addition",
    severity=Severity.MAJOR,
    also=(Severity.MINOR,),
    message="The source has nothing for “{text}”{detail}.",
    gate=lambda facts: ~facts.source.any(VISIBLE),
)
def added_segment(pair: Pair) -> Iterator[Hit]:
    """A segment of the translation has no counterpart in the source.

    Why: the reader is told what the author did not say.
    Flags: a target sentence that faces nothing; minor for headings, captions and page furniture
    Passes: target segments without letters
    Limits: relies on the alignment; a sentence split in two counts as one.
    """
    if pair.source.strip() or not any(c.isalpha() for c in pair.target):
        return
    start, end = trim(pair.target, 0, len(pair.target))
    light, why = _is_light(pair.target, pair.target_segments, pair.target_lang)
    yield hit(start, end, why, severity=Severity.MINOR if light else Severity.MAJOR)


def _is_light(text: str, segments: Sequence[Segment], tag: str | None) -> tuple[bool, str]:
    """Whether losing the text is minor, and why."""
    pattern = furniture_pattern(lang_of(tag))
    if pattern and pattern.fullmatch(text.strip()):
        return True, " (page furniture)"
    if segments and all(segment.kind is SegmentKind.HEADING for segment in segments):
        return True, " (a heading or caption)"
    return False, ""


_SENTENCE_ENDS = ".!?…。！？\n\r"
_SENTENCE_START = re.compile(r"[.!?…。！？\n\r](?:(?<=[\n\r。！？])[”」』]?\s*|(?<![\n\r])[\"”»)]?\s+)(?=\S)")
#: Furniture that follows a full stop without a space: `until 5 pm.Share Print`.
_TIGHT_START = re.compile(r"[.!?…](?<=[^\W\d_]{2}.)(?=[^\W\d_]{3})")
#: Furniture also follows what stands in brackets: `(Photographs by Wei Dong) Scan the QR code`.
_BEHIND_BRACKETS = re.compile(r"\) (?=\S)|）(?=\S)")


@rule(
    "STR004",
    "page-furniture",
    category="design/markup",
    severity=Severity.MINOR,
    message="“{text}” belongs to the web page, not to the article: leave it out.",
    needs_source=False,
    gate=lambda facts: _may_have_furniture(facts),
)
def page_furniture(pair: Pair) -> Iterator[Hit]:
    """A line of the page's furniture was taken for a part of the article.

    Why: share bars, "read also", subscription lines, photo credits and cookie notices interrupt the text.
    Flags: `Share on: Facebook WhatsApp`, `分享到：微信 微博`, `Font size: [Large] [Small]`,
        `Teilen Merken Kommentare (12)`
    Flags: `Read also: …`, `Подписывайтесь на наш канал`, `Photo: Reuters`, `Anzeige`, `اقرأ أيضا`
    Passes: the same words inside a sentence
    Limits: lines are listed for some thirty languages; looked for in the translation, and in the source where the
        translation has none. A photo credit after a caption that the source has, too, belongs to it.
    """
    found = list(_furniture(pair.target, pair.target_segments, pair.target_lang))
    for start, end in found:
        if not (start and _CREDIT.match(pair.target, start) and _CREDIT_INSIDE.search(pair.source)):
            yield hit(start, end)
    if not found and pair.target.strip():
        for start, end in _furniture(pair.source, pair.source_segments, pair.source_lang):
            yield hit(start, end, side=Side.SOURCE)


#: `Photo: Reuters`, in any language.
_CREDIT = re.compile(
    r"(?:[Pp]hotos?|[Pp]ictures?|[Ff]oto[s]?|[Ff]otoğraf|[Ff]otograf\w*|[Ff]ot\.|[Bb]ild"
    r"|[Ii]magen?|[Cc]rédits?(?: photo)?|[Фф]ото|الصورة|صورة|تصوير"
    r"|摄影|图片来源|图片|图|供图|写真|撮影|画像)\s?[:：/|©]"
)
_CREDIT_INSIDE = re.compile(rf"(?<!\w){_CREDIT.pattern}")


def _may_have_furniture(facts: Facts) -> Mask | bool:
    """Which pairs have a piece that begins like furniture, several segments, or what is furniture anywhere."""
    if not facts.langs[1]:
        return True
    mask = np.array([len(pair.source_segments) > 1 or len(pair.target_segments) > 1 for pair in facts.pairs])
    sides = (facts.source, [pair.source for pair in facts.pairs]), (facts.target, [pair.target for pair in facts.pairs])
    for (texts, written), lang in zip(sides, facts.langs, strict=True):
        heads = furniture_heads(lang)
        if heads.in_any:
            return True
        mask |= texts.are_folded | texts.has(*run_in_crumbs(lang), *SIZE_CRUMBS)
        for at, start in texts.beginnings(heads, _BREAK):
            if not mask[at]:
                mask[at] = _may_be_line(written[at], start, lang)
    return mask


def _may_be_line(text: str, start: int, lang: str) -> bool:
    """Whether a line of furniture, or a row of buttons, may begin with a word."""
    if any(pattern.match(text, start) for pattern in furniture_beginning(lang, first_letters(text, start))):
        return True
    if ad_before_text(text, start, lang) is not None:
        return True
    return start == 0 and lang in SHARE and button_row(text, 0, lang) is not None


_BREAK = kind(_SENTENCE_ENDS + ")）")


def _furniture(text: str, segments: Sequence[Segment], tag: str | None) -> Iterator[Span]:
    if not text or len(text) > 4000:
        return
    lang = lang_of(tag)
    listed = furniture_heads(lang)
    if len(segments) > 1:
        pieces = [(s.start - segments[0].start, s.end - segments[0].start) for s in segments]
    else:
        later = _SENTENCE_START.finditer(text) if has_any(text[:-1], _SENTENCE_ENDS) else ()
        tight = _TIGHT_START.finditer(text) if later else ()
        starts = sorted({0, *(m.end() for m in later), *(m.end() for m in tight)})
        pieces = list(zip(starts, [*starts[1:], len(text)], strict=True))
        if has_any(text[:-1], ")）"):
            pieces = [part for piece in pieces for part in _with_tails(text, *piece)]
    done = 0
    for start, end in pieces:
        start, end = trim(text, start, end)
        if start == end or start < done or not listed.may_begin(head := first_letters(text, start)):
            continue
        if any(pattern.fullmatch(text, start, end) for pattern in furniture_beginning(lang, head)):
            done = end
            yield start, end
        elif start == 0 and lang in SHARE and (row := button_row(text, start, lang)):
            yield row
        elif advertised := ad_before_text(text, start, lang):
            yield advertised
    yield from run_in_furniture(text, lang)
    yield from size_controls(text)


def _with_tails(text: str, start: int, end: int) -> list[Span]:
    """A piece of a text and what stands in it behind brackets, up to its end."""
    return [(start, end), *((match.end(), end) for match in _BEHIND_BRACKETS.finditer(text, start, end))]


_SEAM = re.compile(r"(?<=[^\W_])[”»\"]? (?=[^\W\d_])")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_END_MARKS = ".!?…:;。！？：\n"


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
    if cuts and _heads(pair):
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
    if first is None or len(source) - first.end() < _MIN_REST or not source[first.end() :].strip()[:1].isupper():
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
            and not any(c in _END_MARKS + ",—–" for c in target[: match.start()])
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
    if any(c in _END_MARKS for c in source):
        return 0
    window = target[: min(int(1.5 * letters), len(target) - _LEAD)]
    for match in _SEAM.finditer(window, max(_FIRST_SEAM, int(0.6 * letters))):
        word = _WORD.match(target, match.end())
        if word is None or not word[0].istitle() or word[0] in pair.source or not _opens_lead(word[0], lang):
            continue
        before, after = _WORD.findall(target[: match.end()]), _WORD.findall(target[word.end() :])
        if any(c in _END_MARKS + ",—–(" for c in target[: match.start()]):
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
_MIN_REST = 25  # characters of the source after its short first sentence


def _heads(pair: Pair) -> bool:
    """Whether the source begins with a heading."""
    return bool(pair.source_segments) and pair.source_segments[0].kind is SegmentKind.HEADING


def _source_headline(pair: Pair) -> int:
    """Length of the source's headline where the source is a headline and more; else 0."""
    segments = pair.source_segments
    if len(segments) >= 2 and segments[0].kind is SegmentKind.HEADING and segments[1].kind is SegmentKind.SENTENCE:
        return segments[0].end - segments[0].start
    first, _, rest = pair.source.strip().partition("\n")
    if rest.strip() and first.strip() and first.rstrip()[-1] not in _END_MARKS + ",-–—":
        return len(first)
    return 0


def _seam(target: str, share: float, lang: str) -> int:
    """Where the headline ends in the target, near its share of the source; 0 if a mark separates the two."""
    expected = share * len(target)
    reach = max(12.0, 0.45 * expected)
    window = target[: int(expected + reach) + 1]
    low = max(4, int(expected - reach))
    if any(c in _END_MARKS for c in window[low:]) or "\n" in window:
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
        if any(c in _END_MARKS + ',()“”"' for c in before) or len(title) < 4 or not title[-1][0].isupper():
            return 0
        inner = title[1:]
        if any(w in small for w in inner) and all(w in small or not w[0].islower() for w in inner):
            return match.end() - 1
        return 0
    return 0


_PREPOSITIONS = frozenset(("of", "in", "on", "at", "by", "for", "as", "from", "with", "to", "into", "over", "about"))
_MIN_PASSAGE = 40
#: Words of a headline that is looked for at the beginning of later sentences.
_MIN_HEADLINE, _MAX_HEADLINE = 4, 30
_MAX_SOURCE_RATIO = 60.0


@rule(
    "STR005",
    "repeated-passage",
    category="accuracy/addition",
    severity=Severity.MAJOR,
    also=(Severity.MINOR,),
    scope=Scope.DOCUMENT,
    message="“{text}” stands in the translation before; the source says something else here.",
)
def repeated_passage(pairs: Sequence[Pair]) -> Iterator[tuple[int, Hit]]:
    """A sentence of the translation is repeated where the source has another one.

    Why: the right translation is missing, and the reader is told the same twice.
    Flags: two different source sentences with one and the same long target sentence
    Flags: one source sentence with its translation twice
    Flags: the headline again at the beginning of a sentence, where the source has it once
    Flags: a sentence of five words or more that the same translation, or another, has, though the source goes on
    Passes: repeats that the source has too; sentences of less than forty characters in place of others
    Limits: only sentences repeated word for word, in documents that were segmented (a list of strings may well give
        two source strings one translation).
    """
    found = set(_repeats(pairs))
    for position, start, end in sorted(found):
        yield position, hit(start, end)
    for position, start, end in echoes(pairs):
        if (position, start, end) not in found:
            yield position, hit(start, end, severity=Severity.MINOR)
    yield from _headlines_again(pairs)


def _headlines_again(pairs: Sequence[Pair]) -> Iterator[tuple[int, Hit]]:
    """The first of the pairs as a headline that a later target begins with, though its source does not."""
    headline = next((pair for pair in pairs if pair.target.strip()), None)
    if headline is None or len(headline.target_segments) != 1:
        return
    target, source = headline.target.strip(), headline.source.strip()
    if not source or target[-1] in _END_MARKS or not _MIN_HEADLINE <= len(target.split()) <= _MAX_HEADLINE:
        return
    for position, pair in enumerate(pairs):
        if pair is headline or not pair.target.startswith(target) or pair.source.startswith(source):
            continue
        rest = pair.target[len(target) :].lstrip()
        if rest and rest[0].isupper() and pair.target[len(target)].isspace():
            yield position, hit(0, len(target))


def _repeats(pairs: Sequence[Pair]) -> Iterator[tuple[int, int, int]]:
    """(position, start, end) of target sentences that stood before, where the source says something else."""
    if not any(pair.target_segments for pair in pairs):
        return
    if all(len(pair.target_segments) < 2 for pair in pairs):
        distinct = {lower_tokens(pair.target) for pair in pairs}
        if len(distinct) == len(pairs) and not any(
            lower_tokens(pair.target[start:end]) in distinct for pair in pairs for start, end in _parts(pair)
        ):
            return
    seen: dict[str, int] = {}
    for position, pair in enumerate(pairs):
        if not pair.source.strip() or not pair.target_segments:
            continue
        for start, end in _sentences(pair):
            whole = len(pair.target_segments) == 1 and (start, end) == trim(pair.target, 0, len(pair.target))
            key = _folded(pair.target if whole else pair.target[start:end])
            if len(key) < _MIN_PASSAGE:
                continue
            if key not in seen:
                seen[key] = position
                continue
            first = seen[key]
            if not (_says_again(pair) if first == position else not _differ(pairs[first].source, pair.source)):
                yield position, start, end


def _sentences(pair: Pair) -> list[Span]:
    """The whole target, where it is one segment, and the sentences in it."""
    segments = pair.target_segments
    if len(segments) < 2:
        return [trim(pair.target, 0, len(pair.target)), *_parts(pair)]
    return [(s.start - segments[0].start, s.end - segments[0].start) for s in segments]


def _parts(pair: Pair) -> list[Span]:
    """The sentences of a target that is one segment of several, long enough to be looked for."""
    text = pair.target
    if len(text) < 2 * _MIN_PASSAGE or not has_any(text[_MIN_PASSAGE:-_MIN_PASSAGE], _SENTENCE_ENDS):
        return []
    later = [m.end() for m in _SENTENCE_START.finditer(text)]
    spans = (trim(text, start, end) for start, end in zip([0, *later], [*later, len(text)], strict=True))
    return [(start, end) for start, end in spans if _MIN_PASSAGE <= end - start < len(text) - _MIN_REST]


def _says_again(pair: Pair) -> bool:
    """Whether the source, too, has one sentence twice within this pair."""
    folded = [_folded(segment.text) for segment in pair.source_segments]
    return len(set(folded)) < len(folded)


def _folded(text: str) -> str:
    """The text's words and figures in lower case, a space between them."""
    return " ".join(lower_tokens(text))


def _differ(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return fuzz.ratio(one[:2000], other[:2000]) < _MAX_SOURCE_RATIO


@rule(
    "STR007",
    "displaced-by-repeat",
    category="accuracy/omission",
    severity=Severity.MAJOR,
    scope=Scope.DOCUMENT,
    message="The translation of “{text}” seems to be missing: a sentence that was there before stands in its place.",
)
def displaced_by_repeat(pairs: Sequence[Pair]) -> Iterator[tuple[int, Hit]]:
    """A source passage faces nothing but a repeat of an earlier translation, so its own is missing.

    Why: what fills the place hides the gap from the alignment, and from the reader.
    Flags: the source of a target that is as a whole a repeat of an earlier sentence with another source
    Passes: a repeat beside the right translation; repeats that the source has too
    Limits: those of `repeated-passage`.
    """
    for position, start, end in _repeats(pairs):
        pair = pairs[position]
        if (start, end) == trim(pair.target, 0, len(pair.target)):
            yield position, hit(0, len(pair.source), side=Side.SOURCE)


@rule(
    "STR006",
    "repeated-line",
    category="design/markup",
    severity=Severity.MINOR,
    scope=Scope.DOCUMENT,
    message="“{text}” comes for the {detail} time: it seems to belong to the web page, not to the article.",
)
def repeated_line(pairs: Sequence[Pair]) -> Iterator[tuple[int, Hit]]:
    """A short line comes again and again in one document, in source and translation.

    Why: what a page repeats between its paragraphs is furniture, in whatever language.
    Flags: the third `Follow us for more` of an article
    Passes: lines repeated once; tables of strings, whose repeats are right
    Limits: only documents that were segmented; lines of two to twelve words.
    """
    seen: dict[tuple[str, str], int] = {}
    for position, pair in enumerate(pairs):
        if len(pair.source_segments) != 1 or len(pair.target_segments) != 1 or not 8 <= len(pair.target) <= 120:
            continue
        if not 2 <= len(pair.target.split()) <= 12:
            continue
        key = (pair.source.strip().lower(), pair.target.strip().lower())
        seen[key] = seen.get(key, 0) + 1
        if seen[key] >= 3 and any(c.isalpha() for c in pair.target):
            yield position, hit(*trim(pair.target, 0, len(pair.target)), f"{seen[key]}.")


@rule(
    "STR008",
    "partly-unmatched",
    category="accuracy/omission",
    severity=Severity.MINOR,
    preview=True,
    message="{detail} “{text}”: the match of these sentences is unsure.",
    gate=lambda facts: facts.are_aligned,
)
def partly_unmatched(pair: Pair) -> Iterator[Hit]:
    """A sentence was taken together with its neighbour although nothing on the other side seems to match it.

    Why: a short sentence that was left out or added hides in the pair of the sentence beside it.
    Flags: two source sentences that face the translation of one of them
    Passes: two sentences that were merged into one
    Limits: a hint: about half of them are right (`mtcheck/align_parts.py` says on what data); only where the aligner
        itself was unsure, and only in documents that were aligned.
    """
    for side, start, end in pair.unmatched:
        what = "The translation may lack" if side is Side.SOURCE else "The source may not have"
        yield hit(start, end, what, side=side)


@rule(
    "STR009",
    "sentence-boundary",
    category="fluency/punctuation",
    severity=Severity.MINOR,
    preview=True,
    message="{detail} after “{text}”.",
    gate=lambda facts: facts.are_aligned,
)
def sentence_boundary(pair: Pair) -> Iterator[Hit]:
    """A sentence is run into the next one, or broken apart, as its counterpart shows.

    Why: a lost full stop or a stray line break garbles the reading, and every later check of the sentence.
    Flags: `The vote was close Nobody had expected it` beside two source sentences
    Flags: `The vote was` / `close.` beside one source sentence
    Passes: two sentences joined by a word or a comma; one sentence made two with a full stop
    Limits: only in documents that were aligned, and where the alignment gains clearly (`mtcheck/align_repair.py`); a
        headline run into its lead is `run-on-headline`.
    """
    for side, end, fault in pair.seams:
        if fault == "run-on" and side is Side.TARGET and _heads(pair):
            continue
        text = pair.target if side is Side.TARGET else pair.source
        start = text.rfind(" ", 0, max(0, end - 20)) + 1
        yield hit(start, end, "A sentence ends" if fault == "run-on" else "A sentence is broken apart", side=side)


@rule(
    "STR011",
    "navigation-trail",
    category="design/markup",
    severity=Severity.MINOR,
    message="“{text}” is a trail of the page's navigation, not text: leave it out.",
    needs_source=False,
    gate=lambda facts: facts.target.has(" › ", " » ", " > ", " → ", " / ", " | ", " · ", "› ", "❯ "),
)
def navigation_trail(pair: Pair) -> Iterator[Hit]:
    """The way to the page stands in its text.

    Why: readers of the article have no use for it, and it runs into the next sentence.
    Flags: `Home › Economy › Companies The government is promising`
    Flags: `Главная / Новости / Культура`
    Passes: `x > y > z` in the source too; `“»`, `A → B`
    Limits: two signs (› » > →) between steps of a few words at least, or others after the name of the first page in
        some thirty languages; not where the source has such a sign twice.
    """
    if sum(sign in "›»>→❯▸▶⟩" for sign in pair.source) >= 2 or trails(pair.source):
        return
    for start, end in trails(pair.target):
        yield hit(start, end)
