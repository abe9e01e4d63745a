/**
 * Reads the `given` of a case from outside, and tracks unread fields: an adapter that ignores a field would pass cases
 * it does not understand.
 */
import { assert, must } from '../../shared/kernel/assert.ts'
import { instant, localDate, parseMinuteOfDay, type Instant } from '../../shared/kernel/time.ts'
import { fromLocal, parseZoneName, type LocalTime, type ZoneName } from '../../shared/kernel/zone.ts'

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export class Given {
  readonly #fields: Map<string, unknown>

  constructor(fields: Record<string, unknown>) {
    this.#fields = new Map(Object.entries(fields))
  }

  /** Takes a field; undefined when it is absent. */
  take(name: string): unknown {
    const value = this.#fields.get(name)
    this.#fields.delete(name)
    return value
  }

  has(name: string): boolean {
    return this.#fields.has(name)
  }

  text(name: string): string | undefined {
    const value = this.take(name)
    assert(value === undefined || typeof value === 'string', `${name} is text`)
    return value
  }

  /** A field left empty (null or '') counts as not given. */
  number(name: string): number | undefined {
    const value = this.take(name)
    if (value === null || value === '') return undefined
    assert(value === undefined || typeof value === 'number', `${name} is a number`)
    return value
  }

  flag(name: string): boolean {
    const value = this.take(name)
    assert(value === undefined || typeof value === 'boolean', `${name} is true or false`)
    return value ?? false
  }

  texts(name: string): string[] {
    return this.#list(name, (one): one is string => typeof one === 'string')
  }

  numbers(name: string): number[] {
    return this.#list(name, (one): one is number => typeof one === 'number')
  }

  record(name: string): Record<string, unknown> | undefined {
    const value = this.take(name)
    assert(value === undefined || isRecord(value), `${name} is a record`)
    return value
  }

  /** The unread fields: must be empty when a case has run. */
  left(): string[] {
    return [...this.#fields.keys()]
  }

  #list<Item>(name: string, is: (one: unknown) => one is Item): Item[] {
    const value = this.take(name) ?? []
    assert(Array.isArray(value) && value.every(is), `${name} is a list`)
    return value
  }
}

export function zoneOf(given: Given): ZoneName {
  const name = given.text('tz') ?? 'UTC'
  return must(parseZoneName(name), `a zone: ${name}`)
}

/** "2013-02-09", "2023-05-01T14:00" or "2019-11-05T12:34:56": what a clock in the library shows. */
export function localTimeOf(text: string): LocalTime {
  const match = must(/^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2}))?)?$/.exec(text), `a local time: ${text}`)
  const minute = must(parseMinuteOfDay(match[2] ?? '00:00'), `a time of day: ${text}`)
  return { on: localDate(must(match[1], 'a date')), minute, past_minute_ms: Number(match[3] ?? '0') * 1000 }
}

/** A moment with an offset or Z, or a local time in that zone. */
export function momentOf(text: string, zone: ZoneName): Instant {
  if (/(Z|[+-]\d{2}:\d{2})$/.test(text)) return instant(Date.parse(text))
  return fromLocal(localTimeOf(text), zone)
}
