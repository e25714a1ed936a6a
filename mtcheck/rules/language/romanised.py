"""Words of the source that are only spelled in Latin letters (LNG007), whatever the script of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from anyascii import anyascii

from mtcheck.rules.language._arabic_words import spelled_arabic
from mtcheck.rules.language._endings import is_inflected
from mtcheck.rules.language._loans import ARABIC_LOANS
from mtcheck.rules.text import Span, occurs, word_set
from mtcheck.rules.words.lexicon import ranks, words
from mtcheck.rules.words.lists import words_of
from mtcheck.rules.words.spelling import Letters, spelling
from mtcheck.rules.words.tables import FUNCTION_WORDS
from mtcheck.rules.words.tokens import starts_of, strangers, tokens_of
from mtcheck.rules.words.views import kept

#: Letters of a token, and letters that it must share with a word of the source.
_SHORTEST, _SHARED, _SHARE = 5, 4, 0.55
#: Letters that may differ at the end: another form of the word.
_ENDING = 3
#: Bits a letter by which a word must look more like the source language, romanised, than like English; 0 will do for
#: one with an ending of the source's cases. Cognates of
#: TICO-19 (`peptide`, `virion`) lie below 0, transliterated words of our own lists mostly above 0.3.
_FOREIGN_BITS = 0.3
#: Plural cases of derived nouns and adjectives, which no borrowed word ends in: `балкам`, `лотками`, `жителям`.
_DERIVED_ENDINGS = tuple(word_set("кам ками ках камі кым ким кими кіх телям телями телях ностям ностями ничам щикам"))
#: What transliteration writes and English does not.
_SIGNS = re.compile(r"zh|shch|kh|[aeou]ye|ya|yu|yi|yk|yy|iy\Z|[aeo]go\Z|ykh")
#: Bits a letter from which a consonant skeleton that fits is no English word.
_UNLIKE_ENGLISH = 3.3
_VOWELS = re.compile("[aeiouyw'’]+")
_CYRILLIC_GREEK = frozenset(("ru", "uk", "be", "bg", "mk", "sr", "el"))
_CONSONANTS = frozenset(("ar", "fa", "he", "ur"))
_CHINESE = frozenset(("zh", "yue"))
_KANA = re.compile(r"[\u3041-\u3096]{3,}|[\u30a1-\u30fa\u30fc]{3,}")
_HAN = re.compile(r"[\u3400-\u9fff]{2,}")
_LONGEST_SYLLABLE = 6  # `zhuang`
#: What English has borrowed, or what is explained where it stands.
_BORROWED = word_set(
    "banya matryoshka kolkhoz sovkhoz samizdat oblast raion kvass pelmeni borscht bliny blini dacha babushka"
    " troika samovar ushanka valenki perestroika glasnost nomenklatura siloviki apparatchik zemstvo volost"
    " guberniya duma izba sarafan kokoshnik balalaika bayan gusli taiga tundra polynya vyshyvanka varenyky hryvnia"
    " kobza bandura hopak maidan hromada trembita pysanka kutia salo horilka kozak starosta sotnia hetman cheburek"
    " shashlik plov kumis motanka motankas krai okrug rayon uezd posad kremlin verst versts rouble kopeck tsar"
    " boyar streltsy oprichnina opolchenie hutong hutongs guanxi taiji qigong kungfu fengshui erhu guzheng pipa"
    " baijiu huangjiu wuxia hanfu qipao jiaozi baozi mantou tanghulu zongzi tangyuan xiangqi weiqi renminbi hukou"
    " danwei suona xiangsheng pinyin putonghua siheyuan ramen sushi sashimi tempura udon soba miso sake tofu"
    " kimono yukata haiku manga anime karaoke onsen ryokan izakaya tatami futon origami ikebana bonsai sumo judo"
    " karate kendo aikido ninja samurai shogun geisha sensei kawaii otaku rushnyk rushnyks"
)


def romanised_words(text: str, source: str, lang: str, source_lang: str) -> Iterator[Span]:
    """Spans of words in small letters, unknown in the target, that spell out words of the source."""
    if source_lang == "ar" and (known := words_of(lang)) is not None:
        for start, end in spelled_arabic(text, source, known):
            if not is_explained(text, start, end) and not occurs(text[start:end], source):
                yield start, end
    tokens = tokens_of(text)
    unknown = [n for n in strangers(text, lang) if may_be_romanised(tokens[n])]
    if not unknown:
        return
    at = starts_of(text)
    for n in unknown:
        start, end = at[n], at[n] + len(tokens[n])
        if is_joined(text, start, end) or occurs(tokens[n], source):
            continue
        if is_explained(text, start, end):
            continue
        if source_lang in _CHINESE:
            joined = n + 1 < len(tokens) and text[end : end + 1] == " " and tokens[n + 1].islower()
            if joined and _is_pinyin(tokens[n] + tokens[n + 1], source):
                yield start, at[n + 1] + len(tokens[n + 1])
            elif _is_pinyin(tokens[n], source):
                yield start, end
        elif len(tokens[n]) >= _SHORTEST and (
            _spells(tokens[n], source, source_lang, lang)
            or (_is_framed(text, tokens, n, end) and _is_same_form(tokens[n], source, source_lang, lang))
        ):
            yield start, end


_JOINTS = tuple("-‑./_@'’&")


def is_joined(text: str, start: int, end: int) -> bool:
    """Whether a mark ties the word to what stands before or behind it."""
    tied = text[end : end + 1] in _JOINTS and text[end + 1 : end + 2].isalnum()
    return tied or text[start - 1 : start] in _JOINTS


#: What introduces a foreign term, and what explains one.
_INTRODUCED = re.compile(r"(?:\b(?:known as|called|named|termed|term|word|or|means)\s(?:an?\s|the\s)?|[(“‘\"'*_])\Z")
_EXPLAINED = re.compile(r"s?[”’\"'*_]?(?:\s?\(|,\s(?:or|an?|the|that is|which|i\.e\.)\s|\s[—–-]\s(?:an?|the)\s)")


def is_explained(text: str, start: int, end: int) -> bool:
    """Whether the word is kept as a term: `the nasleg, or rural district`."""
    return bool(_EXPLAINED.match(text, end)) or bool(_INTRODUCED.search(text[max(0, start - 20) : start]))


def may_be_romanised(token: str) -> bool:
    """Whether a token may be a word spelled in Latin letters: small ones throughout, and no known loan."""
    return (
        token.isascii()
        and token.islower()
        and token.isalpha()
        and len(token) >= 4
        and token not in _BORROWED
        and token not in ARABIC_LOANS
    )


def _spells(token: str, source: str, source_lang: str, lang: str) -> bool:
    if source_lang == "ja":
        return _short(token) in _kana_readings(source)
    if source_lang in _CONSONANTS:
        return _has_bones(token, source, lang)
    if source_lang not in _CYRILLIC_GREEK:
        return False
    bones = skeleton(token)
    if not any(_is_form(bones, other) for other in _by_beginning(source).get(bones[:_SHARED], ())):
        return False
    if _SIGNS.search(token) is not None or (bits := foreign_bits(token, source_lang, lang)) >= _FOREIGN_BITS:
        return True
    return bits >= 0 and any(
        word.endswith(_DERIVED_ENDINGS) or is_inflected(word.lower(), source_lang, shortest=2)
        for word in _by_skeleton(source).get(bones, ())
    )


@kept
def _by_skeleton(source: str) -> dict[str, set[str]]:
    """The words of a text in small letters, and its first, by their skeletons."""
    found: dict[str, set[str]] = {}
    for n, word in enumerate(words(source)):
        if word.islower() or not n:
            found.setdefault(romanised_skeleton(word), set()).add(word)
    return found


@kept
def _by_beginning(source: str) -> dict[str, list[str]]:
    """The skeletons of `_by_skeleton` by the letters that another form of the word shares at least."""
    found: dict[str, list[str]] = {}
    for bones in _by_skeleton(source):
        found.setdefault(bones[:_SHARED], []).append(bones)
    return found


_DOUBLED = re.compile(r"([bdfgklmnprtvz])\1")


def is_spelled_anew(token: str, source: str) -> bool:
    """Whether a word doubles a letter that a Cyrillic source does not, so that it is no spelling of it: `vanillin`."""
    doubled = _DOUBLED.findall(token)
    return bool(doubled) and not any(occurs(2 * letter, _in_ascii(source)) for letter in doubled)


@kept
def _in_ascii(source: str) -> str:
    return anyascii(source).lower()


#: Bits a letter that an English word of these letters would cost, and by which it may look English after all, where a
#: short word that ends a phrase has the letters of one of the source in the same form: `a tulup and`.
_ODD_BITS, _ENGLISH_BITS, _LONGEST_FORM = 4.0, -0.7, 8


def _is_framed(text: str, tokens: Sequence[str], n: int, end: int) -> bool:
    """Whether a small word stands before the token, and a function word or the end of its clause behind it."""
    if n == 0 or not tokens[n - 1].islower():
        return False
    if text[end : end + 1] != " ":
        return not text[end : end + 1].isalnum()
    return n + 1 < len(tokens) and tokens[n + 1] in FUNCTION_WORDS["en"]


def _is_same_form(token: str, source: str, source_lang: str, lang: str) -> bool:
    letters = spelling(lang)
    if source_lang not in _CYRILLIC_GREEK or lang != "en" or letters is None or len(token) > _LONGEST_FORM:
        return False
    bones = skeleton(token)
    if not any(word.islower() for word in _by_skeleton(source).get(bones, ())):
        return False
    odd = letters.letters(token) >= _ODD_BITS * (len(token) + 1)
    return odd and foreign_bits(token, source_lang, lang) >= _ENGLISH_BITS


@lru_cache(maxsize=4096)
def romanised_skeleton(word: str) -> str:
    """`skeleton` of a word in whatever alphabet."""
    return skeleton(anyascii(word))


def _is_form(one: str, other: str) -> bool:
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    longest = max(len(one), len(other))
    return shared >= _SHARED and longest - shared <= _ENDING and shared >= _SHARE * longest


def foreign_bits(token: str, source_lang: str, lang: str) -> float:
    """Bits a letter by which the skeleton of a word looks more like the source's language than like the target's."""
    there, here = _skeletons(source_lang), _skeletons(lang)
    bones = skeleton(token)
    return (here.letters(bones) - there.letters(bones)) / (len(bones) + 1)


@lru_cache(maxsize=4)
def _skeletons(lang: str) -> Letters:
    """The words of a language in Latin letters."""
    return Letters(dict.fromkeys(skeleton(anyascii(word)) for word in ranks(lang)))


def _has_bones(token: str, source: str, lang: str) -> bool:
    """Whether a word of a source without vowels has the consonants of the token."""
    letters, bones = spelling(lang), _consonants(token)
    if letters is None or len(bones) < _SHARED or letters.letters(token) < _UNLIKE_ENGLISH * (len(token) + 1):
        return False
    found = _all_bones(source)
    return bones in found or "l" + bones in found


@kept
def _all_bones(source: str) -> frozenset[str]:
    return frozenset(_consonants(anyascii(word).lower()) for word in words(source))


def _consonants(word: str) -> str:
    return _VOWELS.sub("", word)


@kept
def _kana_readings(source: str) -> frozenset[str]:
    """How each run of kana is read up to each of its letters from the third on: particles follow it (`きのこを`)."""
    runs = {match[0][:10] for match in _KANA.finditer(source)}
    return frozenset(_short(anyascii(kana[:n])) for kana in runs for n in range(3, len(kana) + 1))


def _short(romaji: str) -> str:
    """Without the signs of long vowels."""
    return re.sub(r"([aeiou])\1+", r"\1", romaji.lower().replace("-", ""))


def _is_pinyin(token: str, source: str) -> bool:
    """Whether two or more characters in a row of the source are read so."""
    known = _han_readings(source)
    return any(
        _reads(token, syllables)
        for letters in range(1, min(len(token), _LONGEST_SYLLABLE) + 1)
        for syllables in known.get(token[:letters], ())
    )


@kept
def _han_readings(source: str) -> dict[str, list[tuple[str, ...]]]:
    """The readings of all that is in a row of two to six characters somewhere, by the first of them."""
    rows = {run[0][first : first + 6] for run in _HAN.finditer(source) for first in range(len(run[0]) - 1)}
    found: dict[str, list[tuple[str, ...]]] = {}
    for syllables in {tuple(anyascii(char).lower() for char in row) for row in rows}:
        found.setdefault(syllables[0], []).append(syllables)
    return found


def _reads(token: str, syllables: tuple[str, ...]) -> bool:
    read = ""
    for n, syllable in enumerate(syllables, 1):
        read += syllable
        if read == token:
            return n >= 2
        if not token.startswith(read):
            return False
    return False


def skeleton(word: str) -> str:
    """Latin letters without the differences between romanisations."""
    word = word.lower().replace("'", "")
    for was, now in (
        ("kh", "h"),
        ("ya", "a"),
        ("ia", "a"),
        ("ja", "a"),
        ("yu", "u"),
        ("iu", "u"),
        ("yo", "o"),
        ("ye", "e"),
        ("ie", "e"),
        ("je", "e"),
    ):
        word = word.replace(was, now)
    word = word.replace("y", "i").replace("j", "i")
    return re.sub(r"(.)\1+", r"\1", word)
