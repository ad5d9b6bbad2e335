/**
 * Lines that VS Code prints on every start here: its native modules are not built, nobody is signed in, and the
 * machine is offline. None says anything about the extension or the suite.
 */
const noise = [
  /Could not locate the bindings file|^ → .*\.node$|build\/Release\/|spdlog|native-watchdog|vscode-sqlite3/,
  /^\[(AgentHost|RemoteAgentHost|ChatModel|AccountPolicyGate|Service Worker|reconnection-grace-time)/,
  /^(Resolving|Resolved) connection token|^Creating a socket|^Updating additional builtin extensions/,
  /^\s+at .*(node:internal|server-main\.js|extensionHostProcess\.js|bindings\.js)|^ {2}(tries: \[|\])|^}$/,
  /authentication provider 'github'|workbench\.js:\d+:\d+\)$/,
  /open-vsx\.org|ExperimentalWarning|DeprecationWarning|--trace-(warnings|deprecation)/,
];

/** What noise there is in a line, unless all of it was asked for. */
export function isNoise(line: string): boolean {
  return !process.env['CONTAINER_TUTOR_VERBOSE'] && noise.some((pattern) => pattern.test(line));
}
