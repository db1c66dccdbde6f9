"""Settings are changed by an admin, over what was seen, and the trail has what they were."""

import json
from uuid import uuid4

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from storedesk.domain.carriers import KNOWN
from storedesk.domain.mail_texts import PLACEHOLDERS, MailKind
from storedesk.domain.store_carriers import as_document, from_document

pytestmark = pytest.mark.usefixtures("invariants")
CHANGE = "SELECT api.change_settings(%s, %s, %s)"
VERSION = "SELECT version FROM storedesk.store_settings"


@pytest.fixture
def change(store):
    def change(by="dee", seen=None, request=None, **settings):
        seen = store.sql(VERSION) if seen is None else seen
        given = [request or uuid4(), seen, json.dumps(settings)]
        return store.sql(CHANGE, *given, login=by)

    return change


def held(store, name):
    return store.sql(f"SELECT {name}::text FROM storedesk.store_settings")


def test_a_change_is_made_once_and_the_trail_names_who_and_what_it_was(store, change):
    request = uuid4()
    for _ in range(2):
        said = change(request=request, seen=1, name="  Harbor & Vine ", phone="555 0112")
        assert said == {"version": 2}

    assert held(store, "name") == "Harbor & Vine"
    rows = "SELECT login, old, new FROM storedesk.audit_event WHERE entity = 'store'"
    assert store.rows(rows) == [
        (store.login("dee"), {"name": "The Shop", "phone": None},
         {"name": "Harbor & Vine", "phone": "555 0112"})
    ]  # fmt: skip


def test_what_is_the_same_is_no_change(store, change):
    assert change(name="The Shop") == {"version": 1}
    assert store.sql("SELECT count(*) FROM storedesk.audit_event WHERE entity = 'store'") == 0


def test_over_another_version_nothing_is_changed(store, change, refused):
    change(seen=1, phone="1")
    for seen in (1, 3, None):
        with refused("changed_meanwhile"):
            store.sql(CHANGE, uuid4(), seen, '{"phone": "2"}', login="dee")
    assert held(store, "phone") == "1"


@pytest.mark.parametrize("person", ["ada", "bob", "cyd", "eve", "wes", "max"])
def test_nobody_but_an_admin_changes_them(change, person):
    with pytest.raises(InsufficientPrivilege):
        change(by=person, seen=1, name="Mine")


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ({"name": " "}, "name_missing"), ({"name": None}, "name_missing"),
        ({"name": "4111 1111 1111 1111"}, "card_number"),
        ({"phone": "5\u0000"[:1] + "\u202e"}, "text_control"),
        ({"store_country": "us"}, "country_unknown"), ({"currency": "EUR"}, "setting_not_found"),
        ({"walk_in_customer_id": str(uuid4())}, "setting_not_found"),
        ({"largest_note_amount": "10.001"}, "money_not_exact"),
        ({"largest_note_amount": "NaN"}, "money_too_big"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_by_name(store, change, refused, settings, code):
    with refused(code):
        change(**settings)
    assert store.sql(VERSION) == 1


@pytest.mark.parametrize(
    ("settings", "state"),
    [
        ({"cash_rounding": "0.03"}, "23514"), ({"largest_note_amount": "0"}, "23514"),
        ({"return_days": -1}, "23514"), ({"pending_order_days": 3651}, "23514"),
        ({"return_days": "soon"}, "22P02"), ({"first_tender": "gold"}, "23514"),
        ({"store_country": None}, "23502"),
    ],
)  # fmt: skip
def test_what_no_column_takes_is_refused(store, settings, state):
    with pytest.raises(psycopg.Error, check=lambda error: error.sqlstate == state):
        store.sql(CHANGE, uuid4(), 1, json.dumps(settings), login="dee")
    assert store.sql(VERSION) == 1


def test_what_is_empty_is_nothing_and_an_address_keeps_its_places(store, change):
    change(phone=" ", tax_id="", web_address=" ", store_street="", store_state=" ")
    assert held(store, "(phone, tax_id, web_address, store_street, store_state)") == '(,,,-,"")'


@pytest.mark.parametrize(
    "wrong", [{"backup_time": "24:00"}, {"backup_time": "9:30"}, {"backups_kept": 0},
              {"backups_kept": 1001}]
)  # fmt: skip
def test_a_schedule_that_cannot_be_is_refused(change, wrong):
    with pytest.raises(psycopg.errors.CheckViolation):
        change(**wrong)


def test_a_schedule_is_kept_and_what_is_empty_is_the_usual(store, change):
    change(backup_time="19:30", backup_folder=" /media/stick ", backups_kept=3)
    assert held(store, "backup_time") == "19:30"
    assert held(store, "backup_folder") == "/media/stick"
    change(backup_time="", backup_folder="")
    assert held(store, "backup_time") is None
    assert held(store, "backup_folder") is None
    change(backups_kept=14)


def test_letters_of_tenders_are_kept_small_and_empty_ones_are_the_programs(store, change):
    change(cash_letter=" B ", card_letter="ö")
    assert [held(store, f"{one}_letter") for one in ("cash", "card", "paypal")] == ["b", "ö", None]
    change(cash_letter="", paypal_letter="b")
    assert [held(store, f"{one}_letter") for one in ("cash", "card", "paypal")] == [None, "ö", "b"]


@pytest.mark.parametrize("wrong", ["1", "٣", ".", "=", "*", "bb", "b1", "☺", "-"])
def test_a_digit_a_sign_and_a_word_are_no_letter(store, change, refused, wrong):
    with refused("tender_letter_bad"):
        change(card_letter=wrong)
    assert held(store, "card_letter") is None


def test_two_ways_to_pay_have_no_letter_together(store, change, refused):
    change(cash_letter="b")
    for given in ({"card_letter": "B"}, {"card_letter": "x", "paypal_letter": "x"}):
        with refused("tender_letter_taken"):
            change(**given)
    change(cash_letter="k", card_letter="b")
    assert held(store, "card_letter") == "b"


@pytest.mark.parametrize("wrong", ["'B'", "'1'", "'bb'", "'x'", "' '", "''"])
def test_the_table_itself_holds_letters_to_that(store, change, wrong):
    change(paypal_letter="x")
    with pytest.raises(psycopg.errors.CheckViolation):
        store.sql(f"UPDATE storedesk.store_settings SET cash_letter = {wrong}")


def test_texts_of_receipts_are_kept_trimmed_and_empty_ones_are_the_programs(store, change):
    change(receipt_header=" Open daily\n9 to 6 \n", receipt_footer="{customer}, thank you {")
    assert held(store, "receipt_header") == "Open daily\n9 to 6"
    assert held(store, "receipt_footer") == "{customer}, thank you {"
    change(receipt_header=" \n ", receipt_footer="")
    assert (held(store, "receipt_header"), held(store, "receipt_footer")) == (None, None)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ("{price}", "placeholder_unknown"),
        ("{store}\n{}", "placeholder_unknown"),
        ("{ store}", "placeholder_unknown"),
        ("\n".join("x" * 11), "too_many_lines"),
        ("a\x07b", "text_control"),
        ("a\u202eb", "text_control"),
        ("\u3164", "text_control"),
        ("4111 1111 1111 1111", "card_number"),
    ],
)
def test_a_text_that_no_receipt_can_have_is_refused(store, change, refused, wrong, code):
    for name in ("receipt_header", "receipt_footer"):
        with refused(code):
            change(**{name: wrong})
        assert held(store, name) is None


def test_the_table_itself_holds_receipts_to_plain_text(store, change):
    change(receipt_footer="Thanks")
    for wrong in ("a\x07b", "4111 1111 1111 1111", ""):
        with pytest.raises(psycopg.errors.CheckViolation):
            store.sql("UPDATE storedesk.store_settings SET receipt_header = %s", wrong)


def test_texts_of_e_mails_are_kept_trimmed_and_empty_ones_are_the_programs(store, change):
    change(
        shipped_mail_subject=" Off it goes: {order_number} ", shipped_mail_text=" {tracking_link}\n"
    )
    assert held(store, "shipped_mail_subject") == "Off it goes: {order_number}"
    assert held(store, "shipped_mail_text") == "{tracking_link}"
    change(shipped_mail_subject=" ", shipped_mail_text="\n")
    assert (held(store, "shipped_mail_subject"), held(store, "shipped_mail_text")) == (None, None)


@pytest.mark.parametrize("kind", MailKind)
def test_each_kind_of_e_mail_knows_the_placeholders_that_the_program_fills(change, refused, kind):
    every = {name for names in PLACEHOLDERS.values() for name in names}
    for name in PLACEHOLDERS[kind]:
        change(**{kind.subject_column: f"x {{{name}}}", kind.text_column: f"x {{{name}}}"})
    for name in (*(every - set(PLACEHOLDERS[kind])), "price", ""):
        for column in (kind.subject_column, kind.text_column):
            with refused("placeholder_unknown"):
                change(**{column: f"x {{{name}}}"})


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ("a\nBcc: all@example.com", "text_control"),
        ("a\rBcc: all@example.com", "text_control"),
        ("a\u2028b", "text_control"),
        ("a\x07b", "text_control"),
        ("a\u202eb", "text_control"),
        ("\u3164", "text_control"),
        ("4111 1111 1111 1111", "card_number"),
    ],
)
def test_a_subject_that_no_e_mail_can_have_is_refused(store, change, refused, wrong, code):
    with refused(code):
        change(receipt_mail_subject=wrong)
    assert held(store, "receipt_mail_subject") is None


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ("\n".join("x" * 31), "too_many_lines"),
        ("a\u202eb", "text_control"),
        ("4111 1111 1111 1111", "card_number"),
    ],
)
def test_words_that_no_e_mail_can_have_are_refused(store, change, refused, wrong, code):
    with refused(code):
        change(password_mail_text=wrong)
    assert held(store, "password_mail_text") is None


def test_the_table_itself_holds_e_mails_to_plain_text(store):
    for wrong in ("a\x07b", "a\nb", "4111 1111 1111 1111", ""):
        with pytest.raises(psycopg.errors.CheckViolation):
            store.sql("UPDATE storedesk.store_settings SET canceled_mail_subject = %s", wrong)


OWN = {"name": "Rider", "link": "https://rider.example/t/{number}", "shapes": ["AB####"]}


def test_carriers_are_kept_in_their_order_and_none_are_the_programs(store, change):
    wanted = [{"code": "dhl"}, OWN, {"code": "ups"}]
    change(carriers=wanted)
    assert json.loads(held(store, "carriers")) == wanted
    change(carriers=[])
    assert held(store, "carriers") == "[]"
    change(carriers=None)
    assert held(store, "carriers") is None


def test_every_known_carrier_can_be_kept(store, change):
    change(carriers=as_document(KNOWN))
    assert from_document(json.loads(held(store, "carriers"))) == KNOWN


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ([OWN | {"name": " "}], "carrier_nameless"),
        ([OWN | {"name": None}], "carrier_nameless"),
        ([OWN | {"name": "a\u202eb"}], "text_control"),
        ([OWN | {"name": "4111 1111 1111 1111"}], "card_number"),
        ([OWN, OWN | {"name": "RIDER"}], "carrier_twice"),
        ([{"code": "dhl"}, {"code": "dhl"}], "carrier_twice"),
        ([OWN | {"link": "http://rider.example/{number}"}], "carrier_link_bad"),
        ([OWN | {"link": "https://rider.example/"}], "carrier_link_bad"),
        ([OWN | {"link": "https://a@rider.example/{number}"}], "carrier_link_bad"),
        ([OWN | {"link": "https://rider.example/{number}\nx"}], "carrier_link_bad"),
        ([OWN | {"link": "javascript:{number}"}], "carrier_link_bad"),
        ([OWN | {"shapes": ["A.*B"]}], "carrier_shape_bad"),
        ([OWN | {"shapes": ["(a+)+$"]}], "carrier_shape_bad"),
        ([OWN | {"shapes": ["####\n"]}], "carrier_shape_bad"),
        ([OWN | {"shapes": [1234]}], "carrier_shape_bad"),
        ([OWN | {"shapes": "####"}], "carrier_shape_bad"),
        ([OWN | {"name": f"Rider {at}"} for at in range(31)], "too_many"),
        ("dhl", "too_many"),
    ],
)
def test_carriers_that_nobody_can_ship_with_are_refused(store, change, refused, wrong, code):
    with refused(code):
        change(carriers=wrong)
    assert held(store, "carriers") is None


def test_the_table_itself_holds_carriers_to_that(store):
    for wrong in ("{}", '["dhl"]', '[{"code": "dhl", "link": "x"}]', '[{"name": "Rider"}]', "1"):
        with pytest.raises(psycopg.errors.CheckViolation):
            store.sql("UPDATE storedesk.store_settings SET carriers = %s", wrong)
