/** Whose requests they all are: limits are an organization's, and errors and a header name it. */
export const organization = 'org-simulator';
