"""Check pictures before they are decoded, and encode them again."""

import io
import warnings
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

    PNG, JPEG and WebP; size and kind are looked at before anything is decoded.
    Refused: picture_too_large, picture_unreadable.
    """
    if len(content) > MOST_BYTES:
        raise Refused("picture_too_large", megabytes=MOST_BYTES // 1024 // 1024)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=_READ) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise Refused("picture_too_many_pixels", megapixels=MOST_PIXELS // 1_000_000)
                upright = ImageOps.exif_transpose(image)
                upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
                return kept(upright.convert("RGBA" if _is_transparent(upright) else "RGB"))
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise Refused("picture_too_many_pixels", megapixels=MOST_PIXELS // 1_000_000) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise Refused("picture_unreadable") from error


def checked_file(path: Path) -> NewPicture:
    """Make the picture of a file anew; what is too large, or no file, is not read at all.

    Refused as `checked` does: picture_too_large, picture_too_many_pixels, picture_unreadable.
    """
    try:
        if not path.is_file():
            raise Refused("picture_unreadable")
        with path.open("rb") as file:
            return checked(file.read(MOST_BYTES + 1))
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


def _is_transparent(image: Image.Image) -> bool:
    return image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info
