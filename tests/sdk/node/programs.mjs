// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The two programs under the tests: the gateway and the provider that it asks.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const DEADLINE = 20_000;
export const PROVIDER_KEY = 'sk-scripted-0123456789abcdef';
export const AWS_SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';

/** Returns the first true value of condition(), or throws after the deadline. */
export async function waitUntil(condition, what) {
  const end = Date.now() + DEADLINE;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`${what} did not happen in time`);
    await delay(10);
  }
}

/** Starts a program and resolves to it and the match of the first line of its output that fits. */
function start(command, args, output, pattern, options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  child.stdout.resume();
  child.stderr.resume();
  let text = '';
  return new Promise((resolve, reject) => {
    const fail = (reason) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      reject(new Error(`${command}: ${reason}, it said:\n${text}`));
    };
    const timer = setTimeout(() => fail('not ready in time'), DEADLINE);
    child.on('error', (error) => fail(error.message));
    const onExit = () => fail('ended');
    child.on('exit', onExit);
    child[output].on('data', (data) => {
      text += data;
      const match = pattern.exec(text);
      if (!match) return;
      clearTimeout(timer);
      child.off('exit', onExit);
      resolve({ child, match, log: () => text });
    });
  });
}

async function stop({ child, log }) {
  const code = await new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), DEADLINE);
    child.on('exit', (status) => {
      clearTimeout(timer);
      resolve(status);
    });
    if (child.exitCode !== null || !child.kill('SIGTERM')) child.emit('exit', child.exitCode);
  });
  return { code, log: log() };
}

/** Starts both programs. */
export async function startGateway() {
  const folder = await mkdtemp(join(tmpdir(), 'nexus-sdk-'));
  const provider = await start(process.env.SCRIPTED_PROVIDER, [], 'stdout', /listening on (http:\S+)\n/);
  const providerUrl = provider.match[1];
  const env = {
    ...process.env,
    HOME: folder,
    XDG_CONFIG_HOME: folder,
    SCRIPTED_URL: providerUrl,
    SCRIPTED_KEY: PROVIDER_KEY,
    SCRIPTED_AWS_SECRET: AWS_SECRET,
  };
  const configuration = fileURLToPath(new URL('gateway.toml', import.meta.url));
  const args = ['--headless', '-c', configuration, '-l', '127.0.0.1:0'];
  const serving = /service: serving address=(127\.0\.0\.1:(\d+))/;
  let gateway;
  try {
    gateway = await start(process.env.NEXUS_PROGRAM, args, 'stderr', serving, { cwd: folder, env });
  } catch (error) {
    await stop(provider);
    throw error;
  }

  /** The POST requests that the provider got since clear(). */
  const calls = async () => {
    const records = await (await fetch(`${providerUrl}/_requests`)).json();
    return records
      .filter((record) => record.method === 'POST')
      .map((record) => {
        const body = Buffer.from(record.body_base64, 'base64').toString();
        return { ...record, body, json: JSON.parse(body), headers: new Headers(record.headers) };
      });
  };
  return {
    port: gateway.match[2],
    root: `http://${gateway.match[1]}`,
    url: `http://${gateway.match[1]}/llm/v1`,
    calls,
    clear: () => fetch(`${providerUrl}/_requests`, { method: 'DELETE' }),
    hungUpCall: () =>
      waitUntil(
        async () => (await calls()).find((call) => call.closed_after_ms !== null),
        "the end of the provider's connection",
      ),
    stop: async () => {
      const end = await stop(gateway);
      await stop(provider);
      await rm(folder, { recursive: true });
      return end;
    },
  };
}

/** What the scripted provider answers to a user who says text. */
export const said = (text) => `You said: ${text} – grüße 🙂`;
