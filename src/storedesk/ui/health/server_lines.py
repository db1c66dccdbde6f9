"""The lines about the server: its disk, its settings, its connections, and who holds locks."""

from decimal import Decimal

from storedesk.domain.health import (
    FAR_BEHIND,
    FEW_CONNECTIONS,
    FULL_QUEUE,
    LITTLE_SPACE,
    Health,
    HealthFigures,
    LockHolder,
    Replica,
)
from storedesk.ui.health.lines import Line, span_label
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.tokens import Tone

STREAMING = "streaming"
"""The state of a replica that gets every change at once."""


def server_lines(figures: HealthFigures, free: int | None, form: Format) -> list[Line]:
    """Return the lines about the database server; `free` is None where its disk is not ours."""
    return [
        Line(tr("PostgreSQL"), figures.server),
        Line(tr("Size of the database"), form.size(figures.database_bytes)),
        *_disk(free, form),
        _durability(figures),
        _connections(figures, form),
        _notices(figures, form),
        *(_replica(one, form) for one in figures.replicas),
    ]


def holder_lines(health: Health, form: Format) -> list[Line]:
    """Return a line for each person who keeps a change open, and may keep others waiting."""
    return [_holder(one, health, form) for one in health.figures.holders]


def _disk(free: int | None, form: Format) -> list[Line]:
    if free is None:
        return []
    if free >= LITTLE_SPACE:
        return [Line(tr("Free on the disk"), form.size(free))]
    advice = tr("A full disk stops the store. Delete what is not needed on the disk of the data.")
    return [Line(tr("Free on the disk"), form.size(free), Tone.BAD, advice)]


def _durability(figures: HealthFigures) -> Line:
    off = [name for name, value in sorted(figures.settings.items()) if value == "off"]
    name = tr("Paid sales survive a power cut")
    if not off:
        return Line(name, tr("Yes"))
    words = tr("Have these set to on in the settings of the server: {names}.")
    return Line(name, tr("No"), Tone.BAD, words.format(names=", ".join(off)))


def _connections(figures: HealthFigures, form: Format) -> Line:
    used, most = figures.connections, figures.most_connections
    words = tr("{used} of {most}").format(used=form.count(used), most=form.count(most))
    if used < most * FEW_CONNECTIONS:
        return Line(tr("Connections in use"), words)
    advice = tr("When none is left, nobody can sign in. Close windows that nobody uses, or have"
                " max_connections raised in the settings of the server.")  # fmt: skip
    return Line(tr("Connections in use"), words, Tone.WARN, advice)


def _notices(figures: HealthFigures, form: Format) -> Line:
    share = form.percent(Decimal(round(figures.notices * 1000)) / 1000)
    if figures.notices < FULL_QUEUE:
        return Line(tr("Queue of change notices"), share)
    advice = tr("Windows no longer show the changes of others by themselves. A program has kept a"
                " transaction open for long: see who keeps a change open.")  # fmt: skip
    return Line(tr("Queue of change notices"), share, Tone.WARN, advice)


def _replica(one: Replica, form: Format) -> Line:
    name = tr("Replica {name}").format(name=one.name or "?")
    if one.state != STREAMING:
        advice = tr("It does not get the changes of the store. Look at the log of that server.")
        return Line(name, one.state, Tone.BAD, advice)
    behind = one.behind_seconds or 0
    words = tr("{span} behind").format(span=span_label(behind, form))
    if behind < FAR_BEHIND:
        return Line(name, words)
    advice = tr("What is read there is old. Look at the load of that server, and at its network.")
    return Line(name, words, Tone.WARN, advice)


def _holder(one: LockHolder, health: Health, form: Format) -> Line:
    name, span = health.name_of(one.login), span_label(one.seconds, form)
    if one.kept_waiting is None:
        return Line(name, tr("open for {span}").format(span=span))
    waiting = span_label(one.kept_waiting, form)
    words = tr("keeps others waiting for {span}").format(span=waiting)
    advice = tr("StoreDesk ends this by itself when a till has waited for 2 seconds. If it happens"
                " often, ask this person which program they use.")  # fmt: skip
    return Line(name, words, Tone.WARN, advice)
