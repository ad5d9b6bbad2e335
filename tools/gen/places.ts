/** A place without a realm is one of the language that the note's folder is named after. */
export function placesOf(id: string, at: readonly string[] = []): string[] {
  const folder = id.slice(0, id.indexOf('/'));
  return at.map((place) => (place.includes(':') ? place : `${folder}:${place}`));
}
