"""Comparison -> what its page prints: every string already safe to read, every number already rounded."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mtcheck.compare import Change, Comparison, Outcome, Pairing, Row, State, p_value
from mtcheck.data import Flag, Severity, Side
from mtcheck.mqm import POINTS
from mtcheck.report import places
from mtcheck.report.compare_shapes import CellView, ChangeLine, ComparePage, FindingView, PairingView, RowView
from mtcheck.report.compare_text import address, figures, headline
from mtcheck.report.rounding import score, whole
from mtcheck.report.shapes import Text
from mtcheck.report.spans import Mark, isolated, marked
from mtcheck.report.view import lang_tag, offsets_in, rule_pages, text_dir
from mtcheck.report.visible import one_line
from mtcheck.report.words import count, language

#: Changes listed in the head of the page, for each state and pairing.
N_LISTED = 10

#: Texts longer than this are shown without their differing words marked: finding them takes quadratic time.
LONGEST_DIFF = 4_000

_OUTCOMES = (Outcome.SAME, Outcome.DIFFERENT, Outcome.WORSE, Outcome.BETTER)  # the order of the digits in the script
_WORD = re.compile(r"\w+|[^\w\s]")


def page_view(comparison: Comparison, docs: Mapping[str, str]) -> ComparePage:
    """The page's head, map and foot."""
    outcomes = row_outcomes(comparison)
    counts = Counter(outcomes)
    first = comparison.systems[0].report
    title = "; ".join(_capital(headline(pairing)) for pairing in comparison.pairings)
    letters = [system.name for system in comparison.systems]
    cells, per_cell = _map(outcomes)
    return ComparePage(
        title=f"{' and '.join(letters)} compared: {title}",
        body=f"pair cmp cmp{len(letters)}",
        list_title="Source and translations, side by side",
        filter_title="Outcome",
        filters=tuple((_outcome_words(outcome, letters), counts[outcome]) for outcome in _OUTCOMES),
        sorts=(("", "In document order"), ("worst", f"Worst for {_others(letters)} first"), ("q", "By quality")),
        column_titles=(
            *([one_line(language(first.source.lang))] if first.source else []),
            *(f"{s.name}: {one_line(s.report.target.path)}" for s in comparison.systems),
        ),
        caution=(
            "Findings are possible errors: a program raised them and a person decides. A difference counts as one only "
            "where paired bootstrap and approximate randomisation both find it (p below 0.05)."
        ),
        reviewed=False,
        n_beads=len(comparison.rows),
        facts=tuple(_facts(comparison)),
        version=one_line(comparison.version),
        rules=tuple(rule_pages([s for system in comparison.systems for s in system.report.segments], docs)),
        columns=_columns(comparison, outcomes),
        worst_positions=tuple(sorted(range(len(outcomes)), key=lambda i: (-_OUTCOMES.index(outcomes[i]) % 4, i))),
        document=one_line(first.target.path),
        headline=title,
        verdict={"better": "good", "worse": "bad", "same": "cannot-judge", "undecided": "cannot-judge"}.get(
            comparison.pairings[-1].verdict, "check"
        ),
        systems=tuple(_system(comparison, k) for k in range(len(letters))),
        notes=tuple(f"{_capital(note)}." for note in comparison.notes),
        pairings=tuple(_pairing(comparison, pairing) for pairing in comparison.pairings),
        cells=cells,
        legend=tuple((str(o), _outcome_words(o, letters), counts[o]) for o in _OUTCOMES if counts[o]),
        per_cell=per_cell,
    )


def row_outcomes(comparison: Comparison) -> list[Outcome]:
    """`result[i]`: how row i fares in all the pairings together; better and worse in one row are `DIFFERENT`."""
    made = []
    for outcomes in zip(*(pairing.outcomes for pairing in comparison.pairings), strict=True):
        kinds = set(outcomes) - {Outcome.SAME}
        made.append(kinds.pop() if len(kinds) == 1 else Outcome.DIFFERENT if kinds else Outcome.SAME)
    return made


def row_views(comparison: Comparison, docs: Mapping[str, str]) -> Iterator[RowView]:
    """The rows in order."""
    changes: list[list[list[Change]]] = [[[] for _ in comparison.pairings] for _ in comparison.rows]
    for k, pairing in enumerate(comparison.pairings):
        for change in pairing.changes:
            changes[change.row][k].append(change)
    letters = [system.name for system in comparison.systems]
    for i, outcome in enumerate(row_outcomes(comparison)):
        yield _row(comparison, i, changes[i], _outcome_words(outcome, letters), docs)


def _row(
    comparison: Comparison, i: int, changes: Sequence[Sequence[Change]], outcome: str, docs: Mapping[str, str]
) -> RowView:
    row = comparison.rows[i]
    numbers, listed = _numbered(changes)
    findings = tuple(
        _finding(comparison, i, number, found, docs)
        for number, found in sorted(listed.items(), key=lambda item: (-item[1][0][1].flag.severity, item[0]))
    )
    points = [cell.points for cell in row.cells]
    return RowView(
        n=i + 1,
        outcome=outcome,
        points=" → ".join(map(str, points)) if any(points) else "",
        source=_source_text(comparison, row, numbers, i + 1),
        cells=tuple(_cell(comparison, row, k, numbers, i + 1) for k in range(len(row.cells))),
        reference=None if row.reference is None else marked(row.reference, ()),
        findings=findings,
    )


Found = list[tuple[int, Change]]  # pairing, change


def _numbered(changes: Sequence[Sequence[Change]]) -> tuple[dict[int, int], dict[int, Found]]:
    """A number for each flag, by its identity, the same for twins; and what each number stands for."""
    numbers: dict[int, int] = {}
    listed: dict[int, Found] = {}
    for k, own in enumerate(changes):
        for change in own:
            flags = [flag for flag in (change.twin, change.flag) if flag is not None]
            number = next((numbers[id(flag)] for flag in flags if id(flag) in numbers), len(listed) + 1)
            numbers.update({id(flag): number for flag in flags})
            listed.setdefault(number, []).append((k, change))
    return numbers, listed


def _finding(comparison: Comparison, i: int, number: int, found: Found, docs: Mapping[str, str]) -> FindingView:
    letters = [system.name for system in comparison.systems]
    holders = {letters[k + 1] for k, change in found if change.state is not State.FIXED}
    if any(change.state is not State.NEW for _, change in found):
        holders.add(letters[0])
    k, change = found[0]
    flag = change.flag
    system = 0 if change.state is State.FIXED else k + 1
    shown, whole_address = (address(comparison, system, change, short=short) for short in (True, False))
    state = "same" if len(holders) == len(letters) else "fixed" if letters[0] in holders else "new"
    return FindingView(
        number=number,
        anchor=f"b{i + 1}e{number}",
        severity=str(flag.severity),
        level=int(flag.severity),
        name=one_line(flag.name),
        rule=one_line(flag.rule),
        explained=flag.rule in docs,
        message=isolated(one_line(flag.message)),
        state=state,
        where_found="in " + " and ".join(sorted(holders)) + ("" if state == "same" else " alone" * (len(holders) == 1)),
        where=shown,
        address="" if shown == whole_address else whole_address,
    )


def _cell(comparison: Comparison, row: Row, k: int, numbers: Mapping[int, int], n: int) -> CellView:
    system, cell = comparison.systems[k], row.cells[k]
    marks = list(_marks(comparison, row, k, Side.TARGET, numbers, n))
    if cell.text and len(row.cells) == 2:
        marks += _differing(cell.text, row.cells[1 - k].text)
    scores = ", ".join(
        f"{name} {whole(v)}" for name in ("quality", "adequacy", "fluency") if (v := getattr(cell, name)) is not None
    )
    text = Text(html=marked(cell.text, marks), **_attributes(system.report.target.lang)) if cell.text else None
    return CellView(name=system.name, text=text, scores=scores)


def _source_text(comparison: Comparison, row: Row, numbers: Mapping[int, int], n: int) -> Text | None:
    side = comparison.systems[0].report.source
    if side is None or not row.source:
        return None
    marks = {
        mark.number: mark for k in range(len(row.cells)) for mark in _marks(comparison, row, k, Side.SOURCE, numbers, n)
    }
    return Text(html=marked(row.source, list(marks.values())), **_attributes(side.lang))


def _attributes(lang: str | None) -> dict[str, str]:
    return {"lang": lang_tag(lang), "dir": text_dir(lang)}


def _marks(comparison: Comparison, row: Row, k: int, side: Side, numbers: Mapping[int, int], n: int) -> Iterator[Mark]:
    """The findings of one system on one side, as places in the row's joined text."""
    text = row.source if side is Side.SOURCE else row.cells[k].text
    at = 0
    for i in row.cells[k].positions:
        segment = comparison.systems[k].report.segments[i]
        own, base = places.text_of(segment, side), places.base_of(segment, side)
        for flag in segment.flags:
            if flag.side is side and id(flag) in numbers:
                start, end = offsets_in(flag, own, base)
                shift = (
                    at if text[at + start : at + end] == own[start:end] else max(text.find(own[start:end]), 0) - start
                )
                number = numbers[id(flag)]
                yield Mark(number, shift + start, shift + end, int(flag.severity), f"b{n}e{number}")
        at += len(own) + 1 if own else 0


def _differing(text: str, other: str) -> list[Mark]:
    """The words of `text` that `other` has not in the same order; [] where that would mark nearly all of them."""
    if max(len(text), len(other)) > LONGEST_DIFF:
        return []
    from rapidfuzz.distance import LCSseq

    words = [(match.start(), match.end(), match[0]) for match in _WORD.finditer(text)]
    others = [match[0] for match in _WORD.finditer(other)]
    codes = LCSseq.opcodes([word for _, _, word in words], others)
    gone = [
        words[code.src_start : code.src_end] for code in codes if code.tag != "equal" and code.src_end > code.src_start
    ]
    if 2 * sum(map(len, gone)) > len(words):
        return []
    return [Mark(0, run[0][0], run[-1][1], 0, "") for run in gone]


def _pairing(comparison: Comparison, pairing: Pairing) -> PairingView:
    new, fixed = (
        sorted((c for c in pairing.changes if c.state is state), key=lambda c: (-c.flag.severity, c.row))
        for state in (State.NEW, State.FIXED)
    )
    k = next(i for i, system in enumerate(comparison.systems) if system.name == pairing.system)
    return PairingView(
        title=_capital(headline(pairing)),
        verdict=pairing.verdict,
        reasons=tuple(f"{_capital(one_line(reason))}." for reason in pairing.reasons),
        baseline=pairing.baseline,
        system=pairing.system,
        measures=tuple(
            (_capital(name), a, b, p_value(measure), rows, measure.decides)
            for measure in pairing.measures
            for name, a, b, rows in [figures(measure)]
        ),
        counts=tuple((str(state), pairing.count(state)) for state in (State.FIXED, State.NEW, State.SAME)),
        new=tuple(_line(comparison, k, change) for change in new[:N_LISTED]),
        n_new=len(new),
        fixed=tuple(_line(comparison, 0, change) for change in fixed[:N_LISTED]),
        n_fixed=len(fixed),
    )


def _line(comparison: Comparison, k: int, change: Change) -> ChangeLine:
    shown, whole_address = (address(comparison, k, change, short=short) for short in (True, False))
    return ChangeLine(
        n=change.row + 1,
        severity=str(change.flag.severity),
        name=one_line(change.flag.name),
        reason=isolated(one_line(change.flag.message)),
        where=shown,
        address="" if shown == whole_address else whole_address,
    )


def _system(comparison: Comparison, k: int) -> tuple[str, str, str]:
    system = comparison.systems[k]
    summary = system.report.summary
    n_found = sum(len(segment.flags) for segment in system.report.segments)
    said = f"{summary.verdict}, quality {whole(summary.quality)}, {count(n_found, 'possible error')}"
    return system.name, one_line(system.report.target.path), said


def _facts(comparison: Comparison) -> Iterator[tuple[str, str]]:
    first = comparison.systems[0].report
    if first.source:
        yield "Source", one_line(f"{first.source.path}: {language(first.source.lang)}")
    for system in comparison.systems:
        side = system.report.target
        yield system.name, one_line(f"{side.path}: {language(side.lang)}, {system.report.signature}", 2_000)
    weights = ", ".join(f"{level} {POINTS[level]}" for level in (Severity.MINOR, Severity.MAJOR, Severity.CRITICAL))
    yield "Points", f"of a possible error: {weights} (MQM's proportions)"
    yield "Tests", comparison.tests


def _columns(comparison: Comparison, outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """One entry a row: outcome and worst severity as digits, the others' lowest scores, the rules that flagged."""
    flags: list[list[Flag]] = [[flag for cell in row.cells for flag in cell.flags] for row in comparison.rows]
    category = {flag.rule: flag.category for own in flags for flag in own}
    codes = sorted(category)
    number = {code: i for i, code in enumerate(codes)}

    def lowest(name: str) -> list[float | None]:
        values = ([v for cell in row.cells[1:] if (v := getattr(cell, name)) is not None] for row in comparison.rows)
        return [score(min(known)) if known else None for known in values]

    return {
        "n": len(flags),
        "v": "".join(str(_OUTCOMES.index(outcome)) for outcome in outcomes),
        "s": "".join(str(int(max((flag.severity for flag in own), default=0))) for own in flags),
        "k": "0" * len(flags),
        "q": lowest("quality"),
        "a": lowest("adequacy"),
        "f": lowest("fluency"),
        "rules": [one_line(code) for code in codes],
        "categories": [one_line(category[code]) for code in codes],
        "r": {i: sorted({number[flag.rule] for flag in own}) for i, own in enumerate(flags) if own},
    }


def _map(outcomes: Sequence[Outcome], limit: int = 2_000) -> tuple[tuple[tuple[int, str, str], ...], int]:
    per_cell = -(-len(outcomes) // limit) or 1
    order = (Outcome.WORSE, Outcome.BETTER, Outcome.DIFFERENT, Outcome.SAME)
    cells = []
    for start in range(0, len(outcomes), per_cell):
        i = min(range(start, min(start + per_cell, len(outcomes))), key=lambda j: order.index(outcomes[j]))
        cells.append((i + 1, str(outcomes[i]), f"{i + 1}: {outcomes[i]}"))
    return tuple(cells), per_cell


def _others(letters: Sequence[str]) -> str:
    return letters[1] if len(letters) == 2 else "the others"


def _outcome_words(outcome: Outcome, letters: Sequence[str]) -> str:
    name = letters[1] if len(letters) == 2 else "another"
    return {
        Outcome.SAME: "no change",
        Outcome.DIFFERENT: "other findings",
        Outcome.WORSE: f"{name} worse",
        Outcome.BETTER: f"{name} better",
    }[outcome]


def _capital(text: str) -> str:
    """With a capital at the start, but "chrF2" stays what it is."""
    return text if text.startswith("chrF") else text[:1].upper() + text[1:]
