"""mtcheck: translation quality, checked: align, judge, flag, report."""
