"""What all mapped rows have in common."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, ClassVar
from uuid import UUID, uuid4

from sqlalchemy import CHAR, DateTime, Numeric, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

MadeId = Annotated[
    UUID,
    mapped_column(primary_key=True, default=uuid4, server_default=text("gen_random_uuid()")),
]
"""A key that is made on this side, or else by the server."""
Stamp = Annotated[datetime, mapped_column(server_default=text("now()"))]
"""An instant in UTC, without saying so, that the server fills in."""
Currency = Annotated[str, mapped_column(CHAR(3), server_default="USD")]
"""ISO 4217, as the model keeps it beside every amount."""


class Base(DeclarativeBase):
    """A table's row. It never leaves the transaction that loaded it.

    What the server fills in is not asked for when a row is written: the answer might hold columns
    that this login may not read.
    """

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: DateTime(timezone=False),
        Decimal: Numeric(10, 2),
        dict[str, Any]: JSONB(),
    }
    __mapper_args__: Any = {"eager_defaults": False}  # noqa: RUF012 as SQLAlchemy declares it


class VersionedBase(Base):
    """A row that is edited in forms, and that two people may not overwrite for each other."""

    __abstract__ = True

    version: Mapped[int] = mapped_column(server_default="1")

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version, "eager_defaults": False}
