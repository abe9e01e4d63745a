/** The words of a kept code; the code itself when this version does not know it, or none was kept. */
export function labelOf(labels: Readonly<Record<string, string>>, code: string): string {
  return labels[code] ?? code
}
