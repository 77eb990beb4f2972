"""`veinway measures [KEY]`: what a service's report measures, of whom, and by which source."""

from __future__ import annotations

from difflib import get_close_matches

from veinway.commands.output import FINE, shipped_knowledge, write_document
from veinway.language.errors import InputError


def run(key: str | None, *, as_json: bool) -> int:
    """Show all, or one; InputError I257 names those that are near where there is none of this key."""
    from veinway.show.measures_json import measures_answer
    from veinway.show.measures_page import measure_page, measures_page
    from veinway.show.terminal import print_page

    answer = measures_answer(shipped_knowledge().edition)
    page = measures_page(answer) if key is None else measure_page(answer, key)
    if page is None:
        keys = [each["key"] for group in answer["groups"] for each in group["measures"]]
        near = get_close_matches(str(key), keys, n=2) or keys[:5]
        todo = f"Such as {' or '.join(near)}; veinway measures lists all."
        raise InputError("I257", f"There is no measure {key!r}.", where="KEY", todo=todo)
    if as_json:
        write_document(answer)
    else:
        print_page(page)
    return FINE
