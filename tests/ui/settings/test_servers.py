"""The section of the replica: it can be tried before it is saved."""

from storedesk.domain.refusals.errors import Unavailable
from storedesk.domain.replica_address import ReplicaAddress


async def tried(page, typed):
    page.show_section("servers")
    page.section.replica.input.setText(typed)
    page.section.trying.click()
    await page.idle()


async def test_one_that_answers_is_said_to(page, monkeypatch):
    asked = []

    async def answers(address):
        asked.append(address)

    monkeypatch.setattr(page.desk, "try_replica", answers)
    await tried(page, "replica.example.com:5433")
    assert asked == [ReplicaAddress("replica.example.com", 5433)]
    assert page.note.text().startswith("replica.example.com:5433 answers")
    page.discard()


async def test_one_that_does_not_is_refused_and_stays_typed(page, monkeypatch):
    async def refuses(_):
        raise Unavailable("replica_behind")

    monkeypatch.setattr(page.desk, "try_replica", refuses)
    await tried(page, "replica")
    assert "does not have all changes" in page.problem.text()
    assert page.section.replica.text() == "replica"
    page.discard()


async def test_what_is_no_address_is_marked(page):
    await tried(page, "a b")
    assert "host or host:port" in page.section.replica.problem.text()
    page.discard()


async def test_nothing_typed_is_marked(page):
    await tried(page, "")
    assert page.section.replica.problem.text() == "Type the address of a replica first."


async def test_a_replica_that_is_saved_is_asked_from_then_on(page):
    await tried(page, "")
    page.section.replica.input.setText("replica.example.com")
    page.start(page.save)
    await page.idle()
    assert page.section.base.fields["replica_address"] == "replica.example.com"
