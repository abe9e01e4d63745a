/** English for what stands in a line about a hold, or an item that no hold keeps any more. */
import { ordinal } from '../../circulation/holds/hold-queue.ts'

export const LINES = {
  /** "2nd of 5". */
  place: (place: number, of: number) => `${ordinal(place)} of ${of}`,
  /** Where an item that no hold keeps goes once it is scanned. */
  goes: {
    hold: 'to the next hold here',
    transit: (branch: string) => `to ${branch}`,
    shelf: (location: string) => (location === '' ? 'back to its shelf' : `back to ${location}`),
  },
}
