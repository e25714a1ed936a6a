# ruff: noqa: E501 (tables)
"""How many times as many: `twice as many`, `вдвое меньше`, `el doble`, as a factor."""

from __future__ import annotations

import re
from functools import cache

from mtcheck.rules._text import Span, has_any

#: By language: what says half as much, twice as much, three times as much.
_TABLES: dict[str, tuple[str, str, str]] = {
    "en": (
        r"half (?:as (?:many|much|big|large|long|high|tall|fast|often|old|heavy|wide|expensive)|the (?:number|amount|size|price|cost|length|height|weight|speed))",
        r"(?:twice|double|two times) (?:as (?:many|much|big|large|long|high|tall|fast|often|old|heavy|wide|expensive)|the (?:number|amount|size|price|cost|length|height|weight|speed))|twice what|double what",
        r"(?:three times|triple|treble|thrice) (?:as (?:many|much|big|large|long|high|tall|fast|often|old|heavy|wide|expensive)|the (?:number|amount|size|price|cost|length|height|weight|speed))",
    ),
    "de": (
        r"halb so (?:viele?|groß|lang|hoch|schnell|oft|alt|schwer|breit|teuer)",
        r"(?:doppelt|zweimal) so (?:viele?|groß|lang|hoch|schnell|oft|alt|schwer|breit|teuer)|das doppelte|die doppelte (?:zahl|menge|größe|anzahl)",
        r"(?:dreimal|dreifach) so (?:viele?|groß|lang|hoch|schnell|oft|alt|schwer|breit|teuer)|das dreifache",
    ),
    "fr": (r"(?:deux|2) fois (?:moins|plus petit\w*)|moitié moins", r"(?:deux|2) fois plus(?! petit)|le double", r"(?:trois|3) fois plus|le triple"),
    "es": (r"la mitad de (?:los|las|lo) que|la mitad que|dos veces menos", r"el doble(?! (?:fondo|sentido|filo))|dos veces más", r"el triple|tres veces más"),
    "it": (r"la metà (?:di|rispetto a) \w+ (?:anni|anno|volta) fa|due volte (?:meno|inferiore)", r"il doppio|due volte (?:più|superiore)", r"il triplo|tre volte (?:più|superiore)"),
    "pt": (r"(?:metade do que|a metade d[oa]s? que)|duas vezes menos", r"o dobro|duas vezes mais", r"o triplo|três vezes mais"),
    "nl": (r"half zo(?:veel)? ?\w*|de helft minder", r"(?:twee ?keer|tweemaal|dubbel) zo(?:veel)? ?\w*|het dubbele", r"(?:drie ?keer|driemaal) zo(?:veel)? ?\w*|het driedubbele"),
    "sv": (r"hälften så \w+", r"(?:dubbelt|två gånger) så \w+", r"(?:tre gånger|tredubbelt) så \w+"),
    "ru": (
        r"(?:вдвое|в (?:два|2) раза) (?:меньш\w+|менее|реже|короче|ниже|дешевле|легче|медленнее|меньше)",
        r"(?:вдвое|в (?:два|2) раза) (?:больш\w+|более|чаще|длиннее|выше|дороже|тяжелее|быстрее|старше)",
        r"(?:втрое|в (?:три|3) раза) (?:больш\w+|более|чаще|длиннее|выше|дороже|тяжелее|быстрее|старше)",
    ),
    "uk": (
        r"(?:вдвічі|удвічі|вдвоє|(?:в|у) (?:два|2) рази) (?:менш\w*|рідше|коротш\w+|нижч\w+|дешевш\w*|легш\w+|повільніше)",
        r"(?:вдвічі|удвічі|вдвоє|(?:в|у) (?:два|2) рази) (?:більш\w*|частіше|довш\w+|вищ\w+|дорожч\w*|важч\w+|швидш\w+)",
        r"(?:втричі|утричі|втроє|(?:в|у) (?:три|3) рази) (?:більш\w*|частіше|довш\w+|вищ\w+|дорожч\w*|важч\w+|швидш\w+)",
    ),
    "pl": (
        r"(?:dwa razy|dwukrotnie|o połowę) (?:mniej\w*|mniejsz\w+|rzadziej|krótsz\w+|niższ\w+|tańsz\w+)",
        r"(?:dwa razy|dwukrotnie) (?:więcej|większ\w+|częściej|dłuższ\w+|wyższ\w+|droższ\w+|szybciej)",
        r"(?:trzy razy|trzykrotnie) (?:więcej|większ\w+|częściej|dłuższ\w+|wyższ\w+|droższ\w+|szybciej)",
    ),
    "cs": (r"(?:dvakrát|o polovinu) (?:méně|menší\w*)|poloviční (?:počet|množství)", r"dvakrát (?:více?|větší\w*|častěji)|dvojnásobek", r"třikrát (?:více?|větší\w*|častěji)|trojnásobek"),
    "zh": (r"(?:少|减少|減少)了?一半|的一半", r"的(?:两|兩|二|2)倍|翻了?一番|增加了?一倍|多一倍", r"的(?:三|3)倍"),
    "ja": (r"(?:の半分|半減)", r"の?(?:2|２|二)倍|倍増", r"の?(?:3|３|三)倍"),
}  # fmt: skip
#: What a text with such a phrase has, whatever its first letter.
CRUMBS: dict[str, tuple[str, ...]] = {
    "en": ("alf as", "alf the", "wice", "ouble ", "times ", "hrice", "riple ", "reble "),
    "de": (" so ", "oppelte", "reifache"),
    "fr": ("fois", "oitié", "e double", "e triple"),
    "es": ("mitad", "doble", "triple", "eces"),
    "it": ("metà", "doppio", "triplo", "volte"),
    "pt": ("metade", "dobro", "triplo", "vezes"),
    "nl": (" zo", "ubbele", "helft"),
    "sv": (" så ",),
    "ru": ("двое", "трое", "раза"),
    "uk": ("двічі", "двоє", "тричі", "троє", "рази"),
    "pl": ("razy", "krotnie", "połowę"),
    "cs": ("krát", "polov", "násobek"),
    "zh": ("半", "倍", "番"),
    "ja": ("半", "倍"),
}
_FACTORS = (0.5, 2.0, 3.0)


def multiple(text: str, lang: str) -> tuple[float, Span] | None:
    """The one factor that a text tells in words, and where; None for none or several.

    >>> multiple("There are half as many pigeons.", "en")
    (0.5, (10, 22))
    """
    if not has_any(text, CRUMBS.get(lang, ())):
        return None
    found = [(factor, match.span()) for factor, pattern in _patterns(lang) for match in pattern.finditer(text)]
    return found[0] if len(found) == 1 else None


@cache
def _patterns(lang: str) -> tuple[tuple[float, re.Pattern[str]], ...]:
    edges = ("", "") if lang in ("zh", "ja") else (r"(?<!\w)(?:", r")(?!\w)")
    return tuple(
        (factor, re.compile(f"{edges[0]}{row}{edges[1]}", re.IGNORECASE))
        for factor, row in zip(_FACTORS, _TABLES[lang], strict=True)
    )
