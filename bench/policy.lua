-- SPDX-FileCopyrightText: The Nexus contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The request wrk repeats under one policy, and its result as one line of JSON.
-- Arguments: KIND TOKEN, where KIND is `chat`, `alias`, `unique` (no two bodies alike) or `models`.

local kind, count = "chat", 0

local function body(model, text)
    return '{"model":"' .. model .. '","messages":[{"role":"user","content":"' .. text .. '"}]}'
end

function init(args)
    kind = args[1]
    wrk.headers["Content-Type"] = "application/json"
    wrk.headers["Authorization"] = "Bearer " .. args[2]
    wrk.headers["X-Client-Id"] = "bench"
    wrk.headers["X-Client-Group"] = "free"
    wrk.headers["X-Trace-Bench"] = "1"
    if kind ~= "models" then
        wrk.method = "POST"
        wrk.body = body(kind == "alias" and "fast" or "bench/gpt-bench", string.rep("x", 40))
    end
end

function request()
    if kind == "unique" then
        count = count + 1
        return wrk.format(nil, nil, nil, body("bench/gpt-bench", string.format("%040d", count)))
    end
    return wrk.format()
end

function done(summary, latency, requests)
    local errors = summary.errors
    io.write(string.format(
        '\nJSON {"requests": %d, "rps": %.1f, "p50_ms": %.4f, "p99_ms": %.4f, "failed": %d}\n',
        summary.requests, summary.requests / (summary.duration / 1e6),
        latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
        errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
