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
    "ДШИ": "children’s art school", "ДМШ": "children’s music school", "ДЮСШ": "youth sports school", "ЖКХ": "utilities",
    "ГИБДД": "traffic police", "МЧС": "Emergencies Ministry", "ЗАГС": "registry office", "ТЭЦ": "heat and power plant",
    "ГЭС": "hydroelectric plant", "НИИ": "research institute", "СНТ": "gardeners’ association", "ФАП": "rural clinic",
    "ЦРБ": "district hospital", "ПТУ": "vocational school", "СИЗО": "remand prison", "ЛЭП": "power line",
    "АЗС": "petrol station", "ТСЖ": "homeowners’ association", "ТРЦ": "shopping centre", "МФЦ": "public service centre",
    "ЦИК": "Central Election Commission", "ОРВИ": "respiratory infection", "УЗИ": "ultrasound", "МРТ": "MRI", "ЭКГ": "ECG",
    "ЦБ": "Central Bank", "ЖК": "residential complex", "ТЦ": "shopping centre", "ЧП": "emergency", "ЧС": "emergency",
    "ЧМ": "World Cup", "ЖЭК": "housing office", "ЧОП": "security firm", "ЕГЭ": "school-leaving exam", "ЦОД": "data centre",
    "ИВЛ": "ventilator", "ПЦР": "PCR", "БПЛА": "drone", "ПВО": "air defence", "ПДД": "traffic rules", "ГСМ": "fuel",
    "ул": "St.", "обл": "region", "чел": "people", "гг": "years", "др": "others", "пр": "others", "т": "t", "л": "l",
    "и т. д": "etc.", "и т.д": "etc.", "и т. п": "etc.", "и т.п": "etc.", "и др": "and others", "и пр": "etc.", "т. е": "i.e.",
    "т.е": "i.e.", "т. к": "since", "т.к": "since", "т. н": "so-called", "т.н": "so-called", "шт": "pieces", "стр": "p.",
    "г-н": "Mr", "г-жа": "Ms", "мин": "minutes", "сек": "seconds", "просп": "Avenue", "р-н": "district", "наб": "Embankment",
    "проц": "per cent", "экз": "copies", "акад": "Academician", "см. также": "see also",
}  # fmt: skip
_UKRAINIAN = {
    "США": "US", "ООН": "UN", "ЄС": "EU", "НАТО": "NATO", "РФ": "Russia", "СРСР": "USSR", "МВФ": "IMF", "ВООЗ": "WHO",
    "СОТ": "WTO", "ОБСЄ": "OSCE", "МЗС": "Foreign Ministry", "МВС": "Interior Ministry", "СБУ": "SBU", "ЗСУ": "Ukrainian army",
    "КНР": "China", "ВВП": "GDP", "ПДВ": "VAT", "ЗМІ": "media", "ВІЛ": "HIV", "СНІД": "AIDS", "ДТП": "road accident",
    "ПРООН": "UNDP", "ЮНІСЕФ": "UNICEF", "ЮНЕСКО": "UNESCO", "МАГАТЕ": "IAEA", "ОЕСР": "OECD", "ЄБРР": "EBRD", "ЄЦБ": "ECB",
    "ЄСПЛ": "ECHR", "ЦРУ": "CIA", "ФБР": "FBI", "ОДКБ": "CSTO", "СНД": "CIS", "МКС": "ISS", "МОК": "IOC",
    "ДСНС": "Emergency Service", "ТЕЦ": "heat and power plant", "ГЕС": "hydroelectric plant", "НДІ": "research institute",
    "ФАП": "rural clinic", "ЦРЛ": "district hospital", "ПТУ": "vocational school", "СІЗО": "remand prison",
    "АЗС": "petrol station", "ОСББ": "homeowners’ association", "ТРЦ": "shopping centre", "ЦНАП": "public service centre",
    "ЦВК": "Central Election Commission", "ГРВІ": "respiratory infection", "УЗД": "ultrasound", "МРТ": "MRI", "ЕКГ": "ECG",
    "ЦБ": "Central Bank", "ЖК": "residential complex", "ТЦ": "shopping centre", "ЖЕК": "housing office",
    "ЦОД": "data centre", "БПЛА": "drone", "ППО": "air defence", "АЕС": "nuclear power plant", "ЗНО": "school-leaving test",
    "ДНК": "DNA", "млн": "million", "млрд": "billion", "трлн": "trillion", "тис": "thousand", "грн": "hryvnias",
    "км": "km", "кг": "kg", "см": "cm", "мм": "mm", "га": "ha", "і т. д": "etc.", "і т.д": "etc.", "і т. п": "etc.", "і т.п": "etc.",
    "та ін": "and others", "та інш": "and others", "й ін": "and others", "т. зв": "so-called", "т.зв": "so-called", "тобто": "i.e.",
    "вул": "St.", "обл": "region", "р-н": "district", "просп": "Avenue", "шт": "pieces", "стор": "p.", "год": "hours", "хв": "minutes",
    "п": "Mr", "чол": "people", "крб": "roubles", "коп": "kopiykas", "відс": "per cent",
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

#: More of them, "left over > wanted": honorifics, everyday abbreviations, acronyms that English spells otherwise.
_MORE = {
    "es": "Lic > a title in words; Arq > architect; Mtro > a title in words; Mtra > a title in words; D. > Mr; Sr. > Mr; Sra. > Ms; Srta. > Miss; Dña. > Ms; Dª > Ms; p. ej > e.g.; p.ej > e.g.; a. C > BC; a.C > BC; d. C > AD; d.C > AD;"
    " núm > no.; aprox > approx.; IA > AI; RR. HH > HR; EEE > EEA; ARN > RNA; RU > UK; OGM > GMO; "
    " JJ. OO > Olympics; JJ.OO > Olympics; FF. AA > armed forces; hab > inhabitants; OIT > ILO; OCDE > OECD;"
    " CC. AA > regions; CC.AA > regions; cént > cents; SRAS > SARS; EPI > PPE; OIEA > IAEA; AIE > IEA;"
    " ACNUR > UNHCR; TEDH > ECHR; TPI > ICC; PNUD > UNDP; PNUMA > UNEP; CPI > ICC; GNL > LNG; PYME > SME;"
    " n.º > no.; N.º > No.; nº > no.; Nº > No.; págs > pp.; ptas > pesetas; D.ª > Ms; Sres > Messrs; Dra > Dr; dcha > right; izda > left; M€ > million euros; DNI > identity card; ITV > vehicle inspection; SMI > minimum wage; FP > vocational training; RMN > MRI",
    "fr": "Me > Maître; Mᵉ > Maître; Pr > Prof.; M. > Mr; MM. > Messrs; Mme > Ms; Mmes > Mesdames; Mlle > Miss; p. ex > e.g.; p.ex > e.g.; c.-à-d > i.e.; env > about; hab > inhabitants;"
    " av. J.-C > BC; apr. J.-C > AD; TTC > including tax; IA > AI; PDG > CEO; SRAS > SARS; ARN > RNA; EEE > EEA; RH > HR;"
    " EPI > PPE; OCDE > OECD; OIT > ILO; PME > SME; OGM > GMO; "
    " AIEA > IAEA; AIE > IEA; CPI > ICC; CEDH > ECHR; GNL > LNG; PNUD > UNDP; PNUE > UNEP; "
    " RGPD > GDPR; "
    " GES > greenhouse gases; Giec > IPCC; GIEC > IPCC; OMC > WTO; UA > AU; RDA > GDR;"
    " n° > no.; N° > No.; nº > no.; M€ > million euros; Md€ > billion euros; k€ > thousand euros; RDV > appointment; rdv > appointment; SMIC > minimum wage; Smic > minimum wage; HLM > social housing; Ehpad > nursing home; EHPAD > nursing home; CHU > university hospital; IRM > MRI; VTT > mountain bike; SDF > homeless people; CDI > permanent contract; CDD > fixed-term contract; Onu > UN; Otan > NATO",
    "it": "geom > surveyor; Geom > surveyor; rag > accountant; Rag > accountant; arch > architect; Avv > lawyer; sig > Mr; Sig > Mr; sig.ra > Ms; Sig.ra > Ms; dott > Dr; Dott > Dr; dott.ssa > Dr; avv > lawyer; prof.ssa > Prof.; ecc > etc.; p. es > e.g.; p.es > e.g.;"
    " ad es > e.g.; a.C > BC; a. C > BC; d.C > AD; d. C > AD; ca > about; circ > circular; mila > thousand; ab > inhabitants; IA > AI; PMI > SME;"
    " OGM > GMO; OCSE > OECD; OIL > ILO; AIEA > IAEA; CPI > ICC; TAC > CT; "
    " DPI > PPE; GNL > LNG; sec > century;"
    " n. > no.; n° > no.; nr > no.; N. > No.; pag > p.; pagg > pp.; sig.na > Miss; dr.ssa > Dr; ing > engineer; mq > sq m; kmq > sq km; cad > each; ASL > health authority; Asl > health authority; RSA > nursing home; Rsa > nursing home; Cda > board; CdA > board; Pil > GDP; Iva > VAT; Onu > UN; Ue > EU; Oms > WHO; Fmi > IMF; Bce > ECB; Ong > NGO; M€ > million euros; mln > million; mld > billion",
    "pt": "Sr. > Mr; Sra. > Ms; Srs > Messrs; Dr.ª > Dr; D. > Dom; p. ex > e.g.; p.ex > e.g.; a.C > BC; a. C > BC; d.C > AD; d. C > AD; IVA > VAT; IA > AI; EEE > EEA;"
    " RH > HR; EPI > PPE; RNA-m > mRNA; OIT > ILO; OCDE > OECD; PME > SME; PMEs > SMEs; "
    " IMC > BMI; SRAG > SARS; AIEA > IAEA; TPI > ICC; PNUD > UNDP; hab > inhabitants; "
    " GNL > LNG; RDA > GDR; RPC > PRC; séc > century;"
    " n.º > no.; N.º > No.; nº > no.; n° > no.; pág > p.; págs > pp.; sr. > Mr; sra. > Ms; SNS > NHS; M€ > million euros; R/C > ground floor; r/c > ground floor; RMN > MRI",
    "de": "ca > about; ggf > possibly; evtl > possibly; vgl > cf.; sog > so-called; zzgl > plus; Jh > century; Jhd > century; Jhdt > century; gem > according to; bspw > e.g.;"
    " u. U > possibly; v. a > above all; o. Ä > or similar; o.Ä > or similar; i. d. R > as a rule; i.d.R > as a rule; n. Chr > AD; v. Chr > BC; Hr > Mr; s. o > see above;"
    " Abs > para.; Art.-Nr > item no.; EWR > EEA; KI > AI; PKW > car; Pkw > car; LKW > lorry; Lkw > lorry; KMU > SME; DSGVO > GDPR; IAO > ILO; EuGH > ECJ;"
    " EGMR > ECHR; ÖPNV > public transport; UNO > UN; Tel.-Nr > phone no.;"
    " AKW > nuclear power plant; BRD > FRG; Std > hours; Min > minutes; mtl > monthly; tgl > daily; stv > deputy; Dtld > Germany; Einw > inhabitants;"
    " Stk > pieces; Stck > pieces; Bd > vol.; Hbf > central station; Bhf > station; geb > born; gest > died; Mill > million; Mia > billion; lt > according to; zB > e.g.; Kfz > vehicle; KFZ > vehicle; OB > mayor; s. S > see p.; Fr > Ms; Tsd > thousand; MRT > MRI; Pkt > points; qm > sq m; Hrsg > ed.; Nrn > nos.; Prof.in > Prof.; Dr.in > Dr; i. H. v > of; z. T > partly; z.T > partly; u. Ä > and the like; u.Ä > and the like; u. v. m > and more; u.v.m > and more; m. E > in my view; o. g > above; o.g > above; bzgl > about; exkl > excl.",
    "pl": "ks > Father; adw > lawyer; mec > lawyer; abp > Archbishop; bp > Bishop; m.in > among others; tzw > so-called; np > e.g.; itd > etc.; itp > etc.; tj > i.e.; tzn > that is; r > year; w. > century; wg > according to;"
    " ok > about; ww > above-mentioned; ds > for; nr > no.; godz > hours; prof > Professor; dr > Dr; red > editor;"
    " PRL > communist Poland; KE > European Commission; "
    " TSUE > ECJ; MŚP > SME; RODO > GDPR; MAEA > IAEA; OBWE > OSCE; p.n.e > BC; n.e > AD;"
    " proc > per cent; szt > pieces; św > St; gm > commune; woj > voivodeship; pow > county; m kw > sq m; mkw > sq m; zob > see; str > p.; sek > seconds; tys > thousand; gr > groszy; mies > months; kard > Cardinal; mgr > MA; inż > engineer; płk > Colonel; dot > about; nt > about; i in > and others",
    "cs": "tj > i.e.; mj > among others; cca > about; resp > or; tis > thousand; hod > hours; např > e.g.; apod > etc.; př. n. l > BC; n. l > AD;"
    " SRN > Germany; NDR > GDR; OBSE > OSCE; MAAE > IAEA; stol > century; obyv > inhabitants;"
    " proc > per cent; č > no.; str > p.; vč > incl.; sv > St; mil > million; mld > billion; atp > etc.; aj > etc.; pí > Ms; n. m > above sea level",
    "nl": "bijv > e.g.; d.w.z > i.e.; o.a > among others; enz > etc.; ca > about; dhr > Mr; mevr > Ms; m.b.t > about; i.v.m > because of; t.o.v > compared with; a.u.b > please; z.s.m > asap; t/m > to;"
    " blz > p.; n.a.v > following; v. Chr > BC; n. Chr > AD; IC > intensive care; mkb > SMEs; AVG > GDPR; ov > public transport; inw > inhabitants",
    "sv": "m.m > etc.; dvs > i.e.; ca > about; kl > at; s.k > so-called; inkl > incl.; resp > respectively; fr.o.m > from; t.o.m > to; mkr > million kronor; mn > million; milj > million; tkr > thousand kronor; f.Kr > BC; e.Kr > AD; FN > UN",
    "tr": "vs > etc.; örn > e.g.; yy > century; M.Ö > BC; M.S > AD; MÖ > BC; Sn > Mr; yak > about; AİHM > ECHR; AB > EU;"
    " bkz > see;"
    " dk > minutes; vd > etc.; Doç > Assoc. Prof.; ör > e.g.; krş > cf.; mlr > billion; mr > billion",
    "ro": "dl > Mr; dna > Ms; dvs > you; ş.a > others; ș.a > others; î.Hr > BC; d.Hr > AD; mld > billion; cca > about; IA > AI; ONG > NGO; CEDO > ECHR; CE > European Commission; OIM > ILO; RDG > GDR",
    "ru": "тыс > thousand; руб > roubles; пос > settlement; им. > named after; пер > Lane; пл > Square; пгт > town; мкр > neighbourhood; рис > fig.; гл > ch.; изд > ed.; тел > phone; к. > block; кв. > flat; проф > Professor; доц > lecturer",
    "uk": "пл > Square; пров > Lane; смт > town; мкр > neighbourhood; рис > fig.; гл > ch.; вид > ed.; тел > phone; кв. > flat; проф > Professor; ім. > named after; див > see; св > St",
}  # fmt: skip

#: International bodies, and everyday acronyms that each language makes of its own words.
_BODIES = {
    "es": "UICN > IUCN; OMM > WMO; CICR > ICRC; BERD > EBRD; BEI > EIB; OEA > OAS; OPEP > OPEC; OMI > IMO; OACI > ICAO; OMPI > WIPO; OIM > IOM; PMA > WFP; FIDA > IFAD; BID > IDB; OPAQ > OPCW; UIT > ITU; CIIC > IARC; COI > IOC; CIJ > ICJ; TPIY > ICTY; CEI > CIS; OCI > OIC; AELC > EFTA; CEEA > EURATOM; OEP > EPO; AEE > ESA; EPOC > COPD; TDAH > ADHD; ITS > STI; ETS > STD; TOC > OCD; TEPT > PTSD; TIC > IT; I+D > R&D; GLP > LPG; IPC > CPI; VPH > HPV; VHB > HBV; TAC > CT; OPA > takeover bid",
    "fr": "UICN > IUCN; OMM > WMO; CICR > ICRC; BERD > EBRD; BEI > EIB; OEA > OAS; OPEP > OPEC; OMI > IMO; OACI > ICAO; OMPI > WIPO; OIM > IOM; PAM > WFP; FIDA > IFAD; BID > IDB; OIAC > OPCW; UIT > ITU; CIRC > IARC; CIO > IOC; CIJ > ICJ; TPIY > ICTY; CEI > CIS; OCI > OIC; ANASE > ASEAN; AELE > EFTA; OEB > EPO; ASE > ESA; BPCO > COPD; TDAH > ADHD; IST > STI; MST > STD; TOC > OCD; TIC > IT; GPL > LPG; IPC > CPI; VPH > HPV; AVC > stroke; BTP > construction; PMA > IVF; IVG > abortion; BD > comics; JO > Olympics",
    "pt": "UICN > IUCN; OMM > WMO; CICV > ICRC; BERD > EBRD; BEI > EIB; OEA > OAS; OPEP > OPEC; OMI > IMO; OACI > ICAO; OMPI > WIPO; OIM > IOM; PAM > WFP; FIDA > IFAD; BID > IDB; PIAC > IPCC; OPAQ > OPCW; UIT > ITU; COI > IOC; CIJ > ICJ; TPIJ > ICTY; CEI > CIS; OCI > OIC; AELE > EFTA; AEE > ESA; DPOC > COPD; TDAH > ADHD; IST > STI; DST > STD; TOC > OCD; TIC > IT; GLP > LPG; IPC > CPI; AVC > stroke; UPA > emergency clinic; IPTU > property tax; EPE > PPE; P&D > R&D; I&D > R&D; TAC > CT",
    "it": "UICN > IUCN; OMM > WMO; CICR > ICRC; BERS > EBRD; BEI > EIB; OMPI > WIPO; OIM > IOM; PAM > WFP; FIDA > IFAD; OPAC > OPCW; UIT > ITU; CIO > IOC; CIG > ICJ; OCI > OIC; AELS > EFTA; BPCO > COPD; MST > STD; GPL > LPG; IPC > CPI; PMA > IVF; UTI > ICU; ZTL > restricted traffic zone; R&S > R&D",
    "ca": "UICN > IUCN",
    "ru": "МСОП > IUCN; ВМО > WMO; МККК > ICRC; ЕИБ > EIB; ИКАО > ICAO; ВОИС > WIPO; МОМ > IOM; ВПП > WFP; МГЭИК > IPCC; МСЭ > ITU; МАИР > IARC; ВАДА > WADA; МСООН > ICJ; ЕМА > EMA; ОИС > OIC; ЦЕРН > CERN; ФАО > FAO; МОТ > ILO; НАСА > NASA; АСЕАН > ASEAN; ЕКА > ESA; ХДС > CDU; СДПГ > SPD; ХОБЛ > COPD; СДВГ > ADHD; ИППП > STI; ОКР > OCD; ПТСР > PTSD; СПГ > LNG; ИИ > AI; НКО > NGO; ВПЧ > HPV; ЧС > emergency; ВУЗ > university; ПВЗ > pick-up point; ДК > house of culture; ТБО > household waste; ТКО > household waste; ОМС > health insurance; ФРГ > West Germany; ГДР > GDR; ЕГЭ > school-leaving exam; ГАИ > traffic police; ОВД > police station; ТСН > homeowners’ association; ДНТ > dacha association; ВСУ > Ukrainian army; ЗОЖ > healthy lifestyle; КРС > cattle; ДВС > engine; ЭКО > IVF; ЛГБТ > LGBT; ТЦ > shopping centre; ЭВМ > computer; ГОСТ > standard; НДФЛ > income tax; СНиП > building code",
    "uk": "МСОП > IUCN; ВМО > WMO; МКЧХ > ICRC; ЄІБ > EIB; ОПЕК > OPEC; ІКАО > ICAO; ВОІВ > WIPO; МОМ > IOM; ВПП > WFP; МГЕЗК > IPCC; МСЕ > ITU; МАІР > IARC; ВАДА > WADA; ЦЕРН > CERN; ФАО > FAO; МОП > ILO; НАСА > NASA; АСЕАН > ASEAN; ЄКА > ESA; ХДС > CDU; СДПН > SPD; ХОЗЛ > COPD; СДУГ > ADHD; ПТСР > PTSD; ШІ > AI; НУО > NGO; МОЗ > Health Ministry; МОН > Education Ministry; ВПО > displaced people; ОТГ > community; КМДА > Kyiv administration; ОВА > regional administration; РДА > district administration; ТЦК > recruitment office; НАЗК > corruption agency; САП > anti-corruption prosecutor; ДБР > investigation bureau; ПДФО > income tax; ФОП > sole trader; ЗВО > university; ДК > house of culture; МКХ > Red Cross; НБУ > central bank; ВРХ > cattle; НС > emergency; ЛГБТ > LGBT; ПЛР > PCR; ФРН > West Germany; НДР > GDR; ЕКЗ > IVF",
    "ro": "OMM > WMO; CICR > ICRC; BERD > EBRD; BEI > EIB; CIO > IOC",
    "de": "IKRK > ICRC; IOK > IOC; IGH > ICJ; GUS > CIS; VPI > CPI; FuE > R&D; F&E > R&D; OSZE > OSCE; VAE > UAE; USt > VAT; Kita > nursery; EKG > ECG",
    "pl": "MKCK > ICRC; EBOR > EBRD; EBI > EIB; MKOl > IOC; MTS > ICJ; WNP > CIS; LBG > MSF; MOP > ILO; ETPC > ECtHR; POChP > COPD; MSWiA > Interior Ministry; MEN > Education Ministry; SOR > emergency department; OSP > volunteer fire brigade; PSP > fire service; DPS > care home; ZEA > UAE; OZE > renewables; RPA > South Africa; CHRL > China; NRD > GDR; RFN > West Germany",
    "cs": "MVČK > ICRC; MOV > IOC; SNS > CIS",
    "tr": "BDT > CIS; İİT > OIC; AVM > shopping centre; STK > NGO; STÖ > NGO; ÖTV > excise; TÜFE > CPI; BAE > UAE; GSMH > GNP; KOBİ > SME; MEB > Education Ministry; DEHB > ADHD; AGİT > OSCE; UCM > ICC; SSCB > USSR; OHAL > state of emergency; UAEA > IAEA",
}  # fmt: skip
_BODIES_FROM_ENGLISH = {
    "es": "IUCN > UICN; WMO > OMM; ICRC > CICR; EBRD > BERD; EIB > BEI; OAS > OEA; OPEC > OPEP; IMO > OMI; ICAO > OACI; WIPO > OMPI; IOM > OIM; WFP > PMA; IFAD > FIDA; OPCW > OPAQ; ITU > UIT; IARC > CIIC; IOC > COI; ICJ > CIJ; ICTY > TPIY; CIS > CEI; OIC > OCI; EFTA > AELC; EURATOM > CEEA",
    "fr": "IUCN > UICN; WMO > OMM; ICRC > CICR; EBRD > BERD; EIB > BEI; OAS > OEA; OPEC > OPEP; IMO > OMI; ICAO > OACI; WIPO > OMPI; IOM > OIM; WFP > PAM; IFAD > FIDA; OPCW > OIAC; ITU > UIT; IARC > CIRC; IOC > CIO; ICJ > CIJ; ICTY > TPIY; CIS > CEI; OIC > OCI; ASEAN > ANASE; EFTA > AELE; IPCC > Giec",
    "pt": "IUCN > UICN; WMO > OMM; ICRC > CICV; EBRD > BERD; EIB > BEI; OAS > OEA; OPEC > OPEP; IMO > OMI; ICAO > OACI; WIPO > OMPI; IOM > OIM; WFP > PAM; IFAD > FIDA; IPCC > PIAC; OPCW > OPAQ; ITU > UIT; IOC > COI; ICJ > CIJ; ICTY > TPIJ; CIS > CEI; OIC > OCI; EFTA > AELE",
    "it": "IUCN > UICN; WMO > OMM; ICRC > CICR; EBRD > BERS; EIB > BEI; OAS > OSA; WIPO > OMPI; IOM > OIM; WFP > PAM; IFAD > FIDA; OPCW > OPAC; ITU > UIT; IOC > CIO; ICJ > CIG; CIS > CSI; OIC > OCI; EFTA > AELS",
    "ru": "IUCN > МСОП; WMO > ВМО; ICRC > МККК; EIB > ЕИБ; OPEC > ОПЕК; ICAO > ИКАО; WIPO > ВОИС; IOM > МОМ; WFP > ВПП; IPCC > МГЭИК; ITU > МСЭ; IARC > МАИР; ICJ > МСООН; OIC > ОИС; UNHCR > УВКБ; ASEAN > АСЕАН",
    "uk": "IUCN > МСОП; WMO > ВМО; ICRC > МКЧХ; EIB > ЄІБ; OPEC > ОПЕК; ICAO > ІКАО; WIPO > ВОІВ; IOM > МОМ; WFP > ВПП; IPCC > МГЕЗК; ITU > МСЕ; IARC > МАІР; ILO > МОП; UNHCR > УВКБ; ASEAN > АСЕАН",
    "de": "ICRC > IKRK; IOC > IOK; ICJ > IGH; CIS > GUS",
    "pl": "ICRC > MKCK; EBRD > EBOR; EIB > EBI; IOC > MKOl; ICJ > MTS; CIS > WNP; ILO > MOP",
    "cs": "ICRC > MVČK; IOC > MOV; CIS > SNS",
}  # fmt: skip

#: Streets, pictures, books, offices and titles, as postal and style guides of each language abbreviate them.
_MORE_PLACES = {
    "pl": "ul > St.; al. > Avenue; os. > estate; pl. > Square; Fot > Photo; fot > photo; rys > fig.; pok > room; im. > named after; hab > Prof.; tab > table; rozdz > ch.; wyd > ed.; kpt > Captain; ppłk > Lt Col.; por > Lieutenant; sierż > Sergeant; asp > Sergeant; bł > Blessed; śp > the late; śr > average; maks > maximum; ub. r > last year; br. > this year; m. st > the capital; wł > real name; ur > born; zm > died; jw > as above; pt. > titled; wsp > co-; przyp > note; tłum > translated by; dol > dollars; tyg > weeks; kw. > sq; dyr > director; burm > mayor",
    "cs": "ul > St.; nám > Square; tř > Avenue; nábř > Embankment; obr > fig.; Obr > Fig.; kap > ch.; pozn > note; čp > no.; č. p > no.; nar > born; zem > died; tzn > that is; mld > billion; roč > vol.; kpt > Captain; plk > Colonel; Bc > BA; PhDr > Dr; JUDr > Dr; MUDr > Dr; RNDr > Dr; MVDr > Dr; zast > stop; odd > department; mj > among others",
    "de": "Abb > fig.; Str. > St.; mind > at least; Pers > people; Kap > ch.; Bsp > example; Aufl > ed.; Anm > note; Jg > vol.; usf > etc.; u. s. w > etc.; Sek > seconds; nachm > in the afternoon; vorm > in the morning; verh > married; gegr > founded; vers > about; Pl. > Square; Dipl.-Ing > engineer; Dir > director; Red > editor; Ltg > conducted by; Bez > district; entspr > accordingly; einschl > including; zus > together; urspr > originally; ehem > former; insb > especially; insbes > especially; durchschn > on average; jew > each; voraussichtl > expected; ges > total; tel > by phone; Whg > flat; Zi > rooms",
    "fr": "av. > Avenue; bd > Boulevard; Bd > Boulevard; boul > Boulevard; chap > ch.; éd > ed.; Mgr > Bishop; tél > phone; Tél > Phone; rte > Road; arr > district; dép > department; mn > minutes; qqn > someone; svp > please; resp > respectively; larg > width; Vve > widow; coll > series; trad > translated by; illustr > illustration; cad > that is; bibl > library; bât > building; imp. > dead end; Cdt > Commander; Cne > Captain; Lt-col > Lt Col.",
    "es": "Avda > Avenue; Av. > Avenue; C/ > St.; Pza > Square; Plza > Square; Ctra > Road; Pº > Paseo; dpto > department; Dpto > Department; depto > department; mill > million; mills > million; Cía > Co.; tfno > phone; Tfno > Phone; teléf > phone; s/n > no number; Hnos > Brothers; ayto > town hall; Ayto > Town Hall; izq > left; izda > left; esq > corner; máx > maximum; mín > minimum; trad > translated by; cap. > ch.; ed. > publisher; prov > province; admón > administration; Excmo > His Excellency; Ilmo > His Honour; Mons > Monsignor; Fdo > signed; bco > bank; gral > general; Gral > General; pdte > chairman; Pdte > chairman; secr > secretary; vda > widow; aprox. > approx.",
    "it": "P.zza > Square; p.zza > Square; V.le > Avenue; v.le > Avenue; C.so > Avenue; c.so > Avenue; L.go > Square; l.go > Square; Cap > ch.; cap. > ch.; cfr > cf.; segg > ff.; tab > table; ndr > editor’s note; n.d.r > editor’s note; q.tà > quantity; fraz > village; p.le > Square; P.le > Square; str. > road; mons > Monsignor; Mons > Monsignor; cav > Cavaliere; Cav > Cavaliere; comm > Commendatore; Sigg > Messrs; sigg > Messrs; Egr > Dear; ca. > about; u.s > last; p.v > next; f.to > signed; prov > province; ed. > publisher; trad > translated by",
    "pt": "Profa > Prof.; Prof.ª > Prof.; Profª > Prof.; Sto > St; Pça > Square; Rod > highway; Trav > lane; Lgo > Square; Estr > Road; máx > maximum; mín > minimum; aprox > approx.; cap. > ch.; Cia > Co.; Eng > engineer; Eng.º > engineer; Exmo > His Excellency; Exa > Excellency; apto > flat; bl. > block; dep > deputy; depto > department; Dr.a > Dr; Sr.ª > Ms; tlf > phone; telef > phone; esq > left; dto > right; ed. > publisher; trad > translated by; obs > note",
    "tr": "Cad > St.; Cd > St.; Sok > St.; Sk > St.; Mah > neighbourhood; Mh > neighbourhood; Apt > block of flats; Blv > Boulevard; Bulv > Boulevard; Av. > lawyer; Alb > Colonel; Yzb > Captain; Bşk > chairman; Müd > director; Üni > University; sa. > hours; sn. > seconds; haz > prepared by; çev > translated by; Hz > the holy; Nu > No.; Şti > Co.; Yrd > assistant; Öğr > lecturer; Gör > lecturer; Uzm > specialist; Ör > e.g.; Bkz > see; şb > branch; Kd > senior; dan > adviser",
    "nl": "afb > fig.; blz > p.; str. > St.; mld > billion; resp > respectively; ong > about; hfst > ch.; uitg > ed.; jl > last; ivm > because of; mbt > about; zgn > so-called",
}  # fmt: skip
_MORE_FROM_ENGLISH = {
    "ru": "No. > №; no. > №; Nos. > №№; Fig > рис.; fig > рис.; approx > ок.; c. > ок.; vs > против; hrs > ч; hr > ч; yrs > лет; etc > и т. д.; pp. > с.; p. > с.; Dr > д-р; Prof > проф.; a.k.a > он же; Jr > мл.; ed > ред.; vol > т.; min. > мин; max. > макс.; est > осн.; Sgt > сержант; Capt > капитан; Col > полковник; Gen > генерал; Lt > лейтенант; Rev > преподобный; Sen > сенатор; Rep > конгрессмен; Gov > губернатор",
    "uk": "No. > №; no. > №; Fig > рис.; fig > рис.; approx > бл.; c. > бл.; vs > проти; hrs > год; hr > год; yrs > років; etc > тощо; pp. > с.; p. > с.; Dr > д-р; Prof > проф.; a.k.a > він же; vol > т.; Sgt > сержант; Capt > капітан; Col > полковник; Gen > генерал; Lt > лейтенант; Rev > преподобний; Sen > сенатор; Gov > губернатор; mph > миль/год",
    "de": "No. > Nr.; no. > Nr.; Nos. > Nrn.; Fig > Abb.; fig > Abb.; c. > um; hrs > Std.; hr > Std.; yrs > Jahre; etc > usw.; pp. > S.; p. > S.; a.k.a > alias; Rev > Pfarrer; Sgt > Feldwebel; Capt > Hauptmann; Gov > Gouverneur; Dept > Abt.; dept > Abt.; govt > Regierung; vs > gegen; sq > Quadrat-; approx > ca.; est > gegr.",
    "fr": "No. > n°; no. > n°; Nos. > nos; c. > vers; hrs > h; hr > h; yrs > ans; pp. > p.; a.k.a > alias; Rev > révérend; Sgt > sergent; Capt > capitaine; Gov > gouverneur; Sen > sénateur; Dept > dép.; dept > dép.; govt > gouvernement; sq > carré; vs > contre; est > fondé",
    "es": "No. > n.º; no. > n.º; Nos. > n.os; hrs > h; hr > h; yrs > años; pp. > págs.; a.k.a > alias; Rev > reverendo; Sgt > sargento; Capt > capitán; Gov > gobernador; Dept > dpto.; dept > dpto.; govt > gobierno; est > fundado; vs > contra",
    "it": "No. > n.; no. > n.; hrs > ore; hr > ore; yrs > anni; a.k.a > alias; Rev > reverendo; Sgt > sergente; Capt > capitano; Gov > governatore; Dept > dip.; dept > dip.; govt > governo; approx > circa; vs > contro",
    "pt": "No. > n.º; no. > n.º; hrs > h; hr > h; yrs > anos; a.k.a > vulgo; Rev > reverendo; Sgt > sargento; Capt > capitão; Gov > governador; Dept > dep.; dept > dep.; govt > governo; approx > aprox.; vs > contra",
    "pl": "No. > nr; no. > nr; Nos. > nr; Fig > rys.; fig > rys.; c. > ok.; hrs > godz.; hr > godz.; yrs > lat; etc > itd.; pp. > s.; p. > s.; a.k.a > alias; Rev > ks.; Sgt > sierż.; Capt > kpt.; Gov > gubernator; Dept > wydział; dept > wydział; govt > rząd; approx > ok.; vs > kontra; vol > t.; Prof. > prof.",
    "cs": "No. > č.; no. > č.; Fig > obr.; fig > obr.; c. > asi; hrs > hod.; hr > hod.; yrs > let; etc > atd.; pp. > s.; Rev > reverend; Dept > odd.; dept > odd.; approx > asi; vs > proti; p.m > hodin; a.m > hodin",
    "tr": "Fig > şekil; fig > şekil; c. > yaklaşık; hrs > saat; hr > saat; yrs > yıl; etc > vb.; pp. > s.; approx > yaklaşık; vs > karşı; Rev > rahip; Sgt > çavuş; Capt > yüzbaşı; Gov > vali; Dept > bölüm; dept > bölüm; Mrs > Bayan; Ms > Bayan; p.m > 24 saat; a.m > 24 saat; bn > milyar",
}  # fmt: skip
#: These are abbreviations before a figure only: `No.` is also an answer.
BEFORE_FIGURES = frozenset(("No.", "no.", "Nos.", "c.", "p.", "pp."))


def _more(lang: str) -> dict[str, str]:
    rows = (
        row.split(" > ")
        for row in "; ".join(table.get(lang, "") for table in (_MORE, _BODIES, _MORE_PLACES)).split("; ")
        if row
    )
    return {form.strip(): wanted for form, wanted in rows}


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

#: What English abbreviates and few others do.
_ENGLISH = {
    "de": "e.g > z. B.; i.e > d. h.; p.m > Uhr; a.m > Uhr; mph > km/h; ft > Fuß; lbs > Pfund; lb > Pfund; sq ft > Quadratmeter; Mr > Herr; Mrs > Frau; Ms > Frau; UN > UNO; UK > Großbritannien; UAE > VAE; AI > KI; EEA > EWR; SME > KMU; SMEs > KMU; GDPR > DSGVO; bn > Mrd.; approx > ca.; incl > inkl.",
    "fr": "e.g > p. ex.; i.e > c.-à-d.; p.m > h; a.m > h; mph > km/h; ft > pieds; lbs > livres; lb > livre; UK > Royaume-Uni; US > États-Unis; UN > ONU; UNO > ONU; UAE > Émirats arabes unis; AI > IA; EEA > EEE; SMEs > PME; SME > PME; GDPR > RGPD; RNA > ARN; NGO > ONG; NGOs > ONG; IAEA > AIEA; ILO > OIT; OECD > OCDE; ECB > BCE; bn > Md; CEO > PDG; approx > env.; Mr > M.; Mrs > Mme; Ms > Mme; SARS > SRAS; AIDS > sida; LNG > GNL; PPE > EPI",
    "es": "e.g > p. ej.; i.e > es decir; p.m > h; a.m > h; mph > km/h; ft > pies; lbs > libras; lb > libra; UK > Reino Unido; US > EE. UU.; USA > EE. UU.; UAE > EAU; AI > IA; EEA > EEE; SMEs > pymes; SME > pyme; GDPR > RGPD; RNA > ARN; DNA > ADN; NGO > ONG; NGOs > ONG; IAEA > OIEA; ILO > OIT; OECD > OCDE; ECB > BCE; AIDS > sida; CEO > director ejecutivo; GP > médico de cabecera; Mr > Sr.; Mrs > Sra.; Ms > Sra.; Dr > Dr.; approx > aprox.; LNG > GNL; PPE > EPI; bn > mil millones",
    "it": "e.g > ad es.; i.e > cioè; p.m > 24-hour time; a.m > 24-hour time; mph > km/h; ft > piedi; lbs > libbre; lb > libbra; UK > Regno Unito; US > Stati Uniti; UN > ONU; UAE > Emirati Arabi; AI > IA; SMEs > PMI; SME > PMI; NGO > ONG; NGOs > ONG; IAEA > AIEA; ILO > OIL; OECD > OCSE; ECB > BCE; Mr > signor; Mrs > signora; Ms > signora; GP > medico di base; PPE > DPI; LNG > GNL; bn > miliardi",
    "pt": "e.g > p. ex.; i.e > ou seja; mph > km/h; ft > pés; lbs > libras; lb > libra; UK > Reino Unido; US > EUA; USA > EUA; UN > ONU; UAE > EAU; AI > IA; VAT > IVA; EEA > EEE; SMEs > PME; NGO > ONG; NGOs > ONG; IAEA > AIEA; ILO > OIT; OECD > OCDE; ECB > BCE; Mr > Sr.; Mrs > Sra.; Ms > Sra.; AIDS > SIDA; PPE > EPI; LNG > GNL; bn > mil milhões",
    "ru": "p.m > вечера; a.m > утра; e.g > напр.; i.e > т. е.; Mr > г-н; Mrs > г-жа; Ms > г-жа; UK > Великобритания; UAE > ОАЭ; AI > ИИ; VAT > НДС; ECB > ЕЦБ; IAEA > МАГАТЭ; UNESCO > ЮНЕСКО; UNICEF > ЮНИСЕФ; OSCE > ОБСЕ; OECD > ОЭСР; ILO > МОТ; NGO > НКО; NGOs > НКО; CEO > генеральный директор; GP > терапевт; km > км; kg > кг; cm > см; mm > мм; m > м; kW > кВт; MW > МВт; kWh > кВт·ч; bn > млрд; sq > кв.; LNG > СПГ; RNA > РНК; IOC > МОК; FIFA > ФИФА; UEFA > УЕФА",
    "uk": "p.m > вечора; a.m > ранку; e.g > напр.; i.e > тобто; Mr > пан; Mrs > пані; Ms > пані; UK > Велика Британія; AI > ШІ; VAT > ПДВ; IAEA > МАГАТЕ; UNESCO > ЮНЕСКО; OSCE > ОБСЄ; NGO > НУО; km > км; kg > кг; cm > см; mm > мм; kW > кВт; MW > МВт; bn > млрд",
    "pl": "e.g > np.; i.e > tj.; p.m > 24-hour time; a.m > 24-hour time; mph > km/h; ft > stóp; lbs > funtów; lb > funt; US > USA; UK > Wielka Brytania; UN > ONZ; AI > SI; Mr > pan; Mrs > pani; Ms > pani; NGO > organizacja pozarządowa; IAEA > MAEA; OSCE > OBWE; UAE > ZEA; WTO > Światowa Organizacja Handlu; SMEs > MŚP; bn > mld",
    "cs": "e.g > např.; i.e > tj.; mph > km/h; ft > stop; lbs > liber; US > USA; UK > Velká Británie; Mr > pan; Mrs > paní; Ms > paní; bn > mld.; OSCE > OBSE; IAEA > MAAE",
    "nl": "e.g > bijv.; i.e > d.w.z.; p.m > uur; a.m > uur; mph > km/u; ft > voet; lbs > pond; UN > VN; US > VS; UK > VK; GDP > bbp; VAT > btw; Mr > de heer; Mrs > mevrouw; Ms > mevrouw; NATO > NAVO; bn > miljard; SMEs > mkb; GDPR > AVG; UAE > VAE",
    "sv": "e.g > t.ex.; i.e > dvs.; mph > km/h; ft > fot; lbs > pund; UN > FN; US > USA; UK > Storbritannien; GDP > BNP; VAT > moms; Mr > herr; Mrs > fru; bn > miljarder",
    "da": "e.g > f.eks.; i.e > dvs.; mph > km/t; UN > FN; US > USA; UK > Storbritannien; GDP > BNP; VAT > moms; bn > mia.",
    "no": "e.g > f.eks.; i.e > dvs.; mph > km/t; UN > FN; US > USA; UK > Storbritannia; GDP > BNP; VAT > mva.; bn > mrd.",
    "fi": "e.g > esim.; i.e > eli; mph > km/h; UN > YK; US > Yhdysvallat; USA > Yhdysvallat; UK > Britannia; GDP > BKT; VAT > alv; ECB > EKP",
    "tr": "e.g > örn.; i.e > yani; mph > km/sa; US > ABD; USA > ABD; UN > BM; EU > AB; UK > Birleşik Krallık; GDP > GSYH; VAT > KDV; WHO > DSÖ; WTO > DTÖ; ECHR > AİHM; Mr > Bay; Mrs > Bayan; UAE > BAE; NGO > STK",
    "ro": "e.g > de ex.; i.e > adică; mph > km/h; US > SUA; USA > SUA; UN > ONU; EU > UE; UK > Marea Britanie; GDP > PIB; VAT > TVA; WHO > OMS; IMF > FMI; NGO > ONG; ECB > BCE",
    "hu": "e.g > pl.; i.e > azaz; mph > km/h; UN > ENSZ; US > USA; UK > Egyesült Királyság; VAT > áfa; ECB > EKB",
    "el": "e.g > π.χ.; i.e > δηλ.; US > ΗΠΑ; USA > ΗΠΑ; UN > ΟΗΕ; EU > ΕΕ; UK > Ηνωμένο Βασίλειο; GDP > ΑΕΠ; VAT > ΦΠΑ; WHO > ΠΟΥ; IMF > ΔΝΤ; ECB > ΕΚΤ; NATO > ΝΑΤΟ",
    "ca": "e.g > p. ex.; i.e > és a dir; US > EUA; USA > EUA; UN > ONU; EU > UE; UK > Regne Unit; NATO > OTAN; WHO > OMS; GDP > PIB; VAT > IVA; NGO > ONG; DNA > ADN",
    "bg": "e.g > напр.; i.e > т.е.; US > САЩ; USA > САЩ; UN > ООН; EU > ЕС; UK > Великобритания; NATO > НАТО; WHO > СЗО; GDP > БВП; VAT > ДДС; km > км; kg > кг",
}  # fmt: skip


def _english(lang: str) -> dict[str, str]:
    table = "; ".join(rows.get(lang, "") for rows in (_ENGLISH, _BODIES_FROM_ENGLISH, _MORE_FROM_ENGLISH))
    pairs = (row.split(" > ") for row in table.split("; ") if row)
    return {form.strip(): wanted for form, wanted in pairs} | _FROM_ENGLISH.get(lang, {})


#: Forms are matched as whole words in their own case; a form must stand in the source as well.
LOCALISED: dict[tuple[str, str], dict[str, str]] = {
    ("ru", "en"): _CYRILLIC, ("uk", "en"): _UKRAINIAN, ("bg", "en"): _BULGARIAN, ("es", "en"): _SPANISH,
    ("fr", "en"): _FRENCH, ("it", "en"): _ITALIAN, ("pt", "en"): _PORTUGUESE, ("ro", "en"): _ROMANIAN,
    ("de", "en"): _GERMAN, ("pl", "en"): _POLISH, ("cs", "en"): _CZECH, ("nl", "en"): _DUTCH, ("sv", "en"): _SWEDISH,
    ("tr", "en"): _TURKISH, ("fi", "en"): _FINNISH, ("hu", "en"): _HUNGARIAN, ("el", "en"): _GREEK,
    ("id", "en"): _INDONESIAN,
} | {("en", lang): _english(lang) for lang in (*_FROM_ENGLISH, *_ENGLISH)}  # fmt: skip
for _lang in {**_MORE, **_BODIES, **_MORE_PLACES}:
    LOCALISED[_lang, "en"] = _more(_lang) | LOCALISED.get((_lang, "en"), {})
