"""List the SQL files of the commands in their order, and write out those in LANGUAGE command.

A command is a function of schema api that is done once a request, however often it is sent. Its
file has the signature and what is done; `expanded` writes what all of them have in common. See
docs/decisions/0024.
"""

import re
from pathlib import Path

LOAD_ORDER = "load_order.txt"
COMMAND = re.compile(
    r"^CREATE FUNCTION api\.(?P<name>\w+)\((?P<parameters>[^$]*?)\) RETURNS (?P<type>\w+)\n"
    r"LANGUAGE command AS \$\$\n(?P<declared>DECLARE\n.*?)?BEGIN\n(?P<done>.*?)END \$\$;$",
    re.MULTILINE | re.DOTALL,
)
RETURNS = re.compile(r"\n?    RETURN (?P<answer>[^;]*);\n\Z")
COMMA = re.compile(r",(?![^(]*\))")
ANSWERS = {"jsonb": "answer", "int": "answer::int", "uuid": "(answer #>> '{}')::uuid"}
"""How the kept answer becomes what a command returns, by its type."""
WHOLE = """\
CREATE FUNCTION api.{name}({parameters}) RETURNS {type}
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    me uuid := core.me();
    fingerprint bytea := core.fingerprint(jsonb_build_array({arguments}));
    answer jsonb := core.replay(request, me, '{name}', fingerprint);
BEGIN
    IF answer IS NULL THEN
{done}
        answer := core.finish(request, me, '{name}', fingerprint, {kept});
    END IF;

    RETURN {answer};
END $$;"""


def command_files(folder: Path) -> list[Path]:
    """List the files that `load_order.txt` in a folder of commands names, in its order.

    The list is a file a line, relative to the folder; empty lines and those with # are comments.
    """
    lines = (folder / LOAD_ORDER).read_text(encoding="utf-8").splitlines()
    return [folder / line.strip() for line in lines if line.strip() and line[0] != "#"]


def expanded(script: str) -> str:
    """Write every command of a file as PL/pgSQL, with its replay; what else is there stays.

    The body of a command sees `me`, the staff member who asks, and sets `answer`, which is kept
    beside the request; without it {} is kept. A RETURN at the end says how the answer is made of
    what was kept, each time it is asked for; without it the answer is what was kept. Raises
    ValueError for a command whose first parameter is not `request`, and one with another RETURN.
    """
    return COMMAND.sub(_whole, script)


def _whole(command: re.Match[str]) -> str:
    name, parameters = command["name"], command["parameters"]
    names = [parameter.split()[0] for parameter in COMMA.split(parameters)]
    returns = RETURNS.search(command["done"])
    done = command["done"][: returns.start()] if returns else command["done"]
    if names[0] != "request" or re.search(r"\bRETURN\b", done):
        raise ValueError(f"api.{name} cannot be a command")
    return WHOLE.format(
        name=name,
        parameters=parameters,
        type=command["type"],
        arguments=", ".join(names[1:]),
        done=_indented(done, command["declared"]),
        kept="answer" if re.search(r"\banswer :=|INTO answer\b", done) else "'{}'",
        answer=returns["answer"] if returns else ANSWERS[command["type"]],
    )


def _indented(done: str, declared: str | None) -> str:
    """Shift what is done to the right; what it declares is declared there and not before."""
    block = f"{declared}BEGIN\n{done.rstrip()}\nEND;\n" if declared else done.rstrip()
    shift = "        " if declared else "    "
    return "\n".join(f"{shift}{line}" if line else "" for line in block.splitlines())
