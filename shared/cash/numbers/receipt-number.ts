/** How the number of a receipt is written: of which desk, in which life of its data, and which one. Pure. */
const DIGITS_MIN = 4

/** "K4N7QW-1-0014". */
export function receiptNumber(
  { terminal, epoch }: { readonly terminal: string; readonly epoch: number },
  number_count: number,
): string {
  return `${terminal}-${epoch}-${String(number_count).padStart(DIGITS_MIN, '0')}`
}

export type ReceiptNumber = { readonly terminal: string; readonly epoch: number; readonly number_count: number }

/** Reads a number as it is printed, or its last part alone, which is of `here`; null: it is none. */
export function readReceiptNumber(
  text: string,
  here: { readonly terminal: string; readonly epoch: number },
): ReceiptNumber | null {
  const match = /^(?:([\dA-Z]+)-(\d{1,9})-)?(\d{1,9})$/.exec(text.toUpperCase())
  if (match === null) return null
  const [, terminal = here.terminal, epoch = String(here.epoch), number = ''] = match
  return { terminal, epoch: Number(epoch), number_count: Number(number) }
}
