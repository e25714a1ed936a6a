"""Findings written back: where they stand, that the rest stays byte for byte, and that a second run replaces them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import babel.messages.pofile
import polib
import pytest
from format_samples import XLIFF2_PREFIXED
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mtcheck.annotate import _OWN, annotated
from mtcheck.config import Config
from mtcheck.data import Flag, SegmentResult, Severity, Side, VerdictLabel
from mtcheck.errors import ConfigError, InputError
from mtcheck.read import RawPair, iter_pairs

FORMATS = Path(__file__).parent / "formats"
ITS = "{http://www.w3.org/2005/11/its}"

XLIFF1 = """<?xml version="1.0" encoding="UTF-8"?>\r
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0">\r
<file source-language="ru" target-language="en" original="a" datatype="x"><body>\r
<trans-unit id="1"><source>Старый дом.</source><target state="translated">The <g id="1">old</g> old house.</target>\r
</trans-unit>\r
<trans-unit id="2"><source>Дом. Город.</source><seg-source><mrk mtype="seg" mid="7">Дом.</mrk> <mrk mtype="seg"
 mid="8">Город.</mrk></seg-source><target><mrk mtype="seg" mid="7">House &amp; home.</mrk> <mrk mtype="seg"
 mid="8">Town.</mrk></target>
<sdl:seg-defs><sdl:seg id="7" conf="Draft"/><sdl:seg id="8" conf="Translated"/></sdl:seg-defs>
</trans-unit><trans-unit id="3"><source>Да.</source></trans-unit></body></file></xliff>
"""
TMX = (FORMATS / "toolkit.tmx").read_text("utf-8")
PO = r"""# Header
msgid ""
msgstr ""
"Language: en\n"

# Keep it short.
#: a.c:1
msgid "Старый дом."
msgstr "The \"old\" old "
"house."

#, c-format
msgid "%d дом"
msgid_plural "%d домов"
msgstr[0] "%d house"
msgstr[1] "%d houses"

#, fuzzy
msgid "a"
msgstr "b"
"""
SAMPLES = [
    ("a.xlf", XLIFF1),
    ("b.xlf", XLIFF2_PREFIXED),
    ("a.tmx", TMX),
    ("a.po", PO),
    ("crlf.po", PO.replace("\n", "\r\n")),
]


def record_of(pair: RawPair, flags: tuple[Flag, ...] = ()) -> SegmentResult:
    return SegmentResult(
        index=pair.index,
        source=pair.source,
        target=pair.target,
        source_span=None,
        target_span=None,
        source_line=pair.line,
        target_line=pair.line,
        bead=((pair.index,), (pair.index,)),
        adequacy=50.0,
        fluency=None,
        quality=50.0,
        verdict=VerdictLabel.CHECK,
        similarity=None,
        alignment_confidence=None,
        flags=flags,
    )


def flag_at(pair: RawPair, start: int, end: int, side: Side = Side.TARGET, message: str = 'Is it <so> & "so"?') -> Flag:
    """A flag on code points of a side, with the file's offsets, as the scorer places it."""
    text, base, offsets = (
        (pair.target, pair.target_start, pair.target_offsets)
        if side is Side.TARGET
        else (pair.source, pair.source_start, pair.source_offsets)
    )
    places = offsets or range(base, base + len(text) + 1)
    return Flag(
        rule="REP001",
        name="repeated-words",
        category="fluency/grammar",
        severity=Severity.MAJOR,
        side=side,
        start=places[start],
        end=places[end],
        text=text[start:end],
        message=message,
    )


def flagged(path: Path) -> list[SegmentResult]:
    """A record a pair; every second has a flag on its first word and one on the source's last letters."""
    records = []
    for pair in iter_pairs(str(path), source_lang="ru", target_lang="en"):
        flags: tuple[Flag, ...] = ()
        if pair.index % 2 == 0:
            n_source = len(pair.source)
            flags = (flag_at(pair, 0, 3), flag_at(pair, n_source - 2, n_source, Side.SOURCE))
        records.append(record_of(pair, flags))
    return records


CONFIG = Config(source_lang="ru", target_lang="en")


def write(path: Path, records: list[SegmentResult], out: str = "out", **options: Any) -> bytes:
    target = path.with_name(f"{out}-{path.name}")
    assert list(annotated(records, str(path), str(target), CONFIG, **options)) == records
    return target.read_bytes()


@pytest.mark.parametrize(("name", "text"), SAMPLES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be-bom"])
def test_the_file_is_the_same_but_for_the_findings(tmp_path: Path, name: str, text: str, encoding: str) -> None:
    path = tmp_path / name
    text = text.replace('encoding="UTF-8"', "")
    if encoding == "utf-16-be-bom":
        data, encoding = b"\xfe\xff" + text.encode("utf-16-be"), "utf-16"
    else:
        data = text.encode(encoding)
    path.write_bytes(data)
    written = write(path, flagged(path))
    assert written != data
    assert written[:2] == data[:2]
    kind = "po" if name.endswith("po") else name[-3:].replace("xlf", "xliff")
    assert _OWN[kind].sub("", written.decode(encoding)) == data.decode(encoding)
    # Read again, the pairs are the same; annotated again, so is the file.
    again = tmp_path / f"out-{name}"
    for before, after in zip(iter_pairs(str(path)), iter_pairs(str(again)), strict=True):
        assert (before.source, before.target, before.id, before.state) == (
            after.source,
            after.target,
            after.id,
            after.state,
        )
    assert write(again, flagged(again), "twice") == written
    # Without a finding left, the first file is back.
    assert write(again, [record_of(pair) for pair in iter_pairs(str(again))], "clean") == data


def test_xliff_1_2_has_its_standoff_issues(tmp_path: Path) -> None:
    (tmp_path / "a.xlf").write_bytes(XLIFF1.encode())
    root = ElementTree.fromstring(write(tmp_path / "a.xlf", flagged(tmp_path / "a.xlf")))
    xliff = "{urn:oasis:names:tc:xliff:document:1.2}"
    first, second, third = root.iter(f"{xliff}trans-unit")
    (issues,) = first.findall(f"{ITS}locQualityIssues")
    assert first[-1] is issues
    target = first.find(f"{xliff}target")
    assert target is not None
    assert target.get(f"{ITS}locQualityIssuesRef") == "#" + str(issues.get("{http://www.w3.org/XML/1998/namespace}id"))
    assert [issue.attrib for issue in issues] == [
        {
            "locQualityIssueType": "grammar",
            "locQualityIssueSeverity": "20",
            "locQualityIssueComment": f'REP001 repeated-words (major), {side} “{text}”: Is it <so> & "so"?',
        }
        for side, text in (("target", "The"), ("source", "м."))
    ]
    marks = [mark for mark in second.iter(f"{xliff}mrk") if mark.get(f"{ITS}locQualityIssuesRef")]
    assert [mark.get("mid") for mark in marks] == ["8"]
    assert third.find(f"{ITS}locQualityIssues") is None


def test_xliff_2_marks_the_very_words(tmp_path: Path) -> None:
    path = tmp_path / "b.xlf"
    path.write_text(XLIFF2_PREFIXED, "utf-8")
    pairs = list(iter_pairs(str(path)))
    assert [pair.target for pair in pairs] == ["The old\nold house & more.", "Town.", "Yes & no."]
    start = pairs[0].target.index("old\nold")
    flags = (flag_at(pairs[0], start, start + 7), flag_at(pairs[0], start + 14, start + 15))
    records = [record_of(pairs[0], flags), record_of(pairs[1]), record_of(pairs[2], (flag_at(pairs[2], 0, 3),))]
    text = write(path, records).decode()
    root = ElementTree.fromstring(text)
    core = "{urn:oasis:names:tc:xliff:document:2.0}"
    starts = {mark.get("id"): mark for mark in root.iter(f"{core}sm")}
    assert [mark.get(f"{ITS}locQualityIssueType") for mark in starts.values()] == ["grammar", "grammar"]
    assert [mark.get("startRef") for mark in root.iter(f"{core}em")] == list(starts)
    assert (
        'id="1">old<x:em startRef="mtcheck-1"/></x:pc>' in text or '"1">old</x:pc><x:em startRef="mtcheck-1"/>' in text
    )
    assert '/>&amp;<x:em startRef="mtcheck-2"/> more' in text
    # A CDATA section has no room for markers.
    assert "<![CDATA[Yes & no.]]>" in text


def test_tmx_properties_stand_before_the_segment(tmp_path: Path) -> None:
    (tmp_path / "a.tmx").write_text(TMX, "utf-8")
    root = ElementTree.fromstring(write(tmp_path / "a.tmx", flagged(tmp_path / "a.tmx")))
    props = [[child.tag for child in tuv] for tuv in root.iter("tuv")]
    assert props == [["seg"], ["prop", "prop", "seg"], ["seg"], ["seg"], ["seg"], ["prop", "prop", "seg"]]


def test_po_comments_are_a_translators(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_text(PO, "utf-8")
    text = write(tmp_path / "a.po", flagged(tmp_path / "a.po")).decode()
    entries = {entry.msgid: entry for entry in polib.pofile(text)}
    assert entries["Старый дом."].tcomment.splitlines() == [
        'mtcheck REP001 repeated-words (major), target “The”: Is it <so> & "so"?',
        'mtcheck REP001 repeated-words (major), source “м.”: Is it <so> & "so"?',
        "Keep it short.",
    ]
    assert entries["a"].tcomment == ""
    assert len(babel.messages.pofile.read_po(text.encode().splitlines(keepends=True))) == 3


def test_a_bad_pair_without_a_flag_is_said_too(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text(TMX, "utf-8")
    records = [record_of(pair) for pair in iter_pairs(str(path))]
    records[1] = replace(records[1], verdict=VerdictLabel.BAD, quality=7.2, notes=("nothing matches",))
    assert '<prop type="x-mtcheck">low quality 7 of 100: nothing matches</prop><seg>' in write(path, records).decode()


def test_many_findings_on_a_unit_are_cut_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text(TMX, "utf-8")
    pairs = list(iter_pairs(str(path)))
    message = '"<&>"' * 200
    flags = tuple(flag_at(pairs[0], i, i + 1, message=message) for i in range(30))
    written = write(path, [record_of(pair, flags if pair.index == 0 else ()) for pair in pairs]).decode()
    assert written.count('<prop type="x-mtcheck">') == 21
    assert "10 more findings on this unit" in written
    again = tmp_path / "out-a.tmx"
    assert write(again, [record_of(pair) for pair in iter_pairs(str(again))], "clean") == path.read_bytes()


def test_letters_that_the_encoding_lacks(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_bytes(TMX.replace("UTF-8", "windows-1251", 1).encode("windows-1251"))
    pairs = list(iter_pairs(str(path)))
    written = write(path, [record_of(p, (flag_at(p, 0, 2, message="中"),) if p.index == 0 else ()) for p in pairs])
    assert b"&#20013;</prop>" in written
    path = tmp_path / "a.po"
    path.write_bytes(PO.replace('en\\n"', 'en\\n"\n"Content-Type: text/plain; charset=koi8-r\\n"').encode("koi8-r"))
    pairs = list(iter_pairs(str(path)))
    written = write(path, [record_of(p, (flag_at(p, 0, 2, message="中"),) if p.index == 0 else ()) for p in pairs])
    assert b": \\u4e2d\n" in written


def test_nothing_is_left_behind_where_it_cannot_be_done(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text(TMX, "utf-8")
    out = tmp_path / "out.tmx"

    def broken() -> Iterator[SegmentResult]:
        yield from flagged(path)[:1]
        raise InputError("a.tmx:9: broken")

    with pytest.raises(InputError, match="broken"):
        list(annotated(broken(), str(path), str(out), CONFIG))
    with pytest.raises(InputError, match="cannot be written"):
        list(annotated(flagged(path), str(path), str(tmp_path / "no" / "out.tmx"), CONFIG))
    with pytest.raises(InputError, match="has changed"):
        list(annotated([*flagged(path), *flagged(path)], str(path), str(out), CONFIG))
    (tmp_path / "a.tsv").write_text("a\tb\n", "utf-8")
    with pytest.raises(ConfigError, match="no place for findings"):
        list(annotated([], str(tmp_path / "a.tsv"), str(out), CONFIG))
    with pytest.raises(ConfigError, match="stdin"):
        list(annotated([], "-", str(out), CONFIG))
    assert sorted(item.name for item in tmp_path.iterdir()) == ["a.tmx", "a.tsv"]


def test_many_units_across_the_pieces_of_a_stream(tmp_path: Path) -> None:
    rng = random.Random(5)
    units = "".join(
        f'<tu tuid="{i}"><tuv xml:lang="ru"><seg>{"Дом стоит. " * rng.randint(1, 30)}</seg></tuv>\n'
        f'<tuv xml:lang="en"><seg>The house &amp; {"stands. " * rng.randint(1, 30)}</seg></tuv></tu>\r\n'
        for i in range(3000)
    )
    path = tmp_path / "a.tmx"
    path.write_text(f'<tmx version="1.4"><header srclang="ru"/><body>{units}</body></tmx>', "utf-8", newline="")
    assert path.stat().st_size > 1.5 * 1024**2
    pairs = list(iter_pairs(str(path)))
    chosen = {pair.index for pair in pairs if rng.random() < 0.3}
    records = [record_of(p, (flag_at(p, 4, 9),) if p.index in chosen else ()) for p in pairs]
    written = write(path, records).decode()
    assert _OWN["tmx"].sub("", written).encode() == path.read_bytes()
    found = {
        int(tu.get("tuid", "-1")) for tu in ElementTree.fromstring(written).iter("tu") if tu.find(".//prop") is not None
    }
    assert found == chosen
    again = tmp_path / "out-a.tmx"
    assert write(again, [record_of(pair) for pair in iter_pairs(str(again))], "clean") == path.read_bytes()


LETTERS = st.text(st.characters(blacklist_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1, max_size=12)
PIECES = st.lists(st.tuples(LETTERS, st.booleans()), min_size=1, max_size=4)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(units=[[("&", False)]], seed=0, version="2.0")
@given(
    units=st.lists(PIECES, min_size=1, max_size=4), seed=st.integers(0, 999), version=st.sampled_from(["1.2", "2.0"])
)
def test_any_text_and_any_spans_leave_well_formed_xml_and_can_be_taken_back(
    tmp_path: Path, units: list[list[tuple[str, bool]]], seed: int, version: str
) -> None:
    """Law: what is written is well-formed, reads as the same pairs, and without the findings is the file it was."""
    tag, unit = ("g", "trans-unit") if version == "1.2" else ("pc", "unit")
    inside = [
        "".join(
            f'<{tag} id="{i}">{escape(text)}</{tag}>' if tagged else escape(text) for i, (text, tagged) in enumerate(u)
        )
        for u in units
    ]
    wrap = "<segment>{}</segment>" if version == "2.0" else "{}"
    body = "".join(
        f'<{unit} id="{i}">{wrap.format(f"<source>Дом.</source><target>{t}</target>")}</{unit}>\n'
        for i, t in enumerate(inside)
    )
    langs = 'srcLang="ru" trgLang="en"' if version == "2.0" else ""
    path = tmp_path / "a.xlf"
    path.write_text(f'<xliff version="{version}" {langs}><file id="f">{body}</file></xliff>', "utf-8", newline="")
    rng = random.Random(seed)
    pairs = list(iter_pairs(str(path)))
    records = []
    for pair in pairs:
        spans = [sorted(rng.choices(range(len(pair.target) + 1), k=2)) for _ in range(rng.randrange(4))]
        records.append(record_of(pair, tuple(flag_at(pair, start, end) for start, end in spans)))
    written = write(path, records).decode()
    ElementTree.fromstring(written)
    again = [(pair.source, pair.target) for pair in iter_pairs(str(tmp_path / "out-a.xlf"))]
    assert again == [(pair.source, pair.target) for pair in pairs]
    assert _OWN["xliff"].sub("", written) == path.read_bytes().decode()
