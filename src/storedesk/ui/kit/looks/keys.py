"""Write keys as they stand on the keyboard, in the language of the window."""

from PySide6.QtGui import QKeySequence


def written(key: str) -> str:
    """Return a key sequence as this system writes it: "Ctrl+S" is "Strg+S" in German."""
    native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace("Return", "Enter")  # as it stands on the key


def on_cap(key: str) -> str:
    """Return what a key cap shows: a letter or sign as it is typed, other keys as written."""
    return (written(key) or key) if len(key) > 1 else key
