"""Keeps None and True alive under PySide6 6.12 on Python 3.11, which lets go of them too often.

Its wheel is built as if they were immortal, as they are from Python 3.12 on: every call
that returns nothing takes one reference to None away, every emitted signal one to True,
and after some thousand calls Python stops with "deallocating None". A count that can never
come to zero is what Python 3.12 itself gives them.
"""

from __future__ import annotations

import ctypes
import sys

_BEYOND_REACH = 1 << 60


def hold_constants() -> None:
    """Give Python's own constants a reference count that cannot run out."""
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    for constant in (None, True, False, NotImplemented, Ellipsis):
        ctypes.c_ssize_t.from_address(id(constant)).value = _BEYOND_REACH
