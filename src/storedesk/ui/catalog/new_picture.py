"""Check and re-encode new pictures, off the GUI thread."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from storedesk.domain.catalog import NewPicture
from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.base.qt_classes import beside

MOST_PIXELS = 25_000_000


async def load_picture(source: object) -> NewPicture:
    """Load a picture from a file (Path) or from the clipboard (QImage).

    Refused: picture_too_large, picture_too_many_pixels, picture_unreadable.
    """
    return await beside(lambda: _made_anew(source))


def _made_anew(source: object) -> NewPicture:
    from storedesk.adapters.files import pictures  # noqa: PLC0415 - its library is rarely needed

    if isinstance(source, Path):
        return pictures.checked_file(source)
    if isinstance(source, QImage):
        return pictures.checked(_written(source))
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
