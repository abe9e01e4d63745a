/** How the number of a receipt is written: of which desk, in which life of its data, and which one. Pure. */
const DIGITS_MIN = 4

/** "K4N7QW-1-0014". */
export function receiptNumber(
  { terminal, epoch }: { readonly terminal: string; readonly epoch: number },
  receipt_number: number,
): string {
  return `${terminal}-${epoch}-${String(receipt_number).padStart(DIGITS_MIN, '0')}`
}

export type ReceiptNumber = { readonly terminal: string; readonly epoch: number; readonly receipt_number: number }

/** Reads a number as it is printed, or its last part alone, which is of `here`; null: it is none. */
export function readReceiptNumber(
  text: string,
  here: { readonly terminal: string; readonly epoch: number },
): ReceiptNumber | null {
  const match = /^(?:([\dA-Z]+)-(\d{1,9})-)?(\d{1,9})$/.exec(text.toUpperCase())
  if (match === null) return null
  const [, terminal = here.terminal, epoch = String(here.epoch), number = ''] = match
  return { terminal, epoch: Number(epoch), receipt_number: Number(number) }
}
