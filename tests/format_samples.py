"""Small files of every format, and two documents made by the libraries of their formats."""

from __future__ import annotations

import io

import docx
from docx.oxml import OxmlElement
from odf.opendocument import OpenDocumentText
from odf.table import Table, TableCell, TableRow
from odf.text import H, Note, NoteBody, NoteCitation, P, S, Span

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

SDLXLIFF = """<?xml version="1.0" encoding="utf-8"?><xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"
 xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2" sdl:version="1.0">
<doc-info xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><cmt-defs><cmt-def id="c">
<Comments><Comment>Hm</Comment></Comments></cmt-def></cmt-defs></doc-info>
<file original="a.docx" datatype="x-sdlfilterframework2" source-language="en-US"
 target-language="de-DE"><header><reference><internal-file form="base64">UEsDBBQ=</internal-file></reference>
<sdl:ref-files/></header><body><trans-unit id="lock" translate="no"><source><x id="0"/></source></trans-unit>
<group><sdl:cxts><sdl:cxt id="1"/></sdl:cxts><trans-unit id="u1"><source>One. Two. Three. Four.</source>
<seg-source><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two <g id="5">more</g>.</mrk>
<mrk mtype="seg" mid="3">Three.</mrk> <mrk mtype="seg" mid="4">Four.</mrk></seg-source>
<target><mrk mtype="seg" mid="1">Eins.</mrk> <mrk mtype="seg" mid="2"><mrk mtype="x-sdl-comment" sdl:cid="c">Zwei</mrk>
<g id="5"><mrk
 mtype="x-sdl-deleted" sdl:revid="r">weniger</mrk><mrk mtype="x-sdl-added" sdl:revid="s">mehr</mrk></g>.</mrk>
<mrk mtype="seg" mid="3"/> <mrk mtype="seg" mid="4">Four.</mrk></target>
<sdl:seg-defs><sdl:seg id="1" conf="ApprovedTranslation"><sdl:value key="created_on">01/01/2024</sdl:value></sdl:seg>
<sdl:seg id="2" conf="Draft" origin="mt"/><sdl:seg id="3" conf="Translated"/><sdl:seg id="4"/></sdl:seg-defs>
</trans-unit></group></body></file></xliff>
"""

XLIFF21 = """<xliff version="2.1" srcLang="en" trgLang="fr" xmlns="urn:oasis:names:tc:xliff:document:2.0"
 xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"><file id="f">
<notes><note>For the whole file</note></notes><group id="g" translate="no"><unit id="u0"><segment><source>Code</source>
<target>Code</target></segment></unit><unit id="u9" translate="yes"><segment><source>Word</source><target>Mot</target>
</segment></unit></group><unit id="u1"><mtc:matches><mtc:match ref="#m1"><source>Hello</source><target>Salut</target>
</mtc:match></mtc:matches><gls:glossary><gls:glossEntry><gls:term>world</gls:term></gls:glossEntry></gls:glossary>
<notes><note id="n1">Be  polite.</note></notes><originalData><data id="d1">&lt;b&gt;</data></originalData>
<segment id="s1" state="reviewed"><source>Hello <mrk id="m1" type="term">world</mrk><ph id="1" dataRef="d1"/>.</source>
<target>Bonjour<cp hex="001B"/> <sc id="2"/>monde<ec startRef="2"/>.</target></segment>
<segment id="s2" state="final"><source>Bye.</source><target></target></segment></unit></file></xliff>
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

PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>T</title><script>var a = "<p>no</p>";</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
<header><h1>Ferry runs &amp; runs</h1></header>
<main><article>
<p>The ferry on the lake runs again after two years
of repairs, the <b>town</b> said on Monday.</p>
<figure><img src="a.jpg" alt="A white ferry at
 the pier"><figcaption>The ferry on Monday. Photo: K. Own</figcaption></figure>
<p>It cost 3&nbsp;million euros, far more than planned.<br>Nobody knows why.</p>
<ul><li>First item</li><li>Second</li></ul>
<div><a href="/1">Another story about lakes</a></div>
<p style="display: none">Hidden words</p>
<p>The town will pay for the rest from its own funds, it said.</p>
</article></main>
<footer><p>Copyright 2024 Example. All rights reserved.</p></footer></body></html>
"""

MARKDOWN = """---
title: Left out
---
# Ferry *runs* again

The ferry on the lake
runs `again`. ![A white **ferry**](a.jpg)

* First item
* Second [link](x "title")

| a | b |
|---|---|
| one | two |

```python
code = 1
```

<div>Some <b>HTML</b> text</div>
"""

XLIFF2_PREFIXED = """<x:xliff version="2.1" srcLang="ru" trgLang="en" xmlns:x="urn:oasis:names:tc:xliff:document:2.0">
<x:file id="f"><x:unit id="u1"><x:segment id="s1"><x:source>Старый <x:pc id="1">дом</x:pc>.</x:source><x:target>The old
<x:pc id="1">old</x:pc> house &amp; more.</x:target></x:segment><x:ignorable><x:source> </x:source></x:ignorable>
<x:segment id="s2"><x:source>Город.</x:source><x:target>Town.</x:target></x:segment></x:unit>
<x:unit id="u2"><x:segment><x:source>Да.</x:source><x:target><![CDATA[Yes & no.]]></x:target></x:segment></x:unit>
</x:file></x:xliff>
"""

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


def make_docx() -> bytes:
    document = docx.Document()
    document.add_heading("Ferry runs again")
    paragraph = document.add_paragraph("The ferry ")
    paragraph.add_run("on the lake").bold = True
    run = paragraph.add_run(" runs")
    run.add_tab()
    run.add_text("again.")
    deleted, inserted = OxmlElement("w:del"), OxmlElement("w:ins")
    for change, words, tag in ((deleted, "Gone.", "w:delText"), (inserted, " Truly.", "w:t")):
        part, text = OxmlElement("w:r"), OxmlElement(tag)
        text.text = words
        part.append(text)
        change.append(part)
        paragraph._p.append(change)
    document.add_paragraph("")
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(1, 1).text = "One", "Two"
    document.add_paragraph("The end.")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def make_odt() -> bytes:
    document = OpenDocumentText()
    document.text.addElement(H(outlinelevel=1, text="Ferry runs again"))
    paragraph = P(text="The ferry ")
    paragraph.addElement(Span(text="on the lake"))
    paragraph.addElement(S(c=2))
    paragraph.addText("runs.")
    note, body = Note(noteclass="footnote"), NoteBody()
    note.addElement(NoteCitation(text="1"))
    body.addElement(P(text="A note."))
    note.addElement(body)
    paragraph.addElement(note)
    document.text.addElement(paragraph)
    table, row = Table(), TableRow()
    for words in ("One", "Two"):
        cell = TableCell()
        cell.addElement(P(text=words))
        row.addElement(cell)
    table.addElement(row)
    document.text.addElement(table)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
