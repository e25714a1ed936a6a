"""Language leftovers, copies and scripts."""

from __future__ import annotations
