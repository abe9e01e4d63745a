/** English for the bar of a practice shift; its tasks are in ../pages/practice.ts. */

export const PRACTICE_BAR = {
  name: 'Practice shift',
  mark: 'PRACTICE',
  task: (number: number, count: number) => `Task ${number} of ${count}`,
  done: (done: number, count: number) => `${done} of ${count} done`,
  scan_for_me: 'Scan it for me',
  skip: 'Skip this task',
  again: 'Practice again',
  /** Beside the task while nobody is signed in. */
  pin: 'Your initials are PR, your PIN is 246810.',
}
