"""A week played in a shop, and everything that is proved of it afterwards."""

import shutil
from threading import Event

import psycopg

from storedesk import api, queries
from storedesk.cli import run as storedesk
from storedesk.services.own_store import save_own
from storedesk.services.restoring_here import restore_here
from storedesk.services.sealing import seal_all
from storedesk.services.summing import sum_all
from storedesk.services.workspace import Workspace
from tests.week import papers
from tests.week.comparing import MOST, Comparison
from tests.week.play import Play
from tests.week.shop import Shop, nothing

PASSPHRASE = "correct horse battery staple"
TAMPER = """
    UPDATE storedesk.audit_event SET new = jsonb_build_object('amount', '0.01')
    WHERE id = (SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY id) FROM storedesk.audit_event)
    RETURNING id
"""
LEAST = (
    "sale", "telephone", "web", "return", "override", "approved", "customer", "split", "parked",
    "paid in", "paid out", "no sale", "shipped", "delivered", "canceled", "web canceled", "closed",
    "recount", "found",
)  # fmt: skip
"""What a whole week has to hold."""


class Proof:
    """Plays in a folder, and proves; what it says is printed, what is wrong is kept."""

    def __init__(self, folder, mode, seed, days, orders, say=print):
        self.folder, self.seed, self.orders, self.say = folder, seed, orders, say
        self.shop = Shop(folder / "profile", mode, seed, days)
        self.stick = folder / "stick"
        self.wrongs = []

    def run(self, *, is_restored=True):
        """Play and prove; answer what is wrong. Without backups if it shall not be restored."""
        self.folder.joinpath("profile").mkdir(mode=0o755)
        try:
            self.shop.make()
            play = Play(self.shop, self.seed)
            play.week(self.orders)
            self.shop.right_clock()
            self.say(f"played: {dict(sorted(play.done.items()))}")
            if len(self.shop.days) > 1:
                self.wrongs += [f"nothing was {what}" for what in LEAST if not play.done[what]]
            self.prove(is_restored=is_restored)
        finally:
            self.shop.demolish()
        return self.wrongs

    def prove(self, *, is_restored):
        """Prove all that is to be proved of a shop in which something was played."""
        before = self.compared("row by row")
        sum_all(self.shop.workspace.own_dsn("system"))
        self.compared("by the sums of days", before)
        self.check_rules()
        sums = Comparison(self.shop).sums
        self.wrongs += (found := papers.wrongs_of(self.shop, sums, self.folder))
        self.say(f"X and Z reports printed as PDF and read again: {len(found)} figures missing")
        self.sign_off()
        seal_all(self.shop.workspace.own_dsn("system"))
        self.verify(is_tampered=False)
        before = self.compared("once all is signed off") if is_restored else None
        for passphrase in (PASSPHRASE, "") if is_restored else ():
            self.lose_and_restore(passphrase)
            self.compared("restored", before)
            self.check_rules()
            self.verify(is_tampered=False)
        self.tamper()
        self.verify(is_tampered=True)

    def compared(self, how, before=None):
        """Compare all figures with the sums, and with those that were seen before."""
        comparison = Comparison(self.shop)
        count = comparison.run()
        self.wrongs += [f"{how}: {one}" for one in comparison.wrongs]
        if before is not None and comparison.seen != before:
            changed = [key for key in before if before[key] != comparison.seen.get(key)]
            self.wrongs.append(f"{how}: not as before: {changed}")
        self.say(f"{count} figures {how}: {len(comparison.wrongs)} differ from the rows")
        return comparison.seen

    def check_rules(self):
        """Have every rule of the store hold, by the program's own check."""
        if storedesk(["db", "check", "--dsn", self.shop.workspace.own_dsn()]):
            self.wrongs.append("db check found a rule that does not hold")

    def sign_off(self):
        """Sign all exceptions off, as the manager does."""
        with self.shop.entered("cyd") as manager:
            with manager.reading() as session:
                lines = queries.exceptions.first_exceptions(session, is_signed=False, limit=MOST)
            for line in lines:
                self.shop.do(manager, api.exceptions.sign_off, key=line.id, note="seen")
            with manager.reading() as session:
                left = queries.exceptions.waiting_count(session)
        if left or not lines:
            self.wrongs.append(f"{left} of {len(lines)} exceptions are not signed off")
        self.say(f"{len(lines)} exceptions signed off")

    def lose_and_restore(self, passphrase):
        """Back up, lose the profile with all its data, and restore the store in an empty one."""
        shop = self.shop
        made = save_own(shop.workspace, self.stick, Event(), nothing, passphrase)
        shop.demolish()
        shutil.rmtree(shop.folder)
        shop.folder.mkdir(mode=0o755)
        shop.workspace = Workspace(shop.profile)
        restore_here(shop.workspace, made.path, passphrase or None, nothing, Event())
        kind = "an encrypted" if passphrase else "a plain"
        self.say(f"the profile was deleted, and restored from {kind} backup")

    def tamper(self):
        """Change a row of the journal as the owner of the database can, past all guards."""
        with psycopg.connect(self.shop.workspace.own_dsn(), autocommit=True) as owner:
            owner.execute("SET session_replication_role = replica")
            [(self.tampered,)] = owner.execute(TAMPER).fetchall()

    def verify(self, *, is_tampered):
        """Have the auditor verify the seals, as the journal's page does."""
        after, fault = 0, None
        with self.shop.entered("eve") as auditor:
            while fault is None:
                check = auditor.call(api.seals.verify_seals(after))
                after, fault = check.until, check.fault
                if check.is_done:
                    break
        found = fault and (str(fault.table), str(fault.kind), fault.number)
        wanted = ("audit_event", "changed", self.tampered) if is_tampered else None
        if found != wanted:
            self.wrongs.append(f"Verify found {found}, not {wanted}")
        self.say(f"Verify found {found or 'nothing'}")
