"""Damaged copies of translations: what a quality score must see, with how much each costs.

Costs are in standard deviations of human judgement (MLQE-PE z scores), set by hand after MQM's severities: a lost or
changed fact about one, a slip about a quarter, a target that is no translation of the source at the foot of the scale.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

_TOKEN = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")
_SPACELESS = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_DIGITS = re.compile(r"\d+")

#: Small words that turn a statement round, by language: (a word to look for, what to put in its place).
_NEGATIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "en": ((" is ", " is not "), (" was ", " was not "), (" are ", " are not "), (" can ", " cannot "),
           (" will ", " will not "), (" has ", " has not "), (" have ", " have not "), (" not ", " "),
           (" never ", " always "), (" were ", " were not "), (" had ", " had not "),
           (" would ", " would not "), (" no ", " a "), ("n't ", " "),
           (" without ", " with "), (" all ", " none of ")),
    "de": ((" ist ", " ist nicht "), (" nicht ", " "), (" war ", " war nicht "), (" kein ", " ein "),
           (" keine ", " eine "), (" hat ", " hat nicht "), (" wird ", " wird nicht "),
           (" sind ", " sind nicht "), (" nie ", " immer ")),
    "ru": ((" не ", " "), (" был ", " не был "), (" была ", " не была "), (" может ", " не может "),
           (" есть ", " нет "), (" были ", " не были "), (" будет ", " не будет "), (" никогда ", " всегда ")),
    "fr": ((" est ", " n’est pas "), (" a ", " n’a pas "), (" pas ", " "), (" sont ", " ne sont pas ")),
    "es": ((" no ", " "), (" es ", " no es "), (" fue ", " no fue "), (" ha ", " no ha "), (" son ", " no son ")),
    "zh": (("不", ""), ("没有", "有"), ("是", "不是"), ("能", "不能"), ("会", "不会")),
    "cs": ((" je ", " není "), (" není ", " je "), (" byl ", " nebyl "), (" má ", " nemá "), (" bude ", " nebude ")),
}  # fmt: skip


#: Damage that no reader would miss; drawn more often than the rest.
GROSS = ("unrelated", "unrelated", "copied", "halved", "half_untranslated", "sentence_added")


@dataclass(frozen=True, slots=True)
class Damaged:
    """A worse target, the kind of damage, and what it costs in z; `floor`: the score is at most this."""

    target: str
    kind: str
    cost: float
    floor: float | None = None


def tokens_of(text: str) -> list[tuple[int, int]]:
    """Spans of words and marks; single characters for scripts without spaces."""
    spans = []
    for match in _TOKEN.finditer(text):
        if _SPACELESS.search(match.group()):
            spans += [(i, i + 1) for i in range(*match.span())]
        else:
            spans.append(match.span())
    return spans


def _content(text: str) -> list[tuple[int, int]]:
    return [(a, b) for a, b in tokens_of(text) if b - a >= 4 or (b - a >= 1 and _SPACELESS.match(text[a]))]


def _cut(text: str, start: int, end: int, new: str = "") -> str:
    if not new and text[end : end + 1] == " " and (start == 0 or text[start - 1] == " "):
        end += 1
    return (text[:start] + new + text[end:]).strip()


class Damager:
    """Draws damage; `others` are targets of the same language, for unrelated text and foreign words."""

    def __init__(self, rng: random.Random, lang: str, others: list[str]) -> None:
        self._rng, self._lang, self._others = rng, lang, others
        self.kinds: dict[str, Callable[[str, str], Damaged | None]] = {
            name.removeprefix("_do_"): getattr(self, name) for name in dir(self) if name.startswith("_do_")
        }

    def draw(self, source: str, target: str, n: int) -> list[Damaged]:
        """`n` kinds of damage that apply, or fewer; every other time a gross one is tried first."""
        found: list[Damaged] = []
        kinds = self._rng.sample(sorted(self.kinds), len(self.kinds))
        if self._rng.random() < 0.5:
            kinds.insert(0, self._rng.choice(GROSS))
        for kind in kinds:
            if len(found) == n:
                break
            worse = self.kinds[kind](source, target)
            if worse is not None and worse.target != target and worse.target:
                found.append(worse)
        return found

    def _other(self) -> str:
        return self._rng.choice(self._others)

    def _do_unrelated(self, source: str, target: str) -> Damaged | None:
        picks = [self._other() for _ in range(6)]
        return Damaged(min(picks, key=lambda text: abs(len(text) - len(target))), "unrelated", 4.0, -3.4)

    def _do_copied(self, source: str, target: str) -> Damaged | None:
        return Damaged(source, "copied", 4.0, -3.2) if len(_content(source)) > 3 else None

    def _do_halved(self, source: str, target: str) -> Damaged | None:
        spans = tokens_of(target)
        if len(spans) < 6:
            return None
        half = spans[len(spans) // 2][0]
        kept = target[:half] if self._rng.random() < 0.7 else target[half:]
        return Damaged(kept.strip(), "halved", 1.8, -1.3)

    def _do_tail_lost(self, source: str, target: str) -> Damaged | None:
        spans = tokens_of(target)
        if len(spans) < 8:
            return None
        keep = spans[int(len(spans) * self._rng.uniform(0.6, 0.85))][0]
        end = target[-1] if target[-1] in ".。!?" and self._rng.random() < 0.5 else ""
        return Damaged(target[:keep].strip() + end, "tail-lost", 1.1, -0.4)

    def _do_word_lost(self, source: str, target: str) -> Damaged | None:
        content = _content(target)
        if len(content) < 3:
            return None
        n = 2 if _SPACELESS.search(target) else 1
        at = self._rng.randrange(len(content) - n + 1)
        return Damaged(_cut(target, content[at][0], content[at + n - 1][1]), "word-lost", 2.4 / len(content) + 0.35)

    def _do_stretch_lost(self, source: str, target: str) -> Damaged | None:
        spans = tokens_of(target)
        if len(spans) < 7:
            return None
        n = self._rng.randint(2, max(2, len(spans) // 4))
        at = self._rng.randrange(len(spans) - n)
        return Damaged(_cut(target, spans[at][0], spans[at + n - 1][1]), "stretch-lost", 3.5 * n / len(spans) + 0.4)

    def _do_small_word_lost(self, source: str, target: str) -> Damaged | None:
        small = [(a, b) for a, b in tokens_of(target) if target[a:b].isalpha() and b - a <= 3]
        if not small or _SPACELESS.search(target):
            return None
        return Damaged(_cut(target, *self._rng.choice(small)), "small-word-lost", 0.3)

    def _do_word_replaced(self, source: str, target: str) -> Damaged | None:
        content, pool = _content(target), _content(other := self._other())
        if not content or not pool:
            return None
        a, b = self._rng.choice(content)
        c, d = self._rng.choice(pool)
        new = other[c:d]
        if target[a:b].isupper() or target[a : a + 1].isupper():
            new = new[:1].upper() + new[1:]
        return Damaged(_cut(target, a, b, new), "word-replaced", 2.6 / len(content) + 0.45)

    def _do_name_replaced(self, source: str, target: str) -> Damaged | None:
        names = [(a, b) for a, b in _content(target) if a > 0 and target[a].isupper()]
        other = self._other()
        pool = [(a, b) for a, b in _content(other) if a > 0 and other[a].isupper()]
        if not names or not pool:
            return None
        a, b = self._rng.choice(names)
        c, d = self._rng.choice(pool)
        return Damaged(_cut(target, a, b, other[c:d]), "name-replaced", 0.9)

    def _do_added(self, source: str, target: str) -> Damaged | None:
        spans, pool = tokens_of(target), tokens_of(other := self._other())
        if len(pool) < 5 or len(spans) < 3:
            return None
        n = self._rng.randint(1, 5)
        c = self._rng.randrange(max(1, len(pool) - n))
        new = other[pool[c][0] : pool[min(c + n, len(pool)) - 1][1]]
        at = self._rng.choice(spans)[0]
        space = "" if _SPACELESS.search(target) else " "
        return Damaged(target[:at] + new + space + target[at:], "added", 2.0 * n / len(spans) + 0.35)

    def _do_sentence_added(self, source: str, target: str) -> Damaged | None:
        return Damaged(f"{target} {self._other()}", "sentence-added", 1.5, -0.8)

    def _do_number_changed(self, source: str, target: str) -> Damaged | None:
        found = [m for m in _DIGITS.finditer(target) if m.group() in source]
        if not found:
            return None
        match = self._rng.choice(found)
        digits = list(match.group())
        at = self._rng.randrange(len(digits))
        digits[at] = self._rng.choice([d for d in "123456789" if d != digits[at]])
        return Damaged(_cut(target, *match.span(), "".join(digits)), "number-changed", 0.9)

    def _do_negated(self, source: str, target: str) -> Damaged | None:
        choices = [(old, new) for old, new in _NEGATIONS.get(self._lang, ()) if old in target]
        if not choices:
            return None
        old, new = self._rng.choice(choices)
        return Damaged(target.replace(old, new, 1), "negated", 0.8)

    def _do_shuffled(self, source: str, target: str) -> Damaged | None:
        spans = tokens_of(target)
        if len(spans) < 5:
            return None
        words = [target[a:b] for a, b in spans]
        self._rng.shuffle(words)
        return Damaged(("" if _SPACELESS.search(target) else " ").join(words), "shuffled", 2.4, -1.8)

    def _do_swapped(self, source: str, target: str) -> Damaged | None:
        spans = tokens_of(target)
        if len(spans) < 4:
            return None
        i = self._rng.randrange(len(spans) - 2)
        (a, b), (c, d) = spans[i], spans[i + 1]
        return Damaged(target[:a] + target[c:d] + target[b:c] + target[a:b] + target[d:], "swapped", 0.35)

    def _do_blocks_swapped(self, source: str, target: str) -> Damaged | None:
        spans = tokens_of(target)
        if len(spans) < 9:
            return None
        cut = spans[self._rng.randint(len(spans) // 3, 2 * len(spans) // 3)][0]
        space = "" if _SPACELESS.search(target) else " "
        return Damaged(target[cut:].strip() + space + target[:cut].strip(), "blocks-swapped", 0.8)

    def _do_untranslated(self, source: str, target: str) -> Damaged | None:
        content, pool = _content(target), _content(source)
        if len(content) < 2 or not pool:
            return None
        a, b = self._rng.choice(content)
        where = (a / max(len(target), 1)) * len(pool)
        c, d = pool[min(int(where), len(pool) - 1)]
        if source[c:d].lower() in target.lower():
            return None
        return Damaged(_cut(target, a, b, source[c:d]), "untranslated", 0.8)

    def _do_half_untranslated(self, source: str, target: str) -> Damaged | None:
        a, b = tokens_of(source), tokens_of(target)
        if len(a) < 8 or len(b) < 8:
            return None
        kept = target[: b[len(b) // 2][0]].strip()
        return Damaged(f"{kept} {source[a[len(a) // 2][0] :]}", "half-untranslated", 2.4, -1.9)

    def _do_doubled(self, source: str, target: str) -> Damaged | None:
        spans = tokens_of(target)
        if len(spans) < 3 or _SPACELESS.search(target):
            return None
        a, b = self._rng.choice(spans[-3:] if self._rng.random() < 0.5 else spans)
        times = self._rng.choice((1, 1, 3))
        return Damaged(target[:b] + (" " + target[a:b]) * times + target[b:], "doubled", 0.3 + 0.15 * times)

    def _do_misspelt(self, source: str, target: str) -> Damaged | None:
        words = [(a, b) for a, b in _content(target) if target[a:b].isalpha() and not _SPACELESS.match(target[a])]
        if not words:
            return None
        text = target
        for a, b in sorted(self._rng.sample(words, min(len(words), self._rng.choice((1, 1, 2)))), reverse=True):
            at = self._rng.randrange(a + 1, b - 1)
            if self._rng.random() < 0.5:
                text = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
            else:
                text = text[:at] + text[at + 1 :]
        return Damaged(text, "misspelt", 0.3)

    def _do_end_lost(self, source: str, target: str) -> Damaged | None:
        return Damaged(target[:-1], "end-lost", 0.15) if target[-1:] in ".。!?！？" and len(target) > 10 else None

    def _do_mark_added(self, source: str, target: str) -> Damaged | None:
        spans = tokens_of(target)
        if len(spans) < 4:
            return None
        at = self._rng.choice(spans[:-2])[1]
        return Damaged(target[:at] + self._rng.choice(",.;:!?") + target[at:], "mark-added", 0.2)

    def _do_lower(self, source: str, target: str) -> Damaged | None:
        whole = self._rng.random() < 0.5
        return Damaged(target.lower() if whole else target[:1].lower() + target[1:], "lower", 0.35 if whole else 0.12)

    def _do_tokenised(self, source: str, target: str) -> Damaged | None:
        if _SPACELESS.search(target):
            return None
        return Damaged(" ".join(target[a:b] for a, b in tokens_of(target)), "tokenised", 0.15)

    def _do_question(self, source: str, target: str) -> Damaged | None:
        return Damaged(target[:-1] + "?", "question", 0.4) if target[-1:] == "." and len(target) > 10 else None

    def _do_only_mark(self, source: str, target: str) -> Damaged | None:
        return Damaged(".", "only-mark", 4.0, -3.6) if len(_content(source)) > 2 else None
