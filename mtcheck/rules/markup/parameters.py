"""Tracking parameters of links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import AMPERSAND, ASKS
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit, merge_runs, occurs, places

_TRACKING = re.compile(
    r"[?&＆](?:amp;)?(?:utm_(?:source|medium|campaign|term|content|referrer|id)|fbclid|gclid|yclid|igshid|msclkid|"
    r"mc_[ce]id|_openstat|cmpid|ns_campaign|ref_src)[=＝][^\s<>\"”»）)]{0,300}"
)


@rule(
    "MRK006",
    "tracking-parameter",
    category="design/markup",
    severity=Severity.MINOR,
    message="The web address carries tracking codes (“{text}”): cut them off.",
    needs_source=False,
    gate=lambda facts: facts.target.any(ASKS | AMPERSAND),
)
def tracking_parameter(pair: Pair) -> Iterator[Hit]:
    """A visible web address carries the parameters that advertisers count clicks with.

    Why: they make the address unreadable and report the reader's click as someone else's.
    Flags: `https://example.org/news?utm_source=rss&utm_medium=feed`
    Passes: other parameters (`?id=7`), and addresses that stand in the source in the same form
    Limits: only well-known parameter names.
    """
    target = pair.target
    if "?" not in target and "&" not in target:
        return
    for start, end in merge_runs((m.span() for m in places(_TRACKING, target)), lambda _end, _start: False):
        while end > start and target[end - 1] in ".,;:!?":
            end -= 1
        if not occurs(target[start:end], pair.source):
            yield hit(start, end, suggestion="")
