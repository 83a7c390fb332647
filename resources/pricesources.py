# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what the collections of prices say, for makeprices.py: one Opinion for each source and model."""

import dataclasses
import json
import re
from decimal import Decimal

FIELDS = ("input", "output", "cache_read", "cache_write", "cache_write_1h", "reasoning")

# (source, its name for the provider): ours
PROVIDERS = {
    ("litellm", "openai"): "openai", ("models.dev", "openai"): "openai",
    ("litellm", "text-completion-openai"): "openai",
    ("litellm", "anthropic"): "anthropic", ("models.dev", "anthropic"): "anthropic",
    ("litellm", "gemini"): "google", ("models.dev", "google"): "google",
    ("litellm", "bedrock"): "bedrock", ("litellm", "bedrock_converse"): "bedrock",
    ("models.dev", "amazon-bedrock"): "bedrock",
    ("litellm", "mistral"): "mistral", ("models.dev", "mistral"): "mistral",
    ("litellm", "deepseek"): "deepseek", ("models.dev", "deepseek"): "deepseek",
    ("litellm", "groq"): "groq", ("models.dev", "groq"): "groq",
    ("litellm", "xai"): "xai", ("models.dev", "xai"): "xai",
    ("litellm", "cohere"): "cohere", ("litellm", "cohere_chat"): "cohere", ("models.dev", "cohere"): "cohere",
}
GENAI = {"openai": "openai", "anthropic": "anthropic", "google": "google", "bedrock": "aws", "mistral": "mistral",
         "deepseek": "deepseek", "groq": "groq", "xai": "x-ai", "cohere": "cohere"}
MODES = {None, "chat", "responses", "completion", "embedding"}

# What is not charged by tokens of text alone has no row.
SPECIAL = re.compile(r"image|audio|tts|realtime|live|transcribe|whisper|voxtral|omni|moderation|ocr|rerank|veo"
                     r"|imagen|canvas|sonic|dall-e|sora|lyria|guard|multimodal|marengo|pegasus|robotics|@")
# Names that only resellers know.
FOREIGN = {"google": re.compile(r"^claude|gemini-(flash|pro)-1\.5|-maas$|learnlm|^gemini-exp"),
           "bedrock": re.compile(r"^[^.]*$|^.*/")}
GEOGRAPHY = re.compile(r"^(us-gov|us|eu|apac|jp|au|ca|in|global|regional)\.")


@dataclasses.dataclass
class Opinion:
    """What one source says of one model."""

    rates: dict
    tiers: list = None
    batch: dict = None
    periods: list = None
    present: int = 0
    is_flat_now: bool = False
    context: int = None
    max_output: int = None


def geography(name):
    match = GEOGRAPHY.match(name)
    return match and match.group(1)


def without_geography(name):
    return GEOGRAPHY.sub("", name)


def micro(dollars_per_million):
    """None for zero too: the collections write it where a price is not known or there is none apart."""
    figure = None if dollars_per_million is None else round(Decimal(repr(dollars_per_million)) * 10**6)
    return figure or None


def micro_of_token(dollars_per_token):
    figure = None if dollars_per_token is None else round(Decimal(repr(dollars_per_token)) * 10**12)
    return figure or None


def present_only(rates):
    return {field: rates[field] for field in FIELDS if rates.get(field) is not None}


def tidy(rates):
    """Reasoning that costs what other output costs is no price of its own; embeddings have no output."""
    if rates.get("reasoning") == rates.get("output"):
        rates.pop("reasoning", None)
    return present_only(rates)


TIER = re.compile(r"^(input_cost_per_token|output_cost_per_token|cache_read_input_token_cost"
                  r"|cache_creation_input_token_cost|cache_creation_input_token_cost_above_1hr)"
                  r"_above_(\d+)k_tokens$")
LITELLM_FIELDS = {"input_cost_per_token": "input", "output_cost_per_token": "output",
                  "cache_read_input_token_cost": "cache_read", "cache_creation_input_token_cost": "cache_write",
                  "cache_creation_input_token_cost_above_1hr": "cache_write_1h"}


def litellm_tiers(extra):
    tiers = {}
    for key, value in extra.items():
        match = TIER.match(key)
        if match and micro_of_token(value) is not None:
            tiers.setdefault(int(match.group(2)) * 1000, {})[LITELLM_FIELDS[match.group(1)]] = micro_of_token(value)
    return [{"above": above, **present_only(tiers[above])} for above in sorted(tiers)]


def models_dev_tiers(tiered):
    tiers = {}
    for tier in (tiered or {}).get("tiers", []):
        rates = {field: micro(tier.get(field)) for field in FIELDS}
        tiers[tier["tier"]["size"]] = present_only(rates)
    return [{"above": above, **tiers[above]} for above in sorted(tiers)]


def router_opinion(offer, limits):
    amounts, extra = offer["per1MTokens"], offer.get("extra", {})
    names = {"input": "input", "output": "output", "cacheRead": "cache_read", "cacheWrite": "cache_write",
             "cacheWrite1h": "cache_write_1h", "reasoningOutput": "reasoning"}
    rates = tidy({ours: micro(amounts.get(theirs)) for theirs, ours in names.items()})
    batch = {"input": micro_of_token(extra.get("input_cost_per_token_batches")),
             "output": micro_of_token(extra.get("output_cost_per_token_batches"))}
    tiers = litellm_tiers(extra) if offer["source"] == "litellm" else models_dev_tiers(offer.get("tiered"))
    return Opinion(rates, tiers, present_only(batch) if batch["input"] else None,
                   context=limits.get("inputTokens") or limits.get("contextTokens"),
                   max_output=limits.get("outputTokens"))


def plain_name(vendor, source, name):
    prefix = {"google": "gemini"}.get(vendor, vendor) + "/"
    return name[len(prefix):] if source == "litellm" and name.startswith(prefix) else name


def is_wanted(vendor, name):
    if SPECIAL.search(name) or ("/" in name and vendor != "groq"):
        return False
    return not (vendor in FOREIGN and FOREIGN[vendor].search(name))


def read_genai(package, run):
    """The models of genai-prices by its own names of providers."""
    script = ("import(process.argv[1]).then(m => { const out = {};"
              "for (const id of JSON.parse(process.argv[2])) { out[id] = m.findProvider({providerId: id}).models; }"
              "console.log(JSON.stringify(out)); })")
    index = (package / "dist/index.js").resolve().as_uri()
    done = run(["node", "-e", script, index, json.dumps(sorted(GENAI.values()))], check=True, capture_output=True)
    return json.loads(done.stdout)


GENAI_FIELDS = {"input_mtok": "input", "output_mtok": "output", "cache_read_mtok": "cache_read",
                "cache_write_mtok": "cache_write", "cache_write_1h_mtok": "cache_write_1h"}


def genai_period(prices):
    rates, tiers = {}, {}
    for theirs, ours in GENAI_FIELDS.items():
        price = prices.get(theirs)
        if isinstance(price, dict):
            rates[ours] = micro(price["base"])
            for tier in price["tiers"]:
                tiers.setdefault(tier["start"], {})[ours] = micro(tier["price"])
        else:
            rates[ours] = micro(price)
    period = tidy(rates)
    if tiers:
        period["long"] = [{"above": above, **present_only(tiers[above])} for above in sorted(tiers)]
    return period


def genai_opinion(model, date):
    prices = model["prices"]
    conditional = prices if isinstance(prices, list) else [{"prices": prices}]
    # Tariffs by the hour cannot be told from periods here; see TARIFFS in makeprices.py.
    periods = []
    for entry in conditional:
        constraint = entry.get("constraint", {})
        if "start_time" in constraint:
            continue
        since = {"since": constraint["start_date"]} if "start_date" in constraint else {}
        periods.append({**since, **genai_period(entry["prices"])})
    present = max(i for i, p in enumerate(periods) if p.get("since", "") <= date)
    now = periods[present]
    return Opinion(present_only(now), now.get("long"), None, periods, present,
                   is_flat_now="long" not in now and any("long" in p for p in periods[:present]),
                   context=model.get("context_window"))


def matches(logic, name):
    (kind, value), = logic.items()
    if kind in ("and", "or"):
        return (all if kind == "and" else any)(matches(part, name) for part in value)
    if kind == "regex":
        return re.search(value, name) is not None
    return {"equals": name == value, "starts_with": name.startswith(value), "ends_with": name.endswith(value),
            "contains": value in name}[kind]


def stem(name):
    """The name without what only says which issue of a model it is."""
    name = re.sub(r"-v\d+(:\d+)?$|:\d+$", "", without_geography(name))
    return re.sub(r"-(\d{4}-\d{2}-\d{2}|\d{8}|latest)$", "", name)


def version(name):
    match = re.search(r"-v(\d+)(:\d+)?$", name)
    return match and match.group(1)


def is_reseller_figure(model):
    return "openrouter" in (model.get("price_comments") or "").lower().replace(" ", "")


def genai_for(vendor, name, models):
    """The model of genai-prices that is this one, by its own rules and by ours."""
    where = geography(name) if vendor == "bedrock" else None
    for model in models:
        if is_reseller_figure(model):
            continue
        if model["id"] == name:
            return model
        there = geography(model["id"]) if vendor == "bedrock" else None
        # What it says without a place is meant for the United States.
        is_same_place = where in (None, "us") if there is None else (there == "global") == (where == "global")
        same_version = (None, version(name)) if version(name) else (None, "1")
        is_same = stem(model["id"]) == stem(name) and version(model["id"]) in same_version
        if is_same_place and is_same and where != "us-gov" and matches(model["match"], name):
            return model
    return None


def collect(models, genai, date):
    """{vendor: {model: {source: Opinion}}} from models.json and genai-prices."""
    found = {vendor: {} for vendor in GENAI}
    for model in models["models"]:
        for offer in model.get("pricing", {}).get("offers", []):
            vendor = PROVIDERS.get((offer["source"], offer["provider"]))
            if not vendor or model.get("mode") not in MODES:
                continue
            name = plain_name(vendor, offer["source"], offer["model"])
            if not is_wanted(vendor, name) or not (offer.get("per1MTokens") or {}).get("input"):
                continue
            # Where many resellers are merged, the limits are the largest that any of them claims.
            is_own = model.get("mergedProviderModelRecords", 1) <= 3
            opinion = router_opinion(offer, model.get("limits", {}) if is_own else {})
            known = found[vendor].setdefault(name, {}).get(offer["source"])
            if not known or len(opinion.rates) > len(known.rates):
                found[vendor][name][offer["source"]] = opinion
    for vendor, rows in found.items():
        theirs = genai[GENAI[vendor]]
        used = set()
        for name, opinions in rows.items():
            model = genai_for(vendor, name, theirs)
            if model and "input" in genai_opinion(model, date).rates:
                opinions["genai-prices"] = genai_opinion(model, date)
                used.add(model["id"])
        for model in theirs:
            # Anthropic's `-latest` stays with one model, whose dated names cost the same.
            name = model["id"].removesuffix("-latest") if vendor == "anthropic" else model["id"]
            is_known = name in rows or (model["id"] in used and vendor != "anthropic")
            if is_known or is_reseller_figure(model) or not is_wanted(vendor, name):
                continue
            opinion = genai_opinion(model, date)
            if opinion.rates.get("input") and "output" in opinion.rates:
                rows[name] = {"genai-prices": opinion}
    return found
