"""Crumbs of code, short codes and wiki marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import (
    ANGLE,
    BANG,
    CURLY,
    EQUALS,
    FINAL,
    HASH,
    ROUND,
    SEMICOLON,
    SIGN,
    SQUARE,
    Mask,
    TextFacts,
)
from mtcheck.rules.registry import rule
from mtcheck.rules.text import DOUBLE_QUOTES, QUOTES, has_any, hit, merge_runs, occurs, places, squeezed, trim

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
    r"|\[object Object\]|(?<![\w.])rgba?\(\d{1,3},[^()\n]{1,40}\)"
    r"|\\(?:text(?:bf|it|tt)|emph|begin|end|section|cite|footnote|href)\{"
    rf"|\{{\s?[{DOUBLE_QUOTES}][\w@-]{{1,40}}[{DOUBLE_QUOTES}]\s?:\s?(?:[{DOUBLE_QUOTES}\[\d{{]|true|false|null)"
    rf"[^{{}}]{{0,300}}\}}?"
)
_CODE_NAMES = ("window", "document", "googletag", "adsby", "var ", "const ", "[object")
_CODE_SIGNS = ("{", "}", "(", ";", "!important", "@media", *_CODE_NAMES)
#: What a match of `_CODE` holds beside its marks; each alternative begins with a letter or mark of its own, which is
#: what makes the pattern quick to fail.
_CODE_WORDS = re.compile(
    r"\{|\}|\[object Object|rgba?\(|!important"
    r"|@media|@import|@font-face|@keyframes|function|\$\(|adsbygoogle|=>|//\s?\]\]>|"
    + r"window\s?\.|document\s?\.|console\s?\.|localStorage\s?\.|googletag\s?\.|dataLayer\s?\.|navigator\s?\.|"
    + r"jQuery\s?\.|yaContextCb\s?\.|Ya\s?\.|"
    + "|".join(rf"{name}\s?(?:\.push)?\(" for name in ("_gaq", "ga", "fbq", "gtag", "ym"))
)


def _may_be_code(text: str) -> bool:
    """A quick look: whether one of the ways to be code is open to the text at all."""
    if ";" in text and (":" in text or ")" in text):
        return True
    return ("=" in text and has_any(text, ("var", "const", "let"))) or _CODE_WORDS.search(text) is not None


#: What `_CODE_WORDS` has, but for braces and short names.
_CODE_CRUMBS = (
    *("[object Object", "rgb", "!important", "@media", "@import", "@font-face", "@keyframes", "function", "$(", "=>"),
    *("adsbygoogle", "]]>", "window", "document", "console", "localStorage", "googletag", "dataLayer", "navigator"),
    *("jQuery", "yaContextCb"),
)


def _may_have_code(texts: TextFacts) -> Mask:
    """`_may_be_code` of many texts: a few more pass."""
    found = texts.any(CURLY) | texts.has(*_CODE_CRUMBS)
    found |= texts.any(SEMICOLON) & (texts.any(ROUND) | texts.has(":"))
    found |= texts.any(EQUALS) & texts.has("var", "const", "let")
    found |= texts.any(ROUND) & texts.has("_gaq", "ga", "fbq", "gtag", "ym")
    found |= texts.any(FINAL) & texts.has("Ya")
    return found & (texts.any(CURLY | ROUND | SEMICOLON | BANG | SIGN) | texts.has(*_CODE_NAMES))


_CODE_GAP = re.compile(r"[\s{}()\[\];:,.=+*/|&!?<>$'\"#-]*(?:[\w.$-]{1,40}[{}()\[\];:=+*/|&!<>'\"#-]+\s?){0,6}")


@rule(
    "MRK003",
    "code-crumb",
    category="design/markup",
    severity=Severity.MAJOR,
    message="“{text}” is program or style code from the web page, not text: remove it.",
    needs_source=False,
    gate=lambda facts: _may_have_code(facts.target),
)
def code_crumb(pair: Pair) -> Iterator[Hit]:
    """Style sheet or script code stands in the text.

    Why: code between paragraphs was scraped with the page; the reader cannot make anything of it.
    Flags: `.lead{display:none}`, `font-size: 12px;`, `window.dataLayer = []`, `function(){`, `{"type":"article"}`
    Passes: code that the source has too (documentation), `f(x)`, braces around prose
    Limits: only CSS, JavaScript and JSON; assignments and calls of other languages are not looked for.
    """
    target = pair.target
    if not has_any(target, _CODE_SIGNS) or not _may_be_code(target):
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
SHORTCODE = re.compile(
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
    gate=lambda facts: facts.target.any(SQUARE | CURLY | SIGN),
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
    spans = [m.span() for m in places(SHORTCODE, target) if not occurs(m[0], pair.source)]
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
    r"|(?<![\w*])\*\*(?=[^\s*])[^*\n]{1,200}\*\*(?![\w*])|(?<![\S*])\*\*(?=[^\W\d_]{3})|(?<=[^\W\d_]{3})\*\*(?![\S*])|(?<![\w_])__(?=[^\s_])[^_\n]{1,200}__(?![\w_])"
    r"|'{3}(?=[^'\n]{1,200}'{3})|(?<='{3})|(?m:^)={2,5}[^=\n]{1,100}={2,5}|`{3}\w{0,12}"
    r"|\[https?://[^\s\[\]]{1,300}\s[^\[\]\n]{1,200}\]|\{\||\|\}|</?ref\b[^<>\n]{0,200}>?"
    r"|~~(?=[^\s~])[^~\n]{1,100}~~|\|\s?:?-{3,}:?\s?\||(?<=[\w.,!?”])\[\d{1,3}\](?!\()|\A>\s(?=\S)"
    r"|(?<=[.!?\]] )\[\d{1,3}\](?=[\s.,]|\Z)"
    r"|\[(?:edit(?: \| edit source)?|edit source|citation needed|править(?: \| править код)?|modifier|editar|modifica"
    r"|Bearbeiten)\]"
)
_WIKI_SIGNS = ("[", "]", "#", "~~", "|", "> ", "**", "__", "'''", "==", "```", "{|", "|}", "<ref", "</ref")
_FOOTNOTE = re.compile(r"\[\d{1,3}\]|[¹²³⁴-⁹]|［\d")
_MARKER = re.compile(r"[\[\]!#*_'=`{|}<>()（）~]+")


@rule(
    "MRK005",
    "wiki-markdown-crumb",
    category="design/markup",
    severity=Severity.MAJOR,
    also=(Severity.MINOR,),
    message="“{text}” is wiki or Markdown mark-up that should have been turned into layout.",
    needs_source=False,
    gate=lambda facts: (
        facts.target.any(SQUARE | HASH | EQUALS | CURLY | ANGLE) | facts.target.has("'''", "~~", "|--", "| --")
    ),
)
def wiki_markdown_crumb(pair: Pair) -> Iterator[Hit]:
    """Wiki or Markdown mark-up stands in the text.

    Why: links and pictures in mark-up show their address to the reader in place of the thing.
    Flags: `[[File:Vienna.jpg|thumb`, `![](photo.jpg)`, `]( https://…)`, `## Heading`, `**bold**` (minor),
        `[3]`, `[edit]`
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
        if text[1].isdigit() and _FOOTNOTE.search(pair.source):
            continue
        plain = text.lstrip().startswith(("**", "__", "#", "=", "'", "~", ">")) or text[1].isdigit()
        yield hit(start, end, severity=Severity.MINOR if plain else Severity.MAJOR)
