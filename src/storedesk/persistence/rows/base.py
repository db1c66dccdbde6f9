"""What all mapped rows have in common."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, ClassVar
from uuid import UUID, uuid4

from sqlalchemy import CHAR, DateTime, Dialect, Numeric, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.sql.operators import OperatorType
from sqlalchemy.types import TypeDecorator, TypeEngine

from storedesk.domain.refusals.errors import Refused

MadeId = Annotated[
    UUID,
    mapped_column(primary_key=True, default=uuid4, server_default=text("gen_random_uuid()")),
]
"""A key that is made on this side, or else by the server."""
Stamp = Annotated[datetime, mapped_column(server_default=text("now()"))]
"""An instant in UTC, without saying so, that the server fills in."""
Currency = Annotated[str, mapped_column(CHAR(3), server_default="USD")]
"""ISO 4217, as the model keeps it beside every amount."""


class Exact(TypeDecorator[Decimal]):
    """A number of so many decimals, kept as it is or refused: the server would round it in silence.

    Refused as a row is written: money_not_exact.
    """

    impl = Numeric
    cache_ok = True

    def __init__(self, precision: int, scale: int) -> None:
        super().__init__(precision, scale)
        self.precision, self.scale = precision, scale

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        """Refuse what the column would round."""
        if value is None:
            return None
        given = Decimal(value).normalize()
        exponent = given.as_tuple().exponent
        if not isinstance(exponent, int) or exponent < -self.scale:  # no number, or finer
            raise Refused("money_not_exact", amount=str(given))
        return value

    def coerce_compared_value(self, op: OperatorType | None, value: Any) -> TypeEngine[Any]:
        """Compare and reckon with any number: only what is kept has to be exact."""
        return self.impl_instance.coerce_compared_value(op, value)


class Base(DeclarativeBase):
    """A table's row. It never leaves the transaction that loaded it.

    What the server fills in is not asked for when a row is written: the answer might hold columns
    that this login may not read.
    """

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: DateTime(timezone=False),
        Decimal: Exact(10, 2),
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
