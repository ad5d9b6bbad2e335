import type { AnyExpectation, AskedOf, Expectation, Fields, Miss } from '../core/expectation';
import type { Message } from '../core/text';
import type { Build, BuildFile } from './model';

interface Declared<F extends Fields> {
  readonly name: string;
  readonly fields: F;
  goal(asked: AskedOf<F>): Message;
  check(asked: AskedOf<F>, builds: readonly Build[]): Miss | undefined;
}

/** Declares what labs can expect of the builds of Cloud Build. */
export function expectation<F extends Fields>({ check, ...declared }: Declared<F>): AnyExpectation {
  const whole: Expectation<BuildFile, unknown, F> = {
    ...declared,
    check: (asked, { models }) => {
      const parts = [...models.values()].flatMap((file) => file.parts);
      return check(
        asked,
        parts.flatMap(({ unit }) => (unit.sort === 'build' ? [unit] : [])),
      );
    },
  };
  return whole;
}
