// docs/guide/errors.md
import { banner } from "./catalogue.mjs";

export function docsPage(errors, clientCodes) {
  return `<!-- ${banner}. -->

# Errors

Every error has the same shape:

\`\`\`json
{
  "error": {
    "code": "ERR_UID_NOT_FOUND",
    "message": "The user with UID superhero1 does not exist. Create it first with POST /v3/users.",
    "devMessage": "Create it first with POST /v3/users, for example when the user signs up in your app, or in the dashboard. ...",
    "source": "chat-api"
  }
}
\`\`\`

- \`code\` is stable: write your program against it.
- \`message\` says what happened, in English.
- \`devMessage\` tells you, the developer, what to do about it.
- \`details\` is present if fields or parameters were refused: \`{"name": ["is required"]}\`. It lists
  everything that is wrong with the request itself. What depends on stored data, such as a role that
  does not exist, is checked after that. A part of a field has a path, such as \`metadata.sizes[2]\`.
- The header \`x-request-id\` identifies the request; with \`access_log = true\`, the server's log has the same ID.

Codes marked **+** are Parley's own; all others are part of the public v3 API. Codes that only the
dashboard can get are in a separate table: apps never see them.

## At a glance

| Code | HTTP | When |
| --- | --- | --- |
${errors.filter(isOfApps).map(glance).join("\n")}

| Code of the dashboard | HTTP | When |
| --- | --- | --- |
${errors
  .filter((error) => !isOfApps(error))
  .map(glance)
  .join("\n")}

| Code of the JavaScript SDK | When |
| --- | --- |
${clientCodes.map(({ code, when }) => `| ${code} | ${cell(when)} |`).join("\n")}

The SDK rejects with a \`ParleyException\`. Its \`code\` and \`message\` are those of the server, with
\`devMessage\` and the refused \`fields\` in \`details\`. If there was no response,
\`details.platformError\` is the message of the browser or Node, word for word, and \`cause\` is its error.

## What to do

${errors.map(section).join("\n\n")}
`;
}

const isOfApps = ({ surface }) => surface !== "dashboard";
const anchor = (code) => code.toLowerCase();
const cell = (text) => text.replaceAll("|", "\\|");

const glance = (error) =>
  `| [${error.code}](#${anchor(error.code)})${error.since === "parley" ? " **+**" : ""} | ${error.http} | ${cell(error.when)} |`;

function section(error) {
  const rows = [error, ...(error.variants ?? [])];
  return `### ${error.code}\n\n${rows.map(texts).join("\n\n")}`;
}

const texts = ({ when, message, devMessage }) =>
  `${prose(when)}\n\n> ${prose(message)}\n\n${prose(devMessage)}`;

/** Escapes angle brackets, which are not HTML, except in code spans. */
const prose = (text) =>
  text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith("`") ? part : part.replaceAll("<", "\\<")))
    .join("");
