"""What several guidelines say of a suspected DVT in the same words, each on its own authority."""

from veinway.care.facts.findings import anticoagulation_contraindicated
from veinway.care.imaging.scans import SUPERFICIAL_ONLY
from veinway.care.outcomes import DVT_CONFIRMED, FURTHER_IMAGING, SILENT_ON_SUPERFICIAL
from veinway.care.sources import DICTIONARY, LOCAL, PRODUCT
from veinway.language import *

_INDETERMINATE = PRODUCT.at("section 6.1, indeterminate test", LOCAL)
_SUPERFICIAL = DICTIONARY.at("section 4.1, superficial vein thrombosis")

not_settled = otherwise(FURTHER_IMAGING, id="indeterminate", cite=_INDETERMINATE)


def superficial_on(scan: ChoiceExpression, *, id: str = "superficial") -> Row:
    """A scan shows a clot in a superficial vein only, of which pathways of DVT say nothing."""
    return row(scan.is_(SUPERFICIAL_ONLY), SILENT_ON_SUPERFICIAL, id=id, cite=_SUPERFICIAL)


def another_test_after(first_scan: ChoiceExpression) -> Action:
    """An indeterminate scan is followed by another test."""
    return action(
        "alternative_test",
        "The scan was indeterminate, which is not negative: arrange another test.",
        when=first_scan.is_("indeterminate"),
        cite=_INDETERMINATE,
    )


def treatment_by(conclusion: Table, cite: Cite) -> Action:
    """A DVT that was confirmed is treated."""
    return action(
        "start_treatment",
        "Treat the DVT, unless anticoagulation is contraindicated.",
        when=conclusion.is_(DVT_CONFIRMED),
        until=anticoagulation_contraindicated,
        cite=cite,
    )


def end_of_tests_by(conclusion: Table, *unlikely: Outcome, cite: Cite) -> Action:
    """Where a DVT is not likely, no further test is done."""
    return action(
        "no_further_test",
        "No further test for DVT; think of other diagnoses and explain what to watch for.",
        act="stop_no_further_test",
        when=conclusion.one_of(*unlikely),
        cite=cite,
    )
