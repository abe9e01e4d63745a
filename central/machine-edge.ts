/** The computer that central runs on: its clock, and what an operator reads. */

export function machineNow(): number {
  return Date.now()
}

export function say(line: string): void {
  console.log(line)
}

export function complain(line: string): void {
  console.error(line)
}
