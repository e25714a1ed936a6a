# ruff: noqa: E501 (tables)
"""Ministries by what they are for, in ten languages: `МИД`, `Foreign Ministry`, `Innenministerium`."""

from __future__ import annotations

import re
from functools import cache

from mtcheck.rules.text import Span, has_any

_EN = r"(?:{0}) (?:ministry|ministries|minister|ministers)|(?:ministry|ministries|minister|department) (?:of|for) (?:the )?(?:{0})"
_RU = r"министерств\w+ (?:{0})|министр\w* (?:{0})"
_UK = r"міністерств\w+ (?:{0})|міністр\w* (?:{0})"
_DE = r"(?:{0})(?:s|en|n)?minist(?:er|erium|erin|eriums|erien|ers)|minist\w+ (?:für|der|des) (?:{0})\w*"
_FR = r"minist(?:re|ère)s? (?:de la |de l'|des |du |de |d')(?:{0})"
_ES = r"minist(?:ro|ra|erio)s? (?:de |del |de la |de los |para )(?:{0})"
_IT = r"minist(?:ro|ra|ero)s? (?:della |dell'|degli |dei |del |delle |per )(?:{0})"
_PL = r"minist(?:er|ra|erstw\w+|rem|rowi) (?:do spraw )?(?:{0})"
_PT = r"minist(?:ro|ra|ério)s? (?:da |do |das |dos |de |para )(?:{0})"
_ZH = r"(?:{0})(?:部|部长|部長)"
#: Subjects by language: foreign, interior, emergencies, defence, health, education, finance, justice, culture, transport,
#: agriculture, economy, energy, environment. Where a ministry has a short name, it follows after `#`.
_ROWS: dict[str, tuple[str, str]] = {
    "en": (_EN, "foreign affairs|foreign;interior|internal affairs|home affairs;emergency situations|emergencies|emergency;defen[cs]e;health|public health;education;finance;justice;culture;transport|transportation;agriculture;economy|economics|economic development;energy;environment|natural resources"),
    "ru": (_RU, "иностранных дел#мид\\w{0,2};внутренних дел#мвд;(?:по )?чрезвычайн\\w+ ситуаци\\w+#мчс;обороны#минобороны;здравоохранения#минздрав\\w{0,2};образования|просвещения#минобр\\w*|минпросвещения;финансов#минфин\\w{0,2};юстиции#минюст\\w{0,2};культуры#минкульт\\w*;транспорта#минтранс\\w{0,2};сельского хозяйства#минсельхоз\\w{0,2};экономики|экономического развития#минэкономразвития;энергетики#минэнерго;природных ресурсов|экологии#минприроды"),
    "uk": (_UK, "закордонних справ#мзс;внутрішніх справ#мвс;(?:з )?надзвичайних ситуацій#мнс;оборони#міноборони;охорони здоров['’]я#моз;освіти#мон;фінансів#мінфін\\w{0,2};юстиції#мін['’]?юст\\w{0,2};культури#мінкульт\\w*;транспорту#мінтранс\\w{0,2};аграрної політики|сільського господарства#мінагро\\w*;економіки#мінекономіки;енергетики#міненерго;довкілля|екології#міндовкілля"),
    "de": (_DE, "außen#auswärtige[ns]? amt;innen|inneren;katastrophenschutz;verteidigung;gesundheit;bildung;finanz;justiz;kultur;verkehr;landwirtschaft;wirtschaft;energie;umwelt"),
    "fr": (_FR, "affaires étrangères;intérieur;situations d'urgence;défense|armées;santé;éducation;finances;justice;culture;transports?;agriculture;économie;énergie;environnement"),
    "es": (_ES, "asuntos exteriores|relaciones exteriores;interior;emergencias|situaciones de emergencia;defensa;salud|sanidad;educación;finanzas|hacienda;justicia;cultura;transportes?;agricultura;economía;energía;medio ambiente"),
    "it": (_IT, "affari esteri|esteri;interno|interni;emergenze|situazioni di emergenza;difesa;salute;istruzione;finanze;giustizia;cultura|beni culturali;trasporti;agricoltura|politiche agricole;economia;energia;ambiente"),
    "pl": (_PL, "spraw zagranicznych|zagranicznych#msz;spraw wewnętrznych#mswia|msw;sytuacji nadzwyczajnych;obrony(?: narodowej)?#mon;zdrowia;edukacji;finansów;sprawiedliwości;kultury;transportu;rolnictwa;gospodarki;energii;środowiska"),
    "pt": (_PT, "negócios estrangeiros|relações exteriores;interior|administração interna;emergências|situações de emergência;defesa;saúde;educação;finanças|fazenda;justiça;cultura;transportes?;agricultura;economia;energia;ambiente|meio ambiente"),
    "zh": (_ZH, "外交;内政|内务|內政;应急管理|紧急情况|緊急情況;国防|國防;卫生|衛生;教育;财政|財政;司法;文化;交通|交通运输;农业|农业农村|農業;经济|經濟;能源;环境|环保|生态环境|環境"),
}  # fmt: skip
#: What a text that names a ministry has.
CRUMBS: dict[str, tuple[str, ...]] = {
    "en": ("inist", "Department"), "ru": ("инист", "МИД", "МВД", "МЧС", "Мин"), "uk": ("іністр", "МЗС", "МВС", "МНС", "МОЗ", "МОН", "Мін"),
    "de": ("inist", "Auswärtige"), "fr": ("inist",), "es": ("inist",), "it": ("inist",), "pl": ("inist", "MSZ", "MSW", "MON"), "pt": ("inist",), "zh": ("部",),
}  # fmt: skip


def ministries(text: str, lang: str) -> dict[int, Span]:
    """The subjects of the ministries and ministers that a text names, as numbers, with the place of the first of each.

    >>> ministries("сообщили в МЧС", "ru") == {2: (11, 14)}
    True
    """
    if not has_any(text, CRUMBS.get(lang, ())):
        return {}
    found: dict[int, Span] = {}
    for match in _pattern(lang).finditer(text.replace("’", "'")):
        if match.lastgroup:
            found.setdefault(int(match.lastgroup.strip("sn")), match.span())
    return found


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    template, row = _ROWS[lang]
    parts = []
    for n, subject in enumerate(row.split(";")):
        words, _, short = subject.partition("#")
        parts.append(f"(?P<n{n}>{template.replace('{0}', words)})")
        if short:
            parts.append(f"(?P<s{n}>{short})")
    edges = ("", "") if lang == "zh" else (r"(?<![\w-])", r"(?![\w-])")
    return re.compile(f"{edges[0]}(?:{'|'.join(parts)}){edges[1]}", re.IGNORECASE)
