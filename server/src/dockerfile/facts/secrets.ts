// What names and texts look like secrets.

/** Source: getSecretsRegex in frontend/dockerfile/dockerfile2llb/validations.go. */
const SECRET = /(?:_|^)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i;
const NO_SECRET = /(?:_|^)(?:public|file|version)(?:_|$)/i;

/** Whether BuildKit takes the name of an ARG or ENV for that of a secret. */
export function isSecretName(name: string): boolean {
  return SECRET.test(name) && !NO_SECRET.test(name);
}

/**
 * Tokens that say themselves what they are.
 * https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github
 * https://docs.gitlab.com/security/tokens/#token-prefixes https://docs.npmjs.com/about-access-tokens
 */
export const TOKEN =
  /(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|gl(?:pat|dt|rt|cbt)-[\w-]{16,}|npm_\w{30,}|pypi-[\w-]{30,}|xox[abp]-[\w-]{10,}|AKIA[0-9A-Z]{16})/;
