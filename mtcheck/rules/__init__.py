"""The rules: small pure functions from a Pair (or all Pairs of a document) to Hits, gathered in one registry."""

from mtcheck.rules.registry import Rule, RuleSet, Scope, all_rules, get_rule

__all__ = ["Rule", "RuleSet", "Scope", "all_rules", "get_rule"]
