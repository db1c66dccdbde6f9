"""Statements that are compiled once and run by the driver."""

from uuid import uuid4

import pytest
from sqlalchemy import Integer, Text, bindparam, func, literal, select

from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.persistence.engine.database import Database
from storedesk.persistence.engine.prepared import Written


@pytest.fixture
def session(store):
    database = Database(store.dsn("cyd"))
    with database.reading() as session:
        yield session
    database.close()


def test_it_finds_what_the_statement_finds_with_other_values_each_time(session):
    echo = Written(select(func.upper(bindparam("said", None, type_=Text()))))

    assert [row[0] for row in echo.rows(session, said="one")] == ["ONE"]
    assert [row[0] for row in echo.rows(session, said="50% off: '%s'")] == ["50% OFF: '%S'"]


def test_a_value_left_out_is_none_and_not_that_of_the_last_time(session):
    echo = Written(select(bindparam("said", None, type_=Text())))

    echo.rows(session, said="one")
    assert echo.rows(session)[0][0] is None


def test_values_of_the_statement_itself_stay(session):
    key = uuid4()
    fixed = Written(select(literal(key), literal(5) % 3, literal("50%")))

    assert tuple(fixed.rows(session)[0]) == (key, 2, "50%")


def test_nothing_can_be_changed_while_it_runs(session):
    is_reading = Written(select(func.current_setting(literal("transaction_read_only"))))

    assert is_reading.rows(session)[0][0] == "on"


def test_what_the_server_refuses_is_refused_and_the_line_is_good_for_the_next(store):
    halves = Written(select(literal(1) / bindparam("by", None, type_=Integer())))
    database = Database(store.dsn("cyd"), pool_size=1)
    with pytest.raises(Refused, match="cannot keep this"), database.reading() as session:
        halves.rows(session, by=0)

    with database.reading(trusting=True) as session:
        assert halves.rows(session, by=1)[0][0] == 1
    database.close()


def test_a_line_that_breaks_meanwhile_is_unavailable_and_not_given_out_again(store):
    one = Written(select(literal(1)))
    database = Database(store.dsn("cyd"), pool_size=1)

    def cut_and_ask(session):
        (pid,) = session.execute(select(func.pg_backend_pid())).one()
        store.rows(f"SELECT pg_terminate_backend({pid}, 5000)")
        return one.rows(session)

    with pytest.raises(Unavailable), database.reading() as session:
        cut_and_ask(session)

    with database.reading(trusting=True) as session:
        assert one.rows(session)[0][0] == 1
    database.close()
