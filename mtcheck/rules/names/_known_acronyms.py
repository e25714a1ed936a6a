# ruff: noqa: E501 (tables)
"""Acronyms that every newsroom knows: how each language writes them, and the beginnings of words that may stand for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

#: By language: acronyms, then beginnings of words (lower case) that say the same in full.
_KNOWN: Mapping[str, Mapping[str, str]] = {
    "US": {
        "en": "US USA | america united states washington u.s", "ru": "США | америк соединенн соединённ штат вашингтон", "uk": "США | америк сполучен штат вашингтон",
        "de": "USA | amerika vereinigte us- washington", "fr": "USA | états-unis etats-unis améric amériq washington", "es": "EEUU | estados estadounid americ ee.uu washington eua usa",
        "it": "USA | stati statunit americ washington", "pt": "EUA | estados american norte-americ washington", "nl": "VS | verenigde amerika washington vs usa",
        "pl": "USA | stan zjednocz ameryk waszyngton", "cs": "USA | spojen stát americ washington", "sv": "USA | amerika förenta washington", "tr": "ABD | amerika washington",
    },
    "UN": {
        "en": "UN | united nations u.n", "ru": "ООН | объединенн объединённ наци", "uk": "ООН | об'єднан наці", "de": "UNO UN | vereinten vereinte un- uno",
        "fr": "ONU | nations onusien", "es": "ONU | naciones", "it": "ONU | nazioni", "pt": "ONU | nações", "nl": "VN | verenigde naties vn un", "pl": "ONZ | narod zjednocz",
        "cs": "OSN | spojen národ", "sv": "FN | förenta nationerna fn", "tr": "BM | birleşmiş milletler bm",
    },
    "EU": {
        "en": "EU | europe european union e.u bloc", "ru": "ЕС | евро союз брюссел", "uk": "ЄС | євро союз брюссел", "de": "EU | europ union eu- brüssel", "fr": "UE | europ union bruxelles",
        "es": "UE | europ unión bruselas comunit", "it": "UE | europ unione bruxelles", "pt": "UE | europ união bruxelas", "nl": "EU | europ unie brussel", "pl": "UE | europ uni bruksel",
        "cs": "EU | evrop uni brusel", "sv": "EU | europ union bryssel", "tr": "AB | avrupa birli ab",
    },
    "NATO": {
        "en": "NATO | alliance atlantic nato", "ru": "НАТО | альянс атлант натовск", "uk": "НАТО | альянс атлант натівськ", "de": "NATO | nato allianz bündnis atlant", "fr": "OTAN | alliance atlant otan",
        "es": "OTAN | alianza atlánt otan", "it": "NATO | alleanza atlant nato", "pt": "OTAN NATO | aliança atlânt", "nl": "NAVO | navo bondgenoot alliantie atlant", "pl": "NATO | sojusz atlant natowsk",
        "cs": "NATO | alian atlant", "sv": "NATO | nato allians atlant", "tr": "NATO | nato ittifak atlant",
    },
    "WHO": {
        "en": "WHO | health organi", "ru": "ВОЗ | здравоохр организац", "uk": "ВООЗ | здоров охорон організац", "de": "WHO | weltgesundheit who", "fr": "OMS | santé", "es": "OMS | salud", "it": "OMS | sanità salute",
        "pt": "OMS | saúde", "nl": "WHO WGO | gezondheid who", "pl": "WHO | zdrowi", "cs": "WHO SZO | zdravotn", "sv": "WHO | hälso who", "tr": "DSÖ | sağlık",
    },
    "IMF": {
        "en": "IMF | monetary fund", "ru": "МВФ | валютн фонд", "uk": "МВФ | валютн фонд", "de": "IWF | währungsfonds iwf", "fr": "FMI | monétaire fonds", "es": "FMI | monetario fondo", "it": "FMI | monetario fondo",
        "pt": "FMI | monetário fundo", "nl": "IMF | monetair fonds", "pl": "MFW | walutow fundusz", "cs": "MMF | měnov fond", "sv": "IMF | valutafond imf", "tr": "IMF | para fon",
    },
    "WTO": {
        "en": "WTO | trade organi", "ru": "ВТО | торгов организац", "uk": "СОТ | торгів торгов організац", "de": "WTO | welthandel wto", "fr": "OMC | commerce", "es": "OMC | comercio", "it": "OMC WTO | commercio",
        "pt": "OMC | comércio", "nl": "WTO | handel wto", "pl": "WTO | handl", "cs": "WTO | obchod", "sv": "WTO | handel världshandel", "tr": "DTÖ | ticaret",
    },
    "UNESCO": {
        **dict.fromkeys(("en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sv", "tr"), "UNESCO | unesco cultur kultur"), "ru": "ЮНЕСКО | юнеско культур", "uk": "ЮНЕСКО | юнеско культур",
    },
    "UNICEF": {
        **dict.fromkeys(("en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sv", "tr"), "UNICEF | unicef child kinder enfan infan niñ dziec dět barn çocuk"), "ru": "ЮНИСЕФ | юнисеф детск", "uk": "ЮНІСЕФ | юнісеф дит",
    },
    "ECB": {
        "en": "ECB | central bank", "ru": "ЕЦБ | центральн банк центробанк", "uk": "ЄЦБ | центральн банк", "de": "EZB | zentralbank notenbank", "fr": "BCE | banque", "es": "BCE | banco", "it": "BCE | banca",
        "pt": "BCE | banco", "nl": "ECB | bank centrale", "pl": "EBC | bank", "cs": "ECB | bank", "sv": "ECB | centralbank", "tr": "AMB ECB | merkez banka",
    },
    "OSCE": {
        "en": "OSCE | security cooperation co-operation", "ru": "ОБСЕ | безопасност", "uk": "ОБСЄ | безпек", "de": "OSZE | sicherheit", "fr": "OSCE | sécurité", "es": "OSCE | seguridad", "it": "OSCE | sicurezza",
        "pt": "OSCE | segurança", "nl": "OVSE | veiligheid", "pl": "OBWE | bezpiecz", "cs": "OBSE | bezpečn", "sv": "OSSE | säkerhet", "tr": "AGİT | güvenlik",
    },
    "IAEA": {
        "en": "IAEA | atomic nuclear agency", "ru": "МАГАТЭ | атомн агентств", "uk": "МАГАТЕ | атомн агентств", "de": "IAEO IAEA | atom", "fr": "AIEA | atomique agence", "es": "OIEA AIEA | atómic organismo agencia", "it": "AIEA | atomic agenzia",
        "pt": "AIEA | atómic atômic agência", "nl": "IAEA | atoom", "pl": "MAEA | atomow agencj", "cs": "MAAE | atomov agentur", "sv": "IAEA | atom", "tr": "UAEA IAEA | atom",
    },
    "USSR": {
        "en": "USSR | soviet union u.s.s.r", "ru": "СССР | совет союз", "uk": "СРСР | радян союз", "de": "UdSSR | sowjet udssr", "fr": "URSS | sovié union", "es": "URSS | sovié", "it": "URSS | sovie", "pt": "URSS | sovié",
        "nl": "USSR | sovjet", "pl": "ZSRR | radzieck sowie związk", "cs": "SSSR | sovět svaz", "sv": "USSR | sovjet", "tr": "SSCB | sovyet",
    },
}  # fmt: skip


class Known:
    """One acronym's ways in a language."""

    __slots__ = ("acronyms", "says")

    def __init__(self, row: str) -> None:
        acronyms, words = row.split("|")
        self.acronyms = tuple(acronyms.split())
        stems = "|".join(map(re.escape, words.split()))
        own = "|".join(map(re.escape, self.acronyms))
        #: Any of the acronyms, with whatever ending, or the beginning of a word that says it in full.
        self.says = re.compile(rf"(?<!\w)(?:{own})|(?<!\w)(?i:{stems})")


@cache
def known(lang: str) -> Mapping[str, Known]:
    """The concepts that a language has acronyms for."""
    return {concept: Known(rows[lang]) for concept, rows in _KNOWN.items() if lang in rows}


@cache
def concepts(lang: str) -> Mapping[str, str]:
    """A language's acronyms to their concepts."""
    return {acronym: concept for concept, one in known(lang).items() for acronym in one.acronyms}
