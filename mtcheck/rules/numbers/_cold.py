"""Degrees below zero, in signs and words of many languages."""

from __future__ import annotations

import re

from mtcheck.rules.text import Span

_BELOW_ZERO = re.compile(
    r"(?<![\w.,])(?:(?P<minus>[-−–‑]|minus|минус\w{0,3}|мінус\w{0,3}|moins|menos|meno|eksi|零下|マイナス|氷点下|영하)[\s\u00a0]?)"
    r"(?P<value>\d{1,3}(?:[.,]\d)?)[\s\u00a0\u202f]?(?:°|º|℃|度|도|degr|grad|градус|derece|graus|stop|C\b)",
    re.IGNORECASE,
)
#: Anything that says how cold it is, or turns a figure round.
SIGNS_OF_COLD = re.compile(
    r"(?<!\w)[-−–‑]\s?\d|minus|минус|мінус|moins|menos|meno |eksi|零下|マイナス|氷点下|영하|negativ|below|sub-?zero|"
    r"frost|freez|мороз|ниже|нижче|unter|kälte|au-dessous|sous zéro|bajo cero|sotto|abaixo|poniżej|mróz|mroz|"
    r"altında|تحت",
    re.IGNORECASE,
)


def degrees_below_zero(text: str) -> dict[str, Span]:
    """The figures, with a point, of degrees below zero, and where they stand with their sign.

    >>> degrees_below_zero("до −18,5 °C")
    {'18.5': (3, 10)}
    """
    return {m["value"].replace(",", "."): m.span() for m in _BELOW_ZERO.finditer(text)}
