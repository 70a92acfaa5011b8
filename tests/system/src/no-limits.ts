/** For suites that make thousands of requests from one address, and hundreds of accounts; those who test a limit set their own. */
export const NO_LIMITS = {
  LIMIT_SIGNUPS: '100000',
  LIMIT_LOGIN_FAILURES: '100000',
  LIMIT_LOGIN_FAILURES_ADDRESS: '100000',
  LIMIT_REQUESTS: '1000000',
  LIMIT_MESSAGES_BURST: '100000',
  LIMIT_MESSAGES: '100000',
  // The least there is: a quarter of the work that a password costs otherwise.
  PASSWORD_COST: '10',
};
