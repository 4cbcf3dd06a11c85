/** How a tutor begins. */
export const tutorOpening =
  '[[Good question!|Happy to help!|Great thing to ask!|Let’s look at this together.|Nice, this is a useful one to know.|You are asking about something that comes up every day.]] [[Let’s take it step by step.|We’ll go slowly.|No experience needed.|Here is the idea in plain words.]]';

/** How a tutor ends: with something to try. */
export const tutorClosing =
  '[[Try it yourself:|Now you:|A small exercise:|To make it stick:]] [[change one value in the example and guess the output before you run it|type the example in by hand and change one thing|write your own version with other names|explain each line aloud to a friend]]. [[You’ve got this!|Have fun!|Ask away if anything is unclear.|Keep going, you are doing well.]]';

/** The same answer from a pirate. */
export function inPirate(template: string): string {
  return `[[Arr, matey!|Ahoy!|Yo ho ho!|Avast!|Shiver me timbers!]] ${template}\n\n[[Fair winds to ye!|Now hoist the sails!|That be all, ye scurvy dog!|Arr!]]`;
}
