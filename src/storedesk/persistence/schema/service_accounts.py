"""Make the logins of other programs: web shop, mailer and backup."""

import psycopg
from psycopg.sql import SQL, Identifier, Literal

from storedesk.domain.refusals.errors import Refused
from storedesk.persistence.schema.migrations import raw_line, upgrading

KNOWN = "SELECT kind FROM storedesk.staff WHERE login = %s"
MEMBER = "SELECT pg_has_role(%s, current_database() || '_' || %s, 'MEMBER')"


def let_in(dsn: str, login: str, name: str, team: str, password: str) -> bool:
    """Make the login of a program, or give the one that there is this password; True if it is new.

    `dsn` is a superuser's. Refused: login_taken by a person or a program of another group, and
    what any new login is refused for.
    """
    with upgrading(dsn) as connection:
        line = raw_line(connection)
        if team == "backup" and login != f"{line.info.dbname}_backup":
            raise Refused("backup_login", login=f"{line.info.dbname}_backup")
        secret = line.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256")
        change = SQL("ALTER ROLE {} PASSWORD {}")
        if team == "backup":  # it is there since the store is, and has no password
            line.execute(change.format(Identifier(login), Literal(secret.decode())))
            return False
        known = line.execute(KNOWN, [login]).fetchone()
        if known is None:
            words = "SELECT core.create_service(%s, %s, %s, %s)"
            line.execute(words, [login, name, team, secret.decode()])
            return True
        if known != ("service",) or not _belongs(line, login, team):
            raise Refused("login_taken", login=login)
        line.execute(change.format(Identifier(login), Literal(secret.decode())))
        return False


def _belongs(line: psycopg.Connection[tuple[object, ...]], login: str, team: str) -> bool:
    return line.execute(MEMBER, [login, team]).fetchone() == (True,)
