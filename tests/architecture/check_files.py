#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what every file has in common: a licence head, a bounded length, connects with a context.

usage: check_files.py [TREE]     exit code 0 when clean, 1 with one line per violation otherwise
"""

import pathlib
import re
import sys

import cpptext

MAX_LINES = 400
CPP = (".cpp", ".h")
HEADED = (*CPP, ".py", ".sh", ".js", ".mjs", ".cmake", ".lua")
HEADED_NAMES = ("CMakeLists.txt", "dev", "run")
FOLDERS = ("src", "ui", "tests", "bench", "cmake", ".ci")
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
COPYRIGHT = "SPDX-FileCopyrightText: The Nexus contributors"

CONNECT = re.compile(r"\bconnect\s*(\()")
SINGLE_SHOT = re.compile(r"\bsingleShot\s*(\()")
SIGNAL = re.compile(r"^(?:&\s*[\w:<>]+::\w+|qOverload\s*<|QOverload\s*<|SIGNAL\s*\()")


def files(tree):
    """Every file that the rules look at."""
    for name in ("dev", "CMakeLists.txt"):
        if (tree / name).is_file():
            yield tree / name
    for top in FOLDERS:
        for path in sorted((tree / top).rglob("*")):
            hidden = {"node_modules", "__pycache__", "corpus", "build"} & set(path.relative_to(tree).parts)
            if path.is_file() and not hidden and (path.suffix in HEADED or path.name in HEADED_NAMES):
                yield path


def check_head(place, lines):
    head = "\n".join(lines[:5])
    if COPYRIGHT not in head or LICENCE not in head:
        yield f"{place}:1: the SPDX head is missing in the first lines"


def check_length(place, lines):
    if len(lines) > MAX_LINES:
        yield f"{place}: {len(lines)} lines, at most {MAX_LINES}"


def check_connects(place, text):
    """A connect() or singleShot() to a function must name the object it ends with."""
    code = cpptext.blanked(text)
    for match in CONNECT.finditer(code):
        arguments = cpptext.arguments_at(code, match.start(1))
        if len(arguments) == 3 and SIGNAL.match(arguments[1]):
            yield f"{place}:{cpptext.line_of(code, match.start())}: this connect has no context object"
    for match in SINGLE_SHOT.finditer(code):
        arguments = cpptext.arguments_at(code, match.start(1))
        if len(arguments) == 2 and arguments[1].startswith("["):
            yield f"{place}:{cpptext.line_of(code, match.start())}: this singleShot has no context object"


def check(tree):
    """All violations in the tree, as lines `file:line: what`."""
    tree = pathlib.Path(tree)
    for path in files(tree):
        place, text = path.relative_to(tree), path.read_text(encoding="utf-8")
        lines = text.splitlines()
        yield from check_head(place, lines)
        yield from check_length(place, lines)
        if path.suffix in CPP:
            yield from check_connects(place, text)


def main(arguments):
    tree = arguments[0] if arguments else pathlib.Path(__file__).resolve().parents[2]
    violations = list(check(tree))
    for violation in violations:
        print(violation)
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
