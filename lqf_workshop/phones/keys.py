"""What tells one phone from another, and one room from another, without knowing anybody."""

from __future__ import annotations

import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field

LETTERS = "BCDHJKMPQRTWXZ"
"""No vowels, so that no words come about; of letters that look alike from afar, only one."""
CODE_LENGTH = 4
_SECRET_BYTES = 32
_DEVICE_BYTES = 24
_DEVICE_LETTERS = 32
_SEAL_LETTERS = 43
_SLOT_BITS = 62


@dataclass(frozen=True, slots=True)
class RoomKey:
    """What a workshop keeps so that its phones stay joined when the program starts again.

    A phone holds a random number with our seal on it. Nothing is kept here for a phone.
    """

    secret: bytes = field(repr=False)
    code: str

    @classmethod
    def new(cls) -> RoomKey:
        """Return a key nobody can guess, with four letters for the big screen."""
        letters = secrets.SystemRandom().sample(LETTERS, CODE_LENGTH)
        return cls(secrets.token_bytes(_SECRET_BYTES), "".join(letters))

    def is_code(self, typed: str) -> bool:
        """Whether somebody typed the room's letters, large or small, with or without spaces."""
        letters = "".join(typed.split()).upper()
        return hmac.compare_digest(letters.encode(errors="replace"), self.code.encode())

    def new_device(self) -> str:
        """Return the cookie of a phone that joins now."""
        return self._sealed(urlsafe_b64encode(secrets.token_bytes(_DEVICE_BYTES)).decode())

    def device(self, cookie: str) -> bytes | None:
        """Return the phone's own secret number, or None if this cookie is not one of ours."""
        if len(cookie) != _DEVICE_LETTERS + _SEAL_LETTERS or not cookie.isascii():
            return None
        number = cookie[:_DEVICE_LETTERS]
        if not hmac.compare_digest(self._sealed(number).encode(), cookie.encode()):
            return None
        return urlsafe_b64decode(number)

    def _sealed(self, number: str) -> str:
        seal = hmac.digest(self.secret, b"phone:" + number.encode(), "sha256")
        return number + urlsafe_b64encode(seal).decode().rstrip("=")


def slot(device: bytes, *topic: str | int) -> int:
    """Return where this phone's answer on a topic is kept.

    Only somebody who holds the phone's number can find it again, and two topics of one phone
    cannot be brought together.
    """
    parts = [str(part).encode() for part in topic]
    whole = b"".join(len(part).to_bytes(4) + part for part in parts)
    return int.from_bytes(hmac.digest(device, whole, "sha256")[:8]) >> (64 - _SLOT_BITS)
