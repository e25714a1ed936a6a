"""Report -> what the page prints: every string already safe to read, every number already rounded."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mtcheck.data import Flag, Hint, SegmentResult, Severity, Side, SideInfo, VerdictLabel
from mtcheck.languages import direction, is_known
from mtcheck.report import places
from mtcheck.report.model import Report
from mtcheck.report.places import Kind, address, first_position
from mtcheck.report.review import all_flags, finding_ids
from mtcheck.report.rounding import score, whole
from mtcheck.report.shapes import Bead, Bin, Cell, CountRow, First, Page, Reason, ScoreView, Text
from mtcheck.report.spans import WHOLE, Mark, isolated, marked, shown_units
from mtcheck.report.visible import one_line, plain
from mtcheck.report.words import count, found, headline, language, mqm_words

if TYPE_CHECKING:
    from mtcheck.word_matches import WordMatch

#: Findings shown in one bead, cells in the map, and places in "fix these first".
MAX_REASONS, MAX_CELLS, N_WORST = 200, 2_000, 10

#: Code points of a passage quoted in "fix these first".
QUOTED, CONTEXT = 160, 60

HEADINGS = ("Why", "Flags", "Passes", "Limits")  # of a rule's page

#: What the quality model's scale says (`mtcheck.quality`).
QUALITY_MEANING = "Overall. Sound human translations reach 85 as often as not, and 70 nearly always."

HINTS_NOTE = "Shaded words are the likeliest to be wrong; a guess of the quality model."

BINS = 20  # of the histogram, five points wide; 100 belongs to the last

_LANG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_VERDICTS = tuple(VerdictLabel)  # the order of the digits in `Page.columns`


def page_view(report: Report, rule_docs: Mapping[str, str]) -> Page:
    """The page's head, map, tables and foot."""
    summary, kinds = report.summary, places.kinds(report)
    worst = places.worst(report, N_WORST)
    target_path = one_line(report.target.path)
    source_path = one_line(report.source.path) if report.source else ""
    source_language, target_language = (one_line(language(s.lang)) if s else "" for s in (report.source, report.target))
    by_verdict = tuple((str(label), summary.by_verdict.get(str(label), 0)) for label in VerdictLabel)
    cells, per_cell = _cells(report.segments, kinds)
    reasons = [one_line(reason) for reason in summary.reasons]
    return Page(
        **_frame(report.source is None),
        title=f"{target_path}: {headline(summary, alone=report.source is None).lower()}",
        column_titles=() if report.source is None else (source_language, target_language),
        filters=by_verdict,
        document=target_path,
        verdict=str(summary.verdict),
        headline=headline(summary, alone=report.source is None),
        lede=_sentence("; ".join(reasons)) if reasons else _sentence(found(report)),
        alone=report.source is None,
        subject=target_path + (f" against {source_path}" if source_path else ""),
        target_path=target_path,
        source_path=source_path,
        languages=" to ".join(one_line(language(s.lang)) for s in (report.source, report.target) if s),
        scores=tuple(_scores(report)),
        metrics=tuple((one_line(m.name), f"{m.value:.1f}", one_line(m.signature)) for m in report.metrics),
        notes=tuple(_notes(report)),
        first=tuple(_first(report, place) for place in worst.shown),
        first_more=_first_more(worst),
        cells=cells,
        per_cell=per_cell,
        counts=tuple(_counts(report)),
        bins=(histogram := _bins(report.segments))[0],
        bins_label=histogram[1],
        by_verdict=by_verdict,
        n_beads=len(report.segments),
        facts=tuple(_facts(report)),
        signature=one_line(report.signature),
        version=one_line(report.version),
        rules=tuple(rule_pages(report.segments, rule_docs)),
        columns=_columns(report.segments, kinds),
        worst_positions=_by_rank(report.segments),
    )


def _frame(alone: bool) -> dict[str, Any]:
    """The words of the page that do not depend on what was found."""
    adequacy = () if alone else (("a", "By adequacy"),)
    return {
        "body": "alone" if alone else "pair",
        "list_title": "The translation, segment by segment" if alone else "Source and translation, side by side",
        "filter_title": "Verdict",
        "sorts": (
            ("", "In document order"),
            ("worst", "Worst first"),
            ("q", "By quality"),
            *adequacy,
            ("f", "By fluency"),
        ),
        "caution": (
            "Findings are possible errors: a program raised them and a person decides. Scores run from 0 to 100 and "
            "are comparable only under the same signature."
        ),
        "reviewed": True,
    }


def bead_views(
    report: Report, rule_docs: Mapping[str, str], words: Sequence[Sequence[WordMatch]] = ()
) -> Iterator[Bead]:
    """The beads in order; `words` are the word matches of each, or nothing."""
    elsewhere, ids = _elsewhere(report), finding_ids(report.segments)
    for position, (segment, kind) in enumerate(zip(report.segments, places.kinds(report), strict=True)):
        matches = words[position] if words else ()
        yield _bead(report, position, segment, kind, elsewhere.get(position, ()), rule_docs, ids[position], matches)


def _bead(
    report: Report,
    position: int,
    segment: SegmentResult,
    kind: Kind,
    elsewhere: tuple[int, ...],
    docs: Mapping[str, str],
    ids: Sequence[str],
    words: Sequence[WordMatch],
) -> Bead:
    n = position + 1
    n_new, n_known = len(segment.flags), len(segment.known)
    if segment.known or segment.dismissed:
        segment = replace(segment, flags=all_flags(segment), known=(), dismissed=())
    flags = segment.flags[:MAX_REASONS]
    states = ["", "known", "dismissed"]
    where = places.locate(segment) if flags else []
    side = Side.TARGET if segment.target or report.source is None else Side.SOURCE
    info = report.target if side is Side.TARGET or report.source is None else report.source
    line, column = first_position(segment, side)
    sizes = len(segment.bead[0]), len(segment.bead[1])
    return Bead(
        n=n,
        verdict=str(segment.verdict),
        kind=str(kind),
        quality=whole(segment.quality),
        adequacy=whole(segment.adequacy),
        fluency=whole(segment.fluency),
        shape=f"{sizes[0]} to {sizes[1]}" if kind is Kind.PAIR and sizes not in ((1, 1), (0, 0)) else "",
        line=_line_words(info, segment, side, line),
        address=address(one_line(info.path), line, column),
        source=_text(report.source, segment, Side.SOURCE, flags, n) if report.source and segment.source else None,
        target=_text(report.target, segment, Side.TARGET, flags, n) if segment.target else None,
        reference=marked(segment.reference, ()) if segment.reference is not None else None,
        metrics=", ".join(f"{one_line(name)} {value:.1f}" for name, value in segment.metrics.items()),
        reasons=tuple(
            _reason(
                report,
                flag,
                n,
                i + 1,
                where[i],
                flag.rule in docs,
                ids[i],
                states[(i >= n_new) + (i >= n_new + n_known)],
            )
            for i, flag in enumerate(flags)
        ),
        n_more=len(segment.flags) - len(flags),
        matches=_match_numbers(segment, words),
        notes=(
            *(_sentence(one_line(note)) for note in segment.notes if not _obvious(kind, note)),
            *((HINTS_NOTE,) if segment.hints else ()),
        ),
        elsewhere=elsewhere,
    )


def _match_numbers(segment: SegmentResult, words: Sequence[WordMatch]) -> str:
    """The word matches as the page's script counts: UTF-16 units of what is shown as plain text."""
    if not words or max(len(segment.source), len(segment.target)) > WHOLE:
        return ""
    source, target = shown_units(segment.source), shown_units(segment.target)
    return " ".join(f"{source[a]} {source[b]} {target[c]} {target[d]}" for a, b, c, d in words)


def _obvious(kind: Kind, note: str) -> bool:
    """Whether a note says only that a missing side has no score, which the empty side of the bead shows."""
    return kind in (Kind.OMISSION, Kind.ADDITION) and note.startswith(("no adequacy", "no fluency"))


def _text(info: SideInfo, segment: SegmentResult, side: Side, flags: Sequence[Flag], n: int) -> Text:
    text, base = places.text_of(segment, side), places.base_of(segment, side)
    marks = [
        Mark(i + 1, *offsets_in(flag, text, base), int(flag.severity), f"b{n}e{i + 1}")
        for i, flag in enumerate(flags)
        if flag.side is side
    ]
    marks += [Mark(0, *offsets_in(hint, text, base), 0, "") for hint in segment.hints if hint.side is side]
    return Text(
        html=marked(text, marks),
        lang=lang_tag(info.lang),
        dir=text_dir(info.lang),
    )


def offsets_in(flag: Flag | Hint, text: str, base: int) -> tuple[int, int]:
    """The flag's place in the bead's own text; searched only where the file holds it escaped (a CSV cell, XML)."""
    start, end = flag.start - base, flag.end - base
    if text[max(start, 0) : max(end, 0)] == flag.text:
        return start, end
    nearest = text.find(flag.text, max(min(start, len(text)) - len(flag.text), 0)) if flag.text else -1
    if nearest < 0 and flag.text:
        nearest = text.find(flag.text)
    return (nearest, nearest + len(flag.text)) if nearest >= 0 else (start, end)


def _reason(
    report: Report,
    flag: Flag,
    n: int,
    number: int,
    where: tuple[int | None, int | None],
    explained: bool,
    name: str,
    state: str,
) -> Reason:
    info = report.source if flag.side is Side.SOURCE and report.source else report.target
    return Reason(
        number=number,
        anchor=f"b{n}e{number}",
        severity=str(flag.severity),
        level=int(flag.severity),
        name=one_line(flag.name),
        rule=one_line(flag.rule),
        message=isolated(one_line(flag.message)),
        **_where(info, *where),
        suggestion=None if flag.suggestion is None else one_line(flag.suggestion),
        explained=explained,
        id=name,
        state=state,
    )


def _line_words(info: SideInfo, segment: SegmentResult, side: Side, line: int | None) -> str:
    """ "line 12", with what the file itself calls the place where it does."""
    unit = places.unit_words(info, segment, side)
    words = [*([] if line is None else [f"line {line}"]), *([one_line(unit, 60)] if unit else [])]
    return ", ".join(words)


def _where(info: SideInfo, line: int | None, column: int | None) -> dict[str, str]:
    """The place as it is shown and, where that is longer, as it is copied."""
    path = one_line(info.path)
    name = path.replace("\\", "/").rstrip("/").rpartition("/")[2] or path
    shown, whole_address = address(name, line, column), address(path, line, column)
    return {"where": shown, "address": "" if shown == whole_address else whole_address}


def _elsewhere(report: Report) -> dict[int, tuple[int, ...]]:
    """For each position of a bead in a moved block: the numbers of the beads that hold its counterpart."""
    if not report.moves:
        return {}
    at: dict[tuple[int, int], int] = {}
    for position, segment in enumerate(report.segments):
        for which in (0, 1):
            at.update({(which, index): position for index in segment.bead[which]})
    links: dict[int, set[int]] = defaultdict(set)
    for move in report.moves:
        sides = [
            {at[which, i] for i in indices if (which, i) in at}
            for which, indices in ((0, move.source), (1, move.target))
        ]
        for here, there in (sides, sides[::-1]):
            for position in here:
                links[position] |= there - {position}
    return {position: tuple(sorted(other + 1 for other in others)) for position, others in links.items()}


def _scores(report: Report) -> Iterator[ScoreView]:
    summary = report.summary
    judged = report.tiers.get("quality") in ("embedded", "deep")
    meanings = {
        "quality": QUALITY_MEANING if judged else "Overall, from the scores below and what was found.",
        "adequacy": "Whether the meaning of the source is kept.",
        "fluency": "Whether the translation reads well on its own.",
    }
    for name, meaning in meanings.items():
        if name == "adequacy" and report.source is None:
            continue
        value: float | None = getattr(summary, name)
        interval = summary.interval if name == "quality" else None
        low, high = (score(interval[0]), score(interval[1])) if interval else (None, None)
        yield ScoreView(
            name=name,
            value=whole(value),
            at=score(value, name),
            low=low,
            high=high,
            interval=f"{whole(low)} to {whole(high)}" if interval else "",
            meaning=meaning,
        )


def _notes(report: Report) -> list[str]:
    sides = [("Source", report.source), ("Translation", report.target)]
    notes = [*report.notes, *(f"{name}: {note}" for name, side in sides if side for note in side.notes)]
    return list(dict.fromkeys(_sentence(one_line(note)) for note in notes))


def _first(report: Report, place: places.Place) -> First:
    segment = report.segments[place.position]
    info = report.source if place.side is Side.SOURCE and report.source else report.target
    text, base = places.text_of(segment, place.side), places.base_of(segment, place.side)
    start, end = offsets_in(place.flag, text, base) if place.flag else (0, 0)
    left, right = places.context(text, start, max(end, start), CONTEXT)
    if place.flag is None or end - start > QUOTED:
        right = min(start + QUOTED, len(text))
    cut = text[left:right]
    n = place.position + 1
    marks = [] if place.flag is None else [Mark(0, start - left, end - left, int(place.severity), "")]
    return First(
        n=n,
        severity=str(place.severity),
        name=one_line(place.name),
        reason=isolated(one_line(place.reason)),
        excerpt=Text(
            html=("…" if left else "") + marked(cut, marks) + ("…" if right < len(text) else ""),
            lang=lang_tag(info.lang),
            dir=text_dir(info.lang),
        ),
        **_where(info, place.line, place.column),
        more=f"and {place.n_more} more here" if place.n_more else "",
    )


def _first_more(worst: places.Worst) -> str:
    if not worst.n_more:
        return ""
    names = ", ".join(f"{one_line(name)} ({n})" for name, n in list(worst.more_by_name.items())[:5])
    return f"Then {count(worst.n_more, 'more segment')}: {names}."


def _cells(segments: Sequence[SegmentResult], kinds: Sequence[Kind]) -> tuple[tuple[Cell, ...], int]:
    per_cell = -(-len(segments) // MAX_CELLS) or 1
    cells = []
    for start in range(0, len(segments), per_cell):
        rows = range(start, min(start + per_cell, len(segments)))
        worst = min(rows, key=lambda i: _gravity(segments[i]))
        segment = segments[worst]
        quality = "" if segment.quality is None else f", quality {whole(segment.quality)}"
        names = ", ".join(dict.fromkeys(one_line(flag.name) for flag in segment.flags[:20]))
        span = f"{start + 1} to {rows[-1] + 1}, worst {worst + 1}" if len(rows) > 1 else str(worst + 1)
        cells.append(
            Cell(
                n=worst + 1,
                verdict=str(segment.verdict),
                kind=str(kinds[worst]),
                title=f"{span}: {segment.verdict}{quality}" + (f" ({names})" if names else ""),
            )
        )
    return tuple(cells), per_cell


def _gravity(segment: SegmentResult) -> tuple[int, int, float]:
    order = (VerdictLabel.BAD, VerdictLabel.CHECK, VerdictLabel.CANNOT_JUDGE, VerdictLabel.GOOD)
    severity = max((flag.severity for flag in segment.flags), default=Severity.NEUTRAL)
    quality = score(segment.quality)
    return order.index(segment.verdict), -severity, 50.0 if quality is None else quality


def _by_rank(segments: Sequence[SegmentResult]) -> tuple[int, ...]:
    return tuple(sorted(range(len(segments)), key=lambda i: (_gravity(segments[i]), i)))


def _counts(report: Report) -> Iterator[CountRow]:
    levels = (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)
    table: dict[str, dict[tuple[str, str], Counter[Severity]]] = defaultdict(lambda: defaultdict(Counter))
    for segment in report.segments:
        for flag in segment.flags:
            table[flag.category][flag.rule, flag.name][flag.severity] += 1

    def grave(counts: Counter[Severity]) -> tuple[int, ...]:
        return tuple(-counts[level] for level in levels)

    totals = {category: sum(rules.values(), Counter()) for category, rules in table.items()}
    for category in sorted(table, key=lambda c: (grave(totals[c]), c)):
        total = totals[category]
        yield CountRow(
            name=one_line(category), rule="", by_severity=tuple(total[level] for level in levels), total=total.total()
        )
        for (rule, name), counts in sorted(table[category].items(), key=lambda item: (grave(item[1]), item[0])):
            yield CountRow(
                name=one_line(name),
                rule=one_line(rule),
                by_severity=tuple(counts[level] for level in levels),
                total=counts.total(),
            )


def _bins(segments: Sequence[SegmentResult]) -> tuple[tuple[Bin, ...], str]:
    counts: list[Counter[VerdictLabel]] = [Counter() for _ in range(BINS)]
    for segment in segments:
        quality = score(segment.quality)
        if quality is not None:
            counts[min(int(quality * BINS / 100), BINS - 1)][segment.verdict] += 1
    tallest = max((counter.total() for counter in counts), default=0) or 1
    bins = []
    for i, counter in enumerate(counts):
        y, parts = 100.0, []
        for label in (VerdictLabel.GOOD, VerdictLabel.CHECK, VerdictLabel.BAD, VerdictLabel.CANNOT_JUDGE):
            if counter[label]:
                height = round(100 * counter[label] / tallest, 2)
                y = round(y - height, 2)
                parts.append((str(label), y, height))
        low, high = i * 100 // BINS, (i + 1) * 100 // BINS
        title = f"quality {low} to {high}: {count(counter.total(), 'segment')}"
        bins.append(Bin(x=i, low=low, high=high, title=title, parts=tuple(parts)))
    filled = "; ".join(item.title for item in bins if item.parts) or "no segment has a quality"
    return tuple(bins), f"Histogram of quality. {filled}."


def _facts(report: Report) -> Iterator[tuple[str, str]]:
    for name, side in (("Source", report.source), ("Translation", report.target)):
        if side is not None:
            lang = f"{language(side.lang)} ({side.lang or 'unknown'}, {side.lang_origin})"
            size = f"{count(side.n_segments, 'segment')}, {count(side.n_chars, 'character')}, {side.encoding}"
            yield name, one_line(f"{side.path}: {lang}, {size}")
    if report.summary.mqm is not None:
        yield "MQM estimate", mqm_words(report.summary.mqm)
    if report.tiers:
        yield "Numbers from", one_line(", ".join(f"{what}: {tier}" for what, tier in report.tiers.items()))


def rule_pages(
    segments: Sequence[SegmentResult], docs: Mapping[str, str]
) -> Iterator[tuple[str, str, tuple[tuple[str, str], ...]]]:
    """Code, name and page of each rule that found something in the segments."""
    names = {flag.rule: flag.name for segment in segments for flag in all_flags(segment)}
    for code in sorted(names):
        if code in docs:
            yield one_line(code), one_line(names[code]), tuple(_paragraphs(docs[code]))


def _paragraphs(page: str) -> Iterator[tuple[str, str]]:
    """A rule's page in parts: `("", first words)`, then `("Why", ...)` and so on."""
    heading, lines = "", list[str]()
    for line in plain(page).splitlines():
        name, colon, rest = line.partition(":")
        if colon and name in HEADINGS:
            yield heading, "\n".join(lines).strip()
            heading, lines = name, [rest]
        else:
            lines.append(line.strip())
    yield heading, "\n".join(lines).strip()


def _columns(segments: Sequence[SegmentResult], kinds: Sequence[Kind]) -> dict[str, Any]:
    """One entry a bead: verdict and worst severity as digits, scores, and the rules that flagged it."""
    codes = sorted({flag.rule for segment in segments for flag in segment.flags})
    number = {code: i for i, code in enumerate(codes)}
    category = {flag.rule: flag.category for segment in segments for flag in segment.flags}
    return {
        "n": len(segments),
        "v": "".join(str(_VERDICTS.index(segment.verdict)) for segment in segments),
        "s": "".join(str(int(max((f.severity for f in segment.flags), default=0))) for segment in segments),
        "k": "".join(str(tuple(Kind).index(kind)) for kind in kinds),
        "q": [score(segment.quality) for segment in segments],
        "a": [score(segment.adequacy) for segment in segments],
        "f": [score(segment.fluency) for segment in segments],
        "rules": [one_line(code) for code in codes],
        "categories": [one_line(category[code]) for code in codes],
        "r": {
            i: sorted({number[flag.rule] for flag in segment.flags})
            for i, segment in enumerate(segments)
            if segment.flags
        },
    }


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "…")) else text + "."


def lang_tag(lang: str | None) -> str:
    """The tag for a `lang` attribute; "" where it is none."""
    return lang if lang and _LANG.fullmatch(lang) else ""


def text_dir(lang: str | None) -> str:
    """The value of a `dir` attribute."""
    return direction(lang) if lang and lang_tag(lang) and is_known(lang) else "auto"
