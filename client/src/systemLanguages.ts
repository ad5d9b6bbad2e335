/**
 * The languages of the system. Not from `Intl`, which takes its time to load, nor from `navigator`, which VS Code
 * does not let extensions use outside a browser.
 */
export function systemLanguages({
  LC_ALL,
  LC_MESSAGES,
  LANG,
  VSCODE_NLS_CONFIG,
}: NodeJS.ProcessEnv): string[] {
  const spoken = [LC_ALL || LC_MESSAGES || LANG, osLocale(VSCODE_NLS_CONFIG)];
  return spoken.filter((tag) => tag !== undefined);
}

/** On Windows and macOS no variable names the language; VS Code passes on what it found when it started. */
function osLocale(config = '{}'): string | undefined {
  try {
    const { osLocale } = JSON.parse(config);
    return typeof osLocale === 'string' ? osLocale : undefined;
  } catch {
    return undefined;
  }
}
