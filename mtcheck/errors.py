"""The errors that callers may want to tell apart; every message says what, where, what was expected, what to try."""

from __future__ import annotations


class MtcheckError(Exception):
    """Any fault of the input, the configuration or a model; the command line turns it into exit code 2."""


class InputError(MtcheckError):
    """A file or text that cannot be read or makes no sense; carries the place as ``path:line`` in its message."""


class ConfigError(MtcheckError):
    """An option or configuration key that is unknown or out of range."""


class ModelError(MtcheckError):
    """An encoder or language model that is missing, broken or cannot be loaded offline."""
