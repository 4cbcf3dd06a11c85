import type { Snippet } from './topic.js';

const origin = '[[Translated|Ported|Converted|Carried over]] from Python';

/** Loops and decisions. */
export const loopSnippets: readonly Snippet[] = [
  {
    name: 'numbered loop',
    shape:
      /for\s+(?<index>\w+)\s*,\s*(?<item>\w+)\s+in\s+enumerate\(\s*(?<over>\w+)\s*\)\s*:\s*print\(\s*\k<index>\s*,\s*\k<item>\s*\)/,
    words: /\benumerate\b/i,
    comment: `${origin}: [[prints|shows|writes|outputs]] [[every item|each item|every entry|each entry]] [[with|after|beside|next to]] [[its number|its position|its place|its index]], from zero.`,
    targets: {
      JavaScript:
        'for (const [{{index=i}}, {{item=name}}] of {{over=names}}.entries()) {\n  console.log({{index=i}}, {{item=name}});\n}',
      TypeScript:
        'for (const [{{index=i}}, {{item=name}}] of {{over=names}}.entries()) {\n  console.log({{index=i}}, {{item=name}});\n}',
      Go: 'for {{index=i}}, {{item=name}} := range {{over=names}} {\n\tfmt.Println({{index=i}}, {{item=name}})\n}',
      Rust: 'for ({{index=i}}, {{item=name}}) in {{over=names}}.iter().enumerate() {\n    println!("{} {}", {{index=i}}, {{item=name}});\n}',
      Java: 'for (int {{index=i}} = 0; {{index=i}} < {{over=names}}.size(); {{index=i}}++) {\n    System.out.println({{index=i}} + " " + {{over=names}}.get({{index=i}}));\n}',
      'C++':
        'for (std::size_t {{index=i}} = 0; {{index=i}} < {{over=names}}.size(); ++{{index=i}}) {\n    std::cout << {{index=i}} << " " << {{over=names}}[{{index=i}}] << std::endl;\n}',
    },
  },
  {
    name: 'loop over a range',
    shape:
      /for\s+(?<item>\w+)\s+in\s+range\(\s*(?<start>\w+)\s*,\s*(?<end>\w+)\s*\)\s*:\s*print\(\s*(?<value>\w[\w\s+*-]{0,40}?)\s*\)/,
    words: /\brange\b/i,
    comment: `${origin}: [[counts|runs|steps|goes]] [[from the first number|from one number|from its start|from the start]] [[up to|towards|as far as|on to]] [[the second|the other|its end|the end]], which it leaves out.`,
    targets: {
      JavaScript:
        'for (let {{item=i}} = {{start=1}}; {{item=i}} < {{end=5}}; {{item=i}}++) {\n  console.log({{value=i}});\n}',
      TypeScript:
        'for (let {{item=i}} = {{start=1}}; {{item=i}} < {{end=5}}; {{item=i}}++) {\n  console.log({{value=i}});\n}',
      Go: 'for {{item=i}} := {{start=1}}; {{item=i}} < {{end=5}}; {{item=i}}++ {\n\tfmt.Println({{value=i}})\n}',
      Rust: 'for {{item=i}} in {{start=1}}..{{end=5}} {\n    println!("{}", {{value=i}});\n}',
      Java: 'for (int {{item=i}} = {{start=1}}; {{item=i}} < {{end=5}}; {{item=i}}++) {\n    System.out.println({{value=i}});\n}',
      'C++':
        'for (int {{item=i}} = {{start=1}}; {{item=i}} < {{end=5}}; ++{{item=i}}) {\n    std::cout << {{value=i}} << std::endl;\n}',
    },
  },
  {
    name: 'while loop',
    shape:
      /\b(?<item>\w+)\s*=\s*(?<start>\d+)\s*\nwhile\s+\k<item>\s*(?<operator>[<>]=?)\s*(?<end>\d+)\s*:\s*\n\s+print\(\s*\k<item>\s*\)\s*\n\s+\k<item>\s*(?<change>[-+]=)\s*(?<step>\d+)/,
    words: /\bwhile[- ]loops?\b/i,
    comment: `${origin}: [[prints|shows|writes|outputs]] [[a number|one number|the number|its counter]] [[again and again|each time|in every round|round after round]] while it [[keeps changing|is within its limit|has not reached the end|stays within bounds]].`,
    targets: {
      JavaScript:
        'let {{item=n}} = {{start=3}};\nwhile ({{item=n}} {{operator=>}} {{end=0}}) {\n  console.log({{item=n}});\n  {{item=n}} {{change=-=}} {{step=1}};\n}',
      TypeScript:
        'let {{item=n}} = {{start=3}};\nwhile ({{item=n}} {{operator=>}} {{end=0}}) {\n  console.log({{item=n}});\n  {{item=n}} {{change=-=}} {{step=1}};\n}',
      Go: '{{item=n}} := {{start=3}}\nfor {{item=n}} {{operator=>}} {{end=0}} {\n\tfmt.Println({{item=n}})\n\t{{item=n}} {{change=-=}} {{step=1}}\n}',
      Rust: 'let mut {{item=n}} = {{start=3}};\nwhile {{item=n}} {{operator=>}} {{end=0}} {\n    println!("{}", {{item=n}});\n    {{item=n}} {{change=-=}} {{step=1}};\n}',
      Java: 'int {{item=n}} = {{start=3}};\nwhile ({{item=n}} {{operator=>}} {{end=0}}) {\n    System.out.println({{item=n}});\n    {{item=n}} {{change=-=}} {{step=1}};\n}',
      'C++':
        'int {{item=n}} = {{start=3}};\nwhile ({{item=n}} {{operator=>}} {{end=0}}) {\n    std::cout << {{item=n}} << std::endl;\n    {{item=n}} {{change=-=}} {{step=1}};\n}',
    },
  },
  {
    name: 'decision',
    shape:
      /if\s+(?<condition>[^:\n]{1,60}?)\s*:\s*print\(\s*"(?<first>[^"\\\n]{0,60})"\s*\)\s*\n\s*else\s*:\s*print\(\s*"(?<second>[^"\\\n]{0,60})"\s*\)/,
    words: /\bif[- ](?:else|statements?)\b/i,
    comment: `${origin}: [[prints|shows|writes|outputs]] [[one of two texts|one text or the other|either of two texts|one of its texts]], [[depending on|according to|as decided by|by]] [[the condition|its condition|a condition|one condition]].`,
    targets: {
      JavaScript:
        'if ({{condition=n > 0}}) {\n  console.log("{{first=yes}}");\n} else {\n  console.log("{{second=no}}");\n}',
      TypeScript:
        'if ({{condition=n > 0}}) {\n  console.log("{{first=yes}}");\n} else {\n  console.log("{{second=no}}");\n}',
      Go: 'if {{condition=n > 0}} {\n\tfmt.Println("{{first=yes}}")\n} else {\n\tfmt.Println("{{second=no}}")\n}',
      Rust: 'if {{condition=n > 0}} {\n    println!("{}", "{{first=yes}}");\n} else {\n    println!("{}", "{{second=no}}");\n}',
      Java: 'if ({{condition=n > 0}}) {\n    System.out.println("{{first=yes}}");\n} else {\n    System.out.println("{{second=no}}");\n}',
      'C++':
        'if ({{condition=n > 0}}) {\n    std::cout << "{{first=yes}}" << std::endl;\n} else {\n    std::cout << "{{second=no}}" << std::endl;\n}',
    },
  },
];
