/** Whether a model lets its temperature be chosen; those that reason answer at 1, and refuse any other. */
export function takesTemperature(model: string): boolean {
  return !/^(o\d|gpt-([5-9]|\d\d)(?!.*-chat))/.test(model);
}
