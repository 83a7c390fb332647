#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Nexus beside nginx and beside no gateway at all, on one machine and in one run.

The rounds of the three ways are interleaved, so that a slow moment of the machine hits all of them; the
median of the rounds counts. Times never make it fail: exit code 0 unless something is broken.
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True

from gateways import Broken, Nexus, Nginx, Provider  # noqa: E402
import console  # noqa: E402
import policies  # noqa: E402
import report  # noqa: E402

TREE = pathlib.Path(__file__).resolve().parents[1]
CHAT = "/v1/chat/completions"
CONNECTIONS = (1, 16, 64)
STREAMS = (1, 50, 500)
SMALL, LARGE = 40, 1_000_000


class Plan:
    """How long and how often."""

    def __init__(self, is_quick):
        self.rounds = 1 if is_quick else 3
        self.seconds = 2 if is_quick else 5
        self.policy_seconds = 1 if is_quick else 3
        self.chunks = 60 if is_quick else 200
        self.starts = 3 if is_quick else 10


def run_wrk(gateway, connections, size, seconds):
    out = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s", TREE / "bench/chat.lua",
         f"http://127.0.0.1:{gateway.port}{CHAT}", "--", gateway.model, str(size)],
        capture_output=True, text=True, check=False)
    lines = [line for line in out.stdout.splitlines() if line.startswith("JSON ")]
    if not lines:
        raise Broken(f"wrk gave no result for {gateway.name}: {out.stdout}{out.stderr}")
    return json.loads(lines[-1][5:])


def run_streams(program, gateway, streams, chunks):
    out = subprocess.run([program, "streams", str(gateway.port), CHAT, gateway.model, str(streams), str(chunks)],
                         capture_output=True, text=True, check=False)
    if out.returncode != 0:
        raise Broken(f"nexus-bench streams failed for {gateway.name}: {out.stderr}")
    return json.loads(out.stdout)


def median_of(rounds):
    """The median of each number over the rounds; failures add up."""
    merged = {key: statistics.median(one[key] for one in rounds) for key in rounds[0]}
    merged["failed"] = sum(one["failed"] for one in rounds)
    return merged


def interleaved(gateways, rounds, measure):
    """{gateway name: median result} of `rounds` rounds in which each gateway has its turn."""
    results = {gateway.name: [] for gateway in gateways}
    for _ in range(rounds):
        for gateway in gateways:
            results[gateway.name].append(measure(gateway))
    return {name: median_of(each) for name, each in results.items()}


def tell(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)


def measure_ready(program, provider, folder, starts):
    times = []
    for _ in range(starts):
        with Nexus(program, provider.port, folder) as nexus:
            times.append(nexus.ready_ms)
    return statistics.median(times)


def settle(nexus):
    """Waits until the memory of an idle program stops changing, five seconds at most."""
    last = -1.0
    for _ in range(10):
        size = nexus.memory_mb("VmRSS")
        if size == last:
            break
        last = size
        time.sleep(0.5)
    return nexus.memory_mb("VmRSS")


def measure_all(program, gateways, nexus, plan):
    found = {"rps": {}, "streams": {}, "memory": {}}
    if nexus:
        found["memory"]["idle_mb"] = settle(nexus)
    for connections in CONNECTIONS:
        tell(f"requests per second, {connections} connections")
        found["rps"][connections] = interleaved(
            gateways, plan.rounds, lambda gateway, c=connections: run_wrk(gateway, c, SMALL, plan.seconds))
    for streams in STREAMS:
        tell(f"chunk delay, {streams} streams")
        if nexus:
            nexus.forget_peak()
        found["streams"][streams] = interleaved(
            gateways, plan.rounds, lambda gateway, s=streams: run_streams(program, gateway, s, plan.chunks))
        if nexus:
            found["memory"][f"peak_{streams}_streams_mb"] = nexus.memory_mb("VmHWM")
    tell("bodies of 1 MB, 4 connections")
    if nexus:
        nexus.forget_peak()
    found["large_body"] = interleaved(
        gateways, plan.rounds, lambda gateway: run_wrk(gateway, 4, LARGE, plan.seconds))
    if nexus:
        found["memory"]["peak_large_body_mb"] = nexus.memory_mb("VmHWM")
        found["memory"]["after_load_mb"] = settle(nexus)
    return found


def measure_translation(program):
    """What a 1 MB conversation and a stream's chunk cost in translation alone."""
    tell("translation")
    out = subprocess.run([program], capture_output=True, text=True)
    if out.returncode != 0:
        raise Broken(f"{program.name} failed: {out.stderr}")
    return json.loads(out.stdout)


def parse(arguments):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one short round, about a minute")
    parser.add_argument("--without-nexus", action="store_true", help="only nginx and the direct way")
    parser.add_argument("--policies", action="store_true", help="only what the policies cost")
    parser.add_argument("--console", action="store_true", help="only the program with its window")
    parser.add_argument("--build", default=TREE / "build/release", type=pathlib.Path, help="where the programs are")
    parser.add_argument("--out", default=TREE / "build/bench", type=pathlib.Path, help="folder for the JSON")
    return parser.parse_args(arguments)


def main(arguments):
    options = parse(arguments)
    plan = Plan(options.quick)
    if options.console:
        print("\n".join(report.console_lines(console.measure(options.build, plan.starts, tell))))
        return 0
    program = options.build / "nexus-bench"
    translation = measure_translation(options.build / "nexus-bench-translate")
    with tempfile.TemporaryDirectory(prefix="nexus-bench-") as folder, Provider(program) as provider, \
            Nginx(provider.port, folder) as nginx:
        gateways, nexus, ready = [provider, nginx], None, None
        if options.policies:
            found = policies.measure(options.build / "nexus", provider, plan, tell, median_of)
            print("\n".join(report.policy_table(found)))
            return 0
        if not options.without_nexus:
            tell(f"time to ready, {plan.starts} starts")
            ready = measure_ready(options.build / "nexus", provider, folder, plan.starts)
            nexus = Nexus(options.build / "nexus", provider.port, folder)
            gateways.append(nexus)
        try:
            found = measure_all(program, gateways, nexus, plan)
        finally:
            if nexus:
                nexus.__exit__()
        if nexus:
            found["console"] = console.measure(options.build, plan.starts, tell)
            found["policies"] = policies.measure(options.build / "nexus", provider, plan, tell, median_of)
    found["translation"] = translation
    if ready is not None:
        found["ready_ms"] = ready
    options.out.mkdir(parents=True, exist_ok=True)
    path = options.out / time.strftime("%Y%m%d-%H%M%S.json")
    path.write_text(json.dumps({"quick": options.quick, **found}, indent=2) + "\n")
    print(report.text(found))
    print(f"saved as {path}")
    return 1 if report.failures(found) else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Broken as broken:
        tell(str(broken))
        sys.exit(1)
