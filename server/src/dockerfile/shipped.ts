import { asInstruction, type Dockerfile, type Run } from './model';

/** The RUNs whose layers are in the final image, triggers included, each with those above it. */
export function* shippedRuns({ finalChain }: Dockerfile): Iterable<{ run: Run; later: readonly Run[] }> {
  const runs = finalChain
    .flatMap(({ instructions }) => instructions)
    .flatMap((instruction) => asInstruction(instruction, 'RUN') ?? []);
  for (const [i, run] of runs.entries())
    yield { run, later: runs.slice(i + 1).filter((one) => !one.onbuild) };
}
