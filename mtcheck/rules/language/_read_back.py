"""Words that only the letters give away as those of a Cyrillic source's language (LNG007): `golovokruzhenie`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtcheck.rules.language.romanised import foreign_bits, is_explained, is_joined, may_be_romanised
from mtcheck.rules.text import Span, occurs, word_set
from mtcheck.rules.words.lexicon import ranks
from mtcheck.rules.words.tokens import MAX_NAME_TEXT, starts_of, strangers, tokens_of

#: Languages of the target that share few words with the source's, and hardly borrow any.
_TARGETS = word_set("en de fr es it pt nl")
#: Shorter words are read back into one of the list by chance.
_SHORTEST, _LONGEST, _MOST_READINGS = 7, 24, 2_000
#: The rarest tier of the list that counts.
_RAREST = 5
#: What Latin letters stand for, longer ones first; a soft sign is often left out.
_RUSSIAN = (
    "shch:щ sch:щ zh:ж kh:х ts:ц ch:ч sh:ш yu:ю iu:ю,иу ju:ю ya:я ia:я,ия ja:я yo:ё,е ye:е,ье,ые ie:ие,ье,е iya:ия"
    " iyu:ию iye:ие iy:ий yye:ые yy:ый a:а b:б v:в g:г d:д e:е,э z:з i:и,й j:й,ж k:к l:л,ль m:м,мь n:н,нь o:о p:п"
    " r:р,рь s:с,сь t:т,ть u:у f:ф h:х c:ц y:ы,й"
)
_UKRAINIAN = (
    "shch:щ zh:ж kh:х ts:ц,ць ch:ч sh:ш zgh:зг yu:ю iu:ю ju:ю ya:я ia:я ja:я ye:є ie:є,іє yi:ї iya:ія iyu:ію iye:іє"
    " iy:ій yy:ий a:а b:б v:в"
    " h:г,х g:ґ,г d:д,дь e:е z:з i:і,ї,й j:й k:к l:л,ль m:м n:н,нь o:о p:п r:р,рь s:с,сь t:т,ть u:у f:ф y:и,й"
)
#: Bits a letter by which a word of the list, and one that only ends like a derived noun or adjective, must look more
#: like the source's language than like the target's.
_LIKELIER, _FAR_LIKELIER = 0.3, 0.8
#: What nouns and adjectives end in that are seldom borrowed: `-enie`, `-nost`, `-stvo`.
_DERIVED = {
    "ru": re.compile(
        r"[a-z]{4}(?:[aeo]ni[ey]|[aeo]nii|[aeo]niy[aeu]|[aeo]niem|nost|nosti|stv[aouei]|tel|tel[yi]a?|shchik[aiu]?|skiy|"
        r"skaya|skoe|skogo|skie|nyy|naya|noe|nogo|nye)\Z"
    ),
    "uk": re.compile(
        r"[a-z]{4}(?:[aeu]nnya|[aeu]nnyu|nist|nosti|stv[aouei]|shchyn[auiy]|tel|tel[yi]a?|shchyk[aiy]?|skyy|ska|ske|skoho|ski|nyy|noho)\Z"
    ),
}
#: What hardly any English word has: told first, since it is quickly told.
_MAY_BE = re.compile(
    r"zh|kh|shch|v[yz]|[aeouy]y[aeiuy]|[^aeiou]y[aeu]|nn?y[ayeu]|[aeo]ni[eyi]|stv|nosti?\Z|tel[iy]?\Z|[a-z](?:ka|ki|ku|ik|iki|iy)\Z"
)
_LETTERS = {
    lang: {latin: tuple(found.split(",")) for latin, found in (entry.split(":") for entry in table.split())}
    for lang, table in (("ru", _RUSSIAN), ("uk", _UKRAINIAN))
}
_PIECES = {lang: re.compile("|".join(sorted(table, key=len, reverse=True))) for lang, table in _LETTERS.items()}


def read_back(text: str, source_text: str, source: str, target: str) -> Iterator[Span]:
    """Spans of words of no list in small letters that, read in Cyrillic letters, the source's language has."""
    if source not in _LETTERS or target not in _TARGETS or len(text) + len(source_text) > MAX_NAME_TEXT:
        return
    tokens = tokens_of(text)
    for n in strangers(text, target):
        token = tokens[n]
        if not _SHORTEST <= len(token) <= _LONGEST or _MAY_BE.search(token) is None or not may_be_romanised(token):
            continue
        start = starts_of(text)[n]
        end = start + len(token)
        if is_joined(text, start, end) or is_explained(text, start, end) or occurs(token, source_text):
            continue
        bits = foreign_bits(token, source, target)
        if (bits >= _LIKELIER and is_word(token, source)) or (bits >= _FAR_LIKELIER and _DERIVED[source].search(token)):
            yield start, end


@lru_cache(maxsize=1024)
def is_word(token: str, lang: str) -> bool:
    """Whether Latin letters spell a word of a language's list.

    >>> is_word("sobraniya", "ru"), is_word("laptops", "ru")
    (True, False)
    """
    known, readings = ranks(lang), {""}
    at = 0
    while at < len(token):
        match = _PIECES[lang].match(token, at)
        if match is None or len(readings) > _MOST_READINGS:
            return False
        readings = {start + letter for start in readings for letter in _LETTERS[lang][match[0]]}
        at = match.end()
    return any(known.get(reading, 9) <= _RAREST for reading in readings)
