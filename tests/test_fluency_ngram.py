"""The hashed back-off tables: what is packed comes back, and the estimated model is a probability distribution."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.fluency_model import LanguageModel, Lexicon, candidates, string_hash
from mtcheck.fluency_net import WIDTH, Net, neighbours
from mtcheck.fluency_ngram import KeyTable, NgramModel, key_bits, mix
from training.fluency import net as net_training
from training.fluency import ngrams
from training.fluency.corrupt import KINDS, Resources, corrupt, join, split

SENTENCES = ["a b a b c", "a b c", "b c a", "c a b a", "a c", "b a b c a"]


def _ids(sentences: list[str]) -> tuple[list[int], list[int]]:
    names = {"<s>": 0, "</s>": 1, "a": 2, "b": 3, "c": 4}
    ids, position = [], []
    for sentence in sentences:
        row = ["<s>", *sentence.split(), "</s>"]
        ids += [names[word] for word in row]
        position += list(range(len(row)))
    return ids, position


def _model(order: int, budget: int) -> NgramModel:
    ids, position = _ids(SENTENCES * 3)
    tensors = ngrams.estimate(np.array(ids), np.array(position), 5, order, budget, "x")
    return NgramModel.from_tensors(tensors, "x")


@given(st.lists(st.integers(0, 2**64 - 1), unique=True, max_size=400))
def test_packed_keys_come_back(values: list[int]) -> None:
    bits = key_bits(len(values))
    keys = np.unique(mix(np.array(values, dtype=np.uint64)) >> np.uint64(64 - bits))
    table = KeyTable(keys, bits)
    again = KeyTable.unpack(*table.pack())
    assert again.bits == bits
    assert np.array_equal(again.keys, keys)
    found = again.find(mix(np.array(values, dtype=np.uint64)))
    assert (found >= 0).all()


@pytest.mark.parametrize(("order", "budget"), [(2, 1000), (3, 1000), (3, 6), (4, 12)])
def test_probabilities_of_the_next_word_sum_to_one(order: int, budget: int) -> None:
    model = _model(order, budget)
    for context in ("", "a", "a b", "b a b", "c c"):
        total = 0.0
        for word in ("a", "b", "c", "</s>"):
            ids, position = _ids([context])
            ids = [*ids[:-1], {"a": 2, "b": 3, "c": 4, "</s>": 1}[word]]
            logp, _ = model.score(np.array(ids), np.array(position))
            total += float(np.exp(logp[-1]))
        # one byte a logarithm: a few percent; pruned lower orders stand in for exact ones
        assert total == pytest.approx(1.0, abs=0.15 if budget > 100 else 0.3)


def test_longer_contexts_are_used_and_starts_are_not_crossed() -> None:
    model = _model(3, 1000)
    ids, position = _ids(["a b", "c"])
    logp, used = model.score(np.array(ids), np.array(position))
    alone, _ = model.score(*(np.array(part) for part in _ids(["c"])))
    assert used.max() >= 2
    assert np.allclose(logp[-2:], alone[-2:])


def test_lexicon_finds_its_words_and_classes() -> None:
    keys = ["house", "~", "^", "~ing", "."]
    bits = key_bits(len(keys))
    hashes = mix(np.array([string_hash(key) for key in keys], dtype=np.uint64)) >> np.uint64(64 - bits)
    lexicon = Lexicon(KeyTable(np.unique(hashes), bits), np.zeros(5, dtype=np.float32))
    assert (lexicon.ids(keys) >= 0).all()
    assert candidates("Walking", True)[:2] == ["walking", "Walking"]
    assert candidates("walking", False)[-2:] == ["~g", "~"]
    assert candidates("London", False)[-1] == "^"


@given(st.lists(st.integers(1, 9), min_size=1, max_size=8), st.sampled_from([1, 2]))
def test_neighbours_stay_in_their_sequence(lengths: list[int], dilation: int) -> None:
    sequence = np.repeat(np.arange(len(lengths)), lengths)
    index = neighbours(sequence, dilation)
    n = len(sequence)
    for i in range(n):
        for column in range(WIDTH):
            j = i + (column - WIDTH // 2) * dilation
            inside = 0 <= j < n and sequence[j] == sequence[i]
            assert index[i, column] == (j if inside else n)


@pytest.mark.slow
def test_numpy_network_equals_the_trained_one() -> None:
    torch = pytest.importorskip("torch")
    size = net_training.NetSize(rows=6, dim=8, epochs=1)
    torch.manual_seed(5)
    module = net_training._module(size, 4).eval()
    uni = -np.arange(10, dtype=np.float32)
    network = Net.from_tensors(net_training._pack(module), uni)
    assert network is not None
    fine = np.array([0, 3, 9, 2, 7, 1, 1, 4, 0, 8, 2])
    coarse = fine % 4
    position = np.array([0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4])
    got = network.logits(fine, coarse, position)
    for part in (slice(0, 6), slice(6, 11)):
        rows = torch.from_numpy(network.rows[fine[part]])[None]
        with torch.no_grad():
            wanted = module(rows, torch.from_numpy(coarse[part])[None], torch.ones(rows.shape, dtype=torch.bool))
        assert np.allclose(got[part], wanted[0].numpy(), atol=0.15)  # one byte a weight, ten bits an activation


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_damage_changes_text_and_keeps_to_its_kind(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import random

    from training.fluency import corrupt as module

    monkeypatch.setattr(module, "KINDS", {kind: 1.0})
    text = "They walked to the old town and were walking back when the rain started to fall."
    resources = Resources.of("en", [text.lower().replace("walked", "walks walked walk")] * 4)
    rng = random.Random(2)
    results = [result for _ in range(40) if (result := corrupt(text, resources, rng))]
    assert results
    assert all(got != text and name == kind for got, name in results)
    if kind in ("swap", "move", "shuffle", "shuffle_part"):
        assert all(sorted(split(got, "en")) == sorted(split(text, "en")) for got, _ in results)
    assert join(split(text, "en"), "en") == text


def test_model_without_network_or_letters_still_encodes() -> None:
    lexicon = Lexicon(KeyTable(np.array([1], dtype=np.uint64), 20), np.zeros(1, dtype=np.float32))
    empty = NgramModel((), (), ())
    zero = np.zeros(1, dtype=np.int64)
    model = LanguageModel("en", {}, lexicon, zero, zero.astype(np.float32), empty, empty, None, zero, None)
    batch = model.encode([model.tokenize("One two."), model.tokenize("")])
    assert batch.n_texts == 2
    assert batch.position.tolist() == [0, 1, 2, 3, 4, 0, 1]
