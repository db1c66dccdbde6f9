import pytest

from storedesk.persistence.engine.database import Database


@pytest.fixture
def ask(store):
    """Ask a question as a member of staff."""
    databases = []

    def ask(question, *args, login="cyd", **kwargs):
        databases.append(Database(store.dsn(login)))
        with databases[-1].reading() as session:
            return question(session, *args, **kwargs)

    yield ask
    for database in databases:
        database.close()
