"""Who pretends to be the store's server gets nothing; the true one is known by its join file."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509

from storedesk.adapters.debian.certificates import Authority
from storedesk.adapters.debian.owned_files import Owner
from storedesk.domain.refusals.errors import StoreError
from storedesk.settings import StoreKind
from tests.persistence.tls import ADDRESS
from tests.serving.conftest import PASSWORD
from tests.serving.rogue import TlsRogue

NOW = datetime.now(UTC)


@pytest.fixture(scope="module")
def served(machine):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STOREDESK_PASSWORD", PASSWORD)
        assert machine.set_up() == 0
    return machine


@pytest.fixture
def authority(served):
    """The store's own authority, whose certificate of the server is put right again afterwards."""
    server = served.server()
    yield Authority(served.folder / "kept", server.owner)
    assert served.set_up() == 0


@pytest.fixture
def strangers(tmp_path):
    """An authority that the store's tills do not know."""
    made = Authority(tmp_path / "theirs", Owner("root", 0, 0))
    made.make("StoreDesk at somewhere else", NOW)
    made.vouch([ADDRESS], NOW)
    return made


@pytest.fixture
def rogue():
    made = []

    def rogue(authority):
        made.append(TlsRogue(authority.certificate, authority.key))
        return made[-1]

    yield rogue
    for each in made:
        each.close()


def refusal(till_workspace, address):
    """Return what a person at a till reads, who joins and who has joined before."""
    with pytest.raises(StoreError) as joining:
        till_workspace.join(address)
    till_workspace.profile.change(store=StoreKind.SHARED, address=address)
    with pytest.raises(StoreError) as signing_in:
        till_workspace.sign_in("shop_olga", PASSWORD)
    assert signing_in.value.code == joining.value.code
    assert joining.value.sentence() != "The store refuses this."
    return joining.value.code


def test_one_of_another_authority_is_refused(served, strangers, rogue, till_workspace):
    pretends = rogue(strangers)
    address = replace(served.invitation(till_workspace.profile), port=pretends.port)
    assert refusal(till_workspace, address) == "certificate_wrong"
    assert (pretends.greeted, pretends.heard) == (0, b""), "the line was not even begun"


def test_one_that_stole_another_hosts_certificate_is_refused(
    served, authority, rogue, till_workspace
):
    authority.vouch(["other.example.com"], NOW)
    pretends = rogue(authority)
    address = replace(served.invitation(till_workspace.profile), port=pretends.port)
    assert refusal(till_workspace, address) == "certificate_wrong"
    assert (pretends.greeted, pretends.heard) == (0, b"")


def test_one_that_stole_certificate_and_key_gets_no_password_either(served, rogue, till_workspace):
    pretends = rogue(Authority(served.folder / "kept", served.server().owner))
    address = replace(served.invitation(till_workspace.profile), port=pretends.port)
    assert refusal(till_workspace, address) == "server_wants_password"
    assert pretends.greeted == 2
    assert pretends.heard == b""


def test_an_expired_certificate_is_refused_until_setup_renews_it_by_the_same_authority(
    served, authority, till_workspace, capsys
):
    address = served.invitation(till_workspace.profile)
    kept = authority.file.read_bytes()
    authority.vouch([ADDRESS], NOW - timedelta(days=900))
    served.server().reload()
    assert refusal(till_workspace, address) == "certificate_wrong"

    assert served.set_up() == 0
    said = capsys.readouterr().out
    assert said.startswith("Made the server's certificate")
    assert "join file" not in said
    assert authority.file.read_bytes() == kept
    till_workspace.join(address)
    till_workspace.sign_in(served.owner, PASSWORD).desk.close()


def test_one_that_soon_runs_out_is_renewed_and_one_for_other_names_is_made_anew(
    served, authority, capsys
):
    authority.vouch([ADDRESS], NOW - timedelta(days=825 - 80))
    assert served.set_up() == 0
    assert "Made the server's certificate" in capsys.readouterr().out
    assert served.set_up("--host", "till-server.example.com") == 0
    assert "Made the server's certificate" in capsys.readouterr().out
    certificate = x509.load_pem_x509_certificate(authority.certificate.read_bytes())
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert [str(name.value) for name in names] == [ADDRESS, "till-server.example.com"]


def test_half_an_authority_is_never_replaced_unasked(served, capsys):
    kept = served.folder / "kept"
    shutil.move(kept / "ca.key", kept / "ca.key.away")
    try:
        assert served.set_up() == 1
        assert f"The certificates in {kept} are incomplete." in capsys.readouterr().err
    finally:
        shutil.move(kept / "ca.key.away", kept / "ca.key")
    assert served.set_up() == 0
