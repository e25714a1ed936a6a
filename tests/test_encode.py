"""The static encoder on a small table of our own: format, laws, and input nobody sends on purpose."""

from __future__ import annotations

import json
import pickle
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from encode_tiny import TEXTS, make_folder
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck import encode
from mtcheck.encode import StaticEncoder, load_encoder, load_static
from mtcheck.encode_table import CONFIG, FEATURES, WEIGHTS, DenseTable, quantise, write_table
from mtcheck.encode_words import features, run_pattern, split_run
from mtcheck.errors import ModelError

ANY_TEXT = st.text(max_size=60) | st.sampled_from(TEXTS) | st.text(alphabet="abcде 漢字12٣ก\u0301-_", max_size=40)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_folder(tmp_path_factory.mktemp("static"))


@pytest.fixture(scope="session")
def encoder(folder: Path) -> StaticEncoder:
    return load_static(folder)


def test_vectors_are_unit_float32_rows(encoder: StaticEncoder) -> None:
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), encoder.dim) == (6, 32)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_no_texts_and_texts_without_words(encoder: StaticEncoder) -> None:
    assert encoder.encode([]).shape == (0, 32)
    assert not encoder.encode(["", "  \n", "... — «»", "\ud800\udfff", "\x00", "🙂"]).any()
    tokens = encoder.encode_tokens("... —")
    assert tokens.offsets.shape == (0, 2)
    assert tokens.vectors.shape == (0, 32)


def test_one_string_instead_of_a_list_is_refused(encoder: StaticEncoder) -> None:
    with pytest.raises(TypeError, match="list of texts"):
        encoder.encode("text")


@settings(deadline=None, max_examples=60)
@given(st.lists(ANY_TEXT, max_size=12), st.randoms(use_true_random=False))
def test_equal_texts_have_equal_vectors_whatever_the_batch(encoder: StaticEncoder, texts: list[str], rng) -> None:  # type: ignore[no-untyped-def]
    together = encoder.encode(texts)
    assert np.isfinite(together).all()
    order = list(range(len(texts)))
    rng.shuffle(order)
    np.testing.assert_array_equal(encoder.encode([texts[i] for i in order]), together[order])
    for text, vector in zip(texts, together, strict=True):
        np.testing.assert_array_equal(encoder.encode([text])[0], vector)


@settings(deadline=None, max_examples=80)
@given(ANY_TEXT)
def test_tokens_add_up_to_the_sentence(encoder: StaticEncoder, text: str) -> None:
    tokens = encoder.encode_tokens(text)
    starts, ends = tokens.offsets[:, 0], tokens.offsets[:, 1]
    assert tokens.offsets.dtype == np.int64
    assert tokens.vectors.dtype == np.float32
    assert (starts < ends).all()
    assert (ends[:-1] <= starts[1:]).all()
    assert (ends <= len(text)).all()
    total = tokens.vectors.sum(axis=0)
    length = np.linalg.norm(total)
    vector = encoder.encode([text])[0]
    if length > 1e-3:
        np.testing.assert_allclose(total / length, vector, atol=2e-4)


@settings(deadline=None, max_examples=80)
@given(ANY_TEXT)
def test_words_lie_in_order_inside_their_run(text: str) -> None:
    for run in run_pattern().findall(text):
        end = 0
        for start, stop, key in split_run(run):
            assert end <= start < stop <= len(run)
            assert len(key) > 1
            whole, stems, parts = features(key)
            assert set(stems) <= set(parts)
            assert all("\n" not in name for name in [whole or "", *parts])
            end = stop


def test_the_cache_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calm = load_static(folder).encode(TEXTS)
    monkeypatch.setattr(encode, "CACHE_ROWS", 3)
    monkeypatch.setattr(encode, "_CHUNK_RUNS", 4)
    crowded = load_static(folder)
    for _ in range(3):
        np.testing.assert_allclose(crowded.encode(TEXTS), calm, atol=1e-6)
        assert crowded._cache.size < 30
    few = crowded._cache.size
    crowded._cache.forget(2)
    assert crowded._cache.size == min(2, few)
    np.testing.assert_allclose(crowded.encode(TEXTS), calm, atol=1e-6)


WORDS = ["word", "Straße", "блинкен", "الكتاب", "והספר", "παράδειγμα", "हिन्दी", "ئۇيغۇر", "ångström", "ﬁne", "x", "ab"]


@given(st.lists(st.one_of(st.sampled_from(WORDS), st.text(min_size=1, max_size=60)), min_size=1, max_size=40))
def test_words_taken_apart_in_bulk_have_the_same_rows(texts: list[str]) -> None:
    """Law: one word at a time or thousands at once, a word's vector is the same to the bit."""
    keys = sorted({key for text in texts for run in run_pattern().findall(text) for _, _, key in split_run(run)})
    parts = sorted({name for key in keys for name in features(key).parts} | {"=a"})
    names = parts[::2]  # every other one is a row, the rest are unknown
    matrix = np.random.default_rng(1).normal(size=(len(names), 4)).astype(np.float32)
    encoder = StaticEncoder(names, DenseTable(matrix))
    together = encoder.word_vectors(keys)
    row_of = dict(zip(names, range(len(names)), strict=True))
    for key, vector in zip(keys, together, strict=True):
        whole, stems, own = key in row_of, features(key).stems, features(key).parts
        rows = [row_of[name] for name in (stems if whole else own) if name in row_of]
        ids, weights, sizes = encoder.word_features([key])
        assert ids == rows + ([row_of[key]] if whole else [])  # its own row is the last
        assert sizes == [len(ids)]
        expected = encoder._weighted_sums(np.array(ids, dtype=np.int64), np.array(weights, np.float32), np.array(sizes))
        np.testing.assert_array_equal(vector, expected[0])


def test_fresh_vectors_are_those_of_the_cache_and_leave_it_alone(folder: Path) -> None:
    encoder = load_static(folder)
    keys = encoder.word_keys(" ".join(TEXTS))
    expected = load_static(folder).word_vectors(keys)
    np.testing.assert_array_equal(encoder.fresh_word_vectors(keys), expected)
    assert not encoder._cache.words
    encoder.word_vectors(keys[::2])
    n_known = len(encoder._cache.words)
    np.testing.assert_array_equal(encoder.fresh_word_vectors(keys), expected)
    assert len(encoder._cache.words) == n_known


def test_threads_agree(folder: Path) -> None:
    shared = load_static(folder)
    expected = load_static(folder).encode(TEXTS)
    with ThreadPoolExecutor(4) as pool:
        for vectors in pool.map(shared.encode, [TEXTS] * 20):
            np.testing.assert_array_equal(vectors, expected)


def test_an_encoder_travels_to_other_processes_as_its_folder(encoder: StaticEncoder) -> None:
    data = pickle.dumps(encoder)
    assert len(data) < 1000
    copy = pickle.loads(data)
    np.testing.assert_array_equal(copy.encode(TEXTS), encoder.encode(TEXTS))
    loose = StaticEncoder({"=a": 0}, DenseTable(np.ones((1, 4), dtype=np.float32)))
    np.testing.assert_array_equal(pickle.loads(pickle.dumps(loose)).encode(["a"]), loose.encode(["a"]))


def test_signature_follows_the_weights(folder: Path, tmp_path: Path) -> None:
    first = load_static(folder)
    assert re.fullmatch(r"tiny@[0-9a-f]{8}", first.signature)
    assert load_static(folder).signature == first.signature
    table = first.table.rows(np.arange(len(first.table)))
    table[0] *= -1
    write_table(tmp_path, "tiny", first.features, quantise(table))
    assert load_static(tmp_path).signature != first.signature


def test_quantising_loses_a_tenth_once_and_then_nothing() -> None:
    matrix = np.random.default_rng(1).standard_normal((200, 64)).astype(np.float32) * 3
    matrix[7] = 0
    once = quantise(matrix).rows(np.arange(200))
    assert np.linalg.norm(once - matrix) / np.linalg.norm(matrix) < 0.11
    assert not once[7].any()
    again = quantise(once)
    np.testing.assert_array_equal(again.rows(np.arange(200)), once)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Straße", "STRASSE"),
        ("cafe\u0301", "café"),
        ("١٩٨٤", "1984"),
        ("ＡＢＣ", "abc"),
        ("может\u00adбыть", "можетбыть"),
        ("كتـــاب", "كتاب"),
        ("？", "?"),
        ("приезжа\u0301ет", "приезжает"),
        ("её", "ее"),
        ("المُتَّحِدَة", "المتحدة"),
        ("şi", "și"),
    ],
)
def test_spellings_that_mean_the_same_have_the_same_words(one: str, other: str) -> None:
    def keys(text: str) -> list[str]:
        return [key for run in run_pattern().findall(text) for _, _, key in split_run(run)]

    assert keys(one) == keys(other)


@pytest.mark.parametrize("other", ["Блинкен", "بلينكن", "ブリンケン", "ბლინკენი"])
def test_a_name_shares_its_skeleton_across_scripts(other: str) -> None:
    def bones(word: str) -> set[str]:
        (_, _, key), *_ = split_run(word)
        return {part for part in features(key).parts if part[0] == "^"}

    assert len(bones("Blinken") & bones(other)) >= 4


@pytest.mark.parametrize(
    ("form", "stem"), [("والولايات", "=ولايات"), ("המלך", "=מלך"), ("사건들에서", "=사건들"), ("минист", "<мини")]
)
def test_forms_of_a_word_share_rows(form: str, stem: str) -> None:
    ((_, _, key),) = split_run(form)
    assert stem in features(key).stems


def test_different_numbers_differ_even_outside_the_table() -> None:
    parts = {number: frozenset(features("#" + number).parts) for number in ("8351972", "8351792", "835197", "08351972")}
    assert len(set(parts.values())) == 4


@pytest.mark.parametrize("unit", ["a", "ab ", "漢", "ก", "ด\u0e31", "9", "a\u0301", "_", "ا", "́", "a1"])
def test_a_megabyte_on_one_line_takes_linear_time(encoder: StaticEncoder, unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    vector = encoder.encode([text])[0]
    assert np.isfinite(vector).all()


def test_damage_is_one_clear_error(folder: Path, tmp_path: Path) -> None:
    def broken(name: str, content: bytes | None) -> Path:
        copy = tmp_path / f"{name}-{content is None}"
        copy.mkdir()
        for path in folder.iterdir():
            (copy / path.name).write_bytes(path.read_bytes())
        (copy / name).unlink() if content is None else (copy / name).write_bytes(content)
        return copy

    cases = [broken(name, content) for name in (CONFIG, FEATURES, WEIGHTS) for content in (None, b"\x00\xffno")]
    other = json.loads((folder / CONFIG).read_text())
    cases.append(broken(CONFIG, json.dumps(other | {"dim": 8}).encode()) if False else tmp_path / "nothing")
    for case in cases:
        with pytest.raises(ModelError, match=re.escape(str(case))):
            load_static(case)


def test_another_format_version_is_refused(folder: Path, tmp_path: Path) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    config = json.loads((folder / CONFIG).read_text())
    for change, message in (({"format": "mtcheck-static/9"}, "static/9"), ({"dim": 8}, "belong together")):
        (tmp_path / CONFIG).write_text(json.dumps(config | change))
        with pytest.raises(ModelError, match=message):
            load_encoder(str(tmp_path))


def test_strength_takes_any_tag(folder: Path, tmp_path: Path) -> None:
    assert load_static(folder).strength("en") == "unknown"
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    table = {"ru": {"strength": "strong"}, "zh": {"strength": "fair"}, "zht": {"strength": "weak"}}
    (tmp_path / "languages.json").write_text(json.dumps({"languages": table}))
    encoder = load_static(tmp_path)
    assert encoder.strength("ru") == encoder.strength("ru-RU") == "strong"
    assert (encoder.strength("zh"), encoder.strength("zh-Hant-TW"), encoder.strength("zh-TW")) == (
        "fair",
        "weak",
        "weak",
    )
    assert encoder.strength("xx") == encoder.strength(None) == "unknown"


def test_loading_a_static_folder_imports_no_torch(folder: Path) -> None:
    code = (
        "import sys, mtcheck.encode as e; e.load_encoder(sys.argv[1]).encode(['text']);"
        "assert not {'torch', 'transformers', 'sentence_transformers', 'tokenizers'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, str(folder)], check=True, cwd=Path(encode.__file__).parents[1])
