"""Tags and attributes of HTML: whole, torn, and with quotes that a translator made typographic."""

from __future__ import annotations

import re

from mtcheck.rules.text import DOUBLE_QUOTES, QUOTES, SINGLE_QUOTES, places

_LONG_NAMES = (
    "img|br|hr|div|span|table|tbody|thead|tr|td|th|ul|ol|li|dl|dt|dd|strong|em|small|big|sub|sup|font|center|"
    "blockquote|pre|code|kbd|var|samp|cite|abbr|iframe|script|noscript|style|link|meta|head|body|html|title|"
    "h[1-6]|section|article|aside|header|footer|nav|main|figure|figcaption|picture|source|video|audio|embed|object|"
    "param|canvas|svg|path|form|input|button|label|select|option|textarea|time|mark|amp-img|ins|del|wbr|base|col|area|map"
)
#: Closing tags that were cut: `</sp`, `</a`, `</str`.
_CUT = "|".join(
    sorted({name[:n] for name in _LONG_NAMES.replace("h[1-6]", "").split("|") for n in range(1, len(name))} - {""})
)
_NAMES = _LONG_NAMES + "|a|b|i|p|q|s|u"
_ATTRIBUTES = (
    "alt|src|href|class|style|title|width|height|id|rel|target|srcset|sizes|loading|decoding|align|valign|border|"
    "content|property|itemprop|itemtype|itemscope|role|name|type|value|colspan|rowspan|cellpadding|cellspacing|"
    r"bgcolor|frameborder|allowfullscreen|data-[\w-]{1,40}|aria-\w{1,20}|on(?:click|load|error|mouseover)"
)
#: Attributes whose value often stands without quotes: `data-id=381`, `lang=en>`.
_BARE_VALUED = r"data-[\w-]{1,40}|aria-\w{1,20}|class|style|target|rel|lang|align|valign|itemprop|loading|alt|title"
#: Names of tags that are no words of any language: `div>` lost its other half.
_UNMISTAKABLE = r"div|span|br|hr|tbody|thead|tr|td|th|ul|ol|li|img|h[1-6]|blockquote|figcaption|iframe|noscript"
_LT, _GT, _EQ, _SLASH = "[<＜]", "[>＞]", "[=＝]", "[/／]"
_TAG_END = rf"\s{{0,2}}{_SLASH}?\s?{_GT}"
_VALUE = (
    rf"(?:[{DOUBLE_QUOTES}][^{DOUBLE_QUOTES}<>＜＞\n]{{0,300}}(?:[{DOUBLE_QUOTES}]|(?={_TAG_END}))"
    rf"|[{SINGLE_QUOTES}][^{SINGLE_QUOTES}<>＜＞\n]{{0,300}}(?:[{SINGLE_QUOTES}]|(?={_TAG_END}))"
    rf"|[{QUOTES}][^\s{QUOTES}<>＜＞]{{0,300}})"
)
_FULL_TAG = re.compile(
    rf"{_LT}\s?(?P<close>{_SLASH}?)\s?(?P<name>{_NAMES})(?:\s[^<>＜＞=＝]{{0,60}}{_EQ}[^<>＜＞]{{0,400}})?{_TAG_END}",
    re.IGNORECASE,
)
CRUMB = re.compile(
    rf"(?P<tag>{_FULL_TAG.pattern.replace('?P<close>', '').replace('?P<name>', '?:')})"
    rf"|{_LT}!--|{_LT}/?\d{{1,2}}/?{_GT}"
    rf"|(?P<plain>(?<![-<])--{_GT}|(?<![\w/.\\=-])[\w-]{{2,60}}\.(?:jpe?g|png|gif|webp|svg|avif)(?![\w/]))"
    rf"|{_LT}!doctype|{_LT}!\[CDATA\[|\]\]{_GT}|{_LT}\?(?:php|xml)\b"
    rf"|{_LT}\s?{_SLASH}?(?:{_LONG_NAMES})(?![\w.@-])"
    rf"|(?P<short>(?<!\w){_LT}{_SLASH}?(?:a|b|i|p|q|s|u)(?=\s|\Z))"
    rf"|{_LT}{_SLASH}(?=[a-z])(?:{_CUT})(?![\w-])"
    rf"|(?<![<＜/.:]){_SLASH}(?:{_LONG_NAMES})\s?{_GT}"
    rf"|{_LT}{_SLASH}\s?[a-z][\w-]{{0,15}}\s?{_GT}"
    rf"|(?P<attribute>(?<![\w-])(?:{_ATTRIBUTES})\s?{_EQ}\s?{_VALUE})"
    rf"|(?<![\w-])[^\W\d_][\w-]{{1,20}}{_EQ}(?=[{DOUBLE_QUOTES}]){_VALUE}"
    rf"|(?<![\w-])(?:src|href|srcset)\s?{_EQ}(?:\s?(?:https?:|/|\.|[\w-]{{1,60}}[./])[^\s<>]{{0,300}})?"
    rf"|(?<![\w-])(?:width|height|border|colspan|rowspan|cellspacing|cellpadding)\s?{_EQ}\s?\d{{1,4}}(?:px|%)?(?!\w)"
    rf"|(?<![\w-])(?:{_BARE_VALUED})=[\w.#-]{{1,60}}(?=\s|\Z|{_SLASH}?{_GT})"
    rf"|(?<![\w<＜/.-])(?:{_UNMISTAKABLE}){_GT}(?![\s{QUOTES}]?[=\d])"
    rf"|(?:https?\s?)?:\s?//\s?[{QUOTES}]"
    rf"|(?P<end>(?:[{QUOTES}]\s{{0,2}})?{_SLASH}\s?{_GT}|[{QUOTES}]{_GT})",
    re.IGNORECASE,
)
PICTURES = (".jp", ".png", ".gif", ".webp", ".svg", ".avif")
MARKUP_SIGNS = ("<", ">", "=", "://", "＜", "＞", "＝", *PICTURES)
#: How far the end of a tag may lie behind an attribute whose own quotes were mangled.
MAX_ATTRIBUTE_TAIL = 120
TAIL = re.compile(rf"\s{{0,2}}{_SLASH}?{_GT}")
_URL_TAIL = re.compile(r"(?<![\w./:%&?#=~+@-])[\w./:%&?#=~+@-]{1,200}\Z")
_FILE_LIKE = re.compile(r"[/=]|\.(?:jpe?g|png|gif|webp|svg|mp[34]|html?|php|js|css)\Z", re.IGNORECASE)


def tags_of(source: str) -> set[tuple[str, bool]]:
    if "<" not in source:
        return set()
    return {tag_key(m[0]) for m in places(_FULL_TAG, source)}


def tag_key(tag: str) -> tuple[str, bool]:
    """Name and whether it closes; the key under which a tag counts as kept from the source."""
    match = _FULL_TAG.match(tag)
    return (match["name"].lower(), bool(match["close"])) if match else (tag, False)


def grow_left(text: str, start: int) -> int:
    """Take in the tail of an address (`photo.jpg" alt=`), and a quote that opens nothing (`word” class=`)."""
    before = text[max(0, start - 4) : start]
    stripped = before.rstrip()
    if stripped and stripped[-1] in DOUBLE_QUOTES and len(before) - len(stripped) <= 2:
        at = start - (len(before) - len(stripped)) - 1
        address = _grow_address(text, at)
        marks = sum(text.count(mark, max(0, start - 2000), start) for mark in DOUBLE_QUOTES)
        return at if address == at and marks % 2 == 1 else address if address < at else start
    return _grow_address(text, start)


def _grow_address(text: str, start: int) -> int:
    tail = _URL_TAIL.search(text, max(0, start - 200), start)
    return tail.start() if tail and _FILE_LIKE.search(tail[0]) else start


_PAIRED = re.compile(
    r"<(?P<close>/?)(?P<name>a|b|i|u|s|q|em|strong|span|div|p|code|sub|sup|li|ul|ol|h[1-6])\b[^<>]{0,400}>", re.I
)


def unpaired(text: str) -> list[tuple[re.Match[str], str]]:
    waiting: dict[str, list[re.Match[str]]] = {}
    lone: list[tuple[re.Match[str], str]] = []
    for match in places(_PAIRED, text):
        stack = waiting.setdefault(match["name"].lower(), [])
        if not match["close"]:
            stack.append(match)
        elif stack:
            stack.pop()
        else:
            lone.append((match, "closes what was never opened"))
    lone += [(match, "is never closed") for stack in waiting.values() for match in stack]
    return sorted(lone, key=lambda item: item[0].start())
