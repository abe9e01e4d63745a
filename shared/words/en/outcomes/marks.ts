/** English for what a person may mark an item as: for the choice, and once it is marked. */
import type { Mark } from '../../../circulation/loans/marking.ts'

type MarkWords = { readonly label: string; readonly says: string }

export const MARKS: Readonly<Record<Mark, MarkWords>> = {
  available: { label: 'Available', says: 'It is available and can be checked out' },
  missing: { label: 'Missing', says: 'It is missing until someone scans it' },
  trace: { label: 'Trace: staff are looking for it', says: 'It is being traced until someone scans it' },
  damaged: { label: 'Damaged, or parts missing', says: 'It is damaged: set it aside' },
  'in-process': { label: 'In process, not ready yet', says: 'It is in process and not for the public yet' },
  'on-order': { label: 'On order', says: 'It is on order' },
  reference: { label: 'In-library use only', says: 'It is for use in the library only' },
  withdrawn: { label: 'Withdrawn', says: 'It is withdrawn and can no longer be checked out' },
}
