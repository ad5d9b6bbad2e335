/**
 * Remembers what a pure function says of an object for as long as the object lives. For views of a model that
 * many rules ask for: a model never changes.
 */
export function once<K extends object, V>(view: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (of) => {
    let found = known.get(of);
    if (!found) {
      found = { value: view(of) };
      known.set(of, found);
    }
    return found.value;
  };
}
