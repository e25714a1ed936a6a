"""How numbers are rounded for readers, here alone, and the ranges that saved results must keep.

>>> honest(99.97, SCALES["quality"]), honest(100.0, SCALES["quality"]), honest(0.004, SCALES["quality"])
(99.9, 100.0, 0.1)
"""

from __future__ import annotations

import math
from typing import NamedTuple


class Scale(NamedTuple):
    """The closed range of a number and the decimals that are shown."""

    low: float
    high: float
    decimals: int


_SCORE = Scale(0.0, 100.0, 1)
_SHARE = Scale(0.0, 1.0, 4)

#: By the name of the field that holds the number.
SCALES = {
    "quality": _SCORE,
    "adequacy": _SCORE,
    "fluency": _SCORE,
    "interval": _SCORE,
    "similarity": Scale(-1.0, 1.0, 4),
    "alignment_confidence": _SHARE,
    "confidence": _SHARE,
}


def honest(value: float, scale: Scale) -> float:
    """`value` rounded, but an end of the scale only for exactly that end. Idempotent.

    Raises:
        ValueError: `value` is not a number within the scale.
    """
    low, high, decimals = scale
    if not low <= value <= high:
        raise ValueError(f"{value} lies outside {low:g}..{high:g}")
    rounded = round(float(value), decimals)
    if rounded == high != value:
        return round(high - 10.0**-decimals, decimals)
    if rounded == low != value:
        return round(low + 10.0**-decimals, decimals)
    return rounded + 0.0  # never -0.0


def metric(value: float) -> float:
    """A reference metric to two decimals; TER may exceed 100, but 0 and 100 still mean exactly these.

    >>> metric(99.999), metric(123.456), metric(0.001)
    (99.99, 123.46, 0.01)
    """
    return honest(value, Scale(0.0, 100.0, 2)) if 0 <= value <= 100 else round(float(value), 2)


def score(value: float | None, field: str = "quality") -> float | None:
    """`value` as the field of that name shows it."""
    return None if value is None else honest(value, SCALES[field])


def whole(value: float | None) -> str:
    """A 0-100 score in whole points for people: "0" and "100" only for exactly these; "–" for None.

    It rounds the number that the data formats show, so that a page made from saved results says the same.

    >>> whole(71.46), whole(99.96), whole(0.2), whole(None)
    ('72', '99', '1', '–')
    """
    if value is None:
        return "–"
    shown = honest(value, _SCORE)
    rounded = math.floor(shown + 0.5)
    if rounded == 100 and shown < 100:
        return "99"
    return "1" if rounded == 0 and shown > 0 else str(rounded)
