/** What `--help` prints. */
export const help = `Usage: farebox-simulator [options]

Serves an OpenAI-compatible chat provider that needs no key, no network and no money.
Prints its base URL on standard output, and runs until Ctrl-C.

  --port N               the port; default any free one
  --seed N               makes answers, ids and chance repeat
  --fault FAULT          what goes wrong with the next request, such as 'cut; after-chunks=2', or ok;
                         once for each request, in order. Several at once: 'no-usage, no-done'.
                         Settings: after-chunks=N, retry-after-ms=N, billed=true, status=N, bytes=N,
                         body=json|html|garbage|empty, code=TEXT, model=TEXT, tier=TEXT, index=JSON,
                         headers=JSON, usage=JSON; a fault that does not read one says so
  --rpm N                requests per minute and model; over it, a 429
  --tpm N                tokens per minute and model; over it, a 429
  --first-token-ms N     the wait before the first token
  --tokens-per-second N  the speed after it
  --listen HOST          an address that others can reach; needs a token
  --token-file FILE      holds the token that every request must carry, 16 characters or more;
                         or put it into FAREBOX_SIMULATOR_TOKEN
  --verbose              a line for each chat completion on standard error
  --help, --version
`;
