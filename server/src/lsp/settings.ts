import type { Connection } from 'vscode-languageserver';
import { CONFIG_KEYS, type Contents, type KnownRules, readContents } from '../config/contents';
import type { Problem } from '../config/problem';
import { isMap } from '../config/reader';
import type { LensSort } from '../core/lens';
import type { HoverSize } from '../core/page';
import { type Lang, renderMessage } from '../core/text';
import { SECTION } from './protocol';
import type { Session } from './session';

/** What the editor's settings say for one folder. Everything has a default: a client may send none at all. */
export interface EditorSettings {
  readonly language: Lang | 'auto';
  readonly hover: HoverSize | 'off';
  /** Whether findings in Dockerfiles are wanted beside other extensions; the client decides what `auto` means. */
  readonly dockerfileLint: Beside;
  /** Whether what the API's schema says is wanted beside other extensions; the client decides what `auto` means. */
  readonly kubernetesSchema: Beside;
  /** The ShellCheck to ask; undefined where it is switched off. */
  readonly shellCheck?: string;
  readonly lenses: Readonly<Record<LensSort, boolean>>;
  readonly contents: Contents;
}

export type Beside = 'auto' | 'on' | 'off';

/** Reads the section `containerTutor`, from whatever source it comes. */
export function readSettings(
  section: unknown,
  known: KnownRules,
): { readonly settings: EditorSettings; readonly problems: readonly Problem[] } {
  const map = isMap(section) ? section : {};
  const own = Object.fromEntries(
    CONFIG_KEYS.filter((key) => map[key] !== undefined && map[key] !== null).map((key) => [key, map[key]]),
  );
  const { contents, problems } = readContents(own, known);
  const inner = (key: string, name: string) => (isMap(map[key]) ? map[key][name] : map[`${key}.${name}`]);
  const settings = {
    language: word(map['language'], ['auto', 'ko', 'en'] as const),
    hover: word(map['hover'], ['compact', 'full', 'off'] as const),
    dockerfileLint: word(inner('dockerfile', 'lint'), ['auto', 'on', 'off'] as const),
    kubernetesSchema: word(inner('kubernetes', 'schema'), ['auto', 'on', 'off'] as const),
    ...(inner('dockerfile', 'shellcheck') === true && {
      shellCheck: String(inner('dockerfile', 'shellcheckPath') || 'shellcheck'),
    }),
    lenses: {
      relations: inner('codeLens', 'relations') !== false,
      podSecurity: inner('codeLens', 'podSecurity') === true,
    },
    contents,
  };
  return { settings, problems };
}

/** The word itself if it is known, else the first one. */
function word<T extends string>(value: unknown, known: readonly [T, ...T[]]): T {
  return known.find((one) => one === value) ?? known[0];
}

/**
 * Reads the settings anew, as they hold for each folder.
 * @param sent the section as the client sent it by itself; asked for where it can be
 */
export async function applySettings(session: Session, connection: Connection, sent?: unknown): Promise<void> {
  const places = [undefined, ...session.workspace.folders];
  const sections = session.client.workspace?.configuration
    ? await pull(connection, places)
    : places.map(() => sent ?? session.options.settings);
  const all = new Map<string | undefined, EditorSettings>();
  for (const [i, place] of places.entries()) {
    const { settings, problems } = readSettings(sections[i], session.known);
    all.set(place, settings);
    for (const { path, message } of problems)
      session.log(`Setting ${[SECTION, ...path].join('.')}: ${renderMessage(message, 'en')}`);
  }
  session.settings = all;
  session.configs.forget();
}

async function pull(
  connection: Connection,
  places: readonly (string | undefined)[],
): Promise<readonly unknown[]> {
  try {
    return await connection.workspace.getConfiguration(
      places.map((scopeUri) => ({ scopeUri, section: SECTION })),
    );
  } catch (error) {
    connection.console.warn(`The editor's settings could not be read, defaults hold: ${error}`);
    return [];
  }
}
