import type { Fact, WorkspaceFacts } from '../../core/facts';
import type { KubernetesFacts, PortFact, PortUse, ServicePortFact } from '../facts';
import type { PartName } from '../references/reference';
import { selectedBy, selectingServices } from './binding';
import { isPort } from './ports';

/** The way of a request, from the port of a Service to the containers that listen. */
type Facts = WorkspaceFacts<KubernetesFacts>;
type Of<K extends keyof KubernetesFacts> = Fact<KubernetesFacts, K>;

/** Where a port of a Service leads in the pods of one workload. */
export interface Arrival {
  readonly workload: Of<'workload'>;
  /** What the container lists; a port by number may be open without that. */
  readonly port: PortFact | undefined;
  /** Probes and hooks that ask the same port. */
  readonly uses: readonly PortUse[];
}

/** The port of a Service that a backend names. */
export function portNamed(service: Of<'service'>, { word, number }: PartName): ServicePortFact | undefined {
  return service.value.ports.find(({ name, port }) =>
    number === undefined ? name?.text === word.text : port?.number === number,
  );
}

/** Every workload a Service sends to, and where a port arrives there. */
export function arrivals(
  service: Of<'service'>,
  { target }: ServicePortFact,
  facts: Facts,
): readonly Arrival[] {
  if (!target) return [];
  return selectedBy(service, facts).map((workload) => {
    const port = workload.value.ports.find((one) => isPort(target, one));
    return { workload, port, uses: port ? usesOf(workload, port) : [] };
  });
}

/** The ports of Services that lead to the port of a container. */
export function leadingTo(
  workload: Of<'workload'>,
  port: PortFact,
  facts: Facts,
): readonly { readonly service: Of<'service'>; readonly port: ServicePortFact }[] {
  return selectingServices(workload, facts).flatMap((service) =>
    service.value.ports
      .filter(({ target }) => target && isPort(target, port))
      .map((one) => ({ service, port: one })),
  );
}

function usesOf({ value }: Of<'workload'>, port: PortFact): readonly PortUse[] {
  return value.portUses.filter((use) => use.container === port.container && isPort(use, port));
}
