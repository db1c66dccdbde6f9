"""A signer that signs, is slow, or is down: nothing waits for it longer than it may."""

import asyncio
import time
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

import pytest

from storedesk.adapters.fiscal_signers import simulator
from storedesk.adapters.fiscal_signers.simulator import SignerMood, SimulatedSigner
from storedesk.domain.fiscal import FiscalNote, Unsigned
from storedesk.domain.fiscal_signers import FiscalSignature, SignerDownError, SignerKind, ToSign
from storedesk.domain.refusals.errors import NotAllowed, Unavailable
from storedesk.ui.fiscal_signing import FiscalSigning

REGISTER = uuid4()
SIGNED = FiscalSignature(SignerKind.SIMULATOR, "SIM-1", "x", datetime(2026, 12, 3))  # noqa: DTZ001


class Records:
    """A desk with records of one register, of which it knows the signatures."""

    def __init__(self, count=0):
        self.signed, self.count, self.asked, self.fails = {}, count, [], None

    async def read(self, _service, register, after, most):
        await asyncio.sleep(0)
        self.asked.append((register, after))
        if register is None:
            return Unsigned(0, ())
        left = [n for n in range(after + 1, self.count + 1) if n not in self.signed]
        return Unsigned(self.count, tuple(note(n).to_sign for n in left[:most]))

    async def do(self, _service, *, record, signed):
        await asyncio.sleep(0)
        if self.fails:
            raise self.fails
        return self.signed.setdefault(record.number, signed)


class Signer:
    """Signs after so many seconds, or not."""

    kind = SignerKind.SIMULATOR

    def __init__(self, takes=0.0):
        self.takes, self.asked = takes, []

    def sign(self, record):
        self.asked.append(record.number)
        if self.takes is None:
            raise SignerDownError
        time.sleep(self.takes)
        return replace(SIGNED, signature=f"of-{record.number}")


def note(number):
    return FiscalNote(REGISTER, number, f"{number:064x}")


def signing(desk, signer, **how):
    return FiscalSigning(desk, lambda: signer, REGISTER, **({"wait": 0.2} | how))


async def test_a_note_has_its_signature():
    desk, signer = Records(), Signer()
    made = await signing(desk, signer).signed(note(1))
    assert (made.signature.signature, made.is_awaited) == ("of-1", False)
    assert await signing(desk, signer).signed(made) is made, "what is signed is not asked for"
    assert signer.asked == [1]


async def test_without_a_signer_nothing_is_asked():
    desk = Records(3)
    here = signing(desk, None)
    assert not here.is_set_up
    assert await here.signed(note(1)) == note(1)
    assert (await here.sign_left(), desk.asked) == (0, [])


async def test_a_receipt_waits_a_short_time_once_for_a_slow_signer():
    desk, signer = Records(2), Signer(0.6)
    here = signing(desk, signer)
    started = time.monotonic()
    assert (await here.signed(note(1))).is_awaited
    assert time.monotonic() - started < 0.5
    started = time.monotonic()
    assert (await here.signed(note(2))).is_awaited
    assert time.monotonic() - started < 0.1, "the next one does not wait at all"
    while here._tasks:
        await asyncio.sleep(0.02)
    assert sorted(desk.signed) == [1, 2], "it goes on meanwhile"
    signer.takes = 0.0
    assert (await here.signed(note(3))).is_awaited, "it is not known yet that it answers again"
    while here._tasks:
        await asyncio.sleep(0.02)
    assert (await here.signed(note(4))).signature
    assert signer.asked == [1, 2, 3, 4]


async def test_a_signer_that_is_down_is_asked_again_later():
    desk, signer = Records(3), Signer(None)
    here = signing(desk, signer)
    assert (await here.signed(note(1))).is_awaited
    assert await here.sign_left() == 0
    assert signer.asked == [1, 1], "one is enough to know"
    signer.takes = 0.0
    assert await here.sign_left() == 3
    assert sorted(desk.signed) == [1, 2, 3]
    assert (await here.signed(note(4))).signature


async def test_what_is_signed_is_not_looked_through_again():
    desk = Records(120)
    here = signing(desk, Signer())
    assert await here.sign_left() == 120
    assert [after for _, after in desk.asked] == [0, 50, 100, 120]
    desk.count = 121
    assert await here.sign_left() == 1
    assert [after for _, after in desk.asked[4:]] == [120, 121]


async def test_a_managers_till_looks_at_the_office_too():
    desk = Records()
    await signing(desk, Signer(), signs_office=True).sign_left()
    assert [register for register, _ in desk.asked] == [REGISTER, None]


@pytest.mark.parametrize("failure", [NotAllowed("fiscal_of_others"), Unavailable("unavailable")])
async def test_what_the_store_does_not_take_is_left_for_later(failure):
    desk = Records(2)
    desk.fails = failure
    here = signing(desk, Signer())
    assert (await here.signed(note(1))).is_awaited
    assert await here.sign_left() == 0
    desk.fails = None
    assert await here.sign_left() == 2


async def test_one_record_is_signed_once_however_many_ask():
    desk, signer = Records(), Signer(0.05)
    here = signing(desk, signer)
    made = await asyncio.gather(*(here.signed(note(1)) for _ in range(5)))
    assert (len({one.signature for one in made}), signer.asked) == (1, [1])


async def test_an_end_lets_go_of_what_is_being_signed():
    desk, signer = Records(), Signer(0.3)
    here = signing(desk, signer)
    waiting = asyncio.ensure_future(here.signed(note(1)))
    await asyncio.sleep(0.05)
    here.close()
    assert (await waiting).is_awaited
    assert desk.signed == {}


def test_the_simulator_signs_what_its_key_can_be_asked_about(tmp_path):
    from base64 import b64decode  # noqa: PLC0415

    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
        Ed25519PublicKey,
    )

    record = ToSign(REGISTER, 1, "ab" * 32)
    file = tmp_path / "new" / "key"
    made = SimulatedSigner(file).sign(record)
    again = SimulatedSigner(file).sign(record)
    assert (made.serial, made.signature) == (again.serial, again.signature)
    key = b64decode(made.serial.removeprefix("SIM-") + "=")
    proof = b64decode(made.signature + "==")
    Ed25519PublicKey.from_public_bytes(key).verify(proof, record.hash.encode())
    assert len(made.signature) == 86
    assert file.stat().st_mode & 0o077 == 0


def test_the_simulator_is_slow_or_down(tmp_path):
    record, waited = ToSign(REGISTER, 1, "ab" * 32), []
    SimulatedSigner(tmp_path / "key", SignerMood.SLOW, wait=waited.append).sign(record)
    assert waited == [simulator.SLOWNESS]
    with pytest.raises(SignerDownError):
        SimulatedSigner(tmp_path / "key", SignerMood.DOWN).sign(record)
    (tmp_path / "short").write_bytes(b"x")
    for bad in (tmp_path / "short", tmp_path):
        with pytest.raises(SignerDownError):
            SimulatedSigner(bad).sign(record)
