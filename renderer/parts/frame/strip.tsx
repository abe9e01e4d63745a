/** The top strip: which desk this is, what stands behind it, how old its data is, what is wrong, who works. */
import {
  CircleQuestionMark,
  GraduationCap,
  HardDrive,
  Inbox,
  Network,
  Printer,
  RefreshCw,
  ScanBarcode,
  TriangleAlert,
  Unplug,
  type LucideIcon,
} from 'lucide-react'
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { DeskSnapshot } from '../../../shared/desk/screen.ts'
import { tagOf } from '../../../shared/kernel/language.ts'
import type { ProcessState } from '../../desk/state.ts'
import { runAction } from '../../desk/run.ts'
import { useDesk, useDeskState, useWords } from '../../desk/use-desk.ts'
import css from '../../styles/chrome.module.css'
import { shown } from '../../text.ts'

type Tone = 'ok' | 'warn' | 'stop' | 'plain'

function Pill(props: { tone: Tone; icon: LucideIcon; isMinor?: boolean; children: ReactNode }): ReactNode {
  const Icon = props.icon
  return (
    <span className={`${css['pill']} ${props.isMinor ? css['minor'] : ''}`} data-tone={props.tone}>
      <Icon aria-hidden="true" />
      <span>{props.children}</span>
    </span>
  )
}

function DataAge({ strip }: { readonly strip: DeskSnapshot['strip'] }): ReactNode {
  const words = useWords().strip
  return (
    <Pill tone="plain" icon={HardDrive}>
      {/* What never changes at this desk makes room for what does. */}
      <span className={css['minor']}>{words.own_data} </span>
      {strip.data_as_of_text === '' ? words.no_data : words.data_of(strip.data_as_of_text)}
    </Pill>
  )
}

function subscribeToNetwork(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Whether this computer is on a network at all; whether anybody answers there, only a central server would show. */
function NetworkState(): ReactNode {
  const words = useWords().strip
  const isOn = useSyncExternalStore(subscribeToNetwork, () => navigator.onLine)
  return (
    <Pill tone={isOn ? 'plain' : 'warn'} icon={isOn ? Network : Unplug} isMinor={isOn}>
      {isOn ? words.on_network : words.no_network}
    </Pill>
  )
}

/** The cash drawers; nothing where no device opens one. */
function Drawers({ strip }: Pick<DeskSnapshot, 'strip'>): ReactNode {
  const { tone, says } = strip.drawers
  if (says === '') return null
  return (
    <Pill tone={tone === 'ok' ? 'plain' : tone} icon={Inbox} isMinor={tone === 'ok'}>
      {shown(says)}
    </Pill>
  )
}

function Devices({ devices, strip }: { readonly devices: ProcessState } & Pick<DeskSnapshot, 'strip'>): ReactNode {
  const words = useWords().strip.devices
  if (devices === 'up') {
    const { tone, says } = strip.devices
    return (
      <Pill tone={tone === 'ok' ? 'plain' : tone} icon={ScanBarcode} isMinor={tone === 'ok'}>
        {shown(says)}
      </Pill>
    )
  }
  return (
    <Pill tone="warn" icon={RefreshCw}>
      {words[devices]}
    </Pill>
  )
}

/** What waits for a printer; nothing while nothing does. */
function Jobs({ strip }: Pick<DeskSnapshot, 'strip'>): ReactNode {
  const desk = useDesk()
  const { says, tone } = strip.jobs
  if (says === '') return null
  return (
    <button
      type="button"
      className={css['help']}
      data-tone={tone}
      onClick={() => desk.go({ place: 'jobs', about: '' })}
    >
      {tone === 'warn' ? <TriangleAlert aria-hidden="true" /> : <Printer aria-hidden="true" />}
      {shown(says)}
    </button>
  )
}

/** Always in sight, so that no real patron is served with it. */
function SampleMark(): ReactNode {
  const words = useWords().strip
  return (
    <Pill tone="warn" icon={GraduationCap}>
      {words.sample}
    </Pill>
  )
}

type Speaking = Pick<DeskSnapshot, 'language' | 'locale' | 'strip'>

/** "11:07 AM" in the library's zone; empty when this computer does not know the zone. */
export function clockText(at_ms: number, { language, locale, strip: { zone } }: Speaking): string {
  try {
    const format = new Intl.DateTimeFormat(tagOf(language, locale), {
      hour: 'numeric',
      minute: '2-digit',
      timeZone: zone,
    })
    // Some versions of the tables behind this put another space before AM.
    return format.format(at_ms).replace(/\s/gu, ' ')
  } catch (fault) {
    if (fault instanceof RangeError) return ''
    throw fault
  }
}

function Clock({ snapshot }: { readonly snapshot: Speaking }): ReactNode {
  const { ports } = useDesk()
  const [now_ms, setNow] = useState<number>(() => ports.clock.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(ports.clock.now()), 1000)
    return () => clearInterval(timer)
  }, [ports])
  return <span className={css['clock']}>{clockText(now_ms, snapshot)}</span>
}

/** On every screen, so that a newcomer finds it before knowing a key. */
function HelpButton(): ReactNode {
  const desk = useDesk()
  const words = useWords().help
  return (
    <button type="button" className={css['help']} onClick={() => runAction(desk, 'help')}>
      <CircleQuestionMark aria-hidden="true" />
      {words.open}
    </button>
  )
}

export function Strip(): ReactNode {
  const { snapshot, devices } = useDeskState()
  if (!snapshot) return null
  const { strip, staff } = snapshot
  // Before set-up and in rescue there is no library, so neither its data nor its zone can be told.
  const isLibraryKnown = ['desk', 'locked', 'sign-in'].includes(snapshot.stage)
  return (
    <header className={css['strip']} data-part="strip">
      <b>
        <bdi>{shown(strip.branch_name) || 'Datestamp'}</bdi>
      </b>
      <span className={css['least']}>{shown(strip.desk_name)}</span>
      {isLibraryKnown ? <DataAge strip={strip} /> : null}
      {strip.is_sample ? <SampleMark /> : null}
      {strip.trouble === '' || snapshot.stage === 'rescue' ? null : (
        <Pill tone="stop" icon={TriangleAlert}>
          {shown(strip.trouble)}
        </Pill>
      )}
      <span className={css['gap']} />
      <NetworkState />
      <Devices devices={devices} strip={strip} />
      {snapshot.stage === 'desk' ? <Jobs strip={strip} /> : null}
      <Drawers strip={strip} />
      {staff ? (
        <span>
          <b>
            <bdi>{shown(staff.name)}</bdi>
          </b>
          {staff.role === 'staff' ? null : <span className={css['least']}>, {shown(staff.role_name)}</span>}
        </span>
      ) : null}
      <HelpButton />
      {isLibraryKnown ? <Clock snapshot={snapshot} /> : null}
    </header>
  )
}
