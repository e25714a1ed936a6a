"""Glossaries in a run: the right direction, faults, and what the commands make of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from format_samples import TBX2
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

import mtcheck
from mtcheck.cli import app
from mtcheck.config import Config
from mtcheck.data import Side, Term
from mtcheck.errors import InputError
from mtcheck.inflection import is_akin, is_form
from mtcheck.term_match import TermIndex, find_widely
from mtcheck.terms import load_glossary


def written(tmp_path: Path, text: str, name: str = "terms.tsv") -> str:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return str(path)


def test_a_glossary_turns_to_the_direction_of_the_run(tmp_path: Path) -> None:
    path = written(tmp_path, "en\tde\nship\tSchiff\n")
    for source_lang, target_lang, source in (("en-GB", "de-AT", "two ships"), ("de", "en", "zwei Schiffe")):
        glossary = load_glossary([path], source_lang, target_lang)
        assert glossary is not None
        (use,) = glossary.uses(source, "")
        assert (use.side, source[use.start : use.end]) == (Side.SOURCE, source.split()[1])


def test_a_glossary_of_other_languages_is_an_error(tmp_path: Path) -> None:
    path = written(tmp_path, "en\tde\nship\tSchiff\n")
    with pytest.raises(InputError, match="glossary from German into English; expected one from Russian into English"):
        load_glossary([path], "ru", "en")


def test_tbx_in_a_run(tmp_path: Path) -> None:
    path = written(tmp_path, TBX2, "terms.tbx")
    report = mtcheck.check_pairs(
        [("The dinghy sank.", "Der Kahn sank.")],
        source_lang="en",
        target_lang="de",
        config=Config(glossary=(path,)),
    )
    (flag,) = [flag for flag in report.segments[0].flags if flag.rule.startswith("TRM")]
    assert (flag.rule, flag.text, flag.suggestion) == ("TRM002", "Kahn", "Dingi")
    assert "|glossary:1@" in report.signature


def test_batch_looks_at_the_glossary_first_and_takes_nothing_up_when_it_changed(tmp_path: Path) -> None:
    pairs = written(tmp_path, "en\tde\nThe ship left.\tDer Kahn fuhr.\n", "pairs.tsv")
    missing = str(tmp_path / "none.tsv")
    result = CliRunner().invoke(app, ["batch", pairs, "--config", "none", "--glossary", missing])
    assert isinstance(result.exception, InputError)
    glossary, out, state = written(tmp_path, "ship\tSchiff\n"), str(tmp_path / "out"), str(tmp_path / "state.json")
    command = ["batch", pairs, "--config", "none", "--glossary", glossary, "--out", out, "--resume", state]
    assert CliRunner().invoke(app, command).exit_code == 0
    Path(glossary).write_text("ship\tDampfer\n", "utf-8")
    result = CliRunner().invoke(app, command)
    assert "the state of another run" in str(result.exception)


def test_lint_of_a_glossary_in_several_languages_takes_the_source_language_of_the_settings(tmp_path: Path) -> None:
    path = written(tmp_path, "en\tde\tfr\tforbidden\nship\tSchiff\tnavire\t\n\tgeil\t\t\n")
    config = Config(glossary=(path,), source_lang="en", target_lang="de", select=("TRM",))
    report = mtcheck.lint("Das war geil und gut.", config=config)
    assert [flag.text for flag in report.segments[0].flags] == ["geil"]


def test_a_changed_glossary_is_read_again_and_changes_the_signature(tmp_path: Path) -> None:
    path = written(tmp_path, "ship\tSchiff\n")
    first = load_glossary([path], "en", "de")
    Path(path).write_text("ship\tSchiff\nsail\tSegel\n", "utf-8")
    second = load_glossary([path], "en", "de")
    assert first is not None
    assert second is not None
    assert (len(first.terms), len(second.terms)) == (1, 2)
    assert first.signature != second.signature
    assert load_glossary((), "en", "de") is None


@pytest.mark.parametrize(
    ("text", "words"), [(None, "no such file"), ("\n", "holds no term"), ("a\tb\tc\n", "3 columns")]
)
@pytest.mark.parametrize("command", ["score", "lint", "batch", "compare"])
def test_a_broken_glossary_is_one_error_and_writes_nothing(
    tmp_path: Path, command: str, text: str | None, words: str
) -> None:
    source, target = written(tmp_path, "The ship left.\n", "a.en"), written(tmp_path, "Das Schiff fuhr ab.\n", "a.de")
    pairs = written(tmp_path, "source\ttarget\nThe ship left.\tDas Schiff fuhr ab.\n", "pairs.tsv")
    glossary = str(tmp_path / "none.tsv") if text is None else written(tmp_path, text)
    inputs = {"score": [source, target], "lint": [target], "batch": [pairs], "compare": [source, target, target]}
    out = [] if command in ("batch", "compare") else ["--json", str(tmp_path / "out.json")]
    result = CliRunner().invoke(
        app, [command, *inputs[command], "--config", "none", "--glossary", glossary, "--target-lang", "de", *out]
    )
    said = f"{result.exception} {result.stderr}".replace("No such", "no such")
    assert words in said
    assert glossary in said
    assert result.exit_code == 2 or isinstance(result.exception, InputError)
    assert not (tmp_path / "out.json").exists()


def test_the_commands_and_the_configuration_take_a_glossary(tmp_path: Path) -> None:
    source, target = written(tmp_path, "The ship left.\n", "a.en"), written(tmp_path, "Der Kahn war geil.\n", "a.de")
    glossary = written(tmp_path, "source\ttarget\tforbidden\nship\tSchiff\tKahn\n\t\tgeil\n")
    config = written(tmp_path, f'glossary = ["{glossary}"]\nsource-lang = "en"\ntarget-lang = "de"\n', "mtcheck.toml")
    run = CliRunner().invoke
    tsv = run(app, ["score", source, target, "--aligned", "--config", config, "--select", "TRM", "--format", "tsv"])
    assert tsv.output.count("TRM002") == 2
    lint = run(app, ["lint", target, "--config", config, "--select", "TRM", "--format", "tsv"])
    assert lint.output.count("TRM002") == 1
    pairs = written(tmp_path, "en\tde\nThe ship left.\tDer Kahn fuhr.\n", "pairs.tsv")
    batch = run(app, ["batch", pairs, "--config", "none", "--glossary", glossary, "--select", "TRM"])
    assert "TRM002" in batch.output


def test_the_longest_term_wins_and_terms_do_not_overlap() -> None:
    index = TermIndex([(text, text) for text in ("new york", "new york city", "city hall")], "en")
    assert [value for _, _, value in index.find("new york city hall")] == ["new york city"]


def test_a_list_in_sentence_case_says_nothing_by_its_capitals() -> None:
    texts = ("Purchase order", "Delivery note", "Credit memo", "Due date", "Net price", "Invoice")
    index = TermIndex([(text, text) for text in texts], "en")
    assert [value for _, _, value in index.find("the invoice and the purchase orders")] == ["Invoice", "Purchase order"]
    names = TermIndex([("Apple", "Apple")], "en")
    assert not names.find("an apple a day")
    assert names.find("Apple pays")


@pytest.mark.parametrize(
    ("lang", "term", "forms", "others"),
    [
        ("en", "ship", "ship ships shipped shipping", "shipment sheep shop"),
        ("ru", "договор", "договора договору договоры договорами", "дог говор"),
        ("uk", "країна", "країни країну країною країнах", "край краса"),
        ("de", "haus", "hauses häuser häusern", "hauptmann maus"),
        ("fr", "cheval", "cheval", "chevet"),
        ("es", "gobierno", "gobiernos", "gobernar goma"),
        ("it", "governo", "governi", "governare"),
        ("pt", "governo", "governos", "governador"),
        ("nl", "schip", "schip", "schop"),
        ("pl", "rynek", "rynku rynki rynkiem", "rynna"),
        ("cs", "smlouva", "smlouvy smlouvě smlouvou", "smluvní"),
        ("sv", "skepp", "skeppet skeppen", "skepsis"),
        ("tr", "gemi", "gemiler gemide", "gelir"),
        ("fi", "laiva", "laivan laivassa", "lava"),
        ("hu", "hajó", "hajók hajóban", "haj"),
        ("el", "πλοίο", "πλοίου πλοία", "πλάι"),
        ("ar", "حكومة", "الحكومة حكومتهم والحكومة", "حكم"),
        ("ar", "الحكومة", "حكومة بالحكومة", "حكم"),
        ("he", "ממשלה", "הממשלה בממשלה", "משל"),
        ("ko", "정부", "정부는 정부가 정부에서", "정부군 정"),
        ("hi", "सरकार", "सरकार", "सर"),
    ],
)
def test_forms_of_a_term(lang: str, term: str, forms: str, others: str) -> None:
    for form in forms.split():
        assert is_form(form, term, lang), form
        assert is_akin(form, term, lang), form
        assert TermIndex([(term, 0)], lang).find(f"x {form}"), form
    for other in others.split():
        assert not is_form(other, term, lang), other
        assert not TermIndex([(term, 0)], lang).find(f"x {other}"), other


@given(
    text=st.text("ab -.東京カタ\n", max_size=30),
    terms=st.lists(st.text("ab -東京カ", min_size=1, max_size=6), max_size=4),
    lang=st.sampled_from(["en", "ja", "de", "uk", ""]),
)
def test_law_terms_lie_in_their_text_in_order_and_a_text_has_itself(text: str, terms: list[str], lang: str) -> None:
    """Law: what is found lies in the text, from left to right, without overlap; a term is widely in itself."""
    at = 0
    for start, end, _ in TermIndex([(term, term) for term in terms], lang).find(text):
        assert at <= start < end <= len(text)
        at = end
    for term in terms:
        assert find_widely(term, term, lang) is not None


def test_terms_without_letters_are_looked_for_as_they_are() -> None:
    assert find_widely("100 % of it", "%", "en") == (4, 5)
    assert not TermIndex([("%", 0)], "en").find("100 % of it")


def test_term_in_pairs_beyond_the_alignment_is_left_alone(tmp_path: Path) -> None:
    from mtcheck.data import Pair
    from mtcheck.rules import RuleSet
    from mtcheck.terms import Glossary

    glossary = Glossary([Term(source="ship", targets=("Schiff",))], "en", "de")
    pair = Pair(
        index=0,
        source="The ship left.",
        target="Es regnete.",
        source_lang="en",
        target_lang="de",
        alignment_confidence=0.2,
    )
    assert RuleSet(select=["TRM"]).check(glossary.with_uses([pair])) == [[]]
