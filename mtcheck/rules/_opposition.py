"""Opposition that is denied on one side only: `no se oponen` said as `oppose`.

A verb of opposing denies by itself, so a count of denials sees nothing lost where the `not` before it is.
"""

from __future__ import annotations

import re

from mtcheck.rules import _negation
from mtcheck.rules._text import Span

#: Forms of verbs that say `to be against`; no prepositions, which say much else.
_OPPOSING = {
    lang: re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)
    for lang, forms in {
        "en": r"oppos(?:e|es|ed|ing)|object(?:s|ed|ing)? to|reject(?:s|ed|ing)?|den(?:y|ies|ied|ying)|"
        r"refus(?:e|es|ed|ing)",
        "de": r"widersetz\w+|lehn\w+ \w+ ab|ablehn\w*|abgelehnt|bestreite\w*|bestritt\w*|weiger\w+",
        "fr": r"s['’]?oppos\w+|oppos(?:e|ent|é|ée|és|ées|ait|aient)|rejett\w+|rejet(?:é|er|ait)\w*|nie(?:nt)?|refus\w+",
        "es": r"opon\w+|opus\w+|rechaz\w+|nieg\w+|neg(?:ó|aron|aba|aban|ado)",
        "it": r"oppong\w+|oppon\w+|oppost\w*|oppose\w*|rifiut\w+|respin\w+|nega(?:no|to|va|vano)?",
        "pt": r"opõe\w*|opôs|opunh\w+|opuser\w+|rejeit\w+|recus\w+|neg(?:a|am|ou|aram|ava|avam)",
        "nl": r"verzet\w*|weiger\w*|ontken\w*|verwerp\w*",
        "ru": r"возража\w+|противи\w+|отверга\w+|отказыва\w+|отрица\w+",
        "uk": r"заперечу\w+|відкида\w+|відмовля\w+",
        "pl": r"sprzeciwi\w+|odrzuca\w*|odmawia\w*|zaprzecza\w*",
        "sv": r"motsätt\w+|avvisa\w*|vägra\w*|förneka\w*",
    }.items()
}
#: A denial and what it denies have a pronoun or two between them: `no se oponen`, `did not, however, oppose`.
_BETWEEN = re.compile(r"[\s,]{1,3}(?:[^\W\d_]{1,4}\s){0,2}", re.IGNORECASE)


#: What follows the verb so far may still take back that it opposes; words farther off are of another clause.
_AFTER = 40


def opposed_after_all(source: str, target: str, langs: tuple[str, str]) -> tuple[Span, Span] | None:
    """Where the target opposes, and denies nothing, and the denial of the source before its verb of opposing."""
    here, there = (_OPPOSING.get(lang) for lang in langs)
    if here is None or there is None:
        return None
    found = list(there.finditer(target))
    if len(found) != 1 or len(here.findall(source)) != 1:
        return None
    start, end = found[0].span()
    denial = next((span for span in _negation.sure_places(source, langs[0]) if _is_next(here, source, span[1])), None)
    if denial is None or _negation.may_deny(f"{target[:start]} {target[end : end + _AFTER]}", langs[1]):
        return None
    return (start, end), denial


def _is_next(verbs: re.Pattern[str], text: str, at: int) -> bool:
    between = _BETWEEN.match(text, at)
    return between is not None and any(verbs.match(text, place) for place in {at + 1, between.end()})
