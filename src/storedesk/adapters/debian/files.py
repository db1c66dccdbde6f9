"""Write the configuration files of a Debian server, and restore them if they fail."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg

from storedesk.adapters.debian.owned_files import set_aside
from storedesk.adapters.debian.server import DebianServer
from storedesk.domain.refusals.errors import Refused

NEEDS_RESTART = "setting could not be applied"
RULES_WRONG = """
    SELECT line_number, error FROM pg_hba_file_rules
    WHERE error NOT LIKE 'hostssl record cannot match%'
"""
"""Lines that ask for TLS are right although the server has none yet."""
OVERRULED = """
    SELECT ours.name, other.sourcefile FROM pg_file_settings AS ours
    JOIN pg_file_settings AS other ON other.name = ours.name AND other.seqno > ours.seqno
    WHERE ours.sourcefile = %s
"""
TO_RESTART = """
    SELECT count(*) FROM pg_file_settings WHERE sourcefile = %s AND error = %s
"""


@dataclass(slots=True)
class ServerFiles:
    """Replaces files of a server, and remembers what stood there."""

    server: DebianServer
    now: datetime
    _before: dict[Path, bytes | None] = field(default_factory=dict)

    def differs(self, file: Path, content: bytes) -> bool:
        """Tell whether a file has to be written."""
        return not file.exists() or file.read_bytes() != content

    def write(self, file: Path, content: bytes, *, mode: int) -> None:
        """Replace a file; the one that stood there is set aside beside it."""
        self._before[file] = file.read_bytes() if file.exists() else None
        if file.exists():
            set_aside(file, self.now)
        file.parent.mkdir(exist_ok=True)
        self.server.owner.place(file, content, mode=mode)

    def put_back(self) -> None:
        """Have every file be as it was."""
        for file, content in self._before.items():
            if content is None:
                file.unlink(missing_ok=True)
            else:
                self.server.owner.place(file, content, mode=file.stat().st_mode & 0o777)

    def tried(self) -> bool:
        """Have the server read the files; True if it has to be restarted for them.

        Refused, with all put back: server_rules_wrong, server_setting_overruled.
        """
        with self.server.connected() as line:
            try:
                self._refuse_what_is_wrong(line)
            except Refused:
                self.put_back()
                raise
            words = [str(self.server.settings), NEEDS_RESTART]
            [waiting] = line.execute(TO_RESTART, words).fetchone() or [0]
        return bool(waiting)

    def _refuse_what_is_wrong(self, line: psycopg.Connection[Any]) -> None:
        if wrong := line.execute(RULES_WRONG).fetchone():
            raise Refused(
                "server_rules_wrong", line=wrong[0], file=self.server.rules, what=wrong[1]
            )
        ours = [str(self.server.settings)]
        if overruled := line.execute(OVERRULED, ours).fetchone():
            raise Refused("server_setting_overruled", name=overruled[0], file=overruled[1])
