"""What the folder of `make package` carries: held to bundle.toml, with the licenses' texts."""

import importlib.metadata
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

HERE = Path(__file__).parent
TOP = HERE.parent
DOCUMENTS = Path("/usr/share/doc")
LIBRARIES = {"BINARY", "EXTENSION"}
_COPYLEFT = re.compile(r"A?GPL-\S+")
_TEXTS = re.compile("licen[cs]e|copying|notice", re.IGNORECASE)

Entry = tuple[str, str, str]
"""As PyInstaller has it: the name in the folder, the file that it comes from, its kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something that the folder may carry."""

    license: str
    what: str = ""
    package: str = ""
    files: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    source: str = ""
    always: bool = False

    @property
    def name(self) -> str:
        """What people call it."""
        return self.what or self.package

    def has(self, file: str) -> bool:
        """Tell whether a file of the folder is of it."""
        return any(fnmatchcase(file, pattern) for pattern in self.files)

    @property
    def is_free_to_carry(self) -> bool:
        """Tell whether one of its licenses is no GPL, or one with an exception for this."""
        choices = [one.split(" AND ") for one in self.license.split(" OR ")]
        return any(
            not any(_COPYLEFT.fullmatch(term.strip("() ")) for term in one) for one in choices
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """All that the folder may carry, and what is left out of it."""

    parts: tuple[Part, ...]
    excluded: tuple[str, ...]
    left_out: tuple[str, ...]

    def leaves_out(self, file: str) -> bool:
        """Tell whether a file has no business in the folder."""
        return any(fnmatchcase(file, pattern) for pattern in self.left_out)

    def of_file(self, file: str) -> Part | None:
        """Find what a library is of."""
        return next((part for part in self.parts if part.has(file)), None)

    def of_package(self, package: str) -> Part | None:
        """Find a Python package."""
        plain = _plain(package)
        return next((part for part in self.parts if _plain(part.package) == plain), None)


@dataclass(slots=True)
class Carried:
    """What one folder carries: parts, each with its libraries and where they came from."""

    parts: dict[str, Part] = field(default_factory=dict)
    libraries: dict[str, list[Entry]] = field(default_factory=dict)

    def add(self, part: Part, entry: Entry | None = None) -> None:
        """Note that something of a part is carried."""
        self.parts[part.name] = part
        self.libraries.setdefault(part.name, []).extend([entry] if entry else [])

    def forbidden(self) -> list[str]:
        """Name what is under a GPL."""
        return [
            f"{', '.join(one[0] for one in self.libraries[name]) or name} is under {part.license}"
            for name, part in self.parts.items()
            if not part.is_free_to_carry
        ]


def read(file: Path = HERE / "bundle.toml") -> Listing:
    """Read the list."""
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    parts = tuple(
        Part(**{key: tuple(one) if isinstance(one, list) else one for key, one in row.items()})
        for row in table["part"]
    )
    return Listing(
        parts=parts, excluded=tuple(table["excluded"]), left_out=tuple(table["left_out"])
    )


def needed(file: str) -> list[str]:
    """Name the libraries that a file asks for."""
    done = subprocess.run(  # noqa: S603 - files of this very build
        ["objdump", "-p", file],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    return [line.split()[1] for line in done.stdout.splitlines() if line.startswith("  NEEDED")]


def kept(
    entries: Iterable[Entry], listing: Listing, asks: Callable[[str], list[str]] = needed
) -> list[Entry]:
    """Leave out what is to be left out, and the system's libraries that nothing else asks for."""
    wanted = [entry for entry in entries if not listing.leaves_out(entry[0])]
    system = {entry[0]: entry for entry in wanted if _is_of_the_system(entry)}
    left = [entry for entry in wanted if entry[0] not in system]
    reached: set[str] = set()
    to_ask = [source for _, source, kind in left if kind in LIBRARIES]
    while to_ask:
        for name in asks(to_ask.pop()):
            if name in system and name not in reached:
                reached.add(name)
                to_ask.append(system[name][1])
    return [*left, *(system[name] for name in sorted(reached))]


def held_to(listing: Listing, entries: Iterable[Entry], packages: Iterable[str]) -> Carried:
    """Return what is carried. What is not on the list, or is under a GPL, ends the build here."""
    carried, strange = Carried(), []
    for entry in entries:
        if entry[2] not in LIBRARIES:
            continue
        if part := listing.of_file(entry[0]):
            carried.add(part, entry)
        else:
            strange.append(f"{entry[0]} (from {entry[1]}) is not on the list")
    for package in packages:
        if part := listing.of_package(package):
            carried.add(part)
        else:
            strange.append(f"the Python package {package} is not on the list")
    for part in [part for part in listing.parts if part.always]:
        carried.add(part)
    strange += carried.forbidden()
    if strange:
        raise SystemExit("packaging/bundle.toml does not allow this:\n  " + "\n  ".join(strange))
    return carried


def packages_of(modules: Iterable[str], entries: Iterable[Entry]) -> set[str]:
    """Name the Python packages of modules and libraries. A module of none ends the build."""
    owners: dict[str, set[str]] = {}
    for package in importlib.metadata.distributions():
        for file in package.files or ():
            owners.setdefault(file.parts[0].removesuffix(".py"), set()).add(package.name)
    ours = {"storedesk", "__main__"}
    found, strange = {"storedesk", "pyinstaller"}, set()
    for module in {name.split(".")[0] for name in modules} - sys.stdlib_module_names - ours:
        if module in owners:
            found |= owners[module]
        elif not module.startswith(("_pyi", "pyi", "_sysconfigdata")):
            strange.add(module)
    if strange:
        raise SystemExit(f"modules of no installed package: {', '.join(sorted(strange))}")
    for name, _, kind in entries:
        if kind in LIBRARIES:
            found |= owners.get(name.split("/")[0], set())
    return found


def write_licenses(folder: Path, carried: Carried) -> None:
    """Write the licenses' texts, and what is carried. A text that is missing ends the build."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lines, missing = [], []
    for name, part in sorted(carried.parts.items(), key=lambda one: one[0].casefold()):
        libraries = carried.libraries[name]
        texts = _texts(part, libraries)
        for text, source in texts.items():
            goal = folder / text
            goal.parent.mkdir(parents=True, exist_ok=True)
            goal.write_bytes(source.read_bytes())
        if not texts:
            missing.append(name)
        lines += [name, f"    License: {part.license}", f"    Texts: {', '.join(sorted(texts))}"]
        lines += [f"    Source: {part.source}"] if part.source else []
        lines += [f"    Files: {_shortened(libraries)}"] if libraries else []
        lines.append("")
    if missing:
        raise SystemExit(f"no text of the license is here for: {', '.join(missing)}")
    head = (HERE / "licenses" / "head.txt").read_text(encoding="utf-8")
    (folder / "THIRD-PARTY.txt").write_text(head + "\n".join(lines), encoding="utf-8")


def _texts(part: Part, libraries: list[Entry]) -> dict[str, Path]:
    """Find the texts of a part: what each is called in the folder, and where it is."""
    found: dict[str, Path] = {}
    if part.package:
        found |= _of_package(part.package)
    for text in part.texts:
        kind, _, name = text.partition(":")
        if text == "python":
            found["Python/LICENSE.txt"] = _of_python()
        elif text == "system":
            for file in {source for _, source, _ in libraries}:
                found |= _of_debian(_owner(file))
        elif kind == "debian":
            found |= _of_debian(name)
        else:
            place = Path(text)
            folder = "texts" if place.parent.name == "licenses" else f"StoreDesk/{place.parent}"
            found[str(Path(folder) / place.name)] = TOP / place
    return found


def _of_package(package: str) -> dict[str, Path]:
    known = importlib.metadata.distribution(package)
    texts = [
        file for file in known.files or ()
        if ".dist-info" in file.parts[0] and _TEXTS.search(str(Path(*file.parts[1:])))
    ]  # fmt: skip
    return {
        f"{known.name}/{'-'.join(p for p in file.parts[1:] if p != 'licenses')}": Path(
            str(file.locate())
        )
        for file in texts
    }


def _of_python() -> Path:
    library = Path(sysconfig.get_path("stdlib"))
    major = f"python{sys.version_info.major}.{sys.version_info.minor}"
    places = (library / "LICENSE.txt", DOCUMENTS / major / "copyright")
    return next((place for place in places if place.is_file()), places[0])


def _of_debian(package: str) -> dict[str, Path]:
    places = sorted(DOCUMENTS.glob(f"{package}/copyright"))
    if not places:
        raise SystemExit(f"no text of the license in {DOCUMENTS}/{package}: install that package")
    return {f"{place.parent.name}/copyright": place for place in places}


def _owner(file: str) -> str:
    """Name the Debian package of a file; its name may go through a link to /usr."""
    place = Path(file).resolve()
    for name in {str(place), str(place).removeprefix("/usr"), file}:
        done = subprocess.run(  # noqa: S603 - as above
            ["dpkg-query", "--search", name],  # noqa: S607
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode == 0:
            return done.stdout.partition(":")[0]
    raise SystemExit(f"{file} is of no Debian package, so that its license is not known here")


def _is_of_the_system(entry: Entry) -> bool:
    name, _, kind = entry
    is_ours = "/" in name or name.startswith("libpython")
    return kind in LIBRARIES and not is_ours and name.startswith("lib")


def _plain(package: str) -> str:
    return re.sub("[-_.]+", "-", package).casefold()


def _shortened(entries: list[Entry], most: int = 20) -> str:
    names = sorted(name for name, _, _ in entries)
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
