// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The Anthropic SDK for Node.js and all four services.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';

import Anthropic from '@anthropic-ai/sdk';

import { PROVIDER_KEY, said, startGateway } from './programs.mjs';
import { both, calls, hello, results, schemas, services } from './services.mjs';

const tools = Object.entries(schemas).map(([name, schema]) => ({
  name,
  description: `Does ${name}`,
  input_schema: schema,
}));
const thinking = { type: 'enabled', budget_tokens: 2048 };
const user = (content) => ({ role: 'user', content });
const usesOf = (answer) => answer.content.filter((block) => block.type === 'tool_use');
const textOf = (answer) => answer.content.map((block) => block.text ?? '').join('');
const roundOf = (answer) => [
  { role: 'assistant', content: answer.content },
  user(usesOf(answer).map((use) => ({ type: 'tool_result', tool_use_id: use.id, content: results[use.name] }))),
];

let gateway;
let client;
before(async () => {
  gateway = await startGateway();
  const baseURL = `${gateway.root}/llm/anthropic`;
  client = new Anthropic({ baseURL, apiKey: 'not-used', maxRetries: 0, timeout: 20_000 });
});
beforeEach(() => gateway.clear());
after(async () => {
  const { code, log } = await gateway.stop();
  assert.equal(code, 0, log);
  assert.ok(!log.includes(PROVIDER_KEY));
});

const ask = async (model, messages, options = {}) =>
  client.messages.create({ model, max_tokens: 4000, messages, ...options });
const streamed = (model, messages, options = {}) =>
  client.messages.stream({ model, max_tokens: 4000, messages, ...options }).finalMessage();

for (const service of services) {
  const { name, model, thinkingModel } = service;

  test(`${name}: text`, async () => {
    const answer = await ask(model, [user(hello)]);
    assert.equal(textOf(answer), said(hello));
    assert.equal(answer.model, model);
    assert.equal(answer.stop_reason, 'end_turn');
    assert.equal(answer.usage.input_tokens, service.plain);
    assert.equal(answer.usage.cache_read_input_tokens ?? 0, service.cached);
  });

  test(`${name}: the stream helper`, async () => {
    const stream = client.messages.stream({ model, max_tokens: 500, messages: [user(hello)] });
    let text = '';
    stream.on('text', (delta) => {
      text += delta;
    });
    const answer = await stream.finalMessage();
    assert.equal(text, said(hello));
    assert.equal(textOf(answer), text);
    assert.equal(answer.usage.output_tokens, service.said);
  });

  for (const [how, complete] of [
    ['whole', ask],
    ['streamed', streamed],
  ]) {
    test(`${name}: a loop with parallel calls, ${how}`, async () => {
      const first = await complete(model, [user(both)], { tools });
      assert.equal(first.stop_reason, 'tool_use');
      assert.deepEqual(Object.fromEntries(usesOf(first).map((use) => [use.name, use.input])), calls);
      const second = await complete(model, [user(both), ...roundOf(first)], { tools });
      assert.equal(second.stop_reason, 'end_turn');
      const { body } = (await gateway.calls())[1];
      assert.ok(Object.values(results).every((result) => body.includes(result)));
    });

    test(`${name}: a loop while thinking, ${how}`, async () => {
      const first = await complete(thinkingModel, [user(hello)], { tools, thinking });
      assert.equal(first.content[0].type === 'thinking', service.thought > 0);
      const second = await complete(thinkingModel, [user(hello), ...roundOf(first)], { tools, thinking });
      assert.match(textOf(second), /21 °C/);
    });
  }

  test(`${name}: count of tokens`, async () => {
    const counted = await client.messages.countTokens({ model, messages: [user(hello)], tools });
    assert.ok(counted.input_tokens > 0);
  });

  for (const [behaviour, errorClass, status] of [
    ['status-400', Anthropic.BadRequestError, 400],
    ['status-401', Anthropic.AuthenticationError, 401],
    ['status-404', Anthropic.NotFoundError, 404],
    ['status-429', Anthropic.RateLimitError, 429],
    ['status-500', Anthropic.InternalServerError, 502],
  ]) {
    test(`${name}: error ${behaviour}`, async () => {
      await assert.rejects(ask(`${model}-${behaviour}`, [user(hello)]), (error) => {
        assert.ok(error instanceof errorClass, String(error));
        assert.equal(error.status, status);
        assert.equal(error.error.type, 'error');
        assert.ok(error.error.error.message);
        return true;
      });
    });
  }

  for (const behaviour of ['cut', 'error-event']) {
    test(`${name}: a stream with ${behaviour} never ends quietly`, async () => {
      await assert.rejects(streamed(`${model}-${behaviour}`, [user(hello)]), Anthropic.APIError);
    });
  }
}

test('models', async () => {
  const ids = [];
  for await (const model of client.models.list()) ids.push(model.id);
  assert.ok(ids.includes('anthropic/claude-3-5-sonnet-20241022'), ids.join());
});
