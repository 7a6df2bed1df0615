/**
 * A reader that reads each file once, by the name that it is given. What a file is refused for is told each time it is
 * asked for.
 */
export function oncePerFile<T>(read: (file: string) => T): (file: string) => T {
  const known = new Map<string, { readonly value: T } | { readonly error: unknown }>();
  const tried = (file: string) => {
    try {
      return { value: read(file) };
    } catch (error) {
      return { error };
    }
  };
  return (file) => {
    const found = known.get(file) ?? tried(file);
    known.set(file, found);
    if ("error" in found) throw found.error;
    return found.value;
  };
}
