from uuid import uuid4

import pytest

from storedesk.domain.logins import checked_login
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.staff import Group, Me


def may(*groups):
    me = Me(uuid4(), "shop_eve", "Eve", frozenset(groups), frozenset())
    return me.sees_drafts, me.reads_ledger, me.reads_baskets, me.reads_mails


@pytest.mark.parametrize(
    ("group", "tables"),
    [
        (Group.CASHIER, (False, False, True, True)),
        (Group.CLERK, (True, True, False, True)),
        (Group.MANAGER, (True, True, True, True)),
        (Group.AUDITOR, (True, True, False, True)),
        (Group.ADMIN, (True, False, False, False)),
    ],
)
def test_what_each_group_reads(group, tables):
    assert may(group) == tables


def test_a_cashier_who_is_a_clerk_too_reads_what_either_may():
    assert may(Group.CASHIER, Group.CLERK) == (True, True, True, True)


@pytest.mark.parametrize("login", ["eve", "shop_eve", "e" * 63, "clerk2"])
def test_a_login_that_a_person_may_have(login):
    assert checked_login(login) == login


@pytest.mark.parametrize(
    "login",
    ["ev", "e" * 64, "Eve", "9eve", "eve!", "évé", "pg_eve", "postgres", "public", "shop_clerk",
     "shop_owner", "shop_backup"],
)  # fmt: skip
def test_a_login_that_another_would_be_taken_for(login):
    with pytest.raises(Refused, check=lambda refusal: refusal.code == "bad_login"):
        checked_login(login)
