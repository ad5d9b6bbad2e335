// What names and values look like secrets in a manifest.

const WORDS =
  /^(?:apikey|auth|bearer|cred|creds|credential|credentials|key|pass|passwd|password|passphrase|pwd|secret|secrets|token|tokens)$/;
/** What speaks about a secret without being one: where it lies, what it is called, how long it lives. */
const ABOUT =
  /^(?:algo|algorithm|count|dir|directory|enabled|endpoint|env|expiration|expires|expiry|file|filename|fingerprint|format|header|host|hours|id|ids|hint|interval|issuer|length|lifetime|limit|max|min|minutes|mode|name|names|namespace|path|paths|pattern|policy|port|prefix|provider|public|pub|refresh|regex|regexp|required|reset|rule|rules|rotation|salt|seconds|server|service|size|store|suffix|timeout|ttl|type|uri|url|user|username|validity|version)$/;
/** A key alone may be anything; with one of these before it, it is to be kept. */
const KEEPERS =
  /^(?:access|account|api|app|client|deploy|encryption|license|master|private|secret|shared|signing|ssh|ssl|tls)$/;

/** Whether the name of a variable or key says that its value is to be kept: `DB_PASSWORD`, `apiToken`, `tls.key`. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  if (words.some((word) => ABOUT.test(word))) return false;
  return words.some((word, i) => {
    if (word === 'key') return i > 0 && KEEPERS.test(words[i - 1]!);
    if (word === 'auth') return i === words.length - 1 && i > 0;
    return WORDS.test(word) || /(?:password|passwd|secret|token)$/.test(word);
  });
}

/** What Polaris takes for one. Source: sensitiveContainerEnvVar.yaml and sensitiveConfigmapContent.yaml of Polaris 10. */
export function isSecretToPolaris(name: string, value: string): boolean {
  return POLARIS_NAMES.test(name) || PRIVATE_KEY.test(value);
}

const POLARIS_NAMES =
  /^(?:aws_secret_access_key|google_application_credentials|azure_.+key|oci_cli_key_content)$|password|token|bearer|secret/i;

/** How much a value looks like a secret: one for certain, some text, one to be filled in, or none at all. */
export type Likeness = 'real' | 'text' | 'placeholder' | 'none';

/** @param name of what holds it: a value that repeats it is to be filled in */
export function likenessOf(value: string, name: string): Likeness {
  if (PRIVATE_KEY.test(value)) return 'real';
  if (NONE.some((pattern) => pattern.test(value))) return 'none';
  if (BLANK.test(value)) return 'placeholder';
  if (TOKEN.test(value)) return 'real';
  if (INVITES.test(value) || value.toLowerCase().includes(name.toLowerCase())) return 'placeholder';
  return isRandom(value) ? 'real' : 'text';
}

export const PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/;

/**
 * Tokens that say themselves what they are.
 * https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github
 * https://docs.gitlab.com/security/tokens/#token-prefixes https://docs.npmjs.com/about-access-tokens RFC 7519 3.1
 */
const TOKEN =
  /(?:\bgh[pousr]_\w{20,}|\bgithub_pat_\w{20,}|\bgl(?:pat|dt|rt|cbt)-[\w-]{16,}|\bnpm_\w{30,}|\bpypi-[\w-]{30,}|\bxox[abp]-[\w-]{10,}|\bAKIA[0-9A-Z]{16}\b|\bsk_live_\w{16,}|\bAIza[\w-]{35}|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.)/;

const NONE: readonly RegExp[] = [
  // Empty, a switch, a small number, a duration.
  /^\s*$/,
  /^(?:true|false|yes|no|on|off|none|null|nil|default|disabled|enabled|required|optional|\d{1,4}|\d+(?:ms|s|m|h|d))$/i,
  // Taken from elsewhere: `$(NAME)` by the kubelet, the others before they are applied.
  /\$\(\w+\)|\$\{\w+[^}]*\}|^\$\w+$|\{\{|^<<|^%\w+%$|^(?:vault|ref\+\w+|secret|op|awssm|gcpsm):/,
  // A path, an address without credentials, the name of a file.
  /^(?:\.{0,2}\/|[A-Za-z]:\\)[^\s]*$/,
  /^[a-z][a-z0-9+.-]*:\/\/[^\s@]*$/i,
  /^[\w./-]+\.(?:pem|key|crt|cert|jks|p12|json|ya?ml|txt|conf|properties)$/i,
];

/** Brackets, crosses, a word in capitals, what a documentation calls its own: to be written over. */
const BLANK = /^(?:<.*>|\[.*\]|x{3,}|\*{3,}|\.{3,}|#.*#|[a-z]*-?[A-Z][A-Z_]*)$|EXAMPLE(?:KEY)?$/;
const INVITES =
  /change|replace|your|placeholder|insert|example|dummy|sample|fixme|todo|fake|to-?be-?|redacted|secret-?here/i;

/** Long, without blanks, and mixed as nobody types it. */
function isRandom(value: string): boolean {
  if (value.length < 16 || /\s/.test(value) || /^[a-z]+(?:[-_.:/][a-z0-9]+)*$/.test(value)) return false;
  return /[a-z]/i.test(value) && /[0-9]/.test(value) && new Set(value).size >= 10;
}

/** The password in an address: `postgres://app:secret@db/shop`. */
export function passwordIn(value: string): string | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\/[^\s/@:]*:([^\s/@]+)@/i.exec(value)?.[1];
}
