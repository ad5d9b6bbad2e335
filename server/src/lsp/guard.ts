import { type Connection, ResponseError } from 'vscode-languageserver';
import type { Diagnosis } from '../core/diagnosis';
import { type Session, stackOf } from './session';

/**
 * Runs the answer to a request; if it fails, says so in the log and gives an empty answer: nothing stops the server.
 * A refusal meant for the user passes.
 */
export async function guard<T>(
  connection: Connection,
  doing: string,
  answer: () => T | Promise<T>,
  empty: T,
): Promise<T> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof ResponseError) throw error;
    connection.console.error(`${doing} failed: ${stackOf(error)}`);
    return empty;
  }
}

/** What findings become, each on its own: one that cannot be put into words is logged and the others are told. */
export function eachFinding<T>(
  session: Session,
  found: readonly Diagnosis[],
  tell: (diagnosis: Diagnosis) => T | readonly T[],
): T[] {
  return found.flatMap((diagnosis) => {
    try {
      return tell(diagnosis);
    } catch (error) {
      session.log(`A finding of ${diagnosis.rule.id} could not be told: ${stackOf(error)}`);
      return [];
    }
  });
}
