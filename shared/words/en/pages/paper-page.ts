/** English for the page of a receipt, a slip or a list. */

export const PAPER_PAGE = {
  heading: (name: string) => `Print: ${name}`,
  by_dialog: 'Nothing prints automatically. Print opens the system print dialog.',
  by_printer: (printer: string) => `Print sends it to ${printer}.`,
  of_left_at: (at: string) => `For the patron who left at ${at}.`,
  of_earlier_at: (name: string, at: string) => `From an earlier visit of ${name}, finished at ${at}.`,
  cart: 'Shelving order of the cart',
  no_receipt: 'This patron has no receipt yet',
  no_receipt_lead:
    '{key:paper-now} makes a receipt of what was done so far. Enter shows the last receipt of another patron.',
  show: 'Show',
  others: 'Other receipts and slips of this session',
  columns: { paper: 'Receipt or slip', item: 'Item', made_at: 'Made at' },
  of_left: (name: string) => `${name}, previous patron`,
  of_earlier: (name: string) => `${name}, earlier visit`,
}
