/** What the top strip says of the devices of this desk. */
import type { Speech } from '../../../../shared/words/speech.ts'
import type { Desk } from '../../desk.ts'
import { printersOnStrip } from './printers.ts'

type Said = { readonly tone: 'ok' | 'warn'; readonly says: string }

/** What is wrong, if anything is; else everything that is there. */
export function devicesOnStrip(desk: Desk, { words }: Speech): Said {
  const { scanners, printers } = words.screen.strip
  const all = [scannersOnStrip(desk, scanners), ...printersOnStrip(desk, printers)]
  const wrong = all.filter(({ tone }) => tone === 'warn')
  const said = (wrong.length > 0 ? wrong : all).map(({ says }) => says)
  return { tone: wrong.length > 0 ? 'warn' : 'ok', says: [...new Set(said)].join(' · ') }
}

function scannersOnStrip(desk: Desk, scanners: Speech['words']['screen']['strip']['scanners']): Said {
  const own = desk.devices.own.filter(({ role }) => role === 'scanner')
  if (own.length === 0) return { tone: 'ok', says: scanners.keyboard }
  const states = own.map(({ device_code }) => desk.devices.now(device_code)?.state ?? null)
  const ready_count = states.filter((state) => state === 'ready').length
  if (ready_count === own.length) return { tone: 'ok', says: scanners.ready(ready_count) }
  // A scanner that is just being opened is no news.
  if (states.every((state) => state === 'ready' || state === 'opening')) return { tone: 'ok', says: scanners.opening }
  return { tone: 'warn', says: scanners.missing(own.length - ready_count) }
}
