import type { MatchLogic, ModelInfo, Provider } from './source.ts';

/** What the source says of a model's names, as names: each listed, none a pattern. */
export interface Names {
  readonly aliases: readonly string[];
  /** Names that keep their price whatever date follows them. */
  readonly datedNames: readonly string[];
}

/** `^gpt-6-sol-\d{4}-\d{2}-\d{2}$` or `^grok-4\.6-\d{8}$`: a name and any date. */
const datedPattern = /^\^(.*)-(?:\\d\{4\}-\\d\{2\}-\\d\{2\}|\\d\{8\})\$$/;

/**
 * The names of a model, out of the source's matching rules.
 *
 * Only names that the source itself resolves to this model count (its first match wins). Of a rule
 * "starts with X" the name X is taken, and X with a date after it; anything else that begins like it is
 * another model until someone lists it.
 */
export function namesOf(provider: Provider, model: ModelInfo): Names {
  const texts = new Set<string>();
  const dated = new Set([model.id.toLowerCase()]);
  collect(model.match, texts, dated);
  const own = (name: string) => firstMatch(provider, name)?.id === model.id;
  const ids = new Set(provider.models.map(({ id }) => id.toLowerCase()));
  const aliases = [...texts].filter((name) => !ids.has(name.toLowerCase()) && own(name));
  return {
    aliases: [...new Map(aliases.map((name) => [name.toLowerCase(), name])).values()].sort(),
    datedNames: [...dated].filter((name) => someSnapshots(name).some(own)).sort(),
  };
}

function collect(rule: MatchLogic, texts: Set<string>, dated: Set<string>): void {
  if ('or' in rule) for (const one of rule.or) collect(one, texts, dated);
  if ('equals' in rule) texts.add(rule.equals);
  if ('starts_with' in rule) {
    const name = rule.starts_with.replace(/(-20\d\d)?[-@:]+$/, '');
    texts.add(name);
    dated.add(name.toLowerCase());
  }
  if ('contains' in rule) {
    texts.add(rule.contains);
    dated.add(rule.contains.toLowerCase());
  }
  if ('regex' in rule) {
    const name = datedPattern.exec(rule.regex)?.[1]?.replaceAll('\\.', '.');
    if (name !== undefined) dated.add(name.toLowerCase());
  }
}

/** Names with a date at the end, as providers write them, of days on which no snapshot was made. */
export function someSnapshots(name: string): string[] {
  return ['2026-01-31', '20260131', '2024-01-31'].map((date) => `${name}-${date}`);
}

/** The model that a provider's rules give a name, as the source itself looks it up. */
export function firstMatch(provider: Provider, name: string): ModelInfo | undefined {
  return provider.models.find(({ match }) => matches(match, name.toLowerCase()));
}

function matches(rule: MatchLogic, name: string): boolean {
  if ('or' in rule) return rule.or.some((one) => matches(one, name));
  if ('and' in rule) return rule.and.every((one) => matches(one, name));
  if ('equals' in rule) return name === rule.equals.toLowerCase();
  if ('starts_with' in rule) return name.startsWith(rule.starts_with.toLowerCase());
  if ('ends_with' in rule) return name.endsWith(rule.ends_with.toLowerCase());
  if ('contains' in rule) return name.includes(rule.contains.toLowerCase());
  return new RegExp(rule.regex).test(name);
}
