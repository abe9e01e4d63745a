/** What the session remembers so that it is done, or recorded, once. Pure. Drops the oldest first. */
import type { RefusedAct } from '../pending.ts'
import { changed, type Session } from './session.ts'

/** Of each last digit; about 500 of all. */
const COMMANDS_KEPT_MAX = 32

/** What the finished command with this id asked; null when none is remembered. */
export function commandShown({ commands }: Session, command_id: string): string | null {
  return commands[command_id.slice(-1)]?.find((one) => one.startsWith(command_id)) ?? null
}

/** @param text what it asked, beginning with its id */
export function withCommand(session: Session, command_id: string, text: string): Session {
  const digit = command_id.slice(-1)
  const alike = session.commands[digit] ?? []
  if (alike.includes(text)) return session
  const kept = [...alike.slice(-(COMMANDS_KEPT_MAX - 1)), text]
  return changed({ ...session, commands: { ...session.commands, [digit]: kept } })
}

/** How many one patron's session remembers. */
const KEPT_MAX = 100

/** The same act, refused for the same reasons, is one entry in a patron's session. */
export function refusalKey({ act, codes }: RefusedAct, approver = ''): string {
  return `${act} ${[...codes].sort().join(' ')} ${approver}`
}

/** Nothing that a screen would draw, so the version stays. */
export function keptRefused(session: Session, key: string): Session {
  return { ...session, kept_refusals: [...session.kept_refusals, key].slice(-KEPT_MAX) }
}
