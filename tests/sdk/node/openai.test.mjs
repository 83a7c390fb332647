// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// openai-node against the gateway.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';

import OpenAI from 'openai';

import { PROVIDER_KEY, said, startGateway, waitUntil } from './programs.mjs';

const hello = [{ role: 'user', content: 'Hello – grüße 🙂' }];
const tools = [
  {
    type: 'function',
    function: {
      name: 'get_weather',
      parameters: {
        type: 'object',
        properties: { unit: { enum: ['celsius'] }, location: { type: 'string' }, days: { type: 'integer' } },
        required: ['location'],
      },
    },
  },
];
const toolArguments = { unit: 'celsius', location: 'text', days: 7 };

let gateway;
let client;
const sent = [];

before(async () => {
  gateway = await startGateway();
  client = new OpenAI({
    baseURL: gateway.url,
    apiKey: 'not-used',
    maxRetries: 0,
    timeout: 20_000,
    fetch: (url, options) => {
      sent.push(options.body);
      return fetch(url, options);
    },
  });
});
beforeEach(async () => {
  sent.length = 0;
  await gateway.clear();
});
after(async () => {
  const { code, log } = await gateway.stop();
  assert.equal(code, 0, log);
  assert.ok(!log.includes(PROVIDER_KEY));
});

const ask = (model, options = {}, transport = {}) =>
  client.chat.completions.create({ model, messages: hello, ...options }, transport);

async function assertPassedThrough(clientModel, providerModel) {
  const [call] = await gateway.calls();
  assert.equal(call.body, sent.at(-1).replace(`"${clientModel}"`, `"${providerModel}"`));
  assert.equal(call.headers.get('authorization'), `Bearer ${PROVIDER_KEY}`);
}

test('chat', async () => {
  const { data, response } = await ask('openai/gpt-4').withResponse();
  assert.equal(data.choices[0].message.content, said(hello[0].content));
  assert.equal(data.model, 'openai/gpt-4');
  assert.equal(data.usage.total_tokens, 21);
  assert.equal(response.headers.get('x-nexus-provider'), 'openai');
  assert.equal(response.headers.get('x-nexus-model'), 'gpt-4');
  assert.ok(response.headers.get('x-request-id'));
  await assertPassedThrough('openai/gpt-4', 'gpt-4');
});

test('stream', async () => {
  let text = '';
  let last;
  for await (const chunk of await ask('openai/gpt-4', { stream: true, stream_options: { include_usage: true } })) {
    text += chunk.choices[0]?.delta?.content ?? '';
    assert.equal(chunk.model, 'openai/gpt-4');
    last = chunk;
  }
  assert.equal(text, said(hello[0].content));
  assert.equal(last.usage.total_tokens, 21);
  await assertPassedThrough('openai/gpt-4', 'gpt-4');
});

test('the stream helper assembles an answer', async () => {
  const stream = client.chat.completions.stream({ model: 'openai/gpt-4', messages: hello });
  assert.equal(await stream.finalContent(), said(hello[0].content));
});

test('tools', async () => {
  const answer = await ask('openai/gpt-4', { tools });
  assert.equal(answer.choices[0].finish_reason, 'tool_calls');
  const [call] = answer.choices[0].message.tool_calls;
  assert.equal(call.function.name, 'get_weather');
  assert.deepEqual(JSON.parse(call.function.arguments), toolArguments);
  await assertPassedThrough('openai/gpt-4', 'gpt-4');
});

test('streamed tools', async () => {
  const stream = client.chat.completions.stream({ model: 'openai/gpt-4', messages: hello, tools });
  const answer = await stream.finalChatCompletion();
  const [call] = answer.choices[0].message.tool_calls;
  assert.equal(call.id, 'call_0');
  assert.deepEqual(JSON.parse(call.function.arguments), toolArguments);
});

test('models', async () => {
  const ids = [];
  for await (const model of client.models.list()) ids.push(model.id);
  assert.ok(ids.includes('openai/gpt-4'), ids.join());
  assert.equal((await client.models.retrieve('openai/gpt-4')).id, 'openai/gpt-4');
});

test('embeddings', async () => {
  const answer = await client.embeddings.create({ model: 'openai/text-embedding-3-small', input: 'one' });
  assert.deepEqual(answer.data[0].embedding, [0.5, -0.25, 1]);
});

test('a hundred at once', async () => {
  const numbers = [...Array(100).keys()].map(String);
  const answers = await Promise.all(
    numbers.map((content) => ask('openai/gpt-4', { messages: [{ role: 'user', content }] })),
  );
  assert.deepEqual(answers.map((answer) => answer.choices[0].message.content), numbers.map(said));
  assert.equal((await gateway.calls()).length, 100);
});

for (const stream of [false, true]) {
  for (const [model, errorClass, status] of [
    ['status-400', OpenAI.BadRequestError, 400],
    ['status-401', OpenAI.AuthenticationError, 401],
    ['status-404', OpenAI.NotFoundError, 404],
    ['status-429', OpenAI.RateLimitError, 429],
    ['status-500', OpenAI.InternalServerError, 502],
    ['status-503', OpenAI.InternalServerError, 503],
    ['html', OpenAI.InternalServerError, 502],
  ]) {
    test(`error ${model}${stream ? ' in a stream' : ''}`, async () => {
      await assert.rejects(ask(`openai/${model}`, { stream }), (error) => {
        assert.ok(error instanceof errorClass, String(error));
        assert.equal(error.status, status);
        assert.ok(error.error.message && error.type);
        if (status === 429) assert.equal(error.headers.get('retry-after'), '7');
        return true;
      });
      assert.equal((await gateway.calls()).length, 1);
    });
  }
}

test('an unknown model', async () => {
  await assert.rejects(ask('nobody/gpt-4'), { status: 404, code: 'model_not_found' });
  assert.equal((await gateway.calls()).length, 0);
});

for (const model of ['cut', 'error-event']) {
  test(`a stream with ${model} never ends quietly`, async () => {
    let text = '';
    await assert.rejects(async () => {
      for await (const chunk of await ask(`openai/${model}`, { stream: true })) {
        text += chunk.choices[0].delta.content;
      }
    }, OpenAI.APIError);
    assert.equal(text, 'You said: ');
  });
}

test('abort before the answer', async () => {
  const controller = new AbortController();
  const answer = ask('openai/hang', {}, { signal: controller.signal });
  const rejected = assert.rejects(answer, OpenAI.APIUserAbortError);
  await waitUntil(async () => (await gateway.calls()).length, 'a request to the provider');
  controller.abort();
  await rejected;
  assert.equal((await gateway.hungUpCall()).json.model, 'hang');
});

test('abort in mid-stream', async () => {
  const stream = await ask('openai/slow', { stream: true });
  for await (const chunk of stream) {
    assert.ok(chunk.choices);
    break; // aborts the request
  }
  assert.equal((await gateway.hungUpCall()).json.model, 'slow');
});

test('the demo', async () => {
  const whole = (await ask('demo/echo')).choices[0].message.content;
  assert.ok(whole.includes(hello[0].content));
  assert.equal(await client.chat.completions.stream({ model: 'demo/echo', messages: hello }).finalContent(), whole);
  const [call] = (await ask('demo/echo', { tools })).choices[0].message.tool_calls;
  assert.equal(call.function.name, 'get_weather');
  assert.ok('location' in JSON.parse(call.function.arguments));
  assert.equal((await gateway.calls()).length, 0);
});
