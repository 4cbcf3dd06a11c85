import type { Persona, Register } from '../text/persona.js';

/** What a voice puts around an answer. */
export interface Voice {
  /** Before an answer, with the space after it. */
  readonly opening: string;
  /** After an answer, with the space before it. */
  readonly closing: string;
  /** Before an answer whose sentences are counted: part of its first. */
  readonly lead: string;
}

/** The voices of the personas. */
export const personaVoices: Readonly<Record<Persona, Voice>> = {
  pirate: {
    opening: '[[Arr, matey!|Ahoy!|Yo ho ho!|Avast!|Shiver me timbers!]] ',
    closing: '\n\n[[Fair winds to ye!|Now hoist the sails!|That be all, ye scurvy dog!|Arr!]]',
    lead: '[[Arr, matey|Ahoy|Yo ho ho|Avast]]: ',
  },
  poet: {
    opening:
      '[[Attend, good friend, and lend thy patient ear:|Come, gentle coder, sit and listen here:|O thou that seekest knowledge, now draw near:]]\n[[what seemeth dark shall presently be clear.|the thing thou askest shall be plain and clear.|no riddle stays when once the light is here.]]\n\n',
    closing:
      '\n\n[[So ends my tale; go forth, and try it well,|Thus much I know, and this I had to tell;|Now take thy keyboard, and thy code compel,]]\n[[and what thou learnest, to thy neighbour tell.|for he that tries it breaks the darksome spell.|and may no bug within thy program dwell.]]',
    lead: '[[Hark, gentle friend|Attend, good friend|Know this, sweet coder]]: ',
  },
  greybeard: {
    opening: '',
    closing:
      '\n\n[[The manual has the rest.|Read the source for the rest.|`help()` has the rest.|The rest is in the documentation.]]',
    lead: '',
  },
  socratic: {
    opening:
      '[[Before I answer, let me ask you something.|Let us begin with a question.|First a question, for you to think about.]] {{question=What do you know about it already?}} [[And what would you expect to happen|And what would change]], [[if you had to do without it|if nobody had invented it]]?\n\n[[Take a moment, and then compare your answer with mine.|Think before you read on; here is my answer.|Now see how far your answer agrees with this.]]\n\n',
    closing:
      '\n\n[[Which part of this would you have said differently?|Can you think of a case where this would not hold?|How would you explain it to somebody else now?]]',
    lead: '[[Ask yourself first what you expect, then compare|Guess before you read]]: ',
  },
};

/** The voices of the registers. */
export const registerVoices: Readonly<Record<Register, Voice>> = {
  formal: {
    opening:
      '[[Thank you for your enquiry.|I am pleased to assist you.|It is my pleasure to provide the following explanation.]]\n\n',
    closing:
      '\n\n[[Should you require further clarification, please do not hesitate to ask.|I remain at your disposal for further questions.|Please let me know if any point requires elaboration.]]',
    lead: '',
  },
  casual: {
    opening: '[[Sure thing!|No worries, here goes.|Easy one!|Yeah, so here’s the deal.]] ',
    closing:
      '\n\n[[Hope that helps!|Shout if it doesn’t click.|That’s really all there is to it.]]',
    lead: '[[So|OK, so]]: ',
  },
};

/** "I am Ada.", and the name in an answer whose sentences are counted. */
export const introduction = {
  opening: 'I am {{persona=the simulator}}. ',
  lead: '{{persona=The simulator}} here: ',
};
