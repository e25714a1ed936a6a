"""Acronyms: kept, turned into the target language's own, spelled in its alphabet, or written out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from anyascii import anyascii

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules.facts.batch import CAPITAL, ROUND, Facts, Mask
from mtcheck.rules.language.romanised import skeleton
from mtcheck.rules.names._known_acronyms import concepts, known
from mtcheck.rules.names._ministries import CRUMBS as MINISTRY_CRUMBS
from mtcheck.rules.names._ministries import ministries
from mtcheck.rules.names.capitals import have_own_capitals
from mtcheck.rules.registry import Scope, rule
from mtcheck.rules.text import Span, hit, word_set
from mtcheck.rules.words.lexicon import enclosed, languages_of, places, scripts, words
from mtcheck.rules.words.lists import words_of
from mtcheck.rules.words.tokens import starts_of, tokens_of
from mtcheck.rules.words.views import NAMES, keeping, sides_of

_CAPITALS = re.compile("[A-ZА-ЯЁІЇЄҐ]{2}")
_ACRONYM = re.compile(r"[A-ZА-ЯЁІЇЄҐ](?:(?<![\w.'’&/-].)|(?<=\b[lLdDnN]['’].))[A-ZА-ЯЁІЇЄҐ]{1,5}(?![\w&/]|['’.-]\w)")
#: Letters by their names, as Russian writes them: `Би-би-си`.
_SPELLED = re.compile(r"\b[А-ЯІЇЄ][а-яіїє]{0,2}-(?:[А-ЯІЇЄа-яіїє]{1,3}-)*[А-ЯІЇЄа-яіїє]{1,3}\b")
_ROMAN = re.compile("[IVXLCDM]+")
#: Initials of at least so many words: two words have the same initials as many others.
_SHORTEST = 3
_LONGEST = 2_000
#: Acronyms of things, not names: languages have words of their own for most.
_THINGS = word_set(
    "DNA RNA ATM CEO CFO CTO COO ICU PCR BCE BC AD CE GDP GNP HIV AIDS VAT NGO PTO TV PC CPU GPU GPS MEP UFO PIN "
    "SIM FAQ LED LCD DVD CD USB HR PR IT AI VIP SUV CCTV ID AM PM GMT UTC EST PST ETA ASAP AKA DIY MRI CT IV IQ "
    "PPE PHD MBA BBQ RPM MPH VR AR API URL HTML XML SQL PDF SMS RAM ROM OS UI UX EV LNG IPO CV RIP SOS TBD POV "
    "MVP WLAN "
    # law, parties and offices of one country, that others have no name for
    "GOP DOJ DHS DOE DOD EUA EUL SEC IRS DUI DMV PAC FOIA QC KC MP MLA GOI HMRC NHS "
    # medicine and science, also as French, Spanish, Polish and Portuguese shorten them
    "SARS SRAS MERS CPR CBD LRTI ARDS SDRA COPD BPCO EPOC ECG EKG EEG MRT IRM TAC TEP PET USG RTG AVC ICTUS ADN "
    "ARN DNS RNS DNK RNK NSAID NSAIDS AINE AINS FANS ACE ARB STD ITS MST IVF FIV OTC SSRI UTI BMI IMC PTSD ADHD "
    "TDAH LSD MDMA UV IR PVC LPG CNG CO2 EVA LEM CAPCOM PH SPF KWH "
    # sport, money, time
    "VAR PPG RBI ERA KO TKO PIB PNB PDB BIP HDP FKW IVA TVA MWST PVN USD EUR GBP UAH RUB CZK PLN CHF JPY CNY INR "
    "CET CEST MEZ MESZ BST EDT CST CDT MDT PDT IST JST NYE "
    # countries
    "UAE EAU VAE RPA RSA BRD DDR GDR RDA FRG RFA SR NSR UK GB USA EEUU NZ DRC RDC PRC "
    # things
    "GTA CRT OLED HDTV DSL ISP LAN VPN DIN ISO SKU VIN EPG RPG FPS DLC NPC SLR DSLR BMX ATV RV HGV LKW PKW TIR "
    "POI FIR HOA "
)


@keeping(2048)
def acronyms(text: str) -> tuple[Span, ...]:
    """Where a text has acronyms of two to six letters; none where capitals are the style of the whole text.

    >>> [("The UN and NATO met in XIV.")[a:b] for a, b in acronyms("The UN and NATO met in XIV.")]
    ['UN', 'NATO']
    """
    if not _CAPITALS.search(text):
        return ()
    found = [m.span() for m in _ACRONYM.finditer(text) if not _ROMAN.fullmatch(m.group())]
    if not found or 3 * sum(map(str.isupper, words(text))) > len(words(text)) + 2:
        return ()
    return tuple(found)


@rule(
    "ACR001",
    "acronym-changed",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="The translation has neither {detail} nor what it stands for.",
    gate=lambda facts: _may_be_changed(facts),
)
def acronym_changed(pair: Pair) -> Iterator[Hit]:
    """A well-known acronym of the source has no counterpart in the target, neither its own acronym nor the words.

    Why: another organisation, or none, is named; acronyms are what hasty translators guess at.
    Flags: ru "эксперты ВОЗ" / en "the WTO's experts"
    Passes: ru "эксперты ВОЗ" / en "experts of the World Health Organization"
    Passes: ru "в США" / en "in America"
    Limits: US, UN, EU, NATO, WHO, IMF, WTO, UNESCO, UNICEF, ECB, OSCE, IAEA and USSR in 13 languages. A part of the
        full name is enough. Where the target names another of these bodies in its place, that is the hit.
    """
    source, target = languages_of(pair)
    here, there = concepts(source), known(target)
    if not here or not there or source == target or not _has_capitals(pair):
        return
    for start, end in acronyms(pair.source):
        own = pair.source[start:end]
        other = there.get(here.get(own, ""))
        if other is not None and own not in pair.target and not other.says.search(pair.target):
            instead = _another_body(pair, here[own]) or _only_spelled(pair.target, own)
            detail = f"“{other.acronyms[0]}”"
            if instead is None:
                yield hit(start, end, detail, side=Side.SOURCE, suggestion=other.acronyms[0])
            else:
                yield hit(*instead, detail, suggestion=other.acronyms[0])
            return


def _may_be_changed(facts: Facts) -> Mask:
    """Which sources have a known acronym that the target has not."""
    if not facts.langs[0]:
        return facts.source.near(CAPITAL, {1: CAPITAL})
    return have_own_capitals(facts, Side.SOURCE, concepts(facts.langs[0]).__contains__)


def _may_be_lost(facts: Facts) -> Mask:
    """Which sources have an acronym in Latin letters that the target has not."""
    return have_own_capitals(facts, Side.SOURCE, lambda run: len(run) >= _SHORTEST and run.isascii() and run.isupper())


def _only_spelled(text: str, own: str) -> Span | None:
    """Where an acronym in other letters stands as it is spelled in Latin ones: `OBSYe`."""
    bones = skeleton(anyascii(own)) if not own.isascii() else ""
    for token, start in zip(tokens_of(text), starts_of(text), strict=True) if bones else ():
        if token[0].isupper() and not token[1:].islower() and skeleton(token) == bones:
            return start, start + len(token)
    return None


def _another_body(pair: Pair, concept: str) -> Span | None:
    """Where the target has the acronym of another body, which the source does not speak of, or its letters mixed."""
    source, target = languages_of(pair)
    told, own = concepts(target), known(source)
    for start, end in acronyms(pair.target):
        other = told.get(pair.target[start:end])
        if other and other != concept and other in own and not own[other].says.search(pair.source):
            return start, end
        if not other and any(
            sorted(pair.target[start:end]) == sorted(right) for right in known(target)[concept].acronyms
        ):
            return start, end
    return None


@rule(
    "ACR002",
    "acronym-lost",
    category="accuracy/omission",
    severity=Severity.MINOR,
    message="Nothing in the translation stands for “{text}”.",
    preview=True,
    gate=lambda facts: _may_be_lost(facts),
)
def acronym_lost(pair: Pair) -> Iterator[Hit]:
    """An acronym in Latin letters is nowhere in the target: not kept, not respelled, not written out, nor replaced.

    Why: names of companies and bodies are kept, respelled or explained, hardly ever left out.
    Flags: de "laut BBC" / en "according to reports"
    Passes: de "laut IWF" / en "according to the IMF"
    Passes: en "the BBC said" / ru "сообщила Би-би-си"
    Limits: three letters or more, targets in Latin or Cyrillic letters. Another acronym in the target, a name of
        several capitalised words, or words with those initials count as the counterpart. Acronyms of things (DNA, CEO)
        are left alone: languages have words of their own for them.
    """
    source, target = languages_of(pair)
    if source == target or scripts(target) not in (("Latn",), ("Cyrl",)) or not _has_capitals(pair):
        return
    own = [span for span in acronyms(pair.source) if _is_name(pair.source, span, source)]
    if not own or _replaced(pair):
        return
    heard = _heard(pair.target)
    for start, end in own:
        letters = pair.source[start:end]
        if letters.lower() not in heard and not _written_out(pair.target, letters):
            yield hit(start, end, side=Side.SOURCE)


@rule(
    "ACR003",
    "acronym-of-something-else",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="The source has {detail} in these brackets.",
    gate=lambda facts: facts.source.any(ROUND) & facts.target.any(ROUND) & facts.target.near(CAPITAL, {1: CAPITAL}),
)
def acronym_of_something_else(pair: Pair) -> Iterator[Hit]:
    """The acronym in brackets after a name is neither the source's nor made of the target's own words.

    Why: the reader looks for the body under a wrong name.
    Flags: fr "la Société nationale des chemins de fer (SNCF)" / en "the national railway company (SNFC)"
    Flags: ru "Русское географическое общество (РГО)" / en "the Russian Geographical Society (РГО)"
    Passes: fr "l’Organisation mondiale de la santé (OMS)" / en "the World Health Organization (WHO)"
    Passes: ru "Русское географическое общество (РГО)" / en "the Russian Geographical Society (RGO)"
    Limits: one acronym of two to six letters in brackets on each side. An acronym in Cyrillic letters is taken for left
        over in a text in Latin ones.
    """
    was, now = _BRACKETED.findall(pair.source), list(_BRACKETED.finditer(pair.target))
    if len(was) != 1 or len(now) != 1:
        return
    source, target = languages_of(pair)
    letters, (start, end) = now[0].group(1), now[0].span(1)
    if scripts(target) == ("Latn",) and letters == was[0] and not letters.isascii():
        yield hit(start, end, f"“{letters}”, which is in its own letters,", suggestion=_romanised(letters))
    elif letters != was[0] and was[0] not in pair.target and letters not in pair.source:
        before = pair.target[:start]
        spoken = {letters, _romanised(letters)}
        if was[0] in concepts(source) or _romanised(was[0]) in spoken or letters in known_letters(target):
            return
        if not _made_of(before, letters):
            yield hit(start, end, f"“{was[0]}”", suggestion=None)


_BRACKETED = re.compile(r"\(([A-ZА-ЯЁІЇЄҐ]{2,6})\)")


def _romanised(letters: str) -> str:
    return anyascii(letters).upper()


def known_letters(lang: str) -> frozenset[str]:
    """The well-known acronyms of a language."""
    return frozenset(letters for one in known(lang).values() for letters in one.acronyms)


def _made_of(before: str, letters: str) -> bool:
    """Whether the last words of a text have at least two of the letters of an acronym as initials, in order."""
    initials = "".join(anyascii(word[0]).upper()[:1] for word in words(before)[-2 * len(letters) :])
    found = at = 0
    for letter in _romanised(letters):
        place = initials.find(letter, at)
        if place >= 0:
            found, at = found + 1, place + 1
    return 2 * found > len(letters)


def _has_capitals(pair: Pair) -> bool:
    return bool(pair.target) and max(len(pair.source), len(pair.target)) <= _LONGEST and bool(acronyms(pair.source))


def _is_name(text: str, span: Span, lang: str) -> bool:
    """Whether an acronym is Latin, long enough, not in brackets, and no word written large for stress."""
    letters = text[slice(*span)]
    if len(letters) < _SHORTEST or not letters.isascii() or letters in _THINGS or letters in concepts(lang):
        return False
    if enclosed(text, *span):
        return False
    listed = words_of(lang)
    return listed is None or (letters.lower() not in listed.plain and listed.tier(letters.lower()) > 1)


def _replaced(pair: Pair) -> bool:
    """Whether the target has an acronym, maybe spelled, or a name of words that the source has not like that."""
    if _SPELLED.search(pair.target):
        return True
    if any(pair.target[slice(*span)] not in pair.source for span in acronyms(pair.target)):
        return True
    run = 0
    for word, start, _ in places(pair.target):
        large = word[0].isupper() and start > 0
        run = run + 1 if large and word not in pair.source else 0
        if run >= 2:
            return True
    return False


def _heard(text: str) -> str:
    """The text in Latin letters without marks and spaces, so that `Би-би-си` has no less than `bbc` in it."""
    return re.sub("[^a-z]", "", anyascii(text).lower())


def _written_out(text: str, letters: str) -> bool:
    """Whether words in a row have these initials, small words between them left out or not."""
    found = [anyascii(word[0]).upper()[:1] for word in words(text)]
    large = [anyascii(word[0]).upper()[:1] for word in words(text) if len(word) > 3]
    return any(letters in "".join(row) for row in (found, large))


@rule(
    "ACR004",
    "ministry-changed",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="Another ministry: {detail}.",
    gate=lambda facts: facts.langs[1] == "" or facts.target.has(*MINISTRY_CRUMBS.get(facts.langs[1], ())),
)
def ministry_changed(pair: Pair) -> Iterator[Hit]:
    """A ministry became that of another subject.

    Why: `МИД`, `МВД` and `МЧС` differ by a letter, and foreign and internal affairs by a word.
    Flags: ru "По данным МЧС" / en "According to the Ministry of Foreign Affairs"
    Flags: de "der Innenminister" / en "the foreign minister"
    Passes: ru "По данным МЧС" / en "According to the Emergency Situations Ministry"
    Limits: fourteen subjects in ten languages; one ministry or minister on each side.
    """
    now = ministries(pair.target, languages_of(pair)[1]) if 0 < len(pair.source) <= _LONGEST else {}
    was = ministries(pair.source, languages_of(pair)[0]) if len(now) == 1 else {}
    if len(was) == 1 and was.keys() != now.keys():
        (there,), (here,) = was.values(), now.values()
        yield hit(*here, f"“{pair.target[slice(*here)]}” where the source has “{pair.source[slice(*there)]}”")


_LARGE = "A-ZÀ-ÖØ-ÞĄĆČĎĘĚĞĂİŁŃŇŐŘŚŞŠŤŮŰŹŻŽȘȚА-ЯЁІЇЄҐ"
#: Acronyms of three letters or more, with the letters that Latin alphabets add; behind one an ending may follow.
_LONG = re.compile(f"[{_LARGE}](?<![\\w.'’&/-].)(?:[{_LARGE}]|[a-z](?=[{_LARGE}])){{2,5}}(?![\\w&/]|\\.[\\w])")
_THREE = re.compile("[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐȘȚ]{3}")
#: Likeness (of 100) of two acronyms of one body: two letters of four.
_LIKE = 50.0


@rule(
    "ACR005",
    "acronym-inconsistent",
    category="terminology/inconsistent-use",
    severity=Severity.MINOR,
    message="The same body is {detail} elsewhere in this text.",
    scope=Scope.DOCUMENT,
)
def acronym_two_ways(pairs: Sequence[Pair]) -> Iterator[tuple[int, Hit]]:
    """One acronym of the source has two in the translation.

    Why: the reader takes them for two bodies.
    Flags: pl "RDOŚ" as both "RDOŚ" and "RDEP"; es "OIEA" as both "IAEA" and "IAEO"
    Passes: ru "ООН" as both "UN" and "the United Nations"
    Limits: three letters or more, two of them alike, or the first two; not of things (`SARS`); in each pair the only
        acronym, or one that is kept. The rarer, or else the later, is the hit.
    """
    found: dict[str, list[tuple[int, Span, str]]] = {}
    sides = sides_of(pairs)
    for position in sorted(sides.source.loud & sides.target.loud) if sides else range(len(pairs)):
        pair = pairs[position]
        if not (_may_have_long(pair.target) and _may_have_long(pair.source)):
            continue
        if max(len(pair.source), len(pair.target)) <= _LONGEST:
            for letters, span in _renderings(pair):
                found.setdefault(letters, []).append((position, span, pair.target[slice(*span)]))
    for rendered in found.values():
        counts = Counter(letters for _, _, letters in rendered)
        if len(counts) < 2:
            continue
        usual = counts.most_common(1)[0][0]
        for position, span, letters in rendered:
            if letters != usual and _is_variant(letters, usual, pairs[position]):
                yield position, hit(*span, f"“{usual}”", suggestion=usual)


def _may_have_long(text: str) -> bool:
    """A quick look: whether a text may have an acronym of three letters."""
    kept = NAMES.get(text)
    return kept[1] in kept[0].loud if kept else _THREE.search(text) is not None


def _renderings(pair: Pair) -> Iterator[tuple[str, Span]]:
    """Acronyms of the source, each with the place of what surely stands for it in the target."""
    there = {m[0] for m in _LONG.finditer(pair.source) if not _ROMAN.fullmatch(m[0])}
    if not there or pair.source.isupper() or pair.target.isupper():
        return
    here = {m[0]: m.span() for m in _LONG.finditer(pair.target) if not _ROMAN.fullmatch(m[0])}
    for letters in there:
        kept = next((one for one in (letters, _romanised(letters)) if one in here), "")
        if kept:
            yield letters, here[kept]
        elif len(there) == len(here) == 1:
            yield letters, next(iter(here.values()))


def _is_variant(letters: str, usual: str, pair: Pair) -> bool:
    """Whether an acronym is another for the same body, not that of another which the source names otherwise."""
    from rapidfuzz import fuzz

    if (
        letters in _THINGS
        or usual in _THINGS
        or letters in pair.source
        or usual in pair.target
        or _romanised(letters) == _romanised(usual)
    ):
        return False
    one, two = _romanised(letters), _romanised(usual)
    return one[:2] == two[:2] or fuzz.ratio(one, two) >= _LIKE
