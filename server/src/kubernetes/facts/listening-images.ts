import { parseReference } from '../../image/reference';

/**
 * Images that listen on a port below 1024 unless they are configured otherwise, by the last part of their name.
 * Source: EXPOSE in the Dockerfile of each on Docker Hub.
 */
const PORTS: Readonly<Record<string, string>> = {
  nginx: '80',
  httpd: '80',
  apache: '80',
  caddy: '80 443 2019',
  traefik: '80',
  wordpress: '80',
  php: '80',
  drupal: '80',
  joomla: '80',
  nextcloud: '80',
  matomo: '80',
  phpmyadmin: '80',
  coredns: '53',
  'k8s-dns-node-cache': '53',
  unbound: '53',
  bind9: '53',
  openldap: '389 636',
  postfix: '25 465 587',
};

/** Programs that are there to be reached by SSH. */
const SSH = /ssh|sftp|gitea|gitlab|gitolite|gogs|forgejo|gerrit|bastion|jumphost/i;

/** Whether the program in an image is known to listen on a port by itself. */
export function listensOn(image: string, port: number): boolean {
  const name = lastPart(image);
  if (port === 22) return SSH.test(name);
  const ports = Object.hasOwn(PORTS, name) ? PORTS[name]!.split(' ') : [];
  return ports.includes(String(port)) || (port === 443 && ports.includes('80'));
}

function lastPart(image: string): string {
  const { repository } = parseReference(image);
  return repository.slice(repository.lastIndexOf('/') + 1);
}
