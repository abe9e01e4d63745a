/** The methods that open a drawer for something that is no entry of its own, and say whether one opened. */
import { changed } from '../../../../shared/desk/session/session.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { isRefusal, refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import { drawerCalled } from '../../../cash/cash-rules.ts'
import { pulseDrawer, pulsingOf, settlePulse } from '../../../cash/pulses.ts'
import type { Command } from '../../../library/command.ts'
import { mayOrAsks } from '../../approvals/asking.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { sayCash } from './say-cash.ts'

export function pulse(desk: Desk, command: Command, input: Input<'drawer.pulse'>): Refusal | null {
  const { commandId: _, ...asked } = input
  const { words } = speechOf(desk)
  const { drawer } = words.outcomes
  const actor = actorOf(desk)
  const wrong = pulsingOf(desk.library, actor, asked)
  if (isRefusal(wrong)) return wrong
  const named = drawerCalled(desk.library, words, asked.drawer_code)
  const wish = { method: 'drawer.pulse', input: asked, grant: 'no-sale' as const, reach: 0 }
  if (!mayOrAsks(desk, wish, drawer.wish.pulse(named))) return null
  const events = pulseDrawer(desk.library, actor, command, asked)
  if (isRefusal(events)) return events
  sayCash(desk, command, events, { title: named, happened: drawer.pulsed[asked.reason], fact: null, sentences: [] })
  return null
}

export function settle(desk: Desk, { job_ref, was_opened }: Input<'drawer.settle'>): Refusal | null {
  if (!settlePulse(desk.library, job_ref, was_opened)) return refuse('pulse-settled')
  desk.session = changed(desk.session)
  return null
}
