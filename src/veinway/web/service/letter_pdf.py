"""A letter as PDF: tagged (PDF/UA-1), with the system's fonts and nothing from elsewhere."""

from __future__ import annotations

from functools import cache
from typing import Any

VARIANT = "pdf/ua-1"


@cache
def missing() -> str:
    """Why no PDF can be made here, "" where one can."""
    try:
        import weasyprint  # noqa: F401
    except ModuleNotFoundError:
        return "WeasyPrint is not installed."
    except OSError:
        return "The libraries that WeasyPrint draws with (Pango) are not installed."
    return ""


def pdf_of(html: str, style: str) -> bytes:
    """The PDF of a whole page; only where nothing is `missing`."""
    from weasyprint import CSS, HTML

    page = HTML(string=html, url_fetcher=_Nothing())
    sheet = CSS(string=style, url_fetcher=_Nothing())
    made: bytes = page.write_pdf(stylesheets=[sheet], pdf_variant=VARIANT)
    return made


class _Nothing:
    """A letter is whole in itself: nothing that somebody wrote into it makes us ask another host."""

    _fail_on_errors = False
    """As newer versions of WeasyPrint ask: what cannot be loaded is left out."""

    def __call__(self, url: str, *_: Any, **__: Any) -> Any:
        raise ValueError("a letter loads nothing")
