/**
 * Loaded before every test file of the screen's parts: what is complained of on the console fails the test in which it
 * was said, so that a warning of the screen's library cannot stand there unread. Must never swallow one.
 */
import { afterEach } from 'vitest'

const complaints: string[] = []

for (const name of ['error', 'warn'] as const) {
  const say = console[name].bind(console)
  console[name] = (...parts: readonly unknown[]) => {
    complaints.push(parts.map(String).join(' '))
    say(...parts)
  }
}

afterEach(() => {
  const said = complaints.splice(0)
  if (said.length > 0) throw new Error(`said on the console: ${said.join('; ')}`)
})
