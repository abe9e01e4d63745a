/** Which of the late are shown, as the page of what is overdue names it: "month NORTH". Pure. */
import { AGES, type Age, type LateFilter } from './overdue-sums.ts'

const EVERY = 'all'

function isAge(text: string): text is Age {
  return AGES.some(({ age }) => age === text)
}

/** @param about an age or "all", then a branch or nothing: "month", "all NORTH"; empty for everything */
export function lateFilterOf(about: string): LateFilter {
  const [age = '', ...branch] = about.split(' ')
  const branch_code = branch.join(' ')
  return { age: isAge(age) ? age : null, branch_code: branch_code === '' ? null : branch_code }
}

export function lateFilterText({ age, branch_code }: LateFilter): string {
  if (branch_code === null) return age ?? ''
  return `${age ?? EVERY} ${branch_code}`
}
