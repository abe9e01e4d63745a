/** English for what a person may mark an item as: for the choice, and once it is marked. */
import type { Mark } from '../../../circulation/loans/marking.ts'

type MarkWords = { readonly label: string; readonly says: string }

export const MARKS: Readonly<Record<Mark, MarkWords>> = {
  available: { label: 'In, on its shelf', says: 'It is in and can be checked out' },
  missing: { label: 'Missing: not in its place', says: 'It is missing; the next person who scans it finds it' },
  trace: { label: 'Being searched for', says: 'It is being searched for; the next person who scans it finds it' },
  damaged: { label: 'Damaged, or parts missing', says: 'It is damaged: set it aside' },
  'in-process': { label: 'In process, not ready yet', says: 'It is in process and not for the public yet' },
  'on-order': { label: 'On order', says: 'It is on order' },
  reference: { label: 'For use in the library only', says: 'It is for use in the library' },
  withdrawn: { label: 'Withdrawn for good', says: 'It is withdrawn and can no longer be checked out' },
}
