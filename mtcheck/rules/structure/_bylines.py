# ruff: noqa: E501 (tables)
"""Lines of author and date around an article, by language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from mtcheck.rules.text import Span, has_any, trim

#: What such a line says, in small letters, before its date or time.
_SAID: Mapping[str, str] = {
    "en": r"(?:first )?(?:published|posted|updated|modified)(?: on| at)?:?|last (?:updated|modified)(?: on| at)?:?|by (?:our|staff) (?:correspondent|reporter|writer)s?",
    "ru": r"опубликован[оа]:?|обновлен[оа]:?|обновлено:?|дата публикации:?|последнее обновление:?|добавлено:?",
    "uk": r"опубліковано:?|оновлено:?|дата публікації:?|останнє оновлення:?|додано:?",
    "de": r"(?:erstmals )?veröffentlicht(?: am| um)?:?|(?:zuletzt )?aktualisiert(?: am| um)?:?|stand:|erstellt am|von der redaktion|letzte aktualisierung:?",
    "fr": r"(?:par la rédaction )?publié(?:e)?(?: le| à| il y a)?:?|mis(?:e)? à jour(?: le| à)?:?|modifié(?:e)?(?: le| à)?:?|par la rédaction|dernière mise à jour:?",
    "es": r"publicado(?: el| a las)?:?|actualizado(?: el| a las)?:?|(?:por )?redacción,?|última actualización:?|modificado el:?",
    "it": r"pubblicato(?: il| alle)?:?|aggiornato(?: il| alle)?:?|(?:a cura della|di) redazione|ultimo aggiornamento:?|ultima modifica:?",
    "pt": r"publicado(?: em| a| às)?:?|atualizado(?: em| a| às)?:?|(?:por|da) redação|última atualização:?|publicada em:?",
    "pl": r"opublikowano:?|zaktualizowano:?|aktualizacja:?|data publikacji:?|data dodania:?|oprac\.:?|ostatnia aktualizacja:?",
    "nl": r"gepubliceerd(?: op| om)?:?|bijgewerkt(?: op| om)?:?|laatst bijgewerkt(?: op)?:?|van onze redactie",
    "tr": r"yayınlanma(?: tarihi)?:?|güncelle(?:n)?me(?: tarihi)?:?|son güncelleme:?|giriş(?: tarihi)?:",
    "zh": r"发布时间[:：]?|更新时间[:：]?|发表于[:：]?|发布于[:：]?|来源[:：]|責任編輯[:：]|责任编辑[:：]|發布時間[:：]?|時間[:：]|时间[:：]",
    "ja": r"公開日[:：]?|更新日[:：]?|最終更新[:：]?|配信[:：]|掲載日[:：]?|投稿日[:：]?",
    "ar": r"نشر(?:ت)? في[:]?|تاريخ النشر[:]?|آخر تحديث[:]?|تم التحديث[:]?",
}  # fmt: skip
#: What a text with such a line has, whatever its first letter.
BYLINE_CRUMBS: Mapping[str, tuple[str, ...]] = {
    "en": ("ublished", "osted", "pdated", "odified"), "ru": ("публикова", "бновлен", "убликаци", "обавлен"),
    "uk": ("публікова", "новлен", "ублікаці", "одано"), "de": ("eröffentlicht", "ktualisier", "tand:", "rstellt"),
    "fr": ("ublié", "is à jour", "ise à jour", "odifié"), "es": ("ublicado", "ctualiza", "edacción", "odificado"),
    "it": ("ubblicat", "ggiorna", "ltima modifica"), "pt": ("ublicad", "tualiza"),
    "pl": ("publikowan", "ktualiz", "ublikacji", "dodania", "prac."), "nl": ("epubliceerd", "ijgewerkt"),
    "tr": ("ayınlanma", "üncelle", "iriş"), "zh": ("发布", "更新", "发表", "来源", "编辑", "編輯", "發布", "时间", "時間"),
    "ja": ("公開日", "更新", "配信", "掲載日", "投稿日"), "ar": ("نشر", "تحديث"),
}  # fmt: skip
_LONGEST = 110
_STAMP = r"[^.!?。！？\n]{0,40}?(?:\d{1,2}[:.h]\s?\d\d|\d{1,4}[-./年]\s?\d{1,2}|\d{1,2}(?:st|nd|rd|th|er|º|\.)?\s(?:de\s)?[^\W\d_]{3,12}\.?|[^\W\d_]{3,12}\s\d{1,2},?\s(?:19|20)\d\d)[^.!?。！？\n]{0,60}"
#: A date or a time and nothing else; several such lines in a row begin or end a text without a mark between.
_MOMENT = (
    r"(?:\d{1,2}(?:st|nd|rd|th|er|º|\.)?\s(?:de\s|of\s)?[^\W\d_]{3,12}\.?(?:,?\s(?:de\s)?(?:19|20)\d\d)?|[^\W\d_]{3,12}\s\d{1,2},?\s(?:19|20)\d\d|"
    r"\d{1,4}[-./年]\s?\d{1,2}(?:[-./月]\s?\d{1,4}日?)?)?(?:,?\s?(?:at|à|um|a las|alle|às|o|в|о|saat|klo)?\s?\d{1,2}\s?[:.h]\s?\d\d)?"
)
_STOPS = re.compile(r"(?<=[.!?。！？»”\"])\s+|\n")


@cache
def _pattern(lang: str) -> re.Pattern[str] | None:
    if lang not in _SAID:
        return None
    said = _SAID[lang]
    return re.compile(rf"(?:{said})\s?(?:{said})?{_STAMP}", re.IGNORECASE)


@cache
def _in_a_row(lang: str) -> re.Pattern[str]:
    said = _SAID[lang]
    line = rf"(?:{said})(?:\s?(?:{said}))?\s?(?=[^\W_])(?=[^.!?]{{0,24}}\d){_MOMENT}"
    return re.compile(rf"\A(?:{line}[\s|·,–—-]*){{1,4}}(?=\s?[^\W\d_])", re.IGNORECASE)


def is_byline(text: str, lang: str) -> bool:
    """Whether a piece of text is such a line as a whole.

    >>> is_byline("Last updated: 12 March 2025, 10:40", "en"), is_byline("Published in 1995, it made him famous.", "en")
    (True, False)
    """
    pattern = _pattern(lang)
    return pattern is not None and len(text) <= _LONGEST and pattern.fullmatch(text) is not None


def bylines(text: str, lang: str) -> Iterator[Span]:
    """Where pieces of a text, between its sentences, are such lines."""
    if not has_any(text, BYLINE_CRUMBS.get(lang, ())):
        return
    first = _in_a_row(lang).match(text)
    if first and text[first.end() :].lstrip()[:1].isupper() and any(map(str.isdecimal, first.group())):
        yield trim(text, 0, first.end())
        return
    at = 0
    for stop in [*_STOPS.finditer(text), None]:
        start, end = trim(text, at, stop.start() if stop else len(text))
        if start < end and is_byline(text[start:end], lang):
            yield start, end
        at = stop.end() if stop else len(text)
