import { spawnSync } from 'node:child_process';

const shell = process.platform === 'win32';

/** Whether `code` opens a window here: in a remote terminal it is a shim that talks to one elsewhere. */
export function hasDesktop(): boolean {
  const { env } = process;
  const remote = [
    'VSCODE_IPC_HOOK_CLI',
    'SSH_CONNECTION',
    'WSL_DISTRO_NAME',
    'CODESPACES',
    'REMOTE_CONTAINERS',
  ];
  if (remote.some((name) => env[name])) return false;
  if (process.platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return false;
  // Electron refuses to be started by root.
  if (process.getuid?.() === 0) return false;
  const version = spawnSync('code', ['--version'], { encoding: 'utf8', timeout: 20_000, shell });
  return version.status === 0 && /^\d+\.\d+\.\d+/.test(version.stdout);
}

/** Opens a folder in a window with a profile of its own, and returns when it is closed. */
export function openDesktop(folder: string, vsix: string, profile: string): void {
  const own = [`--user-data-dir=${profile}/user-data`, `--extensions-dir=${profile}/extensions`];
  code(...own, '--install-extension', vsix, '--force');
  console.log(`${folder} is open in VS Code. Close the window or press Ctrl-C to end.`);
  code(...own, '--disable-workspace-trust', '--new-window', '--wait', folder);
}

function code(...args: string[]): void {
  const quoted = shell ? args.map((arg) => `"${arg}"`) : args;
  const run = spawnSync('code', quoted, { stdio: 'inherit', shell });
  if (run.status !== 0)
    throw new Error(`code ${args.join(' ')} failed${run.error ? `: ${run.error.message}` : ''}.`);
}
