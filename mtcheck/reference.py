"""Scores against a reference translation: sacrebleu's BLEU, chrF and TER, with sacrebleu's own signatures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from mtcheck.data import Metric, SegmentResult

#: sacrebleu's BLEU tokenizers by language; the mecab ones need a download or a compiler, so Japanese and Korean
#: are split into characters, as sacrebleu's documentation advises where they are missing.
TOKENIZERS = {"zh": "zh", "ja": "char", "ko": "char", "th": "char"}


def _metrics(target_lang: str | None) -> dict[str, Any]:
    from sacrebleu import BLEU, CHRF, TER

    lang = (target_lang or "").split("-")[0]
    return {
        "bleu": BLEU(tokenize=TOKENIZERS.get(lang, "13a"), effective_order=True),
        "chrf": CHRF(),
        "ter": TER(),
    }


def corpus_scorers(target_lang: str | None) -> dict[str, Any]:
    """sacrebleu's metrics as they score a corpus, by name: BLEU, chrF and TER."""
    metrics = _metrics(target_lang)
    metrics["bleu"].effective_order = False  # the corpus score is the standard one
    return metrics


def corpus_metrics(hypotheses: Sequence[str], references: Sequence[str], target_lang: str | None) -> tuple[Metric, ...]:
    """Corpus-level BLEU, chrF and TER of aligned hypotheses and references (one reference each).

    An empty hypothesis counts against the score; pairs without a reference must be left out by the caller. TER is
    an error rate: lower is better, and it can exceed 100.
    """
    if not hypotheses:
        return ()
    found = []
    for name, metric in corpus_scorers(target_lang).items():
        score = metric.corpus_score(list(hypotheses), [list(references)])
        found.append(Metric(name=name, value=float(score.score), signature=str(metric.get_signature())))
    return tuple(found)


def segment_metrics(
    hypotheses: Sequence[str], references: Sequence[str], target_lang: str | None
) -> list[dict[str, float]]:
    """Segment-level scores, one dictionary a pair: bleu (effective order), chrf, ter."""
    metrics = _metrics(target_lang)
    return [
        {name: float(metric.sentence_score(hyp, [ref]).score) for name, metric in metrics.items()}
        for hyp, ref in zip(hypotheses, references, strict=True)
    ]


def common_groups(
    beads: Sequence[tuple[tuple[int, ...], tuple[int, ...]]],
    reference_beads: Sequence[tuple[tuple[int, ...], tuple[int, ...]]],
) -> list[tuple[list[int], list[int]]]:
    """Smallest runs of beads and of reference beads that cover the same source segments.

    Both arguments are (source indices, other indices) in document order. `result[k]` is (positions in `beads`,
    positions in `reference_beads`), each in one group alone; beads without source segments (additions) go with the
    group before them, so that no text is left out.
    """
    groups: list[tuple[list[int], list[int]]] = []
    i = j = 0
    while i < len(beads) or j < len(reference_beads):
        if i < len(beads) and not beads[i][0]:
            groups.append(([i], []))
            i += 1
            continue
        if j < len(reference_beads) and not reference_beads[j][0]:
            groups.append(([], [j]))
            j += 1
            continue
        own, other = [i], [j]
        left, right = beads[i][0][-1], reference_beads[j][0][-1]
        i, j = i + 1, j + 1
        while left != right:
            if left < right:
                own.append(i)
                left = beads[i][0][-1] if beads[i][0] else left
                i += 1
            else:
                other.append(j)
                right = reference_beads[j][0][-1] if reference_beads[j][0] else right
                j += 1
        groups.append((own, other))
    return _fold(groups, beads, reference_beads)


def _fold(
    groups: list[tuple[list[int], list[int]]],
    beads: Sequence[tuple[tuple[int, ...], tuple[int, ...]]],
    reference_beads: Sequence[tuple[tuple[int, ...], tuple[int, ...]]],
) -> list[tuple[list[int], list[int]]]:
    """Groups without source segments joined to the one before, or, at the head, to the one after."""
    folded: list[tuple[list[int], list[int]]] = []
    has_source: list[bool] = []
    for own, other in groups:
        sourced = any(beads[i][0] for i in own) or any(reference_beads[j][0] for j in other)
        if folded and not (sourced and has_source[-1]):
            folded[-1][0].extend(own)
            folded[-1][1].extend(other)
            has_source[-1] |= sourced
        else:
            folded.append((own, other))
            has_source.append(sourced)
    return folded


def with_reference(
    records: list[SegmentResult], grouped: Sequence[tuple[list[int], str]], target_lang: str | None
) -> tuple[list[SegmentResult], tuple[Metric, ...]]:
    """Segment metrics where one record faces its own stretch of reference; corpus metrics over all groups."""
    hypotheses = [" ".join(records[i].target for i in positions if records[i].target) for positions, _ in grouped]
    texts = [text for _, text in grouped]
    filled = list(records)
    for (positions, text), values in zip(grouped, segment_metrics(hypotheses, texts, target_lang), strict=True):
        sourced = [i for i in positions if records[i].source]
        alone = sourced if len(sourced) == 1 else []
        for i in positions:
            filled[i] = replace(records[i], reference=text, metrics=values if i in alone else {})
    return filled, corpus_metrics(hypotheses, texts, target_lang)
