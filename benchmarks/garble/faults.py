"""The faults that `inject.py` plants: each takes a clean pair and gives back a broken one with the exact place.

A fault function has the shape `f(pair, rng) -> Planted | None`; None means that the pair has no place for it. The
faults are written from what machine-translated web pages show, not from what the rules look for.
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from mtcheck.data import Pair, Segment, SegmentKind
from mtcheck.rules.words.tables import FUNCTION_WORDS, NEVER_LAST

WORD = re.compile(r"[^\W\d_]+")
Fault = Callable[[Pair, random.Random], "Planted | None"]


@dataclass(frozen=True)
class Planted:
    """The broken pair and the fault's place: half-open, in the text of `side`."""

    pair: Pair
    start: int
    end: int
    side: str = "target"


FAULTS: dict[str, tuple[int, tuple[str, ...], Fault]] = {}


def fault(name: str, family: int, *codes: str) -> Callable[[Fault], Fault]:
    """Register a fault of one of issue 5's families; a flag of a rule in `codes` (or prefix) on its place finds it."""

    def register(function: Fault) -> Fault:
        FAULTS[name] = (family, codes, function)
        return function

    return register


def _gap(text: str, rng: random.Random) -> int | None:
    """A place between two words, not at the ends."""
    gaps = [m.end() for m in re.finditer(r"[^\W\d_]{2} (?=[^\W\d_]{2})", text)]
    return rng.choice(gaps) if gaps else None


def _put(pair: Pair, at: int, piece: str, before: str = "", after: str = " ") -> Planted:
    text = pair.target[:at] + before + piece + after + pair.target[at:]
    start = at + len(before)
    return Planted(replace(pair, target=text), start, start + len(piece))


def _swap(pair: Pair, start: int, end: int, piece: str, mark: tuple[int, int] | None = None) -> Planted:
    """Replace a stretch; `mark` is the fault's place within the piece, or all of it."""
    text = pair.target[:start] + piece + pair.target[end:]
    first, last = mark or (0, len(piece))
    return Planted(replace(pair, target=text), start + first, start + last)


def _crumb(pieces: tuple[str, ...]) -> Fault:
    def plant(pair: Pair, rng: random.Random) -> Planted | None:
        at = _gap(pair.target, rng)
        if at is None:
            return None
        piece = rng.choice(pieces)
        words = WORD.findall(pair.target)
        return _put(pair, at, piece.replace("ALT", " ".join(rng.sample(words, min(2, len(words))))))

    return plant


_CRUMBS = {
    "half-tag": (
        *(
            "://” alt=”ALT” />",
            "<img src=",
            '" />',
            "<p",
            "</div>",
            '" alt="ALT" />',
            "” class=»lead news»>",
            "<br",
            "<div class=",
        ),
        *(
            "<a href=”https://example.org/news”>",
            "width=”640″ height=”360″ />",
            "<img alt=«ALT»",
            "src=“https://example.org/a.jpg”",
        ),
        *(
            '<span style="color:red">',
            "figure class=”wp-block-image”>",
            "</figcaption",
            "＜img src＝”a.jpg”＞",
            "<!-- more -->",
            "/strong>",
        ),
    ),
    "entity": (
        "&quot;",
        "&amp;nbsp;",
        "&#8217;",
        "& quot;",
        "&amp;quot;",
        "&nbsp;",
        "&laquo;",
        "& # 39;",
        "&mdash;",
        "&lt;br&gt;",
        "&#x201C;",
    ),
    "code": (
        *(
            ".lead{display:none}",
            "font-size: 12px;",
            "window.dataLayer = window.dataLayer || [];",
            "function(){",
            "color: #fff;",
        ),
        *(
            '{"type":"article","id":512}',
            "(adsbygoogle = window.adsbygoogle || []).push({});",
            "document.write('x');",
            "@media (max-width: 600px){",
        ),
        *("googletag.cmd.push(function(){", "!important", "});", ".ad-slot { margin: 0 auto; }", "var adId = 15;"),
    ),
    "shortcode": (
        *(
            '[caption id="attachment_7" align="left"]',
            "[/caption]",
            "[embed]https://example.org/v[/embed]",
            "{{ad_slot}}",
            "{% endif %}",
        ),
        *("[gallery ids=”1,2,3”]", "[/b]", "[url=https://example.org]", "[vc_row]", "[/quote]", "[su_button]"),
    ),
    "wiki": (
        "[[File:Vienna.jpg|thumb|",
        "![](photo.jpg)",
        "]( https://example.org/a)",
        "[[Category:News]]",
        "**ALT**",
        "![ALT](https://example.org/a.png)",
    ),
    "tracking": (
        "https://example.org/news?utm_source=rss&utm_medium=feed",
        "https://example.org/?id=5&fbclid=IwAR0abc",
    ),
    "encoded": (
        *(
            "\\u0441\\u0442\\u043e",
            "%D0%B0%D0%B1%D0%B2",
            "data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==",
            "=D0=9C=D0=BE=D1=81",
        ),
        "0JzQvtGB0LrQstCwINC90LUg0YHRgNCw0LfRgyDRgdGC0YDQvtC40LvQsNGB0Yw=",
    ),
}
_CRUMB_CODES = {
    "half-tag": ("MRK001",),
    "entity": ("MRK002", "MRK001"),
    "code": ("MRK003", "MRK001", "MRK004"),
    "shortcode": ("MRK004", "MRK001"),
    "wiki": ("MRK005",),
    "tracking": ("MRK006",),
    "encoded": ("MRK008",),
}
for _name, _pieces in _CRUMBS.items():
    fault(f"markup-{_name}", 1, *_CRUMB_CODES[_name])(_crumb(_pieces))


@fault("placeholder-altered", 1, "MRK007")
def placeholder(pair: Pair, rng: random.Random) -> Planted | None:
    at = _gap(pair.target, rng)
    if at is None or not pair.source:
        return None
    good, bad = rng.choice(
        (("{name}", "{nаme}"), ("%s", "% s"), ("{0}", ""), ("{count}", "{ count"), ("${user}", "$ user"))
    )
    source = replace(pair, source=f"{pair.source} {good}")
    if bad.startswith("{") and bad.endswith("}"):
        return _put(source, at, bad)
    start = len(pair.source) + 1
    return Planted(_put(source, at, bad or "x").pair, start, start + len(good), "source")


# --- glue and breakage


def _neighbours(text: str) -> list[tuple[re.Match[str], re.Match[str]]]:
    words = list(WORD.finditer(text))
    return [(a, b) for a, b in itertools.pairwise(words) if text[a.end() : b.start()] == " "]


def _cased(lang: str | None) -> bool:
    return lang in FUNCTION_WORDS


@fault("glue-capital", 2, "GLU001")
def glue_capital(pair: Pair, rng: random.Random) -> Planted | None:
    """`endThe`: two sentences whose border was lost; the second begins with a function word."""
    common = FUNCTION_WORDS.get(pair.target_lang or "", frozenset())
    found = [
        (a, b)
        for a, b in _neighbours(pair.target)
        if a[0].islower() and len(a[0]) >= 3 and b[0] in common and len(b[0]) >= 2
    ]
    if not found:
        return None
    a, b = rng.choice(found)
    return _swap(pair, a.start(), b.end(), a[0] + b[0][0].upper() + b[0][1:])


@fault("glue-name", 2, "GLU001")
def glue_name(pair: Pair, rng: random.Random) -> Planted | None:
    """`Merkelwas`: a name and the function word after it."""
    common = FUNCTION_WORDS.get(pair.target_lang or "", frozenset())
    found = [
        (a, b)
        for a, b in _neighbours(pair.target)
        if a.start() > 0
        and a[0].istitle()
        and len(a[0]) >= 4
        and a[0].lower() not in common
        and b[0] in common
        and len(b[0]) >= 3
    ]
    if not found or pair.target_lang == "de":
        return None
    a, b = rng.choice(found)
    return _swap(pair, a.start(), b.end(), a[0] + b[0])


@fault("glue-word", 2, "GLU001")
def glue_word(pair: Pair, rng: random.Random) -> Planted | None:
    """`governmentsaid`: a lower-case word and a function word of three letters or more beside it."""
    common = FUNCTION_WORDS.get(pair.target_lang or "", frozenset())
    found = [
        (a, b)
        for a, b in _neighbours(pair.target)
        if a[0].islower()
        and b[0].islower()
        and min(len(a[0]), len(b[0])) >= 3
        and (a[0] in common or b[0] in common)
        and max(len(a[0]), len(b[0])) >= 4
    ]
    if not found:
        return None
    a, b = rng.choice(found)
    return _swap(pair, a.start(), b.end(), a[0] + b[0])


@fault("glue-digit", 2, "GLU001")
def glue_digit(pair: Pair, rng: random.Random) -> Planted | None:
    common = FUNCTION_WORDS.get(pair.target_lang or "", frozenset())
    found = [m for m in re.finditer(r"(?<![\w.,])(\d{1,4}) ([^\W\d_]{3,})(?![\w-])", pair.target) if m[2] in common]
    if not found:
        return None
    m = rng.choice(found)
    return _swap(pair, m.start(), m.end(), m[1] + m[2])


@fault("glue-mark", 2, "GLU001")
def glue_mark(pair: Pair, rng: random.Random) -> Planted | None:
    """`minister.The` and `however,the`."""
    found = [m for m in re.finditer(r"([^\W\d_]{3,})([.,]) ([^\W\d_]{2,})", pair.target) if _cased(pair.target_lang)]
    found = [m for m in found if (m[3].islower() if m[2] == "," else m[3].istitle() and m[1].islower())]
    if not found:
        return None
    m = rng.choice(found)
    return _swap(pair, m.start(), m.end(), f"{m[1]}{m[2]}{m[3]}")


def _long_word(pair: Pair, rng: random.Random, least: int) -> re.Match[str] | None:
    found = [m for m in WORD.finditer(pair.target) if len(m[0]) >= least and m[0].islower()]
    return rng.choice(found) if found and _cased(pair.target_lang) else None


@fault("spaced-letters", 2, "GLU002")
def spaced(pair: Pair, rng: random.Random) -> Planted | None:
    word = _long_word(pair, rng, 6)
    return _swap(pair, word.start(), word.end(), " ".join(word[0])) if word else None


@fault("hyphenation", 2, "GLU004")
def hyphenation(pair: Pair, rng: random.Random) -> Planted | None:
    word = _long_word(pair, rng, 7)
    if word is None:
        return None
    at = rng.randint(3, len(word[0]) - 3)
    return _swap(pair, word.start(), word.end(), f"{word[0][:at]}- {word[0][at:]}")


@fault("split-word", 2, "GLU003")
def split(pair: Pair, rng: random.Random) -> Planted | None:
    word = _long_word(pair, rng, 9)
    if word is None:
        return None
    at = rng.randint(4, len(word[0]) - 4)
    return _swap(pair, word.start(), word.end(), f"{word[0][:at]} {word[0][at:]}")


@fault("stray-capital", 2, "GLU005")
def stray_capital(pair: Pair, rng: random.Random) -> Planted | None:
    """A clause cut after a comma: the next word got a capital."""
    if pair.target_lang == "de" or not _cased(pair.target_lang):
        return None
    found = [m for m in re.finditer(r"(?<=[^\W\d_]), ([^\W\d_]{2,})(?= [^\W\d_])", pair.target) if m[1].islower()]
    if not found:
        return None
    m = rng.choice(found)
    return _swap(pair, m.start(1), m.end(1), m[1][0].upper() + m[1][1:])


@fault("doubled-word", 2, "REP001", "REP002")
def doubled(pair: Pair, rng: random.Random) -> Planted | None:
    common = FUNCTION_WORDS.get(pair.target_lang or "", frozenset())
    found = [m for m in WORD.finditer(pair.target) if m[0] in common and len(m[0]) >= 2]
    if not found:
        return None
    m = rng.choice(found)
    return _swap(pair, m.start(), m.end(), f"{m[0]} {m[0]}")


@fault("loop", 2, "REP002", "STR005")
def loop(pair: Pair, rng: random.Random) -> Planted | None:
    near = _neighbours(pair.target)
    if len(near) < 6:
        return None
    first = rng.randrange(len(near) - 4)
    start, end = near[first][0].start(), near[first + rng.randint(1, 3)][1].end()
    phrase = pair.target[start:end]
    return _swap(pair, start, end, " ".join([phrase] * rng.randint(3, 6)))


@fault("truncated", 2, "GLU006", "PUN010")
def truncated(pair: Pair, rng: random.Random) -> Planted | None:
    """The end is missing after an article, preposition, conjunction or comma."""
    last = NEVER_LAST.get(pair.target_lang or "", frozenset())
    if not pair.source.rstrip().endswith((".", "!", "?", "。")):
        return None
    found = [m.end() for m in WORD.finditer(pair.target) if m[0] in last and m.start() > 15]
    found += [m.start() + 1 for m in re.finditer(r"(?<=[^\W\d_]), ", pair.target) if m.start() > 15]
    found = [at for at in found if at < 0.8 * len(pair.target)]
    if not found:
        return None
    at = rng.choice(found)
    start = re.search(r"\S+\Z", pair.target[:at])
    return Planted(replace(pair, target=pair.target[:at]), start.start() if start else 0, at)


@fault("mojibake", 2, "CHR001", "CHR002")
def mojibake(pair: Pair, rng: random.Random) -> Planted | None:
    found = [m for m in re.finditer(r"\S+", pair.target) if not m[0].isascii()]
    if not found:
        return None
    m = rng.choice(found)
    broken = m[0].encode("utf-8").decode(rng.choice(("latin-1", "cp1252")), errors="replace")
    return _swap(pair, m.start(), m.end(), broken)


@fault("broken-character", 2, "CHR002", "CHR003")
def broken_character(pair: Pair, rng: random.Random) -> Planted | None:
    words = [m for m in WORD.finditer(pair.target) if len(m[0]) >= 4]
    if not words or pair.target_lang in ("ar", "fa", "he", "hi", "th"):
        return None
    m = rng.choice(words)
    at = m.start() + rng.randint(1, len(m[0]) - 1)
    return _swap(pair, at, at, rng.choice(("\ufffd", "\u200b", "\x07", "\ufeff")))


# --- punctuation


def _stretch(pair: Pair, rng: random.Random) -> tuple[int, int] | None:
    near = _neighbours(pair.target)
    if len(near) < 5 or re.search(r"[«»“”„\"]", pair.target):
        return None
    first = rng.randrange(1, len(near) - 2)
    return near[first][0].start(), near[first + 1][1].end()


@fault("mixed-quotes", 3, "PUN001")
def mixed_quotes(pair: Pair, rng: random.Random) -> Planted | None:
    place = _stretch(pair, rng)
    if place is None:
        return None
    opening, closing = rng.choice(("“»", "«”", '„"', '“"', '"»', '«"', '"”'))
    inner = pair.target[slice(*place)]
    return _swap(pair, *place, f"{opening}{inner}{closing}")


_DASH_COMMA = ("en", "fr", "es", "it", "pt", "nl", "sv", "fi", "tr", "id", "vi", "ro", "el", "ca", "et", "da", "no")


@fault("comma-dash", 3, "PUN004")
def comma_dash(pair: Pair, rng: random.Random) -> Planted | None:
    if pair.target_lang not in _DASH_COMMA:
        return None
    found = list(re.finditer(r"(?<=[^\W\d_]), (?=[^\W\d_])", pair.target))
    if not found:
        return None
    m = rng.choice(found)
    return _swap(pair, m.start(), m.end(), rng.choice((", — ", ",— ", ", – ")), (0, 3))


@fault("glued-dash", 3, "PUN005")
def glued_dash(pair: Pair, rng: random.Random) -> Planted | None:
    if pair.target_lang in ("es", "pt", "pl", "it", "ro", "el", "ca", "zh", "ja", "th", "ko") or re.search(
        "[—–]", pair.target
    ):
        return None
    near = [(a, b) for a, b in _neighbours(pair.target) if min(len(a[0]), len(b[0])) >= 3]
    if not near:
        return None
    a, b = rng.choice(near)
    return _swap(pair, a.end(), b.start(), rng.choice(("— ", " —")), (0, 2))


@fault("doubled-mark", 3, "PUN006")
def doubled_mark(pair: Pair, rng: random.Random) -> Planted | None:
    if not pair.target.endswith((".", "。")) or len(WORD.findall(pair.target)[-1:] or [""]) < 1:
        return None
    end = len(pair.target)
    if re.search(r"(?:\.|\b\w{1,4})\.\Z", pair.target):
        return None
    piece = "。。" if pair.target.endswith("。") else rng.choice(("..", ",."))
    return _swap(pair, end - 1, end, piece)


@fault("space-before-mark", 3, "PUN007")
def space_before(pair: Pair, rng: random.Random) -> Planted | None:
    found = [m.start() for m in re.finditer(r"(?<=[^\W\d_])[,.](?=\s|\Z)", pair.target)]
    if not found or re.search(r" [,.]", pair.source):
        return None
    at = rng.choice(found)
    return _swap(pair, at, at, " ")


@fault("inverted-mark", 3, "PUN008")
def inverted(pair: Pair, rng: random.Random) -> Planted | None:
    if pair.target_lang != "es" or pair.target.count("¿") != 1 or "¡" in pair.target:
        return None
    text = pair.target.replace("¿", "")
    at = text.index("?")
    return Planted(replace(pair, target=text), at, at + 1)


@fault("wrong-width", 3, "PUN009")
def wrong_width(pair: Pair, rng: random.Random) -> Planted | None:
    if pair.target_lang in ("zh", "ja"):
        found = list(re.finditer(r"(?<=[\u4e00-\u9fff])[，。](?=[\u4e00-\u9fff]|\Z)", pair.target))
        table = {"，": ",", "。": "."}
    else:
        found = list(re.finditer(r"(?<=[^\W\d_])[,.](?= |\Z)", pair.target)) if pair.target_lang != "ko" else []
        table = {",": "，", ".": "。"}
    if not found:
        return None
    m = rng.choice(found)
    return _swap(pair, m.start(), m.end(), table[m[0]])


@fault("lost-bracket", 3, "PUN003")
def lost_bracket(pair: Pair, rng: random.Random) -> Planted | None:
    if pair.target.count("(") != 1 or pair.target.count(")") != 1 or pair.source.count("(") != pair.source.count(")"):
        return None
    at = pair.target.index(")")
    left = pair.target.index("(")
    if re.search(r"\b\w{1,3}\)", pair.target) or re.search(r"\b\w{1,3}\)", pair.source):
        return None
    return Planted(replace(pair, target=pair.target[:at] + pair.target[at + 1 :]), left, left + 1)


@fault("lost-question", 3, "PUN010")
def lost_question(pair: Pair, rng: random.Random) -> Planted | None:
    if not pair.source.endswith(("?", "？", "؟")) or not pair.target.endswith(("?", "？", "؟")):
        return None
    end = len(pair.target)
    return _swap(pair, end - 1, end, "。" if pair.target_lang in ("zh", "ja") else ".")


# --- language, numbers, names (families 4 to 6)


@fault("source-copied", 4, "COP", "LNG")
def copied(pair: Pair, rng: random.Random) -> Planted | None:
    if len(WORD.findall(pair.source)) < 6:
        return None
    return Planted(replace(pair, target=pair.source), 0, len(pair.source))


@fault("word-untranslated", 4, "LNG")
def untranslated(pair: Pair, rng: random.Random) -> Planted | None:
    words = [m[0] for m in WORD.finditer(pair.source) if m[0].islower() and len(m[0]) >= 5]
    places = [m for m in WORD.finditer(pair.target) if m[0].islower() and len(m[0]) >= 5]
    if not words or not places:
        return None
    m = rng.choice(places)
    return _swap(pair, m.start(), m.end(), rng.choice(words))


@fault("number-changed", 5, "NUM")
def number(pair: Pair, rng: random.Random) -> Planted | None:
    found = [m for m in re.finditer(r"(?<![\w.,:/-])\d{2,4}(?![\w.,:/-]\d|\w)", pair.target) if m[0] in pair.source]
    if not found:
        return None
    m = rng.choice(found)
    digits = list(m[0])
    at = rng.randrange(len(digits))
    digits[at] = str((int(digits[at]) + rng.randint(1, 8)) % 10 or 5)
    return _swap(pair, m.start(), m.end(), "".join(digits)) if "".join(digits) != m[0] else None


@fault("name-changed", 6, "NAM")
def name(pair: Pair, rng: random.Random) -> Planted | None:
    """Another surname in the place of one that both sides have, or that begins alike in both scripts."""
    shared = [
        m
        for m in WORD.finditer(pair.target)
        if m.start() > 0 and m[0].istitle() and len(m[0]) >= 5 and m[0] in pair.source
    ]
    if not shared:
        return None
    m = rng.choice(shared)
    return _swap(pair, m.start(), m.end(), rng.choice(("Zuckmayer", "Okonkwo", "Lindqvist", "Fitzroy", "Bertolucci")))


# --- structure


_HEADINGS = {
    "en": ("Talks in Vienna end without agreement", "Storm leaves thousands without power"),
    "ru": ("Переговоры в Вене завершились без соглашения", "Ураган оставил без света тысячи домов"),
    "de": ("Gespräche in Wien enden ohne Einigung", "Sturm lässt Tausende ohne Strom"),
    "fr": ("Les pourparlers de Vienne prennent fin sans accord", "La tempête prive de courant des milliers de foyers"),
    "es": ("Las conversaciones de Viena terminan sin acuerdo", "La tormenta deja sin luz a miles de hogares"),
    "it": ("I colloqui di Vienna finiscono senza accordo", "La tempesta lascia senza luce migliaia di case"),
    "pt": ("Conversações em Viena terminam sem acordo", "Tempestade deixa milhares sem luz"),
    "pl": ("Rozmowy w Wiedniu zakończone bez porozumienia", "Burza pozbawiła prądu tysiące domów"),
    "cs": ("Jednání ve Vídni skončila bez dohody", "Bouře nechala tisíce domů bez proudu"),
    "sv": ("Samtalen i Wien slutar utan avtal", "Storm lämnar tusentals utan ström"),
    "fi": ("Wienin neuvottelut päättyivät ilman sopua", "Myrsky jätti tuhannet ilman sähköä"),
    "id": ("Perundingan di Wina berakhir tanpa kesepakatan", "Badai membuat ribuan rumah gelap"),
    "tr": ("Viyana görüşmeleri anlaşma olmadan bitti", "Fırtına binlerce evi elektriksiz bıraktı"),
}


@fault("run-on-headline", 7, "STR003")
def run_on(pair: Pair, rng: random.Random) -> Planted | None:
    """The source has a headline and a sentence; the translation has them in one."""
    source, target = _HEADINGS.get(pair.source_lang or ""), _HEADINGS.get(pair.target_lang or "")
    if source is None or target is None or not pair.target[:1].isupper() or len(pair.target) < 40:
        return None
    which = rng.randrange(2)
    head, lead = source[which], pair.source
    segments = (
        Segment(index=0, text=head, start=0, end=len(head), kind=SegmentKind.HEADING),
        Segment(index=1, text=lead, start=len(head) + 1, end=len(head) + 1 + len(lead)),
    )
    broken = replace(pair, source=f"{head}\n{lead}", target=f"{target[which]} {pair.target}", source_segments=segments)
    return Planted(broken, 0, len(target[which]))


_LINES = {
    "en": (
        "Read also: Storm in the Alps",
        "Subscribe to our Telegram channel!",
        "Photo: Reuters",
        "Share on Facebook",
        "This website uses cookies.",
    ),
    "ru": (
        "Читайте также: Буря в Альпах",
        "Подписывайтесь на наш канал!",
        "Фото: Reuters",
        "Реклама",
        "Нашли ошибку? Выделите её.",
    ),
    "de": (
        "Lesen Sie auch: Sturm in den Alpen",
        "Folgen Sie uns auf Facebook!",
        "Foto: dpa",
        "Anzeige",
        "Diese Website verwendet Cookies.",
    ),
    "fr": (
        "Lire aussi : Tempête dans les Alpes",
        "Abonnez-vous à notre chaîne !",
        "Photo : AFP",
        "Publicité",
        "Tous droits réservés.",
    ),
    "es": (
        "Lea también: Tormenta en los Alpes",
        "Síguenos en Facebook.",
        "Foto: EFE",
        "Publicidad",
        "Este sitio utiliza cookies.",
    ),
    "it": (
        "Leggi anche: Tempesta sulle Alpi",
        "Seguici su Facebook.",
        "Foto: Ansa",
        "Pubblicità",
        "Tutti i diritti riservati.",
    ),
    "pt": (
        "Leia também: Tempestade nos Alpes",
        "Siga-nos no Facebook.",
        "Foto: Lusa",
        "Publicidade",
        "Todos os direitos reservados.",
    ),
    "pl": (
        "Czytaj także: Burza w Alpach",
        "Obserwuj nas na Facebooku.",
        "Fot. PAP",
        "Reklama",
        "Wszelkie prawa zastrzeżone.",
    ),
    "cs": (
        "Čtěte také: Bouře v Alpách",
        "Sledujte nás na Facebooku.",
        "Foto: ČTK",
        "Reklama",
        "Všechna práva vyhrazena.",
    ),
    "tr": ("Ayrıca okuyun: Alplerde fırtına", "Bizi takip edin!", "Fotoğraf: AA", "Reklam", "Tüm hakları saklıdır."),
    "ar": ("اقرأ أيضا: عاصفة في جبال الألب", "تابعونا على فيسبوك", "تصوير: رويترز", "إعلان", "جميع الحقوق محفوظة."),
    "zh": ("延伸阅读：阿尔卑斯山的风暴", "关注我们的频道", "图片来源：路透社", "广告", "版权所有"),
    "ja": ("関連記事：アルプスの嵐", "写真：ロイター", "広告", "続きを読む", "無断転載を禁じます"),
    "ko": ("관련 기사: 알프스의 폭풍", "사진: 로이터", "광고", "더 보기", "무단 전재 및 재배포 금지"),
}


@fault("boilerplate", 7, "STR004")
def boilerplate(pair: Pair, rng: random.Random) -> Planted | None:
    """A line of the page follows the sentence on a line of its own."""
    lines = _LINES.get(pair.target_lang or "")
    if lines is None:
        return None
    line = rng.choice(lines)
    at = len(pair.target) + 1
    return Planted(replace(pair, target=f"{pair.target}\n{line}"), at, at + len(line))


@fault("missing", 7, "STR001")
def missing(pair: Pair, rng: random.Random) -> Planted | None:
    return Planted(replace(pair, target=""), 0, len(pair.source), "source") if pair.source.strip() else None


@fault("added", 7, "STR002")
def added(pair: Pair, rng: random.Random) -> Planted | None:
    return Planted(replace(pair, source=""), 0, len(pair.target)) if pair.target.strip() else None
