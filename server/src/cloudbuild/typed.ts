import type { YamlMap } from '../yaml/node';
import { type DecodeFault, faultsIn } from '../yaml/schema/decode';
import { type Place, placesIn } from '../yaml/schema/places';
import type { Types } from '../yaml/schema/types';
import type { Build } from './model';
import { ROOT } from './schema/schema';
import { buildTypes } from './schema/shipped';

/** A build that can be held against the schema; undefined for what a template completes. */
export interface Typed {
  readonly types: Types;
  readonly root: YamlMap;
}

export function typedBuild({ sort, root }: Build): Typed | undefined {
  const types = buildTypes();
  return types && root && sort === 'build' ? { types, root } : undefined;
}

/** What its readers refuse before they look at what it means. */
export function faultsOf(build: Build): readonly DecodeFault[] {
  const typed = typedBuild(build);
  return typed ? faultsIn(typed.types, typed.root, ROOT) : [];
}

/** The build and every typed object in it, outside in. */
export function placesOf(build: Build): readonly Place[] {
  const typed = typedBuild(build);
  return typed ? placesIn(typed.types, typed.root, ROOT) : [];
}
