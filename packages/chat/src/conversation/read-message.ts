import { type KeptMessage, keepMessage } from './kept-message.js';
import type { SavedValue } from './saved-value.js';

const roles = ['user', 'assistant', 'tool', 'function', 'system', 'developer'] as const;

/** A message of a saved conversation, checked as far as sending it needs. Parts of kinds that are not known yet are kept. */
export function readMessage(saved: SavedValue): KeptMessage {
  const role = saved.field('role').oneOf(...roles);
  const content = saved.field('content');
  if (role !== 'assistant' || !isAbsent(saved, 'content')) checkContent(content);
  if (role === 'tool') saved.field('tool_call_id').text();
  if (role === 'assistant') {
    if (!isAbsent(saved, 'tool_calls')) saved.field('tool_calls').list().forEach(checkCall);
    if (!isAbsent(saved, 'audio')) saved.field('audio').field('id').text();
    for (const name of ['refusal', 'reasoning_content']) {
      if (!isAbsent(saved, name)) saved.field(name).text();
    }
  }
  return keepMessage(saved.object() as unknown as KeptMessage);
}

function isAbsent(saved: SavedValue, name: string): boolean {
  return saved.field(name).isMissing || saved.object()[name] === null;
}

function checkContent(content: SavedValue): void {
  if (content.isText) return;
  for (const part of content.list()) {
    const type = part.field('type').text();
    if (type === 'text') part.field('text').text();
  }
}

function checkCall(call: SavedValue): void {
  call.field('id').text();
  const type = call.field('type').oneOf('function', 'custom');
  const called = call.field(type);
  called.field('name').text();
  called.field(type === 'function' ? 'arguments' : 'input').text();
}
