"""Know when a store on one computer is to be backed up, where to, and how many backups are kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from pathlib import Path

DAY = timedelta(days=1)
KEPT = 14
MOST_KEPT = 1000


@dataclass(frozen=True, slots=True)
class BackupSchedule:
    """What the store's settings say of its backups."""

    at: time | None = None
    """When each day, in the store's time zone; None: a day after the last one."""
    folder: Path | None = None
    """Where to; None: the folder of the profile."""
    kept: int = KEPT

    def is_due(self, now: datetime, taken: Iterable[datetime], zone: tzinfo) -> bool:
        """Tell whether a backup is to be made; `now` and `taken` have a zone.

        A backup of later than now is from a clock that was ahead, and stands for none of today.
        """
        since = now - DAY if self.at is None else self._last(now, zone)
        return not any(since <= at <= now for at in taken)

    def place(self, usual: Path) -> Path:
        """Return where backups are made; the usual folder while the chosen one is not there."""
        return self.folder if self.folder is not None and self.folder.is_dir() else usual

    def _last(self, now: datetime, zone: tzinfo) -> datetime:
        """Return the last instant at which one was to be made."""
        local = now.astimezone(zone)
        at = self.at or time()
        today = datetime.combine(local.date(), at, zone)
        return today if today <= now else datetime.combine(local.date() - DAY, at, zone)
