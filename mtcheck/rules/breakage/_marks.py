"""Marks that several rules of the package look for."""

from __future__ import annotations

from mtcheck.rules.facts.batch import kind

FINAL_MARKS = ".!?…。！？؟।॥։۔"

HYPHEN, SOFT_HYPHEN, COMMA = kind("-"), kind("\u00ad¬"), kind(",")
