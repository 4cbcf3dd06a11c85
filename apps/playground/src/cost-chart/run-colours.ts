/** The colours of runs side by side, by their names in the style sheet. */
export const runColours = ['--accent', '--code-type', '--code-number', '--code-keyword'] as const;
