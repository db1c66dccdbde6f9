"""What customers read: in colour and in plain words, whatever was typed."""

from dataclasses import fields, replace
from datetime import datetime
from decimal import Decimal
from html.parser import HTMLParser
from uuid import uuid4

import pytest

from storedesk.documents import email_texts
from storedesk.domain.mail_texts import MailKind, MailText
from storedesk.domain.orders import Payment, Receipt, ReceiptLine
from storedesk.domain.outbox import (
    EmailSender,
    LinkNews,
    MailSettings,
    MailType,
    OrderNews,
    QueuedEmail,
)
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxLine, TaxMode

NASTY = [
    "<img src=x onerror=alert(1)>", "</td></tr></table><h1>Owned", "{{ 7 * 7 }}", "{% raw %}",
    '"><script>x</script>', "&lt;b&gt;", "Ann's & Bea's", "\u4f60\u597d", "e\u0301", "O'Brien",
]  # fmt: skip
HEAD = EmailSender(
    name="Corner Shop",
    address=("12 High Street", "London E1"),
    phone="020 1234",
    web="https://corner.example",
)
MOMENT = datetime(2026, 6, 25, 12, 0)  # noqa: DTZ001 - as the database keeps it
SETTINGS = MailSettings(letterhead=HEAD, time_zone="Europe/London")
ORDERS = (MailType.CONFIRMATION, MailType.SHIPPED, MailType.CANCELLED)
LINKS = (MailType.VERIFICATION, MailType.PASSWORD_RESET)


def money(amount):
    return Money.of(amount, "EUR")


def an_order(**changes):
    paid = Payment(Method.CARD, money("57.10"), None, None, None)
    known = {
        "order_id": uuid4(), "order_number": "ORD-2026-000123",
        "sold_at": datetime(2026, 6, 25, 23, 30), "time_zone": "Europe/Berlin",  # noqa: DTZ001
        "register": None, "cashier": None, "customer": "Ann Other", "store_name": "Corner Shop",
        "store_address": (), "store_tax_id": None,
        "lines": (
            ReceiptLine("Bowl", "Large / Blue", 2, money("24.50"), money("49.00")),
            ReceiptLine("Spoon", None, 1, money("3.20"), money("3.20")),
        ),
        "subtotal": money("52.20"), "shipping": money("4.90"), "tax": money(0),
        "total": money("57.10"), "tax_mode": TaxMode.INCLUSIVE,
        "tax_lines": (TaxLine("VAT", Decimal("0.19"), Decimal("48.77"), Decimal("8.33")),),
        "payments": (paid,),
    }  # fmt: skip
    return Receipt(**(known | changes))


def news(**changes):
    known = {
        "order": an_order(), "recipient": "Ann Other", "address": ("1 Low Road", "10115 Berlin"),
        "tracking": "", "reason": "",
    }  # fmt: skip
    return OrderNews(**(known | changes))


def link(**changes):
    known = {
        "name": "Ann", "link": "https://corner.example/v?t=abc&u=1",
        "expires_at": datetime(2026, 6, 26, 12, 0),  # noqa: DTZ001
    }  # fmt: skip
    return LinkNews(**(known | changes))


def written(kind, told, settings=SETTINGS, subject="Corner Shop: your order"):
    mail = QueuedEmail(
        id=uuid4(), token=MOMENT, type=kind, recipient="ann@example.com", subject=subject,
        payload={}, queued_at=MOMENT,
    )  # fmt: skip
    return email_texts.email_of(mail, told, settings)


class Reader(HTMLParser):
    """Reads a mail as its reader's program would: elements, and the words between them."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.words, self.links = [], "", []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name in {"href", "src"}]

    def handle_data(self, data):
        self.words += data


def flat(text):
    return " ".join(text.split())


@pytest.mark.parametrize("kind", ["text", "html"])
def test_all_that_is_known_of_the_sender_stands_in_a_mail(kind):
    made = email_texts.trial_email(uuid4(), "ann@example.com", SETTINGS)
    for field in fields(HEAD):
        known = getattr(HEAD, field.name)
        assert known, field.name
        for words in [known] if isinstance(known, str) else known:
            assert words in getattr(made, kind)


@pytest.mark.parametrize("kind", ORDERS)
def test_both_twins_say_what_was_ordered_and_what_it_costs(kind):
    made = written(kind, news(tracking="1Z999"))
    for words in (flat(made.text), flat(Reader(made.html).words)):
        for said in ("ORD-2026-000123", "26 June 2026", "Bowl", "Large / Blue", "€49.00", "Spoon",
                     "Subtotal", "€52.20", "Shipping", "€4.90", "Total", "€57.10",
                     "VAT 19%, included", "€8.33", "Corner Shop", "12 High Street", "020 1234",
                     "https://corner.example", "Ann Other"):  # fmt: skip
            assert said in words, (kind, said)


@pytest.mark.parametrize("note", ["gift wrapped", *NASTY])
def test_both_twins_say_what_was_noted_for_a_line(note):
    noted = ReceiptLine("Bowl", None, 1, money("24.50"), money("24.50"), note=note)
    made = written(MailType.CONFIRMATION, news(order=an_order(lines=(noted,))))
    assert flat(note) in flat(made.text)
    read = Reader(made.html)
    assert flat(note) in flat(read.words)
    plain = ReceiptLine("Bowl", None, 1, money("24.50"), money("24.50"), note="plain")
    other = written(MailType.CONFIRMATION, news(order=an_order(lines=(plain,))))
    assert read.tags == Reader(other.html).tags


@pytest.mark.parametrize("kind", LINKS)
def test_both_twins_have_the_link_and_say_how_long_it_is_good(kind):
    made = written(kind, link())
    assert "https://corner.example/v?t=abc&u=1" in made.text.split()
    assert "https://corner.example/v?t=abc&u=1" in Reader(made.html).links
    for words in (flat(made.text), flat(Reader(made.html).words)):
        assert "26 June 2026, 13:00" in words
        assert "did not ask for this" in words


OWN = "Dear {customer},\n{store} <b>thanks</b> you {\n\nYou paid {paid}.\n\nYours"


@pytest.mark.parametrize("kind", [*ORDERS, *LINKS])
def test_the_stores_own_words_stand_where_storedesks_did(kind):
    told = link() if kind in LINKS else news(tracking="1Z999AA10123456784")
    plain = written(kind, told)
    texts = {email_texts.KINDS[kind]: MailText("{store}: hello {customer}", OWN)}
    made = written(kind, told, replace(SETTINGS, texts=texts))
    assert made.subject == f"Corner Shop: hello {told.name if kind in LINKS else 'Ann Other'}"
    for words, was in (
        (flat(made.text), flat(plain.text)),
        (flat(Reader(made.html).words), flat(Reader(plain.html).words)),
    ):
        assert "Corner Shop <b>thanks</b> you {" in words
        assert "Hello Ann" in was
        assert "Hello Ann" not in words
        assert "{paid}" not in words.replace("You paid {paid}.", "")
    assert Reader(made.html).links == Reader(plain.html).links


def test_a_receipt_has_other_words_than_an_order_that_is_to_be_shipped():
    texts = {MailKind.RECEIPT: MailText("Receipt {order_number}", "Bought here.")}
    settings = replace(SETTINGS, texts=texts)
    sold = written(MailType.CONFIRMATION, news(order=an_order(register="Till 1")), settings)
    assert sold.subject == "Receipt ORD-2026-000123"
    assert "Bought here." in sold.text
    ordered = written(MailType.CONFIRMATION, news(order=an_order(register=None)), settings)
    assert "Bought here." not in ordered.text + ordered.subject


def test_a_subject_that_has_nothing_to_fill_in_is_storedesks():
    settings = replace(SETTINGS, texts={MailKind.RECEIPT: MailText("For {customer}", "{customer}")})
    told = news(order=an_order(customer=None, register="Till 1"))
    made = written(MailType.CONFIRMATION, told, settings, subject="Corner Shop: your order")
    assert made.subject == "Corner Shop: your order"
    assert "This is the receipt" in made.text


def test_a_link_in_the_stores_own_words_is_not_broken():
    settings = replace(
        SETTINGS,
        texts={
            MailKind.SHIPPED: MailText("", "Follow it here, as soon as you like: {tracking_link}")
        },
    )
    made = written(MailType.SHIPPED, news(tracking="1Z999AA10123456784"), settings)
    assert "https://www.ups.com/track?tracknum=1Z999AA10123456784" in made.text.split()


@pytest.mark.parametrize("nasty", NASTY)
@pytest.mark.parametrize("kind", ORDERS)
def test_whatever_was_typed_stays_text(kind, nasty):
    lines = (ReceiptLine(nasty, nasty, 1, money(1), money(1)),)
    order = an_order(customer=nasty, lines=lines)
    told = news(order=order, recipient=nasty, address=(nasty,), tracking=nasty, reason=nasty)
    head = EmailSender(name=nasty, address=(nasty,), phone=nasty)
    made = written(kind, told, MailSettings(letterhead=head), subject=nasty)
    plain = written(kind, news(tracking="1Z999", order=an_order(lines=lines[:1])))

    assert flat(nasty) in flat(made.text)
    reader = Reader(made.html)
    assert flat(nasty) in flat(reader.words)
    assert {"script", "img"}.isdisjoint(reader.tags)
    assert reader.tags.count("h1") == 1
    assert reader.tags.count("table") == Reader(plain.html).tags.count("table")


@pytest.mark.parametrize("nasty", NASTY)
@pytest.mark.parametrize("kind", LINKS)
def test_a_name_in_a_mail_with_a_link_stays_text(kind, nasty):
    made = written(kind, link(name=nasty))
    assert flat(nasty) in flat(made.text)
    assert flat(nasty) in flat(Reader(made.html).words)


@pytest.mark.parametrize("kind", MailType)
def test_a_mail_needs_nothing_from_elsewhere_and_no_script(kind):
    made = written(kind, link() if kind in LINKS else news(tracking="1Z9"))
    reader = Reader(made.html)
    assert {"img", "link", "script", "style", "iframe", "form"}.isdisjoint(reader.tags)
    assert all(one.startswith("https://corner.example") for one in reader.links)
    assert max(map(len, made.text.splitlines())) <= 80
    assert "None" not in made.text + made.html
    assert "\n\n\n" not in made.text


def test_a_receipt_from_the_counter_says_nothing_of_a_delivery():
    made = written(MailType.CONFIRMATION, news(order=an_order(register="Till 1")))
    assert "receipt for what you bought" in made.text
    for words in (made.text, made.html):
        assert "Delivery address" not in words
        assert "shipped" not in words


def test_tax_that_is_added_stands_above_the_total():
    order = an_order(
        tax_mode=TaxMode.EXCLUSIVE, shipping=money(0), tax=money("9.92"), total=money("62.12")
    )
    made = flat(written(MailType.CONFIRMATION, news(order=order)).text)
    assert made.index("Subtotal") < made.index("VAT 19% €8.33") < made.index("Total €62.12")


def test_a_cancellation_says_what_becomes_of_the_money():
    assert "You have paid €57.10. We refund it" in written(MailType.CANCELLED, news()).text
    unpaid = news(order=an_order(payments=()))
    assert "You have not paid anything" in written(MailType.CANCELLED, unpaid).text


def test_what_staff_wrote_of_a_cancellation_is_not_for_the_customer():
    made = written(MailType.CANCELLED, news(reason="she is a nuisance"))
    assert "nuisance" not in made.text + made.html
    late = written(MailType.CANCELLED, news(reason="expired: not paid"))
    assert "The payment did not arrive in time." in late.text
    assert "The payment did not arrive in time." in late.html


def test_a_parcel_whose_carrier_is_known_can_be_followed():
    made = written(MailType.SHIPPED, news(tracking="1Z999AA10123456784"))
    page = "https://www.ups.com/track?tracknum=1Z999AA10123456784"
    assert "Tracking number: 1Z999AA10123456784" in made.text
    assert "with UPS." in made.text
    assert f"Track the shipment: {page}" in made.text
    assert page in Reader(made.html).links


def test_any_other_parcel_has_its_number_and_no_link():
    made = written(MailType.SHIPPED, news(tracking="BIKE-7"))
    assert "Tracking number: BIKE-7" in made.text
    assert "BIKE-7" in Reader(made.html).words
    assert Reader(made.html).links == ["https://corner.example"]


@pytest.mark.parametrize("language", ["en", "xx", "../../etc", ""])
def test_a_language_without_templates_is_english(language):
    settings = MailSettings(letterhead=HEAD, language=language)
    assert "Thank you!" in written(MailType.CONFIRMATION, news(), settings).text


def test_a_time_zone_that_nobody_knows_is_utc():
    order = an_order(time_zone="Nowhere/At-all")
    assert "25 June 2026" in written(MailType.CONFIRMATION, news(order=order)).text


def test_long_names_are_broken_and_amounts_stay_in_their_column():
    name = "Hand-thrown stoneware serving bowl, extra large, oven and dishwasher safe " * 2
    lines = (ReceiptLine(name, None, 1, money("3.20"), money("3.20")),)
    text = written(MailType.CONFIRMATION, news(order=an_order(lines=lines))).text
    with_amount = [line for line in text.splitlines() if "€" in line and "x €" not in line]
    assert {len(line) for line in with_amount} == {email_texts.WIDTH}
