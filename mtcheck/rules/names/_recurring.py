"""How each name that recurs in a source is spelled through the targets, and which spellings cannot be one name's.

A name is followed by its own letters where both sides have capitals. Where the source has none (Arabic, Chinese,
Japanese, Korean), two spellings alike in the targets are one name's where a string of the sources goes with them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache, partial

from rapidfuzz.distance import Indel, Levenshtein

from mtcheck.data import Pair
from mtcheck.rules.facts.batch import TextFacts
from mtcheck.rules.names._altered_names import COPY_NAMES, other_alphabets
from mtcheck.rules.names._arabic_names import is_one
from mtcheck.rules.names._asian_names import asian_names_in_two_forms
from mtcheck.rules.names._capitalised import Name, bare, capital_words
from mtcheck.rules.names._copied_names import copied_in_several_ways
from mtcheck.rules.names._latin_names import plain
from mtcheck.rules.names._paradigms import may_be_forms, stem_of, stems
from mtcheck.rules.names.capitals import capitals_of
from mtcheck.rules.names.sounds import consonants, skeleton
from mtcheck.rules.words.lexicon import CASED, between, known_names, languages_of, places, ranks, scripts, starts, words
from mtcheck.rules.words.pinyin import cuts
from mtcheck.rules.words.views import NAMES, Batch, sides_of

#: The spellings of one name, each with the pairs and places where it stands.
Spellings = dict[str, list[tuple[int, Name]]]

#: A spelling of a name has this likeness to it at least (0 to 1), and no other word of its pair comes near it.
_ALIKE, _LEAD = 0.62, 0.1
#: Two spellings of one name have this likeness at least.
_KIN = 0.5
_SHORTEST, _LONGEST_TEXT, _MOST_CAPITALS = 4, 2_000, 40
_RARE = 3  # the last tier of a word list
#: Characters of scripts without capitals that may be part of a name.
_HAN_RUN = re.compile(r"[\u3005\u3400-\u9fff]{2,}|[\u30a1-\u30fa\u30fc]{3,}|[\uac00-\ud7a3]{2,}")
_ARABIC_RUN = re.compile("[\u0621-\u064a\u067e\u0686\u06a9\u06af\u06a4\u06cc]{3,}")
_I_SOUNDS = frozenset(("i", "y", "ii", "iy", "yi", "ij", "yy", "j", "ey", "ei"))
#: Letters that no language adds to a name by themselves.
_NO_ENDING = frozenset("bcdfghklprtvwz")
#: Endings of a man's name in a case, or of a woman's.
_OF_MAN_OR_WOMAN = frozenset("аяую")
_YO = re.compile("[iyj]o(?=[vw])")
_VOWEL_END = re.compile(r"(?<=[^aeiouyj])[aeiouyj]*$")


def spelled_in_several_ways(pairs: Sequence[Pair]) -> Iterator[Spellings]:
    """For each rare name that recurs in the sources, its spellings in the targets where some are no forms of others."""
    yield from _by_capitals(pairs)
    yield from _by_strings(pairs)
    yield from copied_in_several_ways(pairs)
    yield from asian_names_in_two_forms(pairs)


def _by_capitals(pairs: Sequence[Pair]) -> Iterator[Spellings]:
    told: dict[str, dict[int, str]] = defaultdict(dict)
    for position, text, lang in _that_may_recur(pairs):
        told[stem_of(text.lower(), lang)][position] = text
    kept: dict[int, tuple[str, ...]] = {}
    for forms in told.values():
        if len(forms) < 2:
            continue
        spelled = []
        for at, form in forms.items():
            if at not in kept:
                kept[at] = _candidates(pairs[at])
            if word := _nearest(form, kept[at]):
                spelled.append((at, form, word))
        if len({word for *_, word in spelled}) < 2:
            continue
        found = [(at, form, name) for at, form, word in spelled if (name := _alone(form, word, pairs[at]))]
        if len(found) > 1:
            yield from _parted(found, languages_of(pairs[found[0][0]]))


def _that_may_recur(pairs: Sequence[Pair]) -> list[tuple[int, str, str]]:
    """(pair, name, language) of the rare names of sources of which another may begin as their stems (`stem_of`) do."""
    rare: list[tuple[tuple[int, str, str], tuple[str, ...]]] = []
    counts: dict[str, int] = defaultdict(int)
    for position in _with_rare_capital(pairs, between(pairs, _are_cased)):
        pair = pairs[position]
        source, _ = languages_of(pair)
        for text in _rare_capitals(pair.source, source) if pair.target and len(pair.source) <= _LONGEST_TEXT else ():
            rare.append(((position, text, source), begins := _beginnings(text)))
            for begin in begins:
                counts[begin] += 1
    return [row for row, begins in rare if any(counts[begin] > 1 for begin in begins)]


def _with_rare_capital(pairs: Sequence[Pair], positions: Sequence[int]) -> Iterable[int]:
    """Those of some pairs of which the source may have a rare name; all where a batch does not tell."""
    sides = sides_of(pairs)
    if not sides or not sides.langs[1] or not positions:
        return positions
    return _rare_by_text(sides.source, sides.langs[0])


def _rare_by_text(batch: Batch, lang: str) -> Mapping[int, Set[str]]:
    """By number, the rare names of the texts of a batch."""
    return batch.once(f"rare in {lang}", partial(_rare_of, lang=lang))


def _rare_of(texts: TextFacts, lang: str) -> Mapping[int, Set[str]]:
    is_rare, words, capitals = _rarity(lang), texts.words, capitals_of(texts, lang)
    rare = (capitals.tiers > _RARE) | ((capitals.tiers == _RARE) & capitals.are_names)
    some = capitals.places[rare & (capitals.lengths >= _SHORTEST) | capitals.are_split].tolist()
    places = words.kept(texts.capitals, [n for n in some if is_rare(words.words[n])])
    found = dict[int, set[str]]()
    for row, place in zip(words.owners[places].tolist(), places.tolist(), strict=True):
        found.setdefault(row, set()).add(words.words[place])
    return found


def _beginnings(name: str) -> tuple[str, ...]:
    """The first three letters of what `stem_of` makes of a name; two ways where the third may be fleeting."""
    begin = name[:4].lower().replace("ё", "е")
    return (begin[:3], begin[:2] + begin[3:]) if begin[2:] in _MAY_FLEE else (begin[:3],)


_MAY_FLEE = frozenset(vowel + consonant for vowel in "еоь" for consonant in "кцнлр")


@lru_cache(maxsize=64)
def _are_cased(source: str, target: str) -> bool:
    """Whether names change their letters between two languages with capitals."""
    if other_alphabets(source, target):
        return True
    inflect = source not in COPY_NAMES and target in COPY_NAMES
    return inflect and scripts(source) == ("Latn",) and bool(ranks(source))


def _rare_capitals(text: str, lang: str) -> Set[str]:
    if kept := NAMES.get(text):
        batch, number = kept
        found = _rare_by_text(batch, lang).get(number)
        return set(map(bare, found)) if found and len(capital_words(text)) <= _MOST_CAPITALS else frozenset()
    row, capitals, is_rare = words(text), capital_words(text), _rarity(lang)
    return {bare(word) for n in capitals if is_rare(word := row[n])} if len(capitals) <= _MOST_CAPITALS else frozenset()


@lru_cache(maxsize=64)
def _rarity(lang: str) -> Callable[[str], bool]:
    """A test for rare capitalised words of a language."""
    known, proper = ranks(lang), known_names(lang)

    def is_rare(word: str) -> bool:
        word = bare(word)
        low = word.lower()
        tier = known.get(low, 9)
        if tier < _RARE or len(word) < _SHORTEST:
            return False
        return (tier > _RARE or low in proper) and word[1:].islower()

    return is_rare


def _is_rare(word: str, lang: str) -> bool:
    """Whether a capitalised word is in no list, or one of the rarer names of a list."""
    return _rarity(lang)(word)


def _candidates(pair: Pair) -> tuple[str, ...]:
    """The capitalised words of a target that may be rare names."""
    _, target = languages_of(pair)
    row, latin = words(pair.target), "Latn" in scripts(target)
    found = (bare(row[n]) for n in capital_words(pair.target))
    return tuple(dict.fromkeys(word for word in found if _is_rare(word, target) and (latin or not word.isascii())))


def _nearest(form: str, candidates: Sequence[str]) -> str | None:
    """The one word that a name of the source is nearest to."""
    ranked = sorted(((_likeness(form, word), word) for word in candidates), reverse=True)
    if not ranked or ranked[0][0] < _ALIKE or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _LEAD):
        return None
    return ranked[0][1]


def _alone(form: str, word: str, pair: Pair) -> Name | None:
    """The word's first place in the target, where no other word of the source is nearly as near to it."""
    source, _ = languages_of(pair)
    least, stem = _likeness(form, word) - _LEAD, stem_of(form.lower(), source)
    for other in {bare(other) for other in words(pair.source) if len(other) >= 3} - {form}:
        telling = other[0].isupper() or len(other) > 4
        if telling and _likeness(other, word) > least and stem_of(other.lower(), source) != stem:
            return None
    at = next((start for own, start, _ in places(pair.target) if bare(own) == word), -1)
    return Name(word, at, at + len(word), 0) if at >= 0 else None


@lru_cache(maxsize=4096)
def _likeness(one: str, other: str) -> float:
    """0 to 1: how well two words, each less an ending, can be spellings of one name."""
    return max(_sound_alike(a, b) for a in stems(one.lower()) for b in stems(other.lower()))


@lru_cache(maxsize=4096)
def _sound_alike(a: str, b: str) -> float:
    one, two = skeleton(a), skeleton(b)
    if min(len(one), len(two)) < 3:
        return 0.0
    whole: float = Indel.normalized_similarity(one, two)
    first, second = consonants(a), consonants(b)
    if min(len(first), len(second)) < 3 or first[0] != second[0]:
        return whole
    return max(whole, Indel.normalized_similarity(first, second) - 0.1)


def _parted(found: Sequence[tuple[int, str, Name]], langs: tuple[str, str]) -> Iterator[Spellings]:
    """The spellings of a name, where at least one cannot be a form of the most usual one."""
    counts: dict[str, list[tuple[int, str, Name]]] = defaultdict(list)
    for row in found:
        counts[plain(row[2].text) if scripts(langs[1]) == ("Latn",) else row[2].text.lower()].append(row)
    if len(counts) < 2:
        return
    rows = list(counts.values())
    weight = [sum(len(other) for other in rows if not _differ(row[0], other[0], langs)) for row in rows]
    usual = rows[max(range(len(rows)), key=lambda n: (weight[n], -rows[n][0][0]))]
    odd = [row for row in rows if row is not usual and _differ(usual[0], row[0], langs)]
    for others in odd:
        spellings: Spellings = {}
        for at, _, name in (*usual, *others):
            spellings.setdefault(name.text, []).append((at, name))
        yield spellings


def _differ(one: tuple[int, str, Name], two: tuple[int, str, Name], langs: tuple[str, str]) -> bool:
    """Whether two spellings of a name of the source, in its forms, are surely not forms of one spelling."""
    source, target = langs
    a, b = one[2].text.lower(), two[2].text.lower()
    if _likeness(a, b) < _KIN:
        return False
    if scripts(target) != ("Latn",):
        return not may_be_forms(a, b)
    if target not in COPY_NAMES:
        return _differ_inside(a, b)
    same_form = one[1].lower() == two[1].lower() and one[1][-1] not in _OF_MAN_OR_WOMAN
    return _differ_in_latin(plain(a), plain(b), same_form=same_form, source=source)


def _differ_inside(a: str, b: str) -> bool:
    shorter = min(len(a), len(b))
    differ = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), shorter)
    return differ < shorter - 3


def _differ_in_latin(a: str, b: str, *, same_form: bool, source: str) -> bool:
    """The same in a language that adds to names no more than an `s`; the source's endings may have been kept."""
    if not same_form and a[-1] != b[-1]:  # `Дегтерева` may be a form of `Дегтерёв`
        a, b = _YO.sub("e", a), _YO.sub("e", b)
    shorter, longer = sorted((a, b), key=len)
    if longer.startswith(shorter):
        return len(longer) == len(shorter) + 1 and longer[-1] in _NO_ENDING
    if longer == f"{shorter[:-1]}ies":
        return False
    if a != b and _one_i(a) == _one_i(b) and a[-2:] != b[-2:]:  # `-skaya`, `-skaia`
        return True
    first, second = _VOWEL_END.sub("", a), _VOWEL_END.sub("", b)
    if first.removesuffix("s") == second.removesuffix("s"):
        if {a[len(first) :], b[len(second) :]} <= _I_SOUNDS:
            return True
        return same_form and source in ("pl", "cs", "sk") and a[-1:] != b[-1:] and a[-2:-1] == b[-2:-1] == "k"
    stem, other = sorted((first, second), key=len)
    return not (other.startswith(stem) and len(other) - len(stem) <= 3 and len(stem) >= 3 and not same_form)


def _one_i(text: str) -> str:
    return text.replace("y", "i").replace("j", "i")


def _by_strings(pairs: Sequence[Pair]) -> Iterator[Spellings]:
    """Spellings alike in the targets of sources without capitals, where one string of the sources goes with both."""
    seen: dict[str, Spellings] = defaultdict(lambda: defaultdict(list))
    for position in between(pairs, _are_uncased):
        pair = pairs[position]
        _, target = languages_of(pair)
        row, begins = words(pair.target), starts(pair.target) if len(pair.target) <= _LONGEST_TEXT else ()
        for n in capital_words(pair.target) if begins else ():
            own, start = bare(row[n]), begins[n]
            if len(own) > _SHORTEST and _is_rare(own, target):
                seen[skeleton(own)[:1]][own].append((position, Name(own, start, start + len(own), n)))
    for forms in seen.values():
        texts = list(forms)[:_MOST_CAPITALS]
        for n, one in enumerate(texts):
            for two in texts[n + 1 :]:
                if _is_known(one, pairs[forms[one][0][0]]) and _is_known(two, pairs[forms[two][0][0]]):
                    continue
                if _are_near(plain(one), plain(two)) and _go_with_one(forms[one], forms[two], one, two, pairs):
                    yield {one: forms[one], two: forms[two]}


@lru_cache(maxsize=64)
def _are_uncased(source: str, target: str) -> bool:
    """Whether names get capitals between two languages."""
    return CASED.isdisjoint(scripts(source)) and bool(scripts(source)) and scripts(target) == ("Latn",)


def _is_known(word: str, pair: Pair) -> bool:
    return word.lower() in ranks(languages_of(pair)[1])


def _are_near(a: str, b: str) -> bool:
    if _long_vowels(a) == _long_vowels(b):
        return a != b
    shorter, longer = sorted((a, b), key=len)
    if longer.startswith(shorter) or a.rstrip("s") == b.rstrip("s") or a.endswith("ies") or b.endswith("ies"):
        return False
    return Levenshtein.distance(a, b, score_cutoff=2) <= (1 if len(shorter) < 6 else 2)


def _long_vowels(text: str) -> str:
    """A Japanese name with its long vowels made short: `Ohno`, `Ono`; `Shinjou`, `Shinjo`."""
    return _LONG_VOWEL.sub("", text)


_LONG_VOWEL = re.compile(r"(?<=o)(?:[ou]|h(?![aeiouy]))|(?<=u)u")


def _go_with_one(
    here: Sequence[tuple[int, Name]], there: Sequence[tuple[int, Name]], one: str, two: str, pairs: Sequence[Pair]
) -> bool:
    """Whether the sources of two spellings, and hardly any other, share a string that may be the name."""
    first, second = ({at for at, _ in found} for found in (here, there))
    if first & second:
        return False
    langs = languages_of(pairs[here[0][0]])
    strings = set(_strings(pairs[here[0][0]].source))
    for at in (*first, *second):
        strings = {text for text in strings if text in pairs[at].source}
    both = first | second
    for text in strings:
        elsewhere = sum(text in pair.source for n, pair in enumerate(pairs) if n not in both)
        if elsewhere <= len(both) // 2 and _may_be_name(text, one, two, langs[0]):
            return True
    return False


def _strings(text: str) -> Iterator[str]:
    for match in _HAN_RUN.finditer(text):
        run = match.group()
        if run[0] >= "\u30a1" and run[0] <= "\u30fc":
            yield run
            continue
        yield from (run[n : n + 2] for n in range(len(run) - 1))
    yield from _ARABIC_RUN.findall(text)


def _may_be_name(text: str, one: str, two: str, lang: str) -> bool:
    if "\u0600" <= text[0] <= "\u06ff":
        forms = {text, text.lstrip("وفبلك")} if lang == "ar" else {text}
        return any(len(form) >= 3 and (is_one(form, one) or is_one(form, two)) for form in forms)
    if "\u30a1" <= text[0] <= "\u30fc" or "\uac00" <= text[0] <= "\ud7a3":
        return max(_sound_alike(text, one), _sound_alike(text, two)) >= _ALIKE
    if lang == "zh" and cuts(one) and cuts(two):
        return False  # pinyin is read character by character, in `han_names`
    return lang != "zh" or max(_sound_alike(text, one), _sound_alike(text, two)) >= _KIN
