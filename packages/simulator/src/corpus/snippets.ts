import { loopSnippets } from './snippets-loops.js';
import { valueSnippets } from './snippets-values.js';
import type { Snippet } from './topic.js';

const origin = '[[Translated|Ported|Converted|Carried over]] from Python';

/** Small pieces of Python; the first whose shape is found is translated. */
export const snippets: readonly Snippet[] = [
  ...loopSnippets,
  ...valueSnippets,
  {
    name: 'list comprehension',
    shape:
      /\b(?<target>\w+)\s*=\s*\[\s*(?<value>[^\]\n]{1,60}?)\s+for\s+(?<item>\w+)\s+in\s+(?<over>\w+)\s*\]/,
    words: /\bcomprehensions?\b/i,
    comment: `${origin}: [[makes|builds|creates|produces]] [[a new list|a fresh list|another list|a second list]] [[out of|from|based on|by mapping]] [[the first one|the given one|the old one|the original]].`,
    targets: {
      JavaScript:
        'const {{target=squares}} = {{over=numbers}}.map(({{item=n}}) => {{value=n * n}});',
      TypeScript:
        'const {{target=squares}}: number[] = {{over=numbers}}.map(({{item=n}}: number) => {{value=n * n}});',
      Go: '{{target=squares}} := make([]int, 0, len({{over=numbers}}))\nfor _, {{item=n}} := range {{over=numbers}} {\n\t{{target=squares}} = append({{target=squares}}, {{value=n * n}})\n}',
      Rust: 'let {{target=squares}}: Vec<i64> = {{over=numbers}}.iter().map(|&{{item=n}}| {{value=n * n}}).collect();',
      Java: 'List<Integer> {{target=squares}} = {{over=numbers}}.stream().map({{item=n}} -> {{value=n * n}}).toList();',
      'C++':
        'std::vector<int> {{target=squares}};\nfor (int {{item=n}} : {{over=numbers}}) {\n    {{target=squares}}.push_back({{value=n * n}});\n}',
    },
  },
  {
    name: 'function',
    shape:
      /def\s+(?<name>\w+)\s*\(\s*(?<first>\w+)\s*,\s*(?<second>\w+)\s*\)[^:\n]*:\s*return\s+(?<value>[^\n"'#]{1,60})/,
    words: /\bfunctions?\b/i,
    comment: `${origin}: [[returns|gives back|computes|calculates]] [[a result|one value|its result|the result]] [[from|out of|based on|given]] [[two arguments|two inputs|two values|its two arguments]].`,
    targets: {
      JavaScript:
        'function {{name=add}}({{first=a}}, {{second=b}}) {\n  return {{value=a + b}};\n}',
      TypeScript:
        'function {{name=add}}({{first=a}}: number, {{second=b}}: number): number {\n  return {{value=a + b}};\n}',
      Go: 'func {{name=add}}({{first=a}} int, {{second=b}} int) int {\n\treturn {{value=a + b}}\n}',
      Rust: 'fn {{name=add}}({{first=a}}: i64, {{second=b}}: i64) -> i64 {\n    {{value=a + b}}\n}',
      Java: 'static int {{name=add}}(int {{first=a}}, int {{second=b}}) {\n    return {{value=a + b}};\n}',
      'C++':
        'int {{name=add}}(int {{first=a}}, int {{second=b}}) {\n    return {{value=a + b}};\n}',
    },
  },
  {
    name: 'counting loop',
    shape:
      /for\s+(?<item>\w+)\s+in\s+range\(\s*(?<end>\w+)\s*\)\s*:\s*print\(\s*(?<value>\w[\w\s+*-]{0,40}?)\s*\)/,
    words: /\b(for )?loops?\b/i,
    comment: `${origin}: [[counts|runs|steps|goes]] [[upwards|up|ahead|onwards]] [[from zero|starting at zero|beginning with zero|with zero as its start]] and [[prints|shows|writes|outputs]] as it goes.`,
    targets: {
      JavaScript:
        'for (let {{item=i}} = 0; {{item=i}} < {{end=5}}; {{item=i}}++) {\n  console.log({{value=i}});\n}',
      TypeScript:
        'for (let {{item=i}} = 0; {{item=i}} < {{end=5}}; {{item=i}}++) {\n  console.log({{value=i}});\n}',
      Go: 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfor {{item=i}} := 0; {{item=i}} < {{end=5}}; {{item=i}}++ {\n\t\tfmt.Println({{value=i}})\n\t}\n}',
      Rust: 'fn main() {\n    for {{item=i}} in 0..{{end=5}} {\n        println!("{}", {{value=i}});\n    }\n}',
      Java: 'for (int {{item=i}} = 0; {{item=i}} < {{end=5}}; {{item=i}}++) {\n    System.out.println({{value=i}});\n}',
      'C++':
        '#include <iostream>\n\nint main() {\n    for (int {{item=i}} = 0; {{item=i}} < {{end=5}}; ++{{item=i}}) {\n        std::cout << {{value=i}} << std::endl;\n    }\n}',
    },
  },
  {
    name: 'loop over a list',
    shape: /for\s+(?<item>\w+)\s+in\s+(?<over>\w+)\s*:\s*print\(\s*(?<value>\w+)\s*\)/,
    words: /\biterat\w+\b/i,
    comment: `${origin}: [[visits|takes|goes through|walks over]] [[every item|each item|every entry|each entry]] [[in order|one by one|one after another|from first to last]] and [[prints|shows|writes|outputs]] it.`,
    targets: {
      JavaScript:
        'for (const {{item=name}} of {{over=names}}) {\n  console.log({{value=name}});\n}',
      TypeScript:
        'for (const {{item=name}} of {{over=names}}) {\n  console.log({{value=name}});\n}',
      Go: 'for _, {{item=name}} := range {{over=names}} {\n\tfmt.Println({{value=name}})\n}',
      Rust: 'for {{item=name}} in &{{over=names}} {\n    println!("{}", {{value=name}});\n}',
      Java: 'for (var {{item=name}} : {{over=names}}) {\n    System.out.println({{value=name}});\n}',
      'C++':
        'for (const auto& {{item=name}} : {{over=names}}) {\n    std::cout << {{value=name}} << std::endl;\n}',
    },
  },
  {
    name: 'hello world',
    shape: /print\(\s*["'](?<text>[^"'\\\n]{0,80})["']\s*\)/,
    words: /\bhello,? world\b/i,
    comment: `${origin}: [[prints|shows|writes|outputs]] [[one line|a line|a single line|just one line]] [[to the screen|on the terminal|to standard output|in the console]] and [[ends|stops|exits|is done]].`,
    targets: {
      JavaScript: 'console.log("{{text=Hello, world!}}");',
      TypeScript: 'console.log("{{text=Hello, world!}}");',
      Go: 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("{{text=Hello, world!}}")\n}',
      Rust: 'fn main() {\n    println!("{}", "{{text=Hello, world!}}");\n}',
      Java: 'public class Main {\n    public static void main(String[] args) {\n        System.out.println("{{text=Hello, world!}}");\n    }\n}',
      'C++':
        '#include <iostream>\n\nint main() {\n    std::cout << "{{text=Hello, world!}}" << std::endl;\n}',
    },
  },
];
