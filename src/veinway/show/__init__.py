"""Findings out: words, pages, JSON, reports. Nothing is shown that is not in a finding."""
