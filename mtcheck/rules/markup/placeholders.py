"""Placeholders lost or made up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules.facts.batch import CURLY, SIGN
from mtcheck.rules.registry import rule
from mtcheck.rules.text import has_any, hit, places

_PLACEHOLDER = re.compile(
    r"\$\{[^{}\s]{1,60}\}|%\{[^{}\s]{1,60}\}|\{\{\s?[\w.-]{1,60}\s?\}\}|(?<![\\{])\{(?:\d{1,3}|[^\W\d]\w{0,40}(?:\.\w{1,40}){0,3})"
    r"(?:![rsa])?(?::[^{}\s]{0,20})?\}(?!\})|(?<![\w%])%(?:\d{1,2}\$)?(?:\(\w{1,40}\))?[-+0#]{0,2}(?:\d{1,3})?(?:\.\d{1,2})?"
    r"(?:hh?|ll?|[jztLq])?[sdiuxXcfFeEgG@](?![\w%])|%\d{1,2}\$[sdiuxXcfeg@](?![\w%])|(?<=[^\W\d_])%[s@](?![\w%])|%%\w{2,30}%%|(?<![\w@.])@\w{2,30}@(?![\w.])"
)
#: What is a placeholder wherever it stands, so that the source need have none.
_CERTAIN_PLACEHOLDER = re.compile(
    r"%\d{1,2}\$[sdiuxXcfeg@]|%@|%\(\w{1,40}\)[sdifr]|%s|[$%]\{[^{}\s]{1,60}\}|\{\d{1,2}\}|\{\w{1,40}(?:\.\w{1,40}){1,3}\}|\{\w{1,40}_\w{1,40}\}|%%[A-Za-z_]{2,30}%%"
)
_DOLLAR = re.compile(r"(?<![\w$])\$[1-9](?![\d.,]*\d|\w)")


@rule(
    "MRK007",
    "placeholder-mismatch",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="{detail}",
    gate=lambda facts: facts.source.any(CURLY | SIGN) | facts.target.any(CURLY | SIGN),
)
def placeholder_mismatch(pair: Pair) -> Iterator[Hit]:
    """A placeholder of the source is missing from the target, was altered, or was made up.

    Why: a program puts a value in its place; without it the sentence has a hole or the program fails.
    Flags: `{name} left` / `{имя} ушёл`, `%s files` / `% s файлов`, `{0} of {1}` / `{0} из {0}`
    Passes: placeholders in another order, `100 %`, `$5`
    Limits: names are compared as written; where the source has none, only forms that nothing else has count (`%1$s`,
        `%(name)s`, `%s`, `${name}`, `{0}`, `{user_name}`); ICU plural and select messages are left alone.
    """
    source, target = pair.source, pair.target
    if not (has_any(source, "{%$@") or has_any(target, "{%$@")) or not source or not target:
        return
    if has_any(source, (", plural,", ", select,")) or has_any(target, (", plural,", ", select,")):
        return
    dollars = "$1" in source and "$2" in source
    wanted, given = _placeholders(source, dollars), _placeholders(target, dollars)
    made_up = [text for text in given if text not in wanted and (wanted or _CERTAIN_PLACEHOLDER.fullmatch(text))]
    for text, start in wanted.items():
        if text not in given:
            hint = f"; “{made_up[0]}” stands there instead" if made_up else ""
            words = f"The placeholder “{text}” is missing from the translation{hint}."
            yield hit(start, start + len(text), words, side=Side.SOURCE)
    for text in made_up:
        missing = [other for other in wanted if other not in given]
        yield hit(
            given[text],
            given[text] + len(text),
            f"The placeholder “{text}” is not in the source.",
            suggestion=missing[0] if missing else None,
        )


def _placeholders(text: str, dollars: bool) -> dict[str, int]:
    """Each placeholder with its first place; `$1` counts only where a `$2` in the source shows that it is no price."""
    found = {m[0].replace(" ", ""): m.start() for m in reversed(list(places(_PLACEHOLDER, text)))}
    if dollars:
        found.update({m[0]: m.start() for m in _DOLLAR.finditer(text)})
    return found
