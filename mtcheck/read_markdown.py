"""Markdown: the text of paragraphs, headings, list items, table cells and images, without its markup.

markdown-it-py parses CommonMark with tables. Code blocks and front matter are no text to translate and are left out;
text inside HTML blocks is kept.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mtcheck.read_extract import Extract

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n.*?\r?\n\1[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_TAG = re.compile(
    r"<!--(?:(?!-->).)*-->|<(script|style|pre)\b(?:(?!</\1).)*</\1\s*>|<[/!?A-Za-z][^<>]*>", re.DOTALL | re.IGNORECASE
)
_OPENERS = {"heading_open": "heading", "list_item_open": "list item", "blockquote_open": "quotation",
            "th_open": "table cell", "td_open": "table cell"}  # fmt: skip


def read_markdown(text: str, name: str) -> Extract:
    """One unit a block of text and a further one an image's alternative text, with the file's lines."""
    from markdown_it import MarkdownIt

    extract = Extract(name)
    front = _FRONT_MATTER.match(text)
    if front is not None:
        text = re.sub(r"[^\r\n]", "", front.group()) + text[front.end() :]
    around: list[str] = []
    for token in MarkdownIt("commonmark", {"maxNesting": 60}).enable("table").parse(text):
        line = token.map[0] + 1 if token.map else None
        if token.nesting > 0:
            around.append(_OPENERS.get(token.type, ""))
        elif token.nesting < 0 and around:
            around.pop()
        elif token.type == "inline":
            kind = next((word for word in reversed(around) if word), "paragraph")
            extract.add(_inline(token.children or ()), kind, line)
            for image in _images(token.children or ()):
                extract.add(image, "alternative text of an image", line)
        elif token.type == "html_block":
            bare = html.unescape(_TAG.sub("", token.content))
            for number, part in enumerate(bare.split("\n"), start=line or 1):
                extract.add(part, "HTML block", number)
    return extract


def _inline(children: Sequence[Token]) -> str:
    parts = []
    for child in children:
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak":
            parts.append("\n")
    return "".join(parts)


def _images(children: Sequence[Token]) -> list[str]:
    return [_inline(child.children or ()) for child in children if child.type == "image"]
