/**
 * The door to files. The disk under Node, the editor's file system in the browser; nothing else reads files.
 * Nothing here throws: what cannot be read is not there.
 */
export interface Files {
  /** The text of a file without its byte order mark; undefined where there is none or it is not UTF-8 text. */
  read(uri: string): Promise<string | undefined>;
  /**
   * The files at or below a folder, except what version control ignores and what no one writes by hand
   * (`.git`, `node_modules`). Yields URIs in their canonical spelling, in no order.
   * @param wanted leaves a name out before anything is asked about it
   */
  list(folder: string, wanted: (uri: string) => boolean): AsyncIterable<string>;
  /** Whether `list` would give this file. */
  lists(uri: string): Promise<boolean>;
}
