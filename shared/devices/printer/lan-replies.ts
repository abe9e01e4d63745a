/**
 * How receipt printers of the local network are asked who they are, and what they answer: by mDNS (RFC 6762), as most
 * do, and in the languages of Epson and Star, whose packets are as other open programs that talk to real printers have
 * them; the makers publish neither. Pure; whatever comes from a network can be anything, so nothing here throws.
 */

/** `port_number`: where it takes bytes. `name`: what it says of itself; can be empty. */
export type LanReply = { readonly host: string; readonly port_number: number; readonly name: string }

export type LanQuestion = {
  readonly port_number: number
  /** Undefined: to everybody on the network (broadcast). */
  readonly multicast?: string
  readonly bytes: Uint8Array
  /** @param from the address that an answer came from */
  readonly read: (bytes: Uint8Array, from: string) => readonly LanReply[]
}

const RAW_PORT = 9_100
const NAME_MAX = 150

const ascii = (text: string): readonly number[] => Array.from(text, (letter) => letter.codePointAt(0) ?? 0)
const UTF_8 = new TextDecoder()
/** Up to the first NUL. */
function textAt(bytes: Uint8Array, from: number, length: number): string {
  const part = bytes.subarray(from, from + length)
  const end = part.indexOf(0)
  return UTF_8.decode(end === -1 ? part : part.subarray(0, end)).trim()
}
const begins = (bytes: Uint8Array, text: string): boolean => ascii(text).every((code, at) => bytes[at] === code)
/** "Epson TM-m30", also of one that says EPSON itself. */
const named = (maker: string, model: string): string =>
  (model.toUpperCase().startsWith(maker.toUpperCase()) ? model : `${maker} ${model}`).trim().slice(0, NAME_MAX)

/** A question about basic information; the answer has the name of the model as text behind 56 bytes. */
const EPSON: LanQuestion = {
  port_number: 3_289,
  bytes: Uint8Array.from([...ascii('EPSONQ'), 3, 0, 0, 1, 0, 0, 0, 0]),
  read: (bytes, host) =>
    begins(bytes, 'EPSONq') ? [{ host, port_number: RAW_PORT, name: named('Epson', textAt(bytes, 56, 64)) }] : [],
}

/** The answer has a short name, and in newer printers the whole one, such as "TSP143IIILAN (STR_T-001)". */
const STAR: LanQuestion = {
  port_number: 22_222,
  bytes: Uint8Array.from([...ascii('STR_BCAST'), 0, 0, 0, 0, 0, 0, 0, ...ascii('RQ1.0.0'), 0, 0, 28, 0x64, 0x31]),
  read: (bytes, host) => {
    if (!begins(bytes, 'STR_BCAST') || !begins(bytes.subarray(16), 'RS')) return []
    const [whole = ''] = textAt(bytes, 0xcc, 64).split(' (')
    return [{ host, port_number: RAW_PORT, name: named('Star', whole || textAt(bytes, 0x24, 16)) }]
  },
}

const SERVICE = ['_pdl-datastream', '_tcp', 'local']
const [A, PTR, TXT, SRV] = [1, 12, 16, 33]
const LABELS_MAX = 64
const RECORDS_MAX = 60

type DnsRecord = { readonly name: readonly string[]; readonly type: number; readonly at: number; readonly to: number }

const numberAt = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)

/** A name, which can end as another one does that came before; null: it is none. */
function nameAt(bytes: Uint8Array, from: number): { readonly labels: readonly string[]; readonly to: number } | null {
  const labels: string[] = []
  let [at, to] = [from, -1]
  for (let step = 0; step < LABELS_MAX; step += 1) {
    const length = bytes[at]
    if (length === undefined) return null
    if (length === 0) return { labels, to: to === -1 ? at + 1 : to }
    if (length >= 0xc0) {
      if (to === -1) to = at + 2
      at = numberAt(bytes, at) & 0x3fff
    } else {
      labels.push(UTF_8.decode(bytes.subarray(at + 1, at + 1 + length)))
      at += 1 + length
    }
  }
  return null
}

/** The records of an answer, as far as they can be read. */
function recordsOf(bytes: Uint8Array): readonly DnsRecord[] {
  const records: DnsRecord[] = []
  let at = 12
  for (let left = numberAt(bytes, 4); left > 0; left -= 1) {
    const name = nameAt(bytes, at)
    if (name === null) return []
    at = name.to + 4
  }
  const count = numberAt(bytes, 6) + numberAt(bytes, 8) + numberAt(bytes, 10)
  for (let left = Math.min(count, RECORDS_MAX); left > 0; left -= 1) {
    const name = nameAt(bytes, at)
    if (name === null) break
    const to = name.to + 10 + numberAt(bytes, name.to + 8)
    if (to > bytes.length) break
    records.push({ name: name.labels, type: numberAt(bytes, name.to), at: name.to + 10, to })
    at = to
  }
  return records
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.join('.').toLowerCase() === other.join('.').toLowerCase()

/** "ty=EPSON TM-m30", and the like. */
function valuesOf(bytes: Uint8Array, { at, to }: DnsRecord): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (let from = at; from < to; from += 1 + (bytes[from] ?? 0)) {
    const text = UTF_8.decode(bytes.subarray(from + 1, Math.min(to, from + 1 + (bytes[from] ?? 0))))
    const [name = ''] = text.split('=')
    values.set(name.toLowerCase(), text.slice(name.length + 1).trim())
  }
  return values
}

function readMdns(bytes: Uint8Array, from: string): readonly LanReply[] {
  const records = recordsOf(bytes)
  const of = (type: number, name: readonly string[]) =>
    records.find((one) => one.type === type && isSame(one.name, name))
  return records
    .filter(({ type, name }) => type === PTR && isSame(name, SERVICE))
    .flatMap((pointer): readonly LanReply[] => {
      const instance = nameAt(bytes, pointer.at)?.labels ?? []
      const service = of(SRV, instance)
      const target = service && nameAt(bytes, service.at + 6)?.labels
      const address = target && of(A, target)
      const host = address?.to === (address?.at ?? 0) + 4 ? bytes.subarray(address?.at, address?.to).join('.') : from
      const port_number = (service && numberAt(bytes, service.at + 4)) || RAW_PORT
      const text = of(TXT, instance)
      const values = text ? valuesOf(bytes, text) : new Map<string, string>()
      const model = values.get('ty') ?? values.get('usb_mdl') ?? instance[0] ?? ''
      return [{ host, port_number, name: named(values.get('usb_mfg') ?? '', model) }]
    })
}

const HEAD_OF_ONE_QUESTION = [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]
/** By its class, the answer may come to this computer alone. */
const END_OF_QUESTION = [0, 0, PTR, 0x80, 1]

const MDNS: LanQuestion = {
  port_number: 5_353,
  multicast: '224.0.0.251',
  bytes: Uint8Array.from([
    ...HEAD_OF_ONE_QUESTION,
    ...SERVICE.flatMap((label) => [label.length, ...ascii(label)]),
    ...END_OF_QUESTION,
  ]),
  read: readMdns,
}

/** The makers' own first: they name the model best. */
export const LAN_QUESTIONS = { star: STAR, epson: EPSON, mdns: MDNS } as const
