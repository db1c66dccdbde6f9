"""Questions that travel together: one round trip, one moment, and the values that rows have."""

import threading
from uuid import uuid4

import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from sqlalchemy import Integer, bindparam, func, literal, select, true

from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.persistence.decode.answer import Answer
from storedesk.persistence.decode.staff import me
from storedesk.persistence.engine.database import Database
from storedesk.persistence.engine.together import KEY, Part, together
from storedesk.persistence.rows import CustomerRow, RegisterRow, TillSessionRow
from tests.endurance.cable import Cable

REGISTERS = Part(lambda: select(func.count()).select_from(RegisterRow))
SLOWLY = Part(lambda: select(func.pg_sleep(0.6)))
HALVES = Part(lambda: select(literal(1) / bindparam("by", None, type_=Integer())))


@pytest.fixture
def cable(store):
    known = conninfo_to_dict(store.server)
    cable = Cable(lambda: f"{known['host']}/.s.PGSQL.{known['port']}")
    yield cable
    cable.close()


@pytest.fixture
def database(store, cable):
    address = make_conninfo(store.dsn("cyd"), host="127.0.0.1", port=cable.port)
    database = Database(address, pool_size=1)
    with database.reading() as session:
        together(session, REGISTERS)
    yield database
    database.close()


def test_they_are_one_round_trip(database, cable):
    before = len(cable.trips)
    with database.reading(trusting=True) as session:
        assert together(session, REGISTERS, REGISTERS, REGISTERS) == [[1]] * 3
    assert len(cable.trips) - before == 1


def test_they_see_one_moment(database, store):
    new = "INSERT INTO storedesk.registers (code, name) VALUES ('NEW', 'New')"
    meanwhile = threading.Timer(0.2, lambda: store.sql(new))
    meanwhile.start()
    with database.reading() as session:
        before, _, after = together(session, REGISTERS, SLOWLY, REGISTERS)
        meanwhile.join()
        (since,) = together(session, REGISTERS)
    assert (before, after, since) == ([1], [1], [2])


def test_rows_have_the_names_of_their_columns_and_what_is_only_read_when_asked_for_is_left_out(
    database,
):
    part = Part(
        lambda: (
            select(RegisterRow, TillSessionRow, CustomerRow, literal("till").label("what"))
            .outerjoin(TillSessionRow, TillSessionRow.register_id == RegisterRow.id)
            .join(CustomerRow, true())
        )
    )
    with database.reading() as session:
        (((register, shift, customer, what),),) = together(session, part)
        rows = session.execute(select(RegisterRow, CustomerRow).join(CustomerRow, true())).one()
        assert [register.id, register.code] == [rows[0].id, rows[0].code]
        assert [customer.id, customer.created_at] == [rows[1].id, rows[1].created_at]
    assert not hasattr(customer, "password_hash")
    assert (shift, what) == (None, "till")


def test_documents_are_read_into_values(database, store):
    part = Part(lambda: select(func.api.me(type_=Answer(me))))
    with database.reading() as session:
        ((found,),) = together(session, part)
    assert found.login == store.login("cyd")


def test_each_takes_the_parameters_that_it_names(database, store):
    one = Part(lambda: select(RegisterRow.id).where(RegisterRow.id == KEY))
    register = store.sql("SELECT id FROM storedesk.registers")
    with database.reading() as session:
        assert together(session, one, REGISTERS, HALVES, key=register, by=1) == [
            [register],
            [1],
            [1],
        ]
        assert together(session, one, key=uuid4()) == [[]]


def test_one_that_is_refused_is_a_refusal_and_the_line_is_good_for_the_next(database):
    with pytest.raises(Refused, match="cannot keep this"), database.reading() as session:
        together(session, REGISTERS, HALVES, REGISTERS, by=0)
    with database.reading(trusting=True) as session:
        assert together(session, REGISTERS) == [[1]]


def test_a_line_that_breaks_is_unavailable_and_not_given_out_again(database, store):
    def cut_and_ask(session):
        ((pid,),) = together(session, Part(lambda: select(func.pg_backend_pid())))
        store.rows(f"SELECT pg_terminate_backend({pid}, 5000)")
        together(session, REGISTERS)

    with pytest.raises(Unavailable), database.reading() as session:
        cut_and_ask(session)

    with database.reading(trusting=True) as session:
        assert together(session, REGISTERS) == [[1]]
