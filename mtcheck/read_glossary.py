"""Glossaries: TBX (ISO 30042, TBX-Basic, old MARTIF) and tables (TSV, CSV) to terms."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from mtcheck.data import Term
from mtcheck.errors import InputError
from mtcheck.languages import base_tag, is_known, normalise_tag
from mtcheck.read_bytes import ByteStream, decode_chunks
from mtcheck.read_events import Text, parse_events, xml_language
from mtcheck.read_rows import Lines, Wish, choose_languages
from mtcheck.read_tables import find_delimiter, table_rows

__all__ = ["Term", "read_glossary"]

_STATUS: Mapping[str, str] = {
    "preferred": "preferred", "approved": "preferred", "standardized": "preferred", "legal": "preferred",
    "regulated": "preferred", "mandatory": "preferred", "admitted": "admitted", "allowed": "admitted",
    "accepted": "admitted", "new": "admitted", "forbidden": "forbidden", "deprecated": "forbidden",
    "superseded": "forbidden", "obsolete": "forbidden", "prohibited": "forbidden", "banned": "forbidden",
    "not-recommended": "forbidden", "rejected": "forbidden", "do-not-translate": "keep", "dnt": "keep",
    "keep": "keep", "untranslatable": "keep",
}  # fmt: skip


def read_glossary(
    path: str,
    *,
    source_lang: str | None = None,
    target_lang: str | None = None,
    encoding: str | None = None,
) -> tuple[Term, ...]:
    """The terms of a glossary in the file's order, a source term once: its translations and what is forbidden for it.

    A table has the columns `source`, `target`, `status`, `forbidden`, `note` (or two language codes for the first two)
    in its first row, or no such row and two columns; several terms in a cell are parted by `|`. A status is one of
    preferred, admitted, forbidden, do-not-translate; a row without a target means that the source is kept as it is,
    one without a source that the target word is forbidden everywhere. In TBX the languages choose among several.

    Raises: InputError with `path:line` for a file that is no glossary, is unsafe XML, or leaves the languages open.
    """
    wish = (source_lang and normalise_tag(source_lang), target_lang and normalise_tag(target_lang))
    with ByteStream(path) as stream:
        _, chunks = decode_chunks(stream, encoding)
        head = next(chunks, "")
        if _looks_like_xml(head):
            rows = _tbx_rows(path, chain((head,), chunks), wish)
        else:
            rows = _table_terms(Lines(path, head, chunks), head, path, wish)
        terms = _merged(rows)
    if not terms:
        raise InputError(f"{path}: holds no term; expected rows of source and target, or TBX entries in two languages")
    return terms


def _looks_like_xml(head: str) -> bool:
    return re.match(r"\s*<(\?xml|!--|!DOCTYPE|martif|(\w+:)?tbx)\b", head) is not None or head.lstrip()[:4] == "<!--"


@dataclass(slots=True)
class _Row:
    """One source term as the file gives it."""

    line: int
    source: str
    targets: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)
    langs: Wish = (None, None)
    id: str | None = None
    note: str | None = None


def _merged(rows: Iterator[_Row]) -> tuple[Term, ...]:
    """Rows of one source term become one term; what any row forbids is not also a translation."""
    found: dict[tuple[str, Wish], _Row] = {}
    for row in rows:
        known = found.setdefault((row.source, row.langs), row)
        if known is not row or not row.source:
            known.targets += [text for text in row.targets if text not in known.targets]
            known.forbidden += [text for text in row.forbidden if text not in known.forbidden]
            known.note = known.note or row.note
    return tuple(
        Term(
            source=row.source,
            targets=tuple(dict.fromkeys(text for text in row.targets if text not in row.forbidden)),
            forbidden=tuple(dict.fromkeys(row.forbidden)),
            source_lang=row.langs[0],
            target_lang=row.langs[1],
            line=row.line,
            id=row.id,
            note=row.note,
        )
        for row in found.values()
    )


# Tables

_ROLES: Mapping[str, tuple[str, ...]] = {
    "source": ("source", "src", "source_term", "term", "original", "source_text"),
    "target": ("target", "tgt", "target_term", "translation", "target_text", "tgt_term"),
    "forbidden": ("forbidden", "forbidden_terms", "not", "avoid", "deprecated"),
    "status": ("status", "usage", "usage_status", "administrative_status", "term_status", "type"),
    "note": ("note", "notes", "comment", "definition", "description"),
    "id": ("id", "term_id", "concept_id", "entry_id"),
}  # fmt: skip
_ROLE = {name: role for role, names in _ROLES.items() for name in names}


def _table_terms(lines: Lines, head: str, path: str, wish: Wish) -> Iterator[_Row]:
    first = next((line for line in head.splitlines() if line.strip()), "")
    delimiter = "\t" if "\t" in first else find_delimiter(first)
    columns: dict[str, int] | None = None
    langs: Wish = wish
    n_columns = 0
    for number, cells in table_rows(lines, delimiter):
        texts = [cell.text.strip() for cell in cells]
        if not any(texts):
            continue
        if columns is None:
            columns, langs, is_header = _columns(texts, wish, f"{path}:{number}")
            n_columns = len(texts)
            if is_header:
                continue
        if len(texts) > n_columns or len(texts) <= max(columns.get(role, 0) for role in ("source", "target")):
            raise InputError(f"{path}:{number}: expected {n_columns} columns, found {len(texts)} ({texts[0][:24]!r})")
        yield _table_row(number, texts, columns, langs, f"{path}:{number}")


def _columns(texts: Sequence[str], wish: Wish, place: str) -> tuple[dict[str, int], Wish, bool]:
    """Which column holds what, the languages, and whether the row was a header."""
    names = [re.sub(r"[\s\-.]+", "_", text.lower().lstrip("\ufeff")) for text in texts]
    roles: dict[str, int] = {}
    for position, name in enumerate(names):
        if (role := _ROLE.get(name)) is not None:
            roles.setdefault(role, position)
    if ("target" in roles and ("source" in roles or "status" in roles)) or {"source", "forbidden"} <= roles.keys():
        return roles, wish, True
    tags = [(i, normalise_tag(n)) for i, n in enumerate(names) if n not in _ROLE and 2 <= len(n) <= 8 and is_known(n)]
    if len(tags) >= 2 and len(tags) + len(roles) == len(names):
        chosen = choose_languages(tags, wish)
        if chosen is None:
            found = ", ".join(tag for _, tag in tags)
            raise InputError(f"{place}: a glossary of several languages ({found}); say which two are source and target")
        (source, source_lang), (target, target_lang) = chosen
        return {**roles, "source": source, "target": target}, (source_lang, target_lang), True
    if len(texts) > 2:
        raise InputError(
            f"{place}: {len(texts)} columns and no header; expected two columns (source, target), or a first row that "
            "names them: source, target, status, forbidden, note"
        )
    return {"source": 0, "target": 1} if len(texts) == 2 else {"source": 0}, wish, False


def _table_row(number: int, texts: Sequence[str], columns: Mapping[str, int], langs: Wish, place: str) -> _Row:
    def cell(role: str) -> str:
        position = columns.get(role)
        return texts[position] if position is not None and position < len(texts) else ""

    source, targets = cell("source"), _several(cell("target"))
    row = _Row(number, source, forbidden=_several(cell("forbidden")), langs=langs, id=cell("id") or None)
    row.note = cell("note") or None
    status = _table_status(cell("status"), place)
    if status == "forbidden" or not source:
        row.forbidden += targets
    elif status == "keep" or not (targets or row.forbidden):
        row.targets = [source]
    else:
        row.targets = targets
    if not row.targets and not row.forbidden:
        raise InputError(f"{place}: a row without a term; expected a source, a target, or both")
    return row


def _several(cell: str) -> list[str]:
    return [text for part in cell.split("|") if (text := part.strip())]


def _table_status(text: str, place: str) -> str:
    """The status that a cell names; parts of speech and the like, which share the column `type`, say nothing."""
    if not text:
        return ""
    status = _status(text)
    if status is None and re.fullmatch(r"(?i)noun|verb|adjective|adverb|phrase|term|acronym|abbreviation", text):
        return ""
    if status is None:
        raise InputError(
            f"{place}: status {text[:32]!r} is not known; expected preferred, admitted, forbidden or do-not-translate"
        )
    return status


def _status(text: str) -> str | None:
    """`deprecatedTerm-admn-sts`, `Not recommended` and the like to preferred, admitted, forbidden or keep."""
    name = re.sub(r"[\s_]+", "-", text.strip().lower())
    return _STATUS.get(re.sub(r"term(-admn-sts)?$|-?usage$", "", name).rstrip("-"))


# TBX

_ENTRIES = frozenset({"termEntry", "conceptEntry"})
_LANGUAGES = frozenset({"langSet", "langSec"})
_STATUS_TYPES = frozenset({"administrativeStatus", "normativeAuthorization", "usageStatus", "status"})


@dataclass(slots=True)
class _TbxTerm:
    text: str
    lang: str
    line: int
    status: str | None = None


def _tbx_rows(path: str, chunks: Iterator[str], wish: Wish) -> Iterator[_Row]:
    return parse_events(path, chunks, _Tbx(path, wish), "TBX")


class _Tbx:
    """Concept entries of TBX: language sections, terms, and their status, in the DCA style and the DCT style."""

    def __init__(self, name: str, wish: Wish) -> None:
        self.name = name
        self.ready: deque[_Row] = deque()
        self._source, self._target = wish
        self._terms: list[_TbxTerm] = []
        self._id: str | None = None
        self._definition: str | None = None
        self._lang: str | None = None
        self._text: Text | None = None
        self._role = ""
        self._depth = 0  # of elements inside the one whose text is taken
        self._line = 0
        self._is_tbx = False
        self._seen: set[str] = set()

    def open(self, name: str, attributes: dict[str, str], place: int, line: int) -> None:
        local = name.rpartition(":")[2]
        if self._text is not None:
            self._depth += 1
        elif local in ("martif", "tbx"):
            self._is_tbx = True
        elif local in _ENTRIES:
            self._terms, self._id, self._definition = [], attributes.get("id") or attributes.get("xml:id"), None
        elif local in _LANGUAGES:
            tag = attributes.get("xml:lang") or attributes.get("lang") or ""
            self._lang = xml_language(tag, self.name, line) if is_known(tag) else tag or None
        elif local == "term" and self._lang:
            self._start("term", line)
        elif local in _STATUS_TYPES or (local == "termNote" and attributes.get("type") in _STATUS_TYPES):
            self._start("status", line)
        elif local == "definition" or (local == "descrip" and attributes.get("type") == "definition"):
            self._start("definition", line)

    def _start(self, role: str, line: int) -> None:
        self._role, self._text, self._depth, self._line = role, Text(), 0, line

    def characters(self, data: str, place: int, literal: bool) -> None:
        if self._text is not None:
            self._text.add(data, place, literal, self.name)

    def close(self, name: str, place: int) -> None:
        if self._text is not None and self._depth:
            self._depth -= 1
        elif self._text is not None:
            self._take(" ".join(self._text.ended(place).text.split()))
            self._text = None
        elif name.rpartition(":")[2] in _ENTRIES:
            self._end_entry()

    def _take(self, text: str) -> None:
        if self._role == "term" and text and self._lang:
            self._terms.append(_TbxTerm(text, self._lang, self._line))
        elif self._role == "status" and self._terms:
            self._terms[-1].status = _status(text) or self._terms[-1].status
        elif self._role == "definition" and text:
            self._definition = self._definition or text

    def _end_entry(self) -> None:
        langs = list(dict.fromkeys(term.lang for term in self._terms))
        self._seen.update(langs)
        if self._source is None or self._target is None:
            self._choose(langs)
        sources, targets = self._of(self._source, langs), self._of(self._target, langs)
        wanted = [term.text for term in sorted(targets, key=_rank) if term.status != "forbidden"]
        forbidden = [term.text for term in targets if term.status == "forbidden"]
        if not wanted and not forbidden:
            return
        for term in sources:
            langs_now = (self._source, self._target)
            row = _Row(term.line, term.text, list(wanted), list(forbidden), langs_now, self._id, self._definition)
            self.ready.append(row)

    def _choose(self, langs: list[str]) -> None:
        known = self._source or self._target
        others = [lang for lang in langs if known is None or base_tag(lang) != base_tag(known)]
        if len(others) + (known is not None) < 2:
            return
        if len(others) + (known is not None) > 2:
            raise InputError(
                f"{self.name}:{self._terms[0].line}: a glossary of several languages ({', '.join(sorted(langs))}); "
                "say which two are source and target"
            )
        if known is None:
            self._source, self._target = others
        elif self._source is None:
            self._source = others[0]
        else:
            self._target = others[0]

    def _of(self, lang: str | None, langs: list[str]) -> list[_TbxTerm]:
        """The terms in a language, or in its varieties where the entry has not the very one."""
        if lang is None:
            return []
        exact = lang in langs
        return [t for t in self._terms if t.lang == lang or (not exact and base_tag(t.lang) == base_tag(lang))]

    def finish(self) -> None:
        if not self._is_tbx:
            raise InputError(f"{self.name}: no TBX: the root element is neither <tbx> nor <martif>")
        if not self._seen:
            raise InputError(f"{self.name}: holds no term entry; expected termEntry or conceptEntry elements")


def _rank(term: _TbxTerm) -> int:
    return {"preferred": 0, None: 1, "admitted": 2}.get(term.status, 3)
