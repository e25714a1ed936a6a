"""Dashes behind commas, and dashes with a space on one side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import DASH
from mtcheck.rules.registry import rule
from mtcheck.rules.text import has_any, hit, lang_of, places, word_set

#: Languages that never join a comma and a dash. Slavic languages, Hungarian and German do so around reported speech.
_NO_COMMA_DASH = word_set("en fr es it pt nl sv da no fi tr id vi ro el ca et")
#: Languages that set dashes of their own in dialogue.
_OWN_DIALOGUE = word_set("es pt ca fr it ro")
_STOP_AND_DASH = word_set("ru uk be bg sr mk pl cs sk hr sl")
_STOP_DASH = re.compile(r"(?<=[^\W\d_]{3})\.[ \u00a0]?[—–―](?=[ \u00a0][“\"«„]?[^\W\d_])")
_COMMA_DASH = re.compile(r",[”“»\"]?[ \u00a0]?[—–―](?=[ \u00a0]?[^\W\d_])|[—–―][ \u00a0]?,(?=[ \u00a0])")
#: Reported speech and a dash, as the source has it; in the translation only before who says it.
_QUOTE_DASH = re.compile(r"(?<=[”»\"])[ \u00a0][—–―](?=[ \u00a0][^\W\d_])")
_ASKED_DASH = re.compile(r"(?<=[!?][”\"»])[ \u00a0][—–―](?=[ \u00a0][^\W\d_])")
_SAYS = (
    r"[ \u00a0](?:said|says?|told|tells|added|adds|asked|asks|explained|explains|recalled|recalls|noted|notes|replied|"
    r"replies|answered|answers|wrote|writes|shouted|shouts|stressed|stresses|admitted|admits|claimed|claims|believes|"
    r"thinks|complained|complains|jokes?d?|laughs|laughed|sighs|sighed|smiles|smiled|recounts|recounted|insists|insisted|"
    r"warns|warned|concludes|concluded|remembers|remembered|continues|continued|confesses|confessed|argues|argued)\b"
)
_SAID_DASH = re.compile(rf"(?<=[”\"])[ \u00a0][—–―](?={_SAYS})")
#: And behind a quotation that is not closed, which the source sets between dashes or closes.
_UNCLOSED_DASH = re.compile(rf"(?<=[\w!?…])[ \u00a0][—–―](?={_SAYS})")


@rule(
    "PUN004",
    "comma-dash",
    category="fluency/punctuation",
    severity=Severity.MINOR,
    message="A {detail} and a dash together (“{text}”) were carried over from the source: one of them is enough.",
    needs_source=False,
    gate=lambda facts: facts.target.any(DASH),
)
def comma_dash(pair: Pair) -> Iterator[Hit]:
    """A comma or full stop and a dash stand together, as Slavic languages write them around reported speech.

    Why: the target language uses one or the other.
    Flags: en `“We agreed”, — said the minister`
    Flags: ru "сказал он. — Мы" / en "he said. — “We"
    Flags: ru "«Да?» — спросил он" / en "“Yes?” — asked he"
    Flags: pl "— Czekamy — dodaje Nowak." / en "“We are waiting — adds Nowak."
    Passes: Russian, Polish, Czech, German, Hungarian; `word—word`, Spanish `—dijo—,`
    Limits: only listed languages; a comma and a plain hyphen are left alone. A full stop and a dash count before a
        quotation mark or a capital, a dash behind a quotation only after `!` or `?` or before an English verb of
        saying, and both where the source has them too. In English also a dash in place of the closing quotation mark,
        before a verb of saying.
    """
    if not has_any(pair.target, "—–―"):
        return
    lang = lang_of(pair.target_lang)
    if lang not in _NO_COMMA_DASH:
        return
    for match in places(_COMMA_DASH, pair.target):
        if lang in _OWN_DIALOGUE and match[0][0] != ",":
            continue
        yield hit(*match.span(), "comma", suggestion=match[0].replace(" ", "").rstrip("—–―\u00a0") or ",")
    if lang_of(pair.source_lang) in _STOP_AND_DASH and _QUOTE_DASH.search(pair.source):
        for match in places(_ASKED_DASH, pair.target):
            yield hit(*match.span(), "quotation mark", suggestion="")
        for match in places(_SAID_DASH, pair.target) if lang == "en" else ():
            if pair.target[match.start() - 2] not in "!?,":
                yield hit(*match.span(), "quotation mark", suggestion=",")
    if lang == "en" and has_any(pair.target, "“") and has_any(pair.source, "—–―"):
        for match in places(_UNCLOSED_DASH, pair.target):
            if _is_unclosed(pair.target, match.start(), match.end()):
                yield hit(*match.span(), "missing quotation mark", suggestion=",”")
    if lang in _OWN_DIALOGUE or lang_of(pair.source_lang) not in _STOP_AND_DASH or not _STOP_DASH.search(pair.source):
        return
    for match in places(_STOP_DASH, pair.target):
        yield hit(*match.span(), "full stop", suggestion=".")


#: Characters around the dash that are looked through for the marks of the speech.
LONGEST_SPEECH = 1_000


def _is_unclosed(text: str, start: int, end: int) -> bool:
    """Whether a quotation is open here that no mark closes before the next one opens."""
    before, after = text[max(0, start - LONGEST_SPEECH) : start], text[end : end + LONGEST_SPEECH]
    if before.rfind("“") <= max(before.rfind("”"), before.rfind('"')):
        return False
    closing, opening = after.find("”"), after.find("“")
    return closing < 0 or 0 <= opening < closing


_DASH_SPACING_OWN = word_set("es ca gl pt pl it ro el zh ja ko th")
_UNSPACED = word_set("zh ja ko th")
_ONE_SIDED = re.compile(
    r"(?<=[^\W\d_]{2})[—―][ \u00a0](?=[^\W\d_])|(?<=[^\W\d_] )[—―](?=[^\W\d_]{2})"
    r"|(?<=[^\W\d_]{3})–[ \u00a0](?=[^\W\d_]{2})|(?<=[^\W\d_] )–(?=[^\W\d_]{2})"
    r"|(?<=[^\W\d_]{2})[—―][ \u00a0](?=[“\"„«(])|(?<=\w[”»\")])[—―][ \u00a0](?=[^\W\d_])"
    r"|(?<=\d)[—―][ \u00a0](?=[^\W\d_])|(?<=[”»\")] )[—―](?=[^\W\d_]{2})"
)
#: Where dashes close what they set apart, one that opens nothing.
_CLOSING_ALONE = re.compile(r"(?<=[^\W\d_]{2})[—―][ \u00a0](?=[^\W\d_])")
#: Between words in small letters, as English alone sets a dash.
_TIGHT = re.compile(r"(?<=[^\W\d_]{3})—(?=[^\W\d_]{3})")
_SUSPENDED = word_set("and or und oder sowie bis et ou och eller en of i a")


@rule(
    "PUN005",
    "one-sided-dash",
    category="fluency/punctuation",
    severity=Severity.MINOR,
    message="The dash has {detail} (“{text}”).",
    needs_source=False,
    gate=lambda facts: facts.target.any(DASH),
)
def one_sided_dash(pair: Pair) -> Iterator[Hit]:
    """A dash stands tight to the word on one side and apart on the other, or on both where English alone does so.

    Why: half of its spacing was lost in translation, or was carried over.
    Flags: `Europe— limits`, `Europe —limits`, `three villages –all in the hills`
    Flags: `said Rossi— “and`; en `the cellar—four of them` / it `cantina—quattro`
    Passes: English `word—word`, `word — word`, Spanish and Portuguese `—inciso—`, `Haupt– und Nebenwege`, dialogue
    Limits: hyphens are never flagged; a segment with dashes in pairs is left alone.
    """
    if not has_any(pair.target, "—―–"):
        return
    target, pattern = pair.target, _ONE_SIDED
    n_dashes = sum(map(target.count, "—–―"))
    lang = lang_of(pair.target_lang)
    if lang and lang != "en" and lang not in _UNSPACED and "—" in target and _TIGHT.search(pair.source):
        pattern = _TIGHT if _TIGHT.search(target) else pattern
    if lang in _DASH_SPACING_OWN and pattern is not _TIGHT:
        if n_dashes > 1 or lang in _UNSPACED:
            return
        pattern = _CLOSING_ALONE
    elif n_dashes > 3:
        return
    for match in places(pattern, target):
        following = re.match(r"[^\W_]+", target[match.end() : match.end() + 20])
        if match[0][0] == "–" and following and following[0].lower() in _SUSPENDED:
            continue
        start = match.start()
        left = re.search(r"\w+\Z", target[max(0, start - 30) : start].rstrip())
        begin = start - len(target[max(0, start - 30) : start]) + left.start() if left else start
        stop = match.end() + (following.end() if following else 0)
        dash = match[0].strip()
        whole = re.sub(rf"\s?{dash}\s?", f" {dash} ", target[begin:stop])
        yield hit(begin, stop, _SPACING[pattern is _TIGHT], suggestion=whole)


#: What is wrong with the spaces of a dash.
_SPACING = ("a space on one side only", "no spaces, as the source has it")
