"""The pictures of a product's form: read, kept, and saved in their order."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from storedesk.domain.catalog import NewPicture
from storedesk.domain.product_forms import ProductForm
from storedesk.persistence.engine import bulk
from storedesk.persistence.engine.together import KEY, Part
from storedesk.persistence.rows import ImageRow, MediaRow


def _pictures() -> Select[*tuple[Any, ...]]:
    return (
        select(ImageRow.id, ImageRow.url)
        .where(ImageRow.product_id == KEY)
        .order_by(ImageRow.is_primary.desc(), ImageRow.display_order, ImageRow.id)
    )


PICTURES = Part(_pictures)


def keep(session: Session, picture: NewPicture) -> None:
    """Put a picture into the store, unless it is there."""
    values = {
        "sha256": picture.sha256,
        "media_type": picture.media_type,
        "content": picture.content,
    }
    session.execute(insert(MediaRow).values(values).on_conflict_do_nothing())


def save_pictures(session: Session, form: ProductForm, old: set[UUID]) -> None:
    """Write their order; then name the first, which takes that from the one that was."""
    placed = [(one, place) for place, one in enumerate(form.pictures)]
    kept = [{"id": one.id, "display_order": at} for one, at in placed if one.id in old]
    made = [
        {"id": one.id, "product_id": form.id, "url": one.url, "display_order": at}
        for one, at in placed
        if one.id not in old
    ]
    bulk.change(session, ImageRow, kept)
    bulk.add(session, ImageRow, made)
    if form.pictures:
        first = form.pictures[0].id
        session.execute(
            update(ImageRow).where(ImageRow.id == first, ~ImageRow.is_primary),
            {"is_primary": True},
            execution_options={"synchronize_session": False},
        )
