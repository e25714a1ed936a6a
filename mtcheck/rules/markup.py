"""Markup debris: tags, attributes, entities, code and placeholders that the reader should never see.

All rules compare with the source: mark-up that a software string carries on both sides is content, not debris.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
import urllib.parse
from collections.abc import Iterator
from html.entities import html5
from itertools import pairwise

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules._text import (
    DOUBLE_QUOTES,
    QUOTES,
    SINGLE_QUOTES,
    has_any,
    hit,
    merge_runs,
    occurs,
    places,
    squeezed,
    trim,
)
from mtcheck.rules.registry import rule

_LONG_NAMES = (
    "img|br|hr|div|span|table|tbody|thead|tr|td|th|ul|ol|li|dl|dt|dd|strong|em|small|big|sub|sup|font|center|"
    "blockquote|pre|code|kbd|var|samp|cite|abbr|iframe|script|noscript|style|link|meta|head|body|html|title|"
    "h[1-6]|section|article|aside|header|footer|nav|main|figure|figcaption|picture|source|video|audio|embed|object|"
    "param|canvas|svg|path|form|input|button|label|select|option|textarea|time|mark|amp-img|ins|del|wbr|base|col|area|map"
)
_NAMES = _LONG_NAMES + "|a|b|i|p|q|s|u"
_ATTRIBUTES = (
    "alt|src|href|class|style|title|width|height|id|rel|target|srcset|sizes|loading|decoding|align|valign|border|"
    "content|property|itemprop|itemtype|itemscope|role|name|type|value|colspan|rowspan|cellpadding|cellspacing|"
    r"bgcolor|frameborder|allowfullscreen|data-[\w-]{1,40}|aria-\w{1,20}|on(?:click|load|error|mouseover)"
)
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
_CRUMB = re.compile(
    rf"(?P<tag>{_FULL_TAG.pattern.replace('?P<close>', '').replace('?P<name>', '?:')})"
    rf"|{_LT}!--|{_LT}!doctype|{_LT}!\[CDATA\[|\]\]{_GT}|{_LT}\?(?:php|xml)\b"
    rf"|{_LT}\s?{_SLASH}?(?:{_LONG_NAMES})(?![\w.@-])"
    rf"|(?P<short>(?<!\w){_LT}{_SLASH}?(?:a|b|i|p|q|s|u)(?=\s|\Z))"
    rf"|(?<![<＜/.:]){_SLASH}(?:{_LONG_NAMES})\s?{_GT}"
    rf"|{_LT}{_SLASH}\s?[a-z][\w-]{{0,15}}\s?{_GT}"
    rf"|(?P<attribute>(?<![\w-])(?:{_ATTRIBUTES})\s?{_EQ}\s?{_VALUE})"
    rf"|(?<![\w-])[^\W\d_][\w-]{{1,20}}{_EQ}(?=[{DOUBLE_QUOTES}]){_VALUE}"
    rf"|(?<![\w-])(?:src|href|srcset)\s?{_EQ}(?:\s?(?:https?:|/|\.|[\w-]{{1,60}}[./])[^\s<>]{{0,300}})?"
    rf"|(?<![\w-])(?:width|height|border|colspan|rowspan|cellspacing|cellpadding)\s?{_EQ}\s?\d{{1,4}}(?:px|%)?(?!\w)"
    rf"|(?:https?\s?)?:\s?//\s?[{QUOTES}]"
    rf"|(?P<end>(?:[{QUOTES}]\s{{0,2}})?{_SLASH}\s?{_GT}|[{QUOTES}]{_GT})",
    re.IGNORECASE,
)
_MARKUP_SIGNS = ("<", ">", "=", "://", "＜", "＞", "＝")
#: How far the end of a tag may lie behind an attribute whose own quotes were mangled.
_MAX_ATTRIBUTE_TAIL = 120
_TAIL = re.compile(rf"\s{{0,2}}{_SLASH}?{_GT}")
_URL_TAIL = re.compile(r"(?<![\w./:%&?#=~+@-])[\w./:%&?#=~+@-]{1,200}\Z")
_FILE_LIKE = re.compile(r"[/=]|\.(?:jpe?g|png|gif|webp|svg|mp[34]|html?|php|js|css)\Z", re.IGNORECASE)


@rule(
    "MRK001",
    "broken-markup",
    category="design/markup",
    severity=Severity.MAJOR,
    also=(Severity.MINOR,),
    message="“{text}” is left over from a web page's mark-up, not text: remove it{detail}.",
    needs_source=False,
)
def broken_markup(pair: Pair) -> Iterator[Hit]:
    """A tag, half a tag, or an attribute stands in the text.

    The whole run of debris is one span, with attribute values and with quotes that became typographic.

    Why: the reader sees code; it shows that the page was translated with its mark-up and never looked at.
    Flags: `Talks in Vienna://” alt=”Photo” /> ended`, `text” class=»lead»> and`, `<img src=`, `<p`, `</div>`
    Passes: well-formed tags that the source has too (`<b>Save</b>` / `<b>Сохранить</b>`), `a < b`, `<name>`
    Limits: unknown tag names are left alone unless they close (`</foo>`). Debris that the source has word for word
        is minor: it was carried over, not made.
    """
    target = pair.target
    if not has_any(target, _MARKUP_SIGNS):
        return
    kept = _tags_of(pair.source)
    codes = [m.span() for m in places(_SHORTCODE, target)] if "[" in target or "{" in target else []
    matches = [
        m
        for m in places(_CRUMB, target)
        if not (m["tag"] and _tag_key(m["tag"]) in kept)
        and not (m["short"] and "<" in pair.source)
        and not any(start <= m.start() and m.end() <= end for start, end in codes)
    ]
    if not matches:
        return
    ends = {m.start() for m in matches if m["end"]}

    def joined(end: int, start: int) -> bool:
        gap = target[end:start]
        if not gap.strip() or len(gap) <= 2:
            return not gap.strip(" \t" + QUOTES)
        return start in ends and len(gap) <= _MAX_ATTRIBUTE_TAIL and "\n" not in gap and ". " not in gap

    for start, end in merge_runs((m.span() for m in matches), joined):
        start = _grow_left(target, start)
        if tail := _TAIL.match(target, end):
            end = tail.end()
        run = target[start:end]
        if occurs(run, pair.source):
            if any(m["attribute"] == run for m in matches):
                continue
            yield hit(start, end, " (the source has it too)", severity=Severity.MINOR)
        else:
            yield hit(start, end)


def _tags_of(source: str) -> set[tuple[str, bool]]:
    if "<" not in source:
        return set()
    return {_tag_key(m[0]) for m in places(_FULL_TAG, source)}


def _tag_key(tag: str) -> tuple[str, bool]:
    """Name and whether it closes; the key under which a tag counts as kept from the source."""
    match = _FULL_TAG.match(tag)
    return (match["name"].lower(), bool(match["close"])) if match else (tag, False)


def _grow_left(text: str, start: int) -> int:
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


_COMMON_ENTITIES = (
    "nbsp|quot|amp|lt|gt|apos|laquo|raquo|ldquo|rdquo|lsquo|rsquo|bdquo|mdash|ndash|hellip|copy|reg|trade|shy"
)
_ENTITY = re.compile(
    rf"[&＆](?:\s?amp\s?[;；]\s?)*"
    rf"(?:(?:\s?#\s?(?:\d{{2,6}}|[xX][0-9a-fA-F]{{2,5}})|[A-Za-z]{{2,8}}\d{{0,2}}|\s(?:{_COMMON_ENTITIES})\s?)\s?[;；]"
    r"|(?:nbsp|quot|laquo|raquo|mdash|ndash|hellip|[lr][sd]quo)\b)"
    r"|(?<![&＆\w#])(?:nbsp|quot|mdash|ndash|laquo|raquo|[lr]dquo)\s?[;；]|(?<![&＆\w#])(?:amp|lt|gt);(?=\w)"
)
_AMP = re.compile(r"[&＆]|\s?amp\s?[;；]|\s+|[;；]")


@rule(
    "MRK002",
    "escaped-entity",
    category="design/markup",
    severity=Severity.MINOR,
    also=(Severity.MAJOR,),
    message="“{text}” is an HTML code that should have become a character{detail}.",
    needs_source=False,
)
def escaped_entity(pair: Pair) -> Iterator[Hit]:
    """A character reference of HTML shows as text: escaped once or twice, or torn apart by the translator.

    Why: `&quot;` or `&amp;nbsp;` in the text was meant for the browser, not for the reader.
    Flags: `the &quot;deal&quot;`, `5&amp;nbsp;km`, `it& # 39;s`, `nbsp;`, `&lt;p&gt;` (major: a whole tag)
    Passes: `AT&T`, `R&D;`, and references that the source has too (a string of a program)
    Limits: names are those of HTML 5; torn references are known only for the common ones.
    """
    target = pair.target
    if not has_any(target, ("&", "＆", ";", "；")):
        return
    matches = [m for m in places(_ENTITY, target) if _is_entity(m[0])]
    if not matches:
        return
    tags = _escaped_tags(target, matches)

    def joined(end: int, start: int) -> bool:
        return not target[end:start].strip() or any(a < end and start < b for a, b in tags)

    for start, end in merge_runs((m.span() for m in matches), joined):
        text = target[start:end]
        twice = "amp;" in squeezed(text).lower() and not re.fullmatch(r"[&＆]?\s?amp\s?[;；]", text)
        if occurs(text, pair.source) and not twice:
            continue
        decoded = _decoded(text)
        worse = twice or (decoded.startswith("<") and decoded.endswith(">") and len(decoded) > 2)
        shown = f": “{decoded}”" if decoded.strip() else ": a space" if decoded else ""
        yield hit(start, end, shown, suggestion=decoded, severity=Severity.MAJOR if worse else Severity.MINOR)


def _escaped_tags(text: str, matches: list[re.Match[str]]) -> list[tuple[int, int]]:
    """Stretches from a `&lt;` to its `&gt;` that look like a tag."""
    found = []
    opened: re.Match[str] | None = None
    for match in matches:
        shown = _decoded(match[0])
        if shown == "<" and re.match(r"\s?/?[a-zA-Z!]", text[match.end() : match.end() + 3]):
            opened = match
        elif shown == ">" and opened and match.end() - opened.start() <= 300:
            found.append((opened.start(), match.end()))
            opened = None
    return found


def _is_entity(text: str) -> bool:
    core = _AMP.sub("", text)
    return core == "" or core.startswith("#") or f"{core};" in html5


def _decoded(text: str) -> str:
    """`&amp; nbsp;` -> U+00A0; text between references is kept."""

    def one(match: re.Match[str]) -> str:
        core = _AMP.sub("", match[0])
        return html.unescape(f"&{core or 'amp'};")

    return _ENTITY.sub(one, text)


_CSS_NAMES = (
    r"display|color|margin(?:-\w{3,6})?|padding(?:-\w{3,6})?|font(?:-\w{4,6})?|background(?:-\w{4,10})?|"
    r"border(?:-\w{3,8}){0,2}|position|float|clear|text-(?:align|decoration|transform|indent|shadow)|line-height|"
    r"z-index|overflow(?:-[xy])?|opacity|(?:max-|min-)?(?:width|height)|vertical-align|visibility|white-space|cursor|"
    r"list-style(?:-\w{4,8})?|letter-spacing|transition|transform|box-(?:shadow|sizing)"
)
_CSS_VALUE = (
    r"(?:-?\d{0,5}[.,]?\d{1,5}\s?(?:px|em|rem|pt|vh|vw|%)|0|none|auto|inherit|hidden|block|inline(?:-\w{4,6})?|bold|"
    r"normal|italic|center|left|right|justify|absolute|relative|fixed|both|solid|transparent|uppercase|underline|"
    r"#[0-9a-fA-F]{3,8}|red|black|white|gr[ae]y|blue|green|rgba?\([^()]{3,40}\)|url\([^()]{1,200}\)|sans-serif|serif|pointer|nowrap|middle)"
)
_CALL = r"\([^()\n]{0,120}(?:\([^()\n]{0,60}\)[^()\n]{0,60})?\)"
_CODE = re.compile(
    rf"(?:[.#@]?[\w-]{{1,40}}(?:[\s,>:.#]{{1,3}}[\w-]{{1,40}}){{0,3}}\s?)?\{{\s{{0,4}}(?:{_CSS_NAMES})\s?:[^{{}}]{{1,400}}\}}?"
    rf"|(?<![\w-])(?:{_CSS_NAMES})\s?:\s?{_CSS_VALUE}(?:\s{_CSS_VALUE}){{0,4}}\s?(?:!important\s?)?;"
    r"|!important\b|@(?:media|import|font-face|keyframes)\s{0,2}(?:only|screen|print|all|\(|url|\{|[a-z]{1,20}\s?\{)"
    rf"|(?<![\w.])(?:async\s)?function\s?\w{{0,40}}\s?(?:\([^()\n]{{0,80}}\)\s?\{{|\(\)?)"
    r"|(?<![\w.])(?:window|document|console|localStorage|googletag|dataLayer|navigator|jQuery|yaContextCb|Ya)\s?\.\s?"
    r"[a-zA-Z_]\w{0,40}(?:\s?(?:[.=\[(]|\|\|)[^;\n<>]{0,160}(?:;|(?=\s|\Z))|;)"
    r"|(?<![\w.])(?:window|document|googletag|dataLayer|jQuery)\.(?:location|onload|cmd|write|body|push|ready|cookie)\b"
    r"|(?<![\w.])(?:var|const)\s+[A-Za-z_$][\w$]{0,40}\s?=\s?[^;\n]{0,160};?|(?<![\w.])let\s+\w{1,40}\s?=\s?[^;\n]{0,160};"
    rf"|(?<![\w.])[A-Za-z_$][\w$]{{0,40}}(?:\.[A-Za-z_]\w{{0,40}}){{0,3}}{_CALL}\s?;"
    rf"|(?<!\w)\$\(\s?[{QUOTES}#.\w]|(?<!\w)(?:_gaq|ga|fbq|gtag|ym)\s?(?:\.push)?\(\s?[{QUOTES}\[\d]"
    r"|\(adsbygoogle\b|\badsbygoogle\b|=>\s?\{|\}\s?\)\s?;|\}\s?\)\s?\(\s?\)|\}\s?,\s?\d{2,6}\s?\)\s?;?|//\s?\]\]>"
    rf"|\{{\s?[{DOUBLE_QUOTES}][\w@-]{{1,40}}[{DOUBLE_QUOTES}]\s?:\s?(?:[{DOUBLE_QUOTES}\[\d{{]|true|false|null)"
    rf"[^{{}}]{{0,300}}\}}?"
)
_CODE_SIGNS = ("{", "}", "(", ";", "window", "document", "!important", "@media", "googletag", "adsby", "var ", "const ")
_CODE_GAP = re.compile(r"[\s{}()\[\];:,.=+*/|&!?<>$'\"#-]*(?:[\w.$-]{1,40}[{}()\[\];:=+*/|&!<>'\"#-]+\s?){0,6}")


@rule(
    "MRK003",
    "code-crumb",
    category="design/markup",
    severity=Severity.MAJOR,
    message="“{text}” is program or style code from the web page, not text: remove it.",
    needs_source=False,
)
def code_crumb(pair: Pair) -> Iterator[Hit]:
    """Style sheet or script code stands in the text.

    Why: code between paragraphs was scraped with the page; the reader cannot make anything of it.
    Flags: `.lead{display:none}`, `font-size: 12px;`, `window.dataLayer = []`, `function(){`, `{"type":"article"}`
    Passes: code that the source has too (documentation), `f(x)`, braces around prose
    Limits: only CSS, JavaScript and JSON; assignments and calls of other languages are not looked for.
    """
    target = pair.target
    if not has_any(target, _CODE_SIGNS):
        return
    spans = [m.span() for m in places(_CODE, target)]
    if not spans:
        return
    source = squeezed(pair.source)

    def joined(end: int, start: int) -> bool:
        return start - end <= 80 and _CODE_GAP.fullmatch(target, end, start) is not None

    for start, end in merge_runs(spans, joined):
        while end < len(target) and target[end] in "{}();]":
            end += 1
        start, end = trim(target, start, end)
        if not occurs(squeezed(target[start:end]), source):
            yield hit(start, end)


_STRONG_CODES = (
    r"caption|embed|gallery|playlist|contact-form-7|wp_\w{2,30}|vc_\w{2,30}|et_pb_\w{2,30}|su_\w{2,30}|fusion_\w{2,30}|"
    r"elementor-template|rev_slider|woocommerce_\w{2,20}|products|adrotate|mc4wp_form|tablepress|toc"
)
_SHORTCODE = re.compile(
    rf"\[\s?/?\s?(?:{_STRONG_CODES})(?:\s[^\[\]\n]{{0,300}})?\]"
    rf"|\[(?:{_STRONG_CODES})\s[\w-]{{1,20}}\s?=\s?[{QUOTES}]?[\w-]{{0,60}}[{QUOTES}]?"
    rf"|\[[a-z*_][\w-]{{0,20}}(?:\s[\w-]{{1,20}}\s?=\s?[{QUOTES}][^\[\]\n]{{0,300}}|=[^\[\]\n]{{1,300}})\]"
    r"|\[/\s?[a-z*][\w-]{0,20}\]|\[(?:b|i|u|s|url|img|quote|code|spoiler|list|\*)\](?=[^\[\]\n]{1,300}\[/)"
    r"|\{\{[^{}\n]{0,200}\}\}|\{%[^%{}\n]{0,200}%\}|<%[^%<>\n]{0,200}%>|\{\{|\}\}|\{%|%\}"
)
_BETWEEN_CODES = re.compile(r"\s*(?:https?://\S+|(?=[A-Za-z_-]*\d)[A-Za-z0-9_-]{1,40})?\s*")


@rule(
    "MRK004",
    "shortcode-crumb",
    category="design/markup",
    severity=Severity.MAJOR,
    message="“{text}” is a code of the publishing system, not text: remove it.",
    needs_source=False,
)
def shortcode_crumb(pair: Pair) -> Iterator[Hit]:
    """A shortcode, BBCode tag or template tag of a publishing system stands in the text.

    Why: such codes are replaced when a page is built; here they were taken for text.
    Flags: `[caption id="attachment_7"]`, `[/embed]`, `[b]…[/b]`, `{{ad_slot}}`, `{% endif %}`
    Passes: `[applause]`, `[video]`, `[1]`, and codes that the source has too
    Limits: a lone opening code without attributes counts only when its name is a technical one.
    """
    target = pair.target
    if "[" not in target and "{" not in target and "%" not in target and "}" not in target:
        return
    spans = [m.span() for m in places(_SHORTCODE, target) if not occurs(m[0], pair.source)]
    if not spans:
        return

    def joined(end: int, start: int) -> bool:
        return start - end <= 320 and _BETWEEN_CODES.fullmatch(target, end, start) is not None

    for start, end in merge_runs(spans, joined):
        yield hit(start, end)


_WIKI = re.compile(
    r"\[\[[^\[\]\n]{1,200}\]\]|\[\[(?:[^\W\d_]{2,12}:)?|(?<=\S)\]\]"
    r"|!\[[^\[\]\n]{0,200}\]\s?[(（]\s?[^()（）\s]{0,300}(?:\s[^()（）\n]{0,100})?[)）]?"
    r"|\[[^\[\]\n]{1,200}\]\s?[(（]\s?(?:https?:|www\.|/)[^()（）\s]{0,300}[)）]?|\]\s?[(（]\s?https?:[^()（）\s]{0,300}[)）]?"
    r"|!\[|(?m:^)[ \t]{0,3}#{1,6}[ \t]+(?=\S)"
    r"|(?<![\w*])\*\*(?=[^\s*])[^*\n]{1,200}\*\*(?![\w*])|(?<![\w_])__(?=[^\s_])[^_\n]{1,200}__(?![\w_])"
    r"|'{3}(?=[^'\n]{1,200}'{3})|(?<='{3})|(?m:^)={2,5}[^=\n]{1,100}={2,5}|`{3}\w{0,12}"
    r"|\[https?://[^\s\[\]]{1,300}\s[^\[\]\n]{1,200}\]|\{\||\|\}|</?ref\b[^<>\n]{0,200}>?"
)
_WIKI_SIGNS = ("[", "]", "#", "**", "__", "'''", "==", "```", "{|", "|}", "<ref", "</ref")
_MARKER = re.compile(r"[\[\]!#*_'=`{|}<>()（）]+")


@rule(
    "MRK005",
    "wiki-markdown-crumb",
    category="design/markup",
    severity=Severity.MAJOR,
    also=(Severity.MINOR,),
    message="“{text}” is wiki or Markdown mark-up that should have been turned into layout.",
    needs_source=False,
)
def wiki_markdown_crumb(pair: Pair) -> Iterator[Hit]:
    """Wiki or Markdown mark-up stands in the text.

    Why: links and pictures in mark-up show their address to the reader in place of the thing.
    Flags: `[[File:Vienna.jpg|thumb`, `![](photo.jpg)`, `]( https://…)`, `## Heading`, `**bold**` (minor)
    Passes: any of these where the source uses the same kind of mark
    Limits: a single asterisk or underscore is never flagged.
    """
    target = pair.target
    if not has_any(target, _WIKI_SIGNS):
        return
    for match in places(_WIKI, target):
        text = match[0]
        if not text.strip():
            continue
        start, end = trim(target, *match.span())
        marker = _MARKER.match(target, start)
        if occurs(text, pair.source) or (marker and occurs(marker[0][:2], pair.source)):
            continue
        plain = text.lstrip().startswith(("**", "__", "#", "=", "'"))
        yield hit(start, end, severity=Severity.MINOR if plain else Severity.MAJOR)


_TRACKING = re.compile(
    r"[?&＆](?:amp;)?(?:utm_(?:source|medium|campaign|term|content|referrer|id)|fbclid|gclid|yclid|igshid|msclkid|"
    r"mc_[ce]id|_openstat|cmpid|ns_campaign|ref_src)[=＝][^\s<>\"”»）)]{0,300}"
)


@rule(
    "MRK006",
    "tracking-parameter",
    category="design/markup",
    severity=Severity.MINOR,
    message="The web address carries tracking codes (“{text}”): cut them off.",
    needs_source=False,
)
def tracking_parameter(pair: Pair) -> Iterator[Hit]:
    """A visible web address carries the parameters that advertisers count clicks with.

    Why: they make the address unreadable and report the reader's click as someone else's.
    Flags: `https://example.org/news?utm_source=rss&utm_medium=feed`
    Passes: other parameters (`?id=7`), and addresses that stand in the source in the same form
    Limits: only well-known parameter names.
    """
    target = pair.target
    if "?" not in target and "&" not in target:
        return
    for start, end in merge_runs((m.span() for m in places(_TRACKING, target)), lambda _end, _start: False):
        while end > start and target[end - 1] in ".,;:!?":
            end -= 1
        if not occurs(target[start:end], pair.source):
            yield hit(start, end, suggestion="")


_PLACEHOLDER = re.compile(
    r"\$\{[^{}\s]{1,60}\}|%\{[^{}\s]{1,60}\}|\{\{\s?[\w.-]{1,60}\s?\}\}|(?<![\\{])\{(?:\d{1,3}|[^\W\d]\w{0,40}(?:\.\w{1,40}){0,3})"
    r"(?:![rsa])?(?::[^{}\s]{0,20})?\}(?!\})|(?<![\w%])%(?:\d{1,2}\$)?(?:\(\w{1,40}\))?[-+0#]{0,2}(?:\d{1,3})?(?:\.\d{1,2})?"
    r"(?:hh?|ll?|[jztLq])?[sdiuxXcfFeEgG@](?![\w%])|%%\w{2,30}%%|(?<![\w@.])@\w{2,30}@(?![\w.])"
)
_DOLLAR = re.compile(r"(?<![\w$])\$[1-9](?![\d.,]*\d|\w)")


@rule(
    "MRK007",
    "placeholder-mismatch",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="{detail}",
)
def placeholder_mismatch(pair: Pair) -> Iterator[Hit]:
    """A placeholder of the source is missing from the target, was altered, or was made up.

    Why: a program puts a value in its place; without it the sentence has a hole or the program fails.
    Flags: `{name} left` / `{имя} ушёл`, `%s files` / `% s файлов`, `{0} of {1}` / `{0} из {0}`
    Passes: placeholders in another order, `100 %`, `$5`
    Limits: names are compared as written; ICU plural and select messages are left alone.
    """
    source, target = pair.source, pair.target
    if not (has_any(source, "{%$@") or has_any(target, "{%$@")) or not source or not target:
        return
    if has_any(source, (", plural,", ", select,")) or has_any(target, (", plural,", ", select,")):
        return
    dollars = "$1" in source and "$2" in source
    wanted, given = _placeholders(source, dollars), _placeholders(target, dollars)
    if not wanted:
        return
    made_up = [text for text in given if text not in wanted]
    for text, start in wanted.items():
        if text not in given:
            hint = f"; “{made_up[0]}” stands there instead" if made_up else ""
            words = f"The placeholder “{text}” is missing from the translation{hint}."
            yield hit(start, start + len(text), words, side=Side.SOURCE)
    for text in made_up:
        missing = [other for other in wanted if other not in given]
        yield hit(
            given[text],
            given[text] + len(text),
            f"The placeholder “{text}” is not in the source.",
            suggestion=missing[0] if missing else None,
        )


def _placeholders(text: str, dollars: bool) -> dict[str, int]:
    """Each placeholder with its first place; `$1` counts only where a `$2` in the source shows that it is no price."""
    found = {m[0].replace(" ", ""): m.start() for m in reversed(list(places(_PLACEHOLDER, text)))}
    if dollars:
        found.update({m[0]: m.start() for m in _DOLLAR.finditer(text)})
    return found


_ENCODED = re.compile(
    r"(?P<escape>(?:\\+u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}){1,2000})"
    r"|(?P<percent>(?:%[0-9A-Fa-f]{2}){3,2000})"
    r"|(?P<printable>(?:=[0-9A-F]{2}){3,2000})|(?P<word>=\?[\w-]{2,20}\?[BQbq]\?[^?\s]{1,500}\?=)"
    r"|(?P<data>data:[\w./+-]{3,40};base64,[A-Za-z0-9+/=]{0,100000})"
    r"|(?P<base64>(?<![\w/+=.:-])[A-Za-z0-9+/]{40,100000}={0,2}(?![\w/+=]))"
)
_URL = re.compile(r"(?:https?|ftp)://|www\.|mailto:|[\w-]+\.[a-z]{2,}/", re.IGNORECASE)


@rule(
    "MRK008",
    "encoded-text",
    category="design/markup",
    severity=Severity.MAJOR,
    message="“{text}” is text or data in a machine's encoding{detail}.",
    needs_source=False,
)
def encoded_text(pair: Pair) -> Iterator[Hit]:
    """Text stands in the encoding of a program or a mail: escapes, percent codes, Base64.

    Why: the reader cannot read it; often a whole word or name is hidden in it.
    Flags: `\\u041c\\u043e\\u0441\\u043a\\u0432\\u0430`, `%D0%B0%D0%B1%D0%B2` outside an address,
        `data:image/png;base64,…`
    Passes: percent codes inside a web address, hashes of less than 40 characters, what the source has too
    Limits: Base64 is known by its length and its mix of letters and digits.
    """
    target = pair.target
    if not _may_be_encoded(target):
        return
    for match in places(_ENCODED, target):
        text, kind = match[0], match.lastgroup
        if occurs(text, pair.source) or (kind == "percent" and _in_address(target, match.start())):
            continue
        if kind == "base64" and not _looks_like_base64(text):
            continue
        plain = _decode(text, kind)
        yield hit(match.start(), match.end(), f": “{plain}”" if plain else "", suggestion=plain)


def _in_address(text: str, at: int) -> bool:
    """Whether the place lies in a web address: a name of a host stands before it without white space."""
    before = text[max(0, at - 300) : at].split()
    return bool(before) and not text[at - 1].isspace() and _URL.search(before[-1]) is not None


def _may_be_encoded(text: str) -> bool:
    if "\\" in text or "%" in text or "=" in text or "base64" in text:
        return True
    return len(text) >= 40 and max(map(len, text.split()), default=0) >= 40


def _looks_like_base64(text: str) -> bool:
    kinds = (any(c.isdigit() for c in text), any(c.isupper() for c in text), any(c.islower() for c in text))
    changes = sum(a.isupper() != b.isupper() for a, b in pairwise(text[:80]))
    return all(kinds) and changes >= 10


def _decode(text: str, kind: str | None) -> str | None:
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


_PAIRED = re.compile(
    r"<(?P<close>/?)(?P<name>a|b|i|u|s|q|em|strong|span|div|p|code|sub|sup|li|ul|ol|h[1-6])\b[^<>]{0,400}>", re.I
)


@rule(
    "MRK009",
    "unclosed-tag",
    category="design/markup",
    severity=Severity.MAJOR,
    message="The tag “{text}” {detail} in the translation; in the source tags are paired.",
)
def unclosed_tag(pair: Pair) -> Iterator[Hit]:
    """A tag of a program string lost its partner in translation.

    Why: an unclosed tag makes the rest of the page bold, or a link that never ends.
    Flags: `<b>Save</b>` / `<b>Сохранить`, `<a href="x">here</a>` / `здесь</a>`
    Passes: sources whose own tags are not paired, translations without any tags
    Limits: only tags that must be closed; order of nesting is not checked.
    """
    if "<" not in pair.target or "<" not in pair.source or _unpaired(pair.source):
        return
    kept = _tags_of(pair.source)
    for match, why in _unpaired(pair.target):
        if (match["name"].lower(), False) in kept:
            yield hit(match.start(), match.end(), why)


def _unpaired(text: str) -> list[tuple[re.Match[str], str]]:
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
