"""Word matches, text figures, trees and the estimates built on them, with a tiny encoder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from shutil import copytree

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck import quality_match, quality_text, word_rows
from mtcheck.critic import NAMES as CRITIC
from mtcheck.data import Flag, FloatArray, FluencyResult, Pair, Severity, Side
from mtcheck.encode import StaticEncoder, load_encoder
from mtcheck.encode_table import DenseTable
from mtcheck.errors import ModelError
from mtcheck.quality import EMBEDDED, QualityModel, Scale, load_quality
from mtcheck.quality_features import BASE, NAMES, NORMED, SIGNS, Usual, full_features, signs
from mtcheck.quality_head import PARTS, Head, Lift, may_stray, strayed
from mtcheck.quality_match import match
from mtcheck.quality_reasons import pulls, reasons
from mtcheck.quality_tables import JUDGED
from mtcheck.quality_trees import NET_SHARE, Forest, Net, Own
from mtcheck.word_rows import WordRows

WORDS = {
    "дом": 0,
    "house": 0,
    "лес": 1,
    "forest": 1,
    "большой": 2,
    "big": 2,
    "кошка": 3,
    "cat": 3,
    "спит": 4,
    "sleeps": 4,
}
KNOWN = FluencyResult(value=80.0)


@pytest.fixture(scope="module")
def encoder() -> StaticEncoder:
    rng = np.random.default_rng(0)
    axes = np.linalg.qr(rng.normal(size=(8, 8)))[0].astype(np.float32)
    vocabulary = {f"={word}": i for i, word in enumerate(WORDS)}
    rows = np.stack([axes[k] * (1 + 0.1 * k) for k in WORDS.values()])
    return StaticEncoder(vocabulary, DenseTable(rows), name="tiny")


def figures(encoder: StaticEncoder, source: str, target: str) -> dict[str, float]:
    found = match(WordRows(encoder), [source], [target])[0]
    return dict(zip(quality_match.NAMES, found.tolist(), strict=True))


def test_a_word_for_word_translation_matches_fully(encoder: StaticEncoder) -> None:
    found = figures(encoder, "Большой дом", "Big house")
    for name in ("cosine", "match_source", "match_target", "mutual", "plain_source", "worst_target"):
        assert found[name] == pytest.approx(1, abs=5e-5), name
    for name in ("weak_source", "missing_target", "jumps", "order", "unknown_source"):
        assert found[name] == pytest.approx(0, abs=5e-5), name


def test_a_lost_word_shows_on_the_source_side_alone(encoder: StaticEncoder) -> None:
    found = figures(encoder, "Большой дом", "House")
    assert found["weak_source"] > 0.4
    assert found["weak_target"] == pytest.approx(0, abs=1e-6)
    assert found["missing_source"] > 0.4
    assert found["weight_ratio"] < 0


def test_turned_words_change_order_and_nothing_else(encoder: StaticEncoder) -> None:
    straight, turned = figures(encoder, "кошка спит", "cat sleeps"), figures(encoder, "кошка спит", "sleeps cat")
    assert turned["jumps"] > straight["jumps"] == 0
    assert turned["order"] > straight["order"]
    assert turned["match_source"] == pytest.approx(straight["match_source"])


def test_unknown_words_and_empty_sides_give_finite_figures(encoder: StaticEncoder) -> None:
    found = match(WordRows(encoder), ["", "дом", "zzz", "..."], ["house", "", "qqq", ""])
    assert np.isfinite(found).all()
    assert figures(encoder, "zzz дом", "house")["unknown_source"] == pytest.approx(0.5)


def test_cosines_are_the_encoders_own_and_cut_texts_are_told(encoder: StaticEncoder) -> None:
    sources, targets = ["Большой дом", "zzz", "дом " * 300], ["house", "house", "house"]
    cosines, whole = quality_match.cosines_of(match(WordRows(encoder), sources, targets))
    vectors = encoder.encode([sources[0], targets[0]])
    assert cosines[0] == pytest.approx(float(vectors[0] @ vectors[1]), abs=2e-3)
    assert np.isnan(cosines[1])
    assert whole.tolist() == [True, True, False]


def test_a_megabyte_is_cut(encoder: StaticEncoder) -> None:
    found = match(WordRows(encoder), ["дом " * 250_000], ["house"])
    assert found[0, quality_match.NAMES.index("length_source")] <= np.log1p(word_rows.LONGEST) + 1e-6


texts = st.lists(st.sampled_from([*WORDS, "zzz", "1984", ".", "東京", "?"]), max_size=30).map(" ".join)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=12), st.randoms())
def test_batch_and_order_change_nothing(rows: list[tuple[str, str]], random: object) -> None:
    rng = np.random.default_rng(0)
    encoder = StaticEncoder(
        {f"={w}": i for i, w in enumerate(WORDS)}, DenseTable(rng.normal(size=(10, 8)).astype("f4"))
    )
    sources, targets = [list(side) for side in zip(*rows, strict=True)]
    together = match(WordRows(encoder), sources, targets)
    text = quality_text.text_figures(sources, targets)
    for i in range(len(rows)):
        assert (match(WordRows(encoder), [sources[i]], [targets[i]])[0] == together[i]).all()
        assert (quality_text.text_figures([sources[i]], [targets[i]])[0] == text[i]).all()


def test_words_given_up_and_met_again_change_nothing(encoder: StaticEncoder, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = [f"дом {name} big" for name in ("aaa", "bbb", "ccc", "ddd", "eee", "aaa", "bbb", "fff", "ggg", "aaa")]
    targets = [source.replace("дом", "house") for source in sources]
    whole = [match(WordRows(encoder), [source], [target])[0] for source, target in zip(sources, targets, strict=True)]
    monkeypatch.setattr(word_rows, "_ROWS", 5)
    words = WordRows(encoder)
    bounded = [match(words, [source], [target])[0] for source, target in zip(sources, targets, strict=True)]
    assert np.array_equal(whole, bounded)
    assert len(words) <= 8


def text_figure(name: str, source: str, target: str) -> float:
    return float(quality_text.text_figures([source], [target])[0, quality_text.NAMES.index(name)])


@pytest.mark.parametrize(
    ("name", "source", "target", "expected"),
    [
        ("figures_lost", "В 1984 году", "In 1984", 0),
        ("figures_lost", "В 1984 году", "In that year", 1),
        ("figures_new", "В году", "In 1984", 1),
        ("figures_lost", "١٩٨٤", "1984", 0),
        ("copied", "Das Haus brennt", "Das Haus burns", 2 / 3),
        ("copied_run", "Das Haus brennt", "Das Haus burns", 2 / 3),
        ("repeated", "а б", "the house house stands", 1 / 4),
        ("end_differs", "Да?", "Yes.", 0.5),
        ("end_differs", "Да.", "Yes", 1),
        ("end_differs", "«Да.»", "“Yes.”", 0),
        ("end_differs", "是。", "Yes.", 0),
        ("lower_start", "Да", "yes", 1),
        ("gaps_target", "Да, да", "Yes , yes", 0.5),
        ("gaps_target", "Why?", "Et pourquoi ?", 0),
        ("comma_gap", "а, б, в", "a, b c", 1),
        ("quote_gap", "Do not leave the girl", "Don’t leave L'Oréal’s girl", 0),
        ("quote_gap", "the 'house' stands", "the house stands", 2),
        ("upper_target", "", "ABcd", 0.5),
    ],
)
def test_text_figures(name: str, source: str, target: str, expected: float) -> None:
    assert text_figure(name, source, target) == pytest.approx(expected)


def test_every_sign_names_a_feature() -> None:
    assert set(SIGNS) <= set(NAMES)
    assert len(set(NAMES)) == len(NAMES)
    assert signs()[NAMES.index("critical")] == -1


USUAL = Usual(
    {"ru-en": 0, "*-en": 1, "en-*": 2, "*": 3, "en-de": 4},
    np.arange(5, dtype=np.float32)[:, None] * np.ones((1, len(NORMED)), dtype=np.float32),
    np.ones((5, len(NORMED)), dtype=np.float32),
)


@pytest.mark.parametrize(
    ("source", "target", "mean"),
    [
        ("ru", "en", 0),
        ("ru-RU", "en", 0),
        ("fi", "en", 1),
        ("en", "fi", 2),
        ("fi", "sv", 3),
        ("ru", "de", 2),
        (None, None, 3),
    ],
)
def test_usual_falls_back(source: str | None, target: str | None, mean: float) -> None:
    assert USUAL.rows(source, target)[0][0] == mean


def flag(severity: Severity, name: str = "number-mismatch") -> Flag:
    return Flag(rule="NUM001", name=name, category="accuracy/mistranslation", severity=severity, side=Side.TARGET,
                start=0, end=1, text="x", message="")  # fmt: skip


def test_flags_and_unknown_fluency_become_columns() -> None:
    pair = Pair(index=0, source="дом", target="xy")
    base = np.zeros((1, len(BASE)), dtype=np.float32)
    rows = full_features(base, [pair], [FluencyResult(value=None)], [[flag(Severity.MAJOR)]], USUAL, "ru", "en")
    row = dict(zip(NAMES, rows[0].tolist(), strict=True))
    assert (row["major"], row["minor"], row["flags_accuracy"], row["flagged_share"]) == (1, 0, 1, 0.5)
    assert np.isnan(row["fluency"])
    assert row["into_english"] == 1


def stump(feature: str, threshold: float, low: float, high: float) -> Forest:
    return Forest(
        roots=np.array([0], dtype=np.int32),
        feature=np.array([NAMES.index(feature), 0, 0], dtype=np.int16),
        threshold=np.array([threshold, np.inf, np.inf], dtype=np.float32),
        left=np.array([1, 1, 2], dtype=np.int32),
        missing_left=np.array([False, True, True]),
        value=np.array([0, low, high], dtype=np.float32),
        mean=np.array([(low + high) / 2, low, high], dtype=np.float32),
        baseline=0.5,
        depth=1,
    )


def blank_net() -> Net:
    n = len(NAMES)
    return Net(np.zeros(n), np.ones(n), np.zeros((n, 3)), np.zeros(3), np.zeros(3), np.zeros(n), 0.0)


Levels = tuple[dict[str, float], dict[str, float]]


Lifts = tuple[dict[str, Lift], dict[str, Lift]]
OWN = Own(stump("weak_source", 0.3, 0.6, -2.0), replace(blank_net(), shift=0.75))


def model(
    encoder: StaticEncoder, source_lang: str = "ru", levels: Levels = ({}, {}), lifts: Lifts = ({}, {})
) -> QualityModel:
    scale = Scale(
        np.array([-2, -1, 0, 0.5, 1], dtype=np.float32),
        np.array([3, 10, 70, 90, 97], dtype=np.float32),
        np.array([10, 90], dtype=np.float32),
        np.array([[10, 10], [20, 20]], dtype=np.float32),
        np.array([[5, 5], [8, 8]], dtype=np.float32),
    )
    forest = stump("match_source", 0.8, -2.0, 0.5)
    guard = stump("cosine", 2, 1, 1)
    return QualityModel(encoder, forest, guard, blank_net(), stump("cosine", 2, 0, 0), (forest, forest),
                        stump("cosine", 0.5, 0.3, -0.5), USUAL,
                        head_of_forest(0), scale,
                        deep=(head_of_forest(len(CRITIC), critic=1.0), scale),
                        own={"ru-en": OWN}, levels=levels, lifts=lifts,
                        source_lang=source_lang, target_lang="en", judged=["ru-en"])  # fmt: skip


def head_of_forest(more: int, critic: float = 0.0) -> Head:
    """Passes on the forest's value, and the critic's z with the given weight."""
    n = len(PARTS) + len(NAMES) + more
    weight = np.zeros(n, dtype=np.float32)
    weight[PARTS.index("forest")] = 0.7
    if more:
        weight[-more] = critic
    return Head(np.zeros(n, dtype=np.float32), np.ones(n, dtype=np.float32), weight, 0.0)


def test_a_judged_direction_has_a_part_of_its_own(encoder: StaticEncoder) -> None:
    rows = np.zeros((1, len(NAMES)), dtype=np.float32)
    judged, other = (model(encoder, lang).parts(rows)[0, PARTS.index("own")] for lang in ("ru", "cs"))
    trees = stump("weak_source", 0.3, 0.6, -2.0)(rows)[0]
    assert judged == pytest.approx((1 - NET_SHARE) * trees + NET_SHARE * 0.75)
    assert np.isnan(other)
    assert model(encoder).signature == model(encoder, "cs").signature


def test_a_level_lowers_every_value_of_its_direction(encoder: StaticEncoder) -> None:
    pair = [Pair(index=0, source="большой дом", target="big house")]
    levels: Levels = ({"ru-en": 0.3}, {})
    models = model(encoder), model(encoder, levels=levels), model(encoder, "cs", levels=levels)
    plain, lowered, other = (one.predict(pair, [KNOWN], [[]])[0].value for one in models)
    assert lowered < plain == other
    assert models[0].signature != models[1].signature


def test_a_lift_adds_the_part_of_a_direction_to_what_the_head_says(encoder: StaticEncoder) -> None:
    lifts: Lifts = ({"ru-en": [0.5, 0.25, -0.125]}, {})
    sound = Pair(index=0, source="большой дом", target="big house")
    pairs = [sound, replace(sound, index=1, target="cat")]
    plain, raised = (one.predict(pairs, [KNOWN] * 2, [[]] * 2) for one in (model(encoder), model(encoder, lifts=lifts)))
    z = 0.5 * 0.7 * np.array([1.0, -1.5]) + 0.25 * OWN(model_rows(encoder, pairs)) - 0.125
    assert [one.value for one in raised] == pytest.approx(model(encoder).scale.value(z).tolist(), abs=1e-3)
    assert [one.value for one in plain] != [one.value for one in raised]
    other = model(encoder, "cs", lifts=lifts).predict(pairs, [KNOWN] * 2, [[]] * 2)
    assert [one.value for one in other] == [one.value for one in plain]
    assert model(encoder).signature != model(encoder, lifts=lifts).signature


def model_rows(encoder: StaticEncoder, pairs: list[Pair]) -> FloatArray:
    base = model(encoder).base(pairs)
    return full_features(base, pairs, [KNOWN] * len(pairs), [[]] * len(pairs), USUAL, "ru", "en")


def test_another_text_is_told_by_stray_trees_and_guard_together() -> None:
    stray, guard = np.array([1, 0.9, 0.2, 1, 1, 1], dtype="f4"), np.array([-1, 0.4, -2.5, 0, -1, -1], dtype="f4")
    rows = np.zeros((6, len(NAMES)), dtype=np.float32)
    rows[:, NAMES.index("cosine*")] = [-3, -3, -3, -3, 2, 2]
    rows[5, NAMES.index("flags_accuracy")] = 1  # the same text on both sides: left as it is, unless a rule doubts it
    expected = [1, 0.05 / 0.17, 0.1 / 0.17, 0.15 / 0.17, 0, 1]
    assert strayed(stray, guard, rows).tolist() == pytest.approx(expected, abs=1e-4)
    assert may_stray(rows).tolist() == [True] * 4 + [False, True]
    assert strayed(stray, guard, rows, 0.1).tolist() == pytest.approx([1, 0, 0, 0.05 / 0.17, 0, 1], abs=1e-4)


def test_the_deep_tier_listens_to_the_critic(encoder: StaticEncoder) -> None:
    pair = [Pair(index=0, source="большой дом", target="big house")]
    readings = np.zeros((1, len(CRITIC)), dtype=np.float32)
    same = model(encoder).predict(pair, [KNOWN], [[]], readings)[0]
    readings[0, 0] = -2.0
    worse = model(encoder).predict(pair, [KNOWN], [[]], readings)[0]
    assert same.value == model(encoder).predict(pair, [KNOWN], [[]])[0].value
    assert worse.value < same.value


@given(st.lists(st.lists(st.floats(-1e6, 1e6) | st.just(float("nan")), min_size=4, max_size=4), min_size=1, max_size=8))
def test_a_head_gives_a_row_the_same_in_any_batch(rows: list[list[float]]) -> None:
    head = Head(np.zeros(4, "f4"), np.ones(4, "f4"), np.array([1, -2, 0.5, 3], "f4"), 0.25)
    together = head(np.array(rows, dtype=np.float32))
    assert np.isfinite(together).all()
    assert [float(head(np.array([row], dtype=np.float32))[0]) for row in rows] == together.tolist()


def test_a_row_of_missing_values_goes_its_own_way() -> None:
    forest = stump("fluency", 50, -1, 1)
    rows = np.zeros((3, len(NAMES)), dtype=np.float32)
    rows[:, NAMES.index("fluency")] = [20, 90, np.nan]
    assert forest(rows).tolist() == [-0.5, 1.5, 1.5]


def test_predict_tells_good_from_bad_with_reasons_and_intervals(encoder: StaticEncoder) -> None:
    pairs = [Pair(index=0, source="большой дом", target="big house"), Pair(index=1, source="большой дом", target="cat")]
    good, bad = model(encoder).predict(pairs, [KNOWN, KNOWN], [[], []])
    assert good.value > 80 > 20 > bad.value
    assert bad.low <= bad.value <= bad.high
    assert good.reasons == ()
    assert bad.reasons == ("about 100% of the source has no clear counterpart in the target",)


def test_unseen_languages_get_wider_intervals(encoder: StaticEncoder) -> None:
    known = model(encoder)
    pair = [Pair(index=0, source="большой дом", target="big house")]
    narrow = known.predict(pair, [KNOWN], [[]])[0]
    known.unseen = True
    wide = known.predict(pair, [KNOWN], [[]])[0]
    assert wide.low < narrow.low


def test_a_copy_that_a_rule_names_scores_low(encoder: StaticEncoder) -> None:
    pair = [Pair(index=0, source="большой дом", target="big house")]
    named = replace(flag(Severity.CRITICAL), name="source-copied")
    assert model(encoder).predict(pair, [KNOWN], [[named]])[0].value < 20


def test_nothing_gives_nothing(encoder: StaticEncoder) -> None:
    assert model(encoder).predict([], [], []) == []


@given(st.lists(st.floats(-9, 9), min_size=2, max_size=20))
def test_the_scale_rises_and_stays_inside(values: list[float]) -> None:
    scale = Scale(np.array([-2, 0, 1.0]), np.array([3, 70, 97.0]), *(np.zeros(1) for _ in range(3)))
    found = scale.value(np.sort(np.array(values)))
    assert (np.diff(found) >= 0).all()
    assert (found > 0).all()
    assert (found < 100).all()


def test_stored_and_read_again() -> None:
    forest = stump("cosine", 0.3, -1, 1)
    again = Forest.from_tensors(forest.tensors("f"), "f")
    rows = np.random.default_rng(0).normal(size=(9, len(NAMES))).astype(np.float32)
    assert (again(rows) == forest(rows)).all()
    net = Net.from_tensors(blank_net().tensors("n"), "n")
    assert net(rows).tolist() == [0.0] * 9
    assert (Own.from_tensors(OWN.tensors("o"), "o")(rows) == OWN(rows)).all()


def test_pulls_add_up_to_the_estimate() -> None:
    forest = stump("weak_source", 0.3, 1, -1)
    rows = np.zeros((2, len(NAMES)), dtype=np.float32)
    rows[1, NAMES.index("weak_source")] = 0.9
    assert pulls(forest, rows).sum(axis=1).tolist() == [1, -1]
    assert [len(found) for found in reasons(forest, stump("cosine", 2, 1, 1), rows)] == [0, 1]


def test_another_encoder_has_no_regressor(encoder: StaticEncoder) -> None:
    assert load_quality(encoder, source_lang="ru", target_lang="en") is None


def test_a_broken_model_is_said(encoder: StaticEncoder, tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "quality.json").write_text("{}", "utf-8")
    with pytest.raises(ModelError, match="install the package again"):
        load_quality(encoder, source_lang="ru", target_lang="en", folder=tmp_path)


@pytest.mark.parametrize("lost", ["frequencies.npz", "weights.npz"])
def test_a_missing_file_is_said(tmp_path: Path, lost: str) -> None:
    copytree(EMBEDDED, tmp_path, dirs_exist_ok=True)
    (tmp_path / lost).unlink()
    with pytest.raises(ModelError, match=f"{lost}.*install the package again"):
        load_quality(load_encoder(), source_lang="ru", target_lang="en", folder=tmp_path)


PAIRS = [
    ("Вчера вечером премьер-министр встретился с послом Германии.",
     "Last night the prime minister met with the German ambassador."),
    ("В 2019 году завод выпустил более трёх тысяч тракторов.",
     "In 2019 the plant produced more than three thousand tractors."),
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_the_embedded_model_sees_damage(source: str, target: str) -> None:
    found = load_quality(load_encoder(), source_lang="ru", target_lang="en")
    assert found is not None, "retrain: python -m training.quality.train ../shared/data"
    unrelated = "The recipe calls for two eggs and a pinch of salt."
    half = target[: len(target) // 2]
    pairs = [Pair(index=i, source=source, target=text) for i, text in enumerate((target, half, unrelated))]
    good, halved, wrong = found.predict(pairs, [FluencyResult(value=None)] * 3, [[]] * 3)
    assert good.value > 60
    assert halved.value < good.value - 10
    assert wrong.value < 20
    assert wrong.reasons


@pytest.mark.slow
def test_levels_follow_clean_translations_and_come_down_as_far_as_these_allow() -> None:
    from training.quality.data import Item
    from training.quality.train import at_levels, clean_levels, judged_levels

    def items(direction: str, n: int) -> list[Item]:
        source, target = direction.split("-")
        return [Item(source="x", target="y", source_lang=source, target_lang=target, z=0, weight=1, kind="mlqe")] * n

    none = np.zeros(0, dtype=np.float32)
    scale = Scale(np.array([-2, -1, -0.5, 0, 0.5]), np.array([15, 40, 70, 85, 97]), none, none, none)
    dev = [item for pair in ("ru-en", "en-de", "ro-en", "si-en", "et-en", "ne-en", "en-zh") for item in items(pair, 9)]
    said = np.repeat([0.4, 0.4, -0.2, 0.1, 0.1, -0.3, 0.0], 9)
    directions = ("ru-en", "en-de", "et-en", "fr-en", "en-cs", "en-uk")
    clean = [item for direction in directions for item in items(direction, 60)] + items("en-it", 9)
    raised = [*np.repeat([0.2, -0.25, -0.9, -0.3, 0.6], 60), *np.linspace(-0.5, 1.5, 60), *np.repeat(-0.3, 9)]
    levels = judged_levels(dev, said, clean, np.array(raised), scale) | clean_levels(clean, np.array(raised), scale)
    assert levels.pop("en-uk") == pytest.approx(0.1, abs=0.01)  # as far as a twentieth stays above -0.5
    assert levels == pytest.approx({"ru-en": 0.4, "en-de": 0.25, "si-en": 0.1, "fr-en": -0.3, "en-cs": 0.6})
    assert at_levels(dev[:10], said[:10], levels) == pytest.approx([0.0] * 9 + [0.15])


@pytest.mark.slow
def test_stray_trees_tell_other_texts_and_keep_no_reasons() -> None:
    from training.quality.data import Item
    from training.quality.parts import fit_stray

    kinds = np.repeat(["mlqe", "human", "unrelated", "copied", "halved"], 80)
    items = [
        Item(source="x", target="y", source_lang="ru", target_lang="en", z=0.5, weight=1, kind=str(kind))
        for kind in kinds
    ]
    rows = np.random.default_rng(0).random((len(items), len(NAMES)), dtype=np.float32)
    rows[:, NAMES.index("mutual")] = np.isin(kinds, ["mlqe", "human"]) + rows[:, 0] / 2
    kept = np.flatnonzero(kinds != "halved")  # something of the source is left, but not all: neither
    stray = fit_stray(items, rows)
    said = stray(rows)
    assert np.median(said[kinds == "unrelated"]) > 0.7 > 0.5 > np.median(said[kinds == "human"])
    assert fit_stray([items[i] for i in kept], rows[kept])(rows).tolist() == said.tolist()
    assert stray.mean.size == 0
    blind = rows.copy()
    blind[:, [NAMES.index(name) for name in JUDGED]] = 1
    assert stray(blind).tolist() == said.tolist()
