"""HTML pages: the article's text, block by block, with the alternative texts and captions of its pictures.

lxml parses the page and knows the lines; resiliparse tells the lines of the article from those of menus, teasers and
footers. Of what it keeps, what lies in the element with the running text is kept here, with the title before it and the
lists and tables in it. The blocks are the page's own: no text is ever altered by the extraction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mtcheck.errors import ConfigError, InputError
from mtcheck.read_extract import Extract

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "hr", "html", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul",
})  # fmt: skip
_NO_TEXT = frozenset({
    "script", "style", "template", "noscript", "head", "svg", "math", "iframe", "object", "canvas", "select",
    "textarea", "button",
})  # fmt: skip
#: Not `form`: some servers put the whole page into one.
_MENUS = frozenset({"nav", "aside", "footer", "menu", "dialog"})
_NAMES = {"li": "list item", "td": "table cell", "th": "table cell", "figcaption": "caption", "caption": "caption",
          "dt": "term", "dd": "definition", "blockquote": "quotation", "summary": "summary"}  # fmt: skip
_SPACES = re.compile(r"[ \t\n\r\f]+")
_ALT = "alternative text of an image"
_DECLARATION = re.compile(r"\A\ufeff?\s*<\?xml[^>]*\?>")
#: What a page can nest before the parser gives up; beyond it text would silently be lost.
_TOO_DEEP = re.compile(r"depth", re.IGNORECASE)
_ITEMS = frozenset({"li", "td", "th", "dt", "dd"})
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
#: A block of so many letters is running text, not a label.
_RUNNING = 80
#: How many elements around a block its text counts for.
_NEAR = 4
#: The share of the running text around it that an article's element has to hold. On 23 saved pages of news sites from
#: 0.5 to 0.7 the same articles are found; below that pages whose articles are in parts lose some.
_MOST = 0.55
#: Blocks between the title and the article: a standfirst, a picture, the author; more of them are something else.
_MAX_LEAD = 12
#: Readers' comments, by the names that sites give to their elements.
_COMMENTS = re.compile(r"comment|coment(?:ari|s\b)|kommentar|disqus|commenti", re.IGNORECASE)
#: Letters from which on a block may be found inside a longer line of the article rather than as one of its lines.
_LONG = 40


@dataclass(frozen=True, slots=True)
class _Block:
    text: str
    tag: str
    line: int
    alt: bool = False
    menu: bool = False  # inside navigation or the like, or mostly made of links
    path: tuple[int, ...] = ()  # the elements around it, by number, the root first


def read_html(text: str, name: str) -> tuple[Extract, tuple[str, ...]]:
    """The article's blocks with their lines, and what is to be said about the extraction.

    Raises: InputError for a page without text or nested beyond reason; ConfigError where the extra is not installed.
    """
    blocks = list(_blocks(_tree(text, name)))
    kept = _article(text, blocks)
    notes: tuple[str, ...] = ()
    if not any(not block.alt for block in kept):
        kept, notes = blocks, ("no article was told apart on this page: menus and the like are read as text, too",)
    extract = Extract(name)
    for block in kept:
        what = _ALT if block.alt else _NAMES.get(block.tag, "heading" if re.match(r"h\d", block.tag) else "paragraph")
        extract.add(block.text, what, block.line)
    return extract, notes


def _tree(text: str, name: str) -> Any:
    try:
        from lxml import etree
        from lxml import html as parser
    except ImportError as fault:
        raise _missing(name) from fault
    text = _DECLARATION.sub(lambda found: re.sub(r"[^\r\n]", " ", found.group()), text)
    reader = parser.HTMLParser(huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        tree = parser.document_fromstring(text, parser=reader)
    except (etree.LxmlError, ValueError, AssertionError) as fault:
        raise InputError(f"{name}: no HTML that can be read ({fault}); expected a page with text") from fault
    for entry in reader.error_log:
        if _TOO_DEEP.search(entry.message):
            raise InputError(
                f"{name}:{entry.line}: elements nested too deeply ({entry.message.strip()}); expected a page"
            )
    return tree


def _missing(name: str) -> ConfigError:
    return ConfigError(f"{name}: reading HTML needs an extra: pip install 'mtcheck[html]', or pass the page's text")


def _blocks(tree: Any) -> Iterator[_Block]:
    """The page's text by blocks, in order; a line break in a block ends a line."""
    walk = _Walk()
    for event, element in _events(tree):
        if event == "start":
            walk.start(element)
        else:
            walk.end(element)
        yield from walk.ready
        walk.ready.clear()
    walk.flush()
    yield from walk.ready


class _Walk:
    """The block that is being put together; finished ones wait in `ready`."""

    def __init__(self) -> None:
        self.ready: list[_Block] = []
        self._parts: list[str] = []
        self._alts: list[_Block] = []
        self._tag, self._line = "body", 1
        self._hidden = self._menus = self._links = 0  # how many such elements are open
        self._n_linked = 0
        self._path: list[int] = []
        self._n_elements = 0

    def start(self, element: Any) -> None:
        name = element.tag if isinstance(element.tag, str) else "#"
        if _is_hidden(name, element):
            self._hidden += 1
        if self._hidden:
            return
        if name in _BLOCKS:
            self.flush()
            self._n_elements += 1
            self._path.append(self._n_elements)
            self._tag, self._line = name, element.sourceline or 1
        elif name == "br":
            self._parts.append("\n")
        elif name == "img" and (alt := collapsed(element.get("alt") or "")):
            self._alts.append(_Block(alt, "img", element.sourceline or 1, alt=True, path=tuple(self._path)))
        self._menus += _is_menu(name, element)
        self._links += name == "a"
        self._take(element.text)

    def end(self, element: Any) -> None:
        name = element.tag if isinstance(element.tag, str) else "#"
        if self._hidden:
            self._hidden -= _is_hidden(name, element)
        else:
            if name in _BLOCKS:
                self.flush()
                self._path.pop()
                parent = element.getparent()
                if parent is not None:
                    self._tag = parent.tag
            self._menus -= _is_menu(name, element)
            self._links -= name == "a"
        if not self._hidden:
            self._take(element.tail)

    def _take(self, text: str | None) -> None:
        """Line ends in the page's source are white space like any other."""
        if text:
            self._parts.append(_SPACES.sub(" ", text))
            if self._links:
                self._n_linked += len(text)

    def flush(self) -> None:
        """End the block."""
        text = "\n".join(collapsed(piece) for piece in "".join(self._parts).split("\n")).strip("\n")
        if text:
            menu = self._menus > 0 or self._n_linked > len(text) / 2
            self.ready.append(_Block(text, self._tag, self._line, menu=menu, path=tuple(self._path)))
        self.ready += self._alts
        self._parts, self._alts, self._n_linked = [], [], 0


def _is_menu(name: str, element: Any) -> bool:
    if name in _MENUS:
        return True
    names = f"{element.get('id') or ''} {element.get('class') or ''}"
    return name in ("div", "section", "ul", "ol") and _COMMENTS.search(names) is not None


def _is_hidden(name: str, element: Any) -> bool:
    if name in _NO_TEXT or name == "#" or element.get("hidden") is not None:
        return True
    return "display:none" in (element.get("style") or "").replace(" ", "").lower()


def _events(tree: Any) -> Iterator[tuple[str, Any]]:
    """Start and end of every element in document order, without recursion."""
    from lxml import etree

    yield from etree.iterwalk(tree, events=("start", "end"))


def _article(text: str, blocks: list[_Block]) -> list[_Block]:
    """The blocks that belong to the article; an image's alternative text belongs where its neighbours do."""
    try:
        from resiliparse.extract.html2text import extract_plain_text
    except ImportError as fault:
        raise _missing("HTML") from fault
    found = extract_plain_text(text, main_content=True, alt_texts=True, list_bullets=False, preserve_formatting=True)
    lines = {_squeeze(part) for line in found.splitlines() for part in (line, *line.split("\t"))} - {""}
    whole = _squeeze(found)
    found_here = [_is_among(block, lines, whole) for block in blocks]
    root = _root([block for block, is_found in zip(blocks, found_here, strict=True) if is_found and not block.menu])
    if root is None:
        return [block for block, is_found in zip(blocks, found_here, strict=True) if is_found]
    inside = [root in block.path for block in blocks]
    first = inside.index(True)
    title = max((i for i in range(first) if blocks[i].tag == "h1" and not blocks[i].menu), default=first)
    lead = [i for i in range(title + 1, first) if found_here[i] and not blocks[i].menu]
    chosen = {title, *(lead if len(lead) <= _MAX_LEAD else ())}
    chosen |= {
        i
        for i, block in enumerate(blocks)
        if inside[i] and (found_here[i] or (block.tag in _ITEMS and not block.menu and not block.alt))
    }
    return [blocks[i] for i in sorted(chosen)]


def _root(blocks: list[_Block]) -> int | None:
    """The element that holds the article: the one with the most running text in it, near it counting more than far.

    Where an element around it holds much more, the article is in parts, and that one is taken.
    """
    scores: dict[int, float] = {}
    held: dict[int, int] = {}
    above: dict[int, int] = {}
    for block in blocks:
        size = _weight(block.text)
        if block.alt or size < _RUNNING:
            continue
        path = block.path[:-1] if block.tag == "p" else block.path
        above.update(zip(path[1:], path, strict=False))
        for distance, element in enumerate(reversed(path)):
            held[element] = held.get(element, 0) + size
            if distance < _NEAR:
                scores[element] = scores.get(element, 0) + size / 2**distance
    if not scores:
        return None
    root = element = max(scores, key=lambda element: scores[element])
    while element in above:
        element = above[element]
        if held[root] < _MOST * held[element]:
            root = element
    return root


def _weight(text: str) -> int:
    """The length in letters, a Han, kana or Hangul character counting as the three letters that it stands for."""
    return len(text) + 2 * len(_DENSE.findall(text))


def _is_among(block: _Block, lines: set[str], whole: str) -> bool:
    parts = [squeezed for part in block.text.split("\n") if (squeezed := _squeeze(part))]
    return all(part in lines or (len(part) >= _LONG and part in whole) for part in parts)


def collapsed(text: str) -> str:
    """The text with runs of white space made one space, as a browser shows it; no-break spaces are none of it.

    >>> collapsed(" 3\\u00a0million \\n euros ")
    '3\\xa0million euros'
    """
    return _SPACES.sub(" ", text).strip(" ")


def _squeeze(text: str) -> str:
    """The text without white space: two extractors never agree on that."""
    return "".join(text.split())
