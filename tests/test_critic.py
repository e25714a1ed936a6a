"""The critic: places, order, odd input; needs onnxruntime and tokenizers, which the tests install."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from mtcheck import critic as module
from mtcheck import scorer
from mtcheck.config import Config
from mtcheck.critic import NAMES, Critic, figures, load_critic
from mtcheck.errors import ConfigError, ModelError
from mtcheck.pairflow import check_pairs

pytestmark = pytest.mark.slow
GOOD = ("Вчера вечером премьер-министр встретился с послом.", "Last night the prime minister met the ambassador.")
ODD = [("", ""), ("дом", ""), ("", "house"), ("\ud800", "x\x00"), ("дом " * 3000, "house " * 3000), ("🙂", "සිංහල")]


@pytest.fixture(scope="module")
def critic() -> Critic:
    return load_critic()


def test_words_lie_in_their_text_and_gaps_around_them(critic: Critic) -> None:
    reading = next(iter(critic.read_pairs([GOOD])))
    for words, text in ((reading.target, GOOD[1]), (reading.source, GOOD[0]), (reading.form.words, GOOD[1])):
        assert (words.offsets[:, 0] < words.offsets[:, 1]).all()
        assert (np.diff(words.offsets[:, 0]) >= 0).all()
        assert words.offsets[-1, 1] == len(text)
        assert len(words.bad) == len(words.offsets) == len(words.gap) - 1


def test_what_is_read_beside_a_pair_changes_nothing(critic: Critic) -> None:
    together = figures(critic.read_pairs([GOOD, *ODD, GOOD]))
    alone = figures(critic.read_pairs([GOOD]))
    assert together.shape == (len(ODD) + 2, len(NAMES))
    assert np.isfinite(together).all()
    assert (together[0] == alone[0]).all()
    assert (together[-1] == alone[0]).all()


def test_a_wrong_word_is_doubted_more_than_the_right_one(critic: Critic) -> None:
    swapped = (GOOD[0], "Last night the prime minister met the the refrigerator banana.")
    right, wrong = critic.read_pairs([GOOD, swapped])
    assert wrong.target.bad.max() > right.target.bad.max()
    assert wrong.z < right.z


def test_vectors_are_unit_rows(critic: Critic) -> None:
    assert np.linalg.norm(critic.encode(["дом", "a house"]), axis=1) == pytest.approx([1, 1], abs=1e-5)


def test_the_deep_tier_says_so() -> None:
    report = check_pairs([GOOD], source_lang="ru", target_lang="en", config=Config(deep=True))
    assert "critic:critic-v1@" in report.signature
    assert report.tiers["quality"] == "deep"


def test_deep_with_another_encoder_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scorer, "load_quality", lambda *_, **__: None)  # what another encoder leads to
    with pytest.raises(ConfigError, match="leave out --encoder"):
        check_pairs([GOOD], source_lang="ru", target_lang="en", config=Config(deep=True))


def test_a_missing_package_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    with pytest.raises(ModelError, match=r"pip install 'mtcheck\[deep\]'"):
        load_critic()


def test_the_default_tier_does_not_import_it() -> None:
    code = "import sys, mtcheck; mtcheck.check('Das Haus ist alt.', 'The house is old.', source_lang='de', " \
           "target_lang='en'); sys.exit(any(n in sys.modules for n in ('onnxruntime', 'tokenizers')))"  # fmt: skip
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
