"""Texts that a user never wants flagged: the key `ignore-text`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from mtcheck.data import Flag, Pair, Side

EVERY_RULE = "*"


class IgnoredTexts:
    """Drops flags that lie within a text which is never to be flagged."""

    def __init__(
        self,
        texts: Mapping[str, Sequence[str]],
        codes: Callable[[str], Sequence[str]],
        pattern: Callable[[str], re.Pattern[str]],
    ) -> None:
        """`texts` by rule or family, `"*"` for all; `codes` resolves such a key, `pattern` a text."""
        self._texts = {key: tuple(values) for key, values in texts.items() if values}
        self._patterns: dict[str, list[re.Pattern[str]]] = {}
        for key, values in self._texts.items():
            made = [pattern(value) for value in values]
            for code in [EVERY_RULE] if key == EVERY_RULE else codes(key):
                self._patterns.setdefault(code, []).extend(made)

    def __bool__(self) -> bool:
        return bool(self._patterns)

    def __str__(self) -> str:
        """The texts by key, in a fixed order: equal strings drop the same."""
        return repr(sorted(self._texts.items()))

    def kept(self, flags: Sequence[Flag], pair: Pair) -> list[Flag]:
        """The flags, without those whose span lies within a match of one of their rule's texts."""
        return [flag for flag in flags if not self._covers(flag, pair)]

    def _covers(self, flag: Flag, pair: Pair) -> bool:
        text = pair.source if flag.side is Side.SOURCE else pair.target
        for pattern in (*self._patterns.get(EVERY_RULE, ()), *self._patterns.get(flag.rule, ())):
            for match in pattern.finditer(text):
                if match.start() <= flag.start and flag.end <= match.end() > match.start():
                    return True
        return False
