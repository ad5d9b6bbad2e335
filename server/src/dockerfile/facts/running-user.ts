import { familiarName, type ImageReference } from '../../image/reference';
import type { Dockerfile, Instruction } from '../model';
import { imageName, isOfficial } from './official-image';

// Who an image runs as, where its Dockerfile does not say.

/** Whether a user, as USER gives it, is root: `root`, `0`, `0:0`. */
export function isRoot(user: string): boolean {
  return /^(?:root|0+)(?::|$)/.test(user);
}

/**
 * Images whose configuration names a user other than root, or that run as one by their tag. As their own pages and
 * `docker inspect` say; the list is for silence only, so that one too few costs a hint.
 */
const UNPRIVILEGED =
  /^(?:cgr\.dev\/chainguard|dhi\.io|bitnami|bitnamilegacy|prom|grafana|jenkins|selenium|jupyter|quay\.io\/(?:jupyter|keycloak|prometheus)|docker\.elastic\.co\/\w[\w-]*|registry\.(?:access\.)?redhat\.(?:com|io)\/(?:ubi\d+|rhel\d+)\/(?:nodejs|python|php|ruby|perl|httpd|nginx|openjdk|go-toolset|dotnet)[\w-]*)(?:\/|$)|unprivileged|rootless|nonroot/;
const UNPRIVILEGED_TAG = /(?:^|-)(?:nonroot|rootless|unprivileged)(?:-|$)|chiseled/;
const UNPRIVILEGED_OFFICIAL: readonly string[] = [
  ...['elasticsearch', 'kibana', 'logstash', 'sonarqube', 'solr', 'haproxy', 'varnish', 'memcached', 'flink'],
  ...['storm', 'couchbase', 'neo4j', 'eclipse-mosquitto', 'nats', 'kong', 'spark', 'convertigo'],
];

/** Official images that start as root and hand over to a user of their own. */
const STEPPING_DOWN: readonly string[] = [
  ...[
    'postgres',
    'mysql',
    'mariadb',
    'percona',
    'mongo',
    'redis',
    'valkey',
    'rabbitmq',
    'cassandra',
    'influxdb',
  ],
  ...[
    'nginx',
    'httpd',
    'zookeeper',
    'ghost',
    'redmine',
    'odoo',
    'rocket.chat',
    'wordpress',
    'nextcloud',
    'drupal',
  ],
  ...['couchdb', 'orientdb', 'arangodb', 'matomo', 'mongo-express', 'teamspeak', 'znc', 'consul', 'vault'],
];

/** Whether an image is known not to run its program as root. */
export function runsUnprivileged(reference: ImageReference): boolean {
  const name = imageName(reference);
  return (
    UNPRIVILEGED.test(familiarName(reference)) ||
    UNPRIVILEGED_TAG.test(reference.tag ?? '') ||
    UNPRIVILEGED_OFFICIAL.includes(name) ||
    STEPPING_DOWN.includes(name)
  );
}

/** Whether RUN is known to be root on an image, where no USER stands above it. */
export function buildsAsRoot(reference: ImageReference): boolean {
  return isOfficial(reference) && !UNPRIVILEGED_OFFICIAL.includes(imageName(reference));
}

/** Servers that begin as root, to open a port or a log, and serve as the user in their own settings. */
export function dropsRoot(tool: string): boolean {
  return /^(?:nginx|httpd|httpd-foreground|apache2\w*|apache2-foreground|apachectl|php-fpm[\d.]*|sshd|crond?|named|dnsmasq)$/.test(
    tool,
  );
}

const STEP_DOWN =
  /(?:^|[\s"'/[=,])(?:gosu|su-exec|setpriv|runuser|setuidgid|s6-setuidgid|s6-overlay|s6-applyuidgid|chpst|fixuid|supervisord|docker-entrypoint)(?![\w])/;

/** Whether something in the final image is there to start as root and go on as another user. */
export function stepsDown({ finalChain }: Dockerfile): boolean {
  return finalChain.some(({ instructions }) => instructions.some((one) => STEP_DOWN.test(textOf(one))));
}

function textOf({ joined, heredocs }: Instruction): string {
  return [joined.text, ...heredocs.map(({ body }) => body)].join('\n');
}
