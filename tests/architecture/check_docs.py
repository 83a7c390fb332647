#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that what the documents name is there: files behind links, and files and folders in backquotes.

usage: check_docs.py [TREE]     exit code 0 when clean, 1 with one line per violation otherwise
"""

import pathlib
import re
import sys

import layers

LINK = re.compile(r"\]\((?![a-z]+:|#)([^)#\s]+)[^)]*\)")
QUOTED = re.compile(r"`([A-Za-z0-9_.]+(?:/[A-Za-z0-9_.]+)+)/?`")
TOPS = ("src", "tests", "docs", "bench", "cmake", "packaging")


def documents(tree):
    return sorted([*tree.glob("*.md"), *(tree / "docs").rglob("*.md")])


def exists(tree, name):
    """Whether a quoted path is a file or folder; `room/file` may stand for src/room/file.h or .cpp."""
    top = name.split("/")[0]
    if top in TOPS:
        return (tree / name).exists()
    path = tree / "src" / name
    return path.exists() or path.with_suffix(".h").exists() or path.with_suffix(".cpp").exists()


def check_document(tree, path):
    place = path.relative_to(tree)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        for target in LINK.findall(line):
            if not (path.parent / target).exists():
                yield f"{place}:{number}: the link leads to {target}, which is not there"
        for name in QUOTED.findall(line):
            top = name.split("/")[0]
            is_ours = top in TOPS or (layers.rank(top) is not None and (tree / "src" / top).is_dir())
            if is_ours and not exists(tree, name):
                yield f"{place}:{number}: names {name}, which is not there"


def check(tree):
    """All violations in the tree, as lines `file:line: what`."""
    tree = pathlib.Path(tree)
    for path in documents(tree):
        yield from check_document(tree, path)


def main(arguments):
    tree = arguments[0] if arguments else pathlib.Path(__file__).resolve().parents[2]
    violations = list(check(tree))
    for violation in violations:
        print(violation)
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
