/** The notes under a row are sentences, however they were put together; a file's name is left as it is. */
import { expect, test } from 'vitest'
import { instant } from '../../../shared/kernel/time.ts'
import { EMPTY_SESSION, withRow } from '../../../shared/desk/session/session.ts'

test.each([
  ['Look at the shelf now', 'Look at the shelf now.'],
  ['They said they had returned it: where was it?', 'They said they had returned it: where was it?'],
  ['Fine $1.00', 'Fine $1.00.'],
  ['It was not checked out.', 'It was not checked out.'],
  ['Everything is in /media/usb/theirs.json', 'Everything is in /media/usb/theirs.json'],
  ['', ''],
])('%s', (note, shown) => {
  const row = { at: instant(0), outcome: 'done', title: 'Dune', barcode: '', happened: 'In', notes: [note] } as const
  expect(withRow(EMPTY_SESSION, row).rows[0]?.row.notes).toEqual([shown])
})
