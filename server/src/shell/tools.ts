import { LANGUAGE_TOOLS } from './language-tools';
import { SYSTEM_PACKAGE_TOOLS } from './package-tools';
import { ACCOUNT_TOOLS, FILE_TOOLS } from './system-tools';
import { TRANSFER_TOOLS } from './transfer-tools';
import { UNKNOWN, type Usage } from './usage';

/** The tools whose arguments are told apart, by name. */
const TOOLS: Readonly<Record<string, Usage>> = {
  ...SYSTEM_PACKAGE_TOOLS,
  ...LANGUAGE_TOOLS,
  ...TRANSFER_TOOLS,
  ...FILE_TOOLS,
  ...ACCOUNT_TOOLS,
};

const VERSIONED = /^(pip|pypy|python|gem|ruby|go|node|php|perl|lua|gcc|g\+\+|clang)-?\d+(\.\d+)*$/;
const OTHER_NAMES: Readonly<Record<string, string>> = { nodejs: 'node', yarnpkg: 'yarn' };

/** The tool's usual name: `pip` for `pip3.12`. */
export function familyOf(tool: string): string {
  const other = Object.hasOwn(OTHER_NAMES, tool) ? OTHER_NAMES[tool] : undefined;
  return other ?? VERSIONED.exec(tool)?.[1] ?? tool;
}

/** How a tool reads its arguments. */
export function usageOf(tool: string): Usage {
  const name = familyOf(tool);
  return (Object.hasOwn(TOOLS, name) ? TOOLS[name] : undefined) ?? UNKNOWN;
}
