// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// openai-node and all four services.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';

import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';

import { PROVIDER_KEY, said, startGateway } from './programs.mjs';
import { both, calls, hello, promptOf, results, schemas, services } from './services.mjs';

const tools = Object.entries(schemas).map(([name, parameters]) => ({
  type: 'function',
  function: { name, description: `Does ${name}`, parameters },
}));
const user = (content) => ({ role: 'user', content });
const resultsOf = (message) =>
  message.tool_calls.map((call) => ({
    role: 'tool',
    tool_call_id: call.id,
    content: results[call.function.name],
  }));
const callsOf = (message) =>
  Object.fromEntries(message.tool_calls.map((call) => [call.function.name, JSON.parse(call.function.arguments)]));

let gateway;
let client;
before(async () => {
  gateway = await startGateway();
  client = new OpenAI({ baseURL: gateway.url, apiKey: 'not-used', maxRetries: 0, timeout: 20_000 });
});
beforeEach(() => gateway.clear());
after(async () => {
  const { code, log } = await gateway.stop();
  assert.equal(code, 0, log);
  assert.ok(!log.includes(PROVIDER_KEY));
});

const ask = (model, messages, options = {}) => client.chat.completions.create({ model, messages, ...options });
const streamed = (model, messages, options = {}) =>
  client.chat.completions.stream({ model, messages, ...options }).finalChatCompletion();

for (const service of services) {
  const { name, model, thinkingModel } = service;

  test(`${name}: text`, async () => {
    const answer = await ask(model, [user(hello)]);
    assert.equal(answer.choices[0].message.content, said(hello));
    assert.equal(answer.model, model);
    assert.equal(answer.usage.prompt_tokens, promptOf(service));
    assert.equal(answer.usage.prompt_tokens_details.cached_tokens, service.cached);
  });

  test(`${name}: stream`, async () => {
    let text = '';
    let last;
    const options = { stream: true, stream_options: { include_usage: true } };
    for await (const chunk of await ask(model, [user(hello)], options)) {
      text += chunk.choices[0]?.delta?.content ?? '';
      last = chunk;
    }
    assert.equal(text, said(hello));
    assert.equal(last.usage.total_tokens, promptOf(service) + service.said);
  });

  for (const [how, complete] of [
    ['whole', async (...asked) => ask(...asked)],
    ['streamed', streamed],
  ]) {
    test(`${name}: a loop with parallel calls, ${how}`, async () => {
      const first = (await complete(model, [user(both)], { tools })).choices[0];
      assert.equal(first.finish_reason, 'tool_calls');
      assert.deepEqual(callsOf(first.message), calls);
      const messages = [user(both), first.message, ...resultsOf(first.message)];
      const second = (await complete(model, messages, { tools })).choices[0];
      assert.equal(second.finish_reason, 'stop');
      const { body } = (await gateway.calls())[1];
      assert.ok(Object.values(results).every((result) => body.includes(result)));
    });

    test(`${name}: a loop while thinking, ${how}`, async () => {
      const options = { tools, reasoning_effort: 'low' };
      const { message } = (await complete(thinkingModel, [user(hello)], options)).choices[0];
      const kept = { role: 'assistant', content: message.content, tool_calls: message.tool_calls };
      const messages = [user(hello), kept, ...resultsOf(message)];
      const second = (await complete(thinkingModel, messages, options)).choices[0];
      assert.match(second.message.content, /21 °C/);
    });
  }

  test(`${name}: the helper that runs tools`, async () => {
    const runner = client.chat.completions.runTools({
      model,
      messages: [user(hello)],
      tools: tools.map((tool) => ({
        ...tool,
        function: { ...tool.function, parse: JSON.parse, function: async ({ location }) => `${location}: sun` },
      })),
    });
    assert.match(await runner.finalContent(), /text: sun/);
    assert.equal((await gateway.calls()).length, 2);
  });

  test(`${name}: structured output`, async () => {
    const city = z.object({ name: z.string(), population: z.number().int() });
    const answer = await client.chat.completions.parse({
      model: thinkingModel,
      messages: [user(hello)],
      response_format: zodResponseFormat(city, 'city'),
    });
    assert.deepEqual(answer.choices[0].message.parsed, { name: 'text', population: 7 });
  });

  for (const [behaviour, errorClass, status] of [
    ['status-400', OpenAI.BadRequestError, 400],
    ['status-401', OpenAI.AuthenticationError, 401],
    ['status-404', OpenAI.NotFoundError, 404],
    ['status-429', OpenAI.RateLimitError, 429],
    ['status-500', OpenAI.InternalServerError, 502],
  ]) {
    test(`${name}: error ${behaviour}`, async () => {
      await assert.rejects(ask(`${model}-${behaviour}`, [user(hello)]), (error) => {
        assert.ok(error instanceof errorClass, String(error));
        assert.equal(error.status, status);
        assert.ok(error.error.message);
        return true;
      });
    });
  }

  for (const behaviour of ['cut', 'error-event']) {
    test(`${name}: a stream with ${behaviour} never ends quietly`, async () => {
      await assert.rejects(async () => {
        for await (const chunk of await ask(`${model}-${behaviour}`, [user(hello)], { stream: true })) {
          assert.equal(chunk.choices[0].finish_reason ?? null, null);
        }
      }, OpenAI.APIError);
    });
  }
}

for (const model of ['google/gemini-embedding-001', 'bedrock/amazon.titan-embed-text-v2:0']) {
  test(`embeddings of ${model}`, async () => {
    const answer = await client.embeddings.create({ model, input: ['one', 'two'] });
    assert.deepEqual(answer.data.map((item) => item.embedding), [
      [0.5, -0.25, 1],
      [0.5, -0.25, 1],
    ]);
  });
}
