/** placeholder */
export async function init(_product: string, _options: unknown): Promise<number> {
  return 0;
}
