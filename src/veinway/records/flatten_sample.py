"""A few lines of some files, from all over them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .input_problems import open_bytes

PIECES, _PIECE = 24, 64 * 1024
"""So many pieces of so many bytes show what a set of files holds."""


def sample(files: Sequence[str], pieces: int = PIECES) -> bytes:
    """Whole lines from all over some files."""
    some = files[:: len(files) // pieces + 1]
    return b"\n".join(_pieces(Path(file), pieces // len(some)) for file in some)


def _pieces(file: Path, count: int) -> bytes:
    with open_bytes(file) as stream:
        packed = file.suffix in (".gz", ".bz2")
        size = 0 if packed else file.stat().st_size
        if packed or size <= count * _PIECE:
            found = stream.read(count * _PIECE)
            return found[: found.rfind(b"\n") + 1] if packed else found
        pieces = []
        for number in range(count):
            stream.seek(size * number // count)
            if number:
                stream.readline()
            piece = stream.read(_PIECE)
            pieces.append(piece[: piece.rfind(b"\n") + 1])
    return b"".join(pieces)
