"""Text in a machine's encoding."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import BACKSLASH, EQUALS, SIGN, kind
from mtcheck.rules.markup._encodings import ENCODED, decoded_text, in_address, looks_like_base64, may_be_encoded
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit, occurs, places

_BASE64 = kind(lambda c: c.isascii() and (c.isalnum() or c in "+/"))


@rule(
    "MRK008",
    "encoded-text",
    category="design/markup",
    severity=Severity.MAJOR,
    message="“{text}” is text or data in a machine's encoding{detail}.",
    needs_source=False,
    gate=lambda facts: (
        facts.target.any(BACKSLASH | SIGN | EQUALS) | facts.target.has("base64") | facts.target.runs(_BASE64, 40)
    ),
)
def encoded_text(pair: Pair) -> Iterator[Hit]:
    """Text stands in the encoding of a program or a mail: escapes, percent codes, Base64.

    Why: the reader cannot read it; often a whole word or name is hidden in it.
    Flags: `\\u041c\\u043e\\u0441\\u043a\\u0432\\u0430`, `%D0%B0%D0%B1%D0%B2` outside an address,
        `data:image/png;base64,…`
    Passes: percent codes inside a web address, hashes of less than 40 characters, what the source has too
    Limits: Base64 is known by its length and its mix of letters and digits.
    """
    target = pair.target
    if not may_be_encoded(target):
        return
    for match in places(ENCODED, target):
        text, kind = match[0], match.lastgroup
        if occurs(text, pair.source) or (kind == "percent" and in_address(target, match.start())):
            continue
        if kind == "base64" and not looks_like_base64(text):
            continue
        plain = decoded_text(text, kind)
        yield hit(match.start(), match.end(), f": “{plain}”" if plain else "", suggestion=plain)
