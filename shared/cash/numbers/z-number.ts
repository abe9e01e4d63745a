/**
 * How a Z is named: of which terminal, in which epoch of its data, and which one. After an older backup is put back the
 * count goes on from what the backup has; the epoch is another, so that no name is ever given twice. Pure.
 */

/** "K4N7QW-1-Z17". @param head of the entry that closed the session */
export function zNumber(
  { terminal, epoch }: { readonly terminal: string; readonly epoch: number },
  z_number: number,
): string {
  return `${terminal}-${epoch}-Z${z_number}`
}
