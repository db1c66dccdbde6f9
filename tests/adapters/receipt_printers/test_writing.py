"""A receipt printer prints, or what is wrong with it is named; each of its moods is tried."""

import errno
import os
import socket
import threading

import pytest
import usb.core
import usb.util

from storedesk.adapters.receipt_printers import serial_line, status, usb_bus, writing
from storedesk.domain.receipt_printers import Link, ReceiptPrinter
from storedesk.domain.refusals.errors import Unavailable
from tests.fake_printer import FakePrinter, Mood

RECEIPT = b"\x1b@Enamel mug   5.50\n\x1dV\0"
LARGE = b"x" * 4_000_000
"""More than any buffer on the way takes."""


def on(port, **more):
    return ReceiptPrinter(link=Link.NETWORK, address="127.0.0.1", port=port, **more)


def refused(printer, data=RECEIPT):
    with pytest.raises(Unavailable) as caught:
        writing.send(printer, data)
    return caught.value.code


@pytest.mark.parametrize("mood", [Mood.WORKS, Mood.CHATTY])
def test_a_printer_that_works_prints_all_of_it(mood):
    steps = []
    with FakePrinter(mood) as fake:
        writing.send(on(fake.port), RECEIPT, lambda: steps.append(1))
        writing.send(on(fake.port), RECEIPT)
    assert fake.printed == RECEIPT * 2
    assert len(steps) == 3, "whoever waits hears of each step"


@pytest.mark.parametrize(
    ("mood", "code"),
    [
        (Mood.MUTE, "printer_stalled"), (Mood.NEVER_ACCEPTS, "printer_stalled"),
        (Mood.STALLS, "printer_stalled"), (Mood.CLOSES_AT_ONCE, "printer_closed"),
        (Mood.CLOSES_IN_THE_MIDDLE, "printer_closed"), (Mood.NONSENSE, "printer_nonsense"),
        (Mood.LONG_ANSWER, "printer_nonsense"), (Mood.PAPER_OUT, "printer_paper_out"),
        (Mood.PAPER_RUNS_OUT, "printer_paper_out"), (Mood.COVER_OPEN, "printer_cover_open"),
        (Mood.OFFLINE, "printer_offline"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(mood, code, monkeypatch):
    if code == "printer_stalled":
        monkeypatch.setattr(writing, "ANSWER", 0.2)
        monkeypatch.setattr(writing, "WRITE", 0.2)
    with FakePrinter(mood) as fake:
        assert refused(on(fake.port)) == code


@pytest.mark.parametrize("mood", [Mood.PAPER_OUT, Mood.COVER_OPEN, Mood.OFFLINE, Mood.NONSENSE])
def test_nothing_is_sent_to_who_cannot_print_it(mood):
    with FakePrinter(mood) as fake:
        refused(on(fake.port))
    assert fake.printed == b""


def test_a_printer_that_reads_no_more_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(writing, "WRITE", 0.2)
    with FakePrinter(Mood.STALLS) as fake:
        assert refused(on(fake.port, is_asked=False), LARGE) == "printer_stalled"


def test_one_that_never_answers_prints_where_it_is_not_asked():
    with FakePrinter(Mood.MUTE) as fake:
        writing.send(on(fake.port, is_asked=False), RECEIPT)
        assert fake.heard.wait(30)


def test_a_port_where_nobody_listens_is_told_from_a_host_that_is_not_there(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert refused(on(port)) == "printer_refused"
    for error, code in (
        (OSError(errno.EHOSTUNREACH, "No route to host"), "printer_no_route"),
        (OSError(errno.ENETUNREACH, "Network is unreachable"), "printer_no_route"),
        (TimeoutError(), "printer_no_route"),
        (socket.gaierror(-2, "Name or service not known"), "printer_unnamed"),
    ):
        monkeypatch.setattr(socket, "create_connection", failing(error))
        assert refused(on(9100)) == code


def failing(error):
    def fail(*_, **__):
        raise error

    return fail


@pytest.mark.parametrize("text", [b"\x92", b"\x12\x12", b"\x00", b"HTTP", b"\x13\x13\x48"])
def test_what_no_printer_says_is_no_answer(text):
    with pytest.raises(ValueError, match="b'"):
        status.answer_in(text)


@pytest.mark.parametrize(
    ("heard", "answer"),
    [(b"", None), (b"\x11", None), (b"\x10\0\0\0", None), (b"\x13\x10\0\0\0\x12", 0x12)],
)
def test_an_answer_is_found_among_what_is_sent_unasked(heard, answer):
    assert status.answer_in(heard) == answer


@pytest.mark.skipif(os.name != "posix", reason="a terminal plays the serial port")
def test_a_printer_on_a_serial_port(monkeypatch):
    monkeypatch.setattr(writing, "ANSWER", 5)
    ours, theirs = os.openpty()
    printer = ReceiptPrinter(link=Link.SERIAL, address=os.ttyname(theirs), speed=19200)
    heard = bytearray()

    def answer():
        while not heard.endswith(b"\x10\x04\x01") or RECEIPT not in heard:
            piece = os.read(ours, 256)
            heard.extend(piece)
            os.write(ours, b"\x12" * piece.count(b"\x10\x04"))

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    writing.send(printer, RECEIPT)
    thread.join(30)
    assert RECEIPT in heard
    os.close(theirs)
    os.close(ours)


def test_a_serial_port_that_is_gone_or_barred(monkeypatch):
    gone = ReceiptPrinter(link=Link.SERIAL, address="/dev/no-such-port")
    assert refused(gone) == "printer_absent"
    denied = serial_line.serial.SerialException(errno.EACCES, "Permission denied")
    monkeypatch.setattr(serial_line.serial, "Serial", failing(denied))
    assert refused(gone) == "printer_barred"


class FakeUsb:
    """A printer on USB: itself, its one setting, its interface and both endpoints."""

    def __init__(self, kind=usb_bus.PRINTERS, failure=None):
        self.idVendor, self.idProduct = 0x04B8, 0x0E15
        self.manufacturer, self.product = "EPSON", "TM-T20II"
        self.bInterfaceNumber, self.bInterfaceClass = 0, kind
        self.failure, self.written, self.is_detached = failure, b"", False

    def __iter__(self):
        return iter([[self]])

    def is_kernel_driver_active(self, _number):
        return True

    def detach_kernel_driver(self, _number):
        self.is_detached = True

    def write(self, data, _milliseconds):
        if self.failure:
            raise self.failure
        self.written += data

    def read(self, _size, _milliseconds):
        return b"\x12"


@pytest.fixture
def bus(monkeypatch):
    devices = []

    def find(*, find_all=False, backend=None, **wanted):
        assert backend == "libusb"
        pairs = wanted.items()
        found = [one for one in devices if all(getattr(one, k) == v for k, v in pairs)]
        return found if find_all else next(iter(found), None)

    monkeypatch.setattr(usb_bus, "_backend", lambda _place: "libusb")
    monkeypatch.setattr(usb.core, "find", find)
    monkeypatch.setattr(usb.util, "claim_interface", lambda device, number: None)
    monkeypatch.setattr(usb.util, "dispose_resources", lambda device: None)
    monkeypatch.setattr(usb.util, "find_descriptor", lambda interface, custom_match: interface)
    return devices


USB = ReceiptPrinter(link=Link.USB, address="04b8:0e15")


def test_a_printer_on_usb_is_found_and_prints(bus):
    bus += [FakeUsb(kind=3), FakeUsb()]
    bus[0].idProduct = 0x0001
    assert usb_bus.usb_printers() == [("04b8:0e15", "EPSON TM-T20II")]
    writing.send(USB, RECEIPT)
    assert RECEIPT in bus[1].written
    assert bus[1].is_detached


def test_what_is_wrong_on_usb_is_named(bus, monkeypatch):
    assert refused(USB) == "printer_absent"
    bus.append(FakeUsb(failure=usb.core.USBTimeoutError("timeout", errno=errno.ETIMEDOUT)))
    assert refused(USB) == "printer_stalled"
    bus[0].failure = usb.core.USBError("gone", errno=errno.ENODEV)
    assert refused(USB) == "printer_closed"
    denied = usb.core.USBError("Access denied", errno=errno.EACCES)
    monkeypatch.setattr(usb.util, "claim_interface", failing(denied))
    assert refused(USB) == "printer_barred"
