/** What the fields of a completion are for, by the path that leads to each. */
export const responseNotes: Readonly<Record<string, string>> = {
  id: 'The name of this completion. Write it down with what you log: with it you find the call again. Asking about it needs the request id as well, which is in a header of the reply.',
  object: 'What kind of thing this is. In a stream it is chat.completion.chunk.',
  created: 'When it was made, in seconds since 1970. Not milliseconds: times 1000 for a Date.',
  model:
    'The model that answered. You asked for gpt-4o-mini; a dated version of it did the work, and its price is what you pay.',
  choices:
    'A list, because you may ask for several answers at once (n). Nearly always there is one, and you want choices[0].',
  'choices[0].index':
    'Which of the choices this is. It matters in a stream, where they come mixed.',
  'choices[0].message':
    'A message like those that you sent. Put it at the end of your list as it is, and the conversation goes on.',
  'choices[0].message.role': 'Who is speaking: the model is always the assistant.',
  'choices[0].message.content':
    'The answer. It can be null: when the model calls a tool instead of talking, or refuses.',
  'choices[0].message.refusal':
    'The words with which the model declined, if it did. Then content is null, and the call is paid for all the same.',
  'choices[0].finish_reason':
    'Why it stopped. stop: it was done. length: it was cut off at a ceiling, in the middle of a sentence. Always look at it.',
  'choices[0].logprobs': 'How sure the model was of each word. Only if you ask for it.',
  usage:
    'What was counted, and with it what it costs. In a stream it comes last, and only if you ask for it.',
  'usage.prompt_tokens':
    'What you sent: system message, question and everything before it, and a few tokens around each message.',
  'usage.completion_tokens':
    'What came back. These cost about four times as much as those that you sent.',
  'usage.total_tokens':
    'The sum of the two. No good for a bill, since the two have different prices.',
  'usage.prompt_tokens_details':
    'Parts of prompt_tokens, not more on top: cached tokens are cheaper, and are counted above as well.',
  'usage.completion_tokens_details':
    'Parts of completion_tokens. Reasoning tokens are thoughts that you do not get to see, and do pay for.',
  system_fingerprint:
    'Names the state of the machinery that answered. If it changes, the same seed may bring another answer.',
  service_tier:
    'In which lane you were served. It decides the price: flex is cheaper, priority dearer.',
};
