/** The longest text that OpenAI takes in one string, in characters. */
export const maximumCharacters = 10_485_760;

export const maximumMessages = 2048;
