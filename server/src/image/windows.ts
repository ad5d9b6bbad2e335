import type { ImageReference } from './reference';

/** Whether an image is one of Microsoft's for Windows, whose default shell is `cmd`. */
export function isWindowsImage({ registry, repository, tag }: ImageReference): boolean {
  if (/nanoserver|windowsservercore/i.test(tag ?? '')) return true;
  if (registry === 'mcr.microsoft.com') return /^(?:windows|dotnet\/framework)(?:\/|$)/.test(repository);
  return /^microsoft\/(?:nanoserver|windowsservercore)$/.test(repository);
}
