/** To thanks, with what they are for. */
export const youAreWelcome =
  '[[You’re welcome!|You are very welcome!|My pleasure!|Glad that helped!|Happy to help!]] [[If anything about {{about=it}} is still unclear|Should a part of {{about=it}} remain unclear|If a piece of {{about=it}} has not sunk in yet|When something about {{about=it}} puzzles you later]], [[just ask|ask again|ask away|come back and ask]]: [[for an example|for a shorter answer|for more detail|for a longer answer]], [[for the code in another language|for the same in JavaScript|for the code in TypeScript|for the code in JavaScript]], [[or about something else|or about the next thing|or for something new]].';

/** Before an example that was asked for. */
export const exampleOpening =
  '[[Sure.|Of course.|Gladly.|Certainly.]] [[Here is|This is|Take|Look at]] [[a small|a short|a simple|one small]] example of {{about=it}}:';

/** Before the code of a topic in another language than Python. */
export const inLanguage =
  '[[The idea is the same|The idea does not change|What happens is the same|Nothing changes in the idea]] in {{language=JavaScript}} [[as in Python|as it is in Python]]; [[only the words differ|only the syntax is new|just the spelling differs|it merely reads differently]]. [[Here is|This is|Take|Look at]] the {{language=JavaScript}} [[code|version]]:';

/** Where an answer has code, but not in that language. */
export const notInLanguage =
  '[[I have no|I know no|There is no|I was given no]] {{language=such}} [[version|code]] of {{about=this}} [[in store|at hand|ready|prepared]]: [[I am a simulator, not a language model|this is a simulator, not a language model]], and [[I do not make code up|I will not invent code|inventing code is not for me|I would rather not guess]]. [[A real provider can write it.|A real model will write it for you.|For that, ask a real provider.|Point your client at a real provider for that.]]';
