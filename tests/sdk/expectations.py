# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What several test files ask and expect."""

from programs import PROVIDER_KEY

HELLO = [{"role": "user", "content": "Hello – grüße 🙂"}]

WEATHER_TOOL = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Get the weather for a location",
        "parameters": {
            "type": "object",
            "properties": {
                "unit": {"type": "string", "enum": ["celsius", "fahrenheit"]},
                "location": {"type": "string", "description": "City and state"},
                "days": {"type": "integer"},
            },
            "required": ["location"],
            "additionalProperties": False,
        },
    },
}
CLOCK_TOOL = {
    "type": "function",
    "function": {
        "name": "get_time",
        "description": "Get the time",
        "parameters": {"type": "object", "properties": {"zone": {"type": "string"}}},
    },
}


def said(text):
    """What the scripted provider answers to a user who says text."""
    return f"You said: {text} – grüße 🙂"


USAGE_WISH = b',"stream_options":{"include_usage":true}'
"""What the gateway adds to a stream whose client does not ask for its usage."""


def assert_passed_through(call, sent_body, client_model, provider_model, added=b""):
    """The provider got the client's bytes with nothing but the model's name exchanged and added at the end."""
    expected = sent_body.replace(f'"{client_model}"'.encode(), f'"{provider_model}"'.encode(), 1)
    assert expected != sent_body or client_model == provider_model
    assert call.body == expected[:-1] + added + expected[-1:]
    assert call.header("authorization") == f"Bearer {PROVIDER_KEY}"
    assert "not-used" not in str(call.headers)


def assemble_tool_calls(chunks):
    """The tool calls of streamed chunks as (id, name, arguments), by index."""
    calls = {}
    for chunk in chunks:
        for part in (chunk.choices[0].delta.tool_calls or []) if chunk.choices else []:
            call = calls.setdefault(part.index, ["", "", ""])
            call[0] += part.id or ""
            call[1] += part.function.name or ""
            call[2] += part.function.arguments or ""
    return [tuple(calls[index]) for index in sorted(calls)]


CALLS = {
    "get_weather": {"unit": "celsius", "location": "text", "days": 7},
    "get_time": {"zone": "text"},
}
"""With what the scripted model calls the tools above."""

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
"""A PNG of one pixel."""


def in_anthropic_words(tool):
    """A tool as an Anthropic client describes it."""
    function = tool["function"]
    return {
        "name": function["name"],
        "description": function["description"],
        "input_schema": function["parameters"],
    }
