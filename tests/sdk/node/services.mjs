// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The four services behind the gateway: their models, and what their scripted answers count.
const claude = { plain: 9, cached: 5, written: 3, said: 12 };

export const services = [
  {
    name: 'openai',
    model: 'openai/gpt-4',
    thinkingModel: 'openai/gpt-5',
    thought: 0,
    plain: 9,
    cached: 0,
    written: 0,
    said: 12,
  },
  {
    name: 'anthropic',
    model: 'anthropic/claude-3-5-sonnet-20241022',
    thinkingModel: 'anthropic/claude-sonnet-4-5-20250929',
    thought: 7,
    ...claude,
  },
  {
    name: 'google',
    model: 'google/gemini-2.5-flash',
    thinkingModel: 'google/gemini-3-pro-preview',
    thought: 7,
    ...claude,
    written: 0,
  },
  {
    name: 'bedrock',
    model: 'bedrock/anthropic.claude-3-sonnet-20240229-v1:0',
    thinkingModel: 'bedrock/anthropic.claude-sonnet-4-5-20250929-v1:0',
    thought: 7,
    ...claude,
  },
];

export const promptOf = (service) => service.plain + service.cached + service.written;

export const hello = 'Hello – grüße 🙂';
export const both = 'I want both';
export const schemas = {
  get_weather: {
    type: 'object',
    properties: {
      unit: { type: 'string', enum: ['celsius'] },
      location: { type: 'string' },
      days: { type: 'integer' },
    },
    required: ['location'],
  },
  get_time: { type: 'object', properties: { zone: { type: 'string' } } },
};
/** With what the scripted model calls the tools above. */
export const calls = {
  get_weather: { unit: 'celsius', location: 'text', days: 7 },
  get_time: { zone: 'text' },
};
export const results = { get_weather: '21 °C', get_time: '12:00' };
