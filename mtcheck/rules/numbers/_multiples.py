# ruff: noqa: E501 (tables)
"""How many times as many: `twice as many`, `вдвое меньше`, `el doble`, as a factor."""

from __future__ import annotations

import re
from functools import cache

from mtcheck.rules.text import Span, has_any

#: By language: what says half as much, twice as much, three times as much.
_TABLES: dict[str, tuple[str, str, str]] = {
    "en": (
        r"half (?:as (?:many|much|big|large|long|high|tall|fast|often|old|heavy|wide|expensive)|the (?:number|amount|size|price|cost|length|height|weight|speed))|halved|halving",
        r"(?:twice|double|two times) (?:as (?:many|much|big|large|long|high|tall|fast|often|old|heavy|wide|expensive)|the (?:number|amount|size|price|cost|length|height|weight|speed))|twice what|double what|doubled|doubling|to double(?=[ ,.])",
        r"(?:three times|triple|treble|thrice) (?:as (?:many|much|big|large|long|high|tall|fast|often|old|heavy|wide|expensive)|the (?:number|amount|size|price|cost|length|height|weight|speed))|tripled|tripling|trebled|trebling|to triple(?=[ ,.])",
    ),
    "de": (
        r"halb so (?:viele?|groß|lang|hoch|schnell|oft|alt|schwer|breit|teuer)|halbier(?:t|te|ten|en)",
        r"(?:doppelt|zweimal) so (?:viele?|groß|lang|hoch|schnell|oft|alt|schwer|breit|teuer)|das doppelte|die doppelte (?:zahl|menge|größe|anzahl)|verdoppel(?:t|te|ten|n)",
        r"(?:dreimal|dreifach) so (?:viele?|groß|lang|hoch|schnell|oft|alt|schwer|breit|teuer)|das dreifache|verdreifach(?:t|te|ten|en)",
    ),
    "fr": (
        r"(?:deux|2) fois (?:moins|plus petit\w*)|moitié moins|divisée?s? par (?:deux|2)|réduite?s? de moitié",
        r"(?:deux|2) fois plus(?! petit)|le double|(?:a|ont|avait|avaient|aura|auront) (?:presque |plus que )?doublé|doubler",
        r"(?:trois|3) fois plus|le triple|(?:a|ont|avait|avaient|aura|auront) (?:presque |plus que )?triplé|tripler",
    ),
    "es": (
        r"la mitad de (?:los|las|lo) que|la mitad que|dos veces menos|(?:reduj|reduc|cay|baj)\w+ (?:a|en) la mitad",
        r"el doble(?! (?:fondo|sentido|filo))|dos veces más|duplic(?:ó|a|an|ar|ado|aron|aba)\w*",
        r"el triple|tres veces más|triplic(?:ó|a|an|ar|ado|aron|aba)\w*",
    ),
    "it": (
        r"la metà (?:di|rispetto a) \w+ (?:anni|anno|volta) fa|due volte (?:meno|inferiore)|dimezz\w+",
        r"il doppio|due volte (?:più|superiore)|raddoppi\w+",
        r"il triplo|tre volte (?:più|superiore)|triplic\w+",
    ),
    "pt": (
        r"(?:metade do que|a metade d[oa]s? que)|duas vezes menos|(?:reduzi|ca)\w+ (?:para|pela) metade",
        r"o dobro|duas vezes mais|duplic(?:ou|aram|ar|ado|ada)|dobr(?:ou|aram|ar)",
        r"o triplo|três vezes mais|triplic(?:ou|aram|ar|ado|ada)",
    ),
    "nl": (
        r"half zo(?:veel)? ?\w*|de helft minder|gehalveerd|halveer\w+",
        r"(?:twee ?keer|tweemaal|dubbel) zo(?:veel)? ?\w*|het dubbele|verdubbel\w+",
        r"(?:drie ?keer|driemaal) zo(?:veel)? ?\w*|het driedubbele|verdrievoudig\w+",
    ),
    "sv": (
        r"hälften så \w+|halver\w+",
        r"(?:dubbelt|två gånger) så \w+|fördubbl\w+",
        r"(?:tre gånger|tredubbelt) så \w+|tredubbl\w+",
    ),
    "ru": (
        r"(?:вдвое|в (?:два|2) раза) (?:меньш\w+|менее|реже|короче|ниже|дешевле|легче|медленнее|меньше)|(?:сократи|снизи|уменьши|упа)\w+ (?:почти |более чем |примерно )?(?:вдвое|в (?:два|2) раза)",
        r"(?:вдвое|в (?:два|2) раза) (?:больш\w+|более|чаще|длиннее|выше|дороже|тяжелее|быстрее|старше)|удво\w+|(?:вырос|возрос|увеличи|подорожа)\w* (?:почти |более чем |примерно )?(?:вдвое|в (?:два|2) раза)",
        r"(?:втрое|в (?:три|3) раза) (?:больш\w+|более|чаще|длиннее|выше|дороже|тяжелее|быстрее|старше)|утро(?:ил|ен|ит)\w*|(?:вырос|возрос|увеличи|подорожа)\w* (?:почти |более чем |примерно )?(?:втрое|в (?:три|3) раза)",
    ),
    "uk": (
        r"(?:вдвічі|удвічі|вдвоє|(?:в|у) (?:два|2) рази) (?:менш\w*|рідше|коротш\w+|нижч\w+|дешевш\w*|легш\w+|повільніше)|(?:скороти|знизи|зменши|впа)\w+ (?:майже |більш ніж )?(?:вдвічі|удвічі|вдвоє|(?:в|у) (?:два|2) рази)",
        r"(?:вдвічі|удвічі|вдвоє|(?:в|у) (?:два|2) рази) (?:більш\w*|частіше|довш\w+|вищ\w+|дорожч\w*|важч\w+|швидш\w+)|подво[їєюї]\w*|(?:зрос|зріс|збільши|вирос|виріс|подорожча)\w* (?:майже |більш ніж )?(?:вдвічі|удвічі|вдвоє|(?:в|у) (?:два|2) рази)",
        r"(?:втричі|утричі|втроє|(?:в|у) (?:три|3) рази) (?:більш\w*|частіше|довш\w+|вищ\w+|дорожч\w*|важч\w+|швидш\w+)|потро[їєю]\w*|(?:зрос|зріс|збільши|вирос|виріс|подорожча)\w* (?:майже |більш ніж )?(?:втричі|утричі|втроє|(?:в|у) (?:три|3) рази)",
    ),
    "pl": (
        r"(?:dwa razy|dwukrotnie|o połowę) (?:mniej\w*|mniejsz\w+|rzadziej|krótsz\w+|niższ\w+|tańsz\w+)|(?:spad|zmniejszy|zmala)\w+ (?:się )?o połowę",
        r"(?:dwa razy|dwukrotnie) (?:więcej|większ\w+|częściej|dłuższ\w+|wyższ\w+|droższ\w+|szybciej)|podwo(?:i|j)\w+",
        r"(?:trzy razy|trzykrotnie) (?:więcej|większ\w+|częściej|dłuższ\w+|wyższ\w+|droższ\w+|szybciej)|potro(?:i|j)\w+",
    ),
    "cs": (
        r"(?:dvakrát|o polovinu) (?:méně|menší\w*)|poloviční (?:počet|množství)|(?:klesl|snížil)\w* (?:se )?na polovinu",
        r"dvakrát (?:více?|větší\w*|častěji)|dvojnásobek|zdvojnásob\w+",
        r"třikrát (?:více?|větší\w*|častěji)|trojnásobek|ztrojnásob\w+",
    ),
    "zh": (r"(?:少|减少|減少)了?一半|的一半", r"的(?:两|兩|二|2)倍|翻了?一番|增加了?一倍|多一倍", r"的(?:三|3)倍"),
    "tr": (r"yarıya (?:in|düş)\w+|yarı yarıya (?:azal|düş)\w+", r"iki (?:katına|kat) (?:çık|art)\w+|ikiye katla\w+", r"üç (?:katına|kat) (?:çık|art)\w+|üçe katla\w+"),
    "ko": (r"절반으로", r"(?:두|2) ?배로", r"(?:세|3) ?배로"),
    "ar": (r"(?:انخفض|تراجع)\w* (?:إلى|بمقدار) النصف", r"تضاعف\w*(?! (?:\w+ )?(?:ثلاث|أربع|عدة|مرات))", r"(?:تضاعف\w* )?ثلاث(?:ة أضعاف| مرات)"),
    "ja": (r"(?:の半分|半減)", r"の?(?:2|２|二)倍|倍増", r"の?(?:3|３|三)倍"),
}  # fmt: skip
#: What a text with such a phrase has, whatever its first letter.
CRUMBS: dict[str, tuple[str, ...]] = {
    "en": (
        "alf as",
        "alf the",
        "wice",
        "ouble ",
        "times ",
        "hrice",
        "riple ",
        "reble ",
        "alved",
        "alving",
        "oubled",
        "oubling",
        "ripled",
        "ripling",
        "rebled",
        "rebling",
    ),
    "de": (" so ", "oppelte", "reifache", "albier", "erdoppel", "erdreifach"),
    "fr": ("fois", "oitié", "e double", "e triple", "par deux", "par 2", "doubl", "tripl"),
    "es": ("mitad", "doble", "triple", "eces", "uplic", "riplic"),
    "it": ("metà", "doppio", "triplo", "volte", "imezz", "addoppi", "riplic"),
    "pt": ("metade", "dobro", "triplo", "vezes", "uplic", "dobr", "riplic"),
    "nl": (" zo", "ubbele", "helft", "alveer", "erdubbel", "erdrievoudig"),
    "sv": (" så ", "alver", "ubbl"),
    "ru": ("двое", "трое", "раза", "дво", "тро"),
    "uk": ("двічі", "двоє", "тричі", "троє", "рази", "одво", "отро"),
    "pl": ("razy", "krotnie", "połowę", "odwoi", "odwoj", "otroi", "otroj"),
    "cs": ("krát", "polov", "násobek", "dvojnásob", "trojnásob"),
    "zh": ("半", "倍", "番"),
    "tr": ("yarıya", "atına", "katla", " kat "),
    "ko": ("배로", "절반으로"),
    "ar": ("النصف", "تضاعف", "أضعاف"),
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
    edges = ("", "") if lang in ("zh", "ja", "ko") else (r"(?<!\w)(?:", r")(?!\w)")
    return tuple(
        (factor, re.compile(f"{edges[0]}{row}{edges[1]}", re.IGNORECASE))
        for factor, row in zip(_FACTORS, _TABLES[lang], strict=True)
    )
