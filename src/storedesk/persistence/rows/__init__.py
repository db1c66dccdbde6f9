"""The tables as SQLAlchemy maps them, one module a noun: rows only, no questions."""

from storedesk.persistence.base import Base

__all__ = ["Base"]
