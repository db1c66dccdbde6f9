"""Read the picture that somebody chose, dropped or pasted, off the GUI thread."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from storedesk.domain.refusals.errors import Refused

MOST_PIXELS = 25_000_000


def sources_of(data: QMimeData) -> list[object]:
    """Return what was dropped or pasted: files (Path), or else a picture (QImage)."""
    files: list[object] = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    picture = data.imageData()
    return files or ([picture] if isinstance(picture, QImage) else [])


def is_wanted(data: QMimeData) -> bool:
    """Tell whether files or a picture are dragged here."""
    return data.hasImage() or any(url.isLocalFile() for url in data.urls())


def content_of(source: object) -> bytes:
    """Return the content of a file (Path), or of a picture from the clipboard (QImage) as one.

    Refused: picture_too_many_pixels, picture_unreadable.
    """
    from storedesk.adapters.files import pictures  # noqa: PLC0415 - its library is rarely needed

    if isinstance(source, Path):
        return pictures.content_of(source)
    if isinstance(source, QImage):
        return _written(source)
    raise Refused("picture_unreadable")


def _written(image: QImage) -> bytes:
    """Encode a picture from the clipboard as a file."""
    if image.width() * image.height() > MOST_PIXELS:
        raise Refused("picture_too_many_pixels", megapixels=MOST_PIXELS // 1_000_000)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if image.hasAlphaChannel():
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt words
    else:
        image.save(buffer, "JPEG", 95)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
