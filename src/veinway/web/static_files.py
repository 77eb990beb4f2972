"""The files that pages load. Their addresses carry a hash of the content, so that none goes stale."""

from __future__ import annotations

import gzip
import hashlib
from functools import cache
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOLDER = Path(__file__).parent / "static"
A_YEAR = "public, max-age=31536000, immutable"
A_DAY = "public, max-age=86400"


@cache
def address(name: str) -> str:
    """The address of a file of `static/`, with the hash of what it holds."""
    content = hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()
    return f"/static/{name}?v={content[:10]}"


@cache
def _packed(name: str) -> bytes:
    return gzip.compress((FOLDER / name).read_bytes(), 9, mtime=0)


PACKED = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}
"""Files that are sent packed. Pages are not: packing them could give away the token of a form."""


class CachedFiles(StaticFiles):
    """Static files that a browser may keep: those asked for by their hash for as long as it likes."""

    def __init__(self) -> None:
        super().__init__(directory=FOLDER)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, or the ordinary answer that there is none."""
        answer = await super().get_response(path, scope)
        kind = PACKED.get(Path(path).suffix)
        if kind is not None and answer.status_code == 200:
            if "gzip" in Headers(scope=scope).get("accept-encoding", ""):
                answer = Response(_packed(path), media_type=kind, headers={"Content-Encoding": "gzip"})
            answer.headers["Vary"] = "Accept-Encoding"
        answer.headers["Cache-Control"] = A_YEAR if scope["query_string"] else A_DAY
        return answer
