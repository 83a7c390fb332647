# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""C++ text without its comments and literals, and calls cut into arguments."""

import re

# One pattern, so that the leftmost wins: a // inside a string is no comment, a quote in a comment no string.
_NO_CODE = re.compile(
    r'R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)"'
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|(?<![0-9A-Fa-f])'(?:[^'\\\n]|\\.)+'"
    r"|//[^\n]*"
    r"|/\*.*?\*/",
    re.DOTALL,
)
_OPEN, _CLOSE = "([{", ")]}"


def blanked(text):
    """The text with comments and literals replaced by spaces; offsets and line numbers stay right."""
    return _NO_CODE.sub(lambda match: re.sub(r"[^\n]", " ", match.group(0)), text)


def line_of(text, offset):
    """The number of the line that holds the character at `offset`, counted from 1."""
    return text.count("\n", 0, offset) + 1


def arguments_at(code, opening):
    """The arguments of the call whose parenthesis opens at `opening`; `code` comes from blanked().

    Commas inside brackets do not count. Template arguments are not brackets here: `f<a, b>(c)` as an
    argument would be cut in two.
    """
    depth, start, found = 0, opening + 1, []
    for position in range(opening, len(code)):
        if code[position] in _OPEN:
            depth += 1
        elif code[position] in _CLOSE:
            depth -= 1
            if depth == 0:
                found.append(code[start:position].strip())
                return found if found != [""] else []
        elif code[position] == "," and depth == 1:
            found.append(code[start:position].strip())
            start = position + 1
    return []
