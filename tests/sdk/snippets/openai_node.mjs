// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

import OpenAI from 'openai';
// Configure the client
const openai = new OpenAI({
  baseURL: 'http://localhost:8000/llm/v1',
  apiKey: 'not-used' // Required by SDK but ignored
});
// Async/await usage
async function chat() {
  const completion = await openai.chat.completions.create({
    model: 'openai/gpt-4',
    messages: [
      { role: 'user', content: 'What is the capital of France?' }
    ]
  });
  console.log(completion.choices[0].message.content);
}
// Streaming
async function streamChat() {
  const stream = await openai.chat.completions.create({
    model: 'anthropic/claude-3-5-sonnet-20241022',
    messages: [{ role: 'user', content: 'Write a haiku' }],
    stream: true
  });
  for await (const chunk of stream) {
    process.stdout.write(chunk.choices[0]?.delta?.content || '');
  }
}
