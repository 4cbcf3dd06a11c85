/** The inside of an OpenAI error body. */
export interface ErrorBody {
  readonly message: string;
  readonly type: string;
  readonly param: string | null;
  readonly code: string | null;
}

/** A request that ends before generation, with the status and body to answer. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: ErrorBody;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: ErrorBody, headers: Readonly<Record<string, string>> = {}) {
    super(body.message);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** A refusal of a malformed request, of which there are many kinds. */
export function invalidRequest(
  message: string,
  param: string | null,
  code: string | null,
  status = 400,
): Refusal {
  return new Refusal(status, { message, type: 'invalid_request_error', param, code });
}
