/**
 * A day as other systems write it, as ours: 2026-11-24, and back. What is not understood stays as it is, and is told as
 * such.
 */
import { instant } from '../../kernel/time.ts'
import { toLocalDate, type ZoneName } from '../../kernel/zone.ts'
import type { DateStyle } from './patron-mapping.ts'

const MOMENT = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d(?::?\d\d)?)?$/
const SLASHED = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/

export function asDate(text: string, style: DateStyle, zone: ZoneName | null): string {
  const moment = MOMENT.exec(text)
  if (moment) {
    const [, on = '', time = '', offset] = moment
    if (offset === undefined || zone === null) return on
    const whole = offset === 'Z' ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(3).replace(':', '') || '00'}`
    const at_ms = Date.parse(`${on}T${time.length === 5 ? `${time}:00` : time}${whole}`)
    return Number.isNaN(at_ms) ? text : toLocalDate(instant(at_ms), zone)
  }
  const parts = SLASHED.exec(text)
  if (!parts || style === 'iso') return text
  const [, first = '', second = '', year = ''] = parts
  const [month, day] = style === 'month-first' ? [first, second] : [second, first]
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** One of ours as they write it: 11/24/2026 or 24/11/2026. */
export function asTheirDate(text: string, style: DateStyle): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  if (style === 'iso' || year === '') return text
  return [...(style === 'month-first' ? [month, day] : [day, month]), year].join('/')
}
