"""The hashed back-off tables: what is packed comes back, and the estimated model is a probability distribution."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.fluency import load_fluency
from mtcheck.fluency_cloze import N_FORMS, N_RIVALS, Cloze, ClozeTerms, members
from mtcheck.fluency_model import LanguageModel, Lexicon, candidates, string_hash
from mtcheck.fluency_ngram import KeyTable, NgramModel, key_bits, mix
from training.fluency import cloze as cloze_training
from training.fluency import ngrams
from training.fluency.corrupt import ENGLISH_GRAMMAR, KINDS, Resources, corrupt, join, split
from training.fluency.paradigms import word_sets

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


def _cloze(seed: int) -> tuple[Any, Cloze]:
    """A random network over 10 words and 4 classes, as torch has it and as numpy reads it."""
    torch = pytest.importorskip("torch")
    torch.manual_seed(seed)
    forms = np.array([0, 0, 1, 1, 1, -1, -1])  # by row; the last row stands for all other words
    rivals = np.array([0, 1, 0, 1, -1, -1, -1])
    size = cloze_training.ClozeSize(rows=6, dim=8, hidden=12, steps=0)
    module = cloze_training.build(size, 4, members(forms, N_FORMS), members(rivals, N_RIVALS))
    network = Cloze.from_tensors(cloze_training.pack(module, forms, rivals), -np.arange(10, dtype=np.float32))
    assert network is not None
    return module, network


def test_numpy_network_equals_the_trained_one() -> None:
    import torch

    module, network = _cloze(5)
    fine = np.array([0, 3, 9, 2, 7, 1, 1, 4, 0, 8, 2])
    coarse = fine % 4
    position = np.array([0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4])
    got = network.terms(fine, coarse, position, np.zeros(4, dtype=np.float32))
    for start, end in ((0, 6), (6, 11)):
        rows = torch.from_numpy(network.rows[fine[start:end]])
        classes = torch.from_numpy(coarse[start:end])
        with torch.no_grad():
            query = module.queries(rows[:, None], classes[:, None]).reshape(-1, 8)
            kind = torch.log_softmax(module.class_out(query), dim=-1)[torch.arange(len(query)), classes[1:]]
            assert np.allclose(got.kind[start + 1 : end], kind.numpy(), atol=0.1)  # one byte a weight
            for number, values in ((0, got.form), (1, got.rival)):
                logp, have = module.within(query, rows[1:], number)
                inside = values[start + 1 : end]
                assert np.allclose(inside[have.numpy()], logp.numpy(), atol=0.1)
                assert not inside[~have.numpy()].any()


@given(st.lists(st.lists(st.integers(1, 9), max_size=8), min_size=1, max_size=5))
@settings(max_examples=30, deadline=None)
def test_a_sequence_says_the_same_whatever_stands_beside_it(sequences: list[list[int]]) -> None:
    _, network = _cloze(7)
    uni = np.zeros(4, dtype=np.float32)

    def terms(rows: list[list[int]]) -> ClozeTerms:
        fine = np.array([number for row in rows for number in (0, *row)])
        position = np.array([place for row in rows for place in range(len(row) + 1)])
        return network.terms(fine, fine % 4, position, uni)

    together = terms(sequences)
    alone = [terms([row]) for row in sequences]
    for name in ("kind", "form", "rival", "form_gap", "rival_gap", "form_lift"):
        joined = np.concatenate([getattr(part, name) for part in alone])
        assert np.array_equal(getattr(together, name), joined)


def test_a_word_does_not_see_itself_but_both_sides() -> None:
    _, network = _cloze(3)
    uni = np.zeros(4, dtype=np.float32)
    position = np.arange(7)

    def gaps(fine: list[int]) -> ClozeTerms:
        return network.terms(np.array(fine), np.array([0, 1, 2, 3, 1, 2, 3]), position, uni)

    one, other = gaps([0, 1, 2, 3, 4, 2, 1]), gaps([0, 1, 2, 2, 4, 2, 1])
    assert one.kind[3] == other.kind[3]  # the same class is guessed in the same place
    assert all(one.kind[i] != other.kind[i] for i in (2, 4, 6))  # and the change is heard on both sides of it


def test_training_learns_agreement_across_a_relative_clause() -> None:
    pytest.importorskip("torch")
    model = load_fluency().model("en")
    right = ["The boys that the girl sees are here.", "The boy that the girls see is here."]
    text = cloze_training.read(model, [model.tokenize(sentence) for sentence in right * 40])
    size = cloze_training.ClozeSize(rows=2_000, dim=8, hidden=16, steps=120)
    network = Cloze.from_tensors(cloze_training.train(model, text, size, seed=1), model.fine_lexicon.uni)
    assert network is not None

    def sure(sentence: str) -> float:
        batch = model.encode([model.tokenize(sentence)])
        return float(network.terms(batch.fine, batch.coarse, batch.position, model.class_uni).form.sum())

    for sentence in right:
        wrong = sentence.replace(" are ", " is ") if " are " in sentence else sentence.replace(" is ", " are ")
        assert sure(sentence) > sure(wrong)


def test_english_and_russian_sets_hold_forms_of_one_word() -> None:
    english, _ = word_sets(
        "en", ["walk", "walked", "walks", "walking", "carry", "carries", "carried", "stop", "stopped"]
    )
    assert ["walk", "walked", "walking", "walks"] in [[group[0], *sorted(group[1:])] for group in english]
    assert {"carry", "carries", "carried"} in [set(group) for group in english]
    assert {"stop", "stopped"} in [set(group) for group in english]
    nouns, others = ["книга", "книги", "книгу", "книгой"], ["красный", "красная", "красные"]
    russian, rivals = word_sets("ru", [*nouns, *others, "читать", "прочитать", "читал", "прочитал"])
    assert set(nouns) in [set(group) for group in russian]
    assert set(others) in [set(group) for group in russian]
    assert {"читал", "прочитал"} in [set(group) for group in rivals]


@pytest.mark.parametrize("kind", sorted(KINDS | ENGLISH_GRAMMAR))
def test_damage_changes_text_and_keeps_to_its_kind(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import random

    from training.fluency import corrupt as module

    monkeypatch.setattr(module, "KINDS", {})
    monkeypatch.setattr(module, "ENGLISH_GRAMMAR", {kind: 1.0})
    text = "There is a man who walked to the old town by himself and they were walking back when it started to rain."
    resources = Resources.of("en", [text.lower().replace("walked", "walks walked walk is he she who")] * 4)
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


def test_what_clean_sentences_owe_to_length_is_taken_off() -> None:
    from mtcheck.fluency_score import Head
    from training.fluency.head import _neutral

    rng = np.random.default_rng(3)
    columns = ("fine_mean", "length", "verbs_auxiliaries")
    clean = rng.normal(size=(500, 3)).clip(-5, 5)
    weights = (np.zeros((3, 2)), np.zeros(2), np.zeros(2), np.array([1.0, -0.7, -0.4]))
    skip = _neutral(weights, np.zeros(3), np.ones(3), clean, columns)
    head = Head(np.zeros(3), np.ones(3), *weights[:3], skip, np.zeros(0), np.zeros(0))
    assert abs(np.corrcoef(head.logit(clean), clean[:, 1])[0, 1]) < 0.1
    assert skip.tolist() == pytest.approx([1.0, 0.0, -0.2], abs=0.05)
