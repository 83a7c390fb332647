# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program with its window: how soon it is there, what it costs to leave it open, how the live log keeps up."""

import json
import os
import pathlib
import statistics
import subprocess
import tempfile
import time

from gateways import Broken

START_LIMIT = 20.0
IDLE_SECONDS = 5.0


def start(program, folder):
    """Starts the console on a screen that nobody sees. (process, milliseconds until it was drawn)"""
    log = pathlib.Path(folder, "console.log")
    environment = {**os.environ, "DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen", "NEXUS_KEYCHAIN": "off",
                   "HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder, "XDG_RUNTIME_DIR": folder}
    begin = time.monotonic()
    with log.open("w") as stderr:
        process = subprocess.Popen([program, "-l", "127.0.0.1:0", "--log", "debug"], env=environment,
                                   stderr=stderr, stdout=subprocess.DEVNULL)
    while "window_shown" not in log.read_text(errors="replace"):
        if process.poll() is not None or time.monotonic() > begin + START_LIMIT:
            end(process)
            raise Broken(f"the window was not shown; the log ends with:\n{log.read_text(errors='replace')[-500:]}")
        time.sleep(0.001)
    return process, (time.monotonic() - begin) * 1000


def end(process):
    process.terminate()
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def cpu_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_mb(pid):
    pages = int(pathlib.Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def measure(build, starts, tell):
    tell(f"window, {starts} starts")
    shown = []
    for _ in range(starts):
        with tempfile.TemporaryDirectory(prefix="nexus-bench-") as folder:
            process, milliseconds = start(build / "nexus", folder)
            end(process)
            shown.append(milliseconds)
    found = {"shown_ms": statistics.median(shown)}
    tell("window left open")
    with tempfile.TemporaryDirectory(prefix="nexus-bench-") as folder:
        process, _ = start(build / "nexus", folder)
        time.sleep(1.0)
        before = cpu_seconds(process.pid)
        time.sleep(IDLE_SECONDS)
        found["idle_core_percent"] = (cpu_seconds(process.pid) - before) / IDLE_SECONDS * 100
        found["idle_mb"] = resident_mb(process.pid)
        end(process)
    tell("live log")
    out = subprocess.run([build / "nexus-bench-requestlog"], capture_output=True, text=True, check=False)
    if out.returncode != 0:
        raise Broken(f"nexus-bench-requestlog failed: {out.stderr}")
    found["log"] = json.loads(out.stdout)
    return found
