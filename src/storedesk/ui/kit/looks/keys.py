"""Write keys as they stand on the keyboard, in the language of the window."""

from PySide6.QtGui import QKeySequence

from storedesk.ui.kit.looks.sizes import SIZES


def written(key: str) -> str:
    """Return a key sequence as this system writes it: "Ctrl+S" is "Strg+S" in German."""
    native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace("Return", "Enter")  # as it stands on the key


def on_cap(key: str) -> str:
    """Return what a key cap shows: a letter or sign as it is typed, other keys as written."""
    return (written(key) or key) if len(key) > 1 else key


def with_key(words: str, key: str, *, gap: str = " ") -> str:
    """Return words with a key behind them, which is as it is shown: "Save (Ctrl+S)".

    Where no keys are shown, since one works with a finger, the words are alone.
    """
    return f"{words}{gap}({key})" if key and not SIZES.is_touch else words


def for_keys(words: str) -> str:
    """Return words that name keys, or none where no keys are shown."""
    return "" if SIZES.is_touch else words
