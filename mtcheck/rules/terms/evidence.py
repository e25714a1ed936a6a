"""How likely two renderings of a term in one document are an inconsistency and not the words around it.

A logistic regression over what a terminologist weighs: how surely each rendering answers the term, whether the rest of
each pair is accounted for, whether the other rendering would have been at home there, how rare and how long the term
is. `training/terms/` fits its weights.
"""

from __future__ import annotations

import json
import math
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from anyascii import anyascii
from rapidfuzz.distance import Indel

from mtcheck.data import FloatArray
from mtcheck.inflection import fold, is_form
from mtcheck.rules.terms._kinds import are_one_name, is_no_term
from mtcheck.rules.terms.links import Links
from mtcheck.rules.text import Span, word_set
from mtcheck.rules.words.lexicon import ranks
from mtcheck.rules.words.renderings import COMPOUNDING, UNSPACED, key_of_word, same_form, same_word, vectors_of

WEIGHTS = Path(__file__).parents[2] / "models" / "terms.json"
#: A rendering has so many telling words at most, and so many more than its term has.
_MOST_WORDS, _MORE = 6, 3


@dataclass(frozen=True)
class Rivals:
    """Two renderings of a term: telling words of each target that the other target lacks."""

    before: Links
    now: Links
    here: Sequence[int]  # the term's places in the earlier source
    there: Sequence[int]  # and in this one
    first: Sequence[int]  # telling words of the earlier target that render it
    second: Sequence[int]
    gone: Sequence[int]  # those of them that this target lacks
    new: Sequence[int]  # those of `second` that the earlier target lacks

    @property
    def span(self) -> Span:
        """Where the later target has its rendering."""
        return self.now.span(self.new if len(self.new) < len(self.second) else self.second)

    def turned(self) -> Rivals:
        """The same, with the earlier rendering for the odd one."""
        return Rivals(self.now, self.before, self.there, self.here, self.second, self.first, self.new, self.gone)

    @property
    def wording(self) -> str:
        """The telling words of the earlier rendering."""
        return self.before.words(self.first)


def compare(
    before: Links, now: Links, here: Sequence[int], there: Sequence[int], loans: Container[str] = ()
) -> Rivals | bool:
    """The two renderings of a term; True where they agree, False where one is not to be found.

    `loans`: words of the source, folded, that several targets keep.
    """
    first, second = before.rendering(here), now.rendering(there)
    strict = len(here) > 1 and before.langs[0] not in UNSPACED
    gone = [k for k in first if not _has(now, before.word(k), strict=strict)]
    new = [k for k in second if not _has(before, now.word(k), strict=strict)]
    if _agree(before, now, here, there) >= _KEPT and not (gone and new):
        return True
    if not first or not second or max(len(first), len(second)) > min(_MOST_WORDS, len(there) + _MORE):
        return False
    if (
        not gone
        or not new
        or are_one_name(before, now, here, gone, new)
        or are_one_name(before, now, here, first, second)
    ):
        return True
    if _begins_with_pronoun(before, here) or _begins_with_pronoun(now, there):
        return False
    if _is_untranslated(before, gone, loans) or _is_untranslated(now, new, loans):
        return False
    if is_no_term(before, here, gone) or is_no_term(now, there, new):
        return False
    return Rivals(before, now, here, there, first, second, gone, new)


def _begins_with_pronoun(links: Links, term: Sequence[int]) -> bool:
    """Whether the term is in the subject that the source begins with, and the target begins with a pronoun for it."""
    first, other = links.source[0][0].lower(), links.target[0][0].lower()
    source, target = (_SUBJECTS.get(lang, _NOTHING) for lang in links.langs)
    return term[0] <= _SUBJECT and other in target and first not in source


#: A term that begins so far from the start of a sentence may be in its subject.
_SUBJECT = 3


def _is_untranslated(links: Links, own: Sequence[int], loans: Container[str]) -> bool:
    """Whether a rendering has a word of the source, in small letters, that the target's language does not know."""
    known, source = ranks(links.langs[1]), {word for word, _, _ in links.source}
    left = (word for word in map(links.word, own) if word in source and word.islower() and word not in known)
    return any(word not in loans for word in left)


#: A word that both targets share keeps a term where it answers so much of it in both.
_KEPT = 0.35


def _agree(before: Links, now: Links, here: Sequence[int], there: Sequence[int]) -> float:
    """How much of the term a word answers that stands in both targets."""
    ours, theirs = before.drawn(here), now.drawn(there)
    best = 0.0
    for k in np.flatnonzero(ours >= 0.2).tolist():
        for m in np.flatnonzero(theirs >= 0.2).tolist():
            most = min(float(ours[k]), float(theirs[m]))
            if most > best and same_word(before.word(k), now.word(m), now.langs[1]):
                best = most
    return best


def _has(links: Links, word: str, *, strict: bool = False) -> bool:
    """Whether a word stands in the target, in whatever form, or, if not `strict`, one all but the same."""
    lang, folded = links.langs[1], fold(word)
    if folded in links.folded:
        return True
    if lang in COMPOUNDING:
        return _is_part(links, folded)
    same = same_form if strict else same_word
    return any(same(word, links.word(k), lang) for k in range(len(links.own)))


def _is_part(links: Links, word: str) -> bool:
    """Whether a folded word, all of it, stands in a target that writes compounds as one word."""
    lang = links.langs[1]
    own = [fold(other) for other, _, _ in links.target if len(other) >= 3]
    if any(one == word or is_form(word, one, lang) or is_form(one, word, lang) for one in own):
        return True
    pairs = [one + two for one, two in pairwise(own)]
    return any(
        word[:-1].startswith(one[: len(word) - 1]) and abs(len(one) - len(word)) <= 3 for one in (*own, *pairs)
    ) or any(word in one for one in own if len(word) >= 4)


def are_two_names(rivals: Rivals) -> bool:
    """Whether the words that differ are capitals on both sides, two or more, so that a body, prize or work of several
    words has two names. In German all nouns have capitals.
    """
    sides = (rivals.before, rivals.gone), (rivals.now, rivals.new)
    if len(rivals.there) < 2 or rivals.now.langs[0] in UNSPACED or rivals.now.langs[1] == "de":
        return False
    return all(
        sum(len(links.word(k)) >= _NAMING for k in own) >= 2
        and all(links.word(k)[0].isupper() for k in own)
        and any(links.word(k).islower() for k in range(len(links.own)) if k not in own)
        for links, own in sides
    )


#: Letters of a word that tells in a name.
_NAMING = 4


def evidence(rivals: Rivals, elsewhere: Mapping[str, int], n_pairs: int) -> dict[str, float]:
    """What is weighed, by name. `elsewhere`: beginnings of target words and how many pairs without the term have them;
    `n_pairs`: how many pairs have the term.
    """
    before, now = rivals.before, rivals.now
    sides = (before, rivals.here, rivals.first, rivals.gone), (now, rivals.there, rivals.second, rivals.new)
    found = _of_term(rivals, n_pairs) | _of_both(rivals)
    for name, (links, term, rendering, own) in zip(("a", "b"), sides, strict=True):
        for key, value in _of_side(links, term, rendering, own, elsewhere).items():
            found[f"{name}.{key}"] = value
    for key in (
        "drawn",
        "focus",
        "score",
        "known",
        "margin",
        "first",
        "first.most",
        "loose",
        "leftover",
        "bare",
        "stray",
    ):
        found[f"min.{key}"] = min(found[f"a.{key}"], found[f"b.{key}"])
    for key in ("rare", "min.drawn", "min.focus", "alike.mean", "agree", "b.known", "b.words"):
        found[f"size2.{key}"] = found["size2"] * found[key]
    copied = abs(found["a.copy"] - found["b.copy"])
    found["copied"], found["copied.capitals"] = copied, copied * found["capitals"]
    found["size2.whole"] = found["size2"] * (found["part"] == 0)
    return found


def _of_term(rivals: Rivals, n_pairs: int) -> dict[str, float]:
    now, places = rivals.now, list(rivals.there)
    source, target = now.langs
    words = [now.source[n][0] for n in places]
    before = [rivals.before.source[n][0] for n in rivals.here]
    unspaced = source in UNSPACED
    size = (now.source[places[-1]][2] - now.source[places[0]][1]) / 2 if unspaced else len(places)
    tiers = [_tier(word, source) for word in words]
    return {
        "size2": float(size >= 2),
        "size3": float(size >= 3),
        "unspaced": float(unspaced),
        "unspaced.short": float(unspaced and size < 1.5),
        "rare": max(tiers),
        "rare.least": min(tiers),
        "letters": min(sum(map(len, words)), 24) / 8 if not unspaced else 1.5,
        "same.form": float([fold(w) for w in words] == [fold(w) for w in before]),
        "capitals": float(any(w[0].isupper() for w in words) and source != "de"),
        "lower.last": float(source == "de" and words[-1][0].islower()),
        "pairs": min(n_pairs - 2, 3),
        "no.table": float(source not in _TABLES and target not in _TABLES),
        "compounds": float(source in COMPOUNDING and len(words) == 1 and len(words[0]) >= 10),
    }


_TABLES = frozenset(("cs", "de", "es", "et", "fr", "it", "pl", "ro", "ru", "uk", "zh"))


def _tier(word: str, lang: str) -> float:
    if lang in UNSPACED:
        return 2.0
    known = ranks(lang)
    if not known:
        return 2.5
    folded = word.lower()
    tier = known.get(folded, 4)
    return float(min(tier, 4))


def _of_both(rivals: Rivals) -> dict[str, float]:
    before, now = rivals.before, rivals.now
    lang = now.langs[1]
    one, two = [before.word(k) for k in rivals.gone], [now.word(k) for k in rivals.new]
    cosines = vectors_of([key_of_word(w, lang) for w in one]) @ vectors_of([key_of_word(w, lang) for w in two]).T
    crossed = _crossed(now, rivals.there, one), _crossed(before, rivals.here, two)
    sizes = len(rivals.first), len(rivals.second)
    return {
        "alike": float(cosines.max()),
        "alike.mean": float(cosines.mean()),
        "crossed.a": crossed[0],
        "crossed.b": crossed[1],
        "part": 1 - min(len(one) / sizes[0], len(two) / sizes[1]),
        "sizes": abs(sizes[0] - sizes[1]),
        "agree": _agree(before, now, rivals.here, rivals.there),
        "rest": _rest(rivals),
    }


def _rest(rivals: Rivals) -> float:
    """Share of the other words that the sources have in common: pairs that say nearly the same thing differ at will."""
    term = {fold(rivals.now.source[n][0]) for n in rivals.there}
    one, two = (
        {fold(word) for (word, _, _), heavy in zip(links.source, links.heavy.tolist(), strict=True) if heavy} - term
        for links in (rivals.before, rivals.now)
    )
    return len(one & two) / max(min(len(one), len(two)), 1)


def _crossed(links: Links, term: Sequence[int], others: Sequence[str]) -> float:
    """How well the term here goes with the rendering there."""
    source, target = links.langs
    ours = vectors_of([key_of_word(links.source[n][0], source) for n in term])
    theirs = vectors_of([key_of_word(word, target) for word in others])
    return float((ours @ theirs.T).max())


def _of_side(
    links: Links, term: Sequence[int], rendering: Sequence[int], own: Sequence[int], elsewhere: Mapping[str, int]
) -> dict[str, float]:
    places, run, own = list(term), list(rendering), list(own)
    lang = links.langs[1]
    gained = links.share.sum(axis=0)
    rest = np.ones(len(links.own), dtype=bool)
    rest[run] = False
    others = links.heavy.copy()
    others[places] = False
    words = [links.word(k) for k in own]
    drawn = links.drawn(places)
    gap = abs(float(links.here[places].mean()) - float(links.there[run].mean()))
    apart = links.score[others][:, own]
    best = links.score[places][:, own].max(axis=0)
    margin = best - (apart.max(axis=0) if apart.size else 0)
    first = links.first[places][:, own].sum(axis=0)
    return {
        "drawn": float(drawn[own].mean()),
        "focus": float(drawn[run].sum() / max(drawn.sum(), 0.05)),
        "score": float(links.score[places][:, own].max()),
        "known": float(links.score[places][:, own].max(axis=1).mean()),
        "margin": float(margin.mean()),
        "margin.least": float(margin.min()),
        "first": float(first.mean()),
        "first.most": float(first.max()),
        "loose": float((1 - gained[own]).mean()),
        "leftover": min(float((1 - gained[rest]).sum()), 5.0),
        "bare": min(float((1 - links.covered[others]).sum()), 5.0),
        "covered": float(links.covered[places].min()),
        "stray": float(apart.max(axis=0).mean()) if apart.size else 0.0,
        "gap": gap,
        "words": math.log(len(links.own)),
        "rare": max(_tier(word, lang) for word in words),
        "rare.least": min(_tier(word, lang) for word in words),
        "elsewhere": float(min(max(elsewhere.get(beginning(word), 0) for word in words), 3)),
        "capital": float(any(word[0].isupper() and links.target[links.own[k]][1] > 0
                             for word, k in zip(words, own, strict=True)) and lang != "de"),
        "verb": float(any(fold(word).endswith(_ENDINGS.get(lang, ("-",))) for word in words)),
        "start": float(links.target[links.own[run[0]]][1] == 0),
        "length": float(len(run) - len(places)),
        "pronoun": float(not _PRONOUNS.get(lang, _NOTHING).isdisjoint(word.lower() for word, _, _ in links.target)),
        "copy": _copied(links, places, run),
    }  # fmt: skip


#: Pronouns of the third person that a sentence begins with.
_SUBJECTS = {
    "en": word_set("it they he she"),
    "ru": word_set("он она оно они это"),
    "uk": word_set("він вона воно вони це"),
    "de": word_set("er sie es"),
    "fr": word_set("il elle ils elles"),
    "es": word_set("él ella ellos ellas"),
    "it": word_set("lui lei essi esse"),
    "pt": word_set("ele ela eles elas"),
    "pl": word_set("on ona ono oni one to"),
    "tr": word_set("o onlar"),
    "ar": word_set("هو هي هم هما هن"),
}
#: Pronouns of the third person: a term that is not named again.
_PRONOUNS = {
    "en": word_set("it its they them their he him his she her this these those one ones both"),
    "ru": word_set("он она оно они его её ее ему ей им их него неё нее нему ней ним них это"),
    "uk": word_set("він вона воно вони його її йому їй їм їх нього неї ньому ній ним них це"),
    "de": word_set("er sie es ihn ihm ihr ihnen dieser diese dieses diesen diesem"),
    "fr": word_set("il elle ils elles le la les lui leur leurs son sa ses celui celle ceux celles y en ce cela"),
    "es": word_set("él ella ellos ellas lo los las le les su sus este esta estos estas esto"),
    "it": word_set("lui lei essi esse lo li le gli ne suo sua suoi sue questo questa questi queste"),
    "pt": word_set("ele ela eles elas lhe lhes seu sua seus suas este esta estes estas isto"),
    "pl": word_set("on ona ono oni one jego jej ich go mu im nim nią nimi to ten ta te"),
    "tr": word_set("o onlar onu onun ona onları bu bunlar"),
    "ar": word_set("هو هي هم هما هن هذا هذه هؤلاء"),
}
_NOTHING: frozenset[str] = frozenset()
#: Endings of what is mostly no noun.
_ENDINGS = {
    "en": ("ed", "ing", "ly"),
    "ru": ("ть", "ться", "л", "ла", "ли", "лся", "ет", "ют", "ит", "ят"),
    "uk": ("ти", "ла", "ли", "ть"),
    "de": ("en", "te", "ten", "lich"),
    "fr": ("er", "ait", "ent", "é"),
    "es": ("ar", "er", "ir", "ado", "mente"),
}


def _copied(links: Links, term: Sequence[int], run: Sequence[int]) -> float:
    """How far a rendering sounds like the term: 1 for a name that is kept."""
    ours, theirs = (
        anyascii("".join(words)).lower() for words in ([links.source[n][0] for n in term], [links.word(k) for k in run])
    )
    return float(Indel.normalized_similarity(ours, theirs))


def beginning(word: str) -> str:
    """What the forms of a word have in common, roughly: cheap to tell for all words of a document."""
    return fold(word)[:_BEGINNING]


#: Letters that the forms of a word share.
_BEGINNING = 5


@cache
def _weights() -> tuple[tuple[str, ...], FloatArray, float]:
    data = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    names = tuple(data["weights"])
    return names, np.array([data["weights"][name] for name in names], dtype=np.float32), float(data["bias"])


def log_odds(found: Mapping[str, float]) -> float:
    """The log odds of an inconsistency, by the logistic model."""
    names, weights, bias = _weights()
    return float(np.array([found[name] for name in names], dtype=np.float32) @ weights) + bias
