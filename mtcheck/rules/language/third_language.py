"""Words of a third language."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.language._elsewhere import may_be_elsewhere, words_from_elsewhere
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit
from mtcheck.rules.words.lexicon import languages_of


@rule(
    "LNG010",
    "third-language-words",
    category="accuracy/untranslated",
    severity=Severity.MINOR,
    message="“{text}” is neither of the source nor of this language{detail}.",
    needs_source=False,
    gate=lambda facts: facts.have_strange(lambda word: may_be_elsewhere(word, facts.langs[1])),
)
def third_language_words(pair: Pair) -> Iterator[Hit]:
    """A common word of a third language stands in the target.

    Why: the text was translated by way of another language, or the engine slipped into one.
    Flags: ru "однако там дороже" / en "jedoch they cost more there"
    Flags: en "It takes roughly two hours." / de "Es dauert ongeveer zwei Stunden."
    Passes: de "Es war gestern." / en "It was gestern." (LNG002), en "He works at the Casa del Sol."
    Limits: needs the word list of the target's language; only the 2,000 most frequent words of the others, in small
        letters, and none that the source has, that stands beside a capital, in brackets or in quotation marks.
    """
    source, target = languages_of(pair)
    for start, end, lang in words_from_elsewhere(pair.target, pair.source, target, source):
        yield hit(start, end, f": it is “{lang}”" if lang else "")
