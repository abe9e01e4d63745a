/**
 * Every "no" that comes from counting what is on an account and its household's. They stand together in the order of
 * loan.ts, after money owed and overdue items. `way_out` never sends a patron away without a next step.
 */
import type { RefusalEntry } from './entry.ts'

export const ACCOUNT_REFUSALS = [
  {
    code: 'overdue-too-long',
    kind: 'impossible',
    override: 'supervisor',
    says: 'Something is {days} days overdue; borrowing stops at {limit}.',
    way_out: 'It must come back or be paid first.',
  },
  {
    code: 'lost-too-many',
    kind: 'impossible',
    override: 'supervisor',
    says: '{count} lost; borrowing stops at {limit}.',
    way_out: 'One must be found or paid first.',
  },
  {
    code: 'claims-too-many',
    kind: 'impossible',
    override: 'supervisor',
    says: '{count} claims open; borrowing stops at {limit}.',
    way_out: 'Look at the shelf for them first.',
  },
  {
    code: 'family-owes-too-much',
    kind: 'impossible',
    override: 'supervisor',
    says: 'The household owes {owed}; borrowing stops at {limit}.',
    way_out: 'A payment on one of its accounts comes first.',
  },
  {
    code: 'guarantees-owe-too-much',
    kind: 'impossible',
    override: 'supervisor',
    says: 'Children in this patron’s care owe {owed}; borrowing stops at {limit}.',
    way_out: 'A payment on one of their accounts comes first.',
  },
  {
    code: 'suspended',
    kind: 'impossible',
    override: 'supervisor',
    says: 'May not borrow until {until}, because something came back late.',
    way_out: 'Borrowing opens again by itself on that day.',
  },
] as const satisfies readonly RefusalEntry[]
