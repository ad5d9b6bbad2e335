import { once } from '../../core/once';
import type { Command, Word } from '../../shell/script';
import { TOKEN } from './secrets';

// Where command lines carry credentials. Sources: curl(1), wget(1), sshpass(1), docs.docker.com/reference/cli/docker/login,
// docs.npmjs.com/cli/configuring-npm/npmrc, git-config(1), docs.aws.amazon.com/cli/latest/reference/configure/set.html,
// RFC 3986 3.2.1, the .netrc of https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html

/** A secret as it stands in a word: text without quotes, variables as written. */
export interface Credential {
  readonly word: Word;
  readonly text: string;
}

/** `https://user:password@host`, `https://token@host`; the colon of `${A:-b}` parts nothing. */
const IN_URL =
  /\b(?:git\+)?(?:https?|ftps?):\/\/((?:\$\{[^}]*\}|[^/@\s:'"])*)(?::((?:\$\{[^}]*\}|[^/@\s'"])*))?@/;
const HEADER =
  /^(?:(?:proxy-)?authorization:\s*(?:bearer|basic|token)\s+|(?:private-token|job-token|deploy-token|x-api-key|x-auth-token|x-vault-token|x-jfrog-art-api|circle-token):\s*)(.+)$/is;
const IN_FILES = [
  /:(?:_authToken|_auth|_password)\s*=\s*"?([^\s"]+)/,
  /\b(?:machine\s+\S+|default)(?:\s|\\n)+login\s+\S+?(?:\s|\\n)+password\s+(\S+)/,
  /\baws_secret_access_key\s*=\s*(\S+)/,
];
const LOGGING_IN = ['docker', 'podman', 'buildah', 'skopeo', 'nerdctl', 'helm', 'crane', 'oras', 'az'];
const CONFIGURING = ['npm', 'pnpm', 'yarn', 'aws', 'composer', 'poetry'];
const SETTING =
  /(?::_authToken|:_password|:_auth|npmAuthToken|^aws_secret_access_key|^(?:github-oauth|gitlab-token)\..+|^pypi-token\..+)$/;
/** What they are given is text to look for. */
const MATCHING = ['sed', 'grep', 'awk', 'perl'];

export const credentialsOf = once((command: Command): readonly Credential[] => {
  const found = [...optionsOf(command), ...settingsOf(command)];
  if (command.is(...MATCHING)) return found;
  const texts = [
    ...command.args,
    ...command.assignments.map(({ value }) => value),
    ...command.redirects.flatMap(({ heredoc }) => heredoc ?? []),
  ];
  const elsewhere = texts.filter((word) => !found.some((one) => one.word === word)).flatMap(inText);
  return [...found, ...elsewhere].filter(({ text }) => text !== '');
});

function optionsOf(command: Command): Credential[] {
  if (command.is('curl', 'wget')) {
    const given = (...names: string[]) =>
      command
        .all(...names)
        .map(({ valueWord, word, value = '' }) => ({ word: valueWord ?? word, text: value }));
    return [
      ...given('-u', '--proxy-user', '-U')
        .filter(() => command.is('curl'))
        .map(({ word, text }) => ({ word, text: /:(.*)$/s.exec(text)?.[1] ?? '' })),
      ...given('--oauth2-bearer', '--password', '--http-password', '--ftp-password', '--proxy-password'),
      ...given('-H', '--header').map(({ word, text }) => ({ word, text: HEADER.exec(text)?.[1] ?? '' })),
    ];
  }
  if (command.is(...LOGGING_IN) && command.args.some(({ value }) => value === 'login'))
    return valuesOf(command, ['-p', '--password']);
  return command.is('sshpass') ? valuesOf(command, ['-p']) : [];
}

/** `-p secret`, `--password=secret`: tools without a table of options. */
function valuesOf({ args }: Command, names: readonly string[]): Credential[] {
  return args.flatMap((word, i) => {
    const next = args[i + 1];
    if (names.includes(word.value)) return next ? [{ word: next, text: next.value }] : [];
    const name = names.find((one) => one.startsWith('--') && word.value.startsWith(`${one}=`));
    return name ? [{ word, text: word.value.slice(name.length + 1) }] : [];
  });
}

/** `npm config set //registry/:_authToken secret`, also with `=`. */
function settingsOf(command: Command): Credential[] {
  if (!command.is(...CONFIGURING)) return [];
  return command.args.flatMap((word, i) => {
    const next = command.args[i + 1];
    if (SETTING.test(word.value)) return next ? [{ word: next, text: next.value }] : [];
    const [, name = '', text = ''] = /^([^=]+)=(.*)$/s.exec(word.value) ?? [];
    return SETTING.test(name) ? [{ word, text }] : [];
  });
}

function inText(word: Word): Credential[] {
  const { value } = word;
  const token = TOKEN.exec(value)?.[0];
  if (token) return [{ word, text: token }];
  for (const pattern of IN_FILES) {
    const text = pattern.exec(value)?.[1];
    if (text) return [{ word, text }];
  }
  const [, user = '', password] = IN_URL.exec(value) ?? [];
  if (/^(?:anonymous|ftp)$/i.test(user)) return [];
  if (password && password !== 'x-oauth-basic') return [{ word, text: password }];
  // Alone, a name may be no more than a name.
  return /^\$\{?\w*(?:token|secret|pat|pass|key|cred)\w*\}?$/i.test(user) ? [{ word, text: user }] : [];
}
