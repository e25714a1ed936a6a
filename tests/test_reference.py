"""Reference metrics agree with sacrebleu itself; groups cover what two alignments have in common."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtcheck.reference import common_groups, corpus_metrics, segment_metrics

Beads = list[tuple[tuple[int, ...], tuple[int, ...]]]

HYPOTHESES = ["The cat sat on the mat.", "It rained all day long in the city."]
REFERENCES = ["The cat sat on the mat.", "It was raining all day in town."]


def test_corpus_scores_and_signatures_are_sacrebleus() -> None:
    import sacrebleu

    found = {metric.name: metric for metric in corpus_metrics(HYPOTHESES, REFERENCES, "en")}
    assert found["bleu"].value == sacrebleu.corpus_bleu(HYPOTHESES, [REFERENCES]).score
    assert found["chrf"].value == sacrebleu.corpus_chrf(HYPOTHESES, [REFERENCES]).score
    assert found["ter"].value == sacrebleu.corpus_ter(HYPOTHESES, [REFERENCES]).score
    assert "tok:13a" in found["bleu"].signature
    assert "nc:6" in found["chrf"].signature


def test_segment_scores() -> None:
    first, second = segment_metrics(HYPOTHESES, REFERENCES, "en")
    assert round(first["bleu"], 6) == 100
    assert first["ter"] == 0
    assert second["chrf"] < 100


def test_chinese_is_not_cut_at_spaces() -> None:
    bleu = corpus_metrics(["今天下雨了。"], ["今天下雨了。"], "zh")[0]
    assert "tok:zh" in bleu.signature
    assert round(bleu.value, 6) == 100


def test_nothing_to_score() -> None:
    assert corpus_metrics([], [], "en") == ()


def cut(sizes: list[tuple[int, int]], n: int) -> Beads:
    """Beads of these (source, other) sizes, padded or clipped to cover n source segments."""
    result: Beads = []
    source = other = 0
    for size, m in [*sizes, *[(1, 1)] * n]:
        size = min(size, n - source)
        if size or m:
            result.append((tuple(range(source, source + size)), tuple(range(other, other + m))))
        source, other = source + size, other + m
        if source == n:
            break
    return result


SIZES = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), max_size=8)


@given(st.integers(1, 12), SIZES, SIZES)
def test_groups_hold_every_bead_once_and_cover_the_same_source(
    n: int, sizes: list[tuple[int, int]], other_sizes: list[tuple[int, int]]
) -> None:
    one, other = cut(sizes, n), cut(other_sizes, n)
    groups = common_groups(one, other)
    assert [i for own, _ in groups for i in own] == list(range(len(one)))
    assert [j for _, matching in groups for j in matching] == list(range(len(other)))
    for own, matching in groups:
        if own and matching:
            assert sorted(s for i in own for s in one[i][0]) == sorted(s for j in matching for s in other[j][0])
