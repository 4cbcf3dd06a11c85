/** What the runs side by side are called: A, B, C, D. */
export function columnName(index: number): string {
  return String.fromCharCode(65 + index);
}
