"""Statements that are compiled once and run by the driver."""

from uuid import uuid4

import pytest
from sqlalchemy import Text, bindparam, func, literal, select

from storedesk.persistence.database import Database
from storedesk.persistence.written import Written


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
