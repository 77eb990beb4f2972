"""What is said of the clot that is treated and cannot all be so: said plainly, decided for neither."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from veinway.care.knowledge import KNOWLEDGE
from veinway.records.cases import read_case
from veinway.records.documents import load_yaml
from veinway.show.contradictions import contradictions

FILE = Path(__file__).parents[1] / "cases" / "contradictions" / "plan.yaml"
CONTENT = load_yaml(FILE.read_text(encoding="utf-8"), FILE.name)


@pytest.mark.parametrize("case", CONTENT["cases"], ids=lambda case: case["id"])
def test_what_contradicts_the_clot_on_record_is_said_and_nothing_else(case: dict[str, Any]) -> None:
    asked = {"at": CONTENT["at"], "given": case["given"], "facts": case["facts"]}
    found = contradictions(read_case(asked, KNOWLEDGE, id_=case["id"]).situations[""])
    assert [each.code for each in found] == [code for code, *_ in case["says"]]
    for said, (_, *words) in zip(found, case["says"], strict=True):
        assert [each for each in words if each not in said.what] == []
