from __future__ import annotations

import random

import numpy as np
import pytest
from align_toys import AdditiveToyEncoder, ToyEncoder, say, segments, sentence

from mtcheck.align import align_segments
from mtcheck.align_anchors import name_key, number_keys, shared_pairs
from mtcheck.align_band import plan_band
from mtcheck.align_best import Best, longest_ascending
from mtcheck.align_sides import length_units
from mtcheck.align_spans import SpanVectors, span_text
from mtcheck.data import Alignment

Shape = list[tuple[tuple[int, ...], tuple[int, ...]]]


def shape(alignment: Alignment) -> Shape:
    return [(bead.source, bead.target) for bead in alignment.beads]


def aligned(source: list[str], target: list[str]) -> Alignment:
    return align_segments(segments(source), segments(target), AdditiveToyEncoder())


@pytest.fixture
def meanings() -> list[list[int]]:
    rng = random.Random(7)
    return [sentence(rng) for _ in range(12)]


def test_one_to_one(meanings: list[list[int]]) -> None:
    out = aligned([say(m, "a") for m in meanings], [say(m, "b") for m in meanings])
    assert shape(out) == [((k,), (k,)) for k in range(12)]
    assert all(bead.similarity is not None and bead.similarity > 0.99 for bead in out.beads)
    assert all(bead.confidence > 0.9 and bead.cost < 0.1 for bead in out.beads)


def test_joined_target_is_two_to_one(meanings: list[list[int]]) -> None:
    target = [say(m, "b") for m in meanings]
    target[4:6] = [" ".join(target[4:6])]
    beads = shape(aligned([say(m, "a") for m in meanings], target))
    assert ((4, 5), (4,)) in beads
    assert len(beads) == 11


def test_split_into_three_is_one_to_three(meanings: list[list[int]]) -> None:
    meanings[3] = list(range(100, 121))
    target = [say(m, "b") for m in meanings]
    target[3:4] = [say(meanings[3][k : k + 7], "b") for k in (0, 7, 14)]
    assert ((3,), (3, 4, 5)) in shape(aligned([say(m, "a") for m in meanings], target))


def test_shifted_boundary_is_two_to_two(meanings: list[list[int]]) -> None:
    flat = meanings[5] + meanings[6]
    cut = len(meanings[5]) // 2
    target = [say(m, "b") for m in meanings]
    target[5:7] = [say(flat[:cut], "b"), say(flat[cut:], "b")]
    assert ((5, 6), (5, 6)) in shape(aligned([say(m, "a") for m in meanings], target))


def test_omission_and_addition_are_null_beads(meanings: list[list[int]]) -> None:
    source = [say(m, "a") for m in meanings]
    target = [say(m, "b") for k, m in enumerate(meanings) if k != 8]
    target.insert(2, say([590, 591, 592, 593, 594, 595, 596], "b"))
    out = aligned(source, target)
    nulls = [bead for bead in out.beads if not bead.source or not bead.target]
    assert [(bead.source, bead.target) for bead in nulls] == [((), (2,)), ((8,), ())]
    assert all(bead.similarity is None and bead.confidence > 0.8 for bead in nulls)


def test_missing_block_stays_together(meanings: list[list[int]]) -> None:
    target = [say(m, "b") for m in meanings[:3] + meanings[8:]]
    out = aligned([say(m, "a") for m in meanings], target)
    assert [bead.source for bead in out.beads if not bead.target] == [(3,), (4,), (5,), (6,), (7,)]


def test_unrelated_documents_get_no_confident_beads() -> None:
    rng = random.Random(3)
    source = [say([rng.randrange(0, 300) for _ in range(9)], "a") for _ in range(30)]
    target = [say([rng.randrange(300, 600) for _ in range(9)], "b") for _ in range(30)]
    matched = [bead for bead in aligned(source, target).beads if bead.source and bead.target]
    assert sum(bead.confidence > 0.8 for bead in matched) <= 2


def test_empty_sides() -> None:
    assert aligned([], []).beads == ()
    assert shape(aligned(["a1."], [])) == [((0,), ())]
    assert shape(aligned([], ["b1.", "b2."])) == [((), (0,)), ((), (1,))]


@pytest.mark.parametrize(("n", "m"), [(1, 1), (1, 40), (40, 1), (2, 3)])
def test_lopsided_and_blank_documents(n: int, m: int) -> None:
    for text in ("a1 a2 a3.", "…", ""):
        beads = shape(aligned([text] * n, [text] * m))
        assert [i for s, _ in beads for i in s] == list(range(n))
        assert [j for _, t in beads for j in t] == list(range(m))


def test_figures_decide_between_like_sentences() -> None:
    source = [f"a{k} a2 a3 {year}." for k, year in ((1, 1990), (1, 1991), (1, 1992), (1, 1993))]
    target = [f"b{k} b2 b3 {year}." for k, year in ((1, 1990), (1, 1992), (1, 1993))]
    assert shape(aligned(source, target))[-2:] == [((2,), (1,)), ((3,), (2,))]


def test_encoders_without_sums_are_given_whole_runs(meanings: list[list[int]]) -> None:
    source, target = [say(m, "a") for m in meanings], [say(m, "b") for m in meanings]
    target[4:6] = [" ".join(target[4:6])]
    plain = align_segments(segments(source), segments(target), ToyEncoder())
    assert shape(plain) == shape(aligned(source, target))


def test_merged_text_is_cut_out_of_the_document() -> None:
    text = "Eins.\n\n  Zwei."
    parts = segments(["Eins.", "Zwei."])
    cut = [
        type(part)(index=part.index, text=part.text, start=text.index(part.text), end=text.index(part.text) + 5)
        for part in parts
    ]
    assert span_text(cut, 0, 2, text) == text
    assert span_text(parts, 0, 2, None) == "Eins. Zwei."


def test_progress_ends_at_its_total(meanings: list[list[int]]) -> None:
    seen: list[tuple[int, int]] = []
    texts = segments([say(m, "a") for m in meanings])
    align_segments(texts, texts, ToyEncoder(), progress=lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1]
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_signature_names_aligner_and_encoder(meanings: list[list[int]]) -> None:
    signature = aligned(["a1"], ["b1"]).signature
    assert "toy@1" in signature
    assert signature.startswith("aligner:")


def test_long_documents_are_searched_in_a_band() -> None:
    rng = random.Random(5)
    meanings = [sentence(rng) for _ in range(900)]
    kept = [k for k in range(900) if not 300 <= k < 420 and k % 37]
    out = aligned([say(m, "a") for m in meanings], [say(meanings[k], "b") for k in kept])
    right = {((k,), (place,)) for place, k in enumerate(kept)}
    assert len(right & set(shape(out))) > 0.98 * len(right)


def test_band_is_small_and_holds_the_path() -> None:
    rng = np.random.default_rng(0)
    vectors = rng.normal(size=(3000, 48)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    kept = np.r_[0:1000, 1400:3000]
    band = plan_band(vectors, vectors[kept])
    assert band.n_cells < 0.1 * 3000 * 2600
    assert all(band.lo[k + 1] <= place + 1 < band.hi[k + 1] for place, k in enumerate(kept.tolist()))


def test_runs_are_sums_of_segments() -> None:
    parts = segments(["a1 a2.", "a3.", "a4 a5."])
    summed = SpanVectors(parts, AdditiveToyEncoder())
    whole = SpanVectors(parts, ToyEncoder())
    for k in (1, 2, 3, 4):
        assert np.allclose(summed.ending(k, 0, 4), whole.ending(k, 0, 4), atol=1e-5)
    assert not summed.ending(2, 0, 2).any()


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("1 000 000 Euro, 3,5 %", ["1000000", "35"]),
        ("٣٤ و 12", ["34", "12"]),
        ("Schreib an x.y@example.org!", ["x.y@example.org"]),
        ("keine", []),
    ],
)
def test_number_keys(text: str, keys: list[str]) -> None:
    assert number_keys(text) == keys


def test_names_sound_alike_across_scripts() -> None:
    for one, other in (("Путин", "Putin"), ("Москва", "Moskva"), ("Вашингтон", "Washington"), ("Αθήνα", "Athina")):
        assert name_key(one) == name_key(other)
    assert name_key("Rio") is None


def test_shared_pairs_stay_in_their_window() -> None:
    everywhere = {"7": [0, 1, 2, 3]}
    window = np.array([0, 1, 2, 3]), np.array([1, 2, 3, 4])
    pairs = shared_pairs(everywhere, everywhere, window)
    assert pairs.source.tolist() == pairs.target.tolist() == [0, 1, 2, 3]
    assert not len(shared_pairs(everywhere, everywhere, window, most=3).source)


def test_length_units_make_scripts_comparable() -> None:
    assert length_units("abc") == 3
    assert length_units("中国") == 6


def test_best_counterparts_tell_how_similar_translations_are() -> None:
    best = Best(40, 40)
    similar = np.full((40, 40), 0.1, np.float32)
    np.fill_diagonal(similar, 0.7)
    best.add(similar, 0, 0)
    assert best.source_at.tolist() == list(range(40))
    assert best.typical() == pytest.approx((0.7 * (40 - 2 * 40**0.5) + 4.0) / (48 - 2 * 40**0.5), abs=1e-5)
    assert Best(0, 3).typical() == 0.5


def test_longest_ascending_is_strict() -> None:
    assert longest_ascending(np.array([2, 2, 2])).size == 1
    assert longest_ascending(np.array([], np.int64)).size == 0
    assert longest_ascending(np.array([5, 1, 6, 2, 7, 3])).tolist() in ([1, 3, 5], [0, 2, 4])
