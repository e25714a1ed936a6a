# ruff: noqa: E501 (a table)
"""Ordinals in words, from the first to the tenth, with their forms."""

from __future__ import annotations

from collections.abc import Mapping

#: language: from the third to the tenth, each with its endings.
ORDINALS: Mapping[str, tuple[str, ...]] = {
    "en": ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    "de": tuple(f"{stem}(?:e[nrsm]?)" for stem in ("dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt")),
    "fr": ("troisième", "quatrième", "cinquième", "sixième", "septième", "huitième", "neuvième", "dixième"),
    "es": ("tercer[oa]?", "cuarta", "quinta", "sext[oa]", "séptim[oa]", "octav[oa]", "noven[oa]", "décim[oa]"),
    "it": ("terz[oa]", "quarta", "quint[oa]", "sest[oa]", "settim[oa]", "ottav[oa]", "non[oa]", "decim[oa]"),
    "ru": (r"трет(?:ий|ь(?:я|е|его|ей|ем|ему|им|ю|и|их))", *(rf"{stem}(?:ый|ая|ое|ого|ой|ом|ому|ым|ую|ые|ых)" for stem in ("четв[её]рт", "пят", "шест", "седьм", "восьм", "девят", "десят"))),
    "uk": (r"трет(?:ій|я|є|ього|ьої|ьому|ю|і|іх)", *(rf"{stem}(?:ий|а|е|ого|ої|ому|у|ій|им|і|их)" for stem in ("четверт", "п['’]ят", "шост", "сьом", "восьм", "дев['’]ят", "десят"))),
    "pl": (r"trzeci(?:a|e|ego|ej|emu|ą|m)?", *(rf"{stem}(?:y|a|e|ego|ej|emu|ą|ym)" for stem in ("czwart", "piąt", "szóst", "siódm", "ósm", "dziewiąt", "dziesiąt"))),
    "cs": ("třetí(?:ho|mu|m)?", *(rf"{stem}(?:ý|á|é|ého|ému|ém|ou|ým)" for stem in ("čtvrt", "pát", "šest", "sedm", "osm", "devát", "desát"))),
    "pt": ("terceir[oa]", "quarta(?!-feira)", "quinta(?!-feira)", "sexta(?!-feira)", "sétim[oa]", "oitav[oa]", "non[oa]", "décim[oa]"),
    "nl": ("derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende"),
    "tr": ("üçüncü", "dördüncü", "beşinci", "altıncı", "yedinci", "sekizinci", "dokuzuncu", "onuncu"),
    "ar": ("(?:ال)?ثالثة?", "(?:ال)?رابعة?", "(?:ال)?خامسة?", "(?:ال)?سادسة?", "(?:ال)?سابعة?", "(?:ال)?ثامنة?", "(?:ال)?تاسعة?", "(?:ال)?عاشرة?"),
    "zh": (), "ja": (),
}  # fmt: skip
#: The first and the second, where they are no other word: not `secondo` (according to), `second` of time alone,
#: `другу` (to a friend), nor what names a parliament or a wing.
FIRST_TWO: Mapping[str, tuple[str, str]] = {
    "en": ("first(?! (?:lady|aid|name|names|of all|and foremost|minister)|-)", r"second(?! (?:to|only|hand|thoughts?|largest|biggest|most|highest|language)|-)"),
    "de": ("erste[nrsm]?", "zweite[nrsm]?"),
    "fr": (r"première|premier(?! ministre|-)", r"deuxième|second(?:e)?(?= (?:tour|trimestre|semestre|fois|place|prix|étage|mi-temps|moitié|partie|jour|année|enfant|fils|fille|équipe|tentative|essai))"),
    "es": ("primer|primera", r"(?:el|la|del|al|un|una|su) segund[oa]"),
    "it": (r"(?:il|la|del|della|nel|nella|al|alla|dal|dalla) prim[oa]", r"(?:il|la|del|della|nel|nella|al|alla|dal|dalla|un|una) second[oa]"),
    "pt": (r"(?:o|a|do|da|no|na|ao|à|pelo|pela) primeir[oa](?!-)", r"(?:o|a|do|da|no|na|ao|à|pelo|pela|um|uma) segund[oa](?!-feira)"),
    "ru": ("перв(?:ый|ая|ого|ой|ом|ому|ым|ую)", "втор(?:ой|ая|ое|ого|ом|ому|ым|ую)"),
    "uk": ("перш(?:ий|а|ого|ої|ому|ій|ою|у)", "друг(?:ий|ого|ої|ому|ій|ою)"),
    "pl": ("pierwsz(?:y|a|ego|ej|emu|ą|ym)", "drug(?:iego|iej|iemu)"),
    "cs": ("první(?:ho|mu|m)?", "druh(?:ý|á|ého|ému|ém)"),
    "nl": ("eerste(?! kamer)", "tweede(?! kamer)"),
    "tr": ("birinci", "ikinci"),
}  # fmt: skip
