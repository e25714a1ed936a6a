"""Runs of neighbouring segments and their vectors: what a bead's side means as one text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from mtcheck.data import Encoder, FloatArray, IntArray, Segment

MAX_SPAN = 4
"""A bead has at most five segments, so a side of it at most four."""

_BATCH = 2048


def span_text(segments: Sequence[Segment], first: int, last: int, text: str | None) -> str:
    """The text of segments `first:last`, cut out of the document where it is given, else joined by spaces."""
    if last - first == 1:
        return segments[first].text
    if text is not None:
        return text[segments[first].start : segments[last - 1].end]
    return " ".join(segment.text for segment in segments[first:last])


class SpanVectors:
    """Unit vectors of all runs of 1 to `longest` segments of one side.

    Encoders that add up word vectors offer `encode_sums(texts) -> (n, dim)`, unnormalised: then each segment is
    encoded once and runs are sums. Any other encoder is given the text of every run.
    """

    def __init__(
        self,
        segments: Sequence[Segment],
        encoder: Encoder,
        *,
        text: str | None = None,
        longest: int = MAX_SPAN,
        progress: Callable[[int], None] | None = None,
    ) -> None:
        self.n = len(segments)
        self.longest = longest
        self.additive = hasattr(encoder, "encode_sums")
        encode: Callable[[Sequence[str]], FloatArray] = getattr(encoder, "encode_sums", encoder.encode)
        self._parts: list[FloatArray] = []
        for k in range(1, 2 if self.additive else longest + 1):
            out = np.zeros((max(self.n - k + 1, 0), encoder.dim), np.float32)
            for begin in range(0, len(out), _BATCH):
                end = min(begin + _BATCH, len(out))
                texts = [span_text(segments, i, i + k, text) for i in range(begin, end)]
                out[begin:end] = encode(texts)
                if progress:
                    progress(end - begin)
            self._parts.append(out)

    @property
    def n_texts(self) -> int:
        """How many texts were encoded."""
        return sum(len(part) for part in self._parts)

    def ending(self, k: int, first: int, last: int) -> FloatArray:
        """(last - first, dim) float32 unit rows: row r is the run of `k` segments that ends before `first + r`.

        Runs that would begin before the document are zero rows.
        """
        dim = self._parts[0].shape[1]
        out = np.zeros((last - first, dim), np.float32)
        begin = max(first, k)
        if begin >= last:
            return out
        rows = out[begin - first :]
        if self.additive:
            sums = self._parts[0]
            for back in range(1, k + 1):
                rows += sums[begin - back : last - back]
        else:
            rows += self._parts[k - 1][begin - k : last - k]
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        return out

    def ending_at(self, k: int, ends: IntArray) -> FloatArray:
        """(len(ends), dim) float32 unit rows: the runs of `k` segments that end before each of `ends` (>= k)."""
        if self.additive:
            rows = sum((self._parts[0][ends - back] for back in range(2, k + 1)), self._parts[0][ends - 1].copy())
        else:
            rows = self._parts[k - 1][ends - k].copy()
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        return rows

    def single(self) -> FloatArray:
        """(n, dim) float32 unit rows, one a segment."""
        return self.ending(1, 1, self.n + 1)

    def sample(self, k: int, size: int) -> FloatArray:
        """Up to `size` runs of `k` segments, evenly spaced over the document."""
        count = self.n - k + 1
        if count <= 0:
            return np.zeros((0, self._parts[0].shape[1]), np.float32)
        return self.ending_at(k, np.unique(np.linspace(k, self.n, min(size, count)).astype(np.int64)))
