import type { Snippet } from './topic.js';

const origin = '[[Translated|Ported|Converted|Carried over]] from Python';

/** Functions of one argument, lists of numbers, and what is asked of them. */
export const valueSnippets: readonly Snippet[] = [
  {
    name: 'filtered list comprehension',
    shape:
      /\b(?<target>\w+)\s*=\s*\[\s*(?<value>[^\]\n]{1,60}?)\s+for\s+(?<item>\w+)\s+in\s+(?<over>\w+)\s+if\s+(?<condition>[^\]\n]{1,60}?)\s*\]/,
    words: /\bfilter(?:ed|ing|s)?\b/i,
    comment: `${origin}: [[keeps|takes|picks|selects]] [[some items|certain items|those that fit|the fitting items]] and [[makes|builds|creates|produces]] [[a new list|a fresh list|another list|a second list]] of them.`,
    targets: {
      JavaScript:
        'const {{target=evens}} = {{over=numbers}}\n  .filter(({{item=n}}) => {{condition=n % 2 === 0}})\n  .map(({{item=n}}) => {{value=n}});',
      TypeScript:
        'const {{target=evens}}: number[] = {{over=numbers}}\n  .filter(({{item=n}}: number) => {{condition=n % 2 === 0}})\n  .map(({{item=n}}: number) => {{value=n}});',
      Go: 'var {{target=evens}} []int\nfor _, {{item=n}} := range {{over=numbers}} {\n\tif {{condition=n % 2 == 0}} {\n\t\t{{target=evens}} = append({{target=evens}}, {{value=n}})\n\t}\n}',
      Rust: 'let {{target=evens}}: Vec<i64> = {{over=numbers}}\n    .iter()\n    .filter(|&&{{item=n}}| {{condition=n % 2 == 0}})\n    .map(|&{{item=n}}| {{value=n}})\n    .collect();',
      Java: 'List<Integer> {{target=evens}} = {{over=numbers}}.stream()\n    .filter({{item=n}} -> {{condition=n % 2 == 0}})\n    .map({{item=n}} -> {{value=n}})\n    .toList();',
      'C++':
        'std::vector<int> {{target=evens}};\nfor (int {{item=n}} : {{over=numbers}}) {\n    if ({{condition=n % 2 == 0}}) {\n        {{target=evens}}.push_back({{value=n}});\n    }\n}',
    },
  },
  {
    name: 'function of one argument',
    shape:
      /def\s+(?<name>\w+)\s*\(\s*(?<first>\w+)\s*\)[^:\n]*:\s*return\s+(?<value>[^\n"'#]{1,60})/,
    words: /\bsquare\b|\bdouble\b/i,
    comment: `${origin}: [[returns|gives back|computes|calculates]] [[a result|one value|its result|the result]] [[from|out of|based on|given]] [[its argument|its only argument|one argument|a single input]].`,
    targets: {
      JavaScript: 'function {{name=square}}({{first=n}}) {\n  return {{value=n * n}};\n}',
      TypeScript:
        'function {{name=square}}({{first=n}}: number): number {\n  return {{value=n * n}};\n}',
      Go: 'func {{name=square}}({{first=n}} int) int {\n\treturn {{value=n * n}}\n}',
      Rust: 'fn {{name=square}}({{first=n}}: i64) -> i64 {\n    {{value=n * n}}\n}',
      Java: 'static int {{name=square}}(int {{first=n}}) {\n    return {{value=n * n}};\n}',
      'C++': 'int {{name=square}}(int {{first=n}}) {\n    return {{value=n * n}};\n}',
    },
  },
  {
    name: 'sum of a list',
    shape: /\b(?<target>\w+)\s*=\s*sum\(\s*(?<over>\w+)\s*\)/,
    words: /\bsum of\b/i,
    comment: `${origin}: [[adds up|sums up|totals|adds together]] [[all the numbers|every number|the numbers|all numbers]] [[of the list|in the list|of a list|in a list]], [[whatever their order|from first to last|one by one|one after another]].`,
    targets: {
      JavaScript:
        'const {{target=total}} = {{over=numbers}}.reduce((sum, number) => sum + number, 0);',
      TypeScript:
        'const {{target=total}} = {{over=numbers}}.reduce((sum: number, number: number) => sum + number, 0);',
      Go: '{{target=total}} := 0\nfor _, number := range {{over=numbers}} {\n\t{{target=total}} += number\n}',
      Rust: 'let {{target=total}}: i64 = {{over=numbers}}.iter().sum();',
      Java: 'int {{target=total}} = {{over=numbers}}.stream().mapToInt(Integer::intValue).sum();',
      'C++':
        'int {{target=total}} = std::accumulate({{over=numbers}}.begin(), {{over=numbers}}.end(), 0);',
    },
  },
  {
    name: 'greatest of a list',
    shape: /\b(?<target>\w+)\s*=\s*max\(\s*(?<over>\w+)\s*\)/,
    words: /\b(?:maximum|largest) (?:of|in) a list\b/i,
    comment: `${origin}: [[finds|looks up|picks|takes]] [[the greatest|the largest|the highest|the biggest]] [[number|value|item|entry]], [[in a list that is not empty|if there is one at all|provided there is any|where there is at least one]].`,
    targets: {
      JavaScript: 'const {{target=largest}} = Math.max(...{{over=numbers}});',
      TypeScript: 'const {{target=largest}} = Math.max(...{{over=numbers}});',
      Go: '{{target=largest}} := slices.Max({{over=numbers}})',
      Rust: 'let {{target=largest}} = *{{over=numbers}}.iter().max().expect("the list is empty");',
      Java: 'int {{target=largest}} = Collections.max({{over=numbers}});',
      'C++':
        'int {{target=largest}} = *std::max_element({{over=numbers}}.begin(), {{over=numbers}}.end());',
    },
  },
  {
    name: 'length of a list',
    shape: /\b(?<target>\w+)\s*=\s*len\(\s*(?<over>\w+)\s*\)/,
    words: /\blength of a list\b/i,
    comment: `${origin}: [[counts|finds out|tells|says]] how many [[items|entries|elements|values]] [[there are|are there|are in it|it holds]] [[in all|altogether|just now|at this point]].`,
    targets: {
      JavaScript: 'const {{target=count}} = {{over=items}}.length;',
      TypeScript: 'const {{target=count}} = {{over=items}}.length;',
      Go: '{{target=count}} := len({{over=items}})',
      Rust: 'let {{target=count}} = {{over=items}}.len();',
      Java: 'int {{target=count}} = {{over=items}}.size();',
      'C++': 'auto {{target=count}} = {{over=items}}.size();',
    },
  },
  {
    name: 'list of numbers',
    shape: /\b(?<target>\w+)\s*=\s*\[\s*(?<values>-?\d+(?:\s*,\s*-?\d+){0,40})\s*\]/,
    words: /\blists? of (?:numbers|integers)\b/i,
    comment: `${origin}: [[makes|creates|sets up|writes down]] [[a list|one list|a new list|a short list]] of [[whole numbers|integers|a few numbers|some numbers]], [[in the same order|in their order|in order|just as given]].`,
    targets: {
      JavaScript: 'const {{target=numbers}} = [{{values=1, 2, 3}}];',
      TypeScript: 'const {{target=numbers}}: number[] = [{{values=1, 2, 3}}];',
      Go: '{{target=numbers}} := []int{ {{values=1, 2, 3}} }',
      Rust: 'let {{target=numbers}} = vec![{{values=1, 2, 3}}];',
      Java: 'List<Integer> {{target=numbers}} = List.of({{values=1, 2, 3}});',
      'C++': 'std::vector<int> {{target=numbers}} = { {{values=1, 2, 3}} };',
    },
  },
  {
    name: 'swap',
    shape: /\b(?<left>\w+)\s*,\s*(?<right>\w+)\s*=\s*\k<right>\s*,\s*\k<left>\b/,
    words: /\bswap(?:ping|s)?\b/i,
    comment: `${origin}: [[swaps|exchanges|trades|switches]] [[two values|the two values|both values|the values]] [[of two variables|between two names|of both names|between variables]] [[at once|in one go|in a single step|without losing either]].`,
    targets: {
      JavaScript: '[{{left=a}}, {{right=b}}] = [{{right=b}}, {{left=a}}];',
      TypeScript: '[{{left=a}}, {{right=b}}] = [{{right=b}}, {{left=a}}];',
      Go: '{{left=a}}, {{right=b}} = {{right=b}}, {{left=a}}',
      Rust: 'std::mem::swap(&mut {{left=a}}, &mut {{right=b}});',
      Java: 'int kept = {{left=a}};\n{{left=a}} = {{right=b}};\n{{right=b}} = kept;',
      'C++': 'std::swap({{left=a}}, {{right=b}});',
    },
  },
  {
    name: 'greeting by name',
    shape:
      /print\(\s*f"(?<before>[^"\\\n{}%$`]{0,60})\{(?<name>\w{1,40})\}(?<after>[^"\\\n{}%$`]{0,60})"\s*\)/,
    words: /\bf-?strings?\b/i,
    comment: `${origin}: [[prints|shows|writes|outputs]] [[a line|one line|a text|a sentence]] [[with a value|with one value|that has a value|with a name]] [[filled in|put in|inside|in the middle]].`,
    targets: {
      JavaScript: 'console.log("{{before=Hello, }}" + {{name=name}} + "{{after=!}}");',
      TypeScript: 'console.log("{{before=Hello, }}" + {{name=name}} + "{{after=!}}");',
      Go: 'fmt.Printf("{{before=Hello, }}%v{{after=!}}\\n", {{name=name}})',
      Rust: 'println!("{{before=Hello, }}{}{{after=!}}", {{name=name}});',
      Java: 'System.out.println("{{before=Hello, }}" + {{name=name}} + "{{after=!}}");',
      'C++': 'std::cout << "{{before=Hello, }}" << {{name=name}} << "{{after=!}}" << std::endl;',
    },
  },
];
