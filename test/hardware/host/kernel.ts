/**
 * The kernel and the few programs of the guest, from Debian's packages: fetched once, unpacked beside the tests' other
 * output, and never installed. Debian's kernel for clouds will not do: it has no USB devices that are not there.
 */
import { execFileSync, type ExecFileSyncOptions } from 'node:child_process'
import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const OUT = join(import.meta.dirname, '../../../out/hardware')
const KERNEL = join(OUT, 'kernel')

/** What the guest needs beside the core of the kernel, with the words for `insmod`. */
const WANTED: Readonly<Record<string, string>> = {
  '9pnet_virtio': '',
  '9p': '',
  virtio_console: '',
  hid_generic: '',
  uhid: '',
  usbhid: '',
  dummy_hcd: 'num=5',
  usb_f_hid: '',
  usb_f_acm: '',
  usb_f_printer: '',
  usblp: '',
  cdc_acm: '',
}

export type GuestKernel = { readonly vmlinuz: string; readonly busybox: string; readonly modules: string }

/** Finds the kernel, or fetches it. @throws with what a person can do when the packages cannot be had */
export function guestKernel(): GuestKernel {
  const found = {
    vmlinuz: join(KERNEL, 'vmlinuz'),
    busybox: join(KERNEL, 'busybox'),
    modules: join(KERNEL, 'modules'),
  }
  if (existsSync(KERNEL)) return found
  const work = join(OUT, `fetching-${process.pid}`)
  rmSync(work, { recursive: true, force: true })
  mkdirSync(join(work, 'made/modules'), { recursive: true })
  try {
    const tree = unpacked(work)
    copyFileSync(one(`${tree}/boot/vmlinuz-*`), join(work, 'made/vmlinuz'))
    copyFileSync(one(`${tree}/{usr/bin,bin}/busybox`), join(work, 'made/busybox'))
    copyModules(one(`${tree}/{usr/lib,lib}/modules/*`), work)
    // Only a whole one takes the name.
    renameSync(join(work, 'made'), KERNEL)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return found
}

function one(pattern: string): string {
  const [path] = globSync(pattern)
  if (path === undefined) throw new Error(`the package of the kernel or of busybox has no ${pattern}`)
  return path
}

const QUIET: ExecFileSyncOptions = { stdio: ['ignore', 'pipe', 'pipe'] }

/** The name of today's kernel: the package that people install only depends on it. */
function kernelPackage(): string | null {
  const words = String(execFileSync('apt-cache', ['depends', 'linux-image-amd64'], QUIET))
  return /Depends: (linux-image-\S+)/.exec(words)?.[1] ?? null
}

function fetchInto(work: string): void {
  const name = kernelPackage()
  if (name === null) throw new Error('apt knows no package linux-image-amd64')
  execFileSync('apt-get', ['download', '-q', name, 'busybox-static'], { ...QUIET, cwd: work })
}

/** @returns the folder with the files of both packages */
function unpacked(work: string): string {
  try {
    try {
      fetchInto(work)
    } catch (fault) {
      // The lists may be old, or missing; only root can renew them.
      if (process.getuid?.() !== 0) throw fault
      execFileSync('apt-get', ['update', '-qq'], QUIET)
      fetchInto(work)
    }
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault)
    throw new Error(
      [
        "Debian's kernel for the hardware tests could not be fetched (packages linux-image-amd64 and busybox-static).",
        'These tests need Debian on amd64, and its packages. Please run "sudo apt-get update", then try again.',
        reason,
      ].join('\n'),
      { cause: fault },
    )
  }
  const tree = join(work, 'tree')
  for (const file of globSync(`${work}/*.deb`)) execFileSync('dpkg-deb', ['-x', file, tree], QUIET)
  return tree
}

const nameOf = (path: string): string => (basename(path).split('.ko')[0] ?? '').replaceAll('-', '_')

/** Copies the wanted modules with all that they need, numbered in the order in which they are loaded. */
function copyModules(from: string, work: string): void {
  const files = new Map(globSync(`${from}/kernel/**/*.ko*`).map((path) => [nameOf(path), path]))
  const builtIn = new Set(readFileSync(join(from, 'modules.builtin'), 'utf8').split('\n').map(nameOf))
  const list: string[] = []
  const seen = new Set<string>()
  const load = (name: string): void => {
    if (seen.has(name) || builtIn.has(name)) return
    seen.add(name)
    const path = files.get(name)
    if (path === undefined) throw new Error(`this kernel has no module ${name}`)
    const bytes = path.endsWith('.xz')
      ? execFileSync(join(work, 'made/busybox'), ['xzcat', path], BIG)
      : readFileSync(path)
    neededBy(bytes).forEach(load)
    writeFileSync(join(work, 'made/modules', `${name}.ko`), bytes)
    list.push(`${name}.ko ${WANTED[name] ?? ''}`.trimEnd())
  }
  Object.keys(WANTED).forEach(load)
  writeFileSync(join(work, 'made/modules/list'), `${list.join('\n')}\n`)
}

const BIG = { maxBuffer: 64 * 2 ** 20 }

/** A module says inside which others it needs. */
function neededBy(module: Buffer): readonly string[] {
  const names = /\0depends=([\w,-]*)\0/.exec(module.toString('latin1'))?.[1] ?? ''
  return names.split(',').flatMap((name) => (name === '' ? [] : [name.replaceAll('-', '_')]))
}

/** The first files that the kernel has: the modules, busybox, and the script that starts the agent. */
export function firstFiles({ busybox, modules }: GuestKernel, agentScript: string): string {
  const root = join(OUT, 'first-files')
  rmSync(root, { recursive: true, force: true })
  for (const folder of ['bin', 'proc', 'sys', 'dev', 'host', 'modules'])
    mkdirSync(join(root, folder), { recursive: true })
  copyFileSync(busybox, join(root, 'bin/busybox'))
  copyFileSync(join(import.meta.dirname, '../guest/init'), join(root, 'init'))
  execFileSync('chmod', ['755', join(root, 'init'), join(root, 'bin/busybox')])
  writeFileSync(join(root, 'agent'), agentScript)
  for (const file of globSync(`${modules}/*`)) copyFileSync(file, join(root, 'modules', basename(file)))
  const names = globSync('**/*', { cwd: root }).toSorted()
  const archive = execFileSync(busybox, ['cpio', '-o', '-H', 'newc'], { ...BIG, cwd: root, input: names.join('\n') })
  const path = join(OUT, 'first-files.cpio')
  writeFileSync(path, archive)
  return path
}
