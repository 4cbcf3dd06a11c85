/** As much of a value as has come: any property may be missing, any text may be a beginning. */
export type DeepPartial<Value> = Value extends string
  ? string
  : Value extends readonly (infer Item)[]
    ? DeepPartial<Item>[]
    : Value extends object
      ? { [Name in keyof Value]?: DeepPartial<Value[Name]> }
      : Value;
