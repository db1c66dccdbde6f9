"""Check and re-encode new pictures, off the GUI thread."""

from storedesk.domain.catalog import NewPicture
from storedesk.ui.kit.base.qt_classes import beside
from storedesk.ui.picture_sources import content_of


async def load_picture(source: object) -> NewPicture:
    """Load a picture from a file (Path) or from the clipboard (QImage).

    Refused: picture_too_large, picture_too_many_pixels, picture_unreadable.
    """
    return await beside(lambda: _made_anew(source))


def _made_anew(source: object) -> NewPicture:
    from storedesk.adapters.files import pictures  # noqa: PLC0415 - its library is rarely needed

    return pictures.checked(content_of(source))
