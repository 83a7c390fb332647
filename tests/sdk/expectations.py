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


def assert_passed_through(call, sent_body, client_model, provider_model):
    """The provider got the client's bytes with nothing but the model's name exchanged."""
    expected = sent_body.replace(f'"{client_model}"'.encode(), f'"{provider_model}"'.encode(), 1)
    assert expected != sent_body or client_model == provider_model
    assert call.body == expected
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
