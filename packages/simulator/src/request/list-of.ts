import * as z from 'zod/mini';

/** Without code that is generated for a schema first: a first answer would wait for it, and few requests follow. */
export const inOneGo = { jitless: true } as const;

/** How many items a list may have. */
export interface ListBounds {
  readonly min?: number;
  readonly max?: number;
}

/**
 * A list that stops at its first faulty item.
 *
 * A schema library reports every fault; a hostile body has millions, of which one is answered.
 */
export function listOf<Item extends z.ZodMiniType>(
  item: Item,
  { min = 0, max = Number.POSITIVE_INFINITY }: ListBounds = {},
) {
  return z.pipe(
    z.array(z.unknown()).check(z.minLength(min), z.maxLength(max)),
    z.transform((values: unknown[], context): z.output<Item>[] => {
      for (const [index, value] of values.entries()) {
        const { error } = item.safeParse(value, inOneGo);
        const [first] = error?.issues ?? [];
        if (first === undefined) continue;
        context.issues.push(issueAt(index, first, value));
        return z.NEVER;
      }
      // Nothing in a request is changed by being checked, so the values are what they are.
      return values as z.output<Item>[];
    }),
  );
}

/** How many names a map may have, and how long they may be. */
export interface MapBounds {
  readonly maxNames?: number;
  readonly maxNameLength?: number;
}

/** An object of any names, each of a value like this; it stops at its first fault. */
export function mapOf<Value extends z.ZodMiniType>(
  value: Value,
  { maxNames = Number.POSITIVE_INFINITY, maxNameLength = Number.POSITIVE_INFINITY }: MapBounds = {},
) {
  // Not `z.record`, which copies all names before it can be told that they are too many.
  return z.transform((map: unknown, context): Record<string, z.output<Value>> => {
    if (typeof map !== 'object' || map === null || Array.isArray(map)) {
      context.issues.push({ code: 'invalid_type', expected: 'record', input: map });
      return z.NEVER;
    }
    const entries = Object.entries(map);
    if (entries.length > maxNames) {
      context.issues.push({ code: 'too_big', origin: 'object', maximum: maxNames, input: map });
      return z.NEVER;
    }
    for (const [name, entry] of entries) {
      if (name.length > maxNameLength) {
        const bound = { code: 'too_big', origin: 'name', maximum: maxNameLength } as const;
        context.issues.push({ ...bound, path: [name], input: map });
        return z.NEVER;
      }
      const [first] = value.safeParse(entry, inOneGo).error?.issues ?? [];
      if (first === undefined) continue;
      context.issues.push(issueAt(name, first, entry));
      return z.NEVER;
    }
    return map as Record<string, z.output<Value>>;
  });
}

function issueAt(key: PropertyKey, issue: z.core.$ZodIssue, input: unknown): z.core.$ZodRawIssue {
  return { ...issue, path: [key, ...issue.path], input } as z.core.$ZodRawIssue;
}
