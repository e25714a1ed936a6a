"""Text in a machine's encoding: character references of HTML, escapes, percent codes, Base64."""

from __future__ import annotations

import base64
import binascii
import html
import re
import urllib.parse
from html.entities import html5
from itertools import pairwise

_COMMON_ENTITIES = (
    "nbsp|quot|amp|lt|gt|apos|laquo|raquo|ldquo|rdquo|lsquo|rsquo|bdquo|mdash|ndash|hellip|copy|reg|trade|shy"
)
ENTITY = re.compile(
    rf"[&＆](?:\s?amp\s?[;；]\s?)*"
    rf"(?:(?:\s?#\s?(?:\d{{2,6}}|[xX][0-9a-fA-F]{{2,5}})|[A-Za-z]{{2,8}}\d{{0,2}}|\s(?:{_COMMON_ENTITIES})\s?)\s?[;；]"
    r"|(?:nbsp|quot|laquo|raquo|mdash|ndash|hellip|[lr][sd]quo)\b)"
    r"|(?<![&＆\w#])(?:nbsp|quot|mdash|ndash|laquo|raquo|[lr]dquo)\s?[;；]|(?<![&＆\w#])(?:amp|lt|gt);(?=\w)"
)
_AMP = re.compile(r"[&＆]|\s?amp\s?[;；]|\s+|[;；]")


def escaped_tags(text: str, matches: list[re.Match[str]]) -> list[tuple[int, int]]:
    """Stretches from a `&lt;` to its `&gt;` that look like a tag."""
    found = []
    opened: re.Match[str] | None = None
    for match in matches:
        shown = decoded_entity(match[0])
        if shown == "<" and re.match(r"\s?/?[a-zA-Z!]", text[match.end() : match.end() + 3]):
            opened = match
        elif shown == ">" and opened and match.end() - opened.start() <= 300:
            found.append((opened.start(), match.end()))
            opened = None
    return found


def is_entity(text: str) -> bool:
    core = _AMP.sub("", text)
    return core == "" or core.startswith("#") or f"{core};" in html5


def decoded_entity(text: str) -> str:
    """`&amp; nbsp;` -> U+00A0; text between references is kept."""

    def one(match: re.Match[str]) -> str:
        core = _AMP.sub("", match[0])
        return html.unescape(f"&{core or 'amp'};")

    return ENTITY.sub(one, text)


ENCODED = re.compile(
    r"(?P<escape>(?:\\+u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}){1,2000})|(?P<line>(?<![\w:\\/])(?:\\[nrt]){1,20}(?![\w\\/]|\.\w)"
    r"|(?<=[^\W\d_]{3})(?:\\[nr]){1,4}(?=[\s.,!?;:”»\"]|\Z))"
    r"|(?P<percent>(?:%[0-9A-Fa-f]{2}){3,2000})"
    r"|(?P<printable>(?:=[0-9A-F]{2}){3,2000})|(?P<word>=\?[\w-]{2,20}\?[BQbq]\?[^?\s]{1,500}\?=)"
    r"|(?P<data>data:[\w./+-]{3,40};base64,[A-Za-z0-9+/=]{0,100000})"
    r"|(?P<base64>(?<![\w/+=.:-])(?:[A-Za-z0-9+/]{40,100000}={0,2}|[A-Za-z0-9+/]{18,39}={1,2})(?![\w/+=]))"
)
_URL = re.compile(r"(?:https?|ftp)://|www\.|mailto:|[\w-]+\.[a-z]{2,}/", re.IGNORECASE)


def in_address(text: str, at: int) -> bool:
    """Whether the place lies in a web address: a name of a host stands before it without white space."""
    before = text[max(0, at - 300) : at].split()
    return bool(before) and not text[at - 1].isspace() and _URL.search(before[-1]) is not None


def may_be_encoded(text: str) -> bool:
    if "\\" in text or "%" in text or "=" in text or "base64" in text:
        return True
    return len(text) >= 40 and max(map(len, text.split()), default=0) >= 40


def looks_like_base64(text: str) -> bool:
    kinds = (any(c.isdigit() for c in text), any(c.isupper() for c in text), any(c.islower() for c in text))
    changes = sum(a.isupper() != b.isupper() for a, b in pairwise(text[:80]))
    return all(kinds) and changes >= 10


def decoded_text(text: str, kind: str | None) -> str | None:
    """What the encoded text says, where it decodes to printable text."""
    try:
        if kind == "escape":
            plain = re.sub(r"\\+(?:u|x)([0-9a-fA-F]+)", lambda m: chr(int(m[1], 16)), text)
        elif kind == "percent":
            plain = urllib.parse.unquote(text, errors="strict")
        elif kind == "printable":
            plain = bytes.fromhex(text.replace("=", "")).decode("utf-8")
        elif kind == "base64":
            plain = base64.b64decode(text + "=" * (-len(text) % 4), validate=True).decode("utf-8")
        else:
            return None
    except (ValueError, binascii.Error):
        return None
    return plain if plain.isprintable() else None
