/** The lines that a script sends, each as text or with what is wrong with it. Bounds the size of a line. */

/** The longest scan that the contract accepts, in the longest characters, and some room. */
export const LINE_BYTES_MAX = 16 * 1024 * 1024
const NEWLINE = 0x0a

export type Line = { readonly number: number } & ({ readonly text: string } | { readonly says: string })

function lineOf(number: number, parts: readonly Buffer[], isLong: boolean): Line {
  if (isLong)
    return { number, says: `Line ${number} is longer than ${LINE_BYTES_MAX / 1024 / 1024} MB. Send less at once.` }
  try {
    return { number, text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)) }
  } catch {
    return { number, says: `Line ${number} is not UTF-8 text. Save the commands as UTF-8 and send them again.` }
  }
}

export async function* linesOf(input: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let number = 1
  let parts: Buffer[] = []
  let bytes = 0
  const take = (part: Buffer): void => {
    bytes += part.length
    if (bytes > LINE_BYTES_MAX) parts = []
    else parts.push(part)
  }
  for await (const chunk of input) {
    let rest = chunk
    for (let at = rest.indexOf(NEWLINE); at !== -1; at = rest.indexOf(NEWLINE)) {
      take(rest.subarray(0, at))
      yield lineOf(number, parts, bytes > LINE_BYTES_MAX)
      number += 1
      parts = []
      bytes = 0
      rest = rest.subarray(at + 1)
    }
    take(rest)
  }
  if (bytes > 0) yield lineOf(number, parts, bytes > LINE_BYTES_MAX)
}
