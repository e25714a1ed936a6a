"""Markup debris: tags, attributes, entities, code and placeholders that the reader should never see.

All rules compare with the source: mark-up that a software string carries on both sides is content, not debris.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules.facts.batch import (
    AMPERSAND,
    ANGLE,
    ASKS,
    BACKSLASH,
    BANG,
    CURLY,
    EQUALS,
    FINAL,
    HASH,
    ROUND,
    SEMICOLON,
    SIGN,
    SLASH,
    SQUARE,
    Mask,
    TextFacts,
    kind,
)
from mtcheck.rules.markup._encodings import (
    ENCODED,
    ENTITY,
    decoded_entity,
    decoded_text,
    escaped_tags,
    in_address,
    is_entity,
    looks_like_base64,
    may_be_encoded,
)
from mtcheck.rules.markup._engine import CRUMBS, NOTES, TALK, TOKENS
from mtcheck.rules.markup._tags import (
    CRUMB,
    MARKUP_SIGNS,
    MAX_ATTRIBUTE_TAIL,
    PICTURES,
    TAIL,
    grow_left,
    tag_key,
    tags_of,
    unpaired,
)
from mtcheck.rules.registry import rule
from mtcheck.rules.text import (
    DOUBLE_QUOTES,
    QUOTES,
    has_any,
    hit,
    merge_runs,
    occurs,
    places,
    squeezed,
    trim,
)


@rule(
    "MRK001",
    "broken-markup",
    category="design/markup",
    severity=Severity.MAJOR,
    also=(Severity.MINOR,),
    message="“{text}” is left over from a web page's mark-up, not text: remove it{detail}.",
    needs_source=False,
    gate=lambda facts: facts.target.any(ANGLE | EQUALS | SLASH) | facts.target.has(*PICTURES),
)
def broken_markup(pair: Pair) -> Iterator[Hit]:
    """A tag, half a tag, or an attribute stands in the text.

    The whole run of debris is one span, with attribute values and with quotes that became typographic.

    Why: the reader sees code; it shows that the page was translated with its mark-up and never looked at.
    Flags: `Talks in Vienna://” alt=”Photo” /> ended`, `text” class=»lead»> and`, `<img src=`, `<p`, `</div>`, `-->`,
        `IMG_2034.jpg`
    Passes: well-formed tags that the source has too (`<b>Save</b>` / `<b>Сохранить</b>`), `a < b`, `<name>`
    Limits: unknown tag names are left alone unless they close (`</foo>`). Debris that the source has word for word
        is minor: it was carried over, not made.
    """
    target = pair.target
    if not has_any(target, MARKUP_SIGNS):
        return
    kept = tags_of(pair.source)
    codes = [m.span() for m in places(_SHORTCODE, target)] if "[" in target or "{" in target else []
    matches = [
        m
        for m in places(CRUMB, target)
        if not (m["tag"] and tag_key(m["tag"]) in kept)
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
        return start in ends and len(gap) <= MAX_ATTRIBUTE_TAIL and "\n" not in gap and ". " not in gap

    for start, end in merge_runs((m.span() for m in matches), joined):
        start = grow_left(target, start)
        if tail := TAIL.match(target, end):
            end = tail.end()
        run = target[start:end]
        if occurs(run, pair.source):
            if any(run in (m["attribute"], m["plain"]) for m in matches):
                continue
            yield hit(start, end, " (the source has it too)", severity=Severity.MINOR)
        else:
            yield hit(start, end)


@rule(
    "MRK002",
    "escaped-entity",
    category="design/markup",
    severity=Severity.MINOR,
    also=(Severity.MAJOR,),
    message="“{text}” is an HTML code that should have become a character{detail}.",
    needs_source=False,
    gate=lambda facts: facts.target.any(AMPERSAND | SEMICOLON),
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
    matches = [m for m in places(ENTITY, target) if is_entity(m[0])]
    if not matches:
        return
    tags = escaped_tags(target, matches)

    def joined(end: int, start: int) -> bool:
        return not target[end:start].strip() or any(a < end and start < b for a, b in tags)

    for start, end in merge_runs((m.span() for m in matches), joined):
        text = target[start:end]
        twice = "amp;" in squeezed(text).lower() and not re.fullmatch(r"[&＆]?\s?amp\s?[;；]", text)
        if occurs(text, pair.source) and not twice:
            continue
        decoded = decoded_entity(text)
        worse = twice or (decoded.startswith("<") and decoded.endswith(">") and len(decoded) > 2)
        shown = f": “{decoded}”" if decoded.strip() else ": a space" if decoded else ""
        yield hit(start, end, shown, suggestion=decoded, severity=Severity.MAJOR if worse else Severity.MINOR)


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
    gate=lambda facts: facts.target.any(ASKS | AMPERSAND),
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
    r"(?:hh?|ll?|[jztLq])?[sdiuxXcfFeEgG@](?![\w%])|%\d{1,2}\$[sdiuxXcfeg@](?![\w%])|(?<=[^\W\d_])%[s@](?![\w%])|%%\w{2,30}%%|(?<![\w@.])@\w{2,30}@(?![\w.])"
)
#: What is a placeholder wherever it stands, so that the source need have none.
_CERTAIN_PLACEHOLDER = re.compile(
    r"%\d{1,2}\$[sdiuxXcfeg@]|%@|%\(\w{1,40}\)[sdifr]|%s|[$%]\{[^{}\s]{1,60}\}|\{\d{1,2}\}|\{\w{1,40}(?:\.\w{1,40}){1,3}\}|\{\w{1,40}_\w{1,40}\}|%%[A-Za-z_]{2,30}%%"
)
_DOLLAR = re.compile(r"(?<![\w$])\$[1-9](?![\d.,]*\d|\w)")


@rule(
    "MRK007",
    "placeholder-mismatch",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="{detail}",
    gate=lambda facts: facts.source.any(CURLY | SIGN) | facts.target.any(CURLY | SIGN),
)
def placeholder_mismatch(pair: Pair) -> Iterator[Hit]:
    """A placeholder of the source is missing from the target, was altered, or was made up.

    Why: a program puts a value in its place; without it the sentence has a hole or the program fails.
    Flags: `{name} left` / `{имя} ушёл`, `%s files` / `% s файлов`, `{0} of {1}` / `{0} из {0}`
    Passes: placeholders in another order, `100 %`, `$5`
    Limits: names are compared as written; where the source has none, only forms that nothing else has count (`%1$s`,
        `%(name)s`, `%s`, `${name}`, `{0}`, `{user_name}`); ICU plural and select messages are left alone.
    """
    source, target = pair.source, pair.target
    if not (has_any(source, "{%$@") or has_any(target, "{%$@")) or not source or not target:
        return
    if has_any(source, (", plural,", ", select,")) or has_any(target, (", plural,", ", select,")):
        return
    dollars = "$1" in source and "$2" in source
    wanted, given = _placeholders(source, dollars), _placeholders(target, dollars)
    made_up = [text for text in given if text not in wanted and (wanted or _CERTAIN_PLACEHOLDER.fullmatch(text))]
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


_BASE64 = kind(lambda c: c.isascii() and (c.isalnum() or c in "+/"))


@rule(
    "MRK008",
    "encoded-text",
    category="design/markup",
    severity=Severity.MAJOR,
    message="“{text}” is text or data in a machine's encoding{detail}.",
    needs_source=False,
    gate=lambda facts: (
        facts.target.any(BACKSLASH | SIGN | EQUALS) | facts.target.has("base64") | facts.target.runs(_BASE64, 40)
    ),
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
    if not may_be_encoded(target):
        return
    for match in places(ENCODED, target):
        text, kind = match[0], match.lastgroup
        if occurs(text, pair.source) or (kind == "percent" and in_address(target, match.start())):
            continue
        if kind == "base64" and not looks_like_base64(text):
            continue
        plain = decoded_text(text, kind)
        yield hit(match.start(), match.end(), f": “{plain}”" if plain else "", suggestion=plain)


@rule(
    "MRK009",
    "unclosed-tag",
    category="design/markup",
    severity=Severity.MAJOR,
    message="The tag “{text}” {detail} in the translation; in the source tags are paired.",
    gate=lambda facts: facts.target.any(ANGLE) & facts.source.any(ANGLE),
)
def unclosed_tag(pair: Pair) -> Iterator[Hit]:
    """A tag of a program string lost its partner in translation.

    Why: an unclosed tag makes the rest of the page bold, or a link that never ends.
    Flags: `<b>Save</b>` / `<b>Сохранить`, `<a href="x">here</a>` / `здесь</a>`
    Passes: sources whose own tags are not paired, translations without any tags
    Limits: only tags that must be closed; order of nesting is not checked.
    """
    if "<" not in pair.target or "<" not in pair.source or unpaired(pair.source):
        return
    kept = tags_of(pair.source)
    for match, why in unpaired(pair.target):
        if (match["name"].lower(), False) in kept:
            yield hit(match.start(), match.end(), why)


@rule(
    "MRK010",
    "engine-debris",
    category="design/markup",
    severity=Severity.MAJOR,
    also=(Severity.MINOR,),
    message="“{text}” is left over from the translation, not part of the text: remove it.",
    needs_source=False,
    gate=lambda facts: facts.target.has(*CRUMBS),
)
def engine_debris(pair: Pair) -> Iterator[Hit]:
    """A token of a translation engine, a translator's note or an assistant's talk about its answer is in the text.

    Why: it shows how the text was made, and a word is missing where an engine had none.
    Flags: `<unk>`, `▁`, `well @-@ known`, `Here is the translation:`, `Translated by Google`; `TODO` (minor)
    Passes: any of these where the source has it, or speaks of translation itself
    Limits: talk is looked for in ten languages, at the beginning of a text.
    """
    target = pair.target
    if not has_any(target, CRUMBS):
        return
    for pattern in (TOKENS, NOTES, TALK):
        for match in places(pattern, target):
            if occurs(match[0], pair.source) or (pattern is TALK and _SPEAKS_OF_IT.search(pair.source)):
                continue
            yield hit(*match.span(), severity=Severity.MINOR if pattern is NOTES else Severity.MAJOR)


_SPEAKS_OF_IT = re.compile(
    r"translat|перев[её]|перевод|переклад|übersetz|tradu|tłumacz|çevir|překlad|vertal|översätt|翻译|翻譯|訳|번역|ترجم|תרגו|μετάφρα",
    re.IGNORECASE,
)
