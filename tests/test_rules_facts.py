"""Facts of a batch: no gate keeps a rule from a pair that it has a hit in, and the words kept are those of the text."""

from __future__ import annotations

import random
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.data import LanguageGuess, Pair
from mtcheck.rules.facts.batch import DIGIT, SPACE, Facts, TextFacts, batches, kind
from mtcheck.rules.facts.heads import first_letters
from mtcheck.rules.facts.openings import openings
from mtcheck.rules.names import _capitalised, _recurring
from mtcheck.rules.names._altered_names import full_names
from mtcheck.rules.numbers._currencies import FORMS, currencies
from mtcheck.rules.numbers._prefixes import prefixed_unit
from mtcheck.rules.numbers._units import UNITS, is_unit
from mtcheck.rules.numbers.figure_facts import figures_of
from mtcheck.rules.registry import Rule, Scope, all_rules
from mtcheck.rules.structure._boilerplate import LEAD, OPEN, WHOLE, furniture_beginning, furniture_pattern
from mtcheck.rules.structure._share_bars import NETWORKS, SHARE
from mtcheck.rules.words import lexicon, views
from mtcheck.rules.words.tokens import _lower_tokens, lower_tokens, tokens_of

CASES = Path(__file__).parent / "cases"
RULES = [item for item in all_rules() if item.scope is Scope.PAIR and item.gate is not None]
#: Pieces of text that rules look for, to be put into any text.
PIECES = (
    *("<b>", "</p", "&amp;", "{0}", "%s", "$1", "[[x]]", "**", "''' a '''", "## ", "?utm_source=x", "\\u0041"),
    *("Ã©", "Рџ", "\ufffd", "\u200b", "\x00", "“", "»", "„", "(", "]", "—", " ,", "..", ". :", "¿", "，", "?", "!"),
    *(" m i n i ", "\u00ad", ", They ", "a.The", "the the", "12,5 km", "3.000", "5 %", "№", "XVII", "May 3", "Moscоw"),
    *("成長", "Ελλάδα", "NATO", "ООН", "not", "не", "must", "it's", "l’eau", "Müller", "Ангела", "zayavil", "=41=42"),
    *("\n", "\u00a0", "0", "- "),
)  # fmt: skip


def _pairs() -> dict[tuple[str | None, str | None], list[Pair]]:
    """The texts of all cases, by languages."""
    found: dict[tuple[str | None, str | None], list[Pair]] = defaultdict(list)
    for path in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            parts = case["langs"].split(">" if ">" in case["langs"] else "-")
            source, target = (None if tag == "?" else tag for tag in parts)
            guess = case.get("target_guess")
            for texts in case.get("pairs") or [(case["source"], case["target"])]:
                found[source, target].append(
                    Pair(
                        index=0,
                        source=texts[0],
                        target=texts[1],
                        source_lang=source,
                        target_lang=target,
                        target_guess=LanguageGuess(lang=guess, confidence=0.99) if guess else None,
                    )
                )
    return found


def _lost(pairs: Sequence[Pair], rules: Sequence[Rule] = RULES) -> list[tuple[str, str, str]]:
    """The hits that the gates would lose."""
    views.forget()
    facts = Facts(pairs)
    lost = []
    for item in rules:
        let_through = set(facts.chosen(item.gate))
        for at, pair in enumerate(pairs):
            if at not in let_through and list(item.function(pair)):
                lost.append((item.code, pair.source, pair.target))
    return lost


def test_no_case_is_lost_by_a_gate() -> None:
    for pairs in _pairs().values():
        assert not _lost(pairs)


def test_no_case_is_lost_among_pairs_of_many_languages() -> None:
    pairs = [pair for some in _pairs().values() for pair in some]
    random.Random(7).shuffle(pairs)
    for _, some in batches(pairs):
        assert not _lost(some)


def _furniture_lines(lang: str) -> list[str]:
    """Everything that is listed for a language, as a page has it."""
    whole, lead, opened = ((table.get(lang) or "").split("|") for table in (WHOLE, LEAD, OPEN))
    lines = [*whole, *(f"{line}: x" for line in lead), *(f"{line} x" for line in opened), *(f"{x}s" for x in opened)]
    if lang in SHARE:
        lines += [f"{line} Facebook Twitter" for line in SHARE[lang].split("|")]
        lines += [f"{name} Telegram" for name in NETWORKS.split("|")]
    return [line.replace("\\?", "?") for line in lines if line.strip(" :xs")]


@pytest.mark.parametrize("lang", sorted(WHOLE))
def test_every_line_of_furniture_passes_the_gate(lang: str) -> None:
    (item,) = (found for found in RULES if found.code == "STR004")
    lines = _furniture_lines(lang)
    lines += [line.upper() for line in lines] + [f"It rained. {line}" for line in lines]
    pairs = [Pair(index=0, source="", target=line, source_lang="en", target_lang=lang) for line in lines]
    whole = furniture_pattern(lang)
    assert whole is not None
    for first, some in batches(pairs):
        assert not _lost(some, [item])
        for line in lines[first : first + len(some)]:
            by_head = furniture_beginning(lang, first_letters(line))
            assert any(one.fullmatch(line) for one in by_head) == bool(whole.fullmatch(line)), line


@pytest.mark.parametrize("langs", [("ru", "en"), ("en", "ru"), ("de", "en"), ("en", "zh"), ("ar", "en"), ("en", "es")])
def test_no_damage_is_lost_by_a_gate(langs: tuple[str, str]) -> None:
    rnd = random.Random(11)
    known = [pair for (source, target), some in _pairs().items() if (source, target) == langs for pair in some]
    damaged = []
    for pair in known:
        for _ in range(6):
            texts = [pair.source, pair.target]
            for side in rnd.choices((0, 1), k=3):
                at = rnd.randrange(len(texts[side]) + 1)
                texts[side] = texts[side][:at] + rnd.choice(PIECES) + texts[side][at:]
            damaged.append(replace(pair, source=texts[0], target=texts[1]))
    assert not _lost(damaged)


#: What figures, and what stands beside them, are put together from.
FIGURES = st.lists(
    st.sampled_from((
        "1", "5", "12", "00", "31", "48", "1984", "12 500", "2.5", "2,5", "4/7", "٥", "XIV", "VI", "RB", "ЭП", "x",
        " ", " ", ",", ".", "/", "-", "–", ":", "h", "\n", "@", "&", "www.a.", "//", "％", "年", "万", "千", "。",
        " km", " miles", " км", " sq m", "°C", " MHz", " ГГц", " кВт", " Mo", "µg", " %", " million", " млн", "k",
        " mil", " de mayo", "$", "US$ ", " €", "rs. ", " фунтов", " pounds", " d’euros", " t", " to ", " до ",
    )),
    max_size=9,
).map("".join)  # fmt: skip
OF_FIGURES = [item for item in RULES if item.code[:3] in ("NUM", "AMT", "DIG", "QTY", "TIM", "CTC", "ORD")]


@settings(max_examples=250, deadline=None)
@given(
    st.lists(st.tuples(FIGURES, FIGURES, FIGURES), min_size=1, max_size=4),
    st.sampled_from((("ru", "en"), ("en", "de"), ("zh", "en"), ("es", "en"), (None, "en"))),
)
def test_no_figures_are_lost_by_a_gate(rows: list[tuple[str, str, str]], langs: tuple[str | None, str]) -> None:
    source, target = langs
    pairs = [
        Pair(index=0, source=one, target=other, source_lang=source, target_lang=target)
        for here, there, shared in rows
        for one, other in ((here, there), (here + shared, shared + there), (shared, shared + there), (here, here))
    ]
    assert not _lost(pairs, OF_FIGURES)


@pytest.mark.parametrize("before", ["5", "5 ", "5-", "12,000 ", "1/2 "])
def test_every_unit_and_currency_passes_the_gates(before: str) -> None:
    forms = [
        form.removesuffix("*")
        for forms in (*(row[-1] for row in UNITS), *(row[-1] for row in FORMS))
        for form in openings(forms)
    ]
    forms += [
        "MHz",
        "кВт",
        "mW",
        "киловатт",
        "Gigahertz",
        "µV",
        "Mo",
        "мГц",
        "KW",
        "兆瓦",
        "pounds",
        "d’euros",
        "di euro",
    ]
    texts = [before + form for form in forms]
    facts = Facts([Pair(index=0, source=text, target=text, source_lang="ru", target_lang="en") for text in texts])
    figures = figures_of(facts).target
    for text, unit, money in zip(texts, figures.have_prefixed_units.tolist(), figures.have_money.tolist(), strict=True):
        at = len(before.rstrip(" -"))
        assert unit or (not is_unit(text, at) and prefixed_unit(text, at) is None), text
        assert money or not currencies(text, 0, at), text


TEXTS = st.text(alphabet=st.one_of(st.sampled_from("aBC'’ -_1٣éİΣς²ª中о́\u200d\n."), st.characters()), max_size=40)


def _words_of(text: str) -> tuple[object, ...]:
    for remembered in (lexicon._lowered, lexicon._starts, _lower_tokens):
        remembered.cache_clear()
    names = list(full_names(text)), _recurring._rare_capitals(text, "en")
    return lexicon.words(text), lexicon.lowered(text), _capitalised.capital_words(text), lexicon.starts(text), *names


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_words_of_a_batch_are_those_of_each_text(texts: list[str]) -> None:
    views.forget()
    kept = [_words_of(text) for text in texts]
    tokens = [(tokens_of(t), lower_tokens(t)) for t in texts]
    Facts([Pair(index=0, source=text, target=text) for text in texts])
    assert views.WORDS.keys() == views.TOKENS.keys() == views.NAMES.keys() == set(texts)
    assert [_words_of(text) for text in texts] == kept
    assert [(tokens_of(t), lower_tokens(t)) for t in texts] == tokens


def test_what_is_told_of_a_text() -> None:
    texts = TextFacts(["a 12", "", "no\ndigits ", "1\u00a0x", "end"])
    assert texts.any(DIGIT).tolist() == [True, False, False, True, False]
    assert texts.ends(SPACE).tolist() == [False, False, True, False, False]
    assert texts.ends(DIGIT).tolist() == [True, False, False, False, False]
    assert texts.near(DIGIT, {1: SPACE}).tolist() == [False, False, False, True, False]
    assert texts.near(SPACE, {1: DIGIT, 2: DIGIT}).tolist() == [True, False, False, False, False]
    assert texts.has("dig", "x").tolist() == [False, False, True, True, False]
    assert texts.has("", "q").all()
    assert texts.runs(DIGIT, 2).tolist() == [True, False, False, False, False]


def test_a_kind_added_later_counts_as_well() -> None:
    assert not TextFacts(["~"]).any(DIGIT).any()
    tilde = kind("~")
    assert TextFacts(["~"]).any(tilde).all()


def test_a_batch_is_small_in_pairs_and_in_characters() -> None:
    short, long = Pair(index=0, source="a", target="b"), Pair(index=0, source="a" * 300_000, target="b" * 300_000)
    assert [(first, len(some)) for first, some in batches([short] * 600)] == [(0, 512), (512, 88)]
    assert [(first, len(some)) for first, some in batches([short, long, short, long])] == [
        (0, 1),
        (1, 1),
        (2, 1),
        (3, 1),
    ]
    assert list(batches([])) == []
