/**
 * Measures processor time relative to other work of the same moment: a slow or busy computer slows both alike. Promised
 * figures are measured in `npm run bench`, not here alone.
 */

/**
 * Work like that of the rules: small records, strings, look-ups in a map. Always the same: about 3.5 ms on the computer
 * of docs/performance.md.
 */
function yardstick(): number {
  const names = new Map<string, { readonly at: number; readonly text: string }>()
  let sum = 0
  for (let at = 0; at < 20_000; at += 1) {
    const text = `${String(at).padStart(5, '0')}-${at % 12}-${at % 31}`
    names.set(text, { at, text })
    sum += names.get(text)?.text.length ?? 0
  }
  return sum
}

function cpuSince_ms(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000
}

function cpu_ms(work: () => unknown): number {
  const from = process.cpuUsage()
  work()
  return cpuSince_ms(from)
}

/**
 * How many yardsticks `work` takes once it is warm: the minimum of `rounds_count`, over the minimum of as many
 * alternating yardsticks.
 */
export function leastYards(work: () => unknown, rounds_count = 60): number {
  let least_ms = Number.POSITIVE_INFINITY
  let yard_ms = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds_count; round += 1) {
    yard_ms = Math.min(yard_ms, cpu_ms(yardstick))
    least_ms = Math.min(least_ms, cpu_ms(work))
  }
  return least_ms / yard_ms
}

/** The same for work that can run only once: the median, each over a yardstick of its own moment. */
export async function medianYards(works: readonly (() => Promise<unknown>)[]): Promise<number> {
  const ratios: number[] = []
  for (const work of works) {
    const yard_ms = cpu_ms(yardstick)
    const from = process.cpuUsage()
    await work()
    ratios.push(cpuSince_ms(from) / yard_ms)
  }
  const median = ratios.toSorted((one, other) => one - other)[Math.floor(ratios.length / 2)]
  return median ?? Number.POSITIVE_INFINITY
}
