#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds to prices.json what models can do: "can" with some of "vision", "tools" and "reasoning".

usage: makeabilities.py LITELLM     writes prices.json beside this script

LITELLM is the file litellm/model_prices_and_context_window_backup.json of the Python package litellm. It is run
after makeprices.py, which writes the table anew. To get the file:

    pip download --no-deps litellm && unzip litellm-*.whl 'litellm/model_prices*'
"""

import json
import pathlib
import sys

import makeprices
import pricesources as sources

ABILITIES = {"vision": "supports_vision", "tools": "supports_function_calling", "reasoning": "supports_reasoning"}


def abilities_of(collection):
    """{vendor: {model: abilities}} for what is told of a model."""
    found = {}
    for name, row in collection.items():
        vendor = sources.PROVIDERS.get(("litellm", row.get("litellm_provider")))
        able = [ability for ability, key in ABILITIES.items() if row.get(key) is True]
        if vendor and able:
            found.setdefault(vendor, {}).setdefault(sources.plain_name(vendor, "litellm", name), able)
    return found


def names_of(vendor, model):
    """The names under which a model of the table may be known there, the nearest first."""
    yield model
    if vendor == "bedrock":
        base = sources.without_geography(model)
        yield from (base, f"us.{base}", f"eu.{base}", f"global.{base}")


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    told = abilities_of(json.loads(pathlib.Path(arguments[0]).read_text(encoding="utf-8")))
    table = json.loads(makeprices.TARGET.read_text(encoding="utf-8"))
    count = 0
    for vendor, rows in table["providers"].items():
        for model, row in rows.items():
            known = told.get(vendor, {})
            able = next((known[name] for name in names_of(vendor, model) if name in known), None)
            row.pop("can", None)
            if able:
                row["can"] = able
                count += 1
    makeprices.write(table)
    print(f"{count} models with abilities")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
