# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one table of what may include what, and the rules that go with it."""

# From left to right. A room may include every room in a later group, and none in its own or an earlier one.
GROUPS = (
    ("ui/start",),
    ("app",),
    ("commandline",),
    ("ui/shell",),
    ("ui/welcome", "ui/overview", "ui/livelog", "ui/providers", "ui/aliases", "ui/usage", "ui/playground",
     "ui/settings"),
    ("ui/widgets",),
    ("ui/models",),
    ("service",),
    ("listener",),
    ("endpoints",),
    ("pipeline",),
    ("auth", "limits", "cache", "routing", "translate", "upstream", "relay", "ledger"),
    ("configedit",),
    ("config",),
    ("secrets",),
    ("dialects/openai", "dialects/anthropic", "dialects/gemini", "dialects/bedrock"),
    ("contract",),
    ("wire",),
    ("base",),
)

# Names that only one room may use, each with that room.
OWNED_NAMES = (
    (r"\bQ(?:Abstract)?HttpServer\w*\b", "listener"),
    (r"\bQNetworkAccessManager\b", "upstream"),
)

# What stays out of src/: the program must start where there is no display.
GUI_TARGETS = ("Gui", "Widgets", "Charts", "Svg", "SvgWidgets", "OpenGLWidgets", "PrintSupport")


def room_of(parts):
    """The room that a path inside src/ belongs to: its first two folders when they are a room, else its first."""
    pair = "/".join(parts[:2])
    return pair if rank(pair) is not None else parts[0]


def target_of(room):
    """What a room is called in CMake: `nexus_room(ui_models …)` for `ui/models`."""
    return room.replace("/", "_")


def room_of_target(name):
    """The room of a CMake name; the name itself when it is none."""
    return next((room for group in GROUPS for room in group if target_of(room) == name), name)


def rank(room):
    """Position of a room from the left, or None for a folder that is no room."""
    for position, group in enumerate(GROUPS):
        if room in group:
            return position
    return None


def may_include(room, other):
    """Whether a file of `room` may include one of `other`. Its own files are always allowed."""
    if room == other:
        return True
    left, right = rank(room), rank(other)
    return left is not None and right is not None and left < right
