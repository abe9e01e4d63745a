/** Sells what is typed on the line with one key, which gives the cash for it as well: "12*c", then = or +. */
import { clearLine, focusHome, homeField } from '../fields/field.ts'
import type { Desk } from './desk.ts'
import type { PayKey } from './intents.ts'
import { runPayKey } from './run-pay.ts'
import { underWay } from './under-way.ts'

/** The amount is drawn a frame or two after the page is known. */
const FRAMES_MAX = 30

function isAmountDrawn(desk: Desk): boolean {
  return desk.store.now().pay !== null && document.querySelector('[data-field="amount"] input') !== null
}

/** The line goes to the payment page. Only what was found in the catalog is given cash for. */
export function sellLine(desk: Desk, key: PayKey): void {
  const text = homeField()?.value ?? ''
  desk.store.change({ search: null, panel: 'none' })
  clearLine()
  focusHome()
  const sold = async (): Promise<void> => {
    const { kind } = await desk.perform({ method: 'desk.scan', input: { text, source: 'typed' } }, desk.mint())
    const { band, page } = desk.store.now().snapshot ?? {}
    if (kind !== 'ok' || band?.outcome === 'stop' || page?.ref.place !== 'pay') return
    for (let frame = 0; frame < FRAMES_MAX && !isAmountDrawn(desk); frame += 1)
      await new Promise<void>((resolve) => desk.ports.nextFrame(resolve))
    runPayKey(desk, key)
  }
  void underWay(desk.store, sold())
}
