/**
 * Text for what structured clone carries, so that messages can cross worlds and processes as strings. `makeCodec` is
 * also sent to the page as source, so it uses nothing from outside itself.
 */
export type Codec = {
  /** Throws DataCloneError, as Electron does, for a function (unless `nameOf` gives it a number), a symbol, a cycle. */
  readonly encode: (value: unknown, nameOf?: (fn: AnyFunction) => number) => string
  readonly decode: (text: string, functionOf?: (number: number) => AnyFunction) => unknown
}
export type AnyFunction = (...args: unknown[]) => unknown

export function makeCodec(): Codec {
  const refuse = (): never => {
    throw new DOMException('An object could not be cloned.', 'DataCloneError')
  }
  const packBytes = (bytes: Uint8Array): unknown => ({
    $bytes: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
  })
  const encode: Codec['encode'] = (value, nameOf) => {
    const above = new Set<object>()
    const packRecord = (record: object): unknown => {
      if (above.has(record)) return refuse()
      above.add(record)
      const packed = Array.isArray(record)
        ? record.map(pack)
        : Object.fromEntries(Object.entries(record).map(([key, item]) => [key.replace(/^\$/, '$$$$'), pack(item)]))
      above.delete(record)
      return packed
    }
    const pack = (item: unknown): unknown => {
      if (item === undefined) return { $undefined: 1 }
      if (item === null || typeof item === 'string' || typeof item === 'boolean') return item
      if (typeof item === 'number') return Number.isFinite(item) ? item : { $number: String(item) }
      if (typeof item === 'bigint') return { $bigint: String(item) }
      if (typeof item === 'function' && nameOf) return { $function: nameOf(item as AnyFunction) }
      if (typeof item !== 'object') return refuse()
      if (item instanceof Date) return { $date: item.getTime() }
      if (item instanceof Uint8Array) return packBytes(item)
      if (item instanceof Error) return { $error: item.message }
      return packRecord(item)
    }
    return JSON.stringify(pack(value))
  }
  const decode: Codec['decode'] = (text, functionOf) => {
    const special: Record<string, (content: never) => unknown> = {
      $undefined: () => undefined,
      $number: (content: string) => Number(content),
      $bigint: (content: string) => BigInt(content),
      $date: (content: number) => new Date(content),
      $error: (content: string) => new Error(content),
      $bytes: (content: string) => Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)),
      $function: (content: number) => (functionOf ? functionOf(content) : refuse()),
    }
    const unpack = (item: unknown): unknown => {
      if (typeof item !== 'object' || item === null) return item
      if (Array.isArray(item)) return item.map(unpack)
      const entries = Object.entries(item as Record<string, unknown>)
      const [key, content] = entries[0] ?? ['', undefined]
      const made = entries.length === 1 && Object.hasOwn(special, key) ? special[key] : undefined
      if (made) return made(content as never)
      return Object.fromEntries(entries.map(([name, held]) => [name.replace(/^\$\$/, '$'), unpack(held)]))
    }
    return unpack(JSON.parse(text))
  }
  return { encode, decode }
}
