"""A few rules of English grammar that small language models miss, each over tags of words: tags -> faults.

Number of determiner and noun, and of subject and verb past what stands between them; reflexives and their antecedent;
"ever" without a licensor; "there is every"; "no ... at least". A rule fires only where its words are known for what
they are, so it misses much and seldom errs: sure faults are found in 3, likely ones in 3 of 12,010 sentences of human
text held out. Which words are nouns, verbs or names is counted by `training.fluency.grammar`, a table by word id.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Tags = npt.NDArray[np.uint32]
Bools = npt.NDArray[np.bool_]

(
    DET_SINGULAR, DET_PLURAL, SINGULAR, PLURAL, ADJECTIVE, AUX_SINGULAR, AUX_PLURAL, AUX, VERB_S, VERB, VERB_BASE,
    PREPOSITION, RELATIVE, REFLEXIVE, EVER, LICENSOR, THERE, STRONG, NO, MALE, FEMALE, PRONOUN, NAME, ADVERB, MARK,
    QUESTION, AND, QUANTITY, CLOSED, AT, SUPERLATIVE, SINCE,
) = (1 << i for i in range(32))  # fmt: skip
FINITE_AUX = AUX_SINGULAR | AUX_PLURAL | AUX
VERBAL = FINITE_AUX | VERB | VERB_S | VERB_BASE
_NOUN = SINGULAR | PLURAL
_PERSON = MALE | FEMALE
_STOP = MARK | QUESTION
_AFTER_NOUN = CLOSED | MARK | QUESTION | PREPOSITION | FINITE_AUX | RELATIVE | AND
_LONGEST_SUBJECT = 14
_REACH = 60  # words looked at on either side, at most


class Faults(NamedTuple):
    """(n_positions,) bool each: words that break a rule, surely or likely."""

    sure: Bools
    likely: Bools


def faults(tags: Tags, position: npt.NDArray[np.int64], letters: Bools, capital: Bools) -> Faults:
    """The words at fault in a flat batch whose sequences start where `position` is 0 (and end in one more mark).

    `letters` says which are words, `capital` which are written with a capital letter.
    """
    sure, likely = _numbers(tags), np.zeros(len(tags), dtype=np.bool_)
    starts = np.flatnonzero(position == 0)
    if not len(starts):
        return Faults(sure, likely)
    ends = np.append(starts[1:], len(tags))
    within = np.bitwise_or.reduceat(tags, starts)
    asked = (within & np.uint32(REFLEXIVE | EVER)) != 0
    asked |= ((within & np.uint32(THERE)) != 0) & ((within & np.uint32(STRONG)) != 0)
    asked |= ((within & np.uint32(NO)) != 0) & ((within & np.uint32(SUPERLATIVE)) != 0)
    asked |= _distant(tags, starts, ends, within)
    for number in np.flatnonzero(asked).tolist():
        start, end = int(starts[number]), int(ends[number])
        row = tags[start:end].tolist()
        for at, certain in _sentence(row, letters[start:end], capital[start:end]):
            (sure if certain else likely)[start + at] = True
    return Faults(sure, likely)


def _has(tags: Tags, bits: int) -> Bools:
    found: Bools = (tags & np.uint32(bits)) != 0
    return found


def _numbers(tags: Tags) -> Bools:
    """Determiners whose noun, next or past one adjective, has the other number."""
    found = np.zeros(len(tags), dtype=np.bool_)
    for det, noun in ((DET_SINGULAR, PLURAL), (DET_PLURAL, SINGULAR)):
        at = np.flatnonzero(_has(tags, det))
        at = at[at < len(tags) - 3]
        noun_here = _has(tags, noun) & ~_has(tags, PRONOUN)
        near = noun_here[at + 1] & _has(tags[at + 2], _AFTER_NOUN)
        far = _has(tags[at + 1], ADJECTIVE) & noun_here[at + 2] & _has(tags[at + 3], _AFTER_NOUN)
        found[at[near | far]] = True
    return found


def _distant(tags: Tags, starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64], within: Tags) -> Bools:
    """Sentences that open with a noun of known number and more before its verb, and have a verb of the other one."""
    asked = np.zeros(len(starts), dtype=np.bool_)
    for place in (1, 2, 3):
        inside = starts + place + 1 < ends
        at = np.where(inside, starts + place, 0)
        head, after = tags[at], tags[np.minimum(at + 1, len(tags) - 1)]
        more = _has(after, PREPOSITION | RELATIVE) & inside
        asked |= more & _has(head, SINGULAR) & _has(within, AUX_PLURAL | VERB_BASE)
        asked |= more & _has(head, PLURAL) & _has(within, AUX_SINGULAR | VERB_S)
    return asked


def _sentence(row: list[int], letters: Bools, capital: Bools) -> Iterator[tuple[int, bool]]:
    subject = _subject(row)
    for i, tag in enumerate(row):
        if tag & REFLEXIVE:
            sure, likely = _reflexive(row, i, subject, letters, capital)
            if sure or likely:
                yield i, sure
        elif tag & EVER:
            sure, likely = _ever(row, i, subject, letters)
            if sure or likely:
                yield i, sure
        elif tag & THERE:
            found = _existential(row, i)
            if found:
                yield found, True
        elif tag & SUPERLATIVE and row[i - 1] & AT and _negated(row, i - 1):
            yield i, True
    if subject and subject.verb and _disagrees(row, subject):
        yield subject.verb, False


class Subject(NamedTuple):
    """Places of a sentence-initial noun, of the relative pronoun after it (0 for none), and of the main verb (or 0)."""

    head: int
    relative: int
    verb: int


def _subject(row: list[int]) -> Subject | None:
    """A noun at the sentence's start that a prepositional phrase or relative clause follows, and the verb past it."""
    head = next((i for i in range(1, min(4, len(row))) if row[i] & (_NOUN | NAME) and not row[i] & PRONOUN), 0)
    if not head or any(row[i] & (PREPOSITION | VERBAL | PRONOUN | RELATIVE) for i in range(1, head)):
        return None
    end = min(len(row), head + _LONGEST_SUBJECT)
    i = head + 1
    relative = 0
    while (
        i < end
        and not row[i] & RELATIVE
        and row[i] & (PREPOSITION | _NOUN | NAME | DET_SINGULAR | DET_PLURAL | ADJECTIVE | CLOSED)
    ):
        if row[i] & AND:
            return None
        i += 1
    if i >= end:
        return None
    if row[i] & RELATIVE:
        relative = i
        i = _after_clause(row, i + 1, end)
    finite = i < end and row[i] & VERBAL and not row[i - 1] & PREPOSITION
    return Subject(head, relative, i if finite else 0)


def _after_clause(row: list[int], i: int, end: int) -> int:
    """The first verb of the second group of verbs from `i` on; `end` if a mark or "and" comes before."""
    n_groups, inside = 0, False
    while i < end:
        tag = row[i]
        if tag & (_STOP | AND):
            return end
        verbal = bool(tag & VERBAL)
        if verbal and not inside:
            n_groups += 1
            if n_groups == 2 and tag & (FINITE_AUX | VERB_S | VERB_BASE | VERB):
                return i
        # "have ever seen" is one group, "that they buy ever fold" are two
        between = bool(tag & (ADVERB | LICENSOR)) and not (tag & EVER and not row[i - 1] & FINITE_AUX)
        inside = verbal or (inside and between)
        i += 1
    return end


def _disagrees(row: list[int], subject: Subject) -> bool:
    head, verb = row[subject.head], row[subject.verb]
    if head & QUANTITY or subject.verb == subject.head + 1:
        return False
    if head & SINGULAR:
        return bool(verb & (AUX_PLURAL | VERB_BASE)) and not verb & (VERB_S | AUX_SINGULAR)
    return bool(head & PLURAL and verb & (AUX_SINGULAR | VERB_S))


def _ever(row: list[int], i: int, subject: Subject | None, letters: Bools) -> tuple[bool, bool]:
    """No licensor at all before it; or none but in the subject's relative clause."""
    before, after = row[i - 1], row[min(i + 1, len(row) - 1)]
    if i == 1 or i + 1 == len(row) or not letters[i + 1]:
        return False, False
    # "ever since", "for ever", "an ever growing", "ever higher"
    if after & (SINCE | _STOP | ADJECTIVE) or before & (SINCE | _STOP | PREPOSITION | AND | CLOSED):
        return False, False
    if any(tag & QUESTION for tag in row[i : i + _REACH]) or row[1] & FINITE_AUX:
        return False, False
    licensors = [k for k in range(max(1, i - _REACH), i) if row[k] & LICENSOR]
    if not licensors:
        return True, False
    if subject and subject.relative and subject.verb and all(k > subject.relative for k in licensors):
        return False, max(licensors) < subject.verb and subject.verb - 1 <= i <= subject.verb + 2
    return False, False


def _existential(row: list[int], i: int) -> int:
    """The place of a determiner that "there is" does not take, or 0."""
    at = i + 1
    if at >= len(row) or not row[at] & FINITE_AUX:
        return 0
    while at < len(row) and row[at] & (FINITE_AUX | ADVERB):
        at += 1
    if at + 1 < len(row) and row[at] & STRONG and row[at + 1] & _NOUN and not row[at + 1] & QUANTITY:
        return at
    return 0


def _negated(row: list[int], i: int) -> bool:
    """Whether "no" with a noun opens the clause that ends at `i`."""
    k = i
    while k > max(0, i - _REACH) and not row[k] & _STOP:
        k -= 1
    return k + 2 < i and bool(row[k + 1] & NO) and any(tag & VERBAL for tag in row[k + 2 : i])


def _reflexive(row: list[int], i: int, subject: Subject | None, letters: Bools, capital: Bools) -> tuple[bool, bool]:
    """Whether no word before could be its antecedent; and whether its clause's subject cannot."""
    own = row[i]
    known = False
    fits = False
    for k in range(max(1, i - _REACH), i):
        answer = _agrees(row, k, own, letters, capital)
        known = known or answer is not None
        fits = fits or bool(answer)
    if known and not fits:
        return True, False
    if _agrees(row, i - 1, own, letters, capital):  # "the boat itself"
        return False, False
    nearest = _clause_subject(row, i, subject)
    after = subject.verb if subject and subject.verb and nearest == subject.head else nearest
    if any(_agrees(row, k, own, letters, capital) for k in range(after + 1, i)):  # "we teach people to help themselves"
        return False, False
    return False, bool(nearest) and _agrees(row, nearest, own, letters, capital) is False


def _agrees(row: list[int], k: int, own: int, letters: Bools, capital: Bools) -> bool | None:
    """Whether the word at `k` could be what a reflexive `own` refers to; None if it is no noun or pronoun."""
    tag = row[k]
    if tag == 0:
        # a word of no tag may be a noun, though after an auxiliary it is a verb
        unknown = bool(letters[k]) and (bool(capital[k]) or not row[k - 1] & FINITE_AUX)
        return True if unknown else None
    if tag & RELATIVE and not tag & REFLEXIVE:
        return None
    if tag & VERB and row[k - 1] & CLOSED and not row[k - 1] & PREPOSITION:  # "the prints", "this play"
        return True
    if tag & (AND | DET_PLURAL) and own & PLURAL:
        return True
    if not tag & (_NOUN | PRONOUN | NAME) or tag & REFLEXIVE:
        return None
    if own & _PERSON:
        return not tag & PLURAL and not tag & (_PERSON ^ (own & _PERSON)) and bool(tag & (SINGULAR | NAME | _PERSON))
    if own & PLURAL:
        return bool(tag & PLURAL) or (bool(tag & SINGULAR) and not tag & (_PERSON | PRONOUN))
    if own & SINGULAR:
        return bool(tag & SINGULAR) and not tag & _PERSON
    return True


def _clause_subject(row: list[int], i: int, subject: Subject | None) -> int:
    """The noun or pronoun whose verb the reflexive at `i` belongs to, or 0."""
    if subject and subject.relative and subject.verb and subject.verb < i:
        between = row[subject.verb + 1 : i]
        if not any(tag & (_NOUN | NAME | PRONOUN | RELATIVE) for tag in between):
            return subject.head
    for k in range(i - 1, max(0, i - _REACH), -1):
        tag = row[k]
        if tag & (_STOP | RELATIVE | AND) or tag == 0 or (tag & NAME and row[k + 1] & _NOUN):
            return 0
        if tag & (_NOUN | NAME | PRONOUN) and not tag & VERBAL and row[k + 1] & (VERBAL | ADVERB):
            first = k - 1
            while first > 0 and row[first] & (ADJECTIVE | DET_SINGULAR | DET_PLURAL | STRONG | NO | SINGULAR):
                first -= 1
            return 0 if row[first] & (PREPOSITION | AND) or _in_relative_clause(row, first) else k
    return 0


def _in_relative_clause(row: list[int], end: int) -> bool:
    """Whether a relative pronoun, or a "that" which is no conjunction, stands before `end`."""
    at = next((i for i in range(end, 0, -1) if row[i] & RELATIVE), 0)
    conjunction = row[at] & CLOSED and row[at + 1] & (_NOUN | NAME | PRONOUN | CLOSED | ADJECTIVE)
    return bool(at) and not conjunction
