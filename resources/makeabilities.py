#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds to prices.json what models can do: "can" and "cannot" with some of "vision", "tools" and "reasoning".

usage: makeabilities.py LITELLM...     writes prices.json beside this script

LITELLM is the file litellm/model_prices_and_context_window_backup.json of the Python package litellm, of several
versions, the newest first: a new one has lost the models that were retired, which are asked for nevertheless. It
is run after makeprices.py, which writes the table anew. To get the files:

    for version in 1.110.2 1.90.0 1.80.0 1.65.0; do
        pip download --no-deps "litellm==$version"
        unzip -d "$version" "litellm-$version-*.whl" 'litellm/model_prices*'
    done

"cannot" is what a file denies in so many words; what is in neither list is not known.
"""

import json
import pathlib
import re
import sys

import makeprices
import pricesources as sources

ABILITIES = {"vision": "supports_vision", "tools": "supports_function_calling", "reasoning": "supports_reasoning"}


def told_of(row):
    """{ability: whether it is there} for what the row says."""
    return {ability: row[key] for ability, key in ABILITIES.items() if isinstance(row.get(key), bool)}


def read(path):
    """{vendor: {model: what is told}} for what a file says of a model."""
    found = {}
    for name, row in json.loads(pathlib.Path(path).read_text(encoding="utf-8")).items():
        vendor = sources.PROVIDERS.get(("litellm", row.get("litellm_provider")))
        told = told_of(row)
        if vendor and told:
            found.setdefault(vendor, {}).setdefault(sources.plain_name(vendor, "litellm", name), told)
    return found


def names_of(vendor, model):
    """The names under which a model of the table may be known there, the nearest first."""
    yield model
    if vendor == "bedrock":
        base = sources.without_geography(model)
        yield from (base, f"us.{base}", f"eu.{base}", f"global.{base}")


def without_issue(vendor, name):
    """The name without what only says which issue of a model it is; Mistral's are like `-2409`."""
    return re.sub(r"-\d{4}$", "", name) if vendor == "mistral" else sources.stem(name)


def of_issues(vendor, model, known):
    """What the issues of a model agree on, for a name that leaves the issue open."""
    # Anthropic's `claude-sonnet-4-0` is `claude-sonnet-4-20250514`.
    name = model.removesuffix("-0") if vendor == "anthropic" else model
    if without_issue(vendor, name) != name:
        return None
    issues = [told for other, told in known.items() if without_issue(vendor, other) == name]
    return issues[0] if issues and all(told == issues[0] for told in issues) else None


def told_about(vendor, model, files):
    """What the newest file says that knows the nearest name."""
    collections = [known.get(vendor, {}) for known in files]
    for name in names_of(vendor, model):
        for known in collections:
            if name in known:
                return known[name]
    issues = (of_issues(vendor, model, known) for known in collections)
    return next((told for told in issues if told), {})


def main(arguments):
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    files = [read(path) for path in arguments]
    table = json.loads(makeprices.TARGET.read_text(encoding="utf-8"))
    count = 0
    for vendor, rows in table["providers"].items():
        for model, row in rows.items():
            told = told_about(vendor, model, files)
            for key, is_there in (("can", True), ("cannot", False)):
                row.pop(key, None)
                if is_there in told.values():
                    row[key] = [ability for ability in told if told[ability] is is_there]
            count += bool(told)
    makeprices.write(table)
    print(f"{count} models with abilities")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
