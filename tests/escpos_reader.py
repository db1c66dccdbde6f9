"""Read ESC/POS as a printer does: lines, pictures, barcodes, cuts and pulses; nothing unknown."""

from dataclasses import dataclass, field

PAGES = {0: "cp437", 2: "cp850", 14: "cp737", 16: "cp1252", 17: "cp866", 18: "cp852", 19: "cp858"}
SETTINGS = {b"\x1b!", b"\x1bE", b"\x1ba", b"\x1dh", b"\x1dw", b"\x1df", b"\x1dH", b"\x1d!",
            b"\x1bt", b"\x1bd", b"\x1dV"}  # fmt: skip
"""Commands of three bytes."""


@dataclass
class Printed:
    """What came out of the printer."""

    lines: list[str] = field(default_factory=list)
    bold: list[str] = field(default_factory=list)
    """Those that were bold and twice as high."""
    pictures: list[tuple[int, int]] = field(default_factory=list)
    """Width in dots and height."""
    barcodes: list[str] = field(default_factory=list)
    pulses: list[int] = field(default_factory=list)
    """Pins of the drawer."""
    cuts: int = 0


class Reader:
    """A printer that has some bytes before it."""

    def __init__(self, sent, pages):
        self.sent, self.pages, self.printed = sent, pages, Printed()
        self.page, self.is_bold, self.is_high, self.line = "cp437", False, False, ""

    def read(self):
        at = 0
        while at < len(self.sent):
            at += self._next(at)
        assert not self.line, "a line without an end is not printed"
        return self.printed

    def _next(self, at):
        """Take one command or letter; return its length."""
        head = self.sent[at : at + 2]
        for start, take in (
            (b"\n", self._feed), (b"\x1b@", lambda _: 2), (b"\x1bp", self._pulse),
            (b"\x1dv0\0", self._picture), (b"\x1dkI", self._barcode),
        ):  # fmt: skip
            if self.sent.startswith(start, at):
                return take(at)
        if head in SETTINGS:
            self._set(head, self.sent[at + 2])
            return 3
        assert self.sent[at] >= 0x20, f"unknown: {self.sent[at : at + 8]!r}"
        self.line += self.sent[at : at + 1].decode(self.page)
        return 1

    def _feed(self, _at):
        self.printed.lines.append(self.line)
        if self.is_bold and self.is_high and self.line:
            self.printed.bold.append(self.line)
        self.line = ""
        return 1

    def _pulse(self, at):
        self.printed.pulses.append({0: 2, 1: 5}[self.sent[at + 2] & 1])
        return 5

    def _picture(self, at):
        width = int.from_bytes(self.sent[at + 4 : at + 6], "little")
        height = int.from_bytes(self.sent[at + 6 : at + 8], "little")
        self.printed.pictures.append((width * 8, height))
        return 8 + width * height

    def _barcode(self, at):
        size = self.sent[at + 3]
        self.printed.barcodes.append(code_128(self.sent[at + 4 : at + 4 + size]))
        return 4 + size

    def _set(self, head, value):
        if head == b"\x1bt":
            self.page = self.pages[value]
        elif head == b"\x1bE":
            self.is_bold = bool(value)
        elif head == b"\x1b!":
            self.is_high = bool(value & 0x10)
        elif head == b"\x1dV":
            self.printed.cuts += 1


def read(sent, pages=PAGES):
    return Reader(sent, pages).read()


def code_128(data):
    """Return what the bars of GS k say."""
    told, at, letters = "", 0, ""
    while at < len(data):
        if data[at : at + 2] in {b"{B", b"{C"}:
            letters, at = data[at : at + 2], at + 2
        elif letters == b"{C":
            told, at = told + f"{data[at]:02}", at + 1
        else:
            told, at = told + chr(data[at]), at + (2 if data[at : at + 2] == b"{{" else 1)
    return told
