"""Where sources disagree on anticoagulation: reference 2, section 10.2, seen in `compare` or in a row."""

from __future__ import annotations

from typing import Any

import pytest

from test_compare_cases import answer, asked, cases
from veinway.show.compare_words import difference_lines

FILE = "treatment.yaml"


@pytest.mark.parametrize("case", cases(FILE), ids=lambda case: case["id"])
def test_guidelines_differ_on_treatment_as_the_reference_says(case: dict[str, Any]) -> None:
    for question, expected in case["expect"].items():
        found = asked(case, question)
        said = answer(found)
        for part, value in expected.items():
            chosen = said[part]
            if isinstance(value, dict):
                chosen = {key: chosen.get(key) for key in value}
                value = {k: sorted(v) if isinstance(v, list) else v for k, v in value.items()}
            assert chosen == value, (question, part, difference_lines(found))
