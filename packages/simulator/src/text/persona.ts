import { matchesIn, patternsIn } from './patterns-in.js';

/** A character that an answer is written in. */
export type Persona = 'pirate' | 'poet' | 'greybeard' | 'socratic';
export type Register = 'formal' | 'casual';

const personas: readonly (readonly [Persona, RegExp])[] = [
  ['pirate', /\bpirates?\b/i],
  ['poet', /\bshakespear\w{0,4}\b|\belizabethan\b|\b(?:poet(?:ic|ically)?|bard|in verse)\b/i],
  [
    'greybeard',
    /\bgr[ae]y[- ]?beard\b|\b(?:terse|old|veteran|grumpy) (?:unix|sysadmin)|\bunix (?:veteran|wizard|hacker|guru|admin\w{0,10}|old[- ]timer)\b/i,
  ],
  ['socratic', /\bsocrat(?:es|ic|ically)\b|\b(?:guiding|leading) questions\b/i],
];
/** In a prompt a character is a manner, not a subject: "like a pirate", "in the style of Shakespeare". */
const manner =
  /\b(?:like|as|(?:style|voice|manner|words|tone) of|as if you were)\s+(?:an? |the |old |true |real ){0,3}(?:pirate|shakespeare|poet|bard|gr[ae]y[- ]?beard|unix \w{3,12}|socrates)|\bshakespearean\b|\bpoetically\b|\bsocratically\b|\bsocratic (?:way|method|style)\b|\bguiding questions\b/i;

const casual =
  /\b(?:casual(?:ly)?|informal(?:ly)?|chatty|laid[- ]back|colloquial(?:ly)?|slangy?|(?:like|as) (?:a|my) (?:friend|buddy|mate))\b/i;
const formal =
  /\b(?:formal(?:ly)?|businesslike|academic(?:ally)?|(?:strictly )?professional (?:tone|register|language|manner|style))\b(?! (?:parameters?|arguments?|languages?|grammars?|methods?))/i;
/** A prompt may be about formal things; its manner is an adverb or named as one. */
const registerInPrompt =
  /\b(?:formally|informally|casually|colloquially|academically|like a friend)\b|\b(?:formal|informal|casual|chatty|businesslike|academic|professional)(?:,? \w{1,15})? (?:tone|register|style|way|manner|english|words)\b|\bmore (?:formal|casual|informal)\b/i;

export function personaIn(instructions: string, prompt: string): Persona | undefined {
  return named(matchesIn(prompt)(manner)?.[0] ?? '') ?? named(instructions);
}

export function registerIn(instructions: string, prompt: string): Register | undefined {
  const asked = matchesIn(prompt)(registerInPrompt)?.[0];
  const has = patternsIn(asked ?? instructions);
  if (has(casual)) return 'casual';
  return has(formal) || (asked !== undefined && /professional/i.test(asked)) ? 'formal' : undefined;
}

function named(text: string): Persona | undefined {
  const has = patternsIn(text);
  return personas.find(([, pattern]) => has(pattern))?.[0];
}

const givenName =
  /(?:\b[Yy]ou(?: are|['’]re)|\b[Yy]our name is|\b[Cc]all yourself|\b(?:assistant|tutor|teacher|robot|bot|helper|character|persona|expert|pirate|wizard|engineer|developer|reviewer|debugger|translator),? (?:named|called)) (?:named |called )?(?<name>\p{Lu}[\p{L}\p{M}\d'’-]{0,24}(?:\.? \p{Lu}[\p{L}\p{M}\d'’-]{0,24}){0,3})(?=\s*(?:[,;:!?()–—]|\.(?:\s|$)|$| and | who | - |\n))/u;
const noName =
  /\b(?:Python|Java|JavaScript|TypeScript|Rust|Go|Senior|Junior|Expert|Assistant|Tutor|Teacher|Developer|Engineer|Reviewer|Debugger|Translator|Helper|An?|The|Not|JSON|AI|English|German|French|Shakespearean|Socratic)\b/;

/**
 * The name that the instructions give: "You are Ada, a patient tutor".
 *
 * A capital letter makes a name; a job ("You are Senior Engineer") or a language does not.
 */
export function nameIn(instructions: string): string | undefined {
  if (instructions === '') return undefined;
  const name = givenName.exec(instructions)?.groups?.name;
  return name === undefined || noName.test(name) ? undefined : name;
}
