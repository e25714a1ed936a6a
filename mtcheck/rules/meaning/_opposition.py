# ruff: noqa: E501 (a table)
"""Opposition that is denied on one side only: `no se oponen` said as `oppose`.

A verb of opposing denies by itself, so a count of denials sees nothing lost where the `not` before it is.
"""

from __future__ import annotations

import re

from mtcheck.data import Pair, Side
from mtcheck.rules.meaning import _negation
from mtcheck.rules.meaning._denials import denies
from mtcheck.rules.meaning.affirmed import are_translations
from mtcheck.rules.text import Span
from mtcheck.rules.words.lexicon import languages_of

#: Forms of verbs that say `to be against`; no prepositions, which say much else.
_OPPOSING = {
    lang: re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)
    for lang, forms in {
        "en": r"oppos(?:e|es|ed|ing)|object(?:s|ed|ing)? to|reject(?:s|ed|ing)?|den(?:y|ies|ied|ying)|"
        r"refus(?:e|es|ed|ing)|rul(?:e|es|ed|ing) out|exclud(?:e|es|ed|ing)|doubt(?:s|ed|ing)?",
        "de": r"widersetz\w+|lehn\w+ \w+ ab|ablehn\w*|abgelehnt|bestreite\w*|bestritt\w*|weiger\w+|schließ\w* (?:\w+ ){0,3}aus|schloss\w* (?:\w+ ){0,3}aus|ausschlie\w+|ausgeschlossen|bezweif\w+",
        "fr": r"s['’]?oppos\w+|oppos(?:e|ent|é|ée|és|ées|ait|aient)|rejett\w+|rejet(?:é|er|ait)\w*|nie(?:nt)?|refus\w+|(?:n['’])?exclu\w*|dout(?:e|ent|ait|aient)",
        "es": r"opon\w+|opus\w+|rechaz\w+|nieg\w+|neg(?:ó|aron|aba|aban|ado)|descart\w+|excluy\w+|dud(?:a|an|ó|aron)",
        "it": r"oppong\w+|oppon\w+|oppost\w*|oppose\w*|rifiut\w+|respin\w+|nega(?:no|to|va|vano)?|esclud\w+|esclu[ds]\w+|dubit\w+",
        "pt": r"opõe\w*|opôs|opunh\w+|opuser\w+|rejeit\w+|recus\w+|neg(?:a|am|ou|aram|ava|avam)|descart\w+|exclu\w+|duvid\w+",
        "nl": r"verzet\w*|weiger\w*|ontken\w*|verwerp\w*|sluit\w* (?:\w+ ){0,3}uit|uitgesloten|uitsluit\w*|twijfel\w*",
        "ru": r"возража\w+|противи\w+|отверга\w+|отказыва\w+|отрица\w+|исключа\w+|исключил\w*|сомнева\w+",
        "uk": r"заперечу\w+|відкида\w+|відмовля\w+|виключа\w+|виключил\w*|сумніва\w+",
        "pl": r"sprzeciwi\w+|odrzuca\w*|odmawia\w*|zaprzecza\w*|wyklucz\w+|wątpi\w*",
        "sv": r"motsätt\w+|avvisa\w*|vägra\w*|förneka\w*|uteslut\w+|tvivla\w*",
    }.items()
}
#: A denial and what it denies have a pronoun or two between them: `no se oponen`, `did not, however, oppose`.
_BETWEEN = re.compile(r"[\s,]{1,3}(?:[^\W\d_]{1,4}\s){0,2}", re.IGNORECASE)

#: What follows the verb so far may still take back that it opposes; words farther off are of another clause.
_AFTER = 40


def opposed_after_all(pair: Pair) -> tuple[Span, Span] | None:
    """Where the target opposes, and denies nothing, and the denial of the source before its verb of opposing."""
    source, target, langs = pair.source, pair.target, languages_of(pair)
    here, there = (_OPPOSING.get(lang) for lang in langs)
    if here is None or there is None:
        return None
    found = list(there.finditer(target))
    if len(found) != 1 or len(here.findall(source)) != 1:
        return None
    start, end = found[0].span()
    denials = _negation.sure_places(source, langs[0])
    denial = next((span for span in denials if _is_next(here, source, span, after=langs[0] in _VERB_FIRST)), None)
    if denial is None:
        return None
    if _negation.may_deny(f"{target[:start]} {target[end : end + _AFTER]}", langs[1]):
        others = [place for place in _negation.maybe_places(target, langs[1]) if not start <= place[0] < end]
        if not others or denies(target, langs[1]) or not are_translations(pair, others, Side.SOURCE):
            return None
    return (start, end), denial


def _is_next(verbs: re.Pattern[str], text: str, denial: Span, *, after: bool) -> bool:
    """Whether a verb stands right after what denies it, or, where the language has it so, right before."""
    start, end = denial
    between = _BETWEEN.match(text, end)
    if between is not None and any(verbs.match(text, place) for place in {end + 1, between.end()}):
        return True
    return after and any(match.start() < start <= match.end() + _PRONOUN for match in verbs.finditer(text))


#: Languages that deny after the verb: `n'exclut pas`, `schließt nicht aus`.
_VERB_FIRST = frozenset(("fr", "de", "nl", "sv"))
#: Letters between a verb and its denial, at most.
_PRONOUN = 6

#: (to lose, to forget, to make noise; to keep, to remember, silence): not the one is the other.
_KEPT = {
    "en": (
        r"los(?:e|es|t|ing)|forg[eo]t\w*|noise|disturb\w*|slouch\w*|chang(?:e|es|ed)",
        r"keep\w*|kept|retain\w*|remain\w*|remember\w*|stay\w*|preserv\w*|quiet\w*|silen\w*|straight|same|hold|holds|held",
    ),
    "de": (
        r"verlier\w*|verlor\w*|vergess\w*|vergiss|vergisst|lärm\w*|stör\w*|änder\w*",
        r"behält|behalt\w*|behielt\w*|bleib\w*|blieb\w*|bewahr\w*|denk\w*|ruhe|ruhig|leise|stille?|gleich\w*",
    ),
    "fr": (
        r"perd\w*|oubli\w*|bruit|dérang\w*|chang\w*",
        r"gard\w*|conserv\w*|rest\w*|pens\w*|rappel\w*|souven\w*|silenc\w*|calme",
    ),
    "es": (
        r"pierd\w*|perd\w*|olvid\w*|ruido|molest\w*|cambi\w*",
        r"conserv\w*|mant[iu]\w*|manten\w*|record\w*|recuerd\w*|silencio\w*|igual",
    ),
    "it": (
        r"perd\w*|pers[oaie]|dimentic\w*|rumore|disturb\w*|cambi\w*",
        r"conserv\w*|mant[ie]\w*|rest\w*|riman\w*|rimas\w*|ricord\w*|silenzio\w*|uguale",
    ),
    "pt": (r"perd\w*|esque[cç]\w*|barulho|ruído|perturb\w*|mud\w*", r"mant\w*|conserv\w*|lembr\w*|silêncio|fic\w*"),
    "nl": (
        r"verlie\w*|verloor|verloren|verge\w*|lawaai|stoor|storen|verander\w*",
        r"behoud\w*|behield\w*|blij[fv]\w*|bleef|bleven|denk\w*|bewa\w*|stil\w*|rust\w*",
    ),
    "sv": (r"förlor\w*|tapp\w*|glöm\w*|stör\w*|ändra\w*", r"behåll\w*|behöll|minns|kom ihåg|tyst\w*|förblir"),
    "ru": (
        r"(?:по|у)?теря\w*|забы\w*|забуд\w*|шуме\w*|сутул\w*|меня\w*|измен\w*|отстава\w*",
        r"сохран\w*|хран\w*|оста[вл]\w*|помн\w*|тих\w*|тиш\w*|прямо|держ\w*",
    ),
    "uk": (
        r"втрач\w*|втрат\w*|губ\w*|забу\w*|шумі\w*|змін\w*",
        r"зберіг\w*|збере\w*|зали[шх]\w*|пам['’ʼ]ята\w*|тих\w*|триматися|прямо",
    ),
    "pl": (
        r"trac\w*|strac\w*|utrac\w*|zapom\w*|hałas\w*|przeszkadza\w*|zmieni\w*",
        r"zachow\w*|pozosta\w*|pamięta\w*|cisz\w*|cich\w*|utrzym\w*",
    ),
    "cs": (
        r"\w*ztrác\w*|\w*ztrati\w*|\w*zapom\w*|\w*hluč\w*|\w*ruš\w*|\w*měn\w*",
        r"zachov\w*|zůst\w*|pamat\w*|ticho|tich\w*|udrž\w*",
    ),
    "tr": (r"kaybet\w*|unut\w*|gürültü\w*|değiş\w*", r"koru\w*|hatırla\w*|sessiz\w*|aynı"),
}
_SIGNS_KEPT = {
    "ja": (r"失|忘れ|変わ|騒|衰え|絶え", r"保|覚え|残|静か"),
    "zh": (r"失|忘|变|變|喧|吵", r"保|记|記|静|靜|仍"),
}
_LOSING, _KEEPING = (
    {
        **{lang: re.compile(rf"(?<!\w)(?:{row[n]})(?!\w)", re.IGNORECASE) for lang, row in _KEPT.items()},
        **{lang: re.compile(row[n]) for lang, row in _SIGNS_KEPT.items()},
    }
    for n in (0, 1)
)
#: Characters around a denial in which the word stands that it denies.
_AROUND = 30


def keeps_after_all(here: str, there: str, langs: tuple[str, str], denial: Span) -> bool:
    """Whether what one side denies is losing, forgetting or making noise, and the other side keeps, remembers, is quiet.

    >>> keeps_after_all("Der Stoff verliert seine Farbe nicht.", "The fabric keeps its colour.", ("de", "en"), (31, 36))
    True
    """
    losing, keeping = _LOSING.get(langs[0]), _KEEPING.get(langs[1])
    if losing is None or keeping is None or keeping.search(there) is None:
        return False
    return losing.search(here, max(0, denial[0] - _AROUND), denial[1] + _AROUND) is not None
