/** A whole scan, from a scanner that types or from one that does not: on its way to the desk, in its turn. */
import { isbn13 } from '../../shared/catalog/isbn.ts'
import type { WedgeAct } from '../../shared/desk/wedge.ts'
import type { DeviceCode } from '../../shared/devices/setup.ts'
import type { DeviceScan } from '../../shared/devices/wire.ts'
import type { Desk } from '../desk/desk.ts'
import {
  cardField,
  fieldUse,
  focusHome,
  homeField,
  isInRowForm,
  offeredField,
  setField,
  takeBack,
} from '../fields/field.ts'
import { formFocus } from '../fields/form-fields.ts'
import { dropRun, isLeading, type Ear } from './ear.ts'

type Scan = Extract<WedgeAct, { kind: 'scan' }>

/**
 * Restores everything as before the scan's first character; the scan goes to the desk after the keys that still wait.
 */
export function takeScan(desk: Desk, ear: Ear, { text, source }: Scan): void {
  dropRun(ear)
  if (ear.before && ear.before.field !== homeField()) takeBack(ear.before.field, ear.before.value)
  const go = (): void => sendScan(desk, text, source)
  if (ear.kept.length === 0) return go()
  ear.kept = [...ear.kept, { run: ear.runs_count, isScan: true, go }]
}

/**
 * A scanner that is no keyboard: its scan is whole, so no field has anything of it, and no key of a person's run
 * belongs to it. At set-up nothing is scanned.
 */
export function hearDevice(desk: Desk, ear: Ear, { text, device_code }: DeviceScan): void {
  if (fieldUse(document.activeElement) === 'free') return
  const go = (): void => sendScan(desk, text, 'scan', device_code)
  if (ear.kept.length === 0 && !isLeading(ear)) return go()
  ear.kept = [...ear.kept, { run: ear.runs_count, isScan: true, go }]
}

function sendScan(desk: Desk, text: string, source: Scan['source'], scanner?: DeviceCode): void {
  const home = homeField()
  // A title search takes an ISBN too: it is searched where the clerk looks, not taken as a scan.
  if (home && desk.store.now().search?.kind === 'titles' && isbn13(text) !== null) return setField(home, text)
  const card = cardField()
  if (card) {
    setField(card, text)
    card.focus()
    return
  }
  desk.scan(text, source, scanner)
  // As first drawn: the line empty, the initials field with those of the person who locked the desk.
  for (const field of [home, offeredField()]) if (field) setField(field, field.defaultValue)
  // A form in progress keeps the focus: the rest of a PIN must not end up on the line.
  if (formFocus() === null && !isInRowForm()) focusHome()
}
