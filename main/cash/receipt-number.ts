/** How the number of a receipt is written: of which desk, in which life of its data, and which one. Pure. */
const DIGITS_MIN = 4

/** "K4N7QW-1-0014". */
export function receiptNumber(
  { terminal, epoch }: { readonly terminal: string; readonly epoch: number },
  number_count: number,
): string {
  return `${terminal}-${epoch}-${String(number_count).padStart(DIGITS_MIN, '0')}`
}
