// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// LangChain for JavaScript against the gateway.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';

import { HumanMessage } from '@langchain/core/messages';
import { tool } from '@langchain/core/tools';
import { ChatOpenAI } from '@langchain/openai';
import { z } from 'zod';

import { said, startGateway } from './programs.mjs';

let gateway;
before(async () => {
  gateway = await startGateway();
});
beforeEach(() => gateway.clear());
after(async () => {
  const { code, log } = await gateway.stop();
  assert.equal(code, 0, log);
});

const makeModel = (model = 'openai/gpt-4') =>
  new ChatOpenAI({ model, apiKey: 'not-used', maxRetries: 0, configuration: { baseURL: gateway.url } });
const weather = tool(({ location }) => `${location}: sun`, {
  name: 'get_weather',
  description: 'Get the weather for a location',
  schema: z.object({ location: z.string() }),
});

test('invoke', async () => {
  const answer = await makeModel().invoke('Hello');
  assert.equal(answer.content, said('Hello'));
  assert.equal(answer.usage_metadata.total_tokens, 21);
  assert.equal((await gateway.calls())[0].json.model, 'gpt-4');
});

test('stream', async () => {
  let text = '';
  for await (const chunk of await makeModel().stream('Hello')) text += chunk.content;
  assert.equal(text, said('Hello'));
  assert.equal((await gateway.calls())[0].json.stream, true);
});

test('tools', async () => {
  const answer = await makeModel().bindTools([weather]).invoke('Weather?');
  assert.equal(answer.tool_calls[0].name, 'get_weather');
  assert.deepEqual(answer.tool_calls[0].args, { location: 'text' });
});

test('a tool round with a service of another dialect', async () => {
  for (const model of ['google/gemini-2.5-flash', 'anthropic/claude-3-5-sonnet-20241022']) {
    const llm = makeModel(model).bindTools([weather]);
    const question = new HumanMessage('Weather?');
    let answer;
    for await (const chunk of await llm.stream([question])) answer = answer ? answer.concat(chunk) : chunk;
    assert.deepEqual(answer.tool_calls[0].args, { location: 'text' });
    const result = await weather.invoke(answer.tool_calls[0]);
    assert.match((await llm.invoke([question, answer, result])).content, /text: sun/);
  }
});

test('structured output', async () => {
  const joke = z.object({ setup: z.string(), rating: z.number().int() });
  assert.deepEqual(await makeModel().withStructuredOutput(joke).invoke('A joke'), { setup: 'text', rating: 7 });
});

test('a broken stream never ends quietly', async () => {
  await assert.rejects(async () => {
    for await (const chunk of await makeModel('openai/cut').stream('Hello')) assert.ok(chunk);
  });
});

test('the demo', async () => {
  const whole = (await makeModel('demo/echo').invoke('Hello demo')).content;
  assert.ok(whole.includes('Hello demo'));
  let text = '';
  for await (const chunk of await makeModel('demo/echo').stream('Hello demo')) text += chunk.content;
  assert.equal(text, whole);
});
