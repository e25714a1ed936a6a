"""Forms of one word: stems for looking terms up, and a wider likeness for telling that a translation is there.

Snowball's stemmers (Porter 2001, "Snowball: A language for stemming algorithms") where a language has one. Elsewhere
two words are forms of one where they begin alike and only short endings differ.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from mtcheck.scripts import UNSPACED

_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french",
    "ga": "irish", "hi": "hindi", "hr": "serbian", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "no": "norwegian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sk": "czech", "sr": "serbian",
    "sv": "swedish", "ta": "tamil", "tr": "turkish", "bs": "serbian", "nn": "norwegian", "ms": "indonesian",
}  # fmt: skip

#: Signs inside words that are no letters for `\w`: vowel signs of India's scripts, vowel points, joiners.
_SIGNS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0970-\u0dff\u200c\u200d"
TOKEN = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}](?:[^\W_{UNSPACED}]|[{_SIGNS}])*")

#: Languages whose stems change inside: a vowel comes and goes before the last consonant (`рынок`, `рынка`).
_SLAVIC = frozenset(("ru", "uk", "be", "bg", "mk", "sr", "hr", "bs", "sl", "pl", "cs", "sk"))
#: Languages that write compounds as one word: a term may stand inside another word.
_COMPOUNDING = frozenset(("de", "nl", "sv", "da", "no", "nb", "nn", "fi", "hu", "et", "is", "ko", "el"))
#: Languages that string endings together, so that a form may be much longer than its stem.
_AGGLUTINATING = frozenset(("fi", "hu", "tr", "et", "eu", "ta", "hy"))
_PREFIXES = {"he": re.compile("[ובכלמשה]{1,3}"), "ar": re.compile("[وف]?(?:[بك]?ال|لل|[بلك])?")}
_AR_ARTICLE = re.compile("^ال")
_AR_ENDINGS = frozenset(("", "ه", "ها", "هم", "هما", "هن", "ك", "كم", "نا", "ي", "ا", "ات", "ان", "ين", "ون", "ية"))
_KO_PARTICLES = re.compile(
    "(?:들)?(?:은|는|이|가|을|를|의|에|에서|에게|께|로|으로|와|과|도|만|까지|부터|보다|처럼|같이|마다|조차|밖에|이나|나|이며|며|이고|고|이란|란"
    "|이라는|라는|이라고|라고|인|이다|에는|에도|에만|에서는|에서도|에게서|으로는|로는|으로서|로서|으로부터|로부터|와의|과의|와는|과는)?"
)
#: What English adds to a word; Snowball's stemmer takes off the endings of derived words as well (`Icelandic`).
_EN_ENDINGS = re.compile("[a-z]?(?:ing|ed)|e?s|d|ies|ied|y|e|")
_ROMANCE = frozenset(("fr", "es", "it", "pt", "ca", "ro"))
_INFINITIVE = re.compile(".*(?:[aeiâ]r[e]?|re|oir)")
#: What Romance languages add to a noun or adjective; a verb's endings count only for a glossary's verb.
_NOUN_ENDINGS = re.compile("[aeiouáàâéèóúíãõ]{0,2}[smlx]?|[eo]s|lor|lui|ului|uri|aux")
_UMLAUTS = str.maketrans("äöü", "aou")
_FLEETING = re.compile(r"([^аеёиоуыэюяєіїaeiouyąęěů])[оеёєіeě]([^аеёиоуыэюяєіїaeiouyąęěů])ь?$")
_VOWELS = re.compile(r"[аеёиоуыэюяєіїьйъaeiouyáéíóúýąęěůj]+")
#: A form differs from its term in so many last letters at most.
_ENDING = 4
#: Terms are kept by the first letters of their stems, at most so many.
_KEY = 4


def tokens(text: str) -> list[tuple[int, int, str]]:
    """(start, end, text) of the words, and of every character of scripts without spaces.

    >>> [token for _, _, token in tokens("e-mail, 東京 2020")]
    ['e', 'mail', '東', '京', '2020']
    """
    return [(match.start(), match.end(), match.group()) for match in TOKEN.finditer(text)]


_AT_WILL = re.compile("[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u093c\u200c\u200d]")


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """Lower case, `ё` as `е`, without what is written or left out at will (vowel points, nukta, joiners)."""
    word = word.casefold()
    if word.isascii():
        return word
    if "\u0370" <= word[0] <= "\u03ff":
        return _bare(word)
    return _AT_WILL.sub("", unicodedata.normalize("NFKC", word).replace("ё", "е"))


@cache
def _stemmer(lang: str) -> Any:
    name = _STEMMERS.get(lang)
    if name is None:
        return None
    import snowballstemmer

    return snowballstemmer.stemmer(name)


@lru_cache(maxsize=8192)
def stem(word: str, lang: str) -> str:
    """What forms of the folded `word` have in common; without a stemmer the word less two letters, at least three."""
    stemmer = _stemmer(lang)
    if stemmer is not None:
        return str(stemmer.stemWord(word)) or word
    return word if _is_hangul(word) or lang in _PREFIXES else word[: max(3, len(word) - 2)]


def _stems(term: str, lang: str) -> tuple[str, ...]:
    """The stem of a term, and another one where a vowel comes and goes.

    >>> _stems("рынок", "ru"), _stems("market", "en")
    (('рынок', 'рынк'), ('market',))
    """
    found = [stem(term, lang)]
    if lang in _SLAVIC and len(term) >= 4 and _FLEETING.search(term):
        found.append(stem(_FLEETING.sub(r"\1\2", term) + ("а" if term[0] >= "\u0400" else "a"), lang))
    return tuple(dict.fromkeys(found))


def root(word: str, lang: str) -> str:
    """What forms of the folded `word` have in common, a vowel that comes and goes left out.

    >>> root("рынок", "ru"), root("рынка", "ru")
    ('рынк', 'рынк')
    """
    found = stem(word, lang)
    return _FLEETING.sub(r"\1\2", found) if lang in _SLAVIC and len(found) >= 4 else found


def keys_of_term(term: str, lang: str) -> set[str]:
    """The keys under which a folded word of a glossary is to be kept: each of its forms has one of them."""
    stems = (term, _AR_ARTICLE.sub("", term)) if lang in _PREFIXES else _stems(term, lang)
    return {one.translate(_UMLAUTS)[:_KEY] for one in stems}


@lru_cache(maxsize=8192)
def keys_of_word(word: str, lang: str) -> frozenset[str]:
    """The keys under which a term may be kept that the folded `word` of a text is a form of."""
    if len(word) == 1:
        return frozenset((word,))
    words = _without_prefixes(word, lang) if lang in _PREFIXES else (word,)
    return frozenset(one.translate(_UMLAUTS)[:n] for one in words for n in range(1, _KEY + 1))


@lru_cache(maxsize=8192)
def is_form(word: str, term: str, lang: str) -> bool:
    """Whether the folded `word` is a form of the folded `term`: the narrow sense, for finding a term in a text.

    >>> is_form("рынка", "рынок", "ru"), is_form("care", "car", "en"), is_form("країни", "країна", "uk")
    (True, False, True)
    """
    if word == term:
        return True
    if _is_hangul(word):
        return word.startswith(term) and _KO_PARTICLES.fullmatch(word, len(term)) is not None
    if lang == "ar":
        return any(_is_arabic_form(one, term) for one in _without_prefixes(word, lang))
    if lang == "he":
        return any(one == term or _ends_otherwise(one, term, 2) for one in _without_prefixes(word, lang))
    if _stemmer(lang) is None:
        return _ends_otherwise(word, term, 3)
    if lang == "en":
        return stem(word, lang) == stem(term, lang) and _end(word, term, _EN_ENDINGS)
    if word.startswith(term) and len(term) >= 4 and len(word) - len(term) <= (4 if lang in _AGGLUTINATING else 2):
        return True
    shared = stem(word, lang)
    if len(shared) < 3 or shared not in _stems(term, lang):
        return False
    if lang in _ROMANCE and not _INFINITIVE.fullmatch(term):
        return _end(word, term, _NOUN_ENDINGS)
    most = _ENDING if len(shared) > 3 else 2
    return lang in _AGGLUTINATING or max(len(word), len(term)) - len(shared) <= most


@lru_cache(maxsize=8192)
def is_akin(word: str, term: str, lang: str) -> bool:
    """Whether the folded `word` may stand for the folded `term`: the wide sense, for not crying wolf.

    Besides forms: compounds, derivations with one beginning (`Kommission`, `Kommissions-`), stems that change inside.
    """
    if is_form(word, term, lang):
        return True
    word, term = _bare(word), _bare(term)
    if lang in _COMPOUNDING and len(term) >= 4 and (term in word or _root(term, lang, 4) in word):
        return True
    shared = _shared(word, term)
    if shared >= 3 and (shared >= 0.55 * max(len(word), len(term)) or word.startswith(_root(term, lang, 3))):
        return True
    if lang in _SLAVIC and word[0] == term[0]:
        one, two = sorted((_bones(stem(word, lang)), _bones(stem(term, lang))), key=len)
        return len(one) >= 1 and two.startswith(one) and len(two) <= len(one) + 1
    if lang in ("he", "ar", "fa"):
        return len(term) >= 3 and (term in word or stem(word, lang) == stem(term, lang))
    return False


def _ends_otherwise(word: str, term: str, most: int) -> bool:
    """Whether two words begin alike and end in at most so many other letters each."""
    shared = _shared(word, term)
    return shared >= 3 and max(len(word), len(term)) - shared <= most and shared >= len(term) - 2


def _end(word: str, term: str, endings: re.Pattern[str]) -> bool:
    """Whether what two words do not share are endings."""
    shared = _shared(word, term)
    return all(endings.fullmatch(one, shared) for one in (word, term))


def _is_arabic_form(word: str, term: str) -> bool:
    term = _AR_ARTICLE.sub("", term)
    if word.startswith(term) and word[len(term) :] in _AR_ENDINGS:
        return True
    return term.endswith("ة") and word.startswith(f"{term[:-1]}ت") and word[len(term) :] in _AR_ENDINGS


@lru_cache(maxsize=8192)
def _without_prefixes(word: str, lang: str) -> tuple[str, ...]:
    """The word, and without the conjunctions, prepositions and articles that Arabic and Hebrew write before it."""
    longest = _PREFIXES[lang].match(word)
    n = longest.end() if longest else 0
    return tuple(word[at:] for at in range(min(n, max(len(word) - 2, 0)) + 1))


def _root(term: str, lang: str, shortest: int) -> str:
    """The stem of a term where it is long enough to tell, else the term."""
    root = stem(term, lang)
    return root if len(root) >= shortest else term


def _bare(word: str) -> str:
    """Latin and Greek letters without their accents, which capitals and careless writers leave out."""
    if word.isascii() or not "\u00c0" <= max(word) <= "\u03ff":
        return word
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))


def _bones(word: str) -> str:
    return _VOWELS.sub("", word[1:])


def _shared(a: str, b: str) -> int:
    n = 0
    for one, two in zip(a, b, strict=False):
        if one != two:
            break
        n += 1
    return n


def _is_hangul(word: str) -> bool:
    return "\uac00" <= word[:1] <= "\ud7a3"
