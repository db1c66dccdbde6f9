"""Hold the keys of a whole list in order, 16 bytes a row: a million take 16 MB."""

import asyncio
from collections.abc import Iterable
from uuid import UUID

WIDTH = 16
FEW = 8


class KeyVector:
    """An immutable sequence of UUIDs that knows where each one stands."""

    __slots__ = ("_keys",)

    def __init__(self, keys: bytes = b"") -> None:
        """Take `string_agg(uuid_send(id), ''::bytea ORDER BY ...)`, or nothing."""
        if len(keys) % WIDTH:
            raise ValueError("a key is 16 bytes")
        self._keys = keys

    @classmethod
    def of(cls, ids: Iterable[UUID]) -> "KeyVector":
        """Return the vector of `ids`."""
        return cls(b"".join(one.bytes for one in ids))

    def __len__(self) -> int:
        return len(self._keys) // WIDTH

    def __eq__(self, other: object) -> bool:
        return isinstance(other, KeyVector) and self._keys == other._keys

    def __hash__(self) -> int:
        return hash(self._keys)

    def __bytes__(self) -> bytes:
        return self._keys

    def at(self, row: int) -> UUID:
        """Return the key of `row`."""
        if not 0 <= row < len(self):
            raise IndexError(row)
        return UUID(bytes=self._keys[row * WIDTH : (row + 1) * WIDTH])

    def between(self, start: int, stop: int) -> list[UUID]:
        """Return the keys from `start` up to `stop`, fewer at the end."""
        return [self.at(row) for row in range(start, min(stop, len(self)))]

    def begins_with(self, other: "KeyVector") -> bool:
        """Tell whether `other` is its beginning."""
        return self._keys.startswith(bytes(other))

    def row_of(self, key: UUID) -> int | None:
        """Return where `key` stands, or None. It reads the whole vector, so not while painting."""
        wanted, start = key.bytes, 0
        while (at := self._keys.find(wanted, start)) >= 0:
            if at % WIDTH == 0:
                return at // WIDTH
            start = at + 1
        return None

    async def rows_of(self, keys: Iterable[UUID]) -> dict[UUID, int]:
        """Return where each of `keys` stands; those no longer there are left out.

        A few are looked up between two frames each (3 ms in a million), many on a thread.
        """
        wanted = list(keys)
        if len(wanted) > FEW:
            return await asyncio.to_thread(self._scan, {key.bytes for key in wanted})
        found: dict[UUID, int] = {}
        for key in wanted:
            row = self.row_of(key)
            if row is not None:
                found[key] = row
            await asyncio.sleep(0)
        return found

    async def has_any(self, keys: Iterable[UUID]) -> bool:
        """Tell whether one of `keys` is there; each is looked for between two frames."""
        for key in keys:
            if self.row_of(key) is not None:
                return True
            await asyncio.sleep(0)
        return False

    def _scan(self, wanted: set[bytes]) -> dict[UUID, int]:
        cuts = (self._keys[at : at + WIDTH] for at in range(0, len(self._keys), WIDTH))
        return {UUID(bytes=cut): row for row, cut in enumerate(cuts) if cut in wanted}
