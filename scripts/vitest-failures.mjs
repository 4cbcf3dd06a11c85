// Read by `.ci/run` on the runner's own Node as well, so plain JavaScript.

/**
 * What failed in a vitest JSON report, a line each: the file, the test and the first line of why.
 *
 * For the end of a long log, of which often only the end is kept.
 *
 * @param {{
 *   testResults: {
 *     name: string, status: string, message?: string,
 *     assertionResults: { status: string, fullName: string, failureMessages?: string[] | null }[],
 *   }[],
 * }} report
 * @param {string} root the folder that file names are told from
 * @returns {string[]}
 */
export function vitestFailures(report, root) {
  return report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = name.startsWith(`${root}/`) ? name.slice(root.length + 1) : name;
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [line(file, message)] : [];
    return failed.map(({ fullName, failureMessages }) =>
      line(`${file} > ${fullName}`, failureMessages?.[0]),
    );
  });
}

/** @param {string} what @param {string | undefined} why */
function line(what, why) {
  const [first = ''] = (why ?? '').trim().split('\n');
  return `✗ ${what}${first === '' ? '' : `: ${first}`}`;
}
