"""TMX, XLIFF and PO: units, languages, inline codes, the place of every character, and hostile files."""

from __future__ import annotations

import io
import random
import subprocess
import sys
from pathlib import Path
from xml.sax.saxutils import escape

import polib
import pyarrow as pa
import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from format_samples import PO, SDLXLIFF, TMX, XLIFF12, XLIFF20, XLIFF21
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import feather, ipc, parquet

from mtcheck.errors import ConfigError, InputError
from mtcheck.pairs import guess_kind
from mtcheck.read import RawPair, Skipped, detect_kind, iter_pairs
from mtcheck.read_glossary import read_glossary


def read(
    text: str, kind: str | None = None, *, source_lang: str | None = None, target_lang: str | None = None
) -> list[RawPair]:
    stdin = io.BytesIO(text.encode())
    return list(iter_pairs("-", format=kind, stdin=stdin, source_lang=source_lang, target_lang=target_lang))


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


FORMATS = Path(__file__).parent / "formats"
TOOLKIT = [
    ("Дом построен в 1984 году и стоит на берегу реки.", "The house was built in 1984 and stands on the river bank."),
    ("Рыба & чипсы <стоят> 5 «рублей».", "Fish & chips <cost> 5 “roubles”."),
    ("Город большой.", "The city is big."),
]


def counted(text: str) -> tuple[list[RawPair], dict[str, int]]:
    skipped = Skipped()
    pairs = list(iter_pairs("-", stdin=io.BytesIO(text.encode()), skipped=skipped))
    return pairs, dict(skipped.counts)


def test_sdlxliff_states_comments_tracked_changes_and_locked_units() -> None:
    pairs, skipped = counted(SDLXLIFF)
    assert [(p.source, p.target, p.id, p.state) for p in pairs] == [
        ("One.", "Eins.", "u1#1", "ApprovedTranslation"),
        ("Two more.", "Zwei\nmehr.", "u1#2", "Draft"),
    ]
    assert skipped == {"untranslated": 2}
    check_places(SDLXLIFF, pairs)


def test_xliff_2_states_notes_matches_and_modules() -> None:
    pairs, skipped = counted(XLIFF21)
    assert [(p.source, p.target, p.id, p.state) for p in pairs] == [
        ("Word", "Mot", "u9", None),
        ("Hello world.", "Bonjour\x1b monde.", "u1#s1", "reviewed"),
    ]
    assert (pairs[1].notes, pairs[1].alternatives) == (("Be polite.",), ("Salut",))
    assert skipped == {"untranslated": 1, "not to be translated": 1}
    assert pairs[1].target_offsets is not None
    assert XLIFF21[pairs[1].target_offsets[7] :].startswith("<cp hex")


def test_xliff_1_2_notes_and_alternate_translations() -> None:
    pairs, skipped = counted(XLIFF12)
    assert (pairs[0].notes, pairs[0].alternatives, pairs[0].state) == (("Hm",), ("Alt",), "translated")
    assert skipped == {"untranslated": 2}


def test_po_comments_contexts_and_what_is_passed_over() -> None:
    pairs, skipped = counted(PO.replace("#: a.c:1\nmsgctxt", "# Mind the dots\n#. Extracted\n#: a.c:1\nmsgctxt"))
    assert pairs[0].notes == ("Mind the dots", "Extracted")
    assert skipped == {"fuzzy": 1, "untranslated": 1}


def test_a_template_has_nothing_to_check_and_says_why() -> None:
    with pytest.raises(InputError, match=r"holds no pair: 1 unit passed over \(1 untranslated\)"):
        read('msgid ""\nmsgstr ""\n"Language: \\n"\n\nmsgid "Open"\nmsgstr ""\n', "po")


def test_po_in_the_encoding_of_its_header(tmp_path: Path) -> None:
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=KOI8-R\\n"\n"Language: ru\\n"\n\n'
    path = tmp_path / "a.po"
    path.write_bytes((header + 'msgid "Yes"\nmsgstr "Да"\n').encode("koi8-r"))
    assert [p.target for p in iter_pairs(str(path))] == ["Да"]
    path.write_bytes(path.read_bytes().replace(b"KOI8-R", b"KOI9-X"))
    with pytest.raises(InputError, match="7: neither UTF-8"):
        list(iter_pairs(str(path)))


@pytest.mark.parametrize(("name", "n_skipped"), [("toolkit.tmx", 0), ("toolkit.xlf", 1), ("toolkit-2.xlf", 1)])
def test_files_of_translate_toolkit(name: str, n_skipped: int) -> None:
    skipped = Skipped()
    pairs = list(iter_pairs(str(FORMATS / name), skipped=skipped))
    assert [(p.source, p.target) for p in pairs] == TOOLKIT
    assert {(p.source_lang, p.target_lang) for p in pairs} == {("ru", "en")}
    assert sum(skipped.counts.values()) == n_skipped
    check_places((FORMATS / name).read_text("utf-8"), pairs)


def test_a_glossary_of_translate_toolkit() -> None:
    terms = read_glossary(str(FORMATS / "toolkit.tbx"))
    assert [(t.source, t.targets) for t in terms] == [("ferry", ("Fähre",)), ("pier", ("Anleger",))]


def test_po_of_polib_and_of_babel(tmp_path: Path) -> None:
    rows = [('Open "it"\n', "Öffne „es“\n"), ("A\tlong line " * 12, "Eine\tlange Zeile " * 12), ("C:\\x", "D:\\x")]
    file = polib.POFile(wrapwidth=60)
    file.metadata = {"Language": "de", "Content-Type": "text/plain; charset=utf-8"}
    catalog = Catalog(locale="de")
    for source, target in rows:
        file.append(polib.POEntry(msgid=source, msgstr=target, msgctxt="menu", comment="Short"))
        catalog.add(source, target, context="menu")
    catalog.add(("%d file", "%d files"), ("%d Datei", "%d Dateien"))
    file.append(polib.POEntry(msgid="%d file", msgid_plural="%d files", msgstr_plural={0: "%d Datei", 1: "%d Dateien"}))
    file.save(str(tmp_path / "polib.po"))
    with (tmp_path / "babel.po").open("wb") as out:
        write_po(out, catalog, width=60)
    plural = [("%d file", "%d Datei", "[0]"), ("%d files", "%d Dateien", "[1]")]
    for name in ("polib.po", "babel.po"):
        pairs = list(iter_pairs(str(tmp_path / name)))
        assert [(p.source, p.target, p.id) for p in pairs] == [(s, t, "menu") for s, t in rows] + plural
        assert pairs[0].target_lang == "de"
        check_places((tmp_path / name).read_text("utf-8"), pairs)


def test_parquet_and_arrow_of_pyarrow(tmp_path: Path) -> None:
    table = pa.table(
        {
            "id": [7, 8, 9],
            "src": ["Дом.", None, "Город."],
            "mt": ["House.", "Extra.", ""],
            "score": [1.5, None, 3.0],
            "src_lang": pa.array(["ru", "ru", "ru"]).dictionary_encode(),
        }
    )
    parquet.write_table(table, tmp_path / "a.parquet", row_group_size=2)
    feather.write_feather(table, str(tmp_path / "a.feather"))
    with ipc.new_stream(str(tmp_path / "a.arrow"), table.schema) as out:
        out.write_table(table)
    for name in ("a.parquet", "a.feather", "a.arrow"):
        pairs = list(iter_pairs(str(tmp_path / name)))
        assert [(p.source, p.target, p.id, p.score, p.source_lang, p.line) for p in pairs] == [
            ("Дом.", "House.", "7", 1.5, "ru", 1),
            ("", "Extra.", "8", None, "ru", 2),
            ("Город.", "", "9", 3.0, "ru", 3),
        ]
        assert [(p.source_start, p.target_start) for p in pairs] == [(0, 0), (5, 7), (6, 14)]


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"a": ["x"], "b": ["y"]}, "no source and target among the columns"),
        ({"source": ["x"], "target": [3]}, "a.parquet:1: the target is a int"),
        ({"source": ["x\0"], "target": ["y"]}, "a.parquet:1: NUL"),
        ({"source": ["x"], "target": ["y"], "source_lang": ["klingonish"]}, "a.parquet:1: unknown language"),
    ],
)
def test_tables_that_hold_no_pairs_are_one_error(tmp_path: Path, columns: dict[str, list[object]], words: str) -> None:
    parquet.write_table(pa.table(columns), tmp_path / "a.parquet")
    with pytest.raises(InputError, match=words):
        list(iter_pairs(str(tmp_path / "a.parquet")))


def test_a_single_tag_without_an_end_stops_early() -> None:
    text = '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="' + "x" * 40_000_000
    with pytest.raises(InputError, match="a tag or comment of more than"):
        read(text, "tmx")


def test_a_comment_start_does_not_take_long_to_tell() -> None:
    for head in ("<!---->" * 500, "<!-- a -->\n" * 500 + "<x", "<?xml?>" + "<!--" * 1000):
        assert guess_kind(head) == "text"


def test_formats_by_name() -> None:
    assert len(read(SDLXLIFF, "sdlxliff")) == 2
    with pytest.raises(ConfigError, match="'docbook' is not known: expected one of tsv"):
        read(TMX, "docbook")
    with pytest.raises(InputError, match=r"is one text \(html\), not a file of pairs"):
        read("<!DOCTYPE html><p>Hello")


def test_an_empty_table_is_an_error(tmp_path: Path) -> None:
    parquet.write_table(
        pa.table({"source": pa.array([], pa.string()), "target": pa.array([], pa.string())}), tmp_path / "a.pq"
    )
    with pytest.raises(InputError, match="holds no pair"):
        list(iter_pairs(str(tmp_path / "a.pq")))


def test_a_long_string_of_po_is_read_in_linear_time() -> None:
    lines = "".join(f'"line {i} \\"of\\" many\\n"\n' for i in range(30_000))
    (pair,) = read(f'msgid ""\n{lines}msgstr ""\n{lines}\n', "po")
    assert pair.source.count("\n") == 30_000


def test_obsolete_entries_of_po_belong_to_nothing() -> None:
    text = '#~ msgid "Old"\n#~ msgstr "Alt"\nmsgid "New"\nmsgstr "Neu"\n'
    (pair,) = read(text, "po")
    assert pair.anchor is not None
    assert text[pair.anchor.element :].startswith('msgid "New"')


def test_an_entity_at_the_end_of_a_text_is_in_its_span() -> None:
    text = TMX.replace("двоих.", "двоих &amp;")
    pair = read(text)[0]
    assert pair.source_offsets is not None
    assert text[pair.source_offsets[-2] : pair.source_offsets[-1]] == "&amp;"
