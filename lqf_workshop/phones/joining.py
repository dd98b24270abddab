"""The picture that takes a phone to the page."""

from __future__ import annotations


def qr(url: str) -> tuple[tuple[bool, ...], ...]:
    """Return the squares of the QR code of an address, dark ones True, without its margin.

    Whoever draws it leaves a light margin of four squares around it.
    """
    import segno

    code = segno.make(url, error="m", micro=False)
    return tuple(tuple(bool(square) for square in row) for row in code.matrix)
