"""What must be known to get the same score again, as one line in the manner of sacrebleu's signatures."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

try:
    VERSION = version("mtcheck")
except PackageNotFoundError:  # run from a source tree without an install
    VERSION = "0+unknown"


def make_signature(**parts: str | None) -> str:
    """`mtcheck|key:value|...|version:x`, in the order given; parts that are None are left out.

    >>> make_signature(langs="ru-en", judge="1", rules=None).rsplit("|", 1)[0]
    'mtcheck|langs:ru-en|judge:1'
    """
    body = "".join(f"|{key}:{value}" for key, value in parts.items() if value is not None)
    return f"mtcheck{body}|version:{VERSION}"
