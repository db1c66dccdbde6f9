"""Let a person change their own password over a short connection that the old one opens."""

from uuid import uuid4

from storedesk import api
from storedesk.persistence.engine.database import Database


def change(dsn: str, login: str, password: str) -> None:
    """Give whoever `dsn` names by their old password the new `password`.

    Refused: password_short. Not allowed: wrong_password, not_let_in.
    """
    database = Database(dsn, pool_size=1)
    try:
        database.call(api.staff.own_password(uuid4(), login=login, password=password))
    finally:
        database.close()


def set_badge(dsn: str, secret: str | None) -> None:
    """Give whoever `dsn` names by their password a badge, or take it away (None).

    Not allowed: wrong_password, not_let_in.
    """
    database = Database(dsn, pool_size=1)
    try:
        database.call(api.sign_ins.set_badge(uuid4(), secret=secret))
    finally:
        database.close()


def set_pin(dsn: str, pin: str | None) -> None:
    """Give whoever `dsn` names by their password a PIN, or take it away (None).

    Refused: bad_pin, obvious_pin. Not allowed: wrong_password, not_let_in.
    """
    database = Database(dsn, pool_size=1)
    try:
        database.call(api.sign_ins.set_pin(uuid4(), pin=pin))
    finally:
        database.close()
