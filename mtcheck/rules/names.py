"""Names across scripts and through a document."""

from __future__ import annotations
