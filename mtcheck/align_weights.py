"""Fitted numbers of the aligner; written by `python -m benchmarks.align.fit`, which says on what they were found."""

VERSION = "1"

WEIGHTS: dict[str, float] = {
    "bias_11": 3.365,
    "bias_21": 3.025,
    "bias_31": 4.580,
    "bias_22": 2.528,
    "bias_41": 2.772,
    "bias_32": -1.697,
    "similar_11": 5.465,
    "similar_21": 4.557,
    "similar_31": 2.936,
    "similar_22": 7.013,
    "similar_41": 9.255,
    "similar_32": 16.808,
    "similar_squared": 7.872,
    "gain": 3.345,
    "gain_negative": -1.332,
    "length_11": -1.028,
    "length_merge": -0.541,
    "similar_by_length": 2.361,
    "number_shared": 0.954,
    "number_alone": -0.900,
    "name_shared": 2.281,
    "heading_mismatch": -2.240,
    "paragraph_both": -0.613,
    "paragraph_one": -0.400,
    "paragraph_inner": -1.897,
    "gap": 1.522,
    "gap_length": 0.597,
    "gap_debris": 3.498,
    "gap_heading": 0.413,
    "gap_best": -3.305,
    "gap_open": -3.550,
}

CALIBRATION: dict[str, tuple[float, float]] = {
    "null": (0.087, 2.153),
    "single": (1.017, 0.236),
    "merged": (0.934, 0.204),
}

RELATED: dict[str, float] = {
    "one": -2.304,
    "best": 1.192,
    "excess": 1.087,
    "order": 0.519,
    "whole": 1.369,
    "one_n": -0.443,
    "best_n": 1.06,
    "excess_n": 2.369,
    "order_n": 2.159,
    "whole_n": 0.664,
}
