"""Read the accessibility bus as a screen reader does: what is there, and what is announced."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    Properties,
    new_method_call,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.screen.nodes import Box, Node, Role, state_names

ATSPI = "org.a11y.atspi"
PATIENCE = 60.0
"""Seconds to wait for what is due to be told, on a busy computer."""
ANSWER = 20.0
"""Seconds that the program may take to answer a question about a widget, on a busy computer."""
Reference: TypeAlias = tuple[str, str]
"""The program on the bus, and the path of one of its widgets."""
ROOT: Reference = (f"{ATSPI}.Registry", "/org/a11y/atspi/accessible/root")
REGISTRY = DBusAddress("/org/a11y/atspi/registry", f"{ATSPI}.Registry", f"{ATSPI}.Registry")
FEW = 3
"""Rows of a table that are read: it may have a million."""
LABELLED_BY = 2
"""AT-SPI's AtspiRelationType of what has a label."""
SCREEN = 0
"""Where boxes are measured from."""
GONE = {
    "UnknownObject", "UnknownMethod", "UnknownInterface", "InvalidArgs", "ServiceUnknown",
    "NoReply",
}  # fmt: skip
"""Errors of a widget that went while it was asked."""


Ask: TypeAlias = Callable[[Reference], Message]


class GoneError(Exception):
    """A widget is no longer there."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the program told whoever reads the screen."""

    kind: str
    detail: str
    value: object
    reference: Reference
    at: float = field(default_factory=time.monotonic)


class Bus:
    """The accessibility bus of a session."""

    def __init__(self, session: str) -> None:
        """Ask the bus of the session, which is named by its address."""
        with open_dbus_connection(session) as asked:
            place = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            answer = asked.send_and_get_reply(new_method_call(place, "GetAddress"), timeout=ANSWER)
        self.address = str(answer.body[0])
        self._line = open_dbus_connection(self.address)

    def close(self) -> None:
        """Leave the bus."""
        self._line.close()

    def listen(self) -> "Listener":
        """Hear from now on what the program tells."""
        return Listener(self.address)

    def windows(self) -> list[Node]:
        """Read every window of every program, with all that is shown in it."""
        tops = self._each(self.children(ROOT), _children)
        return self.read([top for found in tops for top in found or ()])

    def read(self, references: list[Reference]) -> list[Node]:
        """Read widgets and all that is shown in them; what is not shown is left out."""
        if not references:
            return []
        states = self._each(references, _states)
        shown = [
            (one, state_names(*words))
            for one, words in zip(references, states, strict=True)
            if words and "showing" in state_names(*words)
        ]
        nodes = self._made(shown)
        inside = self._inside(nodes)
        children = self.read([part for parts in inside for part in parts])
        by_reference = {child.reference: child for child in children}
        for node, parts in zip(nodes, inside, strict=True):
            node.children = [by_reference[part] for part in parts if part in by_reference]
        return nodes

    def _made(self, shown: list[tuple[Reference, frozenset[str]]]) -> list[Node]:
        """Ask for all that is told of each widget, of all of them at once."""
        references = [one for one, _ in shown]
        told = [self._each(references, ask) for ask in (_role, _name, _description, _id, _box)]
        nodes = []
        for (one, states), role, name, description, path, box in zip(shown, *told, strict=True):
            if role is not None and box is not None:
                nodes.append(Node(
                    role=Role.of(role), name=name or "", description=description or "",
                    states=states, box=Box(*box), path=path or "", reference=one,
                ))  # fmt: skip
        self._fill([node for node in nodes if node.role.has_value], _value)
        self._fill([node for node in nodes if node.role in {Role.TEXT, Role.PASSWORD_TEXT}], _text)
        self._label([node for node in nodes if node.role is Role.COMBO_BOX])
        return nodes

    def _fill(self, nodes: list[Node], ask: "Ask") -> None:
        for node, value in zip(nodes, self._each([n.reference for n in nodes], ask), strict=True):
            node.value = value

    def _label(self, boxes: list[Node]) -> None:
        """Name each box to choose in by its label, and then by what is chosen."""
        for node, kinds in zip(boxes, self._each([n.reference for n in boxes], _kin), strict=True):
            labels = [one for kind, others in kinds or () if kind == LABELLED_BY for one in others]
            if labels:
                node.name = f"{self.name(labels[0])}: {node.name}"

    def _inside(self, nodes: list[Node]) -> list[list[Reference]]:
        tables = [node for node in nodes if node.role in {Role.TABLE, Role.TREE_TABLE}]
        cells = {node.reference: self._cells(node.reference) for node in tables}
        others = [node.reference for node in nodes if node.reference not in cells]
        found = dict(zip(others, self._each(others, _children), strict=True)) | cells
        return [list(found[node.reference] or ()) for node in nodes]

    def _cells(self, table: Reference) -> list[Reference]:
        """List the cells of a table's first rows."""
        rows, columns = (self.ask(_property(table, "Table", of)) for of in ("NRows", "NColumns"))
        wanted = [(row, column) for row in range(min(rows, FEW)) for column in range(columns)]
        return [one for one in self._answers([_cell(table, *at) for at in wanted]) if one]

    def children(self, reference: Reference) -> list[Reference]:
        """List what is in a widget, shown or not. GoneError: it is not there."""
        return list(self.ask(_children(reference)))

    def states(self, reference: Reference) -> frozenset[str]:
        """Ask for the states of a widget. GoneError: it is not there."""
        return state_names(*self.ask(_states(reference)))

    def name(self, reference: Reference) -> str:
        """Ask what a widget is called. GoneError: it is not there."""
        return self.ask(_name(reference))

    def text(self, reference: Reference) -> str:
        """Return what is written in a field. GoneError: it is not there."""
        return self.ask(_text(reference))

    def cell(self, table: Reference, row: int, column: int) -> Reference:
        """Return a cell of a table. GoneError: it is not there."""
        return self.ask(_cell(table, row, column))

    def size(self, table: Reference) -> tuple[int, int]:
        """Count a table's rows and columns. GoneError: it is not there."""
        rows, columns = (self.ask(_property(table, "Table", of)) for of in ("NRows", "NColumns"))
        return rows, columns

    def actions(self, reference: Reference) -> list[str]:
        """List what can be done with a widget. GoneError: it is not there."""
        return [one[0] for one in self.ask(_call(reference, "Action", "GetActions"))]

    def ask(self, message: Message) -> Any:
        """Ask one question. GoneError: who was asked is not there."""
        answer = self._answers([message])[0]
        if answer is None:
            raise GoneError(message.header.fields[HeaderFields.path])
        return answer

    def _each(self, references: list[Reference], ask: "Ask") -> list[Any]:
        return self._answers([ask(one) for one in references])

    def _answers(self, messages: list[Message]) -> list[Any]:
        """Ask all at once, and return the answers in their order; None of what is gone."""
        serials = [next(self._line.outgoing_serial) for _ in messages]
        for serial, message in zip(serials, messages, strict=True):
            self._line.send(message, serial=serial)
        waited, found = set(serials), {}
        while waited:
            answer = self._line.receive(timeout=ANSWER)
            serial = answer.header.fields.get(HeaderFields.reply_serial)
            if serial in waited:
                waited.discard(serial)
                found[serial] = _opened(answer)
        return [found[serial] for serial in serials]


def _opened(answer: Message) -> Any:
    if answer.header.message_type is MessageType.error:
        name = answer.header.fields[HeaderFields.error_name]
        assert name.rpartition(".")[2] in GONE, f"{name}: {answer.body}"
        return None
    value = answer.body[0]
    is_variant = answer.header.fields[HeaderFields.signature] == "v"
    return value[1] if is_variant else value


def _call(reference: Reference, interface: str, method: str, types: str = "", *given) -> Message:
    place = DBusAddress(reference[1], reference[0], f"{ATSPI}.{interface}")
    return new_method_call(place, method, types or None, given)


def _property(reference: Reference, interface: str, name: str) -> Message:
    return Properties(DBusAddress(reference[1], reference[0], f"{ATSPI}.{interface}")).get(name)


def _children(reference: Reference) -> Message:
    return _call(reference, "Accessible", "GetChildren")


def _states(reference: Reference) -> Message:
    return _call(reference, "Accessible", "GetState")


def _role(reference: Reference) -> Message:
    return _call(reference, "Accessible", "GetRole")


def _name(reference: Reference) -> Message:
    return _property(reference, "Accessible", "Name")


def _description(reference: Reference) -> Message:
    return _property(reference, "Accessible", "Description")


def _id(reference: Reference) -> Message:
    return _property(reference, "Accessible", "AccessibleId")


def _box(reference: Reference) -> Message:
    return _call(reference, "Component", "GetExtents", "u", SCREEN)


def _kin(reference: Reference) -> Message:
    return _call(reference, "Accessible", "GetRelationSet")


def _value(reference: Reference) -> Message:
    return _property(reference, "Value", "CurrentValue")


def _text(reference: Reference) -> Message:
    return _call(reference, "Text", "GetText", "ii", 0, -1)


def _cell(table: Reference, row: int, column: int) -> Message:
    return _call(table, "Table", "GetAccessibleAt", "ii", row, column)


class Listener:
    """Hears what the program tells on a line of its own."""

    def __init__(self, address: str) -> None:
        """Have the program tell of everything, and keep what it says."""
        self._line: DBusConnection = open_dbus_connection(address)
        self.heard: list[Event] = []
        register = new_method_call(REGISTRY, "RegisterEvent", "s", ("object:",))
        self._line.send_and_get_reply(register, timeout=ANSWER)
        rule = MatchRule(type="signal", interface=f"{ATSPI}.Event.Object")
        self._line.send_and_get_reply(message_bus.AddMatch(rule), timeout=ANSWER)

    def close(self) -> None:
        """Hear no more."""
        self._line.close()

    def wait(self, is_meant: Callable[[Event], bool], what: str) -> Event:
        """Wait until something is told that is meant, and return it."""
        at, end = 0, time.monotonic() + PATIENCE
        while True:
            for event in self.heard[at:]:
                if is_meant(event):
                    return event
            at = len(self.heard)
            assert self._hear(end), f"nothing told of {what}; heard: {self.announced()}"

    def announced(self) -> list[str]:
        """List what was announced until now."""
        while self._hear(time.monotonic()):
            pass
        return [str(event.value) for event in self.heard if event.kind == "Announcement"]

    def _hear(self, end: float) -> bool:
        try:
            message = self._line.receive(timeout=max(0.0, end - time.monotonic()))
        except TimeoutError:
            return False
        fields = message.header.fields
        if message.header.message_type is MessageType.signal and len(message.body) > 3:
            detail, _, _, (_, value), *_ = message.body
            place = (fields[HeaderFields.sender], fields[HeaderFields.path])
            self.heard.append(Event(fields[HeaderFields.member], detail, value, place))
        return True
