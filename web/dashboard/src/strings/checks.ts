/** Why a value is invalid, in the words of the server (src/core/field_checks.cpp and others). */
export const strings = {
  empty: "must not be empty",
  tooLong: (most: number, has: number) => `must have at most ${most} characters, but has ${has}`,
  urlTooLong: (most: number) => `must have at most ${most} characters`,
  url: "must be an http or https URL",
  urlScheme: "must be an http or https URL: start it with https:// or http://",
  uid: "must be 1-100 characters from a-z, 0-9, - and _",
  object: "must be an object",
  json: 'must be an object as JSON, such as {"plan": "gold"}',
  jsonTooLong: (most: number, has: number) =>
    `must have at most ${most} bytes as JSON, but has ${has}`,
  rounded: (number: string) =>
    `has a number beyond 9007199254740991 (2^53-1), where JavaScript rounds whole numbers: write it as a string, "${number}"`,
  repeated: (name: string) => `has the field "${name}" more than once in the same object`,
  wholeNumber: "must be a whole number of 0 or more",
  tooLarge: "is too large",
};
