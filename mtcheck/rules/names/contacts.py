"""Telephone numbers, addresses of web and mail, and acronyms that a letter or a digit was changed in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from anyascii import anyascii
from rapidfuzz.distance import DamerauLevenshtein

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules.facts.batch import DIGIT, VISIBLE, Facts, Mask, TextFacts, kind
from mtcheck.rules.names.acronyms import acronyms, known_letters
from mtcheck.rules.names.capitals import have_own_capitals
from mtcheck.rules.numbers.figure_facts import figures_of
from mtcheck.rules.numbers.figures import fold_digits
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit, word_set
from mtcheck.rules.words.lexicon import languages_of

DOT = kind(".")
_PHONE = re.compile(
    r"(?<![\w.,/-])(?:\+\d{1,3}[\s\u00a0-]?)?(?:\(\d{1,5}\)[\s\u00a0-]?)?\d{1,5}(?:[\s\u00a0/-]{1,3}\d{2,5}){1,5}(?![\w-]|[.,]\d)",
    re.ASCII,
)
_SHORTEST_PHONE, _LONGEST_PHONE = 6, 15
#: Years and thousands look like telephone numbers.
_YEARS = re.compile(r"(?:1[0-9]|20)\d\d\s?[/-]\s?(?:1[0-9]|20)?\d\d|\d{1,3}(?:[\s\u00a0]\d{3})+|\d{4}-\d\d-\d\d")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”«»()（）]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+|(?<![\w@.-])[\w-]{2,40}(?:\.[\w-]{2,40}){0,2}\."
    r"(?:com|org|net|info|example|eu|gov|edu|ru|ua|de|fr|es|it|pl|pt|cz|tr|cn|jp|uk|at|ch|be|nl|br|ar)(?![\w.-]*\w)(?:/[^\s<>\"“”«»()]*)?",
    re.IGNORECASE,
)
#: What each address has, quick to look for: most dots end a sentence or part the digits of a number.
_ADDRESS_MARK = re.compile(r"[.@:](?:(?<=@)|(?<=:)//|(?<=[\w-]\.)[^\W\d_]{2}|(?<=www\.))", re.IGNORECASE)
#: Letters that an address may differ in from another: more, and they are two addresses.
_MOST_CHANGED = 0.4


@rule(
    "CTC001",
    "telephone-number-changed",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="Another telephone number: {detail}.",
    gate=lambda facts: _may_have_phones(facts),
)
def telephone_number_changed(pair: Pair) -> Iterator[Hit]:
    """A telephone number has a digit changed, or two exchanged.

    Why: nobody who calls it will reach the place, and no reader can see why.
    Flags: ru "+7 (3435) 55-01-72" / en "+7 (3435) 55-07-12"
    Flags: en "0800 496 0172" / ru "0800 496 0127"
    Passes: de "(07141) 82-3390" / en "+49 7141 823390"
    Passes: ru "8 (8412) 55-01-37" / en "+7 8412 55-01-37"
    Limits: groups of digits, six to fifteen in all; the numbers of both sides, without what stands for the country,
        have as many digits and differ in three of them at most. Years and thousands are left alone.
    """
    now = _phones(pair.target)
    if not now:
        return
    was = _phones(pair.source)
    here = re.sub(r"\D", "", fold_digits(pair.source))
    for digits, (start, end) in now.items():
        if digits in was or digits in here or any(_is_same_abroad(digits, other) for other in was):
            continue
        near = [other for other in was if _differ_slightly(other, digits) and other not in now]
        if len(near) == 1:
            a, b = was[near[0]]
            yield hit(start, end, f"“{pair.target[start:end]}” for “{pair.source[a:b]}”", suggestion=pair.source[a:b])


def _may_have_phones(facts: Facts) -> Mask:
    """Which pairs have as many digits as a telephone number on both sides, in groups."""
    found = facts.target.runs(DIGIT, 2)
    for side in (figures_of(facts).source, figures_of(facts).target):
        found &= (side.counts > 1) & (side.n_digits >= _SHORTEST_PHONE)
    return found


def _is_same_abroad(one: str, other: str) -> bool:
    """Whether two numbers are one, with and without what stands for the country."""
    length = min(len(one.lstrip("0")), len(other.lstrip("0")))
    return length >= _SHORTEST_LOCAL and one[-length:] == other[-length:]


def _phones(text: str) -> dict[str, tuple[int, int]]:
    """The digits of each telephone number, and where it stands."""
    found = {}
    for match in _PHONE.finditer(fold_digits(text)):
        digits = re.sub(r"\D", "", match.group())
        if _SHORTEST_PHONE <= len(digits) <= _LONGEST_PHONE and not _YEARS.fullmatch(match.group()):
            found[digits] = match.span()
    return found


def _differ_slightly(one: str, other: str) -> bool:
    """Whether the numbers, without what stands for the country or leads out of the town, differ in a few digits."""
    if len(one) != len(other):
        one, other = one.lstrip("0"), other.lstrip("0")
        length = min(len(one), len(other))
        if length < _SHORTEST_LOCAL or max(len(one), len(other)) - length > _MOST_OF_COUNTRY:
            return False
        one, other = one[-length:], other[-length:]
    return 0 < sum(a != b for a, b in zip(one, other, strict=True)) <= 3


#: Digits of a number without its country, and those of a country.
_SHORTEST_LOCAL, _MOST_OF_COUNTRY = 7, 3


@rule(
    "CTC002",
    "address-changed",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    also=(Severity.MINOR,),
    message="Another address: {detail}.",
    gate=lambda facts: _may_have_address(facts.source) & _may_have_address(facts.target),
)
def address_changed(pair: Pair) -> Iterator[Hit]:
    """An address of the web or of mail was changed or translated.

    Why: the address leads nowhere, or to somebody else.
    Flags: es "info@museodelvino.es" / en "info@museodelvin.es"
    Flags: de "kontakt@gartenverein.de" / en "contact@gartenverein.de"
    Flags: pl "www.muzeum-zamek.pl" / en "www.museum-zamek.pl"
    Flags: en "museum.example/visit" / ru "museum.example/визит" (minor)
    Passes: de "www.beispiel.de" / en "www.beispiel.de/en"
    Limits: one address on each side without an equal, of one kind, and alike but for some letters or with one end the
        same, or that of the target in an end that there is not (`harbour.beispiel`); of the pages of one site only
        those whose name was translated (minor).
    """
    was = _addresses(pair.source)
    now = _addresses(pair.target) if was else {}
    left = {key: span for key, span in was.items() if key not in now}
    right = {key: span for key, span in now.items() if key not in was}
    if len(left) != 1 or len(right) > 1:
        return
    ((old, (a, b)),) = left.items()
    turned = _by_head(old, pair.target) if not right and "@" not in old else {}
    right = right or turned
    if not right:
        return
    ((new, (start, end)),) = right.items()
    if ("@" in old) != ("@" in new):
        return
    page = _is_page_translated(old, new)
    if page or turned or (not _one_site(old, new) and _alike(old, new)):
        shown, meant = pair.target[start:end], pair.source[a:b]
        severity = Severity.MINOR if page else Severity.MAJOR
        yield hit(start, end, f"“{shown}” for “{meant}”", suggestion=meant, severity=severity)


def _by_head(address: str, text: str) -> dict[str, tuple[int, int]]:
    """What begins in a text like an address of the source's and ends otherwise: `harbour.beispiel/karten`."""
    head = address.partition(".")[0]
    if len(head) < _SHORTEST_HEAD or address in text.lower():
        return {}
    match = re.search(
        rf"(?<![\w@.-]){re.escape(head)}\.[^\W\d_]{{2,20}}(?:/[\w-]{{1,40}}){{0,3}}(?![\w@])", text, re.IGNORECASE
    )
    return {match.group().lower(): match.span()} if match else {}


_SHORTEST_HEAD = 4
_PAGE = re.compile(r"([^/?#@]+)/([^\W\d_]{4,}(?:-[^\W\d_]+)*)/?")


def _is_page_translated(one: str, other: str) -> bool:
    """Whether two addresses are one site's, with pages named by one word or a few, each in its language."""
    a, b = _PAGE.fullmatch(one), _PAGE.fullmatch(other)
    return a is not None and b is not None and a[1] == b[1] and a[2] != b[2] and "en" not in (a[2], b[2])


def _may_have_address(texts: TextFacts) -> Mask:
    """Which texts have a dot between two characters, or the beginning of a web address."""
    return texts.near(DOT, {-1: VISIBLE, 1: VISIBLE}) | texts.has("://")


def _addresses(text: str) -> dict[str, tuple[int, int]]:
    if "." not in text or not _ADDRESS_MARK.search(text):
        return {}
    found = {}
    for match in _ADDRESS.finditer(text):
        shown = match.group().rstrip(".,;:!?)/…")
        key = re.sub(r"^(?:https?://)?(?:www\.)?", "", shown.lower())
        found[key] = (match.start(), match.start() + len(shown))
    return found


def _one_site(one: str, other: str) -> bool:
    """Whether two addresses are pages of one site, or the site in two languages."""
    a, b = (re.split(r"[/?#]", text, maxsplit=1)[0] for text in (one, other))
    (head, _, rest), (other_head, _, other_rest) = a.partition("."), b.partition(".")
    by_language = rest == other_rest and max(len(head), len(other_head)) <= 3
    return "@" not in one and (a == b or rest == b or other_rest == a or by_language)


def _alike(one: str, other: str) -> bool:
    if "@" in one and (one.split("@")[0] == other.split("@")[0] or one.split("@")[1] == other.split("@")[1]):
        return True
    if DamerauLevenshtein.normalized_distance(one, other) <= _MOST_CHANGED:
        return True
    return "@" not in one and one.rsplit(".", 1)[-1] == other.rsplit(".", 1)[-1]


@rule(
    "CTC003",
    "acronym-miswritten",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="The letters of “{text}” are not the source's: “{detail}”.",
    gate=lambda facts: (
        have_own_capitals(facts, Side.SOURCE, _is_long) & have_own_capitals(facts, Side.TARGET, _is_long)
    ),
)
def acronym_miswritten(pair: Pair) -> Iterator[Hit]:
    """An acronym has the letters of the source's in another order, or one of them is another.

    Why: the reader looks for a body that does not exist.
    Flags: en "According to the LOF" / de "Nach Angaben des LFO"
    Flags: en "(VTrans)" / fr "(VTrams)"
    Passes: en "the UN" / fr "l’ONU"
    Flags: ru "во ВНИРО" / en "at VNRIO"
    Passes: fr "l’OTAN" / en "NATO"
    Limits: acronyms of three letters and more, one on each side without an equal; neighbours exchanged within one
        alphabet, from four letters on any order behind the first letter, of five one lost; not where the target's is an
        acronym of its language; mixed ones (`VTrans`) that differ in a letter.
    """
    now = _short_names(pair.target)
    was = _short_names(pair.source) if now else {}
    left = _first_two(text for text in was if text not in now and text not in pair.target)
    right = _first_two(text for text in now if text not in was and text not in pair.source)
    if len(left) != 1 or len(right) != 1:
        return
    (old,), (new,) = left, right
    start, end = now[new]
    if old.lower() == new.lower() or _is_known_turned(old, new) or new in known_letters(languages_of(pair)[1]):
        return
    if old.isascii() != new.isascii():
        if _mixed_up(anyascii(old).upper(), anyascii(new).upper()):
            yield hit(start, end, old)
    elif _exchanged(old, new) or _mixed_up(old, new) or (not old.isupper() and _differ_in_one(old, new)):
        yield hit(start, end, old, suggestion=old)


def _first_two(texts: Iterable[str]) -> list[str]:
    """One left over is an acronym changed; more are not looked for, since each time a whole text is read."""
    return list(islice(texts, 2))


def _is_long(run: str) -> bool:
    return len(run) >= 3


_MIXED = re.compile(r"[A-Z](?<![\w-].)(?:[A-Z]{1,3}[a-z]{2,8}|[a-z]{1,6}[A-Z]{1,3}[a-z]{0,6})(?![\w-])")


def _short_names(text: str) -> dict[str, tuple[int, int]]:
    found = {text[a:b]: (a, b) for a, b in acronyms(text) if b - a >= 3}
    return found | {m.group(): m.span() for m in _MIXED.finditer(text)}


def _exchanged(one: str, other: str) -> bool:
    """Whether the letters are the same with two neighbours exchanged."""
    return sorted(one) == sorted(other) and DamerauLevenshtein.distance(one, other) == 1


def _mixed_up(one: str, other: str) -> bool:
    """Whether an acronym of four letters or more has them in another order behind the first, or one of five is lost."""
    if one[0] != other[0] or one == other:
        return False
    lost = len(other) == len(one) - 1 >= 4 and DamerauLevenshtein.distance(one, other) == 1
    return lost or (len(one) >= 4 and sorted(one) == sorted(other))


def _differ_in_one(one: str, other: str) -> bool:
    return len(one) == len(other) >= 5 and sum(a != b for a, b in zip(one, other, strict=True)) == 1


#: Acronyms that are each other's translation with two letters exchanged.
_TURNED = frozenset(
    frozenset(row.split("/"))
    for row in word_set(
        "ADN/DNA AND/DNA IAEA/AIEA EBC/ECB TFUE/TFEU VIH/HIV OCDE/OECD BERD/EBRD CICR/ICRC SRAS/SARS URSS/USSR"
    )
)


def _is_known_turned(one: str, other: str) -> bool:
    return frozenset((one, other)) in _TURNED or one == other[::-1]


_CODE = re.compile(r"(?<![\w./@-])[^\W\d_]{1,5}[-‑ ]?\d+(?:(?:[-‑/.][^\W\d_]?|[^\W\d_][-‑/]?)\d+)*[^\W\d_]?(?![\w@])")
#: Letters and digits that touch, or a hyphen between them; a quick look.
_CODE_SEAM = re.compile(r"[^\W\d_](?:[-‑]?|(?<=[A-ZА-Я]) )\d")


@rule(
    "CTC005",
    "code-changed",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="Another code: {detail}.",
    gate=lambda facts: figures_of(facts).source.have_codes & figures_of(facts).target.have_codes,
)
def code_changed(pair: Pair) -> Iterator[Hit]:
    """The code of a model, a form or a standard has other digits than in the source.

    Why: a reader who looks for it finds nothing, or another thing.
    Flags: de "der Stempel RB-40/7" / en "the stamp RB-47/0"
    Flags: ru "прибор ЭП-118" / en "the EP-181 device"
    Passes: ru "Т-34" / en "the T-34 tank"
    Passes: en "the A-320" / ru "А320"
    Limits: capitals, up to five, and digits; one code on each side that the other has not, with as many digits, which
        differ in three of them at most. Letters are not compared, since an alphabet may have others.
    """
    now = _codes(pair.target)
    was = _codes(pair.source) if now else {}
    left = {digits: span for digits, span in was.items() if digits not in now}
    right = {digits: span for digits, span in now.items() if digits not in was}
    if len(left) != 1 or len(right) != 1:
        return
    ((old, (a, b)),) = left.items()
    ((new, (start, end)),) = right.items()
    digits = "".join(old), "".join(new)
    if len(digits[0]) != len(digits[1]) or _stands_in(new, pair.source) or _stands_in(old, pair.target):
        return
    if sum(x != y for x, y in zip(*digits, strict=True)) <= 3:
        yield hit(start, end, f"“{pair.target[start:end]}” for “{pair.source[a:b]}”")


def _codes(text: str) -> dict[tuple[str, ...], tuple[int, int]]:
    """The runs of digits of each code, and where it stands."""
    found: dict[tuple[str, ...], tuple[int, int]] = {}
    if not _CODE_SEAM.search(text):
        return found
    for match in _CODE.finditer(text):
        letters = re.match(r"[^\W\d_]+", match.group())
        digits = tuple(re.findall(r"\d+", match.group()))
        if letters is not None and letters[0].isupper() and len("".join(digits)) >= 2:
            found[digits] = match.span()
    return found


def _stands_in(digits: tuple[str, ...], text: str) -> bool:
    """Whether the runs of digits are all in a text, in whatever words."""
    return set(digits) <= set(re.findall(r"\d+", text))
