"""TMX 1.4b as a stream of pairs: which two of a memory's languages, inline codes left out."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from mtcheck.errors import InputError
from mtcheck.languages import base_tag
from mtcheck.read_events import Text, parse_events, xml_language
from mtcheck.read_rows import Anchor, Cell, RawPair, Skipped, Wish

#: Inline elements whose content is native code, not text.
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})


def read_tmx(name: str, chunks: Iterator[str], wish: Wish, skipped: Skipped) -> Iterator[RawPair]:
    """The pairs of a translation memory. Without a wish the header's source language and the only other one are taken.

    Raises: InputError for XML that is broken or unsafe, and for a choice among languages that is left open.
    """
    return parse_events(name, chunks, _Tmx(name, wish, skipped), "TMX")


class _Tmx:
    """Translation units: `tuv` elements by language."""

    def __init__(self, name: str, wish: Wish, skipped: Skipped) -> None:
        self.name = name
        self.ready: deque[RawPair] = deque()
        self._skipped = skipped
        self._source, self._target = wish
        self._unit: dict[str, tuple[Cell, int]] | None = None  # by language: the text, and the place of its <seg>
        self._unit_id: str | None = None
        self._unit_line = self._unit_place = 0
        self._lang: str | None = None
        self._segment: Text | None = None
        self._segment_place = 0
        self._note: Text | None = None
        self._notes: list[str] = []
        self._code_depth = 0
        self._languages: set[str] = set()
        self._n_pairs = 0
        self._is_tmx = False

    def open(self, name: str, attributes: dict[str, str], place: int, line: int) -> None:
        if self._segment is not None:
            self._segment.reached(place)
        if name == "tmx":
            self._is_tmx = True
        elif name == "header":
            self._read_header(attributes)
        elif name == "tu":
            self._unit, self._unit_id = {}, attributes.get("tuid")
            self._unit_line, self._unit_place, self._notes = line, place, []
        elif name == "tuv":
            tag = attributes.get("xml:lang") or attributes.get("lang") or ""
            self._lang = xml_language(tag, self.name, line)
        elif name == "seg" and self._unit is not None:
            self._segment, self._segment_place, self._code_depth = Text(), place, 0
        elif name == "note" and self._unit is not None:
            self._note = Text()
        elif name in _CODES:
            self._code_depth += 1

    def characters(self, data: str, place: int, literal: bool) -> None:
        if self._segment is not None:
            if not self._code_depth:
                self._segment.add(data, place, literal, self.name)
        elif self._note is not None:
            self._note.add(data, place, literal, self.name)

    def close(self, name: str, place: int) -> None:
        if name in _CODES:
            self._code_depth -= 1
        elif name == "seg" and self._segment is not None and self._unit is not None and self._lang:
            self._unit.setdefault(self._lang, (self._segment.ended(place), self._segment_place))
            self._segment = None
        elif name == "note" and self._note is not None:
            self._notes.append(" ".join(self._note.ended(place).text.split()))
            self._note = None
        elif name == "tu" and self._unit is not None:
            self._end_unit(self._unit)
            self._unit = None

    def _read_header(self, attributes: dict[str, str]) -> None:
        tag = attributes.get("srclang", "*all*")
        if self._source is None and tag != "*all*":
            source = xml_language(tag, self.name, 1)
            if self._target is None or source != self._target:
                self._source = source

    def _end_unit(self, unit: dict[str, tuple[Cell, int]]) -> None:
        self._languages.update(unit)
        if self._source is None or self._target is None:
            self._choose(unit)
        source, target = self._find(unit, self._source), self._find(unit, self._target)
        if source is None or target is None:
            self._skipped.add("not in both languages")
            return
        self.ready.append(
            RawPair(
                index=self._n_pairs,
                source=source[0].text,
                target=target[0].text,
                source_start=source[0].start,
                target_start=target[0].start,
                line=self._unit_line,
                source_offsets=source[0].offsets,
                target_offsets=target[0].offsets,
                source_lang=self._source,
                target_lang=self._target,
                id=self._unit_id,
                notes=tuple(self._notes),
                anchor=Anchor(self._unit_place, target[1]),
            )
        )
        self._n_pairs += 1

    def _find(self, unit: dict[str, tuple[Cell, int]], tag: str | None) -> tuple[Cell, int] | None:
        """The side in a language, or in the only variety of it that the unit has."""
        if tag is None or tag in unit:
            return unit.get(tag or "")
        near = [lang for lang in unit if base_tag(lang) == base_tag(tag)]
        return unit[near[0]] if len(near) == 1 else None

    def _choose(self, unit: dict[str, tuple[Cell, int]]) -> None:
        known = self._source or self._target
        others = [lang for lang in unit if known is None or base_tag(lang) != base_tag(known)]
        if len(others) + (known is not None) < 2:
            return  # a unit of one language says nothing
        if len(others) + (known is not None) > 2:
            found = ", ".join(sorted(unit))
            raise InputError(
                f"{self.name}:{self._unit_line}: a memory of several languages ({found}); "
                "say which two with --source-lang and --target-lang"
            )
        if known is None:
            self._source, self._target = others
        elif self._source is None:
            self._source = others[0]
        else:
            self._target = others[0]

    def finish(self) -> None:
        if not self._is_tmx:
            raise InputError(f"{self.name}: no TMX: the root element is not <tmx>; expected TMX 1.4")
        if not self._n_pairs and self._languages:
            found = ", ".join(sorted(self._languages))
            raise InputError(
                f"{self.name}: no unit in both {self._source or 'a source'} and {self._target or 'a target language'}; "
                f"the memory has {found}"
            )
