"""Comparison -> JSON, `"schema": "mtcheck-compare/1"`: equal comparisons give equal bytes."""

from __future__ import annotations

from mtcheck.compare import Cell, Change, Comparison, Measure, Pairing, State, System
from mtcheck.report.rounding import metric, score
from mtcheck.report.to_json import Record, dumps, flag_record


def render(comparison: Comparison) -> str:
    """The comparison as one JSON object, ending with a line end."""
    return dumps(document(comparison), indent=1) + "\n"


def document(comparison: Comparison) -> Record:
    """The comparison as plain values."""
    return {
        "schema": comparison.schema,
        "version": comparison.version,
        "tests": comparison.tests,
        "notes": list(comparison.notes),
        "source": None
        if (side := comparison.systems[0].report.source) is None
        else {"path": side.path, "lang": side.lang},
        "systems": [_system(system) for system in comparison.systems],
        "pairings": [_pairing(pairing) for pairing in comparison.pairings],
        "rows": [
            {
                "source": row.source,
                **({} if row.reference is None else {"reference": row.reference}),
                "cells": {s.name: _cell(c) for s, c in zip(comparison.systems, row.cells, strict=True)},
            }
            for row in comparison.rows
        ],
    }


def _system(system: System) -> Record:
    report = system.report
    summary = report.summary
    return {
        "name": system.name,
        "path": report.target.path,
        "lang": report.target.lang,
        "signature": report.signature,
        "verdict": str(summary.verdict),
        "quality": score(summary.quality),
        "adequacy": score(summary.adequacy),
        "fluency": score(summary.fluency),
        "omissions": summary.n_omissions,
        "additions": summary.n_additions,
        "by_severity": dict(summary.by_severity),
    }


def _pairing(pairing: Pairing) -> Record:
    return {
        "baseline": pairing.baseline,
        "system": pairing.system,
        "verdict": pairing.verdict,
        "reasons": list(pairing.reasons),
        "measures": [_measure(measure) for measure in pairing.measures],
        "findings": {str(state): pairing.count(state) for state in State},
        "changes": [_change(change) for change in pairing.changes],
        "outcomes": [str(outcome) for outcome in pairing.outcomes],
    }


def _measure(measure: Measure) -> Record:
    return {
        "name": measure.name,
        "decides": measure.decides,
        "higher_is_better": measure.higher_is_better,
        "n_rows": measure.n_rows,
        "baseline": metric(measure.baseline),
        "system": metric(measure.system),
        "baseline_interval": [metric(end) for end in measure.baseline_interval],
        "system_interval": [metric(end) for end in measure.system_interval],
        "p_bootstrap": _p(measure.p_bootstrap),
        "p_randomisation": _p(measure.p_randomisation),
        "wins": measure.wins,
        "ties": measure.ties,
        "losses": measure.losses,
    }


def _p(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


def _change(change: Change) -> Record:
    return {"row": change.row, "state": str(change.state), **flag_record(change.flag)}


def _cell(cell: Cell) -> Record:
    return {
        "segments": list(cell.positions),
        "text": cell.text,
        "quality": score(cell.quality),
        "adequacy": score(cell.adequacy),
        "fluency": score(cell.fluency),
        "points": cell.points,
    }
