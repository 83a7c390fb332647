#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads every include and every CMake list of the rooms and reports edges that go the wrong way.

usage: check_layers.py [TREE]     exit code 0 when clean, 1 with one line per violation otherwise
"""

import pathlib
import re
import sys

import cpptext
import layers

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
ROOM_CALL = re.compile(r"nexus_(?:ui)?room\s*\(\s*(\S+)(.*?)\)", re.DOTALL)
CMAKE_COMMENT = re.compile(r"#.*$", re.MULTILINE)
GUI_HEADER_FOLDERS = tuple("Qt" + name for name in layers.GUI_TARGETS)


def rooms_on_disk(tree):
    """Yields (room, folder) for each folder below src/ and ui/ that holds sources or a CMake list."""
    for top in ("src", "ui"):
        base = tree / top
        if not base.is_dir():
            continue
        for folder in [base, *sorted(p for p in base.rglob("*") if p.is_dir())]:
            if any(folder.glob("*.cpp")) or any(folder.glob("*.h")) or (folder / "CMakeLists.txt").exists():
                yield room_name(tree, folder), folder


def room_name(tree, folder):
    """The room a folder belongs to: `src/wire/detail` is part of `wire`, `src/dialects/openai` a room of its own."""
    parts = folder.relative_to(tree).parts
    inside = parts if parts[0] == "ui" and len(parts) > 1 else parts[1:]
    return layers.room_of(inside) if inside else None


def room_of_include(path):
    """The room that `#include "path"` points into, or None for a name without a folder."""
    parts = path.split("/")
    if len(parts) < 2:
        return None
    return layers.room_of(parts)


def gui_headers(tree):
    """Class headers of Qt Gui and its kin, by the names of this machine's Qt; a fixed few otherwise."""
    names = {"QApplication", "QGuiApplication", "QWidget", "QWindow", "QIcon", "QPixmap", "QImage", "QColor",
             "QFont", "QPainter", "QAction", "QSystemTrayIcon", "QClipboard", "QStandardItemModel"}
    for root in pathlib.Path("/usr/include").glob("*/qt6"):
        for folder in GUI_HEADER_FOLDERS:
            names.update(p.name for p in (root / folder).glob("Q[A-Z]*") if p.suffix == "")
    return names


def check_includes(place, room, text, gui):
    """Edges of one file: other rooms, and for src/ the headers of the graphical Qt."""
    for number, line in enumerate(text.splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        quote, path = match.groups()
        where = f"{place}:{number}"
        if quote == '"':
            other = room_of_include(path)
            if other is None:
                if not path.endswith(".moc") and not path.startswith("ui_"):
                    yield f'{where}: write the include as "room/{path}"'
            elif layers.rank(other) is None:
                yield f'{where}: "{other}" is not in the table of rooms'
            elif not layers.may_include(room, other):
                yield f"{where}: {room} must not include {other}"
        elif not room.startswith("ui"):
            if path.split("/")[0] in GUI_HEADER_FOLDERS or path in gui:
                yield f"{where}: <{path}> is graphical, src/ does not show anything"


def check_names(place, room, text):
    """Names that belong to one room, looked for outside comments and strings."""
    code = cpptext.blanked(text)
    for pattern, owner in layers.OWNED_NAMES:
        if room == owner:
            continue
        for match in re.finditer(pattern, code):
            yield f"{place}:{cpptext.line_of(code, match.start())}: only {owner} names {match.group(0)}, this is {room}"


def keyword_values(arguments, keyword):
    """The words after one keyword of a CMake call, up to the next one."""
    values, inside = [], False
    for word in arguments.split():
        if word.isupper() and word.isalpha():
            inside = word == keyword
        elif inside:
            values.append(word)
    return values


def check_cmake(place, room, text, included):
    """A room's CMake list names only right-hand neighbours, and every room its files include."""
    code = CMAKE_COMMENT.sub("", text)
    if not room.startswith("ui"):
        for target in layers.GUI_TARGETS:
            for match in re.finditer(rf"\bQt6?::{target}\b", code):
                yield f"{place}:{cpptext.line_of(code, match.start())}: src/ does not link Qt6::{target}"
    call = ROOM_CALL.search(code)
    if not call:
        return
    if call.group(1) != layers.target_of(room):
        yield f"{place}: nexus_room({call.group(1)}) stands in the folder of {room}"
    named = {layers.room_of_target(word) for word in keyword_values(call.group(2), "ROOMS")}
    linked = {layers.room_of_target(word) for word in re.findall(r"\bnexus_(\w+)", call.group(2))}
    named |= {other for other in linked if layers.rank(other) is not None}
    for other in sorted(named):
        if layers.rank(other) is None:
            yield f'{place}: ROOMS names "{other}", which is not in the table of rooms'
        elif other == room or not layers.may_include(room, other):
            yield f"{place}: ROOMS of {room} must not name {other}"
    for other in sorted(included - named - {room}):
        yield f"{place}: {room} includes {other} but does not name it in ROOMS"


def includes_of(text):
    for line in text.splitlines():
        match = INCLUDE.match(line)
        if match and match.group(1) == '"':
            room = room_of_include(match.group(2))
            if room and layers.rank(room) is not None:
                yield room


def check(tree):
    """All violations in the tree, as lines `file:line: what`."""
    tree = pathlib.Path(tree)
    gui = gui_headers(tree)
    included, lists = {}, []
    for room, folder in rooms_on_disk(tree):
        if room is None:
            continue
        if layers.rank(room) is None:
            yield f"{folder.relative_to(tree)}: this folder is not in the table of rooms"
            continue
        for path in sorted([*folder.glob("*.cpp"), *folder.glob("*.h")]):
            place, text = path.relative_to(tree), path.read_text(encoding="utf-8")
            included.setdefault(room, set()).update(includes_of(text))
            yield from check_includes(place, room, text, gui)
            yield from check_names(place, room, text)
        if (folder / "CMakeLists.txt").exists():
            lists.append((room, folder / "CMakeLists.txt"))
    for room, path in lists:
        yield from check_cmake(path.relative_to(tree), room, path.read_text(encoding="utf-8"),
                               included.get(room, set()))


def main(arguments):
    tree = arguments[0] if arguments else pathlib.Path(__file__).resolve().parents[2]
    violations = list(check(tree))
    for violation in violations:
        print(violation)
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
