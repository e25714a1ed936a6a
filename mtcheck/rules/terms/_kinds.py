# ruff: noqa: E501 (tables)
"""What is not weighed as a rendering of a term: spellings of one name, codes, verbs, adjectives and adverbs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from anyascii import anyascii
from rapidfuzz.distance import Indel

from mtcheck.inflection import fold
from mtcheck.rules.terms.links import Links
from mtcheck.rules.words.lexicon import ranks

#: Likeness of two capitalised wordings (0 to 1) from which on they are one name.
_ONE_NAME = 0.48
#: The same for several words, some of which may be translated.
_ONE_WORDING = 0.75
#: An abbreviation or a code: UAH, МВФ, UN.
_CODE = re.compile(r"[^\W\d_a-zа-яёіїєґß-öø-ÿ]{2,6}s?")

#: Endings of adjectives, participles, adverbs and verbs, in languages whose nouns seldom have them.
_NO_NOUN = {
    "ru": re.compile(
        r"(?:[ыжшщчкгхн]ий|ый|[ая]я|[нкгхтвлшжщрмбдпс][ое]е|ые|[кгхжшщч]ие|[оеё]го|[ое]му|[нвлткрмбдсзп]ым|[нвлткрмбдсзп]ых|[ыи]ми|ую|юю"
        r"|ть|т[иь]сь|ться|тся|[аеиуыя]л[аои]?|л[аои]?сь|лся|[аыия]вши|ностью|[аеиоуы]в[аа]?ть)$"
    ),
    "uk": re.compile(
        r"(?:ий|[кнтвлршжщ]а[яє]|ого|ому|[нтвлкршжщ]их|[иі]ми|ої|ти|тися|[аиіуя]л[аои]|лася|лося|лися|вся|[еиую]ть|[еиую]ться|ться|ано|ено)$"
    ),
    "pl": re.compile(r"(?:ego|emu|ych|ymi|ować|[aiy]ć|uje|ują|ając|ano|ono|śmy|[aiy]ł[aoy]?|[aiy]li)$"),
}  # fmt: skip
#: Nouns that look as if they were none, by their endings.
_BUT_NOUNS = {
    "ru": re.compile(r"(?:арий|ерий|орий|[аеуи]ний|журнал|канал|материал|персонал|капитал|сигнал|вокзал|скандал|финал|филиал|арсенал|интервал|потенциал|ритуал|сериал|портал|металл|зал|дела|дело|тело|тела|село|сила|школа|правила|правило|стекло|масло|число|мыло|пила|игла|скала|стрела|пчела|осла|козла|котла|угла|узла|посла|рыбами|людьми|людми|деньгами|[аяь]ми|сеть|часть|власть|область|печать|площадь|память|смерть|кровать|скатерть|нефть|кисть|месть|весть|честь|кость|гость|ость|ять|путь|зять|рать|тетрадь|мать|плеть|четверть|треть)$"),
    "uk": re.compile(r"(?:прапори|збори|[аяь]ми|діти|квіти|справа)$"),
}  # fmt: skip


def are_one_name(before: Links, now: Links, here: Sequence[int], first: Sequence[int], second: Sequence[int]) -> bool:
    """Whether two renderings, all of them, are a name that is spelt in two ways."""
    if before.langs[0] == "de" and max(len(here), len(first), len(second)) > 1:
        return False
    words = [before.source[n][0] for n in here], [before.word(k) for k in first], [now.word(k) for k in second]
    if any(word[0].islower() for side in words for word in side):
        return False
    one, two = (anyascii("".join(side)).lower() for side in words[1:])
    several = max(map(len, words)) > 1
    return Indel.normalized_similarity(one, two) >= (_ONE_WORDING if several else _ONE_NAME)


def is_no_term(links: Links, term: Sequence[int], run: Sequence[int]) -> bool:
    """Whether what renders a term is a code, another word of the source that was kept, or a word that names nothing."""
    words, lang = [links.word(k) for k in run], links.langs[1]
    others = {word for n, (word, _, _) in enumerate(links.source) if n not in term}
    if any(_CODE.fullmatch(word) or (word in others and word[0].isupper()) for word in words):
        return True
    if len(term) > 1 or lang not in _NO_NOUN or any(word[0].isupper() for word in words[links.span(run)[0] == 0 :]):
        return False
    return all(_is_no_noun(word, lang) for word in words)


def _is_no_noun(word: str, lang: str) -> bool:
    """Whether a word looks like an adjective, an adverb or a verb by its ending, and the forms that a list has."""
    word = fold(word)
    if lang in _BUT_NOUNS and _BUT_NOUNS[lang].search(word):
        return False
    if _NO_NOUN[lang].search(word):
        return True
    return lang == "ru" and not _siblings(word).isdisjoint(ranks(lang))


def _siblings(word: str) -> set[str]:
    """Forms that a Russian word has beside it if it is an adjective or adverb, or a verb in the present."""
    if word.endswith(("ой", "ей")):
        return {word[:-2] + ending for ending in ("ый", "ого", "ые", "ых", "ому")}
    if word.endswith("о"):
        return {word[:-1] + ending for ending in ("ый", "ые", "ого", "ых")}
    if word.endswith(("ем", "им")):
        return {word[:-1] + "т", word[:-1] + "шь"}
    if word.endswith(("ет", "ит", "ют", "ят", "ут", "ат")):
        return {word[:-1] + "ть", word[:-1] + "л", word[:-2] + "ить", word[:-2] + "ать", word[:-2] + "еть"}
    return set()
