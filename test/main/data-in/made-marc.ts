/** MARC records made for tests, byte by byte. */
export type Field = readonly [tag: string, content: string]

/** An ISO 2709 record. Subfields are written with "$a"; `charset` "a" is UTF-8, " " MARC-8 given byte by byte. */
export function iso2709(fields: readonly Field[], charset: 'a' | ' ' = 'a', kind = 'am'): Buffer {
  const bodies = fields.map(([, text]) => {
    const raw = `${text.replaceAll('$', '\u001f')}\u001e`
    return charset === 'a' ? Buffer.from(raw) : Buffer.from(raw, 'latin1')
  })
  let start = 0
  const directory = fields.map(([tag], index) => {
    const length = bodies[index]?.length ?? 0
    const entry = `${tag}${String(length).padStart(4, '0')}${String(start).padStart(5, '0')}`
    start += length
    return entry
  })
  const base = 24 + directory.length * 12 + 1
  const length = String(base + start + 1).padStart(5, '0')
  const leader = `${length}n${kind} ${charset}22${String(base).padStart(5, '0')} a 4500`
  return Buffer.concat([Buffer.from(`${leader}${directory.join('')}\u001e`), ...bodies, Buffer.from('\u001d')])
}
