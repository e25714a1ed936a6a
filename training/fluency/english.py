"""English damage that leaves words well formed: tense and aspect, agreement, reflexives, and words that need a licence.

Verbs are inflected by table, so that "walks" becomes "walked", "will walk" or "is walking" as a translator would have
written it, not a string of letters. Which words are verbs is guessed from the word before; a wrong guess is damage,
too.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from training.fluency.paradigms import english_verbs


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NOT_BEFORE_FINITE = _set(
    "the a an this these those my your his its our their some any no every each all both many much of in on at by to "
    "for with from about into through be been being is are was were am has have had do does did will would can could "
    "shall should may might must not and or very more most as"
)
_BE_PAST = {"is": "was", "are": "were", "am": "was", "was": "is", "were": "are"}
_HAVE = {"has": "had", "have": "had", "had": "has"}
_MODALS = {"will": "would", "would": "will", "can": "could", "could": "can", "may": "might"}
_BARE = _set("will would can could shall should may might must to")
_NUMBER = {
    "is": "are", "are": "is", "was": "were", "were": "was", "has": "have", "have": "has", "does": "do", "do": "does",
    "isn't": "aren't", "aren't": "isn't", "wasn't": "weren't", "weren't": "wasn't", "hasn't": "haven't",
    "haven't": "hasn't", "doesn't": "don't", "don't": "doesn't", "this": "these", "these": "this", "those": "that",
    "a": "many", "an": "several", "another": "few", "many": "a", "several": "another", "few": "this",
}  # fmt: skip
_BEFORE_VERBS = _set("i you he she it we they who to will would can could may must should not didn't don't")
_BEFORE_NOUNS = _set("the a an of his her their my your our its this these some any in very")
_REFLEXIVES = ("himself", "herself", "itself", "themselves", "myself", "yourself", "ourselves")
_OBJECTS = {
    "him": "himself", "her": "herself", "them": "themselves", "me": "myself", "us": "ourselves", "it": "itself",
}  # fmt: skip
_LICENSED = ("ever", "ever", "ever", "at all", "yet", "any")
_LICENSORS = _set("not never no only if nobody nothing without hardly rarely")
_STRONG = ("every", "each", "all", "most", "both")


@dataclass(frozen=True, slots=True)
class Verb:
    """Forms of one verb."""

    base: str
    s: str
    ing: str
    past: str
    participle: str


class English:
    """Damage by name; each takes a sentence's words and gives new ones, or None where it does not apply."""

    def __init__(self, vocabulary: Iterable[str], sentences: Iterable[str]) -> None:
        verbal, nominal = _uses(sentences)
        self.by_form: dict[str, Verb] = {}
        for verb in (Verb(*forms) for forms in english_verbs(list(vocabulary))):
            for form in (verb.base, verb.s, verb.ing, verb.past, verb.participle):
                if verbal[form] >= nominal[form] or form in (verb.ing, verb.past):
                    self.by_form.setdefault(form, verb)
        self.actions: dict[str, Callable[[list[str], random.Random], list[str] | None]] = {
            "tense": self.tense,
            "aspect": self.aspect,
            "number": number,
            "reflexive": reflexive,
            "licence": self.licence,
            "existential": existential,
        }

    def _somewhere(
        self, words: list[str], rng: random.Random, change: Callable[[list[str], int, random.Random], str | None]
    ) -> list[str] | None:
        """The first change that applies, at places tried in random order."""
        for i in rng.sample(range(len(words)), len(words)):
            made = change(words, i, rng)
            if made and made != words[i]:
                return [*words[:i], *made.split(), *words[i + 1 :]]
        return None

    def tense(self, words: list[str], rng: random.Random) -> list[str] | None:
        """A finite verb in another tense, each of them formed as it should be."""
        return self._somewhere(words, rng, self._tense)

    def aspect(self, words: list[str], rng: random.Random) -> list[str] | None:
        """A verb made progressive or perfect, or plain where it was one of these."""
        return self._somewhere(words, rng, self._aspect)

    def _tense(self, words: list[str], i: int, rng: random.Random) -> str | None:
        word, before, after = words[i], words[i - 1] if i else "", words[i + 1] if i + 1 < len(words) else ""
        many = _plural(before)
        if word in _BE_PAST:
            return rng.choice([_BE_PAST[word], "will be"])
        if word in _HAVE:
            return rng.choice([_HAVE[word] if word != "had" or not many else "have", "will have"])
        if word in _MODALS:
            verb = self.by_form.get(after)
            return _MODALS[word] if verb and verb.base == after and after else None
        verb = self.by_form.get(word)
        if verb is None or not before or before in _NOT_BEFORE_FINITE or word in (verb.ing, ""):
            return None
        if word == verb.past:
            return rng.choice([verb.base if many else verb.s, f"will {verb.base}"])
        finite = word == verb.s or (word == verb.base and many)
        return rng.choice([verb.past, f"will {verb.base}"]) if finite else None

    def _aspect(self, words: list[str], i: int, rng: random.Random) -> str | None:
        word, before, after = words[i], words[i - 1] if i else "", words[i + 1] if i + 1 < len(words) else ""
        verb, next_verb = self.by_form.get(word), self.by_form.get(after)
        many = _plural(before)
        if word in _BE_PAST and before:
            if next_verb and after == next_verb.participle:
                return f"{word} being"
            perfect = "had been" if word in ("was", "were") else "have been" if word == "are" else "has been"
            return perfect if rng.random() < 0.7 else f"{word} being"
        if word in _HAVE and before and next_verb and after == next_verb.participle and rng.random() < 0.5:
            return f"{word} been"
        if verb is None or not before or word == verb.ing:
            return None
        if before in _BARE and word == verb.base:
            return f"be {verb.ing}"
        if before in _HAVE and word == verb.participle:
            return f"been {verb.ing}"
        if before in _NOT_BEFORE_FINITE:
            return None
        if word == verb.past:
            return rng.choice([f"{'were' if many else 'was'} {verb.ing}", f"had {verb.participle}"])
        if word == verb.s or (word == verb.base and many):
            auxiliaries = ("are", "have") if word == verb.base else ("is", "has")
            return rng.choice([f"{auxiliaries[0]} {verb.ing}", f"{auxiliaries[1]} {verb.participle}"])
        return None

    def licence(self, words: list[str], rng: random.Random) -> list[str] | None:
        """A word such as "ever" where nothing allows it, or what allowed it gone."""
        lower = [word.lower() for word in words]
        if "ever" in lower and _LICENSORS & set(lower):
            at = rng.choice([i for i, word in enumerate(lower) if word in _LICENSORS])
            return [*words[:at], *words[at + 1 :]]
        if _LICENSORS & set(lower) or words[-1][-1:] == "?" or any(word.endswith("n't") for word in lower):
            return None
        places = [i for i, word in enumerate(words) if i and word in self.by_form and words[i - 1] not in ("the", "a")]
        if not places:
            return None
        i = rng.choice(places)
        new = rng.choice(_LICENSED)
        if new == "ever":
            return [*words[:i], new, *words[i:]]
        at = len(words) - 1 if new == "yet" else i + 1
        return [*words[:at], *new.split(), *words[at:]]


def number(words: list[str], rng: random.Random) -> list[str] | None:
    """An auxiliary or determiner of the other number."""
    places = [i for i, word in enumerate(words) if word in _NUMBER]
    if not places:
        return None
    i = rng.choice(places)
    return [*words[:i], _NUMBER[words[i]], *words[i + 1 :]]


def reflexive(words: list[str], rng: random.Random) -> list[str] | None:
    """A reflexive of another person, gender or number, a pronoun in its place, or one where a pronoun stood."""
    bare = [word.rstrip(".,;:!?") for word in words]
    places = [i for i, word in enumerate(bare) if i and (word in _REFLEXIVES or word in _OBJECTS)]
    certain = [i for i in places if bare[i] in _REFLEXIVES]
    if not places:
        return None
    i = rng.choice(certain or places)
    plain = {after: before for before, after in _OBJECTS.items()}
    if bare[i] in _OBJECTS:
        new = _OBJECTS[bare[i]]
    elif rng.random() < 0.3:
        new = plain.get(bare[i], "you")
    else:
        new = rng.choice([other for other in _REFLEXIVES[:4] if other != bare[i]])
    return [*words[:i], new + words[i][len(bare[i]) :], *words[i + 1 :]]


def existential(words: list[str], rng: random.Random) -> list[str] | None:
    """ "There is a" with a determiner that it does not take."""
    for i in range(1, len(words) - 2):
        if words[i - 1].lower() == "there" and words[i] in ("is", "are", "was", "were"):
            at = i + 1 if words[i + 1] in ("a", "an", "some", "many", "no", "several", "few", "two") else None
            new = [rng.choice(_STRONG)]
            return [*words[: i + 1], *new, *words[at + 1 :]] if at else [*words[: i + 1], *new, *words[i + 1 :]]
    return None


def _plural(word: str) -> bool:
    word = word.lower()
    return word in ("they", "we", "you", "i", "these", "those") or (word.endswith("s") and not word.endswith("ss"))


def _uses(sentences: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each word follows what only verbs follow, and what nouns and adjectives do."""
    verbal: Counter[str] = Counter()
    nominal: Counter[str] = Counter()
    for text in sentences:
        words = text.split()
        for before, word in pairwise(words):
            before = before.lower()
            if before in _BEFORE_VERBS:
                verbal[word.rstrip(".,;:!?")] += 1
            elif before in _BEFORE_NOUNS:
                nominal[word.rstrip(".,;:!?")] += 1
    return verbal, nominal
