"""Two or more translations of one source, or two runs on one file, set against each other row by row.

Nothing here reads files or models: reports go in, a `Comparison` comes out. What decides is said in `conclude`:
possible errors and, where there is a reference, sacrebleu's metrics. Quality is shown and tested too, but never
decides: see `AGREEMENT`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from mtcheck.compare import LABELS, PER, Change, Comparison, Measure, Outcome, Pairing, Row, State, System, p_value
from mtcheck.compare_rows import bare_text, make_rows
from mtcheck.data import Flag, Side, VerdictLabel
from mtcheck.errors import InputError
from mtcheck.languages import base_tag
from mtcheck.report.model import Report
from mtcheck.significance import Sums, metric_sums, paired_tests, tests_signature

#: Characters of a row's texts up to which it is scored against a reference: some 300 words.
LONGEST = 2_000

#: By the quality model's name and revision: the share of pairs of translations of one source that its numbers rank as
#: human MQM annotators do, lowest and highest of the language pairs measured (docs/evaluation.md, "Within one
#: source"); one half is chance. A model that is not listed has not been measured.
AGREEMENT = {
    "quality-v1@308af10f": (0.509, 0.516),
    "quality-v1@308af10f+critic-v1@c75dc947": (0.519, 0.558),  # the deep tier
}


def compare_reports(reports: Sequence[Report], *, reference: Report | None = None) -> Comparison:
    """The first report against each other one. They must be on one source; reports without any are lined up by text.

    `reference` is a report on a trusted translation of the same source: its texts serve sacrebleu's metrics. Without
    it the references that the reports hold themselves are taken, where all hold some.

    Raises:
        InputError: fewer than two reports, or they are of different sources.
    """
    if len(reports) < 2:
        raise InputError("a comparison needs at least two translations or two results; found one.")
    reports = [_with_known(report) for report in reports]
    systems = tuple(System(name=_letter(i), report=report) for i, report in enumerate(reports))
    rows = tuple(make_rows(reports, reference))
    target_lang = reports[0].target.lang
    pairings = tuple(_pairing(rows, systems, k, target_lang) for k in range(1, len(systems)))
    return Comparison(
        systems=systems, rows=rows, pairings=pairings, tests=tests_signature(), notes=tuple(_notes(reports))
    )


def _with_known(report: Report) -> Report:
    """What a baseline made known is an error all the same; what a person dismissed is none."""
    segments = tuple(
        replace(segment, flags=(*segment.flags, *segment.known), known=()) if segment.known else segment
        for segment in report.segments
    )
    return replace(report, segments=segments)


def _letter(i: int) -> str:
    """A, B, ... Z, A2, B2, ..."""
    return chr(ord("A") + i % 26) + (str(i // 26 + 1) if i >= 26 else "")


def _notes(reports: Sequence[Report]) -> Iterator[str]:
    if len({report.signature for report in reports}) > 1:
        yield (
            "the signatures differ: other models, rules or settings may have moved the scores, "
            "whatever became of the text"
        )
    if len({base_tag(report.target.lang) for report in reports if report.target.lang}) > 1:
        yield "the translations are in different languages"
    paths = [report.target.path for report in reports]
    if len(set(paths)) < len(paths) and len({bare_text(report, 1) for report in reports}) == 1:
        yield "the translations are the same text"


def _pairing(rows: Sequence[Row], systems: Sequence[System], k: int, target_lang: str | None) -> Pairing:
    measures = tuple(_measures(rows, k, target_lang))
    changes = tuple(change for i, row in enumerate(rows) for change in _changes(i, row, k))
    verdict, reasons = conclude(measures, changes, systems[0], systems[k])
    return Pairing(
        baseline=systems[0].name,
        system=systems[k].name,
        verdict=verdict,
        reasons=reasons,
        measures=measures,
        changes=changes,
        outcomes=tuple(_outcomes(rows, changes, k)),
    )


def _changes(index: int, row: Row, k: int) -> Iterator[Change]:
    """The findings of one row: those of both are paired off by what they say."""
    left: dict[tuple[str, str, str], list[Flag]] = defaultdict(list)
    for flag in row.cells[0].flags:
        left[_key(flag)].append(flag)
    for flag in row.cells[k].flags:
        twin = left[_key(flag)].pop(0) if left[_key(flag)] else None
        yield Change(row=index, state=State.SAME if twin else State.NEW, flag=flag, twin=twin)
    for flags in left.values():
        yield from (Change(row=index, state=State.FIXED, flag=flag) for flag in flags)


def _key(flag: Flag) -> tuple[str, str, str]:
    """What makes findings of two translations the same; the target's words differ, the source's do not."""
    return flag.rule, str(flag.side), flag.text if flag.side is Side.SOURCE else ""


def _outcomes(rows: Sequence[Row], changes: Sequence[Change], k: int) -> Iterator[Outcome]:
    changed = {change.row for change in changes if change.state is not State.SAME}
    for i, row in enumerate(rows):
        lost = row.cells[k].points - row.cells[0].points
        if lost:
            yield Outcome.WORSE if lost > 0 else Outcome.BETTER
        else:
            yield Outcome.DIFFERENT if i in changed else Outcome.SAME


def _measures(rows: Sequence[Row], k: int, target_lang: str | None) -> Iterator[Measure]:
    sizes = np.array([max(len(row.source) or len(row.cells[0].text), 1) for row in rows], dtype=np.float64)

    def per_text(values: Sequence[float], kept: Sequence[bool]) -> Sums:
        weights = sizes[np.array(kept)]
        return np.column_stack([np.array(values) * weights, weights])

    points = [np.column_stack([[row.cells[i].points for row in rows], sizes]) for i in (0, k)]
    yield _measure("findings", points, lambda s: float(PER * s[0] / s[1]), decides=True, higher=False)
    if (faced := [row for row in rows if _faces_reference(row)]) and any(row.cells[0].text for row in faced):
        yield from _reference_measures(faced, k, target_lang)
    kept = [row.cells[0].quality is not None and row.cells[k].quality is not None for row in rows]
    if any(kept):
        known = [row for row, keep in zip(rows, kept, strict=True) if keep]
        sums = [per_text([row.cells[i].quality or 0.0 for row in known], kept) for i in (0, k)]
        yield _measure("quality", sums, lambda s: float(s[0] / s[1]), decides=False, higher=True, tie=5.0)


def _faces_reference(row: Row) -> bool:
    """Whether the row has a reference that can be scored: TER's time and memory are quadratic in the texts."""
    return (
        bool(row.reference) and max(len(text or "") for text in (row.reference, *(c.text for c in row.cells))) < LONGEST
    )


def _reference_measures(rows: Sequence[Row], k: int, target_lang: str | None) -> Iterator[Measure]:
    from mtcheck.reference import corpus_scorers

    references = [row.reference or "" for row in rows]
    for name, metric in corpus_scorers(target_lang).items():
        made = [metric_sums(metric, [row.cells[i].text for row in rows], references) for i in (0, k)]
        # TER is an error rate. BLEU of a row without a common 4-gram is 0, so chrF alone counts as a second witness.
        sums, score = [made[0][0], made[1][0]], made[0][1]
        yield _measure(name, sums, score, decides=name == "chrf", higher=name != "ter", tie=1.0)


def _measure(
    name: str, sums: Sequence[Sums], score: Callable[[Sums], float], *, decides: bool, higher: bool, tie: float = 0.0
) -> Measure:
    """`tie`: rows that differ by no more are ties (a choice: a point of chrF or TER, five of quality)."""
    tested = paired_tests(sums[0], sums[1], score)
    gains = np.array([score(b) - score(a) for a, b in zip(*sums, strict=True)]) * (1 if higher else -1)
    return Measure(
        name=name,
        decides=decides,
        higher_is_better=higher,
        n_rows=len(gains),
        baseline=tested.baseline,
        system=tested.system,
        baseline_interval=tested.baseline_interval,
        system_interval=tested.system_interval,
        p_bootstrap=tested.p_bootstrap,
        p_randomisation=tested.p_randomisation,
        wins=int((gains > tie).sum()),
        ties=int((np.abs(gains) <= tie).sum()),
        losses=int((gains < -tie).sum()),
    )


def conclude(
    measures: Sequence[Measure], changes: Sequence[Change], baseline: System, system: System
) -> tuple[str, tuple[str, ...]]:
    """Which of the two is better, as far as the figures carry, and the reasons in words."""
    deciding = [measure for measure in measures if measure.decides]
    better = [m for m in deciding if m.significant and m.gain > 0]
    worse = [m for m in deciding if m.significant and m.gain < 0]
    moved = [change for change in changes if change.state is not State.SAME]
    if all(m.gain == 0 for m in measures) and not moved:
        return "same", ("no measure and no finding differs",)
    unfit = [one.report.summary.verdict is VerdictLabel.BAD for one in (baseline, system)]
    if unfit[0] != unfit[1]:
        return "worse" if unfit[1] else "better", tuple(_unfit_words(baseline, system))
    verdict = "mixed" if better and worse else "better" if better else "worse" if worse else "undecided"
    reasons = [_in_words(m) for m in (better + worse or deciding)]
    if verdict == "undecided" and not any(m.name == "chrf" for m in measures):
        reasons.append("possible errors seldom tell two fair translations apart; a reference (--reference) often does")
    quality = next((m for m in measures if m.name == "quality"), None)
    if quality is not None and quality.gain:
        reasons.append(_quality_words(quality, baseline.report, system.report))
    return verdict, tuple(reasons)


def _in_words(measure: Measure) -> str:
    unit = f" points per {PER:,} characters" if measure.name == "findings" else ""
    figures = f"{measure.system:.1f} against {measure.baseline:.1f}{unit}, {p_value(measure)}"
    if measure.significant or measure.p is None or not measure.gain:
        return f"{LABELS[measure.name]}: {figures}"
    return f"{LABELS[measure.name]}: {figures}, which may be chance"


def _unfit_words(*systems: System) -> Iterator[str]:
    """One translation as a whole is bad and the other is not: no test is needed to tell them apart."""
    for system in systems:
        summary = system.report.summary
        reasons = "; ".join(summary.reasons[:3]) or "nothing to say against it"
        yield f"{system.name} as a whole is {summary.verdict}: {reasons}"


def _share_words(least: float, most: float) -> str:
    low, high = f"{100 * least:.0f}", f"{100 * most:.0f}"
    return f"{low} of 100" if low == high else f"{low} to {high} of 100"


def _quality_words(quality: Measure, *reports: Report) -> str:
    models = {model_of(report) for report in reports}
    known = AGREEMENT.get(models.pop() or "") if len(models) == 1 else None
    claim = (
        f"two fair translations of one source it ranks as human judges do in only {_share_words(*known)} cases, "
        f"{'little' if known[0] > 0.5 else 'no'} better than chance"
        if known
        else "how well it ranks two translations of one source has not been measured for this model"
    )
    figures = f"{quality.system:.1f} against {quality.baseline:.1f}, {p_value(quality)}"
    return f"quality ({figures}) does not decide: {claim}"


def model_of(report: Report) -> str | None:
    """Names and revisions of the quality model, and of the critic beside it, in a report's signature; None without."""
    parts = dict(part.partition(":")[::2] for part in report.signature.split("|"))
    return "+".join(parts[name] for name in ("quality", "critic") if name in parts) or None
