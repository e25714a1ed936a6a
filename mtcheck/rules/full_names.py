"""Full names of which one half is the source's and the other is not."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules._altered_names import other_alphabets
from mtcheck.rules._cyrillic_names import other_half_by_ear
from mtcheck.rules._facts import CAPITAL, SCRIPTS
from mtcheck.rules._latin_names import LATIN, other_half
from mtcheck.rules._lexicon import languages_of
from mtcheck.rules._text import hit
from mtcheck.rules.registry import rule

_LONGEST = 2_000


@rule(
    "FUL001",
    "half-of-name-changed",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="One half of the full name is another: {detail}.",
    gate=lambda facts: (facts.langs[1] == "" or LATIN.issuperset(facts.langs)) and facts.target.any(CAPITAL),
)
def half_of_name_changed(pair: Pair) -> Iterator[Hit]:
    """One half of a full name is copied, and the other is another name.

    Why: Karin Vogt and Karin Voigt are two persons, and readers who know one of them see it at once.
    Flags: de "Bürgermeisterin Karin Vogt" / en "Mayor Karin Voigt"
    Flags: pl "Ryszard Pękala" / en "Richard Pękala"
    Flags: it "l’assessora Fiorenza Paladini" / en "councillor Florence Paladini"
    Passes: de "Boris Jelzin" / en "Boris Yeltsin"
    Passes: pl "Annie Nowakowej" / en "Anna Nowak"
    Limits: languages in Latin letters that copy names, Polish, Czech, Slovak and Turkish; spellings that romanisations
        explain are one name. Titles, places and what the word lists have as common words are left alone.
    """
    source, target = languages_of(pair)
    if source == target or not {source, target} <= LATIN or not pair.source or len(pair.source) > _LONGEST:
        return
    for (start, end), was in other_half(pair, source, target):
        yield hit(start, end, f"“{pair.target[start:end]}” for “{was}”", suggestion=was)


@rule(
    "FUL002",
    "half-of-name-changed-by-ear",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="One half of the full name is another: {detail}.",
    gate=lambda facts: (
        (facts.langs[1] == "" or other_alphabets(*facts.langs))
        & facts.target.any(CAPITAL)
        & facts.source.any(SCRIPTS["Cyrl"] | SCRIPTS["Latn"])
    ),
)
def half_of_name_changed_by_ear(pair: Pair) -> Iterator[Hit]:
    """One half of a full name is the source's in the other alphabet, and the other half is another name.

    Why: Anna and Alla Krylova are two persons.
    Flags: ru "говорит Анна Крылова" / en "says Alla Krylova"
    Flags: ru "директор Виктор Лаптев" / en "director Viktor Lavrov"
    Flags: en "said Tom Beckett" / ru "сказал Тим Беккет"
    Passes: ru "Ольги Синицыной" / en "Olga Sinitsyna"
    Passes: ru "Пётр Громов" / en "Peter Gromov"
    Limits: Cyrillic and Latin letters; Slavic names by the letters of every usual standard, others by their consonants;
        what the word lists have as common words is left alone, and so are given names in their English form.
    """
    source, target = languages_of(pair)
    if source == target or not other_alphabets(source, target) or not 0 < len(pair.source) <= _LONGEST:
        return
    for (start, end), was in other_half_by_ear(pair, source, target):
        yield hit(start, end, f"“{pair.target[start:end]}” for “{was}”")
