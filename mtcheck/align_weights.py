"""Fitted numbers of the aligner; written by `python -m benchmarks.align.fit`, which says on what they were found."""

VERSION = "1"

WEIGHTS: dict[str, float] = {
    "bias_11": 4.918,
    "bias_21": 5.079,
    "bias_31": 7.206,
    "bias_22": 3.116,
    "bias_41": 8.243,
    "bias_32": 0.492,
    "similar_11": 2.054,
    "similar_21": -0.546,
    "similar_31": -1.340,
    "similar_22": 5.918,
    "similar_41": -1.217,
    "similar_32": 12.919,
    "similar_squared": 8.859,
    "gain": 2.716,
    "gain_negative": -0.220,
    "below_0.15": 3.472,
    "below_0.15_long": -3.318,
    "below_0.3": 1.953,
    "below_0.3_long": 5.782,
    "below_sharp": -3.144,
    "below_sharp_long": -0.554,
    "similar_sharp": 3.202,
    "bias_sharp": -2.344,
    "weakest_sharp": 1.016,
    "weakest": 3.851,
    "weakest_low": 0.565,
    "length_11": -1.051,
    "length_merge": -0.595,
    "similar_by_length": 2.544,
    "number_shared": 0.459,
    "number_alone": -0.670,
    "name_shared": 1.607,
    "heading_mismatch": -2.429,
    "paragraph_one": -0.423,
    "paragraph_inner": -1.728,
    "gap": 0.881,
    "gap_length": 0.643,
    "gap_debris": 2.562,
    "gap_heading": 0.251,
    "gap_best": -1.008,
    "gap_open": -3.091,
}

CALIBRATION: dict[str, tuple[float, float]] = {"null": (0.286, 1.557), "single": (0.996, 0.288), "merged": (0.789, 0.586)}

RELATED: dict[str, float] = {"one": -3.841, "best": 1.627, "excess": 1.494, "order": 1.179, "whole": 3.217, "one_n": -0.325, "best_n": -0.819, "excess_n": 2.107, "order_n": 3.605, "whole_n": 0.281}
