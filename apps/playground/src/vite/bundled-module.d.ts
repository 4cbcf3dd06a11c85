declare module '*?bundled' {
  /** One script, without imports. */
  const source: string;
  export default source;
}
