"""Profiles: settings that suit a kind of text, as values of `Config`'s fields; keys and options override them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mtcheck.data import Severity

#: What each profile is for, in one line.
ABOUT: Mapping[str, str] = {
    "news": "articles as published: two documents, everything on; page furniture and debris count as errors",
    "software": "strings of programs, aligned already: placeholders and tags are critical, sentence punctuation is not",
    "subtitles": "one cue a line: sentences run on over cues, so ends and fragments say nothing",
    "legal": "contracts and statutes: figures, dates, names, omissions and additions are critical",
    "corpus-cleaning": "pairs for training: only what makes a pair useless or harmful; style is left alone",
}

PROFILES: Mapping[str, Mapping[str, Any]] = {
    "news": {"mode": "document"},
    "software": {
        "mode": "aligned",
        "ignore": ("PUN005", "PUN010", "STR003", "STR004", "STR006", "GLU005", "GLU006", "REP001"),
        "severities": {"MRK007": Severity.CRITICAL, "MRK009": Severity.CRITICAL, "PUN006": Severity.NEUTRAL},
    },
    "subtitles": {
        "mode": "sentences",
        "ignore": (
            *("PUN003", "PUN005", "PUN010", "STR003", "STR004", "STR006", "GLU005", "GLU006", "REP001"),
            *("MEA003", "MEA004"),
        ),
    },
    "legal": {
        "mode": "document",
        "severities": dict.fromkeys(
            ("NUM001", "NUM004", "NUM005", "NUM006", "NUM008", "NAM001", "NAM002", "STR001", "STR002"),
            Severity.CRITICAL,
        )
        | {"NUM007": Severity.MAJOR, "CON001": Severity.MAJOR},
    },
    "corpus-cleaning": {
        "mode": "aligned",
        "ignore": ("PUN", "CON", "STR", "NUM002", "NUM003", "LNG006", "GLU004", "GLU005", "REP001", "NAM003"),
    },
}
