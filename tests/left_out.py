"""Tests that need a program which this machine may lack: they are left out, and the end says so."""

from __future__ import annotations

from typing import NoReturn

import pytest


def left_out(what: str, how: str) -> NoReturn:
    """Leave a test out, and say what is missing and how it can be had."""
    pytest.skip(f"{what}; on Debian: {how}")
