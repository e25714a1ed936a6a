"""Chinese names and words in pinyin: a syllable that is another, names in pieces, words that were only transcribed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import filterfalse

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import CAPITAL, SCRIPTS
from mtcheck.rules.names._altered_names import has_full_name
from mtcheck.rules.names._capitalised import bare
from mtcheck.rules.names.name_words import is_derived
from mtcheck.rules.registry import rule
from mtcheck.rules.text import Span, hit, word_set
from mtcheck.rules.words.lexicon import KEPT_LENGTH, enclosed, languages_of, lowered, places, ranks
from mtcheck.rules.words.pinyin import COMPOUND, SURNAMES, agreements, cuts, places_of, readings

Word = tuple[str, int, int]


@rule(
    "HAN001",
    "pinyin-name-changed",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="The characters of the name read otherwise: {detail}.",
    gate=lambda facts: (facts.langs[0] in ("", "zh")) and facts.source.any(SCRIPTS["Hani"]) & facts.target.any(CAPITAL),
)
def pinyin_name_changed(pair: Pair) -> Iterator[Hit]:
    """A Chinese name in pinyin has a syllable that is not its character's, or is written in another order and system.

    Why: the reader cannot find the person, or takes the two spellings for two persons.
    Flags: zh "李建国说" / en "said Li Jianguang"
    Flags: zh "祝晓岚说" / en "Zhou Xiaolan said"
    Flags: zh "王秀兰笑着说" / en "Xiu Lan Wong said with a smile"
    Flags: zh "欧阳慧兰" / en "Ou Yang Huilan"
    Passes: zh "李建国" / en "Li Jianguo", "Jianguo Li"
    Passes: zh "李小龙" / en "Bruce Lee"
    Limits: names of three characters of which two agree, or of four with a surname of two of which three do, from
        Chinese into languages in Latin letters; readings without tones, several for characters that have several.
    """
    if languages_of(pair)[0] != "zh" or not pair.source or max(len(pair.source), len(pair.target)) > KEPT_LENGTH:
        return
    for group in _groups(pair.target):
        wrong = _other_name(group, pair.source) or _in_pieces(group, pair.source) or _of_compound(group, pair.source)
        if wrong:
            yield hit(group[0][1], group[-1][2], f"“{wrong}”")


def _groups(text: str) -> Iterator[list[Word]]:
    """Capitalised words in a row that may be pinyin, two or three of them."""
    if not has_full_name(text):
        return
    group: list[Word] = []
    for whose, start, _ in [*places(text), ("", 0, 0)]:
        own = bare(whose)
        word = own, start, start + len(own)
        joined = bool(group) and text[group[-1][2] : word[1]] in (" ", "-")
        if word[0][:1].isupper() and cuts(word[0]) and (joined or not group):
            group.append(word)
            continue
        if 2 <= len(group) <= 3:
            yield group
        group = [word] if word[0][:1].isupper() and cuts(word[0]) else []


def _other_name(group: Sequence[Word], source: str) -> str | None:
    """The characters of a name of three of which one reads otherwise; None where the name is there, or nothing near."""
    rows = [row for row in _readings_of(group) if len(row) == 3]
    orders = [(row[0], row[1:]) for row in rows] + [(row[2], row[:2]) for row in rows if len(group) == 2]
    for row in _readings_of(group):
        if places_of(row, source) or places_of((*row[-1:], *row[:-1]), source) or places_of((*row[1:], row[0]), source):
            return None
    for surname, given in orders:
        for at in range(len(source) - 2):
            agree = agreements((surname, *given), source, at)
            if sum(agree) != 2 or not all(map(readings, source[at : at + 3])):
                continue
            if source[at] in SURNAMES and (agree[0] or len(given) == 2):
                return source[at : at + 3]
    return None


def _of_compound(group: Sequence[Word], source: str) -> str | None:
    """The characters of a name with a surname of two of which the given name reads otherwise in one syllable."""
    known = [compound for compound in COMPOUND if compound in source]
    for row in _readings_of(group) if known else ():
        at = min((source.find(surname) for surname in known if _begins(row, surname)), default=-1)
        if at < 0 or not 3 <= len(row) <= 4:
            continue
        agree = agreements(row, source, at)
        if all(agree):
            return None
        name = source[at : at + len(row)]
        if len(row) == 4 and sum(agree) == 3 and all(map(readings, name)):
            return name
    return None


def _begins(row: Sequence[str], surname: str) -> bool:
    return len(row) > 2 and all(syllable in readings(char) for syllable, char in zip(row, surname, strict=False))


def _in_pieces(group: Sequence[Word], source: str) -> str | None:
    """A compound surname in two words, or a given name in two that its surname does not stand before."""
    texts = [word[0].lower() for word in group]
    for compound in COMPOUND if len(texts) == 3 else ():
        at = source.find(compound)
        if at >= 0 and all(text in readings(char) for text, char in zip(texts, compound, strict=False)):
            return compound
    for at in places_of(texts[:2], source):
        if at and source[at - 1] in SURNAMES and source[at] not in SURNAMES:
            return source[at - 1 : at + 2]
    return None


def _readings_of(group: Sequence[Word]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [()]
    for word, *_ in group:
        rows = [(*row, *more) for row in rows for more in cuts(word)]
    return rows[:24]


@rule(
    "HAN002",
    "pinyin-word",
    category="accuracy/untranslated",
    severity=Severity.MINOR,
    message="“{text}” is only transcribed: the source's “{detail}”.",
    gate=lambda facts: facts.langs[0] in ("", "zh") and facts.source.any(SCRIPTS["Hani"]),
)
def pinyin_word(pair: Pair) -> Iterator[Hit]:
    """A common word of a Chinese source stands in pinyin instead of being translated.

    Why: no reader knows what `shequ` or `rengong` is.
    Flags: zh "社区工作人员" / en "shequ workers"
    Passes: zh "胡同里的老人" / en "the old people of the hutong"
    Passes: zh "社区" / en "the shequ (neighbourhood)"
    Limits: words in small letters of two syllables and more that the language's list has not and that the source's
        characters read as; loan words are listed; explained ones, in brackets or before one, are left alone.
    """
    source, target = languages_of(pair)
    if source != "zh" or target not in _LATIN or max(len(pair.source), len(pair.target)) > KEPT_LENGTH:
        return
    for start, end in _strange(pair.target, target):
        if enclosed(pair.target, start, end) or _EXPLAINED.match(pair.target, end):
            continue
        for row in cuts(pair.target[start:end]):
            found = places_of(row, pair.source) if len(row) >= 2 else []
            if found:
                yield hit(start, end, pair.source[found[0] : found[0] + len(row)])
                break


_LATIN = frozenset(("en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sv", "da", "no", "id", "tr", "ro"))
_EXPLAINED = re.compile(r"s?[”\"'’»]?\s?[(（,—–]")
_LOANS = word_set(
    "hutong hutongs qigong baijiu xiangqi weiqi erhu guzheng pipa qipao guanxi hanfu siheyuan hukou jiaozi mantou "
    "baozi zongzi tangyuan huangjiu maotai oolong wushu taiji kuai guqin dizi suona hanzi pinyin putonghua danwei yuan "
    "renminbi kungfu tofu doufu gaokao hotpot wonton lychee longan taichi yinyang luohan majiang sanda huadiao "
    "xiaolongbao"
)


def _strange(text: str, lang: str) -> list[Span]:
    """Words in small letters that may be pinyin and that the language has not."""
    known = ranks(lang)
    found: list[Span] = []
    if not any(len(word) >= 5 and cuts(word) for word in filterfalse(known.__contains__, lowered(text))):
        return found
    for word, start, end in places(text):
        if len(word) < 5 or not word.islower() or not word.isascii() or word in known or word in _LOANS:
            continue
        if cuts(word) and not is_derived(word, lang):
            found.append((start, end))
    return found


@rule(
    "HAN003",
    "kanji-read-as-chinese",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="Read as Chinese: “{text}” for “{detail}”.",
    gate=lambda facts: facts.langs[0] in ("", "ja") and facts.source.any(SCRIPTS["Hani"]) & facts.target.any(CAPITAL),
)
def kanji_read_as_chinese(pair: Pair) -> Iterator[Hit]:
    """A Japanese name stands in the reading that its characters have in Chinese.

    Why: Kiryu and Tongsheng are one spelling in Japanese, and two persons in English.
    Flags: ja "桐生社長" / en "President Tongsheng"
    Passes: ja "桐生社長" / en "President Kiryu"
    Passes: ja "北京" / en "Beijing"
    Limits: words of two syllables and more that no Japanese word in Latin letters can look like and no word list has,
        before a title or a kind of place: Chinese names stand in Japanese news, too.
    """
    source, target = languages_of(pair)
    if source != "ja" or target not in _LATIN or max(len(pair.source), len(pair.target)) > KEPT_LENGTH:
        return
    for word, start, end in places(pair.target):
        if not word[0].isupper() or len(word) < 5 or word.lower() in ranks(target) or _ROMAJI.fullmatch(word.lower()):
            continue
        for row in cuts(word):
            found = places_of(row, pair.source) if len(row) >= 2 else []
            if found and _OF_JAPAN.match(pair.source, found[0] + len(row)):
                yield hit(start, end, pair.source[found[0] : found[0] + len(row)])
                break


_OF_JAPAN = re.compile(
    "[一-龯]{0,2}(?:さん|氏|様|君|先生|選手|社長|会長|市長|町長|村長|知事|館長|部長|課長|代表|理事長|教授|監督|議員|容疑者|被告|"
    "[市町村区県駅川山島湖港橋寺]|神社|大学|高校|温泉)"
)
#: A Japanese word in Latin letters.
_ROMAJI = re.compile(
    r"(?:(?:[kgnhbpmr]y?|s|sh|z|j|t|ts|ch|d|f|y|w)?[aiueoāīūēōô]|n(?![aiueo])|m(?=[bmp])|[kstpc](?=[kstpc])|h(?![aiueo]))+"
)
