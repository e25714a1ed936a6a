"""What a text says of things that translations confuse: opposites, and members of one kind (`contrast_groups`).

`means` and `may_mean` give sets of bits, one a member: those that a word of the text means, and those that one may
mean. The words of English stand in the groups; those of other languages in `mtcheck/models/words/<lang>.contrasts`,
which `training/words/contrasts.py` learns from parallel text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from operator import add
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from mtcheck.codepoints import Codes
from mtcheck.data import IntArray
from mtcheck.errors import ModelError
from mtcheck.hash_table import HashTable
from mtcheck.rules.facts.batch import LETTER, Mask, TextFacts
from mtcheck.rules.meaning.contrast_groups import DENYING, MEMBERS, OTHERS
from mtcheck.rules.text import Span
from mtcheck.rules.words.keys import Keys, keys_of_words
from mtcheck.rules.words.lexicon import KEPT_LENGTH, lowered, places
from mtcheck.rules.words.lists import unpacked
from mtcheck.rules.words.views import kept

#: Written without spaces: their words are one and two signs.
SIGNS = frozenset(("zh", "ja", "th"))
_SIGN = re.compile(r"[^\W\d_a-zA-Z]+")
_MEMBERS = list(MEMBERS)
#: The numbers of `often` and `rarely`: learnt from denied ones (`nierzadko`), a word for one may mean the other.
_FREQUENCIES = frozenset(n for n, member in enumerate(_MEMBERS) if member in (("often", 2), ("often", 3)))

Meanings = dict[str, tuple[int, int]]


def pieces_of(text: str, lang: str) -> frozenset[str]:
    """What a text is looked up by: its words in lower case, or its signs and pairs of signs."""
    if lang not in SIGNS:
        return lowered(text)
    found: set[str] = set()
    for run in _SIGN.findall(text):
        found.update(run)
        found.update(map(add, run, run[1:]))
    return frozenset(found)


@cache
def english_words() -> Meanings:
    """Single English words, with the bits of the members that they mean and may mean."""
    found: dict[str, list[int]] = {}
    for n, (telling, loose) in enumerate(MEMBERS.values()):
        for word in telling | loose:
            bits = found.setdefault(word, [0, 0])
            bits[0] |= (word in telling) << n
            bits[1] |= 1 << n
    return {word: (sure, may) for word, (sure, may) in found.items()}


@cache
def _phrases(lang: str) -> dict[str, list[tuple[str, int, int]]]:
    """The phrases of a language by their first word: whole, bits."""
    found: dict[str, list[tuple[str, int, int]]] = {}
    for word, (sure, may) in meanings(lang).items():
        if "_" in word:
            found.setdefault(word.split("_")[0], []).append((word.replace("_", " "), sure, may))
    return found


def _phrases_in(text: str, words: Collection[str], lang: str) -> Iterator[tuple[int, int]]:
    """The bits of the phrases that a text has, whose first words are among some of its words."""
    phrases, low = _phrases(lang), ""
    for word in words:
        for whole, sure, may in phrases.get(word, ()):
            low = low or text.lower()
            if whole in low:
                yield sure, may


def english_members(text: str) -> tuple[int, int]:
    """The members of which an English text has a telling word, and those of which it has any."""
    return means(text, "en"), may_mean(text, "en")


@cache
def meanings(lang: str) -> Meanings:
    """The words of a language, with the bits of the members that they mean and may mean; empty for none.

    Raises:
        ModelError: the language's table is damaged, or made from other groups.
    """
    if lang == "en":
        return english_words()
    if not (lang.isascii() and lang.isalpha()):
        return {}
    path = files("mtcheck") / "models" / "words" / f"{lang}.contrasts"
    if not path.is_file():
        return {}
    made_from, _, lines = unpacked(path).partition("\n")
    if made_from != checksum():
        raise ModelError(f"{path}: made from other groups of words; run `python -m training.words.contrasts`")
    return read(lines)


def checksum() -> str:
    """A short name of the groups, which a table has in its first line."""
    return sha256(repr(_MEMBERS).encode()).hexdigest()[:12]


def read(text: str) -> Meanings:
    """A table from its lines: word, numbers of members, those that it surely means with a `!`."""
    found: Meanings = {}
    sets: dict[str, tuple[int, int]] = {}
    for line in text.splitlines():
        word, _, numbers = line.partition("\t")
        bits = sets.get(numbers)
        if bits is None:
            sure = may = 0
            for number in numbers.split():
                bit = 1 << int(number.rstrip("!"))
                may |= bit
                sure |= bit if number.endswith("!") else 0
            bits = sets[numbers] = (sure, may & ~_contraries(sure))
        found[word] = bits
    return found


def _contraries(sure: int) -> int:
    """Bits of what contradicts the members that a word surely means, so never excuses: `rzadko` is no `often`."""
    return sum(1 << n for n in _FREQUENCIES if any(sure >> one & 1 for one in _FREQUENCIES - {n}))


def write(folder: Path, lang: str, table: Meanings) -> int:
    """Writes a table and returns its size in bytes."""
    import zstandard

    lines = [checksum()]
    for word, (sure, may) in sorted(table.items()):
        numbers = [f"{n}!" if sure >> n & 1 else str(n) for n in range(len(_MEMBERS)) if may >> n & 1]
        lines.append(f"{word}\t{' '.join(numbers)}")
    packed = zstandard.ZstdCompressor(level=19).compress("\n".join(lines).encode("utf-8"))
    (folder / f"{lang}.contrasts").write_bytes(packed)
    return len(packed)


def means(text: str, lang: str) -> int:
    """Bits of the members that words of a text surely mean."""
    return _means(text, lang) if len(text) <= KEPT_LENGTH else _means.__wrapped__(text, lang)


@kept
def _means(text: str, lang: str) -> int:
    return _told_by(text, pieces_of(text, lang) & telling_words(lang), lang)


def _told_by(text: str, told: Collection[str], lang: str) -> int:
    """Bits of the members that some telling words of a text mean, or phrases that begin with them."""
    known, sure = meanings(lang), 0
    for word in told:
        if word in known:
            sure |= known[word][0]
    for here, _ in _phrases_in(text, told, lang):
        sure |= here
    return sure


class _Telling(NamedTuple):
    """The telling words of a language as numbers, with the members that each means or begins a phrase for."""

    rows: HashTable  # by key (`words.keys`)
    first: IntArray  # (rows + 1,) where the members of each begin
    members: IntArray
    sure: npt.NDArray[np.bool_]  # whether the word alone means the member


@cache
def _telling(lang: str) -> _Telling:
    known, phrases = meanings(lang), _phrases(lang)
    words = sorted(telling_words(lang))
    if lang in SIGNS:
        words = [word for word in words if len(word) <= 2]
        keys = np.array([_key_of_signs(word) for word in words], dtype=np.uint64)
    else:
        keys = keys_of_words(words)
    rows: dict[int, dict[int, bool]] = {}
    for word, key in zip(words, keys.tolist(), strict=True):
        row = rows.setdefault(key, {})
        alone = len(row) == 0  # no other word has its key
        for bits, sure in (
            (known.get(word, (0, 0))[0], alone),
            *((bits, False) for _, bits, _ in phrases.get(word, ())),
        ):
            for member in _members_of(bits):
                row[member] = row.get(member, False) or sure
        if not alone:
            row.update(dict.fromkeys(row, False))
    table = HashTable(len(rows))
    table.add(np.array(list(rows), dtype=np.uint64), np.arange(len(rows)))
    sizes = [len(row) for row in rows.values()]
    return _Telling(
        table,
        np.append(0, np.cumsum(sizes)),
        np.array([member for row in rows.values() for member in row], dtype=np.int64),
        np.array([sure for row in rows.values() for sure in row.values()], dtype=bool),
    )


def _members_of(bits: int) -> Iterator[int]:
    while bits:
        low = bits & -bits
        bits ^= low
        yield low.bit_length() - 1


_MAYBE, _SURELY = 1, 2


def _key_of_signs(word: str) -> int:
    return ord(word[0]) | ord(word[1:] or "\0") << 21


class _Told(NamedTuple):
    """What each text of a batch means, of those without a letter `İ` where there are words."""

    texts: IntArray
    members: IntArray  # what `texts[i]` may mean
    meant: npt.NDArray[np.uint8]  # (texts, members): _MAYBE, _SURELY


def _told(facts: TextFacts, lang: str) -> _Told:
    telling = _telling(lang)
    if lang in SIGNS:
        keys, owners = _signs(facts)
    else:
        places = facts.words.which(telling_words(lang))
        keys, owners = facts.words.keys[places], facts.words.owners[places]
    rows = telling.rows.find(keys)
    number, at = _spread(telling.first, rows[rows >= 0])
    texts, members, sure = owners[rows >= 0][number], telling.members[at], telling.sure[at]
    meant = np.zeros((len(facts.stops), len(_MEMBERS)), dtype=np.uint8)
    meant[texts, members] = _MAYBE
    meant[texts[sure], members[sure]] = _SURELY
    return _Told(texts, members, meant)


def _signs(texts: TextFacts) -> tuple[Keys, IntArray]:
    """The keys of all signs and pairs of signs, and which texts they are of."""
    codes = texts.codes.astype(np.uint64)
    found = np.flatnonzero(texts.are(np.arange(len(codes)), LETTER) & ~_is_ascii_letter(texts.codes))
    twos = found[:-1][np.diff(found) == 1]
    keys = np.append(codes[found], codes[twos] | codes[twos + 1] << np.uint64(21))
    return keys, np.searchsorted(texts.stops, np.append(found, twos))


def _is_ascii_letter(codes: Codes) -> Mask:
    small = codes | np.uint32(0x20)
    letters: Mask = (small >= ord("a")) & (small <= ord("z"))
    return letters


def _spread(first: IntArray, rows: IntArray) -> tuple[IntArray, IntArray]:
    """For rows that begin at `first` in another array and end where the next begins: all their places there, and which
    of `rows` each is of.
    """
    sizes = first[rows + 1] - first[rows]
    ends = np.cumsum(sizes)
    shift = np.repeat(ends - sizes - first[rows], sizes)
    return np.repeat(np.arange(len(rows)), sizes), np.arange(len(shift)) - shift


def may_be_rivals(here: TextFacts, there: TextFacts, langs: tuple[str, str]) -> Mask:
    """Which texts may mean a member that the other side lacks, where that means a rival."""
    ours, theirs = _told(here, langs[0]), _told(there, langs[1])
    lost = theirs.meant[ours.texts, ours.members] != _SURELY
    texts, members = ours.texts[lost], ours.members[lost]
    first, others = _rival_rows()
    number, at = _spread(first, members)
    texts, others = texts[number], others[at]
    made_up = theirs.meant[texts, others] > 0
    texts, others = texts[made_up], others[made_up]
    mask: Mask = here.words.are_dotted | there.words.are_dotted
    mask[texts[ours.meant[texts, others] != _SURELY]] = True
    return mask


@cache
def _rival_rows() -> tuple[IntArray, IntArray]:
    """The rivals of all members, and where those of each begin."""
    rows = [list(_members_of(bits)) for bits in rivals()]
    return np.append(0, np.cumsum(list(map(len, rows)))), np.array([n for row in rows for n in row], dtype=np.int64)


@cache
def telling_words(lang: str) -> frozenset[str]:
    """The words without one of which a text of a language means no member."""
    return _phrase_heads(lang).union(word for word, (sure, _) in meanings(lang).items() if sure)


@cache
def _phrase_heads(lang: str) -> frozenset[str]:
    return frozenset(_phrases(lang))


def may_mean(text: str, lang: str) -> int:
    """Bits of the members that words of a text may mean."""
    known, may = meanings(lang), 0
    words = pieces_of(text, lang)
    for word in words & known.keys():
        may |= known[word][1]
    for _, maybe in _phrases_in(text, words, lang):
        may |= maybe
    return may


def first_place(text: str, lang: str, member: int) -> Span:
    """Where the first word of a text stands that means a member, given as a bit."""
    known = meanings(lang)
    if lang in SIGNS:
        signs = (sign for sign in pieces_of(text, lang) if known.get(sign, (0, 0))[0] & member)
        return min((text.index(sign), text.index(sign) + len(sign)) for sign in signs)
    for word, start, end in places(text):
        if known.get(word.lower(), (0, 0))[0] & member:
            return start, end
    phrases = (re.escape(whole) for some in _phrases(lang).values() for whole, bits, _ in some if bits & member)
    found = (re.search(phrase, text, re.IGNORECASE) for phrase in phrases)
    return min((match.span() for match in found if match), default=(0, len(text)))


@cache
def denying() -> int:
    """Bits of the members that deny by themselves."""
    return sum(1 << _MEMBERS.index(member) for member in DENYING)


@cache
def rivals() -> tuple[int, ...]:
    """For each member the bits of those that may not stand for it."""
    index: Mapping[object, int] = {member: n for n, member in enumerate(MEMBERS)}
    return tuple(sum(1 << index[other] for other in OTHERS[member]) for member in MEMBERS)
