# ruff: noqa: E501 (tables)
"""Bodies that every newsroom writes out: one named in full where the source names another in full."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from mtcheck.data import Pair
from mtcheck.rules.facts.batch import Facts, Mask
from mtcheck.rules.names._known_acronyms import known
from mtcheck.rules.text import Span, has_any, lang_of

_LANGS = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sv", "ru", "uk", "tr", "zh", "ja")
#: By concept: in the order of the languages, the beginnings of the words of the full name; `-` for none.
_ROWS: Mapping[str, str] = {
    "WHO": "World Health Organi|Weltgesundheitsorganisation|Organisation mondiale de la santé|Organización Mundial de la Salud|Organizzazione mondiale della sanità|Organização Mundial da|Wereldgezondheidsorganisatie|Światow Organizacj Zdrowia|Světov zdravotnick organizac|Världshälsoorganisationen|Всемирн организац здравоохранения|Всесвітн організаці охорони|Dünya Sağlık Örgütü|世界卫生组织|世界保健機関",
    "WTO": "World Trade Organi|Welthandelsorganisation|Organisation mondiale du commerce|Organización Mundial del Comercio|Organizzazione mondiale del commercio|Organização Mundial do Comércio|Wereldhandelsorganisatie|Światow Organizacj Handlu|Světov obchodní organizac|Världshandelsorganisationen|Всемирн торгов организац|Світов організаці торгівлі|Dünya Ticaret Örgütü|世界贸易组织|世界貿易機関",
    "WMO": "World Meteorological Organi|Weltorganisation für Meteorologie|Organisation météorologique mondiale|Organización Meteorológica Mundial|Organizzazione meteorologica mondiale|Organização Meteorológica Mundial|Wereld Meteorologische Organisatie|Światow Organizacj Meteorologiczn|Světov meteorologick organizac|Meteorologiska världsorganisationen|Всемирн метеорологическ организац|Всесвітн метеорологічн організаці|Dünya Meteoroloji Örgütü|世界气象组织|世界気象機関",
    "ILO": "International Labo Organi|Internationale Arbeitsorganisation|Organisation internationale du travail|Organización Internacional del Trabajo|Organizzazione internazionale del lavoro|Organização Internacional do Trabalho|Internationale Arbeidsorganisatie|Międzynarodow Organizacj Pracy|Mezinárodní organizac práce|Internationella arbetsorganisationen|Международн организац труда|Міжнародн організаці праці|Uluslararası Çalışma Örgütü|国际劳工组织|国際労働機関",
    "IOM": "International Organi for Migration|Internationale Organisation für Migration|Organisation internationale pour les migrations|Organización Internacional para las Migraciones|Organizzazione internazionale per le migrazioni|Organização Internacional para as Migrações|Internationale Organisatie voor Migratie|Międzynarodow Organizacj do spraw Migracji|Mezinárodní organizac pro migraci|Internationella migrationsorganisationen|Международн организац по миграции|Міжнародн організаці з міграції|Uluslararası Göç Örgütü|国际移民组织|国際移住機関",
    "IMF": "International Monetary Fund|Internationale Währungsfonds|Fonds monétaire international|Fondo Monetario Internacional|Fondo monetario internazionale|Fundo Monetário Internacional|Internationaal Monetair Fonds|Międzynarodow Fundusz Walutow|Mezinárodní měnov fond|Internationella valutafonden|Международн валютн фонд|Міжнародн валютн фонд|Uluslararası Para Fonu|国际货币基金组织|国際通貨基金",
    "WB": "World Bank|Weltbank|Banque mondiale|Banco Mundial|Banca Mondiale|Banco Mundial|Wereldbank|Bank Światow|Světov bank|Världsbanken|Всемирн банк|Світов банк|Dünya Bankası|世界银行|世界銀行",
    "ECB": "European Central Bank|Europäisch Zentralbank|Banque centrale européenne|Banco Central Europeo|Banca centrale europea|Banco Central Europeu|Europese Centrale Bank|Europejsk Bank Centraln|Evropsk centrální bank|Europeiska centralbanken|Европейск центральн банк|Європейськ центральн банк|Avrupa Merkez Bankası|欧洲央行|欧州中央銀行",
    "EC": "European Commission|Europäisch Kommission|Commission européenne|Comisión Europea|Commissione europea|Comissão Europeia|Europese Commissie|Komisj Europejsk|Evropsk komis|Europeiska kommissionen|Европейск комисси|Європейськ комісі|Avrupa Komisyonu|欧盟委员会|欧州委員会",
    "EP": "European Parliament|Europäisch Parlament|Parlement européen|Parlamento Europeo|Parlamento europeo|Parlamento Europeu|Europees Parlement|Parlament Europejsk|Evropsk parlament|Europaparlamentet|Европейск парламент|Європейськ парламент|Avrupa Parlamentosu|欧洲议会|欧州議会",
    "COE": "Council of Europe|Europarat|Conseil de l'Europe|Consejo de Europa|Consiglio d'Europa|Conselho da Europa|Raad van Europa|Rad Europy|Rad Evropy|Europarådet|Совет Европы|Рад Європи|Avrupa Konseyi|欧洲委员会|欧州評議会",
    "ECHR": "European Court of Human Rights|Europäisch Gerichtshof für Menschenrechte|Cour européenne des droits de l'homme|Tribunal Europeo de Derechos Humanos|Corte europea dei diritti dell'uomo|Tribunal Europeu dos Direitos|Europees Hof voor de Rechten|Europejsk Trybunał Praw|Evropsk soud pro lidská|Europadomstolen|Европейск суд по правам|Європейськ суд з прав|Avrupa İnsan Hakları Mahkemesi|欧洲人权法院|欧州人権裁判所",
    "ICC": "International Criminal Court|Internationale Strafgerichtshof|Cour pénale internationale|Corte Penal Internacional|Corte penale internazionale|Tribunal Penal Internacional|Internationaal Strafhof|Międzynarodow Trybunał Karn|Mezinárodní trestní soud|Internationella brottmålsdomstolen|Международн уголовн суд|Міжнародн кримінальн суд|Uluslararası Ceza Mahkemesi|国际刑事法院|国際刑事裁判所",
    "ICJ": "International Court of Justice|Internationale Gerichtshof|Cour internationale de justice|Corte Internacional de Justicia|Corte internazionale di giustizia|Tribunal Internacional de Justiça|Internationaal Gerechtshof|Międzynarodow Trybunał Sprawiedliwości|Mezinárodní soudní dvůr|Internationella domstolen|Международн суд ООН|Міжнародн суд ООН|Uluslararası Adalet Divanı|国际法院|国際司法裁判所",
    "UNSC": "Security Council|Sicherheitsrat|Conseil de sécurité|Consejo de Seguridad|Consiglio di sicurezza|Conselho de Segurança|Veiligheidsraad|Rad Bezpieczeństwa|Rad bezpečnosti|Säkerhetsrådet|Совет Безопасности|Рад Безпеки|Güvenlik Konseyi|安理会|安全保障理事会",
    "UNGA": "General Assembly|Generalversammlung der V|Assemblée générale des Nations|Asamblea General de|Assemblea generale delle|Assembleia Geral da|Algemene Vergadering van de V|Zgromadzeni Ogóln|Valn shromážděn|Generalförsamlingen|Генеральн Ассамбле|Генеральн Асамбле|Genel Kurulu|联合国大会|国連総会",
    "IAEA": "International Atomic Energy Agency|Internationale Atomenergie|Agence internationale de l'énergie atomique|Organismo Internacional de Energía Atómica|Agenzia internazionale per l'energia atomica|Agência Internacional de Energia Atómica|Internationaal Atoomenergie|Międzynarodow Agencj Energii Atomow|Mezinárodní agentur pro atomov|Internationella atomenergiorganet|Международн агентств по атомн|Міжнародн агентств з атомн|Uluslararası Atom Enerjisi|国际原子能机构|国際原子力機関",
    "IEA": "International Energy Agency|Internationale Energieagentur|Agence internationale de l'énergie(?! ato)|Agencia Internacional de la Energía|Agenzia internazionale dell'energia|Agência Internacional de Energia(?! At)|Internationaal Energieagentschap|Międzynarodow Agencj Energetyczn|Mezinárodní energetick agentur|Internationella energiorganet|Международн энергетическ агентств|Міжнародн енергетичн агентств|Uluslararası Enerji Ajansı|国际能源署|国際エネルギー機関",
    "IOC": "International Olympic Committee|Internationale Olympisch Komitee|Comité international olympique|Comité Olímpico Internacional|Comitato olimpico internazionale|Comité Olímpico Internacional|Internationaal Olympisch Comité|Międzynarodow Komitet Olimpijsk|Mezinárodní olympijsk výbor|Internationella olympiska kommittén|Международн олимпийск комитет|Міжнародн олімпійськ комітет|Uluslararası Olimpiyat Komitesi|国际奥委会|国際オリンピック委員会",
    "ICRC": "International Committee of the Red|Internationale Komitee vom Roten|Comité international de la Croix|Comité Internacional de la Cruz|Comitato internazionale della Croce|Comité Internacional da Cruz|Internationale Comité van het Rode|Międzynarodow Komitet Czerwon|Mezinárodní výbor Červen|Internationella rödakorskommittén|Международн комитет Красн|Міжнародн комітет Червон|Uluslararası Kızılhaç Komitesi|红十字国际委员会|赤十字国際委員会",
}


@cache
def _patterns(lang: str) -> Mapping[str, re.Pattern[str]]:
    """The full names of the bodies in a language, each word with whatever ending."""
    if lang not in _LANGS:
        return {}
    place = _LANGS.index(lang)
    named = {concept: row.split("|")[place] for concept, row in _ROWS.items()}
    if lang in ("zh", "ja"):
        return {concept: re.compile(name) for concept, name in named.items()}
    return {
        concept: re.compile(
            r"(?<!\w)" + r"\w* ".join(name.replace("'", "['’]").split(" ")).replace(r"(?!\w* ", "(?! ") + r"\w*",
            re.IGNORECASE,
        )
        for concept, name in named.items()
    }


@cache
def _crumbs(lang: str) -> tuple[str, ...]:
    """The first words of the names, one of which a text with such a name in its usual capitals has."""
    heads = {pattern.pattern.removeprefix(r"(?<!\w)").split(r"\w*")[0] for pattern in _patterns(lang).values()}
    return tuple(sorted(head.split("['’]")[0] for head in heads))


def may_name_bodies(facts: Facts) -> Mask | bool:
    """Which pairs may have the full name of a body on both sides."""
    source, target = facts.langs
    if not target or source not in _LANGS or target not in _LANGS:
        return target == ""
    mask = facts.target.has(*_crumbs(target))
    return mask & facts.source.has(*_crumbs(source)) if mask.any() else mask


def other_body(pair: Pair) -> tuple[Span, str] | None:
    """Where the target names one body in full and the source another one, with the source's words.

    None where either side also has the other's acronym, or names two bodies.
    """
    source, target = lang_of(pair.source_lang), lang_of(pair.target_lang)
    if source == target or source not in _LANGS or target not in _LANGS:
        return None
    if not (has_any(pair.target, _crumbs(target)) and has_any(pair.source, _crumbs(source))):
        return None
    was = {concept: match for concept, pattern in _patterns(source).items() if (match := pattern.search(pair.source))}
    now = {concept: match for concept, pattern in _patterns(target).items() if (match := pattern.search(pair.target))}
    if len(was) != 1 or len(now) != 1 or was.keys() == now.keys():
        return None
    (one, gone), (two, found) = *was.items(), *now.items()
    if _has_acronym(pair.target, one, target) or _has_acronym(pair.source, two, source):
        return None
    if has_any(pair.source.lower(), _own_words(two, one, source)):
        return None  # the source may name that body as well, as `Europaparlament`
    return found.span(), gone.group()


@cache
def _own_words(concept: str, other: str, lang: str) -> tuple[str, ...]:
    """Words of a body's name in a language that another body's name has not."""
    place = _LANGS.index(lang)
    here, there = (set(_ROWS[key].split("|")[place].lower().split()) for key in (concept, other))
    return tuple(sorted(word for word in here - there if len(word) >= 4 and word.isalpha()))


def _has_acronym(text: str, concept: str, lang: str) -> bool:
    row = known(lang).get(concept)
    return row is not None and has_any(text, row.acronyms)
