import { profiles } from '@farebox/client';
import { expect, it } from 'vitest';
import { answeringModels } from './answering-models.js';

it('the model that is asked comes first, with the profile of its provider', () => {
  expect(answeringModels({ provider: 'deepseek' }, 'deepseek-chat')).toEqual([
    { model: 'deepseek-chat', profile: profiles.deepseek },
  ]);
});

it('a fallback has the model and the profile that are said of it; of itself what is not said, of another provider nothing', () => {
  const fallback = [
    'small',
    { model: 'large' },
    { provider: 'anthropic' as const },
    { model: 'own', baseURL: 'http://localhost:1/v1', profile: 'ollama' as const },
    { model: 'plain', baseURL: 'http://localhost:2/v1' },
  ];
  expect(answeringModels({ provider: 'mistral', fallback }, 'asked').slice(1)).toEqual([
    { model: 'small', profile: profiles.mistral },
    { model: 'large', profile: profiles.mistral },
    { model: 'asked', profile: profiles.anthropic },
    { model: 'own', profile: profiles.ollama },
    { model: 'plain', profile: profiles.openai },
  ]);
});
