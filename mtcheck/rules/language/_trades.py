"""Arabic surnames that are trades, and the English words that they are mistaken for (LNG009)."""

from __future__ import annotations

import re
from functools import cache

#: Surname -> (its usual English spelling, the words for the trade).
SURNAMES: dict[str, tuple[str, tuple[str, ...]]] = {
    "النجار": ("al-Najjar", ("Carpenter",)),
    "الحداد": ("al-Haddad", ("Blacksmith", "Smith")),
    "الخياط": ("al-Khayyat", ("Tailor",)),
    "الجزار": ("al-Jazzar", ("Butcher",)),
    "القصاب": ("al-Qassab", ("Butcher",)),
    "اللحام": ("al-Lahham", ("Butcher", "Welder")),
    "الخباز": ("al-Khabbaz", ("Baker",)),
    "الفران": ("al-Farran", ("Baker",)),
    "الصائغ": ("al-Sayegh", ("Goldsmith", "Jeweller", "Jeweler")),
    "الصباغ": ("al-Sabbagh", ("Dyer",)),
    "الحلاق": ("al-Hallaq", ("Barber",)),
    "الصياد": ("al-Sayyad", ("Hunter", "Fisherman")),
    "الفلاح": ("al-Fallah", ("Farmer", "Peasant")),
    "البنا": ("al-Banna", ("Builder", "Mason")),
    "الطباخ": ("al-Tabbakh", ("Cook", "Chef")),
    "الدهان": ("al-Dahhan", ("Painter",)),
    "النحاس": ("al-Nahhas", ("Coppersmith", "Copper")),
    "الطحان": ("al-Tahhan", ("Miller",)),
    "العطار": ("al-Attar", ("Perfumer", "Druggist", "Spice Seller")),
    "الحايك": ("al-Hayek", ("Weaver",)),
    "الحمال": ("al-Hammal", ("Porter",)),
    "الملاح": ("al-Mallah", ("Sailor", "Navigator")),
    "الحجار": ("al-Hajjar", ("Stonecutter",)),
    "الساعاتي": ("al-Saati", ("Watchmaker",)),
    "القاضي": ("al-Qadi", ("Judge",)),
    "الخطيب": ("al-Khatib", ("Preacher", "Orator")),
    "الشاعر": ("al-Shaer", ("Poet",)),
}

#: Known to the world by their trade.
BY_TRADE = frozenset(("Joseph", "Jesus", "Yusuf", "Abu", "Ahmad", "Uncle", "Sinbad"))


@cache
def translated(surname: str) -> re.Pattern[str]:
    """A name and, with a capital and mostly with an article, the trade: `Fouad the Carpenter`."""
    words = "|".join(map(re.escape, SURNAMES[surname][1]))
    return re.compile(rf"\b(?P<name>[A-Z][a-z’'-]+) (?P<trade>[Tt]he (?:{words})|al-(?:{words}))\b(?! [A-Z])")
