"""The section of the servers beside the store's own."""

from storedesk.domain.replica_address import LONGEST, ReplicaAddress
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.form import TextField, is_field_good
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.settings.rules import SettingRule, explained
from storedesk.ui.settings.section import FormSection


class ServerSection(FormSection):
    """The replica that reports are read from, which can be tried before it is saved."""

    def __init__(self, context: PageContext) -> None:
        self.replica = ReplicaField(
            tr("Replica for reports"), longest=LONGEST, optional=True,
            hint="replica.example.com:5432",
        )  # fmt: skip
        fields = {"replica_address": self.replica}
        super().__init__(context, "servers", tr("Servers"), "database", fields)
        remark = tr(
            "Reports are read from this server, which gets every change of the store's, so that"
            " they slow no till. It needs a certificate of the same authority. Where it does not"
            " answer or is behind, the store's own server is asked. Empty: always that one."
        )
        self.trying = self.button(tr("Try the replica"), "circle-check", self.try_replica)
        rule = SettingRule("replica_address", self.replica, remark)
        self.stack(explained(rule), row(self.trying, None))

    async def try_replica(self) -> None:
        """Ask the server that is typed, and say whether it can be used; else a StoreError says."""
        if not is_field_good(self.replica):
            return
        address = ReplicaAddress.read(self.replica.text())
        if address is None:
            self.replica.mark(tr("Type the address of a replica first."))
            return
        await self.context.desk.try_replica(address)
        words = tr("{server} answers, and has every change of the store's server.")
        self.said.emit(words.format(server=address))


class ReplicaField(TextField):
    """The address of a replica, or nothing."""

    def value(self) -> str:
        """Return it as `host` or `host:port`; "" for none. Refused: replica_unreadable."""
        return str(ReplicaAddress.read(super().value()) or "")
