"""What a card terminal is asked for: written first, settled once, never twice, never lost."""

from uuid import uuid4

import pytest

from tests.tills import card, cash

pytestmark = pytest.mark.usefixtures("invariants")

APPROVED = {
    "state": "approved", "reference": "SIM-1", "card_brand": "visa", "last_four": "4242",
}  # fmt: skip
STATES = "SELECT state, is_attached FROM storedesk.terminal_payments ORDER BY created_at, id"
TENDERS = "SELECT method, amount::text, transaction_id FROM storedesk.till_tenders"
TRAIL = """
    SELECT action, old, new FROM storedesk.audit_event
    WHERE entity = 'terminal_payment' AND action IN ('settle_by_hand', 'give_back') ORDER BY id
"""
LOOSE = "SELECT kind, amount::text, remark FROM storedesk.exceptions ORDER BY kind"
SIGNED = """
    SELECT s.kind, p.display_name FROM storedesk.exception_signoffs AS s
    JOIN storedesk.staff AS p ON p.id = s.signed_by
"""
ASK = "SELECT api.ask_terminal(%s, %s, %s, 'simulator', 30.00)"
EVERYBODY = ("bob", "cyd", "ada", "dee", "eve")


@pytest.fixture
def demo(store):
    """A store that was made as a demo."""
    with store.connect() as owner:
        owner.execute("SET session_replication_role = replica")
        owner.execute("INSERT INTO storedesk.demo_marks DEFAULT VALUES")


@pytest.fixture
def quoted(demo, plain):  # noqa: ARG001 - it has to be there
    """A sale of 30.00 in a demo store that waits for its payment."""
    return plain


@pytest.fixture
def plain(till, goods):
    """A sale of 30.00 that waits for its payment."""
    goods("MUG", price="30.00")
    till.scan("MUG")
    assert till.quote()["is_held"]
    return till


def ask(till, amount="30.00", **how):
    return till.call("ask_terminal", till.order, till.register, "simulator", amount, **how)


def settle(till, asked, outcome, **how):
    return till.call("settle_terminal_payment", asked["id"], outcome, **how)


def give_back(store, asked):
    """Give a payment back as Cyd, who is a manager."""
    call = "SELECT api.return_terminal_payment(%s, %s)"
    return store.sql(call, uuid4(), asked["id"], login="cyd")


def tender(asked):
    return {"id": asked["id"], "method": "credit_card", "amount": asked["amount"]}


def test_what_was_approved_is_a_tender_at_once_and_pays_once(quoted, store):
    request = uuid4()
    asked = ask(quoted, request=request)
    assert ask(quoted, request=request) == asked
    assert (asked["id"], asked["state"]) == (str(request), "asked")
    told = settle(quoted, asked, APPROVED)
    assert (told["state"], told["is_attached"]) == ("approved", True)
    assert settle(quoted, asked, APPROVED) == told, "asked twice"
    assert settle(quoted, asked, {"state": "declined"}) == told, "money that was taken stays so"
    assert store.rows(TENDERS) == [("credit_card", "30.00", "SIM-1")]
    forged = tender(asked) | {"last_four": "1111", "reference": "mine"}
    quoted.pay(forged)
    kept = "SELECT id::text, card_last_four, transaction_id FROM storedesk.order_payments"
    assert store.rows(kept) == [(asked["id"], "4242", "SIM-1")]
    assert store.rows(STATES) == [("approved", True)]
    assert store.rows(TENDERS) == []


def test_a_part_on_the_terminal_and_the_rest_in_cash(quoted, store, refused):
    asked = ask(quoted, "12.50")
    settle(quoted, asked, APPROVED)
    with refused("tenders_differ"):
        ask(quoted, "17.51")
    with refused("tenders_differ"):
        quoted.pay(tender(asked))
    quoted.pay(tender(asked), cash("17.50", "20.00"))
    assert store.sql("SELECT sum(amount)::text FROM storedesk.order_payments") == "30.00"


@pytest.mark.parametrize("state", ["asked", "unknown"])
def test_while_it_is_not_known_nothing_else_is_paid_or_asked(quoted, state, refused, store):
    asked = ask(quoted)
    if state == "unknown":
        settle(quoted, asked, {"state": "unknown"})
    with refused("terminal_open"):
        ask(quoted)
    with refused("terminal_open"):
        quoted.pay(cash("30.00", "30.00"))
    with refused("terminal_open"):
        quoted.pay(card("30.00"))
    with refused("card_money_in_sale"):
        quoted.call("discard_sale", quoted.order)
    [waiting] = quoted.ask("open_terminal_payments", quoted.register)
    assert (waiting["id"], waiting["state"]) == (asked["id"], state)
    assert quoted.ask("open_terminal_payments", uuid4()) == [], "of others only after a minute"
    store.sql(
        "UPDATE storedesk.terminal_payments SET created_at = created_at - interval '2 minutes'"
    )
    assert len(quoted.ask("open_terminal_payments", uuid4())) == 1


@pytest.mark.parametrize("end", ["declined", "cancelled"])
def test_what_was_not_charged_leaves_the_sale_as_it_was(quoted, end, store):
    told = settle(quoted, ask(quoted), {"state": end, "reason": "funds"})
    assert (told["state"], told["reason"]) == (end, "funds")
    quoted.pay(cash("30.00", "30.00"))
    assert store.rows(STATES) == [(end, False)]
    assert store.rows(LOOSE) == []


def test_a_late_approval_is_attached_where_the_sale_lives(quoted, refused):
    asked = ask(quoted)
    settle(quoted, asked, {"state": "cancelled"})
    assert settle(quoted, asked, APPROVED)["is_attached"]
    with refused("card_money_left_out"):
        quoted.pay(cash("30.00", "30.00"))
    assert quoted.quote()["terminal"][0]["id"] == asked["id"]
    quoted.pay(tender(asked))


@pytest.mark.parametrize("gone", ["paid", "discarded"])
def test_a_late_approval_without_a_sale_is_shown_to_managers(quoted, gone, store, refused):
    asked = ask(quoted)
    settle(quoted, asked, {"state": "cancelled"})
    if gone == "paid":
        quoted.pay(cash("30.00", "30.00"))
    else:
        quoted.call("discard_sale", quoted.order)
    assert not settle(quoted, asked, APPROVED)["is_attached"]
    assert store.rows(LOOSE) == [("card_money", "30.00", "SIM-1")]
    with refused("terminal_for_managers"):
        quoted.call("return_terminal_payment", asked["id"])
    back = give_back(store, asked)
    assert back["state"] == "returning"
    assert settle(quoted, asked, {"state": "returned"})["state"] == "returned"
    assert store.rows(LOOSE) == [("card_money", "30.00", "SIM-1")]
    assert store.rows(SIGNED) == [("card_money", "Cyd")], "in the name of who gave it back"


@pytest.fixture
def loose(quoted):
    """Money on a card whose sale was discarded meanwhile."""
    asked = ask(quoted)
    settle(quoted, asked, {"state": "cancelled"})
    quoted.call("discard_sale", quoted.order)
    return settle(quoted, asked, APPROVED)


def note(store, asked, seen="approved", reference="SLIP-4711", login="cyd"):
    call = "SELECT api.note_terminal_return(%s, %s, %s, %s)"
    return store.sql(call, uuid4(), asked["id"], seen, reference, login=login)


def test_what_was_given_back_by_hand_is_noted_by_a_manager(loose, quoted, store, refused):
    for login in EVERYBODY:
        if login != "cyd":
            with pytest.raises(Exception, match="permission denied"):
                note(store, loose, login=login)
    told = note(store, loose)
    assert (told["state"], told["return_reference"]) == ("returned", "SLIP-4711")
    assert store.rows(LOOSE) == [("card_money", "30.00", "SIM-1")]
    assert store.rows(SIGNED) == [("card_money", "Cyd")]
    with refused("changed_meanwhile"):
        note(store, loose)
    with refused("terminal_not_loose"):
        note(store, loose, "returned")
    assert give_back(store, loose)["state"] == "returned", "the terminal is not asked any more"
    assert settle(quoted, loose, APPROVED)["state"] == "returned"


@pytest.mark.parametrize(
    ("reference", "code"),
    [("", "reference_needed"), ("1234", "reference_needed"),
     ("4111 1111 1111 1111", "card_number")],
)  # fmt: skip
def test_by_hand_it_needs_the_reference_of_a_slip(loose, reference, code, refused, store):
    with refused(code):
        note(store, loose, reference=reference)
    assert note(store, loose, reference="12345")["return_reference"] == "ref-12345"


def test_what_the_terminal_was_asked_for_meanwhile_is_not_noted_unseen(loose, store, refused):
    give_back(store, loose)
    with refused("changed_meanwhile"):
        note(store, loose)
    assert note(store, loose, "returning")["state"] == "returned", "who has seen that may"


def test_what_was_signed_off_before_it_is_given_back_stays_so(loose, store, quoted):
    store.sql("SELECT api.sign_off(%s, %s, 'later')", uuid4(), loose["id"], login="cyd")
    give_back(store, loose)
    settle(quoted, loose, {"state": "returned"})
    assert store.sql("SELECT note FROM storedesk.exception_signoffs") == "later"


def test_money_of_a_sale_is_not_noted_as_given_back(quoted, store, refused):
    asked = ask(quoted)
    for state in ("asked", "unknown"):
        with refused("terminal_not_loose"):
            note(store, asked, state)
        settle(quoted, asked, {"state": "unknown"})
    settle(quoted, asked, APPROVED)
    with refused("terminal_not_loose"):
        note(store, asked)
    quoted.call("return_terminal_payment", asked["id"])
    with refused("terminal_not_loose"):
        note(store, asked, "returning")
    with refused("terminal_payment_not_found"):
        note(store, {"id": uuid4()})


def test_what_is_given_back_does_not_pay_from_then_on(quoted, store, refused):
    asked = ask(quoted)
    with refused("terminal_not_charged"):
        quoted.call("return_terminal_payment", asked["id"])
    settle(quoted, asked, APPROVED)
    assert quoted.call("return_terminal_payment", asked["id"])["state"] == "returning"
    assert quoted.call("return_terminal_payment", asked["id"])["state"] == "returning"
    with refused("terminal_open"):
        quoted.pay(tender(asked))
    settle(quoted, asked, {"state": "returned"})
    with refused("bad_tender"):
        quoted.pay(tender(asked))
    settle(quoted, ask(quoted), APPROVED)
    assert store.rows(STATES) == [("returned", False), ("approved", True)]
    assert store.rows(TRAIL) == [("give_back", "returning", "returned")]


def test_what_an_order_was_paid_with_is_given_back_by_a_return(quoted, store, refused):
    asked = ask(quoted)
    settle(quoted, asked, APPROVED)
    quoted.pay(tender(asked))
    with refused("terminal_booked"):
        give_back(store, asked)
    with refused("already_paid"):
        quoted.call("discard_sale", quoted.order)


BY_HAND = """
    SELECT s.display_name FROM storedesk.exceptions AS e
    JOIN storedesk.staff AS s ON s.id = e.approved_by WHERE e.kind = 'card_by_hand'
"""


@pytest.mark.parametrize("state", ["cancelled", "approved"])
def test_what_a_person_says_a_manager_approves(quoted, till_of, store, refused, state):
    asked = ask(quoted)
    settle(quoted, asked, {"state": "unknown"})
    wanted = {"payment": asked["id"], "amount": "30.00", "state": state}
    with refused("approval_needed"):
        quoted.call("settle_terminal_payment", asked["id"], {"state": state}, *[True])
    other = {"cancelled": "approved", "approved": "cancelled"}[state]
    bob = store.sql("SELECT id::text FROM storedesk.staff WHERE login LIKE '%bob'")
    manager = till_of("T2", "cyd")
    approval = manager.approve("settle_card_by_hand", wanted | {"requested_by": bob})
    with refused("approval_not_valid"):
        quoted.call("settle_terminal_payment", asked["id"], {"state": other}, *[True, approval])
    told = quoted.call("settle_terminal_payment", asked["id"], {"state": state}, *[True, approval])
    assert told["state"] == state
    assert store.rows(LOOSE)[0] == ("card_by_hand", "30.00", state)
    assert store.sql(BY_HAND) == "Cyd"


def test_a_manager_needs_nobody_elses_word(quoted, store):
    asked = ask(quoted)
    call = "SELECT api.settle_terminal_payment(%s, %s, %s, true)"
    told = store.sql(call, uuid4(), asked["id"], '{"state": "cancelled"}', login="cyd")
    assert told["state"] == "cancelled"
    assert store.sql(BY_HAND) == "Cyd"
    assert store.rows(TRAIL) == [("settle_by_hand", "asked", "cancelled")]


@pytest.mark.parametrize("state", ["returned", "unknown", "declined"])
def test_by_hand_it_was_charged_or_not(quoted, state, refused):
    with refused("bad_outcome"):
        quoted.call("settle_terminal_payment", ask(quoted)["id"], {"state": state}, *[True])


@pytest.mark.parametrize(("seconds", "shown"), [(55, 0), (65, 1)])
def test_what_is_open_for_a_minute_is_shown_at_other_registers_too(quoted, store, seconds, shown):
    ask(quoted)
    with store.connect() as owner:
        owner.execute("SET session_replication_role = replica")
        owner.execute(
            "UPDATE storedesk.terminal_payments SET created_at = created_at - %s * interval '1 s'",
            [seconds],
        )
    assert len(quoted.ask("open_terminal_payments", quoted.register)) == 1
    assert len(quoted.ask("open_terminal_payments", uuid4())) == shown


def test_an_empty_sale_with_card_money_keeps_its_till(quoted, refused, store):
    asked = ask(quoted)
    quoted.call("change_line", quoted.order, quoted.sale()["lines"][0]["id"], 0)
    settle(quoted, asked, APPROVED)
    former, quoted.order = quoted.order, uuid4()
    with refused("register_busy"):
        quoted.scan("MUG")
    quoted.order = former
    quoted.scan("MUG")
    assert store.sql("SELECT count(*) FROM storedesk.till_tenders") == 1


def test_the_last_line_stays_while_a_card_is_charged_for_it(quoted, refused):
    settle(quoted, ask(quoted), APPROVED)
    with refused("money_in_sale"):
        quoted.call("change_line", quoted.order, quoted.sale()["lines"][0]["id"], 0)


def test_what_belongs_to_another_sale_pays_nothing(quoted, refused):
    asked = ask(quoted)
    settle(quoted, asked, APPROVED)
    for given in (tender(asked) | {"method": "cash"}, tender(asked) | {"method": "paypal",
                  "reference": "ABCDEF"}):  # fmt: skip
        with refused("bad_tender"):
            quoted.pay(given)
    mine, quoted.order = quoted.order, uuid4()
    quoted.call("park", mine, "later")
    quoted.scan("MUG")
    quoted.quote()
    for method in ("credit_card", "cash"):
        with refused("bad_tender"):
            quoted.pay(tender(asked) | {"method": method})


@pytest.mark.parametrize(
    ("outcome", "code"),
    [({"state": "asked"}, "bad_outcome"), ({}, "bad_outcome"),
     (APPROVED | {"last_four": "42"}, "bad_outcome"),
     (APPROVED | {"reference": "x" * 251}, "bad_outcome"),
     (APPROVED | {"reference": "4111 1111 1111 1111"}, "card_number")],
)  # fmt: skip
def test_nonsense_and_card_numbers_are_no_outcome(quoted, outcome, code, refused, store):
    asked = ask(quoted)
    with refused(code):
        settle(quoted, asked, outcome)
    assert store.rows(STATES) == [("asked", False)]


@pytest.mark.parametrize("amount", ["0", "-1", "30.01"])
def test_only_what_is_still_to_pay_is_asked_for(quoted, amount, refused):
    with refused("tenders_differ" if amount == "30.01" else "bad_amount"):
        ask(quoted, amount)


def test_without_a_quote_nothing_is_asked(till, goods, refused):
    goods("MUG")
    till.scan("MUG")
    with refused("quote_expired"):
        ask(till)


def test_the_simulator_is_refused_where_the_store_is_no_demo(plain, store, refused):
    for login in EVERYBODY:
        with pytest.raises(Exception, match=r"terminal_not_here|permission denied"):
            store.sql(ASK, uuid4(), plain.order, plain.register, login=login)
        with pytest.raises(Exception, match="permission denied"):
            store.sql("INSERT INTO storedesk.demo_marks DEFAULT VALUES", login=login)
        with pytest.raises(Exception, match="permission denied"):
            store.sql("UPDATE storedesk.store_settings SET is_demo = true", login=login)
    with refused("terminal_not_here"), store.connect() as owner:
        owner.execute(
            "INSERT INTO storedesk.terminal_payments"
            " (id, order_id, register_id, terminal, amount, currency, created_by)"
            " SELECT gen_random_uuid(), gen_random_uuid(), r.id, 'simulator', 1, 'USD', s.id"
            " FROM storedesk.registers AS r, storedesk.staff AS s LIMIT 1"
        )
    with refused("store_not_empty"):
        store.sql("INSERT INTO storedesk.demo_marks DEFAULT VALUES")
    store.sql("UPDATE storedesk.store_settings SET is_demo = true")
    with refused("terminal_not_here"):
        ask(plain)
    assert store.rows(STATES) == []


def test_a_store_is_marked_while_it_is_empty_and_stays_so(store, refused):
    store.sql("UPDATE storedesk.store_settings SET is_demo = true")
    store.sql("UPDATE storedesk.store_settings SET is_demo = false")
    assert store.sql("SELECT count(*) FROM storedesk.demo_marks") == 1
    for change in ("DELETE FROM", "TRUNCATE"):
        with refused("append_only"):
            store.sql(f"{change} storedesk.demo_marks")


@pytest.mark.parametrize("change", ["DELETE FROM", "TRUNCATE"])
def test_what_was_asked_stays_written(quoted, change, store, refused):
    ask(quoted)
    with refused("append_only"):
        store.sql(f"{change} storedesk.terminal_payments")
