"""Word translation tables, what is read from them, and bags of judged words."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.data import FloatArray, IntArray, Pair
from mtcheck.encode import StaticEncoder, load_encoder
from mtcheck.encode_table import DenseTable
from mtcheck.errors import ModelError
from mtcheck.lexicon import EMBEDDED, FORMAT, STEP, Lexicon, checksum, load_lexicon, pack_words, unit_names
from mtcheck.quality_bag import BUCKETS, Bag, Changed, Line, pieces
from mtcheck.quality_lexicon import ABSENT, NAMES, WORD, lexicon_figures, word_figures
from mtcheck.quality_match import NAMES as MATCHES
from mtcheck.quality_match import match
from mtcheck.quality_tables import NAMES as TABLES
from mtcheck.quality_tables import Tables
from mtcheck.quality_words import facts_of, sides_of, word_rows
from mtcheck.word_rows import WordRows

#: Russian unit, English unit, p(English | Russian), p(Russian | English)
ENTRIES = [
    ("дом", "house", 0.8, 0.5),
    ("дом", "home", 0.1, 0.4),
    ("кошка", "cat", 0.9, 0.9),
    ("спать-", "sleep", 0.5, 0.6),
]
RUSSIAN, ENGLISH = ["дом", "кошка", "спать-"], ["cat", "home", "house", "sleep"]


def byte(p: float) -> int:
    return round(float(-np.log(p)) * STEP)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    np.savez_compressed(
        tmp_path / "ru.npz",
        format=np.array(FORMAT),
        counts=np.array([2, 1, 1], dtype=np.uint16),
        english=np.array([ENGLISH.index(e) + 1 for _, e, _, _ in ENTRIES], dtype=np.uint16),
        english_given=np.array([byte(p) for _, _, p, _ in ENTRIES], dtype=np.uint8),
        foreign_given=np.array([byte(p) for _, _, _, p in ENTRIES], dtype=np.uint8),
        **{  # type: ignore[arg-type]
            "foreign.words": pack_words(RUSSIAN),
            "english.words": pack_words(ENGLISH),
            "foreign.rarity": np.array([40, 60, 70], dtype=np.uint8),
            "english.rarity": np.array([60, 50, 45, 70], dtype=np.uint8),
        },
    )
    return tmp_path


def units(lexicon: Lexicon, text: str, side: int) -> IntArray:
    return np.array([[lexicon.units(f"={word}")[side] for word in text.split()]])


def test_two_units_are_as_likely_alone_as_in_a_table(folder: Path) -> None:
    lexicon = load_lexicon("ru", "en", folder)
    assert lexicon is not None
    source, target = np.meshgrid(range(len(lexicon.source_rarity)), range(len(lexicon.target_rarity)), indexing="ij")
    higher = np.maximum(*lexicon.look(source, target, ABSENT))
    alone = [[lexicon.likelier(one, other, ABSENT) for other in range(target.shape[1])] for one in range(len(source))]
    assert alone == higher.tolist()


def figures(lexicon: Lexicon, source: str, target: str) -> dict[str, float]:
    s, t = units(lexicon, source, 0), units(lexicon, target, 1)
    size = max(s.shape[1], t.shape[1])
    padded = [np.pad(side, ((0, 0), (0, size - side.shape[1]))) for side in (s, t)]
    letters = np.array([s.shape[1]]), np.array([t.shape[1]])
    return dict(zip(NAMES, lexicon_figures(lexicon, padded[0], padded[1], letters)[0].tolist(), strict=True))


def read(folder: Path, source: str = "ru", target: str = "en") -> Lexicon:
    found = load_lexicon(source, target, folder)
    assert found is not None
    return found


def test_a_word_is_itself_or_its_first_letters(folder: Path) -> None:
    lexicon = read(folder)
    assert lexicon.units("=кошка") == (2, 0)
    assert lexicon.units("=спатьдолго") == (3, 0)
    assert lexicon.units("=cat") == (0, 1)
    assert lexicon.units("#1984") == (0, 0)
    assert unit_names(":1北京市") == ("北京", "北")
    assert unit_names("?!") == ()


def test_probabilities_are_read_in_both_directions(folder: Path) -> None:
    there, back = read(folder), read(folder, "en", "ru")
    forward, backward = there.look(np.array([1, 1, 2, 2]), np.array([3, 2, 1, 4]), ABSENT)
    assert np.exp(forward[:3]) == pytest.approx([0.8, 0.1, 0.9], rel=0.07)
    assert np.exp(backward[:3]) == pytest.approx([0.5, 0.4, 0.9], rel=0.07)
    assert (forward[3], backward[3]) == (ABSENT, ABSENT)
    turned = back.look(np.array([3, 2, 1, 4]), np.array([1, 1, 2, 2]), ABSENT)
    assert (turned[0] == backward).all()
    assert (turned[1] == forward).all()


def test_only_pairs_with_english_have_a_table(folder: Path) -> None:
    assert load_lexicon("ru-RU", "en-GB", folder) is not None
    for source, target in (("ru", "de"), ("en", "en"), (None, "en"), ("fi", "en")):
        assert load_lexicon(source, target, folder) is None


def test_a_broken_table_is_said(folder: Path) -> None:
    path = folder / "ru.npz"
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(ModelError, match="install the package again"):
        load_lexicon("ru", "en", folder)


def test_what_has_no_counterpart_shows_on_its_side(folder: Path) -> None:
    lexicon = read(folder)
    whole, short = figures(lexicon, "дом кошка", "house cat"), figures(lexicon, "дом кошка", "house")
    assert whole["bare_source"] == whole["bare_target"] == short["bare_target"] == 0
    assert short["bare_source"] == pytest.approx(0.6, abs=0.01)
    assert short["bare_most_source"] == pytest.approx(7.5)
    assert short["sense_source"] < whole["sense_source"]
    assert figures(lexicon, "дом", "house zzz")["outside_target"] == 0.5


def test_padding_changes_no_figure(folder: Path) -> None:
    lexicon = read(folder)
    source, target = units(lexicon, "дом кошка", 0), units(lexicon, "house cat", 1)
    letters = np.array([2]), np.array([2])
    wide = [np.pad(side, ((0, 0), (0, 6))) for side in (source, target)]
    near = lexicon_figures(lexicon, source, target, letters)
    assert lexicon_figures(lexicon, wide[0], wide[1], letters) == pytest.approx(near, abs=1e-5)


def test_no_known_word_or_no_table_gives_nan(folder: Path) -> None:
    assert np.isnan(list(figures(read(folder), "zzz", "house").values())).all()
    blank = np.zeros((2, 8), dtype=np.int64)
    assert np.isnan(lexicon_figures(None, blank, blank, (blank[:, 0], blank[:, 0]))).all()


def test_words_are_told_apart_by_whether_another_translates_better(folder: Path) -> None:
    lexicon = read(folder)
    found = word_figures(lexicon, units(lexicon, "дом кошка", 0)[0], units(lexicon, "house home cat zzz", 1)[0])
    lost = found[:, WORD.index("lexicon_lost")]
    assert lost[0] == lost[2] == 0
    assert lost[1] < 0
    assert np.isnan(found[3]).all()
    assert np.isnan(word_figures(lexicon, np.zeros(2, dtype=np.int64), np.array([1]))).all()


def test_word_rows_carry_the_lexicon(folder: Path) -> None:
    lexicon, pair = read(folder), Pair(index=0, source="Дом, кошка.", target="A house, 1984.")
    encoder = StaticEncoder({"=дом": 0}, DenseTable(np.eye(1, 4, dtype=np.float32)))
    spans, rows = word_rows(
        pair, sides_of(pair, encoder), 50.0, 0.6, {}, facts_of(pair, encoder, Tables(lexicon)), lexicon
    )
    words = [pair.target[start:end] for start, end in spans]
    known = ~np.isnan(rows).all(axis=0)
    assert rows.shape[0] == len(words)
    assert known.any()
    plain = word_rows(pair, sides_of(pair, encoder), 50.0, 0.6, {})[1]
    differ = ~((rows == plain) | (np.isnan(rows) & np.isnan(plain)))
    assert differ[words.index("house")].sum() >= len(WORD)
    assert not differ[words.index("1984")].any()


texts = st.lists(st.sampled_from(["дом", "кошка", "спатьдолго", "zzz", "1984", "."]), max_size=20).map(" ".join)
others = st.lists(st.sampled_from([*ENGLISH, "zzz", "1984", "?"]), max_size=20).map(" ".join)


@given(st.lists(st.tuples(texts, others), min_size=1, max_size=8))
def test_other_pairs_of_a_batch_change_nothing(rows: list[tuple[str, str]]) -> None:
    """Figures of a pair never depend on the pairs beside it."""
    rng = np.random.default_rng(0)
    encoder = StaticEncoder(
        {f"={w}": i for i, w in enumerate(ENGLISH)}, DenseTable(rng.normal(size=(4, 8)).astype("f4"))
    )
    weights: list[FloatArray] = [rng.normal(size=BUCKETS).astype("f4") for _ in range(2)]
    line = Line(rng.normal(size=8).astype("f4"), rng.normal(size=8).astype("f4"), 0.1)
    changed = Changed(weights[1], weights[0], (0.2, 0.1))
    tables = Tables(
        None, {"bag_critical": Bag(weights[0], weights[1], 0.5), "vectors_judged": line, "changed": changed}
    )
    sources, targets = [list(side) for side in zip(*rows, strict=True)]
    together = match(WordRows(encoder, tables), sources, targets)
    assert together.shape == (len(rows), len(MATCHES) + len(TABLES))
    for i in range(len(rows)):
        alone = match(WordRows(encoder, tables), [sources[i]], [targets[i]])[0]
        assert np.array_equal(alone, together[i], equal_nan=True)


def test_a_bag_survives_storing() -> None:
    rng = np.random.default_rng(1)
    sides = [rng.normal(size=BUCKETS).astype("f4") for _ in range(2)]
    bag = Bag(sides[0], sides[1], -0.25)
    again = Bag.from_tensors(bag.tensors("x"), "x")
    found = pieces(["=дом", "=кошка"])
    assert again.worth(*found, 2) == pytest.approx(bag.worth(*found, 2), abs=0.3)
    worth, none = bag.worth(*found, 2).T, np.zeros((1, 2), dtype="f4")
    counts = np.array([7]), np.array([9])
    whole = bag(worth[:1], worth[1:], counts)
    assert whole[0] == pytest.approx(-0.25 + worth[0].sum() / 7**0.5 + worth[1].sum() / 3)
    assert bag(none, none, (np.zeros(1, dtype=int), np.zeros(1, dtype=int)))[0] == -0.25
    line = Line(sides[0][:8], sides[1][:8], 0.5)
    stored = Line.from_tensors(line.tensors("y"), "y")
    vectors = rng.normal(size=(3, 8)).astype("f4")
    assert (stored(vectors, vectors) == line(vectors, vectors)).all()


def test_shares_of_changed_words_become_figures_of_a_pair() -> None:
    rng = np.random.default_rng(2)
    sides: list[FloatArray] = [rng.normal(size=BUCKETS).astype("f4") for _ in range(2)]
    changed = Changed(sides[0], sides[1], (0.1, 0.3))
    again = Changed.from_tensors(changed.tensors("x"), "x")
    keys = ["=a", "=house", "#1984"]
    owners, buckets = pieces(keys)
    shares = changed.worth(owners, buckets, 3)
    assert again.worth(owners, buckets, 3) == pytest.approx(shares, abs=0.1)
    own = buckets[owners == 1]
    assert shares[1, 1] == pytest.approx(0.3 + changed.target[own].sum() / len(own) ** 0.5, abs=1e-5)
    assert Tables(None, {"changed": changed}).shares(keys) == pytest.approx(shares[:, 1])
    assert Tables().shares(keys) is None
    padded: FloatArray = np.array([[0.2, 0.4, 0, 0]], dtype=np.float32)
    half: FloatArray = np.array([[0.1, 0.2, 0, 0]], dtype=np.float32)
    figures = changed(padded, half, (np.array([2]), np.array([2])))
    assert figures[0] == pytest.approx([0.3, 0.4, 0.6 / 2**0.5, 0.15, 0.2, 0.3 / 2**0.5])


def test_pieces_of_words() -> None:
    """All n-grams of a bounded word, the starts of a window, one each of a figure and a sign."""
    owners, buckets = pieces(["=дом", ":1北京市", "#1984", "?!", "=a"])
    assert np.bincount(owners).tolist() == [5 + 4 + 3 + 2 + 1, 3, 1, 1, 3 + 2 + 1]
    assert ((buckets >= 0) & (buckets < BUCKETS)).all()
    alone = [set(pieces([key])[1].tolist()) for key in ("=дом", "=домой", "=лес")]
    assert len(alone[0] & alone[1]) > len(alone[0] & alone[2])
    assert set(pieces(["#1984"])[1]) == set(pieces(["#2025"])[1]) != set(pieces(["#12"])[1])


@pytest.mark.slow
def test_expectation_maximisation_finds_the_translations() -> None:
    from training.lexicon.train import joined, numbered, translate

    pairs = [("дом", "house"), ("кошка", "cat"), ("дом кошка", "the house the cat"), ("спит кошка", "the cat sleeps"),
             ("дом спит", "house sleeps")] * 4  # fmt: skip
    known = [{"дом": 1, "кошка": 2, "спит": 3}, {"house": 1, "cat": 2, "sleeps": 3, "the": 4}]
    sides = [numbered([[f"={w}" for w in pair[k].split()] for pair in pairs], known[k]) for k in (0, 1)]
    keys, english_given, _ = joined(translate(sides[0], sides[1]), translate(sides[1], sides[0]))
    best = {int(f): int(keys[(keys >> 32) == f][english_given[(keys >> 32) == f].argmax()] & 0xFF) for f in keys >> 32}
    assert best == {1: 1, 2: 2, 3: 3}


@pytest.mark.slow
def test_a_bag_learns_which_words_are_hard() -> None:
    from training.quality.bag import fit_bag, read_bag
    from training.quality.data import Item

    def item(source: str) -> Item:
        return Item(source=source, target="x", source_lang="ru", target_lang="en", z=0, weight=1, kind="mlqe")

    items = [item(text) for text in ("дом лес", "дом", "пословица лес", "пословица") * 5]
    bag = fit_bag(items, np.array([1.0, 1.0, -1.0, -1.0] * 5), ridge=0.1)
    said = read_bag(bag, [item("дом"), item("пословица")])
    assert said[0] > 0.5
    assert said[1] < -0.5


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lang", "word", "english"),
    [("ru", "правительство", "government"), ("de", "haus", "house"), ("cs", "voda", "water"), ("uk", "війна", "war"),
     ("fr", "chien", "dog"), ("es", "nuevo", "new"), ("it", "acqua", "water"), ("pl", "książka", "book"),
     ("ro", "oameni", "people"), ("et", "vesi", "water"), ("zh", "政府", "government")],
)  # fmt: skip
def test_the_embedded_tables_know_common_words(lang: str, word: str, english: str) -> None:
    lexicon = load_lexicon(lang, "en")
    assert lexicon is not None
    source, target = lexicon.units(f"={word}" if lang != "zh" else f":1{word}")[0], lexicon.units(f"={english}")[1]
    forward, backward = lexicon.look(np.array([source]), np.array([target]), ABSENT)
    assert max(np.exp(forward[0]), np.exp(backward[0])) > 0.3


def test_the_tables_fit_in_four_megabytes() -> None:
    assert sum(path.stat().st_size for path in EMBEDDED.glob("*.npz")) < 4_000_000
    assert len(checksum()) == 8


@pytest.mark.slow
def test_a_table_agrees_with_the_encoders_words() -> None:
    """Units are looked up by the keys that the encoder cuts a text into."""
    lexicon, encoder = load_lexicon("ru", "en"), load_encoder()
    assert lexicon is not None
    assert isinstance(encoder, StaticEncoder)
    keys = encoder.word_keys("Правительство Германии не согласилось, сообщает газета.")
    assert sum(lexicon.units(key)[0] > 0 for key in keys) >= 5


@pytest.mark.slow
def test_words_that_were_changed_are_learnt_and_unseen_figures_come_from_other_records() -> None:
    from training.quality.changed import fit_changed, marked_sides, unseen_changed

    def record(source: str, target: str, wrong: str) -> dict[str, object]:
        at = target.find(wrong)
        return {"source": source, "target": target, "bad": [(at, at + len(wrong))], "source_bad": []}

    records = [record("дом", "the house", "the"), record("лес", "the forest", "the")] * 200
    sides = marked_sides([*records, {"source": "дом", "target": "the", "bad": None, "source_bad": None}])
    assert not sides[1].known[-1]
    found = Tables(None, {"changed": fit_changed(sides)}).shares(["=the", "=house"])
    assert found is not None
    assert found[0] > found[1] + 0.2
    unseen = unseen_changed(sides, np.arange(len(records) + 1) % 4)
    assert unseen.shape == (len(records) + 1, 6)
    assert (unseen[:-1, 4] > unseen[:-1, 3]).all()  # the highest of the target, "the", above the mean
    assert unseen[:, :3] == pytest.approx(0)
