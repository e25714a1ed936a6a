"""TMX, XLIFF and PO: units, languages, inline codes, the place of every character, and hostile files."""

from __future__ import annotations

import io
import random
import subprocess
import sys
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.errors import InputError
from mtcheck.read import RawPair, detect_kind, iter_pairs

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="x" srclang="ru-RU" segtype="sentence" adminlang="en"/>
<body>
<tu tuid="a1"><note>Заметка</note>
  <tuv xml:lang="EN-US"><seg>Fish &amp; chips for <bpt i="1">&lt;b&gt;</bpt>two<ept i="1">&lt;/b&gt;</ept>.</seg></tuv>
  <tuv xml:lang="ru"><seg>Рыба с картошкой на двоих.</seg></tuv>
</tu>
<tu tuid="a2"><tuv xml:lang="ru"><seg>Без перевода</seg></tuv></tu>
<tu><tuv xml:lang="ru"><seg>Да</seg></tuv><tuv xml:lang="en"><seg></seg></tuv></tu>
</body></tmx>
"""

XLIFF12 = """<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="http://sdl.com/x">
<file source-language="en-US" target-language="de-DE" original="a" datatype="plaintext">
<header><note>no</note></header><body>
<group id="g"><trans-unit id="1"><source>Press <g id="1">Save</g> &#38; go<x id="2"/>.</source>
<target state="translated">Speichern <g id="1">drücken</g>.</target>
<alt-trans><source>Old</source><target>Alt</target></alt-trans><note>Hm</note></trans-unit></group>
<trans-unit id="2"><source>New one</source><target state="new">New one</target></trans-unit>
<trans-unit id="3"><source>Missing</source></trans-unit>
<trans-unit id="4"><source>One. Two.</source>
<seg-source><mrk mtype="seg" mid="7">One.</mrk> <mrk mtype="seg" mid="8">Two.</mrk></seg-source>
<target><mrk mtype="seg" mid="7">Eins.</mrk> <mrk mtype="seg" mid="8">Zwei.</mrk></target></trans-unit>
</body></file></xliff>
"""

XLIFF20 = """<xliff version="2.0" srcLang="en" trgLang="fr" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f">
<unit id="u1"><notes><note>Hm</note></notes>
<segment id="s1"><source>Hello <pc id="1">world</pc>.</source><target>Bonjour <pc id="1">monde</pc>.</target></segment>
<ignorable><source> </source></ignorable>
<segment id="s2" state="initial"><source>Bye.</source><target>Bye.</target></segment>
<segment id="s3"><source>Yes.</source></segment></unit></file></xliff>
"""

PO = r"""# A comment
msgid ""
msgstr ""
"Language: pt_BR\n"
"Content-Type: text/plain; charset=UTF-8\n"

#: a.c:1
msgctxt "menu"
msgid "Open \"%s\""
msgstr "Abrir \"%s\""

msgid ""
"One long "
"line"
msgstr "Uma linha longa"
#, fuzzy
msgid "Fuzzy"
msgstr "Vago"

msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d arquivo"
msgstr[1] "%d arquivos"

msgid "Untranslated"
msgstr ""

#~ msgid "Old"
#~ msgstr "Velho"
"""


def read(text: str, kind: str | None = None, **options: str) -> list[RawPair]:
    return list(iter_pairs("-", format=kind, stdin=io.BytesIO(text.encode()), **options))


def check_places(text: str, pairs: list[RawPair]) -> None:
    for pair in pairs:
        for cell, start, offsets in (
            (pair.source, pair.source_start, pair.source_offsets),
            (pair.target, pair.target_start, pair.target_offsets),
        ):
            if offsets is None:
                assert text[start : start + len(cell)] == cell
            else:
                assert len(offsets) == len(cell) + 1
                assert list(offsets) == sorted(set(offsets))
                for char, place in zip(cell, offsets, strict=False):
                    assert text[place] in (char, "&", "\\", "\r")


def test_tmx() -> None:
    pairs = read(TMX)
    assert [(p.source, p.target, p.id, p.line) for p in pairs] == [
        ("Рыба с картошкой на двоих.", "Fish & chips for two.", "a1", 5),
        ("Да", "", None, 10),
    ]
    assert (pairs[0].source_lang, pairs[0].target_lang) == ("ru", "en")
    check_places(TMX, pairs)


def test_tmx_in_the_direction_asked_for() -> None:
    assert read(TMX, source_lang="en", target_lang="ru")[0].source == "Fish & chips for two."
    assert read(TMX, target_lang="ru")[0].source == "Fish & chips for two."


def test_a_memory_of_several_languages_asks_which() -> None:
    unit = "".join(f'<tuv xml:lang="{lang}"><seg>{lang}</seg></tuv>' for lang in ("en", "de", "fr"))
    text = f'<tmx version="1.4"><header srclang="en"/><body><tu>{unit}</tu></body></tmx>'
    with pytest.raises(InputError, match=r"several languages \(de, en, fr\); say which two"):
        read(text)
    assert [p.target for p in read(text, target_lang="fr")] == ["fr"]
    with pytest.raises(InputError, match="no unit in both en and it; the memory has de, en, fr"):
        read(text, target_lang="it")


def test_xliff_1_2_units_segments_states_and_alternatives() -> None:
    pairs = read(XLIFF12)
    assert [(p.source, p.target, p.id) for p in pairs] == [
        ("Press Save & go.", "Speichern drücken.", "1"),
        ("One.", "Eins.", "4#7"),
        ("Two.", "Zwei.", "4#8"),
    ]
    assert (pairs[0].source_lang, pairs[0].target_lang) == ("en", "de")
    check_places(XLIFF12, pairs)


def test_xliff_2_0_segments() -> None:
    pairs = read(XLIFF20)
    assert [(p.source, p.target, p.id) for p in pairs] == [("Hello world.", "Bonjour monde.", "u1#s1")]
    assert (pairs[0].source_lang, pairs[0].target_lang) == ("en", "fr")
    check_places(XLIFF20, pairs)


def test_po() -> None:
    pairs = read(PO)
    assert [(p.source, p.target, p.id, p.line) for p in pairs] == [
        ('Open "%s"', 'Abrir "%s"', "menu", 8),
        ("One long line", "Uma linha longa", None, 12),
        ("%d file", "%d arquivo", "[0]", 20),
        ("%d files", "%d arquivos", "[1]", 20),
    ]
    assert {p.target_lang for p in pairs} == {"pt"}
    check_places(PO, pairs)


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("m", TMX, "tmx"),
        ("x", XLIFF12, "xliff"),
        ("y", XLIFF20, "xliff"),
        ("p", PO, "po"),
        ("a.sdlxliff", "", "xliff"),
        ("b.tmx", "", "tmx"),
    ],
)
def test_kinds_are_told(tmp_path: Path, name: str, text: str, kind: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert detect_kind(str(tmp_path / name)) == kind


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_other_encodings_give_the_same_pairs(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "memory.tmx"
    path.write_bytes(TMX.encode(encoding))
    assert list(iter_pairs(str(path))) == read(TMX)


def test_the_encoding_that_xml_declares_is_used(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    text = TMX.replace("UTF-8", "ISO-8859-5")
    path.write_bytes(text.encode("iso8859-5"))
    assert next(iter_pairs(str(path))).source == "Рыба с картошкой на двоих."


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    '<tmx version="1.4"><body><tu><tuv xml:lang="en"><seg>&b;</seg></tuv></tu></body></tmx>'
)
EXTERNAL = (
    '<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    '<tmx version="1.4"><body><tu><tuv xml:lang="en"><seg>&a;</seg></tuv></tu></body></tmx>'
)


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("tmx", LAUGHS, "declares the entity 'a'"),
        ("tmx", EXTERNAL, "declares the entity 'a'"),
        ("tmx", "<tmx>" + "<a>" * 200, "nested deeper"),
        ("tmx", TMX.replace("</tu>\n<tu tuid", "\n<tu tuid", 1), "broken XML"),
        ("tmx", TMX[:-30], "broken XML"),
        ("tmx", TMX.replace("Рыба", "Рыба &unknown; "), "entity"),
        ("tmx", TMX.replace('"ru"', '"klingonish"', 1), "<stdin>:7: unknown language tag"),
        ("tmx", "<html><body/></html>", "no TMX"),
        ("xliff", "<tmx/>", "no XLIFF"),
        ("xliff", XLIFF12.replace("de-DE", "klingonish"), "<stdin>:3: unknown language tag"),
        ("po", 'msgid "a"\nmsgstr "b\n', "<stdin>:2: a string is not closed"),
        ("po", "hello\n", "<stdin>:1: 'hello' is no PO"),
        ("po", 'msgid "a"\nmsgid "b"\n', "<stdin>:2: msgid given twice"),
        ("po", 'msgstr "a"\n', "<stdin>:1: an entry without msgid"),
        ("po", "\n", "holds no pair"),
    ],
)
def test_broken_and_hostile_files_are_one_error(kind: str, text: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text, kind)
    assert words in str(caught.value)


@pytest.mark.parametrize(("kind", "text"), [("tmx", TMX), ("xliff", XLIFF12), ("xliff", XLIFF20), ("po", PO)])
def test_mutated_files_never_end_in_another_exception(kind: str, text: str) -> None:
    rng = random.Random(7)
    data = text.encode()
    n_errors = 0
    for _ in range(200):
        broken = bytearray(data)
        for _ in range(rng.randint(1, 4)):
            place = rng.randrange(len(broken))
            action = rng.randrange(3)
            if action == 0:
                broken[place] = rng.randrange(256)
            elif action == 1:
                del broken[place : place + rng.randint(1, 40)]
            else:
                broken[place:place] = broken[rng.randrange(len(broken)) :][: rng.randint(1, 40)]
        try:
            list(iter_pairs("-", format=kind, stdin=io.BytesIO(bytes(broken))))
        except InputError:
            n_errors += 1
    assert n_errors > 20


CELLS = st.text(st.characters(blacklist_categories=["Cs", "Cc", "Co", "Cn"]), max_size=30)


@settings(deadline=None, max_examples=100)
@given(rows=st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5))
def test_any_text_in_tmx_comes_back_with_its_places(rows: list[tuple[str, str]]) -> None:
    quotes = {'"': "&quot;"}
    units = "".join(
        f'<tu><tuv xml:lang="en"><seg>{escape(source)}</seg></tuv>'
        f'<tuv xml:lang="de"><seg>{escape(target, quotes)}</seg></tuv></tu>'
        for source, target in rows
    )
    text = f'<tmx version="1.4"><header srclang="en"/><body>{units}</body></tmx>'
    pairs = read(text, "tmx")
    assert [(p.source, p.target) for p in pairs] == rows
    check_places(text, pairs)


@pytest.mark.slow
def test_a_large_memory_streams_in_flat_memory(tmp_path: Path) -> None:
    unit = (
        '<tu><tuv xml:lang="ru"><seg>Это предложение о погоде в городе.</seg></tuv>'
        '<tuv xml:lang="en"><seg>This is a sentence about the <hi>weather</hi> in town.</seg></tuv></tu>\n'
    )
    path = tmp_path / "large.tmx"
    with path.open("w", encoding="utf-8") as out:
        out.write('<tmx version="1.4"><header srclang="ru"/><body>\n')
        for _ in range(100):
            out.write(unit * 2000)
        out.write("</body></tmx>\n")
    program = (
        "import resource, sys\n"
        "from mtcheck.read import iter_pairs\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "n = sum(1 for _ in iter_pairs(sys.argv[1]))\n"
        "print(n, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    n_pairs, growth_kib = map(int, done.stdout.split())
    assert n_pairs == 200_000
    assert growth_kib < 60_000
