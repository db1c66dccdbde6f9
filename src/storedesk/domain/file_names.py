"""Propose names of files that every system can store."""

import re
import unicodedata

LONGEST = 120
"""Bytes of a name without its ending; file systems keep 255."""
_NOT_KEPT = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Controls, marks that turn the direction of writing, halves of characters."""


def file_name(words: str, ending: str = "") -> str:
    """Return `words` as the name of a file, with an ending such as ".csv".

    What no system keeps, or what would mean a folder or a device, becomes "_" or goes.
    """
    seen = (
        c for c in unicodedata.normalize("NFC", words) if unicodedata.category(c) not in _UNSEEN
    )
    plain = " ".join(_NOT_KEPT.sub("_", "".join(seen)).split()).strip(". ")
    if _RESERVED.fullmatch(plain.partition(".")[0].strip()):
        plain = f"_{plain}"
    cut = plain.encode()[:LONGEST].decode(errors="ignore").strip(". ")
    return f"{cut or 'file'}{ending}"
