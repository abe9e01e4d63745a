/** What the station and main tell the screen without being asked. */
import type { DeviceScan } from '../../shared/devices/wire.ts'
import type { Push, ScansDropped } from '../../shared/ipc/envelope.ts'
import type { Store } from './state.ts'

/** Handles a push: fetch a newer snapshot, say that a process is restarting, move a progress bar. */
type PushParts = {
  readonly store: Store
  readonly refresh: () => void
  readonly stationUp: () => void
  readonly onDeviceScan: (scan: DeviceScan) => void
  readonly onDropped: (dropped: ScansDropped) => void
}

export function createPushListener(parts: PushParts): (push: Push) => void {
  const { store } = parts
  return (push) => {
    if (push.topic === 'desk-changed') {
      if (push.version > (store.now().snapshot?.version ?? -1)) parts.refresh()
    } else if (push.topic === 'progress') {
      const { of, progress, says } = push
      store.change({ progress: { ...store.now().progress, [of]: { progress, says } } })
    } else if (push.topic === 'scanned') {
      parts.onDeviceScan(push.scan)
    } else if (push.topic === 'scans-dropped') {
      parts.onDropped(push)
    } else if (push.process === 'devices') {
      store.change({ devices: push.state })
    } else {
      store.change({ station: push.state })
      if (push.state === 'up') parts.stationUp()
    }
  }
}
