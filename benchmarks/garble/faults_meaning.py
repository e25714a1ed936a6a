# ruff: noqa: E501 (tables)
"""Faults of meaning and terminology for `inject.py`: what a translation says otherwise although it reads well.

Words are planted from short lists of everyday forms, not from the tables of the rules.
"""

from __future__ import annotations

import random
import re
from dataclasses import replace
from functools import cache

from babel import Locale

from benchmarks.garble.faults import Planted, fault
from mtcheck.data import Pair, Term
from mtcheck.rules.text import lang_of
from mtcheck.terms import Glossary

#: Plain negators: taking one out leaves a sentence that says the opposite.
_NEGATORS = {
    "en": r"(?<=\w) not\b|n['’]t\b", "ru": r"\bне ", "uk": r"\bне ", "de": r"\bnicht ", "es": r"\bno ", "it": r"\bnon ",
    "pt": r"\bnão ", "nl": r"\bniet ", "pl": r"\bnie ", "sv": r"\binte ", "ar": r"(?<!\S)(?:لا|لم|لن|ليس|ليست) ",
    "zh": r"不(?=[能会會是想要])|没有|沒有", "ja": r"ません|ない(?=[。、])|なかった", "cs": r"\bne(?=ní\b|jsou\b|byl|bud|má\b|mohl|může)",
    "fr": r" pas\b", "tr": r" değil(?:dir)?\b",
}  # fmt: skip
_INSTEAD = {"ません": "ます", "なかった": "た", "ない": "る"}
_FIRST_HALF = re.compile(r"\b(?:ne |n['’])", re.IGNORECASE)

#: Where a negator may be put in: pattern, and what takes its place.
_PUT_IN = {
    "en": (r"\b(is|are|was|were|has|had|will|would|could|should|can)\b(?! (?:not|no|n't))", r"\1 not"),
    "de": (r"\b(ist|sind|war|waren|wurde|wurden|hat|haben|wird)\b", r"\1 nicht"),
    "ru": (r"\b(был|была|было|были|стал|стала|стали|может|могут|имеет|является)\b", r"не \1"),
    "uk": (r"\b(був|була|було|були|може|можуть|має|мають)\b", r"не \1"),
    "fr": (r"\b(sont|seront|peuvent|peut|devait|furent|fut|sera)\b", r"ne \1 pas"),
    "es": (r"\b(es|son|fue|fueron|ha|han|está|puede|pueden|tiene)\b", r"no \1"),
    "it": (r"\b(è|sono|ha|hanno|era|può|furono|fu)\b", r"non \1"),
    "pt": (r"\b(é|são|foi|foram|está|tem|pode|podem)\b", r"não \1"),
    "nl": (r"\b(is|was|zijn|waren|werd|heeft|hebben)\b", r"\1 niet"),
    "pl": (r"\b(jest|są|był|była|było|byli|może|mogą|ma|mają)\b", r"nie \1"),
    "cs": (r"\b(jsou|byl|byla|bylo|byli|bude|může|mají)\b", r"ne\1"),
    "sv": (r"\b(är|var|har|hade|kan|kommer|blev)\b", r"\1 inte"),
    "zh": (r"(?<![不就只总還还])(是|能|会|會)", r"不\1"),
    "ja": (r"ました(?=。)", "ませんでした"),
    "tr": (r"(?<=\w)(?:dır|dir|dur|dür)(?=\.)", " değildir"),
}  # fmt: skip

_MODALS = {
    "en": ("must may", "may must", "can must"), "de": ("muss kann", "müssen können", "kann muss", "können müssen"),
    "ru": ("должен может", "должны могут", "может должен", "могут должны"), "uk": ("повинен може", "може повинен", "можуть повинні"),
    "fr": ("doit peut", "doivent peuvent", "peut doit", "peuvent doivent"), "es": ("debe puede", "deben pueden", "puede debe", "pueden deben"),
    "it": ("deve può", "devono possono", "può deve", "possono devono"), "pt": ("deve pode", "devem podem", "pode deve", "podem devem"),
    "nl": ("moet kan", "moeten kunnen", "kan moet", "kunnen moeten"), "pl": ("musi może", "muszą mogą", "może musi", "mogą muszą"),
    "cs": ("musí může", "může musí", "mohou musí"), "sv": ("måste kan", "kan måste"), "zh": ("必须 可以", "可以 必须"),
    "ar": ("يجب يمكن", "يمكن يجب"), "tr": ("zorunda mümkün",),
}  # fmt: skip

_OPPOSITES = {
    "en": "north south,northern southern,east west,father mother,son daughter,brother sister,increase decrease,increased decreased,won lost,bought sold,summer winter,woman man,husband wife",
    "de": "Norden Süden,Osten Westen,Vater Mutter,Sohn Tochter,Bruder Schwester,stieg sank,Sommer Winter,Frau Mann,gewann verlor",
    "fr": "nord sud,père mère,fils fille,frère sœur,augmenté diminué,été hiver,femme homme", "es": "norte sur,padre madre,hijo hija,hermano hermana,verano invierno,mujer hombre",
    "it": "nord sud,padre madre,figlio figlia,fratello sorella,estate inverno,donna uomo", "pt": "norte sul,pai mãe,filho filha,irmão irmã,verão inverno,mulher homem",
    "ru": "север юг,севере юге,отец мать,сын дочь,брат сестра,летом зимой,увеличился снизился,муж жена", "uk": "північ південь,батько мати,син дочка,брат сестра,влітку взимку",
    "pl": "północ południe,ojciec matka,syn córka,brat siostra,lato zima", "cs": "sever jih,otec matka,syn dcera,bratr sestra", "sv": "norr söder,bror syster,son dotter,sommar vinter,man kvinna",
    "zh": "北 南,父亲 母亲,增加 减少,夏季 冬季,女性 男性,進口 出口", "ja": "北 南,父 母,増加 減少,夏 冬,女性 男性", "tr": "kuzey güney,baba anne,kadın erkek", "ar": "شمال جنوب,والده والدته,زوجته زوجها",
}  # fmt: skip


def _words(words: str, lang: str) -> re.Pattern[str]:
    inner = re.escape(words)
    return re.compile(inner if lang in ("zh", "ja") else rf"\b{inner}\b")


def _lone(pattern: str, text: str) -> re.Match[str] | None:
    found = list(re.finditer(pattern, text, re.IGNORECASE))
    return found[0] if len(found) == 1 else None


@fault("negation-dropped", 9, "MEA001")
def negation_dropped(pair: Pair, rng: random.Random) -> Planted | None:
    """The one negator of the target goes; the place is the whole target, which now affirms."""
    source, target = lang_of(pair.source_lang), lang_of(pair.target_lang)
    if source not in _NEGATORS or target not in _NEGATORS or pair.target.rstrip().endswith(("?", "？")):
        return None
    was, now = _lone(_NEGATORS[source], pair.source), _lone(_NEGATORS[target], pair.target)
    if was is None or now is None:
        return None
    text = pair.target[: now.start()] + _INSTEAD.get(now.group(), "") + pair.target[now.end() :]
    if target == "fr":
        text = _FIRST_HALF.sub("", text, count=1)
    return Planted(replace(pair, target=text), 0, len(text))


@fault("negation-added", 9, "MEA002")
def negation_added(pair: Pair, rng: random.Random) -> Planted | None:
    """A negator comes in where neither side has one."""
    source, target = lang_of(pair.source_lang), lang_of(pair.target_lang)
    if source not in _NEGATORS or target not in _PUT_IN or pair.target.rstrip().endswith(("?", "？")):
        return None
    if re.search(_NEGATORS[source], pair.source) or re.search(_NEGATORS.get(target, "$^"), pair.target):
        return None
    pattern, into = _PUT_IN[target]
    found = list(re.finditer(pattern, pair.target))
    if not found:
        return None
    m = rng.choice(found)
    piece = m.expand(into)
    return Planted(
        replace(pair, target=pair.target[: m.start()] + piece + pair.target[m.end() :]),
        m.start(),
        m.start() + len(piece),
    )


@fault("question-made", 9, "MEA004")
def question_made(pair: Pair, rng: random.Random) -> Planted | None:
    """The full stop becomes a question mark."""
    if (
        not pair.target.endswith((".", "。"))
        or not pair.source.endswith((".", "。"))
        or "?" in pair.source + pair.target
    ):
        return None
    end = len(pair.target)
    mark = {"ar": "؟", "zh": "？", "ja": "？", "fa": "؟", "el": ";"}.get(lang_of(pair.target_lang), "?")
    return Planted(replace(pair, target=pair.target[:-1] + mark), end - 1, end)


@fault("modality-changed", 9, "MEA005")
def modality_changed(pair: Pair, rng: random.Random) -> Planted | None:
    """An order becomes a possibility, or the reverse."""
    return _exchanged(pair, rng, [tuple(row.split()) for row in _MODALS.get(lang_of(pair.target_lang), ())])


@fault("opposite-word", 9, "MEA006")
def opposite_word(pair: Pair, rng: random.Random) -> Planted | None:
    """A word becomes its opposite."""
    rows = [row.split() for row in _OPPOSITES.get(lang_of(pair.target_lang), "").split(",") if row]
    return _exchanged(pair, rng, [(a, b) for one, other in rows for a, b in ((one, other), (other, one))])


def _exchanged(pair: Pair, rng: random.Random, rows: list[tuple[str, ...]]) -> Planted | None:
    lang = lang_of(pair.target_lang)
    found = [(m, new) for old, new in rows for m in _words(old, lang).finditer(pair.target)]
    if not found:
        return None
    m, new = rng.choice(found)
    text = pair.target[: m.start()] + new + pair.target[m.end() :]
    return Planted(replace(pair, target=text), m.start(), m.start() + len(new))


@cache
def countries(source_lang: str, target_lang: str) -> tuple[Glossary, tuple[str, ...]]:
    """A glossary of CLDR's names of countries, and the names in the target language."""
    # PUD's Chinese is in traditional characters.
    source, target = (
        dict(Locale.parse("zh_Hant" if lang == "zh" else lang).territories) for lang in (source_lang, target_lang)
    )
    codes = [
        code for code in source if len(code) == 2 and code in target and code not in ("AU", "GB", "US", "TR", "EZ")
    ]
    terms = [Term(source=source[code], targets=(target[code],)) for code in codes if source[code] != target[code]]
    return Glossary(terms, source_lang, target_lang), tuple(sorted({target[code] for code in codes}))


@fault("term-replaced", 8, "TRM001")
def term_replaced(pair: Pair, rng: random.Random) -> Planted | None:
    """A country of a glossary of countries is rendered by another one; the place is the source's name."""
    glossary, names = countries(pair.source_lang or "en", pair.target_lang or "en")
    uses = glossary.uses(pair.source, pair.target)
    if len(uses) != 1 or pair.target.count(wanted := uses[0].term.targets[0]) != 1:
        return None
    at = pair.target.index(wanted)
    other = rng.choice([name for name in names if name[:2] != wanted[:2]])
    text = pair.target[:at] + other + pair.target[at + len(wanted) :]
    return Planted(replace(pair, target=text, terms=uses), uses[0].start, uses[0].end, "source")


@fault("term-kept", 8, "TRM001")
def term_kept(pair: Pair, rng: random.Random) -> Planted | None:
    """A country of the glossary stays as the source has it."""
    glossary, _ = countries(pair.source_lang or "en", pair.target_lang or "en")
    uses = glossary.uses(pair.source, pair.target)
    if len(uses) != 1 or pair.target.count(wanted := uses[0].term.targets[0]) != 1:
        return None
    here = pair.source[uses[0].start : uses[0].end]
    text = pair.target.replace(wanted, here)
    return Planted(replace(pair, target=text, terms=uses), uses[0].start, uses[0].end, "source")
