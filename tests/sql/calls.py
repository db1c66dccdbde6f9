"""What a command of schema `api` comes to, read from the functions of a store.

`read(connection)` finds the functions, views and triggers of a database. `refusals(command)`,
`locks(command)` and `writes(command)` of that are sums over all that the command calls, directly or
through another, and over the triggers of the tables that are written on the way. They are upper
bounds: no condition is followed, but triggers for other programs are left out, since commands run
as the owner. Refusals of constraints, which no function raises, are not among them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import psycopg
from psycopg.rows import tuple_row

from tests.sql.parsing import CALL, NAME, Write, calls, given, locks, without, writes

FUNCTIONS = """
    SELECT n.nspname || '.' || p.proname, coalesce(pg_get_function_sqlbody(p.oid), p.prosrc),
           coalesce(p.proargnames[:p.pronargs], '{}')::text[], pg_get_function_arguments(p.oid)
    FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
    JOIN pg_language AS l ON l.oid = p.prolang
    WHERE n.nspname IN ('api', 'core', 'storedesk', 'webshop') AND l.lanname IN ('sql', 'plpgsql')
"""
VIEWS = """
    SELECT schemaname || '.' || viewname, definition FROM pg_views
    WHERE schemaname IN ('core', 'storedesk', 'webshop')
"""
TRIGGERS = """
    SELECT n.nspname || '.' || c.relname, f.nspname || '.' || p.proname,
           array_remove(ARRAY[CASE WHEN t.tgtype & 4 > 0 THEN 'INSERT' END,
               CASE WHEN t.tgtype & 8 > 0 THEN 'DELETE' END,
               CASE WHEN t.tgtype & 16 > 0 THEN 'UPDATE' END], NULL),
           ARRAY(SELECT a.attname::text FROM pg_attribute AS a
                 WHERE a.attrelid = t.tgrelid AND a.attnum = ANY (t.tgattr::int2[])),
           pg_get_triggerdef(t.oid) ~* 'WHEN .*pg_has_role\\(CURRENT_USER,.*_owner'
    FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    JOIN pg_proc AS p ON p.oid = t.tgfoid JOIN pg_namespace AS f ON f.oid = p.pronamespace
    WHERE NOT t.tgisinternal
"""
CASCADES = """
    SELECT pn.nspname || '.' || p.relname, cn.nspname || '.' || c.relname,
           CASE k.confdeltype WHEN 'c' THEN 'DELETE' ELSE 'UPDATE' END
    FROM pg_constraint AS k
    JOIN pg_class AS p ON p.oid = k.confrelid JOIN pg_namespace AS pn ON pn.oid = p.relnamespace
    JOIN pg_class AS c ON c.oid = k.conrelid JOIN pg_namespace AS cn ON cn.oid = c.relnamespace
    WHERE k.contype = 'f' AND k.confdeltype IN ('c', 'n', 'd')
"""
RAISED = re.compile(r"\bMESSAGE\s*=\s*(\w+)")
LITERAL = re.compile(r"'(\w+)'")
CHOSEN = re.compile(r"\b(?:THEN|ELSE)\s+('\w+'|\w+)")
ANSWERED = re.compile(r"->>\s*'code'\s*\)?$")
CODE_ANSWERED = re.compile(r"'code',\s*('\w+'|CASE\b.*?\bEND\b)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the database, or a view, which has no parameters."""

    name: str
    body: str
    parameters: tuple[str, ...] = ()
    signature: str = ""

    def default(self, parameter: str) -> str:
        """Answer the default of a parameter as PostgreSQL shows it."""
        found = re.search(rf"\b{parameter} [^,]*? DEFAULT ('[^']*')", self.signature)
        return found[1] if found else ""


@dataclass(frozen=True, slots=True)
class Trigger:
    """What runs when a table is written; `columns` are those of UPDATE OF."""

    table: str
    function: str
    events: frozenset[str]
    columns: frozenset[str]

    def runs(self, write: Write) -> bool:
        """Answer whether a write makes it run."""
        table, event, columns = write
        is_named = event != "UPDATE" or not self.columns or columns is None
        return table == self.table and event in self.events and (
            is_named or bool(self.columns & columns)
        )  # fmt: skip


@dataclass
class Calls:
    """All functions of a store, and what follows from them."""

    functions: dict[str, Function]
    triggers: list[Trigger]
    cascades: list[tuple[str, str, str]]
    _reach: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def commands(self) -> list[str]:
        """List the commands by their names without the schema."""
        return sorted(name[4:] for name in self.functions if name.startswith("api."))

    def refusals(self, command: str) -> set[str]:
        """Answer the codes that a command can refuse with; its name is without the schema."""
        return {code for name in self.reach(f"api.{command}") for code in self.raised[name]}

    def locks(self, command: str) -> set[str]:
        """Answer the rows, tables and advisory locks that a command can ask for."""
        return {one for name in self.reach(f"api.{command}") for one in self._locks[name]}

    def writes(self, command: str) -> set[str]:
        """Answer the tables that a command can write, by itself, a trigger or a foreign key."""
        written = {one for name in self.reach(f"api.{command}") for one in self._writes[name]}
        return {table for table, *_ in self._cascaded(written)}

    def reach(self, name: str) -> frozenset[str]:
        """Answer all functions that can run when one is called, itself among them."""
        if name not in self._reach:
            seen, waiting = set(), [name]
            while waiting:
                one = waiting.pop()
                if one not in seen and one in self.functions:
                    seen.add(one)
                    waiting.extend(self._next[one])
            self._reach[name] = frozenset(seen)
        return self._reach[name]

    @cached_property
    def raised(self) -> dict[str, set[str]]:
        """Answer the codes that each function names itself, and gives to whoever raises them."""
        return {name: set(self._codes(function)) for name, function in self.functions.items()}

    @cached_property
    def _raisers(self) -> dict[str, set[str]]:
        """Answer the parameters in which a function is told the code that it raises."""
        found = defaultdict(set)
        for function in self.functions.values():
            named = RAISED.findall(without(function.body, texts=True))
            found[function.name] |= set(named) & set(function.parameters)
        while True:
            more = [
                (function.name, parameter)
                for function in self.functions.values()
                for told in self._told(function, found)
                for parameter in function.parameters
                if re.fullmatch(rf"(?:{function.name.split('.')[1]}\.)?{parameter}", told)
                and parameter not in found[function.name]
            ]
            if not more:
                return found
            for name, parameter in more:
                found[name].add(parameter)

    def _told(self, function: Function, raisers: dict[str, set[str]]) -> Iterator[str]:
        """List the expressions of codes that a function gives to those who raise them."""
        for name, arguments in calls(function.body):
            for parameter in raisers.get(name, ()):
                called = self.functions[name]
                told = given(parameter, called.parameters, arguments)
                if told := told or called.default(parameter):
                    yield told

    def _codes(self, function: Function) -> Iterator[str]:
        for told in self._told(function, self._raisers):
            yield from self._read(told, function)

    def _read(self, told: str, function: Function) -> Iterator[str]:
        """List the codes that an expression can be."""
        if literal := LITERAL.fullmatch(told):
            yield literal[1]
        elif told.startswith("CASE"):
            for chosen in CHOSEN.findall(told):
                yield from self._read(chosen, function)
        elif ANSWERED.search(told):
            for name in self.reach(function.name):
                for answered in CODE_ANSWERED.findall(
                    without(self.functions[name].body, texts=False)
                ):
                    yield from self._read(answered, self.functions[name])
        elif told in function.parameters or told == "NULL":
            return
        else:
            yield from self._assigned(told, function)

    def _assigned(self, variable: str, function: Function) -> Iterator[str]:
        code = without(function.body, texts=False)
        found = re.findall(rf"\b{re.escape(variable)}\b(?: text)?\s*:=\s*([^;]+);", code)
        if not found:
            raise ValueError(f"{function.name}: which code is {variable}?")
        for expression in found:
            yield from self._read(expression.strip(), function)

    @cached_property
    def _next(self) -> dict[str, set[str]]:
        """Answer what each function calls, looks at, and has run by what it writes."""
        found = {}
        for name, function in self.functions.items():
            called = {called for called, _ in calls(function.body)}
            looked_at = set(NAME.findall(CALL.sub(" ", without(function.body, texts=True))))
            run = {
                trigger.function
                for write in self._cascaded(self._writes[name])
                for trigger in self.triggers
                if trigger.runs(write)
            }
            views = {one for one in looked_at if one in self.functions and not self._is_called(one)}
            found[name] = called | run | views
        return found

    def _is_called(self, name: str) -> bool:
        return bool(self.functions[name].signature or self.functions[name].parameters)

    @cached_property
    def _writes(self) -> dict[str, set[Write]]:
        own = defaultdict(set)
        for trigger in self.triggers:
            own[trigger.function].add(trigger.table)
        return {
            name: set(writes(function.body, frozenset(own[name])))
            for name, function in self.functions.items()
        }

    @cached_property
    def _locks(self) -> dict[str, set[str]]:
        return {name: locks(function.body) for name, function in self.functions.items()}

    def _cascaded(self, written: set[Write]) -> set[Write]:
        """Add what foreign keys delete or empty along with what is deleted."""
        found = set(written)
        while (
            more := {
                (child, event, None)
                for table, deleted, _ in found
                for parent, child, event in self.cascades
                if deleted == "DELETE" and table == parent
            }
            - found
        ):
            found |= more
        return found


def read(connection: psycopg.Connection) -> Calls:
    """Read the functions, views, triggers and cascades of a store."""
    with connection.cursor(row_factory=tuple_row) as cursor:
        found = [
            Function(name, body, tuple(parameters), signature)
            for name, body, parameters, signature in cursor.execute(FUNCTIONS)
        ]
        found += [Function(*row) for row in cursor.execute(VIEWS)]
        triggers = [
            Trigger(table, function, frozenset(events), frozenset(columns))
            for table, function, events, columns, is_of_others in cursor.execute(TRIGGERS)
            if not is_of_others
        ]
        cascades = list(cursor.execute(CASCADES))
    return Calls({function.name: function for function in found}, triggers, cascades)
