-- SPDX-FileCopyrightText: The Nexus contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The request wrk repeats, and its result as one line of JSON.
-- Arguments: MODEL SIZE, where SIZE is the number of characters in the prompt.

function init(args)
    local model, size = args[1], tonumber(args[2])
    wrk.method = "POST"
    wrk.headers["Content-Type"] = "application/json"
    wrk.headers["Authorization"] = "Bearer bench"
    wrk.body = '{"model":"' .. model .. '","messages":[{"role":"user","content":"' .. string.rep("x", size) .. '"}]}'
end

function done(summary, latency, requests)
    local errors = summary.errors
    io.write(string.format(
        '\nJSON {"requests": %d, "rps": %.1f, "p50_ms": %.4f, "p99_ms": %.4f, "failed": %d}\n',
        summary.requests, summary.requests / (summary.duration / 1e6),
        latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
        errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
