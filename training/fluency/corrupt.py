"""Damage to human sentences of the kinds that weak translation does, for the classifier to learn from.

Language-independent: sibling forms are words that share all but a few last letters, function words are the most
frequent words; English has its irregular confusions listed.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from mtcheck.fluency_cloze import N_FORMS
from training.fluency.english import English
from training.fluency.paradigms import word_sets

N_FUNCTION_WORDS = 70
KINDS: dict[str, float] = {
    "swap": 2.0,
    "move": 1.0,
    "drop": 1.0,
    "drop_function": 1.0,
    "insert_function": 1.0,
    "repeat": 1.0,
    "shuffle": 0.5,
    "shuffle_part": 1.0,
    "function": 3.0,
    "inflect": 3.0,
    "letters": 2.0,
    "glue": 0.6,
    "random_word": 1.0,
    "confusion": 2.5,
    "auxiliary": 2.0,
}
# Where there are confusion sets (English, Russian): grammar beside the damage above.
GRAMMAR: dict[str, float] = {"form": 9.0, "rival": 3.0}
ENGLISH_GRAMMAR: dict[str, float] = GRAMMAR | {
    "tense": 6.0,
    "aspect": 6.0,
    "number": 2.0,
    "reflexive": 2.0,
    "licence": 2.0,
    "existential": 1.0,
}
_ENGLISH_CONFUSIONS = """
he him his / she her hers / i me my mine / we us our ours / they them their theirs / who whom whose which what
himself herself itself themselves / is are was were be been being am / has have had having / do does did done doing
a an the / this these / that those / in on at by to for with from of about into through via
can could will would shall should may might must / many much / any some no every / ever never always / there it
go goes went gone / take takes took taken / write writes wrote written / see sees saw seen / know knows knew known
say says said / make makes made / give gives gave given / come comes came / eat eats ate eaten / man men
woman women / child children / person people / not no / than then / and or but / to too / its it's / as like
most more / least less / because although if when while / begin begins began begun / break breaks broke broken
fall falls fell fallen / drive drives drove driven / hide hides hid hidden / become becomes became / get gets got
find finds found / lead leads led / leave leaves left / hold holds held / speak speaks spoke spoken
wear wears wore worn / shake shakes shook shaken / forget forgets forgot forgotten / throw throws threw thrown
grow grows grew grown / steal steals stole stolen / sink sinks sank sunk / foot feet / tooth teeth / goose geese
mouse mice / wife wives / life lives / thesis theses / crisis crises / analysis analyses / myself yourself ourselves
"""


@dataclass(frozen=True, slots=True)
class Resources:
    """Word lists drawn from a corpus."""

    lang: str
    function: tuple[str, ...]
    vocabulary: tuple[str, ...]
    siblings: dict[str, tuple[str, ...]]
    confusions: dict[str, tuple[str, ...]]
    forms: dict[str, tuple[str, ...]]  # other forms of a word, or of its closed class
    rivals: dict[str, tuple[str, ...]]
    english: English | None = None

    @property
    def kinds(self) -> dict[str, float]:
        """Kinds of damage and their weights."""
        if not self.forms:
            return KINDS
        return KINDS | (ENGLISH_GRAMMAR if self.lang == "en" else GRAMMAR)

    @classmethod
    def of(cls, lang: str, sentences: Iterable[str]) -> Resources:
        """Lists for `lang` from its sentences."""
        counts: Counter[str] = Counter()
        sentences = list(sentences)
        for text in sentences:
            counts.update(word for word in split(text, lang) if (word.isalpha() and word.islower()) or _uncased(word))
        frequent = [word for word, n in counts.most_common() if n >= 3]
        confusions: dict[str, tuple[str, ...]] = {}
        if lang == "en":
            for group in _ENGLISH_CONFUSIONS.replace("\n", " / ").split("/"):
                for word in group.split():
                    confusions[word] = tuple(other for other in group.split() if other != word)
        siblings = {} if lang in ("zh", "ja") else _siblings(frequent)
        forms, rivals = word_sets(lang, frequent) if lang in ("en", "ru") else ([], [])
        function, vocabulary = tuple(frequent[:N_FUNCTION_WORDS]), tuple(frequent[:20_000])
        others = _others(forms, frequent), _others(rivals, frequent)
        english = English(frequent, sentences) if lang == "en" else None
        return cls(lang, function, vocabulary, siblings, confusions, *others, english)


def split(text: str, lang: str) -> list[str]:
    """Units that damage moves about: words with their marks, or single characters."""
    return list(text) if lang in ("zh", "ja") else text.split()


def join(words: list[str], lang: str) -> str:
    """The reverse of `split`."""
    return ("" if lang in ("zh", "ja") else " ").join(words)


def corrupt(text: str, resources: Resources, rng: random.Random) -> tuple[str, str] | None:
    """A damaged version of the text and the kind of damage, or None if the one drawn did not apply."""
    kind = rng.choices(list(resources.kinds), weights=list(resources.kinds.values()))[0]
    words = split(text, resources.lang)
    if len(words) < 4:
        return None
    if resources.english and kind in resources.english.actions:
        damaged = resources.english.actions[kind](words, rng)
    else:
        damaged = _ACTIONS[kind](words, resources, rng)
    if damaged is None:
        return None
    result = join(damaged, resources.lang)
    return (result, kind) if result != text else None


def _uncased(word: str) -> bool:
    return word.isalpha() and word.lower() == word.upper()


def _siblings(words: list[str]) -> dict[str, tuple[str, ...]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for word in words[:60_000]:
        for cut in range(4):
            if len(word) - cut >= max(2, len(word) // 2):
                groups[word[: len(word) - cut]].append(word)
    found: dict[str, set[str]] = defaultdict(set)
    for stem, members in groups.items():
        if len(stem) >= 2 and 1 < len(members) <= 40:
            for word in members:
                if len(stem) >= 3 or len(word) <= 4:
                    found[word].update(members)
    return {word: tuple(sorted(others - {word})) for word, others in found.items() if len(others) > 1}


def _others(groups: list[list[str]], words: list[str]) -> dict[str, tuple[str, ...]]:
    known = set(words)
    found: dict[str, tuple[str, ...]] = {}
    for group in groups:
        members = [word for word in group[:N_FORMS] if word in known]
        for word in members if len(members) > 1 else []:
            found.setdefault(word, tuple(other for other in members if other != word))
    return found


def _core(word: str) -> tuple[str, str, str]:
    """A word's opening marks, letters and closing marks."""
    start, end = 0, len(word)
    while start < end and not word[start].isalnum():
        start += 1
    while end > start and not word[end - 1].isalnum():
        end -= 1
    return word[:start], word[start:end], word[end:]


def _swap(words: list[str], resources: Resources, rng: random.Random) -> list[str] | None:
    i = rng.randrange(len(words) - 2)
    return [*words[:i], words[i + 1], words[i], *words[i + 2 :]]


def _move(words: list[str], resources: Resources, rng: random.Random) -> list[str] | None:
    rest = list(words[:-1])
    word = rest.pop(rng.randrange(len(rest)))
    rest.insert(rng.randrange(len(rest) + 1), word)
    return [*rest, words[-1]]


def _drop(words: list[str], resources: Resources, rng: random.Random) -> list[str] | None:
    i = rng.randrange(len(words) - 1)
    return words[:i] + words[i + 1 :]


def _drop_function(words: list[str], resources: Resources, rng: random.Random) -> list[str] | None:
    places = [i for i, word in enumerate(words) if word in resources.function]
    if not places:
        return None
    i = rng.choice(places)
    return words[:i] + words[i + 1 :]


def _insert_function(words: list[str], resources: Resources, rng: random.Random) -> list[str] | None:
    i = rng.randrange(1, len(words))
    return [*words[:i], rng.choice(resources.function), *words[i:]]


def _repeat(words: list[str], resources: Resources, rng: random.Random) -> list[str] | None:
    i = len(words) - 1 if rng.random() < 0.5 else rng.randrange(len(words))
    opening, core, closing = _core(words[i])
    if not core:
        return None
    return [*words[:i], opening + core, *[core] * rng.choice((0, 0, 2)), core + closing, *words[i + 1 :]]


def _shuffle(words: list[str], resources: Resources, rng: random.Random) -> list[str] | None:
    return rng.sample(words, len(words))


def _shuffle_part(words: list[str], resources: Resources, rng: random.Random) -> list[str] | None:
    size = min(len(words) - 1, rng.randint(3, 6))
    i = rng.randrange(len(words) - size)
    return [*words[:i], *rng.sample(words[i : i + size], size), *words[i + size :]]


def _replace(words: list[str], i: int, new: str) -> list[str]:
    opening, core, closing = _core(words[i])
    if core[:1].isupper():
        new = new[:1].upper() + new[1:]
    return [*words[:i], opening + new + closing, *words[i + 1 :]]


def _function(words: list[str], resources: Resources, rng: random.Random) -> list[str] | None:
    places = [i for i, word in enumerate(words) if _core(word)[1].lower() in resources.function]
    return _replace(words, rng.choice(places), rng.choice(resources.function)) if places else None


def _from_table(words: list[str], table: dict[str, tuple[str, ...]], rng: random.Random) -> list[str] | None:
    places = [i for i, word in enumerate(words) if _core(word)[1].lower() in table]
    if not places:
        return None
    i = rng.choice(places)
    return _replace(words, i, rng.choice(table[_core(words[i])[1].lower()]))


def _inflect(words: list[str], resources: Resources, rng: random.Random) -> list[str] | None:
    return _from_table(words, resources.siblings, rng)


def _confusion(words: list[str], resources: Resources, rng: random.Random) -> list[str] | None:
    return _from_table(words, resources.confusions or resources.siblings, rng)


def _form(words: list[str], resources: Resources, rng: random.Random) -> list[str] | None:
    return _from_table(words, resources.forms, rng)


def _rival(words: list[str], resources: Resources, rng: random.Random) -> list[str] | None:
    return _from_table(words, resources.rivals, rng)


def _letters(words: list[str], resources: Resources, rng: random.Random) -> list[str] | None:
    places = [i for i, word in enumerate(words) if len(_core(word)[1]) >= 4 and _core(word)[1].isalpha()]
    if not places:
        return None
    i = rng.choice(places)
    core = _core(words[i])[1]
    at = rng.randrange(1, len(core))
    how = rng.randrange(4)
    if how == 0:
        new = core[:at] + core[at + 1 :]
    elif how == 1:
        new = core[: at - 1] + core[at] + core[at - 1] + core[at + 1 :]
    elif how == 2:
        new = core[:at] + core[at - 1] + core[at:]
    else:
        new = core[:at] + rng.choice(rng.choice(resources.vocabulary)) + core[at + 1 :]
    return _replace(words, i, new)


def _glue(words: list[str], resources: Resources, rng: random.Random) -> list[str] | None:
    i = rng.randrange(len(words) - 1)
    return [*words[:i], words[i] + words[i + 1], *words[i + 2 :]]


def _random_word(words: list[str], resources: Resources, rng: random.Random) -> list[str] | None:
    places = [i for i, word in enumerate(words) if _core(word)[1].isalpha()]
    return _replace(words, rng.choice(places), rng.choice(resources.vocabulary)) if places else None


_AUXILIARY_WORDS = (
    "is are was were has have had will would does did been being be will_have would_have has_been have_been had_been "
    "is_being are_being was_being were_being will_be would_be"
)
_AUXILIARIES = _AUXILIARY_WORDS.split()


def _auxiliary(words: list[str], resources: Resources, rng: random.Random) -> list[str] | None:
    """English tense and aspect gone wrong: an auxiliary put before a verb form, dropped, or exchanged for another."""
    if resources.lang != "en":
        return None
    new = rng.choice(_AUXILIARIES).split("_")
    places = [i for i, word in enumerate(words) if word in _AUXILIARIES]
    if places and rng.random() < 0.5:
        i = rng.choice(places)
        return words[:i] + (new if rng.random() < 0.8 else []) + words[i + 1 :]
    places = [i for i, word in enumerate(words) if _has_verb_forms(word, resources)]
    if not places:
        return None
    i = rng.choice(places)
    forms = [*resources.siblings[words[i]], words[i]]
    ending = "ing" if new[-1] in ("is", "are", "was", "were", "been", "being", "be") else ""
    fitting = [form for form in forms if form.endswith(ending)] or forms
    return words[:i] + new + [rng.choice(fitting)] + words[i + 1 :]


def _has_verb_forms(word: str, resources: Resources) -> bool:
    return word.isalpha() and any(form.endswith("ing") for form in resources.siblings.get(word, ()))


_ACTIONS = {
    "swap": _swap,
    "move": _move,
    "drop": _drop,
    "drop_function": _drop_function,
    "insert_function": _insert_function,
    "repeat": _repeat,
    "shuffle": _shuffle,
    "shuffle_part": _shuffle_part,
    "function": _function,
    "inflect": _inflect,
    "letters": _letters,
    "glue": _glue,
    "random_word": _random_word,
    "auxiliary": _auxiliary,
    "confusion": _confusion,
    "form": _form,
    "rival": _rival,
}
