"""Why a score is low, in words: which groups of features pulled it down on a row's way through the trees.

A split moves a row's expected value from its node's mean to a child's; the moves are summed over trees by the group
of the split's feature (Saabas 2014; Palczewska et al. 2013, arXiv:1312.1121).
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from mtcheck.data import FloatArray
from mtcheck.quality_features import FLAGS, FLUENCY, NAMES
from mtcheck.quality_trees import Forest

PULL = -0.12  # z: a group must lower the estimate by at least this to be named; three points of 100 or so
MOST = 3
_GROUPS = ("source", "target", "alike", "length", "order", "marks", "figures", "copied", "repeated", "fluency", "flags")
_OTHER = len(_GROUPS)
_MATCHES = ("match", "plain", "weak", "fair", "worst", "loss", "missing", "contrast", "unknown", "told", "explained",
            "sense", "bare", "bare_most", "bare_worst")  # fmt: skip


@lru_cache(maxsize=1)
def _group_of() -> npt.NDArray[np.int64]:
    """Group number of every feature."""
    return np.array([_group(name.rstrip("*")) for name in NAMES], dtype=np.int64)


def _group(name: str) -> int:
    stem, _, side = name.rpartition("_")
    if name in FLAGS:
        found = "flags"
    elif name in FLUENCY:
        found = "fluency"
    elif name in ("cosine", "mutual"):
        found = "alike"
    elif stem in _MATCHES:
        found = side
    elif name in ("weight_ratio", "chars_ratio"):
        found = "length"
    elif name in ("order", "jumps"):
        found = "order"
    elif name in ("figures_lost", "figures_new", "digit_gap"):
        found = "figures"
    elif name in ("copied", "copied_run"):
        found = "copied"
    elif name in ("repeated", "distinct", "crowd_source", "crowd_target"):
        found = "repeated"
    elif name.endswith("_gap") or name in ("end_differs", "gaps_target", "lower_start", "other_target", "upper_target"):
        found = "marks"
    else:
        return _OTHER
    return _GROUPS.index(found)


def pulls(forest: Forest, rows: FloatArray) -> npt.NDArray[np.float64]:
    """(n, groups): by how much each group of features moved the estimate, in z."""
    means, groups = forest.mean, _group_of()
    n = len(rows)
    line = np.arange(n)[None, :]
    node = np.repeat(forest.roots[:, None], n, axis=1)
    moved = np.zeros(n * (_OTHER + 1))
    for _ in range(forest.depth):
        feature = forest.feature[node]
        seen = rows[line, feature]
        right = ~(seen <= forest.threshold[node]) & ~(np.isnan(seen) & forest.missing_left[node])
        following = forest.left[node] + right
        moved += np.bincount(
            (line * (_OTHER + 1) + groups[feature]).ravel(),
            (means[following] - means[node]).ravel(),
            minlength=len(moved),
        )
        node = following
    return moved.reshape(n, _OTHER + 1)


def reasons(forest: Forest, guard: Forest, rows: FloatArray) -> list[tuple[str, ...]]:
    """For each row at most `MOST` reasons, the strongest first."""
    moved = (pulls(forest, rows) + np.minimum(pulls(guard, rows), 0))[:, :_OTHER]
    order = np.argsort(moved, axis=1)[:, :MOST]
    return [
        tuple(_words(_GROUPS[k], rows[i]) for k in line if moved[i, k] <= PULL) for i, line in enumerate(order.tolist())
    ]


def _words(group: str, row: FloatArray) -> str:
    def of(name: str) -> float:
        return float(row[NAMES.index(name)])

    if group in ("source", "target"):
        share = max(of(f"weak_{group}"), float(np.nan_to_num(of(f"bare_{group}"))))
        other = "target" if group == "source" else "source"
        return f"about {share:.0%} of the {group} has no clear counterpart in the {other}"
    if group == "length":
        ratio = float(np.exp(of("chars_ratio")))
        return f"the target is unusually {'short' if of('chars_ratio*') < 0 else 'long'} ({ratio:.2f} times the source)"
    if group == "fluency" and not np.isnan(of("fluency")):
        return f"the target reads badly (fluency {of('fluency'):.0f})"
    return {
        "alike": "the two texts as a whole are less alike in meaning than usual",
        "order": "matching words stand in an unusual order",
        "marks": "punctuation or capitals differ from the source",
        "figures": "a figure is missing or new",
        "copied": "words of the source are left as they are",
        "repeated": "words are repeated",
        "fluency": "fluency cannot be judged",
        "flags": "checks found possible errors",
    }[group]
