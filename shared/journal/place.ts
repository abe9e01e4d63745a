/** Places in one journal: an epoch and a number within it; kept as text, "epoch.seq", beside the journal. Pure. */
export type Place = { readonly epoch: number; readonly seq: number }

export function isAfter(one: Place, other: Place): boolean {
  return one.epoch === other.epoch ? one.seq > other.seq : one.epoch > other.epoch
}

/** Whether `one` is the very next place: the numbers of a new epoch begin again. */
export function isNext(one: Place, before: Place): boolean {
  return one.epoch === before.epoch ? one.seq === before.seq + 1 : one.epoch > before.epoch && one.seq === 1
}

export function placeText({ epoch, seq }: Place): string {
  return `${epoch}.${seq}`
}

/** @param text empty before the first event */
export function placeOf(text: string): Place {
  const [epoch = 0, seq = 0] = text.split('.').map(Number)
  return { epoch, seq }
}
