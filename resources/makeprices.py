#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes prices.json, the built-in table of prices, from figures that others collect.

usage: makeprices.py ROUTER GENAI     writes prices.json beside this script

ROUTER is the unpacked npm package @musistudio/claude-code-router: its dist/models.json holds the figures of
LiteLLM and of models.dev side by side. GENAI is the unpacked npm package @pydantic/genai-prices, which knows
former prices too and is read with node. To get them:

    npm pack @musistudio/claude-code-router @pydantic/genai-prices
    for file in *.tgz; do mkdir "${file%.tgz}"; tar xzf "$file" -C "${file%.tgz}" --strip-components=1; done

Nothing is downloaded here. The version in prices.json rises by one when any figure has changed.

Where sources differ, the figure that two of them give counts, else that of PREFERRED; the others' figures
stay in the row under "differs". All figures are whole micro-dollars per million tokens.
"""

import json
import pathlib
import subprocess
import sys

import pricesources as sources
from pricesources import FIELDS

TARGET = pathlib.Path(__file__).with_name("prices.json")

# Whom to believe when each says something else; the first counts.
PREFERRED = {
    # Retired models answer as newer ones, at the newer one's price: LiteLLM follows that.
    "xai": ("litellm", "genai-prices", "models.dev"),
    "deepseek": ("litellm", "genai-prices", "models.dev"),
}
PREFERRED_OTHERWISE = ("genai-prices", "litellm", "models.dev")
PREFERRED_FOR = {
    # These names have moved on to newer models.
    ("google", "gemini-flash-latest"): ("models.dev", "litellm"),
    ("google", "gemini-flash-lite-latest"): ("models.dev", "litellm"),
    ("mistral", "open-mistral-nemo"): ("models.dev", "litellm"),
    ("mistral", "magistral-small-latest"): ("litellm", "genai-prices"),
    ("mistral", "mistral-medium"): ("litellm", "genai-prices"),
    ("mistral", "mistral-medium-latest"): ("litellm", "genai-prices"),
}

# Anthropic: a batch costs half of everything.
HALF_IN_BATCH = {"anthropic"}

# DeepSeek charges twice as much in two windows of the day. The collections give one of both figures or do not
# know weekends, which are cheap since 2026-08-23. LiteLLM has the dear figure and models.dev the cheap one.
DEEPSEEK_PEAKS = (("01:00", "04:00"), ("06:00", "10:00"))
DEEPSEEK_WEEKENDS = "2026-08-23"


def deepseek_period(since, figures, weekdays_only):
    """A period of DeepSeek's tariff: cheap figures in micro-dollars, twice that in the peaks."""
    rates = dict(zip(("input", "cache_read", "output"), figures))
    dear = {field: 2 * figure for field, figure in rates.items()}
    days = {"days": "1-5"} if weekdays_only else {}
    hours = [{"from": start, "to": end, **days, **dear} for start, end in DEEPSEEK_PEAKS]
    return {"since": since, **rates, "hours": hours}


def deepseek_periods(first, second, latest=None):
    """The periods of a V4 model: flat, then by the hour, then by the hour on weekdays."""
    flat = dict(zip(("input", "cache_read", "output"), first))
    periods = [flat, deepseek_period("2026-08-17", second, False), deepseek_period(DEEPSEEK_WEEKENDS, second, True)]
    return periods + ([deepseek_period("2026-09-10", latest, True)] if latest else [])


FLASH = (150_000, 3_000, 600_000)
TARIFFS = {
    ("deepseek", "deepseek-v4-flash"): deepseek_periods(
        (140_000, 2_800, 280_000), (220_000, 7_000, 660_000), FLASH),
    ("deepseek", "deepseek-v4-pro"): deepseek_periods((435_000, 3_625, 870_000), (660_000, 22_000, 1_980_000)),
    ("deepseek", "deepseek-flash"): [deepseek_period("2026-09-10", FLASH, True)],
    ("deepseek", "deepseek-v4-flash-vision-exp"): [deepseek_period(DEEPSEEK_WEEKENDS, FLASH, True)],
}


def chosen(vendor, model, claims):
    """The figure that counts among {source: figure}, or None."""
    values = list(claims.values())
    for value in values:
        if values.count(value) > 1:
            return value
    order = PREFERRED_FOR.get((vendor, model)) or PREFERRED.get(vendor, PREFERRED_OTHERWISE)
    return next((claims[source] for source in order if source in claims), None)


def merged(vendor, model, opinions, date):
    """One row from the opinions {source: Opinion}."""
    order = [s for s in ("genai-prices", "litellm", "models.dev") if s in opinions]
    rates = {}
    agreeing = order
    for field in FIELDS:
        # Who is not followed in what all have is not followed in the rest either: prices go together.
        claims = {s: opinions[s].rates[field] for s in agreeing if opinions[s].rates.get(field) is not None}
        if claims:
            rates[field] = chosen(vendor, model, claims)
        if field in ("input", "output"):
            agreeing = [s for s in agreeing if claims.get(s, rates.get(field)) == rates.get(field)]
    periods = [completed(vendor, rates, [opinions[s] for s in agreeing])]
    if "genai-prices" in agreeing:
        periods = periods_of(opinions["genai-prices"], periods[0])
    periods = TARIFFS.get((vendor, model), periods)
    differs = differences(period_now(periods, date), opinions)
    row = {"prices": periods, "from": [s for s in order if not {"input", "output"} & set(differs.get(s, ()))]}
    if differs:
        row["differs"] = differs
    for key in ("context", "max_output"):
        value = next((getattr(opinions[s], key) for s in order if getattr(opinions[s], key)), None)
        if value:
            row[key] = value
    return row


def completed(vendor, rates, opinions):
    """The rates with what else the followed opinions know: tiers and batch prices."""
    period = dict(rates)
    tiers = next((o.tiers for o in opinions if o.tiers), None)
    # A collection that knows of former prices also knows when a tier was given up.
    if tiers and not any(o.is_flat_now for o in opinions):
        period["long"] = tiers
    batch = next((o.batch for o in opinions if o.batch), None)
    if vendor in HALF_IN_BATCH:
        batch = {field: (figure + 1) // 2 for field, figure in rates.items()}
    if batch:
        period["batch"] = batch
    return period


def period_now(periods, date):
    """The period in force on the date of the collections."""
    return [p for p in periods if p.get("since", "") <= date][-1]


def differences(period, opinions):
    """{source: {field: figure}} where a source gives a figure that the period, or its hours, does not have."""
    differs = {}
    for source, opinion in opinions.items():
        for field, figure in opinion.rates.items():
            known = {period.get(field)} | {hours.get(field) for hours in period.get("hours", [])}
            if figure is not None and known != {None} and figure not in known:
                differs.setdefault(source, {})[field] = figure
    return differs


def periods_of(opinion, now):
    """The periods that a source with history knows, with the merged figures in the place of its present ones."""
    if not opinion or not opinion.periods:
        return [now]
    present = opinion.periods[opinion.present]
    if (present.get("input"), present.get("output")) != (now.get("input"), now.get("output")):
        return [now]
    before, after = opinion.periods[: opinion.present], opinion.periods[opinion.present + 1:]
    since = {"since": present["since"]} if "since" in present else {}
    return before + [{**since, **now}] + after


def figures_of(row):
    return json.dumps(row["prices"], sort_keys=True)


def fold_regions(rows):
    """Bedrock: what all regions charge alike becomes `regional.MODEL`, what the plain name charges too is dropped."""
    plain = {name: row for name, row in rows.items() if not sources.geography(name)}
    for name in [n for n in rows if sources.geography(n)]:
        where, base = sources.geography(name), sources.without_geography(name)
        if base not in plain and where not in ("global", "us-gov"):
            plain.setdefault(base, rows[name])
    result = dict(plain)
    for base, row in plain.items():
        there = {sources.geography(n): r for n, r in rows.items()
                 if sources.geography(n) and sources.without_geography(n) == base}
        areas = {k: r for k, r in there.items() if k not in ("global", "us-gov")}
        usual = row
        if areas:
            texts = [figures_of(r) for r in areas.values()]
            common = max(sorted(set(texts)), key=texts.count)
            usual = next(r for r in areas.values() if figures_of(r) == common)
            if common != figures_of(row):
                result[f"regional.{base}"] = usual
        for where, other in there.items():
            expected = row if where == "global" else usual
            if where != "regional" and figures_of(other) != figures_of(expected):
                result[f"{where}.{base}"] = other
    return result


def table_of(vendor, collected, date):
    rows = {}
    for model, opinions in collected.items():
        row = merged(vendor, model, opinions, date)
        if all(p.get("input") is not None for p in row["prices"]):
            rows[model] = row
    if vendor == "bedrock":
        rows = fold_regions(rows)
    return {model: rows[model] for model in sorted(rows)}


def write(table):
    """One model a line, so that a change shows as a line."""
    head = {key: table[key] for key in ("version", "date", "unit", "sources")}
    text = json.dumps(head, indent=1)[:-2] + ',\n "providers": {\n'
    vendors = []
    for vendor, rows in table["providers"].items():
        lines = [f'   {json.dumps(model)}: {json.dumps(row, separators=(",", ":"))}' for model, row in rows.items()]
        vendors.append(f"  {json.dumps(vendor)}: {{\n" + ",\n".join(lines) + "\n  }")
    TARGET.write_text(text + ",\n".join(vendors) + "\n }\n}\n", encoding="utf-8")


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    router, genai = (pathlib.Path(a) for a in arguments)
    models = json.loads((router / "dist/models.json").read_text(encoding="utf-8"))
    date = models["generatedAt"][:10]
    collected = sources.collect(models, sources.read_genai(genai, subprocess.run), date)
    package = json.loads((genai / "package.json").read_text(encoding="utf-8"))
    table = {
        "version": 1,
        "date": date,
        "unit": "micro-dollars per million tokens",
        "sources": {
            "litellm": f"LiteLLM, model_prices_and_context_window.json, as of {date}",
            "models.dev": f"models.dev, as of {date}",
            "genai-prices": f"genai-prices {package['version']}",
        },
        "providers": {vendor: table_of(vendor, rows, date) for vendor, rows in collected.items()},
    }
    if TARGET.exists():
        old = json.loads(TARGET.read_text(encoding="utf-8"))
        table["version"] = old["version"] + (old["providers"] != table["providers"])
    write(table)
    counts = ", ".join(f"{vendor} {len(rows)}" for vendor, rows in table["providers"].items())
    different = sum("differs" in row for rows in table["providers"].values() for row in rows.values())
    print(f"version {table['version']}: {counts}; {different} with figures that differ")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
