/** What the session remembers so that it is done, or recorded, once. Pure. Drops the oldest first. */
import type { RefusedAct } from '../pending.ts'
import { changed, type Session } from './session.ts'

const COMMANDS_KEPT_MAX = 500

export function withCommand(session: Session, command_id: string): Session {
  if (session.commands.includes(command_id)) return session
  return changed({ ...session, commands: [...session.commands.slice(-(COMMANDS_KEPT_MAX - 1)), command_id] })
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
