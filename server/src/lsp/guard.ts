import type { Connection } from 'vscode-languageserver';
import { stackOf } from './session';

/** Runs the answer to a request; if it fails, says so in the log and gives an empty answer: nothing stops the server. */
export async function guard<T>(
  connection: Connection,
  doing: string,
  answer: () => T | Promise<T>,
  empty: T,
): Promise<T> {
  try {
    return await answer();
  } catch (error) {
    connection.console.error(`${doing} failed: ${stackOf(error)}`);
    return empty;
  }
}
