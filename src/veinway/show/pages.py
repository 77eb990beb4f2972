"""The generated pages of docs/, made from the knowledge and from the source.

python -m veinway.show.pages docs          write them
python -m veinway.show.pages docs --check  say which are out of date; exit status 1 if any is
"""

from __future__ import annotations

import sys
from pathlib import Path

from veinway.language.knowledge import Knowledge
from veinway.show.docs_counted import counted_page
from veinway.show.docs_errors import errors_page
from veinway.show.docs_facts import facts_page
from veinway.show.docs_guidelines import guidelines_page
from veinway.show.docs_leaflets import leaflets_page
from veinway.show.docs_reference import reference_page
from veinway.show.docs_rules import rules_page
from veinway.show.docs_sources import presumptions_page, sources_page
from veinway.show.docs_to_confirm import to_confirm_page
from veinway.show.docs_words import words_page
from veinway.show.leaflet_messages import template

SOURCE = Path(__file__).resolve().parents[1]


def pages(knowledge: Knowledge) -> dict[str, str]:
    """Every generated page by its file name."""
    return {
        "facts.md": facts_page(knowledge),
        "rules.md": rules_page(knowledge),
        "sources.md": sources_page(knowledge),
        "to-confirm.md": to_confirm_page(knowledge),
        "presumptions.md": presumptions_page(knowledge),
        "guidelines.md": guidelines_page(knowledge),
        "reference.md": reference_page(knowledge),
        "counted.md": counted_page(knowledge.edition),
        "leaflets.md": leaflets_page(knowledge),
        "leaflet.pot": template(),
        "errors.md": errors_page(SOURCE),
        "words.md": words_page(SOURCE / "language"),
    }


def stale(folder: Path, made: dict[str, str]) -> list[str]:
    """The pages of a folder that are missing or say something else."""
    current = {name: folder / name for name in made}
    return [name for name, file in current.items() if not _same(file, made[name])]


def _same(file: Path, text: str) -> bool:
    return file.exists() and file.read_text(encoding="utf-8") == text


def main(arguments: list[str]) -> int:
    """Write or check the pages in a folder."""
    from veinway.care.knowledge import KNOWLEDGE

    folder = Path(arguments[0] if arguments else "docs")
    made = pages(KNOWLEDGE)
    changed = stale(folder, made)
    if "--check" in arguments:
        sys.stdout.write("".join(f"{folder / name} is out of date\n" for name in changed))
        return int(bool(changed))
    folder.mkdir(parents=True, exist_ok=True)
    for name in changed:
        (folder / name).write_text(made[name], encoding="utf-8")
    sys.stdout.write(f"{len(made)} pages, {len(changed)} written again\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
