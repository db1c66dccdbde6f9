"""Check pictures before they are decoded, and encode them again."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from storedesk.domain.catalog import NewPicture
from storedesk.domain.refusals.errors import Refused

MOST_BYTES = 5 * 1024 * 1024
MOST_PIXELS = 25_000_000
LONGEST_SIDE = 1_600
_READ = ("PNG", "JPEG", "WEBP")


def checked(content: bytes) -> NewPicture:
    """Make a picture that someone brings anew, so that only what can be seen of it is kept.

    Refused as `reading` does.
    """
    with reading(content) as image:
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        return kept(image.convert("RGBA" if is_transparent(image) else "RGB"))


@contextmanager
def reading(content: bytes) -> Iterator[Image.Image]:
    """Open a picture that someone brings, upright.

    PNG, JPEG and WebP; size and kind are looked at before anything is decoded.
    Refused: picture_too_large, picture_too_many_pixels, picture_unreadable.
    """
    if len(content) > MOST_BYTES:
        raise Refused("picture_too_large", megabytes=MOST_BYTES // 1024 // 1024)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=_READ) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise Refused("picture_too_many_pixels", megapixels=MOST_PIXELS // 1_000_000)
                yield ImageOps.exif_transpose(image)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise Refused("picture_too_many_pixels", megapixels=MOST_PIXELS // 1_000_000) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise Refused("picture_unreadable") from error


def checked_file(path: Path) -> NewPicture:
    """Make the picture of a file anew. Refused as `reading` does."""
    return checked(content_of(path))


def content_of(path: Path) -> bytes:
    """Return what a file holds; of one that is too large no more than shows it.

    Refused, where it is no file or cannot be read: picture_unreadable.
    """
    try:
        if not path.is_file():
            raise Refused("picture_unreadable")
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Refused("picture_unreadable") from error


def kept(image: Image.Image, *, quality: int = 82) -> NewPicture:
    """Write an image as WebP, without anything that came with it."""
    written = io.BytesIO()
    image.save(written, "WEBP", quality=quality, method=2)
    content = written.getvalue()
    if len(content) > MOST_BYTES:
        raise Refused("picture_too_large", megabytes=MOST_BYTES // 1024 // 1024)
    return NewPicture(sha256(content).hexdigest(), "image/webp", content)


def is_transparent(image: Image.Image) -> bool:
    """Tell whether something may be seen through a picture."""
    return image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info
