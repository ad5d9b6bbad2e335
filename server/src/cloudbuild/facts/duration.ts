/** As long as a build or a step may take: 24 hours. Source: MaxTimeout in validate.go of cloud-build-local */
export const LONGEST_SECONDS = 24 * 60 * 60;

/**
 * A duration as JSON writes it, in seconds: `600s`, `3.5s`. Undefined where it is none.
 * Source: https://protobuf.dev/reference/protobuf/google.protobuf/#duration
 */
export function secondsOf(text: string): number | undefined {
  return /^-?\d+(?:\.\d{0,9})?s$/.test(text) ? Number(text.slice(0, -1)) : undefined;
}

/** What somebody meant who wrote it another way: `10m`, `1h30m`, `600`. */
export function meantSeconds(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const parts =
    /^(?:(\d+)\s*h(?:ours?|rs?)?)?\s*(?:(\d+)\s*m(?:in(?:ute)?s?)?)?\s*(?:(\d+)\s*s(?:ec(?:ond)?s?)?)?$/i.exec(
      text.trim(),
    );
  if (!parts || parts.slice(1).every((part) => part === undefined)) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return hours * 3600 + minutes * 60 + seconds;
}
