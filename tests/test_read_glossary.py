"""Glossaries in TBX and tables: terms, statuses, languages, and files that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtcheck.data import Term
from mtcheck.errors import InputError
from mtcheck.read_glossary import read_glossary

TBX2 = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en">
<martifHeader><fileDesc><sourceDesc><p>Own</p></sourceDesc></fileDesc></martifHeader>
<text><body>
<termEntry id="c1"><descrip type="definition">A small  boat.</descrip>
 <langSet xml:lang="en-US"><tig><term>dinghy</term><termNote type="partOfSpeech">noun</termNote></tig></langSet>
 <langSet xml:lang="de"><ntig><termGrp><term>Beiboot</term></termGrp></ntig>
  <tig><term>Dingi</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
  <tig><term>Kahn</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
</termEntry>
<termEntry id="c2"><langSet xml:lang="en"><tig><term>left <hi>over</hi></term></tig></langSet></termEntry>
</body></text></martif>
"""
TBX3 = """<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><tbxHeader/><text><body>
<conceptEntry id="1"><basic:definition>Keel.</basic:definition>
<langSec xml:lang="en"><termSec><term>keel</term></termSec></langSec>
<langSec xml:lang="fr"><termSec><term>quille</term>
<min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec></langSec>
<langSec xml:lang="ru"><termSec><term>киль</term></termSec></langSec></conceptEntry></body></text></tbx>
"""


def read(tmp_path: Path, text: str, name: str = "terms", **langs: str) -> tuple[Term, ...]:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return read_glossary(str(path), **langs)


def test_tbx_2_terms_statuses_and_definitions(tmp_path: Path) -> None:
    (term,) = read(tmp_path, TBX2)
    assert term == Term(
        source="dinghy",
        targets=("Dingi", "Beiboot"),
        forbidden=("Kahn",),
        source_lang="en",
        target_lang="de",
        line=7,
        id="c1",
        note="A small boat.",
    )


def test_tbx_reads_in_the_direction_asked_for(tmp_path: Path) -> None:
    terms = read(tmp_path, TBX2, source_lang="de", target_lang="en")
    assert [(t.source, t.targets) for t in terms] == [
        ("Beiboot", ("dinghy",)),
        ("Dingi", ("dinghy",)),
        ("Kahn", ("dinghy",)),
    ]


def test_tbx_3_of_several_languages_asks_which(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"several languages \(en, fr, ru\)"):
        read(tmp_path, TBX3)
    (term,) = read(tmp_path, TBX3, source_lang="en-GB", target_lang="fr")
    assert (term.source, term.targets, term.id, term.note) == ("keel", ("quille",), "1", "Keel.")


def test_a_table_without_a_header(tmp_path: Path) -> None:
    terms = read(tmp_path, "ship\tSchiff\nLinux\t\nship\tBoot|Kahn\n\n")
    assert [(t.source, t.targets, t.line) for t in terms] == [
        ("ship", ("Schiff", "Boot", "Kahn"), 1),
        ("Linux", ("Linux",), 2),
    ]


def test_a_table_with_statuses(tmp_path: Path) -> None:
    text = (
        "Source\tTarget\tStatus\tNote\nship\tSchiff\tpreferred\tno boat\nship\tKahn\tforbidden\t\n"
        "Linux\tignored\tdo-not-translate\t\n\tgeil\tforbidden\t\nsail\tSegel\tnoun\t\n"
    )
    terms = read(tmp_path, text)
    assert terms[0] == Term(source="ship", targets=("Schiff",), forbidden=("Kahn",), line=2, note="no boat")
    assert terms[1].targets == ("Linux",)
    assert terms[2] == Term(source="", forbidden=("geil",), line=5)
    assert terms[3].targets == ("Segel",)


def test_a_csv_with_language_codes(tmp_path: Path) -> None:
    text = 'en,de,fr\n"keel, the",Kiel,quille\n'
    with pytest.raises(InputError, match="several languages"):
        read(tmp_path, text)
    (term,) = read(tmp_path, text, source_lang="fr", target_lang="en")
    assert (term.source, term.targets, term.source_lang, term.target_lang) == ("quille", ("keel, the",), "fr", "en")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a\tb\tc\n", "terms:1: 3 columns and no header"),
        ("source\ttarget\tstatus\na\tb\tmaybe\n", "terms:2: status 'maybe' is not known"),
        ("a\tb\nc\n", "terms:2: expected 2 columns, found 1"),
        ("source\ttarget\na\tb\tc\n", "terms:2: expected 2 columns, found 3"),
        ('a,b\n"c,d\n', "terms:2: a quoted cell"),
        ("\n\n", "holds no term"),
        (TBX2[:-20], "broken XML"),
        ("<tbx><text/></tbx>", "holds no term entry"),
        ("<?xml version='1.0'?><html/>", "no TBX"),
        (TBX2.replace('"TBXBasiccoreStructV02.dtd"', '"x" [<!ENTITY a "b">]'), "declares the entity"),
        (TBX2.replace('"TBXBasiccoreStructV02.dtd"', '"x" [<!ATTLIST term a CDATA "b">]'), "document type definition"),
    ],
)
def test_what_is_no_glossary_is_one_error(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, text)
    assert words in str(caught.value)
