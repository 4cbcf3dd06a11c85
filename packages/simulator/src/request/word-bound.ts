import { invalidRequest, type Refusal } from '../refusal/refusal.js';
import { gotLength, parameterName } from './describe-value.js';

/**
 * Says in OpenAI's words that something is too much or too little.
 *
 * `origin` is what is measured: a number's value, a string's or an array's length, how many names
 * an object has, or how long one of them is.
 */
export function wordBound(
  path: readonly PropertyKey[],
  origin: string,
  bound: 'maximum' | 'minimum',
  limit: number,
  value: unknown,
  kind: 'integer' | 'decimal',
): Refusal {
  const param = parameterName(path);
  const side = bound === 'maximum' ? 'above' : 'below';
  const short = bound === 'maximum' ? 'max' : 'min';
  switch (origin) {
    case 'number':
    case 'int':
      if (param === 'top_logprobs' && bound === 'maximum') {
        return invalidRequest(
          `Invalid value for 'top_logprobs': must be less than or equal to ${limit}.`,
          param,
          null,
        );
      }
      return invalidRequest(
        `Invalid '${param}': ${kind} ${side} ${bound} value. Expected a value ${bound === 'maximum' ? '<=' : '>='} ${limit}, but got ${String(value)} instead.`,
        param,
        `${kind}_${side}_${short}_value`,
      );
    case 'object': {
      const names = Object.keys(value ?? {}).length;
      return invalidRequest(
        `Invalid '${param}': too many properties. Expected an object with at most ${limit} properties, but got an object with ${names} properties instead.`,
        param,
        'object_above_max_properties',
      );
    }
    case 'name': {
      const name = String(path.at(-1));
      return invalidRequest(
        `Invalid property name in '${parameterName(path.slice(0, -1))}': '${name.slice(0, 3)}...${name.slice(-3)}' is too long. Expected a string with maximum length ${limit}, but got a string with length ${name.length} instead.`,
        param,
        'property_name_above_max_length',
      );
    }
    default:
      return wordLength(param, origin === 'string' ? 'a string' : 'an array', bound, limit, value);
  }
}

function wordLength(
  param: string,
  thing: 'a string' | 'an array',
  bound: 'maximum' | 'minimum',
  limit: number,
  value: unknown,
): Refusal {
  const kind = thing.slice(thing.indexOf(' ') + 1);
  const length = gotLength(value);
  if (length === 0) {
    return invalidRequest(
      `Invalid '${param}': empty ${kind}. Expected ${thing} with minimum length ${limit}, but got an empty ${kind} instead.`,
      param,
      `empty_${kind}`,
    );
  }
  return invalidRequest(
    `Invalid '${param}': ${kind} too ${bound === 'maximum' ? 'long' : 'short'}. Expected ${thing} with ${bound} length ${limit}, but got ${thing} with length ${length} instead.`,
    param,
    bound === 'maximum' ? `${kind}_above_max_length` : `${kind}_below_min_length`,
  );
}
