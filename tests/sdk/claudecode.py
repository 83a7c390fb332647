# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Requests in the shape in which the coding agent Claude Code sends them."""

BETAS = [
    "claude-code-20250219",
    "interleaved-thinking-2025-05-14",
    "context-management-2025-06-27",
    "fine-grained-tool-streaming-2025-05-14",
    "prompt-caching-scope-2026-01-05",
]
HEADERS = {
    "user-agent": "claude-cli/2.1.20 (external, cli)",
    "x-app": "cli",
    "anthropic-dangerous-direct-browser-access": "true",
    "x-stainless-helper-method": "stream",
}
METADATA = {"user_id": "user_" + "0123456789abcdef" * 4 + "_account__session_01234567-89ab-cdef-0123-456789abcdef"}
MARK = {"type": "ephemeral"}


def system():
    """Three blocks: a billing line, who it is, and the long instructions. Two are marked for the cache."""
    return [
        {"type": "text", "text": "x-anthropic-billing-header: cc_version=2.1.20; cc_entrypoint=cli;"},
        {"type": "text", "text": "You are an agent that writes programs.", "cache_control": MARK},
        {"type": "text", "text": "# Tone\nBe concise.\n\n<env>\nPlatform: linux\n</env>\n" * 50, "cache_control": MARK},
    ]


def _tool(name, description, properties, required):
    return {
        "name": name,
        "description": description,
        "input_schema": {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        },
    }


def _text(description, **more):
    return {"description": description, "type": "string", **more}


def tools():
    """What the agent can do, with the keywords that its schemas use."""
    todo = {
        "type": "object",
        "properties": {
            "content": {"type": "string", "minLength": 1},
            "status": {"type": "string", "enum": ["pending", "in_progress", "completed"]},
        },
        "required": ["content", "status"],
        "additionalProperties": False,
    }
    option = {"type": "object", "properties": {"label": _text("What is shown")}, "required": ["label"]}
    questions = {
        "type": "array",
        "minItems": 1,
        "maxItems": 4,
        "items": {
            "type": "object",
            "properties": {
                "question": _text("The question"),
                "options": {"type": "array", "minItems": 2, "maxItems": 4, "items": option},
                "multiSelect": {"type": "boolean", "default": False},
            },
            "required": ["question", "options", "multiSelect"],
            "additionalProperties": False,
        },
    }
    answers = {"type": "object", "propertyNames": {"type": "string"}, "additionalProperties": {"type": "string"}}
    edit = {"file_path": _text("Absolute path"), "old_string": _text("Old"), "new_string": _text("New")}
    count = {"type": "integer", "exclusiveMinimum": 0, "maximum": 9007199254740991}
    listed = [
        _tool(
            "Bash",
            "Runs a command.",
            {
                "command": _text("The command"),
                "timeout": {"description": "In milliseconds (max 600000)", "type": "number"},
                "run_in_background": {"type": "boolean"},
            },
            ["command"],
        ),
        _tool("Read", "Reads a file.", {"file_path": _text("Path"), "offset": count, "limit": count}, ["file_path"]),
        _tool("Edit", "Edits.", {**edit, "replace_all": {"default": False, "type": "boolean"}}, list(edit)),
        _tool("TodoWrite", "Keeps a list.", {"todos": {"type": "array", "items": todo}}, ["todos"]),
        _tool("AskUserQuestion", "Asks.", {"questions": questions, "answers": answers}, ["questions"]),
        _tool("WebFetch", "Gets a page.", {"url": _text("Address", format="uri"), "prompt": _text("?")}, ["url"]),
        _tool("EnterPlanMode", "Plans first.", {}, []),
        _tool(
            "mcp__files__list_directory",
            "Lists a folder.",
            {
                "path": {"anyOf": [{"type": "string"}, {"type": "null"}], "default": None, "title": "Path"},
                "depth": {"type": ["integer", "null"]},
                "kind": {"const": "all"},
                "filter": {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
            },
            [],
        ),
    ]
    listed += [
        _tool(f"mcp__server__tool_{i}", "Does something.", {"argument": {"type": "string"}}, ["argument"])
        for i in range(20)
    ]
    listed[-1]["cache_control"] = MARK
    return listed


def question(text="Look at the folder"):
    """The user's first words, behind what the agent says about itself."""
    return {
        "role": "user",
        "content": [
            {"type": "text", "text": "<system-reminder>\nToday is a good day.\n</system-reminder>\n"},
            {"type": "text", "text": text, "cache_control": MARK},
        ],
    }


def request(model, **changes):
    """A turn of the conversation."""
    asked = {
        "model": model,
        "max_tokens": 32000,
        "system": system(),
        "tools": tools(),
        "messages": [question()],
        "metadata": METADATA,
        "thinking": {"type": "enabled", "budget_tokens": 31999},
        "betas": BETAS,
        "extra_headers": HEADERS,
        "extra_body": {
            "temperature": 1,
            "context_management": {"edits": [{"type": "clear_thinking_20251015", "keep": "all"}]},
            "speed": "standard",
        },
        **changes,
    }
    return {name: value for name, value in asked.items() if value is not None}
