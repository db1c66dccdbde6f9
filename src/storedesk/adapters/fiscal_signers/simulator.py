"""A signer that proves nothing: for tests, and for stores that were made as a demo.

It signs with Ed25519 (RFC 8032) and a key of its own, which is a file of whoever runs StoreDesk.
"""

import os
import time
from base64 import b64encode
from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import platformdirs

from storedesk.domain.fiscal_signers import FiscalSignature, SignerDownError, SignerKind, ToSign

SLOWNESS = 6.0
"""Seconds that the slow simulator takes."""
KEY_SIZE = 32
"""Bytes of a key of Ed25519."""


class SignerMood(StrEnum):
    """How the simulator takes what it is asked."""

    SIGNS = "signs"
    SLOW = "slow"
    DOWN = "down"


def simulator_file() -> Path:
    """Return the file of its key: one for all tills of an account on this computer."""
    return platformdirs.user_data_path("storedesk", appauthor=False) / "fiscal-signer.key"


class SimulatedSigner:
    """The simulator, with its key in a file, which is made when it signs first."""

    kind = SignerKind.SIMULATOR

    def __init__(
        self,
        file: Path,
        mood: SignerMood = SignerMood.SIGNS,
        *,
        wait: Callable[[float], object] = time.sleep,
    ) -> None:
        self.mood = mood
        self._file, self._wait = file, wait

    def sign(self, record: ToSign) -> FiscalSignature:
        """Sign the digits of the record's hash: see FiscalSigner. SignerDownError."""
        if self.mood is SignerMood.DOWN:
            raise SignerDownError
        if self.mood is SignerMood.SLOW:
            self._wait(SLOWNESS)
        # a quarter of a second that nobody without a signer waits for
        from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
            Ed25519PrivateKey,
        )

        key = Ed25519PrivateKey.from_private_bytes(self._key())
        return FiscalSignature(
            signer=self.kind,
            serial=f"SIM-{_text(key.public_key().public_bytes_raw())}",
            signature=_text(key.sign(record.hash.encode("ascii"))),
            signed_at=datetime.now(UTC).replace(tzinfo=None),
        )

    def _key(self) -> bytes:
        """Return the key; of several programs that make it at once, one does. SignerDownError."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            try:
                made = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                pass
            else:
                with os.fdopen(made, "wb") as file:
                    file.write(os.urandom(KEY_SIZE))
            key = self._file.read_bytes()
        except OSError as error:
            raise SignerDownError(str(error)) from error
        if len(key) != KEY_SIZE:
            raise SignerDownError("the key is not whole")
        return key


def _text(some: bytes) -> str:
    return b64encode(some).rstrip(b"=").decode("ascii")
