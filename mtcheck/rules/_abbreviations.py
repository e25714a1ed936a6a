# ruff: noqa: E501 (tables)
"""Abbreviations that change with the language: (source, target) to the form left over and the form wanted."""

from __future__ import annotations

_CYRILLIC = {
    "США": "US", "ООН": "UN", "ЕС": "EU", "НАТО": "NATO", "РФ": "Russia", "СССР": "USSR", "МВФ": "IMF", "ВОЗ": "WHO",
    "ВТО": "WTO", "ОБСЕ": "OSCE", "ОПЕК": "OPEC", "МИД": "Foreign Ministry", "МВД": "Interior Ministry", "ФСБ": "FSB",
    "КНР": "China", "ОАЭ": "UAE", "ЮАР": "South Africa", "КНДР": "North Korea", "ВВП": "GDP", "НДС": "VAT", "СМИ": "media",
    "ВИЧ": "HIV", "СПИД": "AIDS", "ДТП": "road accident", "ДНК": "DNA", "ЦРУ": "CIA", "ФБР": "FBI", "АЭС": "nuclear power plant",
    "млн": "million", "млрд": "billion", "трлн": "trillion", "тыс": "thousand", "руб": "roubles", "км": "km", "кг": "kg",
    "см": "cm", "мм": "mm", "га": "ha", "г": "g", "м": "m", "км/ч": "km/h", "кв": "sq", "долл": "dollars", "коп": "kopecks",
    "ПРООН": "UNDP", "ЮНИСЕФ": "UNICEF", "ЮНЕСКО": "UNESCO", "МАГАТЭ": "IAEA", "ОЭСР": "OECD", "ЕБРР": "EBRD", "ЕЦБ": "ECB",
    "ШОС": "SCO", "ОДКБ": "CSTO", "СНГ": "CIS", "ЕАЭС": "EAEU", "ОЗХО": "OPCW", "ЕСПЧ": "ECHR", "МКС": "ISS", "МОК": "IOC",
    "ул": "St.", "обл": "region", "чел": "people", "гг": "years", "др": "others", "пр": "others", "т": "t", "л": "l",
}  # fmt: skip
_UKRAINIAN = {
    "США": "US", "ООН": "UN", "ЄС": "EU", "НАТО": "NATO", "РФ": "Russia", "СРСР": "USSR", "МВФ": "IMF", "ВООЗ": "WHO",
    "СОТ": "WTO", "ОБСЄ": "OSCE", "МЗС": "Foreign Ministry", "МВС": "Interior Ministry", "СБУ": "SBU", "ЗСУ": "Ukrainian army",
    "КНР": "China", "ВВП": "GDP", "ПДВ": "VAT", "ЗМІ": "media", "ВІЛ": "HIV", "СНІД": "AIDS", "ДТП": "road accident",
    "ПРООН": "UNDP", "ЮНІСЕФ": "UNICEF", "ЮНЕСКО": "UNESCO", "МАГАТЕ": "IAEA", "ОЕСР": "OECD", "ЄБРР": "EBRD", "ЄЦБ": "ECB",
    "ЄСПЛ": "ECHR", "ЦРУ": "CIA", "ФБР": "FBI", "ОДКБ": "CSTO", "СНД": "CIS", "МКС": "ISS", "МОК": "IOC",
    "ДНК": "DNA", "млн": "million", "млрд": "billion", "трлн": "trillion", "тис": "thousand", "грн": "hryvnias",
    "км": "km", "кг": "kg", "см": "cm", "мм": "mm", "га": "ha",
}  # fmt: skip
_BULGARIAN = {
    "САЩ": "US", "ООН": "UN", "ЕС": "EU", "НАТО": "NATO", "СССР": "USSR", "МВФ": "IMF", "СЗО": "WHO", "СТО": "WTO",
    "ПРООН": "UNDP", "УНИЦЕФ": "UNICEF", "ЮНЕСКО": "UNESCO", "МААЕ": "IAEA", "ОИСР": "OECD", "ЕЦБ": "ECB", "ОССЕ": "OSCE",
    "ЦРУ": "CIA", "ФБР": "FBI", "МКС": "ISS", "МОК": "IOC",
    "БВП": "GDP", "ДДС": "VAT", "КНР": "China", "МВР": "Interior Ministry", "млн": "million", "млрд": "billion",
    "хил": "thousand", "лв": "leva", "км": "km", "кг": "kg", "см": "cm",
}  # fmt: skip
_SPANISH = {
    "EE.UU": "US", "EE. UU": "US", "EEUU": "US", "ONU": "UN", "OTAN": "NATO", "OMS": "WHO", "FMI": "IMF", "UE": "EU",
    "PIB": "GDP", "IVA": "VAT", "VIH": "HIV", "SIDA": "AIDS", "ADN": "DNA", "OMC": "WTO", "RR.HH": "HR", "URSS": "USSR",
    "OTN": "NATO", "BCE": "ECB", "UCI": "ICU", "ONG": "NGO", "pág": "p.", "Uds": "you", "Ud": "you",
}  # fmt: skip
_FRENCH = {
    "ONU": "UN", "OTAN": "NATO", "OMS": "WHO", "FMI": "IMF", "UE": "EU", "PIB": "GDP", "TVA": "VAT", "VIH": "HIV",
    "SIDA": "AIDS", "ADN": "DNA", "OMC": "WTO", "URSS": "USSR", "BCE": "ECB", "ONG": "NGO", "OVNI": "UFO", "RDC": "DRC",
    "Mds": "billion", "Md": "billion",
}  # fmt: skip
_ITALIAN = {
    "ONU": "UN", "OMS": "WHO", "FMI": "IMF", "UE": "EU", "PIL": "GDP", "IVA": "VAT", "URSS": "USSR", "BCE": "ECB",
    "ONG": "NGO", "mld": "billion", "mln": "million", "OMC": "WTO",
}  # fmt: skip
_PORTUGUESE = {
    "EUA": "US", "ONU": "UN", "OTAN": "NATO", "OMS": "WHO", "FMI": "IMF", "UE": "EU", "PIB": "GDP", "VIH": "HIV",
    "SIDA": "AIDS", "ADN": "DNA", "OMC": "WTO", "URSS": "USSR", "BCE": "ECB", "ONG": "NGO", "UTI": "ICU",
}  # fmt: skip
_ROMANIAN = {
    "SUA": "US", "ONU": "UN", "OMS": "WHO", "FMI": "IMF", "UE": "EU", "PIB": "GDP", "TVA": "VAT", "URSS": "USSR",
    "BCE": "ECB", "ADN": "DNA", "mld": "billion", "mil": "million",
}  # fmt: skip
_GERMAN = {
    "Mio": "million", "Mrd": "billion", "Tsd": "thousand", "z.B": "e.g.", "z. B": "e.g.", "d.h": "i.e.", "d. h": "i.e.",
    "usw": "etc.", "bzw": "or", "u.a": "among others", "u. a": "among others", "inkl": "incl.",
    "WHO-Chef": "WHO head", "BIP": "GDP", "MwSt": "VAT", "EZB": "ECB", "IWF": "IMF", "UdSSR": "USSR", "DDR": "GDR",
    "BRD": "FRG", "Nr": "No.", "Std": "hours", "Uhr": "o'clock",
}  # fmt: skip
_POLISH = {
    "ONZ": "UN", "UE": "EU", "PKB": "GDP", "VAT-u": "VAT", "mln": "million", "mld": "billion", "tys": "thousand",
    "ZSRR": "USSR", "MFW": "IMF", "EBC": "ECB", "zł": "zlotys", "godz": "hours", "MSZ": "Foreign Ministry",
}  # fmt: skip
_CZECH = {
    "OSN": "UN", "HDP": "GDP", "DPH": "VAT", "SSSR": "USSR", "MMF": "IMF", "mld": "billion", "tis": "thousand",
    "tzv": "so-called", "např": "e.g.", "atd": "etc.", "tj": "i.e.", "Kč": "crowns", "MZV": "Foreign Ministry",
}  # fmt: skip
_DUTCH = {
    "VN": "UN",
    "NAVO": "NATO",
    "BBP": "GDP",
    "bbp": "GDP",
    "btw": "VAT",
    "mln": "million",
    "mld": "billion",
    "VS": "US",
}
_SWEDISH = {"bl.a": "among others", "t.ex": "e.g.", "osv": "etc.", "BNP": "GDP", "mdr": "billion", "kr": "kronor"}
_TURKISH = {"ABD": "US", "BM": "UN", "GSYH": "GDP", "DSÖ": "WHO", "KDV": "VAT", "TL": "lira", "vb": "etc."}
_FINNISH = {
    "YK": "UN",
    "BKT": "GDP",
    "EKP": "ECB",
    "ns": "so-called",
    "ym": "etc.",
    "esim": "e.g.",
    "mrd": "billion",
    "milj": "million",
}
_HUNGARIAN = {
    "ENSZ": "UN",
    "EU-s": "EU",
    "GDP-t": "GDP",
    "ÁFA": "VAT",
    "áfa": "VAT",
    "pl": "e.g.",
    "stb": "etc.",
    "mrd": "billion",
}
_GREEK = {
    "ΗΠΑ": "US",
    "ΟΗΕ": "UN",
    "ΕΕ": "EU",
    "ΝΑΤΟ": "NATO",
    "ΑΕΠ": "GDP",
    "ΦΠΑ": "VAT",
    "ΠΟΥ": "WHO",
    "ΔΝΤ": "IMF",
    "ΕΚΤ": "ECB",
}
_INDONESIAN = {"PBB": "UN", "AS": "US", "Rp": "rupiah", "dll": "etc.", "dsb": "etc."}

#: Units that no Cyrillic text writes in Latin letters; the number before them wants converting as well.
_UNITS_RU = {"mph": "миль/ч", "ft": "фт", "lbs": "фунтов", "lb": "фунт", "sq ft": "кв. футов"}

_FROM_ENGLISH = {
    "es": {"UN": "ONU", "NATO": "OTAN", "WHO": "OMS", "IMF": "FMI", "GDP": "PIB", "VAT": "IVA", "HIV": "VIH", "WTO": "OMC", "EU": "UE", "UNO": "ONU"},
    "fr": {"NATO": "OTAN", "WHO": "OMS", "IMF": "FMI", "GDP": "PIB", "VAT": "TVA", "HIV": "VIH", "DNA": "ADN", "WTO": "OMC", "EU": "UE"},
    "pt": {"NATO": "OTAN", "WHO": "OMS", "IMF": "FMI", "GDP": "PIB", "WTO": "OMC", "EU": "UE"},
    "it": {"WHO": "OMS", "IMF": "FMI", "GDP": "PIL", "VAT": "IVA", "WTO": "OMC", "EU": "UE"},
    "ru": {**_UNITS_RU, "UN": "ООН", "US": "США", "USA": "США", "EU": "ЕС", "NATO": "НАТО", "WHO": "ВОЗ", "IMF": "МВФ", "GDP": "ВВП", "HIV": "ВИЧ", "AIDS": "СПИД", "DNA": "ДНК", "WTO": "ВТО"},
    "uk": {**_UNITS_RU, "UN": "ООН", "US": "США", "USA": "США", "EU": "ЄС", "NATO": "НАТО", "WHO": "ВООЗ", "IMF": "МВФ", "GDP": "ВВП", "HIV": "ВІЛ", "DNA": "ДНК"},
    "de": {"GDP": "BIP", "IMF": "IWF", "VAT": "MwSt."},
    "pl": {"UN": "ONZ", "EU": "UE", "GDP": "PKB", "IMF": "MFW", "ECB": "EBC"},
    "cs": {"UN": "OSN", "GDP": "HDP", "VAT": "DPH", "IMF": "MMF"},
}  # fmt: skip

#: Forms are matched as whole words in their own case; a form must stand in the source as well.
LOCALISED: dict[tuple[str, str], dict[str, str]] = {
    ("ru", "en"): _CYRILLIC, ("uk", "en"): _UKRAINIAN, ("bg", "en"): _BULGARIAN, ("es", "en"): _SPANISH,
    ("fr", "en"): _FRENCH, ("it", "en"): _ITALIAN, ("pt", "en"): _PORTUGUESE, ("ro", "en"): _ROMANIAN,
    ("de", "en"): _GERMAN, ("pl", "en"): _POLISH, ("cs", "en"): _CZECH, ("nl", "en"): _DUTCH, ("sv", "en"): _SWEDISH,
    ("tr", "en"): _TURKISH, ("fi", "en"): _FINNISH, ("hu", "en"): _HUNGARIAN, ("el", "en"): _GREEK,
    ("id", "en"): _INDONESIAN,
} | {("en", lang): table for lang, table in _FROM_ENGLISH.items()}  # fmt: skip
