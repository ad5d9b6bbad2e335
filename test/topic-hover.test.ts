import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dockerfile } from '../server/src/dockerfile/language';
import { kubernetes } from '../server/src/kubernetes/language';
import { hovers, notes, type Row } from './hovers';

/** A word that means the same in every language has one note, whatever file it is met in. */
const images: readonly (readonly [marked: string, place: string, says: RegExp])[] = [
  ['«nginx»:1.29', 'registry:docker-hub', /\*\*Docker Hub\*\*[\s\S]*`docker\.io\/library\/nginx`/],
  ['«docker.io»/grafana/grafana:12.2', 'registry:docker-hub', /\*\*Docker Hub\*\*/],
  ['«ghcr.io»/a/b:1', 'registry:ghcr', /\*\*GitHub Packages/],
  ['«gcr.io»/my-project/app:1', 'registry:gcr', /2025-03-18[\s\S]*only if project `my-project` has moved/],
  ['«eu.gcr.io»/my-project/app:1', 'registry:gcr', /2025-03-18/],
  ['«gcr.io»/distroless/static:nonroot', 'registry:gcr', /nothing to move/],
  ['«us-docker.pkg.dev»/p/r/app:1', 'registry:artifact-registry', /repository `r`/],
  ['«123456789012.dkr.ecr.eu-west-1.amazonaws.com»/a:1', 'registry:ecr', /account `123456789012`/],
  ['«public.ecr.aws»/nginx/nginx:1.29', 'registry:ecr-public', /\*\*Amazon ECR\*\*/],
  ['«quay.io»/a/b:1', 'registry:quay', /\*\*registry\*\*/],
  ['nginx:«1.29»', 'image:tag', /\*\*image tag\*\*/],
  [`nginx@«sha256:${'0'.repeat(64)}»`, 'image:digest', /\*\*image tag\*\*/],
];

hovers(dockerfile).table(
  'in a Dockerfile',
  images.map(([marked, place, says]): Row => [marked, `FROM ${marked}\n`, place, says]),
);

hovers(kubernetes).table(
  'in a manifest',
  images.map(
    ([marked, place, says]): Row => [
      marked,
      `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - name: a\n      image: ${marked}\n`,
      place,
      says,
    ],
  ),
);

hovers(dockerfile).table('a command in RUN', [
  ['apt-get', 'FROM a\nRUN «apt-get» update\n', 'command:apt-get.update', /\*\*nobody\*\* to press y/],
  ['its word', 'FROM a\nRUN apt-get «install» -y b\n', 'command:apt-get.install', /\*\*apt-get\*\*/],
  ['behind &&', 'FROM a\nRUN cd /src && «make» all\n', 'command:make.all', /\*\*make\*\*/],
  ['with options', 'FROM a\nRUN «chown» -R b /c\n', 'command:chown', /copied whole into a new layer/],
  ['echo', 'FROM a\nRUN «echo» "\\nb" >> /c\n', 'command:echo', /depends on the shell/],
  ['docker', 'FROM a\nRUN «docker» ps\n', 'command:docker.ps', /\*\*Docker\*\*/],
  ['nginx', 'FROM a\nRUN «nginx» -t\n', 'command:nginx', /\*\*nginx\*\*/],
]);

describe('a note of the course', () => {
  /** Ids that a hover shows or links to, at once or over the notes it links to. */
  const reached = new Set(notes.all.filter(({ at }) => at.length > 0).map(({ id }) => id));
  for (const id of reached) for (const next of notes.get(id)!.related) reached.add(next);
  for (const { id } of notes.all)
    it(`${id} is reached from a hover`, () => {
      assert.ok(reached.has(id));
    });
});
