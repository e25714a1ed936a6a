"""Report -> one self-contained HTML page: dataclasses first (`view.py`), then templates that only print them."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mtcheck.errors import InputError
from mtcheck.report.model import Report
from mtcheck.report.review import Remark, Review, all_flags
from mtcheck.report.shapes import Frame
from mtcheck.report.view import bead_views, page_view
from mtcheck.report.visible import one_line

if TYPE_CHECKING:
    import jinja2

    from mtcheck.word_matches import WordMatch

#: Up to this many beads the page holds them as plain HTML, readable without scripts; above, as a virtual list.
PLAIN_LIMIT = 2_000

#: Beads of a virtual page that stand in it as plain HTML all the same: the worst.
PLAIN_WORST = 100

#: Beads that are compressed together; one block is unpacked when a reader comes near it.
BLOCK = 200


def render(
    report: Report,
    *,
    rule_docs: Mapping[str, str] | None = None,
    review: Review | None = None,
    words: Sequence[Sequence[WordMatch]] = (),
    plain_limit: int = PLAIN_LIMIT,
) -> str:
    """The page. Equal arguments give equal text; nothing in it depends on time, place or machine.

    `rule_docs` maps rule codes to their pages; left out, they are the installed rules' own. `review` holds decisions
    on earlier findings, beside those in the report; they are shown where the same findings are still there.
    `words[i]` are the words of segment i that answer to each other (`word_matches.page_matches`).
    """
    docs = rules_of(report) if rule_docs is None else rule_docs
    page = page_view(report, docs)
    beads = environment().get_template("bead.html.j2").module.bead  # type: ignore[attr-defined]
    made = (str(beads(view)) for view in bead_views(report, docs, words))
    remarks = (*report.remarks, *(review.remarks if review else ()))
    return assemble("page.html.j2", page, made, remarks=remarks, plain_limit=plain_limit)


def assemble(
    template: str,
    page: Frame,
    beads: Iterable[str],
    *,
    remarks: Sequence[Remark] = (),
    plain_limit: int = PLAIN_LIMIT,
    styles: Sequence[str] = ("style.css",),
) -> str:
    """The page of a template that extends `base.html.j2`; `beads` are its list's elements as HTML, in order."""
    virtual = page.n_beads > plain_limit
    listed = list(beads)
    blocks: list[str] = []
    if virtual:
        blocks = [_packed(listed[i : i + BLOCK]) for i in range(0, len(listed), BLOCK)]
        listed = [listed[i] for i in page.worst_positions[:PLAIN_WORST]]
    style, script = "".join(asset(name) for name in styles), asset("script.js")
    made = (
        environment()
        .get_template(template)
        .render(
            page=page,
            beads=listed,
            blocks=blocks,
            virtual=virtual,
            meta=_for_script(_meta(page, virtual, remarks)),
            style=style,
            script=script,
            style_hash=policy_hash(style),
            script_hash=policy_hash(script),
        )
    )
    return made.replace("\x00", "\ufffd") + "\n"


def write(page: str, path: str | Path) -> None:
    """Write a page as UTF-8 with the line ends that its content security policy was made for, whole or not at all.

    Raises:
        InputError: the file cannot be written.
    """
    temporary = Path(path).with_name(f".{Path(path).name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(page.encode("utf-8"))
        os.replace(temporary, path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise InputError(f"{path}: the report cannot be written: {error.strerror or error}") from error


def rules_of(report: Report) -> dict[str, str]:
    """The catalogue's page for each rule in the report that the installed version knows."""
    from mtcheck.rules.registry import all_rules

    codes = {flag.rule for segment in report.segments for flag in all_flags(segment)}
    return {rule.code: rule.doc for rule in all_rules() if rule.code in codes}


def _meta(page: Frame, virtual: bool, remarks: Sequence[Remark]) -> dict[str, Any]:
    """What the script needs: filters and sorting in columns, a digit or number a bead; and earlier decisions."""
    made = {one_line(remark.id): _remark(remark) for remark in remarks}
    return {"virtual": virtual, "block": BLOCK, "doc": page.document, "review": made, **page.columns}


def _remark(remark: Remark) -> dict[str, str]:
    return {
        "decision": str(remark.decision),
        "comment": one_line(remark.comment),
        "rule": one_line(remark.rule),
        "text": one_line(remark.text),
        "where": one_line(remark.where),
    }


def _for_script(value: Any) -> str:
    """JSON that cannot end its `<script>` element or open a comment in it."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _packed(beads: Sequence[str]) -> str:
    raw = json.dumps(beads, ensure_ascii=False).encode("utf-8")
    return base64.b64encode(gzip.compress(raw, compresslevel=6, mtime=0)).decode("ascii")


def policy_hash(text: str) -> str:
    """The source expression of a content security policy for an inline element with this text."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def asset(name: str) -> str:
    """A file of `templates/`, with plain line ends."""
    folder = resources.files("mtcheck.report") / "templates"
    return (folder / name).read_text("utf-8").replace("\r\n", "\n")


@cache
def environment() -> jinja2.Environment:
    """The templates; everything that they print is escaped unless it says otherwise."""
    import jinja2

    return jinja2.Environment(
        loader=jinja2.FunctionLoader(asset),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        undefined=jinja2.StrictUndefined,
        auto_reload=False,
    )
