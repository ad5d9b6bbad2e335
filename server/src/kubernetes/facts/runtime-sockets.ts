/**
 * The sockets of container runtimes: who reaches one starts containers of any kind on the node. Sources:
 * https://kubernetes.io/docs/setup/production-environment/container-runtimes/ and the runtimes' own defaults.
 */
const SOCKETS: readonly string[] = [
  'docker.sock',
  'dockershim.sock',
  'containerd.sock',
  'crio.sock',
  'cri-dockerd.sock',
  'podman.sock',
];

/** Whether a path of a node is the socket of its runtime. */
export function isRuntimeSocket(path: string): boolean {
  return SOCKETS.some((name) => path === name || path.endsWith(`/${name}`)) || PIPE.test(path);
}

/** On Windows it is a named pipe. */
const PIPE = /[\\/]pipe[\\/](?:docker_engine|containerd-containerd)$/;
