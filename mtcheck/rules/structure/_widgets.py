# ruff: noqa: E501 (tables)
"""Controls of a page that run into its text: the size of its letters, rows of buttons before a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtcheck.rules.structure._boilerplate import any_button
from mtcheck.rules.structure._share_bars import NETWORKS, SHARE, alternatives
from mtcheck.rules.text import Span, has_any
from mtcheck.rules.words.lists import words_of

#: Names of the control for the size of letters, and of the sizes, in all languages.
_SIZE_OF = (
    "font size|text size|type size|letter size|размер шрифта|размер текста|розмір шрифту|розмір тексту|schriftgröße|schriftgrösse|textgröße|"
    "taille du texte|taille de police|taille de la police|taille des caractères|tamaño de letra|tamaño de la letra|tamaño del texto|tamaño de fuente|"
    "tamaño de texto|dimensione testo|dimensione del testo|dimensione carattere|dimensioni testo|dimensione caratteri|tamanho da letra|tamanho do texto|"
    "tamanho da fonte|tamanho de letra|rozmiar czcionki|rozmiar tekstu|wielkość czcionki|wielkość tekstu|velikost písma|yazı boyutu|yazı tipi boyutu|"
    "metin boyutu|lettergrootte|tekstgrootte|字号大小|字体大小|字号|字體大小|字号选择|文字サイズ|文字の大きさ|حجم الخط|حجم النص|글자크기|글자 크기"
)
_SIZES = (
    "a[+-]{0,3}|а[+-]{0,3}|[+-]|small|medium|large|normal|larger|smaller|big|extra large|default|s|m|l|xl|маленький|средний|большой|обычный|крупный|мелкий|малий|середній|"
    "великий|звичайний|klein|mittel|groß|gross|petit|petite|moyen|moyenne|grand|grande|normale|pequeño|pequeña|mediano|mediana|piccolo|piccola|medio|media|pequeno|pequena|médio|"
    "média|mały|mała|średni|średnia|duży|duża|normalny|küçük|orta|büyük|normaal|groot|大|中|小|特大|標準|标准|صغير|متوسط|كبير|작게|크게"
)
CRUMBS = (
    " size", " Size", "азмер шр", "азмер те", "озмір", "größe", "grösse", "aille d", "amaño d", "imension", "amanho d", "ozmiar", "ielkość", "elikost", "boyutu", "grootte", "字号", "字体大", "字體大", "文字", "حجم ا", "글자",
)  # fmt: skip
_CONTROL = re.compile(
    rf"[\[(（【]?(?:{alternatives(_SIZE_OF)})\s?[:：]?(?P<sizes>(?:[\s\u00a0]?[\[(（【<|/·,、]?\s?(?:{_SIZES})(?![^\W_])[\])）】>]?[+-]{{0,2}}){{2,6}})[\])）】]?",
    re.IGNORECASE,
)
_LONGEST = 4_000


def size_controls(text: str) -> Iterator[Span]:
    """Where a text has `Font size: [Large] [Medium] [Small]`, in any language.

    >>> list(size_controls("Text size: A A A The harvest is good."))
    [(0, 16)]
    """
    if len(text) <= _LONGEST and has_any(text, CRUMBS):
        for match in _CONTROL.finditer(text):
            yield match.start(), len(text[: match.end()].rstrip())


#: What stands alone before an advertisement, and, where that is left out, before the text.
ADS: dict[str, str] = {
    "en": "advertisement|advertising|sponsored|sponsored content|paid content|promoted|skip to main content|skip to content|breaking news",
    "ru": "реклама|на правах рекламы|промо|спецпроект|срочно",
    "uk": "реклама|на правах реклами|промо|спецпроєкт|терміново",
    "de": "anzeige|werbung|gesponsert|sponsored|eilmeldung|zum inhalt springen",
    "fr": "publicité|pub|annonce|sponsorisé|contenu sponsorisé|aller au contenu",
    "es": "publicidad|anuncio|patrocinado|contenido patrocinado|última hora|saltar al contenido",
    "it": "pubblicità|annuncio|sponsorizzato|contenuto sponsorizzato|vai al contenuto",
    "pt": "publicidade|anúncio|patrocinado|conteúdo patrocinado|ir para o conteúdo",
    "pl": "reklama|materiał sponsorowany|artykuł sponsorowany|materiał partnera|przejdź do treści",
    "cs": "reklama|inzerce|sponzorováno|komerční sdělení|přejít k obsahu",
    "nl": "advertentie|gesponsord|naar de inhoud",
    "tr": "reklam|sponsorlu|ilan|içeriğe geç|son dakika",
    "zh": "广告|廣告|推广",
    "ja": "広告|スポンサー|PR",
    "ar": "إعلان|إعلانات|محتوى ممول",
}


@cache
def _ad(lang: str) -> re.Pattern[str] | None:
    listed = ADS.get(lang, "")
    return re.compile(rf"[\[(]?(?:{alternatives(listed)})[\])]?(?=[ \u00a0]+[^\W_])", re.IGNORECASE) if listed else None


def ad_before_text(text: str, start: int, lang: str) -> Span | None:
    """The word for an advertisement where a sentence begins behind it, with a common word that is no name.

    >>> ad_before_text("Advertisement The harvest is good.", 0, "en")
    (0, 13)
    """
    made, words = _ad(lang), words_of(lang)
    match = made.match(text, start) if made is not None else None
    if match is None or words is None or not text[start:].lstrip("[(")[:1].isupper():
        return None
    following = _WORD.match(text, match.end() + 1)
    if following is None or not following[0][0].isupper():
        return None
    lower = following[0].lower()
    common = lower in words.plain or (words.tier(lower) <= 1 and lower not in words.names)
    return match.span() if common else None


_WORD = re.compile(r"[^\W\d_]{1,40}")


@cache
def _row(lang: str) -> re.Pattern[str]:
    """Three buttons or names of networks at least, and then a capital or a quotation mark."""
    listed = "|".join(filter(None, (any_button(lang), NETWORKS, SHARE.get(lang, ""))))
    button = rf"(?:{alternatives(listed)})(?:\s?\(\d{{1,5}}\))?"
    return re.compile(rf"(?P<row>{button}(?:\s?[|/·•]?\s{button}){{2,8}})\s(?=[^\W\d_]|[“«„\"])", re.IGNORECASE)


def button_row(text: str, start: int, lang: str) -> Span | None:
    """A row of three or more buttons, each with a capital, before a sentence.

    >>> button_row("Share Print Comments The harvest is good.", 0, "en")
    (0, 20)
    """
    match = _row(lang).match(text, start, min(len(text), start + 300))
    if match is None or not text[match.end() : match.end() + 2].lstrip('“«„"')[:1].isupper():
        return None
    words = [word for word in re.split(r"[\s|/·•]+", match["row"]) if word[:1].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return match.span("row") if capitals >= 3 and 2 * capitals > len(words) else None
