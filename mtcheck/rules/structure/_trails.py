# ruff: noqa: E501 (tables)
"""What of a page runs into its text without a mark: trails of navigation, and lines of furniture after a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtcheck.rules.structure._boilerplate import LEAD, OPEN
from mtcheck.rules.text import Span, has_any

#: Signs between the steps of a trail; those of the second row only after the name of the first page.
_SIGNS = "›»>→❯▸▶⟩"
_MORE_SIGNS = "/|·•–—"
_HOME = (
    "Home|Home page|Homepage|Main|Main page|Start|Front page|Главная|Главная страница|На главную|Головна|На головну|Startseite|Accueil|"
    "Inicio|Portada|Página de inicio|Início|Página inicial|Capa|Strona główna|Home|Domů|Úvod|Hlavní strana|Ana sayfa|Anasayfa|首页|主页|ホーム|トップ|الرئيسية|"
    "الصفحة الرئيسية|Hoofdpagina|Hem|Forside|Etusivu|Acasă|Αρχική|Főoldal|दैनिक|होम|홈|Beranda|Trang chủ"
)
_STEP = r"[^\W_][^\n.!?;:<>›»→❯▸▶⟩/|·•–—«“”\"]{0,34}?"
_TRAIL = re.compile(rf"(?<![^\s])(?:{_STEP}[ \u00a0][{_SIGNS}](?:[ \u00a0]|$)){{2,8}}(?:[^\W_][\w’'-]*)?")
_HOME_TRAIL = re.compile(
    rf"(?<![^\s])(?:{_HOME})(?:[ \u00a0]?[{_SIGNS}]|[ \u00a0][{_MORE_SIGNS}])(?:[ \u00a0]?{_STEP}(?:[ \u00a0]?[{_SIGNS}]|[ \u00a0][{_MORE_SIGNS}])(?=\s|$|\w)){{1,8}}[ \u00a0]?(?:[^\W_][\w’'-]*)?"
)
_ANY_SIGN = re.compile(rf"[{_SIGNS}]|(?:{_HOME})[ \u00a0][{_MORE_SIGNS}]")
_LONGEST = 4_000


def trails(text: str) -> list[Span]:
    """Trails such as `Home › Economy › Companies`, with the first word of their last step.

    >>> trails("Home › Economy › Companies The government is promising more.")
    [(0, 26)]
    """
    if len(text) > _LONGEST or not _ANY_SIGN.search(text):
        return []
    match = _HOME_TRAIL.search(text) or _TRAIL.search(text)
    return [(match.start(), len(text[: match.end()].rstrip()))] if match else []


@cache
def _run_in(lang: str) -> re.Pattern[str] | None:
    """Lines of furniture that are sure in any place: those that go on with whatever, and those before a colon."""
    opened, lead = _sure(lang)
    if not opened and not lead:
        return None
    body = "|".join([*map(re.escape, opened), *(re.escape(phrase) + r"\s?:" for phrase in lead)])
    return re.compile(rf"(?<=[^\W_]) (?P<line>(?:{body})(?!\w)[^.!?…\n]{{0,120}})", re.IGNORECASE)


def _sure(lang: str) -> tuple[list[str], list[str]]:
    opened = [phrase for phrase in OPEN.get(lang, "").split("|") if " " in phrase and "(" not in phrase]
    return opened, [phrase for phrase in LEAD.get(lang, "").split("|") if " " in phrase]


@cache
def run_in_crumbs(lang: str) -> tuple[str, ...]:
    """How the lines begin that `run_in_furniture` looks for, after the space before them."""
    firsts = (phrase.split(" ") for phrases in _sure(lang) for phrase in phrases)
    found = {
        (f" {first} {second}" if second.isalpha() and len(second) > 2 else f" {first} ") for first, second, *_ in firsts
    }
    return tuple(sorted(" " + crumb[1].upper() + crumb[2:] for crumb in found))


def run_in_furniture(text: str, lang: str) -> Iterator[Span]:
    """Lines of furniture with a capital that stand after a word, without a mark between the two."""
    made = _run_in(lang)
    if made is None or len(text) > _LONGEST or not has_any(text, run_in_crumbs(lang)):
        return
    for match in made.finditer(text):
        start, end = match.span("line")
        if text[start].isupper() and not text[:start].rstrip().endswith(("-", "–", "—", ":")):
            yield start, end
