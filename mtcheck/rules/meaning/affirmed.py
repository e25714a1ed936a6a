"""Where a target affirms what its source denies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np

from mtcheck.data import Pair, Side
from mtcheck.inflection import fold
from mtcheck.lexicon import Lexicon, load_lexicon
from mtcheck.rules.meaning._denials import SIGNS
from mtcheck.rules.meaning._negation import maybe_places, sure_places, undoes
from mtcheck.rules.text import Span, trim, word_set
from mtcheck.rules.words.lexicon import languages_of, places, ranks
from mtcheck.rules.words.renderings import cosine, look_up

#: Of so many words after a denial, in its clause, the first one that is no function word is what it denies.
_REACH = 3
#: Languages that put the verb before the denial.
_VERB_FIRST = frozenset(("de", "nl", "sv", "da", "no"))
#: Languages that deny inside the verb.
FUSED = frozenset(("cs", "sk", "tr", "ja"))
#: Log p(target word | source word) from which on a word of the target stands for one of them.
_LEAST = -3.5
#: Languages that tie little words to the next with an apostrophe.
_ELIDING = frozenset(("fr", "it", "ca"))
#: Characters of a target that is flagged as a whole where no word can be told.
_SHORT = 300
#: Cosine from which on two words may translate each other; opposites have .4 and more at times.
_NEAR_VECTOR = 0.35
#: The same where no table knows the two.
_NEAR_UNTOLD = 0.43
#: The same of two words that may deny, whatever the table has.
_BOTH_DENY = 0.42
#: Log p from which on a word that may deny stands for one that cannot.
_SURE = -2.0
#: Words that stand for a denial and its verb together: `failed` for `не удалось`.
_STANDS_FOR_NOT = re.compile(
    r"(?:lack|fail(?!ures\b)|refus(?!als\b)|declin|avoid|miss|neglect|omit|refrain|reluct|abst|abs[eo]|void|sans|fehl|mang|scheit|weiger|verm"
    r"|manqu|évit|échou|falt|carec|evit|rehus|fall|manc|rifiut|recus|ontbr|mislu|sakn|недоста|избе|отсут|недост|уник|брак"
    r"|braku|nieob|odm|chyb|postr)",
    re.IGNORECASE,
)
#: English words that may deny and often do not: `otherwise` as `or else`.
_SAID_PLAINLY = word_set("otherwise difficult")
_RUN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2,}")
#: Log p that stands for what no table has.
ABSENT = -20.0
#: Denials that stand before a noun, whose verb is elsewhere in the clause.
_OF_NOUNS = {
    lang: word_set(row)
    for lang, row in {
        "en": "no",
        "de": "kein keine keinen keiner keines keinem keinerlei",
        "fr": "aucun aucune nul nulle",
        "es": "ningún ninguna",
        "it": "nessun nessuna nessun'",
        "pt": "nenhum nenhuma",
        "nl": "geen",
        "sv": "ingen inget inga",
        "ru": "никакой никаких никакого никакие никакая",
        "uk": "жоден жодного жодної жодних жодна",
        "pl": "żaden żadnego żadnej żadnych żadna żadne",
    }.items()
}
#: Speaks of all, before a noun, in the languages of the targets.
_WHOLE_OF = word_set(
    "every each all any jeder jede jedes alle chaque tous toutes cada todo toda todos todas ogni tutti tutte"
    " каждый каждая каждое все всі кожен кожна każdy każda każde wszystkie"
)
#: Words of the source after such a denial that may be its verb, and of the target from the noun to it, at most.
_CLAUSE_WORDS = 7
#: Letters of words that tell nothing of a place.
_LITTLE = 3
_BREAK = re.compile('[,;:.!?—–(«»„“”"]')


def affirmed_place(pair: Pair, denial: Span) -> Span | None:
    """The words of the target for what follows a denial of the source, the whole of a short target, or None."""
    found = _by_words(pair, denial)
    if found is None and len(pair.target.strip()) <= _SHORT:
        found = trim(pair.target, 0, len(pair.target))
    return found


def are_translations(pair: Pair, words: Sequence[Span], side: Side) -> bool:
    """Whether each word that may deny, on the side that denies nothing for sure, translates some word of `side`.

    `words` are places in the text of the other side than `side`. A translation may deny itself (`отменил`), or be any
    other word that the tables are sure of (`znikną`, `disappear`). An opposite is no translation: its vector is near,
    but no table has the two.
    """
    langs = languages_of(pair)
    turned = side is Side.TARGET
    here, there = (pair.target, pair.source) if turned else (pair.source, pair.target)
    own, other = langs[::-1] if turned else langs
    given = given_words(here, own)
    lexicon = load_lexicon(*langs)
    plain = _plain_words(here, own, given)
    undone = sum(undoes(one, own) for one in given)
    if not turned and 0 < len(words) <= undone and all(undoes(there[slice(*place)], other) for place in words):
        return True
    look_up(given, own)
    for place in words:
        word = there[slice(*place)]
        if any(_is_translation(one, word, turned, langs, lexicon, _LEAST) for one in given):
            continue
        if any(cosine(one, own, word, other) >= _BOTH_DENY for one in given):
            continue
        plainly = word.lower() in _SAID_PLAINLY
        if turned or _STANDS_FOR_NOT.match(word) or not (undoes(word, other) or plainly):
            return False
        least = _LEAST if plainly else _SURE
        if not any(_is_translation(one, word, turned, langs, lexicon, least) for one in plain):
            return False
    return True


def given_words(text: str, lang: str) -> list[str]:
    """The words of a text that may deny, for `are_translations`."""
    return [without_article(text[slice(*place)], lang) for place in maybe_places(text, lang)]


def _ordered(here: str, there: str, turned: bool) -> tuple[str, str]:
    return (there, here) if turned else (here, there)


def _plain_words(text: str, lang: str, taken: Sequence[str]) -> list[str]:
    """The words of a text that deny nothing by themselves, nor stand next to what does; in pairs of signs."""
    if lang in SIGNS:
        return [a + b for run in _RUN.findall(text) for a, b in pairwise(run)]
    known, sure = ranks(lang), {span[1] for span in sure_places(text, lang)}
    found, reach = [], 0
    for whole, _, end in places(text):
        reach, word = 0 if end in sure else reach + 1, without_article(whole, lang)
        if reach and len(word) > 2 and known.get(word.lower(), 9) > 0 and word not in taken:
            found.append(word)
    return found


def without_article(word: str, lang: str) -> str:
    """`annuler` of `d'annuler`."""
    return word.replace("’", "'").rpartition("'")[2] if lang in _ELIDING else word


def _is_translation(
    here: str, there: str, turned: bool, langs: tuple[str, str], lexicon: Lexicon | None, least: float
) -> bool:
    """Whether two words translate each other, by the table and by their vectors; by these alone where there is none."""
    own, other = langs[::-1] if turned else langs
    told = likelihood(*_ordered(here, there, turned), langs, lexicon)
    # The tables first: a vector that nobody has asked for yet takes far longer.
    return told >= least and cosine(here, own, there, other) >= (_NEAR_VECTOR if told < 0 else _NEAR_UNTOLD)


def likelihood(source: str, target: str, langs: tuple[str, str], lexicon: Lexicon | None) -> float:
    """The higher log p of two words, given one another; 0 where no table knows them, -20 for no link."""
    if lexicon is None:
        return 0.0
    ours, theirs = units_of(source, langs[0], langs)[0], units_of(target, langs[1], langs)[1]
    return lexicon.likelier(ours, theirs, ABSENT) if ours and theirs else 0.0


@lru_cache(maxsize=8192)
def units_of(word: str, lang: str, langs: tuple[str, str]) -> tuple[int, int]:
    """What the tables of two languages call a word of one of them, as one of the source and as one of the target."""
    lexicon = load_lexicon(*langs)
    return lexicon.units(key_of(word, lang)) if lexicon is not None else (0, 0)


def key_of(word: str, lang: str) -> str:
    """What the tables call a word."""
    return (":" * 2 if lang in SIGNS else "=") + fold(word)


def _nearest_content(words: Sequence[str], known: Mapping[str, int]) -> str:
    """The first of the words that is no function word, of the next few."""
    return next((word for word in words[:_REACH] if known.get(word.lower(), 9) > 0 or len(word) > 4), "")


def _by_words(pair: Pair, denial: Span) -> Span | None:
    source, target = languages_of(pair)
    lexicon = load_lexicon(source, target) if source not in FUSED else None
    known = ranks(source)
    found = places(pair.source)
    after = [
        word for word, start, _ in found if start >= denial[1] and not _BREAK.search(pair.source, denial[1], start)
    ]
    before = [word for word, _, end in found if end <= denial[0] and not _BREAK.search(pair.source, end, denial[0])]
    nearest = [
        _nearest_content(words, known) for words in ((after, before[::-1]) if source in _VERB_FIRST else (after,))
    ]
    denied = [word for word in nearest if word]
    words = places(pair.target)
    if lexicon is None or not denied or not words:
        return None
    ours = np.array([lexicon.units("=" + fold(word))[0] for word in denied])
    theirs = np.array([lexicon.units("=" + fold(word))[1] for word, _, _ in words])
    log, _ = lexicon.look(ours[:, None], theirs[None, :], ABSENT)
    common = np.array([ranks(target).get(word.lower(), 9) == 0 and len(word) <= 4 for word, _, _ in words])
    log[:, common] = ABSENT
    log[ours == 0] = ABSENT
    for row in log:
        if row.max() >= _LEAST:
            at = int(row.argmax())
            if pair.source[slice(*denial)].lower() in _OF_NOUNS.get(source, ()):
                return _to_verb(pair.target, words, at, after, lexicon)
            return words[at][1:]
    return None


def _to_verb(
    text: str, words: Sequence[tuple[str, int, int]], at: int, denied: Sequence[str], lexicon: Lexicon
) -> Span:
    """From word `at` to what translates the last words that a denial of a noun holds for, the verb among them."""
    ours = np.array([lexicon.units("=" + fold(word))[0] for word in denied[:_CLAUSE_WORDS] if len(word) > _LITTLE])
    theirs = np.array([lexicon.units("=" + fold(word))[1] for word, _, _ in words])
    log, _ = lexicon.look(ours[:, None], theirs[None, :], ABSENT)
    log[ours == 0] = ABSENT
    first = last = at
    for row in log:
        other = int(row.argmax())
        if row[other] < _LEAST or len(words[other][0]) <= _LITTLE or abs(other - at) > _CLAUSE_WORDS:
            continue
        if not _BREAK.search(text, *sorted((words[at][1], words[other][1]))):
            first, last = min(first, other), max(last, other)
    if first and words[first - 1][0].lower() in _WHOLE_OF:
        first -= 1
    return words[first][1], words[last][2]
