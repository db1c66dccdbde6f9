"""Reach a receipt printer on USB, and list those that are plugged in."""

import errno
from contextlib import suppress
from typing import Any

import libusb_package
import usb.core
import usb.util
from usb.backend import libusb1

from storedesk.domain.receipt_printers import ReceiptPrinter
from storedesk.domain.refusals.errors import Unavailable

PRINTERS = 7
"""The class of printers: of an interface, seldom of a whole device."""
LONGEST_READ = 64


class UsbChannel:
    """A printer of which an interface is ours."""

    def __init__(self, device: Any, interface: Any) -> None:
        self._device, self._interface = device, interface
        self._out = _endpoint(interface, usb.util.ENDPOINT_OUT)
        self._in = _endpoint(interface, usb.util.ENDPOINT_IN)

    def write(self, data: bytes, seconds: float) -> None:
        """Send all of it. TimeoutError, OSError (pyusb's own are such)."""
        if self._out is None:
            raise ConnectionResetError
        try:
            self._out.write(data, int(seconds * 1000))
        except usb.core.USBTimeoutError as error:
            raise TimeoutError from error

    def read(self, seconds: float) -> bytes:
        """Return what came. TimeoutError: nothing did, or this one never says anything."""
        if self._in is None:
            raise TimeoutError
        try:
            return bytes(self._in.read(LONGEST_READ, int(seconds * 1000)))
        except usb.core.USBTimeoutError as error:
            raise TimeoutError from error

    def close(self) -> None:
        """Give the interface back."""
        with suppress(usb.core.USBError):
            usb.util.dispose_resources(self._device)


def open_usb(printer: ReceiptPrinter) -> UsbChannel:
    """Claim a printer. Unavailable: printer_absent, printer_barred."""
    vendor, product = (int(part, 16) for part in printer.address.split(":"))
    device = usb.core.find(idVendor=vendor, idProduct=product, backend=_backend(printer.place))
    interface = _printing(device) if device else None
    if interface is None:
        raise Unavailable("printer_absent", printer=printer.place)
    number = interface.bInterfaceNumber
    try:
        with suppress(NotImplementedError):  # Windows and macOS have no such driver
            if device.is_kernel_driver_active(number):
                device.detach_kernel_driver(number)
        usb.util.claim_interface(device, number)
    except usb.core.USBError as error:
        is_gone = error.errno in {errno.ENODEV, errno.EIO}
        code = "printer_absent" if is_gone else "printer_barred"
        raise Unavailable(code, printer=printer.place) from error
    return UsbChannel(device, interface)


def usb_printers() -> list[tuple[str, str]]:
    """List the printers that are plugged in: vendor and product, and what each calls itself.

    Unavailable: printer_barred.
    """
    found = {}
    for device in usb.core.find(find_all=True, backend=_backend("USB")) or ():
        if _printing(device) is not None:
            key = f"{device.idVendor:04x}:{device.idProduct:04x}"
            found[key] = _called(device)
    return sorted(found.items())


def _called(device: Any) -> str:
    """Return what a device calls itself; "" where this account may not ask it."""
    with suppress(usb.core.USBError, ValueError, NotImplementedError):
        return " ".join(filter(None, (device.manufacturer, device.product)))
    return ""


def _printing(device: Any) -> Any:
    """Return the interface of a device that prints; None where there is none."""
    for settings in device:
        for interface in settings:
            if interface.bInterfaceClass == PRINTERS:
                return interface
    return None


def _endpoint(interface: Any, direction: int) -> Any:
    return usb.util.find_descriptor(
        interface,
        custom_match=lambda one: usb.util.endpoint_direction(one.bEndpointAddress) == direction,
    )


def _backend(place: str) -> Any:
    backend = libusb1.get_backend(find_library=libusb_package.find_library)
    if backend is None:
        raise Unavailable("printer_barred", printer=place)
    return backend
