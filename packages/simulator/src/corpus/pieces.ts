import type { Piece } from './topic.js';

/** Writing to order, and small talk. */
export const pieces: readonly Piece[] = [
  {
    name: 'haiku',
    signals: [[/\bhaikus?\b/i, 9]],
    text: '[[Code runs through the night|Green light on the screen|Rain upon the roof|Morning in the trees|One small missing sign|Snow has filled the path|Coffee growing cold|Soft light fills the room|Leaves drift from the oak|An old clock ticks on|Moon above the sea|Fog across the bay]]\n[[a lone moth circles the lamp|the cursor blinks and waits there|a loop repeats its slow song|the river forgets its name|ten thousand small lights go out|a quiet wind turns the page|nobody knows what it means|the last train hums far away|I read the same line again|a cat sleeps on the warm keys|the empty list stays empty|each word finds its proper place]]\n[[and then all is still|dawn has fixed the bug|the tests pass at last|spring will come again|nothing left to say|one more try, then sleep|the answer is no|silence in the loop|rest is also work|the world starts again|only echoes stay|now the day begins]]',
  },
  {
    name: 'names',
    signals: [
      [/\b(brainstorm|suggest|invent|come up with|give me|ideas? for)\b[^.?\n]*\bnames?\b/i, 8],
      [/\bnames? (for|of) (a|an|my|our)\b/i, 4],
    ],
    text: '1. [[Lantern|Brightside|Kindle Lane|Halo|Firefly|Daybreak]]\n2. [[Northwind|Driftwood|Tidemark|Harbour|Farshore|Longwave]]\n3. [[Papertrail|Inkwell|Footnote|Marginal|Dogear|Bookend]]\n4. [[Pebble|Cobble|Flint|Quarry|Slate|Granite]]\n5. [[Hummingbird|Magpie|Wren|Kestrel|Sparrow|Heron]]\n\n[[My favourite is the second:|I would pick the third:|The last one stays with me:|I keep coming back to the first:]] [[short, easy to spell, and free of buzzwords|it is easy to say on the phone|it sounds like a place you would like to go|you remember it after hearing it once]].',
  },
  {
    name: 'stories',
    signals: [
      [/\b(write|tell|make up)\b[^.?\n]*\b(story|tale|poem|limerick)\b/i, 9],
      [/\bbrainstorm\b/i, 3],
      [/\bcreative\b/i, 3],
    ],
    text: '[[On the last day of autumn|One night, long after closing time|In a town with no clocks|At the far end of the library]], [[a young programmer|an old lighthouse keeper|a robot with one good arm|a retired postman]] found [[a key that fitted nothing|a letter addressed to nobody|a door that had not been there before|a loop with no end]]. [[Most people would have walked on|Anyone else would have called for help|It would have been wise to leave it alone|There were a hundred reasons not to touch it]], but [[curiosity is stronger than sense|some questions do not let go|the evening was long and the kettle was cold|nobody was watching]]. By morning [[the town had a new story|everything was in its place, and nothing was the same|the answer turned out to be a better question|it was clear that somebody had been waiting]].',
  },
  {
    name: 'greetings',
    signals: [
      [/^\s*(say )?(hi|hello|hey|good (morning|evening|afternoon))\b[^\n]{0,40}$/i, 3],
      [
        /\b(who|what) are you\b|\bwhat can (you do|i ask)\b|^\s*(can you )?help( me)?\s*[.!?]*$/i,
        3,
      ],
    ],
    text: '[[Hello|Hi|Hey|Hi there|Hello there]]! [[I am the simulator|This is the simulator|You have reached the simulator]], [[ready when you are|at your service|happy to help|here to help]]. [[Ask me about|Try me on|Ask about]] [[a for loop|list comprehensions|temperature|streaming|recursion]], [[paste some Python with a bug in it|show me a bug in your Python|give me a small Python snippet to translate]], or [[ask for a haiku|have me think up a few names|ask what a token is]].',
  },
];
