"""A receipt is sent to a printer as bytes, which a printer reads back as the same receipt."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.documents import receipts
from storedesk.documents.escpos import drawer_kick, escpos
from storedesk.documents.strip import Barcode, Middle, Pair, Remark
from storedesk.documents.strip_lines import lines
from storedesk.domain.receipt_printers import COLUMNS, MODELS
from tests import escpos_goldens as goldens
from tests import escpos_reader as reader
from tests.documents.test_receipts import SPEECH, receipt
from tests.escpos_goldens import GERMAN, NARROW, PRINTER, german

MADE = goldens.made()


@pytest.mark.parametrize("name", MADE)
def test_the_bytes_of_a_receipt_stay_as_they_are(name):
    assert MADE[name] == (goldens.FOLDER / f"{name}.bin").read_bytes()


def test_each_kept_file_is_made():
    assert {file.stem for file in goldens.FOLDER.glob("*.bin")} == set(MADE)


@pytest.mark.parametrize(
    ("name", "columns"), [("us-80", 48), ("us-80-42", 42), ("us-58-drawer", 32)]
)
def test_the_sums_of_a_receipt_stand_at_the_right(name, columns):
    printed = reader.read(MADE[name])
    sold = receipt()
    for words, money in (
        ("Enamel mug", sold.lines[0].subtotal), ("Oat soap", sold.lines[1].subtotal),
        ("Subtotal", sold.subtotal), ("Tax 8.25%", sold.tax), ("Total", sold.total),
        ("Given", sold.payments[0].tendered), ("Change", sold.payments[0].change),
    ):  # fmt: skip
        (line,) = [line for line in printed.lines if line.startswith(words)]
        assert line == words + f"${money.amount}".rjust(columns - len(words))
    assert [line.split()[0] for line in printed.bold] == ["Harbour", "Total", "Change"]
    assert printed.barcodes == [sold.order_number]
    assert printed.cuts == 1


@pytest.mark.parametrize(
    ("name", "title"), [("us-80-gift", "Gift receipt"), ("de-58-gift", "Geschenkbeleg")]
)
def test_a_gift_receipt_has_every_line_and_no_amount(name, title):
    printed = reader.read(MADE[name])
    text = "\n".join(printed.lines)
    sold = german() if name.startswith("de") else receipt()
    assert any(title in line for line in printed.bold)
    assert printed.barcodes == [sold.order_number]
    for line in sold.lines:
        assert any(
            one.endswith(f"{line.quantity} \N{MULTIPLICATION SIGN}") for one in printed.lines
        )
        assert line.description is None or line.description in text
    for secret in ("$", "€", "REPRINT", "NACHDRUCK", sold.customer):
        assert secret not in text


@pytest.mark.parametrize(("name", "columns"), [("de-80", 48), ("de-58", 32)])
def test_letters_of_europe_are_printed_by_the_code_page_that_has_them(name, columns):
    printed = reader.read(MADE[name])
    text = "\n".join(printed.lines)
    for word in (
        "Müller & Söhne",
        "Große Straße 7",
        "Jürgen Groß",
        "Łukasz Dvořák",
        "„Größe XL“",
    ):
        assert word in text
    assert any(line.endswith("125,00 €") for line in printed.bold)
    assert "? Tee" in text, "what the printer has not is seen"
    assert all(len(line) <= columns for line in printed.lines)


def test_a_printer_with_one_code_page_shows_what_it_has_not():
    simple = replace(NARROW, model="simple")
    printed = reader.read(escpos(receipts.parts(german(), GERMAN), simple))
    assert any("M\u00fcller" in line for line in printed.lines)
    assert any("125,00 ?" in line for line in printed.lines)


def test_a_logo_is_a_picture_and_where_there_are_no_bars_so_is_the_barcode():
    assert reader.read(MADE["us-80-logo"]).pictures == [(128, 40)]
    simple = reader.read(MADE["us-58-simple"])
    assert simple.pictures == [(360, 64)]
    assert simple.barcodes == []


def test_the_drawer_is_opened_by_the_pin_that_was_chosen_and_only_when_asked():
    assert reader.read(MADE["us-58-drawer"]).pulses == [5]
    assert reader.read(MADE["us-80"]).pulses == []
    assert reader.read(drawer_kick(replace(PRINTER, drawer=2))).pulses == [2]
    assert reader.read(drawer_kick(PRINTER)).pulses == []


def test_a_code_that_the_roll_has_no_room_for_is_a_qr_code():
    code = "GC4EPCNA226LFBZH897N"
    assert reader.read(escpos([Barcode(code)], PRINTER)).barcodes == [code]
    printed = reader.read(escpos([Barcode(code)], NARROW))
    [(width, height)] = printed.pictures
    assert printed.barcodes == []
    assert 0 <= width - height < 8, "a line of dots is whole bytes"


def test_a_number_that_no_barcode_holds_leaves_none():
    assert reader.read(escpos([Barcode("x" * 41)], NARROW)).barcodes == []


@pytest.mark.parametrize("model", MODELS)
def test_every_model_prints_a_receipt(model):
    assert b"Oat soap" in escpos(receipts.parts(receipt(), SPEECH), replace(PRINTER, model=model))


@given(text=st.text(max_size=80), amount=st.text("0123456789,. €", max_size=40),
       columns=st.sampled_from([one for few in COLUMNS.values() for one in few]))  # fmt: skip
def test_nothing_a_person_wrote_is_dropped_or_commands_the_printer(text, amount, columns):
    parts = [Middle(text), Pair(text, amount), Remark(text)]
    made = list(lines(parts, columns))
    assert all(len(line.text) <= columns and line.text.isprintable() for line in made)
    printed = reader.read(escpos(parts, replace(PRINTER, columns=columns)), Everything())
    assert len(printed.lines) == len(made)
    assert (printed.pulses, printed.cuts, printed.barcodes) == ([], 1, [])


class Everything(dict):
    """A printer's code pages, any of them read as one of one byte a letter."""

    def __missing__(self, slot):
        return "latin-1"
