"""The embedded fluency model: what it promises about values, spans, batches and refusals."""

from __future__ import annotations

import random
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.errors import ModelError
from mtcheck.fluency import NgramFluency, load_fluency

NAMES = "ar bg cs de el en es fa fi fr he hi hu id it ja ko nl pl pt ro ru sv tr uk vi zh"
LANGUAGES = NAMES.split()

# Written for this test: plain sentences of a local newspaper, one good and one broken in a way weak translation breaks.
MINIMAL_PAIRS = [
    (
        "en",
        "The council will open new bridges next spring.",
        "The council open will new bridges next spring.",
    ),
    (
        "en",
        "She said that the train had already left.",
        "She said that the train already had leave.",
    ),
    (
        "en",
        "He resigned on Friday after long debates.",
        "He resigned on on Friday after long debates.",
    ),
    ("en", "Most of the houses were destroyed by the fire.", "Most of the houses were destryoed by the fire."),
    ("ru", "Городской совет откроет весной три новых моста.", "Городской совет три весной новых моста откроет из."),
    ("ru", "Они пришли домой только поздно вечером.", "Они пришли домой только поздно вечерами вечером."),
    ("de", "Der Stadtrat will im Mai drei Brücken bauen.", "Der Stadtrat im drei will Mai bauen Brücken."),
    (
        "fr",
        "La ville ouvrira trois nouveaux ponts au printemps.",
        "La trois ville ouvrira ponts nouveaux printemps au.",
    ),
    ("es", "La mayoría de las casas fueron destruidas.", "La mayoría de casas las fueron de destruidas."),
    ("uk", "Вони повернулися додому лише пізно ввечері.", "Вони повернулися повернулися додому з з лише."),
    ("zh", "市议会决定明年春天开放三座新桥。", "市会议决明定春年天放开座三桥新。"),
]


@pytest.fixture(scope="module")
def model() -> NgramFluency:
    return load_fluency()


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "good", "bad"), MINIMAL_PAIRS)
def test_damage_lowers_the_value(model: NgramFluency, lang: str, good: str, bad: str) -> None:
    one, other = model.score([good, bad], lang)
    assert one.value is not None
    assert other.value is not None
    assert one.value > other.value


@pytest.mark.slow
def test_every_promised_language_is_there(model: NgramFluency) -> None:
    assert set(LANGUAGES) <= set(model.languages)
    assert model.supports("en-GB")
    assert model.supports("zh-Hant")
    assert not model.supports("xx")
    assert not model.supports(None)


@pytest.mark.slow
def test_an_unknown_language_gets_no_value_and_a_reason(model: NgramFluency) -> None:
    for lang in ("xx", None):
        results = model.score(["Some text that is long enough."], lang)
        assert results[0].value is None
        assert results[0].reason


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "short"),
        ("Yes.", "short"),
        ("Mayor opens new bridge", "headline"),
        ("MAYOR OPENS THE NEW BRIDGE AFTER FOUR YEARS.", "capitals"),
        ("Mayor Finally Opens Long Awaited River Bridge After Years", "title"),
        ("if (x[0] == y) { return z->w; } else { a += b; }", "code"),
        ("Президент России прибыл в город.", "language"),
        ("12 34 56 one two three 78 90 12 11", "numbers"),
    ],
)
def test_form_that_cannot_be_judged_is_said(model: NgramFluency, text: str, word: str) -> None:
    result = model.score([text], "en")[0]
    assert result.value is None
    assert word in result.reason


@pytest.mark.slow
def test_clean_text_reads_well_and_salad_does_not(model: NgramFluency) -> None:
    clean = [good for lang, good, _ in MINIMAL_PAIRS if lang == "en"]
    rng = random.Random(3)
    salad = []
    for text in clean:
        words = text[:-1].split()
        rng.shuffle(words)
        salad.append(" ".join(words) + ".")
    values = [result.value or 0.0 for result in model.score(clean, "en")]
    broken = [result.value or 0.0 for result in model.score(salad, "en")]
    assert min(values) > 60
    # so short a sentence may shuffle into half-sense, but not most, and none reads as well as before
    assert np.median(broken) < 20  # longer ones, PUD's, lie below 10: the model card
    assert all(value - other > 15 for value, other in zip(values, broken, strict=True))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "She had had enough of the long meetings by then."),
        ("en", "He said that that was the last time he would go there."),
        ("fr", "Nous nous sommes levés tôt ce matin-là."),
        ("id", "Anak-anak itu bermain di taman setiap hari."),
    ],
)
def test_words_that_double_rightly_are_no_fault(model: NgramFluency, lang: str, text: str) -> None:
    value = model.score([text], lang)[0].value
    assert value is not None
    assert value > 60


@pytest.mark.slow
def test_debris_and_names_are_not_scored_as_words(model: NgramFluency) -> None:
    plain = "The museum shows letters from the painter to his sister."
    linked = "The museum shows letters from the painter to his sister https://example.org/x?y=1&z=2."
    values = [result.value for result in model.score([plain, linked], "en")]
    assert values[0] is not None
    assert values[1] is not None
    assert abs(values[0] - values[1]) < 15


@pytest.mark.slow
def test_a_wrecked_stretch_is_marked_and_clean_text_is_not(model: NgramFluency) -> None:
    good = (
        "The committee will publish its final report in the spring, and the members are confident that it will be read."
    )
    bad = good.replace("final report in the", "final reportt the the in of")
    clean, broken = model.score([good, bad], "en")
    assert clean.spans == ()
    assert broken.spans
    start, end, excess = broken.spans[0]
    assert excess >= 0
    assert bad.index("final") <= start < end <= bad.index("spring") + len("spring")


@pytest.mark.slow
@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(max_size=120), max_size=6), st.sampled_from(LANGUAGES))
def test_any_text_gives_values_in_range_and_spans_inside(texts: list[str], lang: str) -> None:
    for text, result in zip(texts, _shared().score(texts, lang), strict=True):
        assert (result.value is None) == bool(result.reason)
        assert result.value is None or 0 <= result.value <= 100
        for start, end, excess in result.spans:
            assert 0 <= start < end <= len(text)
            assert excess >= 0


_TEXT = "the of a council bridge opened was were in spring, new minister said that it Friday. zzxqy Paris 12 « » —"
_WORDS = _TEXT.split()


@pytest.mark.slow
@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=25).map(" ".join), min_size=1, max_size=12))
def test_a_result_depends_on_its_text_alone(texts: list[str]) -> None:
    together = _shared().score(texts, "en")
    assert together[::-1] == _shared().score(texts[::-1], "en")
    assert together == [_shared().score([text], "en")[0] for text in texts]


_SHARED: list[NgramFluency] = []


def _shared() -> NgramFluency:
    if not _SHARED:
        _SHARED.append(load_fluency())
    return _SHARED[0]


@pytest.mark.slow
def test_a_megabyte_on_one_line_is_answered(model: NgramFluency) -> None:
    for unit in ("word and ", "a.b@", "<a ", "x'", "1,", "&amp", "語", "{"):
        assert len(model.score([unit * (1_000_000 // len(unit))], "en")) == 1


@pytest.mark.slow
def test_equal_signatures_and_no_torch() -> None:
    code = (
        "import sys; from mtcheck.fluency import load_fluency; m = load_fluency();"
        "m.score(['The council will open a new bridge.'], 'en');"
        "assert 'torch' not in sys.modules and 'transformers' not in sys.modules; print(m.signature)"
    )
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert output[0] == load_fluency().signature
    assert output[0].startswith("fluency-v1@")


def test_a_missing_model_is_one_clear_error() -> None:
    with pytest.raises(ModelError, match="not found"):
        load_fluency("no-such-model")
