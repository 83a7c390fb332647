# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The results of one run as a table people can read, with the targets beside them."""

WAYS = ("direct", "nginx", "nexus")

# What is aimed at: share of nginx's requests per second by connections, milliseconds and megabytes.
RPS_SHARE = {1: 0.22, 64: 0.10}
STREAMS_P99_MS = {500: 20.0}
STREAMS_PEAK_MB = {500: 120.0}
IDLE_MB = 40.0
READY_MS = 150.0
TRANSLATION_MS = 15
CHUNK_US = 10
WINDOW_SHOWN_MS, WINDOW_MB, WINDOW_CORE_PERCENT = 400, 120, 1
LOG_STALL_MS, LOG_FILTER_MS = 50, 100


def failures(found):
    """All requests and streams that went wrong, over every measurement."""
    groups = [*found["rps"].values(), *found["streams"].values(), found["large_body"]]
    return sum(int(result["failed"]) for group in groups for result in group.values())


def row(label, cells):
    return f"{label:<26}" + "".join(f"{cell:>26}" for cell in cells)


def ways_of(group):
    return [way for way in WAYS if way in group]


def rps_cell(result):
    return f"{result['rps']:.0f}/s {result['p50_ms']:.2f} {result['p99_ms']:.2f}"


def stream_cell(result):
    return f"{result['p50_ms']:.2f} {result['p99_ms']:.2f} {result['max_ms']:.2f}"


def first_cell(result):
    return f"{result['first_p50_ms']:.2f} {result['first_p99_ms']:.2f}"


def table(found):
    ways = ways_of(found["large_body"])
    yield row("", ways)
    yield "requests/s, p50 ms, p99 ms"
    for connections, group in found["rps"].items():
        yield row(f"  {connections} connections", [rps_cell(group[way]) for way in ways])
    yield row("  1 MB body, 4 connections", [rps_cell(found["large_body"][way]) for way in ways])
    yield "chunk delay p50, p99, max ms"
    for streams, group in found["streams"].items():
        yield row(f"  {streams} streams, 50/s each", [stream_cell(group[way]) for way in ways])
    yield "first chunk p50, p99 ms"
    for streams, group in found["streams"].items():
        yield row(f"  {streams} streams", [first_cell(group[way]) for way in ways])
    for name, size in found["memory"].items():
        yield f"nexus memory {name.removesuffix('_mb').replace('_', ' ')}: {size:.1f} MB"
    one = found["translation"]
    yield (f"translation of {one['body_bytes'] / 1e6:.1f} MB from OpenAI: Anthropic {one['anthropic_ms']:.1f} ms, "
           f"Gemini {one['gemini_ms']:.1f} ms, Bedrock {one['bedrock_ms']:.1f} ms; "
           f"a chunk from Anthropic: {one['chunk_us']:.1f} us")
    if "policies" in found:
        yield from policy_table(found["policies"])
    if "ready_ms" in found:
        yield f"nexus time to ready: {found['ready_ms']:.0f} ms"


def policy_table(policies):
    """What a request pays for each policy, and the share of requests per second that is left."""
    base = policies["all off"]
    yield f"{'policies':<26}{'us more at 1':>14}{'share at 16':>14}{'requests/s at 16':>20}"
    for name, result in policies.items():
        more = (result[1]["p50_ms"] - base[1]["p50_ms"]) * 1000
        share = result[16]["rps"] / max(base[16]["rps"], 1e-9)
        yield f"  {name:<24}{more:>14.0f}{share:>14.2f}{result[16]['rps']:>20.0f}"
    hits = policies["cache, hits"][16]["rps"]
    for name in ("list of one model", "list of 60 models"):
        yield f"  hits of the cache for each {name}: {hits / max(policies[name][16]['rps'], 1e-9):.2f}"


def judged(label, value, sign, target):
    is_met = value >= target if sign == ">=" else value <= target
    return f"  {'met   ' if is_met else 'MISSED'}  {label}: {value:.2f} (target {sign} {target:g})"


def console_lines(found):
    log = found["log"]
    yield "the program with its window"
    yield judged("shown after ms", found["shown_ms"], "<=", WINDOW_SHOWN_MS)
    yield judged("left open, MB", found["idle_mb"], "<=", WINDOW_MB)
    yield judged("left open, % of a core", found["idle_core_percent"], "<=", WINDOW_CORE_PERCENT)
    yield judged(f"live log, longest stall at {log['inserts_per_second']} requests/s, ms",
                 log["stall_ms"], "<=", LOG_STALL_MS)
    yield judged(f"live log, filter over {log['rows']} rows, ms", log["filter_ms"], "<=", LOG_FILTER_MS)


def targets(found):
    if "nexus" not in found["large_body"]:
        return
    yield "targets"
    for connections, share in RPS_SHARE.items():
        group = found["rps"][connections]
        ratio = group["nexus"]["rps"] / max(group["nginx"]["rps"], 1e-9)
        yield judged(f"requests/s against nginx, {connections} connections", ratio, ">=", share)
    for streams, limit in STREAMS_P99_MS.items():
        yield judged(f"chunk delay p99 ms, {streams} streams", found["streams"][streams]["nexus"]["p99_ms"], "<=", limit)
    for streams, limit in STREAMS_PEAK_MB.items():
        yield judged(f"peak MB, {streams} streams", found["memory"][f"peak_{streams}_streams_mb"], "<=", limit)
    one = found["translation"]
    for provider in ("anthropic", "gemini", "bedrock"):
        yield judged(f"translation to {provider} ms", one[f"{provider}_ms"], "<=", TRANSLATION_MS)
    yield judged("translation of a chunk us", one["chunk_us"], "<=", CHUNK_US)
    yield judged("idle MB", found["memory"]["idle_mb"], "<=", IDLE_MB)
    yield judged("ready ms", found["ready_ms"], "<=", READY_MS)
    if "console" in found:
        yield from console_lines(found["console"])


def text(found):
    lines = [*table(found), *targets(found)]
    wrong = failures(found)
    if wrong:
        lines.append(f"BROKEN: {wrong} requests or streams failed")
    return "\n".join(lines)
