const request =
  /^(?:(?:please|can you|could you|would you|will you|i want (?:you )?to|i'd like (?:you )?to|i need (?:you )?to|help me(?: to)?|hey|hi|ok|then|and|also|use the \w{1,40} tool to)[\s,]+){0,4}/i;
const search =
  /^(?:(?:search|look|google|browse|query|check)(?: up)?(?: (?:the )?(?:web|internet|online|docs|documentation|database|knowledge base|news|wikipedia|files?))?(?: for| up| about)?|find(?: out)?(?: me)?(?: about)?|look for|what(?: is|'s| are)|who (?:is|was)|tell me(?: about)?|give me|show me|list|get(?: me)?|retrieve|extract|explain|summari[sz]e|describe|define|translate|classify|analy[sz]e)\s+/i;
const telling =
  /\b(?:saying|says?|that says|with the (?:text|message|body)|telling (?:him|her|them|\w{2,20})|tell (?:him|her|them|\w{2,20})(?: that)?|message:|text:|body:|translate:?|remind me to|post:|note:)\s+["“']?([^"“”\n]{2,400})/i;

/** What a search would look for: the prompt without its "please" and "search the web for". */
export function queryIn(text: string): string | undefined {
  const quoted =
    /\b(?:search|look|find|google|query)\b[^"“\n]{0,60}["“]([^"“”\n]{1,300})["”]/i.exec(text)?.[1];
  if (quoted !== undefined) return quoted;
  const [line = ''] = text.trim().split(/\n|(?<=[.!?])\s/, 1);
  return shortened(
    line
      .replace(request, '')
      .replace(search, '')
      .replace(/^(?:the|a|an)\s+/i, ''),
  );
}

/** A heading for what the prompt wants. */
export function titleIn(text: string): string | undefined {
  const named =
    /\b(?:called|titled|entitled|named|about|regarding|subject:?|title:?|a|an|the)\s+((?:[\w'’-]{2,20}\s){0,3}(?:meeting|call|review|appointment|party|lunch|dinner|breakfast|standup|sync|interview|demo|workshop|report|reminder|fair|concert|conference|wedding|trip|festival|exam|class|lesson))\b/i.exec(
      text,
    )?.[1];
  if (named !== undefined) return capital(named);
  const about = /\b(?:called|titled|entitled|about|regarding)\s+([^.,;!?"\n]{2,80})/i.exec(
    text,
  )?.[1];
  return about === undefined ? undefined : capital(about.trim());
}

/** What is to be said, sent or translated. */
export function messageIn(text: string): string | undefined {
  const told = telling.exec(text)?.[1]?.replace(/["”'\s]+$/, '');
  if (told !== undefined) return told;
  const after = /:\s+(\S[\s\S]{4,2000})$/.exec(text.slice(0, 3_000))?.[1];
  return after?.trim();
}

/** What the prompt is about, on one line of at most 80 characters. */
export function topicIn(text: string): string | undefined {
  return queryIn(text.replace(/```[\s\S]*?(?:```|$)/g, ' '));
}

function shortened(text: string): string | undefined {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/[\s?!.:,]+$/, '')
    .trim();
  const short = Array.from(line).slice(0, 120).join('');
  return short === '' ? undefined : short;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
