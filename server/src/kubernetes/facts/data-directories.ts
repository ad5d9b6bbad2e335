/** Where an official image keeps what must outlive its containers. */
export interface DataDirectory {
  /** As people write the image's name. */
  readonly image: string;
  /** A volume here, above or below keeps the data. */
  readonly path: string;
  /** Environment variables that move it elsewhere. */
  readonly movedBy?: RegExp;
}

/**
 * Source: the `VOLUME` of each image and its page, ex) https://hub.docker.com/_/postgres. Caches (redis, memcached) are
 * not among them: they are often meant to forget.
 */
const DIRECTORIES: readonly DataDirectory[] = [
  // From 18 on it is a folder for each version in the same place.
  { image: 'postgres', path: '/var/lib/postgresql', movedBy: /^PGDATA$/ },
  { image: 'postgis/postgis', path: '/var/lib/postgresql', movedBy: /^PGDATA$/ },
  { image: 'mysql', path: '/var/lib/mysql' },
  { image: 'mariadb', path: '/var/lib/mysql' },
  { image: 'percona', path: '/var/lib/mysql' },
  { image: 'mongo', path: '/data/db' },
  { image: 'couchdb', path: '/opt/couchdb/data' },
  { image: 'cassandra', path: '/var/lib/cassandra' },
  { image: 'influxdb', path: '/var/lib/influxdb' },
  { image: 'neo4j', path: '/data' },
  { image: 'elasticsearch', path: '/usr/share/elasticsearch/data', movedBy: /^path\.data$/ },
  { image: 'docker.elastic.co/elasticsearch/elasticsearch', path: '/usr/share/elasticsearch/data' },
  { image: 'mcr.microsoft.com/mssql/server', path: '/var/opt/mssql', movedBy: /DATA_DIR/ },
];

const BY_IMAGE = new Map(DIRECTORIES.map((one) => [one.image, one]));

export function dataDirectoryOf(image: string): DataDirectory | undefined {
  return BY_IMAGE.get(image);
}
