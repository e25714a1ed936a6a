"""Fitted numbers of the aligner's second look; written by `python -m benchmarks.align.fit_words`."""

WORDS: dict[str, float] = {
    "bias_11": 0.539,
    "bias_21": 0.346,
    "bias_31": -0.269,
    "bias_22": 0.181,
    "bias_41": -0.214,
    "bias_32": -0.174,
    "mutual": 0.171,
    "mutual_count": 1.29,
    "missing": -2.251,
    "weak_more": -0.426,
    "match_less": -0.022,
    "match": -0.071,
    "contrast": 0.159,
    "weak": -0.212,
    "worst": 0.039,
    "length": 0.311,
    "weight_ratio": 0.762,
    "jumps": -0.41,
    "order": -1.057,
    "gap": 0.738,
    "gap_length": -1.566,
    "gap_open": 0.012,
}

CALIBRATION: dict[str, tuple[float, float]] = {
    "null": (0.972, 0.631),
    "single": (1.158, 0.174),
    "merged": (0.959, 0.212),
}
