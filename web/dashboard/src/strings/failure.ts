/** Strings about failed calls, where the server provides none. */
export const strings = {
  unreadable: (status: number) => `The server responded with status ${status} and no explanation.`,
  unreachable: "The server does not respond.",
  unreachableAdvice: "Check that parleyd is running and that your network reaches it.",
  whatToDo: "What to do",
  requestId: "Request ID",
  tryAgain: "Try again",
  notUpToDate: (reason: string) => `Not up to date. ${reason}`,
  title: "This could not be loaded",
  waiting: (seconds: number) =>
    `The server is busy or does not respond. Trying again in ${seconds} second${seconds === 1 ? "" : "s"}.`,
};
