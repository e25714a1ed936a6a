"""Page furniture translated with the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from mtcheck.data import Hit, Pair, Segment, Severity, Side
from mtcheck.rules.facts.batch import Facts, Mask, kind
from mtcheck.rules.facts.heads import first_letters
from mtcheck.rules.registry import rule
from mtcheck.rules.structure._boilerplate import furniture_beginning, furniture_heads
from mtcheck.rules.structure._sentences import SENTENCE_ENDS, SENTENCE_START
from mtcheck.rules.structure._share_bars import SHARE
from mtcheck.rules.structure._trails import run_in_crumbs, run_in_furniture
from mtcheck.rules.structure._widgets import CRUMBS as SIZE_CRUMBS
from mtcheck.rules.structure._widgets import ad_before_text, button_row, size_controls
from mtcheck.rules.text import Span, has_any, hit, lang_of, trim

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


_BREAK = kind(SENTENCE_ENDS + ")）")


def _furniture(text: str, segments: Sequence[Segment], tag: str | None) -> Iterator[Span]:
    if not text or len(text) > 4000:
        return
    lang = lang_of(tag)
    listed = furniture_heads(lang)
    if len(segments) > 1:
        pieces = [(s.start - segments[0].start, s.end - segments[0].start) for s in segments]
    else:
        later = SENTENCE_START.finditer(text) if has_any(text[:-1], SENTENCE_ENDS) else ()
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
