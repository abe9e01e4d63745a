/** English for what is done at a drawer. Never names a patron. */
import { countedIn } from '../../plural.ts'

const n = countedIn('en')

export const CASH = {
  opened: 'Drawer opened',
  float: (amount: string) => `Float ${amount}`,
  float_over: (amount: string) => `${amount} more than was left in it`,
  float_short: (amount: string) => `${amount} less than was left in it`,
  counted: 'Drawer counted',
  took: 'Payment taken',
  receipt: (number: string) => `Receipt ${number}`,
  change: 'Change',
  no_change: 'No change',
  paid: 'Paid',
  in_kind: (amount: string) => `${amount} paid with goods or work`,
  kept: (amount: string) => `${amount} is credit on the account now`,
  voided: 'Receipt voided',
  give_back: 'Give back',
  others_back: {
    check: (amount: string) => `Give the check of ${amount} back, too`,
    card: (amount: string) => `Void ${amount} on the card terminal, too`,
  },
  exported: 'Cash records saved',
  exported_says: (count: number, file: string) => `${n(count, 'drawer session', 'drawer sessions')}: ${file}`,
}
