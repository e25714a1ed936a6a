"""Tags that broke and entities left escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import AMPERSAND, ANGLE, EQUALS, SEMICOLON, SLASH
from mtcheck.rules.markup._encodings import ENTITY, decoded_entity, escaped_tags, is_entity
from mtcheck.rules.markup._tags import (
    CRUMB,
    MARKUP_SIGNS,
    MAX_ATTRIBUTE_TAIL,
    PICTURES,
    TAIL,
    grow_left,
    tag_key,
    tags_of,
)
from mtcheck.rules.markup.code import SHORTCODE
from mtcheck.rules.registry import rule
from mtcheck.rules.text import QUOTES, has_any, hit, merge_runs, occurs, places, squeezed


@rule(
    "MRK001",
    "broken-markup",
    category="design/markup",
    severity=Severity.MAJOR,
    also=(Severity.MINOR,),
    message="“{text}” is left over from a web page's mark-up, not text: remove it{detail}.",
    needs_source=False,
    gate=lambda facts: facts.target.any(ANGLE | EQUALS | SLASH) | facts.target.has(*PICTURES),
)
def broken_markup(pair: Pair) -> Iterator[Hit]:
    """A tag, half a tag, or an attribute stands in the text.

    The whole run of debris is one span, with attribute values and with quotes that became typographic.

    Why: the reader sees code; it shows that the page was translated with its mark-up and never looked at.
    Flags: `Talks in Vienna://” alt=”Photo” /> ended`, `text” class=»lead»> and`, `<img src=`, `<p`, `</div>`, `-->`,
        `IMG_2034.jpg`
    Passes: well-formed tags that the source has too (`<b>Save</b>` / `<b>Сохранить</b>`), `a < b`, `<name>`
    Limits: unknown tag names are left alone unless they close (`</foo>`). Debris that the source has word for word
        is minor: it was carried over, not made.
    """
    target = pair.target
    if not has_any(target, MARKUP_SIGNS):
        return
    kept = tags_of(pair.source)
    codes = [m.span() for m in places(SHORTCODE, target)] if "[" in target or "{" in target else []
    matches = [
        m
        for m in places(CRUMB, target)
        if not (m["tag"] and tag_key(m["tag"]) in kept)
        and not (m["short"] and "<" in pair.source)
        and not any(start <= m.start() and m.end() <= end for start, end in codes)
    ]
    if not matches:
        return
    ends = {m.start() for m in matches if m["end"]}

    def joined(end: int, start: int) -> bool:
        gap = target[end:start]
        if not gap.strip() or len(gap) <= 2:
            return not gap.strip(" \t" + QUOTES)
        return start in ends and len(gap) <= MAX_ATTRIBUTE_TAIL and "\n" not in gap and ". " not in gap

    for start, end in merge_runs((m.span() for m in matches), joined):
        start = grow_left(target, start)
        if tail := TAIL.match(target, end):
            end = tail.end()
        run = target[start:end]
        if occurs(run, pair.source):
            if any(run in (m["attribute"], m["plain"]) for m in matches):
                continue
            yield hit(start, end, " (the source has it too)", severity=Severity.MINOR)
        else:
            yield hit(start, end)


@rule(
    "MRK002",
    "escaped-entity",
    category="design/markup",
    severity=Severity.MINOR,
    also=(Severity.MAJOR,),
    message="“{text}” is an HTML code that should have become a character{detail}.",
    needs_source=False,
    gate=lambda facts: facts.target.any(AMPERSAND | SEMICOLON),
)
def escaped_entity(pair: Pair) -> Iterator[Hit]:
    """A character reference of HTML shows as text: escaped once or twice, or torn apart by the translator.

    Why: `&quot;` or `&amp;nbsp;` in the text was meant for the browser, not for the reader.
    Flags: `the &quot;deal&quot;`, `5&amp;nbsp;km`, `it& # 39;s`, `nbsp;`, `&lt;p&gt;` (major: a whole tag)
    Passes: `AT&T`, `R&D;`, and references that the source has too (a string of a program)
    Limits: names are those of HTML 5; torn references are known only for the common ones.
    """
    target = pair.target
    if not has_any(target, ("&", "＆", ";", "；")):
        return
    matches = [m for m in places(ENTITY, target) if is_entity(m[0])]
    if not matches:
        return
    tags = escaped_tags(target, matches)

    def joined(end: int, start: int) -> bool:
        return not target[end:start].strip() or any(a < end and start < b for a, b in tags)

    for start, end in merge_runs((m.span() for m in matches), joined):
        text = target[start:end]
        twice = "amp;" in squeezed(text).lower() and not re.fullmatch(r"[&＆]?\s?amp\s?[;；]", text)
        if occurs(text, pair.source) and not twice:
            continue
        decoded = decoded_entity(text)
        worse = twice or (decoded.startswith("<") and decoded.endswith(">") and len(decoded) > 2)
        shown = f": “{decoded}”" if decoded.strip() else ": a space" if decoded else ""
        yield hit(start, end, shown, suggestion=decoded, severity=Severity.MAJOR if worse else Severity.MINOR)
