import { Failure } from "./failure";

interface Answer<Body> {
  data?: Body;
  error?: unknown;
  response: Response;
}

/**
 * Returns the body of a successful response: `data` and, for lists, `meta`.
 * @throws Failure otherwise.
 */
export async function unwrap<Body>(call: Promise<Answer<Body>>): Promise<NonNullable<Body>> {
  let answer: Answer<Body>;
  try {
    answer = await call;
  } catch (error) {
    throw Failure.from(error);
  }
  if (!answer.response.ok || answer.data === undefined || answer.data === null) {
    throw Failure.of(answer.error, answer.response);
  }
  return answer.data;
}

/** Like unwrap(), but returns only `data`. */
export async function unwrapData<Data>(call: Promise<Answer<{ data: Data }>>): Promise<Data> {
  return (await unwrap(call)).data;
}
