"""`veinway numbers`: benefit and harm of clot removal, both columns, for the talk about the decision."""

from __future__ import annotations

from veinway.commands.output import FINE, shipped_chapter, write_document


def run(*, as_json: bool) -> int:
    """Every decision sheet, as a page or as JSON."""
    from veinway.show.decision_words import sheet_answer
    from veinway.show.json_answers import NOTICE

    knowledge = shipped_chapter("intervention")
    if as_json:
        sheets = [sheet_answer(sheet, knowledge.edition, NOTICE) for sheet in knowledge.sheets]
        write_document({"sheets": sheets})
        return FINE
    from veinway.show.decision_page import sheet_page
    from veinway.show.terminal import print_page

    for sheet in knowledge.sheets:
        print_page(sheet_page(sheet, knowledge.edition))
    return FINE
