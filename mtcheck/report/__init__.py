"""Reports: a Report in, text, JSON, TSV or HTML out."""

from mtcheck.report.model import Report

__all__ = ["Report"]
