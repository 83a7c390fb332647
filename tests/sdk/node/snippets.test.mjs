// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The JavaScript of the user's documentation, run as it stands there; only the port is another one.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { after, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { said, startGateway } from './programs.mjs';

const run = promisify(execFile);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

let gateway;
before(async () => {
  gateway = await startGateway();
});
beforeEach(() => gateway.clear());
after(() => gateway.stop());

/** Runs a snippet between lines that the document leaves to the reader. */
async function runSnippet(name, { first = '', last = '' }) {
  const snippet = await readFile(here(name), 'utf8');
  const program = here(`filled_${name}`);
  const text = `${first}\n${snippet}\n${last}\n`.replaceAll('localhost:8000', `localhost:${gateway.port}`);
  await writeFile(program, text);
  return run(process.execPath, [program], { timeout: 30_000 });
}

test('async/await usage and streaming', async () => {
  const { stdout } = await runSnippet('openai_node.mjs', { last: 'await chat(); await streamChat();' });
  assert.equal(stdout, `${said('What is the capital of France?')}\n${said('Write a haiku')}`);
  const calls = await gateway.calls();
  assert.deepEqual(calls.map((call) => call.json.model), ['gpt-4', 'claude-3-5-sonnet-20241022']);
});

const client = `import OpenAI from 'openai';
const openai = new OpenAI({ baseURL: 'http://localhost:8000/llm/v1', apiKey: 'not-used' });`;

test('errors', async () => {
  const { stdout, stderr } = await runSnippet('errors_node.mjs', { first: client });
  assert.equal(stdout + stderr, '');
  assert.equal((await gateway.calls()).length, 1);
});

test('errors of a model that is not there', async () => {
  const missing = client.replace('const openai', 'const there') + `
const create = (body) => there.chat.completions.create({ ...body, model: 'openai/status-404' });
const openai = { chat: { completions: { create } } };`;
  const { stdout } = await runSnippet('errors_node.mjs', { first: missing });
  assert.equal(stdout, 'Model not found\n');
});
