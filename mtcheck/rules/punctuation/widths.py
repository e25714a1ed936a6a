"""Marks of another script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import kind
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit, lang_of, places, word_set

_WIDE = {
    **{chr(code + 0xFEE0): chr(code) for code in range(0x21, 0x7F) if chr(code) not in "<>=&/#$@"},
    "。": ".", "、": ",", "～": "–", "〜": "–", "・": " ", "\u3000": " ", "【": "[", "】": "]", "〔": "[", "〕": "]",
    "——": "—", "……": "…", "،": ",", "؛": ";", "؟": "?", "।": ".",
}  # fmt: skip
_WIDE_MARK = re.compile(
    r"[Ａ-Ｚａ-ｚ０-９]+|[！＂％＇（）＊＋，－．：；？［＼］＾＿｀｛｜｝～。、〜・【】〔〕،؛؟।]|(?<=\S)\u3000(?=\S)|(?<=\w)[”\"]?——|(?<=\w)……"
)
#: Languages with marks of their own that others must not have.
_OWN_MARKS = {
    **dict.fromkeys(word_set("ar fa ur ps sd ug ckb ku az uz dv"), frozenset("،؛؟")),
    **dict.fromkeys(word_set("hi mr ne bn pa gu sa as or mai"), frozenset("।")),
}
#: Letters of scripts to which the marks belong: what is cited keeps them.
_EASTERN_NEAR = re.compile(r"[\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_OWN_NEAR = {
    **dict.fromkeys("،؛؟", re.compile(r"[\u0620-\u064a]")),
    "।": re.compile(r"[\u0900-\u0963\u0966-\u0dff]"),
}
_NARROW_IN_CJK = re.compile(r"(?<=[\u4e00-\u9fff\u3040-\u30ff])[,;:?!.](?=[\u4e00-\u9fff\u3040-\u30ff]|\Z)")
_OWN_COMMAS = frozenset(("ar", "fa", "ur"))
#: Latin marks behind Arabic letters: many write so throughout, but a text that has the Arabic comma, too, is at odds.
_LATIN_IN_ARABIC = re.compile(r"(?<=[\u0620-\u064a])[,;?](?=\s|\Z)")
_CJK_LANGS = frozenset(("zh", "ja", "yue", "ko", "lzh", "wuu"))

_WIDE_KIND = kind("".join(_WIDE).replace("—", "").replace("…", ""))


@rule(
    "PUN009",
    "wrong-width-mark",
    category="locale-convention/punctuation",
    severity=Severity.MINOR,
    message="“{text}” is the mark of another writing system: “{detail}” belongs here.",
    needs_source=False,
    gate=lambda facts: (
        facts.langs[1] in ("", "zh", "ja") or facts.target.any(_WIDE_KIND) | facts.target.has("——", "……")
    ),
)
def wrong_width_mark(pair: Pair) -> Iterator[Hit]:
    """A full-width or Eastern mark stands in alphabetic text, or a narrow one between Chinese or Japanese characters.

    Why: the mark was carried over from the source.
    Flags: en `the talks， he said`, en `20～25 degrees`, en `came، then left`, zh `他说,会谈`
    Passes: quoted Chinese words in other languages, numbers and Latin words in Chinese
    Flags: ar `خبز, حليب، وبيض`
    Limits: Korean uses both and is left alone. In Arabic, Persian and Urdu only where the text has
        the Arabic comma, too. A text that uses narrow marks throughout gets one flag, on the first;
        a pair of brackets gets one, too.
    """
    lang = lang_of(pair.target_lang)
    target = pair.target
    if lang in ("zh", "ja"):
        for match in places(_NARROW_IN_CJK, target):
            wide = {",": "，" if lang == "zh" else "、", ".": "。"}.get(match[0], chr(ord(match[0]) + 0xFEE0))
            yield hit(*match.span(), wide, suggestion=wide)
            return
    elif lang in _OWN_COMMAS and "،" in target and (latin := _LATIN_IN_ARABIC.search(target)) is not None:
        own = {",": "،", ";": "؛", "?": "؟"}[latin[0]]
        yield hit(*latin.span(), own, suggestion=own)
    elif lang and lang not in _CJK_LANGS and not target.isascii():
        opened = ""
        for match in places(_WIDE_MARK, target):
            mark = match[0].lstrip('”"')
            if mark == opened:  # told with the bracket that it closes
                opened = ""
                continue
            if mark[0] in _OWN_MARKS.get(lang, ()):
                continue
            near = _OWN_NEAR.get(mark, _EASTERN_NEAR)
            if not near.search(target, max(0, match.start() - 12), match.end() + 12):
                good = _WIDE.get(mark) or "".join(_WIDE[c] for c in mark)
                opened = _CLOSED_BY.get(mark, "")
                yield hit(match.end() - len(mark), match.end(), good, suggestion=good)


_CLOSED_BY = {"【": "】", "（": "）", "［": "］", "《": "》", "〈": "〉", "「": "」", "『": "』", "〔": "〕"}
