/** How a part of the screen gets the desk and the state to draw. */
import { createContext, useContext, useEffect, useSyncExternalStore } from 'react'
import { must } from '../../shared/kernel/assert.ts'
import type { Cents } from '../../shared/kernel/money.ts'
import { datesIn, type Dates } from '../../shared/words/dates.ts'
import { moneyIn } from '../../shared/words/money.ts'
import { atPapers } from '../papers-at.ts'
import { said } from '../text.ts'
import { screenWords, type ScreenWords } from '../screen-words.ts'
import type { Desk } from './desk.ts'
import type { Heard } from './heart.ts'
import type { DeskState } from './state.ts'

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  return must(useContext(DeskContext), 'a desk around this part of the screen')
}

export function useDeskState(): DeskState {
  const { store } = useDesk()
  return useSyncExternalStore(store.subscribe, store.drawn)
}

/** The screen's own words. */
export function useWords(): ScreenWords {
  return screenWords(useDeskState())
}

/** Dates as this library writes them. */
export function useDates(): Dates {
  const { snapshot } = useDeskState()
  return datesIn(snapshot?.language ?? 'en', snapshot?.locale ?? 'en-US')
}

/** Amounts as this library writes them. */
export function useMoney(): (amount: Cents) => string {
  return moneyIn(useDeskState().snapshot?.locale ?? 'en-US')
}

/** How to read the desk's own words here (text.ts). */
export function useSaid(): (text: string) => string {
  const { keys, snapshot } = useDeskState()
  const words = useWords()
  return (text) => said(atPapers(text, words, snapshot?.beside ?? 'nothing'), keys)
}

/** Calls `listener` once for every outcome, also for those that were never drawn. */
export function useHeard(listener: (heard: Heard) => void): void {
  const desk = useDesk()
  useEffect(() => desk.onHeard(listener), [desk, listener])
}
